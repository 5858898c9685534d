"""The states of an item of the register.

A change to a published item is made on its working copy; nobody outside sees it before it is published.
"""

from django.utils.translation import gettext_lazy as _

from terbuka.office.workflow import State, Transition, Workflow
from terbuka.register.roles import PUBLISHERS

DRAFT, PUBLISHED, WITHDRAWN = "draft", "published", "withdrawn"

ITEM = Workflow(
    name="register.item",
    states=(
        State(DRAFT, _("Draf")),
        State(PUBLISHED, _("Terbit"), "ok"),
        State(WITHDRAWN, _("Ditarik"), "blocked"),
    ),
    transitions=(
        Transition("publish", (DRAFT,), PUBLISHED, PUBLISHERS, label=_("Terbitkan")),
        Transition("publish", (WITHDRAWN,), PUBLISHED, PUBLISHERS, label=_("Terbitkan kembali")),
        Transition(
            "publish",
            (PUBLISHED,),
            PUBLISHED,
            PUBLISHERS,
            guard=lambda actor, item: item.has_changes,
            label=_("Terbitkan perubahan"),
        ),
        Transition("withdraw", (PUBLISHED,), WITHDRAWN, PUBLISHERS, label=_("Tarik dari portal")),
    ),
)
