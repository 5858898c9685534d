"""``terbuka deadline``: when something is due by the law, and every day on the way with its reason."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from terbuka.language import N_, counted, language, translate

if TYPE_CHECKING:
    from terbuka.law.calendar import Calendar
    from terbuka.law.deadlines import CountedDay, Deadline

KINDS = {
    "national_holiday": N_("libur nasional"),
    "joint_leave": N_("cuti bersama"),
    "local": N_("libur setempat"),
    "closure": N_("kantor tutup"),
}
WEEKEND = N_("akhir pekan")


class JointLeave(StrEnum):
    """What joint leave (cuti bersama) counts as."""

    OFF = "off"
    WORKING = "working"


def _list(wanted: bool) -> None:
    from terbuka.law.rules import rules

    if wanted:
        for name, versions in rules().items():
            newest = versions[-1]
            typer.echo(f"{name:20}{newest.titled(language())}")
            typer.echo(f"{'':20}{_count(newest.working_days)}: {newest.started_by(language())}")
            typer.echo(f"{'':20}{_articles(newest.basis)}")
        raise typer.Exit


def deadline(
    rule: Annotated[
        str,
        typer.Argument(
            metavar=translate(N_("ATURAN")),
            help=translate(N_("Nama aturan menurut --list, atau N-working-days untuk N hari kerja.")),
        ),
    ],
    start: Annotated[
        datetime,
        typer.Option(
            "--from",
            metavar=translate(N_("TANGGAL")),
            formats=["%Y-%m-%d"],
            help=translate(N_("Hari pemicu, ditulis TAHUN-BULAN-TANGGAL; ia sendiri tidak dihitung.")),
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help=translate(N_("Cetak satu objek JSON.")))] = False,
    joint_leave: Annotated[
        JointLeave,
        typer.Option(
            metavar="off|working", help=translate(N_("Cuti bersama: libur (off) atau hari kerja (working)."))
        ),
    ] = JointLeave.OFF,
    calendar_as_of: Annotated[
        datetime | None,
        typer.Option(
            metavar=translate(N_("TANGGAL")),
            formats=["%Y-%m-%d"],
            help=translate(N_("Hanya keputusan hari libur yang terbit sampai tanggal ini.")),
        ),
    ] = None,
    list_rules: Annotated[
        bool,
        typer.Option(
            "--list",
            is_eager=True,
            callback=_list,
            help=translate(N_("Sebut semua aturan, lalu selesai.")),
        ),
    ] = False,
) -> None:
    from terbuka.law.calendar import Calendar
    from terbuka.law.deadlines import due
    from terbuka.law.rules import rule as rule_named

    calendar = Calendar(
        as_of=calendar_as_of.date() if calendar_as_of else date.max,
        joint_leave_works=joint_leave == JointLeave.WORKING,
    )
    found = due(rule_named(rule, start.date()), start.date(), calendar)
    if as_json:
        typer.echo(json.dumps(_as_json(found, calendar), ensure_ascii=False, indent=1))
    else:
        _print(found)
    for warning in _warnings(found):
        typer.echo(f"terbuka: {warning}", err=True)


def _print(found: "Deadline") -> None:
    typer.echo(
        translate(N_("%(title)s: paling lambat %(due)s."))
        % {"title": found.rule.titled(language()), "due": _written(found.due)}
    )
    typer.echo(_counted_from(found))
    typer.echo()
    for day in found.days:
        number = "" if day.number is None else str(day.number)
        typer.echo(f"{number:>5}  {_written(day.on):28}{_reason(day)}".rstrip())
    typer.echo()
    typer.echo(_safely(found))
    if found.rule.basis:
        typer.echo(translate(N_("Dasar: %(articles)s.")) % {"articles": _articles(found.rule.basis)})
    for decree in found.decrees:
        typer.echo(
            translate(N_("Kalender: %(title)s, terbit %(issued)s."))
            % {"title": decree.title, "issued": _written(decree.issued, weekday=False)}
        )


def _counted_from(found: "Deadline") -> str:
    starts = found.rule.started_by(language())
    said = (
        N_("%(count)s sejak %(start)s, saat %(starts)s. Hari itu sendiri tidak dihitung.")
        if starts
        else N_("%(count)s sejak %(start)s. Hari itu sendiri tidak dihitung.")
    )
    values = {"count": _count(found.rule.working_days), "start": _written(found.start), "starts": starts}
    return translate(said) % values


def _safely(found: "Deadline") -> str:
    from terbuka.law.deadlines import JOINT_LEAVE

    if not found.safe_by:
        return translate(N_("Tanggal aman: sama; tidak ada hitungan yang lebih ketat."))
    values = {"safe": _written(found.safe), "article": _articles([found.safe_by])}
    if found.safe_by == JOINT_LEAVE:
        return translate(N_("Tanggal aman: %(safe)s, bila cuti bersama dihitung hari kerja.")) % values
    return translate(N_("Tanggal aman: %(safe)s, menurut %(article)s.")) % values


def _warnings(found: "Deadline") -> Iterator[str]:
    if found.undecided:
        years = ", ".join(map(str, found.undecided))
        yield (
            translate(
                N_(
                    "PERHATIAN, tanggal sementara: hari libur %(years)s belum ditetapkan. Yang dihitung "
                    "hanya akhir pekan dan libur yang tetap tanggalnya; hitung lagi setelah ada keputusannya."
                )
            )
            % {"years": years}
        )
    if found.estimated:
        days = ", ".join(_written(on) for on in found.estimated)
        yield (
            translate(N_("PERHATIAN, tanggal sementara: %(days)s masih perkiraan, menunggu sidang isbat."))
            % {"days": days}
        )
    if found.is_before_the_rule:
        yield (
            translate(N_("Aturan ini baru berlaku sejak %(since)s."))
            % {"since": _written(found.rule.since, weekday=False)}
        )


def _as_json(found: "Deadline", calendar: "Calendar") -> dict[str, Any]:
    """What scripts may rely on; the kinds of days are said in English whatever the language."""
    return {
        "rule": found.rule.name,
        "version": found.rule.version,
        "from": found.start.isoformat(),
        "due": found.due.isoformat(),
        "safe": found.safe.isoformat(),
        "safe_by": found.safe_by or None,
        "provisional": found.is_provisional,
        "days": [_day_as_json(day) for day in found.days],
        "calendar": {
            "as_of": None if calendar.as_of == date.max else calendar.as_of.isoformat(),
            "joint_leave": JointLeave.WORKING if calendar.joint_leave_works else JointLeave.OFF,
            "decrees": [
                {
                    "code": decree.code,
                    "title": decree.title,
                    "issued": decree.issued.isoformat(),
                    "certainty": decree.certainty,
                }
                for decree in found.decrees
            ],
            "undecided": list(found.undecided),
            "estimated": [on.isoformat() for on in found.estimated],
        },
        "basis": list(found.rule.basis),
    }


def _day_as_json(day: "CountedDay") -> dict[str, Any]:
    on = day.on.isoformat()
    if day.number is not None:
        return {"date": on, "counted": day.number}
    if day.off is None:
        return {"date": on, "skipped": f"{day.on:%A}", "kind": "weekend"}
    said = f"{day.off.name} ({day.off.kind.replace('_', ' ')})"
    return {"date": on, "skipped": said, "kind": day.off.kind, "decree": day.off.decree}


def _reason(day: "CountedDay") -> str:
    if day.off is not None:
        return f"{day.off.name} ({translate(KINDS[day.off.kind])})"
    return translate(WEEKEND) if day.number is None else ""


def _count(working_days: int) -> str:
    if working_days < 0:
        return counted(N_("%(count)s hari kerja mundur"), -working_days) % {"count": -working_days}
    return counted(N_("%(count)s hari kerja"), working_days) % {"count": working_days}


def _articles(basis: "list[str] | tuple[str, ...]") -> str:
    said = ", ".join(basis)
    return said.replace("Art.", "Pasal") if language() == "id" else said


def _written(on: date, *, weekday: bool = True) -> str:
    """``"Rabu, 1 April 2026"``."""
    from babel.dates import format_date

    pattern = "EEEE, d MMMM y" if weekday else "d MMMM y"
    return format_date(on, pattern, locale="en" if language() == "en" else "id")
