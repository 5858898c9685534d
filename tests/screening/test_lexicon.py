from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from terbuka.screening import lexicon
from terbuka.screening.reading import read_text


def test_all_regencies_and_cities_are_in_the_code_book() -> None:
    regencies = {code[:4] for code in lexicon.district_codes()}
    former = {"6404", "6473", "7321", "9101", "9128", "9271"}
    assert former <= regencies
    assert len(regencies) == 514 + 36


def test_gaps_in_the_numbering_of_a_regency_are_former_sub_districts() -> None:
    assert "637103" in lexicon.district_codes()
    assert "637199" not in lexicon.district_codes()


@pytest.mark.parametrize("word", ["bulan", "melati", "surya"])
def test_a_word_may_be_a_name_and_a_word_of_the_language(word: str) -> None:
    assert lexicon.is_name_part(word)
    assert lexicon.is_everyday(word)


@pytest.mark.parametrize("word", ["penyidikan", "dilaporkan", "suratnya", "permohonan"])
def test_words_with_affixes_are_everyday_words(word: str) -> None:
    assert lexicon.is_everyday(word)


@pytest.mark.parametrize("word", ["rahmah", "simanjuntak", "tukan", "kastalani"])
def test_names_are_no_everyday_words(word: str) -> None:
    assert not lexicon.is_everyday(word)


def test_a_group_holds_the_tags_of_the_groups_in_it() -> None:
    members = lexicon.group_members()
    assert members["place.end.street"] < members["place.end.site"] < members["place.end.office"]


def test_every_group_names_tags_that_exist() -> None:
    tags = {tag for _, (_, have) in lexicon.marks().items() for tag in have}
    for group, held in lexicon.group_members().items():
        assert held - set(lexicon.group_members()) <= tags, group


@pytest.mark.parametrize("sets", [lexicon.words, lexicon.phrases])
def test_an_unknown_set_is_an_error(sets: Callable[[str], frozenset[str]]) -> None:
    with pytest.raises(KeyError):
        sets("no-such-set")


def test_a_phrase_of_a_set_may_be_of_several_words() -> None:
    assert {"sopir", "asisten rumah tangga", "tukang kebun"} <= lexicon.phrases("serves")


def test_a_short_form_is_that_of_its_own_name() -> None:
    assert "moh" in lexicon.short_forms()["muhammad"]
    assert "moh" not in lexicon.short_forms()["siti"]


@pytest.mark.parametrize("file", ["sets", "phrases"])
def test_every_set_is_asked_for_by_the_code(file: str) -> None:
    room = Path(str(files("terbuka.screening")))
    code = "".join(path.read_text(encoding="utf-8") for path in room.rglob("*.py"))
    names = lexicon.sections((room / f"lexicon/{file}.txt").read_text(encoding="utf-8"))
    assert [name for name in names if f'"{name}"' not in code] == []


def test_a_word_hints_at_a_detail_with_the_ending_of_whose_it_is() -> None:
    assert "disease" in lexicon.hints_of("asma")
    assert lexicon.hints_of("asmanya") == lexicon.hints_of("asma")
    assert "debt" in lexicon.hints_of("hutangku")
    assert lexicon.hints_of("meja") == ()


def test_every_hint_is_a_word_as_the_reading_knows_it() -> None:
    assert [word for word in lexicon.hints() if list(read_text(word).folds) != [word]] == []


@pytest.mark.parametrize("phrase", ["informan kedua", "korban ke 2", "pelaku ketiga"])
def test_who_has_a_part_in_a_case_is_also_counted(phrase: str) -> None:
    found = next(tags for _, (count, tags) in lexicon.marks().iter(f" {phrase} ") if count > 1)
    assert any(tag.startswith("role.") for tag in found)
