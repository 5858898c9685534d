"""``terbuka deadline`` as it is called."""

import json
from typing import Any

import pytest

from terbuka.language import use_language
from terbuka.law.rules import rules
from tests.cli.conftest import Terbuka, real
from tests.law.conftest import REFERENCE


def asked(terbuka: Terbuka, *arguments: object) -> dict[str, Any]:
    outcome = terbuka("deadline", *arguments, "--json")
    assert outcome.status == 0
    made: dict[str, Any] = json.loads(outcome.out)
    return made


@pytest.mark.parametrize("vector", REFERENCE["vectors"], ids=lambda vector: str(vector["id"]))
def test_every_vector_comes_out_of_the_command(vector: dict[str, Any], terbuka: Terbuka) -> None:
    count = vector["working_days"]
    name = "exemption-opening" if count < 0 else f"{count}-working-days"
    leave = "off" if vector["joint_leave_excluded"] else "working"
    assert (
        asked(terbuka, name, "--from", vector["trigger"], "--joint-leave", leave)["due"] == vector["expected"]
    )


def test_json_is_as_the_contract_has_it(terbuka: Terbuka) -> None:
    made = asked(terbuka, "request", "--from", "2021-03-09")
    assert (made["rule"], made["from"], made["due"], made["safe"]) == (
        "request",
        "2021-03-09",
        "2021-03-24",
        "2021-03-24",
    )
    assert made["days"][:2] == [
        {"date": "2021-03-10", "counted": 1},
        {
            "date": "2021-03-11",
            "skipped": "Isra Mikraj Nabi Muhammad (national holiday)",
            "kind": "national_holiday",
            "decree": "skb-2021",
        },
    ]
    assert made["days"][3] == {"date": "2021-03-13", "skipped": "Saturday", "kind": "weekend"}
    assert made["basis"] == ["UU 14/2008 Art. 22(7)"] and made["version"] == "request/2010-04-30"
    assert made["calendar"]["as_of"] is None and made["calendar"]["joint_leave"] == "off"
    assert {"code", "title", "issued", "certainty"} == set(made["calendar"]["decrees"][0])
    assert (made["safe_by"], made["provisional"], made["calendar"]["undecided"]) == (None, False, [])


def test_the_calendar_of_an_earlier_day_is_taken(terbuka: Terbuka) -> None:
    """Until 22 February 2021 the 12 March was joint leave."""
    made = asked(terbuka, "request", "--from", "2021-03-09", "--calendar-as-of", "2021-02-21")
    assert made["due"] == "2021-03-25" and made["calendar"]["as_of"] == "2021-02-21"
    assert {"date": "2021-03-12", "kind": "joint_leave"}.items() <= made["days"][2].items()


def test_joint_leave_can_be_worked(terbuka: Terbuka) -> None:
    made = asked(terbuka, "request", "--from", "2026-03-11", "--joint-leave", "working")
    assert (made["due"], made["calendar"]["joint_leave"]) == ("2026-03-26", "working")


def test_the_way_is_printed_day_by_day(terbuka: Terbuka) -> None:
    outcome = terbuka("deadline", "request", "--from", "2026-03-11")
    assert (outcome.status, outcome.err) == (0, "")
    lines = outcome.out.splitlines()
    assert lines[0] == "Pemberitahuan tertulis atas permintaan: paling lambat Rabu, 1 April 2026."
    assert lines[1].startswith("10 hari kerja sejak Rabu, 11 Maret 2026, saat permintaan diterima.")
    assert "    1  Kamis, 12 Maret 2026" in lines and "   10  Rabu, 1 April 2026" in lines
    assert "       Sabtu, 14 Maret 2026        akhir pekan" in lines
    assert "       Kamis, 19 Maret 2026        Hari Suci Nyepi (libur nasional)" in lines
    assert "Tanggal aman: Kamis, 26 Maret 2026, bila cuti bersama dihitung hari kerja." in lines
    assert any(line.startswith("Dasar: UU 14/2008 Pasal 22(7), ") for line in lines)
    assert lines[-1].startswith("Kalender: SKB ") and lines[-1].endswith(", terbit 19 September 2025.")


def test_joint_leave_that_is_worked_is_counted_and_named(terbuka: Terbuka) -> None:
    outcome = terbuka("deadline", "request", "--from", "2026-03-11", "--joint-leave", "working")
    assert "    5  Rabu, 18 Maret 2026         Cuti Bersama Hari Suci Nyepi (cuti bersama)" in outcome.out
    assert "Tanggal aman: sama; tidak ada hitungan yang lebih ketat." in outcome.out


