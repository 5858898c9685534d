"""Secrets are found in bytes in every usual encoding, inflated or not."""

import base64
import zlib
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbuka.redaction.model import Readable
from terbuka.redaction.verifier import encodings
from terbuka.redaction.verifier.encodings import ByteHunt, inflated
from terbuka.redaction.verifier.search import Hunt, Secret

NAME = "Siti Rahmah"
NOTHING = Readable("", "")
HUNT = ByteHunt(Hunt([Secret(4, "PERSON", NAME)]), NOTHING)


@pytest.mark.parametrize(
    "data",
    [
        NAME.encode(),
        NAME.upper().encode(),
        NAME.encode("utf-16-le"),
        NAME.encode("utf-16-be"),
        NAME.encode().hex().encode(),
        NAME.encode().hex().upper().encode(),
        NAME.encode("utf-16-be").hex().encode(),
        "".join(f"\\{byte:03o}" for byte in NAME.encode()).encode(),
        quote(NAME).encode(),
        b"Siti+Rahmah",
        "".join(f"&#{ord(c)};" for c in NAME).encode(),
        b"sitirahmah",
    ],
)
def test_secret_is_found_in_every_encoding(data):
    assert HUNT.in_bytes(b"\x00\xff" + data + b"\x00\xff") == {4}


@given(st.binary(max_size=7), st.binary(max_size=7))
def test_secret_is_found_in_base64_at_any_offset(before, after):
    assert HUNT.in_bytes(base64.b64encode(before + NAME.encode() + after)) == {4}


def test_other_bytes_hold_nothing():
    assert HUNT.in_bytes(b"Siti Rahmat" * 100) == set()
    assert ByteHunt(Hunt([]), NOTHING).in_bytes(b"Siti Rahmah") == set()


def test_nested_deflate_is_inflated():
    data = b"x" + zlib.compress(b"y" + zlib.compress(NAME.encode() * 2))
    assert any(NAME.encode() in piece for piece in inflated(data))


def test_damaged_deflate_is_read_as_far_as_it_goes(monkeypatch):
    monkeypatch.setattr(encodings, "CHUNK", 64)
    packed = zlib.compress(NAME.encode() + bytes(range(256)) * 20, 1)
    damaged = packed[: len(packed) // 2] + b"\xff" * 40
    assert any(NAME.encode() in piece for piece in inflated(damaged))


def test_inflating_stops_at_its_bound(monkeypatch):
    monkeypatch.setattr(encodings, "INFLATED", 1000)
    bomb = zlib.compress(bytes(1_000_000))
    assert sum(len(piece) for piece in inflated(bomb + bomb)) == 1000
