"""Vehicles, devices, papers, credentials."""

import pytest

from terbuka.screening.candidate import Candidate
from terbuka.screening.recognisers.credentials import credentials
from terbuka.screening.recognisers.devices import devices
from terbuka.screening.recognisers.papers import papers
from terbuka.screening.recognisers.patterns import find_patterns
from terbuka.screening.recognisers.vehicles import vehicles
from terbuka.screening.roles import Role
from tests.screening.growth import grows_evenly
from tests.screening.screened import Screened, in_text, layout_of, matter_of, texts_of


def things(text: str) -> list[Candidate]:
    layout = layout_of(text)
    patterns = list(find_patterns(layout.reading.text))
    found = [*vehicles(layout, patterns), *devices(layout, patterns), *papers(layout, patterns)]
    return in_text(layout, found)


@pytest.mark.parametrize(
    ("text", "plate"),
    [
        ("No. Pol DA 4821 KQ", "DA 4821 KQ"),
        ("mobil Toyota Calya DA 1937 LJ", "DA 1937 LJ"),
        ("(Daihatsu Sigra DA-1466-ZB)", "DA-1466-ZB"),
        ("stnk_DA1466ZB.jpg", "DA1466ZB"),
        ("datang R2 DA5190KAD dari utara", "DA5190KAD"),
        ("plat si ipul da 2219 kk", "da 2219 kk"),
        ("NO | NOPOL | NAMA | NIK\n1 | B 1 RI | A | 1", "B 1 RI"),
        ("sepeda motor L 44 QX", "L 44 QX"),
        ("sepeda motor Honda Beat warna hitam DD 4412 X0, No. Rangka", "DD 4412 X0"),
        ("truk DA 4821 8Q", "DA 4821 8Q"),
        ("mobil Avanza D4 4821 KQ warna hitam", "D4 4821 KQ"),
        ("sepeda motor 8A 4821 KQ", "8A 4821 KQ"),
    ],
)
def test_a_plate_is_found_by_prefix_and_context(text: str, plate: str) -> None:
    assert texts_of(text, things(text), "PLATE") == [plate]


@pytest.mark.parametrize(
    "text",
    [
        "XX 1234 YY",
        "Nomor B/14/II/2021",
        "Jl. A. Yani Km 98 Desa",
        "pukul 12 a 14",
        "T 12 A",
        "B 0123 XY",
        "dia 23 tahun",
    ],
)
def test_what_only_looks_like_a_plate_is_left_alone(text: str) -> None:
    assert texts_of(text, things(text), "PLATE") == []


@pytest.mark.parametrize(
    ("text", "plate"),
    [
        ("Mobil dengan nomor polisi DA 4821\nXK hilang.", "DA 4821\nXK"),
        ("motor nopol B\n1234 XYZ di depan rumah", "B\n1234 XYZ"),
        ("No. Pol. DA\r\n   4821 XK", "DA\r\n   4821 XK"),
        ("> TNKB DA 4821-\n> XK", "DA 4821-\n> XK"),
        ("nomor polisi DA 4821\nAB hilang", "DA 4821\nAB"),
        ("nopol B\n1234 AB", "B\n1234 AB"),
        ("nopol B\n1234AB", "B\n1234AB"),
        ("Mobil Avanza B 1234\nXYZ", "B 1234\nXYZ"),
        ("Kami melihat DA 4821\nXK di sana.", "DA 4821\nXK"),
    ],
)
def test_a_plate_that_a_line_end_breaks_is_hidden_whole(text: str, plate: str) -> None:
    assert Screened(text).hides(plate)
    assert Screened(text).of(plate).type == "PLATE"


@pytest.mark.parametrize(
    ("text", "below"),
    [
        ("Nopol: DA 4821\nNO. RANGKA 12", "NO."),
        ("Nopol: DA 4821\nNIK belum ada", "NIK"),
        ("Nopol: DA 4821\nTTD\n", "TTD"),
        ("Nopol: DA 4821\nAN BUDI", "AN"),
        ("No. Pol. : DA 4821\nTH : 2019", "TH"),
        ("nopol DA 4821\n\nXK hilang", "XK"),
        ("Pasal\n12 UU", "12 UU"),
        ("Lampiran B\n2021 UU ini", "2021 UU"),
        ("Lampiran B\n12 XK ini", "12 XK"),
        ("sesuai SK DA 2021\nDAN lainnya", "DAN"),
        ("Honda KT 2019\nXX merah", "XX"),
        ("Ruang B\n101 A di gedung", "101 A"),
        ("daftar kode DA 4821\nXK", "XK"),
        ("SMA Negeri 2 Pekalongan F1\nSMA Negeri 5", "SMA Negeri 5"),
    ],
)
def test_what_stands_below_and_is_no_part_of_a_plate_stays(text: str, below: str) -> None:
    assert Screened(text).shows(below)


