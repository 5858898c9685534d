"""Later mentions are found however they are written (policy, rule 10), and everyday words are left alone."""

import pytest

from terbuka.screening import Action
from tests.screening.screened import Screened

REPORT = "LAPORAN POLISI\nPelapor Sdr. Budi Wirandaka, warga Gg. Seroja RT 11, melapor.\n"
PRESS = "SIARAN PERS\n"
OPEN_PAPER = f"{PRESS}Korban Sdr. Budi Wirandaka selamat.\n"


@pytest.mark.parametrize("paper", [REPORT, OPEN_PAPER])
@pytest.mark.parametrize(
    "written",
    [
        "W I R A N D A K A",
        "W.I.R.A.N.D.A.K.A",
        "W. I. R. A. N. D. A. K. A",
        "B U D I  W I R A N D A K A",
        "B U D I W I R A N D A K A",
        "Wiran-\ndaka",
        "Wi-\r\nrandaka",
        "Wiran\u00ad\ndaka",
        "Wiran daka",
        "Wiran\ndaka",
        "W irandaka",
        "WI RAN DAKA",
        "Budi Wiran-\n  daka",
        "wirandaka",
        "budiwirandaka",
        "BudiWirandaka",
        "budiwirandaka91",
        "ktpbudiwirandaka2",
        "W1randaka",
        "Wlrandaka",
        "WIRANDAKA",
        "WlRANDAKA",
        "Wirаndаkа",  # Cyrillic
        "Wiranda\u200bka",
    ],
)
def test_a_mention_is_found_however_it_is_written(paper: str, written: str) -> None:
    assert Screened(f"{paper}Menurut {written} barang itu hilang.\n").hides(written)


@pytest.mark.parametrize(
    "written",
    [
        f"Wirandaka{hyphen}{ending}"
        for hyphen in ("", "-")
        for ending in ("nya", "ku", "mu", "lah", "kah", "pun", "nyalah")
    ]
    + ["WIRANDAKANYA", "W1randakanya", "Budi Wirandakanya"],
)
def test_a_name_with_an_ending_is_found(written: str) -> None:
    assert Screened(f"{OPEN_PAPER}Hanya {written} yang tahu.\n").hides(
        written.rstrip("nyakumlhpNYA-") or written
    )


def test_a_short_name_with_an_ending_is_found() -> None:
    assert Screened("Pelapor Sdri. Ani, HP 0812-5104-3378. Aninya pulang.").hides("Ani")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Diana", "bertemu di Ana Mart"),
        ("Nasrul", "Ketua Yayasan Nasrullah"),
        ("Bulan Purnama", "pada bulan Mei, bulannya panjang"),
        ("Angga Saputra", "P E L A N G G A R A N"),
        ("Melati Putri", "bunga melati, putrinya"),
        ("Putri Melati", "tarian putri melati"),
    ],
)
def test_words_that_only_look_like_the_name_stay(name: str, text: str) -> None:
    screened = Screened(f"{PRESS}korban Sdr. {name} selamat.\n{text} hari itu.\n")
    assert screened.shows(text)


def test_a_full_name_of_everyday_words_counts_where_its_words_alone_would_not() -> None:
    text = f"{PRESS}korban Sdri. Putri Melati.\nPutri Melati. Putri itu cantik. P U T R I  M E L A T I"
    screened = Screened(text)
    assert screened.hides("Putri Melati") and screened.hides("P U T R I  M E L A T I")
    assert screened.shows("Putri itu")


def test_an_everyday_word_with_an_ending_is_judged_by_its_place() -> None:
    text = f"{PRESS}korban Sdri. Bulan Sari selamat.\nIbu Bulannya menangis. Bulannya penuh."
    screened = Screened(text)
    assert screened.of("Bulannya menangis"[:8]).action.hides
    assert screened.shows("Bulannya penuh")


def test_who_was_taken_for_another_because_of_the_spelling_is_the_same_person() -> None:
    text = f"{OPEN_PAPER}Menurut Sdr. Wiran Daka itu benar. Kata Wlrandaka, ya."
    screened = Screened(text)
    entities = {f.entity for f in screened.findings if f.type == "PERSON"}
    assert len(entities) == 1


def test_an_officer_whose_name_is_written_alike_stays() -> None:
    text = f"{OPEN_PAPER}AKP Wiran Daka hadir."
    assert Screened(text).shows("Wiran Daka")


def test_a_child_whose_name_is_written_like_an_officers_is_hidden() -> None:
    text = f"{PRESS}AKP Budi Wirandaka hadir.\nAnak Korban Wiran Daka (13) menangis."
    screened = Screened(text)
    assert screened.shows("Budi Wirandaka") and screened.hides("Wiran Daka")


def test_a_wider_name_that_holds_the_mention_is_reviewed() -> None:
    text = f"{OPEN_PAPER}Hadir pula Wlrandaka Sari Santoso."
    assert Screened(text).hides("Wlrandaka")


def test_a_place_that_bears_the_name_of_a_hidden_person_is_kept_expressly() -> None:
    text = "LAPORAN POLISI\nPelapor Sdr. Ahmad Sudarta menuju Masjid Sudarta lewat Jl. Sudarta."
    screened = Screened(text)
    kept = [text[f.start : f.end] for f in screened.findings if f.action is Action.KEEP]
    assert kept == ["Sudarta", "Jl. Sudarta"]
    assert screened.of("Masjid Sudarta"[7:]).rule != "people.namesake"  # the person
    assert [f.type for f in screened.findings if f.rule == "people.namesake"] == ["PLACE"]


def test_the_name_of_an_official_makes_no_namesakes() -> None:
    text = f"{PRESS}Kapolres AKBP Ahmad Sudarta hadir di Jl. Sudarta."
    assert not [f for f in Screened(text).findings if f.rule == "people.namesake"]


def test_the_fathers_name_in_a_name_is_hidden_too() -> None:
    text = f"{PRESS}Korban Sdr. Jamaludin bin Tuhalus selamat. Nama bapaknya Tuhalus, kata warga."
    assert Screened(text).hides("Tuhalus")


@pytest.mark.parametrize(
    "first", ["Budi Wiran-\n  daka", "B U D I  W I R A N D A K A", "Budi Wi-\nrandaka", "Budi Wirandaka-nya"]
)
def test_a_first_mention_that_is_broken_is_read_whole(first: str) -> None:
    screened = Screened(f"LAPORAN POLISI\nPelapor Sdr. {first} melapor.\nKata Wirandaka, ya.")
    assert screened.hides(first.removesuffix("-nya")) and screened.hides("Kata Wirandaka"[5:])
