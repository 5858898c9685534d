"""How forms look: labels above, why we ask below, errors by the field and in a summary, input kept."""

from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting


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
    """A day."""

    widget = DateInput
