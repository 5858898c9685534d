"""Pictures in a page: their pixels in every coding, what of them is not shown, what else they hold."""

import io
import struct
from collections.abc import Callable

from PIL import Image, ImageChops, ImageCms, ImageOps

from leaks.case import Planted, Shown
from leaks.raw import Draft, pdf_family, string, text_picture

FAMILY, case = pdf_family("pictures")
PLACE = "451 0 0 145 72 300"
"""Where a picture of 1240 by 400 stands on the page: its matrix."""


def _note(draft: Draft) -> Image.Image:
    """A picture of a note that names the person."""
    return text_picture(["Catatan untuk", draft.person.name, "di tempat"])


def _blank(draft: Draft) -> Image.Image:
    """A picture of a note that names nobody."""
    return text_picture(["Catatan untuk", "semua petugas", "di tempat"])


def _placed(draft: Draft, image: int, place: str = PLACE, resources: bytes = b"", **more: object) -> Planted:
    content = f"q {place} cm /I Do Q\n".encode()
    draft.pdf.page(draft.harmless + content, b"/XObject << /I %d 0 R >> " % image + resources)
    return draft.by_term(**{"shown": Shown.PIXELS, **more})


def _coded(picture: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)  # type: ignore[arg-type]
    return buffer.getvalue()


def _shown(draft: Draft, change: Callable[[Image.Image], Image.Image], place: str = PLACE) -> Planted:
    return _placed(draft, draft.pdf.image(change(_note(draft))), place)


@case
def deflated(draft: Draft) -> Planted:
    """The name is in the pixels."""
    return _shown(draft, lambda note: note)


@case
def on_its_side(draft: Draft) -> Planted:
    """Pixels turned by a quarter."""
    return _shown(draft, lambda note: note.rotate(90, expand=True), "145 0 0 451 72 60")


@case
def on_its_head(draft: Draft) -> Planted:
    """Pixels turned by a half."""
    return _shown(draft, lambda note: note.rotate(180))


@case
def turned_by_the_page(draft: Draft) -> Planted:
    """Upright pixels that the page shows on their side."""
    return _shown(draft, lambda note: note, "0 451 -145 0 300 60")


@case
def mirrored(draft: Draft) -> Planted:
    """Pixels that are shown the wrong way round."""
    return _shown(draft, lambda note: note, "-451 0 0 145 523 300")


@case
def mirrored_pixels_shown_right(draft: Draft) -> Planted:
    """Mirrored pixels that the page shows the right way round."""
    return _shown(draft, ImageOps.mirror, "-451 0 0 145 523 300")


@case
def slanted(draft: Draft) -> Planted:
    """Pixels at a slant of twelve degrees."""
    return _shown(draft, lambda note: note, "441 94 -30 142 110 250")


@case
def white_on_black(draft: Draft) -> Planted:
    """A negative."""
    return _shown(draft, ImageChops.invert)


