"""Picture files: their pixels, and whether there is any byte in them that the pixels do not need."""

import io
import struct
import warnings
import zlib
from collections.abc import Iterator

from PIL import Image, ImageStat

from terbuka.documents.images import on_white
from terbuka.redaction.verifier.pixels.jpeg_files import is_bare_jpeg

FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "GIF")
STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"BM", b"GIF8")
SIGNATURE = STARTS[0]
HEAD = struct.Struct(">IIBBBBB")
"""Of a PNG: width, height, depth, kind of colours, and how it is packed."""
COLOURS = {0: 1, 2: 3}
"""Bytes of a pixel by the kind of colours that a PNG of ours has: grey, or red, green and blue."""
SHOWING = frozenset(
    {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "progressive", "progression", "adobe"}
    | {"adobe_transform", "icc_profile", "gamma", "srgb", "chromaticity", "transparency", "interlace"}
    | {"aspect", "background", "duration", "loop", "version", "extension", "compression"}
)
"""What Pillow tells of a file that says only how its picture is shown."""
CLEAR = 12
"""Of 255; what is less opaque is seen by nobody."""
LONGEST = 3000
"""Pixels a side that are looked at; letters of a photograph are not smaller than what is left then."""


def opens(data: bytes) -> bool:
    """Whether it is a picture file, by its first bytes."""
    return data.startswith(STARTS)


def opened(data: bytes) -> Image.Image | None:
    """The pixels on white; None of what cannot be read, and so not be cleared."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
                shown = on_white(picture)
    except Exception:
        return None
    shown.thumbnail((LONGEST, LONGEST))
    return shown


def under_transparency(data: bytes) -> Image.Image | None:
    """The colours that are not shown, on the one that most of them have; None where nothing is clear.

    ``data``: what ``opened`` could open.
    """
    with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
        if not picture.has_transparency_data:
            return None
        seen = picture.convert("RGBA")
    seen.thumbnail((LONGEST, LONGEST))
    clear = seen.getchannel("A").point([255 if level <= CLEAR else 0 for level in range(256)])
    if clear.getbbox() is None:
        return None
    colours = seen.convert("RGB")
    usual = tuple(round(level) for level in ImageStat.Stat(colours, clear).median)
    return Image.composite(colours, Image.new("RGB", seen.size, usual), clear)


def says_more(data: bytes) -> bool:
    """Whether a picture file of any program holds more than one picture and how to show it."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            return bool(
                picture.info.keys() - SHOWING or picture.getexif() or getattr(picture, "n_frames", 1) > 1
            )
    except Exception:
        return True


def is_bare(data: bytes) -> bool:
    """Whether it is a PNG or JPEG of nothing but pixels."""
    if data.startswith(SIGNATURE):
        return _is_bare_png(data)
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG",)) as picture:
            return is_bare_jpeg(data, picture.size)
    except OSError:
        return False


def _is_bare_png(data: bytes) -> bool:
    """A head, the rows deflated, an end; each as long as it says, and nothing behind the last row."""
    chunks = list(_chunks(data))
    head, *middle, end = chunks if len(chunks) > 2 else [("", b"")] * 3
    if (head[0], {kind for kind, _ in middle}, end) != ("IHDR", {"IDAT"}, ("IEND", b"")):
        return False
    if _as_written(chunks) != data or len(head[1]) != HEAD.size:
        return False
    width, height, depth, colours, *rest = HEAD.unpack(head[1])
    if depth != 8 or colours not in COLOURS or any(rest):
        return False
    engine = zlib.decompressobj()
    most = height * (1 + width * COLOURS[colours])
    try:
        rows = engine.decompress(b"".join(body for _, body in middle), most + 1)
    except zlib.error:
        return False
    return engine.eof and not engine.unused_data and len(rows) == most


def _chunks(data: bytes) -> Iterator[tuple[str, bytes]]:
    """(kind, body) of each chunk."""
    at = len(SIGNATURE)
    while at + 8 <= len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        yield data[at + 4 : at + 8].decode("latin-1"), data[at + 8 : at + 8 + length]
        at += 12 + length


def _as_written(chunks: list[tuple[str, bytes]]) -> bytes:
    made = [SIGNATURE]
    for kind, body in chunks:
        named = kind.encode("latin-1") + body
        made.append(struct.pack(">I", len(body)) + named + struct.pack(">I", zlib.crc32(named)))
    return b"".join(made)
