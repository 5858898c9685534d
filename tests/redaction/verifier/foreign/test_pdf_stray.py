"""What another program left between the objects of its file is screened. All persons are invented."""

import io
import re

import pikepdf
import pytest
from pikepdf import Array, Dictionary
from pypdf import PdfReader

from terbuka.redaction.verifier.foreign.pdf_stray import stray_text
from terbuka.redaction.verifier.pdf import structure_check
from tests.documents.samples import pdf, text_sheet

NUMBER = b"NIK 6371034704880003"


@pytest.fixture
def foreign() -> bytes:
    return pdf(text_sheet(["Surat keterangan kegiatan."]))


def kinds(data: bytes) -> set[tuple[str, str | None]]:
    return {(s.kind, s.type) for s in structure_check(data, ours=False).survivors if s.kind == "structure"}


def test_what_programs_say_of_themselves_is_no_survivor(foreign: bytes) -> None:
    signed = foreign.replace(b"startxref", b"% Generated PDF document http://www.example.com\nstartxref")
    assert kinds(foreign) == kinds(signed) == set()
    assert any("Generated" in text for text in stray_text(PdfReader(io.BytesIO(signed)), signed))


@pytest.mark.parametrize("planted", [b"% " + NUMBER, b"77 0 obj\n(" + NUMBER + b")\nendobj"])
@pytest.mark.parametrize("mark", [b"startxref", b"xref\n0", b"2 0 obj"])
def test_number_between_the_objects_is_a_survivor(foreign: bytes, planted: bytes, mark: bytes) -> None:
    place, start = foreign.rfind(mark), foreign.rfind(b"xref\n0")
    moved = start + (len(planted) + 1) * (place <= start)
    data = foreign[:place] + planted + b"\n" + foreign[place:]
    data = data.replace(b"startxref\n%d" % start, b"startxref\n%d" % moved)
    assert kinds(data) == {("structure", "NIK")}


@pytest.mark.parametrize("deep", [False, True])
@pytest.mark.parametrize("said", [NUMBER, b"\xff\x00" + NUMBER, b"\x81\x9f" + NUMBER, None])
def test_number_in_an_object_that_nothing_refers_to_is_a_survivor(
    foreign: bytes, said: bytes | None, deep: bool
) -> None:
    """As a string, as bytes, or in a stream."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(foreign)) as document:
        value = document.make_stream(NUMBER) if said is None else pikepdf.String(said)
        held = document.make_indirect(Dictionary(X=Array([value])) if deep else value)
        document.Root.Loose = held
        document.save(buffer)
    data = buffer.getvalue()
    assert kinds(data) == set()
    loose = re.sub(rb"/Loose \d+ 0 R", lambda found: b" " * len(found[0]), data)
    assert kinds(loose) == {("structure", "NIK")}


def test_object_that_cannot_be_read_hides_none_of_the_others(foreign: bytes) -> None:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(foreign)) as document:
        document.Root.A = document.make_indirect(Dictionary(X=1))
        document.Root.B = document.make_stream(NUMBER, Filter=pikepdf.Name.Unknown)
        document.Root.C = document.make_indirect(pikepdf.String(NUMBER))
        document.save(buffer)
    data = buffer.getvalue().replace(b"<< /X 1 >>", b"(not ended")
    data = re.sub(rb"/[ABC] \d+ 0 R", lambda found: b" " * len(found[0]), data)
    assert kinds(data) == {("structure", "NIK")}


def test_file_in_object_streams_with_a_tree_of_pages_holds_nothing_loose(foreign: bytes) -> None:
    """As most programs save: pages below pages, a value as an object of its own, objects in streams."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(foreign)) as document:
        pages = document.Root.Pages
        inner = document.make_indirect(
            Dictionary(Type=pikepdf.Name.Pages, Kids=pages.Kids, Count=1, Parent=pages)
        )
        page = document.pages[0].obj
        page.MediaBox = document.make_indirect(Array([0, 0, 595, 842]))
        page.Parent, pages.Kids = inner, Array([inner])
        document.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert kinds(buffer.getvalue()) == set()
