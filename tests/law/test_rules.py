"""The rules as the statutes have them."""

from datetime import date

import pytest

from terbuka.law.rules import LONGEST, UnknownRule, by_version, rule, rules

OF_THE_LAW = {
    "request": 10,
    "request-extended": 17,
    "completeness": 3,
    "repair": 3,
    "objection-window": 30,
    "objection-answer": 30,
    "commission-window": 14,
    "commission-start": 14,
    "commission-finish": 100,
    "court": 14,
    "exemption-opening": -30,
}
"""Reference sections 1.6, 1.7, 2 and 3.4."""


def test_every_rule_has_the_days_of_the_law_in_every_version() -> None:
    assert {name: {version.working_days for version in versions} for name, versions in rules().items()} == {
        name: {days} for name, days in OF_THE_LAW.items()
    }


def test_every_rule_names_articles_and_both_languages() -> None:
    for versions in rules().values():
        for version in versions:
            assert version.basis and all("Art. " in article for article in version.basis)
            assert version.titled("id") == version.title != version.titled("en") == version.title_en
            assert version.started_by("id") == version.starts != version.started_by("en") == version.starts_en
        since = [version.since for version in versions]
        assert since == sorted(set(since))


def test_only_a_request_can_be_extended_by_seven_days() -> None:
    assert {name: versions[-1].extension for name, versions in rules().items() if versions[-1].extension} == {
        "request": 7
    }


def test_the_version_is_that_of_the_day() -> None:
    assert rule("request", date(2021, 3, 9)).basis == ("UU 14/2008 Art. 22(7)",)
    assert "Perki 1/2021 Art. 31(3)" in rule("request", date(2021, 6, 30)).basis
    assert "Perki 1/2021 Art. 31(3)" not in rule("request", date(2021, 6, 29)).basis
    assert rule("request") == rule("request", date(2026, 1, 1))


def test_a_day_before_the_first_version_has_the_oldest() -> None:
    assert rule("request", date(2009, 1, 1)).since == date(2010, 4, 30)


def test_court_is_stricter_by_the_regulation_of_the_commission() -> None:
    stricter = rule("court").stricter
    assert stricter and (stricter.calendar_days, stricter.article) == (14, "Perki 1/2013 Art. 60(2)")
    assert rule("court", date(2013, 4, 28)).stricter is None


def test_a_clock_keeps_the_version_it_was_started_by() -> None:
    for versions in rules().values():
        for version in versions:
            assert by_version(version.version) == version
    with pytest.raises(UnknownRule, match="request/2012-01-01"):
        by_version("request/2012-01-01")


@pytest.mark.parametrize("count", [1, 2, 5, LONGEST])
def test_any_number_of_working_days_is_a_rule_without_a_statute(count: int) -> None:
    made = rule(f"{count}-working-days")
    assert (made.name, made.since, made.basis) == (f"{count}-working-days", date.min, ())
    assert made.working_days == count and not made.basis and made.extension == 0 and made.stricter is None
    assert made.title == f"{count} hari kerja"
    assert made.title_en == ("1 working day" if count == 1 else f"{count} working days")
    assert made.started_by("id") == made.started_by("en") == ""


@pytest.mark.parametrize("name", ["0-working-days", f"{LONGEST + 1}-working-days"])
def test_a_number_of_days_that_cannot_be_is_refused(name: str) -> None:
    with pytest.raises(UnknownRule, match="antara 1 dan 10000"):
        rule(name)


@pytest.mark.parametrize(
    "name", ["", "permintaan", "-5-working-days", "5-working-days ", "100000-working-days", "٥-working-days"]
)
def test_a_name_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(UnknownRule, match="--list"):
        rule(name)
    with pytest.raises(UnknownRule, match=f"^Aturan {'x' * 40} tidak dikenal"):
        rule("x" * 1000)
