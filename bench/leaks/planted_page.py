"""PDF pages on which a secret is covered, or only invisible, and still there."""

from collections.abc import Sequence
from random import Random

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw, ImageFilter

from leaks.outlines import outlined
from leaks.persons import Person
from leaks.plant import SECRET_LINE, Bed, Kind, page_lines, redacted
from leaks.scans import jpeg_of, scan
from leaks.sheets import (
    HEIGHT,
    LEFT,
    SIZE,
    WIDTH,
    Box,
    Made,
    Sheet,
    box_of,
    drawn,
    filled,
    form,
    pdf,
    picture,
    rect,
    text_at,
    typeface,
    y_of,
)

LEAKS = Bed("pdf", Kind.STRUCTURE)


def lines_with(seed: Random, who: Person) -> list[str]:
    return page_lines(seed, who.sentence)


def boxes(who: Person) -> list[Box]:
    """Where name and number stand in the person's sentence."""
    return [box_of(who.sentence, part, SECRET_LINE) for part in (who.name, who.nik)]


def covered(seed: Random, who: Person, over: bytes, **more: object) -> bytes:
    """The page with the sentence and ``over`` drawn on it."""
    return pdf(Sheet(lines_with(seed, who), after=over, **more))


@LEAKS.plant
def black_rectangle(seed: Random, who: Person) -> bytes:
    """Black rectangles over the text."""
    return covered(seed, who, b"".join(map(filled, boxes(who))))


@LEAKS.plant
def black_rectangle_of_another_colour(seed: Random, who: Person) -> bytes:
    """Dark blue rectangles."""
    return covered(seed, who, b"".join(filled(box, "0.05 0.1 0.3 rg") for box in boxes(who)))


@LEAKS.plant
def white_rectangle(seed: Random, who: Person) -> bytes:
    """White rectangles, so that nothing seems to be missing."""
    return covered(seed, who, b"".join(filled(box, "1 g") for box in boxes(who)))


@LEAKS.plant
def thick_line(seed: Random, who: Person) -> bytes:
    """A line as thick as the text is high."""
    lines = (f"q 16 w {x} {y + 7} m {x + w} {y + 7} l S Q\n".encode() for x, y, w, _ in boxes(who))
    return covered(seed, who, b"".join(lines))


@LEAKS.plant
def picture_over_text(seed: Random, who: Person) -> bytes:
    """A black picture laid over the text."""
    over = b"".join(drawn("I", box) for box in boxes(who))
    return covered(seed, who, over, pictures={"I": picture(Image.new("L", (8, 8), 0))})


@LEAKS.plant
def photograph_over_text(seed: Random, who: Person) -> bytes:
    """A photograph laid over the sentence."""
    photo = Image.effect_noise((200, 60), 60).filter(ImageFilter.GaussianBlur(4))
    over = drawn("I", (LEFT, y_of(SECRET_LINE) - 6, 450, 24))
    return covered(seed, who, over, pictures={"I": picture(photo)})


@LEAKS.plant
def form_over_text(seed: Random, who: Person) -> bytes:
    """A black form XObject over the text."""
    box = boxes(who)[0]
    blank = filled((0, 0, box[2], box[3]))
    over = b"".join(b"q 1 0 0 1 %.2f %.2f cm /B Do Q\n" % (x, y) for x, y, _, _ in boxes(who))
    return covered(seed, who, over, pictures={"B": lambda document: form(document, blank, (0, 0, 140, 16))})


def annotated(seed: Random, who: Person, subtype: str, black: bool = True, **more: object) -> bytes:
    """An annotation over each part that was to be hidden, printed with the page."""

    def make(document: pikepdf.Pdf) -> pikepdf.Object:
        made = []
        for box in boxes(who):
            x, y, w, h = box
            look = form(document, filled((0, 0, w, h)) if black else b"", box)
            keys = {
                "QuadPoints": Array([x, y + h, x + w, y + h, x, y, x + w, y]),
                "C": Array([0, 0, 0]),
                "IC": Array([0, 0, 0]),
                "AP": Dictionary(N=look),
                **more,
            }
            made.append(Dictionary(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=rect(box), F=4, **keys))
        return Array([document.make_indirect(item) for item in made])

    return covered(seed, who, b"", keys={"Annots": make})


for _subtype in ("Square", "Highlight", "Ink", "Stamp", "FreeText", "Polygon"):
    LEAKS.add(f"{_subtype} annotation", lambda seed, who, s=_subtype: annotated(seed, who, s))


@LEAKS.plant
def redactions_never_applied(seed: Random, who: Person) -> bytes:
    """Marked for redaction and saved before that was done."""
    return annotated(seed, who, "Redact", black=False, OverlayText=String(""))


@LEAKS.plant
def form_field_over_text(seed: Random, who: Person) -> bytes:
    """An empty form field with a black ground."""
    return annotated(seed, who, "Widget", FT=Name.Tx, T=String("kotak"), MK=Dictionary(BG=Array([0, 0, 0])))


