"""The peer's name model: spaCy's own small network, trained on the shared sentences.

    python bench/peer/train.py TRAIN.conll DEV.conll MODEL_DIR

Runs in ``.bench-venv``. Every third sentence is learned a second time in capitals, since decrees and forms
are written so. The same data give the same model; ``MODEL_DIR/f1.json`` tells its F1 on the other sentences.
"""

import json
import random
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.training.iob_utils import biluo_tags_to_spans, iob_to_biluo
from spacy.util import minibatch
from thinc.api import Optimizer, compounding, fix_random_seed

SEED = 20261128
EPOCHS = 22
DROPOUT = 0.25
CAPITALS_EVERY = 3


def sentences(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Words and labels of each sentence of a CoNLL file."""
    words: list[str] = []
    labels: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if "\t" in line:
            word, label = line.split("\t")
            words.append(word)
            labels.append(label)
        elif words:
            yield words, labels
            words, labels = [], []


def example(nlp: Language, words: list[str], labels: list[str]) -> Example:
    """One sentence as spaCy learns it."""
    known = Doc(nlp.vocab, words)
    known.ents = biluo_tags_to_spans(known, iob_to_biluo(labels))
    return Example(Doc(nlp.vocab, words), known)


def examples(nlp: Language, path: Path) -> Iterator[Example]:
    """What is learned: the sentences as they are, and some of them in capitals."""
    for number, (words, labels) in enumerate(sentences(path)):
        yield example(nlp, words, labels)
        if number % CAPITALS_EVERY == 0:
            yield example(nlp, [word.upper() for word in words], labels)


def train(learned: Path) -> tuple[Language, Optimizer]:
    """The model, and what knows the averages of its weights, which do better than the last ones."""
    fix_random_seed(SEED)
    chance = random.Random(SEED)  # noqa: S311  an order of sentences, not a secret
    nlp = spacy.blank("id")
    nlp.add_pipe("ner")
    known = list(examples(nlp, learned))
    nlp.config["training"]["optimizer"]["use_averages"] = True
    optimizer = nlp.initialize(lambda: known)
    sizes = compounding(16.0, 128.0, 1.002)
    for epoch in range(EPOCHS):
        chance.shuffle(known)
        losses: dict[str, float] = {}
        for batch in minibatch(known, size=sizes):  # type: ignore[no-untyped-call]
            nlp.update(batch, sgd=optimizer, drop=DROPOUT, losses=losses)
        print(f"  epoch {epoch + 1} of {EPOCHS}, loss {losses['ner']:.0f}", file=sys.stderr, flush=True)
    return nlp, optimizer


def f1(nlp: Language, known: Iterable[Example]) -> dict[str, float]:
    """F1 of whole names by label."""
    by_label = nlp.evaluate(known)["ents_per_type"]
    return {label: round(by_label[label]["f"], 3) for label in sorted(by_label)}


def main() -> None:
    learned, other, folder = (Path(argument) for argument in sys.argv[1:])
    nlp, optimizer = train(learned)
    with nlp.use_params(optimizer.averages):
        scores = f1(nlp, [example(nlp, words, labels) for words, labels in sentences(other)])
        folder.mkdir(parents=True, exist_ok=True)
        nlp.to_disk(folder)
    (folder / "f1.json").write_text(json.dumps(scores), encoding="utf-8")


if __name__ == "__main__":
    main()
