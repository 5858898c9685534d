"""The pages of cases. Each parses, calls one action or query, renders."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from terbuka.disclosure import actions, queries, rules, workflow
from terbuka.disclosure.errors import AlreadyThere
from terbuka.disclosure.extract import open_extract
from terbuka.disclosure.forms import FilterForm, NoteForm, TitleForm, UploadForm, titled
from terbuka.disclosure.hidden_words import hidden_in_words
from terbuka.disclosure.models import Case
from terbuka.disclosure.pages import case_form
from terbuka.disclosure.rules import READERS, STUDIO, UPLOADERS
from terbuka.disclosure.stand import age_of, next_of, standing_of, steps_of, turn_of
from terbuka.disclosure.workflow import CASE
from terbuka.documents.source import LARGEST
from terbuka.errors import TerbukaError
from terbuka.journal.queries import entries_about
from terbuka.journal.verbs import say
from terbuka.office.desks import uses_of
from terbuka.office.downloads import send_file
from terbuka.office.jobs import latest_run
from terbuka.office.paging import newest_first
from terbuka.office.storage import PrivateStorage
from terbuka.organisation.access import OfficeRequest, office_page
from terbuka.organisation.rules import has_role_anywhere, roles_held
from terbuka.screening.kinds import told_kind

# --- The list and a new file ------------------------------------------------------------------------


@office_page(*READERS)
def cases(request: OfficeRequest) -> HttpResponse:
    """The cases that somebody may know of, newest first."""
    form = FilterForm(request.GET or {}, account=request.user)
    asked = form.cleaned_data if form.is_valid() else {}
    found = queries.visible_cases(request.user)
    if asked.get("status"):
        found = found.filter(state=asked["status"])
    if asked.get("unit"):
        found = found.filter(unit__path__startswith=asked["unit"].path)
    if asked.get("saya"):
        found = queries.worked_on_by(request.user, found)
    listed = newest_first(found, request.GET, by="number")
    context = {
        "form": form,
        "slice": listed,
        "rows": [
            {
                "case": case,
                "turn": turn_of(case),
                "standing": standing_of(case),
                "age": age_of(case, timezone.now()),
            }
            for case in listed.rows
        ],
        "is_at_work": any(case.state in workflow.AT_WORK for case in listed.rows),
        "is_filtered": any(asked.values()),
        "may_upload": has_role_anywhere(request.user, UPLOADERS),
    }
    return render(request, "disclosure/cases.html", context)


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a file: the case that was made, the one that is there ``already``, or a ``refusal``."""

    name: str
    case: Case | None = None
    already: Case | None = None
    refusal: str = ""


@office_page(*UPLOADERS)
def upload(request: OfficeRequest) -> HttpResponse:
    """One or several new files. A file that is refused does not hold up the others, and what was typed
    stays for the next try."""
    form = UploadForm(request.POST or None, request.FILES or None, account=request.user, limits=_limits())
    sent = _take_in(request, form.cleaned_data) if form.is_valid() else []
    made = [file.case for file in sent if file.case]
    if sent and len(made) == len(sent):
        messages.success(request, _("Berkas diterima dan sedang diperiksa."))
        return redirect("disclosure:case", made[0].pk) if len(made) == 1 else redirect("disclosure:cases")
    if any(file.already for file in sent):
        form.ask_again()
    return render(request, "disclosure/upload.html", {"form": form, "sent": sent, "made": made})


def _take_in(request: OfficeRequest, data: dict[str, Any]) -> list[Sent]:
    sent: list[Sent] = []
    for file in data["documents"]:
        title = data["title"]
        if len(data["documents"]) > 1:
            # Of those that were accepted: a refused file leaves no gap in the titles.
            number = sum(other.case is not None for other in sent) + 1
            title = _("%(title)s, berkas %(number)d") % {"title": title, "number": number}
        wish = {"unit": data["unit"], "title": title, "purpose": data["purpose"]}
        try:
            case = actions.upload(request.user, file=file, again=bool(data.get("again")), **wish)
        except AlreadyThere as error:
            sent.append(Sent(file.name, already=error.case))
        except TerbukaError as error:
            sent.append(Sent(file.name, refusal=str(error)))
        else:
            sent.append(Sent(file.name, case=case))
    return sent


