"""Values of the format: switches, whole numbers, the attribute that most elements have."""

import re
from collections.abc import Sequence

from lxml import etree

from terbuka.documents.docx.package import W

FARTHEST = 31_680
"""Twips; the longest length Word takes (22 inches)."""
OFF = ("0", "false", "off", "none")


def number(value: str | None) -> int | None:
    """A whole number of the format (also as ``12.0`` or ``6pt``); None for anything else."""
    if value is None:
        return None
    found = re.fullmatch(r"([+-]?\d{1,7})(?:\.\d+)?(pt|%)?", value)
    return int(found[1]) * (20 if found[2] == "pt" else 1) if found else None


def length(element: etree._Element, name: str, default: int) -> int:
    """A length in twips, within what Word takes."""
    given = number(element.get(f"{W}{name}"))
    return default if given is None else max(-FARTHEST, min(FARTHEST, given))


def value(element: etree._Element | None) -> str | None:
    """The attribute ``val``; None where there is none, or no element."""
    return element.get(f"{W}val") if element is not None else None


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch is there and on."""
    return element is not None and (value(element) or "1") not in OFF


def merged(settings: Sequence[etree._Element]) -> dict[str, etree._Element]:
    """The last element of each tag: settings go from the general to the direct ones."""
    return {str(child.tag): child for element in settings for child in element}
