"""Any file → Document: pages, words with boxes, character offsets, and a list of what is hidden in it.

``open_document`` is the door. One module per format; every parser runs in a process of its own
(``sandbox``) with limits on time, memory and output.
"""

from terbuka.documents.model import Box, Document, HiddenPart, Notice, Page, PageSource, Unread, Word

__all__ = ["Box", "Document", "HiddenPart", "Notice", "Page", "PageSource", "Unread", "Word"]
