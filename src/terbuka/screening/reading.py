"""A document's text as the recognisers read it: words, lines, cells, and the marks of the lexicon on them.

Made once per document, in one pass; every recogniser works on word numbers and looks marks up instead of
scanning the text again.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from terbuka.screening.folding import INVISIBLE, fold
from terbuka.screening.lexicon import is_name_part, is_ordinary, marks, words

_WORD = re.compile(rf"[^\W_]+(?:['’ʼ`´]+[^\W_]+|[{INVISIBLE}\u0300-\u036f]+[^\W_]*)*")
_SPELLED = re.compile(r"[A-Z](?: [A-Z]){3,}(?![^\W_])")
_BROKEN = re.compile(r"([^\W\d_]{2,})[-\u00ad\u2010]\r?\n[ \t>]*([^\W\d_]{2,})(?![^\W_])")
_HYPHENS, _SOFT_HYPHEN = ("-", "\u2010"), "\u00ad"
_BARRIER = re.compile(r"[|\t]")
_WIDE = re.compile(r"[ \u00a0]{2,}")
_VERY_WIDE = re.compile(r"[ \u00a0]{3,}")
_ABBREVIATION_LENGTH = 4
_SHORT_ALIAS, _ALIAS = "al", "als"
_LONG_LINE = 60
_LONGEST_ITEM_NUMBER = 2
_ABBREVIATIONS = words("abbreviation")
_INITIAL = frozenset(("berinisial", "inisial"))

Mark = tuple[int, frozenset[str]]
"""A phrase of the lexicon: its length in words, and its tags."""
Marks = tuple[Mark, ...]


def _numbers() -> "array[int]":
    """Room for a number of each word: a thick document has half a million words."""
    return array("I")


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of one line between column gaps. ``first``/``last``: word numbers, ``last`` exclusive."""

    start: int
    end: int
    line: int
    first: int
    last: int


