"""Names in a text by rule and gazetteer.

A name is accepted because of what stands in front of it (a title, a rank, a role, a label, a heading above
its column), behind it (a degree, an age, an alias), or because its words are known parts of names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from terbuka.screening.fields import ROLE_TAGS, Field
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import is_everyday
from terbuka.screening.names import grammar
from terbuka.screening.names.anchors import Lead, lead
from terbuka.screening.names.places import Place
from terbuka.screening.reading import Reading

_AGE_BEHIND = re.compile(r"\s?\((?:\d{1,2}|\d{1,2} ?(?:tahun|thn|th))\)")
_CHAT = re.compile(
    r"^[\s\[(]*\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4},?\s+(?:pukul\s+)?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[AaPp][Mm])?[\])]?\s*[-–:]?\s*([^:\n\[\]]{2,40}?):\s",
    re.M,
)
_MAIL_NAME = re.compile(r"^(?:>\s*)*(?:from|to|cc|bcc|dari|kepada|reply-to)\s*:\s*\"?([^\"<\n@]{3,50}?)\"?\s*<", re.I | re.M)
_DATELINE = re.compile(r",\s*(?:tanggal\s*)?\d{1,2}[ \-/.]")
_QUOTE = "\"“'‘"
_MINIMUM_LIKENESS = 0.5


@dataclass(frozen=True, slots=True)
class NameCandidate:
    """Words ``first`` to ``last`` (exclusive) at ``start``/``end``; ``certain`` 0 to 1; ``lead``: what stands in front.

    ``field``: the label or heading that announces it, if any.
    """

    first: int
    last: int
    start: int
    end: int
    certain: float
    rule: str
    lead: Lead
    field: tuple[str, ...] = ()


def find_names(layout: Layout, places: list[Place]) -> list[NameCandidate]:
    """All names in document order, not overlapping."""
    reading = layout.reading
    taken = _words_of(places)
    announced = dict(_announced(layout))
    found: list[NameCandidate] = []
    index = 0
    while index < len(reading):
        candidate = _at(layout, index, taken, announced.get(index), found)
        if candidate:
            found.append(candidate)
            index = candidate.last
        else:
            index += 1
    return found


def _words_of(places: list[Place]) -> set[int]:
    return {index for place in places for index in range(place.first, place.last)}


def _announced(layout: Layout) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Word numbers at which a label, a column, a chat line or a mail header announces a name."""
    reading = layout.reading
    for field in layout.fields:
        kinds = _person_kinds(field, reading)
        if kinds:
            for start in _items(reading.text, field.start, field.end):
                yield _after_titles(reading, reading.word_at(start)), kinds
    for row in layout.rows:
        for cell in row.cells:
            if {"name", *ROLE_TAGS} & set(cell.kinds):
                yield _after_titles(reading, reading.word_at(cell.start)), cell.kinds
    for pattern in (_CHAT, _MAIL_NAME):
        for match in pattern.finditer(reading.text):
            yield _after_titles(reading, reading.word_at(match.start(1))), ("name", "chat")


def _person_kinds(field: Field, reading: Reading) -> tuple[str, ...]:
    if "name" in field.kinds and any(reading.tag_at(i, "notperson") for i in range(*field.label)):
        return ()
    return field.kinds if {"name", "relative", "press", "byline", *ROLE_TAGS} & set(field.kinds) else ()


_ITEM = re.compile(r"(?:^|[\s;,])(?:\d{1,2}[.)]|[a-h][.)])\s+")


def _items(text: str, start: int, end: int) -> list[int]:
    """Where the items of a value begin: ``1. HERMAN  2. LIE FEN FEN``."""
    items = [start + m.end() for m in _ITEM.finditer(text[start:end])]
    return items or [start]


def _after_titles(reading: Reading, index: int) -> int:
    """The first word behind titles and ranks."""
    while index < len(reading):
        length = reading.tag_at(index, "title", "title.doctor", "title.clergy", "title.formal", "rank", "rank.military", "rank.civil", "deceased", "retired")
        if not length or reading.cell_of[index] != reading.cell_of[min(index + length, len(reading) - 1)]:
            return index
        index += length
    return index


def _at(
    layout: Layout, index: int, taken: set[int], field: tuple[str, ...] | None, found: list[NameCandidate]
) -> NameCandidate | None:
    """The name that begins with word ``index``, if one does."""
    reading = layout.reading
    if field is not None:
        return _labelled(reading, index, field, taken)
    if index in taken:
        return None
    here = lead(reading, index)
    short = _initials(reading, index, here, found)
    if short:
        return short
    if len(reading.folds[index]) < 3 and not grammar.is_part(reading.folds[index]) and not _initial_first(reading, index):
        return None
    if reading.capital(index):
        return _capitalised(layout, index, here, taken, found)
    return _small(reading, index, here)


