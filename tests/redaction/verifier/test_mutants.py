"""A copy that was tampered with in whatever way does not pass: something survives, or it cannot be read."""

from pathlib import Path

import pytest

from terbuka.documents.docx import read as docx_reader
from terbuka.errors import UnreadableFile
from terbuka.redaction.plan import make_plan, readable_pages
from terbuka.redaction.verifier.inspect import inspect
from terbuka.redaction.verifier.model import Verification
from terbuka.redaction.verify import secrets_of
from terbuka.redaction.writers import docx as writer
from terbuka.screening.screen import screen
from tests.documents.samples import docx, paragraph
from tests.documents.samples.mutants import mutant


def silent(done, total):
    """Nobody watches."""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A copy, and what the verifier is asked about it."""
    source, copy = (tmp_path_factory.mktemp("salinan") / name for name in ("asal.docx", "salinan.docx"))
    source.write_bytes(docx(paragraph("Pelapor: Siti Rahmah"), paragraph("Kejadian di depan toko.")))
    document = docx_reader.read(source.read_bytes(), "0" * 64, silent)
    plan = make_plan(document, screen(document).findings)
    pages = [list(page) for page in readable_pages(plan, writer.write(source, copy, plan, silent))]
    secrets = [[secret.number, secret.type, secret.text] for secret in secrets_of(plan)]
    assert secrets
    return copy.read_bytes(), {"secrets": secrets, "pages": pages, "ours": True}


def passes(data: bytes, asked: dict, path: Path) -> bool:
    path.write_bytes(data)
    return Verification.from_json(inspect({"public": str(path), **asked}, silent)).passed


def test_copy_that_nobody_touched_passes(made, tmp_path):
    assert passes(*made, tmp_path / "salinan")


@pytest.mark.parametrize("number", range(30))
def test_copy_that_was_tampered_with_does_not_pass(made, tmp_path, number):
    copy, asked = made
    data = mutant(copy, number)
    assert data != copy
    try:
        assert not passes(data, asked, tmp_path / "salinan")
    except UnreadableFile as refusal:
        assert str(refusal)
