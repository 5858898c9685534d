"""What a copy of ours is known by, and what only another extractor finds in it."""

from dataclasses import replace
from pathlib import Path

import typst

from terbuka.redaction.verifier.ours.layer import layer_pages
from terbuka.redaction.verifier.rescreen.pdf_text import _beyond, is_own


def test_file_that_cannot_be_opened_is_not_taken_for_ours() -> None:
    assert not is_own(b"%PDF-1.7\nrusak")
    assert not is_own(b"PK")


def test_letters_that_only_another_extractor_finds_are_survivors(tmp_path: Path) -> None:
    letter = tmp_path / "surat.pdf"
    letter.write_bytes(typst.compile(b"Siti Aminah"))
    layers = list(layer_pages(letter))
    assert list(_beyond(letter, layers)) == []
    bare = [replace(layer, words=()) for layer in layers]
    assert {found.kind for found in _beyond(letter, bare)} == {"hidden-text"}
