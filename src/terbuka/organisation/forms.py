"""Forms of the administrators. They parse; what may be done is decided in ``actions``.

And the one of whoever forgot their password.
"""

from typing import Any

from allauth.account.forms import ResetPasswordForm
from django import forms
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from terbuka.office.forms import DateField
from terbuka.organisation.jobs import send_password_letters
from terbuka.organisation.models import Account, Membership, Person, Unit
from terbuka.organisation.queries import administered_units, units_on
from terbuka.organisation.rules import administers_everything


class UnitChoice(forms.ModelChoiceField[Unit]):
    """Units in the order of the tree, indented as they stand in it."""

    def label_from_instance(self, obj: Any) -> str:
        """Two dashes for each level."""
        return f"{'– ' * obj.depth}{obj.name}"


class UnitForm(forms.ModelForm[Unit]):
    """Name, kind and zone of a unit that exists."""

    class Meta:
        model = Unit
        fields = ("name", "kind", "zone")


class OpenUnitForm(forms.ModelForm[Unit]):
    """A new unit below one that the actor administers."""

    parent = UnitChoice(queryset=Unit.objects.none(), label=_("Di bawah"), required=False)
    valid_from = DateField(
        label=_("Berlaku sejak"), help_text=_("Sesuai keputusan pembentukannya; boleh tanggal yang lalu.")
    )

    class Meta:
        model = Unit
        fields = ("name", "code", "kind", "parent", "zone", "valid_from")
        help_texts = {
            "code": _("Singkatan yang tetap, dipakai di nomor surat dan jurnal: BIDHUMAS, POLRES-BJM.")
        }

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parent = self.fields["parent"]
        assert isinstance(parent, forms.ModelChoiceField)
        parent.queryset = administered_units(account) & units_on()
        parent.required = not administers_everything(account)


class MoveForm(forms.Form):
    """Another place in the tree."""

    parent = UnitChoice(queryset=Unit.objects.none(), label=_("Pindah ke bawah"))

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parent = self.fields["parent"]
        assert isinstance(parent, forms.ModelChoiceField)
        parent.queryset = administered_units(account) & units_on()


class EndForm(forms.Form):
    """The last day of a unit or a role."""

    on = DateField(
        label=_("Hari terakhir"),
        help_text=_("Sampai hari ini ia masih berlaku; sesudahnya tidak."),
        initial=timezone.localdate,
    )


class SucceedForm(forms.ModelForm[Unit]):
    """The unit that comes after another."""

    on = DateField(label=_("Mulai berlaku"), help_text=_("Unit lama berakhir sehari sebelumnya."))

    class Meta:
        model = Unit
        fields = ("name", "code", "kind")


class PersonForm(forms.ModelForm[Person]):
    """Name, rank and post."""

    class Meta:
        model = Person
        fields = ("name", "rank", "post")
        help_texts = {"name": _("Nama lengkap tanpa pangkat; pangkat ditulis di bawah.")}


class AppointForm(forms.ModelForm[Membership]):
    """A role at a unit."""

    unit = UnitChoice(
        queryset=Unit.objects.none(),
        label=_("Unit"),
        help_text=_("Peran berlaku di unit ini dan semua unit di bawahnya."),
    )
    valid_from = DateField(label=_("Sejak"), initial=timezone.localdate)
    valid_to = DateField(label=_("Sampai"), required=False, help_text=_("Kosongkan bila belum ditentukan."))

    class Meta:
        model = Membership
        fields = ("unit", "role", "valid_from", "valid_to")

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit = self.fields["unit"]
        assert isinstance(unit, forms.ModelChoiceField)
        unit.queryset = administered_units(account) & units_on()


class AccountForm(forms.ModelForm[Account]):
    """How somebody logs in."""

    class Meta:
        model = Account
        fields = ("username", "email")
        help_texts = {
            "username": _("Huruf kecil, tanpa spasi. Tidak bisa diubah nanti."),
            "email": _("Surel dinas, untuk memulihkan kata sandi."),
        }


class ForgottenPasswordForm(ResetPasswordForm):  # type: ignore[misc]
    """Asks for the letter to whoever has the typed address; whoever asks learns nothing of it.

    The page does the same work whether there is an account or not, and none of the sending: a letter that
    only some addresses wait for would tell them by the clock.
    """

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Hand the letter to a worker."""
        with transaction.atomic():
            send_password_letters.enqueue(
                actor=None,
                accounts=[account.pk for account in self.users],
                origin=f"{request.scheme}://{request.get_host()}",
                language=get_language(),
            )
        return str(self.cleaned_data["email"])
