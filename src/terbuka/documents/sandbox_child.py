"""The other side of ``sandbox``: puts the limits on itself, runs one task, answers in JSON lines."""

import contextlib
import ctypes
import errno
import importlib
import json
import os
import resource
import signal
import sys
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

from terbuka.documents.landlock import confine
from terbuka.errors import LimitExceeded, TerbukaError
from terbuka.language import N_

CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000
PR_SET_PDEATHSIG = 1
DISK_FULL = TerbukaError(
    N_("Tidak ada tempat lagi di disk. Berkas asal aman, tidak ada yang ditulis. Beri ruang, lalu coba lagi.")
)
FILE_TOO_LARGE = LimitExceeded(
    N_("Salinannya lebih besar daripada yang diizinkan, jadi tidak ditulis. Bagi menjadi beberapa berkas.")
)
NO_ROOM = {errno.ENOSPC: DISK_FULL, errno.EDQUOT: DISK_FULL, errno.EFBIG: FILE_TOO_LARGE}


PROGRAMS = (
    *("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/nix/store", "/gnu/store"),
    *("/etc/ld.so.cache", "/etc/ld.so.preload", "/etc/alternatives", "/etc/localtime"),
    *("/etc/fonts", "/etc/papersize", "/var/cache/fontconfig"),
    *("/proc/cpuinfo", "/proc/meminfo", "/proc/sys/vm", "/sys/devices/system/cpu", "/sys/kernel/mm"),
    *("/dev/zero", "/dev/random", "/dev/urandom"),
)
"""What the programs of a system need to run: no document and nothing of an office stands there."""
NOWHERE = "/dev/null"


class _Numbers(dict[str, float]):
    """Each number once, by how it is written."""

    def __missing__(self, written: str) -> float:
        number = self[written] = float(written)
        return number


def from_line(line: str | bytes) -> Any:
    """JSON in which equal numbers are one: of the millions of coordinates in a thick document few differ."""
    return json.loads(line, parse_float=_Numbers().__getitem__)


def limit_self(limits: dict[str, Any]) -> None:
    """Hard limits of the kernel, so that code run by a malicious file cannot lift them again."""
    _limit(resource.RLIMIT_AS, limits["memory"])
    _limit(resource.RLIMIT_FSIZE, limits["file_size"])
    _limit(resource.RLIMIT_CORE, 0)  # a core file would hold the document
    _limit(resource.RLIMIT_CPU, int(limits["total_seconds"]))


def _limit(what: int, most: int) -> None:
    """At most ``most``, and less where we were started with less."""
    given = resource.getrlimit(what)[1]
    least = most if given == resource.RLIM_INFINITY else min(most, given)
    resource.setrlimit(what, (least, least))


def enter_own_world() -> None:
    """A world without network and with its own processes, where the kernel lets us have one.

    In a process namespace whatever we start, even a daemon that left our process group, dies with
    us. Linux, best effort: without the right to it the caller still ends our process group.
    """
    with contextlib.suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)  # when the caller is killed, so are we
        world = CLONE_NEWNET | CLONE_NEWPID
        if libc.unshare(world) != 0 and libc.unshare(CLONE_NEWUSER | world) != 0:
            return
        # The first process of a world takes no deadly signal from within, and everything ends with
        # it. So it only waits, and the second one does the work.
        for _ in range(2):
            if child := os.fork():
                _, status = os.waitpid(child, 0)
                os._exit(os.waitstatus_to_exitcode(status) & 0xFF)
            libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def see_little(view: dict[str, list[str]]) -> None:
    """Of all files only the document's, the programs' and our own; where the kernel can do that.

    Whoever takes a parser over finds neither the office's database nor its other documents.
    """
    ours = [sys.prefix, sys.base_prefix, *sys.path, str(Path(__file__).parent.parent)]
    programs = [*os.environ.get("PATH", "").split(":"), os.environ.get("TESSDATA_PREFIX", "")]
    needed = [place for place in (*PROGRAMS, *ours, *programs) if Path(place).is_absolute() and place != "/"]
    confine([*needed, *view["reads"]], [NOWHERE, *view["writes"]])


def perform(order: dict[str, Any], rows: Iterator[Any], answer: Callable[[dict[str, Any]], None]) -> None:
    """Run the task of ``order`` and answer with its result or with the sentence of its error."""
    module, _, function = order["task"].partition(":")
    try:
        run = getattr(importlib.import_module(module), function)
        more = [rows] if order["rows"] else []
        result = run(order["request"], lambda done, total: answer({"progress": [done, total]}), *more)
        if isinstance(result, Generator):
            for row in result:
                answer({"row": row})
            answer({"done": True})
        else:
            answer({"result": result})
    except TerbukaError as error:
        answer({"error": error.to_json()})
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise
        answer({"error": NO_ROOM[error.errno].to_json()})
    except MemoryError:
        answer(
            {
                "error": LimitExceeded(
                    N_("Berkas memerlukan memori lebih besar daripada yang diizinkan untuk satu dokumen.")
                ).to_json()
            }
        )


def main() -> None:
    said = map(from_line, sys.stdin.buffer)
    order = next(said)
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints must not be read as an answer

    def answer(message: dict[str, Any]) -> None:
        answers.write(json.dumps(message) + "\n")
        answers.flush()

    enter_own_world()
    limit_self(order["limits"])
    see_little(order["view"])
    perform(order, said, answer)
    os._exit(0)  # all is said; taking the interpreter apart would only take time


if __name__ == "__main__":
    main()
