"""Secrets are found in bytes in every usual encoding, inflated or not."""

import base64
import zlib
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbuka.errors import LimitExceeded
from terbuka.redaction.model import Readable
from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.secrets import encodings
from terbuka.redaction.verifier.secrets.encodings import ByteHunt, byte_check, inflated
from terbuka.redaction.verifier.secrets.search import Hunt, Secret

NAME = "Siti Rahmah"
NOTHING = Readable("", "")
HUNT = ByteHunt(Hunt([Secret(4, "PERSON", NAME)]), NOTHING)


@pytest.mark.parametrize("name", ["محمد رحمة", "𝐒𝐢𝐭𝐢 𝐑𝐚𝐡𝐦𝐚𝐡"])
def test_in_bytes_a_name_in_other_letters_is_not_every_space(name: str):
    hunt = ByteHunt(Hunt([Secret(4, "PERSON", name)]), NOTHING)
    assert hunt.in_bytes(b"1 0 obj << /Type /Catalog >>") == set()
    assert hunt.in_bytes(name.encode("utf-16-be")) == {4}


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


@given(st.binary(max_size=7), st.binary(max_size=7))
def test_secret_is_found_in_base32_at_any_offset(before, after):
    assert HUNT.in_bytes(base64.b32encode(before + NAME.encode() + after)) == {4}


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


@pytest.mark.parametrize(("of_one", "in_all"), [(999_999, 10**9), (10**9, 1_999_999)])
def test_what_inflates_beyond_the_bound_has_not_passed(monkeypatch, of_one, in_all):
    monkeypatch.setattr(encodings, "INFLATED", of_one)
    monkeypatch.setattr(encodings, "INFLATED_IN_ALL", in_all)
    bomb = zlib.compress(bytes(1_000_000))
    with pytest.raises(LimitExceeded, match="tidak dapat diperiksa seluruhnya"):
        list(inflated(bomb + bomb + zlib.compress(NAME.encode())))


def test_secrets_beyond_what_is_looked_for_at_once_are_found(monkeypatch):
    """Of a thick file: no portion may be left out, and the memory is bounded by one."""
    monkeypatch.setattr(encodings, "AT_ONCE", 10_000)
    names = [Secret(number, "PERSON", f"Wirandaka {number:06}") for number in range(1, 60)]
    hunt = ByteHunt(Hunt(names), NOTHING)
    assert len(list(hunt.portions())) > 5
    pieces = [("here", b"WIRANDAKA 000001."), ("there", b"wirandaka000059"), ("nowhere", b"Wirandaka 000060")]
    assert hunt.in_pieces(lambda: pieces) == {"here": {1}, "there": {59}}


def test_thick_copy_gives_signs_of_life():
    """Who is silent for long is taken for stuck."""
    told = []
    copy = Copy(
        Path("x.pdf"),
        b"".join(zlib.compress(f"lembar {number}".encode()) for number in range(250)),
        Hunt([Secret(1, "PERSON", NAME)]),
        [NOTHING] * 250,
        False,
        lambda *at: told.append(at),
    )
    assert byte_check(copy).items == 251
    assert told == [(0, 250)] * 3
