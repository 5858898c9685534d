"""A view of the file system for this process and all that it starts: what it may read, where it may write.

Landlock of the Linux kernel (5.13 and later) needs no privilege and cannot be lifted again. Its rights and
structures: https://docs.kernel.org/userspace-api/landlock.html. Where the kernel has none, the process sees
what its user sees.
"""

import ctypes
import os
import stat
from collections.abc import Iterable
from pathlib import Path

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
PR_SET_NO_NEW_PRIVS = 38
VERSION = 1
PATH_BENEATH = 1

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
TRUNCATE = 1 << 14
READ = EXECUTE | READ_FILE | READ_DIR
OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE
"""What can be done to a file; all else is done in folders."""
KNOWN = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
"""By version of Landlock: every right that it can withhold."""
NETWORK, TCP = 4, 0b11
"""From this version on: neither listen nor connect."""
SCOPES, OUTSIDE = 6, 0b11
"""From this version on: no signal and no abstract socket of a process outside."""


class _Ruleset(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint64) for name in ("files", "network", "scopes")]


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("rights", ctypes.c_uint64), ("folder", ctypes.c_int32)]


def version() -> int:
    """Of the kernel's Landlock; 0 where there is none."""
    try:
        return max(0, int(_libc().syscall(CREATE_RULESET, None, ctypes.c_size_t(0), VERSION)))
    except (OSError, AttributeError):
        return 0


def confine(reads: Iterable[str | Path], writes: Iterable[str | Path]) -> bool:
    """From here on only ``reads`` can be read and run, and ``writes`` changed besides, with all below them.

    No connection by TCP either, where the kernel knows how. What is missing is left out. Returns whether the
    kernel took it.
    """
    known = version()
    if not known:
        return False
    libc = _libc()
    rights = KNOWN[max(since for since in KNOWN if since <= known)]
    ruleset = _Ruleset(rights, TCP if known >= NETWORK else 0, OUTSIDE if known >= SCOPES else 0)
    size = 24 if known >= SCOPES else 16 if known >= NETWORK else 8
    rules = libc.syscall(CREATE_RULESET, ctypes.byref(ruleset), ctypes.c_size_t(size), 0)
    if rules < 0:
        return False
    try:
        for paths, allowed in ((reads, READ), (writes, rights)):
            for path in paths:
                _allow(libc, rules, path, allowed & rights)
        no_new_rights = libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
        return no_new_rights and bool(libc.syscall(RESTRICT_SELF, rules, 0) == 0)
    finally:
        os.close(rules)


def _allow(libc: ctypes.CDLL, rules: int, path: str | Path, rights: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(place).st_mode):
            rights &= OF_FILES
        beneath = _PathBeneath(rights, place)
        libc.syscall(ADD_RULE, rules, PATH_BENEATH, ctypes.byref(beneath), 0)
    finally:
        os.close(place)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
