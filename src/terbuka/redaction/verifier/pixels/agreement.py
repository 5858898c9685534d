"""Does the text layer of a page say what its pixels show? What it says beyond that is hidden text.

Nobody sees the text layer of a copy, but everybody can search and copy it. So every word of it must be
read in the pixels, in its own place; reading errs a little, and a word it has missed is read once more by
itself. And what the pixels show and the layer does not say is a word of the page all the same.
"""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import accumulate

from PIL import Image, ImageStat

from terbuka.documents import Box
from terbuka.documents.lines import LooseWord
from terbuka.documents.ocr import DOUBTFUL, Ocr, Reading
from terbuka.redaction.turning import turned
from terbuka.redaction.verifier.pixels.reading import POINTS_PER_INCH, Drawn
from terbuka.redaction.verifier.secrets.search import skeleton, squeeze

CLOSER = (2.0, 1.5, 3.0)
"""How many times enlarged a word is read that was not read with the page."""
ALONE = 8
"""Words of a page, at most, that are read once more each by itself: what stands around a word misleads."""
APART = 40
"""Pixels around each of the words that are read by themselves."""
MISREAD = 2
"""Short words of a page with one letter wrong in every reading, or in a place that nobody can read surely,
that pass for shown.
"""
LONG = 6
"""Letters and figures of a word with figures of which one may be wrong: an age, a house number has fewer."""
SHORT = 2
"""Letters of such a word where the place cannot be read: the lines of a table are read as anything."""
SHARED = 0.5
"""Share of the smaller of two boxes from which on they are of one word."""
LOW = 3.0
"""Points; rows of dashes and dots are no higher, and no letter that anybody reads is so low."""
FEW, SMALL = 3, 24.0
"""Signs that stand by themselves, ``),`` and ``***``, and the points a side that one may have."""
WHITE = 255
INK = 96
"""Of 255; how far a pixel lies from the paper that belongs to a sign."""
RULED = 0.35
"""Share of the width of a word at either side where the line of a table may stand."""
COVERED = 0.8
"""Share of a read word that confirmed words account for, so that it says nothing more."""
_ALIKE = str.maketrans("jq", "io")
"""What reading confuses beside what ``skeleton`` makes one."""
RULE = r"[1lI|J()\[\]]"
STROKE, SIGN = "i", "*"
"""What the line of a table beside a word is read as; the same, folded; what stands for a sign in a word."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How the layer and the pixels agree.

    ``shown``: words of the layer that the pixels show; ``unshown``: the others. ``unsaid``: words in the
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
    def errors(self) -> int:
        """Letters in which what is said and what is read differ."""
        said, seen = ("".join(w.text for w in _in_order(words)) for words in (self.said, self.read))
        if len(self.said) == 1 and _folded(seen) in {_folded(form) for form in _unruled(said)}:
            return 0
        forms = {_folded(said), _signed(said)}
        return min(_distance(form, bare) for form in forms for bare in _bare(_folded(seen)))

    @property
    def is_exact(self) -> bool:
        """Whether every letter is read as it is said."""
        said, seen = ("".join(w.text for w in _in_order(words)) for words in (self.said, self.read))
        return _folded(said) == _folded(seen)

    @property
    def agrees(self) -> bool:
        return self.errors <= _most(self.said)

    @property
    def is_near(self) -> bool:
        """A word by itself of which one letter was read wrong, or one figure of a long number."""
        text = self.said[0].text
        least = LONG if any(sign.isdigit() for sign in text) else 2
        return len(self.said) == 1 and len(_folded(text)) >= least and self.errors == 1

    @property
    def is_doubtful(self) -> bool:
        """A word by itself, too short for a name, over something that is read as this or that."""
        if len(self.said) > 1 or len(_folded(self.said[0].text)) > SHORT:
            return False
        return bool(self.read) and all(word.confidence < DOUBTFUL for word in self.read)


def agree(ocr: Ocr, drawn: Drawn, said: Sequence[LooseWord], reading: Reading) -> Agreement:
    """Hold the words ``said`` by the layer against ``reading``, which is of the page ``drawn``."""
    drawn = Drawn(drawn.picture.convert("L"), drawn.dpi)
    signs = [word for word in said if not _folded(word.text) and _is_sign(drawn, word)]
    agreed, differing = _compare([word for word in said if _folded(word.text)], reading.words)
    known = {word.box for place in agreed for word in place.read}
    near = [place for place in differing if place.is_near or place.is_doubtful]
    closer = [partial(_read_closer, ocr, drawn, scale) for scale in CLOSER]
    for read_again in (*closer, partial(_read_alone, ocr, drawn)):
        if differing:
            left = [word for place in differing for word in place.said]
            more, differing = _compare(left, read_again(left))
            agreed += more
            near += [place for place in differing if place.is_near]
    unshown = [word for place in differing for word in place.said]
    misread = {id(place.said[0]): place for place in near if place.said[0] in unshown}
    if len(unshown) == len(misread) <= MISREAD:
        agreed += misread.values()
        unshown = []
    shown = [word for place in agreed for word in place.said]
    sure = set(reading.sure)
    more_read = [w for w in reading.words if _folded(w.text) and w.box in sure - known]
    unsaid = [word for word in more_read if not _is_covered(word, (*shown, *signs))]
    read = [word.box for place in agreed for word in place.read] + [word.box for word in signs]
    return Agreement(tuple(shown), tuple(unshown), tuple(unsaid), (*read, *reading.sure))


def read_alike(ocr: Ocr, drawn: Drawn, words: Sequence[LooseWord]) -> list[LooseWord]:
    """Those of the ``words`` of a sheet, one to a row, that read to the letter."""
    reading = ocr.read_block(drawn.picture, drawn.dpi).result()
    return [word for place in _places(words, reading.words) if place.is_exact for word in place.said]


def _compare(said: Iterable[LooseWord], read: Sequence[LooseWord]) -> tuple[list[_Place], list[_Place]]:
    """The places where the same is said and read, and those where it is not."""
    agreed: list[_Place] = []
    differing: list[_Place] = []
    for place in _places(said, read):
        (agreed if place.agrees else differing).append(place)
    return agreed, differing


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


def _read_alone(ocr: Ocr, drawn: Drawn, words: Sequence[LooseWord]) -> list[LooseWord]:
    """What is read in the places of a few ``words``, each on a sheet of its own."""
    return [word for each in words[:ALONE] for word in _read_closer(ocr, drawn, CLOSER[-1], [each])]


def _read_closer(ocr: Ocr, drawn: Drawn, scale: float, words: Sequence[LooseWord]) -> list[LooseWord]:
    """What is read in the places of ``words``, each cut out, enlarged and on a line by itself."""
    cuts = [cut for word in words if (cut := _cut(drawn, word, scale))]
    if not cuts:
        return []
    sheet = Image.new(
        "L",
        (max(c.picture.width for c in cuts) + 2 * APART, sum(c.picture.height + APART for c in cuts) + APART),
        WHITE,
    )
    tops = list(accumulate((cut.picture.height + APART for cut in cuts), initial=APART))
    for cut, top in zip(cuts, tops, strict=False):
        sheet.paste(cut.picture, (APART, top))
    pixel = POINTS_PER_INCH / (drawn.dpi * scale)
    found: list[LooseWord] = []
    for word in ocr.read_block(sheet, drawn.dpi * scale).result().words:
        line = bisect(tops, (word.box.y0 + word.box.y1) / 2 / pixel) - 1
        cut, top = cuts[max(0, line)], tops[max(0, line)]
        within = Box(*(side - by * pixel for side, by in zip(word.box, (APART, top) * 2, strict=True)))
        found.append(replace(word, box=cut.back(within, pixel), turn=cut.word.turn))
    return found


@dataclass(frozen=True, slots=True)
class _Cut:
    """The pixels of one word, upright and enlarged. ``left``, ``top``: their place on the page in points."""

    word: LooseWord
    picture: Image.Image
    left: float
    top: float

    def back(self, box: Box, pixel: float) -> Box:
        """From the cut to the page."""
        width, height = (side * pixel for side in self.picture.size)
        x0, y0, x1, y1 = turned(box, -self.word.turn, width, height)
        return Box(x0 + self.left, y0 + self.top, x1 + self.left, y1 + self.top)


def _cut(drawn: Drawn, word: LooseWord, scale: float) -> _Cut | None:
    area = _pixels(drawn, word.box)
    if area is None:
        return None
    picture = _on_white(drawn.picture.crop(area)).rotate(word.turn, expand=True)
    _wipe_rules(picture)
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    picture = picture.resize(size, Image.Resampling.LANCZOS)
    left, top = (side * POINTS_PER_INCH / drawn.dpi for side in area[:2])
    return _Cut(word, picture, left, top)


def _on_white(picture: Image.Image) -> Image.Image:
    """A word in grey as it would stand on white paper: on a box in colour no reader sees one. What is as pale
    as its ground stays so."""
    ground = ImageStat.Stat(picture).median[0]
    turned_over = ground < WHITE // 2
    ground = WHITE - ground if turned_over else ground
    return picture.point(
        [
            min(WHITE, (WHITE - level if turned_over else level) * WHITE // ground)
            for level in range(WHITE + 1)
        ]
    )


def _wipe_rules(picture: Image.Image) -> None:
    """Take away the line of a table at either side of a word: dark from top to bottom, as no letter is."""
    width, height = picture.size
    lightest = [ImageStat.Stat(picture.crop((x, 0, x + 1, height))).extrema[0][1] for x in range(width)]
    ruled = [x for x, level in enumerate(lightest) if level < WHITE - INK / 2]
    left = max((x for x in ruled if x < RULED * width), default=-1)
    right = min((x for x in ruled if x > (1 - RULED) * width), default=width)
    picture.paste(WHITE, (0, 0, left + 1, height))
    picture.paste(WHITE, (right, 0, width, height))


def _is_sign(drawn: Drawn, word: LooseWord) -> bool:
    """Whether the ink under it is that of signs, which reading leaves out: a few, or a row of low ones."""
    area = _pixels(drawn, word.box)
    if area is None:
        return False
    if len(word.text) <= FEW and max(word.box.width, word.box.height) <= SMALL:
        return True
    paper = ImageStat.Stat(drawn.picture).median[0]
    ink = drawn.picture.crop(area).point(lambda level: 255 if abs(level - paper) >= INK else 0).getbbox()
    return ink is None or ink[3] - ink[1] <= LOW * drawn.dpi / POINTS_PER_INCH


def _pixels(drawn: Drawn, box: Box) -> tuple[int, int, int, int] | None:
    """The pixels of a box in points; None where it lies beside the picture."""
    left, top, right, bottom = (round(side * drawn.dpi / POINTS_PER_INCH) for side in box)
    width, height = drawn.picture.size
    area = max(0, left), max(0, top), min(width, right), min(height, bottom)
    return area if area[0] < area[2] and area[1] < area[3] else None


def _most(words: Sequence[LooseWord]) -> int:
    """Errors of reading: every fifth letter, one in a long number, and never so many as a whole word has."""
    lengths = [len(_folded(word.text)) for word in words]
    figures = sum(character.isdigit() for word in words for character in word.text)
    most = sum(lengths) // (16 if figures > sum(lengths) / 2 else 5)
    return min(most, *(length - 1 for length in lengths), most)


def _folded(text: str) -> str:
    """Letters and figures only, made one where reading confuses them."""
    return skeleton(squeeze(text)).translate(_ALIKE)


def _signed(text: str) -> str:
    """``_folded`` with one ``SIGN`` for the signs between, which are read as anything or nothing."""
    return SIGN.join(_folded(part) for part in re.split(r"[\W_]+", text))


def _unruled(said: str) -> set[str]:
    """Without the line of a table beside a word: the layer of a scan may have a letter or figure for it."""
    left, right = re.sub(rf"^{RULE}", "", said), re.sub(rf"{RULE}$", "", said)
    return {left, right, re.sub(rf"{RULE}$", "", left)}


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
