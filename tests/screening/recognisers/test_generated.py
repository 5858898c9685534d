"""Every type of identifier among look-alikes, in the sentences, forms and tables where they stand."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.screening.recognisers.made_documents import Document, Measured, documents, found, measure

_SEED, _DOCUMENTS = 20250214, 1200
_TYPES = (
    "NIK", "KK", "NPWP", "NIP", "NRP", "PASSPORT", "SIM", "BPJS", "PHONE", "EMAIL", "SOCIAL", "URL_PERSONAL",
    "BIRTH", "PLATE", "VEHICLE_ID", "BANK_ACCOUNT", "CARD", "IMEI", "IP", "GEO", "CREDENTIAL",
    "RELATIVE", "HEALTH",
)  # fmt: skip


@cache
def measured() -> Measured:
    return measure(_SEED, _DOCUMENTS)


def test_the_same_seed_makes_the_same_documents() -> None:
    assert [d.text for d in documents(7, 5)] == [d.text for d in documents(7, 5)]


def test_every_mark_covers_its_identifier() -> None:
    for document in documents(_SEED, 50):
        for start, end, _ in document.marks:
            assert document.text[start:end].strip() == document.text[start:end] != ""


def test_of_all_identifiers_at_most_one_in_two_hundred_stays_readable() -> None:
    assert sum(measured().wanted.values()) > 10_000
    assert measured().recall >= 0.995, measured().errors[:20]


def test_of_all_that_is_hidden_at_most_one_in_fifty_is_none() -> None:
    assert measured().precision >= 0.98, measured().errors[:20]


@pytest.mark.parametrize("type_", _TYPES)
def test_identifiers_of_every_type_are_hidden(type_: str) -> None:
    wanted, missed = measured().wanted[type_], measured().missed[type_]
    assert wanted >= 50
    assert missed <= 0.005 * wanted + 1


def test_what_stays_readable_in_part_is_missed_and_what_is_no_identifier_is_wrong() -> None:
    document = Document()
    document.add("NIK {}, tiket 12345678", "NIK", "6371034704880003")
    whole, *_ = found(document.text)
    counted = Measured()
    counted.add(document, [replace(whole, end=whole.end - 1), replace(whole, start=28, end=36)])
    assert counted.missed["NIK"] == 1 and counted.wrong["NIK"] == 1
    assert (counted.recall, counted.precision) == (0.0, 0.5)
    assert counted.errors[0] == "missed NIK: NIK [6371034704880003], tiket 12345678"


_PIECES = st.sampled_from(
    [
        *'-|;:([Ol/=\n\t" ',
        *("NIK", "HP ", "lahir ", "PIN ", "0812", "12", "5.1.", "@a.b", "tujuh ", "DA 1234 XY", "anak "),
        *("kode ", "Jl. ", "2023", "kanan 3 ", "IG ", "P ", "   ", "rekening ", "sandi ", "WA "),
    ]
)


@given(st.lists(_PIECES, max_size=25).map("".join))
def test_no_text_stops_the_recognisers(text: str) -> None:
    for candidate in found(text):
        assert 0 <= candidate.start < candidate.end <= len(text)
