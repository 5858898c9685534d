"""One stretch of capitalised words, and the rules that may take it for a name. The first that fits counts."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from terbuka.screening.fields import ROLE_TAGS
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import is_everyday, words
from terbuka.screening.names.anchors import Lead
from terbuka.screening.names.degrees import degree_after
from terbuka.screening.names.likeness import weight
from terbuka.screening.names.model import NameCandidate

AGE_BEHIND = re.compile(r"\s?\((?:\d{1,2}|\d{1,2} ?(?:tahun|thn|th))\)")
_BETWEEN_LISTED = re.compile(r"\s?(?:\([^)\n]{1,40}\))?\s?(?:,|dan|serta|beserta|/|&|, dan|, serta)\s{1,2}")
_DATELINE = re.compile(r",\s*(?:tanggal\s*)?\d{1,2}[ \-/.]")
_QUOTES = tuple("\"“'‘")
_KIN = ("title.kin", "role.relative", "offspring")
_LEAST_LIKENESS, _LEAST_IN_CAPITALS = 0.5, 0.6
_TO_A_PERSON = words("to-a-person")


@dataclass(frozen=True, slots=True)
class Sight:
    """Words ``first`` to ``last`` of a document; ``like``: how much they look like a name without context.

    ``before``: the name found last. ``personal``: the document is a paper about private persons.
    """

    layout: Layout
    first: int
    last: int
    like: float
    lead: Lead
    before: NameCandidate | None
    personal: bool


def anchored(sight: Sight) -> float:
    """A title, a rank or a role stands right in front."""
    return 0.6 + 0.35 * sight.like if sight.lead.strong and sight.like > 0.05 else 0.0


def followed(sight: Sight) -> float:
    """A degree, an age, an alias or a word of kin in brackets stands behind."""
    reading, last = sight.layout.reading, sight.last
    if sight.like <= 0.15:
        return 0.0
    end = reading.ends[last - 1]
    told = bool(AGE_BEHIND.match(reading.text, end)) or degree_after(reading, last)
    if not told and last < len(reading) and "\n" not in reading.between(last):
        bracket = reading.between(last) == " (" and reading.tag_at(last, "role.relative", "offspring", "work")
        told = bool(reading.tag_at(last, "alias")) or bool(bracket)
    return 0.6 + 0.35 * sight.like if told else 0.0


def of_kin(sight: Sight) -> float:
    """``Ibu Aril, Nurmin, …``: apposed to a name that a word of kin leads."""
    before = sight.before
    close = before is not None and before.last == sight.first and before.lead.has(*_KIN)
    return 0.7 if close and sight.layout.reading.between(sight.first) == ", " and sight.like > 0.05 else 0.0


def listed(sight: Sight) -> float:
    """Next to a name in a list."""
    if sight.before is None or sight.like <= 0.15:
        return 0.0
    return 0.5 + 0.35 * sight.like if in_list(sight, sight.before) else 0.0


def in_list(sight: Sight, before: NameCandidate) -> bool:
    """Only a comma, something in brackets or "dan" stands between two names."""
    reading = sight.layout.reading
    return bool(_BETWEEN_LISTED.fullmatch(reading.text, before.end, reading.starts[sight.first]))


def apposed(sight: Sight) -> float:
    """``Sopir truk, Tukimin, warga Boyolali``: commas around it and a word for a person right in front."""
    reading, first, end = sight.layout.reading, sight.first, sight.layout.reading.ends[sight.last - 1]
    if (
        sight.like <= 0.05
        or reading.between(first) != ", "
        or reading.text[end : end + 1] not in tuple(",.)")
    ):
        return 0.0
    near = range(max(first - 2, 1), first + 1)
    return 0.55 + 0.35 * sight.like if any(reading.tag_before(at, *ROLE_TAGS, "work") for at in near) else 0.0


def led(sight: Sight) -> float:
    """A post, a word of kin or of work in front only leans towards a name."""
    least = 0.05 if sight.lead.has("role.relative", "offspring", "role.private") else 0.2
    return 0.5 + 0.4 * sight.like if sight.lead.tags and sight.like >= least else 0.0


def signed(sight: Sight) -> float:
    """Alone in a cell under a capacity ("Yang menerima,", "KANIT II"): a signature."""
    layout, reading = sight.layout, sight.layout.reading
    cell = reading.cells[reading.cell_of[sight.first]]
    if sight.like <= 0.05 or layout.row_at(cell.start) or not _alone(sight):
        return 0.0
    for other in layout.over(cell, range(cell.line - 1, max(cell.line - 6, -1), -1)):
        if other.last - other.first > 8:
            return 0.0
        if any(reading.tag_at(i, "signer", "in-office", *ROLE_TAGS) for i in range(other.first, other.last)):
            return 0.6
    return 0.0


def stranger(sight: Sight) -> float:
    """An unknown capitalised word where a person is meant ("terhadap Rasmin"), in a paper about persons."""
    reading = sight.layout.reading
    if not sight.personal or sight.first == 0 or reading.between(sight.first) != " " or sight.like < 0.15:
        return 0.0
    return 0.4 if reading.folds[sight.first - 1] in _TO_A_PERSON else 0.0


def known(sight: Sight) -> float:
    """Its own words tell."""
    reading = sight.layout.reading
    if sight.last - sight.first == 1 and not _single(sight):
        return 0.0
    capitals = all(reading.word(i).isupper() for i in range(sight.first, sight.last))
    if capitals and not _alone(sight):
        return 0.0
    least = _LEAST_IN_CAPITALS if capitals and sight.last - sight.first > 1 else _LEAST_LIKENESS
    return 0.2 + 0.6 * sight.like if sight.like >= least else 0.0


def _single(sight: Sight) -> bool:
    """A single known name part, not an everyday word, a region, or the first word of a sentence or line."""
    reading, index = sight.layout.reading, sight.first
    word = reading.folds[index]
    if weight(word) < 0.8 or len(word) < 3 or _DATELINE.match(reading.text, reading.ends[index]):
        return False
    if reading.tag_at(index, "title", "title.kin", "title.formal", "title.clergy"):
        return False
    gap = reading.between(index)
    begins = index == 0 or "\n" in gap or reading.sentence_end(index) or gap.strip()[-1:] in _QUOTES
    return not begins or weight(word) >= 1.0


def _alone(sight: Sight) -> bool:
    """In capitals: a name only when its cell or line holds nothing else but titles and degrees."""
    reading = sight.layout.reading
    cell = reading.cells[reading.cell_of[sight.first]]
    rest = [i for i in range(cell.first, cell.last) if not sight.first <= i < sight.last]
    titles = ("title", "title.clergy", "title.doctor")
    return all(
        reading.tag_at(i, *titles) or (len(reading.folds[i]) <= 3 and not is_everyday(reading.folds[i]))
        for i in rest
    )


RULES: tuple[Callable[[Sight], float], ...] = (
    anchored, followed, of_kin, listed, apposed, led, signed, known, stranger,
)  # fmt: skip
