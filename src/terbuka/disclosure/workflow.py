"""The states of a case, from the upload to the certified copy.

Steps without a label are done by the program (a job has ended) or follow from an act in the studio; the
roles beside them are those whose work they carry on.
"""

from django.utils.translation import gettext_lazy as _

from terbuka.disclosure import rules
from terbuka.office.workflow import State, Transition, Workflow

RECEIVED = "received"
FAILED = "failed"
DECIDING = "deciding"
PREPARING = "preparing"
APPROVING = "review"  # as it is stored; not what screening calls so (``Action.REVIEW``)
APPROVED = "approved"
WITHDRAWN = "withdrawn"

OPEN = (RECEIVED, FAILED, DECIDING, PREPARING, APPROVING)
# The program's turn: what it brings comes by itself.
AT_WORK = (RECEIVED, PREPARING)
DECIDABLE = (DECIDING, PREPARING, APPROVING)
# Whoever goes on has nothing left to decide; the database holds it too.
DECIDED = (PREPARING, APPROVING, APPROVED)

CASE = Workflow(
    name="disclosure.case",
    states=(
        State(RECEIVED, _("Sedang diperiksa"), "act"),
        State(FAILED, _("Tidak terbaca"), "late"),
        State(DECIDING, _("Perlu diputuskan"), "soon"),
        State(PREPARING, _("Salinan sedang dibuat"), "act"),
        State(APPROVING, _("Menunggu persetujuan"), "soon"),
        State(APPROVED, _("Disetujui"), "ok", final=True),
        State(WITHDRAWN, _("Ditarik"), "blocked", final=True),
    ),
    transitions=(
        Transition("screened", (RECEIVED,), DECIDING, rules.UPLOADERS),
        Transition("not_screened", (RECEIVED,), FAILED, rules.UPLOADERS),
        Transition("retry", (FAILED,), RECEIVED, rules.UPLOADERS, label=_("Coba lagi")),
        Transition("prepare", (DECIDING,), PREPARING, rules.DECIDERS, label=_("Buat salinan")),
        Transition("prepared", (PREPARING,), APPROVING, rules.DECIDERS),
        Transition("not_prepared", (PREPARING,), DECIDING, rules.DECIDERS),
        # A decision after the copy was asked for: the copy would not be what was decided.
        Transition("decide", DECIDABLE, DECIDING, rules.DECIDERS | rules.LIFTERS),
        Transition(
            "approve", (APPROVING,), APPROVED, rules.APPROVERS, rules.is_second_person, label=_("Setujui")
        ),
        Transition(
            "return", (APPROVING,), DECIDING, rules.APPROVERS, rules.is_second_person, label=_("Kembalikan")
        ),
        Transition(
            "withdraw", OPEN, WITHDRAWN, rules.WITHDRAWERS, rules.may_withdraw, label=_("Tarik kasus")
        ),
    ),
)
