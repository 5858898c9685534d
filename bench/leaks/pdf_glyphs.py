"""Fonts and letters: what a glyph shows, what the file says it means, and what else a font can hold."""

from collections.abc import Mapping

from leaks.case import Planted, Shown
from leaks.raw import LEFT, Draft, name, pdf_family, show, string

FAMILY, case = pdf_family("glyphs")
LOW = 500
HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica %s >>"


def _meaning(draft: Draft, pairs: Mapping[int, str]) -> bytes:
    """A ToUnicode map."""
    rows = "".join(f"<{code:02x}> <{said.encode('utf-16-be').hex()}>\n" for code, said in pairs.items())
    told = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def "
        "1 begincodespacerange <00> <ff> endcodespacerange "
        f"{len(pairs)} beginbfchar\n{rows}endbfchar endcmap end end"
    )
    return b"/ToUnicode %d 0 R" % draft.pdf.stream(told.encode())


def _font(draft: Draft, entries: bytes, font: str = "G") -> None:
    draft.pdf.fonts[font] = draft.pdf.add(HELVETICA % entries)


def _odd(draft: Draft, content: bytes, **more: object) -> Planted:
    draft.pdf.page(draft.harmless + content)
    return draft.by_term(**more)


@case
def shown_means_another(draft: Draft) -> Planted:
    """The name is shown, and the file says that it means something else."""
    _font(draft, b"/Encoding /WinAnsiEncoding " + _meaning(draft, dict.fromkeys(range(32, 127), "x")))
    return _odd(draft, show(draft.person.name, LEFT, LOW, 16, font="G"), shown=Shown.PIXELS)


@case
def means_what_is_not_shown(draft: Draft) -> Planted:
    """Harmless letters are shown, and the file says that they mean the name."""
    said, shown = draft.person.name, "Daftar hadir rapat kerja"[: len(draft.person.name)]
    codes = {0x80 + at: letter for at, letter in enumerate(said)}
    names = {" ": b"space"}
    differences = b" ".join(
        b"/" + names.get(letter, letter.encode()) for letter in shown.ljust(len(said), "a")
    )
    _font(draft, b"/Encoding << /Differences [128 %s] >> " % differences + _meaning(draft, codes))
    text = b"BT /G 16 Tf 72 %d Td <%s> Tj ET\n" % (LOW, bytes(codes).hex().encode())
    return _odd(draft, text)


@case
def of_unknown_meaning(draft: Draft) -> Planted:
    """Codes of which the file does not say what they mean: glyphs with names of their own."""
    letters = sorted(set(draft.person.name) - {" "})
    procs = b" ".join(
        b"/x%d %d 0 R" % (at, draft.pdf.stream(_drawn(letter))) for at, letter in enumerate(letters)
    )
    names = b" ".join(b"/x%d" % at for at in range(len(letters)))
    draft.pdf.fonts["T"] = draft.pdf.add(
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 -200 700 800] /FontMatrix [.001 0 0 .001 "
        b"0 0] /FirstChar 65 "
        b"/LastChar %d /Widths [%s] /CharProcs << %s >> /Encoding << /Differences [65 %s] >> "
        b"/Resources << /Font "
        b"<< /F %d 0 R >> >> >>"
        % (64 + len(letters), b" ".join([b"650"] * len(letters)), procs, names, draft.pdf.fonts["F"])
    )
    shown = b"".join(
        show(chr(65 + letters.index(letter)), LEFT + 13 * at, LOW, 20, font="T")
        for at, letter in enumerate(draft.person.name)
        if letter != " "
    )
    return _odd(draft, shown, shown=Shown.PIXELS)


def _drawn(letter: str) -> bytes:
    """A glyph that is made of a letter of another font."""
    return b"650 0 0 -200 700 800 d1 BT /F 1000 Tf 0 0 Td %s Tj ET" % string(letter)


@case
def one_glyph_for_the_name(draft: Draft) -> Planted:
    """The whole name is a single glyph, called after it."""
    called = name(draft.person.name)
    glyph = draft.pdf.stream(
        b"9000 0 0 -200 9000 800 d1 BT /F 1000 Tf 0 0 Td %s Tj ET" % string(draft.person.name)
    )
    draft.pdf.fonts["T"] = draft.pdf.add(
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 -200 9000 800] /FontMatrix [.001 0 0 "
        b".001 0 0] /FirstChar 65 "
        b"/LastChar 65 /Widths [9000] /CharProcs << %s %d 0 R >> /Encoding << /Differences [65 "
        b"%s] >> /Resources << "
        b"/Font << /F %d 0 R >> >> >>" % (called, glyph, called, draft.pdf.fonts["F"])
    )
    return _odd(draft, show("A", LEFT, LOW, 16, font="T"), shown=Shown.PIXELS)


