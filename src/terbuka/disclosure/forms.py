"""Forms of the case pages. They parse; what may be done is decided in ``actions``."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from terbuka.disclosure.models import Case, Purpose
from terbuka.disclosure.queries import reading_units, uploading_units
from terbuka.disclosure.titles import doubts_in
from terbuka.disclosure.validators import one_line
from terbuka.disclosure.workflow import CASE
from terbuka.organisation.forms import UnitChoice
from terbuka.organisation.models import Account, Unit
from terbuka.organisation.rules import home_unit

MOST_FILES = 20


class FilesInput(forms.ClearableFileInput):
    """Several files at once, chosen or dropped."""

    allow_multiple_selected = True
    template_name = "disclosure/widgets/files.html"


class FilesField(forms.FileField):
    """One or several files. What is wrong with each is said by the engine, not here."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Every file that came, at least one and at most ``MOST_FILES``."""
        files = data if isinstance(data, list) else [data]
        if len(files) > MOST_FILES:
            raise forms.ValidationError(
                gettext("Pilih paling banyak %(most)d berkas sekaligus.") % {"most": MOST_FILES}
            )
        return [super(FilesField, self).clean(file, initial) for file in files or [None]]


class TitleForm(forms.Form):
    """A title without personal data. ``certified`` is asked only where it looks as if it had some."""

    title = forms.CharField(
        label=_("Judul"),
        max_length=160,
        validators=[one_line],
        help_text=_(
            "Tanpa nama orang, nomor identitas, atau alamat: judul terlihat oleh petugas yang tidak boleh "
            "melihat berkasnya, dan bisa tampil kepada umum. Contoh: Laporan polisi tentang pencurian, "
            "Maret 2021."
        ),
    )
    certified = forms.BooleanField(
        label=_("Saya memastikan judul ini tidak memuat data pribadi"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            del self.fields["certified"]

    def clean(self) -> dict[str, Any]:
        """Software doubts, a person certifies."""
        data = super().clean() or {}
        doubts = doubts_in(data.get("title", ""))
        if not doubts:
            del self.fields["certified"]
        elif not data.get("certified"):
            self.add_error(
                "title",
                gettext(
                    "Judul ini tampaknya memuat data pribadi (%(kinds)s). Tulis ulang, atau pastikan "
                    "sendiri di bawah."
                )
                % {"kinds": ", ".join(doubts)},
            )
        return data


class UploadForm(TitleForm):
    """One or several new files. ``again`` is asked only where one of them is there already."""

    documents = FilesField(label=_("Berkas"), allow_empty_file=True)
    unit = UnitChoice(
        queryset=Unit.objects.none(),
        label=_("Unit"),
        help_text=_(
            "Unit yang menguasai berkas ini. Petugas unit itu dan unit di atasnya yang dapat melihatnya."
        ),
    )
    purpose = forms.ChoiceField(
        label=_("Untuk"),
        choices=Purpose.choices,
        widget=forms.RadioSelect,
        initial=Purpose.REQUEST,
        help_text=_("Agar petugas berikutnya tahu apa yang menunggu salinan ini."),
    )
    field_order = ("documents", "again", "unit", "title", "certified", "purpose")

    def __init__(self, *args: Any, account: Account, limits: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit = self.fields["unit"]
        assert isinstance(unit, forms.ModelChoiceField)
        unit.queryset, unit.empty_label = uploading_units(account), str(_("Pilih unit"))
        unit.initial = home_unit(account)
        self.fields["documents"].help_text = limits
        if self.data.get("again"):
            self.ask_again()

    def ask_again(self) -> None:
        """Show the box."""
        self.fields["again"] = forms.BooleanField(
            label=_("Buat kasus baru juga untuk berkas yang sudah pernah saya unggah"), required=False
        )
        self.order_fields(self.field_order)


class FilterForm(forms.Form):
    """What the list of cases shows. Every field is optional."""

    status = forms.ChoiceField(label=_("Status"), required=False)
    unit = forms.ModelChoiceField(label=_("Unit"), queryset=Unit.objects.none(), required=False)
    saya = forms.BooleanField(label=_("Hanya yang pernah saya kerjakan"), required=False)

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        status, unit = self.fields["status"], self.fields["unit"]
        assert isinstance(status, forms.ChoiceField) and isinstance(unit, forms.ModelChoiceField)
        status.choices = [("", _("Semua")), *CASE.choices]
        unit.queryset, unit.empty_label = reading_units(account), str(_("Semua"))


class NoteForm(forms.Form):
    """Why a copy goes back, or a case ends."""

    note = forms.CharField(
        label=_("Catatan"),
        widget=forms.Textarea,
        max_length=2000,
        help_text=_("Disimpan tersandi; terbaca oleh petugas yang boleh melihat berkas ini."),
    )


class ConfirmForm(forms.Form):
    """Before the copy is made."""

    confirmed = forms.BooleanField(
        label=_("Saya sudah melihat setiap halaman, juga yang tanpa temuan"),
        error_messages={"required": _("Nyatakan dahulu bahwa Anda sudah melihat setiap halaman.")},
    )
    grounds_page = forms.BooleanField(
        label=_("Tambahkan halaman akhir dengan dasar penutupan"),
        required=False,
        help_text=_(
            "Halaman ini menyebut pasal dan jumlah bagian yang ditutup, tanpa isinya. Ia ikut dicetak dan "
            "disahkan bersama salinan."
        ),
    )

    def __init__(self, *args: Any, has_pages: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_pages:
            del self.fields["grounds_page"]


class ApproveForm(forms.Form):
    """Before the certificate, which nobody can take back. ``sha256``: the copy that was looked at; ``page``:
    where the approver is."""

    confirmed = forms.BooleanField(
        label=_("Saya sudah melihat setiap halaman"),
        error_messages={"required": _("Nyatakan dahulu bahwa Anda sudah melihat setiap halaman.")},
    )
    sha256 = forms.CharField(widget=forms.HiddenInput)
    page = forms.IntegerField(widget=forms.HiddenInput, min_value=1, required=False)

    def __init__(self, *args: Any, has_opened: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if has_opened:
            self.fields["confirmed"].label = gettext(
                "Saya sudah melihat setiap halaman dan yang dibiarkan terbuka"
            )


def titled(case: Case) -> dict[str, str]:
    """What a form about the title begins with."""
    return {"title": case.title}
