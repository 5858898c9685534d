"""A model's weights: packed and unpacked, summed by step and label."""

import numpy as np
import pytest

from terbuka.screening.weights import Weights, unpacked

WEIGHTS = Weights(
    labels=["HIDE", "STAY"],
    reach=1,
    rows={"word=bapak": 0, "shape=Aa": 1, "unsaid": 2},
    begins=np.array([0, 3, 4, 4]),
    cells=np.array([0, 2, 3, 2], np.uint16),  # one before: HIDE; itself: HIDE, STAY; itself: HIDE
    values=np.array([2.0, 0.5, 1.0, 4.0], np.float32),
    transitions=np.array([[0.0, 1.0], [2.0, 3.0]], np.float32),
    model="names",
    families=frozenset({"word", "shape", "unsaid"}),
)


def test_a_packed_model_is_the_same_when_unpacked() -> None:
    again = unpacked(WEIGHTS.packed())
    assert (again.labels, again.reach, again.rows) == (WEIGHTS.labels, WEIGHTS.reach, WEIGHTS.rows)
    assert (again.model, again.families) == (WEIGHTS.model, WEIGHTS.families)
    for name in ("begins", "cells", "values", "transitions"):
        assert (getattr(again, name) == getattr(WEIGHTS, name)).all()
    assert again.packed() == WEIGHTS.packed()


def test_what_a_thing_says_is_told_by_step_and_label() -> None:
    table = WEIGHTS.table([["word=bapak", "shape=Aa"], ["never seen"], ["unsaid"]], (-1, 0, 1, 5))
    assert table[0].tolist() == [[2.0, 0.0], [4.5, 1.0], [0.0, 0.0], [0.0, 0.0]]
    assert not table[1:].any()


def test_wholes_are_scored_by_how_far_things_hold() -> None:
    alone = Weights(
        ["HIDE", "STAY"],
        0,
        {"ill": 0, "law": 1},
        np.array([0, 1, 2]),
        np.array([0, 1], np.uint16),
        np.array([2.0, 3.0], np.float32),
        np.zeros((2, 2), np.float32),
    )
    things = [{"ill": 0.5, "law": 2.0, "never seen": 9.0}, {}, {"law": 1.0}]
    assert alone.scores(things).tolist() == [[1.0, 6.0], [0.0, 0.0], [0.0, 3.0]]
    assert alone.scores([{}]).tolist() == [[0.0, 0.0]]


@pytest.mark.parametrize("data", [b"", b"no model", b'["a list"]\n', WEIGHTS.packed()[:-1]])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        unpacked(data)