@dataclass(slots=True)
class Reading:
    """Words by number: ``starts``, ``ends`` (offsets), ``folds`` (as a reader means them), their ``lines``.

    ``gaps[i]``: what stands in front of word ``i``; the last, behind all words. ``parted[i]``: a sentence
    ends there. ``sentence_starts``: the numbers of the words that begin one.

    ``opening[i]``/``closing[i]``: marks that begin at / end with word ``i``. ``by_tag``: where the marks with
    a tag stand, as ``(first, last)`` word numbers, ``last`` exclusive. ``cells``: in document order;
    ``cell_of[i]`` is the number of the cell that holds word ``i``.
    """

    text: str
    starts: "array[int]" = field(default_factory=_numbers)
    ends: "array[int]" = field(default_factory=_numbers)
    folds: list[str] = field(default_factory=list)
    lines: "array[int]" = field(default_factory=_numbers)
    gaps: list[str] = field(default_factory=list)
    parted: list[bool] = field(default_factory=list)
    sentence_starts: list[int] = field(default_factory=list)
    line_starts: list[int] = field(default_factory=list)
    opening: dict[int, Marks] = field(default_factory=dict)
    closing: dict[int, Marks] = field(default_factory=dict)
    by_tag: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    cells: list[Cell] = field(default_factory=list)
    cell_of: "array[int]" = field(default_factory=_numbers)

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, index: int) -> str:
        return self.text[self.starts[index] : self.ends[index]]

    def between(self, index: int) -> str:
        """What stands between word ``index - 1`` and word ``index``."""
        return self.gaps[index]

    def capital(self, index: int) -> bool:
        return self.text[self.starts[index]].isupper()

    def word_at(self, offset: int) -> int:
        """The number of the first word that ends after ``offset``."""
        return bisect_right(self.ends, offset)

    def words_in(self, start: int, end: int) -> range:
        """The numbers of the words that touch ``[start, end)``."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def line_of(self, offset: int) -> int:
        return bisect_right(self.line_starts, offset) - 1

    def line_span(self, line: int) -> tuple[int, int]:
        start = self.line_starts[line]
        end = self.line_starts[line + 1] - 1 if line + 1 < len(self.line_starts) else len(self.text)
        return start, end

    def line_words(self, line: int) -> range:
        """The numbers of the words of a line."""
        return range(bisect_left(self.lines, line), bisect_right(self.lines, line))

    def column(self, offset: int) -> int:
        """How many characters stand before ``offset`` on its line."""
        return offset - self.line_starts[self.line_of(offset)]

    def tag_at(self, index: int, *tags: str) -> int:
        """The length in words of the longest mark with one of ``tags`` at word ``index``; 0 for none."""
        marks_ = self.opening.get(index)
        return _longest(marks_, tags) if marks_ else 0

    def tag_before(self, index: int, *tags: str) -> int:
        """How many words the longest mark with one of ``tags`` has that ends just before word ``index``."""
        marks_ = self.closing.get(index - 1)
        return _longest(marks_, tags) if marks_ else 0

    def within(self, index: int, *tags: str) -> bool:
        """True where word ``index`` stands inside a longer mark with one of ``tags`` that began before it."""
        for at in range(max(index - 5, 0), index):
            marks_ = self.opening.get(at)
            if marks_ and _longest(marks_, tags) > index - at:
                return True
        return False

    def marked(self, *tags: str) -> list[tuple[int, int]]:
        """All marks with one of ``tags``, in order, as ``(first, last)`` word numbers, ``last`` exclusive."""
        if len(tags) == 1:
            return self.by_tag.get(tags[0], [])
        return sorted({span for tag in tags for span in self.by_tag.get(tag, ())})

    def wraps(self, index: int) -> bool:
        """True where running text goes on in the next line: a long line, and nothing but one break."""
        gap = self.between(index)
        if gap.count("\n") != 1 or gap.strip():
            return False
        start, end = self.line_span(self.lines[index - 1])
        return end - start >= _LONG_LINE

    def sentence_end(self, index: int) -> bool:
        """True where a sentence ends between word ``index - 1`` and word ``index``."""
        return self.parted[index]

    def sentence(self, index: int) -> range:
        """The numbers of the words in the sentence that holds word ``index``."""
        after = bisect_right(self.sentence_starts, index)
        end = self.sentence_starts[after] if after < len(self.sentence_starts) else len(self)
        return range(self.sentence_starts[after - 1], end)


def _longest(marks_: Iterable[Mark], tags: tuple[str, ...]) -> int:
    """The length in words of the longest of ``marks_`` with one of ``tags``."""
    longest = 0
    for length, have in marks_:
        if length > longest and not have.isdisjoint(tags):
            longest = length
    return longest


def read_text(text: str) -> Reading:
    """Read a text."""
    reading = Reading(text, line_starts=[0, *(m.end() for m in re.finditer("\n", text))])
    _split_words(reading)
    reading.parted = [_ends_sentence(reading, index) for index in range(len(reading) + 1)]
    reading.sentence_starts = [0, *(index for index in range(1, len(reading)) if reading.parted[index])]
    _split_cells(reading)
    _find_marks(reading)
    return reading


def split_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Begin and end of every word, and the word as a reader means it."""
    at = 0
    while match := _WORD.search(text, at):
        start, at, word = _whole_word(text, match)
        yield start, at, fold(word)


def _split_words(reading: Reading) -> None:
    line, line_starts = 0, reading.line_starts
    following = [*line_starts[1:], len(reading.text) + 1]
    for start, end, word in split_words(reading.text):
        while start >= following[line]:
            line += 1
        reading.gaps.append(reading.text[reading.ends[-1] if reading.ends else 0 : start])
        reading.starts.append(start)
        reading.ends.append(end)
        reading.folds.append(word)
        reading.lines.append(line)
    reading.gaps.append(reading.text[reading.ends[-1] if reading.ends else 0 :])
    for index, word in enumerate(reading.folds):
        if word == _SHORT_ALIAS and _stands_for_alias(reading, index):
            reading.folds[index] = _ALIAS


def _stands_for_alias(reading: Reading, index: int) -> bool:
    """ "SUPARNO al. PAK NO", not "dihadiri al. Kapolres" (among others), "Smith et al."."""
    between = index > 0 and reading.between(index) == " " and reading.between(index + 1) == ". "
    return between and reading.word(index).islower() and reading.capital(index - 1)


def _is_initial_of_somebody(reading: Reading, index: int) -> bool:
    """ "… anak berinisial Q. Kapolsek …": the one letter is the whole name, and no other initial follows."""
    told = index > 1 and reading.folds[index - 2] in _INITIAL
    return told and index < len(reading) and reading.ends[index] - reading.starts[index] > 2


