"""How forms look and what becomes of them: labels above, why we ask below, errors by the field and in a
summary, input kept, also where the action refuses."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from terbuka.errors import TerbukaError
from terbuka.office.components import Link

F = TypeVar("F", bound=forms.BaseForm)
T = TypeVar("T")

_FIRST_YEAR, _LAST_YEAR = 1600, 2400


class OfficeRenderer(TemplatesSetting):
    """Forms and fields from ``templates/components``; ``help_text`` is the sentence that says why we ask."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"


class DateInput(forms.DateInput):
    """The browser's own calendar. It speaks ISO dates whatever the page shows."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class DateField(forms.DateField):
    """A day that an office can mean. A slip of the hand in the year is said, not stored: beyond these years
    days cannot be counted everywhere, and lists of years would be centuries long."""

    widget = DateInput

    def validate(self, value: datetime.date | None) -> None:
        super().validate(value)
        if value is not None and not _FIRST_YEAR <= value.year <= _LAST_YEAR:
            raise ValidationError(
                gettext("Tulis tanggal antara tahun %(first)d dan %(last)d.")
                % {"first": _FIRST_YEAR, "last": _LAST_YEAR}
            )


# --- What becomes of a form -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """The action was carried out and gave ``result``."""

    result: T


def say_above(form: forms.BaseForm, error: TerbukaError) -> None:
    """The refusal as a sentence above the form."""
    form.add_error(None, str(error))


def carry_out(
    form: F, act: Callable[[F], T], *, refused: Callable[[F, TerbukaError], None] = say_above
) -> Done[T] | None:
    """Do ``act`` with a form that was sent and is whole. None where it was not, or where the action refuses:
    then the form says why, and what was typed stays.

    ``refused``: how the form says it, where a sentence above it is not enough.
    """
    if not form.is_valid():  # nor is one that was not sent
        return None
    try:
        return Done(act(form))
    except TerbukaError as error:
        refused(form, error)
    except ValidationError as error:
        _add_errors(form, error)
    return None


def _add_errors(form: forms.BaseForm, error: ValidationError) -> None:
    """Errors of fields that the form does not have stand above it."""
    for name, problems in error.error_dict.items() if hasattr(error, "error_dict") else [(None, [error])]:
        form.add_error(name if name in form.fields else None, problems)


def form_page(
    request: HttpRequest,
    form: F,
    *,
    title: str,
    act: Callable[[F], T],
    then: Callable[[T], str],
    refused: Callable[[F, TerbukaError], None] = say_above,
    done: str = "",
    links: Sequence[Link] = (),
    lead: str = "",
    button: str = "",
    danger: bool = False,
    template: str = "office/form.html",
    **shown: Any,
) -> HttpResponse:
    """A page with one form and one action: shown, shown again with what is wrong, or done.

    ``then``: the address to go on to, of what the action gave. ``done``: what is said there. ``links``: the
    breadcrumbs. ``button``: its word; a dangerous one says the title. ``back``, among the rest that
    ``template`` is ``shown``: where "Batal" leads.
    """
    carried_out = carry_out(form, act, refused=refused)
    if carried_out:
        if done:
            messages.success(request, done)
        return redirect(then(carried_out.result))
    context = {
        "form": form,
        "form_title": title,
        "lead": lead,
        "links": links,
        "button": button or (title if danger else gettext("Simpan")),
        "danger": danger,
        **shown,
    }
    return render(request, template, context)
