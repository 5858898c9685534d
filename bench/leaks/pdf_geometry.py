"""Turned text, turned and cropped pages, other units, inherited boxes."""

import math
from io import BytesIO

import typst

from leaks.case import Planted
from leaks.persons import words
from leaks.raw import A4, LEFT, Draft, lines, pdf_family, string

FAMILY, case = pdf_family("geometry")


def _turned(text: str, degrees: float, x: float, y: float, size: float = 14) -> bytes:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return b"BT /F %g Tf %.4f %.4f %.4f %.4f %g %g Tm %s Tj ET\n" % (
        size, cos, sin, -sin, cos, x, y, string(text),
    )  # fmt: skip


def _odd(draft: Draft, content: bytes, entries: bytes = b"", **more: object) -> Planted:
    draft.pdf.page(draft.harmless + content, entries=entries)
    return draft.by_term(**more)


@case
def upwards(draft: Draft) -> Planted:
    """Text that runs up the page."""
    return _odd(draft, _turned(f"Arsip {draft.person.name}", 90, 500, 200))


@case
def downwards(draft: Draft) -> Planted:
    """Text that runs down the page."""
    return _odd(draft, _turned(f"Arsip {draft.person.name}", -90, 500, 500))


@case
def upside_down(draft: Draft) -> Planted:
    """Text on its head."""
    return _odd(draft, _turned(f"Arsip {draft.person.name}", 180, 400, 300))


@case
def slanted(draft: Draft) -> Planted:
    """A watermark across the page."""
    return _odd(draft, b"q 0.75 g " + _turned(draft.person.name, 45, 130, 200, 40) + b"Q\n")


@case
def a_little_askew(draft: Draft) -> Planted:
    """Text at an angle of seven degrees."""
    return _odd(draft, _turned(f"Arsip {draft.person.name}", 7, LEFT, 400))


@case
def along_an_arc(draft: Draft) -> Planted:
    """Each letter turned a little further, as around a seal."""
    shown = b"".join(
        _turned(
            letter,
            90 - at * 8,
            300 - 110 * math.cos(math.radians(at * 8)),
            300 + 110 * math.sin(math.radians(at * 8)),
        )
        for at, letter in enumerate(draft.person.name)
    )
    return _odd(draft, shown)


@case
def mirrored(draft: Draft) -> Planted:
    """The wrong way round, as on a window."""
    return _odd(draft, b"q -1 0 0 1 400 400 cm BT /F 18 Tf 0 0 Td %s Tj ET Q\n" % string(draft.person.name))


@case
def one_letter_below_the_other(draft: Draft) -> Planted:
    """Upright letters in a column."""
    shown = b"".join(
        _turned(letter, 0, 500, 600 - 16 * at) for at, letter in enumerate(draft.person.name.upper())
    )
    return _odd(draft, shown)


@case
def slanted_type(draft: Draft) -> Planted:
    """Slanted by its matrix, as made italics are."""
    return _odd(draft, b"BT /F 14 Tf 1 0 0.3 1 72 400 Tm %s Tj ET\n" % string(draft.person.name))


def _page_turned(draft: Draft, degrees: int) -> Planted:
    """Content that is laid so that it stands upright once the page is turned."""
    width, height = A4
    matrix = {
        90: f"0 1 -1 0 {width} 0 cm", 180: f"-1 0 0 -1 {width} {height} cm", 270: f"0 -1 1 0 0 {height} cm",
    }[degrees]  # fmt: skip
    texts = [*draft.sentences[:2], draft.person.sentence, *draft.sentences[2:]]
    content = f"q {matrix} ".encode() + lines(texts, 500) + b"Q\n"
    draft.pdf.page(content, entries=b"/Rotate %d" % degrees)
    return draft.planted()


@case
def page_turned_90(draft: Draft) -> Planted:
    """A page that is shown turned to the right."""
    return _page_turned(draft, 90)


@case
def page_turned_180(draft: Draft) -> Planted:
    """A page that is shown upside down."""
    return _page_turned(draft, 180)


@case
def page_turned_270(draft: Draft) -> Planted:
    """A page that is shown turned to the left."""
    return _page_turned(draft, 270)


@case
def page_turned_and_text_not(draft: Draft) -> Planted:
    """The page is turned and its text lies on its side."""
    draft.pdf.page(draft.report, entries=b"/Rotate 90")
    return draft.planted()


@case
def turned_cropped_and_in_other_units(draft: Draft) -> Planted:
    """Everything at once."""
    content = b"q 0.5 0 0 0.5 20 30 cm " + draft.report + b"Q\n"
    boxes = b"/MediaBox [-20 -30 320 440] /CropBox [10 20 310 420] /UserUnit 2 /Rotate 270"
    draft.pdf.page(content, entries=boxes)
    return draft.planted()


