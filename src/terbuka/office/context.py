"""What every template knows."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from terbuka.office.desks import doors_for
from terbuka.office.logs import request_id
from terbuka.organisation.rules import home_unit


def office(request: HttpRequest) -> dict[str, Any]:
    """The office's name, this page in the other language, and the doors of whoever is logged in.

    ``doors`` and ``home_unit`` ask the database only when a template uses them.
    """
    english = request.path_info == "/en" or request.path_info.startswith("/en/")
    path = request.get_full_path()
    # A request that was refused early (too large, a foreign host) has no user.
    user = getattr(request, "user", AnonymousUser())
    return {
        "LANGUAGE_CODE": "en" if english else "id",
        "front_url": "/en/" if english else "/",
        "office_name": settings.OFFICE_NAME,
        "demo": settings.DEMO,
        "request_number": request_id.get(),
        "other_language": {
            "code": "id" if english else "en",
            "name": "Bahasa Indonesia" if english else "English",
            "url": (path[3:] or "/") if english else f"/en{path}",
        },
        "doors": SimpleLazyObject(lambda: doors_for(user)),
        "home_unit": SimpleLazyObject(lambda: home_unit(user)),
    }
