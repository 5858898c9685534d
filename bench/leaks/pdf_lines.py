"""Secrets that are drawn as no letters are: of ruled lines, of many pieces, in white on grey, by a hatch.

Beside them what looks like that and says nothing: tables, forms, charts, hatches.
"""

import re
from collections.abc import Iterator

from PIL import Image, ImageDraw, ImageFont

from leaks.case import Planted, Shown
from leaks.persons import words
from leaks.raw import LEFT, Draft, pdf_family, show

FAMILY, case = pdf_family("lines")
LOW, PAGE = 460, 842
SIDES = {
    "a": (0, 4, 2, 4),
    "b": (2, 2, 2, 4),
    "c": (2, 0, 2, 2),
    "d": (0, 0, 2, 0),
    "e": (0, 0, 0, 2),
    "f": (0, 2, 0, 4),
    "g": (0, 2, 2, 2),
    "m": (1, 0, 1, 4),
    "n": (1, 2, 1, 4),
    "o": (1, 0, 1, 2),
}
"""The bars of a display, in halves of the width and quarters of the height, from the bottom left."""
SHAPES = ("abcdef", "bc", "abged", "abgcd", "fgbc", "afgcd", "afgecd", "abc", "abcdefg", "abcdfg")
LETTERS = {
    **{str(at): shape for at, shape in enumerate(SHAPES)},
    "A": "abcefg",
    "B": "abcdefg",
    "D": "abcdef",
    "E": "afged",
    "G": "afedc",
    "H": "fegbc",
    "I": "m",
    "J": "bcd",
    "K": "fegbc",
    "L": "fed",
    "M": "abcefn",
    "N": "abcef",
    "O": "abcdef",
    "P": "abfge",
    "R": "abfgeo",
    "S": "afgcd",
    "T": "am",
    "U": "fedcb",
    "W": "fedcbo",
    "Y": "fgbcd",
    " ": "",
}


def bars(
    text: str, width: float, height: float, gap: float, *, y: float = LOW, pen: float = 2, short: float = 0
) -> bytes:
    """``text`` in bars of a display from the left edge on; ``short``: how much each ends before the next."""
    x, drawn = 30.0, [f"{pen} w"]
    for letter in text.upper():
        for side in LETTERS[letter]:
            x0, y0, x1, y1 = SIDES[side]
            by_x, by_y = (short, 0) if y0 == y1 else (0, short)
            ends = x + x0 * width / 2 + by_x, y + y0 * height / 4 + by_y, x + x1 * width / 2 - by_x
            drawn.append("{:.2f} {:.2f} m {:.2f} {:.2f} l S".format(*ends, y + y1 * height / 4 - by_y))
        x += width + gap
    return "\n".join([*drawn, ""]).encode()


def pieces(text: str, x: float, y: float, size: float) -> bytes:
    """``text`` in flat boxes, row by row: no path of it is more than a box."""
    font = ImageFont.load_default(64)
    picture = Image.new("L", (round(font.getlength(text)) + 8, 84))
    ImageDraw.Draw(picture).text((2, 2), text, fill=255, font=font)
    side, drawn = size / 64, []
    for row in range(picture.height):
        levels = picture.crop((0, row, picture.width, row + 1)).tobytes()
        for run in re.finditer(rb"[\x80-\xff]+", levels):
            place = x + run.start() * side, y - row * side, len(run[0]) * side, side * 1.15
            drawn.append("{:.2f} {:.2f} {:.2f} {:.2f} re f".format(*place))
    return "\n".join([*drawn, ""]).encode()


def hatch(below: float, pitch: float = 6) -> bytes:
    """Slanted lines over the page up to a height."""
    starts = (-below + pitch * at for at in range(round((595 + below) / pitch)))
    lines = (f"{x:.1f} 0 m {x + below:.1f} {below} l S" for x in starts)
    return "\n".join(["q 0.69 G 0.7 w", *lines, "Q\n"]).encode()


