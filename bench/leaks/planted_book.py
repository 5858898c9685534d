"""Workbooks whose cells were redacted and that keep the name elsewhere, as in the corpus of copies."""

from dataclasses import replace
from random import Random

from leaks.persons import Person, sentences
from leaks.plant import Bed, Builder, Kind
from leaks.xlsx_package import DATE, NUMBER, Leak, Place, Who, files_of, number, packed, text
from leaks.xlsx_parts import PLACES as PARTS
from leaks.xlsx_sheets import PLACES as SHEETS

LEAKS = Bed("xlsx", Kind.STRUCTURE)
NO_LEAK = ("name split over runs", "filtered rows")
"""What a reader of the workbook sees, or what another class holds."""


def redacted_book(who: Who, leak: Leak) -> dict[str, str | bytes]:
    """The parts of a workbook with labels in the cells that told of somebody, and with the leak."""
    shown = replace(
        who, name="[NAMA]", nik="0", seen=who.seen.replace(who.name, "[NAMA]").replace(who.nik, "[NIK]")
    )
    files = files_of(shown, leak)
    first = str(files["xl/worksheets/sheet1.xml"])
    first = first.replace(number("C7", "0", NUMBER), text("C7", "[NIK]"))
    files["xl/worksheets/sheet1.xml"] = first.replace(number("D7", who.day, DATE), text("D7", "[LAHIR]"))
    return files


def who_of(seed: Random, who: Person) -> Who:
    """The person of a planted class, as the workbooks want it."""
    return Who(who.name, who.nik, who.sentence, tuple(sentences(seed, 5)), "", 30000)


def _with(place: Place) -> Builder:
    def build(seed: Random, who: Person) -> bytes:
        person = who_of(seed, who)
        return packed(redacted_book(person, place(person)))

    return build


for _name, _place in {**SHEETS, **PARTS}.items():
    if _name not in NO_LEAK:
        LEAKS.add(_name, _with(_place))
