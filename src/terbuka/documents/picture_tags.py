"""What the tags of a picture say: EXIF by tag, where it was taken, XMP in words, a thumbnail of another."""

import io
import re
import warnings
from collections.abc import Iterator
from typing import Any

from PIL import ExifTags, Image

from terbuka.documents.image_parts import parts_of, thumbnail_part
from terbuka.documents.model import HiddenPart

JPEG = b"\xff\xd8"
MARKS = (b"Exif\0", b"http://ns.adobe.com/xap")
"""How segments with tags begin, in the first ones of a file."""
HEAD = 1 << 16
PLAIN = {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "progressive", "progression", "adobe"}
PLAIN |= {"adobe_transform", "gamma", "srgb", "aspect", "icc_profile", "exif"}
"""What Pillow tells of a picture that nobody typed, and what is read by its tags."""
LARGEST = 1_000_000
"""Pixels of a thumbnail."""


def exif_parts(exif: Image.Exif) -> Iterator[HiddenPart]:
    """Every tag of EXIF. Where the picture was taken is told by numbers, and has a place of its own."""
    for tag, value in (*exif.items(), *exif.get_ifd(ExifTags.IFD.Exif).items()):
        yield HiddenPart("metadata", f"EXIF {ExifTags.TAGS.get(tag, tag)}", text_of(value))
    for tag, value in exif.get_ifd(ExifTags.IFD.GPSInfo).items():
        yield HiddenPart("metadata", f"EXIF GPS {tag}", text_of(value))


def text_of(value: Any) -> str:
    """The value of a tag as text, whatever it is."""
    if isinstance(value, bytes):
        wide = value[1::2].count(0) * 4 > len(value)
        value = value.decode("utf-16-le" if wide else "utf-8", errors="replace")
    return " ".join(str(value).split())


def words_of_xml(data: bytes) -> str:
    """The words of XML in its elements and attributes, however damaged; names of name spaces tell nothing."""
    encoding = "utf-16" if data.startswith((b"\xfe\xff", b"\xff\xfe")) else "utf-8"
    return re.sub(r"<[^>]*>", _attribute_values, data.decode(encoding, errors="replace"))


def _attribute_values(tag: re.Match[str]) -> str:
    values = re.findall(r"""=\s*["']([^"']*)""", tag[0])
    return " ".join(["", *(value for value in values if "://" not in value), ""])


def tags_in_jpeg(data: bytes) -> Iterator[HiddenPart]:
    """What a JPEG inside of another file holds beside its pixels."""
    if not data.startswith(JPEG):
        return
    yield from parts_of(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=("JPEG",)) as picture:
                found = list(exif_parts(picture.getexif()))
                found += [HiddenPart("metadata", "XMP", words_of_xml(picture.info.get("xmp", b"")))]
                thumbnail = thumbnail_part(picture.info.get("exif", b""), picture)
    except Exception:  # whatever goes wrong in Pillow is the file's fault; what it hides is not known then
        if any(mark in data[:HEAD] for mark in MARKS):
            yield HiddenPart("unknown", "tags")
        return
    yield from (part for part in found if part.text)
    if thumbnail:
        yield thumbnail


def tags_of_blank(data: bytes) -> str | None:
    """What the tags of a small JPEG or PNG say that is of one colour, as the thumbnail of an empty page which
    python-docx puts into all that it makes; None of a picture that shows something or holds more."""
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as picture:
            told = picture.info.keys() - PLAIN
            if told or picture.width * picture.height > LARGEST or any(parts_of(data)):
                return None
            if any(low != high for low, high in _extrema(picture)):
                return None
            return " ".join(part.text for part in exif_parts(picture.getexif()))
    except Exception:  # whatever goes wrong in Pillow is the file's fault; what it shows is not known then
        return None


def _extrema(picture: Image.Image) -> Iterator[tuple[int, int]]:
    """From which to which level each of its colours reaches."""
    for band in picture.convert("RGBA").split():
        yield band.getextrema()  # type: ignore[misc]
