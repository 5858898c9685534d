"""Numerals in words: as a number (``dua puluh tujuh`` is 27, enough for ages), and figure by figure as
numbers are dictated (``nol delapan dua satu``), also in regional languages."""

from functools import cache

from terbuka.screening.lexicon import words as word_set

_UNITS = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10, "sebelas": 11,
}  # fmt: skip
_WHOLE = {
    "sepuluh": "10",
    "sapuluah": "10",
    "sapuluh": "10",
    "sebelas": "11",
    "sabaleh": "11",
    "seratus": "100",
}
_TENS = frozenset({"puluh", "pulo", "puluah", "pulu"})
_TEENS = frozenset({"belas", "baleh", "welas"})
_TWICE = frozenset({"dobel", "double"})
_SPOKEN = (
    "spoken-0", "spoken-1", "spoken-2", "spoken-3", "spoken-4", "spoken-5", "spoken-6", "spoken-7",
    "spoken-8", "spoken-9",
)  # fmt: skip


def in_words(words: list[str]) -> tuple[int, int] | None:
    """The number that ``words`` begin with, and how many words it takes; None if they begin with none.

    >>> in_words(["tiga", "belas", "tahun"])
    (13, 2)
    """
    if not words or words[0] not in _UNITS:
        return None
    value = _UNITS[words[0]]
    if words[1:2] == ["belas"]:
        return value + 10, 2
    if words[1:2] == ["puluh"]:
        unit = _UNITS.get(words[2], 0) if len(words) > 2 else 0
        return value * 10 + unit, 3 if unit else 2
    return value, 1


def dictated(words: list[str]) -> tuple[str, int] | None:
    """The figures that ``words`` begin with as somebody dictates them, and how many words they take.

    >>> dictated(["dua", "puluh", "satu"]), dictated(["kosong", "enam"])
    (('21', 3), ('0', 1))
    """
    figures = _figures()
    if not words:
        return None
    if words[0] in _WHOLE:
        return _WHOLE[words[0]], 1
    second = words[1] if len(words) > 1 else ""
    if words[0] in _TWICE and second in figures:
        return figures[second] * 2, 2
    if words[0] not in figures:
        return None
    figure = figures[words[0]]
    if second in _TEENS:
        return "1" + figure, 2
    if second in _TENS:
        unit = figures.get(words[2], "0") if len(words) > 2 else "0"
        return figure + unit, 3 if unit != "0" else 2
    return figure, 1


def is_numeral(word: str) -> bool:
    """A word that something dictated may begin with."""
    return word in _figures() or word in _WHOLE or word in _TWICE


@cache
def _figures() -> dict[str, str]:
    return {word: str(figure) for figure, name in enumerate(_SPOKEN) for word in word_set(name)}
