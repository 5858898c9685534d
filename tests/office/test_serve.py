"""One command starts the office: prepared, reachable, ended cleanly, its worker replaced when it dies."""

import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from terbuka.office import serve
from terbuka.office.errors import NotPossible
from tests.waiting import until

RUN = (
    "import sys; from terbuka.office.serve import run_office;"
    "sys.exit(run_office(port=int(sys.argv[1]), demo=True))"
)


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


Running = tuple["subprocess.Popen[str]", Callable[[], str]]


@pytest.fixture
def office_process(tmp_path: Path, port: int) -> Iterator[Running]:
    """The real command in a home of its own."""
    output = tmp_path / "output"
    environment = {
        **{name: value for name, value in os.environ.items() if name not in {"DATABASE_URL"}},
        "TERBUKA_HOME": str(tmp_path / "home"),
        "DJANGO_SETTINGS_MODULE": "terbuka.office.settings",
        "PYTHONUNBUFFERED": "1",
    }
    with output.open("w") as file:
        process = subprocess.Popen(
            [sys.executable, "-c", RUN, str(port)], env=environment, stdout=file, stderr=file, text=True
        )
    yield process, output.read_text
    if process.poll() is None:
        process.terminate()
        process.wait(timeout=30)


def children(process: "subprocess.Popen[str]") -> dict[str, int]:
    """The command lines of the direct children and their numbers."""
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
                line = (entry / "cmdline").read_bytes().decode().replace("\0", " ")
            except OSError:
                continue
            if parent == process.pid:
                found["worker" if "office.worker" in line else "web"] = int(entry.name)
    return found


def get(port: int, path: str) -> tuple[int, str, str]:
    connection = http.client.HTTPConnection("localhost", port, timeout=20)
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, answer.read().decode(), str(answer.getheader("Cache-Control"))


def test_office_runs_replaces_a_dead_worker_and_ends_cleanly(office_process: Running, port: int) -> None:
    process, output = office_process
    until(lambda: "Terbuka berjalan" in output(), output)
    assert f"http://localhost:{port}/" in output()

    status, page, _ = get(port, "/akun/masuk/")
    assert status == 200
    sheet = page.split('href="/static/office/base.')[1].split('"')[0]
    status, _, cache = get(port, f"/static/office/base.{sheet}")
    assert (status, "max-age=315360000" in cache) == (200, True)

    with socket.create_connection(("127.0.0.1", port)) as visitor:
        visitor.sendall(b"GET /kantor/Melati Kusuma HTTP/1.1\r\n\r\n")
        assert b"400" in visitor.recv(100)
    until(lambda: "Invalid request" in output(), output)
    assert "Kusuma" not in output()

    before = children(process)
    os.kill(before["worker"], signal.SIGKILL)
    until(lambda: children(process).get("worker", before["worker"]) != before["worker"], output)
    assert "Pekerja latar berhenti" in output()

    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) == 0
    for number in (*before.values(), *children(process).values()):
        assert not Path(f"/proc/{number}").exists()


def test_children_end_when_the_office_is_killed_outright(office_process: Running, port: int) -> None:
    process, output = office_process
    until(lambda: "Terbuka berjalan" in output(), output)
    numbers = children(process).values()
    assert len(numbers) == 2
    process.kill()
    process.wait()
    until(lambda: not any(alive(number) for number in numbers), output)


def alive(number: int) -> bool:
    try:
        return "State:\tZ" not in Path(f"/proc/{number}/status").read_text()
    except OSError:
        return False


def test_office_ends_when_its_web_server_does(office_process: Running, port: int) -> None:
    process, output = office_process
    until(lambda: "Terbuka berjalan" in output(), output)
    os.kill(children(process)["web"], signal.SIGKILL)
    assert process.wait(timeout=30) != 0


def test_taken_port_is_said_before_anything_is_touched(port: int) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        with pytest.raises(NotPossible, match=f"Porta {port}"):
            serve.run_office(port=port)


def test_free_port_and_ipv6_are_taken_as_they_are(port: int) -> None:
    serve.refuse_taken_port("127.0.0.1", port)
    assert serve._Supervisor("::1", 8000, print)._web_arguments()[1] == "--bind=[::1]:8000"
    assert serve._Supervisor("127.0.0.1", 8000, print)._web_arguments()[1] == "--bind=127.0.0.1:8000"


@pytest.mark.parametrize(
    ("host", "shown"),
    [("0.0.0.0", "localhost"), ("127.0.0.1", "localhost"), ("::", "::1"), ("192.0.2.1", "192.0.2.1")],  # noqa: S104
)
def test_shown_address_is_one_that_a_browser_can_open(host: str, shown: str) -> None:
    assert serve._Supervisor(host, 8000, print)._shown_host() == shown


def test_prepare_makes_what_is_missing_and_does_nothing_when_nothing_is(tmp_path: Path) -> None:
    code = (
        "from django.core import management; call = management.call_command;"
        "management.call_command = lambda name, **options: (print(name), call(name, **options));"
        "from terbuka.office.serve import prepare; prepare(demo=True); print('again'); prepare()"
    )
    environment = {
        **{name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "TERBUKA_DEMO"}},
        "TERBUKA_HOME": str(tmp_path / "home"),
        "DJANGO_SETTINGS_MODULE": "terbuka.office.settings",
    }
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    home = tmp_path / "home"
    assert done.stdout.split() == ["migrate", "collectstatic", "again"]
    assert (home / "static" / "staticfiles.json").exists()
    assert (home / "office.sqlite3").stat().st_mode & 0o077 == 0
    assert home.stat().st_mode & 0o077 == 0


def test_child_that_does_not_end_is_killed() -> None:
    code = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
        "print('up', flush=True); time.sleep(60)"
    )
    stubborn = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, start_new_session=True)
    assert stubborn.stdout is not None
    stubborn.stdout.readline()
    serve._end(stubborn, grace=0.3)
    assert stubborn.returncode == -signal.SIGKILL


def test_web_server_that_dies_at_once_is_not_waited_for(port: int) -> None:
    web = subprocess.Popen([sys.executable, "-c", "raise SystemExit(3)"])
    web.wait()
    assert serve._Supervisor("127.0.0.1", port, print)._wait_for_answer(web) is False


def test_worker_is_not_started_again_while_the_office_ends() -> None:
    said: list[str] = []

    def end(line: str) -> None:
        said.append(line)
        supervisor._stop(signal.SIGTERM, None)

    web = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    worker = subprocess.Popen([sys.executable, "-c", ""])
    worker.wait()
    supervisor = serve._Supervisor("127.0.0.1", 8000, end)
    try:
        assert supervisor._watch(web, worker) is worker
    finally:
        web.kill()
        web.wait()
    assert said == ["Pekerja latar berhenti, dijalankan lagi."]


def test_child_asks_the_system_for_a_signal_when_its_parent_dies() -> None:
    code = (
        "import ctypes; from terbuka.office.serve import _die_with_parent; _die_with_parent();"
        "signal = ctypes.c_int(); ctypes.CDLL(None).prctl(2, ctypes.byref(signal)); print(signal.value)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout) == signal.SIGTERM
