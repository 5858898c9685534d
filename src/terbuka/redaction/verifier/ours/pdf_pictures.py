"""Whether the data of a stream of ours is its content and nothing else: readers stop where it is complete.

What stands behind the last row of a picture is not shown, and nothing behind the end is inflated.
"""

import io
import struct
import zlib
from typing import Any

from PIL import Image
from PIL.TiffImagePlugin import ROWSPERSTRIP, STRIPBYTECOUNTS, STRIPOFFSETS
from pypdf.filters import CCITTFaxDecode
from pypdf.generic import TextStringObject

from terbuka.redaction.verifier.pixels.jpeg_files import is_bare_jpeg

_COLOURS = {"/DeviceGray": 1, "/DeviceRGB": 3}
_ROW_BY_ROW = 10
"""Predictors from here on put a byte before each row."""
PNG, _PALETTE = b"\x89PNG\r\n\x1a\n", 3


def is_bare(picture: Any) -> bool:
    """Whether the picture (an image stream of pypdf) holds no byte that its pixels do not need."""
    match picture.get("/Filter"):
        case "/CCITTFaxDecode":
            return _is_bare_fax(picture)
        case "/DCTDecode":
            return is_bare_jpeg(picture._data, (picture["/Width"], picture["/Height"]))
        case _:
            return is_deflated(picture) and len(inflated(picture)) == _length(picture)


def pixels(picture: Any) -> Image.Image:
    """What the picture (an image stream of pypdf) shows. Raises ``OSError`` or ``ValueError``."""
    if picture.get("/Filter") == "/CCITTFaxDecode":
        with Image.open(io.BytesIO(_tiff(picture)), formats=("TIFF",)) as fax:
            return fax.convert("L")
    if picture.get("/DecodeParms", {}).get("/Predictor", 1) < _ROW_BY_ROW:
        shown = picture.decode_as_image()
        assert isinstance(shown, Image.Image)
        return shown
    # rows of two or four bits with a palette are those of a PNG, and pypdf takes them for bytes
    size, bits = (picture["/Width"], picture["/Height"]), picture["/BitsPerComponent"]
    chunks = {
        b"IHDR": struct.pack(">IIBBBBB", *size, bits, _PALETTE, 0, 0, 0),
        b"PLTE": _bytes(picture["/ColorSpace"][3]),
        b"IDAT": picture._data,
        b"IEND": b"",
    }
    made = b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks.items()
    )
    with Image.open(io.BytesIO(PNG + made), formats=("PNG",)) as shown:
        return shown.convert("RGB")


def _bytes(text: Any) -> bytes:
    """Of a string of pypdf, which takes some for text."""
    return text.original_bytes if isinstance(text, TextStringObject) else bytes(text)


def is_deflated(stream: Any) -> bool:
    """Whether nothing stands behind the end of what is deflated."""
    if "/Filter" not in stream:
        return True
    engine = zlib.decompressobj()
    try:
        engine.decompress(stream._data)
    except zlib.error:
        return False
    return stream["/Filter"] == "/FlateDecode" and engine.eof and not engine.unused_data


def inflated(stream: Any) -> bytes:
    data: bytes = stream._data
    return zlib.decompress(data) if "/Filter" in stream else data


def _length(picture: Any) -> int:
    """Bytes that the rows of a picture take."""
    space = picture["/ColorSpace"]
    colours = _COLOURS.get(space, 1) if isinstance(space, str) else 1
    row = (picture["/Width"] * picture["/BitsPerComponent"] * colours + 7) // 8
    by_row = picture.get("/DecodeParms", {}).get("/Predictor", 1) >= _ROW_BY_ROW
    return int(picture["/Height"] * (row + by_row))


def _is_bare_fax(picture: Any) -> bool:
    """Encoded anew it is the same to the last byte: rows that are not shown and what follows are not."""
    width, height = picture["/Width"], picture["/Height"]
    parameters = {"/K": -1, "/Columns": width, "/Rows": height, "/BlackIs1": True}
    if dict(picture.get("/DecodeParms", {})) != parameters:
        return False
    again = io.BytesIO()
    try:
        with Image.open(io.BytesIO(_tiff(picture))) as read:
            read.save(again, "TIFF", compression="group4", tiffinfo={ROWSPERSTRIP: height})
    except OSError:
        return False
    with Image.open(again) as fresh:
        start, length = (fresh.tag_v2[tag][0] for tag in (STRIPOFFSETS, STRIPBYTECOUNTS))  # type: ignore[attr-defined]
    return bool(again.getvalue()[start : start + length] == picture._data)


def _tiff(picture: Any) -> bytes:
    return CCITTFaxDecode.decode(picture._data, picture["/DecodeParms"], picture["/Height"])
