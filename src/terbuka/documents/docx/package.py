"""The names of WordprocessingML, and the package that they stand in."""

from terbuka.documents.package import Package, Relation

__all__ = ["Package", "R", "Relation", "W"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
