import pytest
from hypothesis import given

from terbuka.screening.recognisers.identifiers import identifiers
from terbuka.screening.roles import Role
from tests.screening.recognisers.numbers import card_number, mobile_number, nik_number, nip_number
from tests.screening.screened import in_text, layout_of, texts_of


def found(text: str) -> list[tuple[str, str]]:
    layout = layout_of(text)
    candidates = sorted(in_text(layout, identifiers(layout)), key=lambda c: c.start)
    return [(c.type, text[c.start : c.end]) for c in candidates]


@pytest.mark.parametrize(
    ("text", "type_", "number"),
    [
        ("NIK : 6371034704880003", "NIK", "6371034704880003"),
        ("dengan KTP 6371 0347 0488 0003 asli", "NIK", "6371 0347 0488 0003"),
        ("NIK: 63.71.03.47.04.88.00.03", "NIK", "63.71.03.47.04.88.00.03"),
        ("tanpa label 6371034704880003 pun", "NIK", "6371034704880003"),
        ("NIK : 63710347048800", "NIK", "63710347048800"),
        ("NIK: 6371O347O488OOO3", "NIK", "6371O347O488OOO3"),
        ("No. KK : 6371101405110022", "KK", "6371101405110022"),
        ("NPWP 82.417.690.3-732.000", "NPWP", "82.417.690.3-732.000"),
        ("tertera 82.417.690.3-732.000 saja", "NPWP", "82.417.690.3-732.000"),
        ("NIP. 19840311 200412 2 003", "NIP", "19840311 200412 2 003"),
        ("Lurah (198403112004122003)", "NIP", "198403112004122003"),
        ("AIPTU NRP 79081145", "NRP", "79081145"),
        ("AIPTU 79081145", "NRP", "79081145"),
        ("IPDA/86010022", "NRP", "86010022"),
        ("Serka 21950087340675", "NRP", "21950087340675"),
        ("NIP/NRP : 198403112004122003", "NIP", "198403112004122003"),
        ("SIM A No. 1240-8308-001921", "SIM", "1240-8308-001921"),
        ("No. BPJS : 0001447290318", "BPJS", "0001447290318"),
        ("rekening BRI 0023-01-045678-50-9", "BANK_ACCOUNT", "0023-01-045678-50-9"),
        ("rekening Bank Kalsel Saudara 025.03.01.19920.7", "BANK_ACCOUNT", "025.03.01.19920.7"),
        ("dikirim ke BCA 6041773390", "BANK_ACCOUNT", "6041773390"),
        ("transfer ke rekening BRI\n      0023-01-045678-50-9", "BANK_ACCOUNT", "0023-01-045678-50-9"),
        ("kartu debit BNI 5264-2269-0072-0039", "CARD", "5264-2269-0072-0039"),
        ("nomor 4617 0017 1671 2349 itu", "CARD", "4617 0017 1671 2349"),
        ("Kartu ATM BCA Paspor 6019007964844733", "CARD", "6019007964844733"),
        ("IMEI 1 863388053331471", "IMEI", "863388053331471"),
        ("ponsel 356938035643809", "IMEI", "356938035643809"),
        ("HP 0812-5104-3378", "PHONE", "0812-5104-3378"),
        ("balas ke +62 852-4411-9083 ya", "PHONE", "+62 852-4411-9083"),
        ("telp (0511) 3353-111", "PHONE", "(0511) 3353-111"),
        ("kantor 021-7206004", "PHONE", "021-7206004"),
        ("pukul 08.15 0812-5104-3378", "PHONE", "0812-5104-3378"),
        ("HP O821 6O77 1954", "PHONE", "O821 6O77 1954"),
        ("HP 87816501", "PHONE", "87816501"),
        ("KTP/HP : 081251043378", "PHONE", "081251043378"),
    ],
)
def test_a_number_is_what_its_label_or_its_form_says(text: str, type_: str, number: str) -> None:
    assert (type_, number) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nomor : LP/B/118/III/2022/SPKT/POLRESTA",
        "kontrak Nomor 602.1/044/SPK/BM/2020",
        "Rp 17.500.000,-",
        "sebesar Rp. 1.200.000 per bulan",
        "pagu 1.486.350.000",
        "pasal 263 ayat (1) UU Nomor 14 Tahun 2008",
        "tanggal 22-05-2023 jam 10.15",
        "08-12-2023 10.22",
        "bukti kirim 1104202300310022",
        "kode billing 8202303140056671",
        "STNK No. 11029384",
        "kode 5.2.02.05.01.0005",
        "Jl. A. Yani Km. 3,5 No. 43",
        "rekening listrik ID 221100457789",
        "sejumlah 12345 orang",
    ],
)
def test_numbers_that_are_no_identifiers_are_not_hidden(text: str) -> None:
    assert [t for t, _ in found(text) if t != "NUMBER"] == []


