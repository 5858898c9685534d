"""Small files that ask for much: each is read, or refused in one clear line, and nothing is written."""

from pathlib import Path

import pytest

from terbuka.documents import sandbox
from tests.cli.conftest import Terbuka, left_in
from tests.documents.samples.bombs import BOMBS

READABLE = {
    *("form_in_itself", "arrays_in_arrays", "operands_in_arrays", "length_of_itself", "outline_in_a_circle"),
    *("names_in_a_circle", "fields_in_a_circle", "structure_in_a_circle", "huge_picture_of_few_bytes"),
    *("content_that_grows", "many_annotations", "many_runs", "tiff_in_a_circle"),
}
"""What a reader shows in spite of all; the rest is refused."""
PATIENCE = 30.0
"""Seconds: what never ends need not be waited for as long as a thick scan."""


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    impatient = sandbox.Limits(step_seconds=PATIENCE)
    monkeypatch.setattr(sandbox, "Limits", lambda: impatient)


@pytest.mark.parametrize("bomb", BOMBS)
def test_bomb_is_read_or_refused_in_a_line(tmp_path: Path, terbuka: Terbuka, bomb: str) -> None:
    path = tmp_path / "berkas"
    path.write_bytes(BOMBS[bomb]())
    if bomb in READABLE:
        outcome = terbuka("screen", path)
        assert (outcome.status, outcome.err) == (0, "")
    else:
        outcome = terbuka("redact", path, "--out", tmp_path / "salinan", "--log", tmp_path / "catatan")
        assert outcome.status == 2 and outcome.sentence
    assert left_in(tmp_path) == {"berkas"}
