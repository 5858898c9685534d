"""PDF → pages as a reader sees them: their words, their pictures and what is hidden in the file.

Everything here parses the file and so runs inside the sandbox only.
"""

from terbuka.documents.pdf.pages import Pdf, open_pdf, page_picture, render_part
from terbuka.documents.pdf.sight import picture_without

__all__ = ["Pdf", "open_pdf", "page_picture", "picture_without", "render_part"]
