"""Small files that ask for much: nested without end, running in circles, or larger than they are."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

from tests.documents.samples.docx import docx, paragraph

DEEP = 20_000
MEBIBYTE = 1 << 20


def raw_pdf(*objects: bytes) -> bytes:
    """The objects as they are, numbered from 1; the first is the catalogue."""
    data, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
    table += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer\n<< /Root 1 0 R /Size %d >>\n" % (len(offsets) + 1)
    return data + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(data)


def stream(content: bytes, keys: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), keys, content)


FONT = b"/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] "


def _page(
    *more: bytes, keys: bytes = b"", resources: bytes = b"", content: bytes = b"", catalogue=b""
) -> bytes:
    """One page; ``more``: objects from number 5 on."""
    shown = b"BT /F 12 Tf 72 700 Td (Pelapor Siti Rahmah) Tj ET\n" + content
    return raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R %b >>" % catalogue,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << %b %b >> %b >>"
        % (FONT, resources, keys),
        stream(shown),
        *more,
    )


def deep_page_tree() -> bytes:
    levels = [
        b"<< /Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R >>" % (number + 1, number - 1)
        for number in range(3, DEEP)
    ]
    page = b"<< /Type /Page /MediaBox [0 0 595 842] /Parent %d 0 R >>" % (DEEP - 1)
    first = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return raw_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", first, *levels, page)


def page_tree_in_a_circle() -> bytes:
    return raw_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>")


def form_in_itself() -> bytes:
    form = stream(b"/X Do", FORM + b"/Resources << /XObject << /X 5 0 R >> >>")
    return _page(form, resources=b"/XObject << /X 5 0 R >>", content=b"/X Do")


def forms_that_double() -> bytes:
    """Each draws the next twice."""
    keys = FORM + b"/Resources << /XObject << /X %d 0 R >> >>"
    forms = [stream(b"/X Do /X Do", keys % (number + 1)) for number in range(5, 35)]
    last = stream(b"0 0 9 9 re f", FORM)
    return _page(*forms, last, resources=b"/XObject << /X 5 0 R >>", content=b"/X Do")


def arrays_in_arrays() -> bytes:
    return _page(catalogue=b"/Nest " + b"[" * DEEP + b"]" * DEEP)


def operands_in_arrays() -> bytes:
    return _page(content=b"[" * DEEP + b"]" * DEEP + b" TJ")


def length_of_itself() -> bytes:
    return _page(b"<< /Length 5 0 R >>\nstream\n1\nendstream", content=b"", keys=b"/Metadata 5 0 R")


def outline_in_a_circle() -> bytes:
    item = b"<< /Title (Bab) /Parent 5 0 R /Next 6 0 R /First 6 0 R >>"
    return _page(b"<< /First 6 0 R /Last 6 0 R >>", item, catalogue=b"/Outlines 5 0 R")


def names_in_a_circle() -> bytes:
    return _page(b"<< /Kids [5 0 R] >>", catalogue=b"/Names << /EmbeddedFiles 5 0 R /JavaScript 5 0 R >>")


def fields_in_a_circle() -> bytes:
    field = b"<< /FT /Tx /T (a) /V (b) /Kids [5 0 R] /Parent 5 0 R >>"
    return _page(field, catalogue=b"/AcroForm << /Fields [5 0 R] >>")


def structure_in_a_circle() -> bytes:
    return _page(
        b"<< /Type /StructTreeRoot /K 6 0 R >>",
        b"<< /S /P /Alt (a) /K [6 0 R 5 0 R] >>",
        catalogue=b"/StructTreeRoot 5 0 R",
    )


def huge_picture_of_few_bytes() -> bytes:
    keys = (
        b"/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /ColorSpace /DeviceRGB "
        b"/BitsPerComponent 8 /Filter /FlateDecode"
    )
    picture = stream(zlib.compress(bytes(1000)), keys)
    return _page(picture, resources=b"/XObject << /I 5 0 R >>", content=b"q 595 0 0 842 0 0 cm /I Do Q")


def content_that_grows() -> bytes:
    packed = zlib.compress(zlib.compress(b" " * (300 * MEBIBYTE), 9), 9)
    return _page(
        stream(packed, b"/Filter [/FlateDecode /FlateDecode]"),
        keys=b"",
        resources=b"/XObject << /X 5 0 R >>",
        content=b"/X Do",
    ).replace(b"/Contents 4 0 R", b"/Contents 5 0 R")


def many_annotations() -> bytes:
    note = b"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (a) >>"
    return _page(b"[" + note * 20_000 + b"]", keys=b"/Annots 5 0 R")


def many_entries() -> bytes:
    made = io.BytesIO(docx(paragraph("Isi")))
    with zipfile.ZipFile(made, "a") as package:
        for number in range(100_000):
            package.writestr(f"word/{number}", b"")
    return made.getvalue()


def elements_in_elements() -> bytes:
    return docx("<w:sdt><w:sdtContent>" * DEEP + paragraph("Isi") + "</w:sdtContent></w:sdt>" * DEEP)


def many_runs() -> bytes:
    return docx("<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 50_000 + "</w:p>")


def tiff_in_a_circle() -> bytes:
    """Its only directory says that the next one is itself."""
    entries = [
        *((256, 4, 1, 100), (257, 4, 1, 100), (258, 3, 1, 8), (259, 3, 1, 1)),
        *((262, 3, 1, 1), (273, 4, 1, 8), (277, 3, 1, 1), (278, 4, 1, 100), (279, 4, 1, 10000)),
    ]
    directory = struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", *entry) for entry in entries)
    at = 8 + 10000
    return b"II*\0" + struct.pack("<I", at) + bytes(10000) + directory + struct.pack("<I", at)


def png_of_many_words() -> bytes:
    """Text chunks that grow a thousandfold."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    text = chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(MEBIBYTE)))
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(bytes(72)))
    return b"\x89PNG\r\n\x1a\n" + head + text * 1000 + body + chunk(b"IEND", b"")


BOMBS: dict[str, Callable[[], bytes]] = {
    bomb.__name__: bomb
    for bomb in (
        *(deep_page_tree, page_tree_in_a_circle, form_in_itself, forms_that_double, arrays_in_arrays),
        *(operands_in_arrays, length_of_itself, outline_in_a_circle, names_in_a_circle, fields_in_a_circle),
        *(structure_in_a_circle, huge_picture_of_few_bytes, content_that_grows, many_annotations),
        *(many_entries, elements_in_elements, many_runs, tiff_in_a_circle, png_of_many_words),
    )
}
