"""Text that a reader sees and a program finds with difficulty."""

from leaks.case import Planted
from leaks.persons import words
from leaks.raw import A4, LEADING, LEFT, Draft, lines, pdf_family, show, string

FAMILY, case = pdf_family("text")

COURIER = b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"
LOW = 500
"""Points from the bottom at which the odd line stands, below the harmless ones."""


def _odd(draft: Draft, content: bytes, resources: bytes = b"", **more: object) -> Planted:
    """A page with ``content`` below harmless lines; the name is given as a term."""
    draft.pdf.page(draft.harmless + content, resources)
    return draft.by_term(**more)


def _courier(draft: Draft) -> None:
    draft.pdf.fonts["C"] = draft.pdf.add(COURIER)


def _letters(text: str, x: float = LEFT, y: float = LOW) -> list[bytes]:
    """Each letter placed by itself."""
    return [show(letter, x + 7.2 * at, y, font="C") for at, letter in enumerate(text) if letter != " "]


@case
def plain(draft: Draft) -> Planted:
    """Nothing odd at all."""
    draft.pdf.page(draft.report)
    return draft.planted()


@case
def by_term_alone(draft: Draft) -> Planted:
    """The name without anything that tells screening of it."""
    return _odd(draft, show(f"Catatan {draft.person.name} terlampir.", LEFT, LOW))


@case
def upper_case(draft: Draft) -> Planted:
    """In capitals, while the term is not."""
    return _odd(draft, show(f"KEPADA {draft.person.name.upper()} DI TEMPAT", LEFT, LOW))


@case
def letter_by_letter(draft: Draft) -> Planted:
    """Every letter has a place of its own."""
    _courier(draft)
    return _odd(draft, b"".join(_letters(draft.person.name)))


@case
def letters_shuffled(draft: Draft) -> Planted:
    """The same, drawn in any order."""
    _courier(draft)
    letters = _letters(draft.person.name)
    draft.seed.shuffle(letters)
    return _odd(draft, b"".join(letters))


@case
def letters_backwards(draft: Draft) -> Planted:
    """Drawn from the last letter to the first."""
    _courier(draft)
    return _odd(draft, b"".join(reversed(_letters(draft.person.name))))


@case
def letters_over_the_page(draft: Draft) -> Planted:
    """The first letters are drawn before all other text, the last ones after it."""
    _courier(draft)
    letters = _letters(draft.person.name)
    draft.pdf.page(b"".join(letters[:5]) + draft.harmless + b"".join(letters[5:]))
    return draft.by_term()


@case
def kerned(draft: Draft) -> Planted:
    """One operator, with a number after each letter."""
    shown = b" -20 ".join(string(letter) for letter in draft.person.name)
    return _odd(draft, b"BT /F 12 Tf 72 %d Td [%s] TJ ET\n" % (LOW, shown))


@case
def spaced_letters(draft: Draft) -> Planted:
    """S p a c e d, as a heading is."""
    return _odd(draft, show(" ".join(draft.person.name.upper()), LEFT, LOW))


@case
def wide_letters(draft: Draft) -> Planted:
    """Spaced by the state of the text."""
    return _odd(draft, show(draft.person.name, LEFT, LOW, state="5 Tc"))


@case
def initials_in_another_font(draft: Draft) -> Planted:
    """The initials are larger and bold, as small capitals are made."""
    draft.pdf.fonts["B"] = draft.pdf.add(COURIER.replace(b"/Courier", b"/Helvetica-Bold"))
    shown = b"".join(
        b"/B 16 Tf %s Tj /F 12 Tf %s Tj" % (string(part[0]), string(part[1:].upper() + " "))
        for part in draft.person.name.split()
    )
    return _odd(draft, b"BT 72 %d Td %s ET\n" % (LOW, shown))


@case
def over_two_lines(draft: Draft) -> Planted:
    """The name begins at the end of a line."""
    first, last = draft.person.name.split()
    told = [f"Surat ini dibuat oleh yang bertanda tangan yaitu {first}", f"{last} pada hari kerja."]
    return _odd(draft, lines(told, LOW))


