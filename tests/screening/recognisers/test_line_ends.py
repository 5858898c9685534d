"""Numbers and addresses on the net that a line's end breaks; two numbers on two lines stay two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbuka.screening.recognisers.contacts import contacts
from terbuka.screening.recognisers.digits import find_runs
from terbuka.screening.recognisers.identifiers import identifiers
from terbuka.screening.recognisers.line_ends import continuations
from terbuka.screening.recognisers.patterns import find_patterns
from tests.screening.recognisers.numbers import nik_number, nip_number
from tests.screening.screened import Screened, in_text, layout_of, texts_of


def found(text: str) -> list[tuple[str, str]]:
    layout = layout_of(text)
    return [(c.type, text[c.start : c.end]) for c in in_text(layout, identifiers(layout))]


@pytest.mark.parametrize(
    ("text", "type_", "number"),
    [
        ("NIK 6305 0252\n0789 0003", "NIK", "6305 0252\n0789 0003"),
        ("NIK : 63050252\r\n   07890003, warga", "NIK", "63050252\r\n   07890003"),
        ("dengan nomor 6305 0252 0789 00\n03 hadir", "NIK", "6305 0252 0789 00\n03"),
        ("tanpa label 630502\n5207890003 pun", "NIK", "630502\n5207890003"),
        ("NIK 6305\n0252\n0789\n0003", "NIK", "6305\n0252\n0789\n0003"),
        ("NIK 6305 0252.\n0789 0003", "NIK", "6305 0252.\n0789 0003"),
        ("NIK 6305 0252\n> 0789 0003", "NIK", "6305 0252\n> 0789 0003"),
        ("NIK 6305O252\nO789OOO3", "NIK", "6305O252\nO789OOO3"),
        ("NIK 6305 9952\n0789 0003 (salah ketik)", "NIK", "6305 9952\n0789 0003"),
        ("No. KK : 6371 0114\n0511 0022", "KK", "6371 0114\n0511 0022"),
        ("NPWP 82.417.690.3-\n732.000", "NPWP", "82.417.690.3-\n732.000"),
        ("NPWP 82.417.\n690.3-732.000", "NPWP", "82.417.\n690.3-732.000"),
        ("NPWP 82.417.690.3\n732.000", "NPWP", "82.417.690.3\n732.000"),
        ("NIP. 19840311 200412\n2 003", "NIP", "19840311 200412\n2 003"),
        ("Lurah 19840311\n200412 2 003 hadir", "NIP", "19840311\n200412 2 003"),
        ("AIPTU NRP 7908\n1145", "NRP", "7908\n1145"),
        ("AIPTU Budi, NRP 790811\n45 hadir", "NRP", "790811\n45"),
        ("HP 0812-5104\n3378", "PHONE", "0812-5104\n3378"),
        ("hubungi 0812-\n5104-3378 segera", "PHONE", "0812-\n5104-3378"),
        ("hubungi +62 812\n5104 3378 segera", "PHONE", "+62 812\n5104 3378"),
        ("HP 0812-5104-33\n78, warga", "PHONE", "0812-5104-33\n78"),
        ("HP 0812510433\n78.", "PHONE", "0812510433\n78"),
        ("telp (0511) 3353\n111", "PHONE", "(0511) 3353\n111"),
        ("rekening BRI 0023-01\n045678-50-9 a.n. Siti", "BANK_ACCOUNT", "0023-01\n045678-50-9"),
        ("rekening BCA 60417\n73390", "BANK_ACCOUNT", "60417\n73390"),
        ("dikirim ke BCA 6041773\n390, lalu", "BANK_ACCOUNT", "6041773\n390"),
        ("SIM A No. 1240-8308\n001921", "SIM", "1240-8308\n001921"),
        ("No. BPJS : 0001447\n290318", "BPJS", "0001447\n290318"),
        ("kartu debit BNI 5264-2269\n0072-0039", "CARD", "5264-2269\n0072-0039"),
        ("IMEI 8633880\n53331471", "IMEI", "8633880\n53331471"),
    ],
)
def test_a_number_goes_on_in_the_next_line(text: str, type_: str, number: str) -> None:
    assert (type_, number) in found(text)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("HP:\n081251043378\n081322221111", ["081251043378", "081322221111"]),
        ("NIK\n6371034704880003\n6305025207890003", ["6371034704880003", "6305025207890003"]),
        ("AIPTU NRP 79081145\n86010022", ["79081145"]),
        ("HP 0812-5104\n0813-2222-1111", ["0812-5104", "0813-2222-1111"]),
        ("HP 0812-5104-3378\n15 orang hadir", ["0812-5104-3378"]),
        ("HP 0812510433\n78 orang hadir", ["0812510433"]),
        ("rekening BRI 0023-01-045678-50-9\n2024 dibayar", ["0023-01-045678-50-9"]),
        ("rekening BRI 00230104\n56780923", ["00230104", "56780923"]),
        ("rekening BCA 6041773\n2. Siti", ["6041773"]),
        ("1 | rek. 788 0412 995\n4 | Kartu", ["788 0412 995"]),
        ("jumlah 1.250.000\n2.500.000", []),
        ("Rp 6305 0252\n0789 0003", []),
        ("pukul 08.15\n0912", []),
        ("12-08-1990\n1234 5678", []),
        ("Nomor 6305 0252\n\n0789 0003", []),
        ("Nomor 6305 0252 orang\n0789 0003", []),
    ],
)
def test_two_numbers_on_two_lines_stay_two(text: str, numbers: list[str]) -> None:
    assert [number for _, number in found(text)] == numbers


def test_the_number_of_the_next_row_is_no_part_of_an_account() -> None:
    text = "NO   NAMA     REKENING\n1    Rusdi    0071-02-004412\n2    Ayu      0071-02-004413\n"
    assert found(text) == [("BANK_ACCOUNT", "0071-02-004412"), ("BANK_ACCOUNT", "0071-02-004413")]


def test_a_number_goes_on_below_in_its_cell() -> None:
    text = (
        "NO  NAMA            NIK             ALAMAT\n"
        "1   Siti Rahmah     63050252        Jl. Melati RT 3\n"
        "                    07890003\n"
        "2   Budi Santoso    63710347        Jl. Kuripan RT 5\n"
        "                    04880003\n"
    )
    screened = Screened(text)
    for part in ("63050252", "07890003", "63710347", "04880003"):
        assert screened.hides(part)


@given(nik_number() | nip_number(), st.data())
def test_a_proven_number_is_found_wherever_it_breaks(number: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(3, len(number) - 1))
    broken = f"{number[:at]}\n{number[at:]}"
    text = f"Yang bersangkutan\ntercatat {broken} di sini."
    assert broken in texts_of(text, identifiers(layout_of(text)))


@given(st.text(alphabet="0123456789OolI -./()+abc\n|\r", max_size=80))
def test_what_goes_on_stands_in_the_text(text: str) -> None:
    for run in find_runs(text):
        for joined in continuations(text, run):
            assert joined.start == run.start and run.end < joined.end <= len(text)
            assert "\n" in text[joined.start : joined.end]


@pytest.mark.parametrize(
    "address",
    [
        "sitirahmah@\ngmail.com",
        "sitirahmah\n@gmail.com",
        "bunga\nrahmah88@gmail.com",
        "siti.rah-\nmah@gmail.com",
        "siti.rah\nmah@gmail.com",
        "siti_\n   rahmah@gmail.com",
        "sitirahmah@gm\nail.com",
        "sitirahmah@gmail\n.com",
        "sitirahmah@gmail.\ncom",
        "sitirahmah@gmail.c\nom",
        "sitirahmah@gmail.co\nm",
        "sitirahmah@yahoo.co\r\n.id",
        "siti.rah\nmah@gmail.\ncom",
    ],
)
def test_an_address_goes_on_in_the_next_line(address: str) -> None:
    text = f"Email: {address}\nAlamat"
    assert Screened(text).hides(address)


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("kirimkan melalui surel ke\nrustam.lubis85@gmail.com", ["rustam.lubis85@gmail.com"]),
        ("Sdr. datang.\nsiti@gmail.com hadir", ["siti@gmail.com"]),
        ("hubungi Budi S.Kom.\nsiti@gmail.com", ["siti@gmail.com"]),
        ("melalui\nsiti@gmail.com", ["siti@gmail.com"]),
        ("siti@gmail.com\nSenin hadir", ["siti@gmail.com"]),
        ("siti@gmail.com\n.", ["siti@gmail.com"]),
        ("siti@gmail.com\nsenin hadir", ["siti@gmail.com"]),
        ("siti@gmail\nsenin hadir", []),
        ("pukul 12.30\nsiti@gmail.com", ["siti@gmail.com"]),
        ("dan @\nSenin", []),
        ("@\n", []),
    ],
)
def test_words_of_other_lines_are_no_part_of_an_address(text: str, addresses: list[str]) -> None:
    candidates = contacts(layout_of(text), list(find_patterns(text)))
    assert texts_of(text, candidates, "EMAIL") == addresses
