"""The package is opened without trust, and everything in it that no page shows is listed."""

import io
import zipfile

import pytest
from PIL import Image

from terbuka.documents.docx.hidden import hidden_parts
from terbuka.documents.docx.package import Package
from terbuka.documents.formats import Format, detect
from terbuka.errors import LimitExceeded, UnreadableFile
from tests.documents.samples.docx import docx, paragraph, story
from tests.documents.samples.images import jpeg

SECRET = "Siti Aminah"
ENTITY = '<!DOCTYPE a [<!ENTITY s "Siti"><!ENTITY t SYSTEM "file:///etc/hostname">]><a>&s;&t;</a>'
LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]><a>&j;</a>"
)


def zipped(entries: list[tuple[str, bytes]], **options: object) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in entries:
            package.writestr(name, content)
        package.comment = str(options.get("comment", "")).encode()
    return buffer.getvalue()


def test_parts_are_found_however_their_names_are_written() -> None:
    data = zipped([("WORD\\Document.xml", b"<a/>"), ("/docProps/core.xml", b"<b/>")])
    package = Package(data)
    assert package.read("word/document.xml") == b"<a/>" and package.read("docProps/core.xml") == b"<b/>"


def test_parts_whose_names_differ_in_capitals_alone_are_refused() -> None:
    with pytest.raises(UnreadableFile):
        Package(zipped([("word/document.xml", b"<a/>"), ("word/Document.xml", b"<b/>")]))


def test_part_that_swells_is_refused() -> None:
    with pytest.raises(LimitExceeded, match="mengembang"):
        Package(zipped([("word/document.xml", bytes(20 << 20))]))


def test_part_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(zipped([("word/document.xml", b"x" * 1000)]))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        at = data.index(mark) + (22 if mark == b"PK\x03\x04" else 24)
        data[at : at + 4] = (5).to_bytes(4, "little")
    with pytest.raises(UnreadableFile, match="rusak"):
        Package(bytes(data)).read("word/document.xml")


def test_whole_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped([("a", b"abc"), ("b", b"abc")])
    for limit, value in (("LARGEST_PACKAGE", 5), ("MOST_ENTRIES", 1), ("LARGEST_PART", 2)):
        with monkeypatch.context() as patched:
            patched.setattr(f"terbuka.documents.package.{limit}", value)
            with pytest.raises(LimitExceeded):
                Package(data)


def test_part_is_measured_when_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    package = Package(zipped([("a", b"abc")]))
    monkeypatch.setattr("terbuka.documents.package.LARGEST_PART", 2)
    with pytest.raises(LimitExceeded):
        package.read("a")


def test_two_parts_of_one_name_are_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        data = zipped([("word/document.xml", b"a"), ("word/document.xml", b"b")])
    with pytest.raises(UnreadableFile, match="rusak"):
        Package(data)


def test_what_stands_in_front_of_a_package_is_told() -> None:
    data = b"Siti Aminah" + zipped([("word/document.xml", b"<a/>")])
    assert detect(data) is Format.DOCX
    (part,) = hidden_parts(Package(data))
    assert (part.kind, part.text) == ("leading-data", "Siti Aminah")


def test_text_with_an_archive_behind_it_is_no_document() -> None:
    with pytest.raises(UnreadableFile):
        detect(b"\xff\x00Siti Aminah" + zipped([("a.txt", b"a")]))


def test_what_is_no_package_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="rusak"):
        Package(b"PK\x03\x04 rusak")


@pytest.mark.parametrize("place", ["first", "middle"])
def test_damaged_part_is_refused(place: str) -> None:
    data = bytearray(zipped([("word/document.xml", b"<a>" + bytes(range(256)) * 50 + b"</a>")]))
    at = 60 if place == "first" else len(data) // 2
    data[at : at + 8] = b"\xff" * 8
    with pytest.raises(UnreadableFile, match="rusak"):
        Package(bytes(data)).read("word/document.xml")


def test_unknown_packing_is_refused() -> None:
    data = bytearray(zipped([("word/document.xml", b"abc")]))
    for mark, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = data.index(mark) + offset
        data[at : at + 2] = (97).to_bytes(2, "little")
    with pytest.raises(UnreadableFile, match="rusak"):
        Package(bytes(data)).read("word/document.xml")


