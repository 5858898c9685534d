"""Looks for survivors in a saved copy with other means than those that wrote it.

Reads the bytes on disk with other libraries than the writers (pypdf, pdfminer, poppler, expat instead
of pikepdf, pdfium, lxml), knows the secrets, fails closed, and never prints one.
"""
