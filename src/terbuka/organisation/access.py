"""Who may open a page of the office at all. Which rows it shows is the matter of ``queries``."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from terbuka.organisation.models import Account
from terbuka.organisation.rules import has_role_anywhere

P = ParamSpec("P")


class OfficeRequest(HttpRequest):
    """A request of somebody who is logged in."""

    user: Account


def office_page(
    *roles: str,
) -> Callable[
    [Callable[Concatenate[OfficeRequest, P], HttpResponseBase]],
    Callable[Concatenate[HttpRequest, P], HttpResponseBase],
]:
    """Visitors are led to the log-in. Where ``roles`` are named, whoever holds none of them at any unit
    gets the 404 that they would get for a page that does not exist."""

    def declare(
        view: Callable[Concatenate[OfficeRequest, P], HttpResponseBase],
    ) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
        @login_required
        @wraps(view)
        def inner(request: Any, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if roles and not has_role_anywhere(request.user, roles):
                raise Http404
            return view(request, *args, **kwargs)

        return inner

    return declare
