import pytest

from tests.screening.screened import Screened

_CARD = "4539 1488 0343 6467"


@pytest.mark.parametrize(
    "text",
    [
        f"Kartu kredit {_CARD}, berlaku 09/27.",
        f"Kartu kredit {_CARD} exp 09/27",
        f"kartu {_CARD} CVV 123 valid thru 09/27",
        f"kartu debit : {_CARD}\nmasa berlaku : 09/27",
    ],
)
def test_month_in_which_a_card_ends_is_hidden_beside_its_number(text: str) -> None:
    screened = Screened(f"LAPORAN POLISI\n\n{text}\n")
    assert screened.hides("09/27") and screened.hides(_CARD)


def test_month_without_a_card_stays() -> None:
    assert Screened("LAPORAN\n\nPerjanjian berlaku 09/27 sampai 12/27.\n").shows("09/27")
    assert Screened(f"kartu {_CARD} dan surat 12/09/2027 itu\n").shows("12/09/2027")
