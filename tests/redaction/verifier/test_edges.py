"""What hardly ever happens to a verifier, and must not be taken for nothing when it does."""

import io
import math
import zlib
from pathlib import Path

import pypdfium2
from PIL import Image

from terbuka.documents import Box, Page, PageSource
from terbuka.redaction.verifier.docx import _Reading
from terbuka.redaction.verifier.foreign.pdf_covered import _covers, _drawn
from terbuka.redaction.verifier.foreign.pdf_revisions import _has_lost
from terbuka.redaction.verifier.ours.real_text import RealText
from terbuka.redaction.verifier.pixels.picture_files import under_transparency
from terbuka.redaction.verifier.secrets.encodings import _stretches
from terbuka.redaction.writers.paint import _Canvas
from terbuka.redaction.writers.real_text import _Placed, _runs
from tests.documents.samples.pdf import Sheet, pdf


def test_font_whose_map_is_none_is_seen() -> None:
    real = RealText()
    real.take_stream("real map", b"Melati")
    real.take_stream("real program", b"Dewi")
    real.take_widths([1])
    assert [survivor.place for survivor in real.survivors()] == ["font of the text"]


def test_revision_that_cannot_be_read_has_lost_something() -> None:
    assert _has_lost(b"%PDF-1.7 rusak", b"%PDF-1.7")


def test_part_that_is_no_xml_cannot_be_cleared() -> None:
    assert _Reading(b"<w:p").carriers == {"structure"}


def test_picture_with_an_alpha_of_nothing_hides_nothing() -> None:
    made = io.BytesIO()
    Image.new("RGBA", (9, 9), (200, 0, 0, 255)).save(made, "PNG")
    assert under_transparency(made.getvalue()) is None


def test_bytes_that_only_look_packed_hold_nothing() -> None:
    assert list(_stretches(b"\x78\x9c\xff\xff\xff\xff", 1)) == []


def test_stretch_that_ends_at_once_does_not_end_the_search() -> None:
    assert list(_stretches(zlib.compress(b"") + zlib.compress(b"Melati"), 1)) == [b"Melati"]


def test_page_without_boxes_covers_nothing(tmp_path: Path) -> None:
    (tmp_path / "blank.pdf").write_bytes(pdf(Sheet()))
    page = pypdfium2.PdfDocument(tmp_path / "blank.pdf")[0]
    assert not _covers(page, [], _drawn(page))


def test_line_beside_the_page_meets_no_wall() -> None:
    page = Page(1, 0, 0, 100, 100, PageSource.TEXT, ())
    canvas = _Canvas(Image.new("RGB", (100, 100)), page, 0, lambda box: None, ())
    assert canvas._wall(Box(200, 10, 210, 20)) == math.inf


def test_letters_of_two_colours_are_two_runs() -> None:
    black = _Placed(2, 0.5, 0, 0, (10, 0, 0, 10), (0, 0, 0))
    red = black._replace(x=5, colour=(255, 0, 0))
    assert list(_runs([black, red])) == [[black], [red]] and list(_runs([])) == []


def test_drawing_of_another_kind_is_a_picture_that_nobody_looks_at() -> None:
    assert _Reading(b'<a:graphicData xmlns:a="a" uri="chart"/>').carriers == {"picture"}