@pytest.mark.parametrize("content", [ENTITY, LAUGHS, "<a>", "bukan xml", "<a>\x01</a>"])
def test_xml_with_entities_or_faults_is_refused(content: str) -> None:
    with pytest.raises(UnreadableFile, match="rusak"):
        Package(zipped([("word/document.xml", content.encode())])).xml("word/document.xml")


def test_missing_part_is_none() -> None:
    package = Package(docx())
    assert package.read("word/tidak ada.xml") is None
    assert package.xml("word/tidak ada.xml") is None


def test_main_part_may_have_another_name() -> None:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="http://x/thumbnail" Target="gambar.png"/>'
        '<Relationship Id="b" Type="http://x/officeDocument" Target="/isi/utama.xml"/></Relationships>'
    )
    package = Package(zipped([("_rels/.rels", rels.encode()), ("isi/utama.xml", b"<a/>")]))
    assert package.main == "isi/utama.xml"


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("docProps/core.xml", f"<a>{SECRET}</a>", "metadata"),
        ("docProps/custom.xml", f"<a><b name='{SECRET}'/></a>", "metadata"),
        ("docProps/thumbnail.jpeg", SECRET, "picture"),
        ("customXml/item1.xml", f"<a>{SECRET}</a>", "metadata"),
        ("word/comments.xml", f"<a>{SECRET}</a>", "comment"),
        ("word/commentsExtended.xml", f"<a>{SECRET}</a>", "comment"),
        ("word/people.xml", f"<a b='{SECRET}'/>", "comment"),
        ("word/glossary/document.xml", f"<a>{SECRET}</a>", "hidden-text"),
        ("word/header7.xml", f"<a>{SECRET}</a>", "hidden-text"),
        ("word/vbaProject.bin", SECRET, "script"),
        ("word/activeX/activeX1.xml", f"<a>{SECRET}</a>", "script"),
        ("word/embeddings/Microsoft_Excel.xlsx", SECRET, "embedded"),
        ("word/charts/chart1.xml", f"<a>{SECRET}</a>", "embedded"),
        ("word/diagrams/data1.xml", f"<a>{SECRET}</a>", "embedded"),
        ("word/media/image1.png", SECRET, "picture"),
        ("word/printerSettings/printerSettings1.bin", SECRET, "metadata"),
        ("word/webSettings.xml", f"<a>{SECRET}</a>", "metadata"),
        ("_xmlsignatures/sig1.xml", f"<a>{SECRET}</a>", "signature"),
        ("lain/catatan.txt", SECRET, "attachment"),
        ("word/rusak.xml", "<a>", "attachment"),
    ],
)
def test_part_that_no_page_shows_is_listed(name: str, content: str, kind: str) -> None:
    (part,) = hidden_parts(Package(docx(paragraph("Ada"), parts={name: content})))
    assert (part.kind, part.place) == (kind, name)
    if content.startswith("<a") and content != "<a>":
        assert part.text == SECRET


def test_thumbnail_of_an_empty_page_is_no_hidden_picture() -> None:
    blank = jpeg(Image.new("RGB", (40, 50), "white"))
    (part,) = hidden_parts(Package(docx(paragraph("Ada"), parts={"docProps/thumbnail.jpeg": blank})))
    assert (part.kind, part.place, part.text) == ("metadata", "docProps/thumbnail.jpeg", "")


def test_addresses_outside_are_listed() -> None:
    package = Package(docx(external={"x": ("hyperlink", f"https://contoh.id/?nama={SECRET}")}))
    (part,) = hidden_parts(package)
    assert (part.kind, part.text) == ("link", f"https://contoh.id/?nama={SECRET}")


def test_variables_in_the_settings_are_listed() -> None:
    settings = f'<w:docVars><w:docVar w:name="pelapor" w:val="{SECRET}"/></w:docVars>'
    package = Package(
        docx(
            parts={"word/settings.xml": story("settings", settings)},
            related={"s": ("settings", "settings.xml")},
        )
    )
    assert [(part.kind, part.text) for part in hidden_parts(package)] == [("metadata", f"pelapor {SECRET}")]