@case
def hyphenated(draft: Draft) -> Planted:
    """A name is parted at the end of a line."""
    first, last = draft.person.name.split()
    told = [
        f"Surat ini dibuat oleh yang bertanda tangan, {first} {last[:4]}-",
        f"{last[4:]} pada hari kerja.",
    ]
    return _odd(draft, lines(told, LOW))


@case
def over_two_pages(draft: Draft) -> Planted:
    """The name begins on one page and ends on the next."""
    first, last = draft.person.name.split()
    draft.pdf.page(draft.harmless + show(f"Surat ini dibuat oleh {first}", LEFT, 60))
    draft.pdf.page(show(f"{last} pada hari kerja.", LEFT, 780) + draft.harmless)
    return draft.by_term(kept=words(draft.sentences) * 2, pages=2)


@case
def over_two_columns(draft: Draft) -> Planted:
    """The name begins at the foot of one column."""
    first, last = draft.person.name.split()
    halves = [text.split()[:4] for text in draft.sentences]
    left = [*(" ".join(half) for half in halves[:3]), f"Diketahui oleh {first}"]
    right = [f"{last} pada hari kerja", *(" ".join(half) for half in halves[3:])]
    draft.pdf.page(lines(left, x=72) + lines(right, x=330))
    return draft.by_term(kept=tuple(word for half in halves for word in half))


@case
def in_a_table(draft: Draft) -> Planted:
    """First and last name in two cells, ruled."""
    first, last = draft.person.name.split()
    rules = b"".join(b"%d %d 120 20 re S " % (x, y) for x in (72, 192) for y in (480, 500))
    cells = show("Depan", 76, 506) + show("Belakang", 196, 506) + show(first, 76, 486) + show(last, 196, 486)
    return _odd(draft, rules + cells)


@case
def header_and_footer(draft: Draft) -> Planted:
    """Small, at the head and the foot of each page."""
    for _ in range(2):
        told = f"Berkas {draft.person.name}"
        draft.pdf.page(show(told, LEFT, 810, 8) + draft.harmless + show(told, LEFT, 30, 8))
    return draft.by_term(kept=words(draft.sentences) * 2, pages=2)


@case
def small_print(draft: Draft) -> Planted:
    """In type of five points."""
    return _odd(draft, show(f"Disusun oleh {draft.person.name}", LEFT, LOW, 5))


@case
def large_print(draft: Draft) -> Planted:
    """As high as a poster, over the whole width."""
    return _odd(draft, show(draft.person.name, 30, 400, 48))


@case
def number_in_groups(draft: Draft) -> Planted:
    """The number in groups of four, as people read it out."""
    nik = draft.person.nik
    told = f"NIK {nik[:4]} {nik[4:8]} {nik[8:12]} {nik[12:]}"
    draft.pdf.page(draft.harmless + show(told, LEFT, LOW))
    return draft.planted(secrets=(nik,))


@case
def number_with_points(draft: Draft) -> Planted:
    """The number with a point after every second figure."""
    nik = draft.person.nik
    told = ".".join(nik[at : at + 2] for at in range(0, 16, 2))
    draft.pdf.page(draft.harmless + show(f"NIK: {told}", LEFT, LOW))
    return draft.planted(secrets=(nik,))


@case
def number_over_two_lines(draft: Draft) -> Planted:
    """The number is broken at the end of a line."""
    nik = draft.person.nik
    told = [f"Nomor induk kependudukan yang bersangkutan yaitu NIK {nik[:9]}", f"{nik[9:]} tercatat."]
    draft.pdf.page(draft.harmless + lines(told, LOW))
    return draft.planted(secrets=(nik,), terms=(nik,))


@case
def telephone_in_another_form(draft: Draft) -> Planted:
    """The number of a telephone with the code of the country, given as a term without it."""
    phone = draft.person.phone
    told = f"Hubungi +62 {phone[1:4]}-{phone[4:8]}-{phone[8:]} pada jam kerja"
    return _odd(draft, show(told, LEFT, LOW), secrets=(phone[1:],), terms=(phone,))


@case
def twice_for_bold(draft: Draft) -> Planted:
    """Drawn twice, half a point apart."""
    told = f"Ketua {draft.person.name}"
    return _odd(draft, show(told, LEFT, LOW) + show(told, LEFT + 0.4, LOW))


