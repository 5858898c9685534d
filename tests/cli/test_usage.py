"""Wrong usage is one sentence and status 2; help is help; the language is the terminal's."""

from pathlib import Path

import pytest
from typer.exceptions import TyperException

from terbuka.cli import _terminal_language, usage
from tests.cli.conftest import Terbuka, real

EMPTY_LANGUAGE = {"LANG": "", "TERBUKA_LANG": ""}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["screen"], "FILE belum disebut. Lihat 'terbuka screen --help'."),
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
    assert (outcome.status, outcome.err) == (0, "") and "Usage: terbuka" in outcome.out


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
