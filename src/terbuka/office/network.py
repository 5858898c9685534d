"""Who is at the other end of the wire."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The visitor's address.

    Behind ``TERBUKA_PROXIES`` proxies of our own it stands that far from the right in
    ``X-Forwarded-For``: everything left of it was written by the visitor and may be a lie.
    """
    if settings.PROXIES:
        hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
        if len(hops) >= settings.PROXIES:
            return str(hops[-settings.PROXIES])
    return str(request.META.get("REMOTE_ADDR", ""))
