"""Reading pictures: whichever way they lie, with boxes that cover the words."""

import pytest
from PIL import Image

from terbuka.documents.model import Box
from terbuka.documents.ocr import Ocr, Reading
from tests.documents.samples.images import noise, page_image

pytestmark = pytest.mark.ocr
LINE = page_image(["Pelapor Siti Aminah"], size=(3, 1))


def read(picture: Image.Image, dpi: float = 200) -> Reading:
    with Ocr() as ocr:
        return ocr.read_page(picture, dpi).result()


def ink_of(picture: Image.Image, dpi: float = 200) -> Box:
    """The box of everything dark, in points."""
    found = picture.convert("L").point(lambda level: 255 if level < 128 else 0).getbbox()
    assert found is not None
    return Box(*(side * 72 / dpi for side in found))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_line_is_read_whichever_way_it_lies(turn: int) -> None:
    picture = LINE.rotate(turn, expand=True)
    reading = read(picture)
    assert [word.text for word in reading.words] == ["Pelapor", "Siti", "Aminah"]
    assert {word.turn for word in reading.words} == {(360 - turn) % 360}
    boxes = [word.box for word in reading.words]
    around = boxes[0].joined(boxes[1]).joined(boxes[2])
    assert all(abs(one - other) < 2 for one, other in zip(around, ink_of(picture), strict=True))


def test_words_of_a_skewed_line_keep_their_own_height() -> None:
    lines = page_image(["Pelapor Siti Aminah bertempat tinggal di Martapura"] * 3, size=(6, 1.6))
    level, skewed = read(lines), read(lines.rotate(-3, expand=True, fillcolor="white"))
    assert skewed.words
    highest = max(word.box.height for word in level.words)
    assert all(word.box.height < 2 * highest for word in skewed.words)


def test_boxes_cover_their_words() -> None:
    words = read(LINE).words
    assert words
    for word in words:
        crop = LINE.crop(tuple(round(side * 200 / 72) for side in word.box))  # type: ignore[arg-type]
        edge = [crop.getpixel((x, y)) for x in range(crop.width) for y in (0, crop.height - 1)]
        assert sum(pixel != (255, 255, 255) for pixel in edge) < len(edge) / 4


def test_empty_picture_has_no_words() -> None:
    reading = read(Image.new("RGB", (300, 200), "white"))
    assert (reading.words, reading.confidence, reading.weight) == ((), 0.0, 0.0)


def test_parts_of_a_picture_need_to_be_sure() -> None:
    picture = noise(300, 300)
    picture.paste(LINE.convert("L").crop((150, 140, 560, 200)), (0, 100))
    with Ocr() as ocr:
        words = [word.text for word in ocr.read_parts(picture, 200).result().words]
    assert set(words) <= {"Pelapor", "Siti", "Aminah"}


def test_what_still_runs_at_the_end_is_dropped() -> None:
    with Ocr() as ocr:
        waiting = [ocr.read_page(LINE, 200) for _ in range(6)]
    assert any(reading.cancelled() for reading in waiting)
