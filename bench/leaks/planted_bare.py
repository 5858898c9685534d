"""PDF pages with a picture of the secret whose samples show nothing, and say all."""

from collections.abc import Callable
from random import Random

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from leaks.persons import Person
from leaks.plant import Bed, Kind, page_lines, redacted
from leaks.planted_page import redacted_scan, strip
from leaks.planted_said import BOX, UNSEEN_SQUARE, good, tiled
from leaks.sheets import Sheet, drawn, form, pdf, picture, rect

LEAKS = Bed("pdf", Kind.STRUCTURE)
Change = Callable[[pikepdf.Pdf, pikepdf.Object], None]
SHOWN = drawn("I", (72, 300, 450, 30))


def told(who: Person) -> Image.Image:
    return strip(f"Pelapor {who.name}")


def drawn_with(seed: Random, who: Person, image: Image.Image, change: Change) -> bytes:
    """A good page that draws the picture after ``change`` to it."""

    def made(document: pikepdf.Pdf) -> pikepdf.Object:
        item = picture(image)(document)
        change(document, item)
        return item

    return redacted_scan(seed, who, "I", made, SHOWN)


def indexed(seed: Random, who: Person, colours: bytes) -> bytes:
    """Number 0 where the letters are and 1 elsewhere, in these two colours."""

    def change(document: pikepdf.Pdf, item: pikepdf.Object) -> None:
        item.ColorSpace = Array([Name.Indexed, Name.DeviceRGB, 1, String(colours)])

    return drawn_with(seed, who, told(who).point([0] * 128 + [1] * 128), change)


@LEAKS.plant
def palette_of_white(seed: Random, who: Person) -> bytes:
    """Letters and paper have the same colour."""
    return indexed(seed, who, b"\xff" * 6)


@LEAKS.plant
def palette_of_near_whites(seed: Random, who: Person) -> bytes:
    """Letters and paper have nearly the same colour."""
    return indexed(seed, who, b"\xfd\xfd\xfd\xff\xff\xff")


@LEAKS.plant
def palette_of_two_bits(seed: Random, who: Person) -> bytes:
    """The same with four numbers of which two are white, packed."""

    def change(document: pikepdf.Pdf, item: pikepdf.Object) -> None:
        levels = told(who).point([0] * 128 + [2] * 128).tobytes()
        packed = (levels[at : at + 4] for at in range(0, len(levels), 4))
        item.write(bytes(a << 6 | b << 4 | c << 2 | d for a, b, c, d in packed))
        item.BitsPerComponent = 2
        item.ColorSpace = Array([Name.Indexed, Name.DeviceGray, 3, String(b"\xff\0\xff\0")])

    return drawn_with(seed, who, told(who), change)


@LEAKS.plant
def range_of_one_level(seed: Random, who: Person) -> bytes:
    """Every level is shown as white."""

    def change(document: pikepdf.Pdf, item: pikepdf.Object) -> None:
        item.Decode = Array([1, 1])

    return drawn_with(seed, who, told(who), change)


@LEAKS.plant
def range_of_few_levels(seed: Random, who: Person) -> bytes:
    """Black is shown as nearly white."""

    def change(document: pikepdf.Pdf, item: pikepdf.Object) -> None:
        item.Decode = Array([0.996, 1])

    return drawn_with(seed, who, told(who), change)


@LEAKS.plant
def ink_that_is_white(seed: Random, who: Person) -> bytes:
    """The picture is printed in an ink that has no colour."""

    def change(document: pikepdf.Pdf, item: pikepdf.Object) -> None:
        curve = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1]), C1=Array([1]), N=1)
        item.ColorSpace = Array([Name.Separation, Name("/Pernis"), Name.DeviceGray, curve])

    return drawn_with(seed, who, told(who), change)


@LEAKS.plant
def letters_in_the_mask(seed: Random, who: Person) -> bytes:
    """A white picture whose soft mask has the letters."""

    def change(document: pikepdf.Pdf, item: pikepdf.Object) -> None:
        item.SMask = picture(told(who))(document)

    return drawn_with(seed, who, Image.new("L", told(who).size, 255), change)


@LEAKS.plant
def letters_in_the_stencil(seed: Random, who: Person) -> bytes:
    """A white picture with letters in its mask of one bit."""

    def change(document: pikepdf.Pdf, item: pikepdf.Object) -> None:
        mask = told(who).convert("1")
        item.Mask = document.make_indirect(
            document.make_stream(
                mask.tobytes(),
                Type=Name.XObject,
                Subtype=Name.Image,
                Width=mask.width,
                Height=mask.height,
                ImageMask=True,
                BitsPerComponent=1,
            )
        )

    return drawn_with(seed, who, Image.new("L", told(who).size, 255), change)


@LEAKS.plant
def colours_that_are_no_colours(seed: Random, who: Person) -> bytes:
    """The samples of the letters are those that the picture takes for transparent."""

    def change(document: pikepdf.Pdf, item: pikepdf.Object) -> None:
        item.Mask = Array([0, 254])

    return drawn_with(seed, who, told(who), change)


@LEAKS.plant
def picture_in_a_pattern(seed: Random, who: Person) -> bytes:
    """A square is filled with a pattern of a picture, of which it shows an empty corner."""

    def pattern(document: pikepdf.Pdf) -> pikepdf.Object:
        tile = form(document, drawn("I", (0, 0, 450, 30)), BOX)
        tile.Resources = Dictionary(XObject=Dictionary(I=picture(told(who))(document)))
        return tiled(tile)

    return good(seed, who, UNSEEN_SQUARE, Pattern=pattern)


@LEAKS.plant
def picture_of_a_pressed_button(seed: Random, who: Person) -> bytes:
    """A button that would show the picture while it is pressed."""

    def notes(document: pikepdf.Pdf) -> pikepdf.Object:
        blank, pressed = (form(document, shown, BOX) for shown in (b"", drawn("I", (0, 0, 450, 30))))
        pressed.Resources = Dictionary(XObject=Dictionary(I=picture(told(who))(document)))
        keys = {"Subtype": Name.Widget, "FT": Name.Btn, "T": String("b"), "Rect": rect(BOX), "F": 4}
        button = Dictionary(Type=Name.Annot, AP=Dictionary(N=blank, D=pressed), **keys)
        return Array([document.make_indirect(button)])

    return pdf(Sheet(page_lines(seed, redacted(who)), keys={"Annots": notes}))
