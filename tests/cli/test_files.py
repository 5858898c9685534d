"""``terbuka screen``, ``redact``, ``verify``: what scripts may rely on (docs/cli.md). No person is real."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from terbuka.cli import files
from terbuka.documents.reader import open_document
from terbuka.language import use_language
from tests.cli.conftest import STORY, Terbuka, left_in, on_terminal
from tests.documents.samples import docx, page_image, paragraph, pdf, png, text_sheet
from tests.documents.samples.codes import code_image
from tests.documents.samples.images import scribble

NIK = "6371034704880003"
FORMATS = {
    "text": lambda: STORY.encode(),
    "docx": lambda: docx(paragraph(STORY.strip())),
    "pdf": lambda: pdf(text_sheet([STORY.strip()])),
    "image": lambda: png(page_image([STORY.strip()], points=11), dpi=(200, 200)),
}

STRANGE = {
    "other types": '{"findings": [{"type": "NIK", "action": "redact", "start": 0.5, "end": "7"}]}',
    "lists without end": "[" * 200_000,
    "objects without end": '{"findings":' * 200_000,
    "deep": '{"findings": ' + "[" * 900 + "]" * 900 + "}",
    "long number": '{"findings": [{"type": "A", "action": "keep", "start": ' + "9" * 5000 + "}]}",
    "beyond every page": '{"findings": [{"type": "A", "action": "redact", "boxes": [[0, 0, 1e999, 9]]}]}',
    "no number": '{"findings": [{"type": "A", "action": "redact", "boxes": [[NaN, 0, 1, 9]]}]}',
    "half a sign": '{"findings": [{"type": "\\ud800", "action": "redact", "start": 0, "end": 5}]}',
}
"""What somebody may hand in as decisions or as a log."""


@pytest.fixture(params=FORMATS)
def any_file(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Path]:
    path = tmp_path / "berkas"
    path.write_bytes(FORMATS[request.param]())
    return request.param, path


class TestScreen:
    def test_json_tells_document_and_findings_in_every_format(
        self, any_file: tuple[str, Path], terbuka: Terbuka
    ) -> None:
        format, path = any_file
        outcome = terbuka("screen", path, "--json")
        assert (outcome.status, outcome.err) == (0, "")
        told = json.loads(outcome.out)
        assert set(told) == {"document", "profile", "findings", "warnings", "hidden"}
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        assert told["document"] == {"format": format, "pages": 1, "sha256": sha256}
        found = {finding["type"]: finding for finding in told["findings"]}
        assert found["NIK"]["action"] == "redact" and found["NIK"]["ground"] == "17.h"
        text = open_document(path).text
        assert text[found["NIK"]["start"] : found["NIK"]["end"]] == NIK
        assert len(found["NIK"]["boxes"]) == (1 if format in ("pdf", "image") else 0)

    def test_finding_has_every_key_of_the_contract(self, story: Path, terbuka: Terbuka) -> None:
        told = json.loads(terbuka("screen", story, "--json").out)
        keys = {"type", "start", "end", "page", "boxes", "action", "ground", "basis", "rule", "confidence"}
        assert all(keys | {"entity", "mode", "role", "reason"} <= set(row) for row in told["findings"])
        assert {row["action"] for row in told["findings"]} <= {"redact", "review", "keep"}
        official = next(row for row in told["findings"] if row["role"] == "official")
        assert official["action"] == "keep"

    @pytest.mark.parametrize("options", [(), ("--json",)])
    def test_text_is_printed_only_when_asked_for(
        self, story: Path, terbuka: Terbuka, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
    ) -> None:
        monkeypatch.setenv("COLUMNS", "250")
        assert NIK not in terbuka("screen", story, *options).out
        assert NIK in terbuka("screen", story, *options, "--show-text").out

    def test_term_is_found_in_another_case(self, story: Path, terbuka: Terbuka) -> None:
        told = json.loads(terbuka("screen", story, "--json", "--term", "FAHRUL ROZI").out)
        terms = [row for row in told["findings"] if row["type"] == "TERM"]
        assert [STORY[row["start"] : row["end"]] for row in terms] == ["Fahrul Rozi"]

    def test_terminal_shows_where_it_stands_and_the_text_only_when_asked_for(self, tmp_path: Path) -> None:
        path = tmp_path / "kisah.txt"
        path.write_text("Laporan\n\n" + STORY, encoding="utf-8")
        seen = on_terminal("screen", path)
        assert re.search(r"^ *1 +3 +NIK ", seen, re.MULTILINE), seen
        assert NIK not in seen and "Rahmah" not in seen
        asked = on_terminal("screen", path, "--show-text")
        assert re.search(rf"^ *1 +3 +NIK .*{NIK}", asked, re.MULTILINE), asked

    def test_region_stands_on_no_line(self, tmp_path: Path, terbuka: Terbuka) -> None:
        path = tmp_path / "pindai.png"
        page = page_image(["Laporan tentang jalan rusak."])
        scribble(page, (100, 300, 250, 330))
        path.write_bytes(png(page, dpi=(200, 200)))
        assert re.search(r"^1 +– +REGION", terbuka("screen", path).out, re.MULTILINE)

    def test_code_is_told_as_one_and_its_text_only_when_asked_for(
        self, tmp_path: Path, terbuka: Terbuka
    ) -> None:
        path = tmp_path / "pindai.png"
        page = page_image(["Laporan tentang jalan rusak."])
        page.paste(code_image(f"Dewi Anggraini {NIK}"), (400, 700))
        path.write_bytes(png(page, dpi=(200, 200)))
        outcome = terbuka("screen", path, "--json")
        (region,) = [row for row in json.loads(outcome.out)["findings"] if row["type"] == "REGION"]
        assert (region["rule"], region["action"]) == ("unread.code", "redact")
        assert "Kode QR" in region["reason"] and "NIK" in region["reason"]
        assert NIK not in outcome.out and NIK not in terbuka("screen", path).out
        assert f"Dewi Anggraini {NIK}" in terbuka("screen", path, "--json", "--show-text").out

    def test_table_counts_what_is_hidden_and_kept(self, story: Path, terbuka: Terbuka) -> None:
        out = terbuka("screen", story).out
        assert "2 bagian ditutup, 1 tetap terbuka, 1 halaman." in out

    def test_notice_is_a_warning_and_a_line(self, tmp_path: Path, terbuka: Terbuka) -> None:
        path = tmp_path / "putusan.txt"
        path.write_text(
            "PUTUSAN\nDEMI KEADILAN BERDASARKAN KETUHANAN YANG MAHA ESA\n" + STORY, encoding="utf-8"
        )
        warnings = json.loads(terbuka("screen", path, "--json").out)["warnings"]
        assert warnings and set(warnings[0]) == {"message", "page"}
        assert "\n! " in "\n" + terbuka("screen", path).out

    def test_hidden_parts_are_told_without_their_text(self, tmp_path: Path, terbuka: Terbuka) -> None:
        path = tmp_path / "berkas.docx"
        path.write_bytes(docx(paragraph("Isi"), parts={"word/comments.xml": "<a>Siti Rahmah</a>"}))
        outcome = terbuka("screen", path, "--json")
        assert {"kind": "comment", "place": "word/comments.xml", "page": None} in json.loads(outcome.out)[
            "hidden"
        ]
        assert "Rahmah" not in outcome.out

    def test_english_is_spoken_where_it_is_asked_for(self, story: Path, terbuka: Terbuka) -> None:
        use_language("en")
        out = terbuka("screen", story).out
        assert "hide" in out and "bagian ditutup" not in out
        assert terbuka("screen", story.with_name("x")).sentence.startswith("The file was not found.")

    def test_text_of_a_file_commands_neither_terminal_nor_table(
        self, tmp_path: Path, terbuka: Terbuka, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "200")
        path = tmp_path / "berkas.txt"
        path.write_text("Kata sandi: Rahasia[/bold]77\n" + STORY, encoding="utf-8")
        outcome = terbuka("screen", path, "--show-text")
        assert outcome.status == 0 and "Rahasia[/bold]77" in outcome.out
        assert files._printable("a\x1b]0;b\x07\x9bc\nd\u202ee") == "a ]0;b  c d e"

    def test_unknown_profile_is_refused(self, story: Path, terbuka: Terbuka) -> None:
        outcome = terbuka("screen", story, "--profile", "lain")
        assert outcome.status == 2 and "polri" in outcome.sentence


class TestRedact:
    def test_copy_and_log_of_every_format(self, any_file: tuple[str, Path], terbuka: Terbuka) -> None:
        format, path = any_file
        out, log = path.with_name("salinan"), path.with_name("catatan.json")
        outcome = terbuka("redact", path, "--out", out, "--log", log)
        assert (outcome.status, outcome.err) == (0, "") and "lulus pemeriksaan" in outcome.out
        copy = open_document(out)
        assert NIK not in copy.text and "Rahmah" not in copy.text and "Rozi" in copy.text
        assert copy.format == ("pdf" if format == "image" else format)
        assert log.stat().st_mode & 0o777 == 0o600
        told = json.loads(log.read_text(encoding="utf-8"))
        assert told["original"]["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
        assert told["public"]["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
        assert {"page", "box", "type", "ground", "basis"} <= set(told["redactions"][0])
        assert NIK not in log.read_text(encoding="utf-8") and "Rahmah" not in log.read_text(encoding="utf-8")
        verified = terbuka("verify", out, "--original", path, "--log", log)
        assert verified.status == 0 and "Lulus: tidak ada yang tersisa." in verified.out
        assert left_in(path.parent) == {"berkas", "salinan", "catatan.json"}

    def test_decisions_under_an_unknown_profile_make_no_copy(self, story: Path, terbuka: Terbuka) -> None:
        decisions, out = story.with_name("putusan.json"), story.with_name("salinan.txt")
        decisions.write_text(terbuka("screen", story, "--json").out, encoding="utf-8")
        outcome = terbuka("redact", story, "--out", out, "--decisions", decisions, "--profile", "lain")
        assert (outcome.status, out.exists()) == (2, False)

    def test_decisions_of_a_person_are_applied_instead(self, story: Path, terbuka: Terbuka) -> None:
        decisions, out = story.with_name("putusan.json"), story.with_name("salinan.txt")
        told = json.loads(terbuka("screen", story, "--json").out)
        for finding in told["findings"]:
            finding["action"] = "keep" if finding["type"] == "NIK" else "redact"
        decisions.write_text(json.dumps(told), encoding="utf-8")
        assert terbuka("redact", story, "--out", out, "--decisions", decisions).status == 0
        text = out.read_text(encoding="utf-8")
        assert NIK in text and "Rahmah" not in text and "Rozi" not in text

    def test_term_that_stands_nowhere_is_told_and_not_repeated(self, story: Path, terbuka: Terbuka) -> None:
        terms = ("--term", "fahrul rozi", "--term", "Xantira")
        outcome = terbuka("redact", story, "--out", story.with_name("salinan.txt"), *terms)
        assert outcome.status == 0
        assert "ke-2" in outcome.err and "ke-1" not in outcome.err
        assert "Xantira" not in outcome.err

    def test_term_is_hidden_beside_the_decisions(self, story: Path, terbuka: Terbuka) -> None:
        decisions, out = story.with_name("putusan.json"), story.with_name("salinan.txt")
        decisions.write_text('{"findings": []}', encoding="utf-8")
        arguments = ("--decisions", decisions, "--term", "fahrul rozi")
        assert terbuka("redact", story, "--out", out, *arguments).status == 0
        assert "Rozi" not in out.read_text(encoding="utf-8") and NIK in out.read_text(encoding="utf-8")

    @pytest.mark.parametrize("content", ["", "[]", '{"findings": [{}]}', '{"findings": 3}'])
    def test_decisions_that_are_none_are_refused(self, story: Path, terbuka: Terbuka, content: str) -> None:
        decisions = story.with_name("putusan.json")
        decisions.write_text(content, encoding="utf-8")
        outcome = terbuka("redact", story, "--out", story.with_name("s.txt"), "--decisions", decisions)
        assert outcome.status == 2 and "terbaca" in outcome.sentence
        assert left_in(story.parent) == {"asal.txt", "putusan.json"}

    @pytest.mark.parametrize("content", STRANGE.values(), ids=STRANGE)
    def test_decisions_that_hold_anything_are_refused_in_one_line(
        self, story: Path, terbuka: Terbuka, content: str
    ) -> None:
        decisions = story.with_name("putusan.json")
        decisions.write_text(content, encoding="utf-8")
        outcome = terbuka("redact", story, "--out", story.with_name("s.txt"), "--decisions", decisions)
        assert outcome.status == 2 and outcome.sentence
        assert left_in(story.parent) == {"asal.txt", "putusan.json"}

    def test_decisions_for_another_file_are_refused(self, story: Path, terbuka: Terbuka) -> None:
        decisions = story.with_name("putusan.json")
        decisions.write_text('{"document": {"sha256": "00"}, "findings": []}', encoding="utf-8")
        outcome = terbuka("redact", story, "--out", story.with_name("s.txt"), "--decisions", decisions)
        assert outcome.status == 2 and "berkas lain" in outcome.sentence

    def test_what_would_survive_stops_the_copy(self, tmp_path: Path, terbuka: Terbuka) -> None:
        path, out = tmp_path / "asal.txt", tmp_path / "salinan.txt"
        # base64 behind other letters: screening sees no code there, the verifier looks at every place
        path.write_text("Kode layanan: xxc2l0aSByYWhtYWg\n", encoding="utf-8")
        out.write_text("yang lama", encoding="utf-8")
        outcome = terbuka("redact", path, "--out", out, "--term", "Siti Rahmah")
        assert outcome.status == 3 and "di dalam berkasnya masih tersimpan" in outcome.sentence
        assert "Rahmah" not in outcome.err and out.read_text(encoding="utf-8") == "yang lama"
        assert left_in(tmp_path) == {"asal.txt", "salinan.txt"}


class TestVerify:
    def test_survivor_is_told_by_class_and_place_never_by_text(self, story: Path, terbuka: Terbuka) -> None:
        outcome = terbuka("verify", story, "--term", "Siti Rahmah")
        assert outcome.status == 3
        assert "ADA SISA" in outcome.out and "Tidak lulus: ada yang tersisa." in outcome.out
        assert "- Di dalam berkas: teksnya masih memuat yang harus ditutup (DITUTUP)." in outcome.out
        assert "Rahmah" not in outcome.out and NIK not in outcome.out

    def test_badly_redacted_page_is_told_in_words_and_in_english(
        self, tmp_path: Path, terbuka: Terbuka
    ) -> None:
        """Black over text that is still there: what people ask about who redact with other tools."""
        sheet = text_sheet(["Surat keterangan kegiatan.", STORY.strip()])
        sheet.content += b"0 g 60 740 400 16 re f\n"
        path = tmp_path / "lain.pdf"
        path.write_bytes(pdf(sheet))
        outcome = terbuka("verify", path)
        assert outcome.status == 3
        assert "- Halaman 1: ada teks yang tidak terlihat pembaca." in outcome.out
        assert "hidden-text" not in outcome.out and "Rahmah" not in outcome.out
        use_language("en")
        assert "Page 1: it holds text that no reader sees." in terbuka("verify", path).out

    def test_json_tells_checks_and_survivors(self, story: Path, terbuka: Terbuka) -> None:
        outcome = terbuka("verify", story, "--json")
        told = json.loads(outcome.out)
        assert outcome.status == 3 and told["passed"] is False and told["format"] == "text"
        assert {check["name"] for check in told["checks"]} >= {"structure", "bytes", "text", "screening"}
        assert NIK not in outcome.out

    @pytest.mark.parametrize("format", FORMATS)
    def test_copy_passes_by_itself(self, tmp_path: Path, terbuka: Terbuka, format: str) -> None:
        path, out = tmp_path / "asal", tmp_path / "salinan"
        path.write_bytes(FORMATS[format]())
        assert terbuka("redact", path, "--out", out).status == 0
        assert terbuka("verify", out).status == 0

    def test_redaction_that_was_undone_is_told_by_number(self, story: Path, terbuka: Terbuka) -> None:
        out, log = story.with_name("s.txt"), story.with_name("c.json")
        assert terbuka("redact", story, "--out", out, "--log", log).status == 0
        out.write_text(STORY, encoding="utf-8")
        outcome = terbuka("verify", out, "--original", story, "--log", log)
        assert outcome.status == 3 and "(NAMA), penghitaman nomor 1." in outcome.out
        assert "ini bukan salinan yang dicatat" in outcome.out

    @pytest.mark.parametrize("content", ["", "{}", "null", "no json", *STRANGE.values()])
    def test_log_that_is_none_is_refused(self, story: Path, terbuka: Terbuka, content: str) -> None:
        log = story.with_name("c.json")
        log.write_text(content, encoding="utf-8")
        outcome = terbuka("verify", story, "--original", story, "--log", log)
        assert outcome.status == 2 and "terbaca" in outcome.sentence

    def test_log_that_is_missing_is_refused(self, story: Path, terbuka: Terbuka) -> None:
        outcome = terbuka("verify", story, "--original", story, "--log", story.with_name("x.json"))
        assert outcome.status == 2 and "x.json" in outcome.sentence

    def test_log_without_its_original_is_refused(self, story: Path, terbuka: Terbuka) -> None:
        out, log = story.with_name("s.txt"), story.with_name("c.json")
        assert terbuka("redact", story, "--out", out, "--log", log).status == 0
        outcome = terbuka("verify", out, "--log", log)
        assert outcome.status == 2 and "bersama berkas asalnya" in outcome.sentence
