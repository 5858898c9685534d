"""Rosters of who is on duty: lines that begin with the days of a week, and rows of shifts ("P P S M L"). Who
stands in one acts in office (policy, rule 1); who is on the neighbours' night watch, or a pupil, does not."""

from terbuka.screening.lexicon import words
from terbuka.screening.reading import Reading

_DAYS, _DUTY, _NO_DUTY = words("day-of-week"), words("on-duty"), words("no-duty")
_SHIFTS, _WORKS, _LEAVE = frozenset("psmlco"), frozenset("pm"), frozenset("c")
_LEAST_DAYS, _LEAST_SHIFTS = 3, 4
_HEAD = 8  # lines above in which the heading of a roster stands


def roster_lines(reading: Reading) -> frozenset[int]:
    """The numbers of the lines that name who is on duty."""
    count = len(reading.line_starts)
    days = [line for line in range(count) if _begins_with_a_day(reading, line)]
    found = {line for line in range(count) if _tells_shifts(reading, line)}
    for block in _blocks(days):
        if len(block) >= _LEAST_DAYS and _is_headed(reading, block[0]):
            found.update(block)
    return frozenset(found)


def _begins_with_a_day(reading: Reading, line: int) -> bool:
    words_ = reading.line_words(line)
    return bool(words_) and reading.folds[words_.start] in _DAYS


def _blocks(lines: list[int]) -> list[list[int]]:
    """Lines that follow each other, with one between at most."""
    blocks: list[list[int]] = []
    for line in lines:
        if blocks and line - blocks[-1][-1] <= 2:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _is_headed(reading: Reading, first: int) -> bool:
    above = [
        reading.folds[index]
        for line in range(max(first - _HEAD, 0), first)
        for index in reading.line_words(line)
    ]
    return not _DUTY.isdisjoint(above) and _NO_DUTY.isdisjoint(above)


def _tells_shifts(reading: Reading, line: int) -> bool:
    """ "Maria Goreti | P | P | S | M | L": codes of morning, afternoon, night, and of leave."""
    codes = [fold for index in reading.line_words(line) if len(fold := reading.folds[index]) == 1]
    told = set(codes)
    return len(codes) >= _LEAST_SHIFTS and told <= _SHIFTS and (told >= _WORKS or told == _LEAVE)