@case
def ligature(draft: Draft) -> Planted:
    """A glyph that means two letters; by its sign of its own in one place."""
    pairs = {code: chr(code) for code in range(32, 127)} | {0x80: "fi"}
    _font(draft, b"/Encoding << /Differences [128 /fi] >> " + _meaning(draft, pairs))
    text = b"BT /G 14 Tf 72 %d Td (Ra\x80uddin Syari\x80) Tj ET\n" % LOW
    return _odd(draft, text, secrets=("Rafiuddin Syarifi",), terms=("Rafiuddin Syarifi",))


@case
def accents_beside_letters(draft: Draft) -> Planted:
    """Letters with combining signs, as some programs write names."""
    pairs = {code: chr(code) for code in range(32, 127)} | {0x80: "é", 0x81: "a\u0301"}
    _font(draft, b"/Encoding << /Differences [128 /eacute /aacute] >> " + _meaning(draft, pairs))
    text = b"BT /G 14 Tf 72 %d Td (Andr\x80 Pr\x81setyo) Tj ET\n" % LOW
    return _odd(draft, text, secrets=("Andre Prasetyo",), terms=("Andre Prasetyo",))


@case
def capitals_that_mean_small_letters(draft: Draft) -> Planted:
    """Capitals are shown, and mean small letters."""
    pairs = {code: chr(code).lower() for code in range(32, 127)}
    _font(draft, b"/Encoding /WinAnsiEncoding " + _meaning(draft, pairs))
    return _odd(draft, show(draft.person.name.upper(), LEFT, LOW, 14, font="G"))


def _with_signs(draft: Draft, between: str) -> Planted:
    """The name with a sign that nobody sees after each letter: the pen goes back over it."""
    pairs = {code: chr(code) for code in range(32, 127)} | {0x80: between}
    font = HELVETICA.replace(b"Helvetica", b"Courier")
    encoding = b"/Encoding << /Differences [128 /space] >> " + _meaning(draft, pairs)
    draft.pdf.fonts["G"] = draft.pdf.add(font % encoding)
    shown = b" ".join(b"%s <80> 600" % string(letter) for letter in draft.person.name)
    return _odd(draft, b"BT /G 14 Tf 72 %d Td [%s] TJ ET\n" % (LOW, shown))


@case
def zero_width_between(draft: Draft) -> Planted:
    """A space of no width after each letter."""
    return _with_signs(draft, "\u200b")


@case
def soft_hyphens_between(draft: Draft) -> Planted:
    """A soft hyphen after each letter."""
    return _with_signs(draft, "\u00ad")


@case
def look_alikes(draft: Draft) -> Planted:
    """Latin letters are shown, and mean Cyrillic and Greek ones that look so."""
    alike = {
        "a": "а",
        "e": "е",
        "o": "о",
        "p": "р",
        "i": "і",
        "K": "К",
        "M": "М",
        "P": "Р",
        "H": "Н",
        "B": "В",
    }
    pairs = {code: alike.get(chr(code), chr(code)) for code in range(32, 127)}
    _font(draft, b"/Encoding /WinAnsiEncoding " + _meaning(draft, pairs))
    return _odd(draft, show(draft.person.name, LEFT, LOW, 14, font="G"))


@case
def mathematical_letters(draft: Draft) -> Planted:
    """The letters mean bold ones of mathematics, far up in Unicode."""
    pairs = {code: chr(0x1D41A + code - 97) for code in range(97, 123)}
    pairs |= {code: chr(0x1D400 + code - 65) for code in range(65, 91)} | {32: " "}
    _font(draft, b"/Encoding /WinAnsiEncoding " + _meaning(draft, pairs))
    return _odd(draft, show(draft.person.name, LEFT, LOW, 14, font="G"))


@case
def no_break_spaces(draft: Draft) -> Planted:
    """The space of the name is one at which no line breaks."""
    return _odd(draft, show(draft.person.name.replace(" ", "\xa0"), LEFT, LOW))


