"""What evidence is gathered from, and what the marks of the lexicon weigh."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from terbuka.language import N_
from terbuka.screening.candidate import Candidate
from terbuka.screening.fields import ROLE_TAGS
from terbuka.screening.kinds import Matter
from terbuka.screening.layout import Layout
from terbuka.screening.names.model import NameCandidate, NameRule
from terbuka.screening.people.model import Evidence
from terbuka.screening.roles import Role

AFTER = N_("Nama setelah kata %(mark)s.")
_RANK = N_("Nama setelah pangkat %(mark)s: bertindak dalam jabatan.")
_POST = N_("Nama setelah jabatan %(mark)s.")

OF_A_CASE = ("role.victim", "role.suspect", "role.witness")
RANKS, POSTS = ("rank", "rank.military"), ("post", "post.staff", "post.organisation")
_MORE_THAN_A_PLACE = 0.65

# What a mark in front of a name weighs: role, weight, whether the text itself names the role.
WEIGHTS: dict[str, tuple[Role, float, bool]] = {
    **{tag: (role, 5.0, True) for tag, role in ROLE_TAGS.items()},
    "role.relative": (Role.RELATIVE, 3.5, True),
    "role.private": (Role.PRIVATE, 2.5, False),
    "offspring": (Role.RELATIVE, 3.0, False),
    "rank": (Role.OFFICIAL, 4.0, True),
    "rank.military": (Role.OFFICIAL, 4.0, True),
    "rank.civil": (Role.OFFICIAL, 3.0, True),
    "post": (Role.OFFICIAL, 4.0, True),
    "post.staff": (Role.OFFICIAL, 3.0, True),
    "post.teacher": (Role.OFFICIAL, 2.5, True),
    "post.minor": (Role.OFFICIAL, 1.5, False),
    "official-act": (Role.OFFICIAL, 1.0, False),
    "post.organisation": (Role.PUBLIC, 3.0, True),
    "retired": (Role.PUBLIC, 3.0, True),
    "historic": (Role.PUBLIC, 4.0, True),
    "title.clergy": (Role.PUBLIC, 1.5, False),
    "press": (Role.JOURNALIST, 4.0, True),
    "byline": (Role.JOURNALIST, 4.0, True),
    "title.formal": (Role.PRIVATE, 2.0, False),
    "title.kin": (Role.PRIVATE, 0.8, False),
    "alias": (Role.PRIVATE, 2.0, False),
}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What evidence is gathered from. ``numbers``: sorted by their start. ``held``: words of places and
    addresses ("Jl. Brigjen H. Hasan Basri" makes nobody an officer). ``named``: words of all names; a line
    that names somebody speaks of that one, not of who stands below or above. ``lists``: lines of lists of
    persons, and who they are. ``pupils``: words that a paper of a school gives as names of pupils. ``born``:
    where the births in lists of persons begin."""

    layout: Layout
    matter: Matter
    numbers: list[Candidate]
    held: frozenset[int] = frozenset()
    named: frozenset[int] = frozenset()
    lists: Mapping[int, str] = field(default_factory=dict)
    pupils: frozenset[int] = frozenset()
    born: frozenset[int] = frozenset()

    def in_place(self, first: int, last: int) -> bool:
        """The mark is part of the name of a place."""
        return self.held.issuperset(range(first, last))

    def mark(self, first: int, last: int) -> str:
        """Words of the lexicon as they stand in the text; never a name."""
        return " ".join(self.layout.reading.folds[first:last])


def words_of_names(names: list[NameCandidate]) -> frozenset[int]:
    """The words of all names but those that may be the place of a post ("Kepala Desa Manleten")."""
    sure = [name for name in names if name.rule != NameRule.LED or name.certain >= _MORE_THAN_A_PLACE]
    return frozenset(index for name in sure for index in range(name.first, name.last))


def weighed(tag: str, rule: str, mark: str, share: float = 1.0) -> Evidence:
    """The evidence of a mark in front of a name."""
    role, weight, explicit = WEIGHTS[tag]
    reason = _RANK if tag.startswith("rank") else _POST if tag.startswith("post") else AFTER
    return Evidence(role, weight * share, f"{rule}.{tag}", reason, {"mark": mark}, explicit)
