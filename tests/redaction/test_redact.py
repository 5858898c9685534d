"""The whole way: a copy in which nothing is left, or no copy."""

import json
import os

import pytest
from pypdf import PdfReader

from terbuka.documents.reader import open_document
from terbuka.errors import Survives, TerbukaError
from terbuka.redaction.log import read_log
from terbuka.redaction.plan import make_plan
from terbuka.redaction.redact import redact, silent
from terbuka.redaction.verifier.model import Check, Survivor, Verification
from terbuka.redaction.verify import verify
from terbuka.screening import Action, Finding
from terbuka.screening.screen import screen

from ..documents.samples import docx, paragraph, run
from .conftest import NAMES, plan_hiding

STORY = "Pelapor Siti Rahmah, NIK 6371034704880003, melapor kepada AIPTU Fahrul Rozi.\n"


def findings(document, pattern=NAMES):
    return [
        Finding(r.type, r.start, r.end, r.page, Action.REDACT, "test", 1.0, ground="17.h")
        for r in plan_hiding(document, pattern).redactions
    ]


@pytest.fixture
def text_file(tmp_path):
    path = tmp_path / "asal.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def docx_file(tmp_path):
    path = tmp_path / "asal.docx"
    path.write_bytes(docx(paragraph(run(STORY.strip()))))
    return path


@pytest.fixture
def any_file(request, text_file, docx_file, typeset):
    return {"text": lambda: text_file, "docx": lambda: docx_file, "pdf": typeset}[request.param]()


@pytest.mark.parametrize("any_file", ["text", "docx", "pdf"], indirect=True)
def test_copy_of_every_format_keeps_the_official_and_hides_the_person(any_file, tmp_path):
    out = tmp_path / "salinan"
    document = open_document(any_file)
    log = redact(any_file, out, findings(document), document=document)
    assert log.verification.passed and log.public_size == out.stat().st_size
    text = open_document(out).text
    assert "Rahmah" not in text and "RAHMAH" not in text and "6371034704880003" not in text
    assert "rozi" in text.lower()
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".terbuka")] == []


@pytest.mark.parametrize("any_file", ["text", "docx", "pdf"], indirect=True)
def test_copy_verifies_against_its_original_and_log(any_file, tmp_path):
    out = tmp_path / "salinan"
    log = redact(any_file, out, findings(open_document(any_file)))
    told = json.loads(json.dumps(log.to_json()))
    assert "Rahmah" not in json.dumps(told) and "RAHMAH" not in json.dumps(told)
    verification = verify(out, original=any_file, log=told)
    assert verification.passed and {c.name for c in verification.checks} >= {"bytes", "text", "hash"}


def test_log_tells_place_kind_and_ground_of_each_redaction(typeset, tmp_path):
    source = typeset()
    log = redact(source, tmp_path / "c.pdf", findings(open_document(source))).to_json()
    assert log["grounds"] == {"17.h": len(log["redactions"])}
    first = log["redactions"][0]
    assert first["page"] == 1 and len(first["box"]) == 4 and first["ground"] == "17.h"


def test_copy_of_other_bytes_than_its_log_fails(text_file, tmp_path):
    out = tmp_path / "salinan.txt"
    log = redact(text_file, out, findings(open_document(text_file))).to_json()
    out.write_text(out.read_text(encoding="utf-8") + "Tambahan.\n", encoding="utf-8")
    verification = verify(out, original=text_file, log=log)
    assert {s.kind for s in verification.survivors} == {"hash"}


def test_stages_are_told_in_order(text_file, tmp_path):
    seen = []

    def stage(name):
        return lambda done, total: seen.append(name)

    redact(text_file, tmp_path / "salinan.txt", [], stage=stage)
    assert list(dict.fromkeys(seen)) and set(seen) <= {"read", "write", "verify"}


MISSED = "Pelapor Siti Rahmah melapor. Menurut Rahmah di Jl. Rahmah, ya.\n"


def keeping(text, *starts):
    """The first mention hidden, and a decision to keep each of the others that begins at ``starts``."""
    name = Finding("PERSON", 8, 19, 1, Action.REDACT, "test", 1.0, ground="17.h")
    return [name, *(Finding("PLACE", at, at + 6, 1, Action.KEEP, "test", 1.0) for at in starts)]


def test_mention_that_nobody_decided_on_stops_the_copy(tmp_path):
    source, out = tmp_path / "asal.txt", tmp_path / "salinan.txt"
    source.write_text(MISSED, encoding="utf-8")
    said, place = MISSED.index("Rahmah di"), MISSED.index("Rahmah, ya")
    for kept in ([], [said], [place]):
        with pytest.raises(Survives):
            redact(source, out, keeping(MISSED, *kept))
        assert not out.exists()
    log = redact(source, out, keeping(MISSED, said, place))
    assert log.left_open == ((said, said + 6), (place, place + 6))
    assert verify(out, original=source, log=log.to_json()).passed
    assert not verify(out, original=source, log={**log.to_json(), "left_open": []}).passed


