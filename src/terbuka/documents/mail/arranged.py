"""How a mail is arranged: fields of its heads in rows, paragraphs of its body, its attachments by name."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from terbuka.documents.arrangement import ATTACHMENT, FIELDS, TEXT, Block, Cell, of_story
from terbuka.documents.docx.flow import Block as Part
from terbuka.documents.docx.flow import Paragraph
from terbuka.documents.mail import body
from terbuka.documents.mail.head import SHOWN
from terbuka.documents.mail.letter import read_letter

LABELS = frozenset(f"{label}: " for label in SHOWN.values())
_LINE, _GAP = "line", "gap"


def blocks_of(data: bytes) -> Iterator[Block]:
    """The blocks of the mail in ``data``."""
    names: list[str] = []

    def hear(kind: str, place: str, text: str) -> None:
        if kind == ATTACHMENT and place.startswith("part "):
            names.append(text)

    letter = read_letter(data, hear)
    letter.flow.lay_out()
    attached = iter(names)
    joins = not letter.is_html
    for kind, parts in groupby(letter.flow.body, lambda part: _kind(part, joins=joins)):
        yield from _together(kind, list(parts), attached)


def _kind(part: Part, *, joins: bool) -> str:
    """``joins``: whether lines below one another are one paragraph, as in plain text."""
    runs = part.runs if isinstance(part, Paragraph) else []
    first = runs[0] if runs else None
    if first and first.kind == "label" and first.text in LABELS:
        return FIELDS
    if first and first.text == body.ATTACHMENT and first.look.bold and len(runs) == 1:
        return ATTACHMENT
    if not joins or not isinstance(part, Paragraph):
        return TEXT
    return _LINE if "".join(run.text for run in runs).strip() else _GAP


def _together(kind: str, parts: list[Part], attached: Iterator[str]) -> Iterator[Block]:
    lines = [part for part in parts if isinstance(part, Paragraph)]
    if kind == FIELDS:
        yield Block(FIELDS, lines[0].start, lines[-1].end, 0, tuple(_fields(lines)))
    elif kind == ATTACHMENT:
        for line in lines:
            yield Block(ATTACHMENT, line.start, line.end, said=next(attached, ""))
    elif kind == _LINE:
        yield Block(TEXT, lines[0].start, lines[-1].end)
    elif kind == TEXT:
        yield from of_story(parts)


def _fields(lines: Iterable[Paragraph]) -> Iterator[tuple[Cell, ...]]:
    for line in lines:
        middle = line.start + len(line.runs[0].text)
        yield Cell(line.start, middle), Cell(middle, line.end)
