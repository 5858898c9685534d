"""Wrong usage is one sentence and status 2; help is help; the language is the terminal's."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.exceptions import TyperException
from typer.main import get_command

from terbuka.cli import _terminal_language, app, usage
from tests.cli.conftest import Terbuka, real

EMPTY_LANGUAGE = {"LANG": "", "TERBUKA_LANG": ""}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["screen"], "BERKAS belum disebut. Lihat 'terbuka screen --help'."),
        (["screen", "a", "--jsn"], "Opsi --jsn tidak dikenal. Lihat 'terbuka screen --help'."),
        (["screen", "a", "--term"], "Opsi --term memerlukan nilai. Lihat 'terbuka --help'."),
        (
            ["screen", "a", "--term", ""],
            "Nilai untuk --term tidak dapat dipakai. Lihat 'terbuka screen --help'.",
        ),
        (
            ["redact", "a", "--out", "b", "--term", "Siti", "--term", " - "],
            "Nilai untuk --term tidak dapat dipakai. Lihat 'terbuka redact --help'.",
        ),
        (
            ["verify", "a", "--term", " "],
            "Nilai untuk --term tidak dapat dipakai. Lihat 'terbuka verify --help'.",
        ),
        (["screen", "a", "b"], "Perintah tidak dikenal atau tidak lengkap. Lihat 'terbuka screen --help'."),
        (["redact", "a"], "--out belum disebut. Lihat 'terbuka redact --help'."),
        (["nope"], "Perintah tidak dikenal atau tidak lengkap. Lihat 'terbuka --help'."),
        (["office"], "Perintah tidak dikenal atau tidak lengkap. Lihat 'terbuka office --help'."),
        (
            ["office", "run", "--port", "abc"],
            "Nilai untuk --port tidak dapat dipakai. Lihat 'terbuka office run --help'.",
        ),
    ],
)
def test_wrong_usage_is_one_sentence(terbuka: Terbuka, arguments: list[str], said: str) -> None:
    outcome = terbuka(*arguments)
    assert (outcome.status, outcome.sentence) == (2, said)


def test_error_of_another_kind_names_the_program() -> None:
    assert usage.sentence(TyperException("x")).endswith("Lihat 'terbuka --help'.")


@pytest.mark.parametrize("arguments", [[], ["--help"], ["redact", "--help"]])
def test_help_is_printed(terbuka: Terbuka, arguments: list[str]) -> None:
    outcome = terbuka(*arguments)
    assert (outcome.status, outcome.err) == (0, "") and outcome.out.startswith("Pemakaian: terbuka")


def commands(under: Any = None, *names: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command and group with the words by which it is called."""
    command = under or get_command(app)
    yield names, command
    for name, inside in getattr(command, "commands", {}).items():
        yield from commands(inside, *names, name)


COMMANDS = list(commands())
ENGLISH = (
    "usage|options?|arguments?|commands?|show|this|message|exit|default|required|env|file|text|bool|str|int"
)


def test_every_command_option_and_argument_has_a_sentence_and_every_value_a_name() -> None:
    assert len(COMMANDS) > 10
    for names, command in COMMANDS:
        assert (command.help or "").endswith("."), names
        for param in command.params:
            assert (param.help or "").endswith("."), (names, param.opts)
            assert param.metavar or param.is_flag, (names, param.opts)


@pytest.mark.parametrize("names", [names for names, _command in COMMANDS], ids=" ".join)
def test_help_is_indonesian_to_the_last_word(terbuka: Terbuka, names: tuple[str, ...]) -> None:
    outcome = terbuka(*names, "--help")
    head, _, rest = outcome.out.partition("\n")
    assert outcome.status == 0 and head.startswith(f"Pemakaian: {' '.join(['terbuka', *names])}")
    assert "Tampilkan bantuan ini, lalu selesai." in rest
    said = re.sub(r"--[\w-]+", "", outcome.out)  # the options' own names
    assert not re.search(rf"\b({ENGLISH})\b", said, re.IGNORECASE)


def test_help_names_what_is_required_repeated_and_usual(terbuka: Terbuka) -> None:
    said = " ".join(terbuka("redact", "--help").out.split())
    assert said.startswith("Pemakaian: terbuka redact BERKAS --out SALINAN [OPSI] Tulis salinan publik")
    assert "BERKAS Berkas yang diperiksa. [wajib]" in said
    assert "--term TEKS Tutup setiap kemunculan TEKS, bagaimanapun ditulis. [boleh diulang]" in said
    assert "--profile NAMA Kebijakan yang dipakai. [bawaan: polri]" in said
    served = " ".join(terbuka("office", "run", "--help").out.split())
    assert "[bawaan: 8000; variabel lingkungan: TERBUKA_PORT]" in served


def test_help_is_english_where_the_terminal_is(terbuka: Terbuka) -> None:
    said = real("redact", "--help", environment={"TERBUKA_LANG": "en"}).out
    assert said.startswith("Usage: terbuka redact FILE --out COPY [OPTIONS]")
    for words in ("Arguments:", "Options:", "[required]", "[may be repeated]", "Show this help and exit."):
        assert words in said
    assert not re.search(r"\b(Opsi|Isian|wajib|bawaan|SALINAN|BERKAS)\b", said)


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "id"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "id"),
        ({"LC_ALL": "en_US", "LANG": "id_ID"}, "en"),
        ({"TERBUKA_LANG": "id", "LC_ALL": "en_US"}, "id"),
    ],
)
def test_language_is_that_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: str
) -> None:
    for name in ("TERBUKA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert _terminal_language() == language


@pytest.mark.parametrize(
    ("language", "help_says", "error_says"),
    [
        ("id", "Temukan apa yang harus ditutup", "tidak ditemukan"),
        ("en", "Find what must be hidden", "not found"),
    ],
)
def test_process_speaks_one_language_in_help_and_errors(
    tmp_path: Path, language: str, help_says: str, error_says: str
) -> None:
    environment = {"TERBUKA_LANG": language, "COLUMNS": "120"}
    assert help_says in real("--help", environment=environment).out
    outcome = real("screen", tmp_path / "x", environment=environment)
    assert outcome.status == 2 and error_says in outcome.sentence