@LEAKS.plant
def black_on_black(seed: Random, who: Person) -> bytes:
    """The ground made black, the text left black on it."""
    under = b"".join(map(filled, boxes(who)))
    return pdf(Sheet(lines_with(seed, who), before=under))


def shown_as(seed: Random, who: Person, state: str, size: float = SIZE, x: float = LEFT) -> bytes:
    """A good page, and the sentence shown once more in a way that nobody sees."""
    again = text_at(who.sentence, x, y_of(10), size, state)
    return pdf(Sheet(page_lines(seed, redacted(who)), after=again))


LEAKS.add("white text", lambda seed, who: shown_as(seed, who, "1 g"))
LEAKS.add("nearly white text", lambda seed, who: shown_as(seed, who, "0.98 g"))
LEAKS.add("text without ink", lambda seed, who: shown_as(seed, who, "3 Tr"))
LEAKS.add("tiny text", lambda seed, who: shown_as(seed, who, "", 0.8))
LEAKS.add("text off the page", lambda seed, who: shown_as(seed, who, "", x=WIDTH + 40))
LEAKS.add("clipped text", lambda seed, who: shown_as(seed, who, "0 0 10 10 re W n"))
LEAKS.add("text of no width", lambda seed, who: shown_as(seed, who, "1 Tz"))
LEAKS.add("text as clipping path", lambda seed, who: shown_as(seed, who, "7 Tr"))


@LEAKS.plant
def transparent_text(seed: Random, who: Person) -> bytes:
    """Text whose opacity is nought."""
    state = {"ExtGState": lambda document: Dictionary(G=Dictionary(ca=0, CA=0))}
    sheet = Sheet(page_lines(seed, redacted(who)), after=text_at(who.sentence, LEFT, y_of(10), state="/G gs"))
    sheet.resources = state
    return pdf(sheet)


@LEAKS.plant
def cropped_away(seed: Random, who: Person) -> bytes:
    """The part of the page with the sentence lies outside the crop box."""
    sheet = Sheet(page_lines(seed, redacted(who)), after=text_at(who.sentence, LEFT, 60))
    sheet.keys = {"CropBox": lambda document: Array([0, 120, WIDTH, HEIGHT])}
    return pdf(sheet)


@LEAKS.plant
def hidden_layer(seed: Random, who: Person) -> bytes:
    """The sentence is on a layer that is switched off."""

    def layer(document: pikepdf.Pdf) -> pikepdf.Object:
        group = document.make_indirect(Dictionary(Type=Name.OCG, Name=String("Lapisan")))
        document.Root.OCProperties = Dictionary(
            OCGs=Array([group]), D=Dictionary(OFF=Array([group]), Order=Array([group]))
        )
        return Dictionary(L=group)

    sheet = Sheet(page_lines(seed, redacted(who)), resources={"Properties": layer})
    sheet.after = b"/OC /L BDC\n" + text_at(who.sentence, LEFT, y_of(10)) + b"EMC\n"
    return pdf(sheet)


@LEAKS.plant
def actual_text(seed: Random, who: Person) -> bytes:
    """What stands for a label in speech is the name."""
    named = b"/Span << /ActualText (" + who.name.encode() + b") >> BDC\n"
    return pdf(Sheet(page_lines(seed, redacted(who)), before=named + b"EMC\n"))


@LEAKS.plant
def comment_in_the_content(seed: Random, who: Person) -> bytes:
    """A remark between the operators of the page."""
    return pdf(Sheet(page_lines(seed, redacted(who)), before=f"% {who.sentence}\n".encode()))


@LEAKS.plant
def form_that_nothing_draws(seed: Random, who: Person) -> bytes:
    """A form in the resources holds the sentence; the page does not draw it any more."""

    def unused(document: pikepdf.Pdf) -> pikepdf.Object:
        return form(document, text_at(who.sentence, 0, 5), (0, 0, 500, 20))

    return pdf(Sheet(page_lines(seed, redacted(who)), pictures={"Old": unused}))


@LEAKS.plant
def pattern_that_nothing_paints(seed: Random, who: Person) -> bytes:
    """A tiling pattern holds the sentence."""

    def pattern(document: pikepdf.Pdf) -> pikepdf.Object:
        tile = form(document, text_at(who.sentence, 0, 5), (0, 0, 500, 20))
        keys = {"PatternType": 1, "PaintType": 1, "TilingType": 1, "XStep": 500, "YStep": 20}
        for key, value in keys.items():
            tile[f"/{key}"] = value
        tile.Type, tile.Subtype = Name.Pattern, Name.Pattern
        return Dictionary(P=tile)

    return pdf(Sheet(page_lines(seed, redacted(who)), resources={"Pattern": pattern}))


