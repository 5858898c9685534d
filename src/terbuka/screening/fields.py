"""Forms: ``Label : value`` wherever it stands, and the headings under which the labels stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from terbuka.screening.lexicon import is_everyday
from terbuka.screening.reading import Reading
from terbuka.screening.roles import Role

_COLON = re.compile(r"[:：=]")
_NUMBERING = re.compile(r"[\s\-–•*·>#\[\](){}xX]*(?:(?:[IVXLC]+|[A-Za-z]|\d{1,3})\s*[.)]\s*)?[\s\-–•*·]*")
_ITEM = re.compile(r"\s*(?:(?:[IVXLC]+|[A-Za-z]|\d{1,2})[.)]|[-–•*·])\s")
_NEXT_COLUMN = re.compile(r"\s{3,}|[|\t\n\r]")
_FILLER = re.compile(r"[\s\-–_.…:=(\"“']*")
_MAX_LABEL_WORDS = 7
_FARTHEST_COLON, _LONGEST_BRACKET, _SEGMENT_REACH = 200, 200, 80

ROLE_TAGS = {
    "role.child": Role.CHILD,
    "role.informant": Role.INFORMANT,
    "role.victim": Role.VICTIM,
    "role.witness": Role.WITNESS,
    "role.suspect": Role.SUSPECT,
    "role.complainant": Role.COMPLAINANT,
    "role.relative": Role.RELATIVE,
    "role.private": Role.PRIVATE,
}
HOLDS_OFFICE = ("in-office", "post.staff")
"""The tags of who acts in an office or in public: a post, a rank, a place on its staff."""
OFFICE_NUMBERS = ("label.nip", "label.nrp")
_OFFICE_TAGS = frozenset(
    {"post", "post.staff", "post.minor", "post.organisation", "press", "byline", "officeish"}
)


@dataclass(frozen=True, slots=True)
class Field:
    """``kinds``: the label's meanings in order (``"nik"``, ``"name"``, ``"role.victim"``, ``"post"`` …).

    ``label``: word numbers of the label; ``start``/``end``: offsets of the value.
    """

    kinds: tuple[str, ...]
    label: tuple[int, int]
    start: int
    end: int
    line: int

    def has(self, *kinds: str) -> bool:
        return any(kind in self.kinds for kind in kinds)


def find_fields(reading: Reading) -> list[Field]:
    """Every labelled value, in document order."""
    found: list[Field] = []
    labels = list(_find_labels(reading))
    for label, behind in zip_longest(labels, labels[1:]):
        limit = reading.starts[behind.first] if behind else len(reading.text)
        end = _value_end(reading, label, limit)
        line = reading.line_of(label.after - 1)
        found.append(Field(label.kinds, (label.first, label.last), min(label.value, end), end, line))
    return _without_overlap(reading, found)


class _Label(NamedTuple):
    """``first``/``last``: its words. ``after``: behind its colon; ``value``: where its value may begin."""

    kinds: tuple[str, ...]
    first: int
    last: int
    after: int
    value: int


def _find_labels(reading: Reading) -> Iterator[_Label]:
    """The labels in front of colons; a further sign of a row of them ("=====") has no label of its own."""
    begun = 0
    for match in _COLON.finditer(reading.text):
        labelled = _label_before(reading, match.start()) if match.start() >= begun else None
        if labelled:
            begun = _FILLER.match(reading.text, match.end()).end()  # type: ignore[union-attr]  # matches ""
            yield _Label(*labelled, match.end(), begun)


def _label_before(reading: Reading, colon: int) -> tuple[tuple[str, ...], int, int] | None:
    """The marks that make the label in front of a colon, or None where it is no label."""
    last = reading.word_at(colon - 1) if colon else 0
    if last >= len(reading) or reading.starts[last] >= colon:
        last -= 1
    if last < 0 or colon - reading.ends[last] > _FARTHEST_COLON:
        return None
    if "\n" in reading.text[reading.ends[last] : colon]:
        return None
    if ")" in reading.text[reading.ends[last] : colon]:
        last = _before_bracket(reading, last)
    kinds: list[str] = []
    first = last + 1
    while last + 1 - first < _MAX_LABEL_WORDS:
        length, tags = _label_mark(reading, first - 1)
        if not length:
            break
        kinds[:0] = [tag for tag in tags if tag not in kinds]
        first -= length
        if not re.fullmatch(r"\s*(?:/|,|&|dan|\()\s*", reading.between(first)):
            break
    if not kinds:
        return _relative_of_somebody(reading, last)
    kinds, first = _of_somebody(reading, kinds, first)
    return (tuple(kinds), first, last + 1) if _opens_segment(reading, first) else None


def _of_somebody(reading: Reading, kinds: list[str], first: int) -> tuple[list[str], int]:
    """``Nomor HP pemohon :``, ``Alamat korban :``: what is asked stands in front of whose it is."""
    if first == 0 or reading.between(first) != " " or not all(kind in ROLE_TAGS for kind in kinds):
        return kinds, first
    length, tags = _label_mark(reading, first - 1)
    asked = [tag for tag in tags if tag not in ROLE_TAGS and tag not in _OFFICE_TAGS]
    if not asked:
        return kinds, first
    return [*asked, *kinds] if "name" in asked else asked, first - length


def _relative_of_somebody(reading: Reading, last: int) -> tuple[tuple[str, ...], int, int] | None:
    """``Ayah Dinda :``, ``Ibu dari Anak Aldi :``: a word of kinship opens the segment."""
    cell = reading.cells[reading.cell_of[last]]
    first = cell.first + (1 if reading.folds[cell.first].isdigit() else 0)
    if first < last < first + 5 and reading.tag_at(first, "label.relative"):
        return ("relative",), first, last + 1
    return None


def _before_bracket(reading: Reading, last: int) -> int:
    """The word in front of the bracket that word ``last`` stands in: ``NIK (fotokopi terlampir) :``."""
    end = reading.starts[last]
    begin = max(reading.line_starts[reading.lines[last]], end - _LONGEST_BRACKET)
    opened = reading.text.rfind("(", begin, end)
    before = reading.word_at(opened) - 1 if opened > 0 else last
    return before if before >= 0 and reading.lines[before] == reading.lines[last] else last


def _label_mark(reading: Reading, last: int) -> tuple[int, list[str]]:
    """The longest label mark that ends with word ``last``: its length and meanings."""
    best, kinds = 0, []
    for length, tags in reading.closing.get(last, ()):
        have = [tag.removeprefix("label.") for tag in sorted(tags) if tag.startswith("label.")]
        have += [tag for tag in sorted(tags) if tag in ROLE_TAGS or tag in _OFFICE_TAGS]
        if have and length > best and reading.lines[last - length + 1] == reading.lines[last]:
            best, kinds = length, have
    return best, kinds


def _opens_segment(reading: Reading, first: int) -> bool:
    """True where a label may begin: a line, a cell, an item, behind a comma, a bracket, or its first word."""
    before = _before(reading, first)
    if _NUMBERING.fullmatch(before) or re.search(
        r"(?:\s{2,}|[|\t,;(.]\s*)(?:(?:\w|\d{1,2})[.)]\s*)?$", before
    ):
        return True
    index = first - 1  # "Nomor HP pemohon", "Data pelapor": another word of the same label in front
    return index >= 0 and bool(re.search(r"(?:^|\s{2,}|[|\t])\W*$", _before(reading, index)))


def _before(reading: Reading, index: int) -> str:
    """What stands in front of a word on its line, as far as that says whether a label may begin there."""
    start, end = reading.line_starts[reading.lines[index]], reading.starts[index]
    return reading.text[max(start, end - _SEGMENT_REACH) : end]


def _value_end(reading: Reading, label: _Label, limit: int) -> int:
    """``limit``: where the next label begins."""
    text, after, start = reading.text, label.after, label.value
    _, line_end = reading.line_span(reading.line_of(after - 1))
    if start > line_end:  # the value stands on a following line
        if not {"name", *ROLE_TAGS} & set(label.kinds) or text.count("\n", after, start) > 3:
            return after
        begin, line_end = reading.line_span(reading.line_of(start))
        if _ITEM.match(text, begin) or ":" in text[start:line_end] or _bare_label(reading, start):
            return after
    column = _NEXT_COLUMN.search(text, start, min(line_end, max(limit, start)))
    if column is None and start <= limit < line_end:
        return start + len(text[start:limit].rstrip())
    end = column.start() if column else line_end
    if column is None and "address" in label.kinds:
        end = _continued(reading, start, line_end)
    return start + len(text[start:end].rstrip(" -–_…\r\n)")) if end > start else end


def _bare_label(reading: Reading, start: int) -> bool:
    """The next line is itself a label whose colon was lost."""
    tags = [tag for _, have in reading.opening.get(reading.word_at(start), ()) for tag in have]
    return any(tag.startswith("label.") for tag in tags)


def _continued(reading: Reading, start: int, line_end: int) -> int:
    """An address goes on in the next line where that is indented as far as the value and opens no label."""
    line = reading.line_of(start)
    indent = reading.column(start)
    while line + 1 < len(reading.line_starts):
        begin, end = reading.line_span(line + 1)
        body = reading.text[begin:end]
        spaces = len(body) - len(body.lstrip())
        if not body.strip() or spaces < indent - 2 or indent < 4 or ":" in body or _ITEM.match(body):
            break
        line, line_end = line + 1, end
    return line_end


def _without_overlap(reading: Reading, found: list[Field]) -> list[Field]:
    """A value ends where the next label on its line begins."""
    out: list[Field] = []
    for field, after in zip_longest(found, found[1:]):
        end = field.end
        if after is not None and field.start <= reading.starts[after.label[0]] < end:
            value = reading.text[field.start : reading.starts[after.label[0]]]
            end = field.start + len(value.rstrip())
        out.append(Field(field.kinds, field.label, field.start, max(end, field.start), field.line))
    return out


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and the role it gives to the persons below it, if any."""

    line: int
    role: Role | None


