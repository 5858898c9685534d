"""The formats that are read, and which of them a file has: told by its content and never by its name."""

import io
import re
import zipfile
from enum import StrEnum

from terbuka.documents.text import decode
from terbuka.errors import UnreadableFile
from terbuka.language import N_


class Format(StrEnum):
    """The kinds that are read."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    IMAGE = "image"
    HTML = "html"
    MAIL = "mail"
    TEXT = "text"

    @property
    def is_paged(self) -> bool:
        """It has pages with a size, which can be drawn; the others are text that flows."""
        return self in (Format.PDF, Format.IMAGE)

    @property
    def of_copy(self) -> "Format":
        """What a public copy of it is: pictures come back as the pages of a PDF."""
        return Format.PDF if self is Format.IMAGE else self

    @property
    def suffix(self) -> str:
        """How the name of a copy ends. Only for formats of copies."""
        return _COPIES[self][0]

    @property
    def content_type(self) -> str:
        """What a copy is called to a browser. Only for formats of copies."""
        return _COPIES[self][1]


_COPIES = {
    Format.PDF: (".pdf", "application/pdf"),
    Format.DOCX: (".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    Format.XLSX: (".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    Format.HTML: (".html", "text/html; charset=utf-8"),
    Format.MAIL: (".eml", "message/rfc822"),
    Format.TEXT: (".txt", "text/plain; charset=utf-8"),
}

NOT_YET = N_(
    "Berkas %(kind)s belum dapat dibaca. Terbuka membaca PDF, DOCX, XLSX, HTML, surel (EML), teks, PNG, JPEG "
    "dan TIFF."
)
ARCHIVE = N_("Arsip %(kind)s tidak dibuka. Keluarkan isinya, lalu masukkan berkasnya satu per satu.")
LOCKED = N_("Berkas dikunci dengan kata sandi. Buka kuncinya, simpan tanpa kata sandi, lalu coba lagi.")
UNKNOWN = N_(
    "Jenis berkas tidak dikenali. Terbuka membaca PDF, DOCX, XLSX, HTML, surel (EML), teks, PNG, JPEG dan "
    "TIFF."
)
DAMAGED_PACKAGE = N_("Berkas rusak atau terpotong. Minta berkas yang utuh, lalu coba lagi.")

IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
OTHERS = {
    b"{\\rtf": "RTF",
    b"%!PS": "PostScript",
    b"GIF8": "GIF",
    b"BM": "BMP",
    b"RIFF": "WebP",
}
ARCHIVES = {
    b"Rar!\x1a\x07": "RAR",
    b"7z\xbc\xaf\x27\x1c": "7z",
    b"\x1f\x8b": "gzip",
    b"BZh": "bzip2",
    b"\xfd7zXZ\0": "xz",
}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

HTML = re.compile(
    r"\s*(?:<\?xml\b[^>]*>\s*(?:<!--(?:(?!-->).)*-->\s*)*(?=<!doctype\s+html|<html))?<(?:!--|(?:!doctype\s+html|html|head|body|meta"
    r"|title|table|div|span|p|h[1-6]|br|script|style|base|link|center|font|ul|ol|pre|form|section|article|main|header"
    r"|nav|img|noscript|template|svg|iframe|object|embed|video|audio|blockquote|address|aside|footer|figure|details|dl"
    r"|hr|li|tr|td|input|button|select|textarea|small|strong|a\s+href|area|map)(?![\w:-]))",
    re.I | re.S,
)
FRAGMENT = re.compile(
    r"\s*<(a|b|i|u|s|q|em|tt|code|big|sub|sup|label|dd|dt|th)(?:\s[^<>]*)?>.*?</\1\s*>", re.I | re.S
)
"""Letters in angle brackets may stand for a name; they are a tag where they are closed."""
HEADER = re.compile(r"[!-9;-~]+:(?:\s|$)")
MACHINE_HEADERS = {
    "received",
    "return-path",
    "message-id",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "delivered-to",
    "dkim-signature",
}
"""Header fields that only mail programs write; a printed e-mail with From and Subject is plain text."""
LONGEST_HEAD = 262_144
"""Characters in which the head of a mail is looked for: each program that it passes adds to it."""


def detect(data: bytes) -> Format:
    """The format of ``data``.

    Raises ``UnreadableFile`` for what is empty, locked, an archive, of a kind that is not read, unknown.
    """
    if _is_pdf(data):
        return Format.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(data)
    if data.startswith(IMAGES):
        return Format.IMAGE
    _refuse_known(data)
    markup = markup_of(data)
    if markup is not None:
        return markup
    package = _package_behind(data)
    if package is not None:
        return package
    decoded = decode(data)
    if decoded is None:
        raise UnreadableFile(UNKNOWN)
    if not decoded.text.strip():
        raise UnreadableFile(N_("Berkas teks ini tidak berisi apa pun selain spasi."))
    if decoded.text.lstrip().startswith("<?xml"):
        raise UnreadableFile(NOT_YET, kind="XML")
    return Format.TEXT


def markup_of(data: bytes) -> Format | None:
    """HTML or a mail: they hide text in places that plain text shows. None for anything else.

    Both may hold bytes that are no text; how they begin is text.
    """
    decoded = decode(data)
    start = decoded.text[:LONGEST_HEAD] if decoded else data[:LONGEST_HEAD].decode("latin-1")
    if HTML.match(start) or FRAGMENT.match(start):
        return Format.HTML
    return Format.MAIL if _is_mail(start) else None


def _is_pdf(data: bytes) -> bool:
    """A header at the start, or, as readers accept it, within the first kilobyte of a whole file."""
    if data.lstrip(b"\xef\xbb\xbf\0\t\n\f\r ").startswith(b"%PDF-"):
        return True
    return b"%PDF-" in data[:1024] and not data.startswith(b"PK") and b"startxref" in data[-2048:]


def _package(data: bytes) -> Format:
    """The kind of a ZIP package by its directory. Encrypted entries lock the whole."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = {entry.filename.replace("\\", "/").lstrip("/") for entry in package.infolist()}
            if any(entry.flag_bits & 0x1 for entry in package.infolist()):
                raise UnreadableFile(LOCKED)
            mimetype = package.open("mimetype").read(100) if "mimetype" in names else b""
    # zipfile knows some ways of packing not at all, and calls them not implemented
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, OSError):
        raise UnreadableFile(DAMAGED_PACKAGE) from None
    if "word/document.xml" in names:
        return Format.DOCX
    if "xl/workbook.xml" in names:
        return Format.XLSX
    for prefix, kind in (("xl/", "XLSB"), ("ppt/", "PPTX")):
        if any(name.startswith(prefix) for name in names):
            raise UnreadableFile(NOT_YET, kind=kind)
    for end, kind in ((b".text", "ODT"), (b".spreadsheet", "ODS"), (b".presentation", "ODP")):
        if mimetype.startswith(b"application/vnd.oasis.opendocument") and mimetype.strip().endswith(end):
            raise UnreadableFile(NOT_YET, kind=kind)
    raise UnreadableFile(ARCHIVE, kind="ZIP")


