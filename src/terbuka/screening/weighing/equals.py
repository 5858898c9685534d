"""An amount that stands in several lines of a list is hidden in all of them or in none.

A rule hides all where it sees why. A model that sees one of three by itself has seen nothing: who reads the
other two knows the third.
"""

import re
from collections.abc import Sequence

from terbuka.screening.candidate import Candidate
from terbuka.screening.recognisers.learned import LEARNED

_AMOUNT = re.compile(r"(?:(?:Rp|IDR)\.? ?)?(\d[\d.,]*\d)(?: ?(?:ribu|rb|juta|jt)\b)?(?:,-)?", re.I)
_MANY = 2
"""Lines in which the same amount stays open."""


def without_lone_amounts(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """``found`` without the amounts that only a model proposes, and that stay open in other lines."""
    return [candidate for candidate in found if not _is_lone(text, candidate, found)]


def _is_lone(text: str, candidate: Candidate, found: Sequence[Candidate]) -> bool:
    amount = _AMOUNT.fullmatch(text[candidate.start : candidate.end])
    if candidate.rule != LEARNED or candidate.type != "FINANCE" or amount is None:
        return False
    equal = re.compile(rf"(?<![\d.,]){re.escape(amount[1])}(?![\d]|[.,]\d)")
    begin, end = text.rfind("\n", 0, candidate.start) + 1, text.find("\n", candidate.end)
    others = [
        match.start()
        for match in equal.finditer(text)
        if not begin <= match.start() < (len(text) if end < 0 else end)
    ]
    hidden = any(other.start <= at < other.end for at in others for other in found)
    lines = {text.rfind("\n", 0, at) for at in others}
    return len(lines) >= _MANY and not hidden
