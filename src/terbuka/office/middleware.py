"""What happens to every request: a number and a log line, security headers, language, limits, errors."""

import logging
import secrets
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_cache_control

from terbuka import language
from terbuka.errors import TerbukaError
from terbuka.office.errors import FileMissing
from terbuka.office.logs import request_id, route_of
from terbuka.office.views import error_page

logger = logging.getLogger("terbuka.requests")
GetResponse = Callable[[HttpRequest], HttpResponse]


class RequestLog:
    """Gives each request a random number (``X-Request-Id``) and writes one line about it.

    The number is ours, never the visitor's: a foreign one could forge lines. It stands on error pages,
    so that a person can name what went wrong without telling what they typed.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        number = secrets.token_hex(6)
        token = request_id.set(number)
        started = time.perf_counter()
        try:
            response = self.get_response(request)
            milliseconds = (time.perf_counter() - started) * 1000
            # Whoever watches over the office asks every few seconds; that is no news.
            logger.log(
                logging.DEBUG if request.path == "/sehat/" else logging.INFO,
                "%s %s %d %.0fms",
                request.method,
                route_of(request),
                response.status_code,
                milliseconds,
            )
        finally:
            request_id.reset(token)
        response["X-Request-Id"] = number
        return response


CONTENT_SECURITY_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    # data: is the QR code of the authenticator app
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "payment",
        "usb",
    )
)


class SecurityHeaders:
    """Content-Security-Policy without any inline style or script, Permissions-Policy, no caching of
    pages that somebody saw while logged in.

    A view that needs more (a frame of one known host) sets ``response.content_security_policy`` to
    the directives that differ.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        policy = {**CONTENT_SECURITY_POLICY, **getattr(response, "content_security_policy", {})}
        response["Content-Security-Policy"] = "; ".join(f"{name} {value}" for name, value in policy.items())
        response["Permissions-Policy"] = PERMISSIONS_POLICY
        user = getattr(request, "user", None)
        if user is not None and user.is_authenticated:
            patch_cache_control(response, private=True, no_store=True)
        return response


class PathLanguage:
    """The language is in the address (``/en/…``) and nowhere else: no cookie, no guess from headers.

    So a page can be cached, linked and printed as it is. The engine speaks the same language.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        code = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        request.LANGUAGE_CODE = code
        language.use_language(code)
        # Not ``override``: a streamed answer (CSV) is still being written after this returns.
        translation.activate(code)
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", code)
        return response


class UploadLimit:
    """Refuses a request that says it is larger than ``TERBUKA_MAX_UPLOAD_MB`` before reading it."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdigit() and int(length) > settings.MAX_REQUEST_SIZE:
            return error_page(request, 413)
        return self.get_response(request)


class ClearErrors:
    """An error that a user can act on becomes a page with its sentence, whichever view raised it."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, TerbukaError):
            return error_page(request, 503 if isinstance(exception, FileMissing) else 409, str(exception))
        return None
