"""Decrees as they follow one another."""

from datetime import date

import pytest

from terbuka.law.decrees import BadDecree, Decree, Kind, days_off, known, read, shipped

from .conftest import REFERENCE, decree

JANUARY_4 = "2027-01-04"
ON = date(2027, 1, 4)
LATER = date(2027, 12, 31)


def off(*decrees: Decree, as_of: date = LATER, place: str = "") -> dict[date, Kind]:
    return {on: day.kind for on, day in days_off(known(decrees, as_of, place)).items()}


@pytest.mark.parametrize("year", range(2020, 2028))
def test_every_shipped_year_is_as_other_sources_have_it(year: int) -> None:
    ours = {(str(on), str(kind)) for on, kind in off(*shipped()).items() if on.year == year}
    assert ours == {
        (day["date"], day["kind"]) for day in REFERENCE["calendar"] if day["date"][:4] == str(year)
    }


def test_every_shipped_decree_says_where_it_was_read() -> None:
    assert all(
        found.title and found.source and found.certainty in ("verified", "secondary", "recalled")
        for found in shipped()
    )
    codes = [found.code for found in shipped()]
    assert len(codes) == len(set(codes))


def test_every_shipped_decree_is_issued_before_the_year_it_decides() -> None:
    assert all(found.issued.year < year for found in shipped() for year in found.decides)


def test_a_decree_is_known_from_the_day_it_was_issued() -> None:
    made = decree("a", "2026-09-10", {JANUARY_4: Kind.JOINT_LEAVE})
    assert off(made, as_of=date(2026, 9, 9)) == {}
    assert off(made, as_of=date(2026, 9, 10)) == {ON: Kind.JOINT_LEAVE}


def test_a_later_decree_takes_a_day_back() -> None:
    first = decree("a", "2026-09-10", {JANUARY_4: Kind.JOINT_LEAVE, "2027-01-05": Kind.JOINT_LEAVE})
    later = decree("b", "2026-10-01", withdraws=[JANUARY_4])
    assert off(later, first) == {date(2027, 1, 5): Kind.JOINT_LEAVE}
    assert len(off(later, first, as_of=date(2026, 9, 30))) == 2


def test_a_later_decree_changes_the_kind_of_a_day() -> None:
    first = decree("a", "2026-09-10", {JANUARY_4: Kind.JOINT_LEAVE})
    later = decree("b", "2026-10-01", {JANUARY_4: Kind.NATIONAL_HOLIDAY})
    assert off(later, first) == {ON: Kind.NATIONAL_HOLIDAY}


def test_decrees_of_one_day_follow_by_their_codes() -> None:
    first = decree("a", "2026-09-10", {JANUARY_4: Kind.JOINT_LEAVE})
    second = decree("b", "2026-09-10", {JANUARY_4: Kind.NATIONAL_HOLIDAY})
    assert off(second, first) == off(first, second) == {ON: Kind.NATIONAL_HOLIDAY}


def test_a_superseded_decree_ends_when_the_other_is_issued() -> None:
    first = decree("a", "2026-09-10", {JANUARY_4: Kind.JOINT_LEAVE})
    later = decree("b", "2026-10-01", {"2027-01-05": Kind.JOINT_LEAVE}, supersedes=["a"])
    assert off(first, later) == {date(2027, 1, 5): Kind.JOINT_LEAVE}
    assert off(first, later, as_of=date(2026, 9, 30)) == {ON: Kind.JOINT_LEAVE}


def test_a_local_day_holds_only_at_its_place() -> None:
    local = decree("a", "2026-09-10", {JANUARY_4: Kind.LOCAL}, place="Banjarbaru")
    assert off(local) == off(local, place="Banjarmasin") == {}
    assert known([local], LATER) == []
    assert off(local, place="Banjarbaru") == {ON: Kind.LOCAL}


