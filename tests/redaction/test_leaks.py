"""Some of the corpus of leaks (``bench/leaks``) bound into one file; ``bench/survivors.py`` runs all."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from terbuka.documents.reader import open_document
from terbuka.redaction.redact import redact
from terbuka.screening.screen import screen

BENCH = Path(__file__).parents[2] / "bench"
CHOSEN = {
    "pdf_text": ("letters_shuffled", "hyphenated", "in_a_tiling_pattern", "half_covered"),
    "pdf_hidden_text": ("under_a_black_box",),
    "pdf_glyphs": ("zero_width_between", "look_alikes"),
    "pdf_geometry": ("upwards",),
    "pdf_drawn": ("outlines",),
}


@pytest.mark.ocr
def test_redact_many_leaks_leave_nothing(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(BENCH))
    from leaks.corpus import cases
    from leaks.judge import in_bytes, in_texts, text_of

    planted = []
    for family, names in CHOSEN.items():
        for case in cases((family,), names):
            if case.name in names:
                home = tmp_path / case.name
                home.mkdir()
                planted.append(case.made(1, home))
    assert len(planted) == sum(map(len, CHOSEN.values()))
    source, copy = tmp_path / "bound.pdf", tmp_path / "copy.pdf"
    source.write_bytes(_bound([one.path for one in planted]))
    secrets = sorted({secret for one in planted for secret in one.secrets})
    document = open_document(source)
    redact(source, copy, screen(document, terms=secrets).findings, document=document, terms=secrets)
    assert in_bytes(copy.read_bytes(), secrets) == []
    assert in_texts(copy, secrets) == []
    told = text_of(copy).casefold().split()
    kept = [word.casefold() for one in planted for word in one.kept]
    assert sum(word in told for word in kept) >= 0.99 * len(kept)


def _bound(paths: list[Path]) -> bytes:
    """One file of the pages of all."""
    buffer = BytesIO()
    with pikepdf.new() as pdf:
        for path in paths:
            with pikepdf.open(path) as other:
                pdf.pages.extend(other.pages)
        pdf.save(buffer)
    return buffer.getvalue()
