"""How much the letters of a word look like a name's: by its groups of three and four letters.

``data/letters.txt`` says of each group how much oftener it stands in persons' names than in other words, and
than in places. A name that no list knows ("Darmawi") is often written like those that are known.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

SIZES = (3, 4)
_STEP, _MOST = 5, 5


def letter_groups(word: str) -> Iterator[str]:
    """The groups of letters of a word in small letters, its edges marked."""
    edged = f"^{word}$"
    for size in SIZES:
        for at in range(len(edged) - size + 1):
            yield edged[at : at + size]


@cache
def _table() -> dict[str, tuple[int, int]]:
    """For each group ten times the logarithm of its odds: name against word, name against place."""
    text = files("terbuka.screening").joinpath("data/letters.txt").read_text(encoding="utf-8")
    cells = text.split()
    odds = zip(map(int, cells[1::3]), map(int, cells[2::3]), strict=True)
    return dict(zip(cells[::3], odds, strict=True))


@lru_cache(maxsize=100_000)
def name_odds(word: str) -> tuple[int, int]:
    """From -5 to 5: how much the letters of ``word`` (in small letters) look like a name's rather than
    another word's, and rather than a place's."""
    table = _table()
    known = [odds for group in letter_groups(word) if (odds := table.get(group))]
    if not known:
        return 0, 0
    against_word, against_place = (sum(odds) / len(known) / _STEP for odds in zip(*known, strict=True))
    return _bounded(against_word), _bounded(against_place)


def _bounded(odds: float) -> int:
    return max(-_MOST, min(_MOST, round(odds)))