def find_headings(reading: Reading) -> list[Heading]:
    """Headings in document order."""
    found = []
    for line in range(len(reading.line_starts)):
        words = reading.line_words(line)
        if 0 < len(words) <= 8 and _is_heading(reading, line, words):
            found.append(Heading(line, _role_of(reading, words)))
    return found


def _is_heading(reading: Reading, line: int, words: range) -> bool:
    start, end = reading.line_span(line)
    body = reading.text[start:end].strip()
    if "|" in body or re.search(r"[:=]\s*\S", body) or len(re.split(r"\s{3,}", body)) > 2:
        return False
    letters = [char for char in body if char.isalpha()]
    if sum(char.isupper() for char in letters) < 0.9 * len(letters):
        return False
    return all(
        i in reading.opening
        or i in reading.closing
        or is_everyday(reading.folds[i])
        or len(reading.folds[i]) < 3
        for i in words
    )


_TITLES = frozenset({"surat", "laporan", "berita", "keputusan", "formulir", "tanda"})


def _role_of(reading: Reading, words: range) -> Role | None:
    """The role a heading gives; the title of the document ("SURAT KETERANGAN AHLI WARIS") gives none."""
    if any(reading.folds[i] in _TITLES for i in words):
        return None
    for tag, role in ROLE_TAGS.items():
        if any(reading.tag_at(i, tag) for i in words):
            return role
    return None


def names_a_thing(reading: Reading, words: range) -> bool:
    """``Nama kegiatan``, ``Nama kapal``: the label is about no person (but ``Nama / Pekerjaan`` is)."""
    return any(
        reading.folds[i] == "nama"
        and reading.tag_at(i + 1, "notperson")
        and "/" not in reading.between(i + 1)
        for i in words[:-1]
    )
