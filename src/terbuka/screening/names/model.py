"""A name as its finders hand it on."""

from dataclasses import dataclass

from terbuka.screening.names.anchors import Lead
from terbuka.screening.reading import Reading


@dataclass(frozen=True, slots=True)
class NameCandidate:
    """Words ``first`` to ``last`` (exclusive) at ``start``/``end``; ``certain`` 0 to 1.

    ``lead``: what stands in front. ``field``: the label or heading that announces it, if any.
    """

    first: int
    last: int
    start: int
    end: int
    certain: float
    rule: str
    lead: Lead
    field: tuple[str, ...] = ()


def name_candidate(
    reading: Reading, words: range, certain: float, rule: str, here: Lead, field: tuple[str, ...] = ()
) -> NameCandidate:
    """The candidate that covers ``words``."""
    start, end = reading.starts[words.start], reading.ends[words.stop - 1]
    return NameCandidate(words.start, words.stop, start, end, certain, f"names.{rule}", here, field)
