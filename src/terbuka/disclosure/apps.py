"""Disclosure as a desk: the door to the cases and what waits behind it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from terbuka.office.desks import DeskConfig, Door, Waiting
from terbuka.organisation.roles import Role

if TYPE_CHECKING:
    from terbuka.organisation.models import Account


class DisclosureConfig(DeskConfig):
    """Files on their way to a certified public copy."""

    name = "terbuka.disclosure"
    label = "disclosure"
    prefix = "berkas/"
    doors = (
        Door(
            label=_("Berkas"),
            purpose=_("Dari berkas asal sampai salinan publik yang disahkan."),
            url_name="disclosure:cases",
            roles=frozenset(
                {
                    Role.DESK_OFFICER,
                    Role.SCREENING_OFFICER,
                    Role.UNIT_PPID,
                    Role.PPID,
                    Role.SUPERIOR,
                    Role.AUDITOR,
                }
            ),
        ),
    )

    def waiting(self, account: "Account") -> Sequence[Waiting]:
        """Copies to approve first: somebody has finished and waits."""
        from terbuka.disclosure import queries, workflow

        cases = reverse("disclosure:cases")
        return (
            Waiting(
                gettext("salinan menunggu persetujuan Anda"),
                queries.to_approve(account).count(),
                f"{cases}?status={workflow.APPROVING}",
            ),
            Waiting(
                gettext("berkas perlu diputuskan"),
                queries.to_decide(account).count(),
                f"{cases}?status={workflow.DECIDING}",
            ),
            Waiting(
                gettext("berkas tidak terbaca"),
                queries.to_retry(account).count(),
                f"{cases}?status={workflow.FAILED}",
            ),
        )

    def tidy(self) -> None:
        """Copies that were being made, and perhaps never proven."""
        from terbuka.disclosure.workplace import clear_left

        clear_left()
