"""A page of a copy without pictures, cut at its labels, so that they look like the bars they are."""

import re
from dataclasses import dataclass

_LABEL = re.compile(r"\[[A-Z][A-Z ./]{1,24}(?: · 17\.[a-j](?:\.\d)?)?\]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; ``is_label``: it stands where something was hidden."""

    text: str
    is_label: bool


def labelled(text: str) -> list[Piece]:
    """``text`` in order, labels and what stands between them."""
    pieces, at = [], 0
    for found in _LABEL.finditer(text):
        pieces += [Piece(text[at : found.start()], False), Piece(found.group(), True)]
        at = found.end()
    return [piece for piece in (*pieces, Piece(text[at:], False)) if piece.text]
