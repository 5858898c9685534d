"""PDF pages without the secret on which something still has its measure."""

import io
from pathlib import Path
from random import Random

import pikepdf
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name

from leaks.persons import Person
from leaks.plant import SECRET_LINE, Bed, Kind, page_lines
from leaks.sheets import (
    LEFT,
    SIZE,
    Sheet,
    box_of,
    filled,
    literal,
    pdf,
    stream,
    text_at,
    typeface,
    width_of,
    y_of,
)

LEAKS = Bed("pdf", Kind.SIDE)


def around(who: Person) -> tuple[str, str]:
    """What stands before and after the name."""
    sentence = who.sentence.replace(f", NIK {who.nik}", "")
    before, _, after = sentence.partition(who.name)
    return before, after


def without_line(seed: Random, who: Person, drawn: bytes) -> bytes:
    lines = page_lines(seed, "")
    return pdf(Sheet(lines, after=drawn))


@LEAKS.plant
def gap_in_one_string(seed: Random, who: Person) -> bytes:
    """The name was cut out of the string; a kerning as wide as it was takes its place."""
    before, after = around(who)
    kern = -width_of(who.name) / SIZE * 1000
    shown = literal(before) + b" %.3f " % kern + literal(after)
    place = f"BT /F {SIZE} Tf {LEFT} {y_of(SECRET_LINE)} Td [".encode()
    return without_line(seed, who, place + shown + b"] TJ ET\n")


@LEAKS.plant
def word_where_it_was(seed: Random, who: Person) -> bytes:
    """What followed the name still stands where it stood."""
    before, after = around(who)
    y = y_of(SECRET_LINE)
    rest = text_at(after, LEFT + width_of(before + who.name), y)
    return without_line(seed, who, text_at(before, LEFT, y) + rest)


@LEAKS.plant
def box_as_wide_as_the_name(seed: Random, who: Person) -> bytes:
    """The same with a box that fits exactly."""
    return with_box(seed, who, filled(place_of(who)))


def with_box(seed: Random, who: Person, drawn: bytes) -> bytes:
    """The line with the name cut out and something drawn in its place."""
    before, after = around(who)
    y = y_of(SECRET_LINE)
    rest = text_at(after, LEFT + width_of(before + who.name), y)
    return without_line(seed, who, text_at(before, LEFT, y) + rest + drawn)


def place_of(who: Person) -> tuple[float, float, float, float]:
    before, after = around(who)
    return box_of(before + who.name + after, who.name, SECRET_LINE, 0)


@LEAKS.plant
def white_box_as_wide_as_the_name(seed: Random, who: Person) -> bytes:
    return with_box(seed, who, filled(place_of(who), "1 g"))


@LEAKS.plant
def box_as_wide_as_the_name_with_a_label(seed: Random, who: Person) -> bytes:
    """A small label in the middle of the box, which does not give it its width."""
    box = place_of(who)
    middle = box[0] + (box[2] - width_of("DITUTUP", 7)) / 2
    return with_box(seed, who, filled(box) + text_at("DITUTUP", middle, y_of(SECRET_LINE), 7, "1 g"))


@LEAKS.plant
def boxes_word_by_word(seed: Random, who: Person) -> bytes:
    """One box for each part of the name."""
    before, after = around(who)
    sentence = before + who.name + after
    boxes = (filled(box_of(sentence, part, SECRET_LINE, 0)) for part in who.name.split())
    return with_box(seed, who, b"".join(boxes))


@LEAKS.plant
def subset_of_the_secrets_letters(seed: Random, who: Person) -> bytes:
    """An embedded font holds only the letters of the name, which no page shows."""
    return with_subset(seed, who, b"")


@LEAKS.plant
def subset_that_shows_nothing_any_more(seed: Random, who: Person) -> bytes:
    """The same, and the page still chooses the font where the name was."""
    return with_subset(seed, who, f"BT /S {SIZE} Tf {LEFT} 90 Td () Tj ET\n".encode())


def with_subset(seed: Random, who: Person, drawn: bytes) -> bytes:
    font = TTFont(io.BytesIO(bytes_of_a_font()))
    options = Options()
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(text=who.name)
    subsetter.subset(font)
    buffer = io.BytesIO()
    font.save(buffer)

    def embed(document: pikepdf.Pdf) -> None:
        program = stream(document, buffer.getvalue(), Length1=len(buffer.getvalue()))
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name("/ABCDEF+Sisa"),
            Flags=32,
            FontBBox=Array([0, -300, 1000, 900]),
            ItalicAngle=0,
            Ascent=900,
            Descent=-200,
            CapHeight=700,
            StemV=80,
            FontFile2=program,
        )
        document.pages[0].obj.Resources.Font["/S"] = document.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.TrueType,
                BaseFont=Name("/ABCDEF+Sisa"),
                Encoding=Name.WinAnsiEncoding,
                FirstChar=32,
                LastChar=122,
                Widths=Array([500] * 91),
                FontDescriptor=document.make_indirect(descriptor),
            )
        )

    sheet = Sheet(page_lines(seed, "Pelapor hadir memberi keterangan."), after=drawn)
    return pdf(sheet, finish=embed)


def bytes_of_a_font() -> bytes:
    file = typeface(10)
    if isinstance(file.path, str):
        return Path(file.path).read_bytes()
    file.path.seek(0)
    return bytes(file.path.read())
