"""How a label stands in a narrow place of a DOCX copy: smaller, else by its word alone, else in two lines.

What it hides has no part in that: the width of a cell is on a grid, and the type that of its paragraph.
"""

from terbuka.documents.docx.labels import BLANK, unbroken
from terbuka.redaction.lettering import word_alone

WIDE, CAPITAL, FIGURE, SIGN = 1.1, 0.86, 0.7, 0.47
"""Widths of letters in sizes of their type, as a wide font has them in bold."""
SMALLEST, USUAL = 15, 20
"""Half points; the smallest type of a label, and that of a document which says nothing."""


def fitting(label: str, size: int, room: int) -> tuple[str, int]:
    """The label as it is written, and its type in half points; 0: that of the document. ``room``: twips."""
    for text in (label, word_alone(label)):
        widest = int(room / (10 * sum(map(_width, text))))
        if widest >= (size or USUAL):
            return unbroken(text), size
        if widest >= SMALLEST:
            return unbroken(text), widest
    return label.replace("· ", f"·{BLANK}"), size


def _width(letter: str) -> float:
    if letter.isalpha():
        return WIDE if letter in "MW" else CAPITAL
    return FIGURE if letter.isdigit() else SIGN
