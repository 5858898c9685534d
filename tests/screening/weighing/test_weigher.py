"""A thing is weighed by what holds of it."""

from pathlib import Path

import pytest

from terbuka.screening.trained import models_of
from terbuka.screening.training.fitting import fit, keep
from terbuka.screening.weighing.weigher import weigh


def test_probabilities_add_up_and_follow_the_features(tmp_path: Path) -> None:
    examples = [([{"any": 1.0}], ["HIDE"]), ([{"prior": 1.0}], ["STAY"])] * 20
    keep(fit("persons", examples, {"c2": 0.1}), tmp_path / "persons.crf.gz")
    with models_of(tmp_path):
        ill, law, unknown = weigh("persons", [{"any": 1.0}, {"prior": 1.0}, {"never seen": 1.0}])
        assert sum(ill.values()) == pytest.approx(1.0)
        assert ill["HIDE"] > 0.9 > law["HIDE"]
        assert unknown["HIDE"] == pytest.approx(0.5, abs=0.1)
        assert weigh("persons", []) == []
