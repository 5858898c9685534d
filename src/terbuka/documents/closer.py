"""A closer look at words that are unsure or of another size than their line, and at what lies between words.

Tesseract brings a whole line to one height before it reads it, so a name in 4 point type or in 40 among
words of 11 is read as rubbish, often without doubt, or overlooked, and stays in full view. Such places are
cut out and read again by themselves, each brought to heights that are read well; what two of the three
readings say is what stands there, and of anything else nobody knows.
"""

import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from PIL import Image, ImageStat

from terbuka.documents.ink import INK
from terbuka.documents.marks import Area, pieces
from terbuka.documents.tesseract import LINE, WORD, Row, read_rows

SMALLER, LARGER = 0.72, 1.45
"""Times the size of type of the line; 99 of 100 words of a law are read within 0.8 and 1.3."""
ASCENDER, DESCENDER = 0.45, 0.42
"""Of the height of an x."""
RISING, FALLING = "bdfhijklt()[]/|!?\"'", "gjpqyQ()[]/|,;"
LETTERS = 2
"""Letters and figures of a word that may be of another size: one alone is a mark or a note's number."""
LOWEST = 1.5
"""Points; what is lower is a dotted line, not type."""
APART = 0.6
"""Heights of the line; words that stand no further apart are looked at together."""
BESIDE = 0.6
"""Heights of the line beside words that are cut out with them: letters that were overlooked."""
HEIGHTS = (32, 44)
"""Pixels of a word that is read well. Of one height alone an "Ani" may be read as "An", and without doubt."""
WIDEST = 1600
"""Pixels of the longest stretch on a sheet."""
SPACE, REACH = 0.5, 8.0
"""Heights of the line: of a gap that is looked into; how far beside the line."""
AROUND = 0.15
"""Heights above and below a word that are cut out with it: its tips."""
GAP = 26
"""Pixels between two stretches on a sheet."""
DPI = 300.0
"""As which a sheet is read."""
SHEET = "6"
"""Tesseract's mode for one block of lines."""
SURE = 50.0
"""Mean confidence of a reading."""
POINTS_PER_INCH = 72


