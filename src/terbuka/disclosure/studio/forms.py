"""Forms of the studio. They parse; what may be decided is the matter of ``actions``."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from terbuka.disclosure.studio.places import ground_for, types
from terbuka.disclosure.words import type_word
from terbuka.documents import Box
from terbuka.law.grounds import grounds

POINTS_PER_MM = 72 / 25.4
SIDES = ("left", "top", "width", "height")


def ground_choices() -> list[tuple[str, str]]:
    """Every ground of Article 17 with its title in the language of the page."""
    language = get_language() or "id"
    return [(code, f"{code} {ground.titled(language)}") for code, ground in grounds().items()]


def type_choices() -> list[tuple[str, Any]]:
    """What a place added by hand may be."""
    return [(code, type_word(code)) for code in types()]


class _Seen(forms.Form):
    """What the officer's page knew: see ``actions``."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class GroundForm(_Seen):
    """Another ground for one mark."""

    ground = forms.ChoiceField(
        label=_("Dasar menutup"),
        choices=ground_choices,
        help_text=_("Pasal 17 UU 14/2008. Dasar ini tertulis di kotaknya dan di sertifikat."),
    )


class LiftForm(_Seen):
    """Why something blocked hard is opened."""

    reason = forms.CharField(
        label=_("Alasan membuka"),
        widget=forms.Textarea,
        max_length=2000,
        help_text=_(
            "Paling sedikit satu kalimat. Alasan disimpan tersandi dan tindakan ini dicatat di jurnal "
            "dengan nama Anda."
        ),
    )
    everywhere = forms.BooleanField(
        label=_("Buka semua penyebutan orang ini di seluruh berkas"), required=False
    )


class _Hidden(_Seen):
    """What a new place is, and on which ground it is hidden."""

    # Nothing is chosen beforehand: a wrong kind would stand on the box and in the certificate unnoticed.
    type = forms.ChoiceField(
        label=_("Jenis"),
        choices=lambda: [("", _("Pilih jenisnya")), *type_choices()],
        error_messages={"required": _("Pilih dahulu apa yang ditutup di sini.")},
        help_text=_("Apa yang ditutup; tertulis di kotaknya."),
    )
    ground = forms.ChoiceField(
        label=_("Dasar menutup"),
        choices=lambda: [("", _("Yang biasa untuk jenis ini")), *ground_choices()],
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """An empty ground is the usual one of the type."""
        data = super().clean() or {}
        if "type" in data:
            data["ground"] = ground_for(data["type"], data.get("ground", ""))
        return data


class TermForm(_Seen):
    """A term to hide wherever it stands."""

    term = forms.CharField(
        label=_("Tutup istilah ini di mana pun"),
        max_length=200,
        help_text=_("Juga bila ditulis lain: huruf besar, tanpa spasi, terpotong baris, salah baca mesin."),
    )
    ground = forms.ChoiceField(label=_("Dasar menutup"), choices=ground_choices, initial="17.h")
    here = forms.BooleanField(label=_("Di halaman ini saja"), required=False)


class PassageForm(_Hidden):
    """Text selected in a document without pages. Offsets count characters of the document."""

    start = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    end = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    quote = forms.CharField(widget=forms.HiddenInput, max_length=5000, strip=False)


def _millimetres(label: Any) -> forms.FloatField:
    """Written as the page writes numbers, not as the browser would: with the comma of Indonesian."""
    widget = forms.TextInput({"inputmode": "decimal", "autocomplete": "off"})
    return forms.FloatField(label=label, min_value=0, localize=True, widget=widget)


class RegionForm(_Hidden):
    """A box drawn on a page, in millimetres from the top left, or the whole page."""

    whole = forms.BooleanField(
        label=_("Seluruh halaman"), required=False, help_text=_("Ukuran di bawah tidak perlu diisi.")
    )
    left = _millimetres(_("Dari kiri (mm)"))
    top = _millimetres(_("Dari atas (mm)"))
    width = _millimetres(_("Lebar (mm)"))
    height = _millimetres(_("Tinggi (mm)"))
    field_order = ("type", "ground", "whole", *SIDES, "seen")

    def clean(self) -> dict[str, Any]:
        """Of the whole page no measure is asked."""
        data = super().clean()
        for side in SIDES if data.get("whole") else ():
            self.errors.pop(side, None)
        return data

    def box(self, page: Box) -> Box:
        """In points; ``page``: the whole page."""
        if self.cleaned_data["whole"]:
            return page
        left, top, width, height = (self.cleaned_data[name] * POINTS_PER_MM for name in SIDES)
        return Box(left, top, left + width, top + height)
