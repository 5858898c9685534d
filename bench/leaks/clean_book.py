"""Workbooks as LibreOffice and Excel save them, redacted well, with what they put beside the cells."""

from random import Random

from leaks.docx_package import PACKAGE, packed
from leaks.persons import Person
from leaks.plant import Bed, Builder, Kind
from leaks.planted_book import redacted_book, who_of
from leaks.xlsx_package import HEAD, Leak, Place, Who, number, root_of, row, text

workbooks = Bed("xlsx", Kind.CLEAN)
EXTENDED = 'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"'
CORE = (
    f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{}</cp:coreProperties>'
)
CREATED = '<dcterms:created xsi:type="dcterms:W3CDTF">2024-03-15T01:30:00Z</dcterms:created>'
OF_LIBREOFFICE = {
    "docProps/core.xml": CORE.format(
        "<dc:creator></dc:creator><dc:description></dc:description><dc:language>id-ID</dc:language>"
        "<cp:lastModifiedBy></cp:lastModifiedBy><cp:revision>0</cp:revision><dc:subject></dc:subject>"
        "<dc:title>Rekapitulasi Pelayanan</dc:title>"
    ),
    "docProps/app.xml": (
        f"{HEAD}<Properties {EXTENDED}><Template></Template><TotalTime>0</TotalTime>"
        "<Application>LibreOffice/7.4.7.2$Linux_X86_64 LibreOffice_project/40$Build-2</Application>"
        "<AppVersion>15.0000</AppVersion></Properties>"
    ),
    "docProps/custom.xml": (
        f'{HEAD}<Properties xmlns="{EXTENDED[7:-1].replace("extended", "custom")}"></Properties>'
    ),
}
"""The properties that LibreOffice writes, also where nobody filled them in."""
OF_EXCEL = {
    "docProps/core.xml": CORE.format(
        f"<dc:creator>Bagian Umum</dc:creator><cp:lastModifiedBy>DELL</cp:lastModifiedBy>{CREATED}"
    ),
    "docProps/app.xml": (
        f"{HEAD}<Properties {EXTENDED}><Application>Microsoft Excel</Application><DocSecurity>0</DocSecurity>"
        "<TitlesOfParts><vt:vector xmlns:vt="
        '"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes" size="1" baseType="lpstr">'
        "<vt:lpstr>Laporan</vt:lpstr></vt:vector></TitlesOfParts>"
        "<Company>Pemerintah Kota Banjarbaru</Company><AppVersion>16.0300</AppVersion></Properties>"
    ),
    "xl/theme/theme1.xml": (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'name="Office Theme"/>'
    ),
    "xl/calcChain.xml": root_of("calcChain", '<c r="B9" i="1"/>'),
}
USUAL_HEAD = (
    '<headerFooter><oddHeader>&amp;C&amp;"Times New Roman,Regular"&amp;12&amp;A</oddHeader>'
    "<oddFooter>&amp;C{} &amp;P</oddFooter></headerFooter>"
)
DIMENSION = '<sheetPr filterMode="false"/><dimension ref="A1:D9"/>'
VIEWS = (
    f'{DIMENSION}<sheetViews><sheetView tabSelected="true" workbookViewId="0"><pane ySplit="6" '
    'topLeftCell="A7" activePane="bottomLeft" state="frozen"/>'
    '<selection pane="bottomLeft" activeCell="A7" sqref="A7"/></sheetView></sheetViews>'
    '<sheetFormatPr defaultRowHeight="12.8"/>'
)


def _libreoffice(who: Who) -> Leak:
    return Leak(
        views=VIEWS,
        columns='<cols><col min="1" max="2" width="37.91" customWidth="true" hidden="false"/></cols>',
        behind='<printOptions headings="false"/><pageMargins left="0.78" right="0.78" top="1.05" '
        'bottom="1.05" header="0.78" footer="0.78"/><pageSetup paperSize="9"/>' + USUAL_HEAD.format("Page"),
        parts=dict(OF_LIBREOFFICE),
        properties='<fileVersion appName="Calc"/><workbookPr backupFile="false"/><workbookProtection/>'
        '<bookViews><workbookView activeTab="0" firstSheet="0"/></bookViews>',
    )


