"""Picture files: what is in their pixels, and what else they hold."""

import io
import struct
import zlib
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from random import Random

import zxingcpp
from PIL import Image, ImageChops, ImageCms, ImageDraw, ImageFont, PngImagePlugin

from leaks.case import Case, Family, Planted, Shown
from leaks.persons import Person, person, sentences, words

FAMILY = Family("image", "files")
SIZE = (1240, 900)
"""Pixels of a note of A5 at 150 dots an inch."""


class Sheet:
    """A note in the making."""

    def __init__(self, seed: Random, folder: Path) -> None:
        self.folder = folder
        self.person: Person = person(seed)
        self.sentences = sentences(seed, 5)

    def picture(self, *more: str, size: tuple[int, int] = SIZE, paper: str = "white") -> Image.Image:
        """The harmless lines, and ``more`` below them."""
        picture = Image.new("RGB", size, paper)
        draw = ImageDraw.Draw(picture)
        for number, text in enumerate([*self.sentences, *more]):
            draw.text((60, 60 + number * 60), text, "black", ImageFont.load_default(26))
        return picture

    @property
    def naming(self) -> Image.Image:
        """A note that names the person."""
        return self.picture(self.person.sentence)

    def planted(self, data: bytes, kind: str = "png", **more: object) -> Planted:
        path = self.folder / f"catatan.{kind}"
        path.write_bytes(data)
        usual: dict[str, object] = {"shown": Shown.PIXELS, "kept": words(self.sentences), "scanned": True}
        return Planted(path, **{"secrets": self.person.secrets, **usual, **more})  # type: ignore[arg-type]

    def hidden(self, data: bytes, kind: str = "png", **more: object) -> Planted:
        """Planted where nobody looks; what is seen is harmless."""
        return self.planted(data, kind, shown=Shown.HIDDEN, **more)

    @property
    def told(self) -> str:
        return f"{self.person.name} {self.person.nik}"


def case(build: Callable[[Sheet], Planted]) -> Callable[[Sheet], Planted]:
    """Takes in a builder that is given a ``Sheet``."""

    @wraps(build)
    def from_seed(seed: Random, folder: Path) -> Planted:
        return build(Sheet(seed, folder))

    FAMILY.cases.append(Case(build.__name__, "images", "image", from_seed))
    return build


