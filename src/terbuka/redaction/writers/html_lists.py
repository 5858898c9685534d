"""The lists of a page: items with their numbers → ``<ul>`` and ``<ol>``, one within the other.

The flow of a page knows paragraphs, how far they stand in and the label that each item shows. A list of the
copy must show the same labels; where it could not, an item stays a paragraph with its label as text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from terbuka.documents.docx.numbering import BULLET, FORMATS

TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
"""The attribute of a numbered list, and the format of its numbers. Of two that fit a label the later is meant
only where the list begins with it."""
MOST = 5000
"""Items, about, that the reader of a page counts."""
_NUMBERED = re.compile(r"([0-9A-Za-z]+)\. ")
_FIRST_ROMAN = frozenset("iI")


@dataclass(frozen=True, slots=True)
class Item:
    """An item at a ``level`` from 1. ``label``: as it is shown, with the space behind it; ``inside``: what it
    says, as HTML."""

    level: int
    label: str
    inside: str


def is_label(label: str) -> bool:
    """Whether a list can show this label."""
    return label == f"{BULLET} " or bool(_kinds(label))


def lists(items: Sequence[Item], around: int = 0) -> Iterator[str]:
    """The lists of items that follow each other, each an element. ``around``: the level they stand in."""
    at = 0
    while at < len(items):
        level, kind = items[at].level, _kind(items[at].label)
        made, count = [], 0
        while at < len(items) and items[at].level == level:
            number = _number(items[at].label, kind)
            if number < 0:
                break
            behind = _behind_deeper(items, at + 1, level)
            inner = "".join(lists(items[at + 1 : behind], level))
            value = f' value="{number}"' if kind and number != count + 1 else ""
            made.append(f"<li{value}>{items[at].inside}{inner}</li>\n")
            at, count = behind, number
        tag = "ol" if kind else "ul"
        type_ = f' type="{kind}"' if kind and kind != "1" else ""
        deeper = level - around - 1
        indent = f' class="i{deeper}"' if deeper > 0 else ""
        yield f"<{tag}{type_}{indent}>\n{''.join(made)}</{tag}>"


def _behind_deeper(items: Sequence[Item], at: int, level: int) -> int:
    while at < len(items) and items[at].level > level:
        at += 1
    return at


def _kind(label: str) -> str:
    """The type of a list that begins with this label; empty for bullets."""
    kinds = _kinds(label)
    if kinds and label[0] in _FIRST_ROMAN and label[1] == ".":
        return kinds[-1]
    return kinds[0] if kinds else ""


def _number(label: str, kind: str) -> int:
    """Which item of a list of this type has the label; -1 for none. Bullets are not counted."""
    if not kind:
        return 0 if not _kinds(label) else -1
    return _counted(kind).get(label, -1)


@cache
def _kinds(label: str) -> tuple[str, ...]:
    """The types of lists that show such a label."""
    if not _NUMBERED.fullmatch(label):
        return ()
    return tuple(kind for kind in TYPES if label in _counted(kind))


@cache
def _counted(kind: str) -> dict[str, int]:
    """The labels of a type of lists, and their numbers."""
    show = FORMATS[TYPES[kind]]
    return {f"{show(number)}. ": number for number in range(1, MOST)}
