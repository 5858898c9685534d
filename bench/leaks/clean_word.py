"""DOCX files as Word saves them, with everything that Word puts beside the text."""

from random import Random

from leaks.docx_package import paragraph, run, story
from leaks.persons import Person, sentences
from leaks.plant import Bed, Kind, page_lines, redacted
from leaks.planted_word import CORE, package
from leaks.scans import jpeg_of, scan

word_documents = Bed("docx", Kind.CLEAN)
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/>'
    '</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name '
    'w:val="heading 1"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>'
)
SETTINGS = (
    '<w:zoom w:percent="100"/><w:proofState w:spelling="clean" w:grammar="clean"/><w:defaultTabStop '
    'w:val="720"/><w:compat/><w:rsids><w:rsidRoot w:val="00A77B3E"/><w:rsid w:val="00A77B3E"/></w:rsids>'
)
APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Template>Normal.dotm</Template><TotalTime>12</TotalTime><Pages>1</Pages><Words>120</Words>"
    "<Application>Microsoft Office Word</Application><Company>Pemerintah Kota Banjarbaru</Company>"
    "<AppVersion>16.0000</AppVersion></Properties>"
)
DATES = (
    '<cp:revision>2</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">2024-03-15T01:30:00Z'
    '</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2024-03-15T01:42:00Z</dcterms:modified>'
)
FONTS = '<w:font w:name="Calibri"><w:panose1 w:val="020F0502020204030204"/></w:font>'
NOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
    "</w:footnote>"
)
THEME = '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office Theme"/>'


def saved_by_word(blocks: list[str], author: str = "Sekretariat Daerah", section: str = "") -> bytes:
    """The blocks with the parts that Word writes for every document."""
    creator = f"<dc:title></dc:title><dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}"
    parts = {
        "docProps/core.xml": CORE.format(f"{creator}</cp:lastModifiedBy>{DATES}"),
        "docProps/app.xml": APP,
        "word/styles.xml": story("styles", STYLES),
        "word/settings.xml": story("settings", SETTINGS),
        "word/webSettings.xml": story("webSettings", ""),
        "word/fontTable.xml": story("fonts", FONTS),
        "word/footnotes.xml": story("footnotes", NOTES),
        "word/theme/theme1.xml": THEME,
        "word/header1.xml": story("hdr", paragraph("PEMERINTAH KOTA BANJARBARU")),
        "word/footer1.xml": story("ftr", f"<w:p>{page_number()}</w:p>"),
    }
    related = {
        f"r{number + 20}": (kind, target)
        for number, (kind, target) in enumerate(
            {
                "styles": "styles.xml",
                "settings": "settings.xml",
                "webSettings": "webSettings.xml",
                "fontTable": "fontTable.xml",
                "footnotes": "footnotes.xml",
                "theme": "theme/theme1.xml",
                "header": "header1.xml",
                "footer": "footer1.xml",
            }.items()
        )
    }
    section += (
        '<w:headerReference w:type="default" r:id="r26"/><w:footerReference w:type="default" r:id="r27"/>'
    )
    external = {"r40": ("hyperlink", "https://ppid.banjarbarukota.go.id/")}
    return package(blocks, parts, related, external, section)


def page_number() -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar '
        'w:fldCharType="end"/></w:r>'
    )


def with_rsids(line: str) -> str:
    """A paragraph with the marks of editing sessions and of the spelling check."""
    return (
        paragraph(line)
        .replace("<w:p>", '<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E">')
        .replace("<w:r>", '<w:proofErr w:type="spellStart"/><w:r w:rsidRPr="00A77B3E">')
    )


TABLE = (
    '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol '
    'w:w="4000"/></w:tblGrid>{}</w:tbl>'
)


def row(*cells: str, look: str = "") -> str:
    made = (f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{look}</w:tcPr>{cell}</w:tc>' for cell in cells)
    return f"<w:tr>{''.join(made)}</w:tr>"


DARK = '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>'
HEADING = '<w:pStyle w:val="Heading1"/>'
EXTRAS = {
    "plain": [],
    "table": [
        TABLE.format(
            row(
                paragraph(run("No.", '<w:color w:val="FFFFFF"/>')),
                paragraph(run("Kegiatan", '<w:color w:val="FFFFFF"/>')),
                look=DARK,
            )
            + row(paragraph("1"), paragraph("Rapat bulanan"))
        ),
        paragraph(""),
    ],
    "heading and place": [
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:bookmarkStart w:id="0" w:name="_Toc160000001"/>'
        '<w:r><w:t>Pendahuluan</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>'
    ],
    "cursor": ['<w:p><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/></w:p>'],
    "link": [f'<w:p><w:hyperlink r:id="r40">{run("laman PPID")}</w:hyperlink></w:p>'],
    "control": [
        '<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>'
        f"{paragraph('Daftar isi')}</w:sdtContent></w:sdt>"
    ],
    "yellow marker": [paragraph(run("Penting", '<w:highlight w:val="yellow"/>'))],
    "label on black": [
        paragraph(run("NAMA", '<w:shd w:val="clear" w:fill="000000"/><w:color w:val="FFFFFF"/>'))
    ],
    "blocks of black": [paragraph("Pelapor ██████████ hadir memberi keterangan.")],
    "bold and colours": [
        paragraph(
            run("Merah", '<w:b/><w:color w:val="C00000"/>'), run(" dan biru", '<w:color w:val="0070C0"/>')
        )
    ],
}
AUTHORS = ("Sekretariat Daerah", "Microsoft Office User", "user", "Admin", "")


def document(seed: Random, who: Person, extra: list[str]) -> bytes:
    blocks = [with_rsids(line) for line in page_lines(seed, redacted(who))]
    return saved_by_word([*blocks, *extra, paragraph(sentences(seed, 1)[0])], seed.choice(AUTHORS))


for _name, _extra in EXTRAS.items():
    for _number in range(2):
        word_documents.add(f"{_name} {_number}", lambda seed, who, e=_extra: document(seed, who, e))


def made_by_a_library(seed: Random, who: Person) -> bytes:
    """As python-docx makes it: with the thumbnail of an empty page."""
    thumbnail = jpeg_of(scan([], dpi=40))
    blocks = [paragraph(line) for line in page_lines(seed, redacted(who))]
    return package(blocks, {"docProps/thumbnail.jpeg": thumbnail})


word_documents.add("made by a library", made_by_a_library)
