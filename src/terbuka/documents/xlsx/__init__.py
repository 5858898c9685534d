"""XLSX → sheets of cells as a spreadsheet program shows them, and what the workbook hides.

``read_book`` is shared with the writer of the public copy: both see the same cells at the same offsets.
Everything here parses the file and so runs inside the sandbox only.
"""

from terbuka.documents.xlsx.book import Book
from terbuka.documents.xlsx.workbook import read_book

__all__ = ["Book", "read_book"]
