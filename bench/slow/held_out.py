#!/usr/bin/env python3
"""What the models would do on documents they have not seen: each quarter of a corpus is measured with models
that learned from the other three quarters, of it and of the documents beside. Takes about a quarter of an
hour, so `make bench` leaves it out.

bench/slow/held_out.py [--shared SCREENING_DATA] [--corpus DIR] [--also DIR]
"""

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from terbuka.documents.text import document_of
from terbuka.screening.annotated import Score
from terbuka.screening.screen import screen
from terbuka.screening.trained import models_of
from terbuka.screening.training.corpus import annotated_in, sentences_of
from terbuka.screening.training.make import PARTS, make_details, make_names, make_weights, without

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bench"))
from screening import report  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared" / "screening-data")
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus" / "fresh")
    parser.add_argument(
        "--also", type=Path, default=ROOT / "corpus" / "own", help="learned from as well, not measured"
    )
    options = parser.parse_args()
    measured, score = annotated_in([options.corpus]), Score()
    also = annotated_in([options.also])
    documents = [*measured, *also]
    with TemporaryDirectory() as folder, ProcessPoolExecutor() as pool:
        homes = [Path(folder) / str(part) for part in range(PARTS)]
        parts = [(home, [*measured[part::PARTS], *also[part::PARTS]]) for part, home in enumerate(homes)]
        for home in homes:
            home.mkdir()
        make_names(list(sentences_of(options.shared / "ner" / "train.conll")), homes)
        jobs = [pool.submit(make_details, without(documents, held), home) for home, held in parts]
        for job in jobs:
            job.result()
        make_weights(parts, Path(folder))
        for part, home in enumerate(homes):
            with models_of(home):
                for number, (text, marks) in enumerate(measured[part::PARTS]):
                    score.add(f"{part}.{number}", text, marks, screen(document_of(text)).hidden_offsets())
    report(score, 0, 0.0, 0)


if __name__ == "__main__":
    main()
