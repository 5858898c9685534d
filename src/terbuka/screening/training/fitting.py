"""Fitting one model, and the file it is kept in."""

import gzip
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pycrfsuite

from terbuka.screening.families import FAMILIES, families_of
from terbuka.screening.training.crfsuite_file import weights_of

Seen = list[Any]
"""What holds of each item of a sequence: names, or names with weights."""


def fit(model: str, examples: Iterable[tuple[Seen, list[str]]], settings: dict[str, Any]) -> bytes:
    """The ``model`` of sequences and their labels. L-BFGS from zero: the same examples give the same bytes.

    Raises ``ValueError`` where it learned of families that are not declared: no program would open it.
    """
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(settings)
    for seen, labels in examples:
        trainer.append(pycrfsuite.ItemSequence(seen), labels)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "model.crf"
        trainer.train(str(path))
        weights = weights_of(path.read_bytes())
    undeclared = families_of(weights.rows) - FAMILIES[model]
    if undeclared:
        raise ValueError(f"not in families.py for {model}: {', '.join(sorted(undeclared))}")
    return replace(weights, model=model, families=FAMILIES[model]).packed()


def keep(model: bytes, path: Path) -> None:
    """Pack a model; the time of packing does not stand in the file."""
    path.write_bytes(gzip.compress(model, 9, mtime=0))
