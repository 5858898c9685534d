"""Picture files of anywhere: verified by themselves and with a term."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import ImageDraw

from terbuka.redaction.verify import verify
from tests.documents.samples.images import jpeg, page_image, png, tiff

LINES = ["Laporan kegiatan pelayanan informasi", "disimpan di ruang arsip lantai dua."]


def test_clean_picture_passes(tmp_path: Path) -> None:
    path = tmp_path / "page.png"
    path.write_bytes(png(page_image(LINES, dpi=110), dpi=(110, 110)))
    result = verify(path)
    assert result.passed and result.format == "image", result.survivors


@pytest.mark.ocr
def test_term_is_read_in_the_pixels(tmp_path: Path) -> None:
    path = tmp_path / "page.tif"
    path.write_bytes(tiff(page_image(LINES, dpi=150), page_image(["Sandi gudang merpati"], dpi=150)))
    result = verify(path, terms=["gudang merpati"])
    assert {(s.kind, s.page) for s in result.survivors} == {("pixels", 2)}


@pytest.mark.ocr
@pytest.mark.parametrize("made", [png, tiff])
def test_term_that_nobody_sees_is_found(tmp_path: Path, made: Callable[..., bytes]) -> None:
    shown = page_image(LINES, dpi=150)
    ImageDraw.Draw(shown).text((200, 900), "Sandi merpati", fill=(252, 252, 252), font_size=40)
    (tmp_path / "page").write_bytes(made(shown))
    found = {(s.kind, s.place) for s in verify(tmp_path / "page", terms=["merpati"]).survivors}
    assert ("pixels", "pale") in found


def test_bytes_behind_the_end_fail(tmp_path: Path) -> None:
    path = tmp_path / "page.jpg"
    path.write_bytes(jpeg(page_image(LINES, dpi=110)) + b"Xantira Qwelmono")
    assert ("trailing-data", "PERSON") in {(s.kind, s.type) for s in verify(path).survivors}
