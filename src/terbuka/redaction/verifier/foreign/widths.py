"""What the width of a gap or a bar tells in another program's PDF (docs/decisions/0026).

Where a name was cut out and the rest of its line stays where it was, the gap is as wide as the name to the
hundredth of a point: 3 to 18 of 1,000 people have a name of that width. But lines are full of gaps: tables,
tabs, blanks to fill in. So a gap counts only where something shows that words stood in it.
"""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pypdf import PdfReader

from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.foreign.fitting import AROUND, Setting, spaces
from terbuka.redaction.verifier.foreign.left_letters import left_survivors, plain_name
from terbuka.redaction.verifier.foreign.measured import (
    DARK,
    LIGHT,
    TOUCHING,
    Gap,
    Letter,
    Line,
    Mark,
    Page,
    gaps,
    measured_pages,
)
from terbuka.redaction.verifier.model import Check, Survivor
from terbuka.redaction.verifier.secrets.search import Secret, squeeze

KIND = "side-channel"
BAR = Survivor(KIND, "bar in a gap as wide as what stood there")
HOLE = Survivor(KIND, "sentence with a gap")
FITS = Survivor(KIND, "gap that one of the terms fits")
SLACK = 0.75
"""Ems between a bar and the letters beside it: a space, and how much wider than the letters it was drawn."""
LABEL_ROOM = 1.2
"""Ems by which a bar is wider than the label that gave it its width."""
STEPS = (1.0, 72 / 25.4, 3.75)
"""Points, millimetres, five pixels of a browser: what a width is a multiple of that somebody chose."""
HALF_EM = 0.5
EXACT = 0.011
"""Points; files round to hundredths."""
ALIGNED = 0.5
"""Points between the beginnings or ends of words in one column."""
TABS = (18.0, 35.4, 35.45, 28.35, 42.5)
"""Points between stops of tabs, as programs set them: a quarter inch, and so a half one; 1.25 cm in 708 twips
and in 709; 1 cm; 1.5 cm."""
LEAST, MOST_TERMS = 4, 20
"""Letters of a term whose width tells anything; of more terms one fits any gap by chance."""
FOOT, MIDDLE = 0.2, 0.4
"""Ems above the baseline: what hides letters begins below the one and ends above the other."""
HIGHEST = 2.5
"""Ems; what is higher is an area and no bar."""
AFTER_A_WORD = re.compile(r"[,.;!?)](?![,.;!?)\d])")
"""Marks that stand behind a word and never behind a gap; leaders of a list of contents are many."""
Ends = dict[tuple[tuple[int, int], int], list[tuple[float, float]]]
"""Places and baselines, by direction and about the place."""


def width_check(copy: Copy) -> Check:
    """Every wide gap of a foreign PDF."""
    terms = [one for one in copy.hunt.secrets if sum(map(str.isalpha, squeeze(one.text))) >= LEAST]
    items, found, shown = 0, dict[Survivor, None](), dict[str, set[str]]()
    for number, page in measured_pages(copy.data):
        told = _Told(page, terms)
        found.update(dict.fromkeys(told.survivors(number)))
        items += told.gaps
        _take_letters(page, shown)
        copy.report(0, number)
    if terms:
        found.update(dict.fromkeys(left_survivors(PdfReader(io.BytesIO(copy.data)), shown, terms)))
    return Check("widths", items, tuple(found))


def _take_letters(page: Page, shown: dict[str, set[str]]) -> None:
    """Add what letters the page shows, by name of their font."""
    names: dict[int, str] = {}
    for line in page.lines:
        for letter in line.letters:
            key = letter.face.key
            name = names.get(key) or names.setdefault(key, plain_name(letter.face.name))
            shown.setdefault(name, set()).add(letter.text)


