"""Every planted leak in a public workbook is seen, in its cells and beside them. Names are invented."""

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from terbuka.documents.reader import open_document
from terbuka.documents.xlsx.read import read
from terbuka.errors import Survives
from terbuka.redaction.plan import readable_pages
from terbuka.redaction.redact import redact
from terbuka.redaction.verifier.inspect import inspect
from terbuka.redaction.verify import secrets_of, verify
from terbuka.redaction.writers.xlsx import write
from terbuka.screening.screen import screen

from ...documents.samples.xlsx import cell, part, row, rows, sheet, styles, xf, xlsx
from ..conftest import plan_hiding

SHEET = "xl/worksheets/sheet1.xml"
HIDE = r"Siti Rahmah|6371034704880003|07/04/1988"
Parts = dict[str, bytes]
Change = Callable[[Parts], None]


def _silent(done: int, total: int) -> None: ...


@pytest.fixture
def copy(tmp_path: Path) -> dict[str, object]:
    """The request for a copy in which a name, a number and a day are hidden; its ``path`` beside it."""
    source, path = tmp_path / "asal.xlsx", tmp_path / "salinan.xlsx"
    data = row(1, cell("A1", "Siti Rahmah"), cell("B1", 6371034704880003), cell("C1", 32240, 1))
    source.write_bytes(xlsx(data + rows(["Rapat", 1500000, "Ratna"], start=2), look=styles(xf(14))))
    plan = plan_hiding(read(source.read_bytes(), "", _silent), HIDE)
    placed = write(source, path, plan, _silent)
    return {
        "public": str(path),
        "secrets": [
            *([s.number, "BIRTH" if "/" in s.text else s.type, s.text] for s in secrets_of(plan)),
            [0, "TERM", "Budi Santoso"],
        ],
        "pages": readable_pages(plan, placed),
        "ours": False,
    }


def found(request: dict[str, object]) -> set[tuple[str, str]]:
    answer = inspect(request, _silent)
    assert "rahmah" not in json.dumps(answer).lower(), "the verifier must not tell the secret"
    assert answer["format"] == "xlsx"
    return {(s["class"], s["place"]) for check in answer["checks"] for s in check["survivors"]}


def changed(request: dict[str, object], change: Change) -> None:
    """The copy with parts changed and no longer said to be ours."""
    path = Path(str(request["public"]))
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name in ("_rels/.rels", "xl/_rels/workbook.xml.rels"):
        parts[name] = parts[name].replace(b'Id="workbook"', b'Id="r1"').replace(b'Id="styles"', b'Id="r2"')
    change(parts)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)
    path.write_bytes(made.getvalue())


def added(*cells: str) -> Change:
    def change(parts: Parts) -> None:
        parts[SHEET] = parts[SHEET].replace(b"</sheetData>", row(9, *cells).encode() + b"</sheetData>")

    return change


def test_copy_passes(copy: dict[str, object]) -> None:
    assert found(copy) == set() == found({**copy, "ours": True})
    changed(copy, lambda parts: None)
    assert found(copy) == set()


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        ([cell("A9", "SITI RAHMAH")], "cells"),
        ([cell("A9", "Rahmah")], "cells"),
        ([cell("A9", "Siti"), cell("B9", "Rahmah")], "cells"),
        ([cell("A9", "<is><r><t>Siti Rah</t></r><r><t>mah</t></r></is>")], "cells"),
        ([cell("A9", "_x0053_iti Rahmah")], "cells"),
        ([cell("A9", 6371034704880003)], "cells"),
        ([cell("A9", "<v>6.371034704880003E15</v>")], "cells"),
        ([cell("A9", "7 April 1988")], "cells"),
        ([cell("A9", 32240)], "day of a cell"),
        ([cell("A9", "Budi Santoso")], "cells"),
        ([cell("A9", "<v>Siti Rahmah</v>")], "cells"),
    ],
)
def test_secret_in_a_cell_is_seen(copy: dict[str, object], cells: list[str], place: str) -> None:
    changed(copy, added(*cells))
    assert ("text", place) in found(copy)


