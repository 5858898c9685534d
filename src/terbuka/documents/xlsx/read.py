"""XLSX → ``Document``."""

from collections import Counter

from terbuka.documents.model import Document, HiddenPart, Notice
from terbuka.documents.package import Package
from terbuka.documents.sandbox import Progress
from terbuka.documents.text import flow_page
from terbuka.documents.told import told
from terbuka.documents.xlsx.hidden import hidden_parts
from terbuka.documents.xlsx.workbook import read_book
from terbuka.errors import UnreadableFile
from terbuka.language import N_

PICTURES = N_(
    "Gambar, bagan dan kotak teks di %(count)d lembar tidak dibaca dan tidak ada di salinan publik."
)
FORMULAS = N_(
    "Ada %(count)d rumus tanpa hasil yang tersimpan; selnya kosong di salinan. Buka dan simpan berkas dengan "
    "Excel atau LibreOffice, lalu masukkan lagi."
)
NOTHING_SHOWN = N_(
    "Buku kerja ini tidak punya lembar yang tampak. Tampakkan lembarnya, simpan, lalu coba lagi."
)


def read(data: bytes, sha256: str, report: Progress) -> Document:
    """Read the XLSX in ``data``: one page, words without boxes."""
    package = Package(data)
    unseen: dict[tuple[str, str], list[str]] = {}
    counts: Counter[str] = Counter()

    def hide(kind: str, place: str, text: str) -> None:
        words = " ".join(text.split())
        if not words:
            return
        counts[kind] += 1
        unseen.setdefault((kind, place), []).append(words)

    book = read_book(package, hide)
    if not book.sheets:
        raise UnreadableFile(NOTHING_SHOWN)
    text = book.lay_out()
    notices = [
        Notice(message, {"count": counts[kind]})
        for kind, message in (("picture", PICTURES), ("formula", FORMULAS))
        if counts[kind]
    ]
    hidden = told(
        HiddenPart("field" if kind == "formula" else kind, place, " ".join(pieces), 1)
        for (kind, place), pieces in unseen.items()
    )
    report(1, 1)
    return Document(
        "xlsx",
        sha256,
        len(data),
        text,
        (flow_page(text),),
        (*hidden, *hidden_parts(package, text)),
        tuple(notices),
    )
