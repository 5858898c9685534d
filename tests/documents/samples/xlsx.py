"""XLSX packages put together part by part."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGES = "http://schemas.openxmlformats.org/package/2006"
NAMES = (
    f'xmlns="{S}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
FONT = '<font><sz val="11"/><name val="Calibri"/></font>'
STYLE = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'


def cell(where: str, value: object = "", style: int = 0) -> str:
    """A cell with a text, or with a number; an element as it is."""
    if isinstance(value, str) and not value.startswith("<"):
        told = f'<is><t xml:space="preserve">{escape(value)}</t></is>'
        return f'<c r="{where}" s="{style}" t="inlineStr">{told}</c>'
    told = value if isinstance(value, str) else f"<v>{value}</v>"
    return f'<c r="{where}" s="{style}">{told}</c>'


def row(at: int, *cells: str, look: str = "") -> str:
    """A row; ``look``: its attributes."""
    return f'<row r="{at}" {look}>{"".join(cells)}</row>'


def rows(*lines: Iterable[object], start: int = 1) -> str:
    """Rows from their values; None for an empty cell."""
    return "".join(
        row(at, *(cell(f"{chr(65 + i)}{at}", v) for i, v in enumerate(line) if v is not None))
        for at, line in enumerate(lines, start)
    )


def styles(
    *xfs: str,
    fonts: str = "",
    fills: str = "",
    borders: str = "",
    codes: Mapping[int, str] = {},
    rest: str = "",
) -> str:
    """The part of the styles; ``xfs``, ``fonts`` and ``borders``: those from 1 on, ``fills``: from 2 on."""
    formats = "".join(f'<numFmt numFmtId="{n}" formatCode={quoteattr(code)}/>' for n, code in codes.items())
    none = '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    return part(
        "styleSheet",
        f"<numFmts>{formats}</numFmts><fonts>{FONT}{fonts}</fonts><fills>{none}{fills}</fills>"
        f"<borders><border/>{borders}</borders><cellXfs>{STYLE}{''.join(xfs)}</cellXfs>{rest}",
    )


def xf(code: int = 0, font: int = 0, fill: int = 0, border: int = 0, alignment: str = "") -> str:
    """A style of cells."""
    return (
        f'<xf numFmtId="{code}" fontId="{font}" fillId="{fill}" borderId="{border}">'
        f"{f'<alignment {alignment}/>' if alignment else ''}</xf>"
    )


def part(root: str, inside: str, attributes: str = "") -> str:
    """A whole part."""
    return f'<?xml version="1.0" encoding="UTF-8"?><{root} {NAMES} {attributes}>{inside}</{root}>'


def sheet(data: str = "", before: str = "", behind: str = "") -> str:
    """The part of a sheet: its rows and what stands before and behind them."""
    return part("worksheet", f"{before}<sheetData>{data}</sheetData>{behind}")


def xlsx(
    *sheets: str | tuple[str, str, str],
    look: str | None = None,
    strings: Iterable[str] = (),
    book: str = "",
    properties: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    related: Mapping[str, tuple[str, str]] | None = None,
    of_sheet: Mapping[str, tuple[str, str]] | None = None,
    outside: Mapping[str, tuple[str, str]] | None = None,
) -> bytes:
    """A package.

    ``sheets``: the rows of a sheet, or its whole part; or name, attributes in the list and one of these.
    ``look``: the part of the styles. ``strings``: shared texts. ``book``, ``properties``: elements behind and
    before the list of sheets. ``parts``: further ones by name. ``related``, ``of_sheet``: relations of the
    workbook and of the first sheet, identifier → (kind, target); ``outside``: the latter, to addresses.
    """
    given = [one if isinstance(one, tuple) else (f"Lembar{n}", "", one) for n, one in enumerate(sheets, 1)]
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" {state} r:id="s{n}"/>'
        for n, (name, state, _) in enumerate(given, 1)
    )
    relations = {f"s{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(given) + 1)}
    relations |= {"st": ("styles", "styles.xml")} | dict(related or {})
    texts = "".join(one if one.startswith("<") else f"<si><t>{escape(one)}</t></si>" for one in strings)
    if texts:
        relations["ss"] = ("sharedStrings", "sharedStrings.xml")
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGES}/content-types"/>',
        "_rels/.rels": _relations({"r1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": part("workbook", f"{properties}<sheets>{listed}</sheets>{book}"),
        "xl/_rels/workbook.xml.rels": _relations(relations),
        "xl/styles.xml": look or styles(),
        **({"xl/sharedStrings.xml": part("sst", texts)} if texts else {}),
        **{
            f"xl/worksheets/sheet{n}.xml": inside if inside.startswith("<?xml") else sheet(inside)
            for n, (_, _, inside) in enumerate(given, 1)
        },
        "xl/worksheets/_rels/sheet1.xml.rels": _relations(of_sheet or {}, outside),
        **(parts or {}),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return buffer.getvalue()


def _relations(
    inner: Mapping[str, tuple[str, str]], outside: Mapping[str, tuple[str, str]] | None = None
) -> str:
    items = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target={quoteattr(target)}{mode}/>'
        for given, mode in ((inner, ""), (outside or {}, ' TargetMode="External"'))
        for key, (kind, target) in given.items()
    )
    return f'<Relationships xmlns="{PACKAGES}/relationships">{items}</Relationships>'
