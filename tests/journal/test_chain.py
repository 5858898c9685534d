"""The chain: what breaks it, and that nothing but the front door can write it."""

import threading
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.transaction import TransactionManagementError
from django.utils.translation import gettext_noop

from terbuka.journal import triggers
from terbuka.journal.actions import record
from terbuka.journal.chain import canonical, digest
from terbuka.journal.models import Entry, Head
from terbuka.journal.verbs import known_verbs, say, verb
from terbuka.journal.verify import Break, verify_chain
from tests.rows import Office

TRIED = verb("test.tried", gettext_noop("mencoba %(code)s pada %(on)s"), "code", "on")
DONE = verb("test.done", gettext_noop("selesai"))


def write(count: int) -> None:
    for number in range(count):
        with transaction.atomic():
            record(TRIED, actor=None, code=f"K-{number}", on="2021-03-09")


def test_record_outside_a_transaction_is_refused(transactional_db: None) -> None:
    with pytest.raises(TransactionManagementError):
        record(DONE, actor=None)
    assert Entry.objects.count() == 0


def test_record_chains_each_entry_to_the_one_before(db: None) -> None:
    write(3)
    first, second, third = Entry.objects.all()
    assert (first.number, first.previous_hash) == (1, "")
    assert (second.previous_hash, third.previous_hash) == (first.hash, second.hash)
    assert third.hash == digest(third)
    assert Head.objects.get().hash == third.hash


def test_record_names_subject_actor_and_unit(office: Office) -> None:
    entry = record(DONE, office.polsek, actor=None, unit=office.polsek)
    assert (entry.kind, entry.object_id, entry.unit) == (
        "organisation.unit",
        str(office.polsek.pk),
        office.polsek,
    )


def test_entry_of_a_rolled_back_act_does_not_exist(transactional_db: None) -> None:
    write(1)
    with pytest.raises(RuntimeError), transaction.atomic():
        record(DONE, actor=None)
        raise RuntimeError
    write(1)
    assert list(Entry.objects.values_list("number", flat=True)) == [1, 2]
    assert verify_chain().sound


@pytest.mark.parametrize(
    "detail",
    [
        {"code": "K-1"},
        {"code": "K-1", "on": "2021-03-09", "more": "x"},
        {"code": "Melati binti Surya", "on": "2021-03-09"},
        {"code": "rahasia@contoh.id", "on": "2021-03-09"},
        {"code": "x" * 129, "on": "2021-03-09"},
        {"code": 1.5, "on": "2021-03-09"},
        {"code": ["K-1"], "on": "2021-03-09"},
    ],
)
def test_record_with_wrong_keys_or_prose_is_refused(db: None, detail: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"test\.tried"):
        record(TRIED, actor=None, **detail)
    assert Entry.objects.count() == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_entry SET verb = 'test.done' WHERE number = 2",
        "DELETE FROM journal_entry WHERE number = 2",
        "DELETE FROM journal_head",
        "UPDATE journal_head SET number = 1",
        "UPDATE journal_head SET number = 3, id = 1 WHERE number = 3",
    ],
)
def test_database_refuses_to_rewrite_the_journal(db: None, statement: str) -> None:
    write(3)
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert verify_chain().sound


@pytest.mark.parametrize("table", ["journal_entry", "journal_head"])
def test_database_refuses_to_empty_the_journal_at_a_stroke(db: None, table: str) -> None:
    write(2)
    connection.check_constraints()
    refusal = (
        "append-only" if connection.vendor == "postgresql" else "syntax error"
    )  # SQLite: no such statement
    with (
        pytest.raises(DatabaseError, match=refusal),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"TRUNCATE {table} CASCADE")
    assert verify_chain().entries == 2


def tamper(statement: str) -> None:
    """What somebody could do who owns the database."""
    triggers.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute(statement)
    triggers.install(connection)


def test_verify_of_an_empty_journal_is_sound(db: None) -> None:
    result = verify_chain()
    assert result.sound
    assert (result.entries, result.last_hash) == (0, "")


