"""How a mention is written tells names of people from names of things."""

from terbuka.screening.setting import lay, meet
from terbuka.screening.weighing.mentions import mention_features


def _features(text: str) -> list[set[str]]:
    setting = meet(lay(text, "polri").layout)
    return [
        set(mention_features(setting.layout, setting.tagged, mention, frozenset(mention.words)))
        for person in setting.persons
        for mention in person.mentions
    ]


def test_capitals_in_a_line_of_small_letters_are_told_from_a_line_of_capitals() -> None:
    alone = _features("Pelapor bernama SITI RAHMAH datang ke kantor.")
    among = _features("PELAPOR BERNAMA SITI RAHMAH DATANG KE KANTOR.")
    assert "case=capitals,mixed" in alone[0]
    assert "case=capitals,capitals" in among[0]


def test_mention_says_its_length_and_what_its_letters_look_like() -> None:
    (found,) = _features("Pelapor bernama Siti Rahmah datang ke kantor.")
    assert "size=mixed,2,3" in found
    assert any(name.startswith("likeness=") for name in found)


def test_column_of_a_table_is_named() -> None:
    table = "No | Nama | Alamat | NIK\n1 | Siti Rahmah | Gg. Seroja 2 | 6371014503900001\n"
    found = set().union(*_features(table))
    assert {"row=name", "row=nik", "asked=name", "cell=1"} <= found
