"""What reads like a form of a secret, and what only holds the same letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbuka.screening.matching import Matcher, form_of, skeleton
from terbuka.screening.variants import name_forms, variants
from tests.screening.growth import grows_evenly


def found(name: str, text: str) -> list[str]:
    return [text[a:b] for a, b in Matcher(name_forms(name)).finditer(text)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Suryadi", "Menurut Surya di kantor"),
        ("Diana", "bertemu di Ana kemarin"),
        ("Anisah", "Ani sah menikah"),
        ("Wirandaka", "Wiran, daka"),
        ("Wirandaka", "Wiran | daka"),
        ("Wirandaka", "Wiran\n\ndaka"),
        ("Wirandaka", "prawirandaka"),
        ("Wirandaka", "W I-R A.N D A K A"),
        ("Ani", "A N I"),
        ("Budi", "B udi"),
        ("Angga", "P E L A N G G A R A N"),
        ("Langgara", "P E L A N G G A R A N"),
        ("Nasrul", "Nasrullah"),
        ("Bang", "bangku"),
        ("Bulan", "B U L A N"),
        ("Bulan", "bulannya"),
        ("Putri Melati", "putri, melati"),
        ("Putri Melati", "putri melati"),
        ("Zaini", "Salni"),
        ("Mila", "LLA"),
        ("Andre", "Andre\u0301as"),
        ("Andre", "Xe\u0301andre"),
        ("Hartini", "xxhartinixx"),
        ("Hartini", "fotohartinicantik.jpg"),
        ("Hartini", "fotohartini dan lain.jpg"),
        ("Nasrul", "nasrullah.jpg"),
        ("Rahman", "https://contoh.go.id/rahmanxy/berita"),
        ("Lida", "fotolida.jpg"),
    ],
)
def test_the_same_letters_are_other_words(name: str, text: str) -> None:
    assert found(name, text) == []


@pytest.mark.parametrize(
    ("name", "text", "hit"),
    [
        ("Rahmawati", "Rahma wati pulang", "Rahma wati"),
        ("Wirandaka", "N A M A W I R A N D A K A", "W I R A N D A K A"),
        ("Wirandaka", "W-I-R-A-N-D-A-K-A", "W-I-R-A-N-D-A-K-A"),
        ("Wirandaka", "N A M A  W I R A N D A K A  L A H I R", "W I R A N D A K A"),
        ("Budi", "B U D I", "B U D I"),
        ("Budi", "B . U . D . I", "B . U . D . I"),
        ("Bulan", "Bulannya", "Bulan"),
        ("Budi Wirandaka", "akunbudiwirandaka7", "budiwirandaka"),
        ("Putri Melati", "Putri\nMelati", "Putri\nMelati"),
        ("Zaini", "Zalni", "Zalni"),
        ("Wirandaka", "Wi ran da ka", "Wi ran da ka"),
        ("Ma'ruf Amin", "Ma’ruf", "Ma’ruf"),
        ("Hartini", "fotohartini2.jpg", "hartini"),
        ("Hartini", "hartinicantik_3.PDF", "hartini"),
        ("Hartini", "suratnyahartini@contoh.id", "hartini"),
        ("Wirandaka", "fotowirandakabaru.jpg", "wirandaka"),
        ("Hartini", "IMGHartini 3", "Hartini"),
        ("Prasetyo", "Pra\u0301setyo\u0301, ya", "Pra\u0301setyo\u0301"),
        ("Prasetyo", "Pra\u0301setyo\u0301nya", "Pra\u0301setyo\u0301"),
    ],
)
def test_the_name_is_found_in_the_same_letters(name: str, text: str, hit: str) -> None:
    assert found(name, text) == [hit]


def test_words_of_a_list_are_no_full_name() -> None:
    hits = Matcher(name_forms("Putri Melati")).hits("Putri, Melati")
    assert [hit.form.letters for hit in hits] == ["putri", "melati"]


def test_a_term_is_found_wherever_its_letters_follow_each_other() -> None:
    assert list(Matcher([form_of("Suryadi")], anywhere=True).finditer("Surya di kantor")) == [(0, 8)]


def test_no_form_is_found_nowhere() -> None:
    assert not list(Matcher([form_of("-")]).hits("apa - saja"))


def test_forms_with_the_same_letters_are_both_told() -> None:
    forms = {form_of("wirandaka"), form_of("wlrandaka")}
    assert {hit.form for hit in Matcher(forms).hits("wlrandaka")} == forms


@given(st.text(max_size=80))
def test_the_skeleton_keeps_its_offsets(text: str) -> None:
    bones = skeleton(text)
    assert len(bones.classes) == len(bones.letters) == len(bones.at)
    assert list(bones.at) == sorted(bones.at)


@pytest.mark.parametrize("piece", ["|", "#", "a1", "H4", "hartini", "hartini.", "hartini@", "h+", 'Har"+"'])
def test_long_rows_are_searched_evenly(piece: str) -> None:
    matcher = variants("Hartini Sari")
    assert grows_evenly(lambda text: list(matcher.finditer(text)), piece)


def test_a_name_in_figures_is_found_in_a_cell() -> None:
    assert list(variants("Hani").finditer("|H4n1|")) == [(1, 5)]
