"""A page of a copy without pictures, cut at its labels, so that they look like the bars they are."""

from dataclasses import dataclass

from terbuka.screening.policy import labels_in


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; ``is_label``: it stands where something was hidden."""

    text: str
    is_label: bool


def labelled(text: str) -> list[Piece]:
    """``text`` in order, labels and what stands between them."""
    pieces, at = [], 0
    for start, end in labels_in(text):
        pieces += [Piece(text[at:start], False), Piece(text[start:end], True)]
        at = end
    return [piece for piece in (*pieces, Piece(text[at:], False)) if piece.text]
