"""The components that need a little logic. Loaded in every template (settings, ``builtins``).

Components that only show a value are partials: ``{% include "components/empty.html" with … %}``.
"""

import datetime
from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from terbuka.errors import TerbukaError
from terbuka.language import translate
from terbuka.office import charts
from terbuka.office.components import Value
from terbuka.office.models import JobRun, JobState
from terbuka.office.workflow import Workflow

register = template.Library()

# Shapes beside the words, so that a state is not told by colour alone. viewBox 0 0 10 10.
_SHAPES = {
    "plain": "M5 0a5 5 0 1 0 0 10a5 5 0 0 0 0-10zM5 2a3 3 0 1 1 0 6a3 3 0 0 1 0-6z",
    "act": "M5 0a5 5 0 1 0 0 10a5 5 0 0 0 0-10z",
    "soon": "M5 0L10 10H0z",
    "late": "M0 0h10v10H0z",
    "ok": "M0 5.5L1.6 3.8L4 6.2L8.6 1L10 2.5L4.2 9z",
    "blocked": "M0 3h10v4H0z",
}


@register.simple_tag
def chip(label: Any, tone: str = "plain") -> SafeString:
    """A state: word, shape and colour. ``tone``: plain, act, soon, late, ok, blocked."""
    return format_html(
        '<span class="chip chip-{}"><svg viewBox="0 0 10 10" aria-hidden="true"><path d="{}"/></svg>'
        "{}</span>",
        tone,
        _SHAPES[tone],
        label,
    )


@register.simple_tag
def state_chip(workflow: Workflow, code: str) -> SafeString:
    """The chip of a state of a workflow."""
    state = workflow.state(code)
    return chip(state.label, state.tone)


_JOB_TONES = {
    JobState.WAITING: "plain",
    JobState.RUNNING: "act",
    JobState.DONE: "ok",
    JobState.FAILED: "late",
}


@register.simple_tag
def job_chip(run: JobRun) -> SafeString:
    """The chip of a job."""
    return chip(JobState(run.state).label, _JOB_TONES[JobState(run.state)])


@register.filter(expects_localtime=True)
def weekday_date(value: datetime.date | None) -> str:
    """A day in words: Rabu, 24 Maret 2021. Of a time, the day that it is in the office's zone."""
    return date_format(value, "l, j F Y") if value else ""


@register.filter
def number(value: float | None) -> str:
    """A figure with the separators of the language: 1.234,5. Only where a person reads it: elsewhere
    (an address, an attribute) a bare number stays as it is."""
    return "" if value is None else number_format(value, force_grouping=True)


@register.filter
def spoken(message: TerbukaError | str) -> str:
    """A message of the engine in the language of the page."""
    return str(message) if isinstance(message, TerbukaError) else translate(message)


@register.inclusion_tag("components/chart_bars.html")
def chart_bars(title: str, values: Sequence[Value], unit: str = "") -> dict[str, Any]:
    """Horizontal bars with their table. ``unit`` follows each figure."""
    drawn = charts.bars(values)
    return {"title": title, "bars": drawn, "unit": unit, "height": str(len(drawn) * charts.ROW)}


@register.inclusion_tag("components/chart_line.html")
def chart_line(title: str, values: Sequence[Value], unit: str = "") -> dict[str, Any]:
    """A line over time with its table."""
    line = charts.points(values)
    return {
        "title": title,
        "points": line,
        "stretches": charts.stretches(line),
        "unit": unit,
        "plot": str(charts.PLOT),
        "height": str(charts.PLOT + 32),
        "first": line[0] if line else None,
        "last": line[-1] if line else None,
    }


@register.simple_block_tag(end_name="endcard")
def card(content: str, title: str = "", level: int = 2) -> SafeString:
    """A box with an optional heading of ``level``."""
    heading = format_html("<h{0}>{1}</h{0}>", level, title) if title else mark_safe("")
    return format_html('<section class="card">{}{}</section>', heading, content)


@register.simple_block_tag(end_name="endnotice")
def notice(content: str, tone: str = "plain", title: str = "") -> SafeString:
    """A sentence that matters; ``tone`` as of a chip."""
    heading = format_html('<p class="notice-title">{}</p>', title) if title else mark_safe("")
    return format_html('<div class="notice notice-{}">{}{}</div>', tone, heading, content)


@register.simple_block_tag(end_name="endtable")
def table(content: str, caption: str, stacked: bool = True, hide_caption: bool = False) -> SafeString:
    """A table that scrolls by itself and can be reached with the keyboard.

    ``content``: thead and tbody. ``stacked``: rows become cards on a phone; each cell then needs a
    ``data-label`` with its column's heading.
    """
    return format_html(
        '<div class="table-wrap" role="region" aria-label="{0}" tabindex="0">'
        '<table class="table{1}"><caption{2}>{0}</caption>{3}</table></div>',
        caption,
        " table-stacked" if stacked else "",
        mark_safe(' class="visually-hidden"') if hide_caption else "",
        content,
    )


@register.simple_tag
def period(since: datetime.date, until: datetime.date | None) -> str:
    """From one day to another, or since a day."""
    values = {"since": date_format(since, "DATE_FORMAT")}
    if until is None:
        return gettext("sejak %(since)s") % values
    return gettext("%(since)s sampai %(until)s") % {**values, "until": date_format(until, "DATE_FORMAT")}


@register.simple_block_tag(end_name="endfolded")
def folded(content: str, summary: str, is_open: bool = False) -> SafeString:
    """Something that is a click away: filters, details. Open where it already says something."""
    return format_html(
        '<details class="folded"{}><summary>{}</summary>{}</details>',
        mark_safe(" open") if is_open else "",
        summary,
        content,
    )


@register.simple_block_tag(end_name="enddialog")
def dialog(content: str, id: str, title: str) -> SafeString:
    """A native dialog. What opens it is ``<a href="its own page" data-dialog="id">``: without a script
    the link leads to a page that asks the same."""
    return format_html(
        '<dialog id="{0}" aria-labelledby="{0}-title"><h2 id="{0}-title">{1}</h2>{2}</dialog>',
        id,
        title,
        content,
    )


@register.simple_block_tag(end_name="endpage_head")
def page_head(content: str, title: str, lead: str = "") -> SafeString:
    """The head of a page: its only h1, one sentence, and what can be done here (``content``)."""
    sentence = format_html('<p class="lead">{}</p>', lead) if lead else mark_safe("")
    acts = format_html('<div class="button-row">{}</div>', content) if content.strip() else mark_safe("")
    return format_html('<header class="page-head"><div><h1>{}</h1>{}</div>{}</header>', title, sentence, acts)
