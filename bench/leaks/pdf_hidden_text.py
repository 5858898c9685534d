"""Text that is in the content of a page and that no reader sees."""

from leaks.case import Planted, Shown
from leaks.raw import LEFT, Draft, lines, pdf_family, show, string

FAMILY, case = pdf_family("hidden_text")
LOW = 480


def _told(draft: Draft) -> str:
    return f"{draft.person.name} {draft.person.nik}"


def _hidden(draft: Draft, content: bytes, resources: bytes = b"", entries: bytes = b"") -> Planted:
    """``content`` below harmless lines; the copy has nothing to hide, and nothing of it."""
    draft.pdf.page(draft.harmless + content, resources, entries)
    return draft.planted(shown=Shown.HIDDEN)


@case
def white_on_white(draft: Draft) -> Planted:
    """In the colour of the paper."""
    return _hidden(draft, show(_told(draft), LEFT, LOW, state="1 g"))


@case
def almost_white(draft: Draft) -> Planted:
    """One part in 255 darker than the paper."""
    return _hidden(draft, show(_told(draft), LEFT, LOW, 16, state="0.996 g"))


@case
def black_on_black(draft: Draft) -> Planted:
    """In the colour of the box behind it."""
    return _hidden(draft, b"q 0 g 60 470 400 30 re f Q\n" + show(_told(draft), LEFT, LOW))


@case
def almost_black_on_black(draft: Draft) -> Planted:
    """Two parts in 255 lighter than the box behind it."""
    return _hidden(
        draft, b"q 0 g 60 470 400 30 re f Q\n" + show(_told(draft), LEFT, LOW, 16, state="0.008 g")
    )


@case
def under_a_black_box(draft: Draft) -> Planted:
    """The usual bad redaction."""
    return _hidden(draft, show(_told(draft), LEFT, LOW) + b"q 0 g 60 470 400 30 re f Q\n")


@case
def under_a_white_box(draft: Draft) -> Planted:
    """White paint over it."""
    return _hidden(draft, show(_told(draft), LEFT, LOW) + b"q 1 g 60 470 400 30 re f Q\n")


@case
def under_a_thin_box(draft: Draft) -> Planted:
    """A bar as high as the letters, whose tips look out."""
    return _hidden(draft, show(_told(draft), LEFT, LOW) + b"q 0 g 70 480.5 300 8.5 re f Q\n")


@case
def under_an_annotation(draft: Draft) -> Planted:
    """A black square that can be moved away."""
    look = draft.pdf.form(b"0 g 0 0 400 30 re f", box=(0, 0, 400, 30))
    square = draft.pdf.add(
        b"<< /Type /Annot /Subtype /Square /Rect [60 470 460 500] /F 4 /AP << /N %d 0 R >> >>" % look
    )
    return _hidden(draft, show(_told(draft), LEFT, LOW), entries=b"/Annots [%d 0 R]" % square)


@case
def behind_a_picture(draft: Draft) -> Planted:
    """A grey picture lies over it."""
    head = b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    image = draft.pdf.stream(b"\xc0", head)
    content = show(_told(draft), LEFT, LOW) + b"q 400 0 0 30 60 470 cm /I Do Q\n"
    return _hidden(draft, content, b"/XObject << /I %d 0 R >>" % image)


@case
def invisible_mode(draft: Draft) -> Planted:
    """The mode of the text layer of scans."""
    return _hidden(draft, show(_told(draft), LEFT, LOW, state="3 Tr"))


@case
def transparent(draft: Draft) -> Planted:
    """Letters of no opacity."""
    resources = b"/ExtGState << /G << /ca 0 >> >>"
    return _hidden(draft, show(_told(draft), LEFT, LOW, state="/G gs"), resources)


@case
def almost_transparent(draft: Draft) -> Planted:
    """Letters of hardly any opacity."""
    resources = b"/ExtGState << /G << /ca 0.01 >> >>"
    return _hidden(draft, show(_told(draft), LEFT, LOW, 16, state="/G gs"), resources)


@case
def masked_away(draft: Draft) -> Planted:
    """A soft mask of nothing but black lets nothing through."""
    mask = draft.pdf.form(b"0 g 0 0 595 842 re f", b"/Group << /S /Transparency /CS /DeviceGray >>")
    resources = b"/ExtGState << /G << /SMask << /S /Luminosity /G %d 0 R >> >> >>" % mask
    return _hidden(draft, show(_told(draft), LEFT, LOW, state="/G gs"), resources)


