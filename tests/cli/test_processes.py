"""The command as a process: its start, its streams, what is left when it is stopped. Persons are invented."""

import contextlib
import hashlib
import json
import os
import pty
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.cli.conftest import STORY, left_in, process, real
from tests.documents.samples import pdf, text_sheet
from tests.waiting import until

PAGES = 60


@pytest.fixture(autouse=True)
def work(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What is temporary lies here, apart from the files."""
    place = tmp_path_factory.mktemp("sementara")
    monkeypatch.setenv("TMPDIR", str(place))
    return place


@pytest.fixture
def long_file(tmp_path: Path) -> Path:
    path = tmp_path / "panjang.pdf"
    path.write_bytes(pdf(*(text_sheet([STORY.strip()]) for _ in range(PAGES))))
    return path


def test_json_alone_is_on_standard_output(story: Path) -> None:
    outcome = real("screen", story, "--json")
    assert (outcome.status, outcome.err) == (0, "") and json.loads(outcome.out)["findings"]


def test_start_loads_nothing_of_the_office_and_of_other_formats(story: Path) -> None:
    """What makes a start slow are libraries that a text does not need."""
    code = (
        "import sys; from terbuka.cli import run; status = run(['screen', sys.argv[1]]);"
        "print(*sorted({name.partition('.')[0] for name in sys.modules})); sys.exit(status)"
    )
    done = subprocess.run([sys.executable, "-c", code, story], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert {"terbuka", "typer"} <= loaded
    heavy = {
        "django",
        "babel",
        "cryptography",
        "PIL",
        "lxml",
        "pdfminer",
        "pikepdf",
        "pypdf",
        "pypdfium2",
        "typst",
    }
    assert loaded & heavy == set()


def test_progress_is_shown_on_a_terminal_and_not_in_the_answer(long_file: Path) -> None:
    ours, theirs = pty.openpty()
    with ThreadPoolExecutor() as pool:
        shown = pool.submit(everything_from, ours)
        with process("screen", long_file, "--json", stderr=theirs, environment={"TERM": "xterm"}) as command:
            os.close(theirs)
            out, _ = command.communicate()
    assert b"Membaca" in shown.result()
    assert json.loads(out)["document"]["pages"] == PAGES


def test_reader_that_goes_away_is_no_trouble(long_file: Path) -> None:
    with process("screen", long_file, "--json") as command:
        assert command.stdout and command.stderr
        command.stdout.read(1)
        command.stdout.close()
        err = command.stderr.read()
        command.wait(timeout=120)
    assert err == ""


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("stage", ["read", "write"])
def test_stopped_in_the_middle_leaves_nothing(
    long_file: Path, work: Path, stop: signal.Signals, stage: str
) -> None:
    out, log = long_file.with_name("salinan.pdf"), long_file.with_name("catatan.json")
    out.write_bytes(b"yang lama")
    command = process("redact", long_file, "--out", out, "--log", log, start_new_session=True)
    if stage == "write":
        until(lambda: half_made(work))
    else:
        until(lambda: bool(children(command.pid)))
    started = children(command.pid)
    command.send_signal(stop)
    answer, err = command.communicate(timeout=60)
    assert (command.returncode, answer, err) == (130, "", "terbuka: Dihentikan. Tidak ada yang ditulis.\n")
    assert out.read_bytes() == b"yang lama"
    assert left_in(long_file.parent) == {"panjang.pdf", "salinan.pdf"}
    assert not half_made(work)
    until(lambda: not any(alive(number) for number in started))


@pytest.mark.parametrize("stage", ["read", "write"])
def test_killed_outright_leaves_nothing_beside_the_copy(long_file: Path, work: Path, stage: str) -> None:
    """Who is killed cannot clear up: the old copy stays as it was, and what is left elsewhere, where nobody
    else may look, goes the next time."""
    folder, out = long_file.parent, long_file.with_name("salinan.pdf")
    out.write_bytes(b"yang lama")
    command = process("redact", long_file, "--out", out, start_new_session=True)
    until(lambda: half_made(work) if stage == "write" else children(command.pid))
    started = children(command.pid)
    command.kill()
    command.communicate(timeout=60)
    assert out.read_bytes() == b"yang lama" and left_in(folder) == {"panjang.pdf", "salinan.pdf"}
    assert all(left.stat().st_mode & 0o777 == 0o700 for left in half_made(work))
    until(lambda: not any(alive(number) for number in started))
    for left in half_made(work):
        os.utime(left, (0, 0))
    story, copy = folder / "asal.txt", folder / "salinan.txt"
    story.write_text(STORY, encoding="utf-8")
    assert real("redact", story, "--out", copy).status == 0
    assert left_in(folder) == {"panjang.pdf", "salinan.pdf", "asal.txt", "salinan.txt"}
    assert not half_made(work)


def test_what_a_killed_command_left_beside_a_copy_goes_with_the_next(story: Path) -> None:
    for name in (".terbuka-copy-x1", ".terbuka-log-x2"):
        left = story.with_name(name)
        left.mkdir(mode=0o700)
        (left / "isi").write_text(STORY, encoding="utf-8")
        os.utime(left, (0, 0))
    copy, log = story.with_name("salinan.txt"), story.with_name("catatan.json")
    assert real("redact", story, "--out", copy, "--log", log).status == 0
    assert left_in(story.parent) == {story.name, "salinan.txt", "catatan.json"}


def test_two_commands_at_once_leave_a_copy_and_its_log(story: Path) -> None:
    copy, log = story.with_name("salinan.txt"), story.with_name("catatan.json")
    other = story.with_name("lain.txt")
    other.write_text("Saksi Wayan Sudarta, NIK 6371031203850004, hadir.\n", encoding="utf-8")
    pair = [process("redact", source, "--out", copy, "--log", log) for source in (story, other)]
    for command in pair:
        answer, err = command.communicate(timeout=120)
        assert (command.returncode, err) == (0, ""), answer
    told = json.loads(log.read_text(encoding="utf-8"))
    assert told["public"]["sha256"] == hashlib.sha256(copy.read_bytes()).hexdigest()
    assert left_in(story.parent) == {story.name, "lain.txt", "salinan.txt", "catatan.json"}


@pytest.mark.parametrize("stage", ["read", "write"])
def test_worker_killed_outright_is_said_and_leaves_nothing(long_file: Path, work: Path, stage: str) -> None:
    folder, out = long_file.parent, long_file.with_name("salinan.pdf")
    command = process("redact", long_file, "--out", out, "--log", folder / "catatan.json")
    until(lambda: half_made(work) if stage == "write" else children(command.pid))
    until(lambda: bool(children(command.pid)))
    for number in children(command.pid):
        os.kill(number, signal.SIGKILL)
    answer, err = command.communicate(timeout=60)
    assert (command.returncode, answer) == (2, "")
    assert err.startswith("terbuka: Dihentikan oleh sistem") and len(err.splitlines()) == 1
    assert left_in(folder) == {"panjang.pdf"} and not half_made(work)


def half_made(work: Path) -> list[Path]:
    """The directories of copies that are not proven yet."""
    return list(work.glob("terbuka-copy-*"))


def everything_from(terminal: int) -> bytes:
    """What is written to a terminal until it is closed; a terminal that nobody reads stops its writer."""
    shown = b""
    with contextlib.suppress(OSError):
        while piece := os.read(terminal, 4096):
            shown += piece
    os.close(terminal)
    return shown


def children(number: int) -> list[int]:
    listed = subprocess.run(["pgrep", "-P", str(number)], capture_output=True, text=True, check=False)
    return [int(line) for line in listed.stdout.split()]


def alive(number: int) -> bool:
    try:
        return "State:\tZ" not in Path(f"/proc/{number}/status").read_text()
    except OSError:
        return False
