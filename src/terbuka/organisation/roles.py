"""The roles of the office. A role is held at a unit and reaches every unit below it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """Who somebody is at a unit (terms of UU 14/2008 and Perki 1/2021)."""

    DESK_OFFICER = "desk_officer", _("Petugas layanan informasi")
    UNIT_PPID = "unit_ppid", _("PPID pelaksana")
    PPID = "ppid", _("PPID")
    SUPERIOR = "superior", _("Atasan PPID")
    SCREENING_OFFICER = "screening_officer", _("Petugas pemeriksa dokumen")
    REPORTER = "reporter", _("Pewarta")
    EDITOR = "editor", _("Editor")
    MODERATOR = "moderator", _("Moderator komentar")
    SECRETARY = "secretary", _("Sekretaris rapat")
    PROGRAMME_OWNER = "programme_owner", _("Penanggung jawab program")
    AUDITOR = "auditor", _("Auditor")
    ADMINISTRATOR = "administrator", _("Administrator")


# Whoever may see what is hidden, open it, or give such a right to others: a stolen password alone must
# not be enough (setting TERBUKA_REQUIRE_MFA).
PRIVILEGED = frozenset(
    {
        Role.UNIT_PPID,
        Role.PPID,
        Role.SUPERIOR,
        Role.SCREENING_OFFICER,
        Role.AUDITOR,
        Role.ADMINISTRATOR,
    }
)
