"""What the web server itself writes holds nothing that a visitor sent."""

import io
from collections.abc import Iterator

import pytest
from gunicorn.config import Config  # type: ignore[import-untyped]

from terbuka.office.weblog import ServerLog


@pytest.fixture
def written() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def log(written: io.StringIO) -> Iterator[ServerLog]:
    server = ServerLog(Config())
    before = [(handler, handler.setStream(written)) for handler in server.error_log.handlers]
    yield server
    for handler, stream in before:
        handler.setStream(stream)


def test_request_that_is_none_is_told_without_what_was_sent(log: ServerLog, written: io.StringIO) -> None:
    log.warning("Invalid request from ip=10.1.2.3: Invalid HTTP Version: 'Melati Kusuma HTTP/1.1'")
    assert written.getvalue().endswith("WARNING - gunicorn.error Invalid request\n")
    assert "Melati" not in written.getvalue() and "10.1.2.3" not in written.getvalue()


def test_answer_that_breaks_is_told_by_its_trail_alone(log: ServerLog, written: io.StringIO) -> None:
    try:
        raise ValueError("no such person: Melati Kusuma")
    except ValueError:
        log.exception("Error handling request %s", "/informasi/?cari=Melati")
    line = written.getvalue()
    assert "gunicorn.error Error handling request | builtins.ValueError at " in line
    assert "Melati" not in line and line.count("\n") == 1


def test_exception_in_place_of_words_is_told_by_its_name(log: ServerLog, written: io.StringIO) -> None:
    log.warning(OSError("/berkas/melati.pdf"))
    assert written.getvalue().endswith("gunicorn.error OSError\n")


def test_what_the_server_says_of_itself_stays(log: ServerLog, written: io.StringIO) -> None:
    log.critical("WORKER TIMEOUT (pid:%s)", 4711)
    assert written.getvalue().endswith("CRITICAL - gunicorn.error WORKER TIMEOUT (pid:4711)\n")