@case
def blended_away(draft: Draft) -> Planted:
    """A mode of blending in which black changes nothing."""
    resources = b"/ExtGState << /G << /BM /Screen >> >>"
    return _hidden(draft, show(_told(draft), LEFT, LOW, state="/G gs"), resources)


@case
def tiny(draft: Draft) -> Planted:
    """Type of half a point."""
    return _hidden(draft, show(_told(draft), LEFT, LOW, 0.5))


@case
def squeezed_to_a_line(draft: Draft) -> Planted:
    """Squeezed to a fiftieth of its width."""
    return _hidden(draft, show(_told(draft), LEFT, LOW, state="2 Tz"))


@case
def of_no_height(draft: Draft) -> Planted:
    """A matrix that makes it flat."""
    flat = b"q 1 0 0 0 0 0 cm BT /F 12 Tf 72 480 Td " + string(_told(draft)) + b" Tj ET Q\n"
    return _hidden(draft, flat)


@case
def off_the_page(draft: Draft) -> Planted:
    """Beside the paper, below it and far away."""
    told = _told(draft)
    return _hidden(draft, show(told, 700, 400) + show(told, 72, -40) + show(told, -9000, 9000))


@case
def outside_the_crop(draft: Draft) -> Planted:
    """On the part that is cut off when the page is shown."""
    content = show(_told(draft), LEFT, 30)
    return _hidden(draft, content, entries=b"/MediaBox [0 0 595 842] /CropBox [0 60 595 842]")


@case
def clipped(draft: Draft) -> Planted:
    """Outside a clip."""
    return _hidden(draft, show(_told(draft), LEFT, LOW, state="0 0 10 10 re W n"))


@case
def outside_the_form(draft: Draft) -> Planted:
    """Outside the box of a form."""
    form = draft.pdf.form(show(_told(draft), 72, 400), box=(0, 0, 50, 50))
    return _hidden(draft, b"/X Do\n", b"/XObject << /X %d 0 R >>" % form)


def _layer(draft: Draft, settings: bytes, more: bytes = b"") -> int:
    group = draft.pdf.add(b"<< /Type /OCG /Name (Isi) %s >>" % more)
    draft.pdf.entries = b"/OCProperties << /OCGs [%d 0 R] /D << %s >> >>" % (
        group,
        settings.replace(b"GROUP", b"%d 0 R" % group),
    )
    return group


@case
def hidden_layer(draft: Draft) -> Planted:
    """On a layer that is off."""
    group = _layer(draft, b"/OFF [GROUP]")
    content = b"/OC /L BDC " + show(_told(draft), LEFT, LOW) + b"EMC\n"
    return _hidden(draft, content, b"/Properties << /L %d 0 R >>" % group)


@case
def hidden_layer_of_a_form(draft: Draft) -> Planted:
    """A form on a layer that is off by a rule of membership."""
    group = _layer(draft, b"/OFF [GROUP]")
    members = draft.pdf.add(b"<< /Type /OCMD /OCGs [%d 0 R] /P /AllOn >>" % group)
    form = draft.pdf.form(show(_told(draft), LEFT, LOW), b"/OC %d 0 R" % members)
    return _hidden(draft, b"/X Do\n", b"/XObject << /X %d 0 R >>" % form)


@case
def layer_for_printing_alone(draft: Draft) -> Planted:
    """A layer that is printed and not shown: what a reader of the file sees differs."""
    usage = b"/Usage << /Print << /PrintState /ON >> /View << /ViewState /OFF >> >>"
    group = _layer(draft, b"/OFF [GROUP] /AS [<< /Event /Print /OCGs [GROUP] /Category [/Print] >>]", usage)
    content = b"/OC /L BDC " + show(_told(draft), LEFT, LOW) + b"EMC\n"
    return _hidden(draft, content, b"/Properties << /L %d 0 R >>" % group)


@case
def actual_text(draft: Draft) -> Planted:
    """What is shown says it means something else."""
    told = string(_told(draft))
    content = b"/Span << /ActualText %s /Alt %s /E %s >> BDC " % (told, told, told)
    return _hidden(draft, content + show("Catatan", LEFT, LOW) + b"EMC\n")


