#!/usr/bin/env python3
"""The four measures of the disclosure policy on annotated documents, and words per second.

bench/screening.py [CORPUS_DIR] [--part all|seen|held-out] [--only TEXT] [--worst N]
"""

import argparse
import time
from pathlib import Path

from terbuka.documents.text import document_of
from terbuka.screening.annotated import Score, parse
from terbuka.screening.screen import screen

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "dev"


def chosen(folder: Path, part: str, only: str) -> list[Path]:
    """The documents to measure; ``held-out`` is every third, unread while most rules were written."""
    paths = [path for path in sorted(folder.glob("*.txt")) if only in path.name]
    if part == "all":
        return paths
    return [p for number, p in enumerate(paths, 1) if (number % 3 == 0) == (part == "held-out")]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path, nargs="?", default=CORPUS)
    parser.add_argument("--part", choices=("all", "seen", "held-out"), default="all")
    parser.add_argument("--only", default="", help="part of the file name")
    parser.add_argument("--worst", type=int, default=0, help="show N misses")
    options = parser.parse_args()
    texts = {
        p: parse(p.read_text(encoding="utf-8")) for p in chosen(options.corpus, options.part, options.only)
    }
    score, words, seconds = Score(), 0, 0.0
    for text, _ in list(texts.values())[:1]:  # load the data before the clock runs
        screen(document_of(text))
    for path, (text, marks) in texts.items():
        began = time.perf_counter()
        result = screen(document_of(text))
        seconds += time.perf_counter() - began
        words += len(text.split())
        score.add(path.name, text, marks, result.hidden_offsets())
    report(score, words, seconds, options.worst)


def report(score: Score, words: int, seconds: float, worst: int) -> None:
    for name, value in score.measures().items():
        print(f"{name:18} {value:.4f}")
    print(f"{'words per second':18} {words / max(seconds, 1e-9):.0f}")
    for type_ in sorted(score.total):
        print(f"  {type_:14} {score.leaked[type_]:4} of {score.total[type_]:4} leaked")
    for line in score.misses[:worst]:
        print(line)


if __name__ == "__main__":
    main()