def _package_behind(data: bytes) -> Format | None:
    """An Office package that something stands in front of: it is read from its end."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return None
    try:
        return _package(data)
    except UnreadableFile:
        return None


def _refuse_known(data: bytes) -> None:
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UnreadableFile(LOCKED)
        raise UnreadableFile(
            N_("Berkas Office lama (DOC, XLS, PPT) belum dibaca. Simpan sebagai DOCX atau PDF.")
        )
    for magic, kind in ARCHIVES.items():
        if data.startswith(magic):
            raise UnreadableFile(ARCHIVE, kind=kind)
    for magic, kind in OTHERS.items():
        if data.startswith(magic) and (kind in ("RTF", "PostScript") or b"\0" in data[:512]):
            raise UnreadableFile(NOT_YET, kind=kind)


def _is_mail(start: str) -> bool:
    head = re.split(r"\r\n\r\n|\n\n|\r\r", start.lstrip("\r\n"), maxsplit=1)[0]
    lines = re.split(r"\r\n|\n|\r", head)
    if len(start) == LONGEST_HEAD and len(lines) > 1:
        lines.pop()  # is cut
    lines = [line for line in lines if line.strip() and not line.startswith((" ", "\t"))]
    if lines and lines[0].startswith(("From ", ">From ")):
        lines = lines[1:]
    if not lines or not all(HEADER.match(line) for line in lines):
        return False
    return any(line.partition(":")[0].lower() in MACHINE_HEADERS for line in lines)
