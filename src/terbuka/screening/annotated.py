"""Annotated texts and the measures taken on them (format: ``corpus/README.md``).

``{{TYPE/ACTION:surface}}`` or ``{{TYPE#id/ACTION:surface}}``; R must not be readable in a public copy, K must
stay readable, O either.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

_MARK = re.compile(r"\{\{([A-Z_]+)(?:#([\w-]+))?/([RKO]):(.*?)\}\}", re.S)
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
        pieces += [body[at : match.start()], match[4]]
        start = length + match.start() - at
        length = start + len(match[4])
        marks.append(Mark(start, length, match[1], match[2], match[3]))
        at = match.end()
    return "".join([*pieces, body[at:]]), marks


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
