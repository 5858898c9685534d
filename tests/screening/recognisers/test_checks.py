import random
from datetime import UTC, datetime
from importlib.resources import files

import pytest
from hypothesis import given

from terbuka.screening.lexicon import district_codes
from terbuka.screening.recognisers import checks
from tests.screening.recognisers.numbers import card_number, nik_number, nip_number


@pytest.mark.parametrize(
    "number", ["6371034704880003", "1271082106790004", "9101010101700001", "6473016505900002"]
)
def test_a_nik_with_a_current_or_former_code(number: str) -> None:
    assert checks.nik(number)


@pytest.mark.parametrize(
    "number",
    [
        "0238411907720061",
        "6371037204880003",
        "6371033113880003",
        "6371034704880000",
        "637103470488003",
        "63710347048800031",
    ],
)
def test_no_nik_without_region_date_and_serial(number: str) -> None:
    assert not checks.nik(number)


def test_a_birth_of_2015_is_not_read_as_1915() -> None:
    on = datetime(2026, 6, 1, tzinfo=UTC).date()
    assert checks.birth_year(15, on) == 2015
    assert checks.birth_year(26, on) == 2026
    assert checks.birth_year(27, on) == 1927


def test_a_nik_of_a_day_that_its_month_has_not_is_one() -> None:
    assert checks.nik("6371036902010001") and checks.nik("6371027109984621")
    assert not checks.nik("6371027113984621")


def test_29_february_of_a_family_card_needs_a_leap_year() -> None:
    assert checks.family_card("6371032902000001") and not checks.family_card("6371032902010001")


def test_random_numbers_are_rarely_a_nik() -> None:
    chance = random.Random(20240501)  # noqa: S311
    taken = sum(checks.nik(f"{chance.randrange(10**16):016d}") for _ in range(200_000))
    assert taken / 200_000 <= 0.001


@given(nik_number())
def test_every_made_nik_is_taken(number: str) -> None:
    assert checks.nik(number)


def regions_in(name: str) -> list[str]:
    """The codes of regencies and cities in a data file of the screening."""
    text = files("terbuka.screening").joinpath(f"data/{name}.txt").read_text(encoding="utf-8")
    codes = (line.partition("\t")[0] for line in text.splitlines() if not line.startswith("#"))
    return [code for code in codes if len(code) == 4]


def test_every_one_of_the_514_regencies_and_cities_has_valid_numbers() -> None:
    regions = regions_in("regions")
    assert len(set(regions)) == 514
    for region in regions:
        districts = [code for code in district_codes() if code.startswith(region)]
        assert districts and all(checks.nik(f"{code}0101900001") for code in districts)


def test_every_former_regency_keeps_its_numbers() -> None:
    former = regions_in("former-regions")
    assert len(former) == 36 and not set(former) & set(regions_in("regions"))
    assert all(
        checks.nik(f"{region}{district:02d}5708850003") for region in former for district in (1, 12, 40)
    )


@pytest.mark.parametrize(
    ("number", "valid"),
    [("6371011405110022", True), ("6371014514110022", False), ("6371011405110000", False), ("123", False)],
)
def test_a_family_card(number: str, valid: bool) -> None:
    assert checks.family_card(number) is valid


@given(nip_number())
def test_every_made_nip_is_taken(number: str) -> None:
    assert checks.nip(number)


@pytest.mark.parametrize(
    "number",
    ["198403112004122003", "199403022021211005"],
)
def test_a_nip_of_a_civil_servant_and_of_contract_staff(number: str) -> None:
    assert checks.nip(number)


@pytest.mark.parametrize(
    "number",
    [
        "198413112004122003",
        "198403112004132003",
        "198403112004123003",
        "198403111985122003",
        "19840311200412200",
        "197403112074122003",
    ],
)
def test_no_nip_without_dates_and_sex(number: str) -> None:
    assert not checks.nip(number)


@given(card_number())
def test_every_made_card_is_taken(number: str) -> None:
    assert checks.card(number)


@pytest.mark.parametrize(
    ("number", "valid"),
    [("863388053331472", False), ("490154203237518", False), ("356938035643809", True), ("86338805", False)],
)
def test_an_imei(number: str, valid: bool) -> None:
    assert checks.imei(number) is valid


@pytest.mark.parametrize(
    ("number", "company"),
    [
        ("018843026606000", True),
        ("0018843026606000", True),
        ("824176903732000", False),
        ("6371101405110022", False),
    ],
)
def test_an_npwp_of_a_company(number: str, company: bool) -> None:
    assert checks.company_npwp(number) is company


def test_an_npwp_and_an_nrp_by_form() -> None:
    assert checks.npwp("824176903732000") and not checks.npwp("004176903732000")
    assert checks.police_nrp("79081145") and not checks.police_nrp("79131145")


@pytest.mark.parametrize(
    ("number", "valid"),
    [
        ("12408308001921", True),
        ("860709270114", True),
        ("6372022003050001", True),
        ("12408313001921", False),
        ("123", False),
    ],
)
def test_a_driving_licence(number: str, valid: bool) -> None:
    assert checks.driving_licence(number) is valid


def test_a_card_of_the_health_insurance() -> None:
    assert checks.health_card("0001447290318")
    assert not checks.health_card("0000447290318") and not checks.health_card("1001447290318")


def test_an_officer_is_neither_a_child_nor_dead() -> None:
    assert checks.police_nrp("79081145") and checks.police_nrp("03050012")
    assert not checks.police_nrp("45081145") and not checks.police_nrp("18081145")


def test_a_device_is_told_without_its_last_digit() -> None:
    assert checks.device("358912047760183") and not checks.imei("358912047760183")
    assert not checks.device("123456789012345")
