"""Text without the signs that nobody sees: zero-width spaces and joiners, soft hyphens, direction marks,
commands to a terminal.

Between two figures, or a letter and the next, such a sign hides a number or a name from whoever reads
characters, and from no reader of the page. The text that comes out is for the recognisers alone: every
stretch of it knows where it stands in the document.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from terbuka.documents.terminal import OBEYED, has_commands
from terbuka.screening.folding import INVISIBLE

# At the end of a line a soft hyphen is printed, and files print it beside figures: there it is a hyphen.
_HYPHEN = re.compile(r"(?<=\d)\u00ad(?=\w)|(?<=\w)\u00ad(?=\d)|\u00ad(?=[ \t]*\r?\n)|(?<=\d)\u00ad(?= ?\d)")
# Accents and key caps on figures change no number: who counts figures alone would not see it.
_MARKS = rf"(?<=\d)[{INVISIBLE}\u0300-\u036f\u20d0-\u20f0]+|[{INVISIBLE}]+"
_UNSEEN = re.compile(_MARKS)
_UNSEEN_OR_OBEYED = re.compile(rf"{_MARKS}|{OBEYED}")
# Text that a program reads and no page shows (Unicode tags; the flags of regions need five of them).
_TAGS = re.compile("[\U000e0020-\U000e007e]{6,}")
_FIRST_TAG = 0xE0000


@dataclass(frozen=True, slots=True)
class Visible:
    """``cuts``: where in ``text`` something unseen was left out; ``gone``: how much up to there."""

    text: str
    cuts: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()

    def stored(self, start: int, end: int) -> tuple[int, int]:
        """Where ``[start, end)`` stands in the text with the unseen signs, without those at its edges."""
        left, right = bisect_right(self.cuts, start), bisect_left(self.cuts, end)
        return start + self._left_out(left), end + self._left_out(right)

    def _left_out(self, cut: int) -> int:
        return self.gone[cut - 1] if cut else 0


def visible(text: str) -> Visible:
    """``text`` as a page shows it."""
    obeyed = has_commands(text)
    if text.isascii() and not obeyed:
        return Visible(text)
    text = _TAGS.sub(_told, _HYPHEN.sub("-", text))
    return without(_UNSEEN_OR_OBEYED if obeyed else _UNSEEN, text)


def without(signs: re.Pattern[str], text: str) -> Visible:
    """``text`` with all that ``signs`` find left out."""
    parts, cuts, gone, at, left_out = [], list[int](), list[int](), 0, 0
    for match in signs.finditer(text):
        parts.append(text[at : match.start()])
        cuts.append(match.start() - left_out)
        left_out += len(match[0])
        gone.append(left_out)
        at = match.end()
    return Visible("".join([*parts, text[at:]]), tuple(cuts), tuple(gone))


def _told(tags: re.Match[str]) -> str:
    return "".join(chr(ord(tag) - _FIRST_TAG) for tag in tags[0])
