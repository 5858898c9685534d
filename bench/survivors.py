#!/usr/bin/env python3
"""What is left of a secret after redaction: Terbuka beside its peers on the corpus of ``bench/leaks``.

    bench/survivors.py [FAMILY ...] [--case NAME ...] [--engine NAME ...] [--seed N]
                       [--record FILE [--again]] [--keep DIR]

FAMILY is the beginning of a name: ``pdf`` is all of PDF, ``pdf_text`` one family; without any, all. A secret
is given to Terbuka as a term where screening cannot know it, to the peers always. The judge
(``leaks/judge.py``) shares no code with Terbuka or a peer. ``--record`` appends to a file of JSON lines,
counts what stands there already and runs only what does not, so that the corpus may be run in pieces;
``--again`` runs all. ``--keep``: where the files stay. The engine ``untouched`` does nothing: where the judge
finds no secret in its copy, the case or the judge is at fault.
"""

import argparse
import json
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from leaks.case import Case, Planted, Shown
from leaks.corpus import cases
from leaks.judge import still_drawn, text_of, traces
from leaks.peers import PEERS, Peer
from terbuka.documents.reader import open_document
from terbuka.errors import Survives, TerbukaError
from terbuka.redaction.redact import redact
from terbuka.screening.screen import screen

OURS, UNTOUCHED = "Terbuka", "untouched"
WANTED_RECALL = {False: 0.995, True: 0.97}
"""Of kept words: born-digital, scanned."""
WANTED_REFUSALS = 0.03

TAKES = {"PyMuPDF": ("pdf", "image"), "pdf_oxide": ("pdf",), "plain raster": ("pdf",)}
"""The formats of those that do not take all."""

Engine = Callable[[Planted, Path], str]
"""Writes the copy; answers why there is none."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one engine made of one case. ``places``: where the secret is left. ``refusal``: why no copy."""

    engine: str
    family: str
    case: str
    format: str
    seconds: float
    pages: int
    refusal: str
    may_refuse: bool
    places: list[str]
    scanned: bool
    wanted: int
    kept: int
    lost: list[str]


