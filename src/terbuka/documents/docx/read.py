"""DOCX → ``Document``."""

from collections import Counter
from collections.abc import Callable

from PIL import Image

from terbuka.documents import scans
from terbuka.documents.docx.flow import Flow, Picture
from terbuka.documents.docx.hidden import hidden_parts
from terbuka.documents.docx.look import Look, look_at, pages_of
from terbuka.documents.docx.package import Package
from terbuka.documents.docx.pictures import pixels
from terbuka.documents.docx.walk import read_flow
from terbuka.documents.model import Document, HiddenPart, Notice
from terbuka.documents.ocr import Ocr
from terbuka.documents.sandbox import Progress
from terbuka.documents.text import flow_page
from terbuka.documents.told import Told
from terbuka.language import N_

Shown = Callable[[Package, Picture], Image.Image | None]
"""The pixels of a picture that are looked at."""
MOST_PICTURES = 200
"""Of a document that are looked at."""
PICTURES = N_("Ada %(count)d gambar yang tidak dibaca. Di salinan publik, gambar diganti tulisan [GAMBAR].")
EMBEDDED = N_("Ada %(count)d bagian dari berkas lain yang disisipkan dan tidak dibaca.")


def read(data: bytes, sha256: str, report: Progress, shown: Shown = pixels) -> Document:
    """Read the DOCX in ``data``: one page of words without boxes, and the pictures that stand in it."""
    package = Package(data)
    found = Told()
    counts: Counter[str] = Counter()

    def hide(kind: str, place: str, text: str) -> None:
        counts[kind] += 1
        if text.strip() or kind in ("picture", "embedded"):
            found.add(HiddenPart(kind, place, " ".join(text.split()), 1))

    flow = read_flow(package, hide)
    with Ocr() as ocr:
        looks = _looks(package, flow, ocr, report, shown)
        notices = scans.about_language(ocr) if looks else []
    for _ in range(len(list(flow.pictures())) - len(looks)):
        hide("picture", "body", "")
    # what is cut off a picture is still in its file
    for picture in flow.pictures():
        if any(picture.crop):
            found.add(HiddenPart("picture", picture.part, "", 1))
    text = flow.lay_out()
    pictures = list(pages_of(looks))
    notices += [
        Notice(message, {"count": counts[kind]})
        for kind, message in (("picture", PICTURES), ("embedded", EMBEDDED))
        if counts[kind]
    ]
    report(1, 1)
    return Document(
        "docx",
        sha256,
        len(data),
        text,
        (flow_page(text),),
        (*found.parts(), *hidden_parts(package)),
        tuple(notices),
        tuple(part for _, unread in pictures for part in unread),
        tuple(page for page, _ in pictures),
    )


def _looks(
    package: Package, flow: Flow, ocr: Ocr, report: Progress, shown: Shown
) -> list[tuple[int, Picture, Look]]:
    """The pictures that could be looked at, with their numbers; each is told its text. None without OCR."""
    looks: list[tuple[int, Picture, Look]] = []
    known: dict[tuple[object, ...], Look | None] = {}
    for number, picture in enumerate(flow.pictures(), 1):
        if ocr.language is None or number > MOST_PICTURES:
            break
        key = (picture.part, picture.crop, picture.width, picture.height)
        if key not in known:
            pixel = shown(package, picture)
            known[key] = look_at(picture, pixel, ocr) if pixel else None
            report(0, 1)
        look = known[key]
        if look is not None:
            picture.text = look.text
            looks.append((number, picture, look))
    return looks