class _Told:
    """What the gaps of one page tell. ``gaps``: how many there are."""

    def __init__(self, page: Page, terms: Sequence[Secret]) -> None:
        self._page, self._terms = page, terms
        self._starts = _ends_of_words(page, first=True)
        self._ends = _ends_of_words(page, first=False)
        self._margin = min((line.letters[0].start for line in page.lines), default=0.0)
        self._setting = Setting(page)
        self._drawn: dict[tuple[str, tuple[int, int]], list[Mark]] = {}
        self.gaps = 0

    def survivors(self, number: int) -> Iterator[Survivor]:
        for line in self._page.lines:
            marks = self._laid("marks", line.letters[0].face.way)
            bars = list(_joined([mark for mark in marks if _is_bar(mark, line)], line))
            beside = [letter for letter in line.letters if not any(_covers(bar, letter) for bar in bars)]
            for gap in gaps(line, beside):
                self.gaps += 1
                yield from (replace(told, page=number) for told in self._of_gap(gap, bars))
            for bar in bars:
                if not beside or bar.right <= beside[0].start or bar.left >= beside[-1].end:
                    yield from (replace(told, page=number) for told in self._fitting(_as_gap(bar, line)))

    def _of_gap(self, gap: Gap, bars: Sequence[Mark]) -> Iterator[Survivor]:
        bar = next((bar for bar in bars if _fills(bar, gap)), None)
        if bar is not None:
            is_field = bar.shade >= LIGHT and self._has_drawn(gap)
            if not (is_field or self._is_chart(bar, gap) or _is_made_for(bar, gap)):
                yield BAR
                yield from self._fitting(gap)
            return
        if _label(gap) or self._is_column(gap) or self._is_blank(gap):
            return
        fitting = self._fitting(gap) if len(self._terms) <= MOST_TERMS else []
        yield from fitting
        if not fitting and _is_hole(gap):
            yield HOLE

    def _fitting(self, gap: Gap) -> list[Survivor]:
        """The term that stood there by its width, if it is only one."""
        fitting = {squeeze(one.text): one for one in self._terms if self._setting.fits(one.text, gap)}
        told = [replace(FITS, type=one.type, redaction=one.number) for one in fitting.values()]
        return told if len(told) == 1 else []

    def _is_column(self, gap: Gap) -> bool:
        """Whether what is behind the gap begins where words of other lines do, or is a word that ends so."""
        if _is_shared(gap.after.start, self._starts, gap.line):
            return True
        return (word := _word_behind(gap)) is not None and _is_shared(word.end, self._ends, gap.line)

    def _is_chart(self, bar: Mark, gap: Gap) -> bool:
        """Whether bars above or below begin at the same place, as those of a chart do."""
        return any(
            mark.bottom != bar.bottom and abs(mark.left - bar.left) < ALIGNED and mark.shade == bar.shade
            for mark in self._laid("marks", gap.before.face.way)
        )

    def _is_blank(self, gap: Gap) -> bool:
        """Whether something is to be filled in there or is shown there, or the words were set apart so."""
        return _is_typed(gap) or _is_tab(gap, self._margin) or _is_chosen(gap) or self._has_drawn(gap)

    def _has_drawn(self, gap: Gap) -> bool:
        """Whether a thin line, a field or a picture is in the gap."""
        way = gap.before.face.way
        return any(_is_in(mark, gap) for mark in (*self._laid("rules", way), *self._laid("pictures", way)))

    def _laid(self, drawn: str, way: tuple[int, int]) -> list[Mark]:
        """The ``marks``, ``rules`` or ``pictures`` of the page, as lines that run this way see them."""
        if (drawn, way) not in self._drawn:
            self._drawn[drawn, way] = [mark.laid(way) for mark in getattr(self._page, drawn)]
        return self._drawn[drawn, way]


def _is_hole(gap: Gap) -> bool:
    """Whether a word is missing in a sentence: a comma behind nothing, once in a line."""
    behind = "".join(letter.text for letter in gap.line.letters if letter.start >= gap.after.start)
    ends_a_word = gap.before.text.isalnum() or gap.before.text == "."
    alone = len(list(gaps(gap.line, gap.line.letters))) == 1
    return ends_a_word and alone and bool(AFTER_A_WORD.match(behind))


def _is_bar(mark: Mark, line: Line) -> bool:
    """Whether the mark lies over the line and may hide something: dark, or a patch without a letter."""
    em, base = line.letters[0].face.em, line.letters[0].base
    over = mark.bottom <= base + FOOT * em and mark.top >= base + MIDDLE * em
    if not over or mark.top - mark.bottom > HIGHEST * em or mark.right - mark.left < em:
        return False
    return mark.shade <= DARK or (
        mark.shade >= LIGHT and not any(_covers(mark, letter) for letter in line.letters)
    )


