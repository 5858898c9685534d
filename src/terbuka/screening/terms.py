"""Terms that an officer wants hidden wherever they stand, in every written form."""

from collections.abc import Iterator, Sequence

from terbuka.documents import Document
from terbuka.documents.direction import as_seen
from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.downward import columns
from terbuka.screening.echoes import in_other_letters
from terbuka.screening.escapes import unescape
from terbuka.screening.findings import to_findings
from terbuka.screening.matching import Matcher
from terbuka.screening.model import Finding
from terbuka.screening.policy import DEFAULT
from terbuka.screening.unmarked import unmarked
from terbuka.screening.variants import variants
from terbuka.screening.visible import visible

Matchers = Sequence[tuple[int, Matcher]]
"""The number of each term, and what finds it."""

_REASON = N_("Istilah yang diminta petugas untuk ditutup, dalam berbagai cara penulisannya.")


def term_candidates(text: str, terms: Sequence[str]) -> list[Candidate]:
    """Every occurrence of every term, along the lines and down the columns, with the number of the term as
    its key."""
    matchers = [(number, variants(term)) for number, term in enumerate(terms, 1) if term.strip()]
    if not matchers:
        return []
    places = [*_along(text, matchers), *_down(text, matchers), *_in_other_letters(text, matchers)]
    return [
        Candidate("TERM", start, end, "terms.term", 1.0, _REASON, Rank.TERM, None, f"t{number}")
        for number, start, end in places
    ]


def _along(text: str, matchers: Matchers) -> Iterator[tuple[int, int, int]]:
    seen = as_seen(text)
    unescaped = unescape(seen.text)
    shown = visible(unescaped.text)
    bare = unmarked(shown.text)
    for number, matcher in matchers:
        places = [*matcher.finditer(shown.text)]
        if bare.cuts:
            places += (bare.stored(*place) for place in matcher.finditer(bare.text))
        for place in places:
            stored = unescaped.stored(*shown.stored(*place))
            yield from ((number, *stretch) for stretch in seen.stored(*stored))


def _down(text: str, matchers: Matchers) -> Iterator[tuple[int, int, int]]:
    for column in columns(text):
        said = column.said(text)
        for number, matcher in matchers:
            for place in matcher.finditer(said):
                yield from ((number, *sign) for sign in column.signs(*place))


def _in_other_letters(text: str, matchers: Matchers) -> Iterator[tuple[int, int, int]]:
    for part in in_other_letters(text):
        for number, matcher in matchers:
            if any(matcher.hits(part.meant)):
                yield number, part.start, part.end


def find_terms(document: Document, terms: Sequence[str], *, profile: str = DEFAULT) -> list[Finding]:
    """The findings for ``terms`` alone, in document order, not overlapping."""
    return to_findings(document, term_candidates(document.text, terms), profile)


def terms_nowhere(document: Document, terms: Sequence[str]) -> list[int]:
    """The numbers of the terms, from 1, that stand neither in the text nor in what no reader sees."""
    found = {candidate.key for candidate in term_candidates(document.text, terms)}
    unseen = [part.text for part in document.hidden]
    found |= {candidate.key for text in unseen for candidate in term_candidates(text, terms)}
    return [number for number, _ in enumerate(terms, 1) if f"t{number}" not in found]
