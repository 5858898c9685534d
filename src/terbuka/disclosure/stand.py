"""Where a case stands, in words: its step, whose turn it is, what comes next."""

import datetime

from django.utils.functional import Promise
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from terbuka.disclosure import workflow
from terbuka.disclosure.models import Case
from terbuka.office.components import Step, steps

_STEP = {
    workflow.RECEIVED: 1,
    workflow.FAILED: 1,
    workflow.DECIDING: 2,
    workflow.PREPARING: 3,
    workflow.APPROVING: 4,
    workflow.APPROVED: 5,
}


def steps_of(case: Case) -> list[Step]:
    """The way with the present step; nothing for a case that was withdrawn."""
    if case.state == workflow.WITHDRAWN:
        return []
    labels = [_("Diterima"), _("Diperiksa"), _("Diputuskan"), _("Disiapkan"), _("Disetujui")]
    return steps(labels, _STEP[case.state])


def standing_of(case: Case) -> tuple[str | Promise, str]:
    """The words and the tone of its chip: a case with everything decided no longer waits for decisions."""
    if case.state == workflow.DECIDING and not case.left:
        return _("Siap dibuatkan salinan"), "act"
    state = workflow.CASE.state(case.state)
    return state.label, state.tone


def turn_of(case: Case) -> str:
    """Who acts next, in a word or two."""
    return {
        workflow.RECEIVED: _("program"),
        workflow.FAILED: _("pengunggah"),
        workflow.DECIDING: _("petugas pemeriksa"),
        workflow.PREPARING: _("program"),
        workflow.APPROVING: _("orang kedua"),
        workflow.APPROVED: _("selesai"),
        workflow.WITHDRAWN: _("selesai"),
    }[case.state]


def age_of(case: Case, now: datetime.datetime) -> str:
    """How long ago it was uploaded, in its largest unit."""
    if (now - case.uploaded_at).total_seconds() < 60:
        return _("baru saja")
    return timesince(case.uploaded_at, now, depth=1)


def next_of(case: Case, *, is_used: bool = False) -> str:
    """Who does what next, in a sentence. ``is_used``: another desk has made something of the copy."""
    if is_used:
        return _("Salinan sudah disahkan dan dipakai di sini:")
    if case.state == workflow.DECIDING and case.left:
        return ngettext(
            "Petugas pemeriksa atau PPID memutuskan %(left)d temuan yang tersisa.",
            "Petugas pemeriksa atau PPID memutuskan %(left)d temuan yang tersisa.",
            case.left,
        ) % {"left": case.left}
    return {
        workflow.RECEIVED: _("Program sedang membaca berkas dan mencari apa yang tidak boleh terbuka."),
        workflow.FAILED: _(
            "Berkas yang sudah diperbaiki (misalnya disimpan tanpa kata sandi) diunggah sebagai kasus baru; "
            "tarik kasus ini. Coba lagi membaca berkas yang sama sekali lagi."
        ),
        workflow.DECIDING: _(
            "Tidak ada temuan yang menunggu keputusan. Petugas pemeriksa melihat setiap halaman, lalu "
            "membuat salinan."
        ),
        workflow.PREPARING: _(
            "Program sedang menulis salinan dan membuktikan bahwa tidak ada yang tersisa di dalamnya."
        ),
        workflow.APPROVING: _(
            "Orang kedua (PPID, PPID pelaksana, atau Atasan PPID) yang tidak ikut memutuskan melihat "
            "salinan, lalu menyetujui atau mengembalikannya."
        ),
        workflow.APPROVED: _("Salinan sudah disahkan dan bisa diterbitkan di meja Daftar informasi."),
        workflow.WITHDRAWN: _("Kasus ini ditarik. Berkasnya sudah dihapus, catatannya tetap ada."),
    }[case.state]
