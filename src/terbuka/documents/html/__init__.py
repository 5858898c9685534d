"""HTML → a flow of paragraphs and tables as a browser shows them, and what the page hides.

``read_flow`` is shared with the writer of the public copy, and with mails, whose bodies are pages.
"""

from terbuka.documents.html.walk import read_flow

__all__ = ["read_flow"]
