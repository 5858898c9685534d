"""Draws words in the font of a copy on a sheet of their own, where nothing lies over or under them."""

import io
from collections.abc import Sequence
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject

from terbuka.redaction.verifier.pixels.reading import Drawn
from terbuka.redaction.verifier.pixels.rendering import draw_file

ROW, MARGIN, LINE = 2.2, 1.5, 0.8
"""Ems: the height of a row, the paper around the words, from the top of a row to the line."""
ABOVE, BELOW = 0.8, 0.4
"""Ems that a word's box reaches above and below its line."""

Sides = tuple[float, float, float, float]


def specimen_sheet(
    font: Any, words: Sequence[Sequence[int]], widths: Sequence[float], size: float
) -> tuple[Drawn, list[Sides]]:
    """(the sheet, the box of each word on it in points). ``words``: by the numbers of their letters in
    ``font`` (of pypdf), ``widths`` in thousandths of an em; ``size``: of the type in points.
    """
    width = max(widths) * size / 1000 + 2 * MARGIN * size
    height = (len(words) * ROW + 2 * MARGIN) * size
    lines, boxes = [f"BT /G {size} Tf"], list[Sides]()
    for row, (word, wide) in enumerate(zip(words, widths, strict=True)):
        x, down = MARGIN * size, (MARGIN + row * ROW + LINE) * size
        shown = "".join(f"{number:04x}" for number in word)
        lines.append(f"1 0 0 1 {x:.2f} {height - down:.2f} Tm <{shown}> Tj")
        boxes.append((x, down - ABOVE * size, x + wide * size / 1000, down + BELOW * size))
    return draw_file(_pdf(font, "\n".join([*lines, "ET"]), width, height), (width, height)), boxes


def _pdf(font: Any, operators: str, width: float, height: float) -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(width, height)
    contents = DecodedStreamObject()
    contents.set_data(operators.encode())
    fonts = DictionaryObject({NameObject("/G"): font.clone(writer)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    page[NameObject("/Contents")] = writer._add_object(contents)
    page[NameObject("/MediaBox")] = ArrayObject(map(NumberObject, (0, 0, round(width), round(height))))
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()
