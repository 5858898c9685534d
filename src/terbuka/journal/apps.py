"""The journal as a desk: the auditors' door."""

from django.utils.translation import gettext_lazy as _

from terbuka.office.desks import DeskConfig, Door
from terbuka.organisation.roles import Role


class JournalConfig(DeskConfig):
    """Every act, in a hash chain."""

    name = "terbuka.journal"
    label = "journal"
    prefix = "jurnal/"
    doors = (
        Door(
            label=_("Jurnal"),
            purpose=_("Siapa melakukan apa dan kapan, dengan bukti bahwa catatannya utuh."),
            url_name="journal:entries",
            roles=frozenset({Role.AUDITOR}),
        ),
    )
