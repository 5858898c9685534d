"""Pictures whose samples show nothing: they are shown all the same."""

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from terbuka.redaction.verifier.foreign.laid_bare import laid_bare
from tests.documents.samples.pdf import Made, Sheet, pdf

SIZE = (8, 2)
OPEN: list[pikepdf.Pdf] = []
"""Files whose objects are looked at."""
WHITE = b"\xff\xff\xff"


def bare(samples: bytes, *, mask: Made | None = None, **keys: object) -> list[pikepdf.Object]:
    """The picture in each of the changed files. ``samples``: its bytes."""

    def finish(document: pikepdf.Pdf) -> None:
        picture = document.pages[0].obj.Resources.XObject.I
        picture.write(samples)
        for key, value in keys.items():
            picture[f"/{key}"] = value
        if mask:
            mask(document)

    data = pdf(Sheet(b"/I Do", images={"I": Image.new("L", SIZE)}), finish=finish)
    files = [pikepdf.open(io.BytesIO(made)) for made in laid_bare(data)]
    OPEN.extend(files)
    return [file.pages[0].obj.Resources.XObject.I for file in files]


def palette(colours: bytes, most: int) -> Array:
    return Array([Name.Indexed, Name.DeviceRGB, most, String(colours)])


@pytest.mark.parametrize(
    ("bits", "samples", "colours", "shown"),
    [
        (8, bytes([0, 1] * 8), WHITE * 2, True),
        (8, bytes([0, 1] * 8), b"\xfb\xfb\xfb" + WHITE, True),
        (8, bytes([0, 2] * 8), b"\0\0\0" + WHITE + b"\0\0\0", True),
        (8, bytes([0, 1] * 8), b"\0\0\0" + WHITE + WHITE, False),
        (8, bytes(16), WHITE * 2, False),
        (4, bytes([0x01] * 8), WHITE * 2, True),
        (1, b"\x55\x55", WHITE * 2, True),
        (1, b"\x55\x55", b"\0\0\0" + WHITE, False),
        (8, b"short", WHITE * 2, False),
    ],
)
def test_palette_in_which_samples_look_alike_is_taken_away(
    bits: int, samples: bytes, colours: bytes, shown: bool
) -> None:
    space = palette(colours, len(colours) // 3 - 1)
    made = bare(samples, ColorSpace=space, BitsPerComponent=bits)
    assert [picture.ColorSpace for picture in made] == ([Name.DeviceGray] if shown else [])


def test_palette_of_no_colours_is_passed_over() -> None:
    assert not bare(bytes([0, 1] * 8), ColorSpace=palette(WHITE, -1))


def test_palette_in_a_stream_is_read_too() -> None:
    def in_stream(document: pikepdf.Pdf) -> None:
        space = document.pages[0].obj.Resources.XObject.I.ColorSpace
        space[3] = document.make_stream(WHITE * 2)

    (picture,) = bare(bytes([0, 1] * 8), mask=in_stream, ColorSpace=palette(b"", 1))
    assert picture.ColorSpace == Name.DeviceGray


@pytest.mark.parametrize(
    ("levels", "narrow"), [([1, 1], True), ([0.996, 1], True), ([1, 0], False), ([0, 1], False), ([], False)]
)
def test_range_that_shows_less_than_it_holds_is_taken_away(levels: list[float], narrow: bool) -> None:
    made = bare(bytes(16), Decode=Array(levels))
    assert len(made) == narrow and not any("/Decode" in picture for picture in made)


def test_range_of_a_palette_is_counted_in_its_numbers() -> None:
    space = palette(b"\0\0\0" + WHITE, 1)
    assert len(bare(bytes([0, 1] * 8), ColorSpace=space, Decode=Array([0, 1]))) == 1
    assert not bare(bytes([0, 1] * 8), ColorSpace=space, Decode=Array([0, 255]))


@pytest.mark.parametrize(
    ("space", "plain"),
    [
        ([Name.Separation, Name.Pernis, Name.DeviceGray, Dictionary()], [Name.DeviceGray]),
        ([Name.DeviceN, Array([Name.A, Name.B, Name.C]), Name.DeviceRGB, Dictionary()], [Name.DeviceRGB]),
        ([Name.DeviceN, Array([Name.A, Name.B]), Name.DeviceRGB, Dictionary()], []),
    ],
)
def test_inks_are_shown_as_colours_of_the_device(space: list[object], plain: list[Name]) -> None:
    made = bare(bytes(48), ColorSpace=Array(space))
    assert [picture.ColorSpace for picture in made] == plain


@pytest.mark.parametrize("key", ["SMask", "Mask"])
def test_mask_takes_the_place_of_its_picture(key: str) -> None:
    def masked(document: pikepdf.Pdf) -> None:
        mask = document.make_stream(b"\x55", Subtype=Name.Image, Width=8, Height=1, BitsPerComponent=1)
        mask.ImageMask = True
        document.pages[0].obj.Resources.XObject.I[f"/{key}"] = mask

    (picture,) = bare(bytes(16), mask=masked)
    assert picture.read_bytes() == b"\x55" and (picture.Width, picture.Height) == (8, 1)
    assert picture.ImageMask and f"/{key}" not in picture


def test_file_that_cannot_be_walked_has_no_other_version() -> None:
    assert not list(laid_bare(b"%PDF-1.4 nothing")) and not bare(bytes(16), Mask=Array([0, 1]))
