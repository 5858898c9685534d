"""Starts the whole office on one machine: prepares what is missing, then the web server and the worker."""

import ctypes
import fcntl
import hashlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import django

from terbuka.language import N_, translate
from terbuka.office.errors import NotPossible

Say = Callable[[str], None]

GRACE = 15.0  # seconds a child gets to end what it is doing
DEMO = {
    "TERBUKA_DEMO": "1",
    "TERBUKA_OFFICE_NAME": "Polda Kalimantan Selatan",
    "TERBUKA_OFFICE_ADDRESS": "Jl. Letjen S. Parman No. 16, Banjarmasin",
    "TERBUKA_OFFICE_HOURS": "Senin sampai Jumat, 08.00 sampai 15.30 WITA",
    "TERBUKA_OFFICE_EMAIL": "ppid@contoh.invalid",
}
"""Settings of the demo office, where nothing else is set."""
_PDEATHSIG = 1  # prctl: the signal that a child gets when its parent dies


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def run_office(host: str = "127.0.0.1", port: int = 8000, demo: bool = False, *, say: Say = _say) -> int:
    """Run the office until Ctrl-C or SIGTERM; return an exit status (0: ended as asked).

    Raises ``NotPossible`` where the port is taken.
    """
    refuse_taken_port(host, port)
    prepare(demo=demo)
    with _running():
        return _Supervisor(host, port, say).run()