def test_another_instrument_is_named_where_it_is_stricter(terbuka: Terbuka) -> None:
    outcome = terbuka("deadline", "court", "--from", "2026-12-14")
    assert "Tanggal aman: Senin, 28 Desember 2026, menurut Perki 1/2013 Pasal 60(2)." in outcome.out


def test_days_without_a_statute_have_no_basis(terbuka: Terbuka) -> None:
    outcome = terbuka("deadline", "5-working-days", "--from", "2026-06-02")
    assert outcome.out.startswith("5 hari kerja: paling lambat Selasa, 9 Juni 2026.\n")
    assert "5 hari kerja sejak Selasa, 2 Juni 2026. Hari itu" in outcome.out and "Dasar" not in outcome.out


def test_a_year_without_a_decree_is_said_loudly(terbuka: Terbuka) -> None:
    outcome = terbuka("deadline", "exemption-opening", "--from", "2051-03-09", "--json")
    made = json.loads(outcome.out)
    assert outcome.status == 0 and made["due"] == "2051-01-26"
    assert made["provisional"] and made["calendar"]["undecided"] == [2051]
    assert outcome.err.startswith("terbuka: PERHATIAN, tanggal sementara: hari libur 2051 belum ditetapkan.")


def test_days_that_wait_for_the_moon_are_said(terbuka: Terbuka) -> None:
    outcome = terbuka("deadline", "request", "--from", "2027-03-05", "--json")
    assert json.loads(outcome.out)["calendar"]["estimated"] == ["2027-03-10", "2027-03-11"]
    assert "Rabu, 10 Maret 2027" in outcome.err and "sidang isbat" in outcome.err


def test_a_rule_that_did_not_hold_yet_is_said(terbuka: Terbuka) -> None:
    outcome = terbuka("deadline", "repair", "--from", "2021-06-01")
    assert outcome.status == 0 and outcome.err == "terbuka: Aturan ini baru berlaku sejak 30 Juni 2021.\n"


def test_the_list_names_every_rule(terbuka: Terbuka) -> None:
    outcome = terbuka("deadline", "--list")
    assert (outcome.status, outcome.err) == (0, "")
    assert [line.split()[0] for line in outcome.out.splitlines()[::3]] == list(rules())
    assert "30 hari kerja mundur: jangka waktu pengecualian berakhir" in outcome.out


def test_english_is_spoken_where_it_is_asked_for(terbuka: Terbuka) -> None:
    use_language("en")
    outcome = terbuka("deadline", "request", "--from", "2026-03-11")
    assert outcome.out.startswith(
        "Written notice on a request: due by Wednesday, 1 April 2026.\n10 working days "
    )
    assert "Hari Suci Nyepi (national holiday)" in outcome.out and "Art. 22(7)" in outcome.out
    assert terbuka("deadline", "1-working-days", "--from", "2026-03-11").out.startswith("1 working day: ")


def test_json_says_the_same_in_every_language(terbuka: Terbuka) -> None:
    indonesian = asked(terbuka, "request", "--from", "2026-03-11")
    use_language("en")
    assert asked(terbuka, "request", "--from", "2026-03-11") == indonesian


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "ATURAN belum disebut. Lihat 'terbuka deadline --help'."),
        (["request"], "--from belum disebut. Lihat 'terbuka deadline --help'."),
        (
            ["request", "--from", "2026-02-30"],
            "Nilai untuk --from tidak dapat dipakai. Lihat 'terbuka deadline --help'.",
        ),
        (
            ["request", "--from", "2026-02-03", "--joint-leave", "on"],
            "Nilai untuk --joint-leave tidak dapat dipakai. Lihat 'terbuka deadline --help'.",
        ),
        (
            ["permintaan", "--from", "2026-02-03"],
            "Aturan permintaan tidak dikenal. Lihat 'terbuka deadline --list'.",
        ),
        (["0-working-days", "--from", "2026-02-03"], "Jumlah hari kerja harus antara 1 dan 10000."),
        (
            ["request", "--from", "9999-12-30"],
            "Tanggal itu di luar kalender. Periksa tanggal dan jumlah harinya.",
        ),
        (
            ["exemption-opening", "--from", "0001-01-02"],
            "Tanggal itu di luar kalender. Periksa tanggal dan jumlah harinya.",
        ),
    ],
)
def test_wrong_usage_is_one_sentence(terbuka: Terbuka, arguments: list[str], said: str) -> None:
    outcome = terbuka("deadline", *arguments)
    assert (outcome.status, outcome.sentence) == (2, said)


def test_no_office_is_needed() -> None:
    outcome = real("deadline", "request", "--from", "2021-03-09", "--json")
    assert (outcome.status, json.loads(outcome.out)["due"]) == (0, "2021-03-24")
