"""The administrators' pages and everybody's own account. Each parses, calls one action or query, renders."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from terbuka.office.components import Link
from terbuka.office.forms import form_page
from terbuka.organisation import actions, queries
from terbuka.organisation.access import OfficeRequest, office_page
from terbuka.organisation.accounts import password_link
from terbuka.organisation.forms import (
    AccountForm,
    AppointForm,
    EndForm,
    MoveForm,
    OpenUnitForm,
    PersonForm,
    SucceedForm,
    UnitForm,
)
from terbuka.organisation.models import Membership, Person, Unit
from terbuka.organisation.roles import Role
from terbuka.organisation.rules import administers_everything, memberships

# --- Units ------------------------------------------------------------------------------------------


@office_page(Role.ADMINISTRATOR)
def units(request: OfficeRequest) -> HttpResponse:
    """The administered part of the tree."""
    ended = request.GET.get("berakhir") == "1"
    return render(
        request,
        "organisation/units.html",
        {"units": queries.unit_tree(request.user, ended=ended), "ended": ended, "tabs": _tabs("units")},
    )


@office_page(Role.ADMINISTRATOR)
def unit(request: OfficeRequest, pk: int) -> HttpResponse:
    """One unit: what it is, who works there."""
    found = _unit(request, pk)
    return render(
        request,
        "organisation/unit.html",
        {
            "unit": found,
            "members": queries.memberships_of_unit(found),
            "links": _trail(_("Unit"), "organisation:units", found.name),
        },
    )


@office_page(Role.ADMINISTRATOR)
def open_unit(request: OfficeRequest) -> HttpResponse:
    """A new unit."""
    initial = {"parent": request.GET.get("di-bawah")}
    form = OpenUnitForm(request.POST or None, account=request.user, initial=initial)
    return form_page(
        request,
        form,
        title=_("Buka unit"),
        act=lambda form: actions.open_unit(request.user, **form.cleaned_data),
        then=lambda opened: reverse("organisation:unit", args=[opened.pk]),
    )


@office_page(Role.ADMINISTRATOR)
def change_unit(request: OfficeRequest, pk: int) -> HttpResponse:
    """Another name, kind or zone."""
    found = _unit(request, pk)
    return form_page(
        request,
        UnitForm(request.POST or None, instance=found),
        title=_("Ubah %(unit)s") % {"unit": found.name},
        act=lambda form: actions.change_unit(request.user, found, **form.cleaned_data),
        then=lambda changed: reverse("organisation:unit", args=[pk]),
    )


@office_page(Role.ADMINISTRATOR)
def move_unit(request: OfficeRequest, pk: int) -> HttpResponse:
    """Another place in the tree."""
    found = _unit(request, pk)
    return form_page(
        request,
        MoveForm(request.POST or None, account=request.user, initial={"parent": found.parent_id}),
        title=_("Pindahkan %(unit)s") % {"unit": found.name},
        act=lambda form: actions.move_unit(request.user, found, **form.cleaned_data),
        then=lambda moved: reverse("organisation:unit", args=[pk]),
    )


@office_page(Role.ADMINISTRATOR)
def end_unit(request: OfficeRequest, pk: int) -> HttpResponse:
    """The last day of a unit."""
    found = _unit(request, pk)
    return form_page(
        request,
        EndForm(request.POST or None),
        title=_("Akhiri %(unit)s") % {"unit": found.name},
        lead=_("Peran yang dipegang di unit ini berakhir pada hari yang sama. Riwayatnya tetap ada."),
        act=lambda form: actions.end_unit(request.user, found, **form.cleaned_data),
        then=lambda ended: reverse("organisation:unit", args=[pk]),
        danger=True,
    )


@office_page(Role.ADMINISTRATOR)
def succeed_unit(request: OfficeRequest, pk: int) -> HttpResponse:
    """A unit that takes the place of another."""
    found = _unit(request, pk)
    initial = {"name": found.name, "kind": found.kind}
    return form_page(
        request,
        SucceedForm(request.POST or None, initial=initial),
        title=_("Ganti %(unit)s dengan unit baru") % {"unit": found.name},
        lead=_("Unit di bawahnya dan semua peran yang dipegang di sana pindah ke unit baru."),
        act=lambda form: actions.succeed_unit(request.user, found, **form.cleaned_data),
        then=lambda successor: reverse("organisation:unit", args=[successor.pk]),
    )


# --- People -----------------------------------------------------------------------------------------


@office_page(Role.ADMINISTRATOR)
def people(request: OfficeRequest) -> HttpResponse:
    """Everybody at the administered units."""
    search = request.GET.get("cari", "").strip()[:100]
    return render(
        request,
        "organisation/people.html",
        {
            "people": queries.administered_people(request.user, search),
            "search": search,
            "tabs": _tabs("people"),
        },
    )


@office_page(Role.ADMINISTRATOR)
def person(request: OfficeRequest, pk: int) -> HttpResponse:
    """One person: their roles, now and before, and their account."""
    return _person_page(request, _person(request, pk))


def _person_page(request: OfficeRequest, found: Person, link: str = "") -> HttpResponse:
    return render(
        request,
        "organisation/person.html",
        {
            "person": found,
            "held": found.memberships.select_related("unit"),
            "link": link,
            "links": _trail(_("Orang"), "organisation:people", found.name),
        },
    )


@office_page(Role.ADMINISTRATOR)
def add_person(request: OfficeRequest) -> HttpResponse:
    """Somebody new."""
    unit = None
    if not administers_everything(request.user):
        unit = queries.administered_units(request.user).first()
    return form_page(
        request,
        PersonForm(request.POST or None),
        title=_("Tambah orang"),
        lead=_("Sesudah ini Anda memberi peran, lalu membuat akun."),
        act=lambda form: actions.add_person(request.user, unit=unit, **form.cleaned_data),
        then=lambda added: reverse("organisation:appoint", args=[added.pk]),
    )


@office_page(Role.ADMINISTRATOR)
def change_person(request: OfficeRequest, pk: int) -> HttpResponse:
    """Name, rank, post."""
    found = _person(request, pk)
    return form_page(
        request,
        PersonForm(request.POST or None, instance=found),
        title=_("Ubah data %(person)s") % {"person": found.name},
        act=lambda form: actions.change_person(request.user, found, **form.cleaned_data),
        then=lambda changed: reverse("organisation:person", args=[pk]),
    )


@office_page(Role.ADMINISTRATOR)
def appoint(request: OfficeRequest, pk: int) -> HttpResponse:
    """A role for somebody."""
    found = get_object_or_404(Person, pk=pk)
    form = AppointForm(request.POST or None, account=request.user, initial={"unit": request.GET.get("unit")})
    return form_page(
        request,
        form,
        title=_("Beri peran kepada %(person)s") % {"person": found.name},
        act=lambda form: actions.appoint(request.user, found, **form.cleaned_data),
        then=lambda membership: reverse("organisation:person", args=[pk]),
    )


@office_page(Role.ADMINISTRATOR)
def end_membership(request: OfficeRequest, pk: int) -> HttpResponse:
    """The last day of a role."""
    reach = queries.administered_units(request.user)
    found = get_object_or_404(Membership.objects.select_related("unit", "person"), pk=pk, unit__in=reach)
    return form_page(
        request,
        EndForm(request.POST or None),
        title=_("Akhiri peran %(role)s") % {"role": found.get_role_display()},
        lead=f"{found.person}, {found.unit}",
        act=lambda form: actions.end_membership(request.user, found, **form.cleaned_data),
        then=lambda ended: reverse("organisation:person", args=[found.person_id]),
        danger=True,
    )


# --- Accounts ---------------------------------------------------------------------------------------


@office_page(Role.ADMINISTRATOR)
def create_account(request: OfficeRequest, pk: int) -> HttpResponse:
    """A way to log in, for somebody who works here."""
    found = _person(request, pk)
    return form_page(
        request,
        AccountForm(request.POST or None),
        title=_("Buat akun untuk %(person)s") % {"person": found.name},
        lead=_("Kata sandi ditentukan sendiri oleh pemiliknya lewat tautan sekali pakai."),
        act=lambda form: actions.create_account(request.user, found, **form.cleaned_data),
        then=lambda created: reverse("organisation:person", args=[pk]),
    )


@office_page(Role.ADMINISTRATOR)
@require_POST
def make_link(request: OfficeRequest, pk: int) -> HttpResponse:
    """Show a one-time link, once: it is kept nowhere."""
    found = _person(request, pk)
    actions.note_password_link(request.user, found)
    assert found.account is not None
    return _person_page(request, found, request.build_absolute_uri(password_link(found.account)))


@office_page(Role.ADMINISTRATOR)
@require_POST
def set_account_active(request: OfficeRequest, pk: int) -> HttpResponse:
    """Let in or keep out."""
    found = _person(request, pk)
    actions.set_account_active(request.user, found, active=request.POST.get("active") == "1")
    return redirect("organisation:person", pk)


@office_page(Role.ADMINISTRATOR)
@require_POST
def end_person_sessions(request: OfficeRequest, pk: int) -> HttpResponse:
    """Log somebody out everywhere."""
    found = _person(request, pk)
    if found.account is None:
        raise Http404
    actions.end_sessions(request.user, found.account)
    messages.success(request, _("Akun ini sudah keluar di semua perangkat."))
    return redirect("organisation:person", pk)


@office_page()
def profile(request: OfficeRequest) -> HttpResponse:
    """One's own account: who I am here, what I may do, how I log in."""
    return render(request, "organisation/profile.html", {"held": memberships(request.user)})


@office_page()
@require_POST
def end_all_sessions(request: OfficeRequest) -> HttpResponse:
    """Log oneself out on all other devices."""
    actions.end_sessions(request.user, request.user)
    update_session_auth_hash(request, request.user)
    messages.success(request, _("Anda sudah keluar di semua perangkat lain."))
    return redirect("account_profile")


# --- What they share --------------------------------------------------------------------------------


def _unit(request: OfficeRequest, pk: int) -> Unit:
    return get_object_or_404(queries.administered_units(request.user), pk=pk)


def _person(request: OfficeRequest, pk: int) -> Person:
    return get_object_or_404(queries.administered_people(request.user), pk=pk)


def _tabs(here: str) -> list[Link]:
    return [
        Link(_("Unit"), reverse("organisation:units"), here == "units"),
        Link(_("Orang"), reverse("organisation:people"), here == "people"),
    ]


def _trail(label: str, url_name: str, here: str) -> list[Link]:
    return [Link(label, reverse(url_name)), Link(here, "", True)]
