"""Which marks an act of the studio concerns. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from terbuka.disclosure.decisions import Act, Kind, Standing, State
from terbuka.disclosure.errors import Overtaken
from terbuka.disclosure.models import Case, Decision, Mark
from terbuka.disclosure.studio.places import Place
from terbuka.language import N_
from terbuka.office.errors import NotPossible
from terbuka.organisation.models import Account


@dataclass(frozen=True, slots=True)
class Effect:
    """``decision`` None: it was so already. ``marks``: how many it concerned. ``left_out``: how many were
    left alone because somebody else decided them meanwhile; ``blocked``: because only the superior may
    open them."""

    decision: Decision | None
    marks: int = 0
    left_out: int = 0
    blocked: int = 0


def mark_of(case: Case, number: int) -> Mark:
    """The mark of this number. Raises ``NotPossible`` where it is gone."""
    mark = case.marks.exclude(standing=str(Standing.VOID)).filter(number=number).first()
    if mark is None:
        raise NotPossible(N_("Temuan ini tidak ada lagi: penambahannya sudah diurungkan atau dihapus."))
    return mark


def refuse_overtaken(actor: Account, mark: Mark, seen: int) -> None:
    """Raise ``Overtaken`` where somebody else decided about the mark since decision ``seen``."""
    if mark.touched <= max(seen, 0):
        return
    by = Decision.objects.select_related("officer__person").get(case=mark.case_id, number=mark.touched)
    if by.officer_id != actor.pk:
        raise Overtaken(by)


def marks_of_person(case: Case, entity: str) -> QuerySet[Mark]:
    """Every mention of one person or thing; none for the empty name, nor for one that cannot be one."""
    if not entity or "\0" in entity:
        return case.marks.none()
    return case.marks.exclude(standing=str(Standing.VOID)).filter(entity=entity)


def unsettled(marks: Iterable[Mark], standing: Standing) -> list[Mark]:
    """Those that nobody has decided so yet."""
    return [mark for mark in marks if not (mark.standing == standing and mark.decision)]


def state_of(mark: Mark) -> State:
    """What the fold has made of a mark so far."""
    return State(Standing(mark.standing), mark.ground, mark.decision, mark.touched)


def covers(mark: Mark, place: Place) -> bool:
    """The mark covers the whole place."""
    if place.start == place.end:
        return mark.is_region and [tuple(box) for box in mark.boxes] == [tuple(box) for box in place.boxes]
    return mark.start <= place.start and place.end <= mark.end


def is_inside(mark: Mark, place: Place) -> bool:
    """The place covers the whole mark."""
    if place.start < place.end:
        return not mark.is_region and place.start <= mark.start and mark.end <= place.end
    area = place.boxes[0]
    return bool(mark.boxes) and all(
        area.x0 <= box[0] and area.y0 <= box[1] and box[2] <= area.x1 and box[3] <= area.y1
        for box in mark.boxes
    )


def outside_other_names(case: Case, person: Mark, places: list[Place]) -> list[Place]:
    """``places`` without those that are only a part of somebody else's longer name: "Siregar" of the reporter
    Rudi Siregar says nothing of AKP Marlina Siregar. Somebody else's whole name is one with the place."""
    others = case.marks.exclude(standing=str(Standing.VOID)).filter(type=person.type)
    names = [mark for mark in others.exclude(entity=person.entity) if mark.start < mark.end]
    return [place for place in places if not any(_is_a_part(place, name) for name in names)]


def _is_a_part(place: Place, name: Mark) -> bool:
    return covers(name, place) and place.end - place.start < name.end - name.start


def last_of(case: Case, actor: Account) -> Decision | None:
    """The last decision of ``actor`` that has not been taken back."""
    undone = case.decision_list.filter(undoes__isnull=False).values("undoes")
    own = case.decision_list.filter(officer=actor, undoes__isnull=True).exclude(number__in=undone)
    return own.order_by("-number").first()


def acts_of(case: Case) -> list[Act]:
    """The decisions of a case for the fold."""
    rows = case.decision_list.values_list("number", "kind", "marks", "ground", "undoes")
    return [Act(number, Kind(kind), marks, ground, undoes) for number, kind, marks, ground, undoes in rows]
