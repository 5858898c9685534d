"""Pictures and scans in which the secret can still be read or sharpened out of the pixels."""

from collections.abc import Callable
from random import Random

import qrcode
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from leaks.persons import Person
from leaks.plant import Bed, Kind, page_lines, redacted
from leaks.scans import DPI, jpeg_of, pixels_of, png_of, scan
from leaks.sheets import HEIGHT, WIDTH, Sheet, drawn, pdf, picture, typeface

PNG, JPEG, PDF = (Bed(suffix, Kind.PIXELS) for suffix in ("png", "jpg", "pdf"))
BEDS = (PNG, JPEG, PDF)
Paint = Callable[[Image.Image, tuple[int, ...]], None]


def painted(seed: Random, who: Person, paint: Paint, dpi: int = DPI) -> Image.Image:
    """The page with ``paint`` done to every place where name or number stands."""
    lines = page_lines(seed, who.sentence)
    page = scan(lines, dpi=dpi)
    for secret in who.secrets:
        for box in pixels_of(lines, secret, dpi):
            paint(page, box)
    return page


def veil(level: int, opacity: float) -> Paint:
    """A flat colour over the place through which something shines."""

    def paint(page: Image.Image, box: tuple[int, ...]) -> None:
        part = page.crop(box)
        page.paste(Image.blend(part, Image.new("L", part.size, level), opacity), box)

    return paint


for _opacity in (0.6, 0.7, 0.8, 0.9, 0.95, 0.98):
    PNG.add(
        f"black of {_opacity:.0%}",
        lambda seed, who, o=_opacity: png_of(painted(seed, who, veil(0, o))),
    )
for _opacity in (0.7, 0.9):
    PNG.add(
        f"white of {_opacity:.0%}",
        lambda seed, who, o=_opacity: png_of(painted(seed, who, veil(255, o))),
    )
    PDF.add(
        f"black of {_opacity:.0%} in a scan",
        lambda seed, who, o=_opacity: as_pdf(painted(seed, who, veil(0, o))),
    )
JPEG.add("grey of 50%", lambda seed, who: jpeg_of(painted(seed, who, veil(128, 0.5)), 92))


def as_pdf(page: Image.Image) -> bytes:
    """A scan in a PDF."""
    sheet = Sheet(pictures={"I": picture(page)}, after=drawn("I", (0, 0, WIDTH, HEIGHT)))
    return pdf(sheet)


def blurred(radius: float) -> Paint:
    def paint(page: Image.Image, box: tuple[int, ...]) -> None:
        page.paste(page.crop(box).filter(ImageFilter.GaussianBlur(radius)), box)

    return paint


