"""Letters made of level and upright lines are found; tables, forms and charts are let go."""

from collections.abc import Callable, Iterable

import pytest
from PIL import Image, ImageDraw

from terbuka.documents.block_letters import block_letters, runs
from tests.documents.samples.block_letters import bars

Drawn = Callable[[ImageDraw.ImageDraw], object]
SIZE = (827, 1169)
NIK, NAME = "6371031205870003", "SITI LATIFAH"


def relief(draw: Drawn) -> Image.Image:
    """What stands out from the paper at 100 pixels to an inch."""
    picture = Image.new("L", SIZE)
    draw(ImageDraw.Draw(picture))
    return picture


def written(
    text: str, *, width: int = 30, high: int = 66, gap: int = 15, pen: int = 2, short: int = 0
) -> Drawn:
    def draw(on: ImageDraw.ImageDraw) -> None:
        for x0, y0, x1, y1 in bars(text, 40, 300, width, high, gap, short):
            on.rectangle((x0 - pen // 2, y0 - pen // 2, x1 + (pen - 1) // 2, y1 + (pen - 1) // 2), fill=255)

    return draw


def both(*draws: Drawn) -> Drawn:
    return lambda on: [draw(on) for draw in draws]


def lines(across: Iterable[int], down: Iterable[int], fill: int = 255, width: int = 1) -> Drawn:
    """A grid from the first to the last of its lines."""
    across, down = list(across), list(down)
    return lambda on: [
        *[on.line((down[0], y, down[-1], y), fill=fill, width=width) for y in across],
        *[on.line((x, across[0], x, across[-1]), fill=fill, width=width) for x in down],
    ]


def level(*ends: tuple[int, int, int], fill: int = 255) -> Drawn:
    return lambda on: [on.line((x0, y, x1, y), fill=fill) for x0, x1, y in ends]


def upright(*ends: tuple[int, int, int], fill: int = 255) -> Drawn:
    return lambda on: [on.line((x, y0, x, y1), fill=fill) for x, y0, y1 in ends]


def around(found: list[list[tuple[int, int, int, int]]]) -> tuple[int, int, int, int]:
    lefts, tops, rights, bottoms = zip(*(area for group in found for area in group), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


@pytest.mark.parametrize(
    "draw",
    [
        written(NIK),
        written(NIK, pen=1),
        written(NIK, width=14, high=56, gap=11),
        written(NIK, gap=7),
        written(NIK, short=3),
        written(NIK, short=5),
        written(NAME),
        written(NAME, pen=8),
        written("SITI", width=60, high=130, gap=30, pen=14),
        written("SITI", width=100, high=230, gap=60, pen=28),
        written("BUDI"),
        written("HADI"),
        both(written(NIK), level((20, 800, 366))),
        both(written(NIK), level((20, 800, 300), (20, 800, 366))),
        both(lines(range(280, 400, 17), range(20, 800, 15), fill=30), written(NIK, pen=3)),
        both(lines(range(280, 400, 17), range(20, 800, 15)), written(NIK, pen=4)),
        both(lambda on: on.rectangle((10, 250, 810, 420), fill=120), written(NIK)),
        both(lines([290, 376], range(32, 800, 51)), written(NAME, width=30, gap=21)),
        both(lines(range(500, 700, 28), (40, 280, 560, 780)), written(NIK)),
    ],
)
def test_letters_of_lines_are_found(draw: Drawn) -> None:
    x0, y0, x1, y1 = around(block_letters(relief(draw)))
    assert x0 <= 44 and y0 <= 306 and y1 >= 350 and x1 >= 120


def test_dots_at_the_ends_hide_no_letters() -> None:
    def dotted(on: ImageDraw.ImageDraw) -> None:
        for x0, y0, x1, y1 in bars(NAME, 40, 300, 30, 66, 20):
            on.rectangle((x0, y0, x1 + 1, y1 + 1), fill=255)
            for x, y in ((x0, y0), (x1, y1)):
                on.rectangle((x - 3, y - 3, x + 4, y + 4), fill=255)

    assert block_letters(relief(dotted))


def test_letters_one_below_the_other_are_found() -> None:
    def draw(on: ImageDraw.ImageDraw) -> None:
        for at, letter in enumerate("SITI"):
            for x0, y0, x1, y1 in bars(letter, 100, 200 + 90 * at, 30, 66, 0):
                on.rectangle((x0, y0, x1 + 1, y1 + 1), fill=255)

    assert block_letters(relief(draw))


@pytest.mark.parametrize(
    "draw",
    [
        lambda on: None,
        lines(range(300, 780, 28), (83, 125, 347, 458, 583, 750)),
        lines(range(300, 580, 17), range(83, 560, 21)),
        both(
            level(*((83, 750, y) for y in range(300, 500, 28))),
            upright(*((x, 300, 496) for x in (200, 400, 600))),
        ),
        both(level((83, 750, 300)), upright(*((x, 300, 360) for x in (150, 280, 420, 560)))),
        both(level((83, 750, 300)), upright(*((x, 270, 360) for x in (150, 280, 420, 560)))),
        both(level((83, 278, 300), (340, 535, 300)), upright((180, 300, 410), (437, 300, 410))),
        both(lines((300, 330, 360), (83, 300, 500)), level((300, 500, 390)), upright((500, 360, 390))),
        both(lines((300, 412), (83, 750)), upright((222, 300, 412), (420, 340, 390)), level((222, 750, 340))),
        both(level((83, 400, 300)), upright(*((x, 285, 300) for x in range(83, 400, 20)))),
        lambda on: [on.rectangle((x, 300, x + 36, 342), outline=255) for x in range(83, 560, 42)],
        lambda on: [
            on.line([(x, 265), (x, 300), (x + 28, 300), (x + 28, 265)], fill=255) for x in range(83, 640, 35)
        ],
        level(*((x, x + 210, 700) for x in (83, 312, 540))),
        level(*((222, 280 + 41 * at % 300, 300 + 28 * at) for at in range(12))),
        both(
            level((110, 305, 613)),
            upright((110, 430, 613), *((x, 613 - x // 3, 613) for x in range(130, 290, 16))),
        ),
        both(
            upright((110, 300, 600)), level(*((110, 150 + 37 * at % 180, 330 + 25 * at) for at in range(10)))
        ),
        both(
            *(both(level((x, x + 180, y)), upright((x, y - 125, y))) for x in (110, 416) for y in (430, 750))
        ),
        lambda on: [
            draw
            for y in (310, 430, 550)
            for draw in (
                on.rectangle((277, y, 487, y + 55), outline=255),
                on.line((382, y + 55, 382, y + 95), fill=255),
            )
        ],
        both(
            *(level((83, 104, y), (83, 104, y + 84)) for y in (300, 500)),
            upright((83, 300, 384), (83, 500, 584)),
        ),
        lambda on: [on.line((x, 300, x + 400, 700), fill=255) for x in range(-400, 800, 8)],
        lambda on: [
            on.rectangle((139 + 55 * at, 500 - 11 * at % 90, 174 + 55 * at, 613), fill=180) for at in range(9)
        ],
    ],
    ids=[
        *("nothing", "table", "small cells", "open table", "columns below a head", "columns through a head"),
        *(
            "ledger",
            "table with a total",
            "merged cells",
            "comb",
            "boxes",
            "open boxes",
            "signatures",
            "fields",
        ),
        *("bars upwards", "bars to the right", "axes", "flow", "brackets", "hatch", "chart"),
    ],
)
def test_lines_that_spell_nothing_are_let_go(draw: Drawn) -> None:
    assert block_letters(relief(draw)) == []


def test_paler_lines_of_one_kind_are_one_kind() -> None:
    """A line between two pixels is as heavy as one that fills a pixel."""

    def table(on: ImageDraw.ImageDraw) -> None:
        for at, x in enumerate(range(83, 760, 60)):
            for by in range(1 + at % 2):
                on.line((x + by, 300, x + by, 600), fill=200 // (1 + at % 2))
        for y in range(300, 601, 30):
            on.line((83, y, 743, y), fill=200)

    assert block_letters(relief(table)) == []


def test_what_hangs_together_is_one() -> None:
    mask = Image.new("L", (100, 60))
    draw = ImageDraw.Draw(mask)
    draw.line([(10, 10), (50, 10), (50, 14), (90, 14)], fill=255)
    draw.rectangle((92, 40, 99, 44), fill=255)
    assert sorted(runs(mask)) == [(10, 10, 91, 15), (92, 40, 100, 45)]
