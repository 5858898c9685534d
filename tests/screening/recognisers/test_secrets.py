"""Passwords, PINs and code words: behind a label, by a hint, or by their form alone."""

import pytest

from terbuka.screening.recognisers.credentials import credentials
from terbuka.screening.recognisers.secret_forms import codes, hint, in_brackets, is_reference, telling
from tests.screening.growth import grows_evenly
from tests.screening.screened import in_text, layout_of, matter_of, texts_of


def secrets(text: str) -> list[str]:
    layout = layout_of(text)
    return texts_of(text, in_text(layout, credentials(layout, matter_of(text))))


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("PIN kartu KKS Bulan, yang ia tahu dua nol sembilan delapan", "dua nol sembilan delapan"),
        ("sandinya lima-ceria-25.", "lima-ceria-25"),
        ("password wifi. Sekarang saya balikin kosmawar009, jadi", "kosmawar009"),
        ("dengan sandi internet banking truntum.kawung79 dan", "truntum.kawung79"),
        ("kode gembok belakang 4-0-7-1.", "4-0-7-1"),
        ("pasworde dawetayu79, nek arep", "dawetayu79"),
        ("aya nu apal kode pager?\n[12/3/23 05.53] neng: 2580 kang", "2580"),
        ("PIN-nya tahun kemerdekaan; saya", "tahun kemerdekaan"),
        ("PIN kartu beliau (tanggal panen jagung: 1503) ditulis", "tanggal panen jagung: 1503"),
        ("Kode akses konfirmasi:\n   Q4TZ-88KM\n", "Q4TZ-88KM"),
        ("Pagar pakai gembok angko. Tigo, tigo, sembilan. Kalau", "Tigo, tigo, sembilan"),
        ("sandi gerbang malam ini: ELANG-771", "ELANG-771"),
        ('petugas bilang kata "papeda panas" dulu, baru buka pintu', "papeda panas"),
        ('Kata sandinya: saya tanya "air pasang", dia jawab "bulan mati".', "bulan mati"),
        ("Sandi | Nama | Kontak | Alamat\nTAPAH | Kaspul | 08 | Jl. A\n", "TAPAH"),
    ],
)
def test_a_secret_is_found_behind_its_label(text: str, secret: str) -> None:
    assert secret in secrets(text)


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Lemari sudah ganti angka: kanan 14, kiri 3, kanan 27.", "kanan 14, kiri 3, kanan 27"),
        ("Pintu belakang radiologi masih 2580#. Jangan", "2580#"),
        ("Pintu ruang server, kode 0 7 1 9 *", "0 7 1 9 *"),
        ("HP-nya minta pola kunci huruf N terbalik.", "huruf N terbalik"),
        ("minta kode OTP. Pelapor menyebut 448 106, lalu", "448 106"),
        ("nomor kartu beserta 482913 (OTP).", "482913"),
        ("Salinan dienkripsi; kunci Smd!Segiri-26x terpisah", "Smd!Segiri-26x"),
        ("Alarm lantai dua: tekan 7 7 1 9 lalu pagar", "7 7 1 9"),
    ],
)
def test_a_secret_is_told_by_its_form_and_what_it_opens(text: str, secret: str) -> None:
    assert secret in [text[start:end] for start, end in telling(text)]
    assert secret in secrets(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kata sandi minimal 12 karakter dan diganti tiap 90 hari",
        "PIN tidak boleh sama dengan tanggal lahir",
        "PIN terdiri atas 6 digit.\nS/N PF17690K93",
        "kode OTP dilaporkan ke 110",
        "surat B-071/Kua.17.03.12/PW.01/3/2022",
        "Kode verifikasi: KLK-2506-7Q4T",
        "Jl. Worang By Pass, Airmadidi 95371",
        "Token kompensasi 4410 7723 0958 1164 2207",
        "sandi surel ppid@bulungan.go.id diganti",
        'Ia menyebut neneknya "intan", permata',
        "skor 3-1-2 dan putaran 4-0-7-1 di lapangan",
        "kata sandi https://contoh.id/2020",
    ],
)
def test_talk_of_secrets_and_other_codes_stay(text: str) -> None:
    assert secrets(text) == []


@pytest.mark.parametrize(
    ("text", "secret", "rule"),
    [
        ("Kata sandi : dawetayu79", "dawetayu79", "credentials.labelled"),
        ("Sandi | Nama\nTAPAH | Kaspul\n", "TAPAH", "credentials.labelled"),
        ('petugas bilang kata "papeda panas" dulu, baru buka pintu', "papeda panas", "credentials.said"),
        ("Alarm lantai dua: tekan 7 7 1 9 lalu pagar", "7 7 1 9", "credentials.form"),
        ("Kata sandi : dawetayu79\nIa menulis dawetayu79 lagi.", "dawetayu79", "credentials.again"),
    ],
)
def test_the_officer_is_told_of_a_label_only_where_one_stands(text: str, secret: str, rule: str) -> None:
    layout = layout_of(text)
    last = credentials(layout, matter_of(text))[-1]
    assert (layout.reading.text[last.start : last.end], last.rule) == (secret, rule)
    assert ("label" in last.reason.split("%")[0]) == (rule == "credentials.labelled")
    assert last.reason % last.values


def test_a_short_number_is_not_hidden_wherever_it_stands_again() -> None:
    assert secrets("PIN 1945. UUD 1945 berlaku sejak 1945.") == ["1945"]
    assert secrets("PIN 194517. Nomor 194517 lagi.") == ["194517", "194517"]


def test_forms_of_secrets() -> None:
    assert hint("-nya tahun tsunami dibalik", 0, 26) == (5, 26)
    assert hint(" dan nomor rekening", 0, 19) is None
    assert list(codes("di kamar 12, 2020 orang", 0, 23)) == []
    assert in_brackets("PIN (lahir: 12)", 3, (12, 14)) == (5, 14)
    assert in_brackets("(PIN 12)", 4, (5, 7)) == (5, 7)
    assert is_reference("INV-24") and not is_reference("Inv-24")


@pytest.mark.parametrize("unit", ["\u0301", "a\u0301", "!", "a!", "abc!", "=", "1\u00ad", "aA1!"])
def test_a_long_row_of_signs_takes_no_time_for_its_square(unit: str) -> None:
    assert grows_evenly(lambda text: list(telling(text)), unit)
