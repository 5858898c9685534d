"""The database refuses to rewrite the journal: no update and no delete of an entry, and the head moves
only forward by one. Whoever owns the database can still remove the triggers; then the chain tells.
"""

from terbuka.office.triggers import Refusal, Triggers

_ENTRY, _HEAD = "journal_entry", "journal_head"

_TRIGGERS = Triggers(
    "journal",
    "the journal is append-only",
    (
        Refusal(_ENTRY, "UPDATE"),
        Refusal(_ENTRY, "DELETE"),
        Refusal(_HEAD, "UPDATE", when="NEW.number <> OLD.number + 1"),
        Refusal(_HEAD, "DELETE"),
    ),
)
install, remove = _TRIGGERS.install, _TRIGGERS.remove
