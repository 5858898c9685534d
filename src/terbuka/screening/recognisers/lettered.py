"""Mobile numbers with a letter in the place of a figure that no scanner puts there: ``0812 5I04 33T8``.

Who leaves out or exchanges a figure so that machines see no number leaves enough of it for people.
"""

import re
from collections.abc import Iterator

from terbuka.screening.folding import OCR_DIGIT
from terbuka.screening.recognisers import phones
from terbuka.screening.recognisers.digits import Run

_GROUPS = re.compile(
    r"(?<![^\W_])(?:\+?62|0)[0-9A-Za-z]{0,11}(?![^\W_])"
    r"(?:[ .\-](?=[A-Za-z]?\d)[0-9A-Za-z]{2,12}(?![^\W_])){0,4}"
)
_GROUP = re.compile(r"[0-9A-Za-z]+")
_FIGURE = OCR_DIGIT | {"A": "4", "E": "3", "T": "7", "Y": "4"}
_SHORTEST, _LONGEST, _PREFIX, _MOST = 10, 14, 4, 2
_ANY = "0"


def lettered_runs(text: str) -> Iterator[Run]:
    """Every such number, as long as it can be."""
    for match in _GROUPS.finditer(text):
        groups = [group.span() for group in _GROUP.finditer(text, *match.span())]
        for count in range(len(groups), 0, -1):
            run = _run(text, match.start(), groups[:count])
            if run:
                yield run
                break


def _run(text: str, start: int, groups: list[tuple[int, int]]) -> Run | None:
    written = "".join(text[first:last] for first, last in groups)
    odd = [at for at, char in enumerate(written) if not char.isdigit() and char not in OCR_DIGIT]
    if not _SHORTEST <= len(written) <= _LONGEST or not 1 <= len(odd) <= _MOST or odd[0] < _PREFIX:
        return None
    if any(2 * sum(map(str.isdigit, text[first:last])) < last - first for first, last in groups):
        return None
    number = "".join(char if char.isdigit() else _FIGURE.get(char, _ANY) for char in written)
    end = groups[-1][1]
    run = Run(start, end, text[start:end], number, tuple(last - first for first, last in groups))
    return run if phones.assigned(run) else None
