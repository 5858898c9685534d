"""What a PDF holds that no page shows: metadata, attachments, comments, scripts, earlier revisions …

The walk looks at every object of the file, also at those nothing refers to. It is bounded; a file
with more than it can tell says so with its last part.
"""

import io
import re
import zlib
from collections.abc import Iterator
from typing import Any

import pikepdf

from terbuka.documents.model import HiddenPart
from terbuka.documents.picture_tags import JPEG, tags_in_jpeg, words_of_xml
from terbuka.documents.told import told

MOST_OBJECTS = 200_000
LARGEST_STREAM = 1 << 20
"""Bytes of an attachment or metadata stream that are looked into."""
DEEPEST = 12

SCRIPTS = ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition", "/RichMediaExecute")
LINKS = ("/URI", "/GoToR", "/GoToE")
TEXT_KEYS = {
    "/JS": "script",
    "/ActualText": "alternative-text",
    "/Alt": "alternative-text",
    "/E": "alternative-text",
    "/PieceInfo": "metadata",
    "/SpiderInfo": "metadata",
    "/Thumb": "picture",
}
TOLD = frozenset(
    {
        *TEXT_KEYS,
        "/V",
        "/DV",
        "/RV",
        "/TU",
        "/TM",
        "/Opt",
        "/Contents",
        "/RC",
        "/Subj",
        "/URI",
        "/F",
        "/UF",
    }
    | {"/DA", "/CreationDate", "/ModDate", "/M", "/NM", "/ID", "/Lang", "/Registry", "/Ordering", "/CharSet"}
    | {
        "/FontFamily",
        "/Panose",
        "/O",
        "/U",
        "/OE",
        "/UE",
        "/Perms",
        "/Cert",
        "/RegistryName",
        "/LastModified",
    }
    | {"/OutputCondition", "/OutputConditionIdentifier", "/D", "/Base", "/Desc", "/CheckSum", "/CreatorInfo"}
)
"""Keys whose strings are told elsewhere, or are those of programs."""
CONTENT = re.compile(rb"/(?:ActualText|Alt|E)\s*(\((?:\\.|[^\\)])*\)|<[0-9A-Fa-f\s]*>)|(?m:^)%([^\r\n]{4,})")
"""What operators say beside the page: text in place of what they show, and remarks."""
LONG_NAME = 8
"""Letters of a name of a resource that may say something: F1, Im3, GS0 say nothing."""
FORM_KEYS = ("/V", "/DV", "/RV", "/TU", "/TM", "/Opt")
COMMENT_KEYS = ("/Contents", "/RC", "/T", "/Subj")
SIGNATURE_KEYS = ("/Name", "/Reason", "/Location", "/ContactInfo")


def hidden_parts(data: bytes) -> list[HiddenPart]:
    """Every hidden part of the PDF in ``data``."""
    return told(_all_parts(data))


def _all_parts(data: bytes) -> Iterator[HiddenPart]:
    yield from _revisions(data)
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            yield from _Walk(pdf).parts()
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError, RecursionError, OSError):
        # PDFium opened what QPDF cannot walk: what hides in it is not known
        yield HiddenPart("unknown", "file")


def _revisions(data: bytes) -> Iterator[HiddenPart]:
    """Revisions are appended; so is what someone hides behind the end."""
    ends = [found.end() for found in re.finditer(rb"%%EOF", data)]
    expected = 2 if b"/Linearized" in data[:2048] else 1
    if len(ends) > expected:
        yield HiddenPart("earlier-revision", f"{len(ends) - expected} revision(s)")
    if ends and data[ends[-1] :].strip(b"\0\r\n\t "):
        yield HiddenPart("trailing-data", "after the end of the file")
    if data.find(b"%PDF-") > 0:
        yield HiddenPart("leading-data", "before the start of the file")