def _initial_first(reading: Reading, index: int) -> bool:
    """``W. Santosa``, ``I Wayan``: an initial in front of a longer capitalised word."""
    after = index + 1
    return after < len(reading) and reading.between(after) in (" ", ". ", ".") and reading.capital(after) and len(reading.word(after)) > 2


def _made(reading: Reading, first: int, last: int, certain: float, rule: str, here: Lead, field: tuple[str, ...] = ()) -> NameCandidate:
    return NameCandidate(first, last, reading.starts[first], reading.ends[last - 1], certain, rule, here, field)


def _labelled(reading: Reading, index: int, field: tuple[str, ...], taken: set[int]) -> NameCandidate | None:
    """The value of a label ``Nama``, or of one for a person (``Korban``, ``Ayah``), which may hold no name."""
    if index >= len(reading) or index in taken or reading.folds[index].isdigit():
        return None
    word = reading.folds[index]
    if len(word) < 3 and not grammar.is_part(word) and not grammar.initials(reading, index) and index + 1 < len(reading) and "\n" in reading.between(index + 1):
        return None
    named = "name" in field
    if not named and (not reading.capital(index) or grammar.stops(reading, index, True)):
        return None
    if named and is_everyday(word) and not grammar.is_part(word) and reading.lines[index] != reading.lines[max(index - 1, 0)]:
        return None
    if named and (reading.tag_at(index, "post", "org.government", "org.company", "rank") or is_everyday(word) and not grammar.is_part(word) and not reading.capital(index)):
        return None
    last = grammar.labelled_extent(reading, index) if named and "chat" not in field else grammar.extent(reading, index, True)
    certain = 0.97 if named else 0.9
    if grammar.likeness(reading, index, last) < 0.1 and not (named and "chat" not in field):
        return None
    return _made(reading, index, last, certain, "names.labelled", lead(reading, index), field)


def _initials(reading: Reading, index: int, here: Lead, found: list[NameCandidate]) -> NameCandidate | None:
    """``berinisial AF``, ``MR (34)``, ``anak N.P.``, and the next of a list of initials."""
    count = grammar.initials(reading, index)
    aged = bool(_AGE_BEHIND.match(reading.text, reading.ends[index]))
    if not count and aged and grammar.capitals_only(reading, index):
        count = 1
    if not count or grammar.is_degree(reading, index):
        return None
    last = index + count
    word = reading.folds[index - 1] if index else ""
    announced = word in ("inisial", "berinisial") or here.has("alias")
    aged = aged or bool(_AGE_BEHIND.match(reading.text, reading.ends[last - 1]))
    after_person = here.strong and here.has(*ROLE_TAGS, "title.formal") and not here.has("post", "rank")
    listed = bool(found) and found[-1].rule == "names.initials" and _listed(reading, found[-1].last, index)
    bracketed = bool(found) and found[-1].last == index and reading.between(index).strip() == "(" and _spells(reading, found[-1], index, last)
    if announced or aged or after_person or listed or bracketed:
        return _made(reading, index, last, 0.9, "names.initials", here)
    return None


def _listed(reading: Reading, last: int, index: int) -> bool:
    """Only a comma, an age or "dan" stands between two names."""
    between = reading.text[reading.ends[last - 1] : reading.starts[index]]
    return bool(re.fullmatch(r"\s?(?:\([^)\n]{1,12}\))?\s?(?:,|dan|serta|beserta|/|&|, dan|, serta)\s{1,2}", between))


def _spells(reading: Reading, name: NameCandidate, first: int, last: int) -> bool:
    """The initials are those of the name in front of them."""
    letters = "".join(reading.folds[i] for i in range(first, last))
    return letters == "".join(reading.folds[i][0] for i in range(name.first, name.last))[: len(letters)]


def _capitalised(
    layout: Layout, index: int, here: Lead, taken: set[int], found: list[NameCandidate]
) -> NameCandidate | None:
    reading = layout.reading
    if here.has("alias") and "alias" in here.tags[0] and not reading.tag_at(index, "title.kin", "title", "title.formal", "post", "rank"):
        return _made(reading, index, grammar.labelled_extent(reading, index), 0.85, "names.alias", here)
    if grammar.stops(reading, index, here.strong) or grammar.is_degree(reading, index) or _is_title(reading, index):
        return None
    last = grammar.extent(reading, index, here.strong)
    while last > index and any(i in taken for i in range(index, last)):
        last -= 1
    if last == index or _is_abbreviation(reading, index, last, here):
        return None
    like = grammar.likeness(reading, index, last)
    if here.strong:
        return _made(reading, index, last, 0.6 + 0.35 * like, "names.anchored", here) if like > 0.05 else None
    behind = _behind(reading, last)
    if behind and like > 0.15:
        return _made(reading, index, last, 0.6 + 0.35 * like, "names.followed", here)
    if found and found[-1].last == index and found[-1].lead.has("title.kin", "role.relative", "offspring") and reading.between(index) == ", " and like > 0.05:
        return _made(reading, index, last, 0.7, "names.of_kin", found[-1].lead)
    if found and _listed(reading, found[-1].last, index) and like > 0.15:
        return _made(reading, index, last, 0.5 + 0.35 * like, "names.listed", found[-1].lead)
    if _apposed(reading, index, last) and like > 0.05:
        return _made(reading, index, last, 0.55 + 0.35 * like, "names.apposed", here)
    if here.tags and like >= (0.05 if here.has("role.relative", "offspring", "role.private") else 0.2):
        return _made(reading, index, last, 0.5 + 0.4 * like, "names.led", here)
    return _unled(layout, index, last, like, here)


