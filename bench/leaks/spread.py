"""A name that is whole for a reader of the page alone: letters apart, down a column, in another order."""

from collections.abc import Callable
from html import escape
from pathlib import Path
from random import Random

from leaks.case import Case, Family, Planted, Shown
from leaks.persons import person, sentences, words
from leaks.raw import LEFT, Draft, show
from leaks.xlsx_package import Leak, package, row, text, who_of

FAMILY = Family("pdf", "spread")
LOW, STEP = 500, 20
FEW_LETTERS = "TITIN INTAN"
"""A name of four different letters: as many signs as a page has bullets."""
SIGNS = dict(zip("TINA", "!?;:", strict=True))


def _pdf(build: Callable[[Draft], Planted]) -> Callable[[Draft], Planted]:
    FAMILY.cases.append(
        Case(build.__name__, "pdf_spread", "pdf", lambda seed, folder: build(Draft(seed, folder)))
    )
    return build


def _apart(draft: Draft, signs: str, font: str = "F", down: int = 0, x: int = LEFT) -> bytes:
    """Each sign by itself, in a row or a column."""
    across = 0 if down else STEP
    return b"".join(
        show(sign, x + across * at, LOW - down * at, 14, font=font)
        for at, sign in enumerate(signs)
        if sign != " "
    )


def _lying(draft: Draft) -> None:
    """A font in which letters are said to be marks."""
    rows = "".join(f"<{ord(letter):02x}> <{ord(sign):04x}>\n" for letter, sign in SIGNS.items())
    told = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def "
        f"1 begincodespacerange <00> <ff> endcodespacerange {len(SIGNS)} beginbfchar\n{rows}endbfchar "
        "endcmap end end"
    )
    draft.pdf.fonts["L"] = draft.pdf.add(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode %d 0 R >>"
        % draft.pdf.stream(told.encode())
    )


def _made(draft: Draft, content: bytes, name: str = "", shown: Shown = Shown.TEXT) -> Planted:
    name = name or draft.person.name
    draft.pdf.page(draft.harmless + content)
    may_refuse = "nobody reads letters apart for certain" if shown is Shown.PIXELS else ""
    return draft.by_term(secrets=(name,), terms=(name,), shown=shown, may_refuse=may_refuse)


@_pdf
def marks_that_are_letters_in_a_row(draft: Draft) -> Planted:
    "Letters that are said to be marks, each a word by itself."
    _lying(draft)
    return _made(draft, _apart(draft, FEW_LETTERS, "L"), FEW_LETTERS, Shown.PIXELS)


@_pdf
def marks_that_are_letters_in_a_column(draft: Draft) -> Planted:
    "The same one below the other, words beside them."
    _lying(draft)
    beside = b"".join(show("pintu", LEFT + 14, LOW - 22 * at, 14) for at in range(len(FEW_LETTERS)))
    return _made(draft, _apart(draft, FEW_LETTERS, "L", down=22) + beside, FEW_LETTERS, Shown.PIXELS)


@_pdf
def some_marks_that_are_letters(draft: Draft) -> Planted:
    "Honest letters, and one that is said to be a mark."
    _lying(draft)
    honest = _apart(draft, FEW_LETTERS.replace("I", " "))
    lying = _apart(draft, "".join(sign if sign == "I" else " " for sign in FEW_LETTERS), "L")
    return _made(draft, honest + lying, FEW_LETTERS, Shown.PIXELS)


@_pdf
def bars_for_letters(draft: Draft) -> Planted:
    "A bar is written for every I."
    return _made(draft, _apart(draft, FEW_LETTERS.replace("I", "|")), FEW_LETTERS)


@_pdf
def bars_between_letters(draft: Draft) -> Planted:
    "A bar between any two letters."
    return _made(draft, show(" | ".join(draft.person.name.replace(" ", "")), LEFT, LOW))


@_pdf
def dashes_between_letters(draft: Draft) -> Planted:
    "A dash between any two letters."
    return _made(draft, show(" - ".join(draft.person.name.replace(" ", "")), LEFT, LOW))


@_pdf
def letters_down_a_column(draft: Draft) -> Planted:
    "A letter in each row, beside its number and a word."
    name = draft.person.name.upper().replace(" ", "")
    rows = b"".join(
        show(str(at), LEFT, LOW - 20 * at)
        + show(letter, LEFT + 60, LOW - 20 * at)
        + show("pintu", LEFT + 120, LOW - 20 * at)
        for at, letter in enumerate(name, 1)
    )
    return _made(draft, rows)


