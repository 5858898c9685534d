"""What every test of the office may ask for: a database with a small organisation, people with roles,
stores of its own, a worker, a browser."""

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.utils import translation
from playwright.sync_api import Browser, Page, sync_playwright

from terbuka import language
from terbuka.office.catalogues import compile_catalogues, uncompiled
from terbuka.organisation.models import Account, Unit
from tests.accessibility import refuse_violations
from tests.rows import Office, build_office, employ

CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


COUNTED_CHILDREN = (
    *("tests/documents", "tests/redaction"),
    *("tests/cli/test_files.py", "tests/cli/test_office.py", "tests/cli/test_processes.py"),
)
"""Where the lines of child processes are counted: where parsers, writers, the verifier and the command are
tested. Counting makes them up to three times slower, and the tests of the office start hundreds."""


@pytest.fixture(autouse=True)
def _children_count_their_lines(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    here = request.path.relative_to(request.config.rootpath)
    if not any(here.is_relative_to(place) for place in COUNTED_CHILDREN):
        monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)


@pytest.fixture(scope="session", autouse=True)
def _home() -> Iterator[None]:
    """Catalogues are compiled, and the home of the tests goes when they are over."""
    if uncompiled():
        compile_catalogues()
    yield
    if not os.environ.get("PYTEST_XDIST_WORKER"):
        shutil.rmtree(django_settings.HOME, ignore_errors=True)


@pytest.fixture(autouse=True)
def _tables_can_be_emptied(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test with real transactions ends by emptying all tables, which the triggers of the journal and of
    the certified copies refuse: so they are taken away after such a test, and put back before the next."""
    marker = request.node.get_closest_marker("django_db")
    real = {"transactional_db", "live_server"} & set(request.fixturenames)
    if not real and not (marker and marker.kwargs.get("transaction")):
        yield
        return
    request.getfixturevalue("transactional_db")
    from django.db import connection

    from terbuka.disclosure import triggers as disclosure
    from terbuka.journal import triggers as journal

    for triggers in (journal, disclosure):
        triggers.install(connection)
    yield
    for triggers in (journal, disclosure):
        triggers.remove(connection)


@pytest.fixture(autouse=True)
def _signals_and_umask() -> None:
    """A start of the office in a test leaves its umask behind; a shell in the background ignores Ctrl-C, and
    so would every process that a test starts."""
    os.umask(0o022)
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _indonesian() -> None:
    """A request leaves its language behind in the thread; each test begins in Indonesian."""
    translation.activate("id")
    language.use_language("id")


@pytest.fixture(autouse=True)
def stores(tmp_path: Path, settings: Any) -> None:
    """Private and public files of each test in a directory of its own."""
    settings.PRIVATE_FILES = tmp_path / "private"
    settings.PUBLIC_FILES = tmp_path / "public"


@pytest.fixture
def office(db: None) -> Office:
    """A police of a province with a division, a sub-division, a resort and a sector."""
    return build_office()


@pytest.fixture
def officer(office: Office) -> Callable[..., Account]:
    """``officer(Role.PPID, unit=…)``: an account of somebody who holds these roles (default: at the root)."""

    def make(*roles: str, unit: Unit | None = None, name: str = "Rahmadi Noor") -> Account:
        return employ(*roles, unit=unit or office.polda, name=name)

    return make


@pytest.fixture
def enter() -> Callable[[Account], Client]:
    """``enter(account)``: a client that is logged in."""

    def make(account: Account) -> Client:
        client = Client()
        client.force_login(account, backend="terbuka.organisation.accounts.Backend")
        return client

    return make


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """``work()``: a real worker does every job that waits, here and now, on the connection of the test."""
    from django_tasks_db.management.commands import db_worker

    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)
    # The heartbeat has a connection of its own, which does not see the rows of a test that is not
    # committed: on PostgreSQL it would take the lease for lost as soon as a job lasted one beat.
    monkeypatch.setattr("terbuka.office.jobs.BEAT", 3600.0)

    def run() -> None:
        db_worker.Worker(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id="test",
            excluded_queue_names=[],
        ).run()

    return run


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    # Playwright keeps an event loop in this thread, which Django would take for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        yield chromium
        chromium.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def page(browser: Browser, live_server: Any) -> Iterator[Page]:
    """A page of a fresh browser profile on the live server; errors in its console fail the test."""
    context = browser.new_context(base_url=live_server.url.replace("127.0.0.1", "localhost"), locale="id-ID")
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    # A page that is meant to be refused says so in the console too.
    assert [line for line in complaints if "Failed to load resource" not in line] == []


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """``axe(page)``: fails where a person with a disability would be hindered."""
    return refuse_violations
