"""Labels of a DOCX copy in wide and narrow places."""

from pathlib import Path

import pytest

from terbuka.redaction.writers.docx_labels import fitting
from tests.documents.samples.docx import docx, paragraph, run

from .test_docx_writer import LABEL, SECRET, WORD, copy_of, document_of, part, plan_of

WHOLE = LABEL.replace(" ", "\xa0")


@pytest.mark.parametrize(
    ("size", "room", "label", "written"),
    [
        (24, 9000, WHOLE, 24),  # has room
        (0, 9000, WHOLE, 0),
        (24, 2000, WHOLE, 22),
        (0, 1500, WHOLE, 17),
        (24, 900, "[NAMA]", 19),
        (12, 900, "[NAMA]", 12),  # small as it is
        (0, 500, LABEL.replace("· ", "·\xa0"), 0),  # no room at all: the line breaks
    ],
)
def test_label_is_smaller_or_shorter_where_there_is_little_room(
    size: int, room: int, label: str, written: int
) -> None:
    assert fitting(LABEL, size, room) == (label, written)


def cells(widths: list[int]) -> str:
    row = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph(SECRET)}</w:tc>'
        for width in widths
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr>{row}</w:tr></w:tbl>"


def test_label_fits_its_cell_and_what_follows_has_the_page_again(tmp_path: Path) -> None:
    data = docx(cells([4800, 1200]), paragraph(run(SECRET)))
    copy, _ = copy_of(tmp_path, data, plan_of(data, SECRET))
    assert [said.text for said in part(copy).iter(f"{WORD}t")] == [WHOLE, "[NAMA]", WHOLE]


def test_label_is_read_as_the_plan_has_it(tmp_path: Path) -> None:
    data = docx(paragraph(f"Saksi {SECRET} datang."), paragraph("[dua\xa0kata] dan Rp\xa02.000"))
    copy, _ = copy_of(tmp_path, data, plan_of(data, SECRET))
    assert document_of(copy).text == f"Saksi {LABEL} datang.\n[dua\xa0kata] dan Rp\xa02.000"
