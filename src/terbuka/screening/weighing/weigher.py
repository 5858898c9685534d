"""A maximum-entropy model: from what holds of a thing to the probability of each label."""

from collections.abc import Sequence

import numpy as np

from terbuka.screening.trained import reader

Features = dict[str, float]


def weigh(model: str, things: Sequence[Features]) -> list[dict[str, float]]:
    """For each of ``things`` the probability of each label of ``model``; each is weighed by itself (a CRF
    over one item)."""
    if not things:
        return []
    weights = reader(model)
    scores = weights.scores(things)
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    likely = (odds / odds.sum(axis=1, keepdims=True)).tolist()
    return [dict(zip(weights.labels, of_thing, strict=True)) for of_thing in likely]
