import pytest

from terbuka.screening.people.clusters import cluster
from terbuka.screening.people.likeness import compatible
from terbuka.screening.people.model import Mention
from terbuka.screening.reading import read_text


@pytest.mark.parametrize(
    ("part", "whole", "same"),
    [
        ("rahmah", "siti rahmah", True),
        ("f ledo bili", "fransiskus ledo bili", True),
        ("m aldi", "muhammad aldi", True),
        ("muh yunus", "muhammad yunus", True),
        ("frans", "fransiskus ledo bili", True),
        ("n p", "nadia putri", True),
        ("af", "af", True),
        ("a", "ahmad", False),
        ("putri nadia", "nadia putri", False),
        ("rahmat", "rahmah", False),
        ("siti rahmah gani", "siti rahmah", False),
        ("ani", "aniyah", False),
    ],
)
def test_when_two_ways_of_writing_can_be_one_name(part: str, whole: str, same: bool) -> None:
    assert compatible(tuple(part.split()), tuple(whole.split())) is same


def persons_of(text: str, *mentions: str) -> list[list[str]]:
    """The mentions (in document order) grouped into persons."""
    made, at = [], 0
    for name in mentions:
        at = text.index(name, at)
        rule = "names.initials" if name.isupper() and len(name) < 5 else "names.known"
        words = tuple(name.lower().replace(".", " ").split())
        made.append(Mention(at, at + len(name), words, 0.9, rule))
        at += len(name)
    return [[text[m.start : m.end] for m in p.mentions] for p in cluster(read_text(text), made)]


def test_parts_initials_and_nicknames_are_one_person() -> None:
    text = "Fransiskus Ledo Bili datang; Frans pulang; F. Ledo Bili lagi; Maria pergi."
    assert persons_of(text, "Fransiskus Ledo Bili", "Frans", "F. Ledo Bili", "Maria") == [
        ["Fransiskus Ledo Bili", "Frans", "F. Ledo Bili"],
        ["Maria"],
    ]


def test_an_alias_joins_its_person_and_who_is_known_only_by_it() -> None:
    text = "Udin dicari. Rahmadi alias Udin ditahan. Udin mengaku."
    assert persons_of(text, "Udin", "Rahmadi", "Udin", "Udin") == [["Udin", "Rahmadi", "Udin", "Udin"]]


def test_initials_in_brackets_belong_to_the_name_before() -> None:
    text = "Nadia Putri (N.P.) dan lainnya"
    assert persons_of(text, "Nadia Putri", "N.P.") == [["Nadia Putri", "N.P."]]


def test_a_word_that_two_persons_bear_goes_to_the_nearest_before_and_knows_its_rival() -> None:
    text = "Gusti Maulana hadir. Rizky Maulana pulang. Maulana tidur."
    made = []
    at = 0
    for name in ("Gusti Maulana", "Rizky Maulana", "Maulana"):
        at = text.index(name, at)
        made.append(Mention(at, at + len(name), tuple(name.lower().split()), 0.9, "names.known"))
        at += len(name)
    persons = cluster(read_text(text), made)
    assert [len(p.mentions) for p in persons] == [1, 2]
    assert persons[1].mentions[1].rivals == [persons[0]]


def test_a_part_may_stand_before_the_full_name() -> None:
    assert persons_of("Rahmah lalu Siti Rahmah", "Rahmah", "Siti Rahmah") == [["Rahmah", "Siti Rahmah"]]
