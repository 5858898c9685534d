from dataclasses import replace

import pytest

from terbuka.documents import HiddenPart
from terbuka.documents.text import document_of
from terbuka.screening import Action
from terbuka.screening.terms import find_terms, terms_nowhere
from tests.screening.screened import Screened

TEXT = "Rapat dihadiri PT Maju Jaya dan Yusrianto. File: undangan_yusrianto.pdf, tel 0812 5104 3378."


def test_every_occurrence_of_a_term_is_a_finding() -> None:
    found = find_terms(document_of(TEXT), ["Yusrianto", "+62 812 5104 3378", "  "])
    assert [TEXT[f.start : f.end] for f in found] == ["Yusrianto", "yusrianto", "0812 5104 3378"]
    assert {f.type for f in found} == {"TERM"}
    assert [f.entity for f in found] == ["e1", "e1", "e2"]
    assert all(f.action is Action.REDACT and f.ground == "17.h" for f in found)


def test_a_reason_never_holds_the_term() -> None:
    found = find_terms(document_of(TEXT), ["Yusrianto"])
    assert all("usrianto" not in f.reason % f.values for f in found)


def test_terms_are_hidden_beside_what_screening_finds() -> None:
    screened = Screened("Kombes Pol Bayu Wirasakti hadir di PT Maju Jaya.", terms=["Maju Jaya", "Wirasakti"])
    assert screened.hides("Maju Jaya")
    assert screened.hides("Wirasakti")
    assert not screened.hides("PT")


def test_without_terms_there_is_nothing() -> None:
    assert find_terms(document_of(TEXT), []) == []


def test_a_term_is_found_where_it_is_turned_around() -> None:
    text = "Kata \u202eakadnariW\u202c, ya"
    (found,) = find_terms(document_of(text), ["Wirandaka"])
    assert text[found.start : found.end] == "akadnariW"


def test_a_term_is_found_where_it_is_written_in_codes() -> None:
    text = "Kata &#87;ir%61%61 dan &#87;ira"
    (found,) = find_terms(document_of(text), ["Wira"])
    assert text[found.start : found.end] == "87;ira"


@pytest.mark.parametrize(
    "written",
    ["S | I | T | I", "S|I|T|I", "S — I — T — I", "S | T |", "S\tI\tT\tI", "S! T!", "S - I - T - I"],
)
def test_a_term_is_found_whatever_stands_between_or_for_its_letters(written: str) -> None:
    text = f"Daftar\n{written}\nSelesai"
    (found,) = find_terms(document_of(text), ["Siti"])
    assert text[found.start : found.end] == written.rstrip(" |")


def test_a_term_over_two_cells_is_found_and_its_neighbours_are_not() -> None:
    text = "| No | Nama | Marga |\n| 1 | Siti | Wirandaka |\n| 2 | Si | Tigor |\n"
    found = find_terms(document_of(text), ["Siti Wirandaka"])
    assert [text[f.start : f.end] for f in found] == ["Siti | Wirandaka"]


def test_a_bar_begins_a_name_as_its_capital_does() -> None:
    text = "Daftar: | N T A N"
    (found,) = find_terms(document_of(text), ["Titin Intan"])
    assert text[found.start : found.end] == "N T A N"


def test_term_that_stands_nowhere_is_told_by_its_number() -> None:
    document = replace(document_of(TEXT), hidden=(HiddenPart("metadata", "Info /Title", "BAP Qwelmono"),))
    assert terms_nowhere(document, ["YUSRIANTO", "Xantira", "Qwelmono", "62812 51043378"]) == [2]


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("xxhartinixx", "xx[]xx"),
        ("fotohartini2.jpg", "foto[]2.jpg"),
        ("laporanHartiniSaksi", "laporan[]Saksi"),
        ("BAPHARTINIFINAL", "BAP[]FINAL"),
        ("https://hartinicantik.blogspot.com/a", "https://[]cantik.blogspot.com/a"),
        ("H4rt1n1", "[]"),
        ("#4R71N1", "#[]"),
        ("Har<b>tini</b>", "[]</b>"),
        ('"Har" + "tini"', '"[]"'),
        ("'Har'||'tini'", "'[]'"),
        ("Har&shy;tini", "[]"),
        ("\x1b[1mHar\x1b[0mtini\x1b[0m", "\x1b[1m[]\x1b[0m"),
        ("Unegvav", "[]"),
        ("initraH", "[]"),
    ],
)
def test_a_term_is_found_whatever_is_written_around_and_between(written: str, left: str) -> None:
    text = f"Kode {written} dicatat."
    found = find_terms(document_of(text), ["Hartini"])
    for finding in reversed(found):
        text = f"{text[: finding.start]}[]{text[finding.end :]}"
    assert text == f"Kode {left} dicatat."


def test_a_term_is_found_where_letters_are_printed_over_each_other() -> None:
    written = "".join(f"{letter}\b{letter}" for letter in "Hartini")
    text = f"Kode {written} dicatat."
    (found,) = find_terms(document_of(text), ["Hartini"])
    assert text[found.start : found.end] == written.removeprefix("H\b")


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Siti", "Situs siticom dan universitist"),
        ("Budi", "Kebudian dan budidaya"),
        ("Hartini Sari", "Sari dan intisari"),
        ("20240", "Nomor 1202405"),
        ("Angga", "Kode 4N66 dan 1234"),
    ],
)
def test_a_short_term_inside_of_other_words_is_none(term: str, text: str) -> None:
    found = find_terms(document_of(text), [term])
    assert [text[f.start : f.end] for f in found] in ([], ["Sari"])


@pytest.mark.parametrize("written", ["IMGBudi.jpg", "laporanBudi", "foto_budi_2.jpg", "8ud1"])
def test_a_short_term_is_found_where_a_word_begins_or_its_letters_are_figures(written: str) -> None:
    assert find_terms(document_of(f"Berkas {written} ada."), ["Budi"])
