"""PDF pages that are redacted well, in files that say the secret where no extractor of text looks."""

from collections.abc import Callable
from random import Random

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from leaks.persons import Person
from leaks.plant import Bed, Kind, page_lines, redacted
from leaks.sheets import Made, Sheet, filled, form, helvetica, literal, pdf, rect, stream, text_at

LEAKS = Bed("pdf", Kind.STRUCTURE)
BOX = (72.0, 300.0, 450.0, 20.0)
CELL = {"PatternType": 1, "PaintType": 1, "TilingType": 1, "XStep": 2000, "YStep": 2000}
UNSEEN_SQUARE = filled((20, 20, 9, 9), "/Pattern cs /P scn")
LETTER = b"BT /T 10 Tf 72 200 Td (a) Tj ET\n"
Say = Callable[[str], bytes]
"""Operators that show a sentence."""


def plain(sentence: str) -> bytes:
    return text_at(sentence, 2, 5)


def kerned(sentence: str) -> bytes:
    """Letter by letter, with a shift between each two."""
    letters = b" 12 ".join(map(literal, sentence))
    return b"BT /F 12 Tf 2 5 Td [" + letters + b"] TJ ET\n"


def good(seed: Random, who: Person, after: bytes = b"", **resources: Made) -> bytes:
    return pdf(Sheet(page_lines(seed, redacted(who)), after=after, resources=resources))


def tiled(tile: pikepdf.Object) -> pikepdf.Object:
    """The form as the one pattern of a page."""
    for key, value in CELL.items():
        tile[f"/{key}"] = value
    tile.Type = Name.Pattern
    del tile["/Subtype"]
    return Dictionary(P=tile)


def in_pattern(seed: Random, who: Person, say: Say) -> bytes:
    """A square is filled with a pattern of which it shows an empty corner."""

    def pattern(document: pikepdf.Pdf) -> pikepdf.Object:
        return tiled(form(document, say(who.sentence), (0, 0, 600, 20)))

    return good(seed, who, UNSEEN_SQUARE, Pattern=pattern)


def in_soft_mask(seed: Random, who: Person, say: Say) -> bytes:
    """A mask of a square that does not lie where the letters of the mask are."""

    def state(document: pikepdf.Pdf) -> pikepdf.Object:
        group = form(document, b"1 g " + say(who.sentence), (0, 0, 600, 20))
        group.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
        return Dictionary(G=Dictionary(SMask=Dictionary(S=Name.Luminosity, G=group)))

    square = b"q /G gs " + filled((500, 700, 9, 9)) + b"Q\n"
    return good(seed, who, square, ExtGState=state)


def in_letter(seed: Random, who: Person, say: Say) -> bytes:
    """A letter of a font of type 3 that clips all of itself away."""

    def fonts(document: pikepdf.Pdf) -> pikepdf.Object:
        drawn = b"900 0 d0 q 0 0 0 0 re W n " + say(who.sentence) + b" Q"
        font = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=Array([0, 0, 1000, 1000]),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
            CharProcs=Dictionary(a=stream(document, drawn)),
            Encoding=Dictionary(Differences=Array([97, Name("/a")])),
            FirstChar=97,
            LastChar=97,
            Widths=Array([900]),
            Resources=Dictionary(Font=Dictionary(F=helvetica(document))),
        )
        return Dictionary(F=helvetica(document), T=document.make_indirect(font))

    def finish(document: pikepdf.Pdf) -> None:
        document.pages[0].obj.Resources.Font = fonts(document)

    return pdf(Sheet(page_lines(seed, redacted(who)), after=LETTER), finish=finish)


def in_look(seed: Random, who: Person, say: Say, *, state: bool) -> bytes:
    """A button that would show the sentence while it is pressed, or in another state."""

    def notes(document: pikepdf.Pdf) -> pikepdf.Object:
        blank, told = form(document, b"", BOX), form(document, say(who.sentence), BOX)
        looks = Dictionary(N=Dictionary(Off=blank, Yes=told)) if state else Dictionary(N=blank, D=told)
        keys = {"AS": Name.Off} if state else {}
        button = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Btn,
            T=String("b"),
            F=4,
            Rect=rect(BOX),
            AP=looks,
            **keys,
        )
        return Array([document.make_indirect(button)])

    return pdf(Sheet(page_lines(seed, redacted(who)), keys={"Annots": notes}))


for _how, _say in {"text": plain, "kerned text": kerned}.items():
    LEAKS.add(f"{_how} in a pattern", lambda seed, who, s=_say: in_pattern(seed, who, s))
    LEAKS.add(f"{_how} in a soft mask", lambda seed, who, s=_say: in_soft_mask(seed, who, s))
    LEAKS.add(f"{_how} in a letter", lambda seed, who, s=_say: in_letter(seed, who, s))
    LEAKS.add(f"{_how} of a pressed button", lambda seed, who, s=_say: in_look(seed, who, s, state=False))
    LEAKS.add(f"{_how} of another state", lambda seed, who, s=_say: in_look(seed, who, s, state=True))


