"""Whose matter a passage is. All persons are invented."""

import pytest

from terbuka.screening.people.cast import Cast
from terbuka.screening.people.model import Mention, Person
from terbuka.screening.roles import Role
from terbuka.screening.weighing.whose import doubt
from tests.screening.screened import layout_of, matter_of


def cast_of(text: str, name: str, role: Role) -> Cast:
    """A text with the one person called ``name``, if it stands there."""
    at = text.find(name)
    mention = Mention(at, at + len(name), (name.lower(),), 0.9, "names.known")
    persons = [Person(1, [mention], role)] if at >= 0 else []
    return Cast(layout_of(text), persons, matter_of(text))


def doubt_of(text: str, passage: str, role: Role = Role.PRIVATE) -> float:
    cast = cast_of(text, "Rukmini", role)
    start = text.index(passage)
    return doubt(cast, cast.layout.reading.words_in(start, start + len(passage)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rukmini menderita asma.", 1.0),
        ("Rukmini menderita asma dan wajib berobat.", 1.0),
        ("Ia menderita asma.", 1.0),
        ("Siswa yang menderita asma wajib membawa obat.", 3.0),
        ("Wajib dibawa. Ia menderita asma.", 1.0),
    ],
)
def test_what_a_sentence_says_of_all_is_nobodys(text: str, expected: float) -> None:
    assert doubt_of(text, "asma") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rukmini menjelaskan asma.", 2.0),
        ("Rukmini menjelaskan bahwa asma wajib diobati.", 6.0),
        ("Pasien dengan asma ditangani dr. Rukmini.", 1.0),
    ],
)
def test_what_an_official_tells_is_less_likely_a_private_matter(text: str, expected: float) -> None:
    assert doubt_of(text, "asma", Role.OFFICIAL) == expected


def test_a_passage_longer_than_its_sentence_is_asked_about_as_a_whole() -> None:
    assert doubt_of("Ia sesak. Rukmini batuk.", "sesak. Rukmini batuk") == 1.0
