"""Runs of digits as people write them: grouped, with separators, with letters that OCR reads for digits."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

import re2

from terbuka.screening.folding import OCR_DIGIT, digits

_RUN = re2.compile(
    r"(?:\+ ?|\( ?\+?)?[0-9OoIlSB][0-9OoQlISBZ]*"
    # a hyphen at the end of a line, and the number goes on below
    r"(?:\(0\)[0-9]+|[-–]\r?\n *[0-9][0-9OoQlISBZ]*"
    r"|\)? ?[.\-–—] ?\(?[0-9OoQlISBZ]+|\)? \(?[0-9OoQlISBZ]+|\)[0-9OoQlISBZ]+)*"
)
_STRETCH = re.compile(r"[0-9][0-9OoQlISBZ+().\-–— \r\n]*")
_OF_A_RUN = frozenset("0123456789OoQlISBZ+().-–— \r\n")
_RULED = "OoQlI"  # what a scanner reads for 0 and 1, and what no word is made of
_PIECE = re.compile(r"[0-9OoQlISBZ]+")
_MINIMUM_DIGITS, _WHOLE_NUMBER = 3, 9
_ALONE, _LONGEST = 16, 18  # a NIK written as one group; a NIP, the longest number of a person
_HEAD = 40  # characters that tell whether a run has digits at all
_SERIAL = 3  # the last group of a NIP
_AMOUNT = re.compile(r"\d{1,3}(?:[.,]\d{3})+(?:,\d{1,2}|,-)?")
_NEW_NUMBER = re.compile(r"(?<=[\dOolI]) (?=(?:\+62|0[28]|O8|\(0)[\d\-. OolI])")
_LONG_NUMBER = 10


@dataclass(frozen=True, slots=True)
class Run:
    """``digits``: what a reader means by it (``0812-5O77`` is ``08125077``). ``shape``: group lengths."""

    start: int
    end: int
    text: str
    digits: str
    shape: tuple[int, ...]

    @property
    def amount(self) -> bool:
        """Written as an amount: groups of three behind dots."""
        return bool(_AMOUNT.fullmatch(self.text)) and not self.text.startswith("0")

    @property
    def damaged(self) -> bool:
        return any(char in OCR_DIGIT for char in self.text)


def find_runs(text: str) -> list[Run]:
    """Every run with at least three digits that does not stand inside a word, in document order."""
    runs: list[Run] = []
    for first, last in _stretches(text):
        for match in _RUN.finditer(text[first:last]):
            start, end = first + match.start(), first + match.end()
            if not any(char.isdigit() for char in text[start:end]):
                continue
            for left, right in _numbers(text, start, end):
                run = _trimmed(text, left, right)
                if run and len(run.digits) >= _MINIMUM_DIGITS:
                    runs.append(run)
    return runs


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where only characters of runs stand, a digit among them. Most words hold an "o" or "l": those that no
    digit touches are not worth a look."""
    reached = 0
    for match in _STRETCH.finditer(text):
        start, end = match.span()
        while start > reached and text[start - 1] in _OF_A_RUN:
            start -= 1
        yield start, end
        reached = end


