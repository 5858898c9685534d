#!/usr/bin/env python3
"""Names alone: F1 of persons, places and organisations on held-out sentences, and how many words of persons'
names are found when at most one word in ten is masked.

bench/names.py [SHARED_SCREENING_DATA]
"""

import sys
from collections import Counter
from pathlib import Path

import numpy as np

from terbuka.screening.tagging.features import Things, sentences
from terbuka.screening.tagging.sums import Sums
from terbuka.screening.tagging.tagger import tag
from terbuka.screening.trained import reader
from terbuka.screening.training.corpus import Labelled, sentences_of

SHARED = Path(__file__).resolve().parents[2] / "shared" / "screening-data"
KINDS = ("PER", "LOC", "ORG")
MASKED = 0.1


def spans(labels: list[str]) -> set[tuple[int, int, str]]:
    """First word, behind the last word, kind of each name."""
    found, at = set(), 0
    while at < len(labels):
        last = at + 1
        if labels[at] != "O":
            while last < len(labels) and labels[last] == f"I-{labels[at][2:]}":
                last += 1
            found.add((at, last, labels[at][2:]))
        at = last
    return found


def read(sentence: Labelled, sums: Sums) -> list[str]:
    """The label that the name model gives each word: those of the likeliest whole."""
    model, things, labels = reader("names"), Things(sentence.reading), list[str]()
    for words in sentences(sentence.reading):
        best, came_from = np.zeros(len(model.labels)), []
        for says in sums.of(things, words):
            ways = best[:, None] + (model.transitions if came_from else 0)
            came_from.append(ways.argmax(axis=0))
            best = ways.max(axis=0) + says
        path = [int(best.argmax())]
        for before in reversed(came_from[1:]):
            path.append(int(before[path[-1]]))
        labels += [model.labels[label] for label in reversed(path)]
    return labels


def scores(texts: list[Labelled]) -> dict[str, float]:
    """F1 of whole names by kind."""
    right, said, true = Counter[str](), Counter[str](), Counter[str]()
    sums = Sums([reader("names")])
    for text in texts:
        found, marked = spans(read(text, sums)), spans(text.labels)
        for counter, names in ((right, found & marked), (said, found), (true, marked)):
            counter.update(kind for _, _, kind in names)
    return {kind: 2 * right[kind] / max(said[kind] + true[kind], 1) for kind in KINDS}


def recall_when_masked(texts: list[Labelled], masked: float) -> float:
    """Share of the words of persons' names among the likeliest ``masked`` of all words."""
    words = [
        (likely, label.endswith("PER"))
        for text in texts
        for likely, label in zip(tag(text.reading).likely_names(), text.labels, strict=True)
    ]
    words.sort(reverse=True)
    likeliest = words[: int(masked * len(words))]
    return sum(person for _, person in likeliest) / max(sum(person for _, person in words), 1)


def main() -> None:
    path = (Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED) / "ner" / "dev.conll"
    if not path.exists():
        print(f"No sentences at {path}: give the folder of the screening data.")
        return
    texts = list(sentences_of(path))
    print(f"{path.name}: {len(texts)} sentences")
    print("F1: " + ", ".join(f"{kind} {value:.3f}" for kind, value in scores(texts).items()))
    recall = recall_when_masked(texts, MASKED)
    print(f"words of persons' names found with {MASKED:.0%} of all words masked: {recall:.1%}")


if __name__ == "__main__":
    main()
