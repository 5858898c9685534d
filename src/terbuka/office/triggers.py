"""What the database itself refuses, whoever asks it: rows that stay as they were written.

A desk lists its refusals in its ``triggers.py``; the SQL for SQLite and for PostgreSQL is made here. A table
whose rows may not be deleted may not be emptied either: SQLite knows no TRUNCATE, PostgreSQL is told.
Whoever owns the database can still remove the triggers.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper


@dataclass(frozen=True, slots=True)
class Refusal:
    """``event`` on a row of ``table`` is refused: ``INSERT``, ``UPDATE``, ``UPDATE OF column, …`` or
    ``DELETE``.

    ``when``: only where this condition on ``OLD`` and ``NEW`` holds. ``unless``: of an ``INSERT``, not where
    this condition holds, which may ask other tables.
    """

    table: str
    event: str
    when: str = ""
    unless: str = ""

    @property
    def name(self) -> str:
        return f"{self.table}_no_{self.event.split()[0].lower()}"


@dataclass(frozen=True, slots=True)
class Triggers:
    """The refusals of one ``desk``, and the ``reason`` that whoever tries is told."""

    desk: str
    reason: str
    refusals: tuple[Refusal, ...]

    def install(self, connection: BaseDatabaseWrapper) -> None:
        """Put the triggers in place; where they stand already, nothing happens."""
        statements = self._for_sqlite() if connection.vendor == "sqlite" else self._for_postgresql()
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)

    def remove(self, connection: BaseDatabaseWrapper) -> None:
        """Take every trigger of these tables away, those of an earlier version too: for undoing a migration,
        for putting the present ones in place, and for emptying a test database."""
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                for name in self._standing(connection):
                    cursor.execute(f"DROP TRIGGER {connection.ops.quote_name(name)}")
            else:
                for function in (self._function, *self._asking):
                    cursor.execute(f"DROP FUNCTION IF EXISTS {function} CASCADE")

    @property
    def _function(self) -> str:
        return f"{self.desk}_refuse()"

    @property
    def _asking(self) -> dict[str, str]:
        """The functions (PostgreSQL) that ask other tables, with what they ask: a WHEN may not."""
        return {f"{refusal.name}()": refusal.unless for refusal in self.refusals if refusal.unless}

    def _for_sqlite(self) -> Iterator[str]:
        for refusal in self.refusals:
            when = refusal.when or (f"NOT ({refusal.unless})" if refusal.unless else "")
            condition = f"WHEN {when}" if when else ""
            yield f"""CREATE TRIGGER IF NOT EXISTS {refusal.name} BEFORE {refusal.event} ON {refusal.table}
                {condition} BEGIN SELECT RAISE(ABORT, '{self.reason}'); END"""

    def _for_postgresql(self) -> Iterator[str]:
        yield f"""CREATE OR REPLACE FUNCTION {self._function} RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION '{self.reason}' USING ERRCODE = 'restrict_violation'; END $$"""
        for function, unless in self._asking.items():
            yield f"""CREATE OR REPLACE FUNCTION {function} RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN IF NOT ({unless}) THEN
                RAISE EXCEPTION '{self.reason}' USING ERRCODE = 'restrict_violation';
                END IF; RETURN NEW; END $$"""
        for refusal in self.refusals:
            condition = f"WHEN ({refusal.when})" if refusal.when else ""
            function = f"{refusal.name}()" if refusal.unless else self._function
            yield f"""CREATE OR REPLACE TRIGGER {refusal.name} BEFORE {refusal.event} ON {refusal.table}
                FOR EACH ROW {condition} EXECUTE FUNCTION {function}"""
            if refusal.event == "DELETE":
                yield f"""CREATE OR REPLACE TRIGGER {refusal.table}_no_truncate BEFORE TRUNCATE
                    ON {refusal.table} FOR EACH STATEMENT EXECUTE FUNCTION {self._function}"""

    def _standing(self, connection: BaseDatabaseWrapper) -> list[str]:
        """The names of the triggers that stand on these tables (SQLite)."""
        tables = sorted({refusal.table for refusal in self.refusals})
        places = ", ".join(["%s"] * len(tables))
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT name FROM sqlite_master WHERE type = 'trigger' "  # noqa: S608 - placeholders only
                f"AND tbl_name IN ({places})",
                tables,
            )
            return [name for (name,) in cursor.fetchall()]
