"""What every public page has in common: read only, cacheable by anybody, light."""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

P = ParamSpec("P")

# What may be withdrawn is asked for each time (an ETag spares the bytes): a name that stood in it by mistake
# is gone at once. Lists may stay for minutes, what only we change for an hour.
ANEW, MINUTES, HOUR = 0, 300, 3600


def public_page(
    max_age: int = MINUTES,
) -> Callable[
    [Callable[Concatenate[HttpRequest, P], HttpResponseBase]],
    Callable[Concatenate[HttpRequest, P], HttpResponseBase],
]:
    """A page for everybody: ``Cache-Control`` of ``max_age`` seconds, an ETag of its content, compressed.

    Compressing is safe here and only here: no secret stands beside what a visitor typed (BREACH).
    """

    def declare(
        view: Callable[Concatenate[HttpRequest, P], HttpResponseBase],
    ) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
        @gzip_page
        @require_safe
        @wraps(view)
        def inner(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            return cacheable(request, view(request, *args, **kwargs), max_age)

        return inner

    return declare


def cacheable(request: HttpRequest, response: HttpResponseBase, max_age: int) -> HttpResponseBase:
    """``response`` for every cache; 304 where the visitor has it already."""
    patch_cache_control(response, public=True, max_age=max_age)
    if not isinstance(response, HttpResponse) or response.status_code != 200:
        return response
    response["ETag"] = quote_etag(sha256(response.content).hexdigest()[:32])
    return get_conditional_response(request, etag=response["ETag"], response=response) or response
