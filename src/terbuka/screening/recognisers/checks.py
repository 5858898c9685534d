"""What makes a number an identity number: code books, dates, sexes, check digits.

Sources: NIK and KK: Permendagri 72/2022 and Kepmendagri 300.2.2-2430/2025 (region codes); NIP: Peraturan
BKN 22/2007 (birth date, appointment, sex, serial) and Peraturan BKN 18/2020 for contract staff (month 21);
NPWP: PMK 112/2022 (15 digits old, 16 digits = NIK new); cards: ISO/IEC 7812 (Luhn); IMEI: 3GPP TS 23.003.
"""

from datetime import UTC, date, datetime

from terbuka.screening.lexicon import district_codes

_WOMEN_DAY = 40
_YOUNGEST_OFFICER, _OLDEST_OFFICER = 17, 75  # old papers name officers who have left since
_REPORTING_BODIES = frozenset({"01", "35", "86", "98", "99"})


def luhn(number: str) -> bool:
    """True when the last digit checks the others after Luhn."""
    total = 0
    for place, char in enumerate(reversed(number)):
        value = int(char)
        if place % 2:
            value = value * 2 - 9 if value > 4 else value * 2
        total += value
    return total % 10 == 0


def real_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def birth_year(two_digits: int, on: date) -> int:
    """The century that makes a person alive: ``15`` is 2015, ``88`` is 1988 (and never in the future)."""
    year = on.year - on.year % 100 + two_digits
    return year if year <= on.year else year - 100


def nik(number: str) -> bool:
    """A NIK: sub-district code, birth date (a woman's day + 40), serial from 0001.

    The 31st of September is taken, too: whoever mistyped a number is still found by the rest of it.

    >>> nik("6371034704880003")
    True
    """
    if len(number) != 16 or number[:6] not in district_codes() or number[12:] == "0000":
        return False
    day, month = int(number[6:8]), int(number[8:10])
    if day > _WOMEN_DAY:
        day -= _WOMEN_DAY
    return 1 <= day <= 31 and 1 <= month <= 12


def family_card(number: str) -> bool:
    """A KK: sub-district code, date of issue (from 1990, day never + 40), serial."""
    if len(number) != 16 or number[:6] not in district_codes() or number[12:] == "0000":
        return False
    day, month, year = int(number[6:8]), int(number[8:10]), int(number[10:12])
    return real_date(birth_year(year, today()), month, day)


def nip(number: str) -> bool:
    """A NIP: birth date, month of appointment (21 for contract staff), sex 1 or 2, serial."""
    if len(number) != 18:
        return False
    born = real_date(int(number[:4]), int(number[4:6]), int(number[6:8]))
    joined, month = int(number[8:12]), int(number[12:14])
    grown = 14 < joined - int(number[:4]) < 60
    return born and grown and (1 <= month <= 12 or month == 21) and number[14] in "12"


def police_nrp(number: str) -> bool:
    """An NRP of the police: year and month of birth (58 for service, 17 before it), serial; eight digits."""
    if len(number) != 8 or not 1 <= int(number[2:4]) <= 12:
        return False
    return _YOUNGEST_OFFICER <= today().year - birth_year(int(number[:2]), today()) <= _OLDEST_OFFICER


def npwp(number: str) -> bool:
    """An NPWP of 15 digits by its form (the check digit of old numbers does not always hold)."""
    return len(number) == 15 and number[:2] != "00"


def company_npwp(number: str) -> bool:
    """NPWP of a body: kinds 01 to 03, or 16 digits with a leading zero."""
    return (len(number) == 15 and number[:2] in {"01", "02", "03"}) or (
        len(number) == 16 and number[:3] in {"001", "002", "003"}
    )


def driving_licence(number: str) -> bool:
    """A SIM: office, year and month of birth, serial (14 digits); before 2019 birth date, region and serial
    (12); today the NIK."""
    if len(number) == 14:
        return 1 <= int(number[6:8]) <= 12
    return len(number) == 12 or nik(number)


def health_card(number: str) -> bool:
    """A card of BPJS Kesehatan: 13 digits of which the first three are zero."""
    return len(number) == 13 and number.startswith("000") and number[3] != "0"


def card(number: str) -> bool:
    """A payment card: 16 to 19 digits, a network's first digits, Luhn."""
    return 15 <= len(number) <= 19 and number[0] in "3456" and luhn(number)


def device(number: str) -> bool:
    """As long as an IMEI, and begun by a reporting body; the last digit may be misread."""
    return len(number) == 15 and number[:2] in _REPORTING_BODIES


def imei(number: str) -> bool:
    """A device: 15 digits with a reporting body of GSMA, Luhn."""
    return device(number) and luhn(number)


def today() -> date:
    """The day in UTC: the century of a birth does not hang on the hour."""
    return datetime.now(UTC).date()
