"""What the models learn from: sentences in CoNLL columns, and annotated documents."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from terbuka.screening.annotated import Mark, parse
from terbuka.screening.reading import Reading, read_text
from terbuka.screening.tagging.tagger import DETAILS, OPEN_PERSON

_NO_SPACE_BEFORE, _NO_SPACE_BEHIND, _NO_SPACE_AROUND = set(".,;:!?)]}%"), set("([{"), set("/-")

Annotated = tuple[str, list[Mark]]
"""A plain text and its marks."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with the label of each of its words: ``B-PER``, ``I-PER``, … or ``O``."""

    reading: Reading
    labels: list[str]


def labelled(text: str, spans: Iterable[tuple[int, int, str]]) -> Labelled:
    """``spans``: start, end and kind (``PER``, ``LOC``, ``ORG``) of each name."""
    reading = read_text(text)
    labels = ["O"] * len(reading)
    for start, end, kind in spans:
        for number, at in enumerate(reading.words_in(start, end)):
            labels[at] = f"{'I' if number else 'B'}-{kind}"
    return Labelled(reading, labels)


def sentences_of(path: Path) -> Iterator[Labelled]:
    """The sentences of a CoNLL file, set as running text again."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if "\t" in line and not line.startswith("# ")]
        if rows:
            yield _set(rows)


def _set(rows: list[list[str]]) -> Labelled:
    text, spans, in_quotes = "", list[tuple[int, int, str]](), False
    for number, (word, label) in enumerate(rows):
        before = rows[number - 1][0] if number else ""
        touches = not text or word in _NO_SPACE_BEFORE or before in _NO_SPACE_BEHIND
        touches = touches or word in _NO_SPACE_AROUND or before in _NO_SPACE_AROUND
        touches = touches or (in_quotes and '"' in (word, before))
        in_quotes ^= word == '"'
        text += word if touches else f" {word}"
        start, kind = len(text) - len(word), label[2:]
        if label.startswith("I") and spans and spans[-1][2] == kind:
            spans[-1] = (spans[-1][0], len(text), kind)
        elif kind:
            spans.append((start, len(text), kind))
    return labelled(text, spans)


def annotated_in(folders: Iterable[Path]) -> list[Annotated]:
    """The annotated documents of some folders."""
    return [
        parse(path.read_text(encoding="utf-8")) for folder in folders for path in sorted(folder.glob("*.txt"))
    ]


def with_details(document: Annotated) -> Labelled:
    """What must be hidden, or may be; and what looks so and must stay: persons in office, places, offices."""
    text, marks = document
    return labelled(text, ((mark.start, mark.end, kind) for mark in marks if (kind := _kind_of(mark))))


def _kind_of(mark: Mark) -> str:
    if mark.action == "K":
        return {"PERSON": OPEN_PERSON, "PLACE": "PLACE", "ORG": "ORG"}.get(mark.type, "")
    return mark.type if mark.type == "PERSON" or mark.type in DETAILS else ""
