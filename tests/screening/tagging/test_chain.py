"""Labels speak for the labels that follow: compared with every way to label a sentence, counted out."""

from itertools import product

import numpy as np

from terbuka.screening.tagging.chain import marginals


def counted_out(scores: np.ndarray, transitions: np.ndarray) -> np.ndarray:
    words, labels = scores.shape
    likely = np.zeros_like(scores)
    for way in product(range(labels), repeat=words):
        says = sum(scores[at, label] for at, label in enumerate(way))
        says += sum(transitions[way[at - 1], way[at]] for at in range(1, words))
        likely[range(words), way] += np.exp(says)
    return likely / likely.sum(axis=1, keepdims=True)


def test_sentences_read_together_are_read_as_if_alone() -> None:
    chance = np.random.default_rng(3)
    scores, transitions = chance.normal(size=(12, 3)) * 3, chance.normal(size=(3, 3)) * 2
    sentences = [range(1), range(1, 6), range(6, 8), range(8, 12)]
    expected = [counted_out(scores[words.start : words.stop], transitions) for words in sentences]
    assert np.allclose(marginals(scores, transitions, sentences), np.concatenate(expected))


def test_long_and_sure_sentences_stay_numbers() -> None:
    scores = np.zeros((600, 2))
    scores[:, 0] = 60.0
    likely = marginals(scores, np.array([[9.0, -9.0], [-9.0, 9.0]]), [range(600)])
    assert np.allclose(likely[:, 0], 1.0)
