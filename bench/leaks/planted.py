"""All classes of files for ``verifier.py``: badly redacted ones, and clean ones."""

from collections.abc import Iterable, Iterator
from importlib import import_module

from leaks.plant import Bed, Planted

MODULES = (
    "planted_page",
    "planted_file",
    "planted_bytes",
    "planted_said",
    "planted_bare",
    "planted_word",
    "planted_book",
    "planted_images",
    "planted_pixels",
    "planted_sides",
    "clean_files",
)


def classes(wanted: Iterable[str] = ()) -> list[Planted]:
    """The classes of whose kind or name any of these words is a part; all without any."""
    words = [word.lower() for word in wanted]
    return [
        planted
        for planted in _all()
        if not words or any(word in f"{planted.kind} {planted.name}".lower() for word in words)
    ]


def _all() -> Iterator[Planted]:
    for name in MODULES:
        module = import_module(f"leaks.{name}")
        beds: tuple[Bed, ...] = getattr(module, "BEDS", ()) or (module.LEAKS,)
        for bed in beds:
            yield from bed
