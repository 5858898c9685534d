"""Terms that an officer wants hidden wherever they stand, in every written form."""

from collections.abc import Sequence

from terbuka.documents import Document
from terbuka.documents.direction import as_seen
from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.escapes import unescape
from terbuka.screening.findings import to_findings
from terbuka.screening.model import Finding
from terbuka.screening.policy import DEFAULT
from terbuka.screening.variants import variants

_REASON = N_("Istilah yang diminta petugas untuk ditutup, dalam berbagai cara penulisannya.")


def term_candidates(text: str, terms: Sequence[str]) -> list[Candidate]:
    """Every occurrence of every term, with the number of the term as its key."""
    seen = as_seen(text)
    unescaped = unescape(seen.text)
    return [
        Candidate("TERM", start, end, "terms.term", 1.0, _REASON, Rank.TERM, None, f"t{number}")
        for number, term in enumerate(terms, 1)
        for place in (variants(term).finditer(unescaped.text) if term.strip() else ())
        for start, end in seen.stored(*unescaped.stored(*place))
    ]


def find_terms(document: Document, terms: Sequence[str], *, profile: str = DEFAULT) -> list[Finding]:
    """The findings for ``terms`` alone, in document order, not overlapping."""
    return to_findings(document, term_candidates(document.text, terms), profile)
