import itertools
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbuka.screening.matching import Matcher
from terbuka.screening.variants import name_forms, number_forms, variants


def found(secret: str, text: str) -> list[str]:
    return [text[a:b] for a, b in variants(secret).finditer(text)]


@pytest.mark.parametrize(
    "written",
    [
        "Siti Rahmah",
        "SITI RAHMAH",
        "siti rahmah",
        "Siti  Rahmah",
        "Siti\nRahmah",
        "Siti-\n   Rahmah",
        "Siti_Rahmah",
        "Siti.Rahmah",
        "Siti\u00a0Rahmah",
        "Si\u00adti Rah\u200bmah",
        "Sіtі Rаhmаh",  # Cyrillic і and а
        "5iti Rahmah",
        "S1TI RAHMAH",
        "SlTI RAHMAH",
        "SitiRahmah",
        "S i t i  R a h m a h",
    ],
)
def test_a_name_is_found_however_it_is_written(written: str) -> None:
    text = f"Pelapor {written} datang."
    assert "".join(found("Siti Rahmah", text)).replace(" ", "") == written.replace(" ", "")


@pytest.mark.parametrize("text", ["Rahmah datang", "ktp_rahmah.jpg", "rahmah91@contoh.id", "ibu RAHMAH,"])
def test_each_long_part_of_a_name_is_found_alone(text: str) -> None:
    assert [hit.lower() for hit in found("Siti Rahmah", text)] == ["rahmah"]


def test_a_first_name_of_four_letters_is_found_alone() -> None:
    assert found("Siti Rahmah", "Siti datang") == ["Siti"]


@pytest.mark.parametrize("text", ["rahmahnya tidak", "RAHMAHLAH", "Rahmah-ku", "Siti Rahmahpun"])
def test_an_ending_leans_on_a_name(text: str) -> None:
    assert [hit.lower().split()[-1] for hit in found("Siti Rahmah", text)] == ["rahmah"]


@pytest.mark.parametrize("text", ["kerahmahan", "Rahmat", "Sit", "Sita Rahma", "all"])
def test_other_words_are_left_alone(text: str) -> None:
    assert found("Siti Rahmah", text) == []


def test_a_short_word_is_not_found_inside_others() -> None:
    assert found("Ani", "berani, Ani, animo, ani") == ["Ani", "ani"]


def test_letters_that_ocr_confuses_count_only_where_the_word_looks_damaged() -> None:
    assert found("Ali", "All of us, A1i") == ["A1i"]


def test_an_everyday_word_in_a_name_counts_only_when_capitalised() -> None:
    assert found("Bulan Sari Dewi", "bulan depan, Ibu Bulan datang, sari buah, Dewi") == ["Bulan", "Dewi"]


def test_a_degree_is_no_part_of_a_name() -> None:
    assert found("Budi Santoso, S.Kom.", "gelar Kom dan Santoso") == ["Santoso"]


@pytest.mark.parametrize(
    "written",
    [
        "081251043378",
        "0812-5104-3378",
        "0812 5104 3378",
        "+62 812-5104-3378",
        "62812 5104 3378",
        "(0812) 51043378",
        "O812-5lO4-3378",
        "+62(812)5104.3378",
    ],
)
def test_a_telephone_number_is_found_in_every_form(written: str) -> None:
    hits = found("0812-5104-3378", f"hubungi {written} segera")
    assert len(hits) == 1
    assert written.lstrip("+(").startswith(hits[0][:3])


def test_a_number_is_not_found_inside_a_longer_one() -> None:
    assert found("6371034704880003", "16371034704880003 dan 63710347048800031") == []
    assert found("6371034704880003", "NIK 6371 0347 0488 0003") == ["6371 0347 0488 0003"]


def test_a_number_over_a_line_break_is_found() -> None:
    assert found("6371034704880003", "NIK 637103-\n   4704880003") == ["637103-\n   4704880003"]


@pytest.mark.parametrize(
    "written",
    [
        "7 April 1988",
        "07 April 1988",
        "7-4-1988",
        "07/04/1988",
        "1988-04-07",
        "7 Apr 1988",
        "07.04.88",
        "7 APRIL 1988",
    ],
)
def test_a_date_is_found_in_every_form(written: str) -> None:
    for secret in ("7 April 1988", "07-04-1988", "1988-04-07"):
        assert found(secret, f"lahir {written}.") == [written]


@pytest.mark.parametrize("secret", ["14 Nopember 1990", "14 November 1990", "14-11-90"])
def test_other_spellings_of_a_month_are_one_date(secret: str) -> None:
    assert found(secret, "tgl 14 Nov 1990") == ["14 Nov 1990"]


