"""Where a page draws something that may be writing: images, outlines, letters of many small pieces."""

import re

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageDraw, ImageFont

from terbuka.documents.model import Box
from terbuka.documents.pdf import drawings
from terbuka.documents.pdf.drawings import drawn_area, grainy
from terbuka.documents.pdf.pages import Pdf
from tests.documents.samples.images import noise
from tests.documents.samples.pdf import Made, Sheet, pdf

WHOLE = Array([0, 0, 595, 842])


def area(sheet: Sheet, finish: Made | None = None) -> Box | None:
    with Pdf(pdf(sheet, finish=finish)).page(1) as page:
        return drawn_area(page)


def pieces(text: str, x: float, y: float, size: float) -> bytes:
    """The letters of ``text`` as rows of flat boxes, as they are drawn by what knows no letters."""
    picture = Image.new("L", (40 * len(text), 60))
    ImageDraw.Draw(picture).text((0, 0), text, fill=255, font=ImageFont.load_default(48))
    side, drawn = size / 48, []
    for row in range(picture.height):
        levels = picture.crop((0, row, picture.width, row + 1)).tobytes()
        for run in re.finditer(rb"[\x80-\xff]+", levels):
            place = x + run.start() * side, y - row * side, len(run[0]) * side, side * 1.1
            drawn.append("{:.2f} {:.2f} {:.2f} {:.2f} re f".format(*place))
    return "\n".join(drawn).encode()


def within_forms(inner: bytes) -> Made:
    """Shows ``inner`` as a form in a form."""

    def finish(document: pikepdf.Pdf) -> None:
        nested = document.make_stream(inner, Type=Name.XObject, Subtype=Name.Form, BBox=WHOLE)
        held = Dictionary(XObject=Dictionary(I=nested))
        outer = document.make_stream(
            b"0 0 9 9 re f /I Do", Type=Name.XObject, Subtype=Name.Form, BBox=WHOLE, Resources=held
        )
        document.pages[0].obj.Resources.XObject = Dictionary(O=outer)

    return finish


@pytest.mark.parametrize("size", [4.0, 12.0, 40.0])
@pytest.mark.parametrize("nested", [False, True])
def test_letters_of_many_small_pieces_are_looked_at(size: float, nested: bool) -> None:
    inner = pieces("Siti", 72, 500, size)
    found = area(Sheet(b"/O Do"), within_forms(inner)) if nested else area(Sheet(inner))
    assert found is not None and found.x0 <= 72 + size / 4 and found.y0 <= 342 + size and found.y1 >= 342


@pytest.mark.parametrize(
    "drawn",
    [
        [f"{x} {y} 0.5 0.5 re f" for x in range(60, 540, 40) for y in range(300, 640, 14)],
        [f"{x / 2} {y} 0.5 0.5 re f" for x in range(120, 1000, 4) for y in range(300, 640, 20)],
        [f"{x} {y} 39 0.5 re f {x} {y} 0.5 13 re f" for x in range(60, 540, 40) for y in range(300, 640, 14)],
        [f"0.5 w {x} 300 m {x + 90} 390 l S" for x in range(60, 540, 3)],
    ],
    ids=["corners", "dotted lines", "edges of cells", "hatch"],
)
@pytest.mark.parametrize("nested", [False, True])
def test_pieces_of_a_table_are_not_looked_at(drawn: list[str], nested: bool) -> None:
    inner = "\n".join(drawn).encode()
    assert (area(Sheet(b"/O Do"), within_forms(inner)) if nested else area(Sheet(inner))) is None


def test_page_of_more_than_can_be_looked_at_is_looked_at_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawings, "MOST_OBJECTS", 3)
    assert area(Sheet(b"1 1 5 5 re f " * 3)) is None
    assert area(Sheet(b"1 1 5 5 re f " * 4)) == Box(0, 0, 595, 842)


def test_only_pictures_have_noise() -> None:
    sheet = Sheet(b"0 0 300 300 re f q 200 0 0 100 72 300 cm /N Do Q", images={"N": noise(90, 90)})
    with Pdf(pdf(sheet)).page(1) as page:
        (box,) = grainy(page)
    assert [round(side) for side in box] == [72, 442, 272, 542]
