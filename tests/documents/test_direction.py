"""What a right-to-left override turns around is read as it is seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbuka.documents.direction import CONTROLS, as_seen

RLO, PDF = "\u202e", "\u202c"


def shown(text: str) -> str:
    """What is seen, without the controls."""
    return "".join(char for char in as_seen(text).text if char not in CONTROLS)


@pytest.mark.parametrize(
    ("stored", "seen"),
    [
        ("Budi", "Budi"),
        (f"Sdr. {RLO}iduB{PDF} hadir", "Sdr. Budi hadir"),
        (f"{RLO}iduB\nhadir {RLO}itiS", "Budi\nhadir Siti"),
        (f"NIK {RLO}3000 8840{PDF}.", "NIK 0488 0003."),
        (f"{RLO}(iduB){PDF}", "(Budi)"),
        (f"{RLO}jadi \u202dSiti{PDF} uti{PDF}.", "itu Siti idaj."),
        (f"{RLO}ba{RLO}dc{PDF}fe{PDF}", "efcdab"),
        (f"\u202bBudi{PDF} dan \u2067Siti\u2069", "Budi dan Siti"),
        (f"{RLO}ab\u2066Siti\u2069", "Sitiba"),
        (f"\u2068{RLO}iduB\u2069 hadir", "Budi hadir"),
        (f"a{PDF}b\u2069{RLO}dc", "abcd"),
        (f"\u2066{PDF}{RLO}iduB", "Budi"),
        (f"{RLO}iduB\titiS", "Budi\tSiti"),
        (f"{RLO}iduB\u2028itiS{PDF} ya", "Budi\u2028Siti ya"),
        (RLO * 200 + "iduB", "Budi"),
    ],
)
def test_a_turned_stretch_is_read_as_it_is_seen(stored, seen):
    assert shown(stored) == seen


def test_places_are_known_both_ways():
    text = f"Sdr. {RLO}idoJ nadnawaK{PDF} hadir\n{RLO}itiS"
    seen = as_seen(text)
    at = seen.text.index("Jodi")
    assert [text[a:b] for a, b in seen.stored(at, at + 4)] == ["idoJ"]
    ((start, end),) = seen.stored(at, at + 4)
    assert seen.seen(start, end) == [(at, at + 4)]
    assert seen.read(start, end) == "Jodi"
    assert seen.read(0, len(text)) == seen.text
    assert seen.read(text.index("hadir"), text.index("hadir") + 5) == "hadir"


def test_stretch_over_the_edge_of_an_override_is_in_pieces():
    text = f"Sdr. {RLO}idoJ nadnawaK{PDF} hadir"
    seen = as_seen(text)
    start = text.index("nadnawaK")
    assert "".join(text[a:b] for a, b in seen.stored(0, 14)).replace(RLO, "") == "Sdr. nadnawaK"
    assert seen.read(start, len(text)).replace(PDF, "").replace(RLO, "") == "Kawandan hadir"


def test_nothing_is_turned_without_an_override():
    seen = as_seen("Budi \u202dhadir\u202c")
    assert seen.text == "Budi \u202dhadir\u202c" and seen.stored(2, 6) == seen.seen(2, 6) == [(2, 6)]
    assert as_seen(f"{RLO}ab\nBudi").stored(5, 5) == [(5, 5)]


@given(st.text(alphabet=f"ab(1 \n{CONTROLS}", max_size=30), st.data())
def test_every_character_is_seen_once(text, data):
    seen = as_seen(text)
    assert len(seen.text) == len(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    there = [place for a, b in seen.seen(start, end) for place in range(a, b)]
    back = [place for at in there for a, b in seen.stored(at, at + 1) for place in range(a, b)]
    assert sorted(back) == list(range(start, end)) and len(there) == end - start
