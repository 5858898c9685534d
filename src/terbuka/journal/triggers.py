"""The database refuses to rewrite the journal: no update and no delete of an entry, and the head moves
only forward by one. Whoever owns the database can still remove the triggers; then the chain tells.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

_REFUSAL = "the journal is append-only"

_SQLITE_INSTALL = (
    f"""CREATE TRIGGER IF NOT EXISTS journal_entry_no_update BEFORE UPDATE ON journal_entry
        BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END""",
    f"""CREATE TRIGGER IF NOT EXISTS journal_entry_no_delete BEFORE DELETE ON journal_entry
        BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END""",
    f"""CREATE TRIGGER IF NOT EXISTS journal_head_no_delete BEFORE DELETE ON journal_head
        BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END""",
    f"""CREATE TRIGGER IF NOT EXISTS journal_head_forward BEFORE UPDATE ON journal_head
        WHEN NEW.number <> OLD.number + 1
        BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END""",
)
_SQLITE_REMOVE = tuple(
    f"DROP TRIGGER IF EXISTS {name}"
    for name in (
        "journal_entry_no_update",
        "journal_entry_no_delete",
        "journal_head_no_delete",
        "journal_head_forward",
    )
)

_POSTGRESQL_INSTALL = (
    f"""CREATE OR REPLACE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '{_REFUSAL}' USING ERRCODE = 'restrict_violation'; END $$""",
    """CREATE OR REPLACE TRIGGER journal_entry_no_change BEFORE UPDATE OR DELETE ON journal_entry
       FOR EACH ROW EXECUTE FUNCTION journal_refuse()""",
    """CREATE OR REPLACE TRIGGER journal_entry_no_truncate BEFORE TRUNCATE ON journal_entry
       FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse()""",
    """CREATE OR REPLACE TRIGGER journal_head_no_delete BEFORE DELETE ON journal_head
       FOR EACH ROW EXECUTE FUNCTION journal_refuse()""",
    """CREATE OR REPLACE TRIGGER journal_head_no_truncate BEFORE TRUNCATE ON journal_head
       FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse()""",
    """CREATE OR REPLACE TRIGGER journal_head_forward BEFORE UPDATE ON journal_head
       FOR EACH ROW WHEN (NEW.number <> OLD.number + 1) EXECUTE FUNCTION journal_refuse()""",
)
_POSTGRESQL_REMOVE = (
    "DROP TRIGGER IF EXISTS journal_entry_no_change ON journal_entry",
    "DROP TRIGGER IF EXISTS journal_entry_no_truncate ON journal_entry",
    "DROP TRIGGER IF EXISTS journal_head_no_delete ON journal_head",
    "DROP TRIGGER IF EXISTS journal_head_no_truncate ON journal_head",
    "DROP TRIGGER IF EXISTS journal_head_forward ON journal_head",
    "DROP FUNCTION IF EXISTS journal_refuse()",
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