@pytest.mark.parametrize(("value", "code"), [("6371034704880003", "0.00E+00"), ("6371034704880003", ";;;")])
def test_number_that_is_not_shown_is_seen(copy: dict[str, object], value: str, code: str) -> None:
    def change(parts: Parts) -> None:
        name = "xl/styles.xml"
        parts[name] = styles(*[xf()] * 5, xf(170), codes={170: code}).encode()
        added(cell("A9", f"<v>{value}</v>", 6))(parts)

    changed(copy, change)
    assert ("text", "number of a cell") in found(copy)


def test_day_under_a_format_that_shows_nothing_is_seen(copy: dict[str, object]) -> None:
    def change(parts: Parts) -> None:
        parts["xl/styles.xml"] = styles(*[xf()] * 5, xf(170), codes={170: ";;;"}).encode()
        added(cell("A9", 32240, 6))(parts)

    changed(copy, change)
    assert ("text", "day of a cell") in found(copy)


@pytest.mark.parametrize("letter", "abcdefghijklmnopqrstuvwxyz")
def test_what_parts_numbers_is_no_hidden_letter(copy: dict[str, object], letter: str) -> None:
    changed(copy, added(cell("A9", "<v>7</v>"), cell("B9", 32241, 1)))
    before = found(copy)
    copy["secrets"] = [*copy["secrets"], [9, "PERSON", letter]]  # type: ignore[misc]
    assert {place for _, place in found(copy) - before} <= {"cells", "attribute", "names and strings"}


@pytest.mark.parametrize(
    ("old", "new", "survivor"),
    [
        ("<sheetData>", '<sheetData x="Siti Rahmah">', ("metadata", "attribute")),
        ("<sheetData>", "<sheetData><!-- x -->", ("comment", SHEET)),
        ("<sheetData>", "<sheetData><?x y?>", ("structure", SHEET)),
        ("<sheetData>", "<sheetData", ("structure", SHEET)),
        ("</worksheet>", "<headerFooter>Siti Rahmah</headerFooter></worksheet>", ("text", "cells")),
        (
            "</worksheet>",
            "<headerFooter><oddHeader>&amp;CSiti &amp;&amp; Tono&amp;RSiti Rahmah</oddHeader>"
            "</headerFooter></worksheet>",
            ("text", "cells"),
        ),
        ("</worksheet>", '<hyperlink tooltip="Siti Rahmah"/></worksheet>', ("metadata", "attribute")),
        ("</worksheet>", "<legacyDrawing/></worksheet>", ("comment", SHEET)),
        ("<worksheet ", "<!DOCTYPE a><worksheet ", ("structure", SHEET)),
    ],
)
def test_what_stands_beside_the_cells_is_seen(
    copy: dict[str, object], old: str, new: str, survivor: tuple[str, str]
) -> None:
    def change(parts: Parts) -> None:
        assert old in parts[SHEET].decode()
        parts[SHEET] = parts[SHEET].replace(old.encode(), new.encode(), 1)

    changed(copy, change)
    assert survivor in found(copy)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("xl/comments1.xml", "comment"),
        ("xl/media/image1.png", "picture"),
        ("xl/pivotCache/x.xml", "embedded-object"),
        ("xl/externalLinks/x.xml", "link"),
        ("xl/vbaProject.bin", "script"),
        ("lain.txt", "attachment"),
    ],
)
def test_part_that_no_copy_has_is_seen(copy: dict[str, object], name: str, kind: str) -> None:
    changed(copy, lambda parts: parts.update({name: b"Siti Rahmah"}))
    assert {(kind, "part not on the list"), ("bytes", name)} <= found(copy)


@pytest.mark.parametrize("name", ["docProps/core.xml", "customXml/item1.xml", "xl/printerSettings/p1.bin"])
def test_part_that_every_program_writes_is_judged_by_what_it_says(copy: dict[str, object], name: str) -> None:
    changed(copy, lambda parts: parts.update({name: b"<a>Bagian Umum</a>"}))
    assert found(copy) == set()
    assert ("attachment", "part not on the list") in found({**copy, "ours": True}) or (
        "metadata",
        "part not on the list",
    ) in found({**copy, "ours": True})
    changed(copy, lambda parts: parts.update({name: b"<a>Siti Rahmah</a>"}))
    assert ("bytes", name) in found(copy)