@LEAKS.plant
def name_of_an_ink(seed: Random, who: Person) -> bytes:
    """A spot colour is called as the person is."""

    def spaces(document: pikepdf.Pdf) -> pikepdf.Object:
        curve = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1]), C1=Array([0]), N=1)
        return Dictionary(C=Array([Name.Separation, Name("/" + who.name), Name.DeviceGray, curve]))

    return good(seed, who, filled((72, 200, 20, 2), "/C cs 1 scn"), ColorSpace=spaces)


@LEAKS.plant
def name_of_one_of_two_inks(seed: Random, who: Person) -> bytes:
    """The same, one of several inks."""

    def spaces(document: pikepdf.Pdf) -> pikepdf.Object:
        mix = document.make_stream(
            b"{ add }", FunctionType=4, Domain=Array([0, 1, 0, 1]), Range=Array([0, 1])
        )
        inks = Array([Name.Black, Name("/" + who.name)])
        return Dictionary(C=Array([Name.DeviceN, inks, Name.DeviceGray, document.make_indirect(mix)]))

    return good(seed, who, filled((72, 200, 20, 2), "/C cs 0 0 scn"), ColorSpace=spaces)


@LEAKS.plant
def name_of_a_tag(seed: Random, who: Person) -> bytes:
    """What marks a piece of the content."""
    tag = "/" + who.name.replace(" ", "#20")
    return good(seed, who, f"{tag} BMC EMC\n".encode())


@LEAKS.plant
def name_of_a_state(seed: Random, who: Person) -> bytes:
    """What the page calls a state of its graphics."""
    key = "/" + who.name.replace(" ", "")
    return good(
        seed, who, f"{key} gs\n".encode(), ExtGState=lambda document: Dictionary({key: Dictionary(LW=1)})
    )


@LEAKS.plant
def names_of_glyphs(seed: Random, who: Person) -> bytes:
    """The code of a font goes on with the letters of the name, in order."""

    def finish(document: pikepdf.Pdf) -> None:
        glyphs = [Name("/space" if letter == " " else f"/{letter}") for letter in who.name]
        font = helvetica(document)
        font.Encoding = Dictionary(Type=Name.Encoding, Differences=Array([1, *glyphs]))
        document.pages[0].obj.Resources.Font["/S"] = font

    shown = b"BT /S 12 Tf 72 200 Td (\\001) Tj ET\n"
    return pdf(Sheet(page_lines(seed, redacted(who)), after=shown), finish=finish)


def finished(seed: Random, who: Person, finish: Callable[[pikepdf.Pdf], None]) -> bytes:
    return pdf(Sheet(page_lines(seed, redacted(who))), finish=finish)


@LEAKS.plant
def language_of_the_file(seed: Random, who: Person) -> bytes:
    def finish(document: pikepdf.Pdf) -> None:
        document.Root.Lang = String(who.name)

    return finished(seed, who, finish)


@LEAKS.plant
def letters_that_a_font_has(seed: Random, who: Person) -> bytes:
    """The list of the letters of a subset."""

    def finish(document: pikepdf.Pdf) -> None:
        letters = "".join("/space" if letter == " " else f"/{letter}" for letter in who.name)
        document.pages[0].obj.Resources.Font.F.FontDescriptor = Dictionary(
            Type=Name.FontDescriptor, FontName=Name.Helvetica, Flags=32, CharSet=String(letters)
        )

    return finished(seed, who, finish)


def linked(seed: Random, who: Person, key: str) -> bytes:
    """A link that says the name under a key for programs."""

    def finish(document: pikepdf.Pdf) -> None:
        link = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=Array([72, 72, 90, 90]), Border=Array([0, 0, 0])
        )
        link[f"/{key}"] = String(who.name)
        document.pages[0].obj.Annots = Array([document.make_indirect(link)])

    return finished(seed, who, finish)


for _key in ("NM", "M", "DA", "T"):
    LEAKS.add(f"{_key} of a link", lambda seed, who, k=_key: linked(seed, who, k))


@LEAKS.plant
def string_before_an_unknown_operator(seed: Random, who: Person) -> bytes:
    return good(seed, who, b"BX " + literal(who.sentence) + b" xyz EX\n")


@LEAKS.plant
def remark_behind_operators(seed: Random, who: Person) -> bytes:
    """A remark in the middle of a line of a form that the page draws."""

    def forms(document: pikepdf.Pdf) -> pikepdf.Object:
        return form(document, f"0 g % {who.sentence}\n".encode(), BOX)

    return pdf(Sheet(page_lines(seed, redacted(who)), after=b"/B Do\n", pictures={"B": forms}))
