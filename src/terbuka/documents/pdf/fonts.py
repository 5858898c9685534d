"""Do the fonts of a PDF mean what they show?

A font may draw "Siti" and say that it means "Meja": searching the text then finds nothing to hide, and the
name stays in the pixels. It may lie about one name alone, with codes that nothing else uses, or beside an
honest font of the same name. So every *sign*, a glyph and what it is said to mean, is held against what it
draws: words are set anew until each sign stands in some of them, read by OCR and compared letter by letter.
A sign that was never read as it says is not believed, nor is a word that it stands in. Marks that stand
apart, side by side, are read together besides: as bullets are let go one by one, so could a name be.
"""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from enum import Enum
from itertools import groupby

from terbuka.documents.lines import LooseWord
from terbuka.documents.ocr import Ocr, Reading
from terbuka.documents.pdf.apart import signs_apart
from terbuka.documents.pdf.characters import Character
from terbuka.documents.pdf.glyphs import Glyph, Glyphs, Origin
from terbuka.documents.pdf.specimens import SHEET_DPI, Specimen, by_row, is_blank, set_sheet
from terbuka.documents.pdf.words import PageText

Sign = tuple[tuple[Glyph, ...], str]
"""Glyphs, and what they are said to mean; no glyphs where it is not known what is drawn."""
Spelled = tuple[Sign, ...]
"""A word."""

ALIKE = "COSUVWXZ"
"""Letters that look the same small and large."""
ROUNDS = ((1, 48, False), (3, 34, False), (4, 68, True), (6, 48, True))
"""In how many words every sign is read that is not believed yet, how many pixels high they are, and whether
in English: OCR errs, and at another size and in another language in other letters.
"""
BEST = (4, 12)
"""Signs of a word that OCR reads well."""
ROWS = 40
"""Words on one sheet."""
MOST_MARKS = 4
"""Different bullets, ticks and the like on a page that need not be believed."""
OTHERS = 2
"""Latin letters and figures too many from which on something else was read."""
STROKES = frozenset("Il1ijoO0")
"""What strokes, rings and brackets are read as."""
MISSED = 0.25
"""Of the letters that stand apart, how many may not be read."""
SURE = 60.0
"""Confidence from which on what was read there is something else."""


class Kind(Enum):
    """What a word says. OCR reads letters; how it reads other words proves nothing for words with letters.

    An "I" that is said to be a brace is read as a stroke where it stands alone.
    """

    LETTERS = 0
    FOREIGN = 1
    MARKS = 2


