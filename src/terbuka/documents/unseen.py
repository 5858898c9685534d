"""Collects what a page or a mail holds and does not show."""

from collections import Counter

from terbuka.documents.model import HiddenPart, Notice
from terbuka.documents.told import told
from terbuka.language import N_

NOTICES = {
    "picture": N_(
        "Ada %(count)d gambar yang tidak dibaca. Di salinan publik, gambar diganti tulisan [GAMBAR]."
    ),
    "embedded": N_("Ada %(count)d bagian dari berkas lain yang disisipkan dan tidak dibaca."),
    "attachment": N_(
        "Ada %(count)d lampiran yang tidak ikut ke salinan publik. Di tempatnya tertulis [LAMPIRAN]. "
        "Lampiran yang hendak dibuka diperiksa sendiri-sendiri."
    ),
}
"""By the kind of what is counted: it matters though it has no words."""
_SAID_ELSEWHERE = frozenset({"link", "metadata", "alternative-text", "form"})
"""Kinds that hide nothing where they say what the text says: the title of a page, the address of a link."""


class Unseen:
    """``hide`` takes in one thing at a time."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._parts: dict[HiddenPart, None] = {}

    def hide(self, kind: str, place: str, text: str) -> None:
        """``place``: in the file's own terms, never its content."""
        self._counts[kind] += 1
        if not text.strip() and kind not in NOTICES:
            return
        self._parts[HiddenPart(kind, place, " ".join(text.split()), 1)] = None

    def parts(self, shown: str) -> tuple[HiddenPart, ...]:
        """What was hidden. ``shown``: the text of the document."""
        said = " ".join(shown.split()).casefold()
        return tuple(
            told(
                part
                for part in self._parts
                if part.kind not in _SAID_ELSEWHERE or part.text.strip("/ ").casefold() not in said
            )
        )

    def notices(self) -> tuple[Notice, ...]:
        """What an officer should know of it."""
        return tuple(
            Notice(message, {"count": self._counts[kind]})
            for kind, message in NOTICES.items()
            if self._counts[kind]
        )
