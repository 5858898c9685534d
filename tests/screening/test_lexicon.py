from importlib.resources import files
from pathlib import Path

import pytest

from terbuka.screening import lexicon


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


def test_an_unknown_set_is_an_error() -> None:
    with pytest.raises(KeyError):
        lexicon.words("no-such-set")


def test_every_set_is_asked_for_by_the_code() -> None:
    room = Path(str(files("terbuka.screening")))
    code = "".join(path.read_text(encoding="utf-8") for path in room.rglob("*.py"))
    names = lexicon.sections((room / "lexicon/sets.txt").read_text(encoding="utf-8"))
    assert [name for name in names if f'"{name}"' not in code] == []
