"""Files that are damaged, hostile, huge or strange: a clear sentence, nothing half-written, bounded cost.

The files are real ones, made here. All persons are invented.
"""

import ctypes
import io
import json
import os
import resource
import socket
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from tests.cli.conftest import STORY, Outcome, Terbuka, left_in, process, real
from tests.documents.samples import Sheet, docx, page_image, paragraph, pdf, png, text_sheet
from tests.documents.samples.images import jpeg, noise

MEBIBYTE = 1 << 20
NIK = "6371034704880003"


def locked_pdf() -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(text_sheet([STORY])))) as document:
        document.save(made, encryption=pikepdf.Encryption(owner="o", user="u"))
    return made.getvalue()


def zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def locked_docx() -> bytes:
    """What Word writes with a password: no package but an OLE file with an encrypted one in it."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(512)
    )


def bomb_docx() -> bytes:
    whole = docx(paragraph("Isi"), parts={"word/media/x.xml": b"<a/>" + b" " * (300 * MEBIBYTE)})
    assert len(whole) < MEBIBYTE
    return whole


def nested(depth: int) -> bytes:
    """A table in a table in a table …"""
    inside = paragraph("Isi")
    for _ in range(depth):
        inside = f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"
    return docx(inside)


REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("a.pdf", lambda: b"", "kosong"),
    "blank text": ("a.txt", lambda: b" \n\n", "spasi"),
    "head of a pdf": ("a.pdf", lambda: b"%PDF-1.7\n", "rusak"),
    "truncated pdf": ("a.pdf", lambda: pdf(text_sheet([STORY]))[:400], "rusak"),
    "truncated docx": ("a.docx", lambda: docx(paragraph(STORY))[:-200], "rusak"),
    "truncated png": ("a.png", lambda: png(page_image([STORY]))[:900], "rusak"),
    "truncated jpeg": ("a.jpg", lambda: jpeg(page_image([STORY]))[:300], "rusak"),
    "locked pdf": ("a.pdf", locked_pdf, "kata sandi"),
    "locked docx": ("a.docx", locked_docx, "kata sandi"),
    "program called text": ("a.txt", lambda: b"\x7fELF\x02\x01\x01" + bytes(600), "tidak dikenali"),
    "slides called docx": ("a.docx", lambda: zipped({"ppt/presentation.xml": b"<a/>"}), "PPTX"),
    "archive called pdf": ("a.pdf", lambda: zipped({"data.csv": STORY.encode()}), "Arsip ZIP"),
    "list called text": ("a.txt", lambda: b"<?xml version='1.0'?><a>" + STORY.encode() + b"</a>", "XML"),
    "zip bomb": ("a.docx", bomb_docx, "mengembang"),
    "image bomb": ("a.png", lambda: png(Image.new("1", (30_000, 20_000))), "200 juta"),
    "entities": (
        "a.docx",
        lambda: zipped(
            {"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'}
        ),
        "rusak",
    ),
    "pdf without pages": ("a.pdf", lambda: pdf(), "rusak"),
}


@pytest.mark.parametrize("case", REFUSED)
@pytest.mark.parametrize("command", ["screen", "redact"])
def test_what_cannot_be_read_is_refused(tmp_path: Path, terbuka: Terbuka, case: str, command: str) -> None:
    name, make, said = REFUSED[case]
    path = tmp_path / name
    path.write_bytes(make())
    more = ("--out", tmp_path / "salinan", "--log", tmp_path / "catatan.json") if command == "redact" else ()
    outcome = terbuka(command, path, *more)
    assert outcome.status == 2 and said in outcome.sentence
    assert left_in(tmp_path) == {name}


@pytest.mark.parametrize("case", ["empty", "truncated pdf", "locked pdf", "zip bomb", "image bomb"])
def test_verifier_passes_nothing_that_cannot_be_read(tmp_path: Path, terbuka: Terbuka, case: str) -> None:
    name, make, _ = REFUSED[case]
    path = tmp_path / name
    path.write_bytes(make())
    assert terbuka("verify", path).status == 2


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda folder: folder / "tidak-ada.pdf", "tidak ditemukan"),
        (lambda folder: folder, "bukan berkas biasa"),
        (lambda folder: Path("/dev/zero"), "bukan berkas biasa"),
    ],
    ids=["missing", "folder", "device"],
)
def test_what_is_no_file_is_refused(
    tmp_path: Path, terbuka: Terbuka, make: Callable[[Path], Path], said: str
) -> None:
    outcome = terbuka("screen", make(tmp_path))
    assert outcome.status == 2 and said in outcome.sentence


@pytest.mark.parametrize(
    ("size", "said"), [(300, "Berkas teks terlalu panjang"), (600, "Berkas terlalu besar: 600 MiB")]
)
def test_huge_file_is_refused_in_little_memory(tmp_path: Path, size: int, said: str) -> None:
    path = tmp_path / "besar.txt"
    line = STORY.encode() * 1000
    with path.open("wb") as file:
        for _ in range(size * MEBIBYTE // len(line) + 1):
            file.write(line)
        file.truncate(size * MEBIBYTE)
    outcome, memory = measured("screen", path)
    path.unlink()
    assert outcome.status == 2 and said in outcome.sentence
    assert memory < 1500 * MEBIBYTE


def test_pdf_of_300_megabytes_is_read(tmp_path: Path) -> None:
    """Three large scans are no attack; their bytes are not kept more often than needed."""

    def finish(document: pikepdf.Pdf) -> None:
        document.Root.Ballast = document.make_stream(os.urandom(300 * MEBIBYTE))

    path = tmp_path / "besar.pdf"
    path.write_bytes(pdf(text_sheet([STORY.strip()]), finish=finish))
    outcome, memory = measured("screen", path, "--json")
    path.unlink()
    assert outcome.status == 0 and "NIK" in {row["type"] for row in json.loads(outcome.out)["findings"]}
    assert memory < 4096 * MEBIBYTE


def test_two_thousand_pages_are_read(tmp_path: Path) -> None:
    path = tmp_path / "tebal.pdf"
    lines = [["Tidak ada pelapor"], [STORY.strip()]]
    sheets = (text_sheet(lines[page % 10 == 0], size=(400.0, 140.0), points=9) for page in range(2000))
    path.write_bytes(pdf(*sheets))
    outcome, memory = measured("screen", path, "--json")
    told = json.loads(outcome.out)
    assert (outcome.status, told["document"]["pages"]) == (0, 2000)
    assert sum(row["type"] == "NIK" for row in told["findings"]) == 200
    assert memory < 2048 * MEBIBYTE


def test_more_pages_than_one_document_may_have_are_refused(tmp_path: Path, terbuka: Terbuka) -> None:
    path = tmp_path / "tebal.pdf"
    with pikepdf.open(io.BytesIO(pdf(Sheet()))) as document:
        for _ in range(5000):
            document.pages.append(document.pages[0])
        document.save(path)
    outcome = terbuka("screen", path)
    assert outcome.status == 2 and "5001 halaman" in outcome.sentence


def measured(*arguments: object) -> tuple[Outcome, int]:
    """A command, and the bytes that it or a process of it held at most."""
    code = (
        "import json, resource, subprocess, sys;"
        "done = subprocess.run([sys.executable, '-c', 'from terbuka.cli import main; main()', *sys.argv[1:]],"
        " capture_output=True, text=True);"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024;"
        "print(json.dumps([done.returncode, done.stdout, done.stderr, used]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *(str(argument) for argument in arguments)],
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
        env={**os.environ, "LANG": "id_ID.UTF-8", "TERBUKA_LANG": "id"},
    )
    status, out, err, memory = json.loads(done.stdout)
    return Outcome(status, out, err), memory


class TestStrangeButGood:
    """Files that are odd and can be read all the same."""

    def copied(self, terbuka: Terbuka, path: Path) -> Path:
        out = path.with_name("salinan")
        outcome = terbuka("redact", path, "--out", out)
        assert (outcome.status, outcome.err) == (0, "")
        return out

    def test_name_says_nothing_about_the_content(self, tmp_path: Path, terbuka: Terbuka) -> None:
        path = tmp_path / "gambar.png"
        path.write_text(STORY, encoding="utf-8")
        assert json.loads(terbuka("screen", path, "--json").out)["document"]["format"] == "text"

    @pytest.mark.ocr
    def test_page_of_five_metres(self, tmp_path: Path, terbuka: Terbuka) -> None:
        path = tmp_path / "spanduk.pdf"
        path.write_bytes(pdf(text_sheet([STORY.strip()], size=(14173.0, 14173.0), points=300)))
        copy = self.copied(terbuka, path)
        assert copy.stat().st_size < 20 * MEBIBYTE
        assert NIK not in terbuka("screen", copy, "--json", "--show-text").out

    @pytest.mark.ocr
    def test_broken_font_is_read_from_the_pixels_or_said(self, tmp_path: Path, terbuka: Terbuka) -> None:
        def broken(document: pikepdf.Pdf) -> pikepdf.Object:
            program = document.make_stream(noise(64, 64).tobytes())
            descriptor = pikepdf.Dictionary(
                Type=pikepdf.Name.FontDescriptor,
                FontName=pikepdf.Name.Rusak,
                Flags=32,
                FontBBox=[0, 0, 0, 0],
                ItalicAngle=0,
                Ascent=0,
                Descent=0,
                CapHeight=0,
                StemV=0,
                FontFile2=program,
            )
            return document.make_indirect(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Font,
                    Subtype=pikepdf.Name.TrueType,
                    BaseFont=pikepdf.Name.Rusak,
                    FontDescriptor=document.make_indirect(descriptor),
                )
            )

        sheet = text_sheet([STORY.strip()])
        sheet.fonts["F"] = broken
        path = tmp_path / "huruf.pdf"
        path.write_bytes(pdf(sheet))
        assert NIK not in terbuka("screen", self.copied(terbuka, path), "--json", "--show-text").out

    @pytest.mark.parametrize(
        "words",
        ["المشتكية سيتي رحمة", "王小明报案人", "התלוננה סיטי", "신고자 이름", "İ ı ß ﬁ ① 𝟞𝟛𝟟𝟙"],
        ids=["arabic", "chinese", "hebrew", "korean", "odd letters"],
    )
    @pytest.mark.parametrize("format", ["text", "docx"])
    def test_other_scripts(self, tmp_path: Path, terbuka: Terbuka, words: str, format: str) -> None:
        path = tmp_path / "berkas"
        text = f"{words}\n{STORY}"
        path.write_bytes(
            text.encode() if format == "text" else docx(paragraph(words), paragraph(STORY.strip()))
        )
        copy = self.copied(terbuka, path)
        assert NIK not in terbuka("screen", copy, "--json", "--show-text").out
        term = words.split()[0]
        out = path.with_name("tanpa")
        assert terbuka("redact", path, "--out", out, "--term", term).status in (0, 3)
        if out.exists():
            assert terbuka("verify", out, "--term", term).status == 0

    def test_html_in_a_name_is_only_a_name(self, tmp_path: Path, terbuka: Terbuka) -> None:
        path = tmp_path / "<img src=x onerror=alert(1)>[bold].txt"
        path.write_text("Pelapor <script>alert(1)</script> Siti Rahmah [/red]\n" + STORY, encoding="utf-8")
        assert terbuka("screen", path, "--show-text").status == 0
        assert "<script>" in self.copied(terbuka, path).read_text(encoding="utf-8")
        sentence = terbuka("verify", path, "--original", path, "--log", path).sentence
        assert "<img src=x" in sentence and "Rahmah" not in sentence

    def test_tables_nested_without_end(self, tmp_path: Path, terbuka: Terbuka) -> None:
        path = tmp_path / "sarang.docx"
        path.write_bytes(nested(400))
        outcome = terbuka("screen", path)
        assert outcome.status in (0, 2)
        if outcome.status == 2:
            assert outcome.sentence


def bound_by_rights() -> None:
    """Whoever runs the tests may be root: then without the privilege to pass over the rights of files."""
    drop_from_bounding_set, override = 24, 1
    ctypes.CDLL(None).prctl(drop_from_bounding_set, override, 0, 0, 0)


def make_special(kind: str, path: Path) -> int:
    """Put something that is no file at ``path``; returns what it is, as ``stat`` has it."""
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as end:
            end.bind(os.path.relpath(path))  # a socket's name may not be long
    else:
        path.mkdir()
    return stat.S_IFMT(path.lstat().st_mode)


class TestPlaces:
    """Where the copy goes, and what is there already."""

    def test_output_that_is_the_input_is_refused(self, story: Path, terbuka: Terbuka) -> None:
        twin = story.with_name("kembar.txt")
        twin.hardlink_to(story)
        link = story.with_name("tautan.txt")
        link.symlink_to(story)
        for out in (story, twin, link):
            outcome = terbuka("redact", story, "--out", out)
            assert outcome.status == 2 and "menimpa berkas asal" in outcome.sentence
        assert story.read_text(encoding="utf-8") == STORY

    def test_log_that_is_another_file_of_the_command_is_refused(self, story: Path, terbuka: Terbuka) -> None:
        out, decisions = story.with_name("salinan.txt"), story.with_name("putusan.json")
        decisions.write_text('{"findings": []}', encoding="utf-8")
        for log in (story, out, decisions):
            outcome = terbuka("redact", story, "--out", out, "--decisions", decisions, "--log", log)
            assert outcome.status == 2 and "menimpa berkas lain" in outcome.sentence
        assert left_in(story.parent) == {"asal.txt", "putusan.json"}
        assert story.read_text(encoding="utf-8") == STORY

    @pytest.mark.parametrize("option", ["--out", "--log"])
    @pytest.mark.parametrize(
        ("place", "said"), [("tidak-ada/salinan", "tidak ada"), (".", "adalah folder"), ("/proc/salinan", "")]
    )
    def test_place_that_cannot_be_written_is_refused(
        self, story: Path, terbuka: Terbuka, option: str, place: str, said: str
    ) -> None:
        places = {"--out": story.with_name("salinan.txt"), "--log": story.with_name("catatan.json")}
        places[option] = story.parent / place
        outcome = terbuka("redact", story, *(part for pair in places.items() for part in pair))
        assert outcome.status == 2 and said in outcome.sentence
        assert left_in(story.parent) == {"asal.txt"}

    @pytest.mark.parametrize("option", ["--out", "--log"])
    @pytest.mark.parametrize("linked", [False, True], ids=["itself", "by a link"])
    @pytest.mark.parametrize("kind", ["pipe", "socket", "folder"])
    def test_what_is_no_file_is_not_replaced(
        self, tmp_path: Path, terbuka: Terbuka, kind: str, linked: bool, option: str
    ) -> None:
        """A device is refused as a pipe is. It is told before anything is read: the file is missing here."""
        taken = tmp_path / "s"
        made = make_special(kind, taken)
        place = tmp_path / "tautan" if linked else taken
        if linked:
            place.symlink_to(taken)
        places = {"--out": tmp_path / "salinan.txt", "--log": tmp_path / "catatan.json", option: place}
        arguments = [part for pair in places.items() for part in pair]
        outcome = terbuka("redact", tmp_path / "tidak-ada.txt", *arguments)
        assert outcome.status == 2 and place.name in outcome.sentence
        assert ("folder" if kind == "folder" else "bukan berkas biasa") in outcome.sentence
        assert stat.S_IFMT(taken.lstat().st_mode) == made and place.is_symlink() == linked
        assert left_in(tmp_path) == {"s"} | ({"tautan"} if linked else set())

    @pytest.mark.parametrize("option", ["--out", "--log"])
    @pytest.mark.parametrize("name", ["a" * 300, "lingkaran/x"])
    def test_place_that_cannot_be_looked_at_is_refused(
        self, story: Path, terbuka: Terbuka, option: str, name: str
    ) -> None:
        (story.parent / "lingkaran").symlink_to("lingkaran")
        places = {"--out": story.with_name("salinan.txt"), "--log": story.with_name("catatan.json")}
        places[option] = story.parent / name
        outcome = terbuka("redact", story, *(part for pair in places.items() for part in pair))
        assert outcome.status == 2 and outcome.sentence
        assert left_in(story.parent) == {"asal.txt", "lingkaran"}

    def test_log_is_not_written_through_a_link_that_lies_in_wait(self, story: Path, terbuka: Terbuka) -> None:
        other = story.with_name("lain.txt")
        other.write_text("isi lain", encoding="utf-8")
        story.with_name(".catatan.json.part").symlink_to(other)
        out, log = story.with_name("salinan.txt"), story.with_name("catatan.json")
        assert terbuka("redact", story, "--out", out, "--log", log).status == 0
        assert other.read_text(encoding="utf-8") == "isi lain" and json.loads(log.read_text(encoding="utf-8"))

    def test_folder_without_the_right_to_write_is_refused(self, story: Path, tmp_path: Path) -> None:
        folder = tmp_path / "terkunci"
        folder.mkdir(mode=0o555)
        outcome = real("redact", story, "--out", folder / "salinan.txt", preexec_fn=bound_by_rights)
        assert outcome.status == 2 and "tidak boleh ditulisi" in outcome.sentence
        assert left_in(folder) == set()

    @pytest.mark.parametrize("where", ["copy", "log"])
    def test_disk_that_is_full_leaves_nothing(self, tmp_path: Path, where: str) -> None:
        """No file may grow beyond 64 KiB here; the copy, or else the log, would."""
        path, out = tmp_path / "asal.txt", tmp_path / "salinan.txt"
        path.write_text(STORY * (2000 if where == "copy" else 200), encoding="utf-8")
        out.write_text("yang lama", encoding="utf-8")
        room = 64 * 1024

        def full() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

        arguments = ("redact", path, "--out", out, "--log", tmp_path / "catatan.json")
        outcome = real(*arguments, preexec_fn=full, measured=False)
        assert outcome.status == 2
        assert (
            ("lebih besar" in outcome.sentence) if where == "copy" else ("catatan.json" in outcome.sentence)
        )
        assert out.read_text(encoding="utf-8") == "yang lama"
        assert left_in(tmp_path) == {"asal.txt", "salinan.txt"}

    def test_pipe_that_is_closed_before_the_end(self, story: Path) -> None:
        story.write_text(STORY * 3000, encoding="utf-8")
        with process("screen", story, "--json", "--show-text") as command:
            assert command.stdout and command.stderr
            command.stdout.read(10)
            command.stdout.close()
            assert command.stderr.read() == ""
            command.wait(timeout=120)
