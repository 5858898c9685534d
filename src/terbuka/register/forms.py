"""Forms of the register. They parse; what may be done is decided in ``actions``."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from terbuka.disclosure.models import PublicCopy
from terbuka.disclosure.studio.forms import ground_choices
from terbuka.disclosure.validators import one_line
from terbuka.office.forms import DateField
from terbuka.organisation.forms import UnitChoice
from terbuka.organisation.models import Account, Unit
from terbuka.organisation.queries import units_on
from terbuka.register.models import DESCRIBED, AvailableForm, InformationClass, Item, some_lines
from terbuka.register.queries import drafting_units, search_items, unpublished
from terbuka.register.workflow import ITEM

NAME_WHY = _("Umum membacanya dan mengunduh dengan nama ini. Jangan tulis nama orang atau nomor identitas.")


class ItemForm(forms.ModelForm[Item]):
    """What the register says about a piece of information. ``seen``: see ``actions``."""

    unit = UnitChoice(
        queryset=Unit.objects.none(),
        label=_("Unit yang menguasai"),
        help_text=_("Unit yang memegang informasi ini dan menjawab bila diminta."),
    )
    information_class = forms.ChoiceField(
        label=_("Kelas informasi"),
        widget=forms.RadioSelect,
        choices=[
            (InformationClass.PERIODIC, _("Berkala: diumumkan rutin, paling lambat setiap enam bulan")),
            (InformationClass.IMMEDIATE, _("Serta-merta: menyangkut keselamatan atau ketertiban umum")),
            (InformationClass.ANYTIME, _("Setiap saat: tersedia bila ada yang meminta")),
        ],
    )
    made_on = DateField(label=_("Tanggal pembuatan"))
    available_as = forms.ChoiceField(
        label=_("Bentuk yang tersedia"), widget=forms.RadioSelect, choices=AvailableForm.choices
    )
    period_from = DateField(
        label=_("Mencakup sejak"),
        required=False,
        help_text=_("Untuk laporan dan rencana: masa yang diceritakan isinya, misalnya satu triwulan."),
    )
    period_to = DateField(label=_("Mencakup sampai"), required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Item
        fields = DESCRIBED
        help_texts = {
            "title": _(
                "Menjadi judul halaman dan bagian alamatnya. Sebut isinya dan masanya; jangan tulis nama "
                "orang atau nomor identitas."
            ),
            "summary": _("Dua atau tiga kalimat yang dimengerti siapa pun: apa isinya dan untuk apa."),
            "responsible": _("Jabatan yang membuat atau menerbitkannya, bukan nama orang."),
            "made_in": _("Nama kota atau kantor, misalnya Banjarmasin."),
            "retention": _("Menurut jadwal retensi arsip, misalnya: aktif 2 tahun, inaktif 3 tahun."),
        }
        widgets = {"summary": forms.Textarea(attrs={"rows": 5})}

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit, held = self.fields["unit"], drafting_units(account)
        assert isinstance(unit, forms.ModelChoiceField)
        # The unit of an old item may have ended; it keeps it until somebody chooses another.
        unit.queryset = held.filter(pk__in=units_on()) | held.filter(pk=self.instance.unit_id)
        self.initial.setdefault("seen", self.instance.revision if self.instance.pk else None)

    def described(self) -> dict[str, Any]:
        """The fields of ``Description``."""
        return {name: self.cleaned_data[name] for name in DESCRIBED}


class AttachForm(forms.Form):
    """A certified copy, and the name under which the public gets it."""

    copy = forms.ModelChoiceField(queryset=PublicCopy.objects.none(), label=_("Salinan yang sudah disahkan"))
    name = forms.CharField(
        label=_("Nama berkas untuk umum"), max_length=120, help_text=NAME_WHY, validators=[one_line]
    )

    def __init__(self, *args: Any, copies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        copy = self.fields["copy"]
        assert isinstance(copy, forms.ModelChoiceField)
        copy.queryset = copies


class WordsForm(forms.Form):
    """A form whose words the public will read. Once they look personal the officer is asked to certify
    them (``ask_to_certify``); the form that is sent then says so, and may have the box ticked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.data.get("words_asked"):
            self.ask_to_certify()

    def ask_to_certify(self) -> None:
        """Show the box."""
        self.fields["words_asked"] = forms.CharField(widget=forms.HiddenInput)
        # A form that was sent shows what was sent, and no initial value.
        data = QueryDict(mutable=True)
        data.update(self.data)
        data["words_asked"] = "1"
        self.data = data
        self.fields["words_certified"] = forms.BooleanField(
            label=_(
                "Saya sudah membaca kata-kata ini: tidak ada data pribadi di dalamnya, atau boleh terbuka."
            ),
            required=False,
        )

    @property
    def words_certified(self) -> bool:
        return bool(self.cleaned_data.get("words_certified"))


