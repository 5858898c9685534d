"""Unknown is not no: what was not read is proposed for review. All persons are invented."""

from terbuka.documents import Box, Document, Page, PageSource, Unread, Word
from terbuka.screening import Action, Finding, Mode
from terbuka.screening.screen import screen

TEXT = "Pelapor Siti Rahmah, NIK 6371034704880003.\nHalaman kedua."
MESSAGE = "Bagian ini tidak terbaca mesin."


def document(*unread: Unread) -> Document:
    cut = TEXT.index("\n")
    words = (Word(0, 7, Box(10, 10, 50, 20)), Word(8, 19, Box(60, 10, 120, 20)))
    pages = (
        Page(1, 0, cut, 595, 842, PageSource.OCR, words),
        Page(2, cut + 1, len(TEXT), 595, 842, PageSource.OCR, ()),
    )
    return Document("pdf", "0" * 64, 1, TEXT, pages, unread=unread)


def test_unread_part_is_a_region_for_review() -> None:
    box = Box(100, 200, 300, 240)
    found = screen(document(Unread(2, box, MESSAGE, {}))).findings
    (region,) = [finding for finding in found if finding.type == "REGION"]
    assert (region.page, region.boxes, region.start) == (2, (box,), region.end)
    assert (region.action, region.mode, region.ground) == (Action.REVIEW, Mode.MASK, "17.h")
    assert region.action.hides and region.confidence == 0
    assert (region.rule, region.reason) == ("unread.region", MESSAGE)


def test_regions_stand_in_document_order_among_the_findings() -> None:
    parts = [Unread(page, Box(0, 0, 595, 842), MESSAGE, {}) for page in (1, 2)]
    found = screen(document(*parts)).findings
    assert [finding.start for finding in found] == sorted(finding.start for finding in found)
    assert [finding.page for finding in found if finding.type == "REGION"] == [1, 2]
    assert {"PERSON", "NIK"} <= {finding.type for finding in found}


def test_document_that_was_read_has_no_regions() -> None:
    assert "REGION" not in {finding.type for finding in screen(document()).findings}


CODE_BOX = Box(100, 200, 160, 260)


def region_of(text: str, **options: object) -> Finding:
    found = screen(document(Unread(2, CODE_BOX, MESSAGE, {}, text)), **options).findings  # type: ignore[arg-type]
    (region,) = [finding for finding in found if finding.type == "REGION"]
    assert (region.page, region.boxes, region.start) == (2, (CODE_BOX,), region.end)
    return region


def test_code_that_says_nothing_personal_is_reviewed_as_a_code() -> None:
    region = region_of("https://tte.contoh.go.id/dokumen/118")
    assert (region.rule, region.reason) == ("unread.code", MESSAGE)
    assert (region.action, region.mode) == (Action.REVIEW, Mode.MASK)


def test_code_is_hidden_as_what_it_says_and_its_text_is_not_told() -> None:
    region = region_of("NIK 6371010203850004\nNama: Dewi Anggraini")
    assert (region.rule, region.action, region.ground) == ("unread.code", Action.REDACT, "17.h")
    assert "NIK" in region.values["types"] and "NAMA" in region.values["types"]
    told = str(region.to_json())
    assert "6371010203850004" not in told and "Dewi" not in told


def test_code_about_a_child_is_locked() -> None:
    region = region_of("Korban anak: Dewi Anggraini, umur 9 tahun")
    assert (region.action.hides, region.mode) == (True, Mode.BLOCK)


def test_term_in_a_code_hides_it() -> None:
    assert region_of("Nomor tiket merpati-7").action is Action.REVIEW
    assert region_of("Nomor tiket merpati-7", terms=["merpati-7"]).action is Action.REDACT
