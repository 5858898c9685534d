"""What pypdf says of objects that it cannot read, in files of other programs."""

from pypdf.errors import PyPdfError

UNREADABLE = (PyPdfError, ValueError, NotImplementedError)
"""Damaged, a value that makes no sense, a filter that pypdf does not have."""
