"""Pages on which something is drawn with tiles (a pattern that repeats).

PDFium lays tiles in whole pixels, so that at another resolution they stand elsewhere: what was read at one
would not be covered at another.
"""

import io
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

DEEPEST = 12
"""Forms within forms."""


def tiled_pages(data: bytes) -> frozenset[int]:
    """The numbers of those pages, from 1."""
    if b"PatternType" not in data and b"/ObjStm" not in data:
        return frozenset()
    import pikepdf

    with (
        suppress(pikepdf.PdfError, ValueError, TypeError, RuntimeError),
        pikepdf.open(io.BytesIO(data)) as document,
    ):
        known: dict[tuple[int, int], bool] = {}
        return frozenset(
            number
            for number, page in enumerate(document.pages, 1)
            if any(_is_tiled(resources, known, 0) for resources in _resources_of(page))
        )
    return frozenset()


def _resources_of(page: Any) -> Iterator[Any]:
    """Of the page itself and of the looks of what is stuck on it."""
    yield page.resources
    for note in page.obj.get("/Annots", ()):
        yield from (look.get("/Resources") for look in _looks(note.get("/AP"), 0))


def _looks(found: Any, depth: int) -> Iterator[Any]:
    import pikepdf

    if isinstance(found, pikepdf.Stream):
        yield found
    elif isinstance(found, pikepdf.Dictionary) and depth < DEEPEST:
        for child in found.values():
            yield from _looks(child, depth + 1)


def _is_tiled(resources: Any, known: dict[tuple[int, int], bool], depth: int) -> bool:
    """``known``: what was found of resources that pages share."""
    import pikepdf

    if not isinstance(resources, pikepdf.Dictionary) or depth > DEEPEST:
        return False
    identity = resources.objgen
    if identity != (0, 0) and identity in known:
        return known[identity]
    known[identity] = False  # forms may hold each other
    patterns, forms = (_values(resources.get(key)) for key in ("/Pattern", "/XObject"))
    found = any(pattern.get("/PatternType") == 1 for pattern in patterns) or any(
        _is_tiled(form.get("/Resources"), known, depth + 1) for form in forms
    )
    known[identity] = found
    return found


def _values(dictionary: Any) -> list[Any]:
    import pikepdf

    values = dictionary.values() if isinstance(dictionary, pikepdf.Dictionary) else ()
    return [value for value in values if isinstance(value, (pikepdf.Dictionary, pikepdf.Stream))]
