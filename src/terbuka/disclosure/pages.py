"""What the pages of one case share: the way back to it, and whether somebody sees them."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from terbuka.disclosure.models import Case
from terbuka.office.components import Link
from terbuka.office.forms import F, form_page


def is_opened(request: HttpRequest) -> bool:
    """True where somebody gets to see the page: not who asks for its head, nor a browser that loads ahead."""
    return request.method == "GET" and "prefetch" not in request.headers.get("Sec-Purpose", "")


def trail(case: Case, here: str) -> list[Link]:
    """The breadcrumbs of a page below that of a case."""
    return [
        Link(_("Berkas"), reverse("disclosure:cases")),
        Link(case.title, reverse("disclosure:case", args=[case.pk])),
        Link(here, "", True),
    ]


def case_form(
    request: HttpRequest, case: Case, form: F, *, title: str, act: Callable[[F], Any], **shown: Any
) -> HttpResponse:
    """A page with one form about a case, and back to the case. ``shown``: see ``office.forms.form_page``."""
    address = reverse("disclosure:case", args=[case.pk])
    return form_page(
        request,
        form,
        title=title,
        act=act,
        then=lambda done: address,
        links=trail(case, title),
        case=case,
        back=address,
        **shown,
    )
