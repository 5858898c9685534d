"""Names that the layout announces: behind a label, under a heading, at the head of a chat line or a mail."""

import re
from collections.abc import Iterator

from terbuka.screening.fields import ROLE_TAGS, Field, names_a_thing
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import is_everyday, is_name_part, words
from terbuka.screening.names import grammar
from terbuka.screening.names.anchors import lead
from terbuka.screening.names.columned import columned
from terbuka.screening.names.degrees import comma_degree
from terbuka.screening.names.initials import goes_on, marked_initials, spaced_initials
from terbuka.screening.names.likeness import initials, likeness
from terbuka.screening.names.model import NameCandidate, NameRule, name_candidate
from terbuka.screening.reading import Reading

_CHAT = re.compile(
    r"^[\s\[(]*\d{1,2}[/.\-]\d{1,2}(?:[/.\-]\d{2,4})?,?\s+(?:pukul\s+)?"
    r"\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[AaPp][Mm])?[\])]?"
    r"\s*[-–:]?\s*([^:\n\[\]]{1,40}?):\s",
    re.M,
)
_MAIL_NAME = re.compile(
    r"^(?:>\s*)*(?:from|to|cc|bcc|dari|kepada|reply-to)\s*:\s*\"?([^\"<\n@]{3,50}?)\"?\s*<", re.I | re.M
)
_ITEM = re.compile(r"(?:^|[\s;,])(?:\d{1,2}[.)]|[a-h][.)])\s+")
_POLITE = words("polite")  # "Pak Teguh RT:" is called Teguh; "Acil Midah:" may be what he saved her as
_IN_A_HANDLE = ("_", ".")
_ACTED, _WRITTEN = "acted", ("ditulis", "disunting", "difoto", "diliput")
_PERSON_KINDS = frozenset({"name", _ACTED, "relative", "press", "byline", *ROLE_TAGS})
_OF_SOMEBODY = frozenset({"name", "relative", *ROLE_TAGS})
_VALUE_ENDS = re.compile(r"[. ]*(?:[\n,;|/(\t&]|  )")
_FULL_STOP = re.compile(r"\.{1,2} ")
_LONGEST_HEADER = 7
_LEAST_OF_A_SENTENCE = 2
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
            if _OF_SOMEBODY & set(cell.kinds):
                yield from _first_word(reading, cell.start, cell.end, cell.kinds)
    for start, end, kinds in columned(layout):
        yield from _first_word(reading, start, end, kinds)
    yield from _of_a_life(reading)
    for pattern in (_CHAT, _MAIL_NAME):
        for match in pattern.finditer(reading.text):
            yield from _first_word(reading, match.start(1), match.end(1), ("name", "chat"))


def _of_a_life(reading: Reading) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The first line below the title of a CV, when it holds nothing but capitalised words."""
    for first, last in reading.marked("kind.cv"):
        if last >= len(reading) or first != reading.line_words(reading.lines[first]).start:
            continue
        line = reading.line_words(reading.lines[last])
        if line.start == last and _may_be_whole_name(reading, line):
            yield from _first_word(reading, reading.starts[last], reading.ends[line.stop - 1], ("name",))


def _may_be_whole_name(reading: Reading, line: range) -> bool:
    """No label, address, number or ordinary word among the few words of the line."""
    start, end = reading.line_span(reading.lines[line.start])
    if len(line) > _LONGEST_HEADER or any(
        char in ":|=" or char.isdigit() for char in reading.text[start:end]
    ):
        return False
    plain = [i for i in line if is_everyday(reading.folds[i]) and not is_name_part(reading.folds[i])]
    return len(plain) * 2 < len(line) and all(reading.capital(i) for i in line)


def _first_word(
    reading: Reading, start: int, end: int, kinds: tuple[str, ...]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The first word of a value behind its titles; nothing for an empty value."""
    first = reading.word_at(start)
    index = first if _initials(reading, first, kinds) else _behind_titles(reading, first)
    if "chat" in kinds and index == first < len(reading) and reading.folds[index] in _POLITE:
        index += max(reading.tag_at(index, "post.organisation"), 1)
    if index < len(reading) and reading.starts[index] < end:
        yield index, kinds


