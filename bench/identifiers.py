#!/usr/bin/env python3
"""Recall and precision of the recognisers of identifiers, by type, on generated documents with look-alikes.

bench/identifiers.py [--seed N] [--documents N] [--errors N]
"""

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.screening.recognisers.made_documents import Measured, measure


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--errors", type=int, default=0, help="show N of what was missed or wrongly hidden")
    options = parser.parse_args()
    began = time.perf_counter()
    measured = measure(options.seed, options.documents)
    report(measured, time.perf_counter() - began)
    for line in measured.errors[: options.errors]:
        print(line)


def report(measured: Measured, seconds: float) -> None:
    print(f"{'type':14} {'recall':>8} {'precision':>10} {'identifiers':>12}")
    for type_ in sorted(measured.wanted):
        recall = 1 - measured.missed[type_] / measured.wanted[type_]
        precision = 1 - measured.wrong[type_] / max(measured.hidden[type_], 1)
        print(f"{type_:14} {recall:8.4f} {precision:10.4f} {measured.wanted[type_]:12}")
    wanted = sum(measured.wanted.values())
    print(f"{'all':14} {measured.recall:8.4f} {measured.precision:10.4f} {wanted:12}   {seconds:.1f} s")


if __name__ == "__main__":
    main()