def _numbers(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """One match may hold numbers side by side: ``0812 5104 3378 0813 2222 1111``, or a row of NIKs."""
    groups = [(start + m.start(), start + m.end()) for m in _PIECE.finditer(text[start:end])]
    first = start
    for left, right in itertools.pairwise(groups):
        if _are_two(text, left, right):
            yield from _parts(text, first, left[1])
            first = right[0]
    yield from _parts(text, first, end)


def _are_two(text: str, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Two groups that a blank parts and that no number holds together."""
    gap = text[left[1] : right[0]]
    if " " not in gap or "\n" in gap or "(" in gap or "+" in gap:
        return False
    lengths = left[1] - left[0], right[1] - right[0]
    if max(lengths) < _ALONE and sum(lengths) <= _LONGEST:
        return False
    return all(reads_as_digits(text[begin:end]) for begin, end in (left, right))


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Parted in front of what only a telephone number begins with, if all parts are long enough."""
    cuts = [start, *(start + m.start() for m in _NEW_NUMBER.finditer(text[start:end])), end]
    parts = list(itertools.pairwise(cuts))
    if any(sum(map(str.isdigit, text[a:b])) < _WHOLE_NUMBER for a, b in parts):
        return [(start, end)]
    return parts


def _trimmed(text: str, start: int, end: int) -> Run | None:
    """Without pieces at the edges that are words, not digits; None when it stands inside a word."""
    pieces = [(start + m.start(), start + m.end()) for m in _PIECE.finditer(text[start:end])]
    if not pieces:
        return None
    if start and text[start - 1].isalnum() and text[pieces[0][0]] == text[start]:
        pieces = pieces[1:]  # "SMPN35", "X1": the first piece belongs to a word
    if pieces and end < len(text) and text[end].isalnum() and pieces[-1][1] == end:
        pieces = pieces[:-1]
    pieces = _between_digits(text, _without_class(text, pieces))
    if len(pieces) > 1 and pieces[0][1] - pieces[0][0] == 1 and pieces[1][1] - pieces[1][0] >= _LONG_NUMBER:
        start, pieces = pieces[1][0], pieces[1:]  # "IMEI 1 863388…": the first of two
    if not pieces:
        return None
    left, right = pieces[0][0], pieces[-1][1]
    while left > start and text[left - 1] in "+( ":
        left -= 1
    if text[left:right].lstrip().startswith("(") and ")" not in text[left:right]:
        left = text.index("(", left) + 1
    body = text[left:right]
    left += len(body) - len(body.lstrip())
    shape = tuple(b - a for a, b in pieces)
    return Run(left, right, text[left:right], digits(text[left:right]), shape)


def _without_class(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """``SIM B1 7508-0214-000331``: the class in front of the number is none of its groups."""
    classed = len(pieces) > 1 and text[pieces[0][0]] in "SBZ" and text[pieces[0][1] : pieces[1][0]].isspace()
    return pieces[1:] if classed else pieces


def _between_digits(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of a run whose pieces all read as digits."""
    best: list[tuple[int, int]] = []
    part: list[tuple[int, int]] = []
    for piece in pieces:
        here = text[piece[0] : piece[1]]
        if reads_as_digits(here) or (_between_groups(text, part, piece) if part else _begins(text, piece)):
            part.append(piece)
        else:
            best, part = max(best, part, key=len), []
    return max(best, part, key=len)


def _begins(text: str, piece: tuple[int, int]) -> bool:
    """``lOO-00-943``, ``OOOl 9459``: letters alone in front of a hyphen and a number; no roman numeral."""
    start, end = piece
    if not set(text[start:end]) <= set(_RULED) or (text[end : end + 1] == " " and "O" not in text[start:end]):
        return False
    after = _PIECE.match(text, end + 1) if text[end : end + 1] in ("-", ".", " ") else None
    return after is not None and end - start > 1 and sum(map(str.isdigit, after[0])) > 1


def _between_groups(text: str, part: list[tuple[int, int]], piece: tuple[int, int]) -> bool:
    """``6262-Ol-O12345``, ``200501 l OO4``: letters alone, inside a number."""
    before, (start, end) = part[-1][1], piece
    if not set(text[start:end]) <= set(_RULED):
        return False
    if text[before:start] in ("-", "."):
        return end - start <= 2
    head = text[part[0][0] : min(before, part[0][0] + _HEAD)]
    if text[before:start] != " " or sum(map(str.isdigit, head)) < 2:
        return False
    if end - start in (_SERIAL, before - part[-1][0]):
        return end - start > 1 or _ends(text, end)
    after = _PIECE.match(text, end + 1) if text[end : end + 1] == " " else None
    goes_on = after is not None and (reads_as_digits(after[0]) or set(after[0]) <= set(_RULED))
    return end - start <= 2 and (goes_on or (end - start == 1 and _ends(text, end)))


def _ends(text: str, end: int) -> bool:
    """No further word follows."""
    return text[end : end + 1] in ("", "\n", ".", ",", ";", ")")


def reads_as_digits(piece: str) -> bool:
    """Mostly digits, or zeros read as letters, or zeros and ones of which one at least is a digit."""
    real = sum(char.isdigit() for char in piece)
    letters = {char for char in piece if not char.isdigit()}
    if real * 2 >= len(piece) or (len(piece) >= 2 and letters <= set("Oo")):
        return True
    return real > 0 and len(piece) > 2 and letters <= set(_RULED)
