"""Names that the layout announces: behind a label, under a heading, at the head of a chat line or a mail."""

import re
from collections.abc import Iterator

from terbuka.screening.fields import ROLE_TAGS, Field, names_a_thing
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import is_everyday, is_name_part
from terbuka.screening.names import grammar
from terbuka.screening.names.anchors import lead
from terbuka.screening.names.degrees import comma_degree
from terbuka.screening.names.likeness import initials, likeness
from terbuka.screening.names.model import NameCandidate, name_candidate
from terbuka.screening.reading import Reading

_CHAT = re.compile(
    r"^[\s\[(]*\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4},?\s+(?:pukul\s+)?"
    r"\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[AaPp][Mm])?[\])]?"
    r"\s*[-–:]?\s*([^:\n\[\]]{2,40}?):\s",
    re.M,
)
_MAIL_NAME = re.compile(
    r"^(?:>\s*)*(?:from|to|cc|bcc|dari|kepada|reply-to)\s*:\s*\"?([^\"<\n@]{3,50}?)\"?\s*<", re.I | re.M
)
_ITEM = re.compile(r"(?:^|[\s;,])(?:\d{1,2}[.)]|[a-h][.)])\s+")
_PERSON_KINDS = frozenset({"name", "relative", "press", "byline", *ROLE_TAGS})
_NO_NAME = ("post", "org.government", "org.company", "rank", "alias")


def announced(layout: Layout) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Word numbers at which a name is announced, with the meanings of the label or heading."""
    reading = layout.reading
    for field in layout.fields:
        kinds = _person_kinds(field, reading)
        if kinds:
            for start in _items(reading.text, field.start, field.end):
                yield from _first_word(reading, start, field.end, kinds)
    for row in layout.rows:
        for cell in row.cells:
            if {"name", *ROLE_TAGS} & set(cell.kinds):
                yield from _first_word(reading, cell.start, cell.end, cell.kinds)
    for pattern in (_CHAT, _MAIL_NAME):
        for match in pattern.finditer(reading.text):
            yield from _first_word(reading, match.start(1), match.end(1), ("name", "chat"))


def _first_word(
    reading: Reading, start: int, end: int, kinds: tuple[str, ...]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The first word of a value behind its titles; nothing for an empty value."""
    index = _behind_titles(reading, reading.word_at(start))
    if index < len(reading) and reading.starts[index] < end:
        yield index, kinds


def _person_kinds(field: Field, reading: Reading) -> tuple[str, ...]:
    if "name" in field.kinds and names_a_thing(reading, range(*field.label)):
        return ()
    return field.kinds if _PERSON_KINDS & set(field.kinds) else ()


def _items(text: str, start: int, end: int) -> list[int]:
    """Where the items of a value begin: ``1. HERMAN  2. LIE FEN FEN``."""
    items = [start + match.end() for match in _ITEM.finditer(text[start:end])]
    return items or [start]


def _behind_titles(reading: Reading, index: int) -> int:
    """The first word behind titles and ranks."""
    while index < len(reading) and (length := reading.tag_at(index, "in-front")):
        index += length
    return index


def announced_name(
    reading: Reading, index: int, kinds: tuple[str, ...], taken: set[int]
) -> NameCandidate | None:
    """The name at an announced place, unless that holds something else (an office, a number, a blank)."""
    if index >= len(reading) or index in taken or not _may_begin(reading, index, kinds):
        return None
    named = "name" in kinds
    whole = named and "chat" not in kinds
    last = grammar.labelled_extent(reading, index) if whole else grammar.extent(reading, index, True)
    if not whole and likeness(reading, index, last) < 0.1:
        return None
    certain = 0.97 if named else 0.9
    return name_candidate(reading, range(index, last), certain, "labelled", lead(reading, index), kinds)


def _may_begin(reading: Reading, index: int, kinds: tuple[str, ...]) -> bool:
    word = reading.folds[index]
    if word.isdigit() or _scrap(reading, index) or comma_degree(reading, index):
        return False
    if "name" not in kinds:
        return reading.capital(index) and not grammar.stops(reading, index, True)
    plain = is_everyday(word) and not is_name_part(word)
    next_line = index > 0 and reading.lines[index] != reading.lines[index - 1]
    if reading.tag_at(index, *_NO_NAME) or (plain and _is_label(reading, index)):
        return False
    return not plain or (reading.capital(index) and not next_line)


def _is_label(reading: Reading, index: int) -> bool:
    """The next label of an empty form: ``Nama: Alamat Lengkap``."""
    return any(tag.startswith("label.") for _, tags in reading.opening.get(index, ()) for tag in tags)


def _scrap(reading: Reading, index: int) -> bool:
    """One or two letters alone on the rest of the line: a scrap of a form, no name."""
    word = reading.folds[index]
    alone = index + 1 >= len(reading) or "\n" in reading.between(index + 1)
    return len(word) < 3 and alone and not is_name_part(word) and not initials(reading, index)
