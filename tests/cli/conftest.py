"""The command as it is called: in this process (quick) or in one of its own."""

import contextlib
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from terbuka.cli import run
from tests.waiting import ended_when_it_hangs

COMMAND = [sys.executable, "-c", "from terbuka.cli import main; main()"]
STORY = "Pelapor Siti Rahmah, NIK 6371034704880003, melapor kepada AIPTU Fahrul Rozi.\n"


@dataclass(frozen=True)
class Outcome:
    """What a command left: its exit status and what it printed."""

    status: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one line of an error, checked to be one, to be nothing but that, and to name the program."""
        assert self.out == "" and self.err.startswith("terbuka: ") and self.err.endswith("\n"), self
        assert len(self.err.splitlines()) == 1 and "Traceback" not in self.err, self
        return self.err.removeprefix("terbuka: ").strip()


Terbuka = Callable[..., Outcome]


@pytest.fixture
def terbuka(capsys: pytest.CaptureFixture[str]) -> Terbuka:
    """``terbuka("screen", path, "--json")`` in this process."""

    def call(*arguments: object) -> Outcome:
        capsys.readouterr()
        with ended_when_it_hangs():
            status = run([str(argument) for argument in arguments])
        return Outcome(status, *capsys.readouterr())

    return call


def process(*arguments: object, **options: Any) -> "subprocess.Popen[str]":
    """The command in a process of its own. ``options``: of ``Popen``; ``environment`` is added to ours, and
    ``measured=False`` lets it run without the counting of lines, which writes files too."""
    leave_out = ("LC_", "LANG") if options.pop("measured", True) else ("LC_", "LANG", "COVERAGE")
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(leave_out)},
        "LANG": "id_ID.UTF-8",
        "PYTHONIOENCODING": "utf-8",
        **options.pop("environment", {}),
    }
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    return subprocess.Popen(
        [*COMMAND, *(str(argument) for argument in arguments)], env=environment, text=True, **streams
    )


def real(*arguments: object, **options: Any) -> Outcome:
    """The command in a process of its own, to its end."""
    with process(*arguments, **options) as command:
        out, err = command.communicate(timeout=300)
        return Outcome(command.returncode, out or "", err or "")


def on_terminal(*arguments: object) -> str:
    """What the command, in a process of its own, shows to who sits at a wide terminal."""
    screen, line = os.openpty()
    with process(*arguments, stdout=line, stderr=line, environment={"COLUMNS": "200"}) as command:
        os.close(line)
        shown = b""
        with contextlib.suppress(OSError):  # nobody writes to it any more
            while piece := os.read(screen, 65536):
                shown += piece
        assert command.wait(timeout=300) == 0
    os.close(screen)
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.decode()).replace("\r", "")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A text with an official and a private person, both invented."""
    path = tmp_path / "asal.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def left_in(folder: Path) -> set[str]:
    """The names of everything in a folder, hidden files too."""
    return {entry.name for entry in folder.iterdir()}
