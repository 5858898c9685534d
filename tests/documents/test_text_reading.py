"""A plain text is the decoded file, character by character."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terbuka.documents.text import LARGEST, decode, document_of, read
from terbuka.errors import LimitExceeded
from tests.documents.conftest import Opened

TEXT = "Nama : Siti Aminah\r\n\r\n\tAlamat\x0cJl. Veteran – “8”\n"


@pytest.mark.parametrize(
    ("data", "mark"),
    [
        (TEXT.encode(), False),
        (TEXT.encode("utf-8-sig"), True),
        (TEXT.encode("utf-16"), True),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), True),
        (TEXT.encode("utf-16-le"), False),
        (TEXT.encode("utf-16-be"), False),
        (TEXT.encode("cp1252"), False),
    ],
    ids=["utf-8", "utf-8-mark", "utf-16", "utf-16-be-mark", "utf-16-le", "utf-16-be", "windows-1252"],
)
def test_every_encoding_gives_the_text_and_its_offsets(opened: Opened, data: bytes, mark: bool) -> None:
    document = opened(data)
    assert document.text == TEXT
    assert (document.format, len(document.pages), document.size) == ("text", 1, len(data))
    assert [TEXT[word.start : word.end] for word in document.pages[0].words] == TEXT.split()
    decoded = decode(data)
    assert decoded is not None and decoded.mark is mark


@pytest.mark.parametrize(
    "data",
    [
        b"a\x00b\x00\x00",  # neither one nor the other half of UTF-16
        b"\xff\xfea",  # half a character
        "a\0b".encode("utf-16"),
        b"Budi \x81 \x8d",  # no character of Windows-1252
        b"\x01\x02\x03\x04 Budi",
    ],
)
def test_bytes_that_are_no_text_are_not_decoded(data: bytes) -> None:
    assert decode(data) is None


def silent(done: int, total: int) -> None:
    """Nobody watches."""


def test_too_long_text_is_refused() -> None:
    with pytest.raises(LimitExceeded, match="64 MiB"):
        read(bytes(LARGEST + 1), "", silent)


printable = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\r\t"), min_size=1)


@given(printable)
def test_any_text_comes_back_exactly(text: str) -> None:
    document = read(text.encode("utf-8-sig"), "", silent)
    assert document.text == text
    assert "".join(text.split()) == "".join(text[w.start : w.end] for w in document.pages[0].words)


@settings(max_examples=15, deadline=None)
@given(text=printable)
def test_any_text_comes_back_exactly_through_the_sandbox(
    text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from terbuka.documents.reader import open_document

    path = tmp_path_factory.mktemp("teks") / "berkas"
    path.write_bytes(("Laporan:\n" + text).encode())
    assert open_document(path).text == "Laporan:\n" + text


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
@settings(max_examples=50)
def test_text_in_no_file_is_as_one_in_a_file(text: str) -> None:
    data = text.encode()
    decoded = decode(data)
    if decoded is not None and decoded.text == text:
        assert document_of(text) == read(data, hashlib.sha256(data).hexdigest(), silent)


def test_half_a_character_written_in_code_is_a_text_as_well() -> None:
    assert document_of("nama \ud800").text == "nama \ud800"