@pytest.mark.parametrize("name", ["asal.txt", "asal.docx"])
def test_text_that_is_turned_around_is_written_as_it_was_seen(name, tmp_path):
    turned = "Pelapor Sdr. Siti Rahmah. Kata \u202e.hamhaR itiS ,rasap iD\u202c Selesai."
    source, out = tmp_path / name, tmp_path / "salinan"
    source.write_bytes(turned.encode() if name.endswith("txt") else docx(paragraph(run(turned))))
    document = open_document(source)
    log = redact(source, out, screen(document).findings, document=document)
    text = open_document(out).text
    assert "Kata Di pasar, [" in text and text.endswith(". Selesai.") and "hamhaR" not in text
    assert verify(out, original=source, log=log.to_json()).passed
    missed = redact(source, out, [Finding("PERSON", 0, 0, 1, Action.KEEP, "test", 1.0)], document=document)
    assert missed.verification.passed and "Di pasar, Siti Rahmah." in open_document(out).text
    with pytest.raises(Survives):
        redact(source, out, findings(document, "Siti Rahmah")[:1], document=document)


def test_foreign_copy_may_say_what_screening_left_open(tmp_path):
    source, copy = tmp_path / "asal.txt", tmp_path / "salinan.txt"
    source.write_text("Pelapor Sdr. Ahmad Sudarta menuju Masjid Sudarta.\n", encoding="utf-8")
    copy.write_text("Pelapor Sdr. [NAMA] menuju Masjid Sudarta.\n", encoding="utf-8")
    assert verify(copy, original=source).passed
    copy.write_text("Pelapor Sdr. [NAMA] menuju Sudarta, Masjid Sudarta.\n", encoding="utf-8")
    assert not verify(copy, original=source).passed


@pytest.mark.ocr
def test_copy_that_cannot_be_proven_as_text_is_made_of_pixels(typeset, tmp_path):
    """A term that stands nowhere but in the name of our own font of real text."""
    source = typeset("#set page(width: 300pt, height: 100pt)\nKantor ini buka setiap hari kerja.")
    out = tmp_path / "salinan.pdf"
    redact(source, out, [], terms=["TerbukaFresh"])
    assert "/G" not in PdfReader(out).pages[0]["/Resources"]["/Font"]


def test_term_left_in_the_copy_stops_it(text_file, tmp_path):
    out = tmp_path / "salinan.txt"
    out.write_text("yang lama", encoding="utf-8")
    with pytest.raises(Survives, match="masih terbaca di teksnya"):
        redact(text_file, out, findings(open_document(text_file)), terms=["Fahrul Rozi"])
    assert out.read_text(encoding="utf-8") == "yang lama"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["asal.txt", "salinan.txt"]


def test_copy_may_not_replace_its_original(text_file):
    with pytest.raises(TerbukaError, match="menimpa berkas asal"):
        redact(text_file, text_file, [])
    assert text_file.read_text(encoding="utf-8") == STORY


def test_original_changed_after_reading_is_noticed(text_file, tmp_path):
    document = open_document(text_file)
    text_file.write_text("lain sama sekali", encoding="utf-8")
    with pytest.raises(TerbukaError, match="berubah"):
        redact(text_file, tmp_path / "salinan.txt", [], document=document)
    assert not (tmp_path / "salinan.txt").exists()


def test_unwritable_place_is_said_before_anything_is_read(text_file, tmp_path, monkeypatch):
    with pytest.raises(TerbukaError, match="Folder tujuan tidak ada"):
        redact(text_file, tmp_path / "tidak-ada" / "salinan.txt", [])
    with pytest.raises(TerbukaError, match="adalah folder"):
        redact(text_file, tmp_path, [])
    monkeypatch.setattr(os, "access", lambda place, way: False)
    with pytest.raises(TerbukaError, match="tidak boleh ditulisi"):
        redact(text_file, tmp_path / "salinan.txt", [])


def test_log_that_could_not_be_kept_leaves_no_copy(text_file, tmp_path):
    def refuse(log):
        assert log.verification.passed and not (tmp_path / "salinan.txt").exists()
        raise TerbukaError("catatan tidak dapat ditulis")

    with pytest.raises(TerbukaError, match="catatan"):
        redact(text_file, tmp_path / "salinan.txt", [], record=refuse)
    assert [p.name for p in tmp_path.iterdir()] == ["asal.txt"]


def test_full_disk_leaves_nothing_behind(text_file, tmp_path, monkeypatch):
    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(TerbukaError, match="No space left"):
        redact(text_file, tmp_path / "salinan.txt", [])
    assert [p.name for p in tmp_path.iterdir()] == ["asal.txt"]


