#!/usr/bin/env python3
"""How far the confidence of screening may be believed: the reliability table of docs/models.md.

bench/calibration.py [CORPUS_DIR …]

Every finding says how likely it must be hidden: its confidence where it is proposed to be hidden, what is
left of it where it is proposed to stay. A row holds the findings that said about the same.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from terbuka.documents.text import document_of
from terbuka.screening.annotated import parse
from terbuka.screening.screen import screen

BLIND = Path(__file__).resolve().parent.parent / "corpus" / "blind"
BINS = (0.0, 0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 1.01)
KEPT_BY_KIND = frozenset({"PLACE", "ORG", "NUMBER"})


def said_and_true(path: Path) -> Iterator[tuple[float, bool]]:
    """For each finding that a mark judges: how likely it was said to be one to hide, and whether it is."""
    text, marks = parse(path.read_text(encoding="utf-8"))
    for finding in screen(document_of(text)).findings:
        actions = {m.action for m in marks if m.start < finding.end and finding.start < m.end}
        if actions == {"O"} or (not actions and finding.type in KEPT_BY_KIND):
            continue
        hides = finding.action.hides
        yield finding.confidence if hides else 1 - finding.confidence, "R" in actions


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path, nargs="*", default=[BLIND])
    rows: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for folder in parser.parse_args().corpus:
        for path in sorted(folder.glob("*.txt")):
            for said, true in said_and_true(path):
                rows[sum(said >= bound for bound in BINS)].append((said, true))
    print("said        findings  said, mean  to hide in truth")
    for row, found in sorted(rows.items()):
        low, high = BINS[row - 1], min(BINS[row], 1.0)
        mean, true = (sum(pair[side] for pair in found) / len(found) for side in (0, 1))
        print(f"{low:.2f}–{high:.2f}  {len(found):9}  {mean:10.2f}  {true:16.2f}")
    total = sum(map(len, rows.values()))
    error = sum(abs(sum(said - true for said, true in found)) for found in rows.values()) / max(total, 1)
    print(f"expected calibration error {error:.3f} over {total} findings")


if __name__ == "__main__":
    main()
