"""Numbers that are dictated: ``nol delapan satu tiga, enam satu …``, also in the languages of the regions;
numbers of which only a part is (``0812 lima satu 043378``, ``0812 strip 5104``); and plates that are spelled:
``de be satu tujuh lima enam el er``."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from terbuka.screening.reading import Reading
from terbuka.screening.recognisers import phones
from terbuka.screening.recognisers.digits import Run
from terbuka.screening.recognisers.numerals import dictated, is_numeral
from terbuka.screening.recognisers.patterns import Pattern

LEAST_GROUPS = 4
_MOST_PLATE_DIGITS, _MOST_LETTERS = 4, 3
_LONGEST = 40
_LEAST_FIGURES, _MOST_FIGURES = 9, 18
_JOINTS = frozenset(" ,-–.…;:\n\r\t")
_SAID_BETWEEN = frozenset(
    {"ext", "ekst", "ekstensi", "extension", "pesawat", "strip", "setrip", "garis", "titik", "spasi", "dash"}
    | {"min", "minus", "lanjut", "terus", "sambung"}
)
_FIGURES_OR_WORD = re.compile(r"\d+|[^\W\d_]+")
_LETTERS = {
    "be": "B", "ce": "C", "de": "D", "ef": "F", "ge": "G", "ha": "H", "je": "J", "ka": "K", "el": "L",
    "em": "M", "en": "N", "pe": "P", "ki": "Q", "er": "R", "es": "S", "te": "T", "fe": "V", "ve": "V",
    "we": "W", "eks": "X", "ex": "X", "ye": "Y", "zet": "Z",
}  # fmt: skip


def spoken_runs(reading: Reading, least: int = LEAST_GROUPS) -> list[Run]:
    """Every stretch of at least ``least`` figures said one by one or in tens, as the number they make."""
    return [
        Run(start, end, reading.text[start:end], digits, (len(digits),))
        for first, last, digits, groups in _stretches(reading)
        if groups >= least
        for start, end in [(reading.starts[first], reading.ends[last - 1])]
    ]


class _Part(NamedTuple):
    """Word number ``at`` and the figures that it stands for. ``written``: some of them are."""

    at: int
    figures: str
    written: bool


def mixed_runs(reading: Reading) -> Iterator[Run]:
    """Stretches of figures and words for figures, also without a blank between, or with a word for the sign
    that parts groups: every number that they could make, from each part on the longest first."""
    chain: list[_Part] = []
    for index in range(len(reading) + 1):
        part = _part(reading, index) if index < len(reading) else None
        if part is None or (chain and not _joined(reading, index)):
            yield from _mixed(reading, chain)
            chain = []
        if part is not None:
            chain.append(part)


def _part(reading: Reading, index: int) -> _Part | None:
    """None for a word that is no part of a number; without figures what is said between them."""
    word = reading.folds[index]
    if word in _SAID_BETWEEN:
        return _Part(index, "", written=False)
    figures = ""
    for part in _FIGURES_OR_WORD.findall(word):
        said = (part, 1) if part.isdigit() else dictated([part])
        if said is None:
            return None
        figures += said[0]
    return _Part(index, figures, any(map(str.isdigit, word)))


def _mixed(reading: Reading, chain: list[_Part]) -> Iterator[Run]:
    said = any(not reading.folds[part.at].isdigit() for part in chain)
    if not said or not any(part.written for part in chain):
        return
    for first in range(len(chain)):
        ends, number = [], ""
        for last in range(first, min(first + _LONGEST, len(chain))):
            number += chain[last].figures
            if len(number) > _MOST_FIGURES:
                break
            if len(number) >= _LEAST_FIGURES and _is_mixed(reading, chain[first : last + 1]):
                ends.append((last, number))
        for last, whole in reversed(ends):
            start, end = reading.starts[chain[first].at], reading.ends[chain[last].at]
            yield Run(start, end, reading.text[start:end], whole, (len(whole),))


def _is_mixed(reading: Reading, parts: list[_Part]) -> bool:
    """Figures and words stand in it, and the words at its ends are not merely beside a whole number."""
    if not parts[0].figures or not parts[-1].figures:
        return False
    written = [at for at, part in enumerate(parts) if part.written]
    if not written or all(reading.folds[part.at].isdigit() for part in parts):
        return False
    inside = parts[written[0] : written[-1] + 1]
    return len(inside) == len(parts) or not _is_whole("".join(part.figures for part in inside))


def _is_whole(number: str) -> bool:
    return phones.in_use(phones.national(number))


def spoken_plates(reading: Reading) -> Iterator[Pattern]:
    """Letters, up to four figures and letters, of which at least the figures are said."""
    for first, last, digits, _ in _stretches(reading):
        if len(digits) > _MOST_PLATE_DIGITS:
            continue
        left, prefix = _spelled(reading, range(first - 1, first - 3, -1))
        right, suffix = _spelled(reading, range(last, last + _MOST_LETTERS))
        if prefix and suffix:
            start, end = reading.starts[first - left], reading.ends[last - 1 + right]
            yield Pattern("plate", start, end, f"{prefix[::-1]} {digits} {suffix}")


def _stretches(reading: Reading) -> Iterator[tuple[int, int, str, int]]:
    """Stretches of numerals: the first word, the one behind the last, the digits and how many numerals."""
    reached, count = 0, len(reading)
    for index in [index for index, fold in enumerate(reading.folds) if is_numeral(fold)]:
        if index < reached:
            continue
        digits, at, groups = "", index, 0
        while at < count and (not groups or _joined(reading, at)):
            if not is_numeral(reading.folds[at]) or groups >= _LONGEST:
                break
            said = dictated(reading.folds[at : at + 3])
            if said is None:
                break
            digits += said[0]
            at += said[1]
            groups += 1
        if groups:
            yield index, at, digits, groups
        reached = at


def _joined(reading: Reading, at: int) -> bool:
    gap = reading.between(at)
    return _JOINTS.issuperset(gap) and gap.count("\n") < 2


def _spelled(reading: Reading, words: range) -> tuple[int, str]:
    """How many of ``words``, the nearest first, are letters that are named or written, and the letters."""
    letters, count = "", 0
    for index in words:
        behind = index + 1 if words.step < 0 else index
        if not 0 <= index < len(reading) or not _joined(reading, behind):
            break
        written = reading.word(index)
        said = written if len(written) <= _MOST_LETTERS and written.isupper() and written.isalpha() else ""
        said = _LETTERS.get(reading.folds[index], said or (written.upper() if len(written) == 1 else ""))
        if not said.isalpha() or len(letters) + len(said) > _MOST_LETTERS:
            break
        letters += said[:: words.step]
        count += 1
    return count, letters
