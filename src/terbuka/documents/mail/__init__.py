"""A mail → the lines of its head that mail programs show, then its body as a flow; and what it hides.

``read_letter`` is shared with the writer of the public copy.
"""

from terbuka.documents.mail.letter import Letter, read_letter

__all__ = ["Letter", "read_letter"]
