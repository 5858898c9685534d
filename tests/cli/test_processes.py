"""The command as a process: its start, its streams, what is left when it is stopped. Persons are invented."""

import contextlib
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
def test_stopped_in_the_middle_leaves_nothing(long_file: Path, stop: signal.Signals, stage: str) -> None:
    out, log = long_file.with_name("salinan.pdf"), long_file.with_name("catatan.json")
    out.write_bytes(b"yang lama")
    command = process("redact", long_file, "--out", out, "--log", log, start_new_session=True)
    if stage == "write":
        until(lambda: any(name.startswith(".terbuka-") for name in left_in(long_file.parent)))
    else:
        until(lambda: bool(children(command.pid)))
    started = children(command.pid)
    command.send_signal(stop)
    answer, err = command.communicate(timeout=60)
    assert (command.returncode, answer, err) == (130, "", "terbuka: Dihentikan. Tidak ada yang ditulis.\n")
    assert out.read_bytes() == b"yang lama"
    assert left_in(long_file.parent) == {"panjang.pdf", "salinan.pdf"}
    until(lambda: not any(alive(number) for number in started))


@pytest.mark.parametrize("stage", ["read", "write"])
def test_killed_outright_leaves_nothing_half_made(long_file: Path, stage: str) -> None:
    """Who is killed cannot clear up: the old copy stays as it was, and what is left goes the next time."""
    folder, out = long_file.parent, long_file.with_name("salinan.pdf")
    out.write_bytes(b"yang lama")
    command = process("redact", long_file, "--out", out, start_new_session=True)
    until(lambda: half_made(folder) if stage == "write" else children(command.pid))
    started = children(command.pid)
    command.kill()
    command.communicate(timeout=60)
    assert out.read_bytes() == b"yang lama"
    until(lambda: not any(alive(number) for number in started))
    for left in half_made(folder):
        os.utime(left, (0, 0))
    story, copy = folder / "asal.txt", folder / "salinan.txt"
    story.write_text(STORY, encoding="utf-8")
    assert real("redact", story, "--out", copy).status == 0
    assert left_in(folder) == {"panjang.pdf", "salinan.pdf", "asal.txt", "salinan.txt"}


@pytest.mark.parametrize("stage", ["read", "write"])
def test_worker_killed_outright_is_said_and_leaves_nothing(long_file: Path, stage: str) -> None:
    folder, out = long_file.parent, long_file.with_name("salinan.pdf")
    command = process("redact", long_file, "--out", out, "--log", folder / "catatan.json")
    until(lambda: half_made(folder) if stage == "write" else children(command.pid))
    until(lambda: bool(children(command.pid)))
    for number in children(command.pid):
        os.kill(number, signal.SIGKILL)
    answer, err = command.communicate(timeout=60)
    assert (command.returncode, answer) == (2, "")
    assert err.startswith("terbuka: Berkas tidak dapat dibuka") and len(err.splitlines()) == 1
    assert left_in(folder) == {"panjang.pdf"}


def half_made(folder: Path) -> list[Path]:
    return list(folder.glob(".terbuka-*"))


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
