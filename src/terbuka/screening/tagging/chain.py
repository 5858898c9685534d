"""How likely each label is for each word of a sentence, when labels also speak for the label that follows (a
linear-chain CRF, read forwards and backwards).

All sentences go together, word by word: one reading costs as many steps as the longest has words.
"""

from collections.abc import Sequence

import numpy as np

from terbuka.screening.weights import Floats


def marginals(scores: Floats, transitions: Floats, sentences: Sequence[range]) -> Floats:
    """The probabilities of the labels (columns) for the words (rows) that ``scores`` speaks of; every word
    stands in one of ``sentences``."""
    likely: Floats = np.exp(scores - scores.max(axis=1, keepdims=True))
    follows = np.exp(transitions - transitions.max())
    both = np.stack((follows, follows.T))  # forwards, and from behind
    ordered = sorted(sentences, key=len, reverse=True)
    lengths = np.array([len(words) for words in ordered])
    steps = np.arange(lengths[0])[:, None]
    within = steps < lengths
    from_start = np.where(within, np.array([words.start for words in ordered]) + steps, 0)
    from_end = np.where(within, np.array([words.stop - 1 for words in ordered]) - steps, 0)
    says = likely[np.stack((from_start, from_end), axis=1)]
    reached = np.ones(says.shape)
    """What the words before (from behind: the words that follow) say of each label."""
    for step, going in enumerate(within[1:].sum(axis=1).tolist(), 1):
        last = reached[step - 1, :, :going] * says[step - 1, :, :going]
        last /= last.sum(axis=2, keepdims=True)
        np.matmul(last, both, out=reached[step, :, :going])
    likely[from_start[within]] *= reached[:, 0][within]
    likely[from_end[within]] *= reached[:, 1][within]
    likely /= likely.sum(axis=1, keepdims=True)
    return likely
