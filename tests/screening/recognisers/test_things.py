"""Vehicles, devices, papers, credentials."""

import pytest

from terbuka.screening.candidate import Candidate
from terbuka.screening.recognisers.credentials import credentials
from terbuka.screening.recognisers.devices import devices
from terbuka.screening.recognisers.papers import papers
from terbuka.screening.recognisers.patterns import find_patterns
from terbuka.screening.recognisers.vehicles import vehicles
from terbuka.screening.roles import Role
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


def test_an_official_vehicle_is_told() -> None:
    assert things("kendaraan dinas DA 1234 XY")[0].holder is Role.OFFICIAL
    assert Screened("mobil patroli DA 1234 XY melintas").shows("DA 1234 XY")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Noka MH1JM0217NK340912, Nosin JM02E1340877", "MH1JM0217NK340912"),
        ("Noka MH1JM0217NK340912, Nosin JM02E1340877", "JM02E1340877"),
        ("tertulis MHRRU1850KJ402218 di rangka", "MHRRU1850KJ402218"),
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
    assert texts_of(f"paspor hilang | {number}", things(f"paspor hilang | {number}"), "PASSPORT") == []
    text = f"NO | NAMA | PASPOR | NIK\n1 | A | {number} | 1"
    assert texts_of(text, things(text), "PASSPORT") == [number]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("dari IP 182.253.90.14", "182.253.90.14"),
        ("login 36.73.112.208 kemarin", "36.73.112.208"),
        ("IP 1.2.3.4", "1.2.3.4"),
        ("dan 2001:448a:6000:11f2::9c;", "2001:448a:6000:11f2::9c"),
        ("MAC 00:1B:44:11:3A:B7", "00:1B:44:11:3A:B7"),
    ],
)
def test_addresses_of_the_net(text: str, address: str) -> None:
    assert texts_of(text, things(text), "IP") == [address]


@pytest.mark.parametrize(
    "text", ["kode 3.05.01.05", "butir 1.2.3.4", "999.1.1.1", "3.05.01.05.058", "10:22:33", "0.10.20.30"]
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