def main() -> bool:
    """Whether all that is wanted of Terbuka was reached."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("families", nargs="*", metavar="FAMILY")
    parser.add_argument("--case", nargs="+", default=[], metavar="NAME")
    parser.add_argument("--engine", nargs="+", choices=[OURS, *PEERS, UNTOUCHED], default=[OURS, *PEERS])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--record", type=Path)
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    chosen = cases(tuple(options.families), tuple(options.case))
    engines = {name: engine for name in options.engine if (engine := engine_named(name))}
    done = set() if options.again or not options.record else known(options.record)
    results = []
    with tempfile.TemporaryDirectory() as folder:
        for case in chosen:
            home = (options.keep or Path(folder)) / case.family / case.name
            home.mkdir(parents=True, exist_ok=True)
            left = {
                name: engine for name, engine in engines.items() if (name, case.family, case.name) not in done
            }
            for result in run(case, options.seed, home, left):
                results.append(result)
                print(told(result), flush=True)
                if options.record:
                    with options.record.open("a", encoding="utf-8") as record:
                        record.write(json.dumps(asdict(result), ensure_ascii=False) + "\n")
    results = recorded(options.record) if options.record else results
    print_table(results)
    ours = [row for row in results if row.engine == OURS]
    if not ours or reached(ours):
        return True
    print("MISSED: no survivors, refusals <= 3 %, kept words >= 99.5 % (scanned 97 %) are wanted.")
    return False


def engine_named(name: str) -> Engine | None:
    """The engine, ready to work; none where it is not installed."""
    if name == OURS:
        return by_terbuka
    if name == UNTOUCHED:
        return lambda planted, copy: shutil.copy(planted.path, copy) and ""
    peer = Peer(name)
    if not peer.is_there:
        print(f"{name} is left out: it is not installed in .bench-venv.")
        return None
    return lambda planted, copy: peer.redact(planted.path, copy, planted.secrets)


def by_terbuka(planted: Planted, copy: Path) -> str:
    """As ``terbuka redact`` works, without its start."""
    try:
        document = open_document(planted.path)
        findings = screen(document, terms=planted.terms).findings
        redact(planted.path, copy, findings, document=document, terms=planted.terms)
    except Survives as error:
        return f"survives: {error}"
    except TerbukaError as error:
        return f"unreadable: {error}"
    return ""


def run(case: Case, seed: int, home: Path, engines: dict[str, Engine]) -> Iterable[Result]:
    """The case with each engine that can take its format."""
    planted = case.made(seed, home)
    for name, engine in engines.items():
        if case.format not in TAKES.get(name, (case.format,)):
            continue
        copy = home / f"copy-by-{name}".lower().replace(" ", "-")
        copy.unlink(missing_ok=True)
        began = time.perf_counter()
        refusal = engine(planted, copy)
        seconds = time.perf_counter() - began
        if not copy.exists():
            refusal = refusal or "no copy"
        turned = planted.shown == Shown.PIXELS or "geometry" in case.family
        places = [] if refusal else traces(copy, planted.secrets, turned=turned)
        if not refusal and planted.drawn:
            places += still_drawn(planted.path, copy, planted.drawn)
        lost = [] if refusal else missing(planted.kept, text_of(copy))
        yield Result(
            name,
            case.family,
            case.name,
            case.format,
            round(seconds, 2),
            planted.pages,
            refusal,
            bool(planted.may_refuse),
            places,
            planted.scanned,
            0 if refusal else len(planted.kept),
            0 if refusal else len(planted.kept) - len(lost),
            lost,
        )


def missing(kept: Iterable[str], text: str) -> list[str]:
    """The kept words that the text does not have, or not often enough."""
    there = Counter(_bare(word) for word in text.split())
    lost = []
    for word in kept:
        if there[_bare(word)] > 0:
            there[_bare(word)] -= 1
        else:
            lost.append(word)
    return lost


def _bare(word: str) -> str:
    return re.sub(r"\W+", "", word).casefold()


def told(result: Result) -> str:
    """One result in a line."""
    state = "ok"
    if result.refusal:
        state = f"{'may be refused' if result.may_refuse else 'REFUSED'}: {result.refusal}"
    elif result.places:
        state = f"SURVIVES in {', '.join(result.places)}"
    lost = f"  lost: {' '.join(result.lost[:12])}" if result.lost else ""
    return f"{result.engine:12} {result.family}/{result.case:34} {result.seconds:6.1f} s  {state}{lost}"


def known(record: Path) -> set[tuple[str, str, str]]:
    """Engine, family and name of what has been run."""
    if not record.exists():
        return set()
    return {(row.engine, row.family, row.case) for row in recorded(record)}


def recorded(record: Path) -> list[Result]:
    """The last result of each engine on each case."""
    rows = [Result(**json.loads(line)) for line in record.read_text(encoding="utf-8").splitlines()]
    return list({(row.engine, row.family, row.case): row for row in rows}.values())


def print_table(results: list[Result]) -> None:
    print(f"\n{'':8}{'':13}{'cases':>6}{'survivors':>11}{'refused':>9}{'(fair)':>8}", end="")
    print(f"{'kept, digital':>15}{'kept, scanned':>15}{'pages/s':>9}")
    for format in dict.fromkeys(result.format for result in results):
        for engine in dict.fromkeys(result.engine for result in results):
            rows = [row for row in results if (row.format, row.engine) == (format, engine)]
            if rows:
                print(f"{format:8}{engine:13}{counted(rows)}")


def counted(rows: list[Result]) -> str:
    """The figures of one engine on one format. A refusal that is as good as a copy is counted apart."""
    fair = sum(bool(row.refusal) and row.may_refuse for row in rows)
    speed = sum(row.pages for row in rows) / max(sum(row.seconds for row in rows), 1e-9)
    recalls = (f"{recall:.2%}" if recall is not None else "–" for recall in map(recall_of, halves(rows)))
    line = f"{len(rows):6}{survivors(rows):11}{refused(rows):9}{fair:8}"
    return line + "".join(f"{recall:>15}" for recall in recalls) + f"{speed:9.2f}"


def reached(rows: list[Result]) -> bool:
    """Whether the figures are what is wanted."""
    kept = all(
        recall is None or recall >= WANTED_RECALL[scanned]
        for scanned, recall in zip((False, True), map(recall_of, halves(rows)), strict=True)
    )
    return kept and not survivors(rows) and refused(rows) <= WANTED_REFUSALS * len(rows)


def survivors(rows: list[Result]) -> int:
    return sum(bool(row.places) for row in rows)


def refused(rows: list[Result]) -> int:
    return sum(bool(row.refusal) and not row.may_refuse for row in rows)


def halves(rows: list[Result]) -> tuple[list[Result], list[Result]]:
    """Born-digital and scanned."""
    return [row for row in rows if not row.scanned], [row for row in rows if row.scanned]


def recall_of(rows: list[Result]) -> float | None:
    """Kept words that are in the copies, of all that should be."""
    wanted = sum(row.wanted for row in rows)
    return sum(row.kept for row in rows) / wanted if wanted else None


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
