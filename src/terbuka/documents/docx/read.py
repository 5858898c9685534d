"""DOCX → ``Document``."""

from collections import Counter

from terbuka.documents.docx.hidden import hidden_parts
from terbuka.documents.docx.package import Package
from terbuka.documents.docx.walk import read_flow
from terbuka.documents.model import Document, HiddenPart, Notice
from terbuka.documents.parts import LONGEST, MOST_PARTS
from terbuka.documents.sandbox import Progress
from terbuka.documents.text import flow_page
from terbuka.language import N_

PICTURES = N_("Ada %(count)d gambar yang tidak dibaca. Di salinan publik, gambar diganti tulisan [GAMBAR].")
EMBEDDED = N_("Ada %(count)d bagian dari berkas lain yang disisipkan dan tidak dibaca.")


def read(data: bytes, sha256: str, report: Progress) -> Document:
    """Read the DOCX in ``data``: one page, words without boxes."""
    package = Package(data)
    found: list[HiddenPart] = []
    counts: Counter[str] = Counter()

    def hide(kind: str, place: str, text: str) -> None:
        counts[kind] += 1
        if len(found) < MOST_PARTS and (text.strip() or kind in ("picture", "embedded")):
            found.append(HiddenPart(kind, place, " ".join(text.split())[:LONGEST], 1))

    flow = read_flow(package, hide)
    text = flow.lay_out()
    notices = [
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
        (*found, *hidden_parts(package)),
        tuple(notices),
    )
