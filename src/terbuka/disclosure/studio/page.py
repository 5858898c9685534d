"""What one page of the studio shows. Only this page's marks are read; of the others, counts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Max, Min, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from terbuka.disclosure.decisions import Standing
from terbuka.disclosure.extract import Sheet, open_extract
from terbuka.disclosure.models import Case, Decision, Mark
from terbuka.disclosure.naming import fullest, is_plain
from terbuka.disclosure.queries import looks_at
from terbuka.disclosure.studio.choosing import last_of
from terbuka.disclosure.studio.filters import Filter
from terbuka.disclosure.words import (
    certainty_word,
    doubt_in,
    is_risky,
    look_of,
    role_word,
    standing_word,
    type_word,
)
from terbuka.documents import Notice
from terbuka.language import N_, translate
from terbuka.organisation.models import Account
from terbuka.screening.kinds import told_kind
from terbuka.screening.policy import label

STRIP = 40
"""Pages shown in the strip at once."""

_LOOKED_UP = 10
"""Mentions on other pages of which the name of a person is taken."""

_BY_HAND = N_("Ditambahkan petugas.")


@dataclass(frozen=True, slots=True)
class Row:
    """A mark in the list. ``text``: what stands there; empty for a region. ``by``: the decision in
    effect."""

    mark: Mark
    text: str
    reason: str
    by: Decision | None
    is_current: bool

    @property
    def look(self) -> str:
        return look_of(self.mark)

    @property
    def standing(self) -> Promise | str:
        return standing_word(self.mark)

    @property
    def type(self) -> Promise | str:
        return type_word(self.mark.type)

    @property
    def label(self) -> str:
        return label(self.mark.type, self.mark.role or None, self.mark.ground)

    @property
    def role(self) -> Promise | str:
        return role_word(self.mark.role)

    @property
    def percent(self) -> int:
        """Never 100: what a program proposes is not certain. Nor rounded up to the next word's number."""
        return min(round(1000 * self.mark.confidence) // 10, 99)

    @property
    def facts(self) -> list[Promise | str]:
        """What it is and whose, on which ground, and how sure; of a region nobody read there is no such."""
        mark = self.mark
        what = f"{self.type}, {self.role}" if mark.role else ""
        sure = "" if mark.is_region else f"{certainty_word(mark.confidence)} {self.percent}\u00a0%"
        by = _("petugas") if mark.added_by else sure
        return [fact for fact in (what, mark.ground if mark.hides else "", by) if fact]

    @property
    def doubt(self) -> Promise | str:
        return doubt_in(self.mark)

    @property
    def is_risky(self) -> bool:
        return is_risky(self.mark)


@dataclass(frozen=True, slots=True)
class Group:
    """The mentions of one person or thing on this page, or a single mark (``entity`` empty).
    ``total``: mentions in the whole document. ``name``: the fullest of them."""

    entity: str
    rows: Sequence[Row]
    total: int
    name: str

    @property
    def role(self) -> Promise | str:
        return role_word(self.rows[0].mark.role)

    @property
    def is_person(self) -> bool:
        return bool(self.entity) and self.rows[0].mark.type == "PERSON"


@dataclass(frozen=True, slots=True)
class Tile:
    """A page in the strip. ``count``: marks left there, or those that the filter lets through."""

    number: int
    count: int
    is_seen: bool
    is_here: bool


@dataclass(frozen=True, slots=True)
class StudioPage:
    """``kind``: what kind of document it is, as its notice tells; None where it was not recognised.
    ``next_match``/``previous_match``: the nearest page with something that the filter lets through
    (without a filter: that needs a decision). ``unseen``: pages that this officer has not looked at."""

    case: Case
    sheet: Sheet
    kind: Notice | None
    filter: Filter
    groups: Sequence[Group]
    hits: Sequence[Row]
    tiles: Sequence[Tile]
    types: Sequence[str]
    current: Row | None
    last: Decision | None
    left_here: int
    sure_here: int
    sure: int
    unseen: int
    next_match: int | None
    previous_match: int | None

    @property
    def number(self) -> int:
        return self.sheet.number

    @property
    def next(self) -> int | None:
        return self.number + 1 if self.number < self.case.pages else None

    @property
    def previous(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def query(self) -> str:
        return self.filter.query()


def studio_page(
    actor: Account, case: Case, number: int, filter: Filter, *, chosen: int | None = None
) -> StudioPage:
    """Page ``number`` of ``case`` for ``actor``. ``chosen``: the mark to point at; else the first that
    needs a decision, else the first. Raises ``KeyError`` where there is no such page."""
    with open_extract(case.extract) as extract:
        sheet = extract.sheet(number)
        kind = told_kind(extract.notices())
    there = _there(case)
    marks = list(there.filter(page=number).order_by("start", "number"))
    shown = [mark for mark in marks if filter.lets_through(mark)]
    current = _current(shown, chosen)
    decisions = _decisions(case, marks)
    rows = {mark.pk: _row(mark, sheet, decisions, current) for mark in marks}
    wanted = filter if filter.is_on else Filter(left=True)
    matching = wanted.apply(there)
    return StudioPage(
        case=case,
        sheet=sheet,
        kind=kind,
        filter=filter,
        groups=_groups(case, there, [rows[mark.pk] for mark in shown]),
        hits=list(rows.values()),
        tiles=_tiles(actor, case, number, matching),
        types=list(there.order_by("type").values_list("type", flat=True).distinct()),
        current=rows[current.pk] if current else None,
        last=last_of(case, actor),
        left_here=sum(mark.standing == Standing.UNDECIDED for mark in marks),
        sure_here=sum(_is_sure_proposal(mark) for mark in marks),
        sure=there.filter(standing=str(Standing.HIDDEN), decision=0).count(),
        unseen=case.pages - looks_at(case, actor).count(),
        next_match=matching.filter(page__gt=number).aggregate(page=Min("page"))["page"],
        previous_match=matching.filter(page__lt=number).aggregate(page=Max("page"))["page"],
    )


def _there(case: Case) -> QuerySet[Mark]:
    return case.marks.exclude(standing=str(Standing.VOID))


def _is_sure_proposal(mark: Mark) -> bool:
    return mark.standing == Standing.HIDDEN and not mark.decision


def _current(marks: Sequence[Mark], chosen: int | None) -> Mark | None:
    for mark in marks:
        if mark.number == chosen:
            return mark
    left = [mark for mark in marks if mark.standing == Standing.UNDECIDED]
    return next(iter([*left, *marks]), None)


def following(marks: Iterable[Mark], after: int) -> int:
    """The number of the next mark on the page that needs a decision, behind mark ``after`` first; where
    nothing is left, ``after`` itself: the focus stays where the officer is."""
    ordered = [mark for found in _together(marks) for mark in found if mark.standing != Standing.VOID]
    at = next((index for index, mark in enumerate(ordered) if mark.number == after), 0)
    turned = [*ordered[at + 1 :], *ordered[:at]]
    return next((mark.number for mark in turned if mark.standing == Standing.UNDECIDED), after)


def landing(
    case: Case, number: int, filter: Filter, decision: Decision | None, here: int | None
) -> int | None:
    """The mark of page ``number`` to go to after ``decision``: one that it added, else one that it changed;
    where the list shows neither, ``here``: the one at which the officer was."""
    if decision is None:
        return here
    touched = _there(case).filter(page=number, touched=decision.number).order_by("start", "number")
    shown = [mark for mark in touched if filter.lets_through(mark)]
    added = [mark for mark in shown if mark.added_by == decision.number]
    return next((mark.number for mark in [*added, *shown]), here)


def _decisions(case: Case, marks: Sequence[Mark]) -> dict[int, Decision]:
    numbers = {mark.decision for mark in marks if mark.decision}
    found = case.decision_list.filter(number__in=numbers).select_related("officer__person")
    return {decision.number: decision for decision in found}


def _row(mark: Mark, sheet: Sheet, decisions: dict[int, Decision], current: Mark | None) -> Row:
    message, values = sheet.reasons.get(mark.number, (_BY_HAND, {}))
    return Row(
        mark=mark,
        text=sheet.said(mark.start, mark.end),
        reason=translate(message) % values if message else "",
        by=decisions.get(mark.decision),
        is_current=current is not None and mark.pk == current.pk,
    )


def _groups(case: Case, there: QuerySet[Mark], rows: Sequence[Row]) -> list[Group]:
    by_mark = {row.mark.pk: row for row in rows}
    groups = _together(row.mark for row in rows)
    entities = [found[0].entity for found in groups if found[0].entity]
    counted = there.filter(entity__in=entities).order_by().values_list("entity").annotate(Count("pk"))
    totals: dict[str, int] = dict(counted)
    names = _names(case, there, groups, {row.mark.pk: row.text for row in rows})
    return [
        Group(
            entity=found[0].entity,
            rows=[by_mark[mark.pk] for mark in found],
            total=totals.get(found[0].entity, len(found)),
            name=name,
        )
        for found, name in zip(groups, names, strict=True)
    ]


def _names(
    case: Case, there: QuerySet[Mark], groups: Sequence[Sequence[Mark]], texts: dict[int, str]
) -> list[str]:
    """The name of each group; of a person who is here under no plain one, from the other pages."""
    names = [fullest(texts[mark.pk] for mark in found) for found in groups]
    unclear = {
        found[0].entity: index
        for index, found in enumerate(groups)
        if found[0].entity and found[0].type == "PERSON" and len(found) > 1 and not is_plain(names[index])
    }
    if not unclear:
        return names
    longest = there.filter(entity__in=unclear).exclude(page=groups[0][0].page).order_by(F("start") - F("end"))
    with open_extract(case.extract) as extract:
        for mark in longest[:_LOOKED_UP]:
            index = unclear[mark.entity]
            elsewhere = extract.sheet(mark.page).said(mark.start, mark.end)
            names[index] = fullest([names[index], elsewhere])
    return names


def _together(marks: Iterable[Mark]) -> list[list[Mark]]:
    """The marks of each person or thing, in the order in which it first appears on the page."""
    members: dict[str | int, list[Mark]] = defaultdict(list)
    for mark in marks:
        members[mark.entity or mark.number].append(mark)
    return list(members.values())


def _tiles(actor: Account, case: Case, here: int, matching: QuerySet[Mark]) -> list[Tile]:
    first = max(1, min(here - STRIP // 2, case.pages - STRIP + 1))
    window = range(first, min(case.pages, first + STRIP - 1) + 1)
    inside = {"page__gte": window.start, "page__lt": window.stop}
    counted = matching.filter(**inside).order_by().values_list("page").annotate(Count("pk"))
    counts: dict[int, int] = dict(counted)
    seen = set(looks_at(case, actor).filter(**inside).values_list("page", flat=True))
    return [Tile(page, counts.get(page, 0), page in seen, page == here) for page in window]