def test_what_is_no_date_makes_no_forms() -> None:
    assert found("99 Foo 1988", "99 foo 1988") == ["99 foo 1988"]
    assert found("32-13-1988", "32-13-1988, 13-32-1988") == ["32-13-1988"]


def test_a_term_is_found_turned_around() -> None:
    assert found("Hartini Wulansari", "Kode irasnaluW initraH.") == ["irasnaluW initraH"]
    assert found("Siti", "itis") == []


def test_a_name_with_an_initial_is_one_word() -> None:
    assert known_again("Hartini Wulansari", "Hartini w") == ["Hartini"]


def test_forms_that_overlap_give_one_stretch() -> None:
    assert found("Ali Akbar", "ALI AKBAR") == ["ALI AKBAR"]
    text = "Akbar Ali Akbar"
    assert found("Ali Akbar", text) == ["Akbar", "Ali Akbar"]


def test_columns_are_not_crossed() -> None:
    assert found("Ani Budiman", "ANI            BUDIMAN") == ["BUDIMAN"]
    assert found("Ani Budiman", "Ani\n\n\nBudiman") == ["Budiman"]


@pytest.mark.parametrize("secret", ["", " ", "-", "\u200b"])
def test_an_empty_secret_finds_nothing(secret: str) -> None:
    assert found(secret, "apa saja") == []


def known_again(name: str, text: str) -> list[str]:
    return [text[a:b] for a, b in Matcher(name_forms(name)).finditer(text)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Hernawan Putra", "Hemawan pulang"),
        ("Mahmudi", "Mahrnudi"),
        ("Iswandi", "lsvvandi"),
        ("Li Na", "Li Na"),
        ("Bulan Sari Dewi", "bulansaridewi"),
        ("Jamaludin bin Sapri", "SAPRI"),
        ("Siti Rahmah, S.H.", "RAHMAH"),
        ("Budi Wiran-\n   daka", "Wirandaka"),
        ("W I R A N D A K A", "Wirandaka"),
        ("Wiran\u00ad\ndaka", "Wirandaka"),
        ("wirandaka91", "Wirandaka"),
        ("Ma'ruf Amin", "Maruf"),
        ("Maruf Amin", "Ma'ruf"),
        ("Hartini Wulansari", "hwulansari"),
        ("Hartini Wulansari", "hartiniw"),
        ("Hartini Wulansari", "#hartinibanua"),
        ("Maulida Azkia", "#savemaulida"),
        ("Siti Aida", "@aida.bjm"),
    ],
)
def test_a_name_is_known_again(name: str, text: str) -> None:
    assert known_again(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Marni", "Mami"),  # another word, and too short
        ("Li Na", "Lina"),
        ("W I R A N D A K A", "andaka"),
        ("Siti Rahmah, S.H.", "S.H."),
        ("Bulan Sari Dewi", "bulan dan sari"),
        ("Bulan Sari Dewi", "#peduliibulan"),
        ("Rahma Nurul", "Rahman"),  # another name
        ("Hartini Wulansari", "hadir di wulansariasih"),
        ("Hartini Wulansari", "#bunga-wulansariasih"),
        ("Siti Aida", "ppid@aidanusa.go.id"),
        ("Siti Aida", "#salaidan"),
        ("", "apa saja"),
    ],
)
def test_other_words_are_not_taken_for_the_name(name: str, text: str) -> None:
    assert not known_again(name, text)


def test_what_is_mostly_digits_is_a_number() -> None:
    assert {form.letters for form in number_forms("0812-5104-3378")} == {
        "081251043378",
        "6281251043378",
        "81251043378",
    }
    assert number_forms("RT 11") == number_forms("Jalan Seroja 1234") == []


names = st.lists(st.text(string.ascii_letters, min_size=5, max_size=10), min_size=1, max_size=3).map(" ".join)


@given(names, st.text(max_size=60), st.text(max_size=60))
def test_a_name_in_any_text_is_found(name: str, before: str, after: str) -> None:
    text = f"{before} {name.upper()} {after}"
    covered = {i for a, b in variants(name).finditer(text) for i in range(a, b)}
    start = len(before) + 1
    assert all(i in covered for i in range(start, start + len(name)) if text[i].isalnum())


@given(st.text(max_size=30), st.text(max_size=100))
def test_hits_stand_in_order_inside_the_text(secret: str, text: str) -> None:
    hits = list(variants(secret).finditer(text))
    assert all(0 <= a < b <= len(text) for a, b in hits)
    assert all(b <= c for (_, b), (c, _) in itertools.pairwise(hits))


def test_tags_inside_of_a_name_are_no_words_of_it() -> None:
    assert name_forms("Har</span><i>tini") == name_forms("Hartini")
