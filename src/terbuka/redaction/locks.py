"""No copy opens in one place what is locked in another: whoever reads the number of a child's mother there
knows whose the bars elsewhere are (policy, rules 4 and 10)."""

from collections.abc import Iterator, Sequence

from terbuka.documents.direction import Stretch
from terbuka.documents.formats import Format
from terbuka.errors import Survives
from terbuka.language import N_
from terbuka.redaction.model import Plan
from terbuka.redaction.pieces import page_pieces
from terbuka.screening import Finding
from terbuka.screening.locks import Locks

_PAGES = N_(
    "Salinan tidak dibuat: di halaman %(pages)s terbuka apa yang terkunci di tempat lain dalam berkas ini "
    "(anak, korban kekerasan seksual, atau keluarganya). Berkas asal aman. Tutup juga di sana, lalu buat "
    "lagi."
)
_FLOW = N_(
    "Salinan tidak dibuat: ada yang terbuka padahal terkunci di tempat lain dalam berkas ini (anak, korban "
    "kekerasan seksual, atau keluarganya). Berkas asal aman. Tutup juga di sana, lalu buat lagi."
)


def refuse_opened(plan: Plan, findings: Sequence[Finding]) -> None:
    """Raise ``Survives`` where ``plan``, made from ``findings``, shows what they lock elsewhere."""
    pages = sorted(_pages_opened(plan, findings))
    if pages and Format(plan.document.format).is_paged:
        raise Survives(_PAGES, pages=", ".join(map(str, pages)))
    if pages:
        raise Survives(_FLOW)


def _pages_opened(plan: Plan, findings: Sequence[Finding]) -> Iterator[int]:
    """The numbers of the pages where a letter or a figure of it stands under no bar."""
    document = plan.document
    hidden = {at for redaction in plan.redactions for at in range(redaction.start, redaction.end)}
    shown: dict[int, set[int]] = {}
    for start, end in _locked_places(document.text, findings):
        for at in range(start, end):
            if document.text[at].isalnum() and at not in hidden:
                shown.setdefault(document.page_at(at).number, set()).add(at)
    for number, letters in shown.items():
        pieces = page_pieces(document.pages[number - 1], plan.redactions, document.text)
        gone = {at for piece in pieces if piece.redaction for at in range(piece.start, piece.end)}
        if not letters <= gone:  # else a box that somebody drew covers them
            yield number


def _locked_places(text: str, findings: Sequence[Finding]) -> Iterator[Stretch]:
    """Where what is locked stands by its number, and where somebody kept it."""
    locks = Locks(text, findings)
    yield from locks.places
    for finding in findings if locks else ():
        if not finding.action.hides and locks.holder(finding):
            yield finding.start, finding.end
