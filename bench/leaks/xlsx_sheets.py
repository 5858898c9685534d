"""Places on the sheets of a workbook in which a name survives."""

from xml.sax.saxutils import escape, quoteattr

from leaks.xlsx_package import (
    BLANK,
    DATE,
    NUMBER,
    OF_PAPER,
    ON_BLACK,
    ON_THEME,
    PLAIN,
    POWER,
    TINY,
    WHITE,
    Leak,
    Place,
    Who,
    number,
    row,
    shared,
    text,
)

SIGNS = "".join
RUN = '<r><rPr><sz val="11"/></rPr><t xml:space="preserve">{}</t></r>'


def _cell(who: Who, style: int = PLAIN) -> str:
    return text("B9", f"Catatan {who.name}", style)


def _behind(element: str) -> Leak:
    return Leak(behind=element)


def _runs(*pieces: str) -> str:
    told = "".join(RUN.format(escape(piece)) for piece in pieces)
    return f'<c r="B9" t="inlineStr"><is>{told}</is></c>'


def _white_run(who: Who) -> Leak:
    white = f'<r><rPr><color rgb="FFFFFFFF"/></rPr><t>{escape(who.name)}</t></r>'
    told = f"{RUN.format('Arsip ruang dua ')}{white}"
    return Leak([row(9, f'<c r="B9" t="inlineStr"><is>{told}</is></c>')], kept=("Arsip ruang dua",))


def _validation(who: Who) -> Leak:
    told = f"<formula1>{escape(chr(34) + who.name + ',Lain' + chr(34))}</formula1>"
    asked = f"promptTitle={quoteattr(who.name)} prompt={quoteattr(who.name)}"
    return _behind(
        f'<dataValidations count="1"><dataValidation type="list" sqref="E9" {asked}>{told}</dataValidation>'
        "</dataValidations>"
    )


def _condition(who: Who) -> Leak:
    told = escape(f'B7="{who.name}"')
    return _behind(
        '<conditionalFormatting sqref="B7"><cfRule type="expression" priority="1">'
        f"<formula>{told}</formula></cfRule></conditionalFormatting>"
    )


def _header(who: Who) -> Leak:
    name = escape(who.name)
    return _behind(
        f"<headerFooter><oddHeader>&amp;C{name}</oddHeader><evenFooter>&amp;L{name}</evenFooter></headerFooter>"
    )


def _newer_list(who: Who) -> Leak:
    told = escape(f'"{who.name}"')
    return _behind(
        '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations><x14:dataValidation '
        f'type="list"><x14:formula1><xm:f>{told}</xm:f></x14:formula1><xm:sqref>E9</xm:sqref>'
        "</x14:dataValidation></x14:dataValidations></ext></extLst>"
    )


def _scenario(who: Who) -> Leak:
    said = quoteattr(who.name)
    return _behind(
        f'<scenarios><scenario name={said} user={said} count="1"><inputCells r="B7" val={said}/></scenario>'
        "</scenarios>"
    )


def _filter(who: Who) -> Leak:
    chosen = f"<filter val={quoteattr(who.name)}/>"
    told = f'<filterColumn colId="1"><filters>{chosen}</filters></filterColumn>'
    row_left_out = row(8, text("B8", who.name), look='hidden="1"')
    return Leak([row_left_out], behind=f'<autoFilter ref="A6:D7">{told}</autoFilter>')


def _day_as_number(who: Who) -> Leak:
    return Leak([row(9, text("A9", "Lahir"), number("B9", who.day, DATE)), row(10, number("B10", who.day))])


def _long_number_by_power(who: Who) -> Leak:
    return Leak([row(9, number("B9", f"{int(who.nik) / 10**15:.15f}E+15", POWER))])


