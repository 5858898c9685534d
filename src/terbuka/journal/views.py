"""The auditors' pages."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from terbuka.journal.forms import FilterForm
from terbuka.journal.models import Entry
from terbuka.journal.queries import visible_entries
from terbuka.journal.verbs import say
from terbuka.journal.verify import Result, verify_chain
from terbuka.office.paging import newest_first
from terbuka.office.tables import csv_response
from terbuka.organisation.access import OfficeRequest, office_page
from terbuka.organisation.accounts import display_name
from terbuka.organisation.roles import Role


@office_page(Role.AUDITOR)
def entries(request: OfficeRequest) -> HttpResponse:
    """Who did what, newest first."""
    form = _form(request)
    found = newest_first(form.filter().apply(visible_entries(request.user)), request.GET, by="number")
    rows = [{"entry": entry, "sentence": say(entry.verb, entry.detail)} for entry in found.rows]
    query = request.GET.urlencode()
    return render(
        request, "journal/entries.html", {"form": form, "slice": found, "rows": rows, "query": query}
    )


@office_page(Role.AUDITOR)
def export(request: OfficeRequest) -> HttpResponseBase:
    """The same entries as CSV, oldest first, with their hashes."""
    found = _form(request).filter().apply(visible_entries(request.user)).order_by("number")
    header = [
        _("Nomor"),
        _("Waktu (UTC)"),
        _("Pelaku"),
        _("Tindakan"),
        _("Keterangan"),
        _("Objek"),
        _("Unit"),
        "SHA-256",
    ]
    return csv_response("jurnal.csv", header, _lines(found.iterator(chunk_size=1000)))


@office_page(Role.AUDITOR)
def check(request: OfficeRequest) -> HttpResponse:
    """Walk the whole chain now and say whether it is whole."""
    result: Result | None = verify_chain() if request.method == "POST" else None
    return render(request, "journal/check.html", {"result": result, "at": timezone.now()})


def _lines(found: Iterator[Entry]) -> Iterator[list[Any]]:
    for entry in found:
        yield [
            entry.number,
            entry.at.astimezone(timezone.get_fixed_timezone(0)).isoformat(),
            display_name(entry.actor) if entry.actor else _("Sistem"),
            entry.verb,
            say(entry.verb, entry.detail),
            f"{entry.kind} {entry.object_id}".strip(),
            entry.unit.code if entry.unit else "",
            entry.hash,
        ]


def _form(request: OfficeRequest) -> FilterForm:
    return FilterForm(request.GET or {}, account=request.user)
