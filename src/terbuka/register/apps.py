"""The register as a desk."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from terbuka.office.desks import DeskConfig, Door, Use, Waiting
from terbuka.register.roles import DRAFTERS, PUBLISHERS, READERS

if TYPE_CHECKING:
    from django.db.models import Model

    from terbuka.organisation.models import Account


class RegisterConfig(DeskConfig):
    """Public information: written, published, withdrawn."""

    name = "terbuka.register"
    label = "register"
    prefix = "daftar/"
    doors = (
        Door(
            label=gettext_lazy("Daftar informasi"),
            purpose=gettext_lazy("Susun daftar informasi publik, terbitkan ke portal, dan tarik kembali."),
            url_name="register:items",
            roles=READERS,
        ),
    )

    def waiting(self, account: "Account") -> Sequence[Waiting]:
        """What may be published, and certified copies that are in no item yet."""
        from terbuka.organisation.rules import has_role_anywhere
        from terbuka.register import queries

        found = []
        if has_role_anywhere(account, PUBLISHERS):
            found.append(
                Waiting(
                    gettext("draf atau perubahan informasi menunggu diterbitkan"),
                    queries.to_publish(account).count(),
                    f"{reverse('register:items')}?status=menunggu",
                )
            )
        if has_role_anywhere(account, DRAFTERS):
            found.append(
                Waiting(
                    gettext("salinan yang disahkan belum masuk daftar informasi"),
                    queries.attachable_copies(account).count(),
                    reverse("register:copies"),
                )
            )
        return found

    def uses(self, row: "Model", account: "Account") -> Sequence[Use]:
        """The items to which a certified copy belongs."""
        from terbuka.disclosure.models import PublicCopy
        from terbuka.register import queries
        from terbuka.register.workflow import ITEM

        if not isinstance(row, PublicCopy):
            return ()
        return [
            Use(
                gettext("Daftar informasi nomor %(number)s, %(title)s")
                % {"number": item.number, "title": item.title},
                ITEM.state(item.state).label,
                ITEM.state(item.state).tone,
                reverse("register:item", args=[item.number]),
            )
            for item in queries.items_with(row, account)
        ]

    def tidy(self) -> None:
        """Bytes in the public store that are not public."""
        from terbuka.register.jobs import remove_unpublished

        remove_unpublished()
