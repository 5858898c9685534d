"""The public pages. Each asks ``queries`` and renders; none writes, none knows who is reading."""

import datetime
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from terbuka.office.downloads import send_file
from terbuka.office.storage import PublicStorage
from terbuka.office.tables import csv_response
from terbuka.portal import queries
from terbuka.portal.certificates import certificates
from terbuka.portal.forms import SearchForm
from terbuka.portal.labels import all_labels, ground_rows
from terbuka.portal.pages import ANEW, HOUR, cacheable, public_page
from terbuka.register.jobs import public_name
from terbuka.register.models import Edition, InformationClass

PAGE, PRINTED, LISTED = 20, 500, 20_000


# --- Front ------------------------------------------------------------------------------------------


@public_page()
def home(request: HttpRequest) -> HttpResponse:
    """What this office is, the search, what is new, how to ask."""
    counts = queries.count_by_class()
    classes = [(value, label, counts[value]) for value, label in InformationClass.choices]
    return render(
        request, "portal/home.html", {"latest": queries.latest(5), "classes": classes, **_contact()}
    )


@public_page(HOUR)
def ask(request: HttpRequest) -> HttpResponse:
    """How to ask for information, in which time, and what to do about a refusal."""
    return render(request, "portal/ask.html", _contact())


@public_page(HOUR)
def labels(request: HttpRequest) -> HttpResponse:
    """Every word on a bar, every ground."""
    rows = {"labels": all_labels(), "grounds": ground_rows(_language())}
    return render(request, "portal/labels.html", rows)


@public_page(HOUR)
def about(request: HttpRequest) -> HttpResponse:
    """Who publishes here, and how."""
    return render(request, "portal/about.html", _contact())


@public_page(HOUR)
def accessibility(request: HttpRequest) -> HttpResponse:
    """What works for whom, what does not yet, and whom to tell."""
    return render(request, "portal/accessibility.html", _contact())


@public_page(HOUR)
def privacy(request: HttpRequest) -> HttpResponse:
    """What this site knows of its readers: nothing."""
    return render(request, "portal/privacy.html", _contact())


# --- The register -----------------------------------------------------------------------------------


@public_page()
def register(request: HttpRequest) -> HttpResponse:
    """The search, and what it finds."""
    form, search, found = _search(request)
    page = Paginator(queries.with_files(found), PAGE).get_page(request.GET.get("halaman"))
    return render(request, "portal/register.html", {"form": form, "search": search, "page": page})


@public_page()
def register_print(request: HttpRequest) -> HttpResponse:
    """The list as Perki 1/2021 Lampiran I prints it, with its seven columns."""
    _form, search, found = _search(request)
    rows = list(found[: PRINTED + 1])
    context = {"rows": rows[:PRINTED], "search": search, "more": len(rows) > PRINTED, "most": PRINTED}
    return render(request, "portal/print.html", context)


@public_page()
def register_csv(request: HttpRequest) -> HttpResponseBase:
    """The list as a table for spreadsheets."""
    *_form, found = _search(request)
    header = [
        _("Nomor"),
        _("Judul"),
        _("Ringkasan isi"),
        _("Unit yang menguasai"),
        _("Penanggung jawab"),
        _("Tanggal pembuatan"),
        _("Tempat pembuatan"),
        _("Bentuk yang tersedia"),
        _("Jangka waktu simpan"),
        _("Kelas"),
        _("Mencakup sejak"),
        _("Mencakup sampai"),
        _("Terbit"),
        _("Alamat"),
    ]
    lines = (_line(request, edition) for edition in found.iterator(chunk_size=500))
    return csv_response("daftar-informasi-publik.csv", header, lines)


