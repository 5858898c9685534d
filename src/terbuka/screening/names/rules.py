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
from terbuka.screening.names.mistaken import is_mistaken
from terbuka.screening.names.model import NameCandidate, NameRule
from terbuka.screening.reading import Reading

AGE_BEHIND = re.compile(r"\s?\((?:\d{1,2}|\d{1,2} ?(?:tahun|thn|th))\)")
_BETWEEN_LISTED = re.compile(r"\s?(?:\([^)\n]{1,40}\))?\s?(?:,|dan|serta|beserta|/|&|, dan|, serta)\s{1,2}")
_LABEL_END = re.compile(r"[ \t]*:")
_DATELINE = re.compile(r",\s*(?:tanggal\s*)?\d{1,2}[ \-/.]")
_QUOTES = tuple("\"“'‘")
_KIN = ("title.kin", "role.relative", "offspring")
_LEAST_LIKENESS, _LEAST_IN_CAPITALS, _LEAST_OF_AN_HONORIFIC = 0.5, 0.6, 0.3
_LONGEST_ALONE = 30  # words of a name with all its titles and degrees
LIKELY = 0.2
"""How likely the models must hold a word for part of a name."""
_OPENS_A_NAME = words("opens-a-name")
_TO_A_PERSON, _REACH_TO_A_CHILD = words("to-a-person"), 9


@dataclass(frozen=True, slots=True)
class Span:
    """Words ``first`` to ``last`` of a document; ``like``: how much they look like a name without context.

    ``before``: the name found last. ``personal``: the document is a paper about private persons.
    ``likely``: how likely the models hold its words for parts of names, on average.
    """

    layout: Layout
    first: int
    last: int
    like: float
    lead: Lead
    before: NameCandidate | None
    personal: bool
    likely: float = 0.0


def anchored(span: Span) -> float:
    """A title, a rank or a role stands right in front."""
    return 0.6 + 0.35 * span.like if span.lead.strong and span.like > 0.05 else 0.0


def followed(span: Span) -> float:
    """A degree, an age, an alias or a word of kin in brackets stands behind."""
    reading, last = span.layout.reading, span.last
    if span.like <= 0.15:
        return 0.0
    end = reading.ends[last - 1]
    told = bool(AGE_BEHIND.match(reading.text, end)) or degree_after(reading, last)
    if not told and last < len(reading) and "\n" not in reading.between(last):
        bracket = reading.between(last) == " (" and reading.tag_at(last, "role.relative", "offspring", "work")
        told = bool(reading.tag_at(last, "alias")) or bool(bracket)
    return 0.6 + 0.35 * span.like if told else 0.0


def of_kin(span: Span) -> float:
    """``Ibu Aril, Nurmin, …``: apposed to a name that a word of kin leads."""
    before = span.before
    close = before is not None and before.last == span.first and before.lead.has(*_KIN)
    return 0.7 if close and span.layout.reading.between(span.first) == ", " and span.like > 0.05 else 0.0


def listed(span: Span) -> float:
    """Next to a name in a list."""
    if span.before is None or span.like <= 0.15:
        return 0.0
    return 0.5 + 0.35 * span.like if in_list(span, span.before) else 0.0


def in_list(span: Span, before: NameCandidate) -> bool:
    """Only a comma, something in brackets or "dan" stands between two names."""
    reading = span.layout.reading
    return bool(_BETWEEN_LISTED.fullmatch(reading.text, before.end, reading.starts[span.first]))


def apposed(span: Span) -> float:
    """``Sopir truk, Tukimin, warga Boyolali``: commas around it and a word for a person right in front."""
    reading, first, end = span.layout.reading, span.first, span.layout.reading.ends[span.last - 1]
    if span.like <= 0.05 or reading.between(first) != ", " or reading.text[end : end + 1] not in tuple(",.)"):
        return 0.0
    near = range(max(first - 2, 1), first + 1)
    return 0.55 + 0.35 * span.like if any(reading.tag_before(at, *ROLE_TAGS, "work") for at in near) else 0.0


def led(span: Span) -> float:
    """A post, a word of kin or of work in front only leans towards a name."""
    least = 0.05 if span.lead.has("role.relative", "offspring", "role.private") else 0.2
    return 0.5 + 0.4 * span.like if span.lead.tags and span.like >= least else 0.0


