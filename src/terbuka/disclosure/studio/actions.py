"""The only writers of decisions. Each decision is a row of a list that only grows; what the marks show is
its fold (``decisions.fold``), kept in step here.

Every function asks the rule first, then the state, and changes nothing where either says no. ``seen`` is
what the officer's page knew: for one mark its ``touched``, for many the case's ``decisions``. What somebody
else decided since is never overwritten.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone

from terbuka.disclosure import rules, verbs, workflow
from terbuka.disclosure.cleaning import forget
from terbuka.disclosure.decisions import Act, Kind, Standing, State, fold, numbers, ranges, step
from terbuka.disclosure.extract import open_extract
from terbuka.disclosure.marking import to_item
from terbuka.disclosure.models import Case, Decision, Look, Mark, PreparedCopy, Target
from terbuka.disclosure.outcome.actions import drop_prepared_copy, locked, move
from terbuka.disclosure.studio.choosing import (
    Effect,
    acts_of,
    covers,
    is_inside,
    last_of,
    mark_of,
    marks_of_person,
    outside_other_names,
    refuse_overtaken,
    state_of,
    unsettled,
)
from terbuka.disclosure.studio.places import Place, mark_at, passage_place, region_place, term_places
from terbuka.disclosure.workflow import CASE
from terbuka.documents import Box
from terbuka.journal.actions import record
from terbuka.journal.verbs import Verb
from terbuka.language import N_
from terbuka.office.errors import NotPossible
from terbuka.organisation.models import Account
from terbuka.organisation.rules import require
from terbuka.screening import Mode

LEAST_REASON = 20  # characters; a sentence, not a word
_AT_ONCE = 500  # rows that one statement names


# --- One mark ---------------------------------------------------------------------------------------


@transaction.atomic
def hide(actor: Account, case: Case, number: int, *, seen: int, ground: str = "") -> Effect:
    """Hide one mark; with ``ground``, on another ground than proposed."""
    case = _to_decide(actor, case)
    mark = mark_of(case, number)
    if mark.standing == Standing.HIDDEN and mark.decision and ground in ("", mark.ground):
        return Effect(None)
    refuse_overtaken(actor, mark, seen)
    return _decide(actor, case, Decision(kind=Kind.HIDE, target=Target.MARK, ground=ground), [mark])


@transaction.atomic
def keep(actor: Account, case: Case, number: int, *, seen: int) -> Effect:
    """Leave one mark open. Not what only the superior may lift."""
    case = _to_decide(actor, case)
    mark = mark_of(case, number)
    if mark.is_blocked:
        raise NotPossible(
            N_(
                "Temuan ini terkunci karena menyangkut anak atau korban kekerasan seksual. Hanya Atasan "
                "PPID yang dapat membuka ini: kirimkan tautan temuan ini beserta dasarnya kepadanya."
            )
        )
    if mark.standing == Standing.KEPT and mark.decision:
        return Effect(None)
    refuse_overtaken(actor, mark, seen)
    return _decide(actor, case, Decision(kind=Kind.KEEP, target=Target.MARK), [mark])


@transaction.atomic
def lift(
    actor: Account, case: Case, number: int, *, seen: int, reason: str, everywhere: bool = False
) -> Effect:
    """Open what is blocked hard; only the superior, with a reason of a sentence. ``everywhere``: every
    mention of the same person."""
    case = _open(actor, case, rules.may_lift)
    mark = mark_of(case, number)
    if mark.mode != Mode.BLOCK:
        raise NotPossible(N_("Temuan ini tidak terkunci; petugas pemeriksa memutuskannya sendiri."))
    reason = " ".join(reason.split())
    if len(reason) < LEAST_REASON:
        raise NotPossible(
            N_("Tulis alasannya paling sedikit satu kalimat (%(least)d huruf): alasan ini dicatat."),
            least=LEAST_REASON,
        )
    if not mark.is_blocked:
        return Effect(None)
    refuse_overtaken(actor, mark, seen)
    marks = [mark]
    if everywhere and mark.entity:
        marks = [m for m in marks_of_person(case, mark.entity) if m.mode == Mode.BLOCK and m.is_blocked]
    wish = Decision(kind=Kind.LIFT, target=Target.PERSON if everywhere else Target.MARK, text=reason)
    return _decide(actor, case, wish, marks)


# --- Many marks -------------------------------------------------------------------------------------


@transaction.atomic
def hide_person(actor: Account, case: Case, entity: str, *, seen: int) -> Effect:
    """Hide every mention of one person."""
    case = _to_decide(actor, case)
    marks = unsettled(marks_of_person(case, entity), Standing.HIDDEN)
    return _decide_many(actor, case, Decision(kind=Kind.HIDE, target=Target.PERSON), marks, seen)


@transaction.atomic
def keep_person(actor: Account, case: Case, entity: str, *, seen: int) -> Effect:
    """Leave every mention of one person open: an official, a public figure."""
    case = _to_decide(actor, case)
    marks = unsettled(marks_of_person(case, entity), Standing.KEPT)
    return _decide_many(actor, case, Decision(kind=Kind.KEEP, target=Target.PERSON), marks, seen)


@transaction.atomic
def hide_proposed(actor: Account, case: Case, *, page: int | None, sure: bool, seen: int) -> Effect:
    """Accept what is proposed on a page, or in the whole document (``page`` None). ``sure``: only what
    screening is sure of; else also what waits for a decision."""
    case = _to_decide(actor, case)
    proposed = Q(standing=str(Standing.HIDDEN), decision=0)
    if not sure:
        proposed |= Q(standing=str(Standing.UNDECIDED))
    marks = case.marks.filter(proposed)
    if page is not None:
        marks = marks.filter(page=page)
    target = Target.DOCUMENT if page is None else Target.PAGE
    return _decide_many(actor, case, Decision(kind=Kind.HIDE, target=target), list(marks), seen)


# --- Places that screening did not see --------------------------------------------------------------


def hide_term(
    actor: Account,
    case: Case,
    term: str,
    *,
    seen: int,
    like: int | None = None,
    page: int | None = None,
    ground: str = "",
) -> Effect:
    """Hide a term wherever it stands, in every written form; on one ``page`` only, where given. ``like``:
    the number of a mark whose type, role and ground the new places take over.

    Raises ``NotPossible`` where it stands nowhere, or is too short.
    """
    require(rules.may_decide(actor, case))
    model = mark_of(case, like) if like is not None else None
    # Long documents take seconds to search: not inside the transaction.
    with open_extract(case.extract) as extract:
        places = term_places(extract, term, paged=case.has_pictures, like=model, page=page)
    if model is not None and model.type == "PERSON":
        places = outside_other_names(case, model, places)
    if not places:
        raise NotPossible(
            N_(
                "Istilah ini tidak ditemukan; tidak ada yang berubah. Periksa ejaannya. Di gambar dan hasil"
                " pindai mesin dapat salah membacanya: tutup dengan kotak."
            )
        )
    target = Target.TERM if page is None else Target.PASSAGE
    wish = Decision(kind=Kind.HIDE, target=target, ground=ground, text=term.strip())
    return _hide_places(actor, case, wish, places, seen)


def hide_text_of(actor: Account, case: Case, number: int, *, seen: int) -> Effect:
    """Hide what stands under one mark wherever else it stands."""
    require(rules.may_decide(actor, case))
    mark = mark_of(case, number)
    with open_extract(case.extract) as extract:
        term = extract.sheet(mark.page).cut(mark.start, mark.end)
    return hide_term(actor, case, term, seen=seen, like=number)


def hide_passage(
    actor: Account,
    case: Case,
    page: int,
    *,
    start: int,
    end: int,
    quote: str,
    type: str,
    ground: str,
    seen: int,
) -> Effect:
    """Hide selected text of a document without pages; see ``places.passage_place``."""
    require(rules.may_decide(actor, case))
    if case.has_pictures or not 1 <= page <= case.pages:
        raise NotPossible(N_("Teks yang dipilih tidak terbaca dengan benar. Pilih sekali lagi."))
    with open_extract(case.extract) as extract:
        place = passage_place(extract.sheet(page), start, end, quote, type=type, ground=ground)
    return _hide_places(actor, case, Decision(kind=Kind.HIDE, target=Target.PASSAGE), [place], seen)


def hide_region(
    actor: Account, case: Case, page: int, box: Box, *, type: str, ground: str, seen: int
) -> Effect:
    """Hide a box drawn on a page; see ``places.region_place``."""
    require(rules.may_decide(actor, case))
    if not case.has_pictures:
        raise NotPossible(N_("Berkas ini tidak mempunyai gambar halaman. Pilih teksnya."))
    with open_extract(case.extract) as extract:
        place = region_place(extract, page, box, type=type, ground=ground)
    return _hide_places(actor, case, Decision(kind=Kind.HIDE, target=Target.REGION), [place], seen)


@transaction.atomic
def _hide_places(actor: Account, case: Case, wish: Decision, places: Sequence[Place], seen: int) -> Effect:
    """Hide what stands at ``places``: marks that are there already, and new ones where none is."""
    case = _to_decide(actor, case)
    pages = {place.page for place in places}
    there = list(case.marks.exclude(standing=str(Standing.VOID)).filter(page__in=pages))
    by_page: dict[int, list[Mark]] = defaultdict(list)
    for mark in there:
        by_page[mark.page].append(mark)
    known = {mark.pk: mark for place in places for mark in by_page[place.page] if covers(mark, place)}
    inside = {mark.pk: mark for place in places for mark in by_page[place.page] if is_inside(mark, place)}
    new = [place for place in places if not any(covers(mark, place) for mark in by_page[place.page])]
    found = unsettled([*{**known, **inside}.values()], Standing.HIDDEN)
    return _decide_many(actor, case, wish, found, seen, new)


# --- Back -------------------------------------------------------------------------------------------


@transaction.atomic
def undo(actor: Account, case: Case, number: int) -> Effect:
    """Take back one's own last decision, and then the one before. ``number``: the decision that the page
    offered to take back; sent twice, it is taken back once."""
    case = _open(actor, case, lambda who, what: rules.may_decide(who, what) or rules.may_lift(who, what))
    last = last_of(case, actor)
    if last is None or last.number != number:
        if case.decision_list.filter(undoes=number, officer=actor).exists():
            return Effect(None)
        raise NotPossible(N_("Hanya keputusan terakhir Anda sendiri yang bisa diurungkan."))
    concerned = list(numbers(last.marks))
    decision = _append(
        actor, case, Decision(kind=Kind.UNDO, target=Target.DECISION, undoes=number), concerned
    )
    marks = [mark for part in _parts(concerned) for mark in case.marks.filter(number__in=part)]
    states = fold((to_item(mark) for mark in marks), acts_of(case))
    _project(case, states)
    _settle(actor, case, decision)
    return Effect(decision, len(marks))


@transaction.atomic
def remove_box(actor: Account, case: Case, number: int, *, seen: int) -> Effect:
    """Take away a box that somebody drew. What was found under it stays as it was decided: by this alone
    nothing is opened that screening has seen."""
    case = _to_decide(actor, case)
    if case.marks.filter(number=number, standing=str(Standing.VOID), added_by__isnull=False).exists():
        return Effect(None)
    mark = mark_of(case, number)
    if not mark.is_drawn:
        raise NotPossible(N_("Hanya kotak yang digambar petugas yang bisa dihapus. Biarkan terbuka saja."))
    refuse_overtaken(actor, mark, seen)
    done = _decide(actor, case, Decision(kind=Kind.REMOVE, target=Target.REGION), [mark])
    assert done.decision is not None
    _note(verbs.BOX_REMOVED, actor, case, done.decision, page=mark.page)
    return done


# --- What was looked at -----------------------------------------------------------------------------


def look(actor: Account, shown: Case | PreparedCopy, *pages: int) -> None:
    """Remember that ``actor`` had these pages on the screen: of the original, or of the copy that waits."""
    case = shown if isinstance(shown, Case) else shown.case
    require(rules.may_open(actor, case))
    Look.objects.bulk_create(
        [
            Look(case=case, officer=actor, of=shown.sha256, page=page)
            for page in pages
            if 1 <= page <= shown.pages
        ],
        ignore_conflicts=True,
    )


# --- What they share --------------------------------------------------------------------------------


def _open(actor: Account, case: Case, rule: Callable[[Account, Case], bool]) -> Case:
    case = locked(case)
    require(rule(actor, case))
    CASE.target("decide", case.state)
    return case


def _to_decide(actor: Account, case: Case) -> Case:
    return _open(actor, case, rules.may_decide)


def _decide_many(
    actor: Account,
    case: Case,
    wish: Decision,
    marks: Sequence[Mark],
    seen: int,
    new: Sequence[Place] = (),
) -> Effect:
    """Decide those of ``marks`` that may be decided now, and add ``new`` places."""
    others = set(
        case.decision_list.filter(number__gt=seen).exclude(officer=actor).values_list("number", flat=True)
    )
    free = [mark for mark in marks if mark.touched not in others]
    allowed = [mark for mark in free if wish.kind != Kind.KEEP or not mark.is_blocked]
    effect = Effect(None, 0, len(marks) - len(free), len(free) - len(allowed))
    if not allowed and not new:
        return effect
    done = _decide(actor, case, wish, allowed, new)
    return replace(effect, decision=done.decision, marks=done.marks)


def _decide(
    actor: Account, case: Case, wish: Decision, marks: Sequence[Mark], new: Sequence[Place] = ()
) -> Effect:
    """Append ``wish`` to the list and let the marks follow. ``wish``: kind, target, ground and text."""
    concerned = [*marks, *_add(case, new, case.decisions + 1)]
    decision = _append(actor, case, wish, [mark.number for mark in concerned])
    act = Act(decision.number, Kind(decision.kind), decision.marks, decision.ground)
    _project(case, {mark.number: step(state_of(mark), act) for mark in concerned})
    _settle(actor, case, decision)
    return Effect(decision, len(concerned))


def _add(case: Case, places: Sequence[Place], decision: int) -> list[Mark]:
    last = case.marks.aggregate(last=Max("number"))["last"] or 0
    marks = [mark_at(place, case, number, decision) for number, place in enumerate(places, last + 1)]
    return Mark.objects.bulk_create(marks, batch_size=_AT_ONCE)


def _append(actor: Account, case: Case, wish: Decision, marks: Iterable[int]) -> Decision:
    case.decisions += 1
    wish.case, wish.officer, wish.number = case, actor, case.decisions
    wish.marks, wish.at = ranges(marks), timezone.now()
    wish.save(force_insert=True)
    return wish


def _project(case: Case, states: dict[int, State]) -> None:
    """Write the fold of the decisions onto the marks, one statement for all that end alike."""
    alike: dict[State, list[int]] = defaultdict(list)
    for number, state in states.items():
        alike[state].append(number)
    for state, members in alike.items():
        for part in _parts(members):
            case.marks.filter(number__in=part).update(
                standing=str(state.standing),
                ground=state.ground,
                decision=state.decision,
                touched=state.touched,
            )


def _settle(actor: Account, case: Case, decision: Decision) -> None:
    """Count what is left, and write down what is more than a step on the way. A copy made from earlier
    decisions is given up."""
    case.left = case.marks.filter(standing=str(Standing.UNDECIDED)).count()
    discarded = case.state != workflow.DECIDING
    names = drop_prepared_copy(case) if discarded else []
    move(case, "decide", "decisions", "left")
    if decision.kind == Kind.LIFT:
        _note(verbs.LIFTED, actor, case, decision, marks=len(list(numbers(decision.marks))))
    if discarded:
        _note(verbs.COPY_DISCARDED, actor, case, decision)
    forget(actor, case, *names)


def _note(what: Verb, actor: Account, case: Case, decision: Decision, **detail: int) -> None:
    record(what, case, actor=actor, unit=case.unit, case=case.pk, decision=decision.number, **detail)


def _parts(members: Sequence[int]) -> Iterable[Sequence[int]]:
    for first in range(0, len(members), _AT_ONCE):
        yield members[first : first + _AT_ONCE]
