"""Which label says what a value is: the nearest in front of it, its field's, its column's, or that of the
cell beside it. Labels are seen through the damage of a scan."""

from bisect import bisect_right
from dataclasses import dataclass

from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import words
from terbuka.screening.recognisers.damaged_labels import Marks, mended
from terbuka.screening.recognisers.loose_columns import column_cells

VALUES = (
    "nik", "kk", "npwp", "company_npwp", "nip", "nrp", "passport", "sim", "bpjs", "phone", "account", "card",
    "imei", "student", "teacher", "record", "number", "plate", "chassis", "engine", "credential", "birth",
)  # fmt: skip
"""What a label may call a value, by precedence where one phrase has several meanings."""

_REACH = 5  # words between a label and its number: "rekening Bank Kalsel Saudara 025…"
_NUMBER_REACH = 3
_LONGEST_KEY = 6
_NEUTRAL = words("neutral-label")
_LONG_NUMBER = 5


@dataclass(frozen=True, slots=True)
class Label:
    """``kinds``: its meanings, none without a label. ``distance``: the number of words up to the value."""

    kinds: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    text: str = ""
    distance: int = 0


def labels_of(layout: Layout) -> "Labels":
    """The labels of a document: read once for all recognisers, which look at it one after the other."""
    global _latest
    if _latest is None or _latest.layout is not layout:
        _latest = Labels(layout)
    return _latest