def _is_title(reading: Reading, index: int) -> bool:
    """A word of address in front of a capitalised word is no part of the name ("Mbak Dian")."""
    after = index + reading.tag_at(index, "title.kin", "title.formal", "title.clergy", "title.doctor", "title")
    return index < after < len(reading) and reading.capital(after) and re.fullmatch(r"\.? ", reading.between(after)) is not None


def _is_abbreviation(reading: Reading, first: int, last: int, here: Lead) -> bool:
    """One word in capitals, unknown as a name, in a line that is not in capitals: ``HST``, ``STNK``."""
    word = reading.word(first)
    if last - first > 1 or len(word) < 2 or not word.isupper() or grammar.is_part(reading.folds[first]):
        return False
    start, end = reading.line_span(reading.lines[first])
    letters = [char for char in reading.text[start:end] if char.isalpha()]
    return len(word) <= 5 and (not here.strong or here.has("rank", "post")) and sum(c.isupper() for c in letters) < 0.8 * len(letters)


def _behind(reading: Reading, last: int) -> bool:
    """A degree, an age in brackets, an alias or a patronym behind the name."""
    end = reading.ends[last - 1]
    if _AGE_BEHIND.match(reading.text, end) or grammar.degree_after(reading, last):
        return True
    return bool(reading.tag_at(last, "alias")) and "\n" not in reading.between(last) if last < len(reading) else False


def _apposed(reading: Reading, first: int, last: int) -> bool:
    """``Sopir truk, Tukimin, warga Boyolali``: a comma on both sides and a word for a person right before."""
    if reading.between(first) != ", " or not re.match(r"[,.)]", reading.text[reading.ends[last - 1] : reading.ends[last - 1] + 1]):
        return False
    return any(reading.tag_before(at, *ROLE_TAGS, "post", "post.organisation", "post.staff", "post.teacher") for at in range(max(first - 2, 1), first + 1))


def _unled(layout: Layout, first: int, last: int, like: float, here: Lead) -> NameCandidate | None:
    """A name that only its own words tell."""
    reading = layout.reading
    if last - first == 1 and not _single(layout, first):
        return None
    capitals = all(reading.word(i).isupper() for i in range(first, last))
    least = 0.6 if capitals and last - first > 1 else _MINIMUM_LIKENESS
    if capitals and not _alone(layout, first, last):
        return None
    return _made(reading, first, last, 0.2 + 0.6 * like, "names.known", here) if like >= least else None


def _single(layout: Layout, index: int) -> bool:
    """A single known name part, not an everyday word, a region, or the first word of a sentence or line."""
    reading, word = layout.reading, layout.reading.folds[index]
    if grammar.weight(word) < 0.8 or len(word) < 3:
        return False
    if _DATELINE.match(reading.text, reading.ends[index]):
        return False
    gap = reading.between(index)
    starts = index == 0 or "\n" in gap or reading.sentence_end(index) or gap.strip()[-1:] in tuple(_QUOTE)
    return not starts or grammar.weight(word) >= 1.0


def _alone(layout: Layout, first: int, last: int) -> bool:
    """In capitals: a name only when its cell or line holds nothing else but titles and degrees."""
    reading = layout.reading
    cell = reading.cells[reading.cell_of[first]]
    rest = [i for i in range(cell.first, cell.last) if not first <= i < last]
    return all(reading.tag_at(i, "title", "title.clergy", "title.doctor") or len(reading.folds[i]) <= 3 for i in rest)


def _small(reading: Reading, index: int, here: Lead) -> NameCandidate | None:
    """A name in small letters, as in chats: only behind a word of address or kin, and never an everyday word."""
    word = reading.folds[index]
    personal = here.has("title.formal", "title.kin", "alias", "role.relative", "offspring") or (index > 0 and reading.folds[index - 1] in ("si", "bernama"))
    if not personal or len(word) < 3 or not word.isalpha() or is_everyday(word) or index in reading.opening:
        return None
    if not grammar.is_part(word) and not here.has("title.formal"):
        return None
    last = grammar.extent(reading, index, True)
    return _made(reading, index, last, 0.75, "names.small", here)
