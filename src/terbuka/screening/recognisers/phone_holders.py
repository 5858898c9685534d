"""Whose a telephone is: an office's, which stays, or a person's (policy, rule 1)."""

import re

from terbuka.screening.candidate import Candidate
from terbuka.screening.cells import split
from terbuka.screening.fields import ROLE_TAGS
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import is_name_part, is_ordinary, words
from terbuka.screening.reading import Reading
from terbuka.screening.recognisers import phones
from terbuka.screening.roles import Role
from terbuka.screening.tables import Row

_REACH = 7
_DELIMITERS = "|\t;,"
_OFFICE_LINE = words("office-line")  # what alone makes a mobile number an office's
_OWN_LINE = words("own-line")
_ASKED = words("asked-line")
_PRETENDS, _ASKS_TO_CALL, _FAR = words("pretends-to-be"), words("calls-for-a-report"), 16
_ADMIN, _GROUP = "admin", frozenset(("grup", "group"))
_OR = words("number-list")
_DELIMITER = re.compile(rf"[{_DELIMITERS}]|\n\n")
_CELL = re.compile(r"[|\t;\]]")
_BEHIND = re.compile(
    r"\s?\((?:no\w*\.?\s|telp\.?\s|telepon\s|wa\s)?(?:kantor|layanan|dinas|resmi|piket|posko|pelayanan|pengaduan|admin"
    r"|lapor (?:pak |bu )?(?:polisi|kapol\w+))\b",
    re.I,
)
_BEHIND_OWN = re.compile(
    r"\s?\((?:no\w*\.?\s|telp\.?\s|telepon\s|wa\s|hp\s)?(?:rumah|pribadi|istri\w*|isteri\w*|suami\w*|anak\w*|ibu\w*|ayah\w*"
    r"|keluarga|tetangga\w*|saudara\w*)\s?[,)]",
    re.I,
)
_PERSON = ("personal.contact", "title.formal", "title.kin", "role.private", "role.relative", "rank")


def holder(layout: Layout, candidate: Candidate) -> Role | None:
    """Whose telephone it is: an office's or a person's; None where the text does not say.

    A mobile number is a person's unless words for an office's line lead to it. A fixed line is an office's
    unless it stands in a person's row or form, or a person is named in front of it.
    """
    reading = layout.reading
    if _BEHIND.match(reading.text, candidate.end):
        return Role.INSTITUTION
    if _BEHIND_OWN.match(reading.text, candidate.end):
        return Role.PRIVATE
    row = layout.row_at(candidate.start)
    if candidate.rule in ("phones.mobile", "phones.foreign", "contacts.page"):
        return _of_mobile(layout, candidate, in_row=bool(row and row.cell("name")))
    if candidate.start < layout.letterhead and not row:
        return Role.INSTITUTION
    if row and _is_asked_of_persons(layout, row, candidate.start):
        return Role.PRIVATE
    said = _Way(layout, candidate.start).fixed()
    if said:
        return said
    if row or {"phone", "email"} & set(layout.kinds_at(candidate.start)):
        return Role.PRIVATE
    return Role.INSTITUTION if candidate.rule == "phones.landline" else Role.PRIVATE


def _is_asked_of_persons(layout: Layout, row: Row, start: int) -> bool:
    """The heading of the column says whose numbers stand in it: ``NO. TELEPON PELAPOR``."""
    cell, reading = layout.cell_at(start), layout.reading
    begin, end = reading.line_span(row.headings)
    text = reading.text[begin:end]
    headings = split(text, max(_DELIMITERS, key=text.count))
    if cell is None or cell.column >= len(headings):
        return False
    left, right = headings[cell.column]
    return any(reading.tag_at(word, *ROLE_TAGS) for word in reading.words_in(begin + left, begin + right))


def _of_mobile(layout: Layout, candidate: Candidate, in_row: bool) -> Role:
    text = layout.reading.text[candidate.start : candidate.end]
    if in_row:
        return Role.PRIVATE
    if phones.vanity(text):
        return Role.INSTITUTION
    return _Way(layout, candidate.start, candidate.start < layout.letterhead).mobile()


