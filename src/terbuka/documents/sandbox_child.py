"""The other side of ``sandbox``: puts the limits on itself, runs one task, answers in JSON lines."""

import contextlib
import ctypes
import importlib
import json
import os
import resource
import sys
from typing import Any

from terbuka.errors import LimitExceeded, TerbukaError
from terbuka.language import N_

CLONE_NEWNET = 0x40000000
CLONE_NEWUSER = 0x10000000
PR_SET_PDEATHSIG, SIGKILL = 1, 9


def limit_self(limits: dict[str, Any]) -> None:
    """Hard limits of the kernel, so that code run by a malicious file cannot lift them again."""
    resource.setrlimit(resource.RLIMIT_AS, (limits["memory"], limits["memory"]))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits["file_size"], limits["file_size"]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core file would hold the document
    seconds = int(limits["total_seconds"])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def leave_network() -> None:
    """An empty network namespace, where the kernel lets us have one (Linux, best effort)."""
    with contextlib.suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(PR_SET_PDEATHSIG, SIGKILL)  # when the caller is killed, so are we
        if libc.unshare(CLONE_NEWNET) != 0:
            libc.unshare(CLONE_NEWUSER | CLONE_NEWNET)


def main() -> None:
    order = json.load(sys.stdin)
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints must not be read as an answer

    def answer(message: dict[str, Any]) -> None:
        answers.write(json.dumps(message) + "\n")
        answers.flush()

    leave_network()
    limit_self(order["limits"])
    module, _, function = order["task"].partition(":")
    try:
        run = getattr(importlib.import_module(module), function)
        answer({"result": run(order["request"], lambda done, total: answer({"progress": [done, total]}))})
    except TerbukaError as error:
        answer({"error": error.to_json()})
    except MemoryError:
        answer(
            {
                "error": LimitExceeded(
                    N_("Berkas memerlukan memori lebih besar daripada yang diizinkan untuk satu dokumen.")
                ).to_json()
            }
        )


if __name__ == "__main__":
    main()
