"""Whether what a foreign PDF says beside its pages names somebody, or holds what must not be readable."""

import io
from collections.abc import Iterable
from dataclasses import replace

from pypdf import PdfReader

from terbuka.documents.text import document_of
from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.foreign.pdf_said import Gathered
from terbuka.redaction.verifier.foreign.telling import Telling
from terbuka.redaction.verifier.foreign.unseen_pictures import readings
from terbuka.redaction.verifier.model import Check, Survivor
from terbuka.redaction.verifier.secrets.search import Hunt

WHOLE = "WHOLE"
"""A type of secrets that are looked for as they are, not by parts: a font may be called as a person is."""


def said_check(copy: Copy) -> Check:
    """``copy.shown`` is what its pages say."""
    gathered = Gathered(PdfReader(io.BytesIO(copy.data)))
    telling = Telling(document_of(copy.shown))
    found: dict[Survivor, None] = {}
    for said in gathered.said:
        if type_ := telling.type_of(said.text, named=not said.certain):
            found[Survivor(said.kind, said.place, said.page, type_)] = None
    found |= dict.fromkeys(_secrets(copy, gathered))
    found |= dict.fromkeys(_pictured(copy, gathered, telling))
    return Check("said", len(gathered.everything), tuple(found))


def _secrets(copy: Copy, gathered: Gathered) -> Iterable[Survivor]:
    """Secrets in names and strings as a whole; in what is text by its parts too."""
    hunt = Hunt([replace(secret, type=WHOLE) for secret in copy.hunt.secrets])
    for said in gathered.said:
        if said.certain:
            for number in sorted(copy.hunt.expecting(copy.whole).in_text(said.text)):
                yield Survivor(said.kind, said.place, said.page, copy.hunt.types[number], number)
    numbers: set[int] = set()
    for text in gathered.everything if hunt.secrets else ():
        numbers |= hunt.expecting(copy.whole).in_text(text)
    yield from (
        Survivor("name", "names and strings", None, copy.hunt.types[number], number)
        for number in sorted(numbers)
    )


def _pictured(copy: Copy, gathered: Gathered, telling: Telling) -> Iterable[Survivor]:
    """What is read in pictures that are no part of a page; a reader makes strange words of a photograph."""
    for picture, text in readings(gathered.pictures):
        if text is None:
            yield Survivor("picture", f"picture that cannot be read: {picture.place}", picture.page)
            continue
        if type_ := telling.type_of(text, named=True):
            yield Survivor("picture", picture.place, picture.page, type_)
        for number in sorted(copy.hunt.expecting(copy.whole).in_reading(text)):
            yield Survivor("picture", picture.place, picture.page, copy.hunt.types[number], number)
