"""The ``terbuka`` command.

``screen``, ``redact`` and ``verify`` work on files, with no database, no server and no network; what
scripts may rely on is written in ``docs/cli.md``. Exit status: 0 done · 2 wrong usage or a file that
cannot be read · 3 something would survive (redact) or does (verify).
"""

import os
import sys

import typer

from terbuka.errors import TerbukaError
from terbuka.language import N_, translate, use_language


def _terminal_language() -> str:
    """Indonesian unless the terminal says English."""
    names = ("TERBUKA_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((os.environ[name] for name in names if os.environ.get(name)), "")
    return "en" if chosen.startswith("en") else "id"


use_language(_terminal_language())  # before the help texts of the commands are read

from terbuka.cli import files, office  # noqa: E402

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help=translate(N_("Kantor informasi publik dalam satu program: memeriksa, menghitamkan, membuktikan.")),
)
app.command(help=translate(N_("Temukan apa yang harus ditutup dan apa yang tetap terbuka.")))(files.screen)
app.command(help=translate(N_("Tulis salinan publik; hanya jadi bila terbukti tidak ada yang tersisa.")))(
    files.redact
)
app.command(help=translate(N_("Periksa apakah masih ada yang terbaca dalam sebuah salinan publik.")))(
    files.verify
)
app.add_typer(office.app, name="office", help=translate(N_("Jalankan kantor.")))
app.add_typer(office.journal, name="journal", help=translate(N_("Periksa jurnal kantor.")))


def main() -> None:
    """Entry point: errors a user can act on become one line and an exit status."""
    try:
        app()
    except TerbukaError as error:
        typer.echo(f"terbuka: {error}", err=True)
        sys.exit(error.exit_status)
    except KeyboardInterrupt:
        stopped = translate(N_("Dihentikan. Tidak ada yang ditulis."))
        typer.echo(f"terbuka: {stopped}", err=True)
        sys.exit(130)
