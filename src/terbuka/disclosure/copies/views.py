"""The pages of the public copy. The preview shows the copy's own pages, drawn from the copy itself."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from terbuka.disclosure import actions, queries, rules, workflow
from terbuka.disclosure.arranging import Filled, arranged, columns
from terbuka.disclosure.copies.opened import MOST_NAMED, left_open
from terbuka.disclosure.copies.reading import Piece, labelled
from terbuka.disclosure.decisions import Standing
from terbuka.disclosure.extract import open_extract
from terbuka.disclosure.forms import ApproveForm, ConfirmForm, NoteForm
from terbuka.disclosure.models import Case, PreparedCopy, PublicCopy
from terbuka.disclosure.pages import case_form, is_opened, trail
from terbuka.disclosure.pictures import WIDTH, page_picture
from terbuka.disclosure.rules import APPROVERS, DECIDERS, READERS, RECEIVERS, STUDIO
from terbuka.disclosure.studio import actions as studio
from terbuka.disclosure.words import check_word, is_risky
from terbuka.documents.formats import Format
from terbuka.law.grounds import ground
from terbuka.office.desks import uses_of
from terbuka.office.downloads import send_file
from terbuka.office.storage import PrivateStorage
from terbuka.organisation.access import OfficeRequest, office_page
from terbuka.organisation.rules import roles_held
from terbuka.screening import Mode

# --- Asked for --------------------------------------------------------------------------------------


@office_page(*DECIDERS)
def prepare(request: OfficeRequest, pk: int) -> HttpResponse:
    """What is left before the copy can be made; then the officer's word, and the job."""
    case = _case(request, pk)
    unseen = queries.unseen_pages(case, request.user)
    return case_form(
        request,
        case,
        ConfirmForm(request.POST or None, has_pages=case.has_pictures),
        title=_("Buat salinan"),
        lead=_(
            "Program menulis berkas baru, lalu membuktikan dengan cara lain bahwa tidak ada yang tersisa. "
            "Sesudah itu orang kedua memeriksanya."
        ),
        act=lambda form: actions.prepare(request.user, case, **form.cleaned_data),
        template="disclosure/copies/prepare.html",
        unseen=unseen[:MOST_NAMED],
        unseen_more=max(0, len(unseen) - MOST_NAMED),
        seen=case.pages - len(unseen),
        can=case.state == workflow.DECIDING,
        opened=left_open(case),
        **_counts(case),
    )


def _case(request: OfficeRequest, pk: int) -> Case:
    case = get_object_or_404(queries.open_cases(request.user), pk=pk)
    if not case.extract:
        raise Http404
    return case


def _counts(case: Case) -> dict[str, object]:
    shown = ("standing", "ground", "mode", "case_id", "number", "page", "decision", "confidence")
    marks = list(case.marks.exclude(standing=str(Standing.VOID)).order_by("page", "number").only(*shown))
    risky = [mark for mark in marks if is_risky(mark)]
    hidden: dict[str, int] = {}
    for mark in marks:
        if mark.hides:
            hidden[mark.ground] = hidden.get(mark.ground, 0) + 1
    return {
        "grounds": grounds_in_words(hidden),
        "kept": sum(not mark.hides for mark in marks),
        "lifted": sum(mark.mode == Mode.BLOCK and not mark.hides for mark in marks),
        "risky": risky[:MOST_NAMED],
        "risky_more": max(0, len(risky) - MOST_NAMED),
    }


def grounds_in_words(counts: dict[str, int]) -> list[tuple[str, str, int]]:
    """(code, title in the language of the page, how many), most first."""
    language = get_language() or "id"
    rows = [(code, ground(code).titled(language), count) for code, count in counts.items()]
    return sorted(rows, key=lambda row: (-row[2], row[0]))


# --- Looked at --------------------------------------------------------------------------------------


@office_page(*STUDIO)
def preview(request: OfficeRequest, pk: int, number: int) -> HttpResponse:
    """A page of the copy that waits for the second person, beside grounds and counts."""
    case = _case(request, pk)
    if case.state == workflow.APPROVED:  # back from the certificate
        return redirect("disclosure:certificate", pk)
    prepared = _prepared(case)
    if not 1 <= number <= prepared.pages:
        raise Http404
    if is_opened(request):
        studio.look(request.user, prepared, number)
    return _preview(request, case, prepared, number)


def _preview(
    request: OfficeRequest, case: Case, prepared: PreparedCopy, number: int, form: ApproveForm | None = None
) -> HttpResponse:
    unseen = queries.unseen_pages(prepared, request.user)
    opened = left_open(case)
    given = {"sha256": prepared.sha256, "page": number}
    blocks = _blocks(prepared, number)
    context = {
        "case": case,
        "links": trail(case, _("Pratinjau salinan")),
        "prepared": prepared,
        "number": number,
        "previous": number - 1,
        "next": number + 1 if number < prepared.pages else 0,
        "grounds": grounds_in_words(prepared.grounds),
        "hidden": sum(prepared.grounds.values()),
        "opened": opened,
        "form": form or ApproveForm(initial=given, has_opened=bool(opened.count)),
        "is_second_person": rules.is_second_person(request.user, case),
        "may_approve": _may_approve(request, case),
        "is_approver": workflow.CASE.allowed("approve", case.state, _roles(request, case)),
        "seen": prepared.pages - len(unseen),
        "next_unseen": next((page for page in unseen if page > number), unseen[0] if unseen else 0),
        "blocks": blocks,
        "columns": columns(blocks),
        "picture_width": WIDTH,
    }
    return render(request, "disclosure/copies/preview.html", context)


