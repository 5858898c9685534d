"""The texts of cells: of one look or of several, and what no program shows of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from terbuka.documents.package import Package
from terbuka.documents.xlsx.names import S
from terbuka.errors import LimitExceeded
from terbuka.language import N_

MOST_CHARACTERS = 64 * 1024 * 1024
TOO_LONG = N_("Isi lembar kerja terlalu banyak. Bagi menjadi beberapa berkas.")
_CODED = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How the format writes signs that XML does not take."""


@dataclass(frozen=True, slots=True)
class Text:
    """Pieces of one look each; ``None``: the look of their cell. ``unshown``: how it is pronounced."""

    pieces: tuple[tuple[str, etree._Element | None], ...]
    unshown: str = ""

    @property
    def whole(self) -> str:
        return "".join(text for text, _ in self.pieces)


class Strings:
    """The shared texts of a workbook. Who asks for one has used it."""

    def __init__(self, package: Package) -> None:
        self._texts: list[Text] = []
        self._used: set[int] = set()
        length = 0
        for name in package.related("sharedStrings"):
            root = package.xml(name)
            for item in root.iterfind(f"{S}si") if root is not None else ():
                self._texts.append(text_of(item))
                length += len(self._texts[-1].whole)
                if length > MOST_CHARACTERS:
                    raise LimitExceeded(TOO_LONG)

    def at(self, number: int) -> Text:
        """A text by its number; an empty one where there is none."""
        if not 0 <= number < len(self._texts):
            return Text(())
        self._used.add(number)
        return self._texts[number]

    def unused(self) -> Iterator[str]:
        """The texts that no cell has asked for."""
        yield from (text.whole for number, text in enumerate(self._texts) if number not in self._used)


def text_of(item: etree._Element) -> Text:
    """The text in an element ``si`` or ``is``."""
    pieces: list[tuple[str, etree._Element | None]] = []
    unshown = []
    for part in item:
        if part.tag == f"{S}t":
            pieces.append((decoded(part.text), None))
        elif part.tag == f"{S}r":
            text = "".join(decoded(t.text) for t in part.iterfind(f"{S}t"))
            pieces.append((text, part.find(f"{S}rPr")))
        else:
            unshown.append("".join(decoded(t.text) for t in part.iter(f"{S}t")))
    return Text(tuple(pieces), " ".join(unshown))


def decoded(text: str | None) -> str:
    """A text as it is shown: coded signs put in, one sign for a new line, none that ends a line alone."""
    plain = _CODED.sub(lambda coded: _sign(int(coded[1], 16)), text or "")
    return plain.replace("\r\n", "\n").replace("\r", "\n")


def _sign(number: int) -> str:
    is_sign = number >= 32 or chr(number) in "\t\n\r"
    return chr(number) if is_sign and not 0xD800 <= number < 0xE000 else ""