def _drawn(draft: Draft, before: bytes, letters: bytes, high: float, *, low: float = LOW) -> Planted:
    """The number of the person in ``letters``, ``high`` from ``low`` on."""
    draft.pdf.page(b"q " + before + letters + b"Q\n" + draft.harmless)
    place = 28.0, PAGE - low - high, 565.0, PAGE - low
    return draft.planted(secrets=(draft.person.nik,), shown=Shown.PIXELS, drawn=(place,))


@case
def figures_of_lines(draft: Draft) -> Planted:
    """The number as on a display, every bar a line longer than any stroke of print."""
    return _drawn(draft, b"", bars(draft.person.nik, 22, 48, 11), 48)


@case
def figures_of_hair_lines(draft: Draft) -> Planted:
    """The same in the thinnest lines."""
    return _drawn(draft, b"", bars(draft.person.nik, 20, 44, 12, pen=0.4), 44)


@case
def figures_of_lines_apart(draft: Draft) -> Planted:
    """As of a stencil: no bar meets another."""
    return _drawn(draft, b"", bars(draft.person.nik, 22, 48, 11, pen=1.5, short=3), 48)


@case
def figures_on_a_line(draft: Draft) -> Planted:
    """All stand on one ruled line and hang from another."""
    rails = b"1 w 20 460 m 575 460 l S 20 508 m 575 508 l S "
    return _drawn(draft, rails, bars(draft.person.nik, 22, 48, 11), 48)


@case
def figures_in_a_grid(draft: Draft) -> Planted:
    """In thick lines over a thin grid."""
    grid = b"0.3 w " + b"".join(b"%d 400 m %d 560 l S " % (x, x) for x in range(30, 570, 11))
    grid += b"".join(b"20 %d m 575 %d l S " % (y, y) for y in range(412, 560, 12))
    return _drawn(draft, grid, bars(draft.person.nik, 22, 48, 11, pen=3), 48)


@case
def figures_in_white_on_grey(draft: Draft) -> Planted:
    """White lines on a flat area of middle grey."""
    area = b"0.55 g 20 400 555 180 re f 1 G "
    return _drawn(draft, area, bars(draft.person.nik, 22, 48, 11), 48)


@case
def name_in_block_letters(draft: Draft) -> Planted:
    """The given name in letters of thick bars."""
    first = draft.person.name.split()[0]
    draft.pdf.page(b"q " + bars(first, 36, 80, 20, pen=8) + b"Q\n" + draft.harmless)
    place = 26.0, PAGE - LOW - 84.0, 28 + 56.0 * len(first), PAGE - LOW + 4.0
    return draft.by_term(shown=Shown.PIXELS, drawn=(place,))


def _lettered(draft: Draft, before: bytes, level: float, size: float, y: float = LOW) -> Planted:
    """Name and number in pieces, grey, over what was drawn before."""
    text = f"{draft.person.name}, NIK {draft.person.nik}"
    content = before + b"q %.2f g " % level + pieces(text, LEFT, y, size) + b"Q\n"
    draft.pdf.page(content + draft.harmless)
    place = LEFT + 0.0, PAGE - y - size / 8, LEFT + 0.55 * size * len(text), PAGE - y + size
    return draft.planted(shown=Shown.PIXELS, drawn=(place,))


@case
def pieces_beside_a_hatch(draft: Draft) -> Planted:
    """Grey letters of small boxes above a hatch that covers more than a quarter of the page."""
    return _lettered(draft, hatch(430), 0.45, 20)


@case
def pieces_in_a_hatch(draft: Draft) -> Planted:
    """The same within the hatch."""
    return _lettered(draft, hatch(560), 0.3, 20)


@case
def pieces_alone(draft: Draft) -> Planted:
    """Letters of small boxes in the size of print."""
    return _lettered(draft, b"", 0, 11)


@case
def pieces_in_white_on_grey(draft: Draft) -> Planted:
    """Lighter letters of small boxes on a flat grey area."""
    return _lettered(draft, b"q 0.55 g 20 380 555 200 re f Q\n", 0.75, 12)


