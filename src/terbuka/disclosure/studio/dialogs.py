"""Acts of the studio that ask for something: each is a page with a form, and with a script the same form
in a dialog."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from terbuka.disclosure import rules
from terbuka.disclosure.decisions import Standing
from terbuka.disclosure.extract import open_extract
from terbuka.disclosure.models import Case, Mark
from terbuka.disclosure.rules import STUDIO
from terbuka.disclosure.studio import actions
from terbuka.disclosure.studio.answers import (
    address,
    answer,
    for_script,
    happened,
    landed,
    refusal,
    studio_case,
    whole_number,
)
from terbuka.disclosure.studio.choosing import Effect
from terbuka.disclosure.studio.forms import (
    POINTS_PER_MM,
    GroundForm,
    LiftForm,
    PassageForm,
    RegionForm,
    TermForm,
)
from terbuka.documents import Box
from terbuka.errors import TerbukaError
from terbuka.office.forms import carry_out
from terbuka.organisation.access import OfficeRequest, office_page

CORNERS = 700
"""Pixels: how wide the picture is shown on which two corners are clicked."""


@office_page(*STUDIO)
def ground(request: OfficeRequest, pk: int, number: int, mark: int) -> HttpResponse:
    """Another ground for one mark."""
    case = _case_to_decide(request, pk)
    found = _mark(case, mark)
    initial = {"seen": found.touched, "ground": found.ground}
    return _act(
        request,
        case,
        number,
        GroundForm(request.POST or None, initial=initial, prefix="dasar"),
        title=_("Tutup dengan dasar lain"),
        act=lambda data: actions.hide(request.user, case, mark, seen=data["seen"], ground=data["ground"]),
        chosen=mark,
    )


@office_page(*STUDIO)
def lift(request: OfficeRequest, pk: int, number: int, mark: int) -> HttpResponse:
    """Open what is blocked hard: only the superior."""
    case = studio_case(request, pk)
    if not rules.may_lift(request.user, case):
        raise Http404
    found = _mark(case, mark)
    return _act(
        request,
        case,
        number,
        LiftForm(request.POST or None, initial={"seen": found.touched}, prefix="kunci"),
        title=_("Buka yang terkunci"),
        act=lambda data: actions.lift(request.user, case, mark, **data),
        name="lift",
        chosen=mark,
    )


@office_page(*STUDIO)
def term(request: OfficeRequest, pk: int, number: int) -> HttpResponse:
    """A term, wherever it stands."""
    case = _case_to_decide(request, pk)

    def act(data: dict[str, Any]) -> Effect:
        page = number if data.pop("here") else None
        return actions.hide_term(request.user, case, data.pop("term"), page=page, **data)

    form = TermForm(request.POST or None, initial={"seen": case.decisions}, prefix="istilah")
    return _act(request, case, number, form, title=_("Tutup sebuah istilah"), act=act)


@office_page(*STUDIO)
@require_POST
def passage(request: OfficeRequest, pk: int, number: int) -> HttpResponse:
    """Selected text. Without a script: the page of the term, which asks for the same words."""
    case = _case_to_decide(request, pk)
    return _act(
        request,
        case,
        number,
        PassageForm(request.POST, prefix="teks"),
        title=_("Tutup teks yang dipilih"),
        act=lambda data: actions.hide_passage(request.user, case, number, **data),
    )


@office_page(*STUDIO)
def region(request: OfficeRequest, pk: int, number: int) -> HttpResponse:
    """A box on the page. Without a script two corners are clicked, one after the other."""
    case = _case_to_decide(request, pk)
    if not case.has_pictures or not 1 <= number <= case.pages:
        raise Http404
    with open_extract(case.extract) as extract:
        sheet = extract.sheet(number)
    corners = _corners(request, sheet.width / CORNERS / POINTS_PER_MM)
    is_whole = request.GET.get("seluruh") == "1"
    initial = {"seen": case.decisions, "whole": is_whole, **_rectangle(corners)}

    def act(data: dict[str, Any]) -> Effect:
        return actions.hide_region(
            request.user,
            case,
            number,
            form.box(Box(0, 0, sheet.width, sheet.height)),
            type=data["type"],
            ground=data["ground"],
            seen=data["seen"],
        )

    form = RegionForm(request.POST or None, initial=initial, prefix="kotak")
    return _act(
        request,
        case,
        number,
        form,
        title=_("Tutup sebuah kotak di halaman"),
        act=act,
        corners=corners,
        clicked=[(name, request.GET[name]) for name in ("satu.x", "satu.y") if name in request.GET],
        picture_width=0 if is_whole else CORNERS,
    )


def _corners(request: OfficeRequest, mm: float) -> list[tuple[float, float]]:
    """The corners clicked so far, in millimetres; ``mm`` is one pixel of the picture."""
    found = []
    for name in ("satu", "dua"):
        x, y = (whole_number(request.GET.get(f"{name}.{axis}", "")) for axis in "xy")
        if x is not None and y is not None:
            found.append((round(x * mm, 1), round(y * mm, 1)))
    return found


def _rectangle(corners: list[tuple[float, float]]) -> dict[str, float]:
    if len(corners) < 2:
        return {}
    (x0, y0), (x1, y1) = corners
    return {
        "left": min(x0, x1),
        "top": min(y0, y1),
        "width": round(abs(x1 - x0), 1),
        "height": round(abs(y1 - y0), 1),
    }


def _say_above(form: forms.Form, error: TerbukaError) -> None:
    form.add_error(None, refusal(error))


def _case_to_decide(request: OfficeRequest, pk: int) -> Case:
    case = studio_case(request, pk)
    if not rules.may_decide(request.user, case):
        raise Http404
    return case


def _mark(case: Case, number: int) -> Mark:
    return get_object_or_404(case.marks.exclude(standing=str(Standing.VOID)), number=number)


def _act(
    request: OfficeRequest,
    case: Case,
    number: int,
    form: forms.Form,
    *,
    title: str,
    act: Callable[[dict[str, Any]], Effect],
    name: str = "",
    chosen: int | None = None,
    **context: Any,
) -> HttpResponse:
    """A page with one form, or the same form in a dialog of the studio: there a refusal is the form again
    (422), and a success the studio's page."""
    done = carry_out(form, lambda form: act(form.cleaned_data), refused=_say_above)
    if done:
        if chosen is None:
            chosen = landed(request, case, number, done.result.decision)
        return answer(request, case, number, happened(name, done.result), chosen=chosen)
    if for_script(request):
        return render(request, "disclosure/studio/fields.html", {"form": form}, status=422)
    back = address(request, case, number, chosen)
    context = {"form": form, "form_title": title, "case": case, "number": number, "back": back, **context}
    return render(request, "disclosure/studio/form.html", context)