def test_verify_of_a_whole_chain_is_sound(db: None) -> None:
    write(5)
    result = verify_chain()
    assert (result.sound, result.entries, result.last_hash) == (True, 5, Head.objects.get().hash)


@pytest.mark.parametrize(
    ("statement", "broken_at", "how"),
    [
        ("UPDATE journal_entry SET verb = 'test.done' WHERE number = 3", 3, Break.CHANGED),
        ("UPDATE journal_entry SET at = '2020-01-01 00:00:00+00:00' WHERE number = 1", 1, Break.CHANGED),
        (
            'UPDATE journal_entry SET detail = \'{"code":"K-9","on":"2021-03-09"}\' WHERE number = 2',
            2,
            Break.CHANGED,
        ),
        ("UPDATE journal_entry SET previous_hash = 'x' WHERE number = 4", 4, Break.UNLINKED),
        ("DELETE FROM journal_entry WHERE number = 2", 2, Break.MISSING),
        ("DELETE FROM journal_entry WHERE number = 1", 1, Break.MISSING),
        ("DELETE FROM journal_entry WHERE number = 5", 5, Break.CUT),
        ("UPDATE journal_head SET number = 4", 5, Break.CUT),
        ("UPDATE journal_head SET hash = 'x'", 6, Break.CUT),
        ("DELETE FROM journal_head", 1, Break.CUT),
    ],
)
def test_verify_says_where_a_tampered_chain_first_breaks(
    db: None, statement: str, broken_at: int, how: Break
) -> None:
    write(5)
    tamper(statement)
    result = verify_chain()
    assert (result.sound, result.broken_at, result.how) == (False, broken_at, how)


def test_verify_without_anchor_cannot_see_a_cut_tail_but_with_anchor_does(db: None) -> None:
    write(5)
    noted = (5, Head.objects.get().hash)
    fourth = Entry.objects.get(number=4).hash
    tamper("DELETE FROM journal_entry WHERE number = 5")
    tamper(f"UPDATE journal_head SET number = 4, hash = '{fourth}'")  # noqa: S608
    assert verify_chain().sound
    assert verify_chain(anchor=(4, fourth)).sound
    assert verify_chain(anchor=noted).how is Break.CUT


def test_two_writers_at_once_do_not_fork_the_chain(transactional_db: None) -> None:
    errors: list[BaseException] = []

    def writer() -> None:
        try:
            write(15)
        except BaseException as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=writer) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    result = verify_chain()
    assert (result.sound, result.entries) == (True, 60)


def test_canonical_form_does_not_depend_on_order() -> None:
    assert canonical({"b": 1, "a": "é"}) == canonical({"a": "é", "b": 1}) == '{"a":"é","b":1}'.encode()
    with pytest.raises(ValueError, match="JSON"):
        canonical({"a": float("nan")})


def test_entry_and_head_say_what_they_are(db: None) -> None:
    write(1)
    assert str(Entry.objects.get()) == "1 test.tried"
    assert str(Head.objects.get()).startswith("1 ")


def test_verb_declared_twice_with_another_sentence_is_refused() -> None:
    assert verb("test.done", "selesai") == DONE
    with pytest.raises(ValueError, match="twice"):
        verb("test.done", "lain")


@pytest.mark.parametrize("sentence", ["membuka %(other)s", "membuka %s", "membuka %(code)d", "50 % selesai"])
def test_verb_whose_sentence_does_not_fit_its_keys_is_refused(sentence: str) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        verb("test.wrong", sentence, "code")
    assert "test.wrong" not in {declared.name for declared in known_verbs()}


def test_verb_says_days_in_words_and_lists_itself_without_particulars(db: None) -> None:
    assert TRIED.say({"code": "K-1", "on": "2021-03-09"}) == "mencoba K-1 pada 9 Maret 2021"
    assert TRIED.name_in_words == "mencoba … pada …"


def test_say_of_a_verb_that_is_gone_or_changed_is_its_name() -> None:
    assert say("test.gone", {}) == "test.gone"
    assert say("test.tried", {"code": "K-1"}) == "test.tried"
