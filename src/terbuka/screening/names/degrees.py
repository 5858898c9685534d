"""Academic degrees behind a name: ", S.H., M.Kn.", "S.I.K.", "SE"."""

import re

from terbuka.screening.reading import Reading

DEGREE = re.compile(
    r",?\s*\(?(?:(?:[SMADB]|Sp|Ph|LL|Dipl|Ak|Med|Psi|Apt|Ns)\.(?:[A-Z][A-Za-z]{0,6}\.?){1,3}|[SM]\. ?[HEMT]\."
    r"|[AS]\.? ?Md|S\.?H|M\.?H|S\.?E|M\.?M|S\.?T|M\.?T|M\.?Si|S\.?Sos|S\.?Pd|S\.?IK|S\.?Kom|M\.?Kn|S\.?IP"
    r"|Ph\.?D|Lc|CPA|Psikolog)\b\.?"
)


def degree_after(reading: Reading, last: int) -> bool:
    """True when a degree stands behind word ``last - 1``."""
    return bool(DEGREE.match(reading.text, reading.ends[last - 1]))


def behind_degrees(reading: Reading, last: int) -> int:
    """The offset behind word ``last - 1`` and all degrees that follow it."""
    offset = reading.ends[last - 1]
    while match := DEGREE.match(reading.text, offset):
        offset = match.end()
    return offset


def comma_degree(reading: Reading, index: int) -> bool:
    """True where word ``index`` begins a degree behind a comma: ", S.Kom."."""
    gap = reading.between(index)
    comma = reading.starts[index] - len(gap) + gap.rfind(",")
    return "," in gap and bool(DEGREE.match(reading.text, comma))


def degree_at(reading: Reading, index: int) -> bool:
    """True where word ``index`` begins a degree with full stops, with or without a comma: "BAYU S.H."."""
    return degree_after(reading, index) and reading.text.startswith(".", reading.ends[index])
