"""Whatever a picture of a DOCX copy holds beside its pixels, and whatever these say, is found."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

from terbuka.errors import UnreadableFile
from terbuka.redaction.model import Plan, Readable, Redaction
from terbuka.redaction.plan import readable_pages
from terbuka.redaction.verifier.inspect import inspect
from terbuka.redaction.verifier.ours.docx_pictures import hanging
from terbuka.redaction.verifier.packages.rewriting import Part
from terbuka.redaction.verifier.pixels.picture_files import is_bare
from terbuka.redaction.verifier.rescreen.own import read_own
from terbuka.redaction.writers.docx import write
from tests.documents.samples.codes import code_image
from tests.documents.samples.docx import docx, paragraph, picture
from tests.documents.samples.images import jpeg, png, tiff
from tests.documents.test_docx_pictures import NAME, says
from tests.documents.test_docx_pictures import read as read_docx

LABEL = "[NAMA · 17.h]"
IMAGE = "word/media/image1.png"
Change = Callable[[dict[str, bytes]], None]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, list[Readable]]:
    """A copy with a picture in which a name is under a bar."""
    folder = tmp_path_factory.mktemp("salinan")
    data = docx(
        paragraph("Foto", picture()),
        parts={IMAGE: png(says(f"Pelapor {NAME}"))},
        related={"p1": ("image", "media/image1.png")},
    )
    (folder / "asal").write_bytes(data)
    document = read_docx(paragraph("Foto", picture()))
    start = document.text.index(NAME)
    plan = Plan(document, (Redaction(1, "PERSON", start, start + len(NAME), 1, LABEL),))
    placed = write(folder / "asal", folder / "salinan", plan, lambda done, total: None)
    return (folder / "salinan").read_bytes(), readable_pages(plan, placed)


def changed(data: bytes, change: Change) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            package.writestr(entry, content)
    return buffer.getvalue()


def found(folder: Path, data: bytes, pages: list[Readable], *, ours: bool = True) -> set[tuple[str, str]]:
    path = folder / "berkas"
    path.write_bytes(data)
    request = {"public": str(path), "secrets": [[1, "PERSON", NAME]], "pages": list(pages), "ours": ours}
    answer = inspect(request, lambda done, total: None)
    return {(s["class"], s["place"]) for check in answer["checks"] for s in check["survivors"]}


def painted(change: Callable[[Image.Image], Image.Image | None]) -> Change:
    def repaint(parts: dict[str, bytes]) -> None:
        shown = Image.open(io.BytesIO(parts[IMAGE])).convert("RGB")
        parts[IMAGE] = png(change(shown) or shown)

    return repaint


def in_document(old: str, new: str) -> Change:
    def replace(parts: dict[str, bytes]) -> None:
        text = parts["word/document.xml"].decode()
        assert old in text
        parts["word/document.xml"] = text.replace(old, new).encode()

    return replace


def put(data: bytes) -> Change:
    return lambda parts: parts.update({IMAGE: data})


def write_name(shown: Image.Image) -> Image.Image:
    return Image.composite(shown, says(NAME).resize(shown.size), Image.new("L", shown.size, 0))


def write_palely(shown: Image.Image) -> None:
    ImageDraw.Draw(shown).text((10, shown.height - 60), NAME, fill=(251, 251, 251), font_size=32)


def open_bar(shown: Image.Image) -> None:
    black = shown.convert("L").point([255 if level < 9 else 0 for level in range(256)])
    _, y0, x1, y1 = black.getbbox()  # type: ignore[misc]
    ImageDraw.Draw(shown).rectangle((x1 - 40, y0, x1 - 20, y1), fill="white")


def test_copy_is_clean(tmp_path: Path, copy: tuple[bytes, list[Readable]]) -> None:
    assert found(tmp_path, *copy) == set()
    assert found(tmp_path, changed(copy[0], lambda parts: None), copy[1]) == set()


@pytest.mark.parametrize(
    ("change", "survivor"),
    [
        (painted(write_name), ("pixels", "picture")),
        (painted(write_palely), ("hidden-text", "pale pixels")),
        (painted(lambda shown: code_image(NAME)), ("code", "code")),
        (painted(open_bar), ("structure", "bar in a picture")),
        (put(b"rusak"), ("picture", "picture that cannot be read")),
        (put(b"rusak"), ("structure", "picture")),
        (put(jpeg(says("Pelapor"), comment=b"catatan")), ("structure", "picture")),
        (put(tiff(says("Pelapor"))), ("structure", "picture")),
        (in_document(LABEL, "[SITI]"), ("structure", "bar in a picture")),
        (in_document(f'descr="{LABEL}"', f'descr="{LABEL} {LABEL}"'), ("structure", "bar in a picture")),
        (in_document(f'descr="{LABEL}"', 'descr="Siti"'), ("structure", "form of word/document.xml")),
        (in_document('name="', 'name="Siti'), ("structure", "form of word/document.xml")),
        (in_document("<w:body>", "<w:body"), ("structure", "form of word/document.xml")),
    ],
)  # fmt: skip
def test_what_a_picture_of_a_copy_must_not_have_is_told(
    tmp_path: Path, copy: tuple[bytes, list[Readable]], change: Change, survivor: tuple[str, str]
) -> None:
    assert survivor in found(tmp_path, changed(copy[0], change), copy[1])


def test_picture_that_nothing_shows_is_looked_at_too(
    tmp_path: Path, copy: tuple[bytes, list[Readable]]
) -> None:
    more = changed(copy[0], lambda parts: parts.update({"word/media/image2.png": png(says(NAME, mode="L"))}))
    assert ("pixels", "picture") in found(tmp_path, more, copy[1])


def test_pictures_cannot_be_verified_without_a_reader(
    tmp_path: Path, copy: tuple[bytes, list[Readable]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # a machine without tesseract
    with pytest.raises(UnreadableFile, match="tesseract"):
        found(tmp_path, *copy)


@pytest.mark.parametrize(
    ("image", "survivor"),
    [
        (png(says(NAME)), ("pixels", "picture")),
        (png(says(NAME, ink=251)), ("pixels", "pale")),
        (jpeg(says("Denah"), comment=b"catatan"), ("metadata", IMAGE)),
        (b"\x89PNG\r\n\x1a\nrusak", ("metadata", IMAGE)),
        (b"<svg/>", ("picture", "part not on the list")),
    ],
)
def test_pictures_of_any_document_are_looked_at(
    tmp_path: Path, image: bytes, survivor: tuple[str, str]
) -> None:
    data = docx(
        paragraph("Foto", picture()),
        parts={IMAGE: image},
        related={"p1": ("image", "media/image1.png")},
    )
    assert survivor in found(tmp_path, data, [Readable("Foto", "")], ours=False)


def test_colours_under_transparency_are_looked_at(tmp_path: Path) -> None:
    clear = says(NAME)
    clear.putalpha(0)
    data = docx(
        paragraph("Foto", picture()),
        parts={IMAGE: png(clear)},
        related={"p1": ("image", "media/image1.png")},
    )
    told = found(tmp_path, data, [Readable("Foto", "")], ours=False)
    assert {("hidden-text", "under transparency"), ("pixels", "picture")} <= told


def with_clear_edge(picture: Image.Image) -> Image.Image:
    """Nothing but black under what is clear, as drawing programs leave it."""
    edge = Image.new("RGBA", (picture.width + 100, picture.height))
    edge.paste(picture, (50, 0))
    return edge


@pytest.mark.parametrize("shown", [says("Denah gedung"), with_clear_edge(says("Denah gedung"))])
def test_plain_picture_of_any_document_is_no_leak(tmp_path: Path, shown: Image.Image) -> None:
    data = docx(
        paragraph("Foto", picture()),
        parts={IMAGE: png(shown)},
        related={"p1": ("image", "media/image1.png")},
    )
    assert found(tmp_path, data, [Readable("Foto Denah gedung", "")], ours=False) == set()


def chunks(*given: tuple[bytes, bytes], end: bytes = b"") -> bytes:
    made = b"\x89PNG\r\n\x1a\n"
    for kind, body in (*given, (b"IEND", end)):
        made += struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return made


HEAD = struct.pack(">IIBBBBB", 2, 1, 8, 0, 0, 0, 0)
ROWS = zlib.compress(b"\0ab")


@pytest.mark.parametrize(
    "data",
    [
        chunks((b"IHDR", HEAD), (b"IDAT", ROWS)) + b"x",
        chunks((b"IHDR", HEAD), (b"tEXt", b"a\0b"), (b"IDAT", ROWS)),
        chunks((b"IHDR", HEAD), (b"IDAT", ROWS), end=b"x"),
        chunks((b"IHDR", HEAD), (b"IDAT", zlib.compress(b"\0abcd"))),
        chunks((b"IHDR", HEAD), (b"IDAT", zlib.compress(b"\0a"))),
        chunks((b"IHDR", HEAD), (b"IDAT", ROWS + b"x")),
        chunks((b"IHDR", HEAD), (b"IDAT", b"rusak")),
        chunks((b"IHDR", HEAD[:-4] + b"\3\0\0\0"), (b"IDAT", ROWS)),
        chunks((b"IHDR", HEAD)),
        chunks((b"IHDR", HEAD + b"x"), (b"IDAT", ROWS)),
        b"\xff\xd8\xffrusak",
    ],
)
def test_byte_that_no_pixel_needs_is_seen(data: bytes) -> None:
    assert not is_bare(data)


def test_picture_of_pixels_alone_is_bare() -> None:
    assert is_bare(chunks((b"IHDR", HEAD), (b"IDAT", ROWS[:4]), (b"IDAT", ROWS[4:])))


def test_part_that_is_no_xml_shows_no_picture() -> None:
    parts = [Part("word/document.xml", b"<a:blip", b""), Part(IMAGE, b"", b"")]
    (picture_,) = hanging(parts)
    assert picture_.labels == ()


def own(folder: Path, data: bytes) -> Any:
    path = folder / "berkas"
    path.write_bytes(data)
    request = {"public": str(path), "sha256": sha256(data).hexdigest()}
    return read_own(request, lambda done, total: None)


def test_document_of_somebody_else_is_not_read_as_ours(tmp_path: Path) -> None:
    assert own(tmp_path, docx(paragraph("Isi"))) is None
    assert own(tmp_path, b"Hanya teks") is None


def test_copy_with_a_picture_that_cannot_be_read_says_so(
    tmp_path: Path, copy: tuple[bytes, list[Readable]]
) -> None:
    answer = own(tmp_path, changed(copy[0], put(b"rusak")))
    assert [part["kind"] for part in answer["document"]["hidden"]] == ["picture"]
