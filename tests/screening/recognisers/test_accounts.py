import pytest

from terbuka.screening.recognisers.identifiers import identifiers
from tests.screening.screened import Screened, layout_of, texts_of


def accounts(text: str) -> list[str]:
    return texts_of(text, identifiers(layout_of(text)), "BANK_ACCOUNT")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("dikirim ke\n        0104-01-032277-50-6. HP", "0104-01-032277-50-6"),
        ("tiap bulan lewat 107-00-1184520-3", "107-00-1184520-3"),
        ("Nomor BCA 0441 276 905 yang beredar", "0441 276 905"),
        ("lewat DANA 8830115527", "8830115527"),
        ("saldo ke dana 8830115527", "8830115527"),
        ("tf ke 611-2094-887 ya", "611-2094-887"),
        ("Rp 50.000.000  -> 8830 115 5274 a/n Sulfikar", "8830 115 5274"),
        ("transfer 5jt ke [1740 0021 56783] an Sitti", "1740 0021 56783"),
        ("nomor 5021889704 Bank Kalbar itu", "5021889704"),
        ("rekening BNI 0012-478-116 (Rina) dan 0012-531-907 (Aji)", "0012-531-907"),
        ("REK. BNI     034 771 98O2", "034 771 98O2"),
        ("REK. lOO-00-9438523-4", "lOO-00-9438523-4"),
        ("dompet bc1q7v0wdm3khz58s2x4ruy9a6tn0cg4fe2plq8jt", "bc1q7v0wdm3khz58s2x4ruy9a6tn0cg4fe2plq8jt"),
        (
            "Rekening Bank Papua, seratus, dua satu, kosong enam, delapan delapan",
            "seratus, dua satu, kosong enam, delapan delapan",
        ),
    ],
)
def test_an_account_is_known_by_layout_bank_transfer_or_holder(text: str, number: str) -> None:
    assert number in accounts(text)


@pytest.mark.parametrize(
    "text",
    [
        "sumber dana 5.1.05.02.01.0003",
        "kode rekening 5.4.1.01.01 pagu",
        "Rek. kegiatan : 02.03.14.5.3.5.05",
        "kode setor 820250311774402",
        "kode⏎ BRI kode 820250311774402",
        "Tabungan pelajar kini 412.306 rekening",
        "rekening 2020-2021",
        "DIPA TA 2024 kode BQ.3142.BCA.005.052.521115",
        "dana desa 12345678 jiwa",
    ],
)
def test_codes_of_budgets_and_counts_are_no_accounts(text: str) -> None:
    assert accounts(text) == []


def test_a_bank_in_front_says_more_than_the_heading_of_a_broken_row() -> None:
    screened = Screened(
        "No | Nama | Tugas | Gol | Honor (Rp) | PPh 21 | Diterima | NPWP |\nRekening | Tanda tangan\n"
        "1 | Doni Safran | Narasumber | - | 1.800.000\n"
        "| 90.000 | 1.710.000 | 54.220.017.8-731.000 | BCA 0511984410 | 1. ttd"
    )
    assert screened.hides("0511984410")
