"""The auditors' filter."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from terbuka.journal.queries import AUDITORS, Filter
from terbuka.journal.verbs import known_verbs
from terbuka.office.forms import DateField
from terbuka.organisation.models import Account, Unit
from terbuka.organisation.rules import units_with_role


class FilterForm(forms.Form):
    """Every field is optional; an empty one leaves everything in."""

    since = DateField(label=_("Dari tanggal"), required=False)
    until = DateField(label=_("Sampai tanggal"), required=False)
    verb = forms.ChoiceField(label=_("Tindakan"), required=False)
    unit = forms.ModelChoiceField(label=_("Unit"), queryset=Unit.objects.none(), required=False)
    actor = forms.CharField(label=_("Nama pengguna pelaku"), required=False, max_length=60)

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(verb.name, verb.name_in_words) for verb in known_verbs()]
        verb, unit = self.fields["verb"], self.fields["unit"]
        assert isinstance(verb, forms.ChoiceField) and isinstance(unit, forms.ModelChoiceField)
        verb.choices = [("", _("Semua")), *names]
        unit.queryset, unit.empty_label = units_with_role(account, AUDITORS), str(_("Semua"))

    def clean_actor(self) -> Account | None:
        """The account of that name; whoever is not there has done nothing."""
        name = self.cleaned_data["actor"]
        if not name:
            return None
        account = Account.objects.filter(username__iexact=name).first()
        if account is None:
            raise forms.ValidationError(_("Tidak ada akun dengan nama pengguna ini."))
        return account

    def filter(self) -> Filter:
        """What the form asks for; nothing in particular while it is wrong."""
        return Filter(**self.cleaned_data) if self.is_valid() else Filter()
