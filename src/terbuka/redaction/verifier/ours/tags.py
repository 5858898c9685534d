"""Does the tree of tags of a copy say nothing but which paragraphs follow each other on its pages?"""

import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, IndirectObject

from terbuka.redaction.verifier.model import Survivor

_NUMBER = re.compile(rb"^/P <</MCID (\d+)>> BDC$", re.M)
_AMISS = (PyPdfError, KeyError, TypeError, AttributeError, IndexError, ValueError)


def tag_survivors(reader: PdfReader) -> Iterator[Survivor]:
    """A tag for what no page shows, on a page where it does not stand, a number that tells something."""
    try:
        fits = _fit(reader)
    except _AMISS:
        fits = False
    if not fits:
        yield Survivor("structure", "tags")


def _fit(reader: PdfReader) -> bool:
    root: Any = reader.trailer["/Root"]
    tree, document = root["/StructTreeRoot"], root["/StructTreeRoot"]["/K"]
    tagged = document["/K"]
    numbered: list[Any] = []
    at = 0
    for number, page in enumerate(reader.pages):
        count = _paragraphs(page)
        here = tagged[at : at + count]
        told: Any = page["/StructParents"]
        fitting = [_is_paragraph(tag, order, document, page) for order, tag in enumerate(here)]
        if len(here) != count or told != number or not all(fitting):
            return False
        numbered += [number, ArrayObject(here)]
        at += count
    return (
        at == len(tagged)
        and list(tree["/ParentTree"]["/Nums"]) == numbered
        and _is_same(document.raw_get("/P"), tree)
        and root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - an object of pypdf
    )


def _paragraphs(page: Any) -> int:
    """How many the page shows. Raises ``ValueError`` where they are not numbered one after the other."""
    numbers = [int(found) for found in _NUMBER.findall(page["/Contents"].get_data())]
    if numbers != list(range(len(numbers))):
        raise ValueError
    return len(numbers)


def _is_paragraph(tag: Any, order: int, document: Any, page: Any) -> bool:
    tag = tag.get_object()
    return (
        tag["/S"] == "/P"
        and tag["/K"] == order
        and _is_same(tag.raw_get("/P"), document)
        and _is_same(tag.raw_get("/Pg"), page)
    )


def _is_same(reference: Any, item: Any) -> bool:
    known = item.indirect_reference
    return isinstance(reference, IndirectObject) and known is not None and reference.idnum == known.idnum
