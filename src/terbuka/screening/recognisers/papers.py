"""Passports: by their label, or by their form where the document speaks of passports.

Indonesian ones are a letter or two and six or seven figures (Permenkumham 8/2014); others mix letters and
figures.
"""

import re

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.layout import Layout
from terbuka.screening.recognisers.labels import Labels, labels_of
from terbuka.screening.recognisers.patterns import Pattern

_REACH = 4
_ANY = re.compile(r"(?=(?:.*\d){2})[A-Z0-9lo]{1,2} ?[A-Z0-9lo]{5,8}")
_OURS = re.compile(r"[A-Z]{1,2} ?\d{7}")
_REASON = N_("Nomor setelah label %(label)s.")
_FORM = N_("Nomor dalam bentuk nomor paspor, dalam dokumen yang menyebut paspor.")


def papers(layout: Layout, patterns: list[Pattern]) -> list[Candidate]:
    """Passport numbers among ``patterns``."""
    labels = labels_of(layout)
    found = []
    for pattern in patterns:
        if pattern.kind in ("passport", "serial", "plate") and _ANY.fullmatch(pattern.text):
            candidate = _passport(layout, labels, pattern)
            if candidate:
                found.append(candidate)
    return found


def _passport(layout: Layout, labels: Labels, pattern: Pattern) -> Candidate | None:
    label = labels.in_front(pattern.start)
    near = label.distance <= _REACH and (not label.distance or labels.on_line(pattern.start, label))
    if not label.kinds or not near:
        label = labels.around(pattern.start)
    if layout.reading.tag_at(layout.reading.word_at(pattern.start), "label.number"):  # "No. RM 386254"
        return None
    if "passport" in label.kinds:
        return _made(pattern, 0.97, _REASON)
    spoken_of = bool(layout.reading.marked("label.passport"))
    if spoken_of and _OURS.fullmatch(pattern.text) and not label.kinds:
        return _made(pattern, 0.8, _FORM)
    return None


def _made(pattern: Pattern, certain: float, reason: str) -> Candidate:
    return Candidate(
        "PASSPORT",
        pattern.start,
        pattern.end,
        "papers.passport",
        certain,
        reason,
        Rank.IDENTIFIER,
        None,
        pattern.text.replace(" ", ""),
        {"label": "paspor"},
    )