PLACES: dict[str, Place] = {
    "hidden sheet": lambda who: Leak(sheets=[("Rincian", 'state="hidden"', row(1, text("A1", who.name)))]),
    "very hidden sheet": lambda who: Leak(
        sheets=[("Rincian", 'state="veryHidden"', row(1, text("A1", who.nik), text("B1", who.name)))]
    ),
    "name of a hidden sheet": lambda who: Leak(sheets=[(who.name, 'state="hidden"', "")]),
    "name of a shown sheet": lambda who: Leak(first_name=who.name),
    "hidden row": lambda who: Leak([row(9, _cell(who), look='hidden="1"')]),
    "row of no height": lambda who: Leak([row(9, _cell(who), look='ht="0" customHeight="1"')]),
    "rows hidden where nothing is said": lambda who: Leak(
        [row(9, _cell(who), look='hidden="1"')], views='<sheetFormatPr defaultRowHeight="15"/>'
    ),
    "hidden column": lambda who: Leak(
        [row(9, text("H9", who.name))], columns='<cols><col min="8" max="8" width="9" hidden="1"/></cols>'
    ),
    "column of no width": lambda who: Leak(
        [row(9, text("H9", who.name))],
        columns='<cols><col min="8" max="9" width="0" customWidth="1"/></cols>',
    ),
    "filtered rows": _filter,
    "number format that shows nothing": lambda who: Leak([row(9, _cell(who, BLANK))]),
    "number under a format that shows nothing": lambda who: Leak([row(9, number("B9", who.nik, BLANK))]),
    "white text": lambda who: Leak([row(9, _cell(who, WHITE))]),
    "black text on a fill without a colour": lambda who: Leak([row(9, _cell(who, ON_BLACK))]),
    "text in the colour of the theme behind it": lambda who: Leak([row(9, _cell(who, ON_THEME))]),
    "text in the colour of paper": lambda who: Leak([row(9, _cell(who, OF_PAPER))]),
    "white run in a cell": _white_run,
    "tiny text": lambda who: Leak([row(9, _cell(who, TINY))]),
    "name split over runs": lambda who: Leak(
        [row(9, _runs("Pelapor Sdri. ", who.name[:3], who.name[3:9], who.name[9:], " datang sendiri"))],
        kept=("datang sendiri",),
    ),
    "pronunciation of a text": lambda who: Leak(
        [row(9, f'<c r="B9" t="inlineStr"><is><t>Rak</t><rPh><t>{who.name}</t></rPh></is></c>')],
        kept=("Rak",),
    ),
    "under a merged cell": lambda who: Leak(
        [row(9, text("A9", "Judul gabungan"), text("B9", who.name))],
        behind='<mergeCells count="1"><mergeCell ref="A9:D9"/></mergeCells>',
        kept=("Judul gabungan",),
    ),
    "cell that stands twice": lambda who: Leak(
        [row(9, text("B9", "Lemari besi"), text("B9", who.name))], kept=("Lemari besi",)
    ),
    "text behind a number": lambda who: Leak(
        [row(9, f'<c r="B9"><v>12</v><is><t>{who.name}</t></is></c>')]
    ),
    "text between cells": lambda who: Leak([row(9, text("B9", "Kursi"), who.name)], kept=("Kursi",)),
    "far away cell": lambda who: Leak([row(1048576, text("XFD1048576", f"Pelapor Sdri. {who.name}"))]),
    "formula with a name": lambda who: Leak([row(9, number("B9", 1, PLAIN, f'COUNTIF(B:B,"{who.name}")'))]),
    "formula without a result": lambda who: Leak([row(9, f'<c r="B9"><f>"{who.name}"&amp;""</f></c>')]),
    "result of a formula": lambda who: Leak([row(9, f'<c r="B9" t="str"><f>B7</f><v>{who.name}</v></c>')]),
    "day of birth as a number": _day_as_number,
    "long number by its power": _long_number_by_power,
    "long number as a number": lambda who: Leak([row(9, text("A9", "NIK"), number("B9", who.nik, NUMBER))]),
    "shared text that no cell uses": lambda who: Leak(
        [row(9, shared("B9", 0))], strings=["<si><t>Meja kerja</t></si>", f"<si><t>{who.name}</t></si>"],
        kept=("Meja kerja",),
    ),
    "shared text of runs that no cell uses": lambda who: Leak(
        strings=["<si>" + SIGNS(RUN.format(part) for part in who.name.split()) + "</si>"]
    ),
    "text in codes of the format": lambda who: Leak(
        [row(9, text("B9", "Sdri. " + SIGNS(f"_x{ord(sign):04X}_" for sign in who.name)))]
    ),
    "list of a validation": _validation,
    "newer list of a validation": _newer_list,
    "condition of a format": _condition,
    "head and foot": _header,
    "scenario": _scenario,
    "link": lambda who: Leak(
        behind=f'<hyperlinks><hyperlink ref="A1" r:id="h1" tooltip={quoteattr(who.name)}/></hyperlinks>',
        outside={"h1": ("hyperlink", f"mailto:{who.name.split()[0].lower()}@contoh.id?subject={who.name}")},
    ),
    "protected range": lambda who: _behind(
        f'<protectedRanges><protectedRange sqref="A1" name={quoteattr(who.name)}/></protectedRanges>'
    ),
    "name in an unknown element": lambda who: _behind(f"<lain>{who.name}</lain>"),
    "comment of XML": lambda who: _behind(f"<!-- {who.name} -->"),
    "unused attribute": lambda who: Leak([row(9, text("B9", "Rak"), look=f"spans={quoteattr(who.name)}")]),
}  # fmt: skip
"""By what they are called; each builds the leak of one person."""
