"""The copy under inspection, and how what is found on its pages is held against what may stay there."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from terbuka.redaction.verifier.model import Survivor
from terbuka.redaction.verifier.search import Expectation, Hunt


@dataclass(frozen=True, slots=True)
class Copy:
    """A saved copy and what is known of it. ``stays``: page by page what may be read.

    ``ours``: it was made by Terbuka just so; anything not on the list of what we write is a survivor.
    """

    path: Path
    data: bytes
    hunt: Hunt
    stays: list[str]
    ours: bool
    report: Callable[[int, int], None]

    @property
    def stay(self) -> str:
        return "\n".join(self.stays)

    def expectations(self, pages: int) -> list[tuple[int | None, Expectation]] | None:
        """One per page with its number; None where copy and original differ in pages."""
        if len(self.stays) != pages:
            return None
        return [(number, self.hunt.expecting(stay)) for number, stay in enumerate(self.stays, 1)]

    def survivors(
        self, kind: str, place: str, texts: Sequence[str], *, read: bool = False
    ) -> Iterator[Survivor]:
        """Secrets in the texts of the pages (``read``: read from pixels) beyond what may stay there."""
        expected = self.expectations(len(texts))
        if expected is None:
            texts, expected = ["\n".join(texts)], [(None, self.hunt.expecting(self.stay))]
        for text, (page, expectation) in zip(texts, expected, strict=True):
            for number in sorted(expectation.in_reading(text) if read else expectation.in_text(text)):
                yield Survivor(kind, place, page, self.hunt.types[number], number)
