"""Damaged files of every format: a document or a sentence, never another error. Without a reader of pictures,
as on a machine where none is installed: that makes them quick."""

from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from terbuka.documents import Document, images
from terbuka.documents.formats import detect
from terbuka.documents.pdf import pages
from terbuka.documents.reader import READERS
from terbuka.errors import TerbukaError
from tests.documents.samples import docx, page_image, paragraph, pdf, png, table, text_sheet, tiff
from tests.documents.samples.images import jpeg
from tests.documents.samples.mail import mail
from tests.documents.samples.mutants import mutant
from tests.documents.samples.xlsx import rows, sheet, xlsx

LINES = ["Pelapor: Siti Rahmah", "NIK: 6371034704880003"]
HTML = "<!doctype html><table><tr><td style='color:white'>Siti<td>Rahmah</table><!-- catatan --><p>Isi</p>"
SMALL: Image.Image = page_image(LINES, size=(2, 1), dpi=72)
SEEDS = {
    "pdf": pdf(text_sheet(LINES, size=(300, 150)), text_sheet(LINES, size=(300, 150))),
    "docx": docx(paragraph("Pelapor Siti Rahmah"), table([["NIK", "6371034704880003"]])),
    "xlsx": xlsx(sheet(rows(["Nama", "NIK"], ["Siti Rahmah", 6371034704880003]))),
    "html": HTML.encode(),
    "mail": mail("Isi surat Siti Rahmah.", html=HTML).as_bytes(),
    "text": "Pelapor Siti Rahmah\n".encode("utf-16"),
    "png": png(SMALL),
    "jpeg": jpeg(SMALL),
    "tiff": tiff(SMALL, SMALL),
}


def read(data: bytes) -> Document | None:
    """The document, or None where it was refused in a sentence."""
    try:
        reader = import_module(READERS[detect(data)])
        document: Document = reader.read(data, "0" * 64, lambda done, total: None)
    except TerbukaError as refusal:
        assert str(refusal)
        return None
    return document


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No reader of pictures, and small pictures of pages whose size is damaged."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(pages, "MOST_PIXELS", 100_000)
    monkeypatch.setattr(images, "DRAWN_PIXELS", 100_000)


@pytest.mark.parametrize("format", SEEDS)
def test_seed_is_a_file_of_its_format(format: str) -> None:
    """Else the mutants would test nothing."""
    assert detect(SEEDS[format]) == {"png": "image", "jpeg": "image", "tiff": "image"}.get(format, format)


@pytest.mark.parametrize("format", SEEDS)
@settings(max_examples=15, deadline=None, derandomize=True)
@given(st.integers(0, 10**9))
def test_mutant_is_read_or_refused_in_a_sentence(format: str, number: int) -> None:
    document = read(mutant(SEEDS[format], number))
    if document:
        assert Document.from_json(document.to_json()) == document
        for page in document.pages:
            assert all(document.text[word.start : word.end].strip() for word in page.words)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.sampled_from([b"", *(seed[:12] for seed in SEEDS.values())]), st.binary(max_size=300))
def test_arbitrary_bytes_are_read_or_refused_in_a_sentence(head: bytes, rest: bytes) -> None:
    read(head + rest)
