"""The month in which a payment card ends, beside its number: alone it is any month."""

import re
from collections.abc import Iterator

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank

_MONTH = r"((?:0[1-9]|1[0-2]) ?[/\-.] ?(?:20)?\d{2})(?![\d/]|[.\-]\d)"
_ENDS = r"(?:exp\w*|valid\w*|thru|berlaku|kedaluwarsa|kadaluarsa|jatuh tempo)"
_BESIDE = re.compile(
    rf"[ \t,;|(]{{1,6}}{_MONTH}|[^\n]{{0,60}}?\n?[^\n]{{0,20}}?\b{_ENDS}\b[^\d\n]{{0,20}}{_MONTH}", re.I
)
_REASON = N_("Masa berlaku kartu di samping nomornya.")


def expiries(text: str, found: list[Candidate]) -> Iterator[Candidate]:
    """The months beside the cards among ``found``."""
    for card in found:
        match = _BESIDE.match(text, card.end) if card.type == "CARD" else None
        if match:
            start, end = match.span(1 if match[1] else 2)
            yield Candidate("CARD", start, end, "identifiers.card", 0.9, _REASON, Rank.IDENTIFIER, None)
