"""The runs of a paragraph with what is hidden cut out and labels in its place."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile

from terbuka.documents.docx.flow import Flow, Item, Paragraph, Picture, Run, RunLook, Story, Table
from terbuka.redaction.model import Redaction
from terbuka.redaction.writers.spacing import (
    leading_fill,
    leading_gap,
    trailing_fill,
    trailing_gap,
    visible,
)


@dataclass(slots=True)
class Bit:
    """Kept characters of one look, a picture's place, or the label of a redaction. ``kind`` and ``item`` as
    in ``Run``; the label of an item that was cut has none."""

    text: str
    look: RunLook
    kind: str = "text"
    redaction: int | None = None
    picture: Picture | None = None
    item: Item | None = None

    @property
    def is_kept_text(self) -> bool:
        return self.redaction is None and self.kind in ("text", "label", "note", "note label")


class Cutter:
    """Knows which redactions touch which paragraph. ``Flow.lay_out`` must have been called."""

    def __init__(self, flow: Flow, redactions: Sequence[Redaction]) -> None:
        self._redactions = redactions
        self._starts = [redaction.start for redaction in redactions]
        self._strays: dict[int, list[Redaction]] = {}
        paragraphs = [paragraph for story in flow.stories() for paragraph in paragraphs_of(story)]
        places: list[Paragraph | Picture] = [*paragraphs, *flow.pictures()]
        touched = {redaction.number for place in places for redaction in self._touching(place)}
        begins = [paragraph.start for paragraph in paragraphs]
        for redaction in redactions:
            if redaction.number not in touched and paragraphs:
                # of no length, or over nothing but a new line: its label must stand somewhere
                at = max(0, bisect_right(begins, redaction.start) - 1)
                self._strays.setdefault(id(paragraphs[at]), []).append(redaction)

    def _touching(self, place: Paragraph | Picture) -> Iterator[Redaction]:
        at = max(0, bisect_left(self._starts, place.start) - 1)
        while at < len(self._redactions) and self._redactions[at].start < place.end:
            redaction = self._redactions[at]
            at += 1
            if redaction.start < redaction.end and redaction.end > place.start:
                yield redaction

    def hidden_in(self, picture: Picture) -> list[Redaction]:
        """What is hidden of a picture."""
        return list(self._touching(picture))

    def cut(self, paragraph: Paragraph) -> list[Bit]:
        """What the paragraph of the copy says."""
        bits: list[Bit] = []
        hidden = list(self._touching(paragraph))
        for run in paragraph.runs:
            bits.extend(_cut_run(run, hidden, paragraph))
        for stray in self._strays.get(id(paragraph), ()):
            look = paragraph.runs[-1].look if paragraph.runs else RunLook()
            bits.append(Bit(stray.label, look, redaction=stray.number))
        return _settled(_one_label_each(bits))


def paragraphs_of(story: Story) -> Iterator[Paragraph]:
    """The paragraphs of a story, also those in its tables."""
    for block in story:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs_of(cell.blocks)


def _cut_run(run: Run, hidden: Sequence[Redaction], paragraph: Paragraph) -> Iterator[Bit]:
    if not run.text:
        yield Bit("", run.look, run.kind, picture=run.picture)
        return
    at, end = run.start, run.start + len(run.text)
    for redaction in hidden:
        start, stop = max(redaction.start, at), min(redaction.end, end)
        if start >= stop:
            continue
        if start > at:
            yield Bit(visible(run.text[at - run.start : start - run.start]), run.look, run.kind)
        if run.text[start - run.start : stop - run.start].strip() or redaction.start >= paragraph.start:
            yield Bit(redaction.label, run.look, redaction=redaction.number)
        at = stop
    if at < end:
        item = run.item if at == run.start else None
        yield Bit(visible(run.text[at - run.start :]), run.look, run.kind, item=item)


def _one_label_each(bits: list[Bit]) -> list[Bit]:
    """A stretch over several runs of a paragraph gets one label."""
    seen: set[int] = set()
    kept = []
    for bit in bits:
        if bit.redaction is not None:
            if bit.redaction in seen:
                continue
            seen.add(bit.redaction)
        kept.append(bit)
    return kept


def _settled(bits: list[Bit]) -> list[Bit]:
    """Spaces, tabs and dots beside a label, or behind the mark of a note there, no longer tell how much it
    hides."""
    for index in [number for number, bit in enumerate(bits) if bit.redaction is not None]:
        for measure in (leading_fill, leading_gap):
            after = list(dropwhile(_is_mark, bits[index + 1 : _reach(bits, index, 1)]))
            count, instead = measure("".join(bit.text for bit in after))
            _replace_start(after, count, instead)
        for measure in (trailing_fill, trailing_gap):
            first = _reach(bits, index, -1) + 1
            before = bits[first:index]
            text = "".join(bit.text for bit in before)
            if measure is trailing_gap:
                count, instead = trailing_gap(text, starts_line=first == 0 or bits[first - 1].text == "\n")
            else:
                count, instead = measure(text)
            _replace_end(before, count, instead)
    return bits


def _is_mark(bit: Bit) -> bool:
    return bit.kind == "note"


def _reach(bits: Sequence[Bit], index: int, step: int) -> int:
    """Where the kept text beside ``index`` ends: at a label, a picture, a new page or a new line."""
    at = index + step
    while 0 <= at < len(bits) and bits[at].is_kept_text and bits[at].text != "\n":
        at += step
    return at


def _replace_start(bits: Sequence[Bit], count: int, instead: str) -> None:
    for bit in bits:
        taken = min(count, len(bit.text))
        bit.text, count = bit.text[taken:], count - taken
    if instead and bits:
        bits[0].text = instead + bits[0].text


def _replace_end(bits: Sequence[Bit], count: int, instead: str) -> None:
    for bit in reversed(bits):
        taken = min(count, len(bit.text))
        bit.text, count = bit.text[: len(bit.text) - taken], count - taken
    if instead and bits:
        bits[-1].text += instead
