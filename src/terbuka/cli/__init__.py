"""The ``terbuka`` command.

``screen``, ``redact`` and ``verify`` work on files, with no database, no server and no network; what
scripts may rely on is written in ``docs/cli.md``. Exit status: 0 done · 2 wrong usage or a file that
cannot be read · 3 something would survive (redact) or does (verify).
"""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from types import FrameType

import typer
from typer.exceptions import TyperException

from terbuka.errors import TerbukaError
from terbuka.language import N_, translate, use_language


def _terminal_language() -> str:
    """Indonesian unless the terminal says English."""
    names = ("TERBUKA_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((os.environ[name] for name in names if os.environ.get(name)), "")
    return "en" if chosen.startswith("en") else "id"


use_language(_terminal_language())  # before the help texts of the commands are read

from terbuka.cli import files, law, office, screening, usage  # noqa: E402
from terbuka.cli.help import Command, Group  # noqa: E402

app = typer.Typer(
    cls=Group,
    add_completion=False,
    pretty_exceptions_enable=False,
    help=translate(N_("Kantor informasi publik dalam satu program: memeriksa, menghitamkan, membuktikan.")),
)
SAID: dict[Callable[..., None], str] = {
    files.screen: N_("Temukan apa yang harus ditutup dan apa yang tetap terbuka."),
    files.redact: N_("Tulis salinan publik; hanya jadi bila terbukti tidak ada yang tersisa."),
    files.verify: N_("Periksa apakah masih ada yang terbaca dalam sebuah salinan publik."),
    law.deadline: N_("Hitung tenggat menurut undang-undang, hari demi hari."),
}
for command, said in SAID.items():
    app.command(cls=Command, help=translate(said))(command)
app.add_typer(office.app, name="office", help=translate(N_("Jalankan kantor.")))
app.add_typer(office.journal, name="journal", help=translate(N_("Periksa jurnal kantor.")))
app.add_typer(screening.app, name="screening", help=translate(N_("Belajar dari keputusan petugas.")))


INTERRUPTED = 130
"""Exit status of a command that was stopped, as shells have it."""


def main() -> None:
    """Entry point of the ``terbuka`` command."""
    for number in (signal.SIGTERM, signal.SIGHUP):  # end as at Ctrl-C, with everything cleared away
        signal.signal(number, _interrupt)
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit status; errors a user can act on become one line."""
    try:
        status = app(list(arguments) or ["--help"], prog_name="terbuka", standalone_mode=False)
    except TerbukaError as error:
        return _refuse(str(error), error.exit_status)
    except TyperException as error:
        return _refuse(usage.sentence(error), usage.EXIT_STATUS)
    except typer.Abort:  # a question answered with no, or not at all
        return _refuse(translate(N_("Dibatalkan. Tidak ada yang berubah.")), INTERRUPTED)
    if status == INTERRUPTED:  # typer turns Ctrl-C into this
        return _refuse(translate(N_("Dihentikan. Tidak ada yang ditulis.")), INTERRUPTED)
    return status or 0


def _refuse(sentence: str, status: int) -> int:
    typer.echo(f"terbuka: {sentence}", err=True)
    return status


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