def test_missing_settings_are_no_trouble() -> None:
    assert hidden_parts(Package(docx(related={"s": ("settings", "settings.xml")}))) == []


def test_comment_of_the_archive_is_listed() -> None:
    with zipfile.ZipFile(io.BytesIO(docx())) as plain:
        data = zipped([(name, plain.read(name)) for name in plain.namelist()], comment=SECRET)
    assert [(part.kind, part.text) for part in hidden_parts(Package(data))] == [("comment", SECRET)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("word/theme/theme1.xml", f"<a>{SECRET}</a>"),
        ("word/fontTable.xml", f"<a><b/>{SECRET}</a>"),
        ("word/numbering.xml", f"<a><!-- {SECRET} --></a>"),
        ("word/stylesWithEffects.xml", SECRET),
        ("word/_rels/fontTable.xml.rels", f"<a>{SECRET}</a>"),
    ],
)
def test_text_in_a_part_of_looks_is_listed(name: str, content: str) -> None:
    (part,) = hidden_parts(Package(docx(parts={name: content})))
    assert (part.kind, part.place, part.text) == ("hidden-text", name, SECRET)


@pytest.mark.parametrize(
    ("inside", "kind"),
    [
        (f'<w:sdt><w:sdtPr><w:alias w:val="{SECRET}"/></w:sdtPr></w:sdt>', "form"),
        (f'<w:sdt><w:sdtPr><w:tag w:val="{SECRET}"/></w:sdtPr></w:sdt>', "form"),
        (f'<w:r><w:fldChar><w:ffData><w:helpText w:val="{SECRET}"/></w:ffData></w:fldChar></w:r>', "form"),
        (f'<w:smartTagPr><w:attr w:name="Nama" w:val="{SECRET}"/></w:smartTagPr>', "metadata"),
        (f'<w:permStart w:id="1" w:ed="{SECRET}"/>', "metadata"),
        (f'<w:tbl><w:tblPr><w:tblCaption w:val="{SECRET}"/></w:tblPr></w:tbl>', "alternative-text"),
    ],
)
@pytest.mark.parametrize("place", ["word/document.xml", "word/header1.xml"])
def test_what_was_typed_into_attributes_is_listed(inside: str, kind: str, place: str) -> None:
    body = f"<w:body>{inside}</w:body>" if "document" in place else inside
    parts = {place: story("document" if "document" in place else "hdr", body)}
    package = Package(docx(parts=parts, related={"h": ("header", "header1.xml")}))
    assert [(part.kind, part.place, part.text) for part in hidden_parts(package)] == [(kind, place, SECRET)]


def test_marks_in_attributes_of_a_story_are_not_listed() -> None:
    inside = '<w:fldChar><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar>'
    assert hidden_parts(Package(docx(f"<w:p><w:r>{inside}</w:r></w:p>"))) == []


def test_measures_in_a_part_of_looks_are_not_listed() -> None:
    assert hidden_parts(Package(docx(parts={"word/numbering.xml": "<a><b>12700</b> 5 cm</a>"}))) == []


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("customXml/item1.xml", f"<a>{SECRET}", "metadata"),
        ("customXml/item1.xml", f"<a><b/>{SECRET}</a>", "metadata"),
        ("customXml/catatan.txt", SECRET, "metadata"),
        ("word/theme/catatan.txt", SECRET, "attachment"),
        ("word/fonts/catatan.txt", SECRET, "attachment"),
    ],
)
def test_part_is_read_whatever_it_is(name: str, content: str, kind: str) -> None:
    (part,) = hidden_parts(Package(docx(parts={name: content})))
    assert part.kind == kind and SECRET in part.text


def test_part_that_nobody_can_read_is_no_remark() -> None:
    (part,) = hidden_parts(Package(zipped([("word/document.xml", b"<a/>"), ("docProps/a.bin", bytes(9))])))
    assert (part.kind, part.text) == ("attachment", "")


def test_file_that_is_used_is_not_listed() -> None:
    package = Package(docx(parts={"word/media/a.png": "x"}, related={"p": ("image", "media/a.png")}))
    assert hidden_parts(package) == []
