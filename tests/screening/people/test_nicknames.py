"""Short forms of a name that is known in the document (policy, rule 10)."""

import pytest

from terbuka.screening.names.candidates import find_names
from terbuka.screening.names.places import find_places
from terbuka.screening.people.clusters import cluster, mention_of
from terbuka.screening.people.spread import spread
from tests.screening.screened import Screened, layout_of

LETTER = "Korban bernama Grisela Juniarti melapor kepada polisi.\n\n"


def called(text: str) -> list[str]:
    """What the rules take for the first person of a text, without what models read."""
    layout = layout_of(text)
    names = find_names(layout, find_places(layout.reading), [0.0] * len(layout.reading))
    persons = cluster(layout.reading, [mention_of(layout.reading, name, []) for name in names])
    spread(layout.reading, persons, set())
    return [text[m.start : m.end] for m in persons[0].mentions]


@pytest.mark.parametrize(
    "told",
    [
        "Sejak kejadian {} tidak mau makan.",
        "Ibunya bilang {}, anaknya, takut.",
        "Saya menunggu sampai {} datang.",
        "Sekarang {} tinggal di rumah aman.",
    ],
)
@pytest.mark.parametrize("short", ["Sela", "Jun"])
def test_a_short_form_with_a_capital_inside_a_sentence_is_hidden(told: str, short: str) -> None:
    assert called(LETTER + told.format(short) + "\n") == ["Grisela Juniarti", short]


def test_a_short_form_that_is_no_word_is_found_at_the_beginning_of_a_sentence_too() -> None:
    assert called("Korban bernama Nurlita melapor. Lita sendiri tidak mau.\n") == ["Nurlita", "Lita"]


@pytest.mark.parametrize(
    "told", ["[11/08/24 06.03] Budi: sabar tih, aku juga", "[11/08/24 06.03] Budi: iya tih"]
)
def test_a_short_form_in_a_chat_is_hidden_where_somebody_is_called(told: str) -> None:
    assert Screened(f"[11/08/24 06.01] Ratih: pinku ketahuan\n{told}\n").hides("tih")


@pytest.mark.parametrize(
    "told",
    [
        "Rapat pada 3 Jun 2024 dibuka.",
        "Sela waktu dipakai untuk doa.",
        "Ia duduk di sela kursi.",
    ],
)
def test_the_same_letters_as_a_word_or_a_date_stay(told: str) -> None:
    screened = Screened(LETTER + told + "\n")
    assert not [
        f for f in screened.findings if f.action.hides and f.type == "PERSON" and f.start >= len(LETTER)
    ]


def test_an_ordinary_word_that_somebody_is_called_is_found_again_inside_a_sentence() -> None:
    screened = Screened("Saksi Sampe Rante hadir. Iparnya datang ketika Sampe butuh uang untuk pesta.\n")
    assert screened.hides("Sampe")


@pytest.mark.parametrize("told", ["VM boleh pulang.", "Cukup tulis VM saja.", "Demikian surat saya.  - VM\n"])
def test_the_initials_of_a_known_name_are_hidden_where_they_stand_for_it(told: str) -> None:
    screened = Screened(f"Korban Veky Montolalu melapor kepada polisi.\n\n{told}\n")
    assert screened.hides("VM")
    assert screened.of("VM").entity == screened.of("Veky").entity


@pytest.mark.parametrize("told", ["Tertera kode VM di surat.", "Suhu AC rusak.", "Ruang VM3 dikunci."])
def test_the_same_letters_stay_elsewhere(told: str) -> None:
    screened = Screened(f"Korban Veky Montolalu dan Agus Cahyono melapor.\n\n{told}\n")
    assert not [
        f
        for f in screened.findings
        if f.action.hides and f.start > len("Korban Veky Montolalu dan Agus Cahyono")
    ]


def test_initials_in_front_of_a_name_go_with_it() -> None:
    screened = Screened("Korban Stefanus Moat melapor. Lalu pekerja bernama S. Moat dipanggil kembali.\n")
    assert screened.hides("S. Moat")


def test_in_a_message_without_capitals_a_word_that_leads_to_somebody_makes_a_name() -> None:
    screened = Screened("Korban Murni Siburian melapor.\n[12/06/23 08.40] Budi: bukunya sama murni kan\n")
    assert screened.hides("murni")