class PublishForm(WordsForm):
    """What changed since the last edition; the first one needs no note."""

    change_note = forms.CharField(
        label=_("Apa yang berubah"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
        validators=[some_lines],
        help_text=_("Satu kalimat untuk umum, misalnya: angka triwulan II ditambahkan."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, first: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if first:
            del self.fields["change_note"]


class WithdrawForm(WordsForm):
    """Why something is taken off the portal."""

    reason = forms.CharField(
        label=_("Alasan penarikan"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
        validators=[some_lines],
        help_text=_("Tampil untuk umum di alamat yang sama. Jangan ulangi apa yang tidak boleh terbuka."),
    )
    hide_title = forms.BooleanField(
        label=_("Judulnya juga tidak ditampilkan lagi"),
        required=False,
        help_text=_("Centang bila judul itu sendiri memuat data pribadi."),
    )


class CloseNoteForm(forms.Form):
    """On which ground a note is taken away."""

    ground = forms.ChoiceField(label=_("Dasar menutup"), choices=ground_choices, initial="17.h")


class FilterForm(forms.Form):
    """Every field is optional; an empty one leaves everything in."""

    WAITING = "menunggu"
    SORTS = {"baru": "-number", "lama": "number", "judul": "title", "diubah": "-changed_at"}

    cari = forms.CharField(label=_("Cari"), required=False, max_length=200)
    unit = forms.ModelChoiceField(label=_("Unit"), queryset=Unit.objects.none(), required=False)
    kelas = forms.ChoiceField(
        label=_("Kelas"), required=False, choices=[("", _("Semua")), *InformationClass.choices]
    )
    status = forms.ChoiceField(
        label=_("Status"),
        required=False,
        choices=[("", _("Semua")), (WAITING, _("Menunggu diterbitkan")), *ITEM.choices],
    )
    urut = forms.ChoiceField(
        label=_("Urutan"),
        required=False,
        choices=[
            ("baru", _("Terbaru di atas")),
            ("lama", _("Terlama di atas")),
            ("judul", _("Judul A sampai Z")),
            ("diubah", _("Terakhir diubah")),
        ],
    )

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit = self.fields["unit"]
        assert isinstance(unit, forms.ModelChoiceField)
        unit.queryset, unit.empty_label = units, str(_("Semua"))

    def apply(self, items: QuerySet[Item]) -> QuerySet[Item]:
        """The ``items`` that the form asks for, sorted; all of them while it is wrong. A unit reaches
        everything below it."""
        asked = self.cleaned_data if self.is_valid() else {}
        if asked.get("unit"):
            items = items.filter(unit__path__startswith=asked["unit"].path)
        if asked.get("kelas"):
            items = items.filter(information_class=asked["kelas"])
        if asked.get("status") == self.WAITING:
            items = unpublished(items)
        elif asked.get("status"):
            items = items.filter(state=asked["status"])
        return search_items(items, asked.get("cari", "")).order_by(
            self.SORTS.get(asked.get("urut", ""), "-number"), "-number"
        )
