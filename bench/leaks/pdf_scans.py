"""Scanned pages: with and without the text of another program's OCR."""

import hashlib
import io

from PIL import Image, ImageChops, ImageFilter

from leaks.case import Planted, Shown
from leaks.raw import A4, LEFT, Draft, pdf_family, scan, show

FAMILY, case = pdf_family("scans")
PAGE = b"q 595 0 0 842 0 0 cm /I Do Q\n"


def _texts(draft: Draft) -> list[str]:
    return [*draft.sentences[:2], draft.person.sentence, *draft.sentences[2:]]


def _scanned(
    draft: Draft, picture: Image.Image, over: bytes = b"", entries: bytes = b"", **more: object
) -> Planted:
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=80)
    image = draft.pdf.coded_image(buffer.getvalue(), picture, b"DCTDecode")
    draft.pdf.page(PAGE + over, b"/XObject << /I %d 0 R >>" % image, entries)
    return draft.planted(**{"shown": Shown.PIXELS, "scanned": True, **more})


@case
def grey(draft: Draft) -> Planted:
    """A grey scan."""
    return _scanned(draft, scan(_texts(draft)))


@case
def fine(draft: Draft) -> Planted:
    """A scan of 300 dots an inch."""
    return _scanned(draft, scan(_texts(draft), 300))


@case
def bitonal(draft: Draft) -> Planted:
    """Black and white, deflated."""
    picture = scan(_texts(draft), 200).point(lambda level: 255 if level > 128 else 0)
    image = draft.pdf.image(picture)
    draft.pdf.page(PAGE, b"/XObject << /I %d 0 R >>" % image)
    return draft.planted(shown=Shown.PIXELS, scanned=True)


@case
def askew(draft: Draft) -> Planted:
    """A sheet that lay askew."""
    picture = scan(_texts(draft), 200).rotate(1.5, Image.Resampling.BICUBIC, fillcolor=255)
    return _scanned(draft, picture)


@case
def on_its_side(draft: Draft) -> Planted:
    """A sheet that was fed in sideways, and is shown so."""
    picture = scan(_texts(draft), 200).rotate(90, expand=True)
    image = draft.pdf.image(picture)
    draft.pdf.page(b"q 842 0 0 595 0 0 cm /I Do Q\n", b"/XObject << /I %d 0 R >>" % image, size=(842, 595))
    return draft.planted(shown=Shown.PIXELS, scanned=True)


@case
def turned_by_the_page(draft: Draft) -> Planted:
    """A sheet on its side that the page turns upright."""
    picture = scan(_texts(draft), 200).rotate(90, expand=True)
    image = draft.pdf.image(picture)
    content = b"q 842 0 0 595 0 0 cm /I Do Q\n"
    draft.pdf.page(content, b"/XObject << /I %d 0 R >>" % image, b"/Rotate 90", size=(842, 595))
    return draft.planted(shown=Shown.PIXELS, scanned=True)


@case
def dusty(draft: Draft) -> Planted:
    """Noise on the glass."""
    picture = scan(_texts(draft), 200)
    noise = hashlib.shake_256(draft.person.nik.encode()).digest(picture.width * picture.height)
    dust = Image.frombytes("L", picture.size, noise).point(lambda level: 190 + level // 4)
    return _scanned(draft, ImageChops.darker(picture, dust).filter(ImageFilter.GaussianBlur(0.6)))


@case
def yellowed(draft: Draft) -> Planted:
    """Old paper, photographed in colours."""
    picture = scan(_texts(draft), 200)
    ink = picture.point(lambda level: 255 - level)
    paper = Image.new("RGB", picture.size, (236, 222, 180))
    return _scanned(draft, Image.composite(Image.new("RGB", picture.size, (60, 45, 40)), paper, ink))


def _layer(texts: list[str], dpi: int = 200, state: str = "3 Tr") -> bytes:
    """The text of somebody's OCR, laid over the lines of the scan."""
    size = round(12 * dpi / 72)
    return b"".join(
        show(text, 30 * 72 / dpi, A4[1] - (30 + (number + 0.8) * size * 1.7) * 72 / dpi, 12, state=state)
        for number, text in enumerate(texts)
    )


@case
def with_text(draft: Draft) -> Planted:
    """With the invisible text of an OCR program."""
    texts = _texts(draft)
    return _scanned(draft, scan(texts, 200), _layer(texts))


@case
def with_other_text(draft: Draft) -> Planted:
    """The invisible text says less than the picture."""
    texts = _texts(draft)
    return _scanned(draft, scan(texts, 200), _layer(["x" * 12 for _ in texts]))


@case
def with_more_text(draft: Draft) -> Planted:
    """The picture names nobody, its invisible text does."""
    texts = [*draft.sentences, "Keterangan lain tidak ada pada lembar ini."]
    told = _layer([*draft.sentences, draft.person.sentence])
    return _scanned(draft, scan(texts, 200), told, shown=Shown.HIDDEN)


@case
def with_text_behind(draft: Draft) -> Planted:
    """Visible text lies under the picture."""
    texts = _texts(draft)
    picture = scan(texts, 200)
    image = draft.pdf.image(picture)
    draft.pdf.page(_layer(texts, state="0 Tr") + PAGE, b"/XObject << /I %d 0 R >>" % image)
    return draft.planted(shown=Shown.PIXELS, scanned=True)


@case
def with_a_stamp_of_text(draft: Draft) -> Planted:
    """A scan over which real text was put, as a stamp of receipt."""
    picture = scan(draft.sentences, 200)
    return _scanned(
        draft,
        picture,
        show(f"Diterima dari {draft.person.name}", LEFT, 200),
        secrets=(draft.person.name,),
        terms=(draft.person.name,),
    )


@case
def redacted_by_a_box(draft: Draft) -> Planted:
    """A box was laid over the name in the scan; its text is still there."""
    texts = _texts(draft)
    left, bottom, width, height = 0, 771, 595, 21  # the line of the name
    over = _layer(texts) + b"q 0 g %d %d %d %d re f Q\n" % (left, bottom, width, height)
    return _scanned(draft, scan(texts, 200), over, shown=Shown.HIDDEN)


@case
def two_pages(draft: Draft) -> Planted:
    """Two sheets, the second with the name in other letters."""
    _scanned(draft, scan(_texts(draft), 200))
    second = scan([*draft.sentences, f"KEPADA {draft.person.name.upper()}"], 200)
    image = draft.pdf.image(second)
    draft.pdf.page(PAGE, b"/XObject << /I %d 0 R >>" % image)
    kept = tuple(word for text in draft.sentences for word in text.split()) * 2
    return draft.planted(shown=Shown.PIXELS, scanned=True, kept=kept, pages=2)


@case
def mixed(draft: Draft) -> Planted:
    """One page of text, one scanned."""
    draft.pdf.page(draft.report)
    planted = _scanned(draft, scan(_texts(draft), 200))
    return Planted(planted.path, planted.secrets, planted.kept * 2, scanned=True, pages=2)
