"""``make model``.

    python -m terbuka.screening.training --shared SCREENING_DATA ANNOTATED_DIR [ANNOTATED_DIR …]

Reads ``ner/train.conll`` and ``gazetteers/`` of SCREENING_DATA and the annotated documents, writes
``data/letters.txt`` and the models ``data/*.crf.gz``.
"""

import argparse
import sys
from pathlib import Path

from terbuka.screening.training.corpus import annotated_in, sentences_of
from terbuka.screening.training.letters import write_letters
from terbuka.screening.training.make import make

DATA = Path(__file__).resolve().parents[1] / "data"
CORPUS = Path(__file__).resolve().parents[4] / "corpus"
SHIPPED_FROM = (CORPUS / "own", CORPUS / "fresh")
"""What the models of the package learn from: invented documents, none of those that measure the models."""


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, required=True, help="folder with ner/ and gazetteers/")
    parser.add_argument("--into", type=Path, default=DATA, help="folder to write the models to")
    parser.add_argument("annotated", type=Path, nargs="+", help="folders of annotated documents")
    options = parser.parse_args()
    into = options.into.resolve()
    for folder in options.annotated:
        if not any(folder.glob("*.txt")):
            parser.error(f"{folder} holds no annotated documents")
        if into == DATA and folder.resolve() not in SHIPPED_FROM:
            parser.error(
                f"{folder} may hold personal data, or measures the models: give --into a folder outside the "
                "package"
            )
    sentences_file = options.shared / "ner" / "train.conll"
    if not sentences_file.is_file():
        parser.error(f"{options.shared} holds no ner/train.conll")
    if into.exists() and not into.is_dir():
        parser.error(f"{into} is no folder")
    # Before the first minute of learning; what is learned from an office's documents is closed to others.
    into.mkdir(mode=0o700, parents=True, exist_ok=True)
    if into == DATA:
        write_letters(options.shared / "gazetteers", DATA / "letters.txt")
    sentences = list(sentences_of(sentences_file))
    documents = annotated_in(options.annotated)
    make(sentences, documents, into, say)
    say(f"{len(sentences)} sentences, {len(documents)} documents: {into}")


if __name__ == "__main__":
    main()