class Closer(NamedTuple):
    """What a closer look tells. ``rows``: lines and words; ``doubtful``: where something stands that is not
    read surely even so."""

    rows: list[Row]
    doubtful: list[Area]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words to be looked at together, if any were read, where they stand, and the pixels that are cut out."""

    rows: tuple[Row, ...]
    place: Area
    cut: Area


def look_closer(picture: Image.Image, rows: Sequence[Row], dpi: float, language: str) -> Closer:
    """``rows`` of the grey ``picture``, with what a closer look reads in place of such words."""
    lowest = LOWEST * dpi / POINTS_PER_INCH
    stretches = list(_stretches(picture, rows, lowest))
    if not stretches:
        return Closer(list(rows), [])
    looks = [_look(picture, stretches, high, language) for high in HEIGHTS]
    looked_at = {id(row) for stretch in stretches for row in stretch.rows}
    anew = Closer([row for row in rows if id(row) not in looked_at], [])
    for number, (stretch, *seen) in enumerate(zip(stretches, *looks, strict=True)):
        if found := _agreed([stretch.rows, *seen]):
            anew.rows.extend(_as_line(found, f"closer {number}"))
        elif _letters(picture, stretch.place, lowest):
            anew.rows.extend(_as_line(stretch.rows, f"as before {number}") if stretch.rows else ())
            anew.doubtful.append(stretch.place)
    return anew


def _look(picture: Image.Image, stretches: Sequence[_Stretch], high: int, language: str) -> list[list[Row]]:
    """What each stretch says when its words are ``high`` pixels."""
    sheet = _Sheet(picture, stretches, high)
    return sheet.sorted_rows(read_rows(sheet.picture, DPI, language, SHEET))


def _agreed(readings: Sequence[Sequence[Row]]) -> Sequence[Row] | None:
    """The last of the readings that another bears out, letter by letter."""
    for at in range(len(readings) - 1, 0, -1):
        said = _text(readings[at])
        if _confidence(readings[at]) >= SURE and any(_text(other) == said for other in readings[:at]):
            return readings[at]
    return None


def _stretches(picture: Image.Image, rows: Sequence[Row], lowest: float) -> Iterator[_Stretch]:
    lines = [
        line for _, of_line in groupby(rows, key=lambda row: row.line) if (line := _level(list(of_line)))
    ]
    words: list[Row] = []
    for line in lines:
        usual = statistics.median(_size(row) for row in line)
        odd = [_is_odd(row, usual, lowest) for row in line]
        for first, last in _runs(line, odd):
            tells = sum(row.letters for row in line[first:last]) >= LETTERS
            if odd[first] and tells:
                yield _stretch(line, first, last)
            words += line[first:last] if tells or not odd[first] else ()
    taken = {id(row) for row in words}
    for line in lines:
        for gap in sorted(set(_gaps([row for row in line if id(row) in taken], words))):
            place = _inked(picture, gap, lowest)
            if place and _letters(picture, place, lowest) >= LETTERS * lowest:
                overlooked = (row for row in line if id(row) not in taken and place[0] <= row.left < place[2])
                yield _Stretch(tuple(overlooked), place, _grown(place, 2))


def _level(line: list[Row]) -> list[Row]:
    """The words of a line, unless it runs up or down the page."""
    return [row for row in line[1:] if row.letters] if line[0].height <= line[0].width else []


def _stretch(line: Sequence[Row], first: int, last: int) -> _Stretch:
    """Words of a line, cut out as far as their neighbours leave room: letters may have been overlooked."""
    left, top, right, bottom = place = _around(line[first:last])
    rim = max(2, round(AROUND * (bottom - top)))
    beside = round(BESIDE * max(row.height for row in line))
    before = max((row.left + row.width for row in line[:first]), default=0)
    after = min((row.left for row in line[last:]), default=right + beside)
    wide = min(left, max(left - beside, before)), max(right, min(right + beside, after))
    return _Stretch(tuple(line[first:last]), place, (wide[0], top - rim, wide[1], bottom + rim))


def _gaps(line: Sequence[Row], words: Sequence[Row]) -> Iterator[Area]:
    """Between the words of a line and beside them, up to whatever else was read there."""
    if not line:
        return
    high = statistics.median(row.height for row in line)
    _, top, _, bottom = _around(line)
    level = [row for row in words if row.top < bottom and top < row.top + row.height]
    ends = [row.left + row.width for row in level]
    for row in line:
        for left, right in (
            (max([row.left - REACH * high, *(end for end in ends if end <= row.left)]), row.left),
            (row.left + row.width, row.left + row.width + REACH * high),
        ):
            beyond = [other.left for other in level if left <= other.left < right and other is not row]
            right = min([right, *beyond])
            if right - left >= SPACE * high:
                yield round(left), top, round(right), bottom


def _inked(picture: Image.Image, area: Area, lowest: float) -> Area | None:
    """What of an area is as high as letters, and lies wholly in it: a letter of the next line does not."""
    x0, y0, x1, y1 = _within(picture, area)
    if x0 >= x1 or y0 >= y1:
        return None
    boxes = [
        (left, top, right, bottom)
        for left, top, right, bottom in pieces(_mask(picture, (x0, y0, x1, y1)), 1)
        if bottom - top >= lowest and top > 0 and bottom < y1 - y0
    ]
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return x0 + min(lefts), y0 + min(tops), x0 + max(rights), y0 + max(bottoms)


def _letters(picture: Image.Image, area: Area, lowest: float) -> int:
    """Along how many pixels of an area something stands that is as high as a letter: no dotted line."""
    found = pieces(_mask(picture, _within(picture, area)), 1)
    return sum(right - left for left, top, right, bottom in found if bottom - top >= lowest)


def _mask(picture: Image.Image, area: Area) -> Image.Image:
    around = _within(picture, _grown(area, area[3] - area[1]))  # letters alone would pass for the paper
    paper = ImageStat.Stat(picture.crop(around)).median[0]
    return picture.crop(area).point([255 if abs(level - paper) >= INK else 0 for level in range(256)])


def _within(picture: Image.Image, area: Area) -> Area:
    x0, y0, x1, y1 = area
    return max(0, x0), max(0, y0), min(picture.width, x1), min(picture.height, y1)


def _grown(area: Area, by: int) -> Area:
    x0, y0, x1, y1 = area
    return x0 - by, y0 - by, x1 + by, y1 + by


def _is_odd(row: Row, usual: float, lowest: float) -> bool:
    if row.height < lowest:
        return False
    return not row.sure or not SMALLER * usual <= _size(row) <= LARGER * usual


def _size(row: Row) -> float:
    """The height of an x, by what the word is said to be."""
    rises = any(sign.isupper() or sign.isdigit() or sign in RISING for sign in row.text)
    falls = any(sign in FALLING for sign in row.text)
    return row.height / (1 + ASCENDER * rises + DESCENDER * falls)


def _runs(line: Sequence[Row], odd: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """From where to where words stand beside each other that are all odd, of about one height, or none."""
    first = 0
    for at in range(1, len(line) + 1):
        if at == len(line) or odd[at] != odd[at - 1] or (odd[at] and _parted(line, at)):
            yield first, at
            first = at


def _parted(line: Sequence[Row], at: int) -> bool:
    one, other = line[at - 1], line[at]
    low, high = sorted((one.height, other.height))
    return other.left - one.left - one.width > APART * max(row.height for row in line) or high > 2 * low


def _confidence(rows: Sequence[Row]) -> float:
    letters = sum(len(row.text) for row in rows)
    return sum(row.confidence * len(row.text) for row in rows) / letters if letters else 0.0


def _text(rows: Iterable[Row]) -> str:
    return " ".join(row.text for row in rows)


def _as_line(rows: Sequence[Row], name: str) -> list[Row]:
    """The words as a line of their own."""
    left, top, right, bottom = _around(rows)
    line = Row(LINE, (name,), left, top, right - left, bottom - top, 0.0, "")
    return [line, *(row._replace(line=line.line) for row in rows)]


def _around(rows: Sequence[Row]) -> Area:
    return (
        min(row.left for row in rows),
        min(row.top for row in rows),
        max(row.left + row.width for row in rows),
        max(row.top + row.height for row in rows),
    )


class _Sheet:
    """Stretches of a picture one below the other, each as high as is read best."""

    def __init__(self, picture: Image.Image, stretches: Sequence[_Stretch], high: int) -> None:
        cuts = [_cut(picture, stretch, high) for stretch in stretches]
        size = max(cut.width for cut, *_ in cuts) + 2 * GAP, sum(cut.height + GAP for cut, *_ in cuts) + GAP
        self.picture = Image.new("L", size, 255)
        self._places: list[tuple[int, int, int, int, float]] = []
        top = GAP
        for cut, left, above, scale in cuts:
            self.picture.paste(cut, (GAP, top))
            self._places.append((top, top + cut.height, left, above, scale))
            top += cut.height + GAP

    def sorted_rows(self, rows: Iterable[Row]) -> list[list[Row]]:
        """The words of each stretch, where they stand in the picture."""
        found: list[list[Row]] = [[] for _ in self._places]
        for row in rows:
            middle = row.top + row.height / 2
            for words, (top, bottom, left, above, scale) in zip(found, self._places, strict=True):
                if row.level == WORD and row.letters and top <= middle < bottom:
                    words.append(
                        row._replace(
                            left=left + round((row.left - GAP) / scale),
                            top=above + round((row.top - top) / scale),
                            width=max(1, round(row.width / scale)),
                            height=max(1, round(row.height / scale)),
                        )
                    )
        return found


def _cut(picture: Image.Image, stretch: _Stretch, high: int) -> tuple[Image.Image, int, int, float]:
    """The pixels of a stretch, dark on white, where they begin, and how much larger they were made."""
    area = _within(picture, stretch.cut)
    cut = picture.crop(area)
    scale = min(high / (stretch.place[3] - stretch.place[1]), WIDEST / cut.width)
    size = max(1, round(cut.width * scale)), max(1, round(cut.height * scale))
    paper = max(1, round(ImageStat.Stat(cut).median[0]))
    levels = [min(255, round(level * 255 / paper)) for level in range(256)]
    return cut.resize(size, Image.Resampling.LANCZOS).point(levels), area[0], area[1], scale
