"""The door: document in, findings out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from terbuka.documents import Document
from terbuka.documents.text import document_of
from terbuka.screening.candidate import Candidate
from terbuka.screening.downward import downward
from terbuka.screening.echoes import echoes
from terbuka.screening.encoded import encoded_texts
from terbuka.screening.findings import to_findings
from terbuka.screening.kinds import notices
from terbuka.screening.layout import Layout
from terbuka.screening.locks import carry_locks
from terbuka.screening.model import Finding, Screening
from terbuka.screening.people.belongings import belong
from terbuka.screening.people.cast import Cast
from terbuka.screening.people.decide import decide
from terbuka.screening.people.families import hide_families
from terbuka.screening.people.one_decision import decided_mentions, places_of_the_same_name
from terbuka.screening.people.unnamed import child_passages
from terbuka.screening.policy import DEFAULT
from terbuka.screening.recognisers.ages import (
    AgeMention,
    ages,
    bracketed,
    find_ages,
    from_births,
    give_ages,
    of_no_matter,
)
from terbuka.screening.recognisers.attributes import attributes
from terbuka.screening.recognisers.births import birthplaces, births
from terbuka.screening.recognisers.borders import to_borders
from terbuka.screening.recognisers.edges import cut_edges
from terbuka.screening.recognisers.finance import finance
from terbuka.screening.recognisers.health import health
from terbuka.screening.recognisers.learned import learned
from terbuka.screening.recognisers.repeated import repeated_births
from terbuka.screening.recognisers.residences import residences
from terbuka.screening.recognisers.schooling import schooling
from terbuka.screening.recognisers.told import told
from terbuka.screening.recognisers.unnamed_children import unnamed_children
from terbuka.screening.setting import Laid, Setting, lay, meet
from terbuka.screening.terms import term_candidates
from terbuka.screening.torn import torn_numbers
from terbuka.screening.unread import unread_findings
from terbuka.screening.weighing.passages import weigh_passages
from terbuka.screening.weighing.persons import weigh_persons


def screen(document: Document, *, profile: str = DEFAULT, terms: Sequence[str] = ()) -> Screening:
    """What may not be shown in ``document``, what looks so but may, and why.

    Findings are in document order and do not overlap. ``terms`` are hidden in every written form. Raises
    ``UnknownProfile``.
    """
    laid = lay(document.text, profile)
    setting = meet(laid.layout)
    found = [c for c in find_candidates(setting) if _says_something(laid.layout, c)]
    candidates = [piece for candidate in found for piece in _in_document(laid, candidate)]
    candidates += torn_numbers(document.text, candidates)
    candidates += term_candidates(document.text, terms)

    def inside(text: str) -> Sequence[Finding]:
        return screen(document_of(text), profile=profile, terms=terms).findings

    candidates += encoded_texts(document.text, inside, profile)
    candidates += downward(document.text, inside)
    candidates += list(echoes(document.text, candidates, profile))
    findings = to_findings(document, candidates, profile)
    findings = [*findings, *unread_findings(document, profile, inside)]
    in_order = sorted(carry_locks(document.text, findings), key=lambda finding: finding.start)
    return Screening(profile, tuple(in_order), tuple(notices(setting.matter)))


def _says_something(layout: Layout, candidate: Candidate) -> bool:
    """More than the label of what is hidden already."""
    return any(char.isalnum() for char in layout.reading.text[candidate.start : candidate.end])


def _in_document(laid: Laid, candidate: Candidate) -> Iterator[Candidate]:
    """The candidate where it stands in the document."""
    for start, end in laid.stored(candidate.start, candidate.end):
        yield replace(candidate, start=start, end=end)


def find_candidates(setting: Setting) -> list[Candidate]:
    """Everything the recognisers see, each with its holder: the persons, then what is said of them."""
    cast, seen = find_details(setting)
    weighed = weigh_passages(cast, setting.tagged, seen)
    layout = setting.layout
    details = [*setting.numbers, *to_borders(layout, setting.tagged, cut_edges(layout, weighed))]
    belong(cast, details)
    born = sorted((c for c in details if c.type == "BIRTH"), key=lambda birth: birth.start)
    again = repeated_births(setting.layout.reading.text, born)
    return [*details, *again, *decided_mentions(cast), *places_of_the_same_name(cast, setting.held)]


def find_details(setting: Setting) -> tuple[Cast, list[Candidate]]:
    """The persons, each decided, and what is said of them, not yet weighed: what the model of passages sees
    here and when it learns."""
    layout, matter = setting.layout, setting.matter
    weigh_persons(setting)
    cast = Cast(layout, setting.persons, matter)
    born, found_ages = births(layout), [*find_ages(layout), *bracketed(cast)]
    _decide(cast, found_ages, born, setting.numbers)
    passages = child_passages(layout.reading)
    hide_families(cast, passages, matter)
    ages_told = ages(cast, found_ages)
    ages_read: list[Candidate | AgeMention] = [*ages_told, *of_no_matter(cast, found_ages)]
    return cast, [
        *unnamed_children(cast, passages, setting.addresses),
        *born,
        *birthplaces(cast),
        *attributes(layout, matter),
        *residences(cast, setting.addresses),
        *health(cast),
        *((*learned(layout, setting.tagged, ages_read), *told(layout)) if cast.protected else ()),
        *ages_told,
        *finance(cast),
        *schooling(cast),
    ]


def _decide(
    cast: Cast, found_ages: list[AgeMention], born: list[Candidate], numbers: list[Candidate]
) -> None:
    """Who each person is; an age tells a child from an adult, so the ages go before."""
    give_ages(cast, found_ages)
    from_births(cast, born, numbers)
    decide(cast.persons, cast.matter)
