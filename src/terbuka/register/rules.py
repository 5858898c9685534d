"""Who may do what with the items of the register."""

from terbuka.organisation.models import Account, Unit
from terbuka.organisation.rules import has_role
from terbuka.register.models import Item
from terbuka.register.roles import DRAFTERS, EDITORS, PUBLISHERS
from terbuka.register.workflow import DRAFT


def may_draft(actor: Account, unit: Unit) -> bool:
    """May write a new item of ``unit``."""
    return has_role(actor, DRAFTERS, unit)


def may_change(actor: Account, item: Item) -> bool:
    """May change the working copy and its files. What was public once is changed by PPIDs only."""
    return has_role(actor, DRAFTERS if item.state == DRAFT else EDITORS, item.unit)


def may_publish(actor: Account, item: Item) -> bool:
    """May decide what of ``item`` the public sees: publish it, withdraw it, and close a note of it."""
    return has_role(actor, PUBLISHERS, item.unit)