def _joined(bars: list[Mark], line: Line) -> Iterator[Mark]:
    """The bars from left to right; those of the words of one name are one."""
    bars.sort()
    while bars:
        bar = bars.pop(0)
        while bars and bars[0].left - bar.right <= SLACK * line.letters[0].face.em:
            further = bars.pop(0)
            bar = bar._replace(right=max(bar.right, further.right))
        yield bar


def _covers(bar: Mark, letter: Letter) -> bool:
    return bar.left <= (letter.start + letter.end) / 2 <= bar.right


def _fills(bar: Mark, gap: Gap) -> bool:
    """Whether there is no more than a space on its sides, and no label in it that gave it its width."""
    before, behind = bar.left - gap.before.end, gap.after.start - bar.right
    if not all(-SLACK * gap.em <= room <= SLACK * gap.em for room in (before, behind)):
        return False
    label = [letter for letter in _label(gap) if _covers(bar, letter)]
    wide = label[-1].end - label[0].start + LABEL_ROOM * gap.em if label else 0.0
    return bar.right - bar.left > wide


def _as_gap(bar: Mark, line: Line) -> Gap:
    """The place of a bar at an end of its line."""
    like = line.letters[-1 if bar.left > line.letters[0].start else 0]
    return Gap(line, like._replace(end=bar.left), like._replace(start=bar.right))


def _label(gap: Gap) -> list[Letter]:
    """The letters of a bar in the gap."""
    return [letter for letter in gap.line.letters if gap.before.start < letter.start < gap.after.start]


def _is_made_for(bar: Mark, gap: Gap) -> bool:
    """Whether somebody gave the bar its width, and the line was closed up to it."""
    return _is_multiple(bar.right - bar.left, gap.em) and _is_chosen(gap)


def _is_chosen(gap: Gap) -> bool:
    """Whether the gap with the spaces around it has a width that somebody gave it."""
    around = {gap.width - count * space for space in spaces(gap) for count in range(AROUND)}
    return any(_is_multiple(width, gap.em) for width in around)


def _is_multiple(width: float, em: float) -> bool:
    return any(abs(width - round(width / step) * step) < EXACT for step in (*STEPS, HALF_EM * em))


def _is_typed(gap: Gap) -> bool:
    """Whether it is as wide as a number of spaces."""
    return any(abs(gap.width - round(gap.width / space) * space) < EXACT for space in spaces(gap) if space)


def _is_tab(gap: Gap, margin: float) -> bool:
    """Whether what stands behind the gap begins at a stop of tabs, counted from the line or the margin."""
    ways = [gap.after.start - edge for edge in (gap.line.letters[0].start, margin)]
    return any(abs(way - round(way / stop) * stop) < ALIGNED / 2 for way in ways for stop in TABS)


def _is_in(mark: Mark, gap: Gap) -> bool:
    """Whether a thin line, a field to write in or a picture lies in the gap."""
    base, em = gap.before.base, gap.em
    shared = min(mark.right, gap.after.start) - max(mark.left, gap.before.end)
    return shared >= gap.width / 2 and mark.bottom <= base + em and mark.top >= base - em


def _word_behind(gap: Gap) -> Letter | None:
    """The last letter of the word behind the gap, if there is only one up to the next gap."""
    last = gap.after
    for letter in gap.line.letters:
        if letter.start > last.start:
            if letter.start - last.end >= gap.em:
                break
            if letter.start - last.end >= TOUCHING * gap.em:
                return None
            last = letter
    return last


def _ends_of_words(page: Page, *, first: bool) -> Ends:
    """Where the parts of lines between wide gaps begin or end."""
    ends: Ends = {}
    for line in page.lines:
        parts = [(gap.before, gap.after) for gap in gaps(line, line.letters)]
        letters = [after.start for _, after in parts] if first else [before.end for before, _ in parts]
        edge = line.letters[0].start if first else line.letters[-1].end
        base, way = line.letters[0].base, line.letters[0].face.way
        for place in (*letters, edge):
            ends.setdefault((way, round(place / ALIGNED)), []).append((place, base))
    return ends


def _is_shared(place: float, ends: Ends, line: Line) -> bool:
    base, way = line.letters[0].base, line.letters[0].face.way
    near = (ends.get((way, round(place / ALIGNED) + step), []) for step in (-1, 0, 1))
    return any(abs(place - at) < ALIGNED and other != base for found in near for at, other in found)