class FontCheck:
    """Collects the words of a file page by page, and finds the pages that are not to be believed."""

    def __init__(self, glyphs: Glyphs, ocr: Ocr) -> None:
        self._glyphs, self._ocr = glyphs, ocr
        self._specimens: dict[Spelled, Specimen] = {}
        self._spelled: dict[Spelled, Spelled] = {}  # one of each, however often it stands there
        self._pages: dict[int, list[Spelled]] = {}
        self._blank: dict[Glyph, bool] = {}
        self._believed: defaultdict[Kind, set[Sign]] = defaultdict(set)
        self._tried: set[Spelled] = set()
        self._marks: set[Spelled] = set()  # say no letter, and show one at most; or one each: "***"
        self._rows: dict[Spelled, Specimen] = {}  # signs that stand apart, marks among them
        self._rows_of: defaultdict[int, dict[Spelled, set[Spelled]]] = defaultdict(dict)  # and their words
        self._seen_rows: set[Spelled] = set()  # that show what they say
        self._sheets: list[tuple[list[Spelled], int, Future[Reading]]] = []

    def are_blank(self, text: PageText, glyphs: Mapping[Origin, tuple[Glyph, ...]]) -> bool:
        """Whether nothing is to be seen of what is said to be white space, or nothing at all.

        The latter belongs to a character before it; where that is seen, it is read together with it.
        """
        letters = {letter.origin for run in text.runs for letter in run}
        spaces = {space.origin for space in text.spaces}
        there = [(origin in spaces, glyphs[origin]) for origin in glyphs.keys() - letters]
        drawn = {glyph for is_space, run in there for glyph in (run if is_space else run[1:])}
        for glyph in drawn - self._blank.keys():
            self._blank[glyph] = is_blank(self._glyphs, glyph)
        return all(run for _, run in there) and all(self._blank[glyph] for glyph in drawn)

    def take(self, number: int, text: PageText, glyphs: Mapping[Origin, tuple[Glyph, ...]]) -> None:
        """Note the words of page ``number``."""
        on_page = self._pages.setdefault(number, [])
        for word, run in zip(text.words, text.runs, strict=True):
            spelled = tuple((glyphs.get(c.origin, ()), letter) for c in run for letter in c.text)
            on_page.append(self._spelled.setdefault(spelled, spelled))
            if spelled not in self._specimens:
                self._specimens[spelled] = _specimen(word, run, glyphs)
        for numbers in signs_apart(text.words):
            words = [on_page[at - len(text.words)] for at in numbers]
            row = tuple(sign for word in words for sign in word)
            if any(_kind(word) is Kind.MARKS for word in words) and all(drawn for drawn, _ in row):
                size = max(self._specimens[word].size for word in words)
                self._rows[row] = Specimen(
                    tuple(glyph for drawn, _ in row for glyph in drawn), size, spaced=True
                )
                self._rows_of[number].setdefault(row, set()).update(words)

    def proven(self, number: int) -> list[bool]:
        """Whether each word of page ``number`` shows what it says, once the pages have been judged."""
        apart = {word for row, words in self._rows_of[number].items() if self._is_open(row) for word in words}
        return [not self._doubts(word) and word not in apart for word in self._pages[number]]

    def begin(self, round_: int = 0) -> None:
        """Begin to read every sign that is not believed."""
        times, height, english = ROUNDS[round_]
        words = self._chosen(times)
        if english:
            words += self._alone()
        self._tried.update(words)
        self._sheets = []
        # by then most of their marks have been read in words
        words += [row for row in self._rows if self._is_open(row)] if round_ else []
        for at in range(0, len(words), ROWS):
            rows = words[at : at + ROWS]
            specimens = [self._rows.get(word) or self._specimens[word] for word in rows]
            sheet = set_sheet(self._glyphs, specimens, height)
            self._sheets.append((rows, height, self._ocr.read_block(sheet, SHEET_DPI, english=english)))

    def doubtful_pages(self) -> set[int]:
        """The pages with a word that may show something else than it says."""
        self._judge()
        for round_ in range(1, len(ROUNDS)):
            if self._in_doubt():
                self.begin(round_)
                self._judge()
        return self._in_doubt()

    def _judge(self) -> None:
        """Believe the signs that were read as they say."""
        for words, height, reading in self._sheets:
            rows = by_row(reading.result().words, len(words), height)
            for word, row in zip(words, rows, strict=True):
                if word in self._rows:
                    self._seen_rows.update([word] if _shows_no_more(word, row) else [])
                    continue
                kind = _kind(word)
                self._believed[kind].update(_borne_out(word, row))
                most = len(word) if len(set(word)) == 1 else 1
                if kind is Kind.MARKS and len(_folded(_text(row))) <= most:
                    self._marks.add(word)

    def _in_doubt(self) -> set[int]:
        apart = {page for page, rows in self._rows_of.items() if any(map(self._is_open, rows))}
        return apart | {page for page, words in self._pages.items() if self._has_doubts(words)}

    def _is_open(self, row: Spelled) -> bool:
        """Whether signs that stand apart may show more than they say: no word has borne out the marks."""
        return row not in self._seen_rows and bool(set(row) - self._believed[Kind.LETTERS])

    def _has_doubts(self, words: Iterable[Spelled]) -> bool:
        doubtful = {word for word in words if self._doubts(word)}
        marks = len(doubtful & self._marks)
        return marks < len(doubtful) or marks > MOST_MARKS

    def _doubts(self, word: Spelled) -> set[Sign]:
        """The signs of a word that are not believed in words of its kind."""
        return set(word) - self._believed[Kind.LETTERS] - self._believed[_kind(word)]

    def _chosen(self, times: int) -> list[Spelled]:
        chosen: list[Spelled] = []
        count: Counter[tuple[Kind, Sign]] = Counter()
        for word in sorted(self._specimens, key=self._rank):
            signs = [(_kind(word), sign) for sign in self._doubts(word)]
            if any(count[sign] < times for sign in signs) and all(glyphs for glyphs, _ in word):
                chosen.append(word)
                count.update(signs)
        return chosen

    def _alone(self) -> list[Spelled]:
        """The letters that are not believed yet, each by itself: no word speaks for another letter there."""
        alone: dict[Spelled, Specimen] = {
            (sign,): Specimen(sign[0], specimen.size)
            for word, specimen in self._specimens.items()
            for sign in self._doubts(word)
            if sign[0] and _kind((sign,)) is Kind.LETTERS
        }
        self._specimens.update(alone)
        return list(alone)

    def _rank(self, word: Spelled) -> tuple[bool, bool, int]:
        """What OCR reads best comes first, then what tells most."""
        least, most = BEST
        return word in self._tried, not least <= len(word) <= most, -len(set(word))