def scanned(seed: Random, who: Person, over: Sequence[Box], layer: str = "", **more: object) -> bytes:
    """A scan of the page with black rectangles drawn over it, and a text layer."""
    page = scan(lines_with(seed, who))
    sheet = Sheet(pictures={"I": picture(page, jpeg=jpeg_of(page), **more)})
    sheet.after = drawn("I", (0, 0, WIDTH, HEIGHT)) + b"".join(map(filled, over))
    if layer:
        sheet.after += text_at(layer, LEFT, y_of(SECRET_LINE), state="3 Tr")
    return pdf(sheet)


@LEAKS.plant
def rectangle_over_a_scan(seed: Random, who: Person) -> bytes:
    """Rectangles over the picture of a page, whose pixels are as they were."""
    return scanned(seed, who, boxes(who))


@LEAKS.plant
def text_layer_of_a_scan(seed: Random, who: Person) -> bytes:
    """The scan is painted black; the words that were read in it stay in the layer."""
    page = scan(lines_with(seed, who), black=(who.name, who.nik))
    sheet = Sheet(pictures={"I": picture(page)})
    sheet.after = drawn("I", (0, 0, WIDTH, HEIGHT))
    sheet.after += text_at(who.sentence, LEFT, y_of(SECRET_LINE), state="3 Tr")
    return pdf(sheet)


def redacted_scan(seed: Random, who: Person, name: str, make: Made, shown: bytes = b"") -> bytes:
    """A good page with a picture in its resources; ``shown``: how the page draws it."""
    sheet = Sheet(page_lines(seed, redacted(who)), after=shown, pictures={name: make})
    return pdf(sheet)


def strip(text: str) -> Image.Image:
    """A picture of one line."""
    image = Image.new("L", (900, 60), 255)
    ImageDraw.Draw(image).text((10, 10), text, fill=0, font=typeface(32))
    return image


@LEAKS.plant
def picture_that_nothing_draws(seed: Random, who: Person) -> bytes:
    """The picture of the sentence is in the resources and not on the page."""
    return redacted_scan(seed, who, "Old", picture(strip(f"Pelapor {who.name}")))


@LEAKS.plant
def picture_cut_off_by_a_clip(seed: Random, who: Person) -> bytes:
    """A picture of which the page shows the empty half."""
    wide = Image.new("L", (900, 120), 255)
    wide.paste(strip(f"Pelapor {who.name}"), (0, 60))
    shown = b"q 72 330 450 29 re W n " + drawn("I", (72, 300, 450, 60)) + b"Q\n"
    return redacted_scan(seed, who, "I", picture(wide), shown)


@LEAKS.plant
def picture_off_the_page(seed: Random, who: Person) -> bytes:
    """A picture that stands beside the page."""
    return redacted_scan(
        seed, who, "I", picture(strip(f"Pelapor {who.name}")), drawn("I", (700, 300, 450, 30))
    )


@LEAKS.plant
def picture_behind_its_mask(seed: Random, who: Person) -> bytes:
    """A picture whose soft mask hides all of it."""

    def mask(document: pikepdf.Pdf) -> pikepdf.Object:
        return picture(Image.new("L", (900, 60), 0))(document)

    text = picture(strip(f"Pelapor {who.name}"), SMask=mask)
    return redacted_scan(seed, who, "I", text, drawn("I", (72, 300, 450, 30)))


@LEAKS.plant
def picture_under_a_picture(seed: Random, who: Person) -> bytes:
    """A picture of the sentence with a black one over it."""
    sheet = Sheet(page_lines(seed, redacted(who)))
    sheet.pictures = {"I": picture(strip(f"Pelapor {who.name}")), "B": picture(Image.new("L", (8, 8), 0))}
    sheet.after = drawn("I", (72, 300, 450, 30)) + drawn("B", (70, 295, 460, 40))
    return pdf(sheet)


@LEAKS.plant
def outlines_under_a_rectangle(seed: Random, who: Person) -> bytes:
    """The sentence is drawn as outlines and covered by a rectangle."""
    over = outlined(who.sentence, LEFT, 300, SIZE) + filled((LEFT - 2, 294, 460, 18))
    return pdf(Sheet(page_lines(seed, redacted(who)), after=over))


@LEAKS.plant
def annotation_that_is_not_shown(seed: Random, who: Person) -> bytes:
    """A note on the page with the flag that hides it."""

    def make(document: pikepdf.Pdf) -> pikepdf.Object:
        box = (72.0, 300.0, 450.0, 20.0)
        look = form(document, text_at(who.sentence, 2, 5), box)
        note = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=rect(box), F=2, AP=Dictionary(N=look))
        return Array([document.make_indirect(note)])

    return pdf(Sheet(page_lines(seed, redacted(who)), keys={"Annots": make}))


@LEAKS.plant
def inline_picture_of_no_size(seed: Random, who: Person) -> bytes:
    """A picture of the sentence drawn as small as a point."""
    return redacted_scan(seed, who, "I", picture(strip(f"Pelapor {who.name}")), drawn("I", (72, 300, 2, 1)))
