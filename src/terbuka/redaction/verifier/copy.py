"""The copy under inspection, and how what is found on its pages is held against what may stay there."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from terbuka.redaction.model import APART, Readable
from terbuka.redaction.verifier.model import Survivor
from terbuka.redaction.verifier.secrets.search import Expectation, Hunt


@dataclass(frozen=True, slots=True)
class Copy:
    """A saved copy and what is known of it. ``pages``: page by page what may be read.

    ``ours``: it was made by Terbuka just so; anything not on the list of what we write is a survivor.
    ``shown``: what the pages of a file that is not ours say.
    """

    path: Path
    data: bytes
    hunt: Hunt
    pages: list[Readable]
    ours: bool
    report: Callable[[int, int], None]
    shown: str = ""

    @property
    def whole(self) -> Readable:
        """What may be read in the copy as a whole."""
        unhidden, labels, left_open = zip(*self.pages, strict=True) if self.pages else ((), (), ())
        return Readable("\n".join(unhidden), "\n".join(labels), APART.join(left_open))

    def expectations(self, pages: int) -> list[tuple[int | None, Expectation]] | None:
        """One per page with its number; None where copy and original differ in pages."""
        if len(self.pages) != pages:
            return None
        return [(number, self.hunt.expecting(page)) for number, page in enumerate(self.pages, 1)]

    def survivors(
        self, kind: str, place: str, texts: Sequence[str], *, read: bool = False
    ) -> Iterator[Survivor]:
        """Secrets in the texts of the pages (``read``: read from pixels) beyond what may stay there."""
        expected = self.expectations(len(texts))
        if expected is None:
            texts, expected = ["\n".join(texts)], [(None, self.hunt.expecting(self.whole))]
        for text, (page, expectation) in zip(texts, expected, strict=True):
            for number in sorted(expectation.in_reading(text) if read else expectation.in_text(text)):
                yield Survivor(kind, place, page, self.hunt.types[number], number)