def coded(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """The picture as a file."""
    buffer = io.BytesIO()
    picture.save(buffer, kind, **{"dpi": (150, 150), **options})  # type: ignore[arg-type]
    return buffer.getvalue()


@case
def png(sheet: Sheet) -> Planted:
    """The name is in the pixels."""
    return sheet.planted(coded(sheet.naming))


@case
def jpeg(sheet: Sheet) -> Planted:
    """The same as JPEG."""
    return sheet.planted(coded(sheet.naming, "JPEG", quality=70), "jpg")


@case
def tiff_of_two_pages(sheet: Sheet) -> Planted:
    """The second page names the person."""
    data = coded(sheet.picture(), "TIFF", save_all=True, append_images=[sheet.naming], compression="tiff_lzw")
    return sheet.planted(data, "tif", kept=words(sheet.sentences) * 2, pages=2)


@case
def fax(sheet: Sheet) -> Planted:
    """A fax: TIFF, black and white, group 4."""
    picture = sheet.naming.convert("1", dither=Image.Dither.NONE)
    return sheet.planted(coded(picture, "TIFF", compression="group4"), "tif")


@case
def on_its_side(sheet: Sheet) -> Planted:
    """Pixels on their side, which EXIF turns upright."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return sheet.planted(coded(sheet.naming.rotate(90, expand=True), "JPEG", exif=exif), "jpg")


@case
def note_at_the_edge(sheet: Sheet) -> Planted:
    """The name runs up the right edge."""
    picture = sheet.picture()
    strip = Image.new("RGB", (700, 60), "white")
    ImageDraw.Draw(strip).text((20, 10), sheet.person.name, "black", ImageFont.load_default(30))
    picture.paste(strip.rotate(90, expand=True), (1150, 120))
    return sheet.planted(coded(picture), secrets=(sheet.person.name,), terms=(sheet.person.name,))


@case
def negative(sheet: Sheet) -> Planted:
    """White on black."""
    return sheet.planted(coded(ImageChops.invert(sheet.naming)))


@case
def sixteen_bits(sheet: Sheet) -> Planted:
    """Grey of sixteen bits."""
    grey = sheet.naming.convert("L")
    wide = Image.frombytes("I;16", grey.size, b"".join(bytes((90, level)) for level in grey.tobytes()))
    return sheet.planted(coded(wide))


@case
def trace_in_sixteen_bits(sheet: Sheet) -> Planted:
    """Letters that are paler by one part in 65,536."""
    ink = Image.new("L", SIZE, 0)
    ImageDraw.Draw(ink).text((60, 700), sheet.person.name, 255, ImageFont.load_default(40))
    grey = sheet.picture().convert("L")
    wide = _with_trace(grey, ink)
    return sheet.hidden(coded(Image.frombytes("I;16", SIZE, wide)))


def _with_trace(grey: Image.Image, ink: Image.Image) -> bytes:
    pairs = zip(grey.tobytes(), ink.tobytes(), strict=True)
    return b"".join(struct.pack("<H", max(0, level * 257 - (dark > 128))) for level, dark in pairs)


@case
def jpeg_of_inks(sheet: Sheet) -> Planted:
    """A JPEG of four inks."""
    return sheet.planted(coded(sheet.naming.convert("CMYK"), "JPEG"), "jpg")


@case
def grey_on_grey(sheet: Sheet) -> Planted:
    """Pale letters on paper that is as pale."""
    picture = sheet.picture(paper="#dddddd")
    ImageDraw.Draw(picture).text((60, 600), sheet.person.name, "#aaaaaa", ImageFont.load_default(34))
    return sheet.planted(coded(picture), secrets=(sheet.person.name,), terms=(sheet.person.name,))


@case
def faintest_grey(sheet: Sheet) -> Planted:
    """Letters that are darker than the paper by one part in 255."""
    picture = sheet.picture()
    ImageDraw.Draw(picture).text((60, 600), sheet.told, "#fefefe", ImageFont.load_default(34))
    return sheet.hidden(coded(picture))


@case
def under_full_transparency(sheet: Sheet) -> Planted:
    """Letters in colour that is fully transparent."""
    picture = sheet.picture().convert("RGBA")
    hidden = sheet.naming.convert("RGBA")
    hidden.putalpha(0)
    below = hidden.crop((0, 360, SIZE[0], SIZE[1]))
    picture.paste(below, (0, 360))
    return sheet.hidden(coded(picture))


@case
def alpha_alone(sheet: Sheet) -> Planted:
    """All is black; the letters are where it is not transparent."""
    ink = ImageChops.invert(sheet.naming.convert("L"))
    return sheet.planted(coded(Image.merge("LA", (Image.new("L", SIZE, 0), ink))))


@case
def palette(sheet: Sheet) -> Planted:
    """The unused colours of the palette spell the name."""
    picture = sheet.picture().convert("L").point(lambda level: 1 if level > 128 else 0)
    picture = picture.convert("P")
    picture.putpalette(b"\0\0\0\xff\xff\xff" + sheet.told.encode().ljust(90, b"."))
    return sheet.hidden(coded(picture, optimize=False))


@case
def exif(sheet: Sheet) -> Planted:
    """Artist, description, remark, place."""
    told = Image.Exif()
    told[0x013B] = told[0x010E] = told[0x8298] = sheet.told
    told.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0" + sheet.told.encode()
    told.get_ifd(0x8825)[0x001D] = sheet.told
    return sheet.hidden(coded(sheet.picture(), "JPEG", exif=told), "jpg")


@case
def thumbnail(sheet: Sheet) -> Planted:
    """The small picture in EXIF is of the note before the name was painted over."""
    small = coded(sheet.naming.resize((620, 450)), "JPEG")
    entries = struct.pack("<HHHIIHHIII", 2, 0x0201, 4, 1, 44, 0x0202, 4, 1, len(small), 0)
    body = b"Exif\0\0II*\0" + struct.pack("<IHI", 8, 0, 14) + entries + small
    data = coded(sheet.picture(), "JPEG")
    return sheet.hidden(data[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + data[2:], "jpg")


@case
def jpeg_comment_and_segments(sheet: Sheet) -> Planted:
    """A remark, IPTC, XMP and a segment of some camera."""
    data = coded(sheet.picture(), "JPEG", comment=sheet.told)
    told = sheet.told.encode()
    iptc = (
        b"Photoshop 3.0\x008BIM\x04\x04\0\0"
        + struct.pack(">I", len(told) + 5)
        + b"\x1c\x02\x50"
        + struct.pack(">H", len(told))
        + told
    )
    xmp = b"http://ns.adobe.com/xap/1.0/\0<x>" + told + b"</x>"
    segments = ((0xED, iptc), (0xE1, xmp), (0xEA, b"KAMERA\0" + told))
    added = b"".join(
        b"\xff" + bytes([mark]) + struct.pack(">H", len(body) + 2) + body for mark, body in segments
    )
    return sheet.hidden(data[:2] + added + data[2:], "jpg")


@case
def png_texts(sheet: Sheet) -> Planted:
    """Texts of a PNG: plain, deflated, of many languages."""
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", sheet.told)
    texts.add_text("Comment", sheet.told, zip=True)
    texts.add_itxt(sheet.person.name, sheet.told, "id", sheet.person.name, zip=True)
    return sheet.hidden(coded(sheet.picture(), pnginfo=texts))


@case
def png_chunk(sheet: Sheet) -> Planted:
    """A chunk of a PNG that nobody knows, and one behind the end."""
    data = coded(sheet.picture())
    body = sheet.told.encode()
    chunk = struct.pack(">I", len(body)) + b"prVt" + body + struct.pack(">I", zlib.crc32(b"prVt" + body))
    end = data.rindex(b"IEND") - 4
    return sheet.hidden(data[:end] + chunk + data[end:] + chunk)


@case
def behind_the_end(sheet: Sheet) -> Planted:
    """Another picture behind the end of a JPEG."""
    return sheet.hidden(coded(sheet.picture(), "JPEG") + coded(sheet.naming, "JPEG"), "jpg")


@case
def two_pictures_in_one(sheet: Sheet) -> Planted:
    """A JPEG that says it has a second picture, as telephones make them."""
    data = coded(sheet.picture(), "MPO", save_all=True, append_images=[sheet.naming])
    return sheet.hidden(data, "jpg")


@case
def animated(sheet: Sheet) -> Planted:
    """The second frame of an animated PNG names the person."""
    return sheet.hidden(coded(sheet.picture(), save_all=True, append_images=[sheet.naming], duration=100))


@case
def tiff_tags(sheet: Sheet) -> Planted:
    """Description, artist, computer, name of the document, in a TIFF."""
    tags = {
        270: sheet.told,
        315: sheet.told,
        316: sheet.told,
        269: sheet.told,
        305: sheet.told,
        33432: sheet.told,
    }
    return sheet.hidden(coded(sheet.picture(), "TIFF", tiffinfo=tags), "tif")


@case
def tiff_bytes_that_nothing_points_to(sheet: Sheet) -> Planted:
    """Bytes between the header of a TIFF and its first page, and after its last."""
    data = coded(sheet.picture(), "TIFF")
    return sheet.hidden(data + sheet.told.encode() + coded(sheet.naming, "PNG"), "tif")


@case
def colour_profile(sheet: Sheet) -> Planted:
    """The profile of colours has the name in it."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return sheet.hidden(coded(sheet.picture(), icc_profile=profile + sheet.told.encode()))


@case
def qr(sheet: Sheet) -> Planted:
    """A QR code with name and number."""
    drawn = zxingcpp.create_barcode(f"Nama: {sheet.told}", zxingcpp.BarcodeFormat.QRCode).to_image(scale=6)
    picture = sheet.picture()
    picture.paste(Image.frombytes("L", drawn.shape[::-1], bytes(drawn)).convert("RGB"), (60, 480))
    return sheet.planted(coded(picture))


@case
def interlaced(sheet: Sheet) -> Planted:
    """A PNG whose pixels come in seven passes: the first are a small picture."""
    return sheet.planted(
        _interlaced(sheet.naming.convert("L").point(lambda level: 255 if level > 128 else 0))
    )


PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


def _interlaced(picture: Image.Image) -> bytes:
    rows = b""
    for left, top, across, down in PASSES:
        for y in range(top, picture.height, down):
            row = picture.crop((0, y, picture.width, y + 1)).tobytes()[left::across]
            rows += b"\0" + row if row else b""
    head = struct.pack(">IIBBBBB", *picture.size, 8, 0, 0, 0, 1)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )
