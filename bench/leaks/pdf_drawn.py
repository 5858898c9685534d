"""Secrets that are drawn: as outlines, as strokes, as squares of a code."""

from collections.abc import Iterator

import zxingcpp
from PIL import Image

from leaks.case import Planted, Shown
from leaks.outlines import outlined
from leaks.raw import LEFT, Draft, pdf_family, show

FAMILY, case = pdf_family("drawn")
LOW = 440


def _odd(draft: Draft, content: bytes, resources: bytes = b"", **more: object) -> Planted:
    draft.pdf.page(draft.harmless + content, resources)
    return draft.by_term(**{"shown": Shown.PIXELS, **more})


@case
def outlines(draft: Draft) -> Planted:
    """The letters of the name are filled outlines."""
    return _odd(draft, outlined(draft.person.name, LEFT, LOW, 18))


@case
def outlines_of_the_page(draft: Draft) -> Planted:
    """All letters of the page are outlines, as some programs print."""
    texts = [*draft.sentences[:2], draft.person.sentence, *draft.sentences[2:]]
    draft.pdf.page(b"".join(outlined(text, LEFT, 760 - 24 * at, 12) for at, text in enumerate(texts)))
    return draft.planted(shown=Shown.PIXELS, scanned=True)


@case
def outlines_unfilled(draft: Draft) -> Planted:
    """Only the lines around the letters."""
    return _odd(draft, outlined(draft.person.name, LEFT, LOW, 26, "S"))


@case
def outlines_upwards(draft: Draft) -> Planted:
    """Outlines that run up the page."""
    return _odd(draft, b"q 0 1 -1 0 900 -60 cm " + outlined(draft.person.name, 300, 400, 18) + b"Q\n")


@case
def outlines_among_text(draft: Draft) -> Planted:
    """One name of the two is text, the other outlines."""
    first, last = draft.person.name.split()
    return _odd(draft, show(first, LEFT, LOW, 18) + outlined(last, LEFT + 120, LOW, 18))


@case
def outlines_in_white_on_black(draft: Draft) -> Planted:
    """White outlines in a dark box."""
    return _odd(
        draft, b"q 0.1 g 60 430 330 36 re f 1 g " + outlined(draft.person.name, LEFT, LOW, 18) + b"Q\n"
    )


@case
def outlines_under_a_box(draft: Draft) -> Planted:
    """Outlines over which a black box lies."""
    content = outlined(draft.person.name, LEFT, LOW, 18) + b"q 0 g 60 430 400 36 re f Q\n"
    return _odd(draft, content, shown=Shown.HIDDEN)


@case
def shading_of_letters(draft: Draft) -> Planted:
    """Outlines as a clip through which a shading shows."""
    shading = (
        b"/Shading << /S << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [72 0 300 0] /Extend [true true] "
    )
    shading += b"/Function << /FunctionType 2 /Domain [0 1] /C0 [0 0 0.5] /C1 [0.5 0 0] /N 1 >> >> >>"
    return _odd(draft, _letters_shaded(draft.person.name), shading)


def _letters_shaded(text: str) -> bytes:
    """A clip and a shading for each letter."""
    shown = b""
    for at, letter in enumerate(text):
        if letter != " ":
            shape = outlined(letter, LEFT + 14 * at, LOW, 20, "W n").rsplit(b"1 0 0 1", 1)[0]
            shown += shape + b" /S sh Q\n"
    return shown


def _code(text: str, kind: zxingcpp.BarcodeFormat, scale: int = 6) -> Image.Image:
    drawn = zxingcpp.create_barcode(text, kind).to_image(scale=scale)
    return Image.frombytes("L", drawn.shape[::-1], bytes(drawn))


def _squares(picture: Image.Image, x: float, y: float, side: float) -> Iterator[bytes]:
    """The dark squares of a code of one pixel each."""
    for row in range(picture.height):
        for column in range(picture.width):
            if int(picture.getpixel((column, row))) < 128:  # type: ignore[arg-type]
                yield b"%g %g %g %g re\n" % (x + column * side, y - row * side, side, side)


def _coded(
    draft: Draft, kind: zxingcpp.BarcodeFormat, text: str, matrix: str = "150 0 0 150 72 330"
) -> Planted:
    picture = _code(text, kind)
    image = draft.pdf.image(picture)
    content = f"q {matrix} cm /I Do Q\n".encode()
    draft.pdf.page(draft.harmless + content, b"/XObject << /I %d 0 R >>" % image)
    return draft.planted(shown=Shown.PIXELS)


@case
def qr(draft: Draft) -> Planted:
    """A QR code with name and number."""
    return _coded(draft, zxingcpp.BarcodeFormat.QRCode, f"Nama: {draft.person.name}\nNIK: {draft.person.nik}")


@case
def qr_turned(draft: Draft) -> Planted:
    """The same at an angle."""
    text = f"Nama: {draft.person.name}\nNIK: {draft.person.nik}"
    return _coded(draft, zxingcpp.BarcodeFormat.QRCode, text, "130 75 -75 130 200 280")


@case
def qr_of_an_address(draft: Draft) -> Planted:
    """A QR code of a link that holds the number."""
    return _coded(draft, zxingcpp.BarcodeFormat.QRCode, f"https://contoh.go.id/cek?nik={draft.person.nik}")


@case
def qr_of_rectangles(draft: Draft) -> Planted:
    """A QR code that is drawn square by square."""
    picture = _code(f"NIK: {draft.person.nik}", zxingcpp.BarcodeFormat.QRCode, 1)
    content = b"q " + b"".join(_squares(picture, LEFT, 420, 4)) + b"f Q\n"
    draft.pdf.page(draft.harmless + content)
    return draft.planted(secrets=(draft.person.nik,), shown=Shown.PIXELS)


@case
def data_matrix(draft: Draft) -> Planted:
    """A Data Matrix."""
    return _coded(draft, zxingcpp.BarcodeFormat.DataMatrix, f"NIK: {draft.person.nik} {draft.person.name}")


@case
def aztec(draft: Draft) -> Planted:
    """An Aztec code, as tickets have it."""
    return _coded(draft, zxingcpp.BarcodeFormat.Aztec, f"NIK: {draft.person.nik} {draft.person.name}")


@case
def pdf417(draft: Draft) -> Planted:
    """A PDF417."""
    text = f"NIK: {draft.person.nik} {draft.person.name}"
    return _coded(draft, zxingcpp.BarcodeFormat.PDF417, text, "300 0 0 100 72 340")


@case
def code_128(draft: Draft) -> Planted:
    """A bar code of the number."""
    return _coded(draft, zxingcpp.BarcodeFormat.Code128, draft.person.nik, "300 0 0 60 72 360")


@case
def code_39_upright(draft: Draft) -> Planted:
    """A bar code at the edge of the page, turned."""
    return _coded(draft, zxingcpp.BarcodeFormat.Code39, draft.person.nik, "0 420 -60 0 560 60")
