"""Indonesian numerals in words: ``dua puluh tujuh`` is 27. Enough for ages."""

_UNITS = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10, "sebelas": 11,
}  # fmt: skip


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
