"""The database refuses to rewrite what was decided and what was certified: decisions are only added, and a
certified copy stays as it was signed. What was typed (``text``) may be encrypted anew under another key.

Whoever owns the database can still remove the triggers. Then the journal has what an auditor compares by
hand: the digest of the decisions (``actions.digest_of_decisions``) and the hashes of the certificate.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

_DECISION, _COPY = "disclosure_decision", "disclosure_publiccopy"
_REFUSAL = "decisions and certified copies are not rewritten"

# (name, event, table); an event names the columns that may not change, or concerns the whole row.
_TRIGGERS = (
    (
        "disclosure_decision_no_update",
        "UPDATE OF id, case_id, number, officer_id, kind, target, marks, ground, undoes, at",
        _DECISION,
    ),
    ("disclosure_decision_no_delete", "DELETE", _DECISION),
    ("disclosure_copy_no_update", "UPDATE", _COPY),
    ("disclosure_copy_no_delete", "DELETE", _COPY),
)


_SQLITE_INSTALL = tuple(
    f"""CREATE TRIGGER IF NOT EXISTS {name} BEFORE {event} ON {table}
        BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"""
    for name, event, table in _TRIGGERS
)
_SQLITE_REMOVE = tuple(f"DROP TRIGGER IF EXISTS {name}" for name, _event, _table in _TRIGGERS)

_POSTGRESQL_INSTALL = (
    f"""CREATE OR REPLACE FUNCTION disclosure_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '{_REFUSAL}' USING ERRCODE = 'restrict_violation'; END $$""",
    *(
        f"""CREATE OR REPLACE TRIGGER {name} BEFORE {event} ON {table}
            FOR EACH ROW EXECUTE FUNCTION disclosure_refuse()"""
        for name, event, table in _TRIGGERS
    ),
)
_POSTGRESQL_REMOVE = (
    *(f"DROP TRIGGER IF EXISTS {name} ON {table}" for name, _event, table in _TRIGGERS),
    "DROP FUNCTION IF EXISTS disclosure_refuse()",
)


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers in place; where they stand already, nothing happens."""
    _run(connection, _SQLITE_INSTALL if connection.vendor == "sqlite" else _POSTGRESQL_INSTALL)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: for undoing the migration, and for emptying a test database."""
    _run(connection, _SQLITE_REMOVE if connection.vendor == "sqlite" else _POSTGRESQL_REMOVE)


def _run(connection: BaseDatabaseWrapper, statements: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
