"""What was looked up is kept, and forgotten when it is too much."""

import numpy as np
import pytest

from terbuka.screening.reading import read_text
from terbuka.screening.tagging import sums as module
from terbuka.screening.tagging.features import Things
from terbuka.screening.tagging.sums import Sums
from terbuka.screening.trained import reader

TEXT = "Bapak Darmawi (42) meminjam Rp 5 juta.\n\nSITI RAHMAH menjual motor; utangnya lunas."


def scores(sums: Sums, text: str) -> np.ndarray:
    reading = read_text(text)
    return sums.of(Things(reading), range(len(reading)))


def test_other_texts_between_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    sums = Sums([reader("names"), reader("details")])
    first = scores(sums, TEXT)
    monkeypatch.setattr(module, "_MOST_KEPT", 30)
    for number in range(5):
        scores(sums, " ".join(f"kata{number}{at}" for at in range(20)))
    assert (scores(sums, TEXT) == first).all()


def test_a_text_with_more_words_than_are_kept_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    first = scores(Sums([reader("names")]), TEXT)
    monkeypatch.setattr(module, "_MOST_KEPT", 3)
    monkeypatch.setattr(module, "_FIRST", 2)
    assert (scores(Sums([reader("names")]), TEXT) == first).all()
