"""Numbers and addresses on the net written again elsewhere, in whatever form: one thing is hidden everywhere
(policy, rule 10)."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from terbuka.screening.candidate import Candidate
from terbuka.screening.matching import Form, Matcher
from terbuka.screening.variants import thing_forms
from terbuka.screening.written_dates import dates, dates_in


def repeated(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """Further occurrences of what is hidden among ``found`` (in document order), where nothing was found or
    only a number that looks so."""
    things: dict[Form, Candidate] = {}
    for candidate in found:
        if candidate.holder is None or not candidate.holder.stays_open:
            for form in thing_forms(candidate.type, text[candidate.start : candidate.end]):
                things.setdefault(form, candidate)
    judged = [candidate for candidate in found if candidate.type != "NUMBER"]
    starts, reach = [candidate.start for candidate in judged], _reach(judged)
    again = []
    for hit in Matcher(things).hits(text):
        before = bisect_right(starts, hit.start) - 1
        if before < 0 or reach[before] < hit.end:
            thing = things[hit.form]
            again.append(replace(thing, start=hit.start, end=hit.end, rule="repeated.thing", certain=0.9))
    return again


def repeated_births(text: str, born: Sequence[Candidate]) -> list[Candidate]:
    """Where the date of a birth in ``born`` (in document order) stands again, however it is written: run
    together or damaged by its forms, in figures that are a date only as they stand by its grammar."""
    again = repeated(text, born)
    days: dict[tuple[int, int, int], Candidate] = {}
    for birth in born:
        for day in dates(text[birth.start : birth.end]):
            days.setdefault(day, birth)
    known = sorted([*born, *again], key=lambda candidate: candidate.start)
    starts, reach = [candidate.start for candidate in known], _reach(known)
    for match in dates_in(text):
        same = next((days[day] for day in dates(match[0]) if day in days), None)
        before = bisect_right(starts, match.start()) - 1
        if same and (before < 0 or reach[before] <= match.start()):
            again.append(
                replace(same, start=match.start(), end=match.end(), rule="repeated.thing", certain=0.9)
            )
    return again


def _reach(found: Sequence[Candidate]) -> list[int]:
    """How far any candidate up to each one goes."""
    reach, furthest = [], 0
    for candidate in found:
        furthest = max(furthest, candidate.end)
        reach.append(furthest)
    return reach
