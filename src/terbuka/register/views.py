"""The register's pages inside the office. Each parses, calls one action or query, renders."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from terbuka.disclosure.models import PublicCopy
from terbuka.errors import TerbukaError
from terbuka.journal.queries import entries_about
from terbuka.journal.verbs import say
from terbuka.office.components import Link
from terbuka.office.forms import form_page, say_above
from terbuka.organisation.access import OfficeRequest, office_page
from terbuka.organisation.rules import roles_held
from terbuka.register import actions, queries, rules
from terbuka.register.forms import (
    AttachForm,
    CloseNoteForm,
    FilterForm,
    ItemForm,
    PublishForm,
    WithdrawForm,
    WordsForm,
)
from terbuka.register.models import AvailableForm, Item
from terbuka.register.roles import DRAFTERS, PUBLISHERS, READERS
from terbuka.register.wording import PersonalWords
from terbuka.register.workflow import DRAFT, ITEM, PUBLISHED

PAGE, CHOICES = 50, 10


# --- Lists ------------------------------------------------------------------------------------------


@office_page(*READERS)
def items(request: OfficeRequest) -> HttpResponse:
    """The items of one's units, filtered and sorted."""
    form = FilterForm(request.GET, units=queries.visible_units(request.user))
    found = form.apply(queries.visible_items(request.user))
    return render(
        request,
        "register/items.html",
        {
            "form": form,
            "page": Paginator(found, PAGE).get_page(request.GET.get("halaman")),
            "filtered": any(request.GET.get(name) for name in ("cari", "unit", "kelas", "status")),
            "workflow": ITEM,
            "may_draft": not DRAFTERS.isdisjoint(roles_held(request.user)),
        },
    )


@office_page(*DRAFTERS)
def copies(request: OfficeRequest) -> HttpResponse:
    """Certified copies that are in no item yet."""
    found = queries.attachable_copies(request.user)
    page = Paginator(found, PAGE).get_page(request.GET.get("halaman"))
    return render(request, "register/copies.html", {"page": page, "links": _trail(_("Salinan"))})


# --- One item ---------------------------------------------------------------------------------------


@office_page(*READERS)
def item(request: OfficeRequest, number: int) -> HttpResponse:
    """What the register says, its files, what was public when, what can be done next."""
    found = _item(request, number)
    history = entries_about("register.item", str(found.pk)).order_by("-number")
    return render(
        request,
        "register/item.html",
        {
            "item": found,
            "workflow": ITEM,
            "attachments": queries.attachments_of(found),
            "editions": queries.editions_of(found),
            "history": [{"entry": entry, "sentence": say(entry.verb, entry.detail)} for entry in history],
            "steps": ITEM.open_steps(found.state, roles_held(request.user, found.unit), request.user, found),
            "may_change": rules.may_change(request.user, found),
            "links": _trail(_("Nomor %(number)s") % {"number": found.number}),
        },
    )


@office_page(*READERS)
def edition(request: OfficeRequest, number: int, edition: int) -> HttpResponse:
    """What the public was told in one edition."""
    found = _item(request, number)
    shown = get_object_or_404(queries.editions_of(found), number=edition)
    here = _("Edisi %(number)s") % {"number": shown.number}
    return render(
        request,
        "register/edition.html",
        {
            "item": found,
            "edition": shown,
            "may_close_note": shown.note_can_be_closed and rules.may_publish(request.user, found),
            "links": _trail(here, found),
        },
    )


# --- The working copy -------------------------------------------------------------------------------


@office_page(*DRAFTERS)
def draft(request: OfficeRequest) -> HttpResponse:
    """A new item; with ``?salinan=`` it begins with a certified copy."""
    copy = _copy(request)
    initial = {}
    if copy:
        initial = {"title": copy.case.title, "unit": copy.unit_id, "available_as": AvailableForm.SOFTCOPY}
    return form_page(
        request,
        ItemForm(_sent(request), account=request.user, initial=initial),
        title=_("Informasi baru"),
        lead=_("Tersimpan sebagai draf. Belum ada yang tampil untuk umum."),
        act=lambda form: actions.draft(request.user, copy=copy, **form.described()),
        then=lambda drafted: reverse("register:item", args=[drafted.number]),
        links=_trail(_("Informasi baru")),
        template="register/draft.html",
        copy=copy,
    )


