"""Pictures as documents: every frame a page, what hides in the file listed."""

from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from terbuka.documents import PageSource, images
from terbuka.documents.images import Pictures, frame_picture, open_pictures, read
from terbuka.errors import LimitExceeded, UnreadableFile
from tests.documents.conftest import Opened
from tests.documents.samples.images import jpeg, noise, page_image, png, tiff

LINES = ["Pelapor Siti Aminah", "bertempat tinggal di Martapura"]


@pytest.mark.ocr
def test_picture_is_read_with_boxes_in_points(opened: Opened) -> None:
    document = opened(png(page_image(LINES), dpi=(200, 200)))
    assert document.text == "\n".join(LINES)
    assert (document.format, document.pages[0].source) == ("image", PageSource.OCR)
    assert (document.pages[0].width, document.pages[0].height) == pytest.approx((595.4, 841.7), abs=1)
    box = document.pages[0].words[0].box
    assert box is not None and 55 < box.x0 < 62 and 55 < box.y0 < 75


@pytest.mark.ocr
def test_pages_of_a_tiff_follow_each_other(opened: Opened) -> None:
    pages = [page_image([line], size=(4, 1)) for line in ("Halaman satu", "Halaman dua")]
    document = opened(tiff(*pages, dpi=(200, 200)))
    assert document.text == "Halaman satu\nHalaman dua"
    assert [page.number for page in document.pages] == [1, 2]


@pytest.mark.ocr
def test_telephone_picture_is_turned_as_its_exif_says() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turn clockwise to see it upright
    turned = page_image(LINES).rotate(90, expand=True)
    document = read(jpeg(turned, exif=exif, dpi=(200, 200)), "", lambda done, total: None)
    assert document.text == "\n".join(LINES)
    assert document.pages[0].width < document.pages[0].height
    assert {word.turn for word in document.pages[0].words} == {0}


def test_blank_picture_is_an_empty_page() -> None:
    document = read(png(page_image([], dpi=30)), "", lambda done, total: None)
    assert (document.text, len(document.pages), document.notices) == ("", 1, ())


def test_unreadable_picture_is_said() -> None:
    picture = Image.new("L", (600, 600), 255)
    picture.paste(noise(300, 300), (100, 100))
    document = read(png(picture), "", lambda done, total: None)
    assert [notice.page for notice in document.notices] == [1]


@pytest.mark.parametrize(
    ("size", "told", "expected"),
    [
        ((1654, 2339), (200, 200), (595, 842)),
        ((1654, 2339), None, (595, 842)),
        ((4000, 3000), (72, 72), (842, 631.5)),  # a camera
        ((600, 800), (72, 72), (600, 800)),  # a screen
        ((1654, 2339), (1, 1), (595, 842)),
        ((1654, 2339), (90000, 90000), (595, 842)),
    ],
)
def test_size_is_what_the_file_believably_says(
    size: tuple[int, int], told: tuple[int, int] | None, expected: tuple[float, float]
) -> None:
    data = png(Image.new("L", size, 255), **({"dpi": told} if told else {}))
    assert Pictures(data).size(1) == pytest.approx(expected, abs=1)


def test_frame_is_drawn_no_finer_than_it_is(tmp_path: Path) -> None:
    path = tmp_path / "berkas"
    path.write_bytes(png(page_image([], dpi=100), dpi=(100, 100)))
    pictures = open_pictures(path)
    assert frame_picture(pictures, 1, 50).width == pytest.approx(413, abs=1)
    assert frame_picture(pictures, 1, 300).size == pictures.frame(1).size


def test_large_frame_is_drawn_within_the_limit() -> None:
    picture = frame_picture(Pictures(png(Image.new("1", (9000, 9000)), dpi=(100, 100))), 1, 300)
    assert picture.width * picture.height <= images.DRAWN_PIXELS * 1.01


def test_colour_under_full_transparency_is_not_seen() -> None:
    picture = Image.new("RGBA", (20, 20), (255, 0, 0, 0))
    assert Pictures(png(picture)).frame(1).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I", "I;16", "F"])
def test_every_mode_becomes_colours_of_eight_bits(mode: str) -> None:
    picture = Image.new(mode, (20, 20))
    data = tiff(picture) if mode in ("F", "I") else png(picture)
    assert Pictures(data).frame(1).mode == "RGB"


def test_sixteen_bits_are_scaled_and_not_clipped() -> None:
    picture = Image.new("I;16", (2, 1))
    picture.putpixel((0, 0), 1000)
    picture.putpixel((1, 0), 60000)
    frame = Pictures(png(picture)).frame(1)
    assert (frame.getpixel((0, 0)), frame.getpixel((1, 0))) == ((0, 0, 0), (255, 255, 255))


def test_metadata_is_hidden() -> None:
    text = PngImagePlugin.PngInfo()
    text.add_text("Pelapor", "Siti Aminah")
    exif = Image.Exif()
    exif[0x013B] = "Rudi"
    data = png(Image.new("L", (9, 9)), pnginfo=text, exif=exif)
    found = {part.place: part.text for part in Pictures(data).hidden()}
    assert found == {"Pelapor": "Siti Aminah", "EXIF Artist": "Rudi"}


def test_comment_in_a_jpeg_is_hidden() -> None:
    found = [part.text for part in Pictures(jpeg(Image.new("L", (9, 9)), comment=b"Siti Aminah")).hidden()]
    assert "Siti Aminah" in found


@pytest.mark.ocr
def test_long_comment_is_hidden_to_its_end(opened: Opened) -> None:
    comment = b"kata " * 1000 + b"Siti Aminah"
    document = opened(jpeg(Image.new("L", (90, 90), 255), comment=comment))
    assert document.hidden[-1].text.endswith("Siti Aminah")


def test_further_frames_of_an_animation_are_hidden() -> None:
    frames = [Image.new("L", (9, 9), level) for level in (0, 99, 200)]
    data = png(frames[0], save_all=True, append_images=frames[1:])
    pictures = Pictures(data)
    assert len(pictures) == 1
    assert [part.place for part in pictures.hidden() if part.kind == "picture"] == ["2 frame(s)"]


@pytest.mark.parametrize("cut", [20, 60, 200])
def test_damaged_picture_is_refused(cut: int) -> None:
    data = png(page_image(LINES, dpi=60))[:cut]
    with pytest.raises(UnreadableFile, match="rusak"):
        Pictures(data).frame(1)


def test_picture_that_would_eat_the_memory_is_refused() -> None:
    bomb = png(Image.new("1", (30_000, 20_000)))
    assert len(bomb) < 200_000
    with pytest.raises(LimitExceeded, match="200 juta"):
        Pictures(bomb).size(1)


def test_picture_beyond_our_own_limit_is_refused() -> None:
    with pytest.raises(LimitExceeded, match="200 juta"):
        Pictures(png(Image.new("1", (25_000, 10_000)))).frame(1)


def test_picture_larger_than_pillow_allows_is_refused() -> None:
    bomb = png(Image.new("1", (30_000, 20_000)))
    with pytest.raises(LimitExceeded):
        read(bomb, "", lambda done, total: None)


def test_too_many_frames_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "MOST_FRAMES", 1)
    with pytest.raises(LimitExceeded, match="2 halaman"):
        Pictures(tiff(Image.new("L", (9, 9)), Image.new("L", (9, 9))))