class _Walk:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._visited = 0
        self._page_of: dict[tuple[int, int], int] = {}

    def parts(self) -> Iterator[HiddenPart]:
        yield from self._document_information()
        yield from self._layers()
        yield from self._forms()
        self._note_pages()
        yield from self._contents()
        for item in self._pdf.objects:
            yield from self._visit(item, self._page_of.get(_identity(item)), 0)
            if self._visited > MOST_OBJECTS:
                yield HiddenPart("more", "file")
                return

    def _document_information(self) -> Iterator[HiddenPart]:
        for key, value in _entries(self._pdf.trailer.get("/Info")):
            yield _part("metadata", f"Info {key}", _text(value))

    def _layers(self) -> Iterator[HiddenPart]:
        properties = self._pdf.Root.get("/OCProperties")
        for _, settings in _entries(properties):
            if isinstance(settings, pikepdf.Dictionary):
                for group in _items(settings.get("/OFF")):
                    name = group.get("/Name") if isinstance(group, pikepdf.Dictionary) else None
                    yield _part("hidden-layer", "OCProperties /OFF", _text(name))

    def _forms(self) -> Iterator[HiddenPart]:
        form = self._pdf.Root.get("/AcroForm")
        xfa = form.get("/XFA") if isinstance(form, pikepdf.Dictionary) else None
        for stream in [xfa, *_items(xfa)]:
            if isinstance(stream, pikepdf.Stream):
                yield _part("form", "AcroForm /XFA", _stream_text(stream))

    def _note_pages(self) -> None:
        """Which page an annotation belongs to."""
        for number, page in enumerate(self._pdf.pages, 1):
            self._page_of[_identity(page.obj)] = number
            for annotation in _items(page.obj.get("/Annots")):
                self._page_of[_identity(annotation)] = number

    def _contents(self) -> Iterator[HiddenPart]:
        """Text that the operators of pages say and do not show."""
        for number, page in enumerate(self._pdf.pages, 1):
            for stream in [page.obj.get("/Contents"), *_items(page.obj.get("/Contents"))]:
                data = _bytes(stream)
                for found in (
                    CONTENT.finditer(data) if b"Text" in data or b"%" in data or b"/E" in data else ()
                ):
                    yield _part("alternative-text", "/ActualText", _operand(found), number)

    def _visit(self, item: Any, page: int | None, depth: int) -> Iterator[HiddenPart]:
        self._visited += 1
        if self._visited > MOST_OBJECTS:
            return
        if depth > DEEPEST:
            yield HiddenPart("more", "file")
            return
        if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
            yield from _of_dictionary(item, page)
        for child in _children(item):
            if not getattr(child, "is_indirect", False):  # indirect ones have their own turn
                yield from self._visit(child, page, depth + 1)


def _of_dictionary(item: Any, page: int | None) -> Iterator[HiddenPart]:
    """What one dictionary hides."""
    for key, hidden in TEXT_KEYS.items():
        if key in item:
            yield _part(hidden, key, _text(item[key]), page)
    for look in (_of_action, _of_attachment, _of_metadata, _of_field, _of_names, _of_image, _of_strings):
        yield from look(item, page)


def _of_keys(item: Any, keys: tuple[str, ...], kind: str, page: int | None) -> Iterator[HiddenPart]:
    for key in keys:
        text = _text(item.get(key))
        if text:
            yield _part(kind, key, text, page)


def _of_action(item: Any, page: int | None) -> Iterator[HiddenPart]:
    action = str(item.get("/S", ""))
    if action in SCRIPTS and "/JS" not in item:
        yield _part("script", action, "", page)
    elif action in LINKS:
        yield _part("link", action, _text(item.get("/URI")) or _text(item.get("/F")), page)


def _of_attachment(item: Any, page: int | None) -> Iterator[HiddenPart]:
    """Name, description and, where it is text, the beginning of an embedded file."""
    if "/EF" not in item:
        return
    words = [_text(item.get(key)) for key in ("/UF", "/F", "/Desc")]
    streams = [stream for _, stream in _entries(item["/EF"]) if isinstance(stream, pikepdf.Stream)]
    words += [_stream_text(stream) for stream in streams[:1]]
    yield _part("attachment", "/EF", " ".join(words), page)


def _of_metadata(item: Any, page: int | None) -> Iterator[HiddenPart]:
    metadata = item.get("/Metadata")
    if isinstance(metadata, pikepdf.Stream):
        owner = _text(item.get("/Type")) or _text(item.get("/Subtype")) or "object"
        yield _part("metadata", f"{owner} /Metadata", _stream_text(metadata), page)


def _of_field(item: Any, page: int | None) -> Iterator[HiddenPart]:
    """Form fields, annotations and signatures."""
    if "/FT" in item or ("/Parent" in item and "/V" in item):
        yield from _of_keys(item, FORM_KEYS, "form", page)
    elif "/Rect" in item and _text(item.get("/Subtype")) not in ("/Link", "/Widget", ""):
        yield from _of_keys(item, COMMENT_KEYS, "comment", page)
    if "/ByteRange" in item:
        yield from _of_keys(item, SIGNATURE_KEYS, "signature", page)