@case
def pieces_on_a_grey_page(draft: Draft) -> Planted:
    """The same where most of the page is grey."""
    return _lettered(draft, b"q 0.55 g 0 60 595 560 re f Q\n", 0.75, 12)


def _kept(draft: Draft, drawing: bytes, labels: Iterator[tuple[str, float, float]]) -> Planted:
    """A report that names the person, and a drawing with labels that stay."""
    said = list(labels)
    labelled = b"".join(show(text, x, y, 10) for text, x, y in said)
    draft.pdf.page(b"q " + drawing + b"Q\n" + labelled + draft.report)
    return draft.planted(kept=words([*draft.sentences, *(text for text, _, _ in said)]))


def _line(x0: float, y0: float, x1: float, y1: float) -> bytes:
    return f"{x0:.1f} {y0:.1f} m {x1:.1f} {y1:.1f} l S ".encode()


@case
def ruled_table(draft: Draft) -> Planted:
    """A table whose words stay."""
    grid = b"0.5 w " + b"".join(_line(60, y, 540, y) for y in range(300, 521, 20))
    grid += b"".join(_line(x, 300, x, 520) for x in (60, 90, 250, 330, 540))
    cells = ((word, x, 506 - 20 * row) for row in range(11) for word, x in (("Rapat", 94), ("berkala", 335)))
    return _kept(draft, grid, cells)


@case
def open_table(draft: Draft) -> Planted:
    """A table of a head and columns that are closed nowhere."""
    lines = b"0.5 w " + _line(60, 500, 540, 500) + b"".join(_line(x, 400, x, 520) for x in (180, 300, 420))
    cells = ((word, 64 + 120 * at, 506) for at, word in enumerate(("Nomor", "Uraian", "Satuan", "Jumlah")))
    return _kept(draft, lines, cells)


@case
def form_of_boxes(draft: Draft) -> Planted:
    """Boxes for letters, boxes to tick, lines to write on."""
    boxes = b"0.6 w " + b"".join(b"%d 500 16 18 re S " % x for x in range(160, 440, 18))
    boxes += b"".join(b"60 %d 10 10 re S " % y for y in range(300, 480, 24))
    boxes += b"".join(_line(300, y, 360 + y % 170, y) for y in range(300, 480, 24))
    return _kept(draft, boxes, (("Pilihan tersedia", 80, y + 1) for y in range(300, 480, 24)))


@case
def bars_of_a_chart(draft: Draft) -> Planted:
    """A chart of thin bars with its axes and labels."""
    heights = [draft.seed.randint(20, 120) for _ in range(12)]
    chart = b"1 w " + _line(80, 320, 500, 320) + _line(80, 320, 80, 460) + b"0.3 g "
    chart += b"".join(b"%d 320 9 %d re f " % (100 + 32 * at, high) for at, high in enumerate(heights))
    return _kept(draft, chart, ((f"Bulan{at + 1}", 92 + 32 * at, 306) for at in range(0, 12, 2)))


@case
def tinted_form(draft: Draft) -> Planted:
    """White fields on a tinted form, and rows parted by white lines."""
    form = b"0.7 g 60 300 480 220 re f 1 g " + b"".join(
        b"200 %d 180 14 re f " % y for y in range(400, 500, 24)
    )
    form += b"1 G 1.5 w " + b"".join(_line(60, y, 540, y) for y in (320, 340, 360))
    return _kept(draft, form, (("Keterangan", 70, y + 3) for y in range(400, 500, 24)))


@case
def lines_to_sign_on(draft: Draft) -> Planted:
    """Three lines for signatures, a double rule under the head."""
    lines = b"2 w " + _line(60, 785, 540, 785) + b"0.6 w " + _line(60, 782, 540, 782)
    lines += b"".join(_line(x, 300, x + 150, 300) for x in (60, 225, 390))
    return _kept(draft, lines, (("Mengetahui", x, 370) for x in (60, 225, 390)))


@case
def hatch_below_the_text(draft: Draft) -> Planted:
    """A hatch over a good part of the page, beside all words."""
    return _kept(draft, hatch(430), iter((("Lampiran", LEFT, 500.0),)))
