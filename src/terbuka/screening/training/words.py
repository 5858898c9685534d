"""The two models that read words in their sentences: ``names`` and ``details``."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from terbuka.screening.lexicon import own_name_parts
from terbuka.screening.names.likeness import weigh_known, weight
from terbuka.screening.tagging.features import Weigh, features, sentences
from terbuka.screening.training.corpus import Labelled
from terbuka.screening.training.fitting import fit

_OF_NAMES = {
    "c1": 0.05, "c2": 0.1, "max_iterations": 100, "feature.minfreq": 1, "feature.possible_transitions": True,
}  # fmt: skip
_OF_DETAILS = {**_OF_NAMES, "c1": 0.1, "c2": 1.0}
_NAMES = Path(__file__).resolve().parents[1] / "data" / "names.txt"

Example = tuple[list[list[str]], list[str]]
"""What holds of each word of a sentence, and the label of each."""


def train_names(sentences_: Iterable[Labelled]) -> bytes:
    """From news alone: documents mark persons, and nobody's guidelines for names are another's."""
    counts = _counted_names()
    return fit("names", _examples((text, unlearned(text, counts)) for text in sentences_), _OF_NAMES)


def train_details(documents: Iterable[Labelled]) -> bytes:
    return fit("details", _examples((text, weight) for text in documents), _OF_DETAILS)


def unlearned(example: Labelled, counts: dict[str, int]) -> Weigh:
    """How much a word speaks for a name, had ``example`` not been among the texts that the list of name parts
    was counted from. Otherwise every name of the training would be a known one, and the model would learn
    nothing from what stands around it."""
    here = Counter(
        example.reading.folds[at] for at, label in enumerate(example.labels) if label.endswith("PER")
    )
    own = own_name_parts()

    def weigh(word: str) -> float:
        if word in own or word not in here:
            return weight(word)
        return weigh_known(word, min(max(counts.get(word, 0) - here[word], 0), 3))

    return weigh


def _examples(texts: Iterable[tuple[Labelled, Weigh]]) -> Iterator[Example]:
    for text, weigh in texts:
        of_words = features(text.reading, weigh)
        for words in sentences(text.reading):
            yield of_words[words.start : words.stop], text.labels[words.start : words.stop]


def _counted_names() -> dict[str, int]:
    """How often each word of ``data/names.txt`` was part of a name in the sentences."""
    rows = (line.split(" ") for line in _NAMES.read_text(encoding="utf-8").splitlines())
    return {word: int(count) for word, count in rows}
