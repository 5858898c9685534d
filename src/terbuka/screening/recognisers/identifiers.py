"""Identity, account and device numbers: what the label in front says, else what the number's form proves."""

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import zip_longest

from terbuka.screening.candidate import Candidate
from terbuka.screening.layout import Layout
from terbuka.screening.recognisers import accounts, line_ends
from terbuka.screening.recognisers.cards import expiries
from terbuka.screening.recognisers.digits import Run, find_runs
from terbuka.screening.recognisers.labels import Label, labels_of
from terbuka.screening.recognisers.lettered import lettered_runs
from terbuka.screening.recognisers.number_forms import by_form, is_part, is_proven
from terbuka.screening.recognisers.number_kinds import by_label, is_sure_number, is_times
from terbuka.screening.recognisers.parted import Parted, parted_numbers
from terbuka.screening.recognisers.spoken import mixed_runs, spoken_runs
from terbuka.screening.recognisers.taxpayers import is_persons
from terbuka.screening.roles import Role

_NUMBER = 6  # digits of a number that takes the label in front of it for itself
# What stands between the numbers of one list: "0012-478-116 (Rusmayadi) dan 0012 531 907".
_LISTED = re.compile(
    r"\s{0,2}(?:\([^()\n]{1,40}\)\s?)?"
    r"(?:[,/&+]|[,;]?\s?(?:dan|serta|atau|and|or|lan|jeung|sareng|wan|deng|jo)\b)\s{0,2}"
    r"(?:[^\W\d]{2,12}\s){0,2}[(\"]?"
)
_SHORTEST_LISTED = 10
_LONGEST_WRITTEN = 80  # characters of one number, its figures far apart


def identifiers(layout: Layout) -> list[Candidate]:
    """All identity, account, card, device and telephone numbers, and look-alikes that stay."""
    found = _Numbers(layout).find()
    return [*found, *accounts.coins(layout), *expiries(layout.reading.text, found)]


