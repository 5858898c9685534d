"""What lies under boxes and beside pages in the pictures of a foreign PDF."""

import re

import pikepdf
import pytest
from PIL import Image

from terbuka.redaction.verifier.foreign import pdf_covered
from terbuka.redaction.verifier.foreign.pdf_covered import covered_survivors
from terbuka.redaction.verifier.ours.pdf_structure import nobody_waits
from tests.documents.samples.images import jpeg, page_image
from tests.documents.samples.pdf import Sheet, image_object, image_sheet, outlines, pdf, text_sheet

NAME = "Xantira Qwelmono"
SCAN = page_image(["Laporan kegiatan", NAME, "satu tahun"], dpi=100)
STRIP = page_image([NAME], dpi=100, size=(3, 1.2))
BOX = b"0 g 50 740 300 18 re f\n"


def places(data: bytes) -> set[str]:
    return {survivor.place for survivor in covered_survivors(data, nobody_waits)}


def strip(content: str, **keys: object) -> bytes:
    """A page that draws a picture of the name."""

    def finish(document: pikepdf.Pdf) -> None:
        for key, value in keys.items():
            made = value(document) if callable(value) else value
            document.pages[0].obj.Resources.XObject.I[f"/{key}"] = made

    sheet = Sheet(content.encode(), images={"I": STRIP})
    return pdf(sheet, finish=finish)


SHOWN = "q 216 0 0 86 72 600 cm /I Do Q\n"


@pytest.mark.parametrize(
    "content",
    [
        SHOWN + "0 g 60 590 260 100 re f\n",
        "q 216 0 0 86 700 600 cm /I Do Q\n",
        "q 72 600 216 10 re W n " + SHOWN + "Q\n",
        "q 3 0 0 2 72 600 cm /I Do Q\n",
    ],
    ids=["box", "off the page", "clip", "tiny"],
)
def test_picture_that_says_more_than_the_page_shows_is_found(content: str) -> None:
    found = {(one.kind, one.place) for one in covered_survivors(strip(content), nobody_waits)}
    assert ("covered", "pixels that the page does not show") in found


def test_picture_behind_its_mask_is_found() -> None:
    def mask(document: pikepdf.Pdf) -> pikepdf.Object:
        grey = Image.new("L", STRIP.size, 0)
        keys = {"Type": pikepdf.Name.XObject, "Subtype": pikepdf.Name.Image, "BitsPerComponent": 8}
        return document.make_stream(
            grey.tobytes(), Width=grey.width, Height=grey.height, ColorSpace=pikepdf.Name.DeviceGray, **keys
        )

    assert places(strip(SHOWN, SMask=mask))


@pytest.mark.parametrize(
    "keys", [{"Decode": pikepdf.Array([0.996, 1])}, {"Decode": pikepdf.Array([1, 1])}], ids=["few", "one"]
)
def test_picture_whose_range_shows_nothing_is_found(keys: dict[str, object]) -> None:
    assert places(strip(SHOWN, **keys)) == {"pixels that the page does not show"}


def test_page_that_only_one_reader_can_draw_is_told() -> None:
    def finish(document: pikepdf.Pdf) -> None:
        document.pages[0].obj.Resources.XObject.I.Decode = pikepdf.Array([1, 1])

    sheet = Sheet(SHOWN.encode(), images={"I": STRIP})
    data = pdf(sheet, finish=finish, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    number = re.search(rb"/Contents (\d+) 0 R", data)[1]  # type: ignore[index]
    kept = b"\n%s 0 obj" % number
    assert kept in data
    assert "page that another reader draws otherwise" in places(data.replace(kept, b"\n%s 9 obj" % number))


def test_picture_in_an_ink_that_is_seen_is_nothing() -> None:
    curve = pikepdf.Dictionary(
        FunctionType=2, Domain=pikepdf.Array([0, 1]), C0=pikepdf.Array([0]), C1=pikepdf.Array([1]), N=1
    )
    names = pikepdf.Name
    space = pikepdf.Array([names.Separation, names.Pernis, names.DeviceGray, curve])
    assert places(strip(SHOWN, ColorSpace=space)) == set()


def test_picture_in_a_form_is_found_too() -> None:
    def form(document: pikepdf.Pdf) -> pikepdf.Object:
        return document.make_stream(
            SHOWN.encode() + b"0 g 60 590 260 100 re f\n",
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=pikepdf.Array([0, 0, 595, 842]),
            Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=image_object(document, STRIP))),
        )

    def finish(document: pikepdf.Pdf) -> None:
        document.pages[0].obj.Resources.XObject.F = form(document)

    assert places(pdf(Sheet(b"q 1 0 0 1 10 10 cm /F Do Q\n"), finish=finish))


def test_white_box_over_nothing_is_nothing() -> None:
    assert places(pdf(Sheet(b"1 g 60 590 300 30 re f\n"))) == set()


def test_outlines_under_a_box_are_found() -> None:
    content = outlines(NAME, 72, 600, 14) + b"0 g 60 590 300 30 re f\n"
    (found,) = covered_survivors(pdf(Sheet(content)), nobody_waits)
    assert (found.kind, found.place, found.page) == ("covered", "drawing under a box", 1)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_picture_that_the_page_shows_is_nothing(turn: int) -> None:
    sheet = image_sheet(SCAN)
    sheet.keys["Rotate"] = lambda document: turn
    assert places(pdf(sheet)) == set()


@pytest.mark.parametrize(
    "sheet",
    [
        Sheet(b"0.2 g 60 590 300 30 re f 1 g BT /F 14 Tf 72 600 Td (RINGKASAN) Tj ET\n"),
        Sheet(b"0 g 60 590 300 30 re f\n" + b"0.9 g 60 490 300 30 re f\n"),
        text_sheet(["Laporan kegiatan"]),
    ],
    ids=["white on dark", "boxes over paper", "text"],
)
def test_boxes_over_nothing_are_nothing(sheet: Sheet) -> None:
    assert places(pdf(sheet)) == set()


def test_picture_that_nobody_can_decode_shows_nothing() -> None:
    def spoil(document: pikepdf.Pdf) -> None:
        broken = document.pages[0].obj.Resources.XObject.I
        broken.write(jpeg(STRIP)[:40], filter=pikepdf.Name.DCTDecode)

    assert places(pdf(Sheet(SHOWN.encode(), images={"I": STRIP}), finish=spoil)) == set()


def test_file_and_page_that_cannot_be_drawn_are_said() -> None:
    assert [s.kind for s in covered_survivors(b"%PDF-1.7 rusak", nobody_waits)] == ["unknown"]
    data = pdf(text_sheet(["satu"])).replace(b"/Type /Page\n", b"/Type /Pag\n")
    broken = data.replace(b"/Page ", b"/Pag  ")
    assert all(s.kind == "unknown" for s in covered_survivors(broken, nobody_waits))
    assert pdf_covered.UNKNOWN.page is None