def _of_names(item: Any, page: int | None) -> Iterator[HiddenPart]:
    """Titles of the outline, names of destinations."""
    if "/Title" in item and "/Parent" in item:
        yield _part("outline", "/Title", _text(item["/Title"]), page)
    for name in _items(item.get("/Names")):
        if isinstance(name, pikepdf.String):
            yield _part("name", "/Names", _text(name), page)


def _of_image(item: Any, page: int | None) -> Iterator[HiddenPart]:
    if not isinstance(item, pikepdf.Stream) or "/DCTDecode" not in str(item.get("/Filter", "")):
        return
    for part in tags_in_jpeg(_jpeg(item)):
        yield _part(part.kind, f"image {part.place}", part.text, page)


def _jpeg(item: pikepdf.Stream) -> bytes:
    """The file of a picture, which may be deflated once more."""
    data = item.read_raw_bytes()
    try:
        return data if data.startswith(JPEG) else zlib.decompress(data)
    except zlib.error:
        return b""


def _of_strings(item: Any, page: int | None) -> Iterator[HiddenPart]:
    """Strings under keys that are nobody's business, and names that somebody gave to places and resources."""
    for key in item.keys():  # noqa: SIM118 (a stream iterates over its bytes)
        value = item[key]
        told = key in TOLD or "/ByteRange" in item or (key == "/Title" and "/Parent" in item)
        if isinstance(value, pikepdf.String) and not told:
            text = _text(value)
            if sum(letter.isalpha() for letter in text) > len(text) / 2 and "/CreationDate" not in item:
                yield _part("name", key, text, page)
    for category in ("/Font", "/XObject", "/Properties", "/Dests"):
        for name, _ in _entries(item.get(category)):
            if sum(letter.isalpha() for letter in name) >= LONG_NAME:
                yield _part("name", category, name.strip("/"), page)


def _operand(found: re.Match[bytes]) -> str:
    """A string or a remark among the operators."""
    if found[1] is None:
        return found[2].decode("latin-1")
    if found[1].startswith(b"<"):
        digits = re.sub(rb"\s", b"", found[1][1:-1])
        data = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    else:
        data = re.sub(rb"\\(.)", rb"\1", found[1][1:-1])
    return (
        data.decode("utf-16", "replace") if data[:2] in (b"\xfe\xff", b"\xff\xfe") else data.decode("latin-1")
    )


def _bytes(stream: Any) -> bytes:
    try:
        return stream.read_bytes() if isinstance(stream, pikepdf.Stream) else b""
    except (pikepdf.PdfError, ValueError, RuntimeError):
        return b""


def _identity(item: Any) -> tuple[int, int]:
    return item.objgen if getattr(item, "is_indirect", False) else (0, 0)


def _entries(item: Any) -> list[tuple[str, Any]]:
    return list(item.items()) if isinstance(item, pikepdf.Dictionary) else []


def _items(item: Any) -> list[Any]:
    return list(item) if isinstance(item, pikepdf.Array) else []


def _children(item: Any) -> Iterator[Any]:
    if isinstance(item, pikepdf.Array):
        yield from item
    elif isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
        for key in item.keys():  # noqa: SIM118 (a stream iterates over its bytes)
            yield item[key]


def _text(value: Any) -> str:
    """The text of a string, of the strings in an array, of a stream."""
    if isinstance(value, pikepdf.Stream):
        return _stream_text(value)
    if isinstance(value, pikepdf.Array):
        return " ".join(filter(None, map(_text, value)))
    return str(value) if isinstance(value, (pikepdf.String, pikepdf.Name, str)) else ""


def _stream_text(stream: pikepdf.Stream) -> str:
    """The words in a stream that holds text or XML; nothing of any other."""
    try:
        data = stream.read_bytes()[:LARGEST_STREAM]
    except (pikepdf.PdfError, ValueError, RuntimeError):
        return ""
    if b"\0" in data[:1024] and not data.startswith((b"\xfe\xff", b"\xff\xfe")):
        return ""
    return words_of_xml(data)


def _part(kind: str, place: str, text: str, page: int | None = None) -> HiddenPart:
    return HiddenPart(kind, place, " ".join(text.split()), page)
