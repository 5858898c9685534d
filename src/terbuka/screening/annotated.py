"""Annotated texts and the measures taken on them (format: ``corpus/README.md``).

``{{TYPE/ACTION:surface}}`` or ``{{TYPE#id/ACTION:surface}}``; R must not be readable in a public copy, K must
stay readable, O either. A brace that belongs to the text and could be misread is written ``{{:{}}`` or
``{{:}}}``.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

_BRACE = re.compile(r"\{\{:([{}])\}\}")
_MARK = re.compile(
    rf"{_BRACE.pattern}|"
    r"\{\{([A-Z_]+)(?:#([\w-]+))?/([RKO]):((?:\{\{:[{}]\}\}|(?!\}\}).)*+)\}\}",
    re.S,
)
"""A brace, or a mark: its type, thing, action and surface. What stands for a brace ends no surface and is
never read otherwise (``*+``)."""
_HEAD = "# genre"
_BEFORE = 30


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of the plain text. ``thing``: the id that ties the mentions of one person or thing."""

    start: int
    end: int
    type: str
    thing: str | None
    action: str


def parse(raw: str) -> tuple[str, list[Mark]]:
    """The plain text without head and marks, and the marks in order."""
    body = raw.split("\n", 2)[2] if raw.startswith(_HEAD) else raw
    pieces: list[str] = []
    marks: list[Mark] = []
    at = length = 0
    for match in _MARK.finditer(body):
        brace, type_, thing, action, surface = match.groups()
        said = brace or _BRACE.sub(r"\1", surface)
        pieces += [body[at : match.start()], said]
        start = length + match.start() - at
        length = start + len(said)
        if not brace:
            marks.append(Mark(start, length, type_, thing, action))
        at = match.end()
    return "".join([*pieces, body[at:]]), marks


def write(text: str, marks: Iterable[Mark], *, genre: str, title: str, layout: str) -> str:
    """The inverse of ``parse``, with a head.

    Raises ``ValueError`` for marks that overlap, are out of order, lie beside the text or cannot be written.
    """
    genre, title, layout = (" ".join(value.split()) for value in (genre, title, layout))
    pieces, at = [f"{_HEAD}: {genre}; title: {title}; layout: {layout}\n\n"], 0
    for mark in marks:
        if not at <= mark.start <= mark.end <= len(text):
            raise ValueError("marks overlap, are out of order or lie beside the text")
        pieces += [_escaped(text[at : mark.start]), _marked(mark, text[mark.start : mark.end])]
        at = mark.end
    return "".join([*pieces, _escaped(text[at:])])


def _escaped(text: str) -> str:
    """Every brace: which of them could be misread depends on what comes before and after."""
    return re.sub(r"[{}]", r"{{:\g<0>}}", text)


def _marked(mark: Mark, surface: str) -> str:
    thing = "" if mark.thing is None else f"#{mark.thing}"
    written = f"{{{{{mark.type}{thing}/{mark.action}:{_escaped(surface)}}}}}"
    match = _MARK.fullmatch(written)
    if match is None or match.group(2, 3, 4) != (mark.type, mark.thing, mark.action):
        raise ValueError("the format has no room for this type, id or action")
    return written


@dataclass
class Score:
    """Counts over documents. ``total`` and ``leaked`` count R marks by type; ``misses`` says where."""

    total: Counter[str] = field(default_factory=Counter)
    leaked: Counter[str] = field(default_factory=Counter)
    kept: int = 0
    touched: int = 0
    outside: int = 0
    outside_hidden: int = 0
    things: dict[tuple[str, ...], bool] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def add(self, name: str, text: str, marks: list[Mark], hidden: set[int]) -> None:
        """Count one document. ``hidden``: the offsets of ``text`` that a copy would not show."""
        marked: set[int] = set()
        for mark in marks:
            marked.update(range(mark.start, mark.end))
            letters = [i for i in range(mark.start, mark.end) if text[i].isalnum()]
            if mark.action == "R":
                self._secret(name, text, mark, any(i not in hidden for i in letters))
            elif mark.action == "K":
                self._open(name, text, mark, any(i in hidden for i in letters))
        outside = [i for i, char in enumerate(text) if char.isalnum() and i not in marked]
        self.outside += len(outside)
        self.outside_hidden += sum(i in hidden for i in outside)

    def _secret(self, name: str, text: str, mark: Mark, leak: bool) -> None:
        self.total[mark.type] += 1
        self.leaked[mark.type] += leak
        surface = text[mark.start : mark.end]
        key = (name, mark.thing) if mark.thing else (name, surface.lower(), mark.type)
        self.things[key] = self.things.get(key, False) or leak
        if leak:
            self.misses.append(f"leaked: {_shown(name, text, mark)}")

    def _open(self, name: str, text: str, mark: Mark, hit: bool) -> None:
        self.kept += 1
        self.touched += hit
        if hit:
            self.misses.append(f"over-redacted: {_shown(name, text, mark)}")

    def measures(self) -> dict[str, float]:
        """The four measures of the disclosure policy, 0 to 1; lower is better."""
        return {
            "leak_rate": sum(self.leaked.values()) / max(1, sum(self.total.values())),
            "entity_leak_rate": sum(self.things.values()) / max(1, len(self.things)),
            "over_redaction": self.touched / max(1, self.kept),
            "collateral": self.outside_hidden / max(1, self.outside),
        }


def _shown(name: str, text: str, mark: Mark) -> str:
    before = text[max(0, mark.start - _BEFORE) : mark.start].replace("\n", " ")
    return f"{name} {mark.type}: …{before}[{text[mark.start : mark.end]}]"
