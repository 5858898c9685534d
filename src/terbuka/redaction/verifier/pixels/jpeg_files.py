"""Whether a JPEG is nothing but its pixels."""

from collections.abc import Callable

_START, _END, _SCAN = b"\xff\xd8", b"\xff\xd9", b"\xff\xda"


def is_bare_jpeg(data: bytes, size: tuple[int, int]) -> bool:
    """Only the tables that the pixels need, each as long as what it says, and nothing behind the pixels."""
    at = len(_START)
    while data[at : at + 1] == b"\xff" and (needed := _SEGMENTS.get(data[at + 1 : at + 2])):
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if not needed(data[at + 4 : at + 2 + length], size):
            return False
        at += 2 + length
    if not data.startswith(_START) or not data.startswith(_SCAN, at):
        return False
    return data.find(_END, at) == len(data) - len(_END)


def _is_frame(body: bytes, size: tuple[int, int]) -> bool:
    height, width = (int.from_bytes(body[at : at + 2], "big") for at in (1, 3))
    return (width, height) == size and len(body) == 6 + 3 * body[5]


_SEGMENTS: dict[bytes, Callable[[bytes, tuple[int, int]], bool]] = {
    b"\xe0": lambda body, size: len(body) == 14 and body.startswith(b"JFIF\x00"),
    b"\xdb": lambda body, size: len(body) == 65,
    b"\xc0": _is_frame,
    b"\xc4": lambda body, size: len(body) == 17 + sum(body[1:17]),
}
"""What may stand before the pixels of a JPEG, by its marker; others are remarks of cameras and programs."""
