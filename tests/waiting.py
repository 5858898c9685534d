"""Waiting for another process or thread. The limits end what hangs; nothing here measures speed."""

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

HANG = 300.0
"""Seconds, many times what anything here needs on a busy machine."""


def until(happened: Callable[[], Any], said: Callable[[], str] = lambda: "it never happened") -> None:
    """Come back once ``happened()``; ``said()`` tells why it may not have."""
    given_up = time.monotonic() + HANG
    while not happened():
        assert time.monotonic() < given_up, said()
        time.sleep(0.01)


@contextmanager
def ended_when_it_hangs() -> Iterator[None]:
    """A block in this thread that does not end by itself fails."""

    def end(number: int, frame: FrameType | None) -> None:
        raise AssertionError("it hangs")

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, HANG)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
