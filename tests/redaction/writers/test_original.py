"""A plan is for the text that it was made of, and for no other."""

from pathlib import Path

import pytest

from terbuka.documents.text import document_of
from terbuka.errors import UnreadableFile
from terbuka.redaction.model import Plan
from terbuka.redaction.writers import plain
from terbuka.redaction.writers.original import hold_same

PLAN = Plan(document_of("Saksi Siti hadir."), ())


def test_text_of_the_plan_is_held() -> None:
    hold_same("Saksi Siti hadir.", PLAN)


@pytest.mark.parametrize("text", ["Saksi Sitti hadir.", "", None])
def test_other_text_is_refused(text: str | None) -> None:
    with pytest.raises(UnreadableFile, match="berubah"):
        hold_same(text, PLAN)


def test_bytes_that_are_no_text_any_more_are_refused(tmp_path: Path) -> None:
    source = tmp_path / "asal.txt"
    source.write_bytes(b"\0\xff" * 9)
    with pytest.raises(UnreadableFile, match="berubah"):
        plain.write(source, tmp_path / "salinan.txt", PLAN, lambda done, total: None)
    assert not (tmp_path / "salinan.txt").exists()
