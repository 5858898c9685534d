"""The format is told by the content; what is not read is refused by its name."""

import io
import zipfile

import pytest

from terbuka.documents.formats import Format, detect
from terbuka.errors import UnreadableFile
from tests.documents.samples import docx, page_image, paragraph, pdf, png, text_sheet, tiff
from tests.documents.samples.images import jpeg

PLAIN = "Kepada Yth. Siti Aminah di tempat.\n"


def package(*names: str, mimetype: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (pdf(text_sheet(["Budi"])), Format.PDF),
        (b"\xef\xbb\xbf" + pdf(text_sheet(["Budi"])), Format.PDF),
        (b"sampah di depan\n" + pdf(text_sheet(["Budi"])), Format.PDF),
        (docx(paragraph("Budi")), Format.DOCX),
        (png(page_image(["Budi"], dpi=30)), Format.IMAGE),
        (jpeg(page_image(["Budi"], dpi=30)), Format.IMAGE),
        (tiff(page_image(["Budi"], dpi=30)), Format.IMAGE),
        (PLAIN.encode(), Format.TEXT),
        (PLAIN.encode("utf-16"), Format.TEXT),
        (b"Surat tentang %PDF-1.7 dan PK", Format.TEXT),
        (b"BM: bukti masuk", Format.TEXT),
        (b"From: Rudi\nTo: Humas\nSubject: aduan\n\nIsi", Format.TEXT),
        (b"Nama: Rudi\nMessage-ID dicetak\n\nIsi", Format.TEXT),
        (b"3 < 5 dan <nama> disamarkan", Format.TEXT),
        (b"<phone> Budi <p>", Format.TEXT),
        (b"<A> dan <B> menerangkan", Format.TEXT),
        (b"<b class='x'>Laporan</B> Budi", Format.HTML),
        (b"<!DOCTYPE html><p>Budi</p>", Format.HTML),
        (b"\n <html><body>Budi</body></html>", Format.HTML),
        ("<html><p>Budi</p></html>".encode("utf-16"), Format.HTML),
        (b"<div hidden>Budi</div>", Format.HTML),
        (b"<!--Budi--><p>", Format.HTML),
        (b"<?xml version='1.0'?>\n<!-- x --><!DOCTYPE html PUBLIC 'x'><html>Budi</html>", Format.HTML),
        (b"Received: from a\r\n by b\r\nSubject: x\r\n\r\nBudi", Format.MAIL),
        (b"From budi@contoh.id Mon\nMIME-Version: 1.0\nSubject: x\n\nBudi", Format.MAIL),
        (b"\r\nMIME-Version: 1.0\rSubject: x\r\rBudi", Format.MAIL),
        (b"Subject: x\nMIME-Version: 1.0\n\n" + bytes(range(256)), Format.MAIL),
        (b"Received: a\n" + b"X-Long: " + b"a\n " * 200_000 + b"\n\nBudi", Format.MAIL),
        (b"<html>\0<p>Budi", Format.HTML),
        (b"Message-ID dicetak: ya\n" + b"Nama: Budi\n" * 40_000, Format.TEXT),
    ],
)
def test_known_content_is_recognised(data: bytes, expected: Format) -> None:
    assert detect(data) is expected


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (package("[Content_Types].xml", "xl/workbook.bin"), "XLSB"),
        (package("[Content_Types].xml", "ppt/presentation.xml"), "PPTX"),
        (package("content.xml", mimetype="application/vnd.oasis.opendocument.text"), "ODT"),
        (package("content.xml", mimetype="application/vnd.oasis.opendocument.spreadsheet"), "ODS"),
        (package("content.xml", mimetype="application/vnd.oasis.opendocument.presentation"), "ODP"),
        (package("surat.pdf"), "ZIP"),
        (package("surat.pdf", mimetype="application/epub+zip"), "ZIP"),
        (b"Rar!\x1a\x07\x01\x00 isi", "RAR"),
        (b"7z\xbc\xaf\x27\x1c isi", "7z"),
        (b"\x1f\x8b\x08 isi", "gzip"),
        (b"{\\rtf1\\ansi Budi}", "RTF"),
        (b"%!PS-Adobe-3.0\nshow", "PostScript"),
        (b"GIF89a\x01\x00\x01\x00", "GIF"),
        (b"BM\x46\x00\x00\x00\x00\x00", "BMP"),
        (b"<?xml version='1.0'?><a>Budi</a>", "XML"),
    ],
)
def test_other_kinds_are_refused_by_name(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        detect(data)
    assert kind in str(caught.value)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"WordDocument", "Office lama"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "kata sandi"),
        (bytes(range(256)) * 4, "tidak dikenali"),
        (b"\x00\x01\x02" * 50, "tidak dikenali"),
        (b" \n\t ", "selain spasi"),
        (docx(paragraph("Budi"))[:200], "rusak"),
        (b"PK\x05\x06" + bytes(18), "ZIP"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFile, match=sentence):
        detect(data)


def test_locked_package_is_refused() -> None:
    data = bytearray(docx(paragraph("Budi")))
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1  # the flag of an encrypted entry
    with pytest.raises(UnreadableFile, match="kata sandi"):
        detect(bytes(data))


def test_copy_of_a_picture_is_a_pdf_and_every_copy_has_its_name_and_kind() -> None:
    assert [(format, format.of_copy) for format in Format if format.of_copy is not format] == [
        (Format.IMAGE, Format.PDF)
    ]
    copies = {format.of_copy for format in Format}
    assert len({format.suffix for format in copies}) == len(copies)
    assert {(format.suffix, format.content_type.partition(";")[0]) for format in copies} == {
        (".pdf", "application/pdf"),
        (".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (".html", "text/html"),
        (".eml", "message/rfc822"),
        (".txt", "text/plain"),
    }
    assert {format for format in Format if format.is_paged} == {Format.PDF, Format.IMAGE}
