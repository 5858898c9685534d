"""Damaged copies of good files: the same number gives the same damage."""

import io
import random
import re
import zipfile

NUMBER = re.compile(rb"\d+")
ODD = (b"0", b"-1", b"1", b"65536", b"2147483647", b"-2147483648", b"4294967296", b"1e308", b"9" * 30, b"")
"""What is put in the place of a number."""
MOST = 6
"""Wounds of one file."""


def mutant(seed: bytes, number: int) -> bytes:
    """``seed`` with some wounds; of a package a part is wounded and packed again, most of the time."""
    chance = random.Random(number)  # noqa: S311 - not for secrets
    if seed.startswith(b"PK") and chance.random() < 0.8:
        return _package(seed, chance)
    return wounded(seed, chance)


def wounded(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, MOST)):
        data = chance.choice(WOUNDS)(data, chance)
    return data


def _package(seed: bytes, chance: random.Random) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(seed)) as package, zipfile.ZipFile(made, "w") as wound:
        chosen = chance.choice(package.namelist())
        for name in package.namelist():
            content = package.read(name)
            wound.writestr(name, wounded(content, chance) if name == chosen else content)
    return made.getvalue()


def _span(data: bytes, chance: random.Random, most: int = 200) -> tuple[int, int]:
    start = chance.randint(0, len(data))
    return start, min(len(data), start + chance.randint(1, most))


def _flipped(data: bytes, chance: random.Random) -> bytes:
    start, _ = _span(data, chance)
    return data[:start] + bytes([chance.randrange(256)]) + data[start + 1 :]


def _cut_out(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:start] + data[end:]


def _repeated(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:end] + data[start:end] * chance.randint(1, 20) + data[end:]


def _moved(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    rest, at = data[:start] + data[end:], chance.randint(0, len(data))
    return rest[:at] + data[start:end] + rest[at:]


def _noise(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(data, chance, 20)
    return data[:start] + chance.randbytes(end - start) + data[end:]


def _renumbered(data: bytes, chance: random.Random) -> bytes:
    numbers = list(NUMBER.finditer(data))
    if not numbers:
        return data
    found = chance.choice(numbers)
    return data[: found.start()] + chance.choice(ODD) + data[found.end() :]


def _truncated(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data))]


WOUNDS = (*(_flipped, _cut_out, _repeated, _moved, _noise), *(_renumbered,) * 4, _truncated)