@office_page(*DRAFTERS)
def change(request: OfficeRequest, number: int) -> HttpResponse:
    """Other words in the register."""
    found = _item(request, number, rules.may_change)
    published = found.state == PUBLISHED
    return form_page(
        request,
        ItemForm(_sent(request), instance=found, account=request.user),
        title=_("Ubah informasi"),
        lead=_("Yang tampil untuk umum baru berubah sesudah perubahan ini diterbitkan.") if published else "",
        act=lambda form: actions.change(
            request.user, found, seen=form.cleaned_data["seen"], **form.described()
        ),
        then=lambda changed: reverse("register:item", args=[number]),
        links=_trail(_("Ubah"), found),
    )


@office_page(*DRAFTERS)
def attach(request: OfficeRequest, number: int) -> HttpResponse:
    """Choose a certified copy: of those that no item has, or (``?semua=1``) also of the others."""
    found = _item(request, number, rules.may_change)
    search, others = request.GET.get("cari", "").strip()[:100], request.GET.get("semua") == "1"
    reach = queries.attachable_copies(request.user, found)
    shown = queries.attachable_copies(request.user, found if others else None, search)
    page = Paginator(shown, CHOICES).get_page(request.GET.get("halaman"))
    name = "" if found.attachments.exists() else found.title[:120]
    return form_page(
        request,
        AttachForm(
            _sent(request),
            copies=reach,
            initial={"name": name},
        ),
        title=_("Lampirkan salinan"),
        lead=_("Hanya salinan yang lulus pemeriksaan dan disahkan dua petugas yang bisa dilampirkan."),
        act=lambda form: actions.attach(
            request.user, found, form.cleaned_data["copy"], name=form.cleaned_data["name"]
        ),
        then=lambda attached: reverse("register:item", args=[number]),
        links=_trail(_("Lampirkan"), found),
        template="register/attach.html",
        page=page,
        search=search,
        others=others,
        item=found,
    )


@office_page(*DRAFTERS)
@require_POST
def detach(request: OfficeRequest, number: int, pk: int) -> HttpResponse:
    """Take a file out of the working copy."""
    found = _item(request, number, rules.may_change)
    actions.detach(request.user, get_object_or_404(found.attachments, pk=pk))
    messages.success(request, _("Salinan dilepas. Salinan itu sendiri tetap tersimpan."))
    return redirect("register:item", number)


@office_page(*DRAFTERS)
def discard(request: OfficeRequest, number: int) -> HttpResponse:
    """Throw a draft away."""
    found = _item(request, number, lambda actor, item: item.state == DRAFT and rules.may_change(actor, item))
    return form_page(
        request,
        forms.Form(_sent(request)),
        title=_("Buang draf"),
        lead=_("Draf ini hilang. Salinan yang dilampirkan tetap tersimpan dan bisa dipakai lagi."),
        act=lambda form: actions.discard(request.user, found),
        then=lambda nothing: reverse("register:items"),
        links=_trail(_("Buang draf"), found),
        danger=True,
    )


# --- Out to the public, and back --------------------------------------------------------------------


