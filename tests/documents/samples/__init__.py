"""Sample files made by code: every person and number in them is invented."""

from tests.documents.samples.docx import docx, paragraph, run, table
from tests.documents.samples.images import page_image, png, tiff
from tests.documents.samples.pdf import Sheet, image_sheet, pdf, text_line, text_sheet

__all__ = [
    "Sheet",
    "docx",
    "image_sheet",
    "page_image",
    "paragraph",
    "pdf",
    "png",
    "run",
    "table",
    "text_line",
    "text_sheet",
    "tiff",
]
