"""What names a hidden person or thing may stand only where somebody kept it expressly."""

import pytest

from terbuka.redaction.model import Readable
from terbuka.redaction.verifier.secrets.encodings import ByteHunt
from terbuka.redaction.verifier.secrets.search import Hunt, Secret

NAME = Secret(1, "PERSON", "Budi Wirandaka")
NIK = Secret(2, "NIK", "6371034704880003")


def unseen(kept: str, *secrets: Secret, left_open: str = "", labels: str = "") -> set[int]:
    """What survives in a copy that says just what was kept."""
    page = Readable(kept, labels, left_open)
    return Hunt(secrets or (NAME,)).expecting(page).in_text(f"{kept} {labels}")


@pytest.mark.parametrize(
    "missed",
    [
        "Wirandaka",
        "W I R A N D A K A",
        "Wiran-\ndaka",
        "Wiran daka",
        "wirandakanya",
        "budiwirandaka",
        "W1RANDAKA",
        "ktp_budiwirandaka2.jpg",
    ],
)
def test_mention_that_screening_missed_survives(missed):
    assert unseen(f"Menurut {missed} itu benar.") == {1}


def test_mention_that_was_kept_expressly_may_stay_as_often_as_it_was_kept():
    assert not unseen("lewat Jl. Wirandaka", left_open="Jl. Wirandaka")
    assert unseen("lewat Jl. Wirandaka, Wirandaka", left_open="Jl. Wirandaka") == {1}
    assert not unseen("Wirandaka, Wirandaka", left_open="Wirandaka\n\nWirandaka")


def test_word_of_the_language_is_counted_in_the_kept_text():
    name = Secret(1, "PERSON", "Bulan Sari")
    assert not unseen("pada bulan Mei, Bulan ini", name)
    page = Readable("pada bulan Mei", "")
    assert Hunt([name]).expecting(page).in_text("pada bulan Mei, Bulan") == {1}


def test_full_name_of_such_words_survives():
    assert unseen("Kata Bulan Sari, ya", Secret(1, "PERSON", "Bulan Sari")) == {1}


def test_region_in_a_name_is_counted_too():
    assert not unseen("di Lampung", Secret(1, "PERSON", "Bima Lampung"))


@pytest.mark.parametrize("missed", ["6371 0347\n0488 0003", "6371O347O488OOO3", "6371-0347-0488-0003"])
def test_number_that_screening_missed_survives(missed):
    assert unseen(f"tercatat {missed} itu", NIK) == {2}
    assert not unseen(f"tercatat {missed} itu", NIK, left_open=missed)


def test_what_is_told_by_words_is_counted_in_the_kept_text():
    assert not unseen("sakit jantung", Secret(3, "HEALTH", "sakit jantung"))
    assert not unseen("12345 lembar", Secret(3, "NRP", "12345"))


def test_letters_that_only_follow_each_other_are_no_mention():
    name = Secret(1, "PERSON", "Ali Aman")
    assert not unseen("di kali aman", name)
    assert not unseen("Menurut Surya di kantor", Secret(1, "PERSON", "Suryadi"))


def test_missed_mention_survives_in_pixels_too():
    page = Readable("Menurut Wirandaka", "")
    assert Hunt([NAME]).expecting(page).in_reading("Menurut Wlrandaka") == {1}
    kept = Readable("Menurut Wirandaka", "", "Wirandaka")
    assert not Hunt([NAME]).expecting(kept).in_reading("Menurut Wlrandaka")


def test_missed_full_name_is_sought_in_bytes_although_it_stands_in_the_kept_text():
    missed = Readable("Menurut Budi Wirandaka", "")
    assert ByteHunt(Hunt([NAME]), missed).in_bytes(b"Menurut Budi Wirandaka") == {1}
    kept = Readable("Menurut Budi Wirandaka", "", "Budi Wirandaka")
    assert not ByteHunt(Hunt([NAME]), kept).in_bytes(b"Menurut Budi Wirandaka")


def test_term_is_judged_by_its_own_rule():
    term = Secret(0, "TERM", "Wirandaka")
    assert unseen("Wirandaka", term, left_open="Wirandaka") == {0}