class Labels:
    """The labels of one document."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._mended = mended(layout.reading)
        self._cells = column_cells(layout.reading)
        self._cell_starts = [cell.start for cell in self._cells]

    def cells(self, kind: str) -> list[tuple[int, int]]:
        """The cells of loose columns that are given ``kind``, and no other, by a heading."""
        return [(cell.start, cell.end) for cell in self._cells if cell.kinds == (kind,)]

    def mended(self, kind: str) -> list[tuple[int, int]]:
        """The damaged labels of a kind, as ``Reading.marked`` has those that are whole."""
        return sorted(
            (first, first + length)
            for first, marks in self._mended.opening.items()
            for length, tags in marks
            if f"label.{kind}" in tags
        )

    def in_front(self, start: int, barrier: int = 0) -> Label:
        """Walk left from a value to the nearest label on its line (or at the end of the line above). A
        label like "nomor" says nothing: what stands before it does."""
        reading = self.layout.reading
        index = reading.word_at(start)
        for step in range(_REACH + 1):
            at = index - step
            if at <= 0 or reading.ends[at - 1] <= barrier or self._parted(at):
                break
            if step and "\n" in reading.between(at) and not reading.wraps(at):
                break  # what the line above says is of something else
            label = self._ending(at - 1, step)
            if label.kinds and not _says_nothing(label) and not (step and self._is_far(at, index, label)):
                return label
            if step and reading.sentence_end(at):
                break
        return Label()

    def _is_far(self, at: int, index: int, label: Label) -> bool:
        """A label of what belongs to nobody stands too far off to say so, or on another line."""
        lines = self.layout.reading.lines
        other_line = index < len(lines) and lines[at - 1] != lines[index]
        return label.kinds[:1] == ("number",) and (other_line or label.distance > _NUMBER_REACH)

    def on_line(self, start: int, label: Label) -> bool:
        """The label that is in front of ``start`` stands on the same line."""
        reading = self.layout.reading
        index = reading.word_at(start)
        first = index - label.distance - 1
        return first >= 0 and (index >= len(reading) or reading.lines[first] == reading.lines[index])

    def around(self, start: int) -> Label:
        """What the field, the column, or the cell to the left says."""
        layout = self.layout
        field = layout.field_at(start)
        kinds = layout.kinds_at(start)
        known = tuple(kind for kind in VALUES if kind in kinds)
        beside = self._beside(start) if known in ((), ("number",)) else Label()
        if beside.kinds:  # under "Nomor" the cell beside tells which: "SIM C | 9204-…"
            return beside
        if not known:
            return self._made(self._column(start), 0, 0, 0)
        first, last = field.label if field else (0, 0)
        return self._made(known, first, last, 0)

    def _column(self, start: int) -> tuple[str, ...]:
        """What the heading of a loose column says."""
        index = bisect_right(self._cell_starts, start) - 1
        kinds = self._cells[index].kinds if index >= 0 and start < self._cells[index].end else ()
        return tuple(kind for kind in VALUES if kind in kinds and kind != "number")

    def _beside(self, start: int) -> Label:
        """The cell to the left, if it begins or ends with a label and holds no number: ``REK. BNI   034``."""
        reading = self.layout.reading
        index = reading.word_at(start)
        if index >= len(reading):
            return Label()
        number = reading.cell_of[index]
        cell = reading.cells[number]
        left = reading.cells[number - 1] if number else cell
        if index != cell.first or left.line != cell.line or left.last - left.first > _LONGEST_KEY:
            return Label()
        if any(sum(map(str.isdigit, reading.folds[i])) >= _LONG_NUMBER for i in range(left.first, left.last)):
            return Label()
        at_end = self._ending(left.last - 1, 0)
        label = at_end if at_end.kinds else self._opening(left.first, left.last)
        return Label() if _says_nothing(label) else label

    def _parted(self, at: int) -> bool:
        """Another cell begins between word ``at - 1`` and word ``at``; a colon that a scanner reads as a
        semicolon parts nothing."""
        gap = self.layout.reading.between(at)
        if gap.strip() == ";" and (gap.startswith(" ") or self._opens_line(at)):
            return False
        wide = "   " in gap and "\n" not in gap and gap.strip() not in (":", "=")
        return "|" in gap or "\t" in gap or gap.count("\n") > 1 or ";" in gap or wide

    def _opens_line(self, at: int) -> bool:
        """Nothing but a label, one semicolon and its value stand on the line of word ``at``."""
        reading = self.layout.reading
        start, end = reading.line_span(reading.lines[at - 1])
        first = reading.line_words(reading.lines[at - 1]).start
        return at - first <= _REACH and reading.text.count(";", start, end) == 1

    def _ending(self, last: int, distance: int) -> Label:
        """The longest label that ends with word ``last``."""
        length, kinds = _longest(self.layout.reading.closing.get(last, ()))
        if not kinds:
            length, kinds = _longest(self._mended.closing.get(last, ()))
        return self._made(kinds, last + 1 - length, last + 1, distance) if kinds else Label()

    def _opening(self, first: int, last: int) -> Label:
        """The longest label that begins with word ``first``, a number of the row in front of it left out."""
        reading = self.layout.reading
        first += reading.folds[first].isdigit() and first + 1 < last
        for marks in (reading.opening, self._mended.opening):
            length, kinds = _longest(marks.get(first, ()))
            if kinds and first + length <= last:
                return self._made(kinds, first, first + length, 0)
        return Label()

    def _made(self, kinds: tuple[str, ...], first: int, last: int, distance: int) -> Label:
        reading = self.layout.reading
        said = tuple(reading.folds[first:last])
        text = reading.text[reading.starts[first] : reading.ends[last - 1]] if said else ""
        return Label(kinds, said, text, distance)


def _says_nothing(label: Label) -> bool:
    return label.kinds[:1] == ("number",) and _NEUTRAL.issuperset(label.words)


def _longest(marks: Marks) -> tuple[int, tuple[str, ...]]:
    """Of phrases that begin or end at one word the longest that is a label: its length and meanings."""
    best, kinds = 0, tuple[str, ...]()
    for length, tags in marks:
        if length > best:
            found = tuple(kind for kind in VALUES if f"label.{kind}" in tags)
            if found:
                best, kinds = length, found
    return best, kinds


_latest: Labels | None = None
