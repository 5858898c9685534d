"""Does the text layer of a page say what its pixels show? What it says beyond that is hidden text.

Nobody sees the text layer of a copy, but everybody can search and copy it. So every word of it must be
read in the pixels, in its own place; reading errs a little, and a word it has missed is read once more by
itself. And what the pixels show and the layer does not say is a word of the page all the same.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from PIL import Image, ImageStat

from terbuka.documents import Box
from terbuka.documents.lines import LooseWord
from terbuka.documents.ocr import Ocr, Reading
from terbuka.redaction.turning import turned
from terbuka.redaction.verifier.reading import POINTS_PER_INCH, Drawn
from terbuka.redaction.verifier.search import skeleton, squeeze

CLOSER = (2.0, 1.5)
"""How many times enlarged a word is read that was not read with the page."""
MARGIN = 0.2
"""Heights of a word around it that are read with it."""
SHARED = 0.5
"""Share of the smaller of two boxes from which on they are of one word."""
LOW = 3.0
"""Points; rows of dashes and dots are no higher, and no letter that anybody reads is so low."""
FEW, SMALL = 3, 24.0
"""Signs that stand by themselves, ``),`` and ``***``, and the points a side that one may have."""
INK = 96
"""Of 255; how far a pixel lies from the paper that belongs to a sign."""
COVERED = 0.8
"""Share of a read word that confirmed words account for, so that it says nothing more."""
_ALIKE = str.maketrans("jq", "io")
"""What reading confuses beside what ``skeleton`` makes one."""
STROKE, SIGN = "i", "*"
"""What the line of a table beside a word is read as, once folded; what stands for a sign in a word."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """``shown``: words of the layer that the pixels show; ``unshown``: the others. ``unsaid``: words in the

    pixels that the layer does not say. ``read``: boxes of the words that account for the ink under them.
    """

    shown: tuple[LooseWord, ...]
    unshown: tuple[LooseWord, ...]
    unsaid: tuple[LooseWord, ...]
    read: tuple[Box, ...]


@dataclass
class _Place:
    """Words of the layer and words read that stand over each other; mostly one and one."""

    said: list[LooseWord] = field(default_factory=list)
    read: list[LooseWord] = field(default_factory=list)

    @property
    def agrees(self) -> bool:
        said, seen = ("".join(w.text for w in _in_order(words)) for words in (self.said, self.read))
        forms = {*_bare(_folded(said)), *_bare(_signed(said))}
        return min(_distance(f, bare) for f in forms for bare in _bare(_folded(seen))) <= _most(self.said)


def agree(ocr: Ocr, drawn: Drawn, said: Sequence[LooseWord], reading: Reading) -> Agreement:
    """Hold the words ``said`` by the layer against ``reading``, which is of the page ``drawn``."""
    signs = [word for word in said if not _folded(word.text) and _is_sign(drawn, word)]
    agreed, unshown = _compare([word for word in said if _folded(word.text)], reading.words)
    known = [word for place in agreed for word in place.read]
    shown = [word for place in agreed for word in place.said]
    read = [word.box for word in (*known, *signs)] + reading.sure
    for scale in CLOSER:
        if unshown:
            agreed, unshown = _compare(unshown, _read_closer(ocr, drawn, unshown, scale))
            shown += [word for place in agreed for word in place.said]
            read += [word.box for place in agreed for word in place.read]
    sure = set(reading.sure)
    more = [w for w in reading.words if _folded(w.text) and w.box in sure and w not in known]
    unsaid = [word for word in more if not _is_covered(word, (*shown, *signs))]
    return Agreement(tuple(shown), tuple(unshown), tuple(unsaid), tuple(read))


def _compare(said: Iterable[LooseWord], read: Sequence[LooseWord]) -> tuple[list[_Place], list[LooseWord]]:
    """(places where the same is said and read, words said where it is not)."""
    agreed: list[_Place] = []
    unshown: list[LooseWord] = []
    for place in _places(said, read):
        if place.agrees:
            agreed.append(place)
        else:
            unshown += place.said
    return agreed, unshown


def _places(said: Iterable[LooseWord], read: Sequence[LooseWord]) -> list[_Place]:
    places: list[_Place] = []
    for word in said:
        found = [other for other in read if _together(word.box, other.box)]
        place = _Place([word], found)
        for other in [old for old in places if any(item in old.read for item in found)]:
            places.remove(other)
            place.said += other.said
            place.read += [item for item in other.read if item not in place.read]
        places.append(place)
    return places


def _read_closer(ocr: Ocr, drawn: Drawn, words: Sequence[LooseWord], scale: float) -> list[LooseWord]:
    """What is read on the page enlarged, in the places of ``words``, everything else wiped out."""
    found: list[LooseWord] = []
    dpi = drawn.dpi * scale
    for turn in sorted({word.turn for word in words}):
        picture = _alone(drawn, [word for word in words if word.turn == turn]).rotate(turn, expand=True)
        size = round(picture.width * scale), round(picture.height * scale)
        picture = picture.resize(size, Image.Resampling.LANCZOS)
        width, height = (side * POINTS_PER_INCH / dpi for side in size)
        found += [
            replace(word, box=turned(word.box, -turn, width, height), turn=turn)
            for word in ocr.read_block(picture, dpi).result().words
        ]
    return found


def _alone(drawn: Drawn, words: Iterable[LooseWord]) -> Image.Image:
    """The page with nothing on it but what stands in the place of ``words``."""
    picture = drawn.picture
    alone = Image.new("L", picture.size, ImageStat.Stat(picture).median[0])
    for word in words:
        by = MARGIN * min(word.box.width, word.box.height)
        grown = Box(word.box.x0 - by, word.box.y0 - by, word.box.x1 + by, word.box.y1 + by)
        if area := _pixels(drawn, grown):
            alone.paste(picture.crop(area), area)
    return alone


def _is_sign(drawn: Drawn, word: LooseWord) -> bool:
    """Whether the ink under it is that of signs, which reading leaves out: a few, or a row of low ones."""
    area = _pixels(drawn, word.box)
    if area is None:
        return False
    if len(word.text) <= FEW and max(word.box.width, word.box.height) <= SMALL:
        return True
    paper = ImageStat.Stat(drawn.picture).median[0]
    inked = drawn.picture.crop(area).point(lambda level: 255 if abs(level - paper) >= INK else 0)
    ink = inked.getbbox()
    return ink is None or ink[3] - ink[1] <= LOW * drawn.dpi / POINTS_PER_INCH


def _pixels(drawn: Drawn, box: Box) -> tuple[int, int, int, int] | None:
    """The pixels of a box in points; None where it lies beside the picture."""
    left, top, right, bottom = (round(side * drawn.dpi / POINTS_PER_INCH) for side in box)
    width, height = drawn.picture.size
    area = max(0, left), max(0, top), min(width, right), min(height, bottom)
    return area if area[0] < area[2] and area[1] < area[3] else None


def _most(words: Sequence[LooseWord]) -> int:
    """Errors of reading: every fourth letter, every eighth figure, and never so many as a whole word has."""
    lengths = [len(_folded(word.text)) for word in words]
    figures = sum(character.isdigit() for word in words for character in word.text)
    most = sum(lengths) // 8 if figures > sum(lengths) / 2 else (sum(lengths) + 1) // 4
    return min(most, *(length - 1 for length in lengths), most)


def _folded(text: str) -> str:
    """Letters and figures only, made one where reading confuses them."""
    return skeleton(squeeze(text)).translate(_ALIKE)


def _signed(text: str) -> str:
    """``_folded`` with one ``SIGN`` for the signs between, which are read as anything or nothing."""
    return SIGN.join(_folded(part) for part in re.split(r"[\W_]+", text))


def _bare(seen: str) -> Iterator[str]:
    """With and without a stroke at either end that may be no letter; one letter is easily read twice."""
    for begin in {seen, seen.removeprefix(STROKE)}:
        yield from {begin, begin.removesuffix(STROKE)}
    if len(set(seen)) == 1:
        yield seen[0]


def _distance(said: str, seen: str) -> int:
    """Letters to put in, take out or change to make one of the other (Levenshtein); a ``SIGN`` is free."""
    row = list(range(len(seen) + 1))
    for letter in said:
        before, cost = row[0], letter != SIGN
        row[0] += cost
        for index, other in enumerate(seen, 1):
            changed = before + (cost and letter != other)
            before, row[index] = row[index], min(changed, row[index] + cost, row[index - 1] + 1)
    return row[-1]


def _in_order(words: Iterable[LooseWord]) -> list[LooseWord]:
    return sorted(words, key=lambda word: word.place.x0)


def _is_covered(word: LooseWord, shown: Iterable[LooseWord]) -> bool:
    return sum(_common(word.box, other.box) for other in shown) >= COVERED * _area(word.box)


def _together(one: Box, other: Box) -> bool:
    return _common(one, other) >= SHARED * min(_area(one), _area(other)) > 0


def _common(one: Box, other: Box) -> float:
    width = min(one.x1, other.x1) - max(one.x0, other.x0)
    height = min(one.y1, other.y1) - max(one.y0, other.y0)
    return max(0.0, width) * max(0.0, height)


def _area(box: Box) -> float:
    return box.width * box.height
