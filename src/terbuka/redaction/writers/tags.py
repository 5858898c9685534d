"""Tags for screen readers: the paragraphs of each page in reading order; where one begins, and no more."""

from collections.abc import Iterator, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from terbuka.redaction.archival import COLOURS, REMARK, profile
from terbuka.redaction.writers.textlayer import LayerWord

APART = "\n\n"
"""What stands between two paragraphs of the text of a page."""


def paragraphs(words: Sequence[LayerWord], text: str) -> Iterator[list[LayerWord]]:
    """The words of a page by paragraphs. ``words``: in reading order; ``text``: of the document."""
    paragraph: list[LayerWord] = []
    for word in words:
        if paragraph and APART in text[paragraph[-1].start : word.start]:
            yield paragraph
            paragraph = []
        paragraph.append(word)
    if paragraph:
        yield paragraph


class Tags:
    """Collects the pages with the numbers of their paragraphs; ``finish`` writes the tree."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._pages: list[tuple[pikepdf.Object, int]] = []

    def take(self, page: pikepdf.Object, count: int) -> None:
        """``page`` has ``count`` paragraphs, numbered from 0."""
        page.StructParents = len(self._pages)
        page.Tabs = Name.S
        self._pages.append((page, count))

    def finish(self) -> None:
        """Write the tree, and that the file is a PDF/A."""
        pdf = self._pdf
        root, document = pdf.make_indirect(Dictionary()), pdf.make_indirect(Dictionary())
        by_page = [
            [
                pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=document, Pg=page, K=number))
                for number in range(count)
            ]
            for page, count in self._pages
        ]
        numbered = [item for number, found in enumerate(by_page) for item in (number, Array(found))]
        document.Type, document.S, document.P = Name.StructElem, Name.Document, root
        document.K = Array([one for found in by_page for one in found])
        root.Type, root.K = Name.StructTreeRoot, document
        root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbered)))
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.Metadata = pdf.make_stream(REMARK, Type=Name.Metadata, Subtype=Name.XML)
        colours = Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFA1,
            OutputConditionIdentifier=String(COLOURS),
            DestOutputProfile=pdf.make_stream(profile(), N=3),
        )
        pdf.Root.OutputIntents = Array([colours])
