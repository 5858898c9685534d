"""What the bytes of a picture file hold beside its pixels: segments, chunks and tags of programs, a thumbnail
of another picture, what lies behind its end."""

import io
import re
import struct
from collections.abc import Iterator

from PIL import Image, ImageChops, ImageFilter

from terbuka.documents.ink import GREY
from terbuka.documents.model import HiddenPart

LOOKED_AT = 16 * 1024 * 1024
"""Bytes of one block in which letters are looked for."""
LETTERS = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\0?){4,}")
PNG_CHUNKS = {
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"bKGD", b"pHYs"),
    *(b"sBIT", b"hIST", b"tIME", b"sPLT", b"cICP", b"mDCV", b"cLLI", b"oFFs", b"acTL", b"fcTL", b"fdAT"),
    *(b"tEXt", b"zTXt", b"iTXt", b"eXIf"),
}
"""Those that say how the pixels look, and those whose text Pillow tells."""
STANDALONE = {0x01, *range(0xD0, 0xD9)}
EOI, SOS, COMMENT = 0xD9, 0xDA, 0xFE
JPEG_KNOWN = {0xE0: (b"JFIF", b"JFXX"), 0xE2: (b"ICC_PROFILE",), 0xEE: (b"Adobe",)}
"""Segments of programs that only say how the pixels look."""
ALIKE = 40
"""Of 255; how far a thumbnail may differ from its picture in a spot: it is coarse, and sharpened."""
HIDDEN_BELOW = 16
"""Of 255; opacity at which nothing is seen of a colour."""


def parts_of(data: bytes) -> Iterator[HiddenPart]:
    """The hidden parts of a picture file that its reader does not tell."""
    if data.startswith(b"\xff\xd8"):
        yield from _of_jpeg(data)
    elif data.startswith(b"\x89PNG"):
        yield from _of_png(data)
    else:
        yield from _behind(data, _end_of_tiff(data))


def thumbnail_part(block: bytes, picture: Image.Image) -> HiddenPart | None:
    """The thumbnail in a block of EXIF, where it shows another picture than the file."""
    start = block.find(b"\xff\xd8\xff")
    if start < 0:
        return None
    different = HiddenPart("picture", "EXIF thumbnail")
    try:
        with Image.open(io.BytesIO(block[start:]), formats=("JPEG",)) as small:
            thumbnail = small.convert(GREY)
    except (OSError, ValueError, SyntaxError):
        return different
    large = picture.convert(GREY).resize(thumbnail.size, Image.Resampling.BOX)
    away = ImageChops.difference(thumbnail, large).filter(ImageFilter.BoxBlur(1)).getextrema()[1]
    return different if int(away) > ALIKE else None  # type: ignore[arg-type]


def under_transparency(picture: Image.Image) -> Image.Image | None:
    """The colours of a picture where nothing is seen of them; None where they are all one."""
    if "A" not in picture.getbands():
        return None
    opacity = picture.getchannel("A")
    unseen = opacity.point([255 if level < HIDDEN_BELOW else 0 for level in range(256)])
    if unseen.getbbox() is None:
        return None
    colours = picture.convert("RGBA").convert("RGB")
    usual = [max(range(256), key=plane.histogram(unseen).__getitem__) for plane in colours.split()]
    colours.paste(tuple(usual), mask=unseen.point([255 - level for level in range(256)]))
    flat = all(low == high for low, high in colours.getextrema())  # type: ignore[misc]
    return None if flat else colours


def _of_jpeg(data: bytes) -> Iterator[HiddenPart]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        kind = data[at + 1]
        if kind == 0xFF or kind in STANDALONE:
            at += 1 if kind == 0xFF else 2
            continue
        if kind == EOI:
            yield from _behind(data, at + 2)
            return
        length = struct.unpack(">H", data[at + 2 : at + 4])[0]
        block = data[at + 4 : at + 2 + length]
        yield from _of_segment(kind, block)
        at += 2 + length
        if kind == SOS:
            at = _next_marker(data, at)


