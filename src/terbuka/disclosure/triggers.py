"""The database refuses to rewrite what was decided and what was certified: decisions are only added, and a
certified copy stays as it was signed. What was typed (``text``) may be encrypted anew under another key.

Whoever owns the database can still remove the triggers. Then the journal has what an auditor compares by
hand: the digest of the decisions (``actions.digest_of_decisions``) and the hashes of the certificate.
"""

from terbuka.office.triggers import Refusal, Triggers

_DECISION, _COPY = "disclosure_decision", "disclosure_publiccopy"

_TRIGGERS = Triggers(
    "disclosure",
    "decisions and certified copies are not rewritten",
    (
        Refusal(
            _DECISION,
            "UPDATE OF id, case_id, number, officer_id, kind, target, marks, ground, undoes, at",
        ),
        Refusal(_DECISION, "DELETE"),
        Refusal(_COPY, "UPDATE"),
        Refusal(_COPY, "DELETE"),
    ),
)
install, remove = _TRIGGERS.install, _TRIGGERS.remove
