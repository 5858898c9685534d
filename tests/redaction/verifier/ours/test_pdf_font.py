"""A font of our making is accounted for to the last byte; whatever is added to one is seen."""

import io
import struct
from functools import cache

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from hypothesis import given, settings
from hypothesis import strategies as st

from terbuka.documents.pdf.glyphs import Outline, Step
from terbuka.redaction.verifier.ours.pdf_font import (
    NotOurs,
    letters_of_map,
    outlines_of_program,
    widths_of_program,
)
from terbuka.redaction.writers.fresh_font import _advance, _drawn, _nothing, _program, _to_unicode

TRIANGLE = Outline(
    (
        Step("move", 0.1, 0.0, False),
        Step("line", 0.5, 0.7, False),
        Step("line", 0.9, 0.0, False),
        Step("curve", 0.8, -0.1, False),
        Step("curve", 0.3, -0.1, False),
        Step("curve", 0.1, 0.0, True),
    ),
    0.951,
)
BAR = Outline(
    tuple(Step(kind, x, y, False) for kind, x, y in [("move", 0, 0), ("line", 1, 0), ("line", 1, 1)]), 1.0
)


@cache
def program(*outlines: Outline) -> bytes:
    drawn = [(_drawn(outline), _advance(outline)) for outline in outlines or (TRIANGLE, BAR)]
    return _program([(_nothing(), 0), (_nothing(), 250), *drawn])


def test_program_tells_the_widths_of_its_letters() -> None:
    assert widths_of_program(program()) == [0, 250, 951, 1000]


def test_program_without_letters_is_none_of_ours() -> None:
    with pytest.raises(NotOurs):
        widths_of_program(_program([(_nothing(), 0), (_nothing(), 250)]))


def test_large_program_has_long_offsets() -> None:
    many = tuple(
        Outline(
            (
                Step("move", 0, 0, False),
                *(Step("line", (at % 97) / 50, at / 700, False) for at in range(1, 700)),
            ),
            number / 1000,
        )
        for number in range(120)
    )
    data = program(*many)
    assert TTFont(io.BytesIO(data))["head"].indexToLocFormat == 1
    assert widths_of_program(data)[2:] == list(range(120))


def test_program_is_the_same_whenever_it_is_made() -> None:
    assert program() == program.__wrapped__()


@pytest.mark.parametrize("at", range(0, len(program()), 7))
def test_byte_changed_anywhere_is_seen(at: int) -> None:
    changed = bytearray(program())
    changed[at] ^= 0x21
    with pytest.raises(NotOurs):
        widths_of_program(bytes(changed))


@given(st.binary(max_size=400))
@settings(max_examples=60)
def test_any_bytes_are_no_program(data: bytes) -> None:
    with pytest.raises(NotOurs):
        widths_of_program(data)
    with pytest.raises(NotOurs):
        widths_of_program(program()[:12] + data)


@given(st.integers(0, len(program()) - 1))
def test_program_cut_short_is_seen(length: int) -> None:
    with pytest.raises(NotOurs):
        widths_of_program(program()[:length])


def saved(font: TTFont) -> bytes:
    made = io.BytesIO()
    font.save(made, reorderTables=None)
    return made.getvalue()


def reopened() -> TTFont:
    return TTFont(io.BytesIO(program()), recalcTimestamp=False)


def test_remark_in_a_table_of_its_own_is_seen() -> None:
    font = reopened()
    font["prep"] = newTable("prep")
    font["prep"].program = __import__("fontTools.ttLib.tables.ttProgram", fromlist=["Program"]).Program()
    font["prep"].program.fromBytecode(b"Melati")
    with pytest.raises(NotOurs):
        widths_of_program(saved(font))


def test_remark_in_the_fields_of_a_table_is_seen() -> None:
    font = reopened()
    font["hhea"].caretOffset = 1234
    with pytest.raises(NotOurs):
        widths_of_program(saved(font))


def test_letter_with_instructions_is_seen() -> None:
    font = reopened()
    glyph = font["glyf"]["glyph00002"]
    glyph.expand(font["glyf"])
    glyph.program.fromBytecode(b"\x4f")
    with pytest.raises(NotOurs):
        widths_of_program(saved(font))


def test_letter_made_of_others_is_seen() -> None:
    builder = FontBuilder(1000, isTTF=True)
    builder.updateHead(created=0, modified=0)
    names = [".notdef", "space", "a", "b"]
    builder.setupGlyphOrder(names)
    pen = TTGlyphPen({"a": _drawn(TRIANGLE)})
    pen.addComponent("a", (1, 0, 0, 1, 0, 0))
    builder.setupGlyf({".notdef": _nothing(), "space": _nothing(), "a": _drawn(TRIANGLE), "b": pen.glyph()})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (250, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupMaxp()
    with pytest.raises(NotOurs):
        widths_of_program(saved(builder.font))


def test_letter_that_draws_nothing_is_seen() -> None:
    blank = _program([(_nothing(), 0), (_nothing(), 250), (_nothing(), 500)])
    with pytest.raises(NotOurs):
        widths_of_program(blank)


def test_curves_stay_what_they_were() -> None:
    """Every point of the fresh outline lies on the box of the old one."""
    glyph = TTFont(io.BytesIO(program()))["glyf"]["glyph00002"]
    assert (glyph.xMin, glyph.xMax, glyph.yMax) == (100, 900, 700)


def test_map_tells_what_letters_mean() -> None:
    assert letters_of_map(_to_unicode(["a", "fi", "ñ"])) == [" ", "a", "fi", "ñ"]
    assert len(letters_of_map(_to_unicode([chr(0x4E00 + at) for at in range(250)]))) == 251


@pytest.mark.parametrize(
    "changed",
    [
        lambda data: data.replace(b"<0003>", b"<0007>"),  # a number is left out
        lambda data: data.replace(b"<0061>", b"<00610062006300640065>"),  # a whole name in one letter
        lambda data: data + b"% Melati\n",
        lambda data: data.replace(b"endbfchar", b"% Melati\nendbfchar"),
        lambda data: data.replace(b"<0001> <0020>\n", b""),
        lambda data: b"",
    ],
)
def test_map_with_more_in_it_is_seen(changed) -> None:
    data = _to_unicode(["a", "b"])
    with pytest.raises(NotOurs):
        letters_of_map(changed(data))


def test_widths_beyond_sixteen_bits_do_not_break_the_writer() -> None:
    wide = Outline(TRIANGLE.steps, 90.0)
    assert widths_of_program(program(wide)) == [0, 250, 8000]
    far = Outline((Step("move", 90, 0, False), *BAR.steps[1:]), 1.0)
    assert struct.pack(">h", 8000) in program(far)


def test_outlines_are_those_of_a_whole_program() -> None:
    bar, triangle = outlines_of_program(program())[2:]
    assert bar and triangle and bar.area > 0 and triangle.area > 0
    with pytest.raises(NotOurs):
        outlines_of_program(program()[:90])