def _of_segment(kind: int, block: bytes) -> Iterator[HiddenPart]:
    if kind == COMMENT:
        yield HiddenPart("metadata", "JPEG comment", said(block))
    elif 0xE0 <= kind <= 0xEF and kind != 0xE1 and not block.startswith(JPEG_KNOWN.get(kind, ())):
        # a second picture of a telephone is announced here and stands behind the end
        yield HiddenPart("metadata", f"JPEG APP{kind - 0xE0}", said(block))


def _next_marker(data: bytes, at: int) -> int:
    """The first marker behind compressed pixels, in which FF is followed by 0 or by a restart."""
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        if data[at + 1] not in (0, 0xFF, *range(0xD0, 0xD8)):
            return at
        at += 1
    return len(data)


def _of_png(data: bytes) -> Iterator[HiddenPart]:
    at = 8
    while at + 12 <= len(data):
        length = struct.unpack(">I", data[at : at + 4])[0]
        kind = data[at + 4 : at + 8]
        if kind not in PNG_CHUNKS:
            yield HiddenPart("metadata", "PNG chunk", said(data[at + 8 : at + 8 + length]))
        at += 12 + length
        if kind == b"IEND":
            yield from _behind(data, at)
            return


def _end_of_tiff(data: bytes) -> int:
    """Where the last thing ends that a TIFF points to."""
    order = "<" if data[:2] == b"II" else ">"
    end, seen = 8, set[int]()
    (at,) = struct.unpack(f"{order}I", data[4:8])
    while at and at not in seen and at + 2 <= len(data):
        seen.add(at)
        (count,) = struct.unpack(f"{order}H", data[at : at + 2])
        end = max(end, at + 2 + 12 * count + 4)
        for row in range(count):
            end = max(end, *_ends(data, at + 2 + 12 * row, order))
        following = data[at + 2 + 12 * count : at + 6 + 12 * count]
        at = struct.unpack(f"{order}I", following)[0] if len(following) == 4 else 0
    return end


SIZES = (0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4)
OFFSETS, COUNTS = (273, 324), (279, 325)
"""Tags that say where strips and tiles begin, and how many bytes each has."""


def _ends(data: bytes, row: int, order: str) -> Iterator[int]:
    """Where the value of one tag ends; of counts, the pixels that may follow at most are added up."""
    yield 0
    if row + 12 > len(data):
        return
    tag, kind, count = struct.unpack(f"{order}HHI", data[row : row + 8])
    size = count * (SIZES[kind] if kind < len(SIZES) else 1)
    (place,) = struct.unpack(f"{order}I", data[row + 8 : row + 12])
    if size > 4:
        yield place + size
    if tag in OFFSETS and kind in (3, 4):
        width = SIZES[kind]
        values = data[place : place + size] if size > 4 else data[row + 8 : row + 8 + size]
        sign = "H" if width == 2 else "I"
        starts = [
            struct.unpack(f"{order}{sign}", values[i : i + width])[0]
            for i in range(0, len(values) - width + 1, width)
        ]
        lengths = _counts(data, row, order, len(starts))
        yield from (start + length for start, length in zip(starts, lengths, strict=False))


def _counts(data: bytes, row: int, order: str, wanted: int) -> list[int]:
    """The byte counts that belong to offsets, looked for among the tags that follow."""
    for at in range(row + 12, min(len(data) - 12, row + 12 * 12), 12):
        tag, kind, count = struct.unpack(f"{order}HHI", data[at : at + 8])
        if tag in COUNTS and count == wanted and kind in (3, 4):
            width = SIZES[kind]
            (place,) = struct.unpack(f"{order}I", data[at + 8 : at + 12])
            size = count * width
            values = data[place : place + size] if size > 4 else data[at + 8 : at + 8 + size]
            sign = "H" if width == 2 else "I"
            return [
                struct.unpack(f"{order}{sign}", values[i : i + width])[0]
                for i in range(0, len(values), width)
            ]
    return []


def _behind(data: bytes, end: int) -> Iterator[HiddenPart]:
    rest = data[end:]
    if rest.strip(b"\0\r\n\t "):
        yield HiddenPart("trailing-data", "after the end of the picture", said(rest))


def said(block: bytes) -> str:
    """What can be read in it."""
    pieces = (piece.group().replace(b"\0", b"") for piece in LETTERS.finditer(block[:LOOKED_AT]))
    return " ".join(piece.decode("latin-1") for piece in pieces)
