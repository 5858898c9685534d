"""Whether words that no page shows name somebody.

A title, the name of a layer or of a bookmark is in every file. What it says counts only where it says more
than the pages do, and something that screening would hide or that is written like a person's name.
"""

import re

from terbuka.documents import Document
from terbuka.documents.text import document_of
from terbuka.redaction.verifier.foreign.known_words import PROGRAMS
from terbuka.redaction.verifier.foreign.named_words import (
    SHORTEST,
    has_part,
    is_strange_name,
    without_feasts,
    without_places,
)
from terbuka.redaction.verifier.secrets.search import squeeze
from terbuka.screening.lexicon import is_ordinary
from terbuka.screening.screen import screen

OF_SENTENCES = frozenset(
    {"names.modelled", "learned.detail", "people.repeated", "people.otherwise", "people.misread"}
)
"""Rules that read sentences; names of parts and of programs are none."""
_WORD = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)?")
_RUN_TOGETHER = re.compile(r"(?<=[a-z])(?=[A-Z])|[_\-+./\\%]+")
_NUMBER = re.compile(r"(?<!\d)\d[\d .-]{4,}\d(?!\d)")
_ADDRESS = re.compile(r"\b(?:https?://|www\.)[\w.:-]+(/\S*)?")
_IDENTIFIER = re.compile(r"(?<![\w+/])[\w+/]{16,}={1,2}")
"""In base 64, as programs number files; its letters are a name once in a hundred."""
_CODE = re.compile(r"\b(?=[A-Za-z]*\d)(?=\d*[A-Za-z])\w{8,}\b|\b(?:adobe:ns|D|uuid|urn):\S*")
"""Identifiers of files and programs, dates of PDF."""
_AUTHORS_OF_OFFICES = re.compile(
    r"\b(?:dinas|badan|kantor|kementerian|kemen\w+|pemerintah|pemkot|pemkab|pemprov|sekretariat|setda|bagian|"
    r"bidang|biro|direktorat|ditjen|inspektorat|komisi|kepolisian|pol(?:ri|da|res|sek)\w*|ppid|tim|panitia|"
    r"kecamatan|kelurahan|desa|sekolah|universitas|rsud|puskesmas|perpustakaan|lembaga|majelis|mahkamah|"
    r"pengadilan|kejaksaan|humas|staf|operator|administrator|admin|user|pengguna|owner|author|penulis|editor|"
    r"guest|pc|laptop|desktop|hp|acer|asus|dell|lenovo|toshiba|office|scanner|unknown|anonymous|anonim)\b",
    re.IGNORECASE,
)


class Telling:
    """What the hidden words of one document tell beside what its pages say."""

    def __init__(self, document: Document) -> None:
        self._said = {squeeze(word) for word in document.text.split()}
        self._squeezed = squeeze(document.text)

    def unsaid(self, text: str) -> list[str]:
        """The words and the long numbers in it that no page shows."""
        return [word for word in (*words_of(text), *_NUMBER.findall(text)) if not self._is_said(word)]

    def type_of(self, text: str, *, named: bool = False) -> str | None:
        """The type of what it tells, if anything that may not be told.

        ``named``: it is what a program calls something, so that strange words alone are no person.
        """
        text = without_feasts(text)
        if not self.unsaid(text) or (named and not self._may_tell(text)):
            return None
        document = document_of(" ".join(_IDENTIFIER.sub(" ", text).split()))
        found = [f for f in screen(document).findings if f.action.hides and f.rule not in OF_SENTENCES]
        for finding in found:
            said = document.text[finding.start : finding.end]
            if finding.type != "PERSON" or self.unsaid(said):  # pragma: no branch
                return finding.type
        return "PERSON" if self._names(text, named=named) else None

    def _may_tell(self, text: str) -> bool:
        """Whether it is worth while to screen it."""
        return "@" in text or bool(_NUMBER.search(text)) or self._names(text, named=True)

    def is_author(self, text: str) -> bool:
        """Whether who made the file is a person, and not an office, a program or a machine."""
        strange = [word for word in self.unsaid(text) if len(word) >= SHORTEST and not _is_known(word)]
        return bool(strange) and not _AUTHORS_OF_OFFICES.search(text)

    def _is_said(self, word: str) -> bool:
        squeezed = squeeze(word)
        return (
            not squeezed
            or squeezed in self._said
            or (len(squeezed) > SHORTEST and squeezed in self._squeezed)
        )

    def _names(self, text: str, *, named: bool) -> bool:
        """A part of names; where no program chose the words, also strange ones that make a name."""
        if not self._are_names(words_of(text), text, named):
            return False
        return self._are_names(words_of(without_places(text)), text, named)

    def _are_names(self, words: list[str], text: str, named: bool) -> bool:
        if has_part(words, self._is_said):
            return True
        return not named and is_strange_name(words, self._is_said, of_a_file=" " not in text.strip())


def words_of(text: str) -> list[str]:
    """The words of a text, those that were run together apart."""
    plain = _ADDRESS.sub(_path, _IDENTIFIER.sub(" ", text))
    return _WORD.findall(_RUN_TOGETHER.sub(" ", _CODE.sub(" ", plain)))


def _path(address: re.Match[str]) -> str:
    """What an address says behind the machine's name, its words written as names are."""
    return " ".join(word.capitalize() for word in re.findall(r"[^\W\d_]+", address[1] or ""))


def _is_known(word: str) -> bool:
    small = word.lower()
    return small in PROGRAMS or is_ordinary(small)
