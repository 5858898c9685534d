"""The door: any bytes become a document or a sentence."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from terbuka.documents import Document
from terbuka.documents.reader import check_file, open_document, read
from terbuka.documents.sandbox import Limits
from terbuka.documents.source import fingerprint
from terbuka.errors import LimitExceeded, TerbukaError, UnreadableFile
from tests.documents.conftest import Opened
from tests.documents.samples import docx, page_image, paragraph, pdf, png, text_sheet

SEEDS = (
    pdf(text_sheet(["Siti Aminah"])),
    docx(paragraph("Siti Aminah")),
    png(page_image(["Siti"], dpi=40)),
    b"Siti Aminah",
)
FORMATS = ("pdf", "docx", "image", "text")


@pytest.mark.parametrize(("data", "format"), list(zip(SEEDS, FORMATS, strict=True)), ids=FORMATS)
def test_every_format_has_its_reader(opened: Opened, data: bytes, format: str) -> None:
    document = opened(data)
    assert (document.format, document.size) == (format, len(data))


@pytest.mark.parametrize(("data", "format"), list(zip(SEEDS, FORMATS, strict=True)), ids=FORMATS)
def test_format_is_told_without_reading_the_file(tmp_path: Path, data: bytes, format: str) -> None:
    path = tmp_path / "berkas"
    path.write_bytes(data)
    assert check_file(path) == format


def test_file_of_another_kind_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "berkas"
    path.write_bytes(b"{\\rtf1 Siti}")
    with pytest.raises(UnreadableFile, match="RTF"):
        check_file(path)


@settings(max_examples=40, deadline=None)
@given(data=st.binary(min_size=1, max_size=400))
@example(data=b"%PDF-1.7")
@example(data=b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj trailer<</Root 1 0 R>>startxref 0 %%EOF")
@example(data=b"PK\x03\x04")
@example(data=b"\x89PNG\r\n\x1a\n")
@example(data=b"II*\0")
@example(data=b"\xff\xd8\xff\xe0")
def test_any_bytes_become_a_document_or_a_sentence(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("apa saja") / "berkas"
    path.write_bytes(data)
    check(path)


@settings(max_examples=30, deadline=None)
@given(seed=st.sampled_from(SEEDS[:3]), at=st.floats(0, 1), junk=st.binary(max_size=8), cut=st.booleans())
def test_any_damage_becomes_a_document_or_a_sentence(
    seed: bytes, at: float, junk: bytes, cut: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = int(at * len(seed))
    path = tmp_path_factory.mktemp("rusak") / "berkas"
    path.write_bytes((seed[:place] + junk + (b"" if cut else seed[place + len(junk) :])) or b"x")
    check(path)


def check(path: Path) -> None:
    try:
        document = open_document(path, limits=Limits(step_seconds=30))
    except TerbukaError as error:
        assert "Siti" not in str(error) and "Traceback" not in str(error)
    else:
        assert isinstance(document, Document)


def test_progress_is_told_page_by_page(tmp_path: Path) -> None:
    path = tmp_path / "berkas"
    path.write_bytes(pdf(text_sheet(["satu"]), text_sheet(["dua"]), text_sheet(["tiga"])))
    told: list[tuple[int, int]] = []
    open_document(path, on_progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_pages_that_are_laid_out_are_a_sign_of_life(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("terbuka.documents.pdf.read.LAID_OUT", 2)
    path = tmp_path / "berkas"
    path.write_bytes(pdf(*(text_sheet([word]) for word in ("satu", "dua", "tiga"))))
    told: list[tuple[int, int]] = []
    request = {"path": str(path), "sha256": fingerprint(path)[0]}
    list(read(request, lambda done, total: told.append((done, total))))
    assert told == [(1, 3), (2, 3), (3, 3), (3, 3)]


def test_limits_reach_the_sandbox(tmp_path: Path) -> None:
    path = tmp_path / "berkas"
    path.write_bytes(b"Budi " * 100_000)
    with pytest.raises(LimitExceeded):
        open_document(path, limits=Limits(output=1000))


def test_file_exchanged_after_the_hash_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "berkas"
    path.write_bytes(b"yang diperiksa")
    sha256, _ = fingerprint(path)
    path.write_bytes(b"yang lain")
    with pytest.raises(UnreadableFile, match="berubah"):
        list(read({"path": str(path), "sha256": sha256}, lambda done, total: None))


def test_name_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "laporan \udcff<b>.pdf"
    path.write_bytes(b"teks biasa")
    assert open_document(path).format == "text"


def test_text_waits_for_no_parser_it_does_not_need(tmp_path: Path) -> None:
    path = tmp_path / "berkas"
    path.write_bytes(b"Kepada Yth. Kepala Bidang")
    request = {"path": str(path), "sha256": fingerprint(path)[0]}
    script = (
        "import sys; from terbuka.documents.reader import read; "
        f"list(read({request!r}, print)); "
        "print([name for name in ('pypdfium2', 'pikepdf', 'PIL', 'lxml') if name in sys.modules])"
    )
    printed = subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, check=True).stdout
    assert printed == b"[]\n"
