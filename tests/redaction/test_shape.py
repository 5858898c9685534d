"""JSON that a person hands in, with anything anywhere in it: refused in a sentence, or usable to the end."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbuka.documents import Box, Document, Page, PageSource, Word
from terbuka.errors import TerbukaError
from terbuka.redaction import shape
from terbuka.redaction.log import RedactionLog, read_log
from terbuka.redaction.model import Placed
from terbuka.redaction.plan import make_plan, read_decisions, readable_pages
from terbuka.redaction.verifier.model import Verification
from terbuka.redaction.verify import secrets_of
from terbuka.screening import Action, Finding

TEXT = "Pelapor Siti Rahmah datang."
WORDS = tuple(
    Word(start, end, Box(start, 0, end, 12)) for start, end in ((0, 7), (8, 12), (13, 19), (20, 27))
)
DOCUMENT = Document("pdf", "a" * 64, 1, TEXT, (Page(1, 0, len(TEXT), 500, 700, PageSource.TEXT, WORDS),))
FINDINGS = (
    Finding("PERSON", 8, 19, 1, Action.REDACT, "names.x", 0.9, (Box(8, 0, 19, 12),), "17.h", ("UU 27/2022",)),
    Finding("WORD", 20, 27, 1, Action.KEEP, "names.y", 0.5),
    Finding("REGION", 0, 0, 1, Action.REVIEW, "unread.region", 1.0, (Box(20, 50, 60, 70),)),
)
DECISIONS = {
    "document": {"sha256": DOCUMENT.sha256},
    "findings": [finding.to_json() for finding in FINDINGS],
}


def log_of(findings: tuple[Finding, ...]) -> dict[str, Any]:
    plan = make_plan(DOCUMENT, findings)
    placed = tuple(Placed(r.number, r.page, Box(1, 2, 3, 4)) for r in plan.redactions)
    verification = Verification("pdf", "b" * 64, 0, ())
    log = RedactionLog(
        plan.document.sha256, "b" * 64, 9, "pdf", 1, plan.redactions, placed, verification, plan.left_open
    )
    return log.to_json()


LOG = log_of(FINDINGS)

KEYS = st.sampled_from(sorted({*DECISIONS, *LOG, *DECISIONS["findings"][0], *LOG["redactions"][0], "sha256"}))
SIGNS = st.characters(exclude_categories=()) | st.sampled_from("\ud800\x00\n17.h")
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([10**400, -(10**400), 2**63, 1e308, float("nan"), float("inf"), 0.5, "7", "redact"])
    | st.floats()
    | st.text(SIGNS, max_size=5)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=8,
)


def places(data: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value in ``data``."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [at, *(place for key, value in inner for place in places(value, (*at, key)))]


def with_value(data: Any, place: tuple[Any, ...], value: Any) -> Any:
    if not place:
        return value
    changed = copy.deepcopy(data)
    target = changed
    for key in place[:-1]:
        target = target[key]
    target[place[-1]] = value
    return changed


def spoilt(data: Any) -> st.SearchStrategy[Any]:
    """``data`` with any value in any of its places."""
    return st.builds(with_value, st.just(data), st.sampled_from(places(data)), VALUES)


@given(spoilt(DECISIONS))
def test_decisions_with_anything_in_them_are_refused_or_carried_out(data):
    try:
        findings = read_decisions(data, DOCUMENT)
    except TerbukaError:
        return
    log = log_of(findings)
    assert json.dumps(log, ensure_ascii=False, allow_nan=False).encode()
    assert read_log(log, DOCUMENT)


@given(spoilt(LOG))
def test_log_with_anything_in_it_is_refused_or_followed(data):
    try:
        plan, placed, _ = read_log(data, DOCUMENT)
    except TerbukaError:
        return
    assert len(readable_pages(plan, placed)) == 1
    assert all(secret.text in TEXT for secret in secrets_of(plan))
    assert json.dumps(list(plan.to_rows()), ensure_ascii=False, allow_nan=False).encode()


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("redactions",), {}),
        (("redactions", 0, "number"), 1.0),
        (("redactions", 0, "label"), None),
        (("redactions", 0, "boxes", 0, "page"), "1"),
        (("redactions", 0, "boxes", 0, "box"), [1, 2, 3]),
        (("redactions", 0, "source", "start"), 0.5),
        (("redactions", 0, "source", "boxes"), [[float("nan")] * 4]),
        (("redactions", 0, "mode"), "other"),
        (("left_open",), [[8]]),
        (("left_open",), [["8", "12"]]),
        (("public", "sha256"), 7),
    ],
    ids=str,
)
def test_log_of_another_shape_is_refused(place, value):
    assert read_log(LOG, DOCUMENT)
    with pytest.raises(TerbukaError, match="tidak terbaca"):
        read_log(with_value(LOG, place, value), DOCUMENT)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("left_open",), [[8, 10**9]]),
        (("left_open",), [[9, 8]]),
        (("redactions", 0, "source", "page"), 2),
        (("redactions", 0, "source", "page"), 0),
    ],
    ids=str,
)
def test_log_that_points_outside_the_document_is_refused(place, value):
    with pytest.raises(TerbukaError, match="tidak cocok"):
        read_log(with_value(LOG, place, value), DOCUMENT)


def test_log_of_an_earlier_version_told_nothing_of_what_was_kept():
    plan, _, _ = read_log({key: value for key, value in LOG.items() if key != "left_open"}, DOCUMENT)
    assert plan.left_open == ()


@pytest.mark.parametrize(
    ("value", "is_number"), [(7, True), (7.5, True), (True, False), ("7", False), (None, False), (1e7, False)]
)
def test_number_is_a_place_on_a_page(value, is_number):
    assert shape.number(value) == is_number
