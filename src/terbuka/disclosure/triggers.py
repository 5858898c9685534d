"""The database refuses to rewrite what was decided and what was certified: decisions are only added, and a
certified copy stays as it was signed. What was typed (``text``) may be encrypted anew under another key.

It refuses a certificate, too, of a copy that the second person has not looked at page by page. SQLite lets no
table that a trigger asks be made anew: a migration that changes looks removes the triggers first.

Whoever owns the database can still remove the triggers. Then the journal has what an auditor compares by
hand: the digest of the decisions (``actions.digest_of_decisions``) and the hashes of the certificate.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

from terbuka.office.triggers import Refusal, Triggers

_DECISION, _COPY = "disclosure_decision", "disclosure_publiccopy"

KEPT = Triggers(
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
SEEN = Triggers(
    "disclosure_seen",
    "who certifies a copy has opened each of its pages",
    (
        Refusal(
            _COPY,
            "INSERT",
            unless="""(SELECT count(*) FROM disclosure_look AS look WHERE look.case_id = NEW.case_id
                AND look.officer_id = NEW.approved_by_id AND look."of" = NEW.sha256
                AND look.page BETWEEN 1 AND NEW.pages) = NEW.pages""",
        ),
    ),
)


def install(connection: BaseDatabaseWrapper) -> None:
    """Put all of them in place."""
    for triggers in (KEPT, SEEN):
        triggers.install(connection)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take all of them away."""
    for triggers in (KEPT, SEEN):
        triggers.remove(connection)
