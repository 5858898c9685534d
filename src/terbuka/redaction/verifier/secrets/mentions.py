"""Mentions that nobody saw: what names a hidden person or thing, in text that merely was not hidden.

The count of a secret in the unhidden text says how often it may stand there (``search``). For a word that
means something else too that is the best there is. But a name, or a number, means nothing else: where it
stands and nobody looked at it and kept it, screening has missed it (policy, rule 10).
"""

from collections import Counter
from collections.abc import Sequence

from terbuka.redaction.model import Readable
from terbuka.screening.matching import Form, Matcher
from terbuka.screening.variants import telling_forms, thing_forms


class Mentions:
    """``secrets``: number, type and text of each. A name's parts and a number's forms, made once."""

    def __init__(self, secrets: Sequence[tuple[int, str, str]]) -> None:
        self._numbers: dict[Form, set[int]] = {}
        for number, type_, text in secrets:
            for form in telling_forms(text) if type_ == "PERSON" else thing_forms(type_, text):
                self._numbers.setdefault(form, set()).add(number)
        self._matcher = Matcher(self._numbers)

    def unseen(self, text: str, page: Readable) -> set[int]:
        """Numbers of the secrets that ``text`` names more often than was kept expressly on ``page``."""
        found = self._count(text)
        if not found:
            return set()
        allowed = self._count(page.left_open) + self._count(page.labels)
        over = [self._numbers[form] for form, times in found.items() if times > allowed[form]]
        return set().union(*over)

    def _count(self, text: str) -> Counter[Form]:
        return Counter(hit.form for hit in self._matcher.hits(text))