def test_two_plates_one_below_the_other_are_two() -> None:
    text = "Nopol DA 4821\nKT 1234 AB"
    assert "KT 1234 AB" in texts_of(text, things(text), "PLATE")
    assert "DA 4821\nKT" not in texts_of(text, things(text), "PLATE")


def test_an_official_vehicle_is_told() -> None:
    assert things("kendaraan dinas DA 1234 XY")[0].holder is Role.OFFICIAL
    assert Screened("mobil patroli DA 1234 XY melintas").shows("DA 1234 XY")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Noka MH1JM0217NK340912, Nosin JM02E1340877", "MH1JM0217NK340912"),
        ("Noka MH1JM0217NK340912, Nosin JM02E1340877", "JM02E1340877"),
        ("tertulis MHRRU1850KJ402218 di rangka", "MHRRU1850KJ402218"),
        ("Rangka     : MHML0PU39BK0 61573\nMesin", "MHML0PU39BK0 61573"),
        ("MH1JBP118LK402275 / JBP1E1402281, atas", "JBP1E1402281"),
        ("n0. rangka KF5OOO4l882, n0. mesin 5K-927Ol63, STNK", "5K-927Ol63"),
        ("NO | NO. RANGKA | NO. MESIN\n1 | ABCDE12345 | DD51872", "DD51872"),
    ],
)
def test_chassis_and_engine_numbers(text: str, number: str) -> None:
    assert number in texts_of(text, things(text), "VEHICLE_ID")


def test_a_serial_number_without_label_is_no_chassis() -> None:
    assert texts_of("S/N M9N0CV07K381412, BANJARMASIN", things("S/N M9N0CV07K381412, BANJARMASIN")) == []


@pytest.mark.parametrize("number", ["C7719204", "X 1930472", "NX4471209", "E12345678"])
def test_a_passport_needs_its_label(number: str) -> None:
    assert texts_of(f"paspor No. {number}", things(f"paspor No. {number}"), "PASSPORT") == [number]
    assert texts_of(f"barang {number}", things(f"barang {number}"), "PASSPORT") == []
    assert texts_of(f"paspor hilang | {number}", things(f"paspor hilang | {number}"), "PASSPORT") == [number]
    assert texts_of(f"tas hilang | {number}", things(f"tas hilang | {number}"), "PASSPORT") == []
    text = f"NO | NAMA | PASPOR | NIK\n1 | A | {number} | 1"
    assert texts_of(text, things(text), "PASSPORT") == [number]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("dari IP 182.253.90.14", "182.253.90.14"),
        ("login 36.73.112.208 kemarin", "36.73.112.208"),
        ("IP 1.2.3.4", "1.2.3.4"),
        ("Failed password for root from 45.9.20.1 port 40022 ssh2", "45.9.20.1"),
        ("Pelaku login dari 36.72.5.9 pada malam hari.", "36.72.5.9"),
        ("tercatat 112.5.6.7:8080 di log", "112.5.6.7"),
        ("dan 2001:448a:6000:11f2::9c;", "2001:448a:6000:11f2::9c"),
        ("MAC 00:1B:44:11:3A:B7", "00:1B:44:11:3A:B7"),
    ],
)
def test_addresses_of_the_net(text: str, address: str) -> None:
    assert texts_of(text, things(text), "IP") == [address]


@pytest.mark.parametrize(
    "text",
    [
        "kode 3.05.01.05",
        "dari 5.1.1.2 ke 5.1.1.3",
        "butir 1.2.3.4",
        "999.1.1.1",
        "3.05.01.05.058",
        "10:22:33",
        "0.10.20.30",
    ],
)
def test_codes_and_times_are_no_addresses_of_the_net(text: str) -> None:
    assert texts_of(text, things(text), "IP") == []


