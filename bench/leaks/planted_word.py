"""DOCX files that were redacted by other means than taking the text out."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from random import Random
from xml.sax.saxutils import escape

from leaks.docx_package import NAMES, paragraph, relations, run, story
from leaks.persons import Person
from leaks.plant import SECRET_LINE, Bed, Kind, page_lines, redacted
from leaks.scans import jpeg_of, png_of, scan

LEAKS = Bed("docx", Kind.STRUCTURE)
CONTENT = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" '
    'ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
SECTION = (
    '<w:sectPr>{}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" '
    'w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
)
CORE = (
    '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties '
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{}</cp:coreProperties>'
)
Parts = Mapping[str, str | bytes]


def package(
    blocks: list[str],
    parts: Parts | None = None,
    related: Mapping[str, tuple[str, str]] | None = None,
    external: Mapping[str, tuple[str, str]] | None = None,
    section: str = "",
    comment: bytes = b"",
) -> bytes:
    """A document as Word stores it."""
    body = "".join(blocks) + SECTION.format(section)
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT,
        "_rels/.rels": relations({"r1": ("officeDocument", "word/document.xml")}, {}),
        "word/document.xml": story("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(related or {}, external or {}),
        **(parts or {}),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content)
        archive.comment = comment
    return buffer.getvalue()


def good(seed: Random, who: Person) -> list[str]:
    """The paragraphs after a good redaction."""
    return [paragraph(line) for line in page_lines(seed, redacted(who))]


def looking(seed: Random, who: Person, look: str) -> bytes:
    """Name and number with run properties that were meant to hide them."""
    lines = page_lines(seed, who.sentence)
    blocks = [paragraph(line) for line in lines]
    parts = [who.sentence]
    for secret in who.secrets:
        parts = [piece for part in parts for piece in _split(part, secret)]
    runs = [run(part, look) if part in who.secrets else run(part) for part in parts]
    blocks[SECRET_LINE] = paragraph(*runs)
    return package(blocks)


def _split(part: str, secret: str) -> list[str]:
    before, found, after = part.partition(secret)
    return [piece for piece in (before, found, after) if piece]


for _name, _look in {
    "black marker": '<w:highlight w:val="black"/>',
    "black shading": '<w:shd w:val="clear" w:color="auto" w:fill="000000"/><w:color w:val="000000"/>',
    "solid shading": '<w:shd w:val="solid" w:color="000000" w:fill="000000"/><w:color w:val="000000"/>',
    "white letters": '<w:color w:val="FFFFFF"/>',
    "nearly white letters": '<w:color w:val="FDFDFD"/>',
    "hidden letters": "<w:vanish/>",
    "letters of a point": '<w:sz w:val="2"/>',
    "squeezed letters": '<w:w w:val="1"/>',
}.items():
    LEAKS.add(_name, lambda seed, who, look=_look: looking(seed, who, look))


def beside(seed: Random, who: Person, *blocks: str, **more: object) -> bytes:
    return package([*good(seed, who), *blocks], **more)


@LEAKS.plant
def tracked_deletion(seed: Random, who: Person) -> bytes:
    """The sentence is deleted with changes tracked."""
    gone = f"<w:r><w:delText>{escape(who.sentence)}</w:delText></w:r>"
    return beside(seed, who, f'<w:p><w:del w:id="1" w:author="Editor">{gone}</w:del></w:p>')


@LEAKS.plant
def comment(seed: Random, who: Person) -> bytes:
    """A comment says what was hidden."""
    mark = '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Catatan</w:t></w:r>'
    mark += '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    note = f'<w:comment w:id="0" w:author="A">{paragraph("tutup " + who.name)}</w:comment>'
    parts = {"word/comments.xml": story("comments", note)}
    return beside(seed, who, mark, parts=parts, related={"r9": ("comments", "comments.xml")})


def properties(seed: Random, who: Person, inside: str) -> bytes:
    return beside(seed, who, parts={"docProps/core.xml": CORE.format(inside)})


LEAKS.add("author", lambda seed, who: properties(seed, who, f"<dc:creator>{who.name}</dc:creator>"))
LEAKS.add("title", lambda seed, who: properties(seed, who, f"<dc:title>BAP {who.name}</dc:title>"))
LEAKS.add(
    "title of words that are names too",
    lambda seed, who: properties(seed, who, "<dc:title>Surat Melati Kusumawardhani</dc:title>"),
)
LEAKS.add(
    "last editor",
    lambda seed, who: properties(seed, who, f"<cp:lastModifiedBy>{who.name}</cp:lastModifiedBy>"),
)
LEAKS.add("subject", lambda seed, who: properties(seed, who, f"<dc:subject>{who.nik}</dc:subject>"))


@LEAKS.plant
def manager(seed: Random, who: Person) -> bytes:
    """The name in the application's properties."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    app = f'<Properties xmlns="{space}"><Manager>{who.name}</Manager></Properties>'
    return beside(seed, who, parts={"docProps/app.xml": app})