class _Way:
    """The words in front of a number, from the nearest on, as far as they speak of it."""

    def __init__(self, layout: Layout, start: int, heads: bool = False) -> None:
        """``heads``: the number stands in a letterhead, set in wide gaps."""
        self._layout = layout
        self._heads = heads
        self._reading: Reading = layout.reading
        self._index = layout.reading.word_at(start)

    def mobile(self) -> Role:
        """An office's only where its words are the nearest, with no person and no other matter between."""
        reading = self._reading
        only_labels = True
        if self._pretended():
            return Role.PRIVATE
        for step in range(_REACH):
            at = self._index - step
            if at < 1 or self._parted(at, step, only_labels):
                break
            word = at - 1
            if self._of_an_office(at, step):
                return Role.INSTITUTION
            if reading.folds[word] in _OWN_LINE or reading.tag_before(at, *_PERSON) or self._is_name(word):
                break
            if self._heads and self._is_number(word) and reading.lines[word] == reading.lines[self._index]:
                return Role.INSTITUTION  # behind the telephone of the head: "Telp. (0526) 2021118   WA 0811…"
            if only_labels and reading.folds[word] in phones.HOTLINES:
                return Role.INSTITUTION  # "melapor ke 110 atau WhatsApp 0811…"
            only_labels = only_labels and self._is_label(word)
            if not only_labels and reading.folds[word] in _OR:
                break
        return Role.PRIVATE

    def _of_an_office(self, at: int, step: int) -> bool:
        """Words of an office's line end in front of word ``at``: also "WA desa", and "Lapor Pak Polisi" with
        capitals, for who says "lapor polisi" reports."""
        reading = self._reading
        if reading.folds[at - 1] in _OFFICE_LINE or (step < 3 and reading.tag_before(at, "org.government")):
            return True
        service = reading.tag_before(at, "service.police")
        if service and all(map(reading.capital, range(at - service, at))):
            return True
        return not step and reading.tag_before(at, "officecontact") > 0 and self._labelled(at - 1)

    def _pretended(self) -> bool:
        """ "mengaku petugas call center BRI dengan nomor …", "nomor admin" of a group: no office's, unless
        these words ask to call ("Korban petugas gadungan dapat lapor ke hotline …")."""
        reading, admin = self._reading, self._reading.folds[self._index - 1] == _ADMIN
        for at in range(self._index, max(self._index - _FAR, 0), -1):
            word = reading.folds[at - 1]
            if reading.sentence_end(at) or _DELIMITER.search(reading.between(at)) or word in _ASKS_TO_CALL:
                return False
            if word in _PRETENDS or (admin and word in _GROUP):
                return True
        return False

    def fixed(self) -> Role | None:
        """The nearest word of an office or of a person, in the sentence and the cell."""
        reading = self._reading
        for at in range(self._index, max(self._index - _REACH, 0), -1):
            gap = reading.between(at)
            if at == self._index and _CELL.search(gap):
                return self._cell_beside(at)
            if _CELL.search(gap) or "[" in gap or reading.sentence_end(at) or self._other_cell(at):
                return None
            if ")" in gap and at < self._index:
                return None
            led = at >= self._index - 1 and reading.folds[at - 1] in _ASKED | _OFFICE_LINE
            if led or reading.tag_before(at, "officecontact", "org.government"):
                return Role.INSTITUTION
            if reading.tag_before(at, *_PERSON):
                return Role.INSTITUTION if self._in_office(at) else Role.PRIVATE
        return None

    def _in_office(self, at: int) -> bool:
        """``Dekan Fakultas Syariah, Ibu …``: a post stands before the title of the person."""
        reading = self._reading
        if not reading.tag_before(at, "title.formal", "title.kin", "rank"):
            return False
        for word in range(at - 1, max(at - 1 - _REACH, 0), -1):
            if reading.sentence_end(word + 1) or "\n" in reading.between(word + 1):
                return False
            if reading.tag_before(word, "post", "post.staff"):
                return True
        return False

    def _cell_beside(self, at: int) -> Role | None:
        """Whom the cell to the left names: ``ayah korban, Zulkarnain;0778 8021164``."""
        reading = self._reading
        for word in range(at - 1, max(at - 1 - _REACH, -1), -1):
            if reading.tag_before(word + 1, "officecontact", "org.government", "place.school"):
                return Role.INSTITUTION
            if reading.tag_before(word + 1, *_PERSON):
                return Role.PRIVATE
            if _CELL.search(reading.between(word)) or "\n" in reading.between(word):
                return None
        return None

    def _parted(self, at: int, step: int, only_labels: bool) -> bool:
        """Another matter begins between word ``at - 1`` and word ``at``; a number of one list does not."""
        reading = self._reading
        gap = reading.between(at)
        if any(char in gap for char in "|\t;[]") or reading.sentence_end(at):
            return True
        if "   " in gap and ":" not in gap and not self._heads:
            return True
        if "\n" in gap and not reading.wraps(at):
            return True
        listed = only_labels and self._is_number(at - 1)
        return ("," in gap or (")" in gap and step > 0)) and not listed

    def _other_cell(self, at: int) -> bool:
        reading = self._reading
        row = at < len(reading) and self._layout.row_at(reading.starts[at])
        return bool(row) and reading.cell_of[at] != reading.cell_of[at - 1]

    def _is_number(self, word: int) -> bool:
        return sum(map(str.isdigit, self._reading.folds[word])) >= 3

    def _is_label(self, word: int) -> bool:
        reading = self._reading
        return (
            self._is_number(word)
            or reading.folds[word] in _OR
            or bool(reading.tag_before(word + 1, "label.phone", "label.number"))
        )

    def _labelled(self, word: int) -> bool:
        """A label for telephones stands one or two words in front."""
        reading = self._reading
        return any(reading.tag_before(at, "label.phone") for at in (word, word - 1) if at > 0)

    def _is_name(self, word: int) -> bool:
        reading = self._reading
        fold = reading.folds[word]
        return reading.capital(word) and is_name_part(fold) and not is_ordinary(fold)
