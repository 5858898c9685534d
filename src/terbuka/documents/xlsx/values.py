"""What one cell of the file holds, and what is shown of it."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from lxml import etree

from terbuka.documents.docx.flow import Paragraph, Run, RunLook
from terbuka.documents.xlsx.book import Cell
from terbuka.documents.xlsx.dates import number_of
from terbuka.documents.xlsx.names import S, is_true, whole
from terbuka.documents.xlsx.numbers import parsed, shown, shown_text
from terbuka.documents.xlsx.strings import Strings, Text, decoded, text_of
from terbuka.documents.xlsx.styles import CellLook, Styles, is_seen

Hide = Callable[[str, str, str], None]
"""Called with kind, place and text of what is not shown."""
LONG = 10
"""Figures of a whole number that may be somebody's."""
_SAID = re.compile(r'"[^"]*[^\W_][^"]*"|(?<![\w.$])\d{6,}|\[\d+\]')
"""What a formula says beside its result: texts, long numbers, other files."""
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


class Values:
    """Reads the cells of one workbook."""

    def __init__(self, strings: Strings, styles: Styles, since_1904: bool) -> None:
        self._strings, self._styles, self._since_1904 = strings, styles, since_1904

    @property
    def title_look(self) -> RunLook:
        """How the name of a sheet looks: as any text."""
        return self._styles.default_font

    def cell(
        self, element: etree._Element, at: tuple[int, int], hide: Hide, *, is_ground_known: bool
    ) -> Cell | None:
        """The cell at row and column ``at``; None where nothing of it is seen."""
        look = self.look(element)
        number, text = self._content(element, hide)
        written = parsed(number) if number is not None else None
        if number is not None and written is None:
            text, number = Text(((number, None),)), None
        if written is None:
            made = shown_text(text.whole, look.code)
            if text.whole.strip() not in made:
                hide("hidden-text", "number format", text.whole)
            text = text if made == text.whole else Text(((made, None),))
        else:
            made = shown(written, look.code, self._since_1904)
            if _says_more(written, made):
                hide("hidden-text", "number format", number or "")
            text = Text(((made, None),))
        if not text.whole.strip():
            return None
        return self._seen(text, look, number, at, hide, is_ground_known)

    def look(self, element: etree._Element) -> CellLook:
        return self._styles.look(whole(element.get("s")))

    def _content(self, element: etree._Element, hide: Hide) -> tuple[str | None, Text]:
        """The number of a cell, or its text."""
        kind, value = element.get("t", "n"), _text(element, "v")
        formula = element.find(f"{S}f")
        if formula is not None:
            _tell_formula(formula, bool(value) or kind == "str", hide)
        inline = element.find(f"{S}is")
        if kind == "inlineStr" and inline is not None:
            text = text_of(inline)
        elif inline is not None:
            hide("hidden-text", "second value of a cell", text_of(inline).whole)
            text = Text(())
        elif kind == "s":
            text = self._strings.at(whole(value, -1))
        else:
            return _plain(kind, value)
        hide("hidden-text", "pronunciation", text.unshown)
        return None, text

    def _seen(
        self,
        text: Text,
        look: CellLook,
        number: str | None,
        at: tuple[int, int],
        hide: Hide,
        is_ground_known: bool,
    ) -> Cell | None:
        runs = []
        for piece, given in text.pieces:
            font = self._styles.font(given, replace(look.font, colour="")) if given is not None else look.font
            if is_seen(font, look.fill, is_ground_known=is_ground_known):
                runs.append(Run(piece, font))
            else:
                hide("hidden-text", "colour or size", piece)
        if not any(run.text.strip() for run in runs):
            return None
        return Cell(*at, Paragraph(runs), look, number)


def _says_more(number: Decimal, made: str) -> bool:
    """Whether a number holds what nobody sees: no figure of it is shown, or not all of a long one."""
    figures = str(abs(int(number))) if number == int(number) else ""
    if not any(map(str.isdigit, made)):
        return number != 0
    return len(figures) >= LONG and figures not in "".join(filter(str.isdigit, made))


def _text(element: etree._Element, tag: str) -> str:
    found = element.find(f"{S}{tag}")
    return (found.text or "") if found is not None else ""


def _plain(kind: str, value: str) -> tuple[str | None, Text]:
    if kind == "b":
        value = "TRUE" if is_true(value) else "FALSE" if value else ""
    elif kind == "d":
        day = _DAY.match(value)
        if day is not None:
            try:
                return str(number_of(date(*map(int, day.groups())))), Text(())
            except ValueError:
                pass
    elif kind == "n" and value.strip():
        return value.strip(), Text(())
    return None, Text(((decoded(value), None),))


def _tell_formula(formula: etree._Element, has_result: bool, hide: Hide) -> None:
    said = formula.text or ""
    if not has_result and said:
        hide("formula", "without a result", said)
    elif _SAID.search(said):
        hide("field", "formula", said)