def _limits() -> str:
    return _(
        "Pilih, atau seret ke kotak ini: PDF, DOCX, XLSX, HTML, surel (EML), teks, PNG, JPEG, TIFF. Paling "
        "besar %(largest)d MB tiap berkas dan %(together)d MB sekali kirim. Nama berkas disimpan tersandi."
    ) % {"largest": LARGEST >> 20, "together": settings.MAX_REQUEST_SIZE >> 20}


# --- One case ---------------------------------------------------------------------------------------


@office_page(*READERS)
def case(request: OfficeRequest, pk: int) -> HttpResponse:
    """Where a case stands, who may do what next, and what was done."""
    found = get_object_or_404(queries.visible_cases(request.user), pk=pk)
    run = latest_run(found)
    held = roles_held(request.user, found.unit)
    copy = getattr(found, "public_copy", None) if found.state == workflow.APPROVED else None
    uses = uses_of(copy, request.user) if copy else []
    context = {
        "case": found,
        "standing": standing_of(found),
        "steps": steps_of(found),
        "next": next_of(found, is_used=bool(uses)),
        "uses": uses,
        "problem": str(TerbukaError(found.problem, **found.problem_values)) if found.problem else "",
        "run": run if run and not run.is_over else None,
        "events": {
            step.event for step in CASE.open_steps(found.state, held, request.user, found) if step.label
        },
        "may_open": rules.may_open(request.user, found),
        "may_retitle": _may_retitle(request, found),
        "may_upload": has_role_anywhere(request.user, UPLOADERS),
        "same": list(queries.same_file(request.user, found)[:5]),
        "copy": copy,
        "may_have_copy": rules.may_have_copy(request.user, found),
        "history": [
            {"entry": entry, "sentence": say(entry.verb, entry.detail)}
            for entry in entries_about("disclosure.case", str(pk))
        ],
        **_inside(request, found),
    }
    return render(request, "disclosure/case.html", context)


def _inside(request: OfficeRequest, found: Case) -> dict[str, Any]:
    """What only those see who may see the file."""
    if not rules.may_open(request.user, found):
        return {}
    context: dict[str, Any] = {"notes": found.notes.select_related("author__person")}
    if found.extract:
        with open_extract(found.extract) as extract:
            said = extract.notices()
            kind = told_kind(said)
            if kind and kind.values.get("letter"):  # not one remark among others (Art. 18(1))
                said.remove(kind)
                context["never_whole"] = kind.sentence
            context["notices"] = [notice.sentence for notice in said]
            context["hidden_parts"] = hidden_in_words(extract.hidden())
    return context


def _may_retitle(request: OfficeRequest, found: Case) -> bool:
    return found.state in workflow.OPEN and rules.may_retitle(request.user, found)


@office_page(*READERS)
def retitle(request: OfficeRequest, pk: int) -> HttpResponse:
    """Another title."""
    found = get_object_or_404(queries.visible_cases(request.user), pk=pk)
    if not _may_retitle(request, found):
        raise Http404
    return case_form(
        request,
        found,
        TitleForm(request.POST or None, initial=titled(found)),
        title=_("Ganti judul"),
        act=lambda form: actions.retitle(request.user, found, title=form.cleaned_data["title"]),
    )


@office_page(*UPLOADERS)
@require_POST
def retry(request: OfficeRequest, pk: int) -> HttpResponse:
    """Screen a file again."""
    actions.retry(request.user, get_object_or_404(queries.visible_cases(request.user), pk=pk))
    return redirect("disclosure:case", pk)


@office_page(*rules.WITHDRAWERS)
def withdraw(request: OfficeRequest, pk: int) -> HttpResponse:
    """End a case without a copy."""
    found = get_object_or_404(queries.visible_cases(request.user), pk=pk)
    if not rules.may_withdraw(request.user, found):
        raise Http404
    return case_form(
        request,
        found,
        NoteForm(request.POST or None),
        title=_("Tarik kasus"),
        lead=_("Berkas asal dan semua yang dibuat darinya dihapus. Catatan dan riwayatnya tetap ada."),
        danger=True,
        act=lambda form: actions.withdraw(request.user, found, reason=form.cleaned_data["note"]),
        done=_("Kasus ditarik. Berkasnya dihapus, catatannya tetap ada."),
    )


@office_page(*STUDIO)
@require_POST
def original(request: OfficeRequest, pk: int) -> HttpResponseBase:
    """The original, to whoever may see it. Written down."""
    found = get_object_or_404(queries.open_cases(request.user), pk=pk)
    actions.note_original_taken(request.user, found)
    return send_file(
        PrivateStorage(), found.original, as_name=found.original_name, content_type="application/octet-stream"
    )
