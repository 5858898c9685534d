"""Secrets are found however they are written, and not where they may stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbuka.redaction.model import Readable
from terbuka.redaction.verifier.secrets.search import (
    TERM,
    Hunt,
    Secret,
    skeleton,
    squeeze,
    tokens,
    written_forms,
)


def hunt(text: str, type: str = "PERSON") -> Hunt:
    return Hunt([Secret(1, type, text)])


def found(secret: str, text: str, *, type: str = "PERSON", stay: str = "") -> bool:
    return bool(hunt(secret, type).expecting(Readable(stay, "")).in_text(text))


def read(secret: str, text: str, *, type: str = "PERSON", stay: str = "") -> bool:
    return bool(hunt(secret, type).expecting(Readable(stay, "")).in_reading(text))


@pytest.mark.parametrize(
    "written",
    [
        "Siti Rahmah",
        "SITI RAHMAH",
        "Siti\nRahmah",
        "Siti Rah-\nmah",
        "S i t i  R a h m a h",
        "Siti\u00a0Rahmah",
        "Si\u00adti Rah\u200bmah",
        "SitiRahmah",
        "siti_rahmah.docx",
        "Ѕiti Rаhmаh",  # Cyrillic а
        "Ｓｉｔｉ Ｒａｈｍａｈ",
        "Sdri. RAHMAH",
        "Siti saja",
    ],
)
def test_name_is_found_in_every_written_form(written):
    assert found("Siti Rahmah", written)


@pytest.mark.parametrize(
    ("written", "is_left"),
    [
        ("sopir dengan nomor polisi", False),
        ("Laporan Polisi", True),
        ("KOMISARIS POLISI", True),
        ("komisaris polisi", True),
        ("komisaris perusahaan", False),
    ],
)
def test_common_word_of_a_given_term_counts_where_it_is_written_like_a_name(written, is_left):
    given = Hunt([Secret(TERM, "TERM", "Komisaris Polisi"), Secret(3, "TERM", "Polisi")])
    expected = given.expecting(Readable(written, ""))
    assert (expected.in_text(written) == {TERM}) == is_left
    assert (expected.in_reading(written) == {TERM}) == is_left


@pytest.mark.parametrize(("term", "written"), [("Bulan Lestari", "kata bulan kemarin"), ("Polisi", "polisi")])
def test_word_that_somebody_is_called_and_a_term_of_one_word_count_in_any_case(term, written):
    assert Hunt([Secret(TERM, "TERM", term)]).expecting(Readable(written, "")).in_text(written) == {TERM}


@pytest.mark.parametrize("innocent", ["Situ Rahma", "Rahmat", "siti", "perahmahan"])
def test_other_words_are_not_taken_for_the_name(innocent):
    assert found("Siti Rahmah", innocent) == (innocent == "siti")


@pytest.mark.parametrize("written", ["0812-5104-3378", "081251043378", "+62 812 5104 3378", "812.5104.3378"])
def test_phone_is_found_with_and_without_its_prefix(written):
    assert found("0812-5104-3378", written, type="PHONE")


@pytest.mark.parametrize(
    "written", ["7 April 1988", "07-04-1988", "7/4/1988".replace("7/4", "07/04"), "1988-04-07", "07041988"]
)
def test_birth_date_is_found_in_other_forms(written):
    assert found("Banjarmasin, 7 April 1988", written, type="BIRTH")


def test_number_is_found_with_other_grouping():
    assert found("6371034704880003", "6371 0347 0488 0003", type="NIK")


def test_short_secret_is_found_as_a_word_only():
    assert found("MR", "tersangka MR alias") and not found("MR", "MRI")


def test_word_that_may_stay_once_is_found_when_it_stands_twice():
    stay = "pada bulan Maret"
    assert not found("Bulan", "pada bulan Maret", stay=stay)
    assert found("Bulan", "pada bulan Maret, Bulan", stay=stay)


def test_reading_sees_through_optical_confusion():
    assert read("Siti Rahmah", "SlTl RAHMAH")
    assert read("6371034704880003", "637lO347O488OOO3", type="NIK")
    assert read("Hernawan Putra", "Hemawan Putra")


def test_reading_does_not_judge_short_words():
    assert not read("MR", "MR")


def test_reading_allows_what_may_stay():
    assert not read("Bulan", "bu1an", stay="bulan")


def test_byte_forms_leave_out_what_may_stay_and_what_is_short():
    secrets = [Secret(1, "PERSON", "Siti Rahmah"), Secret(2, "PERSON", "Melati"), Secret(3, "AGE", "16 th")]
    forms = Hunt(secrets).byte_forms(Readable("Jalan Melati", ""))
    assert forms == {"Siti Rahmah": {1}, "sitirahmah": {1}}


def test_byte_forms_leave_out_what_a_label_says_itself():
    """A box over "keluar rumah" in a letter with a bar for the family of a child."""
    secrets = [
        Secret(1, "REGION", "keluar"),
        Secret(1, "REGION", "takut keluar"),
        Secret(2, "PERSON", "ANAK KORBAN"),
    ]
    page = Readable("surat", "[KELUARGA ANAK · 17.j] [ANAK KORBAN · 17.j] [NAMA · 17.h]")
    assert Hunt(secrets).byte_forms(page).keys() == {"takut keluar", "takutkeluar"}
    across = Hunt([Secret(1, "PERSON", "Korban Nama")])
    assert across.byte_forms(Readable("", "[ANAK KORBAN] [NAMA]")), "two labels say nothing together"


def test_hunt_without_secrets_finds_nothing():
    expectation = Hunt([]).expecting(Readable("apa saja", ""))
    assert expectation.in_text("apa saja") == set() and expectation.in_reading("apa saja") == set()


def test_two_secrets_in_one_form_are_both_named():
    both = Hunt([Secret(1, "PERSON", "Siti Rahmah"), Secret(2, "PERSON", "SITI RAHMAH")])
    assert both.expecting(Readable("", "")).in_text("siti rahmah") == {1, 2}


def test_given_term_may_stand_in_labels_only():
    term = Hunt([Secret(TERM, "TERM", "nama")])
    page = Readable("nama kantor", "[NAMA · 17.h]")
    assert term.expecting(page).in_text("[NAMA · 17.h] kantor") == set()
    assert term.expecting(page).in_text("[NAMA · 17.h] nama kantor") == {TERM}
    assert Hunt([Secret(TERM, "TERM", "kantor dinas")]).byte_forms(Readable("kantor dinas", ""))


def test_invalid_month_gives_no_date_form():
    assert not found("Banjarmasin, 7 Foo 1988", "07001988", type="BIRTH")
    assert not found("Banjarmasin, 7/13/1988", "07131988x", type="BIRTH", stay="07131988x")


@given(st.text())
def test_squeeze_is_stable(text):
    assert squeeze(squeeze(text)) == squeeze(text)


@given(st.text())
def test_skeleton_of_any_text_holds_no_confusable(text):
    assert not set(skeleton(text)) & set("01l58")


@given(st.text())
def test_tokens_are_squeezed(text):
    assert all(word and squeeze(word) == word for word in tokens(text))


def test_accents_beside_letters_part_no_word():
    assert tokens("Andre\u0301 Pra\u0301setyo") == ["andre", "prasetyo"]
    assert found("Suto", "Su\u0301to")


def test_words_run_together_count_as_words_too():
    assert tokens("InformasiPublik baru") == ["informasipublik", "informasi", "publik", "baru"]


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=6, max_size=20), st.text(), st.text())
def test_long_secret_between_any_two_texts_is_found(secret, before, after):
    assert found(secret, f"{before} {secret.upper()} {after}")


def test_birth_date_in_the_old_spelling_is_found_in_numbers():
    assert "07111988" in written_forms(Secret(1, "BIRTH", "7 Nopember 1988"))[0]
    assert "12021990" in written_forms(Secret(1, "BIRTH", "12 Pebruari 1990"))[0]


def test_letters_of_other_alphabets_are_read_as_a_reader_reads_them():
    # Cyrillic capitals and small letters, Greek capitals, an accent
    for written in ("Ѕiti", "SIТI", "ЅІТІ", "Síti", "SΙTΙ"):
        assert squeeze(written) == "siti", written


def test_look_alike_that_only_its_small_letter_is_does_not_hide_a_secret():
    for written in ("Ӏrwаn", "ІRWАN", "IRWⱭN"):  # palochka, Cyrillic i and a, script alpha
        assert squeeze(written) == "irwan", written
    assert found("Gede Oka", "Ɡеde ᲂkа")
