"""Values in the next cell, behind a tab or on the line below their label."""

import pytest

from tests.screening.screened import Screened


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("PIN", "448812"),
        ("PIN ATM", "448812"),
        ("Kode OTP", "448812"),
        ("Kata sandi", "mawar88!"),
        ("Instagram", "ratihkusuma"),
        ("Telegram", "ratihkusuma"),
        ("TikTok", "ratih.kusuma"),
        ("Line ID", "ratihkusuma"),
        ("NISN", "0081234567"),
        ("NUPTK", "1234567890123456"),
        ("No. RM", "00-41-77-92"),
        ("NIK", "3201154107960003"),
        ("No. rekening", "0211010338"),
        ("No. HP", "0812 9044 7712"),
        ("Engine no.", "JBP1E1402281"),
    ],
)
@pytest.mark.parametrize("carrier", ["{} : {}", "{}\n{}", "{} :\n{}", "| {} | {} |", "{}\t{}"])
def test_value_is_hidden_wherever_it_stands_beside_its_label(label: str, value: str, carrier: str) -> None:
    assert Screened(f"LAPORAN POLISI\n\n{carrier.format(label, value)}\n").hides(value)


@pytest.mark.parametrize(
    "text",
    [
        "| Instagram | Telegram | TikTok |\n| ada | tidak | ada |",
        "Instagram\nTelegram\nTikTok",
        "PIN\n\nPasal 12 ayat (3)",
        "| PIN | terdiri atas 6 digit |",
        "Telegram\nDinas Kominfo",
    ],
)
def test_other_labels_and_sentences_beside_a_label_stay(text: str) -> None:
    assert Screened(f"PANDUAN LAYANAN\n\n{text}\n").types() == []