@pytest.mark.parametrize(
    ("text", "scene"),
    [
        ("Kosnya di titik -3.298871, 114.586045", False),
        ("TKP Jl. A. Yani; koordinat -2.991700, 115.096200", True),
        ("-3.298871, 114.586045", False),
        ("Lokasi : -3.298871, 114.586045", True),
        ("Posisi kapal 5°31'20\" LS - 122°40'08\" BT", True),
    ],
)
def test_coordinates_of_a_home_and_of_a_scene(text: str, scene: bool) -> None:
    candidate = next(c for c in things(text) if c.type == "GEO")
    assert (candidate.holder is Role.SCENE) is scene


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("kata sandi Sasirangan!2023, wajib diganti", "Sasirangan!2023"),
        ("PIN layar 225588", "225588"),
        ("PIN diganti dari 4417 menjadi 9023.", "9023"),
        ("Kata sandi email telah diubah menjadi hujanderas.", "hujanderas"),
        ("Password lama: kucing77, password baru hujanderas", "hujanderas"),
        ("Kata sandinya yang baru ialah bungaraya.", "bungaraya"),
        ("Kata sandi e-mail korban yang bocor: Pingkan_2002 (sudah diganti)", "Pingkan_2002"),
        ("kode pemulihan 81-4406-22.", "81-4406-22"),
        ("kode pintu rumah aman 4471#", "4471#"),
        ('kode bertemu: "mangga muda"', "mangga muda"),
        ("PIN ATM 1234 5678", "1234 5678"),
        ("password: kucingbelang", "kucingbelang"),
        ("NOTA DINAS\nRAHASIA\nKode pertemuan: ikan sudah matang.", "ikan sudah matang"),
        ('informan dengan sebutan "Kenari Biru"', "Kenari Biru"),
    ],
)
def test_a_secret_behind_its_label(text: str, secret: str) -> None:
    assert secret in texts_of(text, credentials(layout_of(text), matter_of(text)))


@pytest.mark.parametrize(
    "text",
    [
        "jangan memberikan kode OTP dan melapor",
        "kata sandi wajib diganti saat serah terima",
        "password: wajib diganti",
        "PIN:\n\nTanggal 12",
        "kata sandi",
        "kode akses (lihat lampiran)",
        "PIN harus diganti menjadi lebih kuat.",
        "Accepted password for sipadu from 103.47.132.88 port 51122",
    ],
)
def test_talk_about_secrets_is_no_secret(text: str) -> None:
    assert texts_of(text, credentials(layout_of(text), matter_of(text))) == []


def test_a_code_word_is_hidden_wherever_it_stands_again() -> None:
    text = (
        'Nama sandi "Kenari7". Jangan sampai Kenari7 diketahui. Kode "hujan", lalu hujan turun, "hujan" lagi.'
    )
    found = texts_of(text, credentials(layout_of(text), matter_of(text)))
    assert found.count("Kenari7") == 2
    assert found.count("hujan") == 2


@pytest.mark.parametrize("unit", ["1.", "a@", "a.b@c.", "a:"])
def test_a_long_row_of_signs_is_looked_through_in_even_time(unit: str) -> None:
    assert grows_evenly(lambda text: list(find_patterns(text)), unit)


def test_mail_with_a_longer_name_than_there_may_be_is_hidden_whole() -> None:
    address = f"{'ratih.kusuma.' * 12}a@gmail.com"
    assert Screened(f"LAPORAN\n\nsurel {address} itu\n").hides(address)


def test_fingerprint_of_bytes_is_no_device_and_a_device_is_one() -> None:
    screened = Screened("LAPORAN\n\nsidik 7e:39:78:14:9b:11:e5:4d:66:e5:17:c8\nMAC: 7e:39:78:14:9b:11\n")
    assert screened.types() == ["IP"] and screened.shows("e5:4d:66:e5:17:c8")


@pytest.mark.parametrize("code", ["6P58RRXX+XX", "QRXM+4V"])
def test_plus_code_is_a_place_on_a_map(code: str) -> None:
    assert Screened(f"LAPORAN\n\nrumah korban di {code} itu\n").hides(code)
    assert Screened("LAPORAN\n\njumlah 2345+67 berkas\n").types() == []


@pytest.mark.parametrize(
    "text",
    [
        "surat DD 4412 X0 diterima",
        "mobil L 300 2WD",
        "motor DD 4412 00",
        "motor XX 4412 X0",
        "mobil DD/4412 X0",
        "mobil R2 4412 XY",
        "surat D4 4821 KQ",
    ],
)
def test_a_code_with_figures_at_its_end_is_no_plate(text: str) -> None:
    assert texts_of(text, things(text), "PLATE") == []