@case
def property_list(draft: Draft) -> Planted:
    """Properties of marked content in the resources, and of a point."""
    resources = b"/Properties << /P << /Nama %s >> >>" % string(_told(draft))
    content = b"/Catatan /P BDC EMC /Catatan << /N %s >> DP\n" % string(_told(draft))
    return _hidden(draft, content, resources)


@case
def remark_in_the_content(draft: Draft) -> Planted:
    """A remark between operators."""
    return _hidden(draft, b"% " + _told(draft).encode() + b"\n")


@case
def unknown_operator(draft: Draft) -> Planted:
    """An operator that no program knows has it for an operand."""
    return _hidden(draft, b"BX %s Xyz EX\n" % string(_told(draft)))


@case
def string_without_font(draft: Draft) -> Planted:
    """Shown in a font that is not there."""
    return _hidden(draft, b"BT /Tidak 12 Tf 72 480 Td %s Tj ET\n" % string(_told(draft)))


@case
def unused_form(draft: Draft) -> Planted:
    """A form that the page does not draw."""
    form = draft.pdf.form(lines([_told(draft)]))
    return _hidden(draft, b"", b"/XObject << /X %d 0 R >>" % form)


@case
def unused_pattern(draft: Draft) -> Planted:
    """A pattern that nothing is filled with."""
    head = (
        b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 "
        b"/YStep 9 /Resources << >>"
    )
    tile = draft.pdf.stream(show(_told(draft), 0, 0), head)
    return _hidden(draft, b"", b"/Pattern << /P %d 0 R >>" % tile)


@case
def hidden_annotation(draft: Draft) -> Planted:
    """An annotation that is neither shown nor printed, and the look of a button that is not pressed."""
    look = draft.pdf.form(show(_told(draft), 4, 6), box=(0, 0, 300, 20))
    hidden = draft.pdf.add(
        b"<< /Type /Annot /Subtype /FreeText /F 34 /Rect [72 480 372 500] /Contents %s /AP << /N %d 0 R >> >>"
        % (string(_told(draft)), look)
    )
    blank = draft.pdf.form(b"", box=(0, 0, 9, 9))
    button = draft.pdf.add(
        b"<< /Type /Annot /Subtype /Widget /FT /Btn /T (b) /F 4 /AS /Off /Rect [400 480 500 "
        b"500] /MK << /CA %s /AC %s >> "
        b"/AP << /N << /Off %d 0 R /Ya %d 0 R >> /D << /Ya %d 0 R >> >> >>"
        % (string(_told(draft)), string(_told(draft)), blank, look, look)
    )
    return _hidden(draft, b"", entries=b"/Annots [%d 0 R %d 0 R]" % (hidden, button))


@case
def thumbnail(draft: Draft) -> Planted:
    """The small picture of the page is an old one."""
    from leaks.raw import text_picture

    small = draft.pdf.image(text_picture([_told(draft)], (900, 120), 36).convert("L"))
    return _hidden(draft, b"", entries=b"/Thumb %d 0 R" % small)


@case
def glyphs_of_nothing(draft: Draft) -> Planted:
    """A font whose letters draw nothing."""
    blank = draft.pdf.stream(b"600 0 d0")
    signs = sorted(set(_told(draft)))
    procs = b" ".join(b"/g%d %d 0 R" % (ord(sign), blank) for sign in signs)
    names = b" ".join(b"%d /g%d" % (ord(sign), ord(sign)) for sign in signs)
    pairs = "".join(f"<{ord(sign):02x}> <{ord(sign):04x}>\n" for sign in signs)
    meaning = draft.pdf.stream(
        f"begincmap 1 begincodespacerange <00> <ff> endcodespacerange {len(signs)} beginbfchar\n{pairs}"
        "endbfchar endcmap".encode()
    )
    widths = b" ".join([b"600"] * 224)
    draft.pdf.fonts["N"] = draft.pdf.add(
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 700] /FontMatrix [.001 0 0 .001 0 "
        b"0] /FirstChar 32 "
        b"/LastChar 255 /Widths [%s] /CharProcs << %s >> /Encoding << /Differences [%s] >> "
        b"/ToUnicode %d 0 R >>" % (widths, procs, names, meaning)
    )
    return _hidden(draft, show(_told(draft), LEFT, LOW, font="N"))
