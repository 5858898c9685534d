"""The form on the page that shows all components."""

from django import forms
from django.utils.translation import gettext_lazy as _

from terbuka.office.forms import DateField


class SampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label=_("Nama"), help_text=_("Kami perlu nama untuk menyapa Anda dalam jawaban."))
    date = DateField(label=_("Tanggal kejadian"))
    channel = forms.ChoiceField(
        label=_("Cara menerima jawaban"),
        choices=[("email", _("Surel")), ("post", _("Pos"))],
        widget=forms.RadioSelect,
    )
    place = forms.ChoiceField(label=_("Unit"), choices=[("", "–"), ("1", "Bid Humas")], required=False)
    note = forms.CharField(label=_("Catatan"), widget=forms.Textarea, required=False)
    file = forms.FileField(label=_("Berkas"), required=False)
    agree = forms.BooleanField(label=_("Data ini benar"))
