"""What ``--help`` prints, in the language of the terminal: typer's own words around it are English."""

from collections.abc import Iterator
from typing import Any

from typer.core import TyperCommand, TyperGroup

from terbuka.language import N_, translate

USAGE = N_("Pemakaian: ")
ARGUMENTS, OPTIONS, COMMANDS = N_("Isian"), N_("Opsi"), N_("Perintah")
ANY_OPTIONS, ANY_COMMAND = N_("[OPSI]"), N_("PERINTAH [ISIAN]...")
THIS = N_("Tampilkan bantuan ini, lalu selesai.")
REQUIRED, REPEATED = N_("wajib"), N_("boleh diulang")
USUAL, FROM_ENVIRONMENT = N_("bawaan: %(value)s"), N_("variabel lingkungan: %(name)s")

# Contexts, formatters and parameters are of modules that typer keeps to itself.
Rows = list[tuple[str, str]]


class Command(TyperCommand):
    """One command."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """How it is called, what it does, what may be given to it."""
        arguments = [param for param in self.get_params(ctx) if param.param_type_name == "argument"]
        needed = [param for param in self.get_params(ctx) if param.required and param not in arguments]
        pieces = [_row(param)[0] for param in (*arguments, *needed)]
        pieces.append(translate(ANY_OPTIONS))
        _write(self, ctx, formatter, pieces, {ARGUMENTS: [_row(argument) for argument in arguments]})


class Group(TyperGroup):
    """Several commands under one name."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """How it is called, what it is for, which commands there are."""
        commands = [(name, command.help or "") for name, command in self.commands.items()]
        pieces = [translate(ANY_OPTIONS), translate(ANY_COMMAND)]
        _write(self, ctx, formatter, pieces, {COMMANDS: commands})


def _write(command: Any, ctx: Any, formatter: Any, pieces: list[str], first: dict[str, Rows]) -> None:
    """``first``: what is listed before the options, by its title."""
    formatter.write_usage(ctx.command_path, " ".join(pieces), translate(USAGE))
    formatter.write_paragraph()
    formatter.write_text(command.help or "")
    options = [param for param in command.get_params(ctx) if param.param_type_name == "option"]
    for title, rows in {**first, OPTIONS: [_row(option) for option in options]}.items():
        if rows:
            with formatter.section(translate(title)):
                formatter.write_dl(rows)


def _row(param: Any) -> tuple[str, str]:
    name = ", ".join(param.opts) if param.param_type_name == "option" else ""
    value = "" if getattr(param, "is_flag", False) else str(param.metavar)
    is_help = "--help" in param.opts
    said = translate(THIS) if is_help else str(param.help or "")
    notes = [] if is_help else list(_notes(param))
    return " ".join(filter(None, (name, value))), f"{said} [{'; '.join(notes)}]" if notes else said


def _notes(param: Any) -> Iterator[str]:
    if param.required:
        yield translate(REQUIRED)
    if getattr(param, "multiple", False):
        yield translate(REPEATED)
    if param.default and not callable(param.default):
        yield translate(USUAL) % {"value": param.default}
    if param.envvar:
        yield translate(FROM_ENVIRONMENT) % {"name": param.envvar}
