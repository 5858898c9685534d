"""How a text that flows is arranged: every word of it stands in one block. All persons are invented."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbuka.documents import Document
from terbuka.documents.arrangement import MOST_CELLS, Block, Cell, arrangement_of, holds_all
from terbuka.documents.reader import open_document
from tests.documents.samples.docx import docx, paragraph, table
from tests.documents.samples.xlsx import cell, row, rows, sheet, xlsx

Read = Callable[[bytes], tuple[Document, tuple[Block, ...]]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """What a file says, and how it is arranged."""

    def both(content: bytes) -> tuple[Document, tuple[Block, ...]]:
        path = tmp_path / "berkas"
        path.write_bytes(content)
        document = open_document(path)
        return document, arrangement_of(path, document)

    return both


def said(document: Document, block: Block) -> object:
    """The block in words."""
    if not block.rows:
        return (block.kind, block.level, document.text[block.start : block.end])
    return [[document.text[cell.start : cell.end] for cell in row] for row in block.rows]


def test_headings_paragraphs_and_tables_of_a_docx(read: Read) -> None:
    document, blocks = read(
        docx(
            paragraph("Laporan kegiatan", look='<w:outlineLvl w:val="0"/>'),
            paragraph("Dibuat bulan Maret."),
            paragraph(""),
            table([["No", "Nama", "NIK"], ["1", "Siti Rahmah", paragraph("baris satu") + paragraph("dua")]]),
            table([["Umum", table([["dalam", "tabel"]]) + paragraph("")]]),
        )
    )
    assert [said(document, block) for block in blocks] == [
        ("heading", 1, "Laporan kegiatan"),
        ("text", 0, "Dibuat bulan Maret."),
        [["No", "Nama", "NIK"], ["1", "Siti Rahmah", "baris satu dua"]],
        [["Umum", "dalam\ttabel\n"]],
    ]


def test_sheets_of_a_workbook_with_their_names_and_a_gap_for_empty_rows(read: Read) -> None:
    title = rows(["Daftar saksi"]) + rows(["No", "Nama", "NIK"], [1, "Siti Rahmah"], start=4)
    merged = '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>'
    content = xlsx(("Saksi", "", sheet(title, behind=merged)), ("Kosong", "", rows()))
    document, blocks = read(content)
    assert [said(document, block) for block in blocks] == [
        ("sheet", 1, "Saksi"),
        [["Daftar saksi"], [""], ["No", "Nama", "NIK"], ["1", "Siti Rahmah", ""]],
        ("sheet", 2, "Kosong"),
    ]
    assert blocks[1].rows[0][0].across == 3


def test_page_of_html_is_arranged_too(read: Read) -> None:
    page = b"<!DOCTYPE html><h2>Daftar</h2><p>Isi.</p><table><tr><td>Nama<td>Umur</table>"
    document, blocks = read(page)
    assert [said(document, block) for block in blocks] == [
        ("heading", 2, "Daftar"),
        ("text", 0, "Isi."),
        [["Nama", "Umur"]],
    ]


HEAD = "From: Siti <siti@contoh.id>\r\nTo: spkt@contoh.id\r\nSubject: \r\n"
FILE = (
    '--x\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename="denah.png"\r\n\r\nisi\r\n'
)
FIELDS = [["Dari: ", "Siti <siti@contoh.id>"], ["Kepada: ", "spkt@contoh.id"], ["Subjek: ", ""]]


def test_mail_is_its_fields_the_paragraphs_of_its_body_and_its_attachments(read: Read) -> None:
    plain = "Baris satu\r\nbaris dua.\r\n \r\n\r\nDari: Joko\r\n[LAMPIRAN]\r\n"
    inner = "From: Budi <budi@contoh.id>\r\n\r\nTerusan.\r\n"
    document, blocks = read(
        f"{HEAD}Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\n{plain}{FILE}{FILE}"
        f"--x\r\nContent-Type: message/rfc822\r\n\r\n{inner}--x--".encode()
    )
    assert [said(document, block) for block in blocks] == [
        FIELDS,
        ("text", 0, "Baris satu\nbaris dua."),
        ("text", 0, "Dari: Joko\n[LAMPIRAN]"),
        ("attachment", 0, "[LAMPIRAN]"),
        ("attachment", 0, "[LAMPIRAN]"),
        [["Dari: ", "Budi <budi@contoh.id>"]],
        ("text", 0, "Terusan."),
    ]
    assert [block.kind for block in blocks if block.rows] == ["fields", "fields"]
    assert [block.said for block in blocks if block.kind == "attachment"] == ["denah.png image/png"] * 2


def test_page_in_a_mail_is_arranged_as_a_page(read: Read) -> None:
    page = "<h2>Laporan</h2><p>satu</p><p>dua</p><ol><li>butir</ol>"
    document, blocks = read(f"{HEAD}Content-Type: text/html\r\n\r\n{page}".encode())
    assert [said(document, block) for block in blocks] == [
        FIELDS,
        ("heading", 2, "Laporan"),
        ("text", 0, "satu"),
        ("text", 0, "dua"),
        ("text", 0, "1. butir"),
    ]


def test_block_of_an_older_package_is_read() -> None:
    block = Block("table", 0, 3, 1, ((Cell(0, 3),),), goes_on=True)
    assert Block.from_row(block.to_row()[:6]) == block
    assert Block.from_row(Block("attachment", 0, 9, said="a.png").to_row()).said == "a.png"


def test_text_has_no_arrangement_and_neither_has_what_is_no_longer_the_same_file(
    read: Read, tmp_path: Path
) -> None:
    assert read(b"Laporan\tkegiatan\n")[1] == ()
    document, blocks = read(docx(paragraph("Laporan kegiatan.")))
    assert len(blocks) == 1
    (tmp_path / "lain").write_bytes(docx(paragraph("Laporan lain.")))
    assert arrangement_of(tmp_path / "lain", document) == ()


def test_workbook_with_too_many_cells_is_its_plain_text(read: Read) -> None:
    # Two columns far apart are two columns; a cell of its own in each of many columns makes every row long.
    side = int(MOST_CELLS**0.5) + 1
    steps = "".join(row(at, cell(f"{_letters(at)}{at}", 1)) for at in range(1, side + 1))
    document, blocks = read(xlsx(("Angka", "", steps)))
    assert blocks == () and document.text.startswith("Angka\n1\n")


def _letters(column: int) -> str:
    """The letters of a column: 1 is A, 27 is AA."""
    above, last = divmod(column - 1, 26)
    return (_letters(above) if above else "") + chr(65 + last)


@pytest.mark.parametrize(
    ("blocks", "is_all"),
    [
        ([Block("text", 0, 3), Block("text", 4, 7)], True),
        ([Block("text", 0, 3)], False),
        ([Block("text", 4, 7)], False),
        ([Block("text", 4, 7), Block("text", 0, 3)], False),
        ([Block("text", 0, 4), Block("text", 3, 7)], False),
        ([Block("text", 0, 8)], False),
        ([Block("table", 0, 7, 0, ((Cell(0, 3), Cell(4, 7)),))], True),
        ([Block("table", 0, 7, 0, ((Cell(0, 3), Cell(4, 6)),))], False),
    ],
)
def test_blocks_that_leave_a_word_out_are_none(blocks: list[Block], is_all: bool) -> None:
    assert holds_all(blocks, "abc def") is is_all


@given(st.lists(st.integers(0, 4), min_size=1, max_size=30), st.integers(1, 40))
def test_parts_of_a_table_hold_every_cell_once(lengths: list[int], size: int) -> None:
    cells: list[Cell] = []
    at = 0
    for length in lengths:
        cells.append(Cell(at, at + length))
        at += length + 1
    block = Block("table", 0, cells[-1].end, 0, tuple((cell,) for cell in cells))
    parts = [block.part(first, first + size) for first in range(0, at, size)]
    letters = [
        place
        for part in parts
        for row in (part.rows if part else ())
        for cell in row
        for place in range(cell.start, cell.end)
    ]
    assert letters == [place for cell in cells for place in range(cell.start, cell.end)]
    assert [part.goes_on for part in parts if part] == [
        number > 0 for number, part in enumerate(parts) if part
    ]


def test_block_is_the_same_after_it_was_put_away() -> None:
    block = Block("table", 0, 7, 2, ((Cell(0, 3, 2), Cell(4, 7)),), goes_on=True)
    assert Block.from_row(block.to_row()) == block
