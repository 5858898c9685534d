"""Every byte of a copy of ours has its place; what stands between is a survivor. No person is real."""

import io
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from terbuka.demo import typeset
from terbuka.documents.reader import open_document
from terbuka.redaction.verifier.ours.pdf_form import _end_of_file, stray_bytes
from terbuka.redaction.verifier.pdf import structure_check
from terbuka.redaction.writers.pdf import write

from ...conftest import plan_hiding

SECRET = b"SITI AMINAH"
REMARK = b"% SITI AMINAH NIK 6371034704880003\n"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("copy")
    path, out = folder / "asal.pdf", folder / "salinan.pdf"
    path.write_bytes(typeset.as_pdf("Pelapor Siti Rahmah tinggal di Banjarmasin.\n"))
    write(path, out, plan_hiding(open_document(path)), lambda done, total: None)
    return out.read_bytes()


def made_good(data: bytes) -> bytes:
    """The same objects with a table and an identifier that fit them, as a careful attacker would write."""
    before = data[: data.rfind(b"xref\n", 0, data.rfind(b"startxref"))]
    numbers = range(1, before.count(b" 0 obj\n") + 1)
    return before + _end_of_file(before, [before.index(b"\n%d 0 obj\n" % number) + 1 for number in numbers])


def at(mark: bytes, put: bytes, *, good: bool = False) -> Callable[[bytes], bytes]:
    """Put something before the last ``mark``."""

    def change(data: bytes) -> bytes:
        place = data.rfind(mark)
        changed = data[:place] + put + data[place:]
        return made_good(changed) if good else changed

    return change


def in_first_object(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    return lambda data: made_good(data.replace(old, new, 1))


def loose(data: bytes) -> bytes:
    """An object that stands among the others and that nothing refers to, unknown to the table."""
    put = b"77 0 obj\n(SITI AMINAH)\nendobj\n"
    start = data.rfind(b"xref\n0")
    return at(b"xref\n0", put)(data).replace(b"\n%d\n%%%%EOF" % start, b"\n%d\n%%%%EOF" % (start + len(put)))


def identifier(data: bytes) -> bytes:
    place = data.rfind(b"/ID [<") + 6
    return data[:place] + b"SITI AMINAH".hex().encode().ljust(32, b"0") + data[place + 32 :]


PLANTED: dict[str, Callable[[bytes], bytes]] = {
    "after the header": lambda data: made_good(data.replace(b"1 0 obj", REMARK + b"1 0 obj", 1)),
    "another header": lambda data: data.replace(b"%PDF-1.7", b"%PDF-1.7 SITI", 1),
    "before an object": at(b"\n3 0 obj", b"\n" + REMARK.strip()),
    "before the table": at(b"xref\n0", REMARK),
    "before its place": at(b"startxref", REMARK),
    "in the table": at(b"trailer", b"0000000000 00000 f \n"),
    "after the end": lambda data: data + REMARK,
    "loose object": loose,
    "identifier": identifier,
    "text as identifier": lambda data: data.replace(b"/ID [<", b"/ID [(SITI AMINAH)<"),
    "key of the trailer": lambda data: data.replace(b"trailer << ", b"trailer << /X (SITI AMINAH) "),
    "comment in an object": in_first_object(b"/Lang (id)", b"/Lang (id) % SITI AMINAH\n"),
    "key twice": in_first_object(b"/Lang (id)", b"/Lang (SITI AMINAH) /Lang (id)"),
    "key without value": in_first_object(b"/Lang (id)", b"/Lang (id) /SITI"),
    "spaces": in_first_object(b"/Lang (id)", b"/Lang  (id)"),
    "beside the value": in_first_object(b">>\nendobj", b">> (SITI AMINAH)\nendobj"),
    "unopened": in_first_object(b">>\nendobj", b">> >>\nendobj"),
    "crossed": in_first_object(b">>\nendobj", b"]\nendobj"),
    "after the object": in_first_object(b">>\nendobj\n", b">>\nendobj\n(SITI AMINAH)\n"),
    "in the object": in_first_object(b">>\nendobj\n", b">>\n(SITI AMINAH)\nendobj\n"),
    "after a stream": in_first_object(b"\nendstream", b"\nSITI AMINAH\nendstream"),
    "after the end of a stream": in_first_object(b"endstream", b"endstream SITI AMINAH"),
}


@pytest.mark.parametrize("place", PLANTED)
def test_bytes_between_what_the_writer_writes_are_a_survivor(copy: bytes, place: str) -> None:
    planted = PLANTED[place](copy)
    assert stray_bytes(copy) is None and stray_bytes(planted) is not None


def test_comment_and_loose_object_are_told(copy: bytes) -> None:
    for place in ("before the table", "loose object", "after the header", "identifier"):
        told = structure_check(PLANTED[place](copy), ours=True)
        assert {(s.kind, s.place) for s in told.survivors} == {("structure", "behind the objects")}, place


def test_table_that_fits_makes_no_comment_ours(copy: bytes) -> None:
    """``made_good`` alone changes nothing, so that the tests above fail for what was planted."""
    assert made_good(copy) == copy
    assert stray_bytes(made_good(at(b"xref\n0", REMARK)(copy))) == "behind the objects"


def test_copies_with_many_pages_and_colours_are_known(tmp_path: Path) -> None:
    pages = "\n\f\n".join(f"Halaman {number}: pelapor Siti Rahmah hadir." for number in range(12))
    path, out = tmp_path / "asal.pdf", tmp_path / "salinan.pdf"
    for make in (typeset.as_pdf, typeset.as_scan):
        path.write_bytes(make(pages))
        write(path, out, plan_hiding(open_document(path)), lambda done, total: None)
        assert stray_bytes(out.read_bytes()) is None


@pytest.mark.parametrize(
    "deflated",
    [
        lambda data: data + SECRET,
        lambda data: data + zlib.compress(SECRET),
        lambda data: data[:-9],
        lambda data: SECRET + data,
    ],
    ids=["behind", "a second one", "cut off", "before"],
)
@pytest.mark.parametrize("stream", ["page", "map", "glyphs", "program"])
def test_bytes_behind_the_end_of_a_stream_are_a_survivor(
    copy: bytes, stream: str, deflated: Callable[[bytes], bytes]
) -> None:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(copy)) as document:
        page = document.pages[0]
        font = page.Resources.Font.T
        descendant = font.DescendantFonts[0]
        streams = {
            "page": page.Contents,
            "map": font.ToUnicode,
            "glyphs": descendant.CIDToGIDMap,
            "program": descendant.FontDescriptor.FontFile2,
        }
        raw = streams[stream].read_raw_bytes()
        streams[stream].write(deflated(raw), filter=pikepdf.Name.FlateDecode)
        del document.trailer.ID
        document.save(buffer, deterministic_id=True)
    assert {s.kind for s in structure_check(buffer.getvalue(), ours=True).survivors} == {"structure"}
