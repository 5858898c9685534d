"""Bytes of a picture that its pixels do not need are survivors. No person is real."""

import io
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from PIL import Image, ImageDraw
from pypdf import PdfReader

from terbuka.redaction.verifier.ours.pdf_pictures import is_bare
from terbuka.redaction.writers.encode import encode, image_stream

SECRET = b"SITI AMINAH"


def letters(colour: Any = 0, mode: str = "L") -> Image.Image:
    page = Image.new(mode, (600, 400), "white")
    ImageDraw.Draw(page).text((40, 40), "Surat keterangan\nkegiatan", fill=colour, font_size=50)
    return page


def photograph() -> Image.Image:
    page = Image.effect_noise((600, 400), 80)
    page.paste(128, (300, 200, 600, 400))
    return page


PICTURES = {
    "/CCITTFaxDecode": letters(),
    "/FlateDecode": letters((200, 0, 0), "RGB"),
    "/DCTDecode": photograph(),
}


def stream(picture: Image.Image, change: Callable[[pikepdf.Stream], None] = lambda made: None) -> Any:
    """The picture as the writer writes it and pypdf reads it, changed in between."""
    buffer = io.BytesIO()
    with pikepdf.new() as document:
        made = image_stream(document, encode(picture))
        change(made)
        document.add_blank_page()
        document.pages[0].obj.X = made
        document.save(buffer, compress_streams=False)
    return PdfReader(buffer).pages[0]["/X"]


def data(change: Callable[[bytes], bytes]) -> Callable[[pikepdf.Stream], None]:
    def rewrite(made: pikepdf.Stream) -> None:
        kept = {"filter": made.Filter, "decode_parms": made.get("/DecodeParms")}
        made.write(change(made.read_raw_bytes()), **kept)

    return rewrite


def lower(made: pikepdf.Stream) -> None:
    """Say less rows than there are: the rest is not shown."""
    made.Height = made.Height - 40
    if "/Rows" in made.get("/DecodeParms", {}):
        made.DecodeParms.Rows = made.Height


@pytest.mark.parametrize("kind", PICTURES)
def test_picture_of_the_writer_is_bare(kind: str) -> None:
    made = stream(PICTURES[kind])
    assert made["/Filter"] == kind and is_bare(made)


@pytest.mark.parametrize("kind", PICTURES)
@pytest.mark.parametrize(
    "change",
    [
        data(lambda raw: raw + SECRET),
        data(lambda raw: raw + raw),
        data(lambda raw: raw[:20]),
        data(lambda raw: b""),
        data(lambda raw: SECRET + raw),
        lower,
    ],
    ids=["behind the end", "a second one", "cut off", "empty", "before", "hidden rows"],
)
def test_bytes_that_no_pixel_needs_are_found(kind: str, change: Callable[[pikepdf.Stream], None]) -> None:
    assert not is_bare(stream(PICTURES[kind], change))


@pytest.mark.parametrize(
    ("key", "value"),
    [("/K", 0), ("/K", 4), ("/BlackIs1", False), ("/Rows", 399), ("/Columns", 640), ("/EndOfLine", True)],
)
def test_fax_of_another_kind_is_none_of_ours(key: str, value: Any) -> None:
    def other(made: pikepdf.Stream) -> None:
        made.DecodeParms[key] = value

    assert not is_bare(stream(PICTURES["/CCITTFaxDecode"], other))


def test_bare_samples_are_as_many_as_the_rows_take() -> None:
    def plain(made: pikepdf.Stream) -> None:
        made.write(bytes(600 * 400 * 3))
        made.ColorSpace, made.BitsPerComponent = pikepdf.Name.DeviceRGB, 8

    def deflated(made: pikepdf.Stream) -> None:
        made.write(zlib.compress(bytes(600 * 400 * 3 + 11)), filter=pikepdf.Name.FlateDecode)
        made.ColorSpace, made.BitsPerComponent = pikepdf.Name.DeviceRGB, 8

    assert is_bare(stream(letters(), plain)) and not is_bare(stream(letters(), deflated))


def segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


@pytest.mark.parametrize(
    "put",
    [
        segment(0xE0, b"JFIF\x00" + SECRET),
        segment(0xE0, SECRET.ljust(14)),
        segment(0xE1, SECRET),
        segment(0xFE, SECRET),
        segment(0xDB, bytes(65) + SECRET),
        segment(0xC4, bytes(17) + SECRET),
        segment(0xC0, b"\x08\x01\x90\x02\x58\x01\x01\x11\x00" + SECRET),
    ],
)
def test_segments_of_a_photograph_hold_what_their_tables_say(put: bytes) -> None:
    made = stream(PICTURES["/DCTDecode"], data(lambda raw: raw[:2] + put + raw[2:]))
    assert not is_bare(made)
