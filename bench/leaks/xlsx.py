"""XLSX files with one invented person each: named in a cell, and once more where nobody looks."""

from pathlib import Path
from random import Random

from leaks.case import Builder, Case, Family, Planted
from leaks.persons import words
from leaks.xlsx_package import Leak, Who, package, who_of
from leaks.xlsx_parts import CONTAINERS, PLACES
from leaks.xlsx_sheets import PLACES as SHEETS

FAMILY = Family("xlsx", "sheets")


def _planted(who: Who, path: Path, data: bytes, kept: tuple[str, ...] = ()) -> Planted:
    path.write_bytes(data)
    return Planted(path, (who.name, who.nik, who.born), words([*who.kept[:3], *kept]), terms=(who.name,))


def _in_workbook(place: str) -> Builder:
    def build(seed: Random, folder: Path) -> Planted:
        who = who_of(seed)
        leak: Leak = (SHEETS.get(place) or PLACES[place])(who)
        return _planted(who, folder / "laporan.xlsx", package(who, leak), leak.kept)

    return build


def _in_container(place: str) -> Builder:
    def build(seed: Random, folder: Path) -> Planted:
        who = who_of(seed)
        return _planted(who, folder / "laporan.xlsx", CONTAINERS[place](who))

    return build


def _named(place: str) -> str:
    return "_".join(place.replace(",", "").split()).lower()


for _place in SHEETS:
    FAMILY.cases.append(Case(_named(_place), "xlsx_sheets", "xlsx", _in_workbook(_place)))
for _place in PLACES:
    FAMILY.cases.append(Case(_named(_place), "xlsx_parts", "xlsx", _in_workbook(_place)))
for _place in CONTAINERS:
    FAMILY.cases.append(Case(_named(_place), "xlsx_container", "xlsx", _in_container(_place)))
