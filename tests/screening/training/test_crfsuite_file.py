"""What we read from a model of CRFsuite says the same as CRFsuite."""

import random
from itertools import pairwise
from pathlib import Path

import numpy as np
import pycrfsuite
import pytest

from terbuka.screening.reading import read_text
from terbuka.screening.tagging.chain import marginals
from terbuka.screening.tagging.features import Things, features
from terbuka.screening.tagging.sums import Sums
from terbuka.screening.training.crfsuite_file import weights_of
from terbuka.screening.weights import Weights, unpacked

TEXTS = [
    f"Bapak {name} (42) meminjam Rp {sum_} juta dari {other}; utangnya lunas.\nSakit asma, kata {name}."
    for name, other, sum_ in (
        ("Darmawi", "Siti Rahmah", 5), ("Ketut Dana", "Lim Swan", 12), ("ROSDIANA", "koperasi", 7),
    )
]  # fmt: skip
SEEN_LATER = "Ibu Rahmah (31) dan Darmawi sakit; RS menagih Rp 12 juta, lunas kata Ketut.\n\nSelesai"
LABELS = ("O", "B-PER", "I-PER", "B-HEALTH")


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[pycrfsuite.Tagger, Weights]:
    """One model read by CRFsuite and by us; its labels are drawn by lot, so every feature says something."""
    chance = random.Random(7)  # noqa: S311 - no secret
    path = str(tmp_path_factory.mktemp("model") / "model.crf")
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c2": 0.01, "max_iterations": 30, "feature.possible_transitions": True})
    for text in TEXTS:
        seen = features(read_text(text))
        trainer.append(pycrfsuite.ItemSequence(seen), [chance.choice(LABELS) for _ in seen])
    trainer.train(path)
    tagger = pycrfsuite.Tagger()
    tagger.open(path)
    return tagger, unpacked(weights_of(Path(path).read_bytes()).packed())


@pytest.mark.parametrize("text", [*TEXTS, SEEN_LATER, "Darmawi"])
def test_words_have_the_probabilities_that_crfsuite_gives(
    trained: tuple[pycrfsuite.Tagger, Weights], text: str
) -> None:
    tagger, weights = trained
    reading = read_text(text)
    whole = range(len(reading))
    scores = Sums([weights]).of(Things(reading), whole)
    ours = marginals(scores, weights.transitions, [whole])
    tagger.set(pycrfsuite.ItemSequence(features(reading)))
    theirs = [[tagger.marginal(label, at) for label in weights.labels] for at in whole]
    assert np.abs(ours - np.array(theirs)).max() < 1e-4
    assert max(map(max, theirs)) - min(map(min, theirs)) > 0.2  # it says something


def test_parts_of_a_long_text_are_summed_like_the_whole(
    trained: tuple[pycrfsuite.Tagger, Weights],
) -> None:
    reading = read_text(" ".join([*TEXTS, SEEN_LATER]))
    sums, things = Sums([trained[1]]), Things(reading)
    cuts = [0, 1, 7, 20, 21, len(reading)]
    parts = [sums.of(things, range(first, last)) for first, last in pairwise(cuts)]
    assert np.allclose(np.concatenate(parts), sums.of(things, range(len(reading))))


def test_labels_and_transitions_are_those_of_crfsuite(trained: tuple[pycrfsuite.Tagger, Weights]) -> None:
    tagger, weights = trained
    assert weights.labels == tagger.labels()
    for (before, after), weight in tagger.info().transitions.items():
        at = weights.labels.index(before), weights.labels.index(after)
        assert weights.transitions[at] == pytest.approx(weight, abs=1e-5)


def test_what_is_no_model_of_crfsuite_is_refused() -> None:
    with pytest.raises(ValueError, match="not a model of CRFsuite"):
        weights_of(b"lCRF" + b"x" * 60)


def test_a_name_of_several_lines_is_refused(tmp_path: Path) -> None:
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.append(pycrfsuite.ItemSequence([["two\nlines"]]), ["X"])
    trainer.append(pycrfsuite.ItemSequence([["one"]]), ["Y"])
    trainer.train(str(tmp_path / "model.crf"))
    with pytest.raises(ValueError, match="no name"):
        weights_of((tmp_path / "model.crf").read_bytes())