@LEAKS.plant
def own_property(seed: Random, who: Person) -> bytes:
    """A property that somebody gave the document."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    custom = f'<Properties xmlns="{space}"><property name="Pelapor">{who.name}</property></Properties>'
    return beside(seed, who, parts={"docProps/custom.xml": custom})


@LEAKS.plant
def custom_xml(seed: Random, who: Person) -> bytes:
    """Data bound to a control."""
    return beside(seed, who, parts={"customXml/item1.xml": f"<data><nama>{who.name}</nama></data>"})


@LEAKS.plant
def last_of_much_data(seed: Random, who: Person) -> bytes:
    """The last of many rows of data bound to controls."""
    rows = "".join(f"<baris>data pendukung {number}</baris>" for number in range(300))
    return beside(seed, who, parts={"customXml/item1.xml": f"<data>{rows}<nama>{who.name}</nama></data>"})


@LEAKS.plant
def damaged_data(seed: Random, who: Person) -> bytes:
    """Data that no program can read any more."""
    return beside(seed, who, parts={"customXml/item1.xml": f"<data><nama>{who.name}</data>"})


@LEAKS.plant
def text_file_of_the_theme(seed: Random, who: Person) -> bytes:
    """A text file in a folder of which programs read one part."""
    return beside(seed, who, parts={"word/theme/catatan.txt": who.sentence})


@LEAKS.plant
def text_in_the_table_of_fonts(seed: Random, who: Person) -> bytes:
    """Text in a part whose elements hold none."""
    parts = {"word/fontTable.xml": story("fonts", who.sentence)}
    return beside(seed, who, parts=parts, related={"r8": ("fontTable", "fontTable.xml")})


@LEAKS.plant
def title_of_a_control(seed: Random, who: Person) -> bytes:
    """The title and the mark of a control into which something was typed."""
    title = f'<w:sdtPr><w:alias w:val="{who.name}"/><w:tag w:val="{who.nik}"/></w:sdtPr>'
    return beside(seed, who, f"<w:sdt>{title}<w:sdtContent>{paragraph('Isian')}</w:sdtContent></w:sdt>")


@LEAKS.plant
def first_text_of_a_field(seed: Random, who: Person) -> bytes:
    """What stood in a field of a form before anybody filled it in."""
    data = f'<w:ffData><w:textInput><w:default w:val="{who.name}"/></w:textInput></w:ffData>'
    field = f'<w:p><w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
    field += f'{run("isian")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    return beside(seed, who, field)


@LEAKS.plant
def caption_of_a_table(seed: Random, who: Person) -> bytes:
    """What a table shows is told to who cannot see it."""
    about = f'<w:tblPr><w:tblCaption w:val="Pelapor"/><w:tblDescription w:val="{who.name}"/></w:tblPr>'
    cell = f'<w:tc><w:tcPr><w:tcW w:w="5000" w:type="dxa"/></w:tcPr>{paragraph("Jumlah")}</w:tc>'
    table = f'<w:tbl>{about}<w:tblGrid><w:gridCol w:w="5000"/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>'
    return beside(seed, who, table, paragraph(""))


@LEAKS.plant
def header_nobody_shows(seed: Random, who: Person) -> bytes:
    """A head of which no section knows."""
    parts = {"word/header3.xml": story("hdr", paragraph(who.sentence))}
    return beside(seed, who, parts=parts, related={"r8": ("header", "header3.xml")})


@LEAKS.plant
def footer_with_the_sentence(seed: Random, who: Person) -> bytes:
    """The foot of the pages was forgotten."""
    parts = {"word/footer1.xml": story("ftr", paragraph(who.sentence))}
    section = '<w:footerReference w:type="default" r:id="r8"/>'
    related = {"r8": ("footer", "footer1.xml")}
    return beside(seed, who, parts=parts, related=related, section=section)


@LEAKS.plant
def footnote_without_a_mark(seed: Random, who: Person) -> bytes:
    """A footnote whose mark is gone."""
    note = f'<w:footnote w:id="5">{paragraph(who.sentence)}</w:footnote>'
    parts = {"word/footnotes.xml": story("footnotes", note)}
    return beside(seed, who, parts=parts, related={"r8": ("footnotes", "footnotes.xml")})


@LEAKS.plant
def variable(seed: Random, who: Person) -> bytes:
    """A document variable in the settings."""
    inside = f'<w:docVars><w:docVar w:name="p" w:val="{who.name}"/></w:docVars>'
    parts = {"word/settings.xml": story("settings", inside)}
    return beside(seed, who, parts=parts, related={"r8": ("settings", "settings.xml")})


@LEAKS.plant
def bookmark(seed: Random, who: Person) -> bytes:
    """A bookmark named after the person."""
    name = who.name.replace(" ", "_")
    return beside(
        seed, who, f'<w:p><w:bookmarkStart w:id="1" w:name="{name}"/><w:bookmarkEnd w:id="1"/></w:p>'
    )


@LEAKS.plant
def instruction_of_a_field(seed: Random, who: Person) -> bytes:
    """A field that asks for the name and shows something else."""
    field = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> FILLIN "{}" '
    field += '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{}'
    field += '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    return beside(seed, who, field.format(who.name, run("isian")))


@LEAKS.plant
def link(seed: Random, who: Person) -> bytes:
    """A link whose address says who it is."""
    address = f"https://contoh.id/{who.name.replace(' ', '-').lower()}"
    block = f'<w:p><w:hyperlink r:id="r8">{run("berkas")}</w:hyperlink></w:p>'
    return beside(seed, who, block, external={"r8": ("hyperlink", address)})


def drawing(inside: str, name: str = "Gambar 1", alt: str = "") -> str:
    extent = '<wp:extent cx="3000000" cy="400000"/>'
    return (
        f'<w:p><w:r><w:drawing><wp:inline>{extent}<wp:docPr id="1" name="{name}" descr="{alt}"/>'
        f'<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f"{inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def shown_picture(alt: str = "", target: str = "media/image1.png") -> tuple[str, dict[str, tuple[str, str]]]:
    fill = '<pic:blipFill><a:blip r:embed="r7"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    shape = '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="3000000" cy="400000"/></a:xfrm></pic:spPr>'
    inside = f'<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="g"/><pic:cNvPicPr/></pic:nvPicPr>{fill}{shape}'
    return drawing(inside + "</pic:pic>", alt=alt), {"r7": ("image", target)}


@LEAKS.plant
def alternative_of_a_picture(seed: Random, who: Person) -> bytes:
    """What the picture shows is told in its description."""
    block, related = shown_picture(alt=f"Foto {who.name}")
    parts = {"word/media/image1.png": png_of(scan(["Denah ruang"], dpi=40))}
    return beside(seed, who, block, parts=parts, related=related)


@LEAKS.plant
def picture_nobody_shows(seed: Random, who: Person) -> bytes:
    """The scan of the original is still among the parts."""
    return beside(seed, who, parts={"word/media/image7.jpeg": jpeg_of(scan([who.sentence], dpi=80))})


@LEAKS.plant
def picture_of_the_first_page(seed: Random, who: Person) -> bytes:
    """The thumbnail shows the page before it was redacted."""
    return beside(seed, who, parts={"docProps/thumbnail.jpeg": jpeg_of(scan([who.sentence], dpi=40))})


@LEAKS.plant
def embedded_workbook(seed: Random, who: Person) -> bytes:
    """The table behind a chart."""
    parts = {"word/embeddings/book1.xlsx": b"PK\x03\x04" + who.sentence.encode()}
    return beside(seed, who, parts=parts)


@LEAKS.plant
def black_shape_over_the_text(seed: Random, who: Person) -> bytes:
    """A black rectangle was drawn over the sentence."""
    shape = (
        '<w:r><w:pict><v:rect style="position:absolute;left:0;top:0;width:300pt;height:14pt;z-index:9" '
        'fillcolor="black"/></w:pict></w:r>'
    )
    blocks = [paragraph(line) for line in page_lines(seed, who.sentence)]
    blocks[SECRET_LINE] = f"<w:p>{shape}{run(who.sentence)}</w:p>"
    return package(blocks)


@LEAKS.plant
def glossary(seed: Random, who: Person) -> bytes:
    """A building block with the sentence."""
    inside = f"<w:docParts><w:docPart><w:docPartBody>{paragraph(who.sentence)}</w:docPartBody></w:docPart>"
    parts = {"word/glossary/document.xml": story("glossaryDocument", inside + "</w:docParts>")}
    return beside(seed, who, parts=parts)


@LEAKS.plant
def name_of_a_style(seed: Random, who: Person) -> bytes:
    """A style named after the person."""
    style = (
        f'<w:style w:type="paragraph" w:styleId="s9" w:customStyle="1"><w:name w:val="{who.name}"/></w:style>'
    )
    parts = {"word/styles.xml": story("styles", style)}
    return beside(seed, who, parts=parts, related={"r8": ("styles", "styles.xml")})


@LEAKS.plant
def remark_in_the_xml(seed: Random, who: Person) -> bytes:
    """A remark between the elements."""
    return beside(seed, who, f"<!-- {who.name} -->")


@LEAKS.plant
def remark_of_the_archive(seed: Random, who: Person) -> bytes:
    """The comment of the ZIP file."""
    return package(good(seed, who), comment=who.sentence.encode())


@LEAKS.plant
def stale_entry(seed: Random, who: Person) -> bytes:
    """An entry that the directory of the archive does not list any more."""
    data = package(good(seed, who))
    at = data.index(b"PK\x01\x02")
    body = who.sentence.encode()
    head = struct.pack(
        "<4s5H3I2H", b"PK\x03\x04", 20, 0, 0, 0, 0, zlib.crc32(body), len(body), len(body), 9, 0
    )
    stale = head + b"word/old." + body
    end = data.rindex(b"PK\x05\x06")
    start = struct.unpack("<I", data[end + 16 : end + 20])[0] + len(stale)
    tail = data[end : end + 16] + struct.pack("<I", start) + data[end + 20 :]
    return data[:at] + stale + data[at:end] + tail


@LEAKS.plant
def comment_author(seed: Random, who: Person) -> bytes:
    """Who comments is listed among the people."""
    people = f'<w15:people {NAMES}><w15:person w15:author="{who.name}"/></w15:people>'
    return beside(seed, who, parts={"word/people.xml": people})


@LEAKS.plant
def row_of_no_height(seed: Random, who: Person) -> bytes:
    """A row of a table so low that it is not seen."""
    cell = f'<w:tc><w:tcPr><w:tcW w:w="5000" w:type="dxa"/></w:tcPr>{paragraph(who.sentence)}</w:tc>'
    row = f'<w:tr><w:trPr><w:trHeight w:val="1" w:hRule="exact"/></w:trPr>{cell}</w:tr>'
    table = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="5000"/></w:tblGrid>'
    return beside(seed, who, f"{table}{row}</w:tbl>", paragraph(""))
