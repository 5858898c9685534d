"""Documents without pages as they are arranged: in the studio with what is proposed, in the preview of the
copy with its labels, from the copy alone. All persons and numbers are invented."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect

from terbuka.disclosure.arranging import arranged, columns
from terbuka.disclosure.extract import Sheet, open_extract, saved_extract
from terbuka.disclosure.models import Case, PreparedCopy
from terbuka.documents import PageSource
from terbuka.documents.arrangement import Block, Cell
from terbuka.documents.text import document_of
from terbuka.organisation.models import Account
from tests.disclosure.conftest import Team, mark, prepared, screened, upload
from tests.disclosure.test_studio_browser import decided, open_studio, said
from tests.documents.samples.docx import docx, paragraph, table
from tests.documents.samples.xlsx import rows, xlsx
from tests.rows import Office

Enter = Callable[[Account], Client]
WITNESSES = [
    ["No", "Nama Saksi", "NIK", "Keterangan"],
    ["1", "Siti Rahmah", "6371034704880003", "hadir"],
    ["2", "Wayan Sudarta", "6371031203850004", "tidak hadir"],
]


@pytest.fixture
def letter(team: Team, office: Office, work: Callable[[], None]) -> Case:
    """A DOCX with a heading and a table."""
    content = docx(
        paragraph("Daftar saksi", look='<w:outlineLvl w:val="0"/>'),
        paragraph("Saksi yang dipanggil pada bulan Maret:"),
        table(WITNESSES),
    )
    return screened(upload(team.screener, office.polda, content, name="saksi.docx"), work)


@pytest.fixture
def book(team: Team, office: Office, work: Callable[[], None]) -> Case:
    """A workbook of two sheets."""
    content = xlsx(("Saksi", "", rows(*WITNESSES)), ("Rekap", "", rows(["Jumlah", 2])))
    return screened(upload(team.screener, office.polda, content, name="saksi.xlsx"), work)


def grid(page: str, number: int = 0) -> list[list[str]]:
    """The words in the cells of a table of the page."""
    found = re.findall(r'<div class="flow-table">(.*?)</div>', page, re.DOTALL)[number]
    return [
        [re.sub(r"<[^>]*>", "", cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)]
        for row in re.findall(r"<tr>(.*?)</tr>", found, re.DOTALL)
    ]


def studio_of(client: Client, case: Case) -> str:
    return client.get(reverse("disclosure:studio", args=[case.pk, 1])).content.decode()


def preview_of(client: Client, case: Case) -> str:
    return client.get(reverse("disclosure:preview", args=[case.pk, 1])).content.decode()


def test_docx_is_shown_with_its_headings_and_tables_and_what_is_proposed_in_them(
    client_of: Client, letter: Case
) -> None:
    page = studio_of(client_of, letter)
    assert re.search(r'<h3 class="flow-text"><span data-at="\d+">Daftar saksi</span></h3>', page)
    assert grid(page) == WITNESSES
    nik = mark(letter, type="NIK")
    assert re.search(
        rf'<td><a class="hit hit-proposed"[^>]*data-box="{nik.number}"[^>]*>637103\d+</a></td>', page
    )


def test_workbook_is_shown_sheet_by_sheet_in_a_grid(client_of: Client, book: Case) -> None:
    page = studio_of(client_of, book)
    assert re.findall(r'<h3 class="flow-text flow-sheet"><span[^>]*>(\w+)</span></h3>', page) == [
        "Saksi",
        "Rekap",
    ]
    assert grid(page) == WITNESSES and grid(page, 1) == [["Jumlah", "2"]]


@pytest.mark.parametrize("which", ["letter", "book"])
def test_preview_of_the_copy_is_arranged_and_is_read_from_the_copy_alone(
    request: pytest.FixtureRequest, team: Team, enter: Enter, work: Callable[[], None], which: str
) -> None:
    case = prepared(request.getfixturevalue(which), team.screener, work)
    page = preview_of(enter(team.ppid), case)
    [head, first, second] = grid(page)
    assert head == WITNESSES[0] and (first[0], second[3]) == ("1", "tidak hadir")
    assert re.fullmatch(r"\[\w+( · [\w.]+)?\]", first[1]) and re.fullmatch(r"\[NIK · [\w.]+\]", second[2])
    assert '<td><span class="redaction">[NIK' in page
    assert not any(secret in page for secret in ("Rahmah", "Sudarta", "637103"))
    # what is shown is what the extract of the copy says, and that holds nothing of the original
    with open_extract(PreparedCopy.objects.get(case=case).extract) as extract:
        shown = extract.sheet(1)
    assert shown.blocks and "Rahmah" not in shown.text


MAIL = (
    "From: Siti Rahmah <siti.rahmah@gmail.com>\r\nTo: spkt@polda.go.id\r\nSubject: Laporan\r\n"
    "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nSaya melapor.\r\n\r\nTerima kasih.\r\n"
    '--x\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename="rahmah.png"\r\n\r\nisi'
    "\r\n--x--"
)


def test_mail_is_shown_with_its_fields_and_names_its_attachments_in_the_studio_alone(
    team: Team, office: Office, work: Callable[[], None], enter: Enter
) -> None:
    case = screened(upload(team.screener, office.polda, MAIL.encode(), name="laporan.eml"), work)
    page = studio_of(enter(team.screener), case)
    [fields] = re.findall(r'<div class="flow-fields">(.*?)</div>', page, re.DOTALL)
    heads = re.findall(r'<th scope="row"><span data-at="\d+">(\w+: )</span></th>', fields)
    assert heads == ["Dari: ", "Kepada: ", "Subjek: "]
    assert re.search(r'<td><a [^>]*class="hit [^>]*>Siti Rahmah</a>', fields)
    assert re.search(r'<div class="flow-text"><span data-at="\d+">Terima kasih.</span></div>', page)
    assert "[LAMPIRAN]</span><small>rahmah.png image/png</small>" in page
    copy = preview_of(enter(team.ppid), prepared(case, team.screener, work))
    assert "flow-fields" in copy and "[LAMPIRAN]" in copy and "rahmah" not in copy


def test_original_is_arranged_only_for_who_may_open_it(letter: Case, team: Team, enter: Enter) -> None:
    for stranger in (team.desk, team.auditor):
        answer = enter(stranger).get(reverse("disclosure:studio", args=[letter.pk, 1]))
        assert answer.status_code in (403, 404) and b"Rahmah" not in answer.content


def test_table_that_goes_on_says_so_and_nothing_of_it_is_lost(
    client_of: Client, office: Office, team: Team
) -> None:
    text = "".join(f"{number}\tketerangan yang panjang\n" for number in range(400))
    lines = text.splitlines(keepends=True)
    cells: list[tuple[Cell, ...]] = []
    at = 0
    for line in lines:
        first = line.index("\t")
        cells.append((Cell(at, at + first), Cell(at + first + 1, at + len(line) - 1)))
        at += len(line)
    block = Block("table", 0, at - 1, 3, tuple(cells))
    with saved_extract(document_of(text), blocks=[block]) as name, open_extract(name) as extract:
        sheets = [extract.sheet(number) for number in range(1, len(extract.bounds()) + 1)]
    assert len(sheets) > 1 and [sheet.blocks[0].goes_on for sheet in sheets] == [
        False,
        *[True] * (len(sheets) - 1),
    ]
    shown = [cell for sheet in sheets for cell in _cells(sheet)]
    assert shown == [part for line in lines for part in line.rstrip("\n").split("\t")]


def _cells(sheet: Sheet) -> list[str]:
    [filled] = arranged(sheet, lambda start, end: [sheet.cut(start, end)])
    assert filled.is_table and not filled.heading
    return ["".join(cell.parts) for row in filled.rows for cell in row]


def test_columns_are_those_of_the_widest_table() -> None:
    rows = ((Cell(0, 1, 2), Cell(1, 2)), (Cell(2, 3),))
    blocks = (Block("table", 0, 3, rows=rows), Block("text", 3, 5))
    sheet = Sheet(1, 0, 5, 0, 0, PageSource.FLOW, "abcde", {}, blocks)
    assert columns(arranged(sheet, lambda start, end: [""])) == 3
    plain = Sheet(1, 0, 5, 0, 0, PageSource.FLOW, "abcde", {})
    assert columns(arranged(plain, lambda start, end: [""])) == 0


def test_text_without_arrangement_is_one_block() -> None:
    sheet = Sheet(1, 0, 5, 0, 0, PageSource.FLOW, "a\tb\nc", {})
    [filled] = arranged(sheet, lambda start, end: [sheet.cut(start, end)])
    assert (filled.parts, filled.rows, filled.is_table, filled.heading) == (["a\tb\nc"], (), False, 0)


@pytest.mark.parametrize(
    ("kind", "level", "heading"), [("heading", 1, 3), ("heading", 3, 5), ("heading", 9, 6), ("sheet", 7, 3)]
)
def test_headings_stand_below_those_of_the_page(kind: str, level: int, heading: int) -> None:
    sheet = Sheet(1, 0, 5, 0, 0, PageSource.FLOW, "Judul", {}, (Block(kind, 0, 5, level),))
    assert arranged(sheet, lambda start, end: [""])[0].heading == heading


@pytest.mark.browser
def test_cells_that_are_selected_are_hidden(page: Page, enter: Enter, team: Team, book: Case) -> None:
    open_studio(page, enter, team.screener, book)
    cell = page.get_by_role("cell", name="tidak hadir")
    cell.click(click_count=3)
    page.keyboard.press("b")
    expect(page.locator("#teks [data-quote]")).to_contain_text("tidak hadir")
    page.get_by_role("dialog").get_by_label("Jenis").select_option("TERM")
    page.get_by_role("button", name="Tutup teks", exact=True).click()
    expect(said(page)).to_have_text(decided(1, "Ditutup di 1 tempat"))
    expect(cell.locator(".hit-hidden")).to_have_text("tidak hadir")
    page.locator("[data-flow]").evaluate(
        """flow => { const cells = flow.querySelectorAll("td"), from = cells[0].firstChild.firstChild,
        to = cells[1].firstChild.firstChild; getSelection().setBaseAndExtent(from, 0, to, 4); }"""
    )
    page.keyboard.press("b")
    page.get_by_role("dialog").get_by_label("Jenis").select_option("TERM")
    page.get_by_role("button", name="Tutup teks", exact=True).click()
    expect(said(page)).to_have_text(decided(2))
    expect(page.get_by_role("cell", name="Nama Saksi").locator(".hit-hidden")).to_have_text("Nama")
