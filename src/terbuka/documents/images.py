"""PNG, JPEG and TIFF → ``Document``: every frame a page, read by OCR."""

import io
import math
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import ExifTags, Image, ImageOps

from terbuka.documents import scans
from terbuka.documents.codes import codes_in
from terbuka.documents.image_parts import parts_of, thumbnail_part, under_transparency
from terbuka.documents.ink import has_ink
from terbuka.documents.layout import Layout
from terbuka.documents.model import Document, HiddenPart, Notice, PageSource, Unread
from terbuka.documents.ocr import DPI, Ocr
from terbuka.documents.picture_tags import exif_parts, text_of
from terbuka.documents.sandbox import Progress
from terbuka.documents.told import told
from terbuka.documents.unread import InkMap
from terbuka.errors import LimitExceeded, TerbukaError, UnreadableFile
from terbuka.language import N_

MOST_PIXELS = 200_000_000
"""Of one frame: A0 at 300 dpi is 140 million. More is a picture made to eat the memory."""
MOST_FRAMES = 1000
DRAWN_PIXELS = 20_000_000
LONG_SIDE = 842.0
"""Points (A4) taken for the long side of a picture that does not believably tell its resolution."""
BELIEVABLE = (72.0, 1200.0)

DAMAGED = N_("Gambar rusak atau terpotong. Minta berkas yang utuh, lalu coba lagi.")
TOO_LARGE = N_("Gambar terlalu besar: lebih dari %(most)d juta piksel. Perkecil, lalu coba lagi.")
TOO_MANY = N_("Gambar ini %(pages)d halaman; paling banyak %(most)d. Bagi menjadi beberapa berkas.")


