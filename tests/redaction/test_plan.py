"""Findings and decisions become a plan that never hides less than they say."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbuka.documents import Box, Document, Page, PageSource, Word
from terbuka.errors import TerbukaError
from terbuka.redaction.model import Placed, Plan
from terbuka.redaction.plan import make_plan, read_decisions, readable_pages
from terbuka.screening import Action, Finding, Mode
from terbuka.screening.policy import UnknownProfile

TEXT = "Pelapor Siti Rahmah datang.\nSaksi Wayan melihat."


def document(*, boxes: bool = True) -> Document:
    words, at = [], 0
    for part in TEXT.split():
        start = TEXT.index(part, at)
        at = start + len(part)
        words.append(Word(start, at, Box(start * 10, 0, at * 10, 12) if boxes else None))
    page = Page(1, 0, len(TEXT), 500, 700, PageSource.TEXT if boxes else PageSource.FLOW, tuple(words))
    return Document("pdf", "a" * 64, 1, TEXT, (page,))


def finding(start: int, end: int, action: Action = Action.REDACT, **more) -> Finding:
    return Finding("PERSON", start, end, 1, action, "names.test", 0.9, **more)


def test_kept_findings_are_not_in_the_plan():
    kept, review = finding(34, 39, Action.KEEP), finding(28, 33, Action.REVIEW)
    plan = make_plan(document(), [finding(8, 19), kept, review])
    assert [(r.number, r.start, r.end) for r in plan.redactions] == [(1, 8, 19), (2, 28, 33)]


def test_overlapping_findings_are_clipped_and_nothing_is_lost():
    plan = make_plan(document(), [finding(8, 19), finding(10, 14), finding(12, 26)])
    assert [(r.start, r.end) for r in plan.redactions] == [(8, 19), (19, 26)]


def test_label_says_kind_and_ground():
    plan = make_plan(document(), [finding(8, 19, ground="17.h"), finding(34, 39)])
    assert plan.redactions[0].label.endswith(" · 17.h]") and plan.redactions[1].label.endswith("]")
    assert "·" not in plan.redactions[1].label


def test_words_on_the_boxes_are_those_of_the_profile():
    assert make_plan(document(), [finding(8, 19)], profile="polri") == make_plan(document(), [finding(8, 19)])
    with pytest.raises(UnknownProfile):
        make_plan(document(), [finding(8, 19)], profile="lain")


def test_plan_survives_the_way_to_its_writer():
    child = finding(
        8, 19, ground="17.j", basis=("UU 11/2012 Art. 19",), mode=Mode.BLOCK, boxes=(Box(1, 2, 3, 4),)
    )
    plan = make_plan(document(), [child, finding(34, 39, Action.KEEP)])
    assert Plan.from_rows(json.loads(json.dumps(list(plan.to_rows())))) == plan


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, 20)), max_size=8))
def test_plan_covers_every_hidden_letter_once(stretches):
    findings = [finding(start, min(start + length, len(TEXT))) for start, length in stretches if length]
    findings = [f for f in findings if f.start < f.end]
    plan = make_plan(document(), findings)
    covered = [n for r in plan.redactions for n in range(r.start, r.end)]
    assert sorted(covered) == sorted({n for f in findings for n in range(f.start, f.end)})
    assert [r.number for r in plan.redactions] == list(range(1, len(plan.redactions) + 1))


@pytest.mark.parametrize(
    ("box", "rule", "stays"),
    [
        (Box(82, 0, 110, 12.2), "unread.region", False),  # ink of the name
        (Box(82, 0, 130, 12), "unread.region", True),  # beside it too
        (Box(82, 0, 110, 14), "unread.region", True),  # and under it
        (Box(282, 0, 300, 12), "unread.region", True),  # of a word that stays
        (Box(82, 0, 110, 12), "", True),  # drawn by hand
    ],
)
def test_unread_ink_of_a_hidden_word_has_no_bar_of_its_own(box, rule, stays):
    region = Finding("REGION", 0, 0, 1, Action.REVIEW, rule, 0.0, boxes=(box,))
    assert len(make_plan(document(), [finding(8, 19), region]).redactions) == 1 + stays


def test_region_stands_at_the_beginning_of_its_page():
    region = finding(0, 0, boxes=(Box(0, 0, 5, 5),))
    plan = make_plan(document(), [finding(8, 19), region])
    assert [r.start == r.end for r in plan.redactions] == [True, False]


def decisions(*rows, sha256="a" * 64):
    return {"document": {"sha256": sha256}, "findings": list(rows)}


def test_decisions_are_read_as_screening_writes_them():
    kept = finding(8, 19, Action.KEEP).to_json()
    region = {"type": "REGION", "page": 1, "boxes": [[1, 2, 3, 4]], "action": "redact"}
    read = read_decisions(decisions(kept, region), document())
    assert [f.action for f in read] == [Action.KEEP, Action.REDACT]
    assert read[1].start == read[1].end and read[1].boxes == (Box(1, 2, 3, 4),)


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {"findings": 1},
        {"findings": {}},
        {"findings": ""},
        {"findings": [3]},
        {"document": 3, "findings": []},
    ],
)
def test_decisions_that_are_none_are_refused_with_a_sentence(data):
    with pytest.raises(TerbukaError, match="Berkas keputusan tidak terbaca"):
        read_decisions(data, document())


@pytest.mark.parametrize(
    "wrong",
    [
        {"action": "vanish"},
        {"type": None},
        {"type": "\ud800"},
        {"start": 0.5, "end": "7"},
        {"start": True, "end": 7},
        {"page": "1"},
        {"boxes": [[1]]},
        {"boxes": [[1, 2, 3, float("nan")]]},
        {"boxes": [[1, 2, float("inf"), 4]]},
        {"boxes": [[1, 2, 10**400, 4]]},
        {"boxes": [[3, 2, 1, 4]]},
        {"boxes": {}},
        {"basis": "UU"},
        {"mode": None},
        {"ground": "17.z"},
        {"ground": "Siti Rahmah"},
    ],
    ids=", ".join,
)
def test_decision_of_another_shape_is_refused_and_told_by_number(wrong):
    right = {"type": "NIK", "start": 8, "end": 19, "action": "redact"}
    assert read_decisions(decisions(right), document())
    with pytest.raises(TerbukaError, match="Keputusan ke-2 tidak terbaca"):
        read_decisions(decisions(right, {**right, **wrong}), document())


def test_decisions_for_another_file_are_refused():
    with pytest.raises(TerbukaError, match="berkas lain"):
        read_decisions(decisions(sha256="b" * 64), document())


@pytest.mark.parametrize(
    "row",
    [
        {"start": 5, "end": 999},
        {"start": -1, "end": 4},
        {"start": 9, "end": 4},
        {"start": 0, "end": 4, "page": 2},
        {"start": 0, "end": 0},
    ],
)
def test_decision_outside_the_document_is_refused(row):
    with pytest.raises(TerbukaError, match="ke luar dokumen"):
        read_decisions(decisions({"type": "NIK", "page": 1, "action": "redact", **row}), document())


def test_kept_text_of_a_page_has_kept_words_and_labels():
    plan = make_plan(document(), [finding(8, 19, ground="17.h")])
    label = plan.redactions[0].label
    (page,) = readable_pages(plan, [Placed(1, 1, Box(0, 0, 1, 1)), Placed(1, 1, Box(0, 0, 1, 1))])
    assert page == ("Pelapor datang. Saksi Wayan melihat.", f"{label} {label}", "")


def test_kept_text_of_a_flow_document_is_cut_at_the_letter():
    plan = make_plan(document(boxes=False), [finding(13, 17)])
    ((kept, _, _),) = readable_pages(plan, [])
    assert "Rahm" not in kept and "Siti " in kept and "ah datang" in kept


def test_kept_text_of_each_page_leaves_other_pages_redactions_alone():
    half = TEXT.index("\n") + 1
    pages = tuple(
        Page(n, start, end, 0, 0, PageSource.FLOW, ())
        for n, start, end in ((1, 0, half), (2, half, len(TEXT)))
    )
    plan = make_plan(Document("text", "a" * 64, 1, TEXT, pages), [finding(34, 39)])
    first, second = readable_pages(plan, [])
    assert "Rahmah" in first.unhidden and "Wayan" not in second.unhidden


def test_what_was_kept_expressly_is_told_page_by_page():
    half = TEXT.index("\n") + 1
    pages = tuple(
        Page(n, start, end, 0, 0, PageSource.FLOW, ())
        for n, start, end in ((1, 0, half), (2, half, len(TEXT)))
    )
    kept = [finding(34, 39, Action.KEEP), finding(8, 12, Action.KEEP), finding(0, 0, Action.KEEP)]
    plan = make_plan(Document("text", "a" * 64, 1, TEXT, pages), kept)
    assert plan.left_open == ((8, 12), (34, 39))
    assert [page.left_open for page in readable_pages(plan, [])] == ["Siti", "Wayan"]


def test_what_is_hidden_after_all_was_not_kept():
    plan = make_plan(document(), [finding(8, 27, Action.KEEP), finding(13, 19), finding(34, 39)])
    (page,) = readable_pages(plan, [])
    assert page.left_open == "Siti \n\n datang."


def test_what_was_kept_twice_is_kept_once():
    plan = make_plan(
        document(),
        [
            finding(8, 19, Action.KEEP),
            finding(8, 12, Action.KEEP),
            finding(13, 26, Action.KEEP),
            finding(14, 17, Action.KEEP),
        ],
    )
    (page,) = readable_pages(plan, [])
    assert page.left_open == "Siti\n\n Rahmah\n\n datang"
