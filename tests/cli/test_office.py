"""``terbuka office`` and ``terbuka journal``."""

import signal
import socket
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction

from terbuka.journal import triggers
from terbuka.journal.actions import record
from terbuka.journal.models import Entry
from terbuka.journal.verbs import verb
from tests.cli.conftest import Terbuka, left_in, process, real

NOTED = verb("test.noted", "mencatat")


@pytest.fixture
def three_entries(transactional_db: None) -> list[Entry]:
    """A journal of three entries."""
    for _ in range(3):
        with transaction.atomic():
            record(NOTED, actor=None)
    return list(Entry.objects.order_by("number"))


@pytest.mark.parametrize("said", ["option", "setting"])
def test_taken_port_is_said_and_nothing_is_made(tmp_path: Path, said: str) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        options = ["--port", port] if said == "option" else []
        setting = {} if options else {"TERBUKA_PORT": port}
        home = {"TERBUKA_HOME": str(tmp_path / "rumah")}
        outcome = real("office", "run", *options, environment=home | setting)
    assert outcome.status == 2 and port in outcome.sentence and "TERBUKA_PORT" in outcome.sentence
    assert left_in(tmp_path) == set()


def test_office_runs_until_it_is_stopped_and_tells_the_sample_accounts(tmp_path: Path) -> None:
    home, port = tmp_path / "rumah", free_port()
    home.mkdir(mode=0o700)
    (home / settings.DEMO_MARK.name).write_text("ready")  # filled already, so that nothing is filled here
    environment = {"TERBUKA_HOME": str(home), "PYTHONUNBUFFERED": "1", "COLUMNS": "100"}
    with process("office", "run", "--demo", "--port", port, environment=environment) as office:
        assert office.stdout
        said = ""
        for line in office.stdout:
            said += line
            if f"http://localhost:{port}/" in line:
                office.send_signal(signal.SIGINT)
        assert office.wait(timeout=60) == 0
    assert "kata sandi" in said and "Terbuka berjalan" in said


def test_office_with_real_work_is_not_emptied(tmp_path: Path) -> None:
    environment = {"TERBUKA_HOME": str(tmp_path / "rumah")}
    outcome = real("office", "reset-demo", environment=environment)
    assert outcome.status == 2 and "bukan kantor contoh" in outcome.sentence


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_sound_journal_is_told_with_its_last_hash(three_entries: list[Entry], terbuka: Terbuka) -> None:
    outcome = terbuka("journal", "verify")
    assert outcome.status == 0
    assert outcome.out == f"Rantai utuh: 3 catatan, terakhir {three_entries[-1].hash}.\n"


def test_anchor_in_the_chain_passes_and_a_foreign_one_does_not(
    three_entries: list[Entry], terbuka: Terbuka
) -> None:
    second = three_entries[1]
    assert terbuka("journal", "verify", "--anchor", f"2:{second.hash}").status == 0
    outcome = terbuka("journal", "verify", "--anchor", f"3:{second.hash}")
    assert outcome.status == 3 and "Rantai putus" in outcome.out and "(cut)" in outcome.out


def test_changed_entry_breaks_the_chain(three_entries: list[Entry], terbuka: Terbuka) -> None:
    triggers.remove(connection)
    try:
        Entry.objects.filter(number=2).update(verb="test.other")
        outcome = terbuka("journal", "verify")
    finally:
        triggers.install(connection)
    assert outcome.status == 3 and outcome.out == "Rantai putus pada catatan 2 (changed).\n"


@pytest.mark.parametrize("anchor", ["", "2", "2:", ":abc", "dua:abc"])
def test_anchor_that_is_none_is_refused(three_entries: list[Entry], terbuka: Terbuka, anchor: str) -> None:
    outcome = terbuka("journal", "verify", "--anchor", anchor)
    assert (outcome.status, outcome.sentence) == (2, "Jangkar ditulis NOMOR:HASH.")