def _line(request: HttpRequest, edition: Edition) -> list[Any]:
    return [
        edition.item_id,
        edition.title,
        edition.summary,
        edition.unit.name,
        edition.responsible,
        edition.made_on.isoformat(),
        edition.made_in,
        edition.get_available_as_display(),
        edition.retention,
        edition.get_information_class_display(),
        edition.period_from.isoformat() if edition.period_from else "",
        edition.period_to.isoformat() if edition.period_to else "",
        timezone.localdate(edition.published_at).isoformat(),
        request.build_absolute_uri(_address(edition)),
    ]


@public_page(ANEW)
def item(request: HttpRequest, number: int, slug: str = "") -> HttpResponse:
    """One item with its files and certificates; 410 where it was withdrawn."""
    edition = queries.edition_of(number)
    if edition is None:
        raise Http404
    if not edition.is_open:
        return _gone(request, edition)
    if slug != edition.slug:
        # Not for ever: a title may change and change back, and browsers remember permanent ones.
        return redirect("portal:item", number, edition.slug)
    context = {
        "edition": edition,
        "certificates": certificates(queries.files_of(edition), _language()),
        "history": queries.history_of(edition),
        **_contact(),
    }
    return render(request, "portal/item.html", context)


@require_safe
def copy(request: HttpRequest, sha256: str) -> HttpResponseBase:
    """A public copy, under the hash of its bytes. Only while it is public: the rows decide, not the store."""
    file = queries.file_with(sha256)
    if file is None:
        edition = queries.gone_with(sha256)
        if edition is None:
            raise Http404
        return cacheable(request, _gone(request, edition), ANEW)
    etag = quote_etag(sha256)
    response: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if response is None:
        response = send_file(
            PublicStorage(),
            public_name(sha256),
            as_name=f"{slugify(file.name) or file.copy.number}{file.copy.kind.suffix}",
            content_type=file.copy.kind.content_type,
        )
        response["ETag"] = etag
    return cacheable(request, response, ANEW)


def _gone(request: HttpRequest, edition: Edition) -> HttpResponse:
    """What stands in the place of something that was withdrawn, or of a file that was replaced."""
    return render(request, "portal/gone.html", {"edition": edition, **_contact()}, status=410)


# --- For machines -----------------------------------------------------------------------------------


@public_page(HOUR)
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page in both languages."""
    pages = [reverse(f"portal:{name}") for name in ("home", "register", "ask", "labels", "about")]
    rows: list[tuple[str, datetime.date | None]] = [(page.removeprefix("/en"), None) for page in pages]
    rows += [
        (_address(edition).removeprefix("/en"), timezone.localdate(edition.published_at))
        for edition in queries.addresses(LISTED)
    ]
    context = {"rows": rows, "site": f"{request.scheme}://{request.get_host()}"}
    return render(request, "portal/sitemap.xml", context, content_type="application/xml; charset=utf-8")


@public_page(HOUR)
def robots(request: HttpRequest) -> HttpResponse:
    """Machines may read what the public may."""
    site = f"{request.scheme}://{request.get_host()}"
    lines = [
        "User-agent: *",
        *(f"Disallow: {language}/{part}/" for language in ("", "/en") for part in ("kantor", "akun")),
        f"Sitemap: {site}/sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


# --- What they share --------------------------------------------------------------------------------


def _search(request: HttpRequest) -> tuple[SearchForm, queries.Search, QuerySet[Edition]]:
    facets = queries.facets()
    asked = request.GET.copy()
    asked.setdefault("cari", asked.get("q", ""))  # as browsers and other sites ask a search
    form = SearchForm(asked, facets=facets)
    search = form.search()
    return form, search, queries.find(search, facets.units)


def _address(edition: Edition) -> str:
    return reverse("portal:item", args=[edition.item_id, edition.slug])


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE


def _contact() -> dict[str, dict[str, str]]:
    """How the office is reached; empty where it has not said so."""
    return {
        "contact": {
            "address": settings.OFFICE_ADDRESS,
            "hours": settings.OFFICE_HOURS,
            "phone": settings.OFFICE_PHONE,
            "email": settings.OFFICE_EMAIL,
        }
    }
