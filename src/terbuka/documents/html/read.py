"""HTML → ``Document``."""

from terbuka.documents.html.charset import decode_page
from terbuka.documents.html.walk import read_flow
from terbuka.documents.model import Document
from terbuka.documents.sandbox import Progress
from terbuka.documents.text import check_length, flow_page
from terbuka.documents.unseen import Unseen


def read(data: bytes, sha256: str, report: Progress) -> Document:
    """Read the page in ``data``: one page, words without boxes. Raises ``LimitExceeded``."""
    check_length(data)
    unseen = Unseen()
    text = read_flow(decode_page(data), unseen.hide).lay_out()
    report(1, 1)
    return Document("html", sha256, len(data), text, (flow_page(text),), unseen.parts(text), unseen.notices())
