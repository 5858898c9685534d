"""A maximum-entropy model: from what holds of a thing to the probability of each label."""

from collections.abc import Iterable, Sequence
from itertools import islice

import numpy as np

from terbuka.screening.trained import reader

Features = dict[str, float]


_TOGETHER = 500


def weigh(model: str, things: Iterable[Features]) -> list[dict[str, float]]:
    """For each of ``things`` the probability of each label of ``model``; each is weighed by itself (a CRF
    over one item). A few hundred at once: of each a hundred features are told."""
    rest, weighed = iter(things), list[dict[str, float]]()
    while some := list(islice(rest, _TOGETHER)):
        weighed += _weighed(model, some)
    return weighed


def _weighed(model: str, things: Sequence[Features]) -> list[dict[str, float]]:
    weights = reader(model)
    scores = weights.scores(things)
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    likely = (odds / odds.sum(axis=1, keepdims=True)).tolist()
    return [dict(zip(weights.labels, of_thing, strict=True)) for of_thing in likely]
