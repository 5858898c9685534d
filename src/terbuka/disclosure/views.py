"""The pages of cases and copies. Each parses, calls one action or query, renders."""

from django.http import HttpResponse
from django.shortcuts import render

from terbuka.disclosure import queries
from terbuka.disclosure.rules import READERS
from terbuka.office.paging import newest_first
from terbuka.organisation.access import OfficeRequest, office_page


@office_page(*READERS)
def cases(request: OfficeRequest) -> HttpResponse:
    """The cases that somebody may know of, newest first."""
    found = newest_first(queries.visible_cases(request.user), request.GET, by="number")
    return render(request, "disclosure/cases.html", {"slice": found})
