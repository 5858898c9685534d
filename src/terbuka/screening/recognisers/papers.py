"""Passports by their label: one or two letters and six to eight digits (Permenkumham 8/2014)."""

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.layout import Layout
from terbuka.screening.recognisers.patterns import Pattern

_REACH = 4
_REASON = N_("Nomor setelah label %(label)s.")


def papers(layout: Layout, patterns: list[Pattern]) -> list[Candidate]:
    """Passport numbers among ``patterns``."""
    return [
        Candidate(
            "PASSPORT",
            p.start,
            p.end,
            "papers.passport",
            0.97,
            _REASON,
            Rank.IDENTIFIER,
            None,
            p.text.replace(" ", ""),
            {"label": "paspor"},
        )
        for p in patterns
        if p.kind in ("passport", "serial", "plate")
        and any(c.isdigit() for c in p.text)
        and _labelled(layout, p.start)
    ]


def _labelled(layout: Layout, start: int) -> bool:
    if "passport" in layout.kinds_at(start):
        return True
    reading = layout.reading
    index = reading.word_at(start)
    for at in range(index, max(index - _REACH, 0), -1):
        if "|" in reading.between(at) or "\n" in reading.between(at):
            return False
        if reading.tag_before(at, "label.passport"):
            return True
    return False
