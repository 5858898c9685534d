"""Pixels → the smallest stream that still reads well: two colours as CCITT G4, anything else as JPEG."""

import io
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageChops, ImageStat

BLOCK = 8
"""Pixels a side of the blocks compared when deciding on two colours."""
GREY_BLOCKS = 0.004
"""Share of blocks that may look different in two colours; a stamp or photograph has more."""
DIFFERENCE = 48
"""How far (of 255) a block's mean may move."""
CHROMA = 40
COLOURED = 0.001
"""Share of pixels with more than CHROMA between their channels from which on a page is coloured."""
JPEG_QUALITY = 70


@dataclass(frozen=True, slots=True)
class Encoded:
    """Bytes of an image stream and what a PDF must say about them."""

    data: bytes
    width: int
    height: int
    filter: str
    colour_space: str
    bits: int


def encode(picture: Image.Image) -> Encoded:
    """The picture (mode RGB or L) without any metadata."""
    grey = picture.convert("L")
    if _coloured(picture):
        return _jpeg(picture.convert("RGB"), "/DeviceRGB")
    black_white = grey.point(lambda value: 255 if value >= 140 else 0)
    if _same_look(grey, black_white):
        return _fax(black_white.convert("1", dither=Image.Dither.NONE))
    return _jpeg(grey, "/DeviceGray")


def _coloured(picture: Image.Image) -> bool:
    if picture.mode != "RGB":
        return False
    small = picture.reduce(2)
    red, green, blue = small.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    least = ImageChops.darker(ImageChops.darker(red, green), blue)
    histogram = ImageChops.subtract(most, least).histogram()
    return sum(histogram[CHROMA:]) > COLOURED * small.width * small.height


def _same_look(grey: Image.Image, black_white: Image.Image) -> bool:
    difference = ImageChops.difference(grey.reduce(BLOCK), black_white.reduce(BLOCK))
    histogram = difference.histogram()
    return bool(
        sum(histogram[DIFFERENCE:]) <= GREY_BLOCKS * sum(histogram)
        and ImageStat.Stat(difference).mean[0] < DIFFERENCE / 8
    )


def _fax(picture: Image.Image) -> Encoded:
    buffer = io.BytesIO()
    # one strip: the file then holds the G4 data in one piece
    picture.save(buffer, "TIFF", compression="group4", tiffinfo={278: picture.height})
    buffer.seek(0)
    with Image.open(buffer) as tiff:
        offset, length = tiff.tag_v2[273][0], tiff.tag_v2[279][0]  # type: ignore[attr-defined]
    data = buffer.getvalue()[offset : offset + length]
    return Encoded(data, picture.width, picture.height, "/CCITTFaxDecode", "/DeviceGray", 1)


def _jpeg(picture: Image.Image, colour_space: str) -> Encoded:
    buffer = io.BytesIO()
    clean = Image.new(picture.mode, picture.size)
    clean.paste(picture)  # a new image: no info dictionary, no EXIF, no profile
    clean.save(buffer, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return Encoded(buffer.getvalue(), picture.width, picture.height, "/DCTDecode", colour_space, 8)


def image_stream(pdf: pikepdf.Pdf, image: Encoded) -> pikepdf.Stream:
    """The encoded picture as an image XObject of ``pdf``."""
    stream = pdf.make_stream(
        image.data,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=image.width,
        Height=image.height,
        ColorSpace=Name(image.colour_space),
        BitsPerComponent=image.bits,
        Filter=Name(image.filter),
    )
    if image.filter == "/CCITTFaxDecode":
        stream.DecodeParms = Dictionary(K=-1, Columns=image.width, Rows=image.height, BlackIs1=False)
    else:
        stream.Decode = Array([0, 1] * (3 if image.colour_space == "/DeviceRGB" else 1))
    return stream