@pytest.mark.parametrize("own", [Kind.LOCAL, Kind.CLOSURE])
def test_what_the_state_takes_back_stays_off_by_a_decree_of_ones_own(own: Kind) -> None:
    state = decree("a", "2026-09-10", {JANUARY_4: Kind.JOINT_LEAVE})
    here = decree("b", "2026-09-11", {JANUARY_4: own})
    back = decree("c", "2026-10-01", withdraws=[JANUARY_4])
    assert off(state, here) == {ON: Kind.JOINT_LEAVE}, "the state's word stands first"
    assert off(state, here, back) == {ON: own}


HEAD = """
[[decree]]
code = "a"
title = "Keputusan"
issued = 2026-09-10
source = "contoh"
certainty = "recalled"
"""


def test_a_decree_is_read_with_all_it_says() -> None:
    (made,) = read(
        HEAD
        + 'decides = [2027]\nsupersedes = ["z"]\nwithdraws = [2027-01-05]\nplace = "Banjarbaru"\n'
        + '[decree.every_year]\n08-17 = "Hari Kemerdekaan"\n'
        + '[decree.national_holiday]\n2027-01-04 = "Libur (perkiraan)"\n'
    )
    assert (made.code, made.title, made.source, made.certainty) == ("a", "Keputusan", "contoh", "recalled")
    assert made.issued == date(2026, 9, 10) and made.decides == (2027,) and made.place == "Banjarbaru"
    assert made.supersedes == {"z"} and made.withdraws == {date(2027, 1, 5)}
    assert made.every_year == ((8, 17, "Hari Kemerdekaan"),)
    (day,) = made.days
    assert (day.on, day.kind, day.decree, day.is_estimated) == (ON, Kind.NATIONAL_HOLIDAY, "a", True)


def test_a_short_decree_has_nothing_but_its_head() -> None:
    (made,) = read(HEAD)
    assert not (
        made.days or made.every_year or made.decides or made.supersedes or made.withdraws or made.place
    )


def test_a_decree_of_ones_own_is_read() -> None:
    (made,) = read(
        HEAD + "[decree.local]\n2027-01-04 = 'HUT Kota'\n[decree.closure]\n2027-01-05 = 'Pindah'\n"
    )
    assert made.is_own and [day.kind for day in made.days] == [Kind.LOCAL, Kind.CLOSURE]


def test_a_day_of_leap_years_can_return() -> None:
    (made,) = read(HEAD + "[decree.every_year]\n02-29 = 'Libur'\n")
    assert made.every_year == ((2, 29, "Libur"),)


def test_a_refusal_says_what_is_wrong() -> None:
    with pytest.raises(BadDecree, match=r"^Keputusan hari libur tidak dapat dibaca: 'source'\. Periksa"):
        read(HEAD.replace('source = "contoh"', ""))
    with pytest.raises(BadDecree, match=r"tidak dapat dibaca: '2026-09-10'\. Periksa"):
        read(HEAD.replace("2026-09-10", '"2026-09-10"'))
    with pytest.raises(BadDecree, match=r"^a: hari libur negara dan setempat harus"):
        read(HEAD + "[decree.local]\n2027-01-04 = 'HUT'\n[decree.joint_leave]\n2027-01-05 = 'Cuti'\n")


@pytest.mark.parametrize(
    "text",
    [
        "decree = ",
        "nothing = 1",
        "decree = 3",
        "decree = ['a']",
        HEAD.replace('code = "a"', ""),
        HEAD.replace("2026-09-10", '"2026-09-10"'),
        HEAD.replace("2026-09-10", "2026-09-10T07:00:00"),
        HEAD + "withdraws = [2027]\n",
        HEAD + "[decree.joint_leave]\n2027-13-04 = 'Cuti'\n",
        HEAD + "[decree.every_year]\n02-30 = 'Libur'\n",
        HEAD + "[decree.every_year]\n08 = 'Libur'\n",
        HEAD + "joint_leave = 3\n",
        HEAD + "[decree.local]\n2027-01-04 = 'HUT'\n[decree.joint_leave]\n2027-01-05 = 'Cuti'\n",
    ],
)
def test_a_decree_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(BadDecree):
        read(text)
