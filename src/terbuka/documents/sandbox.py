"""Runs a parser, a writer or a verifier in a process of its own, with limits.

A document may be made to attack who opens it. So nothing that reads a foreign file runs in the
program itself: the child has limits on memory, time and output, no network and a view of the files it
needs alone where the system allows that, a private temporary directory as its world, and speaks only
JSON, a message to a line. It is ended with all its children when it goes over a limit or when its caller
goes away.
"""

import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from terbuka.documents.sandbox_child import from_line
from terbuka.documents.workplace import workplace
from terbuka.errors import LimitExceeded, TerbukaError, UnreadableFile
from terbuka.language import N_

Progress = Callable[[int, int], None]
"""Called with (pages done, pages in all)."""

MEBIBYTE = 1024 * 1024
LEAVE_SECONDS = 5.0
CHILD = [sys.executable, "-I", "-m", "terbuka.documents.sandbox_child"]
"""Isolated: neither the working directory nor the environment decides what the child imports."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost.

    ``step_seconds`` is the time without a sign of progress after which the child is ended (a step is
    a page or a check); ``total_seconds`` bounds the whole. Memory and files are in bytes.
    """

    step_seconds: float = 120
    total_seconds: float = 4 * 3600
    memory: int = 4096 * MEBIBYTE
    file_size: int = 1024 * MEBIBYTE
    output: int = 512 * MEBIBYTE


def run_in_sandbox(
    task: str,
    request: dict[str, Any],
    *,
    rows: Iterable[Any] | None = None,
    take: Callable[[Iterator[Any]], Any] = next,
    reads: Sequence[Path] = (),
    writes: Sequence[Path] = (),
    limits: Limits | None = None,
    on_progress: Progress | None = None,
) -> Any:
    """Run ``task`` (``"package.module:function"``) on ``request`` and return its JSON result.

    The function is called as ``function(request, report)`` where ``report(done, total)`` tells progress.
    What is large goes piece by piece, so that neither side holds it twice. ``rows``: an iterable sent to the
    function as its third argument; it must use it up before it opens a file. If the function is a generator,
    ``take`` is given what it yields and returns the result.
    ``reads`` and ``writes``: the files and folders that it may read, and change, beside its own directory.
    Raises the ``TerbukaError`` that the child raised; ``LimitExceeded`` when a limit or the system ended it;
    ``UnreadableFile`` when it died of the file.
    """
    limits = limits or Limits()
    with workplace(Path(tempfile.gettempdir()), "terbuka-sandbox-") as place:
        child = _Child(str(place), limits)
        view = {"reads": _absolute(reads), "writes": _absolute([place, *writes, *_counts()])}
        order: dict[str, Any] = {"task": task, "request": request, "limits": asdict(limits), "view": view}
        order["rows"] = rows is not None
        try:
            child.tell(order, rows or ())  # what fails here is a fault of ours
            try:
                return take(child.answers(on_progress))
            except (ArithmeticError, AttributeError, LookupError, StopIteration, TypeError, ValueError):
                # not a message our child would write: the file has taken it over
                raise _unreadable() from None
        finally:
            child.end()


def _absolute(paths: Sequence[Path]) -> list[str]:
    return [str(path.absolute()) for path in paths]


def _counts() -> list[Path]:
    """Where tests count which lines have run, the child writes down its count."""
    return [Path.cwd()] if "COVERAGE_PROCESS_CONFIG" in os.environ else []


def _unreadable() -> UnreadableFile:
    return UnreadableFile(
        N_("Berkas tidak dapat dibuka: rusak, atau terlalu rumit untuk dibaca dengan aman.")
    )


def _ended() -> LimitExceeded:
    """We did not end it: the system did, for want of memory or because somebody told it to."""
    return LimitExceeded(
        N_("Dihentikan oleh sistem, mungkin karena memori penuh. Tutup program lain, lalu coba lagi.")
    )


class _Child:
    def __init__(self, workplace: str, limits: Limits) -> None:
        self.limits = limits
        self.process = subprocess.Popen(
            CHILD,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if os.environ.get("TERBUKA_DEBUG") else subprocess.DEVNULL,
            cwd=workplace,
            env=_environment(workplace),
            start_new_session=True,
        )

    def tell(self, order: dict[str, Any], rows: Iterable[Any]) -> None:
        assert self.process.stdin
        try:
            for message in chain([order], rows):
                self.process.stdin.write(json.dumps(message).encode() + b"\n")
            self.process.stdin.close()
        except BrokenPipeError:
            pass  # it died before it listened; its silence is read below

    def answers(self, on_progress: Progress | None) -> Iterator[Any]:
        """What the task yields, or the one thing that it returns."""
        for line in self._lines():
            message = from_line(line)
            if "progress" in message:
                if on_progress:
                    on_progress(*message["progress"])
            elif "row" in message:
                yield message["row"]
            else:
                self._leave()
                yield from _results(message)
                return
        self._leave()
        raise _ended() if self.process.returncode == -signal.SIGKILL else _unreadable()

    def _lines(self) -> Iterator[bytes]:
        """Whole lines of the child's output, as they come; ends when it is silent for good."""
        assert self.process.stdout
        deadline = time.monotonic() + self.limits.total_seconds
        unfinished: list[bytes] = []
        taken = 0
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            while True:
                patience = min(self.limits.step_seconds, deadline - time.monotonic())
                if patience <= 0 or not selector.select(patience):
                    raise LimitExceeded(
                        N_("Berkas terlalu lama dibaca. Bagi menjadi beberapa berkas, lalu coba lagi.")
                    )
                piece = os.read(self.process.stdout.fileno(), MEBIBYTE)
                if not piece:
                    return
                taken += len(piece)
                if taken > self.limits.output:
                    raise LimitExceeded(N_("Isi berkas terlalu besar untuk satu dokumen. Bagi lebih dulu."))
                *whole, rest = piece.split(b"\n")
                for line in whole:
                    yield b"".join([*unfinished, line])
                    unfinished.clear()
                unfinished.append(rest)

    def _leave(self) -> None:
        """It has answered: let it go by itself, for a moment."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(LEAVE_SECONDS)

    def end(self) -> None:
        """End the child and whatever it started; nothing of it outlives the call."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        assert self.process.stdin and self.process.stdout
        with contextlib.suppress(BrokenPipeError):  # what was left to tell
            self.process.stdin.close()
        self.process.stdout.close()


def _results(message: dict[str, Any]) -> list[Any]:
    """What the last message brings: the result of a task that yields nothing."""
    if "error" in message:
        raise TerbukaError.from_json(message["error"])
    return [] if "done" in message else [message["result"]]


def _environment(workplace: str) -> dict[str, str]:
    """The little a parser needs; no secrets of the office, no proxies, one thread per tesseract."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in ("PATH", "TESSDATA_PREFIX", "TERBUKA_DEBUG") or name.startswith("COVERAGE")
    }
    return {**kept, "HOME": workplace, "TMPDIR": workplace, "LANG": "C.UTF-8", "OMP_THREAD_LIMIT": "1"}