@pytest.mark.parametrize("number", ["110", "112", "129", "1708"])
def test_hotlines_belong_to_nobody(number: str) -> None:
    candidate = identifiers(layout_of(f"call centre {number}, hubungi {number}"))[0]
    assert (candidate.type, candidate.holder, candidate.rule) == (
        "NUMBER",
        Role.INSTITUTION,
        "phones.hotline",
    )


def test_long_look_alikes_are_shown_to_the_officer_as_kept() -> None:
    candidate = identifiers(layout_of("kode billing 8202303140056671"))[0]
    assert (candidate.type, candidate.holder) == ("NUMBER", Role.INSTITUTION)
    assert candidate.reason % candidate.values == "Nomor kode billing: mirip nomor identitas, tetapi bukan."


def test_the_npwp_of_a_company_is_the_companys() -> None:
    for text in ("NPWP badan : 01.884.302.6-606.000", "NPWP : 01.884.302.6-606.000"):
        assert identifiers(layout_of(text))[0].holder is Role.COMPANY


def test_the_same_number_is_one_thing() -> None:
    keys = {c.key for c in identifiers(layout_of("HP 0812-5104-3378 lalu +62 812 5104 3378"))}
    assert keys == {"081251043378"}


def test_a_label_that_names_two_numbers_takes_the_one_that_fits() -> None:
    assert found("No. HP/rekening : 0812-5104-3378")[0][0] == "PHONE"
    assert found("NIK/KK : 6371034704880003")[0][0] == "NIK"


def test_a_column_tells_what_its_numbers_are() -> None:
    text = "NO | NAMA | NIK | REKENING\n1 | Rusdi | 637103470488 | 0071-02-004412\n"
    assert found(text) == [("NIK", "637103470488"), ("BANK_ACCOUNT", "0071-02-004412")]


def test_a_column_for_nrp_and_nip_holds_either() -> None:
    text = "NO | NAMA | NRP/NIP\n1 | Rusdi | 71090015\n2 | Ayu | 197808212005012007\n"
    assert found(text) == [("NRP", "71090015"), ("NIP", "197808212005012007")]


def test_a_strong_form_goes_before_a_label_farther_off() -> None:
    assert found("bukti dikirim ke 0853 9040 2217") == [("PHONE", "0853 9040 2217")]


FORMS = """Nomor : B/2207/XII/HUM.5.1./2023 tanggal 26-12-2023 sebesar Rp 1.984.500.000,00
kode billing 8202303140056671
{before} {number} {after}
DIPA SP DIPA-060.01.2.644017/2023, kode MAK 3130.EBA.962.051.A.522151, layanan 110."""


@given(nik_number())
def test_every_nik_is_found_among_look_alikes(number: str) -> None:
    text = FORMS.format(before="nomor", number=number, after="tercatat")
    assert number in texts_of(text, identifiers(layout_of(text)), "NIK")


@given(nip_number())
def test_every_nip_is_found_among_look_alikes(number: str) -> None:
    text = FORMS.format(before="pegawai", number=number, after="tercatat")
    assert number in texts_of(text, identifiers(layout_of(text)), "NIP")


@given(mobile_number())
def test_every_mobile_number_is_found_among_look_alikes(number: str) -> None:
    text = FORMS.format(before="hubungi", number=number, after="segera")
    assert number in texts_of(text, identifiers(layout_of(text)), "PHONE")


@given(card_number())
def test_every_card_is_found_behind_its_label(number: str) -> None:
    text = FORMS.format(before="kartu debit", number=number, after="hilang")
    assert number in texts_of(text, identifiers(layout_of(text)), "CARD")
