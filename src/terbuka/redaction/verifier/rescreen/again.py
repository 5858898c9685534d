"""A public copy screened again, without its original: what would have to be hidden in it still?"""

import re
from collections.abc import Iterator

from terbuka.documents import Document
from terbuka.documents.model import PICTURE, UNREAD
from terbuka.documents.text import document_of
from terbuka.redaction.verifier.rescreen.restored import Restored
from terbuka.screening import Action, Finding
from terbuka.screening.lexicon import is_name_part, is_ordinary
from terbuka.screening.screen import screen

_WORD = re.compile(r"[^\W\d_](?:\.?[^\W\d_])+")  # initials too
_BY_MODELS = frozenset({"names.modelled", "people.repeated", "people.misread"})
"""How a name is found that no sign announces, and how it goes on."""
_TOLD_BY_FORM = frozenset(
    {"NIK", "KK", "NPWP", "NIP", "PASSPORT", "SIM", "BPJS", "CARD", "IMEI", "PHONE", "EMAIL", "SOCIAL"}
    | {"URL_PERSONAL", "IP", "GEO"}
)
"""What is a number or an address by itself, whatever stands beside it."""
_TOLD_BY_WORDS = frozenset({"learned.detail", "health.passage", "finance.passage"})
"""The rules of details that their own words tell, where screening is sure of them."""


def readable_still(document: Document) -> Iterator[Finding]:
    """What screening hides in a copy, as far as it speaks of what stands there and not of the bars beside it.

    It counts if it tells itself, or if it is hidden again with something in the place of the bars and is not
    merely an unsure guess at a name that is a word of the language.
    """
    found = _hidden(document)
    if not found:
        return
    restored = Restored(document.text)
    again = {
        offset
        for finding in _hidden(document_of(restored.text))
        for offset in range(finding.start, finding.end)
    }
    for finding in found:
        meant = _is_among(restored, finding, again) and is_more_than_a_guess(document.text, finding)
        if meant or _tells_itself(document.text, finding):
            yield finding


def _hidden(document: Document) -> list[Finding]:
    return [finding for finding in screen(document).findings if finding.action.hides]


def _tells_itself(text: str, finding: Finding) -> bool:
    surely = finding.rule in _TOLD_BY_WORDS and finding.action is Action.REDACT
    return surely or finding.type in _TOLD_BY_FORM or (finding.type == "REGION" and _is_told(text, finding))


def _is_told(text: str, region: Finding) -> bool:
    """A part that nobody has read. In a flowing document it stands in the text, behind the words that were
    read in its picture; a picture without any, as an emblem, is none that was redacted."""
    if region.start == region.end:
        return True
    _, picture, read = text[: region.start].rpartition(PICTURE)
    return bool(picture and _WORD.search(read.replace(UNREAD, "")))


def _is_among(restored: Restored, finding: Finding, offsets: set[int]) -> bool:
    return not offsets.isdisjoint(restored.places(finding.start, finding.end))


def is_more_than_a_guess(text: str, finding: Finding) -> bool:
    """Not merely a name that screening is unsure of and that is written like none."""
    if finding.type != "PERSON" or finding.action is not Action.REVIEW:
        return True
    announced = finding.rule not in _BY_MODELS
    words = _WORD.findall(text, finding.start, finding.end)
    return any(_is_like_a_name(word, announced=announced) for word in words)


def _is_like_a_name(word: str, *, announced: bool) -> bool:
    """A part of names; else, where a sign announces a name, begun with a capital, and where none does, no
    word of the language."""
    small = word.lower()
    return is_name_part(small) or (word[0].isupper() if announced else not is_ordinary(small))
