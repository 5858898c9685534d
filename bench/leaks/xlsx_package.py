"""XLSX packages put together part by part, around an invented person whose name must not survive."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from xml.sax.saxutils import escape, quoteattr

from leaks.docx_package import OFFICE, PACKAGE, packed, relations
from leaks.persons import person, sentences

S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
NAMES = (
    f'xmlns="{S}" xmlns:r="{OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
    'xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac" '
    'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"'
)
PLAIN, NUMBER, DATE, BLANK, WHITE, TINY, POWER, ON_BLACK, ON_THEME, OF_PAPER = range(10)
"""The styles that every workbook here has."""


@dataclass(frozen=True, slots=True)
class Who:
    """The invented person of one case, and the sentences around. ``day``: of birth, as a number."""

    name: str
    nik: str
    seen: str
    kept: tuple[str, ...]
    born: str
    day: int


def who_of(seed: Random) -> Who:
    """The person and the sentences of one case; the same for the same seed."""
    chosen = person(seed)
    day = seed.randint(25600, 36000)
    return Who(chosen.name, chosen.nik, chosen.sentence, tuple(sentences(seed, 5)), _date(day), day)


def _date(day: int) -> str:
    return f"{date(1899, 12, 30) + timedelta(day):%d/%m/%Y}"


def text(where: str, said: str, style: int = PLAIN) -> str:
    """A cell with a text of its own."""
    told = f'<is><t xml:space="preserve">{escape(said)}</t></is>'
    return f'<c r="{where}" s="{style}" t="inlineStr">{told}</c>'


def shared(where: str, number: int, style: int = PLAIN) -> str:
    """A cell with one of the shared texts."""
    return f'<c r="{where}" s="{style}" t="s"><v>{number}</v></c>'


def number(where: str, value: object, style: int = PLAIN, formula: str = "") -> str:
    """A cell with a number, the result of ``formula`` where there is one."""
    told = f"<f>{escape(formula)}</f>" if formula else ""
    return f'<c r="{where}" s="{style}">{told}<v>{value}</v></c>'


def row(at: int, *cells: str, look: str = "") -> str:
    """A row; ``look``: its attributes."""
    return f'<row r="{at}" {look}>{"".join(cells)}</row>'


@dataclass(slots=True)
class Leak:
    """What a class puts into a workbook.

    ``rows``: of the first sheet, below the usual ones. ``views``, ``columns`` and ``behind``: elements before
    and behind its cells. ``properties`` and ``book``: elements of the workbook before and behind its sheets.
    ``sheets``: further ones: name, attributes in the list, rows. ``strings``: shared texts. ``formats``,
    ``named_styles``: elements of the styles. The rest is as in a document.
    """

    rows: list[str] = field(default_factory=list)
    columns: str = ""
    views: str = ""
    behind: str = ""
    first_name: str = "Laporan"
    properties: str = ""
    book: str = ""
    sheets: list[tuple[str, str, str]] = field(default_factory=list)
    strings: list[str] = field(default_factory=list)
    formats: str = ""
    named_styles: str = ""
    parts: dict[str, str | bytes] = field(default_factory=dict)
    related: dict[str, tuple[str, str]] = field(default_factory=dict)
    of_sheet: dict[str, tuple[str, str]] = field(default_factory=dict)
    outside: dict[str, tuple[str, str]] = field(default_factory=dict)
    content_type: str = f"{MIME}.sheet.main+xml"
    kept: tuple[str, ...] = ()


HEADINGS = ("No", "Nama", "NIK", "Tanggal Lahir")
Place = Callable[[Who], Leak]


def files_of(who: Who, leak: Leak) -> dict[str, str | bytes]:
    """The parts of the workbook by name."""
    rows = "".join(
        [
            *(row(at, text(f"A{at}", said)) for at, said in enumerate(who.kept[:3], 1)),
            row(4, text("A4", who.seen)),
            row(6, *(text(f"{column}6", said) for column, said in zip("ABCD", HEADINGS, strict=True))),
            row(
                7,
                number("A7", 1),
                text("B7", who.name),
                number("C7", who.nik, NUMBER),
                number("D7", who.day, DATE),
            ),
            *leak.rows,
        ]
    )
    sheets = [(leak.first_name, "", rows), *leak.sheets]
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{at}" {look} r:id="s{at}"/>'
        for at, (name, look, _) in enumerate(sheets, 1)
    )
    related = {f"s{at}": ("worksheet", f"worksheets/sheet{at}.xml") for at, _ in enumerate(sheets, 1)}
    related |= {"st": ("styles", "styles.xml"), "ss": ("sharedStrings", "sharedStrings.xml"), **leak.related}
    return {
        "[Content_Types].xml": _types(len(sheets), leak),
        "_rels/.rels": relations({"r1": ("officeDocument", "xl/workbook.xml")}, {}),
        "xl/workbook.xml": root_of("workbook", f"{leak.properties}<sheets>{listed}</sheets>{leak.book}"),
        "xl/_rels/workbook.xml.rels": relations(related, {}),
        "xl/styles.xml": _styles(leak),
        "xl/sharedStrings.xml": root_of("sst", "".join(leak.strings)),
        **{
            f"xl/worksheets/sheet{at}.xml": _sheet(rows, leak if at == 1 else Leak())
            for at, (_, _, rows) in enumerate(sheets, 1)
        },
        "xl/worksheets/_rels/sheet1.xml.rels": relations(leak.of_sheet, leak.outside),
        **leak.parts,
    }


def _sheet(rows: str, leak: Leak) -> str:
    return root_of("worksheet", f"{leak.views}{leak.columns}<sheetData>{rows}</sheetData>{leak.behind}")


def root_of(tag: str, inside: str, attributes: str = "") -> str:
    """A whole part."""
    return f"{HEAD}<{tag} {NAMES} {attributes}>{inside}</{tag}>"


def _styles(leak: Leak) -> str:
    fonts = (
        '<font><sz val="11"/><name val="Calibri"/></font>'
        '<font><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/></font>'
        '<font><sz val="1"/><name val="Calibri"/></font>'
        '<font><sz val="11"/><color rgb="FF000000"/><name val="Calibri"/></font>'
        '<font><sz val="11"/><color theme="4" tint="0.4"/><name val="Calibri"/></font>'
        '<font><sz val="11"/><color indexed="65"/><name val="Calibri"/></font>'
    )
    fills = (
        '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
        '<fill><patternFill patternType="solid"/></fill>'
        '<fill><patternFill patternType="solid"><fgColor theme="4" tint="0.4"/></patternFill></fill>'
    )
    looks = ((0, 0, 0), (1, 0, 0), (14, 0, 0), (170, 0, 0), (0, 1, 0), (0, 2, 0), (11, 0, 0))
    xfs = "".join(
        f'<xf numFmtId="{code}" fontId="{font}" fillId="{fill}" borderId="0" xfId="0"/>'
        for code, font, fill in (*looks, (0, 3, 2), (0, 4, 3), (0, 5, 0))
    )
    return root_of(
        "styleSheet",
        f'<numFmts count="2"><numFmt numFmtId="170" formatCode=";;;"/>{leak.formats}</numFmts>'
        f'<fonts count="6">{fonts}</fonts><fills count="4">{fills}</fills>'
        '<borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="10">{xfs}</cellXfs>{leak.named_styles}',
    )


def _types(sheets: int, leak: Leak) -> str:
    overrides = {"xl/workbook.xml": leak.content_type, "xl/styles.xml": f"{MIME}.styles+xml"}
    overrides["xl/sharedStrings.xml"] = f"{MIME}.sharedStrings+xml"
    overrides |= {f"xl/worksheets/sheet{at}.xml": f"{MIME}.worksheet+xml" for at in range(1, sheets + 1)}
    listed = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in overrides.items()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{listed}</Types>'
    )


def package(who: Who, leak: Leak) -> bytes:
    """A whole workbook with one leak in it."""
    return packed(files_of(who, leak))
