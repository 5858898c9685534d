"""Made-up identity numbers of valid form, for property tests."""

from datetime import date

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from terbuka.screening.lexicon import district_codes
from terbuka.screening.recognisers.checks import luhn

_DAYS = st.dates(date(1935, 1, 1), date(2020, 12, 31))


def nik_number() -> SearchStrategy[str]:
    """Sub-district, birth date (a woman's day + 40), serial."""

    def made(code: str, born: date, woman: bool, serial: int) -> str:
        return f"{code}{born.day + 40 * woman:02d}{born:%m%y}{serial:04d}"

    return st.builds(
        made, st.sampled_from(sorted(district_codes())), _DAYS, st.booleans(), st.integers(1, 9999)
    )


def nip_number() -> SearchStrategy[str]:
    """Birth date, appointment at 18 to 50, sex, serial."""

    def made(born: date, age: int, month: int, sex: int, serial: int) -> str:
        return f"{born:%Y%m%d}{born.year + age}{month:02d}{sex}{serial:03d}"

    months = st.integers(1, 12) | st.just(21)
    return st.builds(made, _DAYS, st.integers(18, 50), months, st.integers(1, 2), st.integers(1, 999))


def card_number() -> SearchStrategy[str]:
    """Sixteen digits that begin like a card and check after Luhn."""

    def made(first: str, rest: int) -> str:
        body = f"{first}{rest:014d}"
        return next(body + str(digit) for digit in range(10) if luhn(body + str(digit)))

    return st.builds(made, st.sampled_from("456"), st.integers(0, 10**14 - 1))


def mobile_number() -> SearchStrategy[str]:
    """A mobile number in one of the forms people write."""

    def made(second: int, rest: str, form: str) -> str:
        a, b, c = f"8{second}{rest[0]}", rest[1:5], rest[5:]
        return form.format(a=a, b=b, c=c)

    forms = (
        "0{a}{b}{c}",
        "0{a}-{b}-{c}",
        "0{a} {b} {c}",
        "+62 {a}-{b}-{c}",
        "+62{a}{b}{c}",
        "62{a}{b}{c}",
        "0{a}.{b}.{c}",
        "(0{a}) {b} {c}",
    )
    rests = st.text("0123456789", min_size=8, max_size=9)
    return st.builds(made, st.integers(1, 9), rests, st.sampled_from(forms))
