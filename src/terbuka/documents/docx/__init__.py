"""DOCX → a flow of paragraphs and tables as Word shows them, and what the package hides.

``read_flow`` is shared with the writer of the public copy: both see the same runs at the same
offsets. Everything here parses the file and so runs inside the sandbox only.
"""

from terbuka.documents.docx.flow import Flow
from terbuka.documents.docx.walk import read_flow

__all__ = ["Flow", "read_flow"]