def test_copy_swapped_after_the_verifier_read_it_is_noticed(text_file, tmp_path):
    """Whoever can write into the folder between the check and the rename must not win."""
    work = tmp_path / "kerja"
    work.mkdir()

    def swap(done, total):
        (candidate,) = work.glob("terbuka-copy-*/copy")
        candidate.write_text(STORY, encoding="utf-8")

    def stage(name):
        return swap if name == "verify" else silent(name)

    with pytest.raises(Survives, match="berubah setelah diperiksa"):
        redact(
            text_file, tmp_path / "salinan.txt", findings(open_document(text_file)), stage=stage, work=work
        )
    assert not (tmp_path / "salinan.txt").exists() and not any(work.iterdir())


def test_nothing_lies_beside_the_destination_before_it_is_proven(text_file, tmp_path):
    seen = set()

    def stage(name):
        return lambda done, total: seen.add((name, *sorted(path.name for path in tmp_path.iterdir())))

    redact(text_file, tmp_path / "salinan.txt", [], stage=stage)
    assert seen == {("write", "asal.txt"), ("verify", "asal.txt")}
    assert (tmp_path / "salinan.txt").exists()


def test_verification_that_checked_nothing_is_not_passed():
    assert not Verification("pdf", "", 0, ()).passed
    assert not Verification("pdf", "", 0, (Check("text", 1, (Survivor("text", "a"),)),)).passed
    assert Verification("pdf", "", 0, (Check("text", 1),)).passed


class TestLog:
    def log(self, text_file, tmp_path):
        return redact(text_file, tmp_path / "c.txt", findings(open_document(text_file))).to_json()

    def test_reads_back_as_the_plan_it_came_from(self, text_file, tmp_path):
        document = open_document(text_file)
        plan, placed, sha256 = read_log(self.log(text_file, tmp_path), document)
        assert plan == make_plan(document, findings(document))
        assert placed and len(sha256) == 64

    def test_of_an_earlier_version_is_read_whatever_it_called_the_format(self, text_file, tmp_path):
        log = self.log(text_file, tmp_path)
        log["verification"]["format"] = "plain"
        assert verify(tmp_path / "c.txt", original=text_file, log=log).passed

    @pytest.mark.parametrize("broken", [None, {}, {"redactions": [{}]}, {"redactions": []}])
    def test_that_is_none_is_refused(self, text_file, broken):
        with pytest.raises(TerbukaError, match="tidak terbaca"):
            read_log(broken, open_document(text_file))

    def test_about_another_file_is_refused(self, text_file, docx_file, tmp_path):
        with pytest.raises(TerbukaError, match="bukan tentang berkas asal"):
            read_log(self.log(text_file, tmp_path), open_document(docx_file))

    @pytest.mark.parametrize(("key", "value"), [("start", 10_000), ("end", -1)])
    def test_that_points_outside_the_document_is_refused(self, text_file, tmp_path, key, value):
        log = self.log(text_file, tmp_path)
        log["redactions"][0]["source"][key] = value
        with pytest.raises(TerbukaError, match="tidak cocok"):
            read_log(log, open_document(text_file))

    def test_with_a_redaction_missing_is_refused(self, text_file, tmp_path):
        log = self.log(text_file, tmp_path)
        del log["redactions"][0]
        with pytest.raises(TerbukaError, match="tidak cocok"):
            read_log(log, open_document(text_file))


class TestVerifyByItself:
    def test_original_alone_is_screened_for_what_must_be_gone(self, text_file, tmp_path):
        out = tmp_path / "salinan.txt"
        redact(text_file, out, findings(open_document(text_file)))
        assert not verify(text_file, original=text_file).passed
        assert verify(out, original=text_file).passed

    def test_file_with_identifiers_fails_by_screening(self, text_file):
        verification = verify(text_file)
        assert "screening" in {s.kind for s in verification.survivors}
        assert "6371034704880003" not in json.dumps(verification.to_json())

    def test_term_is_searched_in_any_file(self, text_file):
        kinds = {s.kind for s in verify(text_file, terms=["FAHRUL ROZI"]).survivors}
        assert {"text", "bytes"} <= kinds

    def test_clean_foreign_text_passes(self, tmp_path):
        path = tmp_path / "siaran.txt"
        path.write_text("Layanan informasi dibuka pukul 09.00 di loket PPID.\n", encoding="utf-8")
        assert verify(path).passed

    def test_empty_file_is_refused(self, tmp_path):
        path = tmp_path / "kosong.pdf"
        path.write_bytes(b"")
        with pytest.raises(TerbukaError):
            verify(path)


def test_words_under_a_drawn_region_are_secrets(typeset, tmp_path):
    source = typeset()
    document = open_document(source)
    word = next(w for w in document.pages[0].words if document.text[w.start : w.end] == "FAHRUL")
    region = Finding("REGION", 0, 0, 1, Action.REDACT, "test", 1.0, boxes=(word.box,))
    log = redact(source, tmp_path / "c.pdf", [region], document=document)
    assert log.verification.secrets >= 1
    assert "FAHRUL" not in open_document(tmp_path / "c.pdf").text
    assert not verify(source, original=source, log=log.to_json()).passed
