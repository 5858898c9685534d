"""Heads and feet of the printed pages of a sheet → ``headerFooter``, with what is hidden cut out of them."""

from collections.abc import Callable, Iterator

from lxml import etree

from terbuka.documents.docx.flow import Paragraph
from terbuka.documents.xlsx.book import Sheet
from terbuka.redaction.lettering import word_alone
from terbuka.redaction.writers.docx_text import Bit
from terbuka.redaction.writers.xlsx_styles import element

LONGEST = 255
"""Signs of a head; programs take a longer one for damage."""
ORDER = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")


def margins(sheet: Sheet, cut: Callable[[Paragraph], list[Bit]]) -> etree._Element | None:
    """The heads and feet; None of a sheet without any. ``cut``: gives what stays of a text."""
    made = {}
    for margin in sheet.margins:
        bits = {section: cut(told) for section, told in margin.sections.items()}
        made[margin.kind] = element(margin.kind)
        made[margin.kind].text = _short(bits)
    if not made:
        return None
    switches = dict.fromkeys(sheet.switches, 1)
    return element("headerFooter", *(made[kind] for kind in ORDER if kind in made), **switches)


def _short(sections: dict[str, list[Bit]]) -> str:
    """The text with its codes; where it is too long the labels say their words alone, and the end is left."""
    said = "".join(_written(sections, str))
    if len(said) <= LONGEST:
        return said
    pieces = list(_written(sections, word_alone))
    while sum(map(len, pieces)) > LONGEST:
        pieces.pop()
    return "".join(pieces)


def _written(sections: dict[str, list[Bit]], label: Callable[[str], str]) -> Iterator[str]:
    """Piece by piece, the code of a section with its first one."""
    for section, bits in sections.items():
        begin = f"&{section}"
        for bit in bits:
            if bit.kind.startswith("&"):
                yield begin + bit.kind
            elif bit.redaction is not None:
                yield begin + label(bit.text)
            elif bit.text:
                yield begin + bit.text.replace("&", "&&")
            else:
                continue
            begin = ""