def _excel(who: Who) -> Leak:
    return Leak(
        [row(9, text("A9", "Jumlah"), number("B9", 12, formula="SUM(A7:A7)+11"))],
        views=VIEWS,
        behind=USUAL_HEAD.format("Halaman"),
        parts=dict(OF_EXCEL),
        related={"th": ("theme", "theme/theme1.xml"), "cc": ("calcChain", "calcChain.xml")},
        properties='<fileVersion appName="xl" lastEdited="7"/><workbookPr defaultThemeVersion="166925"/>'
        '<mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\\Users\\DELL\\Documents\\"/>'
        "</mc:Choice></mc:AlternateContent>",
        formats='<numFmt numFmtId="171" formatCode="&quot;Rp&quot;#,##0"/><numFmt numFmtId="172" '
        'formatCode="0&quot; berkas per bulan&quot;"/>',
        book='<calcPr calcId="191029"/>',
    )


def _print_area(who: Who) -> Leak:
    leak = _excel(who)
    leak.book = (
        '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Laporan!$A$1:$D$9</definedName>'
        '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Laporan!$A$6:$D$7'
        '</definedName><definedName name="DaftarUnit">Laporan!$A$1:$A$3</definedName>'
        "</definedNames>"
    )
    leak.behind = '<autoFilter ref="A6:D7"/>' + leak.behind
    return leak


def _chosen_from_a_list(who: Who) -> Leak:
    leak = _excel(who)
    leak.behind = (
        '<dataValidations count="1"><dataValidation type="list" sqref="E7"><formula1>"Ya,Tidak"</formula1>'
        "</dataValidation></dataValidations>" + leak.behind
    )
    return leak


def _coloured(who: Who) -> Leak:
    leak = _excel(who)
    leak.behind = (
        '<conditionalFormatting sqref="B9"><cfRule type="cellIs" operator="greaterThan" priority="1">'
        "<formula>10</formula></cfRule></conditionalFormatting>" + leak.behind
    )
    leak.named_styles = '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    return leak


def _table(who: Who) -> Leak:
    leak = _excel(who)
    columns = "".join(
        f'<tableColumn id="{at}" name="{name}"/>'
        for at, name in enumerate(("No", "Nama", "NIK", "Tanggal Lahir"), 1)
    )
    leak.parts["xl/tables/table1.xml"] = root_of(
        "table",
        f'<tableColumns count="4">{columns}</tableColumns>',
        'id="1" name="Table1" displayName="Table1" ref="A6:D7"',
    )
    leak.of_sheet["p1"] = ("table", "../tables/table1.xml")
    leak.behind += '<tableParts count="1"><tablePart r:id="p1"/></tableParts>'
    return leak


def _printer(who: Who) -> Leak:
    leak = _excel(who)
    leak.parts["xl/printerSettings/printerSettings1.bin"] = "EPSON L3110 Series".encode("utf-16-le") + bytes(
        60
    )
    leak.of_sheet["p1"] = ("printerSettings", "../printerSettings/printerSettings1.bin")
    return leak


def _link(who: Who) -> Leak:
    leak = _libreoffice(who)
    leak.rows = [row(9, text("A9", "laman PPID"))]
    leak.behind = (
        '<hyperlinks><hyperlink ref="A9" r:id="h1" display="laman PPID"/></hyperlinks>' + leak.behind
    )
    leak.outside["h1"] = ("hyperlink", "https://ppid.banjarbarukota.go.id/")
    return leak


def _second_sheet(who: Who) -> Leak:
    leak = _libreoffice(who)
    leak.sheets = [("Rekap", "", row(1, text("A1", "Jumlah laporan"), number("B1", 12)))]
    return leak


def _strings(who: Who) -> Leak:
    leak = _libreoffice(who)
    leak.strings = ["<si><t>Meja kerja</t></si>"]
    leak.rows = [row(9, '<c r="B9" t="s"><v>0</v></c>')]
    return leak


PROGRAMS: dict[str, Place] = {
    "of LibreOffice": _libreoffice,
    "of Excel": _excel,
    "area to print and a filter": _print_area,
    "list to choose from": _chosen_from_a_list,
    "colours by value": _coloured,
    "table": _table,
    "settings of a printer": _printer,
    "link": _link,
    "second sheet": _second_sheet,
    "shared texts": _strings,
}


def _of(place: Place) -> Builder:
    def build(seed: Random, who: Person) -> bytes:
        person = who_of(seed, who)
        return packed(redacted_book(person, place(person)))

    return build


for _name, _place in PROGRAMS.items():
    workbooks.add(f"clean book {_name}", _of(_place))