@office_page(*STUDIO)
def picture(request: OfficeRequest, pk: int, number: int) -> HttpResponseBase:
    """The picture of a page of the copy, drawn from the copy. A page that was opened before a new copy was
    made gets none: who sees it has looked at the old one."""
    case, prepared = _waiting(request, pk)
    is_this = request.GET.get("sha256") == prepared.sha256
    if not is_this or not prepared.has_pictures or not 1 <= number <= prepared.pages:
        raise Http404
    name = page_picture(case, prepared.file, prepared.sha256, number)
    return send_file(PrivateStorage(), name, as_name="halaman.png", content_type="image/png", inline=True)


@office_page(*STUDIO)
def prepared_copy(request: OfficeRequest, pk: int) -> HttpResponseBase:
    """The file of the copy that waits for the second person."""
    case, found = _waiting(request, pk)
    kind = Format(found.format)
    name = f"belum-disetujui-{case.pk}{kind.suffix}"
    return send_file(PrivateStorage(), found.file, as_name=name, content_type=kind.content_type, inline=True)


def _waiting(request: OfficeRequest, pk: int) -> tuple[Case, PreparedCopy]:
    case = _case(request, pk)
    return case, _prepared(case)


def _prepared(case: Case) -> PreparedCopy:
    found = case.prepared_copy_or_none
    if found is None or not found.is_ready:
        raise Http404
    return found


def _roles(request: OfficeRequest, case: Case) -> frozenset[str]:
    return roles_held(request.user, case.unit)


def _may_approve(request: OfficeRequest, case: Case) -> bool:
    return workflow.CASE.allowed("approve", case.state, _roles(request, case), request.user, case)


def _blocks(prepared: PreparedCopy, number: int) -> list[Filled[Piece]]:
    if not prepared.extract:
        return []
    with open_extract(prepared.extract) as extract:
        sheet = extract.sheet(number)
    return arranged(sheet, lambda start, end: labelled(sheet.cut(start, end)))


# --- Certified, or sent back ------------------------------------------------------------------------


@office_page(*APPROVERS)
def approve(request: OfficeRequest, pk: int) -> HttpResponse:
    """Certify the copy that was looked at, after the word that it was."""
    case = get_object_or_404(queries.open_cases(request.user), pk=pk)
    if request.method != "POST":  # back from the log-in
        return redirect("disclosure:preview", pk, 1)
    form = ApproveForm(request.POST, has_opened=bool(left_open(case).count))
    if not form.is_valid() and _may_approve(request, case):
        prepared = _prepared(case)
        page = form.cleaned_data.get("page") or 1
        return _preview(request, case, prepared, min(page, prepared.pages), form)
    actions.approve(request.user, case, sha256=form.cleaned_data.get("sha256", ""))
    messages.success(request, _("Salinan disahkan. Sertifikatnya ada di bawah ini."))
    return redirect("disclosure:certificate", pk)


@office_page(*APPROVERS)
def send_back(request: OfficeRequest, pk: int) -> HttpResponse:
    """Return the copy with a note."""
    case = _case(request, pk)
    if case.state == workflow.APPROVED:  # back from the certificate
        return redirect("disclosure:certificate", pk)
    _prepared(case)
    title = _("Kembalikan salinan")
    return case_form(
        request,
        case,
        NoteForm(request.POST or None),
        title=title,
        lead=_("Salinan ini dihapus. Petugas membaca catatan Anda, memutuskan lagi, lalu membuat yang baru."),
        button=title,
        act=lambda form: actions.send_back(request.user, case, note=form.cleaned_data["note"]),
        done=_("Salinan dikembalikan dengan catatan Anda."),
    )


# --- The certificate --------------------------------------------------------------------------------


@office_page(*READERS)
def certificate(request: OfficeRequest, pk: int) -> HttpResponse:
    """What was certified, by whom, and what proves it."""
    copy = get_object_or_404(queries.visible_certificates(request.user), case__number=pk)
    context = {
        "copy": copy,
        "case": copy.case,
        "links": trail(copy.case, _("Sertifikat")),
        "grounds": grounds_in_words(copy.grounds),
        "checks": [{"name": check_word(c["name"]), "items": c["items"]} for c in copy.checks],
        "may_have_copy": rules.may_have_copy(request.user, copy.case),
        "uses": uses_of(copy, request.user),
    }
    return render(request, "disclosure/copies/certificate.html", context)


@office_page(*RECEIVERS)
def download(request: OfficeRequest, pk: int) -> HttpResponseBase:
    """The certified copy."""
    copy: PublicCopy = get_object_or_404(queries.certified_copies(request.user), case__number=pk)
    return send_file(
        PrivateStorage(),
        queries.proven_copy(copy),
        as_name=copy.file_name,
        content_type=copy.kind.content_type,
    )