@case
def pale(draft: Draft) -> Planted:
    """Letters a little darker than the paper."""
    return _shown(draft, lambda note: note.point(lambda level: 215 + level * 40 // 255))


@case
def one_channel(draft: Draft) -> Planted:
    """Letters that only the blue channel shows: yellow on white."""

    def change(note: Image.Image) -> Image.Image:
        full = Image.new("L", note.size, 255)
        return Image.merge("RGB", (full, full, note.getchannel("B")))

    return _shown(draft, change)


@case
def of_equal_brightness(draft: Draft) -> Planted:
    """Red letters on a green that is as bright."""

    def change(note: Image.Image) -> Image.Image:
        ink = note.getchannel("R").point(lambda level: 255 - level)
        return Image.composite(
            Image.new("RGB", note.size, (210, 60, 60)), Image.new("RGB", note.size, (60, 130, 60)), ink
        )

    return _shown(draft, change)


@case
def jpeg(draft: Draft) -> Planted:
    """A JPEG of middling quality."""
    note = _note(draft)
    return _placed(draft, draft.pdf.coded_image(_coded(note, "JPEG", quality=50), note, b"DCTDecode"))


@case
def jpeg_of_inks(draft: Draft) -> Planted:
    """A JPEG of cyan, magenta, yellow and black, inverted as Adobe writes it."""
    note = _note(draft).convert("CMYK")
    entries = b"/Decode [1 0 1 0 1 0 1 0]"
    return _placed(draft, draft.pdf.coded_image(_coded(note, "JPEG"), note, b"DCTDecode", entries))


@case
def jpeg_2000(draft: Draft) -> Planted:
    """JPEG 2000."""
    note = _note(draft)
    return _placed(draft, draft.pdf.coded_image(_coded(note, "JPEG2000"), note, b"JPXDecode"))


def _fax(picture: Image.Image) -> bytes:
    """The rows of a bitonal picture in group 4, in one strip."""
    data = _coded(picture, "TIFF", compression="group4", tiffinfo={278: picture.height})
    with Image.open(io.BytesIO(data)) as tiff:
        start, size = tiff.tag_v2[273][0], tiff.tag_v2[279][0]  # type: ignore[attr-defined]
    return data[start : start + size]


@case
def fax(draft: Draft) -> Planted:
    """CCITT group 4."""
    note = _note(draft).convert("1", dither=Image.Dither.NONE)
    parameters = b"/DecodeParms << /K -1 /Columns %d /Rows %d /BlackIs1 true >>" % note.size
    return _placed(draft, draft.pdf.coded_image(_fax(note), note, b"CCITTFaxDecode", parameters))


@case
def jbig2(draft: Draft) -> Planted:
    """JBIG2 with one region, coded as a fax is."""
    note = _note(draft).convert("1", dither=Image.Dither.NONE)
    width, height = note.size
    page = struct.pack(">IIIIBH", width, height, 0, 0, 0, 0)
    region = struct.pack(">IIIIBB", width, height, 0, 0, 0, 1) + _fax(ImageChops.invert(note))
    data = b"".join(
        struct.pack(">IBBBI", number, kind, 0, 1, len(body)) + body
        for number, kind, body in ((0, 48, page), (1, 38, region))
    )
    return _placed(draft, draft.pdf.coded_image(data, note, b"JBIG2Decode"))


@case
def palette(draft: Draft) -> Planted:
    """Indices into a palette."""
    note = _note(draft).convert("L").point(lambda level: 1 if level > 128 else 0)
    head = (
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /ColorSpace "
        b"[/Indexed /DeviceRGB 1 <302010fffff0>]"
    )
    return _placed(draft, draft.pdf.stream(note.tobytes(), head % note.size))


@case
def palette_bytes(draft: Draft) -> Planted:
    """The unused colours of a palette spell the name."""
    colours = b"\xff\xff\xff" + draft.person.name.encode().ljust(60, b".")
    head = (
        b"/Type /XObject /Subtype /Image /Width 4 /Height 4 /BitsPerComponent 8 /ColorSpace "
        b"[/Indexed /DeviceRGB 20 <%s>]"
    )
    image = draft.pdf.stream(b"\0" * 16, head % colours.hex().encode())
    return _placed(draft, image, shown=Shown.HIDDEN)


@case
def sixteen_bits(draft: Draft) -> Planted:
    """Sixteen bits a pixel."""
    note = _note(draft).convert("L")
    head = b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 16 /ColorSpace /DeviceGray"
    return _placed(
        draft, draft.pdf.stream(b"".join(bytes((level, 77)) for level in note.tobytes()), head % note.size)
    )


@case
def decoded_the_other_way(draft: Draft) -> Planted:
    """A negative that is shown as a positive."""
    note = ImageChops.invert(_note(draft).convert("L"))
    return _placed(draft, draft.pdf.image(note, b"/Decode [1 0]"))


@case
def stencil(draft: Draft) -> Planted:
    """A mask through which ink is poured."""
    note = _note(draft).convert("1", dither=Image.Dither.NONE)
    head = b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 1 /ImageMask true"
    return _placed(draft, draft.pdf.stream(note.tobytes(), head % note.size))


@case
def name_in_the_mask(draft: Draft) -> Planted:
    """A black picture whose soft mask has the letters."""
    note = ImageChops.invert(_note(draft).convert("L"))
    mask = draft.pdf.image(note)
    image = draft.pdf.image(Image.new("L", note.size, 0), b"/SMask %d 0 R" % mask)
    return _placed(draft, image)


@case
def masked_away(draft: Draft) -> Planted:
    """A soft mask that shows nothing of a picture."""
    note = _note(draft)
    mask = draft.pdf.image(Image.new("L", note.size, 0))
    return _placed(draft, draft.pdf.image(note, b"/SMask %d 0 R" % mask), shown=Shown.HIDDEN)


@case
def masked_by_colour(draft: Draft) -> Planted:
    """The colour of the letters is the one that is not shown."""
    note = _note(draft).convert("L").point(lambda level: 255 if level > 128 else 250)
    return _placed(draft, draft.pdf.image(note, b"/Mask [250 250]"), shown=Shown.HIDDEN)


@case
def inline(draft: Draft) -> Planted:
    """A picture in the content itself."""
    note = _note(draft).convert("1", dither=Image.Dither.NONE)
    head = b"q %s cm BI /W %d /H %d /BPC 1 /CS /G /F /AHx ID " % (PLACE.encode(), *note.size)
    draft.pdf.page(draft.harmless + head + note.tobytes().hex().encode() + b"> EI Q\n")
    return draft.by_term(shown=Shown.PIXELS)


@case
def in_strips(draft: Draft) -> Planted:
    """Cut through the letters into strips."""
    note = _note(draft)
    drawn, names = b"", b""
    for at in range(0, 400, 50):
        image = draft.pdf.image(note.crop((0, at, 1240, at + 50)))
        names += b"/I%d %d 0 R " % (at, image)
        drawn += b"q 451 0 0 18.125 72 %g cm /I%d Do Q\n" % (445 - (at + 50) * 0.3625, at)
    draft.pdf.page(draft.harmless + drawn, b"/XObject << %s >>" % names)
    return draft.by_term(shown=Shown.PIXELS)


@case
def cut_off(draft: Draft) -> Planted:
    """The part with the name is outside the clip."""
    image = draft.pdf.image(_note(draft))
    content = b"q 72 400 451 30 re W n " + PLACE.encode() + b" cm /I Do Q\n"
    draft.pdf.page(draft.harmless + content, b"/XObject << /I %d 0 R >>" % image)
    return draft.by_term(shown=Shown.HIDDEN)


@case
def off_the_page(draft: Draft) -> Planted:
    """The picture stands beside the paper."""
    return _placed(draft, draft.pdf.image(_note(draft)), "451 0 0 145 700 300", shown=Shown.HIDDEN)


@case
def under_a_box(draft: Draft) -> Planted:
    """A black box lies over the name in the picture."""
    image = draft.pdf.image(_note(draft))
    content = b"q %s cm /I Do Q q 0 g 72 330 451 80 re f Q\n" % PLACE.encode()
    draft.pdf.page(draft.harmless + content, b"/XObject << /I %d 0 R >>" % image)
    return draft.by_term(shown=Shown.HIDDEN)


@case
def of_no_size(draft: Draft) -> Planted:
    """Drawn no larger than a full stop."""
    return _placed(draft, draft.pdf.image(_note(draft)), "2 0 0 0.7 72 300", shown=Shown.HIDDEN)


@case
def unused(draft: Draft) -> Planted:
    """In the resources and not drawn."""
    image = draft.pdf.image(_note(draft))
    draft.pdf.page(draft.harmless, b"/XObject << /I %d 0 R >>" % image)
    return draft.by_term(shown=Shown.HIDDEN)


@case
def alternate(draft: Draft) -> Planted:
    """Another picture that is to be printed instead."""
    other = draft.pdf.image(_note(draft))
    entries = b"/Alternates [<< /Image %d 0 R /DefaultForPrinting true >>]" % other
    return _placed(draft, draft.pdf.image(_blank(draft), entries), shown=Shown.HIDDEN)


@case
def rows_that_are_not_shown(draft: Draft) -> Planted:
    """More rows than the picture says it has."""
    blank, note = _blank(draft).convert("L"), _note(draft).convert("L")
    head = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 "
    data = blank.tobytes() + note.tobytes() + draft.person.name.encode()
    return _placed(draft, draft.pdf.stream(data, head % blank.size), shown=Shown.HIDDEN)


def _jpeg_with(draft: Draft, change: Callable[[bytes], bytes], **options: object) -> Planted:
    blank = _blank(draft)
    data = change(_coded(blank, "JPEG", **options))
    return _placed(draft, draft.pdf.coded_image(data, blank, b"DCTDecode"), shown=Shown.HIDDEN)


@case
def jpeg_comment(draft: Draft) -> Planted:
    """A remark in a JPEG."""
    return _jpeg_with(draft, lambda data: data, comment=draft.person.name)


@case
def jpeg_behind_the_end(draft: Draft) -> Planted:
    """Bytes behind the end of a JPEG."""
    return _jpeg_with(draft, lambda data: data + draft.person.name.encode())


@case
def jpeg_exif(draft: Draft) -> Planted:
    """Who took the picture, in a JPEG."""
    exif = Image.Exif()
    exif[0x013B], exif[0x010E] = draft.person.name, draft.person.name
    return _jpeg_with(draft, lambda data: data, exif=exif)


@case
def colour_profile(draft: Draft) -> Planted:
    """The description of a profile of colours."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    told = draft.pdf.stream(profile + draft.person.name.encode("utf-16-be"), b"/N 3")
    blank = _blank(draft)
    image = draft.pdf.image(blank)
    draft.pdf.objects[image] = draft.pdf.objects[image].replace(
        b"/DeviceRGB", b"[/ICCBased %d 0 R]" % told, 1
    )
    return _placed(draft, image, shown=Shown.HIDDEN)


@case
def keys_of_a_picture(draft: Draft) -> Planted:
    """Metadata, measures, a name and a file of another program at the picture."""
    told = string(draft.person.name)
    note = draft.pdf.stream(draft.person.name.encode(), b"/Type /Metadata /Subtype /XML")
    entries = b"/Metadata %d 0 R /OPI << /2.0 << /Type /OPI /F %s >> >> /Measure << /T %s >> /ID %s"
    return _placed(
        draft, draft.pdf.image(_blank(draft), entries % (note, told, told, told)), shown=Shown.HIDDEN
    )


@case
def beside_a_finding(draft: Draft) -> Planted:
    """Text names the person, and a picture does so too."""
    image = draft.pdf.image(_note(draft))
    draft.pdf.page(draft.report + b"q %s cm /I Do Q\n" % PLACE.encode(), b"/XObject << /I %d 0 R >>" % image)
    return draft.planted()
