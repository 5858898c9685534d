"""Each kind of page in the smallest form that looks the same."""

import io

import pikepdf
import pytest
from PIL import Image, ImageDraw, ImageFont

from terbuka.redaction.writers.encode import encode, image_stream, png_chunks


def written_page(mode="RGB", size=(800, 1000)):
    picture = Image.new(mode, size, "white")
    draw = ImageDraw.Draw(picture)
    for y in range(60, 900, 40):
        draw.text(
            (60, y),
            "Keputusan tentang pejabat pengelola informasi",
            fill="black",
            font=ImageFont.load_default(24),
        )
    return picture


def shades(mode, size):
    """Every grey or colour softly: what a photograph has and a page has not."""
    across, down = Image.linear_gradient("L").resize(size), Image.radial_gradient("L").resize(size)
    return Image.merge("RGB", (across, down, across.rotate(180))) if mode == "RGB" else down


def decoded(picture):
    pdf = pikepdf.new()
    stream = pdf.make_indirect(image_stream(pdf, encode(picture)))
    return pikepdf.PdfImage(stream).as_pil_image()


def test_black_text_is_g4():
    encoded = encode(written_page())
    assert encoded.filter == "/CCITTFaxDecode" and encoded.bits == 1
    assert len(encoded.data) < 20_000


def test_coloured_stamp_is_a_palette():
    picture = written_page()
    ImageDraw.Draw(picture).ellipse((500, 700, 700, 900), outline=(30, 30, 160), width=12)
    encoded = encode(picture)
    assert encoded.colour_space == "/Indexed" and encoded.bits in (2, 4) and len(encoded.palette) % 3 == 0


def test_grey_watermark_is_a_palette():
    picture = written_page("L")
    ImageDraw.Draw(picture).ellipse((100, 100, 700, 700), outline=200, width=20)
    assert encode(picture).colour_space == "/Indexed"


@pytest.mark.parametrize(("mode", "space"), [("RGB", "/DeviceRGB"), ("L", "/DeviceGray")])
def test_photograph_is_jpeg_without_metadata(mode, space):
    picture = shades(mode, (400, 500))
    picture.info["comment"] = "Siti Rahmah"
    encoded = encode(picture)
    assert encoded.filter == "/DCTDecode" and encoded.colour_space == space
    assert encoded.width == 300 and b"Siti" not in encoded.data
    with Image.open(io.BytesIO(encoded.data)) as jpeg:
        assert "exif" not in jpeg.info and "comment" not in jpeg.info


def test_noisy_scan_is_jpeg_when_a_palette_would_be_larger():
    """A palette would look the same here, at three times the size."""
    assert encode(Image.effect_noise((1200, 1600), 30)).filter == "/DCTDecode"


def test_jpeg_decodes_from_the_file():
    assert decoded(shades("RGB", (400, 500))).size == (300, 375)


@pytest.mark.parametrize("colour", [None, (200, 30, 30)])
def test_every_form_decodes_to_the_same_look(colour):
    picture = written_page()
    if colour:
        ImageDraw.Draw(picture).rectangle((100, 920, 300, 980), fill=colour)
    back = decoded(picture).convert("RGB")
    assert back.size == picture.size
    difference = [
        abs(a - b) for a, b in zip(picture.reduce(16).tobytes(), back.reduce(16).tobytes(), strict=True)
    ]
    assert sum(difference) / len(difference) < 6


def test_png_chunks_are_read_in_order():
    buffer = io.BytesIO()
    Image.new("L", (3, 3)).save(buffer, "PNG")
    assert [kind for kind, _ in png_chunks(buffer.getvalue())] == [b"IHDR", b"IDAT", b"IEND"]
