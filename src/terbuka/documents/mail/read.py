"""A mail → ``Document``."""

from terbuka.documents.mail.letter import read_letter
from terbuka.documents.model import Document
from terbuka.documents.sandbox import Progress
from terbuka.documents.text import check_length, flow_page
from terbuka.documents.unseen import Unseen


def read(data: bytes, sha256: str, report: Progress) -> Document:
    """Read the mail in ``data``: one page, words without boxes.

    Raises ``UnreadableFile``, ``LimitExceeded``.
    """
    check_length(data)
    unseen = Unseen()
    text = read_letter(data, unseen.hide).flow.lay_out()
    report(1, 1)
    return Document("mail", sha256, len(data), text, (flow_page(text),), unseen.parts(text), unseen.notices())
