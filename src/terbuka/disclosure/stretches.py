"""Where a decided mark stands in the text of its document. Places only; no text passes through here."""

from collections.abc import Iterator
from itertools import groupby

from terbuka.disclosure.marking import to_findings
from terbuka.disclosure.models import Mark
from terbuka.documents import Document
from terbuka.redaction.pieces import in_lines, page_pieces
from terbuka.redaction.plan import make_plan


def stretches_of(document: Document, mark: Mark) -> Iterator[tuple[int, int]]:
    """Where ``mark`` stands. A box that an officer drew: the words that it hides, by lines. What stands in a
    part that no machine could read is not known, and says nothing of the words beneath."""
    if not mark.is_region:
        yield mark.start, mark.end
    elif mark.added_by and mark.hides:
        plan = make_plan(document, to_findings([mark], paged=True))
        pieces = page_pieces(document.pages[mark.page - 1], plan.redactions, document.text)
        for line in in_lines(pieces, document.text):
            for hidden, run in groupby(line, key=lambda piece: piece.redaction is not None):
                if hidden:
                    under = list(run)
                    yield under[0].start, under[-1].end