class _Numbers:
    """The numbers of one document, read from left to right."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._text = layout.reading.text
        self._labels = labels_of(layout)
        self._barrier = 0  # where the last number ends: what stands before it is no label of the next
        self._ends: list[int] = []  # the same of those in parted groups
        self._last: Candidate | None = None

    def find(self) -> list[Candidate]:
        found = self._find_parted()
        self._ends = [candidate.end for candidate in found]
        taken = {at for candidate in found for at in range(candidate.start, candidate.end)}
        runs = [*find_runs(self._text), *spoken_runs(self._layout.reading)]
        runs = [run for run in runs if taken.isdisjoint(range(run.start, run.end))]
        runs.sort(key=lambda run: run.start)
        reached = 0
        for run, after in zip_longest(runs, runs[1:]):
            if run.start < reached:
                continue
            broken = self._broken(run, after)
            new = [broken] if broken else self._classify(run)
            found += new
            reached = broken.end if broken else run.end
            if broken or len(run.digits) >= _NUMBER:
                self._barrier = reached
                self._last = new[-1] if new else None
        return found

    def _find_parted(self) -> list[Candidate]:
        """Numbers whose groups stand unusually far apart, or of which a part is not figures."""
        found: list[Candidate] = []
        reached = 0
        disguised = [*mixed_runs(self._layout.reading), *lettered_runs(self._text)]
        together = [*parted_numbers(self._text), *(Parted(run, "") for run in disguised)]
        for parted in sorted(together, key=lambda parted: parted.run.start):
            if parted.run.start >= reached and not self._is_money(parted.run):
                candidate, labelled = self._alone(parted.run)
                if labelled and not self._in_one_cell(parted.run):
                    candidate, labelled = by_form(self._layout, parted.run), False
                if candidate and parted.is_one(candidate.type, labelled):
                    found.append(candidate)
                    reached = candidate.end
        return found

    def _in_one_cell(self, run: Run) -> bool:
        """The heading of a column says nothing of a number that reaches into the next."""
        label = self._labels.in_front(run.start)
        led = bool(label.kinds) and self._labels.on_line(run.start, label)
        if led or self._layout.field_at(run.start):
            return True
        cell = self._layout.cell_at(run.start)
        return cell is not None and run.end <= cell.end

    def _classify(self, run: Run) -> list[Candidate]:
        if self._is_money(run) or _is_row_of_one(run):
            return []
        candidate = self._alone(run)[0]
        return [candidate] if candidate else self._in_parts(run)

    def _alone(self, run: Run) -> tuple[Candidate | None, bool]:
        """What the run is as a whole, and whether a label says so."""
        label = self._label(run)
        shown = is_proven(run) or accounts.is_bank(self._layout, self._layout.reading.word_at(run.start))
        if label.kinds[:1] == ("number",) and shown and not is_sure_number(label):
            label = Label()
        counts = label.kinds[:1] == ("number",) or is_proven(run) or not is_part(self._text, run, label)
        labelled = by_label(run, label) if counts else None
        by_number = labelled and labelled.holder is Role.COMPANY and "company_npwp" not in label.kinds
        if labelled and by_number and is_persons(self._layout, run.start):
            labelled.holder = None
        return labelled or by_form(self._layout, run) or self._listed(run), labelled is not None

    def _label(self, run: Run) -> Label:
        field = self._layout.field_at(run.start)
        parted = bisect_right(self._ends, run.start)
        barrier = max(self._barrier, self._ends[parted - 1] if parted else 0, field.start if field else 0)
        label = self._labels.in_front(run.start, barrier)
        if label.kinds[:1] == ("number",) and label.distance and is_proven(run):
            label = Label()
        return label if label.kinds else self._labels.around(run.start)

    def _listed(self, run: Run) -> Candidate | None:
        """A further number of a list, as long as the one before it."""
        last = self._last
        if last is None or last.key is None or last.type in ("PHONE", "NUMBER"):
            return None
        alike = len(run.digits) == len(last.key) >= _SHORTEST_LISTED
        if not alike or not _LISTED.fullmatch(self._text, last.end, run.start):
            return None
        return replace(last, start=run.start, end=run.end, key=run.digits)

    def _broken(self, run: Run, after: Run | None) -> Candidate | None:
        """The number that begins with this run and goes on in the next lines. ``after``: the run behind it;
        where that is a whole number, they are two."""
        best = None
        start = line_ends.below(self._text, run)
        if start is None or self._is_money(run) or is_times(run):
            return None
        two = after is not None and after.start == start and self._is_whole(after)
        for joined in line_ends.continuations(self._text, run):
            candidate, labelled = self._alone(joined)
            if candidate is None or (two and not line_ends.outweighs(candidate.type, joined)):
                continue
            if line_ends.goes_on(self._text, candidate.type, labelled, run, joined):
                best = candidate
                if candidate.type != "PHONE":  # as many groups as a telephone number can have
                    break
        return best

    def _is_whole(self, run: Run) -> bool:
        candidate = by_form(self._layout, run)
        return candidate is not None and line_ends.is_proven(candidate.type, run)

    def _in_parts(self, run: Run) -> list[Candidate]:
        """A time or a date in front may have joined a number: ``08.15 0812-5104-3378``."""
        for at, char in enumerate(run.text):
            if char == " ":
                for start, end in ((run.start + at + 1, run.end), (run.start, run.start + at)):
                    if end - start > _LONGEST_WRITTEN:
                        continue
                    part = next(iter(find_runs(self._text[start:end])), None)
                    shifted = part and replace(part, start=part.start + start, end=part.end + start)
                    found = shifted and by_form(self._layout, shifted)
                    if found:
                        return [found]
        return []

    def _is_money(self, run: Run) -> bool:
        reading = self._layout.reading
        index = reading.word_at(run.start)
        if reading.tag_before(index, "amount") and "\n" not in reading.between(index):
            return True
        after = reading.text[run.end : run.end + 3]
        return run.amount and after.startswith((",-", ",0", "%"))


def _is_row_of_one(run: Run) -> bool:
    """``1 1 1 1 1``: one figure again and again is a row of a table, whatever label stands near."""
    return max(run.shape) == 1 and len(set(run.digits)) == 1
