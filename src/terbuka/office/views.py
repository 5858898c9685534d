"""The office's own pages: the first one, jobs, errors, health, and all components at once."""

import errno
import sys
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from terbuka.office import components as ui
from terbuka.office.desks import desks
from terbuka.office.errors import StoreFull
from terbuka.office.jobs import visible_runs
from terbuka.office.models import JobRun, JobState
from terbuka.organisation.access import OfficeRequest, office_page


@office_page()
def home(request: OfficeRequest) -> HttpResponse:
    """What waits for whoever is logged in, and the doors of their roles."""
    waiting = [item for desk in desks() for item in desk.waiting(request.user) if item.count]
    return render(request, "office/home.html", {"waiting": waiting})


@office_page()
def job_page(request: OfficeRequest, number: UUID) -> HttpResponse:
    """How far a job is. Without a script the page asks again by itself."""
    run = get_object_or_404(visible_runs(request.user), pk=number)
    return render(
        request, "office/job.html", {"run": run, "back": _same_site(request.GET.get("kembali", ""))}
    )


@office_page()
def job_fragment(request: OfficeRequest, number: UUID) -> HttpResponse:
    """The progress of a job for htmx; when it is over the page around it is loaded anew."""
    run = get_object_or_404(visible_runs(request.user), pk=number)
    response = render(request, "components/progress.html", {"run": run})
    if run.is_over:
        response["HX-Refresh"] = "true"
    return response


def _same_site(path: str) -> str:
    """A path of this site to go back to; anything else becomes nothing (an open redirect)."""
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) else ""


# --- Errors -----------------------------------------------------------------------------------------


def _words(status: int) -> tuple[str, str]:
    return {
        400: (
            _("Permintaan ini tidak bisa dibaca"),
            _("Alamat atau isian yang dikirim tidak lengkap. Kembali ke halaman sebelumnya dan coba lagi."),
        ),
        403: (
            _("Anda tidak berwenang untuk ini"),
            _(
                "Tidak ada yang berubah. Bila ini tugas Anda, mintalah administrator unit memberi peran "
                "yang sesuai."
            ),
        ),
        404: (
            _("Halaman ini tidak ada"),
            _("Alamatnya mungkin salah ketik, sudah dipindahkan, atau bukan untuk Anda."),
        ),
        409: (_("Belum bisa dilakukan"), ""),
        413: (
            _("Berkas terlalu besar"),
            _("Tidak ada yang tersimpan. Kirim paling banyak %(limit)d MB sekaligus.")
            % {"limit": settings.MAX_REQUEST_SIZE // settings.MEBIBYTE},
        ),
        503: (_("Belum bisa dibuka"), ""),
        429: (
            _("Terlalu banyak percobaan"),
            _("Tunggu beberapa menit, lalu coba lagi. Data Anda aman."),
        ),
        500: (
            _("Ada kesalahan di pihak kami"),
            _(
                "Permintaan Anda tidak selesai; yang sudah tersimpan tetap aman. Coba lagi sebentar lagi. "
                "Bila berulang, sampaikan nomor di bawah ini kepada pengelola sistem."
            ),
        ),
        507: (_("Penyimpanan penuh"), ""),
    }[status]


def error_page(request: HttpRequest, status: int, sentence: str = "") -> HttpResponse:
    """An error in the design: what happened, what is safe, what to do. Asks the database nothing."""
    title, usual = _words(status)
    context = {"status": status, "error_title": title, "sentence": sentence or usual}
    return render(request, "errors/error.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400."""
    return error_page(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    return error_page(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404; also where a row exists but is not for this person."""
    return error_page(request, 404)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """429: somebody, or something, asks too fast."""
    return error_page(request, 429)


def server_error(request: HttpRequest) -> HttpResponse:
    """500; a full disk is told apart, because somebody can do something about it."""
    error = sys.exc_info()[1]
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return error_page(request, 507, str(StoreFull()))
    return error_page(request, 500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its token: an old page, or cookies refused."""
    return error_page(
        request,
        403,
        _("Halaman ini sudah terlalu lama terbuka atau kuki ditolak. Muat ulang halaman, lalu kirim lagi."),
    )


# --- Machines ---------------------------------------------------------------------------------------


@require_GET
def health(request: HttpRequest) -> JsonResponse:
    """200 where the database answers, else 503. Says nothing else: anybody may ask."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "database"}, status=503)
    return JsonResponse({"status": "ok"})


@require_GET
@cache_control(max_age=86400, public=True)
def favicon(request: HttpRequest) -> HttpResponse:
    """Browsers ask for this name whatever the page says."""
    return HttpResponseRedirect(static("office/favicon.svg"))


# --- Components -------------------------------------------------------------------------------------


def components(request: HttpRequest) -> HttpResponse:
    """Every component with invented values, to look at in both themes. Only in the demo."""
    if not settings.DEMO:
        raise Http404
    return render(request, "office/components.html", _samples())


def _samples() -> dict[str, Any]:
    from terbuka.office.samples import SampleForm

    due = date(2021, 3, 24)
    counted = [ui.Day(due - timedelta(days=14 - day), day) for day in range(1, 4)]
    days = [*counted, ui.Day(date(2021, 3, 14), None, _("hari libur: Hari Suci Nyepi"))]
    return {
        "clocks": [
            ui.Clock(due, 8, _("kantor"), days),
            ui.Clock(due, 3, _("kantor"), days),
            ui.Clock(due, -2, _("pemohon"), days),
            ui.Clock(due, 0, _("kantor"), days, met=True),
        ],
        "steps": ui.steps([_("Unggah"), _("Periksa"), _("Setujui"), _("Terbit")], 1),
        "tabs": [ui.Link(_("Semua"), "#", True), ui.Link(_("Menunggu"), "#"), ui.Link(_("Selesai"), "#")],
        "links": [ui.Link(_("Beranda"), "/"), ui.Link(_("Komponen"), "#", True)],
        "bars": [
            ui.Value(_("Dikabulkan"), 1284),
            ui.Value(_("Dikabulkan sebagian"), 310),
            ui.Value(_("Ditolak"), 42),
            ui.Value(_("Sengketa"), None),
        ],
        "line": [
            ui.Value(str(year), value)
            for year, value in zip(range(2016, 2022), (120, 340, None, 560, 610, 742), strict=True)
        ],
        "form": SampleForm({"name": "", "date": "2021-02-31", "channel": "email", "agree": "on"}),
        "runs": [
            JobRun(id=UUID(int=1), state=JobState.RUNNING, done=12, total=40, sentence=_("Membaca halaman")),
            JobRun(id=UUID(int=2), state=JobState.DONE, done=40, total=40),
        ],
        "tones": [
            ("plain", _("Draf")),
            ("act", _("Sedang diperiksa")),
            ("soon", _("Segera jatuh tempo")),
            ("late", _("Terlambat")),
            ("ok", _("Terverifikasi")),
            ("blocked", _("Ditutup")),
        ],
        "colours": [
            "paper",
            "paper-2",
            "ink",
            "muted",
            "line",
            "line-strong",
            "act",
            "soon",
            "late",
            "ok",
            "bar",
        ],
        "person": {"name": "Rahmadi Noor", "rank": "AKBP", "post": _("Kepala Subbidang PID")},
    }
