"""What stands right in front of a name: titles, ranks, posts, roles, labels."""

import re
from dataclasses import dataclass, field

from terbuka.screening.reading import Reading

LEADS = (
    "title title.doctor title.clergy title.formal title.kin rank rank.military rank.civil retired deceased alias historic "
    "post post.organisation post.staff post.minor post.teacher press byline role.complainant role.victim role.witness role.suspect role.informant role.child "
    "role.relative role.private label.name offspring inoffice speech"
).split()
# These make whatever capitalised word follows a name; the others only lean towards it.
STRONG = frozenset(
    "title.doctor title.clergy title.formal rank rank.military alias role.witness role.suspect role.victim role.complainant role.child "
    "label.name title.kin press deceased retired role.informant".split()
)
_CLOSE = re.compile(r"[.:)]{0,2}\s?[\"“'‘(\[]?\s?|[.]?\s*\n\s*|\s*[-–:]\s*[-–_]*\s*|,\s")
_COMMA_OK = frozenset({"role.relative", "offspring", "role.child", "role.victim", "role.witness", "role.suspect", "post", "post.organisation", "alias", "post.staff", "post.minor", "post.teacher", "role.private"})
_LONGEST_LEAD = 6
_ALSO_THINGS = frozenset({"teh", "tulang", "bi", "ko", "ci", "ambu", "uni", "mang", "cik", "apak", "tuan"})
_BRIDGES = frozenset({"yaitu", "yakni", "ialah", "bernama", "adalah"})  # "saksi-saksi yaitu Rosmaniar"


@dataclass(slots=True)
class Lead:
    """``tags``: of all marks in front of a name, nearest first; ``first``: the word where they begin."""

    first: int
    tags: list[frozenset[str]] = field(default_factory=list)

    def has(self, *tags: str) -> bool:
        return any(not have.isdisjoint(tags) for have in self.tags)

    @property
    def strong(self) -> bool:
        return bool(self.tags) and any(not have.isdisjoint(STRONG) for have in self.tags)


def lead(reading: Reading, index: int) -> Lead:
    """The unbroken chain of marks in front of word ``index``: ``Saksi | H.`` of "Saksi H. Kastalani"."""
    found = Lead(index)
    while len(found.tags) < _LONGEST_LEAD and found.first > 0:
        if not found.tags and reading.folds[found.first - 1] in _BRIDGES and reading.between(found.first).isspace():
            found.first -= 1
        length, tags = _mark_before(reading, found.first)
        if not length or not _close(reading, found.first, tags):
            break
        found.tags.append(tags)
        found.first -= length
    return found


def _mark_before(reading: Reading, index: int) -> tuple[int, frozenset[str]]:
    """The longest mark with a tag of ``LEADS`` that ends just before word ``index``."""
    best, tags = 0, frozenset[str]()
    for length, have in reading.closing.get(index - 1, ()):
        if "byline" in have and reading.lines[index - length - 1 if index > length else 0] == reading.lines[index - 1] and index > length:
            continue  # "Oleh Retna …" only where a line begins with it
        if reading.folds[index - 1] in _ALSO_THINGS and not reading.capital(index - 1):
            continue  # "teh Tiongkok": tea, not an elder sister
        if length > best and not have.isdisjoint(LEADS):
            best, tags = length, have
    return best, tags


def _close(reading: Reading, index: int, tags: frozenset[str]) -> bool:
    gap = reading.between(index)
    if not _CLOSE.fullmatch(gap):
        return False
    if gap.startswith(",") or gap == ", ":
        return not tags.isdisjoint(_COMMA_OK)
    if "." in gap and reading.sentence_end(index):
        return len(reading.word(index - 1)) <= 6 and not tags.isdisjoint({"title", "title.formal", "title.kin", "alias", "title.doctor", "rank", "deceased"})
    return "\n" not in gap or (gap.count("\n") == 1 and len(reading.word(index - 1)) > 1)