def mosaic(side: int) -> Paint:
    def paint(page: Image.Image, box: tuple[int, ...]) -> None:
        part = page.crop(box)
        small = part.resize((max(1, part.width // side), max(1, part.height // side)), Image.Resampling.BOX)
        page.paste(small.resize(part.size, Image.Resampling.NEAREST), box)

    return paint


def hatched(page: Image.Image, box: tuple[int, ...]) -> None:
    draw = ImageDraw.Draw(page)
    for x in range(box[0] - 40, box[2], 9):
        draw.line((x, box[3], x + box[3] - box[1], box[1]), fill=0, width=2)


def half(page: Image.Image, box: tuple[int, ...]) -> None:
    """The box ends before the name does."""
    middle = (box[0] + box[2]) // 2
    page.paste(0, (middle, box[1], box[2], box[3]))


def low(page: Image.Image, box: tuple[int, ...]) -> None:
    """The box lies too low: the upper half of the letters stands out."""
    page.paste(0, (box[0], (2 * box[1] + box[3]) // 3 + 4, box[2], box[3] + 8))


def struck_through(page: Image.Image, box: tuple[int, ...]) -> None:
    middle = (box[1] + box[3]) // 2
    page.paste(0, (box[0], middle - 1, box[2], middle + 2))


def marker(page: Image.Image, box: tuple[int, ...]) -> None:
    """A felt pen on paper: the print is a little darker than the ink over it."""
    part = page.crop(box)
    page.paste(
        ImageChops.darker(part.point(lambda level: 20 + level // 12), Image.new("L", part.size, 60)), box
    )


def beside(page: Image.Image, box: tuple[int, ...]) -> None:
    page.paste(0, (box[0], box[3] + 2, box[2], box[3] + 12))


for _name, _paint in {
    "beside the box": beside,
    "blur": blurred(2.5),
    "strong blur": blurred(5),
    "mosaic": mosaic(5),
    "coarse mosaic": mosaic(9),
    "hatched": hatched,
    "half a box": half,
    "box too low": low,
    "struck through": struck_through,
    "felt pen": marker,
}.items():
    PNG.add(_name, lambda seed, who, p=_paint: png_of(painted(seed, who, p)))
PDF.add("blur in a scan", lambda seed, who: as_pdf(painted(seed, who, blurred(3))))
PDF.add("mosaic in a scan", lambda seed, who: as_pdf(painted(seed, who, mosaic(6))))
JPEG.add("ghost in a weak JPEG", lambda seed, who: jpeg_of(painted(seed, who, veil(0, 0.93)), 80))


@PNG.plant
def inverted(seed: Random, who: Person) -> bytes:
    """White letters on a black strip."""
    return png_of(painted(seed, who, lambda page, box: page.paste(ImageOps.invert(page.crop(box)), box)))


def in_channel(seed: Random, who: Person, channel: int) -> bytes:
    """The sentence stands in one colour that grey hardly shows."""
    page = scan(page_lines(seed, redacted(who)))
    extra = scan([""] * 12 + [who.sentence]).point(lambda level: 215 + level * 40 // 255)
    planes = [page, page, page]
    planes[channel] = ImageChops.darker(page, extra)
    return png_of(Image.merge("RGB", planes))


for _at, _channel in enumerate(("red", "green", "blue")):
    PNG.add(f"only in {_channel}", lambda seed, who, a=_at: in_channel(seed, who, a))


def turned(seed: Random, who: Person, angle: int) -> Image.Image:
    """The sentence stands in another direction than the page."""
    page = scan(page_lines(seed, redacted(who)))
    line = Image.new("L", (900, 60), 0)
    ImageDraw.Draw(line).text((10, 10), who.sentence, fill=255, font=typeface(24))
    line = line.rotate(angle, expand=True, resample=Image.Resampling.BICUBIC)
    page.paste(0, (150, 650), line)
    return page


for _angle in (90, 180, 270, 30, 305):
    PNG.add(f"turned by {_angle}", lambda seed, who, a=_angle: png_of(turned(seed, who, a)))
PDF.add("turned by 90 in a scan", lambda seed, who: as_pdf(turned(seed, who, 90)))


@PNG.plant
def pale_letters(seed: Random, who: Person) -> bytes:
    """Letters hardly darker than the paper."""
    page = scan(page_lines(seed, redacted(who)))
    extra = scan([""] * 12 + [who.sentence]).point(lambda level: 243 + level * 12 // 255)
    return png_of(ImageChops.darker(page, extra))


@PNG.plant
def whole_page_blurred(seed: Random, who: Person) -> bytes:
    """Somebody made the page small and large again."""
    page = scan(page_lines(seed, who.sentence), dpi=200)
    small = page.resize((page.width // 2, page.height // 2), Image.Resampling.LANCZOS)
    return jpeg_of(small.resize(page.size), 60)


@PNG.plant
def code_of_squares(seed: Random, who: Person) -> bytes:
    """The name is in a QR code."""
    page = scan(page_lines(seed, redacted(who)))
    code = qrcode.QRCode(box_size=5)
    code.add_data(f"{who.name} {who.nik}")
    page.paste(code.make_image().get_image().convert("L"), (180, 750))
    return png_of(page)


@JPEG.plant
def letters_around_the_box(seed: Random, who: Person) -> bytes:
    """The box is narrower than the word: first and last letter look out on both sides."""

    def paint(page: Image.Image, box: tuple[int, ...]) -> None:
        page.paste(0, (box[0] + 30, box[1] + 5, box[2] - 30, box[3] - 5))

    return jpeg_of(painted(seed, who, paint), 70)


@PNG.plant
def tips_above_the_box(seed: Random, who: Person) -> bytes:
    """The box is too low: ascenders stand out above it."""

    def paint(page: Image.Image, box: tuple[int, ...]) -> None:
        page.paste(0, (box[0], box[1] + 12, box[2], box[3] - 2))

    return png_of(painted(seed, who, paint))


@PNG.plant
def white_box_too_small(seed: Random, who: Person) -> bytes:
    """Paper pasted over the name; the tips of its letters are left."""

    def paint(page: Image.Image, box: tuple[int, ...]) -> None:
        page.paste(255, (box[0], box[1] + 10, box[2], box[3] - 10))

    return png_of(painted(seed, who, paint))