@_pdf
def letters_of_a_loose_line(draft: Draft) -> Planted:
    "The name in a narrow column that is stretched to its margin."
    column = ["Bantuan itu telah diterima", f"oleh {draft.person.name}", "dan dicatat oleh petugas"]
    shown = b""
    for number, line in enumerate(column):
        for at, word in enumerate(line.split()):
            shown += show(word, LEFT + at * 300 // len(line.split()), LOW - 14 * number)
    return _made(draft, shown)


# --- pages --------------------------------------------------------------------------------------------

PAGES = {
    "row_that_runs_backwards": "<div style='display:flex;flex-direction:row-reverse'>{backwards}</div>",
    "numbered_children": "<div style='display:flex'>{numbered}</div>",
    "places_of_their_own": "<div style='position:relative;height:2em'>{placed}</div>",
    "shifted_letters": "<p>{shifted}</p>",
    "floating_letters": "<p>{floating}</p>",
    "letters_from_right_to_left": "<p dir=rtl>{blocks}</p>",
    "table_from_right_to_left": "<table dir=rtl><tr>{cells}</tr></table>",
    "letters_down_a_table": "<table>{rows}</table>",
    "letters_in_cells": "<table><tr><td>Nama</td>{forward}</tr></table>",
}  # fmt: skip


def _page(body: str) -> Callable[[Random, Path], Planted]:
    def build(seed: Random, folder: Path) -> Planted:
        name = person(seed).name
        letters = [escape(letter) for letter in name.upper().replace(" ", "")]
        turned = letters[::-1]
        told = body.format(
            backwards="".join(f"<b>{each}</b>" for each in turned),
            numbered="".join(f"<b style='order:-{at}'>{each}</b>" for at, each in enumerate(turned)),
            placed="".join(
                f"<b style='position:absolute;left:{400 - 20 * at}px'>{each}</b>"
                for at, each in enumerate(turned)
            ),
            shifted="".join(
                f"<b style='position:relative;left:{20 * (len(turned) - 2 * at)}px'>{each}</b>"
                for at, each in enumerate(turned)
            ),
            floating="".join(f"<b style='float:right'>{each}</b>" for each in turned),
            blocks="".join(f"<b style='display:inline-block'>{each}</b>" for each in turned),
            cells="".join(f"<td>{each}</td>" for each in turned),
            forward="".join(f"<td>{each}</td>" for each in letters),
            rows="".join(f"<tr><td>{at}<td>{each}<td>pintu" for at, each in enumerate(letters, 1)),
        )
        lines = sentences(seed)
        around = "".join(f"<p>{line}</p>" for line in lines)
        path = folder / "halaman.html"
        path.write_text(f"<!DOCTYPE html><html><body>{around}{told}</body></html>", encoding="utf-8")
        return Planted(path, (name,), words(lines), terms=(name,))

    return build


for _name, _body in PAGES.items():
    FAMILY.cases.append(Case(_name, "html_spread", "html", _page(_body)))


# --- workbooks ----------------------------------------------------------------------------------------


def _sheet(down: bool, beside: bool) -> Callable[[Random, Path], Planted]:
    def build(seed: Random, folder: Path) -> Planted:
        who = who_of(seed)
        letters = who.name.upper()
        if down:
            rows = [
                row(
                    20 + at,
                    *([text(f"A{20 + at}", str(at))] if beside else []),
                    *([text(f"C{20 + at}", letter)] if letter != " " else []),
                )
                for at, letter in enumerate(letters)
            ]
        else:
            cells = [text(f"{chr(66 + at)}20", letter) for at, letter in enumerate(letters) if letter != " "]
            rows = [row(20, text("A20", "Nama"), *cells)]
        path = folder / "laporan.xlsx"
        path.write_bytes(package(who, Leak(rows)))
        return Planted(path, (who.name,), words(list(who.kept[:3])), terms=(who.name,))

    return build


def _turned_sheet(seed: Random, folder: Path) -> Planted:
    """The letters backwards, on a sheet whose first column stands on the right."""
    who = who_of(seed)
    letters = who.name.upper().replace(" ", "")[::-1]
    cells = [text(f"{chr(65 + at)}20", letter) for at, letter in enumerate(letters)]
    views = '<sheetViews><sheetView rightToLeft="1" workbookViewId="0"/></sheetViews>'
    path = folder / "laporan.xlsx"
    path.write_bytes(package(who, Leak([row(20, *cells)], views=views)))
    return Planted(path, (who.name,), words(list(who.kept[:3])), terms=(who.name,))


FAMILY.cases.append(Case("first_column_on_the_right", "xlsx_spread", "xlsx", _turned_sheet))
for _name, _down, _beside in (
    ("letters_in_cells", False, False),
    ("letters_down_a_column", True, False),
    ("letters_down_beside_numbers", True, True),
):
    FAMILY.cases.append(Case(_name, "xlsx_spread", "xlsx", _sheet(_down, _beside)))
