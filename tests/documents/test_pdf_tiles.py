"""A page drawn with tiles looks the same at every resolution: what is read at one is covered at another."""

from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from terbuka.documents.pdf import Pdf, page_picture
from terbuka.documents.pdf.tiles import tiled_pages
from tests.documents.samples.pdf import Sheet, annotations, pdf

BOX = b"/Pattern cs /P scn 60 100 300 600 re f\n"


def resources(document: pikepdf.Pdf) -> Any:
    """A pattern of bars, fourteen points apart."""
    tile = document.make_stream(
        b"2 4 96 5 re f",
        Type=Name.Pattern,
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=Array([0, 0, 100, 14]),
        XStep=100,
        YStep=14,
        Resources=Dictionary(),
    )
    return Dictionary(Pattern=Dictionary(P=tile))


def form(document: pikepdf.Pdf) -> Any:
    made = document.make_stream(
        BOX, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 595, 842]), Resources=resources(document)
    )
    made.Resources.XObject = Dictionary(F=made)
    return made


def stamp(document: pikepdf.Pdf) -> Any:
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Stamp,
        Rect=Array([0, 0, 595, 842]),
        F=4,
        AP=Dictionary(N=Dictionary(Ya=form(document))),
    )


def in_a_form(document: pikepdf.Pdf) -> Any:
    return Dictionary(XObject=Dictionary(F=document.make_indirect(form(document))))


TILED = Sheet(BOX, keys={"Resources": resources})


def ends_of_rows(data: bytes, dpi: int) -> list[float]:
    """Where rows of ink begin and end down the page, in points."""
    picture = page_picture(Pdf(data), 1, dpi).convert("L")
    column = picture.crop((round(130 * dpi / 72), 0, round(130 * dpi / 72) + 1, picture.height)).tobytes()
    dark = [level < 128 for level in column]
    return [at * 72 / dpi for at in range(1, len(dark)) if dark[at] != dark[at - 1]]


def test_tiles_stand_at_the_same_place_at_every_resolution() -> None:
    data = pdf(TILED)
    fine = ends_of_rows(data, 300)
    assert len(fine) > 80
    for dpi in (100, 200):
        rough = ends_of_rows(data, dpi)
        assert rough == pytest.approx(fine, abs=0.75)


def test_picture_of_tiles_is_as_large_as_asked_for() -> None:
    assert page_picture(Pdf(pdf(TILED)), 1, 100).size == page_picture(Pdf(pdf(Sheet())), 1, 100).size


@pytest.mark.parametrize(
    ("sheet", "tiled"),
    [
        (TILED, True),
        (Sheet(b"/F Do", keys={"Resources": in_a_form}), True),
        (Sheet(keys={"Annots": annotations(stamp)}), True),
        (
            Sheet(keys={"Annots": annotations(lambda _: Dictionary(Type=Name.Annot, Subtype=Name.Link))}),
            False,
        ),
        (Sheet(), False),
    ],
)
def test_pages_with_tiles_are_known(sheet: Sheet, tiled: bool) -> None:
    data = pdf(Sheet(), sheet, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert tiled_pages(data) == (frozenset({2}) if tiled else frozenset())


def test_pages_that_share_a_form_are_known() -> None:
    def finish(document: pikepdf.Pdf) -> None:
        document.pages[1].obj.Resources = document.pages[0].obj.Resources

    data = pdf(Sheet(b"/F Do", keys={"Resources": in_a_form}), Sheet(b"/F Do"), finish=finish)
    assert tiled_pages(data) == {1, 2}


def test_file_that_nobody_can_open_has_no_tiles() -> None:
    assert tiled_pages(b"PatternType") == frozenset()
