"""Runs of digits as people write them: grouped, with separators, with letters that OCR reads for digits."""

import itertools
import re
from dataclasses import dataclass

import re2

from terbuka.screening.folding import OCR_DIGIT, digits

_RUN = re2.compile(
    r"(?:\+ ?|\( ?\+?)?[0-9OoIlSB][0-9OoQlISBZ]*"
    # a hyphen at the end of a line, and the number goes on below
    r"(?:\(0\)[0-9]+|[-–]\r?\n *[0-9][0-9OoQlISBZ]*"
    r"|\)? ?[.\-–—] ?\(?[0-9OoQlISBZ]+|\)? \(?[0-9OoQlISBZ]+|\)[0-9OoQlISBZ]+)*"
)
_PIECE = re.compile(r"[0-9OoQlISBZ]+")
_MINIMUM_DIGITS = 3
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
    for match in _RUN.finditer(text):
        start, end = match.span()
        if not any(char.isdigit() for char in text[start:end]):
            continue
        for left, right in _numbers(text, start, end):
            run = _trimmed(text, left, right)
            if run and len(run.digits) >= _MINIMUM_DIGITS:
                runs.append(run)
    return runs


def _numbers(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """One match may hold two numbers side by side: ``0812 5104 3378 0813 2222 1111``."""
    cuts = [start, *(start + m.start() for m in _NEW_NUMBER.finditer(text[start:end])), end]
    parts = list(itertools.pairwise(cuts))
    if any(sum(char.isdigit() for char in text[a:b]) < 8 for a, b in parts):
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
    pieces = _between_digits(text, pieces)
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


def _between_digits(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of a run whose pieces all read as digits."""
    best: list[tuple[int, int]] = []
    part: list[tuple[int, int]] = []
    for piece in pieces:
        here = text[piece[0] : piece[1]]
        dashed = (
            bool(part)
            and text[part[-1][1] : piece[0]] in ("-", ".")
            and len(here) == 2
            and set(here) <= set("OolI")
        )
        if reads_as_digits(here) or dashed:
            part.append(piece)
        else:
            best, part = max(best, part, key=len), []
    return max(best, part, key=len)


def reads_as_digits(piece: str) -> bool:
    """Mostly digits, or zeros read as letters."""
    real = sum(char.isdigit() for char in piece)
    return real * 2 >= len(piece) or (
        len(piece) >= 2 and {char for char in piece if not char.isdigit()} <= set("Oo")
    )