@case
def stroked(draft: Draft) -> Planted:
    """Only the outlines of the letters are drawn."""
    return _odd(draft, show(draft.person.name, LEFT, LOW, 24, state="1 Tr 0.6 w"))


@case
def clipping(draft: Draft) -> Planted:
    """The letters are a stencil through which a colour shows."""
    stencil = b"q BT 7 Tr /F 24 Tf 72 %d Td %s Tj ET 0 0 0.6 rg 0 0 595 842 re f Q\n"
    return _odd(draft, stencil % (LOW, string(draft.person.name)))


@case
def raised(draft: Draft) -> Planted:
    """Each letter a little higher than the one before."""
    shown = b"".join(b"%d Ts %s Tj " % (at % 3, string(c)) for at, c in enumerate(draft.person.name))
    return _odd(draft, b"q BT /F 14 Tf 72 %d Td %s ET Q\n" % (LOW, shown))


@case
def squeezed_type(draft: Draft) -> Planted:
    """Narrow type: half as wide as it is made."""
    return _odd(draft, show(draft.person.name, LEFT, LOW, 16, state="50 Tz"))


@case
def pale_grey(draft: Draft) -> Planted:
    """Light grey on white, but to be read."""
    return _odd(draft, show(draft.person.name, LEFT, LOW, 16, state="0.7 g"))


@case
def grey_on_grey(draft: Draft) -> Planted:
    """Grey letters in a box of another grey."""
    box = b"q 0.6 g 60 490 300 34 re f Q\n"
    return _odd(draft, box + show(draft.person.name, LEFT, LOW, 16, state="0.4 g"))


@case
def white_on_black(draft: Draft) -> Planted:
    """White letters in a black box."""
    box = b"q 0 g 60 490 300 34 re f Q\n"
    return _odd(draft, box + show(draft.person.name, LEFT, LOW, 16, state="1 g"))


@case
def yellow_on_white(draft: Draft) -> Planted:
    """Yellow letters: hardly darker than the paper, and another colour."""
    return _odd(draft, show(draft.person.name, LEFT, LOW, 16, state="1 0.9 0 rg"))


@case
def half_transparent(draft: Draft) -> Planted:
    """Letters that let the paper shine through."""
    resources = b"/ExtGState << /G << /ca 0.5 >> >>"
    return _odd(draft, show(draft.person.name, LEFT, LOW, 16, state="/G gs"), resources)


@case
def under_a_translucent_box(draft: Draft) -> Planted:
    """A marker lies over the name, through which it is read."""
    resources = b"/ExtGState << /G << /ca 0.4 >> >>"
    box = b"q /G gs 1 0.8 0 rg 60 494 300 24 re f Q\n"
    return _odd(draft, show(draft.person.name, LEFT, LOW, 16) + box, resources)


@case
def half_covered(draft: Draft) -> Planted:
    """A bar covers the lower half; the upper is still read."""
    return _odd(draft, show(draft.person.name, LEFT, LOW, 24) + b"q 0 g 60 492 330 12 re f Q\n")


@case
def cut_by_the_edge(draft: Draft) -> Planted:
    """The last letters stand beside the paper."""
    return _odd(draft, show(f"Catatan oleh {draft.person.name}", A4[0] - 160, LOW))


@case
def in_nested_forms(draft: Draft) -> Planted:
    """In a form of a form of a form."""
    inner = draft.pdf.form(show(draft.person.name, LEFT, LOW))
    for _ in range(4):
        head = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X %d 0 R >> >>"
        inner = draft.pdf.stream(b"/X Do", head % inner)
    return _odd(draft, b"/X Do\n", b"/XObject << /X %d 0 R >>" % inner)


@case
def one_form_many_times(draft: Draft) -> Planted:
    """One form, drawn at five places."""
    form = draft.pdf.form(show(draft.person.name, 0, 5), box=(0, 0, 200, 20))
    drawn = b"".join(b"q 1 0 0 1 72 %d cm /X Do Q\n" % (LOW - LEADING * at) for at in range(5))
    return _odd(draft, drawn, b"/XObject << /X %d 0 R >>" % form)


