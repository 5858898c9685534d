"""Pixels → the smallest stream that still looks the same.

Black and white as CCITT G4; few colours (a stamp, a watermark, a letterhead) as a palette; anything
else (photographs, scans with shades) as JPEG. Only pixels go in: no profile, no EXIF, no comment.
"""

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageChops

BLOCK = 8
"""Pixels a side of the blocks whose means are compared: the eye blends them at reading distance."""
DIFFERENCE = 40
"""How far (of 255) the mean of a block may move before it looks different."""
SHADE = 10
"""The same where there are no letters: a watermark is no more."""
DIFFERENT_BLOCKS = 0.004
"""Share of blocks that may look different."""
MEAN_DIFFERENCE = 1.5
"""How far all blocks may move on average: edges of letters are few, the shades of a photograph everywhere."""
CHROMA = 40
COLOURED = 0.001
"""Share of pixels with more than CHROMA between their channels from which on a page is coloured."""
THRESHOLD = 140
"""Greys from here on are paper; a little above the middle keeps thin strokes."""
PALETTES = (4, 8, 16)
BUDGET = 100_000
"""Bytes of a page from which on a palette has to be smaller than the JPEG."""
JPEG_QUALITY = 60
JPEG_SCALE = 0.75
"""Shades need less resolution than letters: 150 dpi of a page drawn at 200."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """Bytes of an image stream and what a PDF must say about them. ``palette``: RGB bytes, or empty."""

    data: bytes
    width: int
    height: int
    filter: str
    colour_space: str
    bits: int
    palette: bytes = b""


def encode(picture: Image.Image, *, lettered: bool = True) -> Encoded:
    """The picture (mode RGB or L) in the first form that looks the same.

    ``lettered``: the letters of the page are in it, beside whose edges a shade more or less does not count.
    """
    difference = DIFFERENCE if lettered else SHADE
    coloured = _coloured(picture)
    if not coloured:
        picture = picture if picture.mode == "L" else picture.convert("L")
        black_white = picture.point(lambda value: 255 if value >= THRESHOLD else 0)
        if _same_look(picture, black_white, difference):
            return _fax(black_white.convert("1", dither=Image.Dither.NONE))
    small = picture.convert("RGB").reduce(3)  # as good a palette as from all pixels, in a tenth of the time
    for colours in PALETTES:
        palette = small.quantize(colours, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        few = picture.convert("RGB").quantize(palette=palette, dither=Image.Dither.NONE)
        if _same_look(picture, few.convert(picture.mode), difference):
            indexed = _indexed(few, 2 if colours <= 4 else 4)
            if len(indexed.data) <= BUDGET:
                return indexed
            return min(indexed, _jpeg(picture), key=lambda encoded: len(encoded.data))
    return _jpeg(picture)


def _coloured(picture: Image.Image) -> bool:
    if picture.mode != "RGB":
        return False
    red, green, blue = picture.reduce(2).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    least = ImageChops.darker(ImageChops.darker(red, green), blue)
    histogram = ImageChops.subtract(most, least).histogram()
    return sum(histogram[CHROMA:]) > COLOURED * sum(histogram)


def _same_look(picture: Image.Image, other: Image.Image, most: int) -> bool:
    """Whether hardly a block of pixels differs by ``most`` or more."""
    histogram = ImageChops.difference(picture.reduce(BLOCK), other.reduce(BLOCK)).convert("L").histogram()
    blocks = sum(histogram)
    moved = sum(level * count for level, count in enumerate(histogram))
    return sum(histogram[most:]) <= DIFFERENT_BLOCKS * blocks and moved <= MEAN_DIFFERENCE * blocks


def _fax(picture: Image.Image) -> Encoded:
    buffer = io.BytesIO()
    rows_per_strip = 278  # one strip: the file then holds the G4 data in one piece
    picture.save(buffer, "TIFF", compression="group4", tiffinfo={rows_per_strip: picture.height})
    with Image.open(buffer) as tiff:
        offset, length = tiff.tag_v2[273][0], tiff.tag_v2[279][0]  # type: ignore[attr-defined]
    data = buffer.getvalue()[offset : offset + length]
    return Encoded(data, picture.width, picture.height, "/CCITTFaxDecode", "/DeviceGray", 1)


def _indexed(picture: Image.Image, bits: int) -> Encoded:
    palette = bytes((picture.getpalette() or [])[: 3 * 2**bits])
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", bits=bits)
    data = b"".join(body for kind, body in png_chunks(buffer.getvalue()) if kind == b"IDAT")
    return Encoded(data, picture.width, picture.height, "/FlateDecode", "/Indexed", bits, palette)


def png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """(kind, body) of each chunk of a PNG."""
    at = 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length


def _jpeg(picture: Image.Image) -> Encoded:
    size = (max(1, round(picture.width * JPEG_SCALE)), max(1, round(picture.height * JPEG_SCALE)))
    clean = Image.new(picture.mode, size)
    clean.paste(picture.resize(size, Image.Resampling.LANCZOS))  # a new image carries no information over
    buffer = io.BytesIO()
    clean.save(buffer, "JPEG", quality=JPEG_QUALITY, optimize=True)
    space = "/DeviceRGB" if picture.mode == "RGB" else "/DeviceGray"
    return Encoded(buffer.getvalue(), *size, "/DCTDecode", space, 8)


def image_stream(pdf: pikepdf.Pdf, image: Encoded) -> pikepdf.Stream:
    """The encoded picture as an image XObject of ``pdf``."""
    stream = pdf.make_stream(
        image.data,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=image.width,
        Height=image.height,
        ColorSpace=_colour_space(image),
        BitsPerComponent=image.bits,
        Filter=Name(image.filter),
    )
    if image.filter == "/CCITTFaxDecode":
        # Pillow writes white as 1, and G4 calls 1 black: told so, readers give back what was put in
        stream.DecodeParms = Dictionary(K=-1, Columns=image.width, Rows=image.height, BlackIs1=True)
    elif image.palette:
        stream.DecodeParms = Dictionary(
            Predictor=15, Colors=1, BitsPerComponent=image.bits, Columns=image.width
        )
    return stream


def _colour_space(image: Encoded) -> pikepdf.Object:
    if not image.palette:
        return Name(image.colour_space)
    entries = len(image.palette) // 3
    return Array([Name.Indexed, Name.DeviceRGB, entries - 1, pikepdf.String(image.palette)])
