"""Looks for personal data in the words that an officer typed and the public will read.

A title, a file name or a reason can leak what the redaction of the file has hidden. Software proposes:
whoever publishes sees what looks personal and certifies the words, or writes them anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from terbuka.documents.text import document_of
from terbuka.language import N_
from terbuka.office.errors import NotPossible
from terbuka.screening.policy import label
from terbuka.screening.screen import screen


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that looks personal: the ``field`` as the form calls it, the word of the redaction label."""

    field: str
    label: str


class PersonalWords(NotPossible):
    """Public words that look personal were not certified. ``doubts`` says where, never what."""

    def __init__(self, doubts: list[Doubt]) -> None:
        self.doubts = doubts
        super().__init__(
            N_(
                "Kata-kata yang akan dibaca umum tampaknya memuat data pribadi (%(places)s). Tulis ulang "
                "tanpa data pribadi, atau pastikan bahwa boleh terbuka."
            ),
            places=", ".join(f"{doubt.field}: {doubt.label}" for doubt in doubts),
        )


def doubts_in(texts: Mapping[str, str]) -> list[Doubt]:
    """What looks personal in ``texts`` (field → text), each field and label once, in order."""
    fields, whole = [], ""
    for field, text in texts.items():
        fields.append((len(whole), field))
        whole += f"{text}\n\n"
    found = [
        Doubt(_field_at(fields, finding.start), label(finding.type, finding.role))
        for finding in screen(document_of(whole)).findings
        if finding.action.hides
    ]
    return list(dict.fromkeys(found))


def _field_at(fields: list[tuple[int, str]], offset: int) -> str:
    return next(name for start, name in reversed(fields) if start <= offset)
