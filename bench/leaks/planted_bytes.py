"""PDF files with the secret in their bytes: old revisions, loose objects, and what lies between them."""

import io
import zlib
from random import Random

import pikepdf
from pikepdf import Dictionary, Name, String
from PIL import Image

from leaks.persons import Person
from leaks.plant import Bed, Kind, page_lines, redacted
from leaks.planted_file import good_page
from leaks.planted_page import lines_with
from leaks.scans import jpeg_of, scan
from leaks.sheets import Sheet, drawn, helvetica, literal, pdf, picture, stream, text_at

LEAKS = Bed("pdf", Kind.STRUCTURE)


@LEAKS.plant
def object_that_nothing_refers_to(seed: Random, who: Person) -> bytes:
    """An object between the others, in no way reached from the trailer."""
    data = pdf(good_page(seed, who))
    at = data.rindex(b"\nxref\n") + 1
    spare = b"90 0 obj\n<< /Naskah " + literal(who.sentence) + b" >>\nendobj\n"
    return moved(data[:at] + spare, data[at:], len(spare))


@LEAKS.plant
def packed_object_that_nothing_refers_to(seed: Random, who: Person) -> bytes:
    """The same, deflated."""
    body = zlib.compress(text_at(who.sentence, 72, 700))
    data = pdf(good_page(seed, who))
    at = data.rindex(b"\nxref\n") + 1
    spare = b"90 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(body) + body
    spare += b"\nendstream\nendobj\n"
    return moved(data[:at] + spare, data[at:], len(spare))


def moved(front: bytes, end: bytes, by: int) -> bytes:
    """The end of a file, its table moved ``by`` bytes."""
    head, _, tail = end.rpartition(b"startxref\n")
    number, _, rest = tail.partition(b"\n")
    return front + head + b"startxref\n%d\n" % (int(number) + by) + rest


@LEAKS.plant
def object_stream_of_old_objects(seed: Random, who: Person) -> bytes:
    """Everything packed into object streams; one object of them is the old sentence."""

    def keep(document: pikepdf.Pdf) -> None:
        document.Root.Spare = document.make_indirect(Dictionary(T=String(who.sentence)))

    return pdf(good_page(seed, who), finish=keep, object_stream_mode=pikepdf.ObjectStreamMode.generate)


@LEAKS.plant
def earlier_revision(seed: Random, who: Person) -> bytes:
    """The redacted page is appended; the old one is before it."""
    state = seed.getstate()
    data = pdf(Sheet(lines_with(seed, who)), compress_streams=False)
    seed.setstate(state)
    good = good_page(seed, who).content
    with pikepdf.open(io.BytesIO(data)) as document:
        number = document.pages[0].obj.Contents.objgen[0]
        size, root = int(document.trailer.Size), document.Root.objgen[0]
    start = data.rindex(b"startxref\n") + 10
    earlier = int(data[start:].split(b"\n")[0])
    offset = len(data)
    changed = b"%d 0 obj\n<< /Length %d >>\nstream\n" % (number, len(good)) + good + b"\nendstream\nendobj\n"
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size %d /Root %d 0 R /Prev %d >>\n" % (
        number,
        offset,
        size,
        root,
        earlier,
    )
    end = b"startxref\n%d\n%%%%EOF\n" % (offset + len(changed))
    return data + changed + table + end


@LEAKS.plant
def bytes_behind_the_end(seed: Random, who: Person) -> bytes:
    """The sentence after the end of the file."""
    return pdf(good_page(seed, who)) + who.sentence.encode()


@LEAKS.plant
def bytes_before_the_start(seed: Random, who: Person) -> bytes:
    """The sentence in front of the file."""
    return who.sentence.encode() + b"\n" + pdf(good_page(seed, who))


@LEAKS.plant
def bytes_between_objects(seed: Random, who: Person) -> bytes:
    """A remark between two objects."""
    data = pdf(good_page(seed, who))
    at = data.rindex(b"\nxref\n") + 1
    remark = b"% " + who.sentence.encode() + b"\n"
    return moved(data[:at] + remark, data[at:], len(remark))


@LEAKS.plant
def packed_attachment_behind_the_end(seed: Random, who: Person) -> bytes:
    """A whole other PDF behind the end."""
    return pdf(good_page(seed, who)) + pdf(Sheet([who.sentence]))


def in_a_jpeg(seed: Random, who: Person, **more: object) -> bytes:
    """A page with a JPEG on it that carries something beside its pixels."""
    page = scan(page_lines(seed, redacted(who)))
    sheet = Sheet(pictures={"I": picture(page, jpeg=jpeg_of(page, **more))})
    sheet.after = drawn("I", (0, 0, 595, 842))
    return pdf(sheet)


@LEAKS.plant
def remark_in_a_jpeg(seed: Random, who: Person) -> bytes:
    """A comment segment in the picture of the page."""
    return in_a_jpeg(seed, who, comment=who.name.encode())


@LEAKS.plant
def exif_of_a_jpeg(seed: Random, who: Person) -> bytes:
    """The photographer's name in the picture of the page."""
    exif = Image.Exif()
    exif[0x013B] = who.name
    return in_a_jpeg(seed, who, exif=exif)


@LEAKS.plant
def map_of_the_secrets_letters(seed: Random, who: Person) -> bytes:
    """A font in the resources whose map lists the letters of the name and no others."""
    letters = sorted(set(who.name.replace(" ", "")))
    rows = "\n".join(f"<{ord(letter):02x}> <{ord(letter):04x}>" for letter in letters)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(letters)} beginbfchar\n{rows}\nendbfchar\nendcmap end end\n"
    )

    def finish(document: pikepdf.Pdf) -> None:
        font = helvetica(document)
        font.BaseFont = Name("/ABCDEF+Helvetica")
        font.ToUnicode = stream(document, cmap.encode())
        document.pages[0].obj.Resources.Font["/S"] = font

    return pdf(good_page(seed, who), finish=finish)
