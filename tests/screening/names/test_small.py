"""Names in small letters: whoever writes so in a chat names no less."""

import pytest

from tests.screening.screened import Screened, names_in


@pytest.mark.parametrize("name", ["kemis", "untung", "sanmukri", "mawar"])
@pytest.mark.parametrize(
    "told",
    [
        "[11/08/24 06.03.17] ~ Kuswati: lah pak {} sing melu",
        "01:05 P   kata bu {} tadi malam",
        "tadi mbak {} nelpon",
    ],
)
def test_in_a_message_without_capitals_a_title_leads_to_a_name(told: str, name: str) -> None:
    assert name in names_in(told.format(name))


@pytest.mark.parametrize("told", ["hutang si {} belum lunas", "sedulure jenenge {} apa ora"])
def test_in_a_message_without_capitals_whoever_is_called_is_named(told: str) -> None:
    assert names_in(told.format("darkum")) == ["darkum"]


@pytest.mark.parametrize(
    "text",
    [
        "Saya minta maaf kepada bapak tanyo di lapau.",  # not without capitals
        "bilang ke ibu disewakan saja",
        "nek arep dideleng monggo",
        "tadi bu guru datang",
        "pak mau tanya",
    ],
)
def test_a_word_behind_a_title_may_be_a_word(text: str) -> None:
    assert names_in(text) == []


@pytest.mark.parametrize(
    ("text", "name"), [("Pembeli lwan dan dua orang lain.", "lwan"), ("lSKANDAR", "lSKANDAR")]
)
def test_a_capital_that_a_scanner_read_small_begins_a_name(text: str, name: str) -> None:
    assert names_in(text) == [name]


@pytest.mark.parametrize("text", ["lho kok bisa", "REPUBLIK lNDONESIA", "dirawat di lGD"])
def test_not_every_l_is_a_misread_capital(text: str) -> None:
    assert names_in(text) == []


@pytest.mark.parametrize(
    ("text", "name", "word"),
    [
        ("Kemarin anakku Rafa diganggu temannya di sekolah.\n", "Rafa", "diganggu"),
        ("Korban Rina trauma dan takut.\n", "Rina", "takut"),
    ],
)
def test_what_somebody_suffers_is_not_the_name_of_another(text: str, name: str, word: str) -> None:
    screened = Screened(text)
    assert screened.hides(name)
    assert all(f.type != "PERSON" for f in screened.findings if f.start == text.index(word))


@pytest.mark.parametrize("told", ["transfer ke bca 5725 3310 88 a/n {} ya", "bri 003401002233505 an. {}"])
@pytest.mark.parametrize("name", ["suharyanti", "kuswati", "wagirin"])
def test_who_holds_an_account_is_named_behind_its_number(told: str, name: str) -> None:
    assert name in names_in(told.format(name))


def test_who_holds_an_account_is_named_behind_its_bank() -> None:
    assert names_in("bni a/n wagirin 0334455667") == ["wagirin"]


@pytest.mark.parametrize(
    "text",
    [
        "mandiri 1370011223344 a/n panitia pembangunan",
        "bca 5725 3310 88 a/n toko berkah",
        "jumlah orang an rapikan",
        "2024\na/n rapikan",
    ],
)
def test_an_account_of_no_person_names_nobody(text: str) -> None:
    assert names_in(text) == []
