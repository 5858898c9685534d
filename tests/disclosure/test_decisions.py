"""The fold of the decisions: properties that hold for every list of acts."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from terbuka.disclosure.decisions import (
    Act,
    Item,
    Kind,
    Standing,
    State,
    fold,
    numbers,
    proposed,
    ranges,
    step,
)

MARKS = st.lists(st.integers(1, 8), min_size=1, max_size=8, unique=True)
STANDINGS = st.sampled_from([Standing.HIDDEN, Standing.UNDECIDED, Standing.KEPT])
GROUNDS = st.sampled_from(["", "17.h", "17.j", "17.a.2"])
ITEMS = [Item(number, Standing.UNDECIDED, "17.h") for number in range(1, 9)]


@st.composite
def histories(draw: st.DrawFn, longest: int = 12) -> list[Act]:
    """Decisions as an office makes them: an undo takes back one that is still in effect, once."""
    acts: list[Act] = []
    for number in range(1, draw(st.integers(0, longest)) + 1):
        undone = {act.undoes for act in acts}
        left = [act for act in acts if act.kind is not Kind.UNDO and act.number not in undone]
        gone = draw(st.sampled_from([None, *left]))
        if gone is not None:
            acts.append(Act(number, Kind.UNDO, gone.marks, undoes=gone.number))
        else:
            kind = draw(st.sampled_from([Kind.HIDE, Kind.KEEP, Kind.LIFT]))
            acts.append(Act(number, kind, ranges(draw(MARKS)), draw(GROUNDS)))
    return acts


def without_touch(states: dict[int, State]) -> dict[int, State]:
    return {number: state._replace(touched=0) for number, state in states.items()}


@given(histories(), st.sampled_from([Kind.HIDE, Kind.KEEP, Kind.LIFT]), MARKS, GROUNDS)
def test_one_act_more_is_one_step_more(acts: list[Act], kind: Kind, marks: list[int], ground: str) -> None:
    before = fold(ITEMS, acts)
    act = Act(len(acts) + 1, kind, ranges(marks), ground)
    after = fold(ITEMS, [*acts, act])
    for number in before:
        assert after[number] == (step(before[number], act) if number in marks else before[number])


@given(histories())
def test_undone_act_leaves_what_would_be_without_it(acts: list[Act]) -> None:
    undone = {act.undoes for act in acts if act.kind is Kind.UNDO}
    plain = [act for act in acts if act.kind is not Kind.UNDO and act.number not in undone]
    assert without_touch(fold(ITEMS, acts)) == without_touch(fold(ITEMS, plain))


@given(histories())
def test_touched_is_the_last_act_that_concerned_the_place(acts: list[Act]) -> None:
    for number, state in fold(ITEMS, acts).items():
        concerned = [act.number for act in acts if number in set(numbers(act.marks))]
        assert state.touched == max(concerned, default=0)
        assert state.decision <= state.touched


@given(histories())
def test_nothing_opens_without_an_act_in_effect(acts: list[Act]) -> None:
    by_number = {act.number: act for act in acts}
    for state in fold(ITEMS, acts).values():
        if state.standing is Standing.KEPT:
            assert by_number[state.decision].kind in {Kind.KEEP, Kind.LIFT}


@given(histories(), st.data())
def test_place_that_was_added_is_there_only_while_its_decision_is(
    acts: list[Act], data: st.DataObject
) -> None:
    hiding = [act for act in acts if act.kind is Kind.HIDE]
    if not hiding:
        return
    adding = data.draw(st.sampled_from(hiding))
    number = next(numbers(adding.marks))
    later = [act for act in acts if act.number >= adding.number]
    states = fold([Item(number, Standing.HIDDEN, "17.h", added_by=adding.number)], later)
    undone = {act.undoes for act in later}
    others = [
        a
        for a in later
        if a.kind is not Kind.UNDO and a.number not in undone and number in set(numbers(a.marks))
    ]
    assert (states[number].standing is Standing.VOID) == (not others)


def test_place_that_was_added_is_void_before_its_decision() -> None:
    assert proposed(Item(1, Standing.HIDDEN, "17.h", added_by=4)).standing is Standing.VOID
    assert proposed(Item(1, Standing.KEPT, "17.h")) == State(Standing.KEPT, "17.h", 0, 0)


def test_ground_stays_where_an_act_names_none() -> None:
    acts = [Act(1, Kind.HIDE, [(1, 1)], "17.j"), Act(2, Kind.HIDE, [(1, 1)])]
    assert fold(ITEMS, acts)[1] == State(Standing.HIDDEN, "17.j", 2, 2)


def test_act_on_places_that_are_not_asked_for_is_passed_over() -> None:
    assert set(fold(ITEMS[:1], [Act(1, Kind.HIDE, [(1, 400)])])) == {1}


@given(st.lists(st.integers(1, 300)))
def test_ranges_hold_the_numbers_and_nothing_else(given_numbers: list[int]) -> None:
    packed = ranges(given_numbers)
    assert list(numbers(packed)) == sorted(set(given_numbers))
    assert all(first <= last for first, last in packed)
    assert all(later[0] > earlier[1] + 1 for earlier, later in pairwise(packed))