def refuse_taken_port(host: str, port: int) -> None:
    """Raise ``NotPossible`` where something answers on ``port`` already, or it may not be used."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise NotPossible(
                N_(
                    "Porta %(port)d di %(host)s sudah dipakai atau tidak boleh dipakai. Tidak ada yang "
                    "berubah. Hentikan program yang memakainya, atau sebut porta lain dengan TERBUKA_PORT."
                ),
                host=host,
                port=port,
            ) from error


def prepare(*, demo: bool = False) -> None:
    """Set Django up and make what is missing: message catalogues, tables, static files.

    Quick when nothing is. Two that start at once wait for each other.
    """
    os.umask(0o077)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "terbuka.office.settings")
    if demo:
        for name, value in DEMO.items():
            os.environ.setdefault(name, value)
    from terbuka.office.catalogues import compile_catalogues, uncompiled

    if uncompiled():
        compile_catalogues()
    django.setup()
    with _alone():
        _migrate()
        _refuse_foreign_keys()
        _collect_static()


@contextmanager
def _running() -> Iterator[None]:
    """Others that run on the same home may share it; ``stopped_office`` may not."""
    from django.conf import settings

    with (settings.HOME / ".running.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)
        yield


@contextmanager
def stopped_office() -> Iterator[None]:
    """Nothing runs on this home, and nothing starts, inside the block. Raises ``NotPossible``."""
    from django.conf import settings

    with (settings.HOME / ".running.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise NotPossible(
                N_("Kantor ini masih berjalan. Hentikan dulu dengan Ctrl-C, lalu coba lagi.")
            ) from error
        yield


@contextmanager
def _alone() -> Iterator[None]:
    from django.conf import settings

    with (settings.HOME / ".prepare.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _migrate() -> None:
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)
    connection.close()


def _refuse_foreign_keys() -> None:
    """A lost key is made anew without a word; what lies encrypted would break every page that shows it."""
    from django.db import connection

    from terbuka.office.crypto import keys_fit

    fit = keys_fit()
    connection.close()
    if not fit:
        raise NotPossible(
            N_(
                "Kunci di folder secrets bukan kunci yang mengenkripsi data kantor ini. Kantor tidak "
                "dijalankan dan tidak ada yang berubah. Kembalikan berkas secrets/field-key dari cadangan, "
                "atau isi TERBUKA_FIELD_KEYS."
            )
        )


def _collect_static() -> None:
    from django.conf import settings
    from django.core.management import call_command

    stamp = settings.STATIC_ROOT / ".stamp"
    now = _static_stamp()
    if not stamp.exists() or stamp.read_text() != now:
        call_command("collectstatic", verbosity=0, interactive=False)
        stamp.write_text(now)


def _static_stamp() -> str:
    from django.contrib.staticfiles.finders import get_finders

    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            modified = storage.get_modified_time(path).timestamp()
            digest.update(f"{path}\0{storage.size(path)}\0{modified}\n".encode())
    return digest.hexdigest()


class _Supervisor:
    """Two children: the web server, whose end is the end, and the worker, which is started again."""

    def __init__(self, host: str, port: int, say: Say) -> None:
        self._host, self._port, self._say = host, port, say
        self._stopping = False

    def run(self) -> int:
        before = {number: signal.signal(number, self._stop) for number in (signal.SIGINT, signal.SIGTERM)}
        web = _child("gunicorn", *self._web_arguments())
        worker = _child("terbuka.office.worker")
        try:
            if self._wait_for_answer(web):
                self._say(
                    translate(N_("Terbuka berjalan di %(address)s (Ctrl-C untuk berhenti)"))
                    % {"address": f"http://{self._shown_host()}:{self._port}/"}
                )
            worker = self._watch(web, worker)
        finally:
            _end(web, worker)
            for number, handler in before.items():
                signal.signal(number, handler)
        return 0 if self._stopping else (web.returncode or 1)

    def _web_arguments(self) -> list[str]:
        # Heartbeats of the server go to memory: a busy disk must not look like a dead worker.
        memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else "/tmp"  # noqa: S108
        return [
            "terbuka.office.wsgi:application",
            f"--bind={f'[{self._host}]' if ':' in self._host else self._host}:{self._port}",
            "--workers=2",
            "--worker-class=gthread",
            "--threads=16",
            "--timeout=120",
            f"--graceful-timeout={int(GRACE) - 5}",
            f"--worker-tmp-dir={memory}",
            "--umask=63",
            "--log-level=warning",
            "--logger-class=terbuka.office.weblog.ServerLog",
            "--no-control-socket",
        ]

    def _watch(
        self, web: "subprocess.Popen[bytes]", worker: "subprocess.Popen[bytes]"
    ) -> "subprocess.Popen[bytes]":
        started, pause = time.monotonic(), 1.0
        while not self._stopped() and web.poll() is None:
            if worker.poll() is not None:
                pause = 1.0 if time.monotonic() - started > 60 else min(pause * 2, 30.0)
                self._say(translate(N_("Pekerja latar berhenti, dijalankan lagi.")))
                self._pause(pause)
                if self._stopped():
                    break
                worker, started = _child("terbuka.office.worker"), time.monotonic()
            time.sleep(0.2)
        return worker

    def _pause(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until and not self._stopping:
            time.sleep(0.1)

    def _wait_for_answer(self, web: "subprocess.Popen[bytes]") -> bool:
        until = time.monotonic() + 60
        while time.monotonic() < until and web.poll() is None and not self._stopping:
            connection = http.client.HTTPConnection(self._shown_host(), self._port, timeout=5)
            try:
                connection.request("GET", "/sehat/")
                connection.getresponse()
                return True
            except OSError:
                time.sleep(0.1)
            finally:
                connection.close()
        return False

    def _shown_host(self) -> str:
        # Passkeys want a name: browsers trust http://localhost, but no bare number.
        return {"0.0.0.0": "localhost", "127.0.0.1": "localhost", "::": "::1"}.get(self._host, self._host)  # noqa: S104

    def _stopped(self) -> bool:
        return self._stopping

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self._stopping = True


def _child(module: str, *arguments: str) -> "subprocess.Popen[bytes]":
    """A Python process in a group of its own: Ctrl-C reaches only us, and we end it in good order."""
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments], start_new_session=True, preexec_fn=_die_with_parent
    )


def _die_with_parent() -> None:
    prctl = getattr(ctypes.CDLL(None), "prctl", None)  # Linux has it
    if prctl:
        prctl(_PDEATHSIG, signal.SIGTERM)


def _end(*children: "subprocess.Popen[bytes]", grace: float = GRACE) -> None:
    for child in children:
        if child.poll() is None:
            child.terminate()
    until = time.monotonic() + grace
    for child in children:
        try:
            child.wait(timeout=max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
