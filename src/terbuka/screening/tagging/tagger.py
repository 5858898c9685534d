"""Two linear-chain CRFs read a text once: ``names`` learned persons, places and organisations from news,
``details`` from annotated documents what must be hidden of persons, and what looks so and stays."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from terbuka.screening.reading import Reading
from terbuka.screening.tagging.chain import marginals
from terbuka.screening.tagging.features import Things, sentences
from terbuka.screening.tagging.sums import Sums
from terbuka.screening.trained import reader
from terbuka.screening.weights import Floats, Weights

DETAILS = frozenset(
    {
        "HEALTH",
        "FINANCE",
        "MARITAL",
        "RELIGION",
        "ETHNIC",
        "RELATIVE",
        "CREDENTIAL",
        "AGE",
        "ADDRESS",
        "BIRTH",
    }
)
"""The details of persons that the model of details tells apart."""
OPEN_PERSON = "OPEN"
"""Its label for a person whose name stays."""
_PERSON = ("B-PER", "I-PER")
_OUTSIDE = "O"
_LEAST = 0.05
_OF_NEWS = 0.6
_TOGETHER = 3_000


@dataclass(frozen=True, slots=True)
class Tagged:
    """For each word: the probability, 0 to 1, that it is part of a person's name; and of each type of detail
    that it is part of one (those above 0.05 in all)."""

    persons: list[float]
    details: list[dict[str, float]]
    _amounts: dict[str, float] = field(default_factory=dict, compare=False, repr=False)

    def words_of(self, type_: str) -> float:
        """How many words are likely of a type of detail, in all; summed once, for every passage asks."""
        if type_ not in self._amounts:
            self._amounts[type_] = sum(word.get(type_, 0.0) for word in self.details if word)
        return self._amounts[type_]

    def likely_names(self) -> list[float]:
        """What the surer of both models says of each word; the one that learned from news counts for less in
        an office's papers."""
        own = (word.get("PERSON", 0.0) + word.get(OPEN_PERSON, 0.0) if word else 0.0 for word in self.details)
        return [max(here, _OF_NEWS * news) for here, news in zip(own, self.persons, strict=True)]


def tag(reading: Reading) -> Tagged:
    """Read the whole text with both models."""
    names, details = reader("names"), reader("details")
    sums, things, found = _sums(names, details), Things(reading), Tagged([], [])
    for block in _blocks(list(sentences(reading))):
        words = range(block[0].start, block[-1].stop)
        scores = sums.of(things, words)
        here = [range(sentence.start - words.start, sentence.stop - words.start) for sentence in block]
        of_names = marginals(scores[:, : len(names.labels)], names.transitions, here)
        of_persons = of_names[:, [names.labels.index(label) for label in _PERSON]]
        found.persons.extend(of_persons.sum(axis=1).tolist())
        of_details = marginals(scores[:, len(names.labels) :], details.transitions, here)
        found.details.extend(_details(of_details, details.labels))
    return found


@lru_cache(maxsize=2)
def _sums(names: Weights, details: Weights) -> Sums:
    return Sums((names, details))


def _blocks(sentences: list[range]) -> Iterator[list[range]]:
    """Sentences that are read together: a long document must not need memory for all of its words."""
    first = 0
    for at in range(1, len(sentences) + 1):
        if at == len(sentences) or sentences[at].stop - sentences[first].start > _TOGETHER:
            yield sentences[first:at]
            first = at


def _details(probabilities: Floats, labels: list[str]) -> list[dict[str, float]]:
    """The types of detail of each word that is likely more than nothing."""
    types = dict.fromkeys(label[2:] for label in labels if label != _OUTSIDE)
    of_type = [[at for at, label in enumerate(labels) if label[2:] == type_] for type_ in types]
    nothing: dict[str, float] = {}
    found = [nothing] * len(probabilities)
    inside = np.flatnonzero(1 - probabilities[:, labels.index(_OUTSIDE)] >= _LEAST)
    likely = np.stack([probabilities[inside][:, columns].sum(axis=1) for columns in of_type], axis=1)
    for at, values in zip(inside.tolist(), likely.tolist(), strict=True):
        found[at] = dict(zip(types, values, strict=True))
    return found
