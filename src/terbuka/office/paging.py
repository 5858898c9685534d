"""Pages of long lists, without counting what nobody asked for."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Model, QuerySet
from django.http import QueryDict

Row = TypeVar("Row", bound=Model)

BEFORE, AFTER = "sebelum", "sesudah"


@dataclass(frozen=True, slots=True)
class Slice(Generic[Row]):
    """Some rows, newest first. ``newer`` and ``older`` are query strings, empty where there is nothing."""

    rows: list[Row]
    newer: str
    older: str


def newest_first(rows: QuerySet[Row], query: QueryDict, *, by: str, size: int = 50) -> Slice[Row]:
    """The page of ``rows`` that ``query`` asks for, paged by the unique whole number ``by``.

    Page 1,000 costs what page 1 costs (no OFFSET), and nothing shifts while new rows come in.
    """
    after, before = _number(query.get(AFTER)), _number(query.get(BEFORE))
    if after is not None:
        found = list(rows.filter(**{f"{by}__gt": after}).order_by(by)[: size + 1])
        more_newer, more_older = len(found) > size, True
        found = found[:size][::-1]
    else:
        narrowed = rows if before is None else rows.filter(**{f"{by}__lt": before})
        found = list(narrowed.order_by(f"-{by}")[: size + 1])
        more_newer, more_older = before is not None, len(found) > size
        found = found[:size]
    if not found:
        return Slice([], "", "")
    return Slice(
        found,
        _with(query, AFTER, getattr(found[0], by)) if more_newer else "",
        _with(query, BEFORE, getattr(found[-1], by)) if more_older else "",
    )


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 19 else None


def _with(query: QueryDict, key: str, value: int) -> str:
    kept = query.copy()
    kept.pop(BEFORE, None)
    kept.pop(AFTER, None)
    kept[key] = str(value)
    return kept.urlencode()
