"""The page at the end of a copy says on which grounds how much is hidden, and is itself a page of a copy."""

import json
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from terbuka.documents import Document
from terbuka.documents.reader import open_document
from terbuka.documents.text import flow_page
from terbuka.errors import TerbukaError
from terbuka.law.grounds import grounds
from terbuka.redaction.grounds_page import DETAIL, GROUND, HEAD, MARGIN, SIZE, grounds_lines, grounds_sheets
from terbuka.redaction.lettering import label_width
from terbuka.redaction.model import Redaction
from terbuka.redaction.redact import redact
from terbuka.redaction.verify import verify
from terbuka.screening.policy import policy
from terbuka.screening.screen import screen


def hidden(label: str, ground: str | None, *basis: str) -> Redaction:
    return Redaction(1, "PERSON", 0, 1, 1, f"[{label}]", ground=ground, basis=basis)


def test_grounds_are_listed_with_what_they_hide() -> None:
    rows = [
        hidden("NAMA · 17.h", "17.h", "UU 27/2022 Art. 4(3)"),
        hidden("NIK · 17.h", "17.h"),
        hidden("NAMA · 17.h", "17.h"),
        hidden("KESEHATAN · 17.h", "17.h.2"),
        hidden("ANAK KORBAN", None, "UU 11/2012 Art. 19"),
        hidden("BAGIAN", None),
    ]
    assert grounds_lines(rows) == [
        "Bagian yang ditutup dalam salinan ini",
        "Seluruhnya: 6 bagian",
        "",
        "Pasal 17 huruf h UU 14/2008: 3 bagian",
        "Mengungkapkan rahasia pribadi",
        "Juga: UU 27/2022 Pasal 4(3)",
        "NAMA sebanyak 2, NIK sebanyak 1",
        "",
        "Pasal 17 huruf h angka 2 UU 14/2008: 1 bagian",
        "Riwayat, kondisi, dan perawatan kesehatan",
        "KESEHATAN sebanyak 1",
        "",
        "Dasar lain: 2 bagian",
        "UU 11/2012 Pasal 19",
        "ANAK KORBAN sebanyak 1, BAGIAN sebanyak 1",
    ]


@pytest.mark.parametrize("count", [1, 3, 12, 17])
def test_nothing_that_it_says_would_be_hidden(count: int) -> None:
    """A copy is screened once more when it is verified by itself."""
    known = policy()
    words = [*known.words_of_types.values(), *known.words_of_roles.values()]
    text = "\n".join(grounds_lines([hidden(word, "17.h") for word in words for _ in range(count)]))
    found = screen(Document("text", "", len(text), text, (flow_page(text),))).findings
    assert [text[f.start : f.end] for f in found if f.action.hides] == []


def test_lines_that_are_too_many_go_on_another_page() -> None:
    rows = [hidden("NAMA · 17.h", code, "UU 27/2022 Art. 4(3)") for code in grounds()]
    # in what one ground hides more words than a line takes
    rows += [hidden(f"BAGIAN {number}", "17.h") for number in range(600)]
    sheets = grounds_sheets(rows)
    assert len(sheets) > 1
    words = [word for sheet in sheets for word in sheet]
    assert [word.text for word in words] == " ".join(grounds_lines(rows)).split()
    for sheet in sheets:
        tops = [word.box.y0 for word in sheet]
        assert tops == sorted(tops) and tops[0] == MARGIN
        assert min(word.box.x0 for word in sheet) >= MARGIN
        assert max(word.box.x1 for word in sheet) <= SIZE[0] - MARGIN
        assert max(word.box.y1 for word in sheet) <= SIZE[1] - MARGIN
        for word, following in pairwise(sheet):
            space = following.box.x0 - word.box.x1
            assert word.box.y1 <= following.box.y0 or space > label_width(" ", word.size)


def test_title_and_grounds_have_weight_and_what_they_hide_stands_below_them() -> None:
    (sheet,) = grounds_sheets([hidden("NAMA · 17.h", "17.h"), hidden("BAGIAN", None)])
    words = {word.text: word for word in sheet}
    title, ground, detail = words["Bagian"], words["Pasal"], words["NAMA"]
    assert (title.size, title.is_bold) == (HEAD.size, True) and title.size > 1.5 * detail.size
    assert (ground.size, ground.is_bold, detail.is_bold) == (GROUND.size, True, False)
    assert (ground.box.x0, detail.box.x0) == (MARGIN, MARGIN + DETAIL.indent)
    assert words["Dasar"].box.y0 - detail.box.y1 == pytest.approx(GROUND.above)


def test_ground_begins_where_there_is_room_for_what_it_says() -> None:
    for count in range(1, len(grounds()) + 1):
        rows = [hidden("NAMA · 17.h", code, "UU 27/2022 Art. 4(3)") for code in [*grounds()][:count]]
        for sheet in grounds_sheets(rows):
            assert not sheet[-1].is_bold  # no ground at the foot with its words overleaf


@pytest.fixture
def source(typeset) -> Path:
    return typeset("Pelapor Siti Rahmah, NIK 6371034704880003, hadir di kantor.", "surat.pdf")


def test_copy_with_the_page_passes_by_itself_and_with_its_log(source: Path, tmp_path: Path) -> None:
    copy, document = tmp_path / "salinan.pdf", open_document(source)
    log = redact(source, copy, screen(document).findings, document=document, grounds_page=True)
    said = subprocess.run(
        ["pdftotext", "-f", "2", copy, "-"], capture_output=True, check=True
    ).stdout.decode()
    assert "Bagian yang ditutup dalam salinan ini" in said and "NIK sebanyak 1" in said
    assert verify(copy).passed
    written = json.loads(json.dumps(log.to_json()))
    assert verify(copy, original=source, log=written).passed
    del written["grounds_page"]
    assert not verify(copy, original=source, log=written).passed


def test_copy_without_pages_gets_none(tmp_path: Path) -> None:
    source = tmp_path / "surat.txt"
    source.write_text("Pelapor Siti Rahmah hadir.")
    document = open_document(source)
    with pytest.raises(TerbukaError, match="salinan PDF"):
        redact(source, tmp_path / "salinan.txt", screen(document).findings, grounds_page=True)
    assert not (tmp_path / "salinan.txt").exists()
