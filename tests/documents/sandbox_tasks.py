"""What a file may make its parser do. Run in the sandbox by ``test_sandbox``."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from terbuka.errors import LimitExceeded

Report = Callable[[int, int], None]


def answer(request: Any, report: Report) -> Any:
    report(1, 2)
    report(2, 2)
    return request


def answer_in_pieces(request: Any, report: Report, rows: Iterator[Any]) -> Iterator[Any]:
    """What it is given, doubled."""
    for row in list(rows):
        report(row, request)
        yield 2 * row


def refuse_in_the_middle(request: Any, report: Report) -> Iterator[Any]:
    yield 1
    raise LimitExceeded("Paling banyak %(most)d.", most=3)


def refuse(request: Any, report: Report) -> Any:
    raise LimitExceeded("Paling banyak %(most)d.", most=3)


def break_down(request: Any, report: Report) -> Any:
    raise RuntimeError("Siti Aminah")


def print_much(request: Any, report: Report) -> Any:
    print('{"result": "palsu"}')
    subprocess.run(["echo", '{"result": "palsu"}'], check=True)
    return "asli"


def loop(request: Any, report: Report) -> Any:
    while True:
        pass


def stay_busy(request: Any, report: Report) -> Any:
    while True:
        time.sleep(0.05)
        report(1, 2)


def eat_memory(request: Any, report: Report) -> Any:
    eaten = []
    while True:
        eaten.append(bytearray(1 << 24))


def write_file_without_end(request: Any, report: Report) -> Any:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with Path("besar").open("wb") as file:
        while True:
            file.write(bytes(1 << 20))


def talk_without_end(request: Any, report: Report) -> Any:
    while True:
        report(1 << 60, 1 << 60)


def talk_nonsense(request: Any, report: Report) -> Any:
    os.write(request["channel"], b'{"message": 1}\n')
    time.sleep(60)


def die(request: Any, report: Report) -> Any:
    os.kill(os.getpid(), signal.SIGSEGV)


def touch_nothing(request: Any, report: Report) -> Any:
    ctypes.string_at(0)


def leave_a_process(request: Any, report: Report) -> Any:
    """``daemon``: it leaves our group, so that ending the group does not end it."""
    script = f"import time; open({request['mark']!r}, 'w').close(); time.sleep(600)"
    subprocess.Popen([sys.executable, "-c", script], start_new_session=request["daemon"])
    time.sleep(600)


def look_around(request: Any, report: Report) -> Any:
    return {
        "environment": sorted(os.environ),
        "place": str(Path.cwd()),
        "network": _reaches_network(),
        "path": sys.path,
    }


def _reaches_network() -> bool:
    try:
        with socket.create_connection(("127.0.0.1", 1), timeout=1):
            return True
    except ConnectionRefusedError:
        return True  # there is a network to refuse us
    except OSError:
        return False


def try_files(request: Any, report: Report) -> Any:
    """What can be read of the files named under ``read``, and which under ``write`` can be written."""
    read, written = {}, []
    for name in request["read"]:
        with suppress(OSError):
            read[name] = Path(name).read_text()
    for name in request["write"]:
        with suppress(OSError):
            Path(name).write_text("diubah")
            written.append(name)
    return {"read": read, "written": written}


def signal_the_caller(request: Any, report: Report) -> Any:
    """Whether a process outside can be reached by a signal."""
    try:
        os.kill(request, 0)
    except OSError:
        return False
    return True


def write_to_a_full_disk(request: Any, report: Report) -> None:
    """The device that is always full."""
    with Path("/dev/full").open("wb", buffering=0) as file:
        file.write(b"x")
