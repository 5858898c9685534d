"""Peoples and faiths in a row: "warga Dayak, Bugis, dan Jawa", "agama Islam, Kristen, Hindu".

Such a list speaks of groups: none of its words is a person's name, or said of one person.
"""

import re
from collections.abc import Iterator

from terbuka.screening.lexicon import words
from terbuka.screening.reading import Reading

_GROUP = words("group-of-people")
_JOINED, _AND = re.compile(r"\s?[,/&]\s?|\s"), words("and-or")
_OF_MANY = 3


def peoples(reading: Reading) -> set[int]:
    """The numbers of the words in rows of peoples that a word for a group leads."""
    found: set[int] = set()
    for first, _ in reading.marked("value.ethnic"):
        if first and reading.folds[first - 1] in _GROUP and reading.between(first) == " ":
            row = list(listed(reading, first, "value.ethnic"))
            if len(row) > 1:
                found.update(index for span in row for index in range(*span))
    return found


def of_many(reading: Reading, first: int, tag: str) -> bool:
    """The values that begin at word ``first`` are more than one person has."""
    return len(list(listed(reading, first, tag))) >= _OF_MANY


def listed(reading: Reading, first: int, tag: str) -> Iterator[tuple[int, int]]:
    """The marks with ``tag`` from word ``first`` on, parted by commas and "dan", as word numbers."""
    at = first
    while length := reading.tag_at(at, tag):
        yield at, at + length
        at += length
        gap, anded = reading.between(at), not _AND.isdisjoint(reading.folds[at : at + 1])
        if not _JOINED.fullmatch(gap) or not (anded or gap.strip()):
            return
        at += anded
