"""The pages of the studio, and its acts of one button. Acts with a form: ``dialogs``."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from terbuka.disclosure.decisions import Standing
from terbuka.disclosure.models import Case
from terbuka.disclosure.pages import is_opened
from terbuka.disclosure.pictures import copy_picture_png, page_picture
from terbuka.disclosure.rules import STUDIO
from terbuka.disclosure.studio import actions
from terbuka.disclosure.studio.answers import (
    answer,
    happened,
    landed,
    pointed_at,
    refusal,
    render_page,
    studio_case,
    whole_number,
)
from terbuka.disclosure.studio.choosing import Effect
from terbuka.disclosure.studio.page import following
from terbuka.errors import TerbukaError
from terbuka.office.downloads import send_file
from terbuka.office.storage import PrivateStorage
from terbuka.organisation.access import OfficeRequest, office_page

# --- Pages ------------------------------------------------------------------------------------------


@office_page(*STUDIO)
def door(request: OfficeRequest, pk: int) -> HttpResponse:
    """To the page that was asked for, else to the first that needs a decision, else to the first."""
    case = studio_case(request, pk)
    asked = whole_number(request.GET.get("hal", ""))
    if asked is not None:
        return redirect("disclosure:studio", pk, max(1, min(asked, case.pages)))
    left = case.marks.filter(standing=str(Standing.UNDECIDED)).order_by("page").first()
    return redirect("disclosure:studio", pk, left.page if left else 1)


@office_page(*STUDIO)
def page(request: OfficeRequest, pk: int, number: int) -> HttpResponse:
    """One page of a file with what stands on it."""
    case = studio_case(request, pk)
    if is_opened(request):
        actions.look(request.user, case, number)
    return render_page(request, case, number, chosen=pointed_at(request))


@office_page(*STUDIO)
def keys(request: OfficeRequest, pk: int, number: int) -> HttpResponse:
    """The keys and signs of the studio."""
    context = {"case": studio_case(request, pk), "number": number}
    return render(request, "disclosure/studio/help.html", context)


@office_page(*STUDIO)
def picture(request: OfficeRequest, pk: int, number: int) -> HttpResponseBase:
    """The picture of a page of the original."""
    case = _case_with_page(request, pk, number)
    name = page_picture(case, case.original, case.sha256, number)
    if request.method == "HEAD":  # the studio has the next page drawn while this one is read
        return HttpResponse(content_type="image/png")
    return send_file(PrivateStorage(), name, as_name="halaman.png", content_type="image/png", inline=True)


@office_page(*STUDIO)
def copy_picture(request: OfficeRequest, pk: int, number: int) -> HttpResponse:
    """The picture of a page as the copy would show it by the decisions so far."""
    case = _case_with_page(request, pk, number)
    return HttpResponse(copy_picture_png(case, number), content_type="image/png")


def _case_with_page(request: OfficeRequest, pk: int, number: int) -> Case:
    case = studio_case(request, pk)
    if not case.has_pictures or not 1 <= number <= case.pages:
        raise Http404
    return case


# --- Acts of one button -----------------------------------------------------------------------------

Act = Callable[[OfficeRequest, Case, int, list[str]], Effect]


def _hide(request: OfficeRequest, case: Case, number: int, given: list[str]) -> Effect:
    return actions.hide(request.user, case, int(given[0]), seen=int(given[1]))


def _keep(request: OfficeRequest, case: Case, number: int, given: list[str]) -> Effect:
    return actions.keep(request.user, case, int(given[0]), seen=int(given[1]))


def _remove(request: OfficeRequest, case: Case, number: int, given: list[str]) -> Effect:
    return actions.remove_box(request.user, case, int(given[0]), seen=int(given[1]))


def _everywhere(request: OfficeRequest, case: Case, number: int, given: list[str]) -> Effect:
    return actions.hide_text_of(request.user, case, int(given[0]), seen=int(given[1]))


def _hide_person(request: OfficeRequest, case: Case, number: int, given: list[str]) -> Effect:
    return actions.hide_person(request.user, case, given[0], seen=int(given[1]))


def _keep_person(request: OfficeRequest, case: Case, number: int, given: list[str]) -> Effect:
    return actions.keep_person(request.user, case, given[0], seen=int(given[1]))


def _proposed(request: OfficeRequest, case: Case, number: int, given: list[str]) -> Effect:
    where, which, seen = given
    page = number if where == "page" else None
    return actions.hide_proposed(request.user, case, page=page, sure=which == "sure", seen=int(seen))


def _undo(request: OfficeRequest, case: Case, number: int, given: list[str]) -> Effect:
    return actions.undo(request.user, case, int(given[0]))


ACTS: dict[str, Act] = {
    "hide": _hide,
    "keep": _keep,
    "remove": _remove,
    "everywhere": _everywhere,
    "hide-person": _hide_person,
    "keep-person": _keep_person,
    "proposed": _proposed,
    "undo": _undo,
}
_OF_ONE_MARK = {"hide", "keep", "remove", "everywhere"}


@office_page(*STUDIO)
def decide(request: OfficeRequest, pk: int, number: int) -> HttpResponse:
    """One act on page ``number``. ``act`` is its name and what it concerns, with colons between:
    ``hide:17:4`` hides mark 17, of which the page knew decision 4."""
    case = studio_case(request, pk)
    if request.method != "POST":  # back from the log-in
        return redirect("disclosure:studio", pk, number)
    name, *given = request.POST.get("act", "").split(":")
    mark = whole_number(given[0]) if name in _OF_ONE_MARK and given else pointed_at(request)
    try:
        effect = ACTS[name](request, case, number, given)
    except TerbukaError as error:
        return answer(request, case, number, refusal(error), chosen=mark, refused=True)
    except (KeyError, ValueError, IndexError):
        raise Http404 from None
    if name == "undo":
        chosen = landed(request, case, number, effect.decision)
    else:
        marks = case.marks.filter(page=number).order_by("start", "number")
        chosen = following(marks, mark) if mark else None
    return answer(request, case, number, happened(name, effect), chosen=chosen)
