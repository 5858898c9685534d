"""Hidden parts of another program's file: which fail, which are noted."""

from dataclasses import replace

import pytest

from terbuka.documents import HiddenPart
from terbuka.documents.text import document_of
from terbuka.redaction.verifier.foreign.hidden_parts import hidden_check
from terbuka.redaction.verifier.model import Check, Survivor

PAGE = document_of("Laporan kegiatan. Lemari arsip dibersihkan.")


def checked(*parts: HiddenPart) -> Check:
    return hidden_check(replace(PAGE, hidden=parts))


@pytest.mark.parametrize(
    "part",
    [
        HiddenPart("metadata", "Info /Author", "Xantira"),
        HiddenPart("metadata", "Info /Title", "BAP Xantira Qwelmono"),
        HiddenPart("metadata", "Info /Subject", "Surat Melati Kusumawardhani"),
        HiddenPart("metadata", "docProps/core.xml title", "SP2HP Melati Kusumawardhani"),
        HiddenPart("metadata", "docProps/core.xml keywords", "melati_kusumawardhani.docx"),
        HiddenPart("outline", "/Title", "Keterangan Melati Kusumawardhani"),
        HiddenPart("metadata", "docProps/core.xml lastModifiedBy", "xantira"),
        HiddenPart("metadata", "EXIF GPS 2", "(3.0, 26.0, 1.0)"),
        HiddenPart("metadata", "/PieceInfo"),
        HiddenPart("attachment", "/EF", "jadwal.txt"),
        HiddenPart("comment", "/Contents", "tutup yang ini"),
        HiddenPart("hidden-text", "page 1", "Xantira", 1),
        HiddenPart("form", "/V", "rahasia"),
        HiddenPart("alternative-text", "/ActualText", "rahasia"),
        HiddenPart("picture", "docProps/thumbnail.jpeg"),
        HiddenPart("trailing-data", "after the end of the file"),
        HiddenPart("hidden-text", "sheet 1: headerFooter", "Rekap Xantira Qwelmono"),
    ],
)
def test_content_that_was_forgotten_fails(part: HiddenPart) -> None:
    check = checked(part)
    assert [(s.kind, s.place) for s in check.survivors] == [(part.kind, part.place)] and not check.notes


@pytest.mark.parametrize(
    "part",
    [
        HiddenPart("metadata", "Info /Producer", "Microsoft® Word 2019"),
        HiddenPart("metadata", "Info /Author", "Sekretariat Daerah"),
        HiddenPart("metadata", "Info /Creator", "cairo 1.16.0"),
        HiddenPart("outline", "/Title", "Laporan kegiatan"),
        HiddenPart("name", "/Names", "section.1"),
        HiddenPart("form", "/V", "Off"),
        HiddenPart("form", "/TU", "Isi nama"),
        HiddenPart("comment", "/Contents", "Lemari arsip"),
        HiddenPart("earlier-revision", "1 revision(s)"),
        HiddenPart("hidden-text", "page 1", ", ,", 1),
        HiddenPart("hidden-text", "sheet 1: headerFooter", "Halaman dari", 1),
    ],
)
def test_what_every_program_leaves_is_noted(part: HiddenPart) -> None:
    check = checked(part)
    assert check.notes == (Survivor(part.kind, part.place, part.page),) and not check.survivors


def test_name_in_a_head_that_no_page_shows_fails_though_another_shows_it() -> None:
    page = document_of("Laporan kegiatan.\n\nHendrawan Nugrahini")
    part = HiddenPart("hidden-text", "sheet 1: headerFooter", "Hendrawan Nugrahini", 1)
    [survivor] = hidden_check(replace(page, hidden=(part,))).survivors
    assert survivor.type == "PERSON"


def test_notes_come_through_json() -> None:
    check = checked(HiddenPart("metadata", "Info /Producer", "Skia"))
    assert Check.from_json(check.to_json()) == check
