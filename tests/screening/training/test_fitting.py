"""The same examples give the same model, packed the same way."""

from pathlib import Path

import pytest

from terbuka.screening.families import FAMILIES
from terbuka.screening.training.fitting import fit, keep
from terbuka.screening.weights import unpacked

EXAMPLES = [([["word=a"], ["word=b"]], ["X", "Y"]), ([["word=b"], ["word=c"]], ["Y", "X"])] * 3


def test_the_same_examples_give_the_same_bytes() -> None:
    assert fit("names", EXAMPLES, {}) == fit("names", EXAMPLES, {})


def test_a_kept_model_says_nothing_of_when_it_was_kept(tmp_path: Path) -> None:
    keep(b"model", tmp_path / "one")
    assert (tmp_path / "one").read_bytes()[4:8] == bytes(4)  # where gzip notes the time


def test_a_model_says_which_it_is_and_what_the_program_looks_at() -> None:
    model = unpacked(fit("names", EXAMPLES, {}))
    assert (model.model, model.families) == ("names", FAMILIES["names"])


def test_a_model_of_a_family_that_is_not_declared_is_not_made() -> None:
    with pytest.raises(ValueError, match=r"not in families\.py for names: moon"):
        fit("names", [*EXAMPLES, ([["-1moon=full"]], ["X"])], {})
