#!/usr/bin/env python3
"""The four measures of the disclosure policy on annotated documents, and words per second.

    bench/screening.py [CORPUS_DIR] [--worst N] [--only TEXT] [--each]

Marks in a document: ``{{TYPE/ACTION:surface}}`` or ``{{TYPE#id/ACTION:surface}}`` (R hide, K keep, O either).
"""

import argparse
import hashlib
import re
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from terbuka.documents import Document, Page, PageSource
from terbuka.screening.screen import screen

MARK = re.compile(r"\{\{([A-Z_]+)(?:#([\w-]+))?/([RKO]):(.*?)\}\}", re.S)
CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "dev"


@dataclass(frozen=True)
class Span:
    start: int
    end: int
    type: str
    ident: str | None
    action: str


@dataclass
class Score:
    """Counts over documents; see the measures in the disclosure policy."""

    total: Counter[str] = field(default_factory=Counter)
    leaked: Counter[str] = field(default_factory=Counter)
    kept: int = 0
    touched: int = 0
    outside: int = 0
    outside_hidden: int = 0
    entities: dict[tuple[str, ...], bool] = field(default_factory=lambda: defaultdict(bool))
    misses: list[str] = field(default_factory=list)

    def add(self, name: str, text: str, spans: list[Span], hidden: set[int]) -> None:
        marked: set[int] = set()
        for span in spans:
            marked.update(range(span.start, span.end))
            letters = [i for i in range(span.start, span.end) if text[i].isalnum()]
            if span.action == "R":
                self._secret(name, text, span, any(i not in hidden for i in letters))
            elif span.action == "K":
                self._open(name, text, span, any(i in hidden for i in letters))
        outside = [i for i, char in enumerate(text) if char.isalnum() and i not in marked]
        self.outside += len(outside)
        self.outside_hidden += sum(i in hidden for i in outside)

    def _secret(self, name: str, text: str, span: Span, leak: bool) -> None:
        self.total[span.type] += 1
        self.leaked[span.type] += leak
        surface = text[span.start : span.end]
        key = (name, span.ident) if span.ident else (name, surface.lower(), span.type)
        self.entities[key] |= leak
        if leak:
            self.misses.append(f"leaked: {_shown(name, text, span)}")

    def _open(self, name: str, text: str, span: Span, hit: bool) -> None:
        self.kept += 1
        self.touched += hit
        if hit:
            self.misses.append(f"over-redacted: {_shown(name, text, span)}")

    def measures(self) -> dict[str, float]:
        return {
            "leak_rate": sum(self.leaked.values()) / max(1, sum(self.total.values())),
            "entity_leak_rate": sum(self.entities.values()) / max(1, len(self.entities)),
            "over_redaction": self.touched / max(1, self.kept),
            "collateral": self.outside_hidden / max(1, self.outside),
        }


def _shown(name: str, text: str, span: Span) -> str:
    before = text[max(0, span.start - 30) : span.start].replace("\n", " ")
    return f"{name} {span.type}: …{before}[{text[span.start : span.end]}]"


def parse(raw: str) -> tuple[str, list[Span]]:
    """The plain text and its marks."""
    body = raw.split("\n", 2)[2] if raw.startswith("# genre") else raw
    pieces: list[str] = []
    spans: list[Span] = []
    at = length = 0
    for match in MARK.finditer(body):
        pieces += [body[at : match.start()], match[4]]
        start = length + match.start() - at
        length = start + len(match[4])
        spans.append(Span(start, length, match[1], match[2], match[3]))
        at = match.end()
    return "".join([*pieces, body[at:]]), spans


def document_of(text: str) -> Document:
    """A text as the document that reading its file gives."""
    data = text.encode()
    page = Page(1, 0, len(text), 0, 0, PageSource.FLOW, ())
    return Document("text", hashlib.sha256(data).hexdigest(), len(data), text, (page,))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path, nargs="?", default=CORPUS)
    parser.add_argument("--worst", type=int, default=0, help="show N misses")
    parser.add_argument("--only", default="", help="part of the file name")
    parser.add_argument(
        "--part", choices=("all", "seen", "blind"), default="all", help="blind: every third document"
    )
    options = parser.parse_args()
    score, words, seconds = Score(), 0, 0.0
    for path in sorted(options.corpus.glob("*.txt")):  # load the data before the clock runs
        screen(document_of(parse(path.read_text(encoding="utf-8"))[0]))
        break
    for number, path in enumerate(sorted(options.corpus.glob("*.txt")), 1):
        if (
            options.only not in path.name
            or {"seen": number % 3 == 0, "blind": number % 3 > 0, "all": False}[options.part]
        ):
            continue
        text, spans = parse(path.read_text(encoding="utf-8"))
        began = time.perf_counter()
        result = screen(document_of(text))
        seconds += time.perf_counter() - began
        words += len(text.split())
        hidden = {i for f in result.findings if f.action.hides for i in range(f.start, f.end)}
        score.add(path.name, text, spans, hidden)
    for name, value in score.measures().items():
        print(f"{name:18} {value:.4f}")
    print(f"{'words per second':18} {words / max(seconds, 1e-9):.0f}")
    for type_ in sorted(score.total):
        print(f"  {type_:14} {score.leaked[type_]:4} of {score.total[type_]:4} leaked")
    for line in score.misses[: options.worst]:
        print(line)


if __name__ == "__main__":
    main()
