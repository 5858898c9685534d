"""What may stand in the streams and values of a copy that Terbuka made: what the writer puts there.

A comment between operators, a replacement text for a passage, the remarks of a picture's file: no reader
shows them, and every search finds them.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from terbuka.redaction.archival import COLOURS, REMARK, profile
from terbuka.redaction.lettering import FRESH, GLYPHLESS
from terbuka.redaction.verifier.not_ours import NotOurs
from terbuka.redaction.verifier.ours.pdf_font import MAP, letters_of_map, widths_of_program
from terbuka.redaction.verifier.ours.pdf_pictures import is_bare, is_deflated

_NUMBER = rb"-?\d{1,7}(?:\.\d{1,4})?"
_UNSEEN = rb"3 Tr|/T N Tf|N Tz|(?:-?[01] ){4}N N Tm|<[\da-f]*> Tj"
_TAGS = rb"/Artifact BMC|/P <</MCID \d{1,5}>> BDC|EMC"
_REAL = (
    rb"0 Tr|100 Tz|(?:(?:[01]|0\.\d{1,3}) ){3}rg|/G N Tf|(?:N ){6}Tm"
    rb"|\[<(?:[\da-f]{4})+>(?: -?\d{1,6} <(?:[\da-f]{4})+>)*\] TJ"
)
_OPERATORS = re.compile(
    b"|".join([rb"q N 0 0 N 0 0 cm /P Do Q|BT|ET", _TAGS, _UNSEEN, _REAL]).replace(b"N", _NUMBER)
)
"""The operators of a page, one to a line: its picture, invisible words, real text, tags."""
_BLOCK = re.compile(rb"<([\da-f]{2})00> <\1ff> <\1(?:00)>\n")
_MAP = MAP % b"beginbfrange\nendbfrange\n"
_WORDS = frozenset(
    f"id Adobe Identity /Catalog /Pages /Page /XRef /XObject /Image /DeviceGray /DeviceRGB /Indexed "
    f"/CCITTFaxDecode /DCTDecode /FlateDecode /Font /Type0 /Identity-H /CIDFontType2 /FontDescriptor "
    f"/Identity /{GLYPHLESS} /{FRESH} /StructTreeRoot /StructElem /Document /P /S /Metadata /XML "
    f"/OutputIntent /GTS_PDFA1 {COLOURS}".split()
)
"""Every string and name among the plain values."""
_BYTES = frozenset({"/ID", "/ColorSpace"})
"""Keys with bytes that mean nothing as text: the identifier and a palette."""
_NUMBERS = {
    "/Supplement": {0},
    "/DW": {0, 500},
    "/Flags": {4},
    "/ItalicAngle": {0},
    "/Ascent": {800},
    "/Descent": {-200},
    "/CapHeight": {800},
    "/StemV": {0},
    "/FontBBox": {0, -1000, 2000},
}
"""Numbers that are always the same, of either font."""
_MOST = 10**8
"""Any other number of a copy is smaller: a length, a size; an identity number is not."""
_DIGITS = 6
"""Figures behind the point, at most."""
_INNER = {
    "/DecodeParms": {"/K", "/Columns", "/Rows", "/BlackIs1", "/Predictor", "/Colors", "/BitsPerComponent"},
    "/CIDSystemInfo": {"/Registry", "/Ordering", "/Supplement"},
}
"""The keys of the dictionaries among the plain values."""


def is_ours(role: str, stream: Any) -> bool:
    """Whether the writer may have written the stream (of pypdf) of this role."""
    if role == "picture":
        return is_bare(stream)
    return is_deflated(stream) and _CHECKS[role](stream.get_data())


def is_plain(key: str, value: Any) -> bool:
    """Whether a value says nothing but what the writer says, however deep it is nested."""
    value = value.get_object()
    if isinstance(value, DictionaryObject):
        known = _INNER.get(key, set())
        return all(inner in known and is_plain(inner, value.raw_get(inner)) for inner in value)
    if isinstance(value, ArrayObject):
        return all(is_plain(key, item) for item in value)
    if isinstance(value, (NameObject, TextStringObject)):
        return str(value) in _WORDS or (key in _BYTES and not isinstance(value, NameObject))
    if isinstance(value, (NumberObject, FloatObject)):
        return value in _NUMBERS[key] if key in _NUMBERS else _is_small(value)
    return not isinstance(value, ByteStringObject) or key in _BYTES


def _is_small(value: NumberObject | FloatObject) -> bool:
    number = Decimal(str(value))
    return abs(number) < _MOST and number == round(number, _DIGITS)


def _is_page(data: bytes) -> bool:
    return all(_OPERATORS.fullmatch(line) for line in data.split(b"\n") if line)


def _is_real_map(data: bytes) -> bool:
    with suppress(NotOurs):
        return bool(letters_of_map(data))
    return False


def _is_real_program(data: bytes) -> bool:
    with suppress(NotOurs):
        return len(widths_of_program(data)) > 0
    return False


def _is_map(data: bytes) -> bool:
    return re.sub(rb"\n\d+ beginbfrange\n", b"\nbeginbfrange\n", _BLOCK.sub(b"", data)) == _MAP


@cache
def _program() -> bytes:
    return files("terbuka.redaction.writers").joinpath("glyphless.ttf").read_bytes()


_CHECKS: dict[str, Callable[[bytes], bool]] = {
    "shown": _is_page,
    "map": _is_map,
    "glyphs": lambda data: data == b"\x00\x01" * 0x10000,
    "font program": lambda data: data == _program(),
    "remark": lambda data: data == REMARK,
    "profile": lambda data: data == profile(),
    "real map": _is_real_map,
    "real program": _is_real_program,
}
