"""A name as its finders hand it on."""

from dataclasses import dataclass
from enum import StrEnum

from terbuka.screening.names.anchors import Lead
from terbuka.screening.reading import Reading


class NameRule(StrEnum):
    """Why words are taken for a name; the officer and the models are told these values (see ``rules``)."""

    ANCHORED = "names.anchored"
    FOLLOWED = "names.followed"
    OF_KIN = "names.of_kin"
    LISTED = "names.listed"
    APPOSED = "names.apposed"
    LED = "names.led"
    SIGNED = "names.signed"
    KNOWN = "names.known"
    STRANGER = "names.stranger"
    MODELLED = "names.modelled"
    INITIALS = "names.initials"
    LABELLED = "names.labelled"
    ALIAS = "names.alias"
    SMALL = "names.small"


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
    rule: NameRule
    lead: Lead
    field: tuple[str, ...] = ()


def name_candidate(
    reading: Reading, words: range, certain: float, rule: NameRule, here: Lead, field: tuple[str, ...] = ()
) -> NameCandidate:
    """The candidate that covers ``words``."""
    start, end = reading.starts[words.start], reading.ends[words.stop - 1]
    return NameCandidate(words.start, words.stop, start, end, certain, rule, here, field)
