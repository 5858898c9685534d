"""The lists of a DOCX copy: definitions of its own, by which programs count to the labels of the text.

Where they would come to another number (a label is hidden, a list begins anew or goes on elsewhere), another
definition begins with the number that is shown. What a pattern says beside numbers is of a few words.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from terbuka.documents.docx.flow import Item
from terbuka.redaction.writers.docx_element import element

FORMATS = frozenset({"decimal", "decimalZero", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman"})
WORDS = "BAB|Bab|BAGIAN|Bagian|PASAL|Pasal|LAMPIRAN|Lampiran"
PATTERN = re.compile(rf"(?:{WORDS}|%[1-9]|[ .,:()/–-])+")
BULLET = re.compile(r"[-–—*+>o•▪■□●○◦◆◇❖➢➤✓✔★]")
LONGEST = 24
"""Characters of a pattern."""
COUNTED = 5000
"""Items of a list, as read."""
MOST = 2000
"""Definitions; items of further lists have their labels as text."""


@dataclass(slots=True)
class _List:
    """A definition, and how far it has counted. By level, from 0."""

    number: int
    formats: dict[int, str] = field(default_factory=dict)
    patterns: dict[int, str] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)

    def takes(self, item: Item) -> bool:
        """Whether a program comes to the label of the item here."""
        own = len(item.counts) - 1
        for level, (format, count) in enumerate(zip(item.formats, item.counts, strict=True)):
            at = self.counts.get(level)
            shown = self.starts.get(level, count) if at is None else at + (level == own)
            if shown != count or self.formats.get(level, format) != format:
                return False
        return self.patterns.get(own, item.pattern) == item.pattern

    def count(self, item: Item) -> int:
        """Count the item; its level."""
        own = len(item.counts) - 1
        for level, (format, count) in enumerate(zip(item.formats, item.counts, strict=True)):
            self.formats.setdefault(level, format)
            self.starts.setdefault(level, count)
        self.patterns[own] = item.pattern
        self.counts = {level: count for level, count in self.counts.items() if level < own}
        self.counts[own] = item.counts[own]
        return own

    def abstract(self) -> etree._Element:
        """The definition as it is written."""
        levels = (self._level(level) for level in sorted(self.formats))
        kind = element("multiLevelType", val="multilevel")
        return element("abstractNum", kind, *levels, abstractNumId=self.number)

    def _level(self, level: int) -> etree._Element:
        return element(
            "lvl",
            element("start", val=self.starts[level]),
            element("numFmt", val=self.formats[level]),
            element("lvlText", val=self.patterns.get(level, f"%{level + 1}")),
            ilvl=level,
        )


class Lists:
    """The definitions of a copy; it is asked for the items in the order in which they stand there."""

    def __init__(self) -> None:
        self._made: list[_List] = []
        self._latest: dict[str, _List] = {}

    def place(self, item: Item) -> tuple[int, int] | None:
        """List and level of an item; None where its label has to be text."""
        if not _is_plain(item):
            return None
        found = self._latest.get(item.of)
        if found is None or not found.takes(item):
            if len(self._made) == MOST:
                return None
            found = _List(len(self._made) + 1)
            self._made.append(found)
            self._latest[item.of] = found
        return found.number, found.count(item)

    def part(self) -> etree._Element | None:
        """The part of the definitions; None where there is none."""
        if not self._made:
            return None
        nums = (
            element("num", element("abstractNumId", val=each.number), numId=each.number)
            for each in self._made
        )
        return element("numbering", *(each.abstract() for each in self._made), *nums)


def _is_plain(item: Item) -> bool:
    """Whether its label can be defined: of numbers that every program shows alike, and of few words."""
    if not FORMATS.issuperset(format for format in item.formats if format != "bullet"):
        return False
    if not all(0 < count < COUNTED for count in item.counts):
        return False
    if item.formats[-1] == "bullet":
        return BULLET.fullmatch(item.pattern) is not None
    levels = [int(digit) - 1 for digit in re.findall(r"%(\d)", item.pattern)]
    return (
        len(item.pattern) <= LONGEST
        and PATTERN.fullmatch(item.pattern) is not None
        and all(level < len(item.formats) and item.formats[level] != "bullet" for level in levels)
    )
