"""Pictures redacted well in their pixels, and not in what else their files hold."""

import io
import struct
import zlib
from random import Random

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from leaks.persons import Person
from leaks.plant import Bed, Kind, page_lines, redacted
from leaks.scans import jpeg_of, png_of, saved, scan

PNG, JPEG, TIFF = (Bed(suffix, Kind.STRUCTURE) for suffix in ("png", "jpg", "tif"))
BEDS = (PNG, JPEG, TIFF)


def good(seed: Random, who: Person) -> Image.Image:
    return scan(page_lines(seed, redacted(who)), dpi=110)


def exif_of(tag: int, value: object) -> Image.Exif:
    exif = Image.Exif()
    exif[tag] = value
    return exif


@JPEG.plant
def exif_artist(seed: Random, who: Person) -> bytes:
    """The name of the photographer."""
    return jpeg_of(good(seed, who), exif=exif_of(0x013B, who.name))


@JPEG.plant
def exif_comment(seed: Random, who: Person) -> bytes:
    """What the camera's owner wrote."""
    return jpeg_of(good(seed, who), exif=exif_of(0x9C9C, who.sentence.encode("utf-16-le")))


@JPEG.plant
def exif_thumbnail(seed: Random, who: Person) -> bytes:
    """The small picture of the page as it was."""
    small = jpeg_of(scan([who.sentence], dpi=30), 60)[:60000]
    head = b"II*\0\x08\0\0\0" + b"\0\0" + struct.pack("<I", 14)
    rows = struct.pack("<HHHIIHHII", 2, 0x201, 4, 1, 44, 0x202, 4, 1, len(small)) + b"\0\0\0\0"
    block = b"Exif\0\0" + head[:8] + b"\0\0" + struct.pack("<I", 14) + rows + small
    data = jpeg_of(good(seed, who))
    return data[:2] + b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block + data[2:]


@JPEG.plant
def xmp_packet(seed: Random, who: Person) -> bytes:
    """The title in the XMP."""
    return jpeg_of(good(seed, who), xmp=f"<x:xmpmeta><dc:title>{who.name}</dc:title></x:xmpmeta>".encode())


@JPEG.plant
def remark(seed: Random, who: Person) -> bytes:
    """A comment segment."""
    return jpeg_of(good(seed, who), comment=who.sentence.encode())


@JPEG.plant
def iptc_caption(seed: Random, who: Person) -> bytes:
    """The caption of an agency's picture."""
    caption = who.sentence.encode()
    record = b"\x1c\x02\x78" + struct.pack(">H", len(caption)) + caption
    block = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record
    data = jpeg_of(good(seed, who))
    return data[:2] + b"\xff\xed" + struct.pack(">H", len(block) + 2) + block + data[2:]


@JPEG.plant
def bytes_behind_the_end(seed: Random, who: Person) -> bytes:
    """The sentence after the end of the picture."""
    return jpeg_of(good(seed, who)) + who.sentence.encode()


@JPEG.plant
def picture_behind_the_end(seed: Random, who: Person) -> bytes:
    """Another picture after the end, as telephones store a second view."""
    return jpeg_of(good(seed, who)) + jpeg_of(scan([who.sentence], dpi=60))


@JPEG.plant
def segment_of_a_program(seed: Random, who: Person) -> bytes:
    """A segment that only one program knows."""
    block = b"CATATAN\0" + who.sentence.encode()
    data = jpeg_of(good(seed, who))
    return data[:2] + b"\xff\xe9" + struct.pack(">H", len(block) + 2) + block + data[2:]


@PNG.plant
def text_chunk(seed: Random, who: Person) -> bytes:
    """The title in a text chunk."""
    return png_of(good(seed, who), pnginfo=info(Title=who.name))


@PNG.plant
def packed_text_chunk(seed: Random, who: Person) -> bytes:
    """The same, deflated."""
    info = PngInfo()
    info.add_text("Catatan", who.sentence, zip=True)
    return png_of(good(seed, who), pnginfo=info)


def info(**texts: str) -> PngInfo:
    info = PngInfo()
    for key, value in texts.items():
        info.add_text(key, value)
    return info


@PNG.plant
def bytes_behind_the_last_chunk(seed: Random, who: Person) -> bytes:
    """The sentence after the end."""
    return png_of(good(seed, who)) + who.sentence.encode()


@PNG.plant
def rest_of_the_larger_picture(seed: Random, who: Person) -> bytes:
    """A telephone wrote the cropped picture over the old file and left its end."""
    small, old = png_of(scan(["Kosong"], dpi=30)), png_of(scan([who.sentence], dpi=100))
    return small + old[len(small) :]


@PNG.plant
def chunk_of_a_program(seed: Random, who: Person) -> bytes:
    """A chunk that only one program knows."""
    data, body = png_of(good(seed, who)), who.sentence.encode()
    chunk = struct.pack(">I", len(body)) + b"npTx" + body + struct.pack(">I", zlib.crc32(b"npTx" + body))
    return data[:-12] + chunk + data[-12:]


@PNG.plant
def colour_under_transparency(seed: Random, who: Person) -> bytes:
    """The sentence is still in the colours; only the opacity is nought there."""
    page = scan(page_lines(seed, who.sentence), dpi=110)
    clean = scan(page_lines(seed, redacted(who)), dpi=110)
    opacity = Image.new("L", page.size, 255)
    opacity.paste(0, (0, round(110 * 1.5), page.width, round(110 * 2.2)))
    assert clean.size == page.size
    return png_of(Image.merge("LA", (page, opacity)))


@PNG.plant
def further_frame(seed: Random, who: Person) -> bytes:
    """An animated picture whose second frame is the page as it was."""
    page = scan(page_lines(seed, who.sentence), dpi=110)
    return saved(good(seed, who), "PNG", save_all=True, append_images=[page])


@TIFF.plant
def description(seed: Random, who: Person) -> bytes:
    """What the scanner's program was told."""
    return saved(good(seed, who), "TIFF", tiffinfo={270: who.sentence}, compression="tiff_lzw")


@TIFF.plant
def private_tag(seed: Random, who: Person) -> bytes:
    """A tag that only one program knows."""
    return saved(good(seed, who), "TIFF", tiffinfo={65000: who.sentence}, compression="tiff_lzw")


@TIFF.plant
def further_page(seed: Random, who: Person) -> bytes:
    """The second page of the fax was forgotten."""
    page = scan(page_lines(seed, who.sentence), dpi=150)
    return saved(good(seed, who), "TIFF", save_all=True, append_images=[page], compression="tiff_lzw")


@TIFF.plant
def bytes_between_the_tags(seed: Random, who: Person) -> bytes:
    """The sentence where no tag points."""
    buffer = io.BytesIO()
    good(seed, who).save(buffer, "TIFF", compression="tiff_lzw")
    return buffer.getvalue() + bytes(4) + who.sentence.encode()