def _person_kinds(field: Field, reading: Reading) -> tuple[str, ...]:
    if "name" in field.kinds and names_a_thing(reading, range(*field.label)):
        return ()
    kinds = tuple(_ACTED if kind == "byline" and _is_done(field, reading) else kind for kind in field.kinds)
    return kinds if _PERSON_KINDS & set(kinds) else ()


def _is_done(field: Field, reading: Reading) -> bool:
    """``Diantar oleh :``, ``Diperiksa oleh :``: who does something, not who writes."""
    before = reading.folds[field.label[0] - 1] if field.label[0] else ""
    return before.startswith("di") and before not in _WRITTEN and not reading.between(field.label[0]).strip()


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
    short = _initials(reading, index, kinds)
    if short:
        return name_candidate(
            reading, range(index, index + short), 0.9, NameRule.INITIALS, lead(reading, index), kinds
        )
    if index >= len(reading) or index in taken or not _may_begin(reading, index, kinds):
        return None
    named = "name" in kinds
    whole = (named and "chat" not in kinds) or _without_case(reading.folds[index])
    last = grammar.labelled_extent(reading, index) if whole else grammar.extent(reading, index, True)
    if not whole and likeness(reading, index, last) < 0.1:
        return None
    if "chat" in kinds:
        last = _whole_handle(reading, last)
    certain = 0.97 if named else 0.9
    return name_candidate(
        reading, range(index, last), certain, NameRule.LABELLED, lead(reading, index), kinds
    )


def _whole_handle(reading: Reading, last: int) -> int:
    """Behind the last word of what somebody is called on the net: "tinah_cilongok"."""
    while last < len(reading) and reading.between(last) in _IN_A_HANDLE:
        last += 1
    return last


def _initials(reading: Reading, index: int, kinds: tuple[str, ...]) -> int:
    """The number of words of initials that are the whole value of a label for somebody ("Korban : RS")."""
    if index >= len(reading) or not _OF_SOMEBODY & set(kinds):
        return 0
    if "chat" in kinds:
        return 1 if _is_letter(reading, index) and reading.between(index + 1).startswith(":") else 0
    count = initials(reading, index) or spaced_initials(reading, index)
    count = count or marked_initials(reading, index, counted=False)
    last = index + count
    if not count or last >= len(reading) or _VALUE_ENDS.match(reading.between(last)):
        return count
    return count if _FULL_STOP.fullmatch(reading.between(last)) and not goes_on(reading, last - 1) else 0


def _is_letter(reading: Reading, index: int) -> bool:
    return len(reading.word(index)) == 1 and reading.capital(index) and index + 1 < len(reading)


def _may_begin(reading: Reading, index: int, kinds: tuple[str, ...]) -> bool:
    word = reading.folds[index]
    if word.isdigit() or _scrap(reading, index) or comma_degree(reading, index):
        return False
    if "name" not in kinds:
        return (reading.capital(index) or _without_case(word)) and not grammar.stops(reading, index, True)
    plain = is_everyday(word) and not is_name_part(word)
    next_line = index > 0 and reading.lines[index] != reading.lines[index - 1]
    if reading.tag_at(index, *_NO_NAME) or (plain and _is_label(reading, index)):
        return False
    if plain and _begins_a_sentence(reading, index):
        return False
    return not plain or (reading.capital(index) and not next_line)


def _begins_a_sentence(reading: Reading, index: int) -> bool:
    """Everyday words in small letters follow at once: "Demikian laporan ini" behind the rows of a list."""
    following = range(index + 1, index + 1 + _LEAST_OF_A_SENTENCE)
    return following.stop <= len(reading) and all(
        reading.between(at) == " " and reading.word(at).islower() and is_everyday(reading.folds[at])
        for at in following
    )


def _without_case(word: str) -> bool:
    """Of a script that knows no capitals: "王小明"."""
    return word.isalpha() and word.lower() == word.upper()


def _is_label(reading: Reading, index: int) -> bool:
    """The next label of an empty form: ``Nama: Alamat Lengkap``."""
    return any(tag.startswith("label.") for _, tags in reading.opening.get(index, ()) for tag in tags)


def _scrap(reading: Reading, index: int) -> bool:
    """One or two letters alone on the rest of the line: a scrap of a form, no name."""
    word = reading.folds[index]
    alone = index + 1 >= len(reading) or "\n" in reading.between(index + 1)
    return len(word) < 3 and alone and not is_name_part(word) and not initials(reading, index)