@office_page(*PUBLISHERS)
def publish(request: OfficeRequest, number: int) -> HttpResponse:
    """Everything that will be public, as it will be read, and the button."""
    found = _item(request, number, rules.may_publish)
    step = next(
        (s for s in ITEM.open_steps(found.state, PUBLISHERS, request.user, found) if s.event == "publish"),
        None,
    )
    if step is None:
        raise Http404
    form = PublishForm(
        _sent(request), first=found.published_revision is None, initial={"seen": found.revision}
    )
    return form_page(
        request,
        form,
        title=str(step.label),
        lead=_("Baca sekali lagi: semua di bawah ini akan tampil untuk siapa pun."),
        act=lambda form: actions.publish(
            request.user,
            found,
            change_note=form.cleaned_data.get("change_note", ""),
            seen=form.cleaned_data["seen"],
            words_certified=form.words_certified,
        ),
        refused=_ask_to_certify,
        then=lambda edition: reverse("register:item", args=[number]),
        links=_trail(str(step.label), found),
        template="register/publish.html",
        item=found,
        attachments=queries.attachments_of(found),
    )


@office_page(*PUBLISHERS)
def withdraw(request: OfficeRequest, number: int) -> HttpResponse:
    """Take it off the portal, and say why."""
    found = _item(
        request, number, lambda actor, item: item.state == PUBLISHED and rules.may_publish(actor, item)
    )
    return form_page(
        request,
        WithdrawForm(_sent(request)),
        title=_("Tarik dari portal"),
        lead=_(
            "Berkasnya langsung tidak bisa diunduh lagi. Di alamatnya tampil bahwa informasi ini ditarik, "
            "kapan, dan mengapa."
        ),
        act=lambda form: actions.withdraw(
            request.user,
            found,
            reason=form.cleaned_data["reason"],
            title_stays=not form.cleaned_data["hide_title"],
            words_certified=form.words_certified,
        ),
        refused=_ask_to_certify,
        then=lambda edition: reverse("register:item", args=[number]),
        links=_trail(_("Tarik"), found),
        danger=True,
    )


@office_page(*PUBLISHERS)
def close_note(request: OfficeRequest, number: int, edition: int) -> HttpResponse:
    """Take away the note of an edition that tells too much."""
    found = _item(request, number, rules.may_publish)
    shown = get_object_or_404(queries.editions_of(found), number=edition)
    if not shown.note_can_be_closed:
        raise Http404
    return form_page(
        request,
        CloseNoteForm(_sent(request)),
        title=_("Tutup catatan"),
        lead=_(
            "Catatan edisi %(number)s dihapus dan tidak bisa dikembalikan. Umum membaca bahwa catatan ini "
            "ditutup."
        )
        % {"number": shown.number},
        act=lambda form: actions.close_note(request.user, shown, ground=form.cleaned_data["ground"]),
        then=lambda closed: reverse("register:edition", args=[number, edition]),
        links=_trail(_("Tutup catatan"), found),
        danger=True,
    )


# --- What they share --------------------------------------------------------------------------------


def _ask_to_certify(form: WordsForm, error: TerbukaError) -> None:
    """Words that look personal are refused, or certified by whoever wrote them."""
    say_above(form, error)
    if isinstance(error, PersonalWords):
        form.ask_to_certify()


def _sent(request: OfficeRequest) -> QueryDict | None:
    """What a form was sent with; None where it is only shown. An empty one was sent, too."""
    return request.POST if request.method == "POST" else None


def _item(request: OfficeRequest, number: int, rule: Callable[[Any, Item], bool] | None = None) -> Item:
    """The item, or 404 where it is not for this person, or not for this act."""
    found = get_object_or_404(queries.visible_items(request.user), pk=number)
    if rule is not None and not rule(request.user, found):
        raise Http404
    return found


def _copy(request: OfficeRequest) -> PublicCopy | None:
    """The certified copy that a new item begins with."""
    asked = request.GET.get("salinan", "")
    if not asked:
        return None
    if not asked.isdecimal():
        raise Http404
    return get_object_or_404(queries.attachable_copies(request.user), pk=int(asked[:18]))


def _trail(here: str, item: Item | None = None) -> list[Link]:
    links = [Link(_("Daftar informasi"), reverse("register:items"))]
    if item is not None:
        links.append(
            Link(_("Nomor %(number)s") % {"number": item.number}, reverse("register:item", args=[item.pk]))
        )
    return [*links, Link(here, "", True)]
