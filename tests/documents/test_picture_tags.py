"""What the tags of a picture say is told, also of one inside another file."""

import struct

import pytest
from PIL import ExifTags, Image

from terbuka.documents.model import HiddenPart
from terbuka.documents.picture_tags import tags_in_jpeg, tags_of_blank, text_of, words_of_xml
from tests.documents.samples.images import jpeg, page_image

SECRET = "Siti Aminah"
PAGE = page_image(["Surat"], dpi=40)


def tagged(**places: tuple[float, ...]) -> bytes:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = SECRET
    exif[ExifTags.IFD.GPSInfo] = {2: places["north"]} if places else {}
    return jpeg(PAGE, exif=exif)


def with_segment(data: bytes, block: bytes) -> bytes:
    return data[:2] + b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block + data[2:]


def places(data: bytes) -> set[str]:
    return {part.place for part in tags_in_jpeg(data)}


def test_plain_picture_says_nothing() -> None:
    assert places(jpeg(PAGE)) == set() == places(b"x" + tagged())


def test_tags_are_told_one_by_one() -> None:
    assert HiddenPart("metadata", "EXIF Artist", SECRET) in list(tags_in_jpeg(tagged()))


def test_place_where_it_was_taken_is_told() -> None:
    assert "EXIF GPS 2" in places(tagged(north=(3.0, 26.0, 30.0)))


def test_words_of_xmp_behind_a_long_segment_are_told() -> None:
    xmp = f'http://ns.adobe.com/xap/1.0/\0<x a="{SECRET}" xmlns:b="http://b/">NIK</x>'.encode()
    data = with_segment(with_segment(jpeg(PAGE), xmp), b"Exif\0\0" + bytes(30000))
    (part,) = (part for part in tags_in_jpeg(data) if part.place == "XMP")
    assert part.text.split() == [*SECRET.split(), "NIK"]


def test_other_picture_in_the_thumbnail_is_told() -> None:
    other = jpeg(page_image(["Lain"], dpi=20), quality=50)
    assert "EXIF thumbnail" in places(with_segment(jpeg(PAGE), b"Exif\0\0" + bytes(8) + other))


@pytest.mark.parametrize(("data", "found"), [(tagged()[:300], {"tags"}), (jpeg(PAGE)[:30], set())])
def test_tags_that_cannot_be_read_are_unknown(data: bytes, found: set[str]) -> None:
    assert places(data) == found


@pytest.mark.parametrize(
    ("value", "text"),
    [(SECRET.encode(), SECRET), (SECRET.encode("utf-16-le"), SECRET), ((1.0, 2.0), "(1.0, 2.0)"), (7, "7")],
)
def test_value_of_a_tag_is_text(value: object, text: str) -> None:
    assert text_of(value) == text


def test_words_of_xml_are_read_however_it_is_written() -> None:
    assert words_of_xml("<a>\u00e9</a>".encode("utf-16")).strip(" \ufeff") == "\u00e9"
    assert words_of_xml(b"<a b='c").strip() == "<a b='c"


BLANK = Image.new("RGB", (40, 50), "white")


def test_tags_of_a_blank_picture_are_told() -> None:
    assert tags_of_blank(jpeg(BLANK)) == ""
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = SECRET
    assert tags_of_blank(jpeg(BLANK, exif=exif)) == SECRET


@pytest.mark.parametrize(
    "data",
    [
        jpeg(PAGE),
        jpeg(BLANK) + SECRET.encode(),
        with_segment(jpeg(BLANK), b"http://ns.adobe.com/xap/1.0/\0<a>" + SECRET.encode() + b"</a>"),
        jpeg(BLANK.resize((2000, 2000))),
        SECRET.encode(),
        jpeg(BLANK)[:300],
    ],
    ids=["shows something", "letters behind", "XMP", "large", "no picture", "cut off"],
)
def test_picture_that_shows_or_holds_something_is_not_blank(data: bytes) -> None:
    assert tags_of_blank(data) is None