@case
def in_a_tiling_pattern(draft: Draft) -> Planted:
    """The pattern that fills a box is made of the name."""
    fonts = b"<< /Font << /F %d 0 R >> >>" % draft.pdf.fonts["F"]
    head = (
        b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 170 24] /XStep 170 /YStep 24 "
    )
    tile = draft.pdf.stream(show(draft.person.name, 4, 6), head + b"/Resources " + fonts)
    box = b"q /Pattern cs /P scn 72 440 340 72 re f Q\n"
    return _odd(draft, box, b"/Pattern << /P %d 0 R >>" % tile)


@case
def through_a_soft_mask(draft: Draft) -> Planted:
    """A black box is painted through a mask whose letters are the name."""
    group = b"/Group << /S /Transparency /CS /DeviceGray >>"
    mask = draft.pdf.form(show(draft.person.name, LEFT, LOW, 20, state="1 g"), group)
    resources = b"/ExtGState << /G << /SMask << /S /Luminosity /G %d 0 R >> >> >>" % mask
    return _odd(draft, b"q /G gs 0 g 0 400 595 200 re f Q\n", resources)


@case
def in_a_layer(draft: Draft) -> Planted:
    """On a layer that is on, in a form that is on it too."""
    pdf = draft.pdf
    group = pdf.add(b"<< /Type /OCG /Name (Isi) >>")
    pdf.entries = b"/OCProperties << /OCGs [%d 0 R] /D << /ON [%d 0 R] >> >>" % (group, group)
    form = pdf.form(show(draft.person.name, LEFT, LOW), b"/OC %d 0 R" % group)
    resources = b"/Properties << /L %d 0 R >> /XObject << /X %d 0 R >>" % (group, form)
    return _odd(draft, b"/OC /L BDC " + show(draft.person.name, LEFT, 470) + b"EMC /X Do\n", resources)


def _annotated(draft: Draft, subtype: bytes, entries: bytes = b"") -> Planted:
    look = draft.pdf.form(show(draft.person.name, 4, 6), box=(0, 0, 200, 20))
    annotation = draft.pdf.add(
        b"<< /Type /Annot /Subtype /%s /Rect [72 500 272 520] /F 4 /AP << /N %d 0 R >> %s >>"
        % (subtype, look, entries)
    )
    draft.pdf.page(draft.harmless, entries=b"/Annots [%d 0 R]" % annotation)
    return draft.by_term()


@case
def typed_onto_the_page(draft: Draft) -> Planted:
    """An annotation of free text."""
    return _annotated(draft, b"FreeText", b"/DA (/F 12 Tf) /Contents " + string(draft.person.name))


@case
def in_a_stamp(draft: Draft) -> Planted:
    """The look of a stamp."""
    return _annotated(draft, b"Stamp")


@case
def in_a_field_without_a_look(draft: Draft) -> Planted:
    """A field whose look the program that shows it has to make."""
    field = draft.pdf.add(
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /F 4 /Rect [72 500 372 520] /DA (/F "
        b"12 Tf 0 g) /V %s >>" % string(draft.person.name)
    )
    draft.pdf.entries = (
        b"/AcroForm << /Fields [%d 0 R] /NeedAppearances true /DA (/F 12 Tf 0 g) /DR << /Font "
        b"<< /F %d 0 R >> >> >>" % (field, draft.pdf.fonts["F"])
    )
    draft.pdf.page(draft.harmless, entries=b"/Annots [%d 0 R]" % field)
    return draft.by_term()


@case
def in_the_signature_block(draft: Draft) -> Planted:
    """Named in the report, and once more below it without a title."""
    block = lines(["Mengetahui,", "", "", draft.person.name], 300, 380)
    draft.pdf.page(draft.report + block)
    return draft.planted()


@case
def in_a_table_of_contents(draft: Draft) -> Planted:
    """Named in the report, and in the table of contents with dots."""
    block = show(f"Keterangan {draft.person.name} {'.' * 40} 7", LEFT, 300)
    draft.pdf.page(draft.report + block)
    return draft.planted()


@case
def part_of_the_name_alone(draft: Draft) -> Planted:
    """Named whole once, later by the last name only."""
    first, last = draft.person.name.split()
    block = lines([f"Kemudian {first} pulang ke rumah.", f"Menurut {last} barang itu hilang."], 300)
    draft.pdf.page(draft.report + block)
    return draft.planted()
