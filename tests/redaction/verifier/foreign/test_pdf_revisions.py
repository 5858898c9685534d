"""Earlier revisions of a PDF: a seal adds to them, a redaction takes away from them."""

import io

import pikepdf
import pytest

from terbuka.redaction.verifier.foreign import pdf_revisions
from terbuka.redaction.verifier.foreign.pdf_revisions import revision_survivors
from tests.documents.samples.pdf import pdf, text_sheet


@pytest.fixture
def letter() -> bytes:
    return pdf(text_sheet(["Laporan Xantira Qwelmono"]), compress_streams=False)


def appended(data: bytes, objects: dict[int, bytes], root: int | None = None) -> bytes:
    """The file with these objects written behind it."""
    with pikepdf.open(io.BytesIO(data)) as document:
        size, catalogue = int(document.trailer.Size), document.Root.objgen[0]
    earlier = int(data[data.rindex(b"startxref") + 9 :].split()[0])
    table, body = b"xref\n0 0\n", b""
    for number, content in objects.items():
        table += b"%d 1\n%010d 00000 n \n" % (number, len(data) + len(body))
        body += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    most = max([size - 1, *objects]) + 1
    end = b"trailer\n<< /Size %d /Root %d 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
    return data + body + table + end % (most, root or catalogue, earlier, len(data) + len(body))


def number_of(data: bytes, what: str) -> int:
    with pikepdf.open(io.BytesIO(data)) as document:
        objects = {"root": document.Root, "content": document.pages[0].obj.Contents}
        number: int = objects[what].objgen[0]
        return number


def fails(data: bytes) -> bool:
    return bool(list(revision_survivors(data)))


def test_file_of_one_revision_has_no_earlier_one(letter: bytes) -> None:
    assert not fails(letter)
    assert not fails(pdf(text_sheet(["Surat"]), linearize=True))


def test_second_table_of_a_word_processor_takes_nothing_away(letter: bytes) -> None:
    assert not fails(appended(letter, {}))


def test_seal_that_is_added_takes_nothing_away(letter: bytes) -> None:
    root = number_of(letter, "root")
    with pikepdf.open(io.BytesIO(letter)) as document:
        pages = document.Root.Pages.objgen[0]
    form = b"<< /Type /Catalog /Pages %d 0 R /AcroForm << /SigFlags 3 >> >>" % pages
    assert not fails(appended(letter, {root: form, 90: b"<< /Type /Sig >>"}))


@pytest.mark.parametrize(
    "content",
    [b"<< /Length 5 >>\nstream\n0 g 0\nendstream", b"null", b"[ ]"],
    ids=["redacted", "freed", "of another kind"],
)
def test_page_that_was_changed_is_told(letter: bytes, content: bytes) -> None:
    assert fails(appended(letter, {number_of(letter, "content"): content}))


def test_words_that_were_taken_from_the_catalogue_are_told() -> None:
    def name(document: pikepdf.Pdf) -> None:
        document.Root.Catatan = pikepdf.String("Xantira")
        document.Root.Daftar = pikepdf.Array([pikepdf.String("Qwelmono"), 3])

    data = pdf(text_sheet(["Surat"]), finish=name)
    with pikepdf.open(io.BytesIO(data)) as document:
        root, pages = document.Root.objgen[0], document.Root.Pages.objgen[0]
    kept = b"<< /Type /Catalog /Pages %d 0 R /Catatan (Xantira) /Daftar [ %s ] >>"
    assert not fails(appended(data, {root: kept % (pages, b"3 (Qwelmono)")}))
    assert fails(appended(data, {root: kept % (pages, b"3")}))
    assert fails(appended(data, {root: b"<< /Type /Catalog /Pages %d 0 R >>" % pages}))


def test_revision_that_cannot_be_read_is_told(letter: bytes) -> None:
    assert fails(b"%PDF-1.4\nstartxref\n0\n%%EOF\n" + letter)


def test_file_of_many_revisions_is_told(letter: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_revisions, "MOST", 1)
    assert fails(appended(appended(letter, {}), {}))


def test_tables_and_metadata_are_written_anew_by_every_save() -> None:
    def note(document: pikepdf.Pdf) -> None:
        stream = document.make_stream(b"<x/>", Type=pikepdf.Name.Metadata)
        document.Root.Metadata = document.make_indirect(stream)

    data = pdf(text_sheet(["Surat"]), finish=note)
    with pikepdf.open(io.BytesIO(data)) as document:
        number = document.Root.Metadata.objgen[0]
    fresh = b"<< /Type /Metadata /Length 4 >>\nstream\n<y/>\nendstream"
    assert not fails(appended(data, {number: fresh}))
