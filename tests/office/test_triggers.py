"""The triggers on a table of their own, on whichever database the tests run."""

from collections.abc import Iterator

import pytest
from django.db import DatabaseError, connection, transaction

from terbuka.office.triggers import Refusal, Triggers

KEPT = Triggers(
    "sample",
    "this list is only added to",
    (
        Refusal("sample_row", "UPDATE OF number, word"),
        Refusal("sample_row", "DELETE"),
        Refusal("sample_count", "UPDATE", when="NEW.number <> OLD.number + 1"),
        Refusal("sample_count", "INSERT", unless="(SELECT count(*) FROM sample_row) = NEW.number"),
    ),
)


def bare(*statements: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def rows(table: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")  # noqa: S608
        return list(cursor.fetchall())


@pytest.fixture
def tables(db: None) -> Iterator[None]:
    """Two tables with a row each, kept as ``KEPT`` says."""
    bare(
        "CREATE TABLE sample_row (number integer, word varchar(9), note varchar(9))",
        "CREATE TABLE sample_count (number integer)",
        "INSERT INTO sample_row VALUES (1, 'satu', '')",
        "INSERT INTO sample_count VALUES (1)",
    )
    KEPT.install(connection)
    yield
    KEPT.remove(connection)
    bare("DROP TABLE sample_row", "DROP TABLE sample_count")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE sample_row SET word = 'dua'",
        "UPDATE sample_row SET note = 'x', number = 2",
        "DELETE FROM sample_row",
        "UPDATE sample_count SET number = 3",
        "UPDATE sample_count SET number = 1",
        "INSERT INTO sample_count VALUES (2)",
    ],
)
def test_refused_statement_changes_nothing_and_says_why(tables: None, statement: str) -> None:
    with pytest.raises(DatabaseError, match="only added to"):
        bare(statement)
    assert (rows("sample_row"), rows("sample_count")) == ([(1, "satu", "")], [(1,)])


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO sample_row VALUES (2, 'dua', '')",
        "UPDATE sample_row SET note = 'x'",
        "UPDATE sample_count SET number = 2",
        "DELETE FROM sample_count",
        "INSERT INTO sample_count VALUES (1)",
    ],
)
def test_what_is_not_listed_is_done(tables: None, statement: str) -> None:
    before = rows("sample_row"), rows("sample_count")
    bare(statement)
    assert (rows("sample_row"), rows("sample_count")) != before


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite knows no TRUNCATE")
def test_table_that_may_not_be_deleted_from_may_not_be_truncated(tables: None) -> None:
    with pytest.raises(DatabaseError, match="only added to"):
        bare("TRUNCATE sample_row")
    bare("TRUNCATE sample_count")
    assert (len(rows("sample_row")), rows("sample_count")) == (1, [])


def test_triggers_are_installed_and_removed_more_than_once(tables: None) -> None:
    KEPT.install(connection)
    KEPT.remove(connection)
    KEPT.remove(connection)
    bare("UPDATE sample_row SET word = 'dua'")
    KEPT.install(connection)
    with pytest.raises(DatabaseError, match="only added to"):
        bare("UPDATE sample_row SET word = 'tiga'")


def test_remove_takes_away_what_an_earlier_version_called_otherwise(tables: None) -> None:
    KEPT.remove(connection)
    Triggers("sample", "old", (Refusal("sample_row", "UPDATE"),)).install(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "CREATE TRIGGER sample_old BEFORE DELETE ON sample_row BEGIN SELECT RAISE(ABORT, 'old'); END"
            )
        else:
            cursor.execute("ALTER TRIGGER sample_row_no_update ON sample_row RENAME TO sample_old")
    KEPT.remove(connection)
    bare("UPDATE sample_row SET word = 'dua'", "DELETE FROM sample_row")
    assert rows("sample_row") == []