@case
def larger_units(draft: Draft) -> Planted:
    """A unit of a third of an inch."""
    content = b"q 0.25 0 0 0.25 0 0 cm " + draft.report + b"Q\n"
    draft.pdf.page(content, entries=b"/MediaBox [0 0 149 211] /UserUnit 4")
    return draft.planted()


@case
def origin_elsewhere(draft: Draft) -> Planted:
    """The lower left corner is not at nought."""
    content = b"q 1 0 0 1 -1000 2000 cm " + draft.report + b"Q\n"
    draft.pdf.page(content, entries=b"/MediaBox [-1000 2000 -405 2842]")
    return draft.planted()


@case
def box_with_its_corners_swapped(draft: Draft) -> Planted:
    """The box of the page begins at its upper right corner."""
    draft.pdf.page(draft.report, entries=b"/MediaBox [595 842 0 0]")
    return draft.planted()


@case
def inherited_boxes(draft: Draft) -> Planted:
    """Size, crop and turn stand at the tree of pages."""
    draft.pdf.tree = b"/MediaBox [0 0 595 842] /CropBox [0 40 595 842] /Rotate 0"
    number = draft.pdf.page(draft.report, size=())  # type: ignore[arg-type]
    assert b"/MediaBox" not in draft.pdf.objects[number]
    return draft.planted()


@case
def crop_larger_than_the_page(draft: Draft) -> Planted:
    """The crop reaches out of the page."""
    draft.pdf.page(draft.report, entries=b"/MediaBox [0 0 595 842] /CropBox [-100 -100 900 900]")
    return draft.planted()


@case
def poster(draft: Draft) -> Planted:
    """A sheet of A1 with the report in its middle."""
    content = b"q 2.6 0 0 2.6 0 0 cm " + draft.report + b"Q\n"
    draft.pdf.page(content, size=(1684, 2384))
    return draft.planted()


@case
def slip(draft: Draft) -> Planted:
    """A slip of paper as small as a card."""
    draft.pdf.page(lines([draft.person.name], 60, 20) + lines(["Kartu antrean"], 90, 20), size=(240, 140))
    return draft.by_term(kept=("Kartu", "antrean"))


@case
def pages_of_all_sizes(draft: Draft) -> Planted:
    """Upright, lying, turned, in one file."""
    draft.pdf.page(draft.report)
    draft.pdf.page(b"q 1 0 0 1 0 -250 cm " + draft.report + b"Q\n", size=(842, 595))
    draft.pdf.page(draft.report, entries=b"/Rotate 180")
    return draft.planted(kept=words(draft.sentences) * 3, pages=3)


def _typeset(draft: Draft, source: str, **more: object) -> Planted:
    return draft.planted(typst.compile(source.encode()), **more)


@case
def typeset(draft: Draft) -> Planted:
    """From a typesetter: embedded fonts with two-byte codes, justified, tagged."""
    told = " ".join([*draft.sentences[:3], draft.person.sentence, *draft.sentences[3:]])
    return _typeset(draft, '#set page(paper: "a4")\n#set par(justify: true)\n' + told)


@case
def typeset_table(draft: Draft) -> Planted:
    """A ruled table of names and numbers."""
    cells = f"[Nama], [NIK], [{draft.person.name}], [{draft.person.nik}]"
    told = "\n\n".join(draft.sentences)
    return _typeset(draft, f'#set page(paper: "a4")\n{told}\n\n#table(columns: 2, {cells})')


@case
def typeset_columns(draft: Draft) -> Planted:
    """Two columns, hyphenated."""
    told = " ".join([*draft.sentences, draft.person.sentence, *draft.sentences])
    source = (
        '#set page(paper: "a4", columns: 2)\n#set text(lang: "id", hyphenate: false)\n#set '
        "par(justify: true)\n"
    )
    return _typeset(draft, source + told, kept=words(draft.sentences) * 2)


@case
def merged_by_another_program(draft: Draft) -> Planted:
    """Typeset, then saved anew by a program that keeps all it does not know."""
    import pikepdf

    data = typst.compile(
        f'#set page(paper: "a4")\n{draft.person.sentence}\n\n{" ".join(draft.sentences)}'.encode()
    )
    buffer = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.docinfo["/Author"] = draft.person.name
        pdf.Root["/Catatan"] = pikepdf.String(draft.person.name)
        pdf.save(buffer)
    return draft.planted(buffer.getvalue())