def _ends_sentence(reading: Reading, index: int) -> bool:
    """A full stop after a short word in front of a capital is read as an abbreviation ("Jl. Kuripan")."""
    gap = reading.gaps[index]
    if gap == " ":
        return False
    if any(mark in gap for mark in "!?;") or "\n\n" in gap or "\n\r\n" in gap:
        return True
    if "." not in gap:
        return False
    before = reading.word(index - 1) if index else ""
    if len(before) == 1 and _is_initial_of_somebody(reading, index):
        return True
    if before.isdigit():
        return len(before) > _LONGEST_ITEM_NUMBER and gap != "."
    return before.lower() not in _ABBREVIATIONS and (len(before) > _ABBREVIATION_LENGTH or before.islower())


def _whole_word(text: str, match: re.Match[str]) -> tuple[int, int, str]:
    """The word that begins with ``match``, as it reads: spelled out, or broken over the end of its line."""
    start, end = match.span()
    if end - start == 1 and (spelled := _SPELLED.match(text, start)):
        return start, spelled.end(), spelled[0].replace(" ", "")
    if text[end : end + 1] in _HYPHENS or _SOFT_HYPHEN in match[0]:
        broken = _BROKEN.match(text, start)
        if broken and _is_one_word(broken[1], broken[2]):
            return start, broken.end(), broken[1] + broken[2]
    return start, end, match[0]


def is_broken(line: str, below: str) -> bool:
    """``line`` ends with a hyphen in the middle of a word that goes on ``below``."""
    broken = _BROKEN.fullmatch(f"{line.rpartition(' ')[2]}\n{below.partition(' ')[0]}")
    return bool(broken and _is_one_word(broken[1], broken[2]))


def _is_one_word(left: str, right: str) -> bool:
    """``Wiran-`` and ``daka``, ``me-`` and ``lapor``; not "anak-anak", "Siti-Rahmah" or two words."""
    if not right[0].islower() and not (left.isupper() and right.isupper()):
        return False
    known = [is_name_part(word) or is_ordinary(word) for word in map(fold, (left + right, left, right))]
    return known[0] or not (known[1] and known[2])


def _split_cells(reading: Reading) -> None:
    """Cells end at bars, tabs, and two or more spaces; in a line set with double spaces at three or more."""
    index, count = 0, len(reading)
    for line in range(len(reading.line_starts)):
        first = index
        while index < count and reading.lines[index] == line:
            index += 1
        _split_line(reading, line, first, index)


def _split_line(reading: Reading, line: int, first: int, last: int) -> None:
    gaps = [reading.between(i) for i in range(first + 1, last)]
    wide = sum(1 for gap in gaps if gap == "  ")
    pattern = _VERY_WIDE if len(gaps) >= 2 and wide * 2 >= len(gaps) else _WIDE
    begin = first
    for i in range(first + 1, last + 1):
        gap = gaps[i - first - 1] if i < last else ""
        if gap != " " and (i == last or _BARRIER.search(gap) or pattern.search(gap)):
            cell = Cell(reading.starts[begin], reading.ends[i - 1], line, begin, i)
            reading.cell_of.extend((len(reading.cells),) * (i - begin))
            reading.cells.append(cell)
            begin = i


def _find_marks(reading: Reading) -> None:
    """All phrases of the lexicon in one run of the automaton over the words joined by single spaces."""
    joined = " " + " ".join(reading.folds) + " "
    ends = array("I", accumulate(len(word) + 1 for word in reading.folds))
    together: dict[Marks, Marks] = {}
    for at, mark in marks().iter(joined):
        last = bisect_left(ends, at)
        first = last - mark[0] + 1
        _add(reading.opening, first, mark, together)
        _add(reading.closing, last, mark, together)
        span = first, last + 1
        for tag in mark[1]:
            reading.by_tag.setdefault(tag, []).append(span)
    for spans in reading.by_tag.values():
        spans.sort()


def _add(marks_: dict[int, Marks], index: int, mark: Mark, together: dict[Marks, Marks]) -> None:
    """``together``: what stands at one word stands so at many, and is kept once."""
    have = (*marks_.get(index, ()), mark)
    marks_[index] = together.setdefault(have, have)