def _specimen(
    word: LooseWord, run: Sequence[Character], glyphs: Mapping[Origin, tuple[Glyph, ...]]
) -> Specimen:
    """The word as it is to be set: a ligature, which is told letter by letter, once."""
    drawn = tuple(
        glyph for origin, _ in groupby(run, key=lambda c: c.origin) for glyph in glyphs.get(origin, ())
    )
    across = word.box.width if word.turn % 180 else word.box.height
    return Specimen(drawn, 1.0 if word.slanted else run[0].em / max(across, 0.1))


def _borne_out(word: Spelled, row: Sequence[LooseWord]) -> Iterable[Sign]:
    """The signs of a word that were read as they say."""
    said, seen, kind = _said(word), _folded(_text(row)), _kind(word)
    if kind is Kind.MARKS:
        return () if seen else word
    if kind is Kind.FOREIGN:
        # letters that the reader does not know; but others it would know
        sure = _folded(_text(read for read in row if read.confidence >= SURE))
        return word if _latin(sure) < min(OTHERS, len(word)) else ()
    if said == seen:
        return word
    if len(said) == len(seen):
        return _in_place(word, seen)
    return [*_from_the_start(word, seen), *_from_the_start(word[::-1], seen[::-1])]


def _shows_no_more(row: Spelled, read: Sequence[LooseWord]) -> bool:
    """Whether signs that stand apart show the letters that they say, and no others."""
    seen, said = _folded(_text(read)), _said(row)
    more = Counter(letter for letter in seen if letter not in STROKES)
    less = Counter(letter for letter in said if letter not in STROKES)
    missed = (less - more).total()
    return bool(_text(read)) and not more - less and missed <= MISSED * len(said)


def _in_place(word: Spelled, seen: str) -> Iterator[Sign]:
    """The letters read in their place, and the marks between two of them."""
    at, agrees, marks = 0, True, list[Sign]()
    for sign in word:
        letters = _folded(sign[1])
        if not letters:
            marks.append(sign)
            continue
        agreed = letters == seen[at : at + len(letters)]
        if agreed:
            yield sign
            yield from marks if agrees else ()
        at, agrees, marks = at + len(letters), agreed, []
    yield from marks if agrees else ()


def _from_the_start(word: Spelled, seen: str) -> Iterator[Sign]:
    """The letters that agree with what was read up to the first that does not, and the marks between them.

    Not the last of them: what it stands for may be more than it says.
    """
    waiting: list[Sign] = []
    for sign in word:
        letters = _folded(sign[1])
        if letters and not seen.startswith(letters):
            return
        if letters:
            yield from waiting
            waiting, seen = [], seen[len(letters) :]
        waiting.append(sign)


def _said(word: Spelled) -> str:
    return "".join(_folded(meaning) for _, meaning in word)


def _kind(word: Spelled) -> Kind:
    said = _said(word)
    if _latin(said):
        return Kind.LETTERS
    return Kind.FOREIGN if said else Kind.MARKS


def _text(row: Iterable[LooseWord]) -> str:
    return "".join(read.text for read in row)


def _folded(text: str) -> str:
    """Letters and figures only, without accents; small where small and large look alike.

    "Siti" that is said to be "siti" is not seen to be a name.
    """
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter.lower() if letter in ALIKE else letter for letter in plain if letter.isalnum())


def _latin(text: str) -> int:
    return sum(letter.isascii() for letter in text)
