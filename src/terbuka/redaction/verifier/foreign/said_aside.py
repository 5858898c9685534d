"""What a foreign package, page or mail says in values that no reader shows, whatever attribute has them.

As of a PDF (``said_check``): a secret may stand in none of them as a whole. Else a value counts where it
names somebody by a part of names, or is a number that may not be shown, and no page says it (``telling``).
What somebody types into attributes is a hidden part of its own, and judged as text (``hidden_parts``).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from terbuka.documents.text import document_of
from terbuka.documents.told import says
from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.foreign.said_check import WHOLE
from terbuka.redaction.verifier.foreign.telling import Telling
from terbuka.redaction.verifier.model import Check, Survivor
from terbuka.redaction.verifier.packages.rewriting import Part
from terbuka.redaction.verifier.packages.xml_part import XmlPart
from terbuka.redaction.verifier.secrets.search import Hunt

MEASURE = re.compile(r"-?(?!0)\d{1,14}|-?\d*\.\d+(?:E-?\d+)?|[0-9A-Fa-f]{6,8}|(?=\D*\d)[\w+/]{60,}=*")
"""Lengths, numbers of things, colours, bytes in letters. The numbers of persons are longer, and a telephone's
begins with a nought."""
OF_FONTS = frozenset({"typeface", "ascii", "hAnsi", "eastAsia", "cs"})
FONTS = frozenset({"font", "altName", "rFont"})
"""Attributes and elements with names of typefaces, which are those of people (Kartika, Nirmala)."""


class Value(NamedTuple):
    """``place``: where in the file. ``is_judged``: it can tell of somebody; in another one, or where others
    judge (``hidden_parts``), only secrets are looked for."""

    place: str
    text: str
    is_judged: bool = True


def aside_check(copy: Copy, values: Iterable[Value]) -> Check:
    """``copy.shown`` is what the file says to a reader."""
    said = dict.fromkeys(value for value in values if says(value.text))
    telling = Telling(document_of(copy.shown))
    found: dict[Survivor, None] = {}
    for value in said:
        is_judged = value.is_judged and not MEASURE.fullmatch(value.text)
        if is_judged and (type_ := telling.type_of(value.text, named=True)):
            found[Survivor("metadata", value.place, None, type_)] = None
    found |= dict.fromkeys(_secrets(copy, said))
    return Check("said", len(said), tuple(found))


def _secrets(copy: Copy, values: Iterable[Value]) -> Iterator[Survivor]:
    """Secrets as a whole; those of few letters or figures are in any measure."""
    secrets = [replace(one, type=WHOLE) for one in copy.hunt.secrets if says(one.text)]
    if not secrets:
        return
    expected = Hunt(secrets).expecting(copy.whole)
    for value in values:
        for number in sorted(expected.in_text(value.text)):
            yield Survivor("metadata", value.place, None, copy.hunt.types[number], number)


def values_of(parts: Iterable[Part]) -> Iterator[Value]:
    """The values of all attributes in a package."""
    for part in parts:
        if part.name.endswith((".xml", ".rels", ".vml")):
            yield from _Attributes(part.name, part.data).values


class _Attributes(XmlPart):
    """The values of the attributes of a part. ``place``: its name."""

    def __init__(self, place: str, data: bytes) -> None:
        super().__init__()
        self.values: dict[Value, None] = {}
        self._place = place
        self._read(data)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        for key, text in attributes.items():
            # a typeface of a workbook is called by an attribute without a name space
            is_font = tag in FONTS or key.rpartition("}")[2] in OF_FONTS or (tag, key) == ("name", "val")
            self.values[Value(self._place, text, not is_font)] = None

    def _end(self, tag: str) -> None:
        """Nothing is told by an end."""

    def _characters(self, text: str) -> None:
        """What stands between the elements is read as text."""
