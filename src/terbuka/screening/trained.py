"""The trained models (``data/*.crf.gz``; what they learned and how good they are: docs/models.md).

Each is read once, by the first that asks.
"""

import gzip
import os
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from terbuka.errors import TerbukaError
from terbuka.language import N_
from terbuka.screening.families import FAMILIES, LABELS
from terbuka.screening.weights import Weights, unpacked

OWN = "TERBUKA_MODELS"
"""Names the folder of the models that an office made from the decisions of its officers, if it did."""


_OTHER_MODEL = N_(
    "Model %(file)s di %(folder)s dibuat untuk versi lain program ini. Buat lagi dengan perintah make model, "
    "atau kosongkan %(variable)s agar model bawaan dipakai."
)
_NO_MODEL = N_(
    "Model %(file)s di %(folder)s tidak ada atau rusak. Buat lagi, atau kosongkan %(variable)s agar model "
    "bawaan dipakai."
)


class NoModel(TerbukaError):
    """A trained model is missing or broken, another stands in its place, or it was made for another version
    of what it looks at."""


def _folder() -> Traversable:
    own = os.environ.get(OWN)
    return Path(own) if own else files("terbuka.screening").joinpath("data")


class _Models:
    """The models of one folder, as far as somebody asked for them."""

    def __init__(self, folder: Traversable) -> None:
        self.folder = folder
        self._open: dict[str, Weights] = {}
        self._opening = threading.Lock()

    def named(self, name: str) -> Weights:
        with self._opening:
            if name not in self._open:
                self._open[name] = self._opened(name)
            return self._open[name]

    def _opened(self, name: str) -> Weights:
        file = f"{name}.crf.gz"
        try:
            weights = unpacked(gzip.decompress(self.folder.joinpath(file).read_bytes()))
        except (OSError, EOFError, KeyError, TypeError, ValueError, zlib.error) as error:
            raise NoModel(_NO_MODEL, variable=OWN, folder=self.folder, file=file) from error
        if not weights.model or weights.families != FAMILIES[name]:
            raise NoModel(_OTHER_MODEL, variable=OWN, folder=self.folder, file=file)
        if weights.model != name or not LABELS[name].issubset(weights.labels):
            raise NoModel(_NO_MODEL, variable=OWN, folder=self.folder, file=file)
        return weights


_usual = _Models(_folder())


class _Chosen(threading.local):
    def __init__(self) -> None:
        self.models = _usual


_chosen = _Chosen()


def reader(name: str) -> Weights:
    """The model ``NAME`` (``data/NAME.crf.gz``), one for all threads."""
    return _chosen.models.named(name)


@contextmanager
def models_of(folder: Traversable) -> Iterator[None]:
    """In this thread the models of another folder: for training, and to measure what was held out."""
    before = _chosen.models
    _chosen.models = _Models(folder)
    try:
        yield
    finally:
        _chosen.models = before
