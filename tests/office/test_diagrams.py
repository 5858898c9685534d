"""The workflows in the docs are those that the program asks."""

import os
import subprocess
import sys
from pathlib import Path

from django.utils import translation

from terbuka.office.diagrams import drawn

PAGE = Path(__file__).resolve().parents[2] / "docs/workflows.md"


def test_docs_hold_the_workflows_as_the_command_draws_them() -> None:
    """In a process of its own: other tests declare workflows too."""
    command = [sys.executable, "-m", "terbuka.office.diagrams"]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "terbuka.office.settings"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == PAGE.read_text(encoding="utf-8")
    assert "## disclosure.case\n" in done.stdout and "## register.item\n" in done.stdout


def test_words_are_those_of_the_source_whatever_the_language() -> None:
    with translation.override("en"):
        assert "Menunggu persetujuan" in drawn()
