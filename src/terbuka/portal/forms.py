"""The search of the register: a plain GET form. What does not fit is left out, nothing is refused."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from terbuka.portal.queries import Facets, Search
from terbuka.register.models import InformationClass


class SearchForm(forms.Form):
    """Words, class, unit, year; every field is optional."""

    cari = forms.CharField(
        label=_("Cari informasi"), required=False, max_length=200, widget=forms.TextInput({"type": "search"})
    )
    kelas = forms.ChoiceField(label=_("Kelas"), required=False)
    unit = forms.ChoiceField(label=_("Unit"), required=False)
    tahun = forms.TypedChoiceField(label=_("Tahun"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, facets: Facets, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._units = {unit.code: unit for unit in facets.units}
        anything = [("", _("Semua"))]
        for name, choices in (
            ("kelas", InformationClass.choices),
            ("unit", [(unit.code, unit.name) for unit in facets.units]),
            ("tahun", [(str(year), str(year)) for year in facets.years]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [*anything, *choices]

    def search(self) -> Search:
        """What is asked for."""
        self.is_valid()
        asked = self.cleaned_data
        return Search(
            words=asked.get("cari", ""),
            information_class=asked.get("kelas", ""),
            unit=self._units.get(asked.get("unit", "")),
            year=asked.get("tahun"),
        )
