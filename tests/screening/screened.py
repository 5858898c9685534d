"""Texts screened for tests. All persons and numbers in them are invented."""

from dataclasses import replace

from terbuka.documents.text import document_of
from terbuka.screening import Finding
from terbuka.screening.candidate import Candidate
from terbuka.screening.kinds import Matter, recognise
from terbuka.screening.layout import Layout, lay_out
from terbuka.screening.names.candidates import find_names
from terbuka.screening.names.places import find_places
from terbuka.screening.reading import read_text
from terbuka.screening.screen import screen


def layout_of(text: str) -> Layout:
    return lay_out(read_text(text))


def matter_of(text: str) -> Matter:
    return recognise(read_text(text))


class Screened:
    """A screened text that can be asked what is hidden."""

    def __init__(self, text: str, **options: object) -> None:
        self.text = text
        self.result = screen(document_of(text), **options)  # type: ignore[arg-type]
        self.findings = self.result.findings
        self._hidden = self.result.hidden_offsets()

    def hides(self, part: str) -> bool:
        """Every letter and digit of every occurrence of ``part`` is hidden."""
        return self.occurs(part) and all(self._covered(at, part) for at in self._places(part))

    def shows(self, part: str) -> bool:
        """No letter or digit of any occurrence of ``part`` is hidden."""
        return self.occurs(part) and not any(
            i in self._hidden
            for at in self._places(part)
            for i in range(at, at + len(part))
            if self.text[i].isalnum()
        )

    def occurs(self, part: str) -> bool:
        assert part in self.text, f"{part!r} does not stand in the text of this test"
        return True

    def of(self, part: str) -> Finding:
        """The finding that covers the first occurrence of ``part``."""
        at = self.text.index(part)
        return next(f for f in self.findings if f.start <= at and at + len(part) <= f.end)

    def types(self) -> list[str]:
        return [f.type for f in self.findings if f.action.hides]

    def _places(self, part: str) -> list[int]:
        return [at for at in range(len(self.text)) if self.text.startswith(part, at)]

    def _covered(self, at: int, part: str) -> bool:
        return all(i in self._hidden for i in range(at, at + len(part)) if self.text[i].isalnum())


def in_text(layout: Layout, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates where they stand in the text; the layout has set its tables anew."""
    return [
        replace(c, start=start, end=end) for c in candidates for start, end in layout.pieces(c.start, c.end)
    ]


def texts_of(text: str, candidates: list[Candidate], type_: str | None = None) -> list[str]:
    """What the candidates (of a type) cover, in document order."""
    chosen = [c for c in candidates if type_ is None or c.type == type_]
    return [text[c.start : c.end] for c in sorted(chosen, key=lambda c: c.start)]


def names_in(text: str, personal: bool = True) -> list[str]:
    """The names that the rules find, in document order."""
    layout = layout_of(text)
    text = layout.reading.text
    return [
        text[n.start : n.end]
        for n in find_names(layout, find_places(layout.reading), [0.0] * len(layout.reading), personal)
    ]
