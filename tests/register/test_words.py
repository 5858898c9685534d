"""Searching, and looking for personal data in typed words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbuka.register.models import Item
from terbuka.register.queries import search_items
from terbuka.register.searching import MOST_WORDS, has_word, query_words, search_text, words_of
from terbuka.register.wording import Doubt, PersonalWords, doubts_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Laporan KEGIATAN, 2021", ["laporan", "kegiatan", "2021"]),
        ("Café Résumé", ["cafe", "resume"]),
        ("la\u200bporan", ["laporan"]),
        ("__ — _garis_", ["garis"]),
        ("%50% \\x", ["50", "x"]),
        ("", []),
        ("Straße", ["strasse"]),
    ],
)
def test_words_without_case_accents_and_signs(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_query_has_ten_words_at_most() -> None:
    assert len(query_words("kata " * 50)) == MOST_WORDS
    assert len(query_words("x" * 10_000)[0]) == 400


@given(st.text(max_size=60), st.text(max_size=60))
def test_every_word_of_a_text_is_found_by_its_beginning(text: str, other: str) -> None:
    stored = search_text(text, other)
    for word in words_of(text):
        assert f" {word}" in stored
        assert f" {word[: max(1, len(word) // 2)]}" in stored


@given(st.text(max_size=80))
def test_any_query_can_be_asked(text: str) -> None:
    str(search_items(Item.objects.all(), text).query)
    for word in query_words(text):
        assert has_word(word).children == [("search_text__contains", f" {word}")]


def test_doubts_say_where_and_what_kind() -> None:
    found = doubts_in(
        {
            "judul": "Laporan kegiatan triwulan pertama",
            "ringkasan isi": "Pelapor Melati Suryaningsih, HP 081234567890, HP 081234567891.",
            "nama berkas": "NIK 6371014505900002",
        }
    )
    assert Doubt("ringkasan isi", "TELEPON") in found and Doubt("nama berkas", "NIK") in found
    assert not [doubt for doubt in found if doubt.field == "judul"]
    assert len(found) == len(set(found))


def test_plain_words_raise_no_doubt() -> None:
    assert doubts_in({"judul": "Rencana anggaran 2021", "ringkasan isi": "Belanja pegawai dan modal."}) == []
    assert doubts_in({}) == []


def test_refusal_repeats_nothing_personal() -> None:
    error = PersonalWords([Doubt("judul", "NAMA"), Doubt("nama berkas", "NIK")])
    assert "judul: NAMA, nama berkas: NIK" in str(error)
