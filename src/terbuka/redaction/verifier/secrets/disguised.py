"""Given terms that stand in a text as no reader of it sees them, and every program does: with marks inside,
in codes, in base64 or in numbers, backwards. A term may stand nowhere: no count says how often it may."""

from collections.abc import Sequence
from itertools import chain

from terbuka.screening.echoes import in_other_letters
from terbuka.screening.escapes import unescape
from terbuka.screening.matching import LEET, Matcher, as_letters
from terbuka.screening.unmarked import unmarked
from terbuka.screening.variants import disguised_forms, variants
from terbuka.screening.visible import visible


class Disguised:
    """The terms; made once for a copy."""

    def __init__(self, terms: Sequence[str]) -> None:
        self._terms = [variants(term) for term in terms]
        self._turned = Matcher([form for term in terms for form in disguised_forms(term)])

    def stands_in(self, text: str) -> bool:
        """Whether one of them is in the text and cannot be read in it."""
        if not self._terms:
            return False
        if any(self._turned.hits(text)):
            return True
        bare = unmarked(visible(unescape(text).text).text).text
        if any(_count(term, bare) > _count(term, text) for term in self._terms):
            return True
        said = chain(
            (part.meant for part in in_other_letters(text)),
            (as_letters(word[0]) for word in LEET.finditer(text)),
        )
        return any(any(term.hits(each)) for each in said for term in self._terms)


def _count(term: Matcher, text: str) -> int:
    return sum(1 for _ in term.finditer(text))