@case
def space_by_moving(draft: Draft) -> Planted:
    """There is no space in the name: the pen moves on."""
    first, last = draft.person.name.split()
    return _odd(draft, b"BT /F 12 Tf 72 %d Td [%s -300 %s] TJ ET\n" % (LOW, string(first), string(last)))


@case
def no_space_at_all(draft: Draft) -> Planted:
    """First and last name run together."""
    return _odd(draft, show("Oleh " + draft.person.name.replace(" ", ""), LEFT, LOW))


@case
def font_name(draft: Draft) -> Planted:
    """A font that is called after the person, and its resource too."""
    called = name(draft.person.name)
    number = draft.pdf.add(
        b"<< /Type /Font /Subtype /TrueType /BaseFont %s /Encoding /WinAnsiEncoding /FirstChar "
        b"32 /LastChar 32 "
        b"/Widths [278] /FontDescriptor << /Type /FontDescriptor /FontName %s /FontFamily %s "
        b"/Flags 32 /FontBBox "
        b"[0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /CharSet %s >> >>"
        % (called, called, string(draft.person.name), string(draft.person.name))
    )
    draft.pdf.fonts[called[1:].decode()] = number
    draft.pdf.page(draft.report)
    return draft.planted()


@case
def glyph_names(draft: Draft) -> Planted:
    """The encoding of a font lists the name as the name of a glyph."""
    _font(draft, b"/Encoding << /Differences [200 %s] >>" % name(draft.person.name))
    draft.pdf.page(draft.report)
    return draft.planted()


@case
def font_program(draft: Draft) -> Planted:
    """The program of an embedded font has the name among its remarks."""
    program = draft.pdf.stream(b"\0\1\0\0" + draft.person.name.encode("utf-16-be"), b"/Length1 4")
    number = draft.pdf.add(
        b"<< /Type /FontDescriptor /FontName /Aneh /Flags 32 /FontBBox [0 0 1 1] /ItalicAngle 0 /Ascent 800 "
        b"/Descent -200 /CapHeight 700 /StemV 80 /FontFile2 %d 0 R >>" % program
    )
    _font(draft, b"/FontDescriptor %d 0 R /Encoding /WinAnsiEncoding" % number)
    draft.pdf.page(draft.report)
    return draft.planted()


@case
def map_of_the_secret_alone(draft: Draft) -> Planted:
    """A font of its own for the name: its map lists just the letters of the secret."""
    letters = sorted(set(draft.person.name))
    _font(
        draft, b"/Encoding /WinAnsiEncoding " + _meaning(draft, {ord(letter): letter for letter in letters})
    )
    return _odd(draft, show(draft.person.name, LEFT, LOW, 14, font="G"))


@case
def colour_space_name(draft: Draft) -> Planted:
    """A spot colour called after the person."""
    called = name(draft.person.name)
    tint = b"<< /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>"
    resources = b"/ColorSpace << %s [/Separation %s /DeviceGray %s] >>" % (called, called, tint)
    draft.pdf.page(draft.report + b"q " + called + b" cs 1 scn 72 400 20 20 re f Q\n", resources)
    return draft.planted()


@case
def resource_names(draft: Draft) -> Planted:
    """States, forms and shadings are called after the person."""
    called = name(draft.person.name)
    form = draft.pdf.form(b"0.5 g 72 380 9 9 re f", b"/Name " + called)
    resources = b"/ExtGState << %s << /LW 1 >> >> /XObject << %s %d 0 R >>" % (called, called, form)
    draft.pdf.page(draft.report + b"q " + called + b" gs " + called + b" Do Q\n", resources)
    return draft.planted()


@case
def braille(draft: Draft) -> Planted:
    """Letters that are shown as dots to be felt, and mean letters of Braille."""
    pairs = {code: chr(0x2800 + _BRAILLE[chr(code)]) for code in range(97, 123)}
    _font(draft, b"/Encoding /WinAnsiEncoding " + _meaning(draft, pairs))
    shown = show(draft.person.name.lower(), LEFT, LOW, 14, font="G")
    return _odd(draft, shown, shown=Shown.PIXELS)


_BRAILLE = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz",
        (1, 3, 9, 25, 17, 11, 27, 19, 10, 26, 5, 7, 13, 29, 21, 15, 31, 23, 14, 30, 37, 39, 58, 45, 61, 53),
        strict=True,
    )
)
