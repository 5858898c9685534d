"""Organisation as a desk: the administrators' door."""

from django.utils.translation import gettext_lazy as _

from terbuka.office.desks import DeskConfig, Door
from terbuka.organisation.roles import Role


class OrganisationConfig(DeskConfig):
    """Units, people, memberships, accounts."""

    name = "terbuka.organisation"
    label = "organisation"
    prefix = "organisasi/"
    doors = (
        Door(
            label=_("Organisasi"),
            purpose=_("Unit, orang, peran, dan akun."),
            url_name="organisation:units",
            roles=frozenset({Role.ADMINISTRATOR}),
        ),
    )

    def ready(self) -> None:
        from terbuka.organisation import signals  # noqa: F401  (receivers register themselves)
