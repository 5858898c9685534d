"""Terbuka: the public-information office of an Indonesian public body.

Two halves: an engine (``law``, ``documents``, ``screening``, ``redaction``) that knows documents and
law and nothing of Django, and an office built on it, one Django app per desk.
The way through the house is drawn in ``docs/architecture.md``.
"""

__version__ = "0.1.0"
