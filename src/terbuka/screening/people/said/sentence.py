"""Where a clause ends, who is named together, and the evidence that words of a sentence give."""

from terbuka.language import N_
from terbuka.screening.fields import HOLDS_OFFICE
from terbuka.screening.lexicon import words
from terbuka.screening.names.model import NameCandidate
from terbuka.screening.people.model import Evidence
from terbuka.screening.people.surroundings import WEIGHTS, Surroundings
from terbuka.screening.reading import Reading
from terbuka.screening.roles import Role

JOINING = words("joins-persons")
"""What joins those who are named together: "Sri dan Tutik"."""

LONGEST_APPOSITION = 9
"""How many words stand between two commas that tell who somebody is."""

_DASHES = frozenset("-–—")
_POLITE, _REACH = ("title", "title.formal", "title.kin", "title.clergy"), 14
_SAID = N_("Kalimatnya menyebut orang ini %(mark)s.")


def said(
    around: Surroundings, role: Role, weight: float, rule: str, mark: range, explicit: bool = False
) -> Evidence:
    """The words ``mark`` give the bearer of the name a role."""
    values = {"mark": around.mark(mark.start, mark.stop)}
    return Evidence(role, weight, rule, _SAID, values, explicit)


def said_by_tag(around: Surroundings, tag: str, rule: str, mark: range, share: float = 1.0) -> Evidence:
    """The words ``mark`` give the role of ``tag``, as heavily as if they stood in front of the name."""
    role, weight, explicit = WEIGHTS[tag]
    return said(around, role, weight * share, f"{rule}.{tag}", mark, explicit)


def may_be_told(around: Surroundings, name: NameCandidate) -> bool:
    """The name stands in a sentence, and no office or press in front of it says already why."""
    return around.layout.row_at(name.start) is None and not name.lead.has(*HOLDS_OFFICE, "press")


def clause_ends(reading: Reading, at: int, signs: str) -> bool:
    """A sentence, or what one of ``signs`` ends, ends in front of word ``at``."""
    gap = reading.between(at)
    return reading.sentence_end(at) or any(sign in gap for sign in signs)


def parted(reading: Reading, at: int, signs: str = ":;|\t") -> bool:
    """As ``clause_ends``, or a line that does not go on in the next one."""
    return clause_ends(reading, at, signs) or ("\n" in reading.between(at) and not reading.wraps(at))


def first_of_those_named(around: Surroundings, name: NameCandidate) -> int:
    """The first word of the polite titles and of the names joined with this one ("Sri dan Tutik")."""
    reading, at = around.layout.reading, name.first
    least = max(name.first - _REACH, 0)
    while at > least and not parted(reading, at, ",:;|\t("):
        polite = reading.tag_before(at, *_POLITE)
        if polite:
            at -= polite
        elif at - 1 in around.named or reading.folds[at - 1] in JOINING:
            at -= 1
        else:
            break
    return at


def behind_apposition(around: Surroundings, last: int) -> int:
    """The word behind ", Kapolsek Jenu,", "(38)", " – anggota Polsek,"; ``last`` where there is none. What
    does not close again says of somebody else: "kata AKP X, pelaku ditangkap"."""
    reading = around.layout.reading
    if last >= len(reading):
        return last
    gap = reading.between(last)
    dashed = gap.strip() in _DASHES and gap != gap.strip()
    closing = ")" if "(" in gap else "," if gap.startswith(",") or dashed else ""
    if not closing:
        return last
    for at in range(last + 1, min(last + LONGEST_APPOSITION, len(reading))):
        if parted(reading, at):
            break
        if closing in reading.between(at):
            return at
    return last