def signed(span: Span) -> float:
    """Alone in a cell under a capacity ("Yang menerima,", "KANIT II"): a signature."""
    layout, reading = span.layout, span.layout.reading
    cell = reading.cells[reading.cell_of[span.first]]
    if span.like <= 0.05 or layout.row_at(cell.start) or not _alone(span):
        return 0.0
    if _LABEL_END.match(reading.text, reading.ends[span.last - 1]):
        return 0.0  # "Diagnosa : …" under "Nama Pasien : …"
    for other in layout.over(cell, range(cell.line - 1, max(cell.line - 6, -1), -1)):
        if other.last - other.first > 8:
            return 0.0
        if any(reading.tag_at(i, "signer", "in-office", *ROLE_TAGS) for i in range(other.first, other.last)):
            return 0.6
    return 0.0


def stranger(span: Span) -> float:
    """An unknown capitalised word where a person is meant ("terhadap Rasmin"), in a paper about persons, or
    that a child is called by."""
    reading = span.layout.reading
    if span.first == 0 or reading.between(span.first) != " ":
        return 0.0
    if _child_is_called(reading, span.first):
        return 0.6
    if not span.personal or span.like < 0.15:
        return 0.0
    return 0.4 if reading.folds[span.first - 1] in _TO_A_PERSON else 0.0


def _child_is_called(reading: Reading, index: int) -> bool:
    """ "Balita 3 tahun bernama Qirani": whatever word ``index`` is, a child is called so."""
    if reading.folds[index - 1] != "bernama":
        return False
    for at in range(index - 1, max(index - _REACH_TO_A_CHILD, 0), -1):
        if reading.sentence_end(at) or "," in reading.between(at):
            return False
        if reading.tag_before(at, "role.child", "offspring"):
            return True
    return False


def known(span: Span) -> float:
    """Its own words tell."""
    reading = span.layout.reading
    if span.last - span.first == 1 and not _single(span):
        return 0.0
    capitals = all(reading.word(i).isupper() for i in range(span.first, span.last))
    if capitals and not _alone(span):
        return 0.0
    least = _LEAST_IN_CAPITALS if capitals and span.last - span.first > 1 else _LEAST_LIKENESS
    if (
        not capitals
        and reading.folds[span.first] in _OPENS_A_NAME
        and _inside_a_sentence(reading, span.first)
    ):
        least = _LEAST_OF_AN_HONORIFIC
    return 0.2 + 0.6 * span.like if span.like >= least else 0.0


def _inside_a_sentence(reading: Reading, index: int) -> bool:
    """Word ``index`` has its capital for what it is: "oleh Wa Kia", not the first word of a sentence."""
    return index > 0 and reading.between(index) == " "


def modelled(span: Span) -> float:
    """The models of words say so, from everything around."""
    if span.likely < LIKELY or is_mistaken(span.layout.reading, span.first, bool(span.lead.tags)):
        return 0.0
    return sure_by_model(span.likely)


def sure_by_model(likely: float) -> float:
    """How sure a name is that only the models know, by how likely its words are on average."""
    return 0.2 + 0.7 * likely


def _single(span: Span) -> bool:
    """A single known name part, not an everyday word, a region, or the first word of a sentence or line."""
    reading, index = span.layout.reading, span.first
    word = reading.folds[index]
    if weight(word) < 0.8 or len(word) < 3 or _DATELINE.match(reading.text, reading.ends[index]):
        return False
    if reading.tag_at(index, "title", "title.kin", "title.formal", "title.clergy"):
        return False
    gap = reading.between(index)
    begins = index == 0 or "\n" in gap or reading.sentence_end(index) or gap.strip()[-1:] in _QUOTES
    return not begins or weight(word) >= 1.0


def _alone(span: Span) -> bool:
    """In capitals: a name only when its cell or line holds nothing else but titles and degrees."""
    reading = span.layout.reading
    cell = reading.cells[reading.cell_of[span.first]]
    if cell.last - cell.first > _LONGEST_ALONE:
        return False
    rest = [i for i in range(cell.first, cell.last) if not span.first <= i < span.last]
    titles = ("title", "title.clergy", "title.doctor")
    return all(
        reading.tag_at(i, *titles) or (len(reading.folds[i]) <= 3 and not is_everyday(reading.folds[i]))
        for i in rest
    )


RULES: tuple[tuple[NameRule, Callable[[Span], float]], ...] = (
    (NameRule.ANCHORED, anchored),
    (NameRule.FOLLOWED, followed),
    (NameRule.OF_KIN, of_kin),
    (NameRule.LISTED, listed),
    (NameRule.APPOSED, apposed),
    (NameRule.LED, led),
    (NameRule.SIGNED, signed),
    (NameRule.KNOWN, known),
    (NameRule.STRANGER, stranger),
    (NameRule.MODELLED, modelled),
)
