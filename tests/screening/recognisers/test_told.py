"""What a story tells of marriage and money. All persons are invented."""

import pytest

from terbuka.screening.lexicon import phrases
from terbuka.screening.recognisers.told import told
from tests.screening.screened import layout_of


def found(text: str) -> list[tuple[str, str]]:
    layout = layout_of(text)
    candidates = list(told(layout))
    assert all(candidate.weighed for candidate in candidates)
    return [(c.type, layout.reading.text[c.start : c.end]) for c in candidates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ia diceraikan lewat telepon.", [("MARITAL", "diceraikan")]),
        ("Mereka pisah\nranjang.", [("MARITAL", "pisah\nranjang")]),
        ("Rini ditinggal mati suaminya.", [("MARITAL", "ditinggal mati suaminya")]),
        ("Sertifikatnya diagunkan, motornya ditarik leasing.",
         [("FINANCE", "diagunkan"), ("FINANCE", "ditarik leasing")]),
        ("Ia pulang.", []),
    ],
)  # fmt: skip
def test_the_longest_phrase_is_proposed(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("name", ["told-marriage", "told-money"])
def test_every_phrase_can_be_found(name: str) -> None:
    for phrase in phrases(name):
        assert phrase in {said.lower() for _, said in found(phrase)}