def test_names_of_cells_are_judged_by_what_they_say_where_the_copy_is_not_ours(
    copy: dict[str, object],
) -> None:
    def change(parts: Parts) -> None:
        told = b"</worksheet>"
        parts[SHEET] = parts[SHEET].replace(told, b'<definedName name="Unit">A1</definedName>' + told)

    changed(copy, change)
    assert found(copy) == set() and ("name", SHEET) in found({**copy, "ours": True})


def test_name_of_a_sheet_is_read(copy: dict[str, object]) -> None:
    def change(parts: Parts) -> None:
        parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b'"Lembar1"', b'"Siti Rahmah"')

    changed(copy, change)
    assert ("text", "cells") in found(copy)


def test_part_that_stands_twice_is_seen(copy: dict[str, object]) -> None:
    path = Path(str(copy["public"]))
    with pytest.warns(UserWarning), zipfile.ZipFile(path, "a") as package:
        package.writestr(SHEET, "<worksheet/>")
    assert ("earlier-revision", "part twice in the package") in found(copy)


def test_styles_that_cannot_be_read_leave_numbers_as_they_are(copy: dict[str, object]) -> None:
    changed(copy, lambda parts: parts.update({"xl/styles.xml": b"<styleSheet"}))
    assert found(copy) == {("structure", "xl/styles.xml")}


def test_document_with_a_workbook_inside_is_no_workbook(tmp_path: Path) -> None:
    from ...documents.samples import docx, paragraph

    path = tmp_path / "lampiran.docx"
    path.write_bytes(docx(paragraph("Rapat"), parts={"xl/workbook.xml": part("workbook", "")}))
    request = {"public": str(path), "secrets": [], "pages": [["", ""]], "ours": False}
    assert inspect(request, _silent)["format"] == "docx"


def test_workbook_is_redacted_and_verified_from_end_to_end(tmp_path: Path) -> None:
    source, path = tmp_path / "asal.xlsx", tmp_path / "salinan.xlsx"
    table = rows(["No", "Nama Saksi", "NIK", "Honor"], [1, "Siti Rahmah", "6371034704880003", 250000])
    source.write_bytes(xlsx(table, ("Rahasia", 'state="veryHidden"', rows(["Siti Rahmah"]))))
    log = redact(source, path, screen(open_document(source)).findings, terms=["Siti Rahmah"])
    assert log.format == "xlsx" and log.verification.passed
    assert verify(path).passed
    assert verify(path, original=source, log=log.to_json()).passed
    assert verify(path, original=source).passed
    assert not verify(source).passed


def test_mention_that_nobody_saw_stops_the_copy(tmp_path: Path) -> None:
    source = tmp_path / "asal.xlsx"
    source.write_bytes(xlsx(rows(["Siti Rahmah"], ["kata Rahmah kepada petugas"])))
    named = replace(screen(open_document(source), terms=["Siti Rahmah"]).findings[0], type="PERSON")
    with pytest.raises(Survives):
        redact(source, tmp_path / "salinan.xlsx", [named])
    assert not (tmp_path / "salinan.xlsx").exists()


def test_ordinary_workbook_of_another_program_passes(tmp_path: Path) -> None:
    path = tmp_path / "lain.xlsx"
    table = rows(["Kegiatan", "Jumlah"], ["Rapat", 12], ["Kursus", 3])
    look = styles(xf(170), codes={170: '"Rp"#,##0'})
    names = '<definedNames><definedName name="_xlnm.Print_Titles">Lembar1!$1:$1</definedName></definedNames>'
    path.write_bytes(xlsx(sheet(table, behind='<autoFilter ref="A1:B3"/>'), look=look, book=names))
    assert verify(path).passed