class Pictures:
    """An open picture file. Frames count from 1 and are pages."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        with _careful():
            self._image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF"))
            self._frames: int = getattr(self._image, "n_frames", 1)
        if self._frames > MOST_FRAMES:
            raise LimitExceeded(TOO_MANY, pages=self._frames, most=MOST_FRAMES)

    def __len__(self) -> int:
        # an animated PNG shows one picture; its further frames are hidden
        return self._frames if self._image.format == "TIFF" else 1

    @property
    def is_exact(self) -> bool:
        """Whether every pixel is as it was drawn, to the last level."""
        return self._image.format != "JPEG" and self._image.info.get("compression") != "jpeg"

    @property
    def further_frames(self) -> int:
        """Frames that no page shows."""
        return self._frames - len(self)

    def frame(self, number: int) -> Image.Image:
        """The frame as a reader sees it: upright after its EXIF, on white, RGB."""
        with _careful():
            self._image.seek(number - 1)
            _check_pixels(self._image)
            upright = ImageOps.exif_transpose(self._image)
            return on_white(upright)

    def size(self, number: int) -> tuple[float, float]:
        """Width and height of the page in points."""
        with _careful():
            self._image.seek(number - 1)
            _check_pixels(self._image)
            dpi = _dpi(self._image)
            width, height = (side * 72 / dpi for side in self._image.size)
            turned = self._image.getexif().get(ExifTags.Base.Orientation, 1) in (5, 6, 7, 8)
        return (round(height, 2), round(width, 2)) if turned else (round(width, 2), round(height, 2))

    def hidden(self) -> Iterator[HiddenPart]:
        """Metadata of the first frame, and what else the file holds."""
        for place, value in self._image.info.items():
            if place not in (
                "dpi",
                "exif",
                "icc_profile",
                "compression",
                "gamma",
                "srgb",
                "jfif",
                "interlace",
            ):
                yield HiddenPart("metadata", str(place), text_of(value))
        yield from exif_parts(self._image.getexif())
        if self.further_frames:
            yield HiddenPart("picture", f"{self.further_frames} frame(s)")
        yield from self._beside_the_pixels()

    def _beside_the_pixels(self) -> Iterator[HiddenPart]:
        yield from parts_of(self._data)
        with _careful():
            self._image.seek(0)
            thumbnail = thumbnail_part(self._image.info.get("exif", b""), self._image)
            colours = under_transparency(self._image)
        if thumbnail:
            yield thumbnail
        if colours and not InkMap(colours, self.size(1)).is_blank:
            yield HiddenPart("picture", "colour under transparency", "", 1)


@contextmanager
def _careful() -> Iterator[None]:
    """Whatever goes wrong in Pillow is the file's fault; the bomb check is ours, and stricter."""
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except (TerbukaError, MemoryError):
        raise
    except Image.DecompressionBombError:
        raise LimitExceeded(TOO_LARGE, most=MOST_PIXELS // 1_000_000) from None
    except Exception:
        raise UnreadableFile(DAMAGED) from None


def _check_pixels(image: Image.Image) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise LimitExceeded(TOO_LARGE, most=MOST_PIXELS // 1_000_000)


def _dpi(image: Image.Image) -> float:
    """Pixels an inch, as the file says or so that the long side is that of A4."""
    told = image.info.get("dpi", (0, 0))
    value = float(told[0] or 0) if isinstance(told, tuple) else 0.0
    low, high = BELIEVABLE
    # cameras write 72 whatever they took: a page of a metre is no page
    if low < round(value) <= high or (round(value) == low and max(image.size) <= 2 * LONG_SIDE):
        return value
    return max(image.size) * 72 / LONG_SIDE


def on_white(image: Image.Image) -> Image.Image:
    """RGB; what is transparent shows white, so that colour under it is not seen."""
    if image.mode.startswith(("I", "F")):
        image = _to_eight_bits(image)
    if image.has_transparency_data:
        seen = image.convert("RGBA")
        white = Image.new("RGBA", seen.size, "white")
        return Image.alpha_composite(white, seen).convert("RGB")
    return image.convert("RGB")


def _to_eight_bits(image: Image.Image) -> Image.Image:
    """Sixteen and thirty-two bit greys, which Pillow would clip instead of scale."""
    grey = image.convert("F")
    low, high = grey.getextrema()
    span = max(float(high) - float(low), 1e-9)  # type: ignore[arg-type]
    return grey.point(lambda level: level * (255 / span) - float(low) * 255 / span).convert("L")  # type: ignore[arg-type]


def open_pictures(path: Path) -> Pictures:
    """Open the picture file at ``path``; inside the sandbox only."""
    return Pictures(path.read_bytes())


def frame_picture(pictures: Pictures, number: int, dpi: float) -> Image.Image:
    """Page ``number`` at ``dpi`` pixels an inch, or fewer where the frame has no more."""
    frame = pictures.frame(number)
    width, height = pictures.size(number)
    scale = min(dpi / 72, frame.width / width, math.sqrt(DRAWN_PIXELS / (width * height)))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    return frame if size == frame.size else frame.resize(size, Image.Resampling.LANCZOS)


def read(data: bytes, sha256: str, report: Progress) -> Document:
    """Read the picture in ``data``. ``report`` is told the pages done."""
    pictures = Pictures(data)
    layout = Layout()
    notices: list[Notice] = []
    unread: list[Unread] = []
    with Ocr() as ocr:
        for number in range(1, len(pictures) + 1):
            picture = frame_picture(pictures, number, DPI)
            size = pictures.size(number)
            ink = InkMap(picture, size)
            if not ink.is_blank or has_ink(picture):
                dpi = picture.width * 72 / size[0]
                reading = ocr.read_page(picture, dpi, ink.further).result()
                notices.extend(scans.about_page(number, reading, ink))
                parts = scans.unread_of_page(number, size, reading, ink)
                unread.extend(scans.with_codes(number, parts, codes_in(picture, dpi, ink.further)))
                layout.add_page(size, PageSource.OCR, reading.words)
            else:
                layout.add_page(size, PageSource.OCR, ())
            report(number, len(pictures))
        notices = scans.about_language(ocr) + notices
    text, pages = layout.finish()
    hidden = tuple(told(pictures.hidden()))
    return Document("image", sha256, len(data), text, pages, hidden, tuple(notices), tuple(unread))
