"""What the bytes of a picture file hold beside its pixels is told."""

import io
import struct
import zlib

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from terbuka.documents.image_parts import parts_of, thumbnail_part, under_transparency
from terbuka.documents.images import Pictures
from tests.documents.samples.images import jpeg, page_image, png, tiff

SECRET = "Siti Aminah"
PAGE = page_image(["Surat"], dpi=40)


def told(data: bytes) -> set[tuple[str, str]]:
    return {(part.kind, part.place) for part in parts_of(data) if SECRET in part.text}


def segment(data: bytes, kind: int, block: bytes) -> bytes:
    return data[:2] + bytes([0xFF, kind]) + struct.pack(">H", len(block) + 2) + block + data[2:]


def test_plain_pictures_hold_nothing_else() -> None:
    for data in (jpeg(PAGE), jpeg(PAGE, progressive=True), png(PAGE), tiff(PAGE, PAGE)):
        assert list(parts_of(data)) == []
    assert list(parts_of(tiff(PAGE, compression="group4") if PAGE.mode == "1" else tiff(PAGE))) == []


@pytest.mark.parametrize("data", [jpeg(PAGE), png(PAGE), tiff(PAGE)], ids=["jpeg", "png", "tiff"])
def test_bytes_behind_the_end_are_told(data: bytes) -> None:
    assert told(data + SECRET.encode()) == {("trailing-data", "after the end of the picture")}
    assert list(parts_of(data + bytes(20))) == []


def test_comment_and_segment_of_a_program_are_told() -> None:
    assert told(jpeg(PAGE, comment=SECRET.encode())) == {("metadata", "JPEG comment")}
    assert told(segment(jpeg(PAGE), 0xE9, SECRET.encode())) == {("metadata", "JPEG APP9")}
    assert told(segment(jpeg(PAGE), 0xE9, SECRET.encode("utf-16-le"))) == {("metadata", "JPEG APP9")}


def test_filling_between_segments_is_passed() -> None:
    data = jpeg(PAGE)
    assert list(parts_of(data[:2] + b"\xff" + data[2:])) == []


def test_chunk_of_a_program_is_told() -> None:
    data, body = png(PAGE), SECRET.encode()
    chunk = struct.pack(">I", len(body)) + b"npTx" + body + struct.pack(">I", zlib.crc32(b"npTx" + body))
    assert told(data[:-12] + chunk + data[-12:]) == {("metadata", "PNG chunk")}


def test_picture_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    for data in (jpeg(PAGE), png(PAGE), tiff(PAGE)):
        assert isinstance(list(parts_of(data[: len(data) // 2])), list)
        assert isinstance(list(parts_of(data[:12])), list)


def test_thumbnail_of_another_picture_is_told() -> None:
    small, other = PAGE.resize((60, 84)), Image.new("RGB", (60, 84), "black")
    assert thumbnail_part(b"Exif\0\0" + jpeg(small), PAGE) is None
    assert thumbnail_part(b"Exif\0\0" + jpeg(other), PAGE) is not None
    assert thumbnail_part(b"Exif\0\0\xff\xd8\xffrusak", PAGE) is not None
    assert thumbnail_part(b"Exif\0\0", PAGE) is None


def test_colour_under_transparency_is_told() -> None:
    text = page_image([SECRET], dpi=60).convert("L")
    picture = Image.merge("LA", (text, Image.new("L", text.size, 0)))
    assert ("picture", "colour under transparency") in {
        (part.kind, part.place) for part in Pictures(png(picture)).hidden()
    }


@pytest.mark.parametrize(
    "picture",
    [
        PAGE,
        Image.merge("LA", (PAGE.convert("L"), Image.new("L", PAGE.size, 255))),
        Image.merge("LA", (Image.new("L", PAGE.size, 0), Image.new("L", PAGE.size, 0))),
    ],
    ids=["opaque", "without holes", "one colour"],
)
def test_picture_without_colour_under_transparency_has_none(picture: Image.Image) -> None:
    assert under_transparency(picture) is None


def test_tags_of_windows_are_read_as_what_they_say() -> None:
    exif = Image.Exif()
    exif[0x9C9C] = SECRET.encode("utf-16-le")
    exif[0x8825] = {1: "S"}
    parts = list(Pictures(jpeg(PAGE, exif=exif)).hidden())
    assert any(SECRET in part.text for part in parts)
    assert any(part.place.startswith("EXIF GPS") for part in parts)


def test_text_chunk_is_told_by_the_reader() -> None:
    info = PngInfo()
    info.add_text("Title", SECRET)
    buffer = io.BytesIO()
    PAGE.save(buffer, "PNG", pnginfo=info)
    assert SECRET in {part.text for part in Pictures(buffer.getvalue()).hidden()}
