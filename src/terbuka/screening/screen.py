"""The door: document in, findings out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from terbuka.documents import Document, Page, PageSource
from terbuka.documents.direction import Seen, as_seen
from terbuka.language import N_
from terbuka.screening.boxes import Unboxed, unbox
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.findings import to_findings
from terbuka.screening.kinds import Matter, notices, recognise
from terbuka.screening.layout import Layout, lay_out
from terbuka.screening.model import Finding, Screening
from terbuka.screening.names.candidates import find_names
from terbuka.screening.names.places import Place, find_places
from terbuka.screening.people.belongings import belong
from terbuka.screening.people.cast import Cast
from terbuka.screening.people.clusters import cluster, mention_of
from terbuka.screening.people.decide import decide
from terbuka.screening.people.evidence import Surroundings, words_of_names
from terbuka.screening.people.model import Evidence, Mention, Person
from terbuka.screening.people.otherwise import namesakes
from terbuka.screening.people.spread import spread
from terbuka.screening.people.surroundings import gather
from terbuka.screening.policy import without_labels
from terbuka.screening.reading import read_text
from terbuka.screening.recognisers.addresses import Address, find_addresses
from terbuka.screening.recognisers.ages import ages, bracketed, find_ages, from_births, give_ages
from terbuka.screening.recognisers.attributes import attributes
from terbuka.screening.recognisers.births import births
from terbuka.screening.recognisers.contacts import contacts, holder
from terbuka.screening.recognisers.credentials import credentials
from terbuka.screening.recognisers.devices import devices
from terbuka.screening.recognisers.finance import finance
from terbuka.screening.recognisers.health import health
from terbuka.screening.recognisers.identifiers import identifiers
from terbuka.screening.recognisers.papers import papers
from terbuka.screening.recognisers.patterns import find_patterns
from terbuka.screening.recognisers.repeated import repeated, repeated_births
from terbuka.screening.recognisers.residences import residences
from terbuka.screening.recognisers.schooling import schooling
from terbuka.screening.recognisers.vehicles import vehicles
from terbuka.screening.roles import OPEN, Role
from terbuka.screening.terms import term_candidates
from terbuka.screening.unread import unread_findings

_NET = ("EMAIL", "URL_PERSONAL", "SOCIAL")
_PERSONAL_PAPER = -0.5
_NAMESAKE = N_("Bagian dari nama tempat atau alamat, bukan orang yang ditutup dalam dokumen ini.")


def screen(document: Document, *, profile: str = "polri", terms: Sequence[str] = ()) -> Screening:
    """What may not be shown in ``document``, what looks so but may, and why.

    Findings are in document order and do not overlap. ``terms`` are hidden in every written form. Raises
    ``UnknownProfile``.
    """
    seen = as_seen(document.text)
    boxed = unbox(without_labels(seen.text, profile))
    layout = lay_out(read_text(boxed.text))
    matter = recognise(layout.reading)
    found = [c for c in find_candidates(layout, matter) if _says_something(layout, c)]
    candidates = [piece for candidate in found for piece in _in_document(layout, boxed, seen, candidate)]
    candidates += term_candidates(document.text, terms)
    findings = to_findings(document, candidates, profile)

    def inside(text: str) -> Sequence[Finding]:
        return screen(_by_itself(text), profile=profile, terms=terms).findings

    findings = [*findings, *unread_findings(document, profile, inside)]
    in_order = tuple(sorted(findings, key=lambda finding: finding.start))
    return Screening(profile, in_order, tuple(notices(matter)))


def _by_itself(text: str) -> Document:
    """A text that stands in no file."""
    page = Page(1, 0, len(text), 0.0, 0.0, PageSource.FLOW, ())
    return Document("text", "", len(text), text, (page,))


def _says_something(layout: Layout, candidate: Candidate) -> bool:
    """More than the label of what is hidden already."""
    return any(char.isalnum() for char in layout.reading.text[candidate.start : candidate.end])


def _in_document(layout: Layout, boxed: Unboxed, seen: Seen, candidate: Candidate) -> Iterator[Candidate]:
    """The candidate where it stands in the document; in a cell that goes on below it stands on each line."""
    for place in layout.pieces(candidate.start, candidate.end):
        for start, end in seen.stored(*boxed.stored(*place)):
            yield replace(candidate, start=start, end=end)


def find_candidates(layout: Layout, matter: Matter) -> list[Candidate]:
    """Everything the recognisers see, each with its holder: first what stands by itself, then who the persons
    are, then what depends on them."""
    numbers = _numbers(layout, matter)
    matter = replace(matter, personal=_is_personal(layout, numbers))
    addresses, born, found_ages = find_addresses(layout.reading), births(layout), find_ages(layout)
    places = find_places(layout.reading)
    held = _held(layout, places, addresses, numbers)
    cast = Cast(layout, _persons(layout, matter, numbers, places, held), matter)
    found_ages += bracketed(cast)
    give_ages(cast, found_ages)
    from_births(cast, born, numbers)
    decide(cast.persons, matter)
    details = [*numbers, *born, *attributes(layout, matter), *residences(layout, matter, addresses)]
    details += health(cast)
    belong(cast, details)
    return [
        *details,
        *repeated_births(layout.reading.text, sorted(born, key=lambda birth: birth.start)),
        *_mentions(cast),
        *_namesakes(cast, held),
        *ages(cast, found_ages),
        *finance(cast),
        *schooling(cast),
    ]


def _is_personal(layout: Layout, numbers: list[Candidate]) -> bool:
    """Numbers of persons, a form with a name, or a column of names stand in it."""
    if any(number.holder is None or not number.holder.stays_open for number in numbers):
        return True
    return any(field.has("name") for field in layout.fields) or any(row.cell("name") for row in layout.rows)


def _numbers(layout: Layout, matter: Matter) -> list[Candidate]:
    """Identifiers, contacts, devices, plates and secrets."""
    patterns = list(find_patterns(layout.reading.text))
    found = [
        *identifiers(layout),
        *vehicles(layout, patterns),
        *papers(layout, patterns),
        *contacts(layout, patterns),
        *devices(layout, patterns),
        *credentials(layout, matter),
    ]
    for number in found:
        if number.type == "PHONE" and number.holder is None:
            number.holder = holder(layout, number)
    found.sort(key=lambda number: number.start)
    found += repeated(layout.reading.text, found)
    return sorted(found, key=lambda number: number.start)


def _held(
    layout: Layout, places: list[Place], addresses: list[Address], numbers: list[Candidate]
) -> set[int]:
    """Numbers of the words that belong to places, addresses and contacts on the net."""
    held = {index for place in places for index in range(place.first, place.last)}
    held |= {index for address in addresses for index in range(address.first, address.last)}
    for number in numbers:
        if number.type in _NET:
            held.update(layout.reading.words_in(number.start, number.end))
    return held


def _persons(
    layout: Layout, matter: Matter, numbers: list[Candidate], places: list[Place], held: set[int]
) -> list[Person]:
    """The persons of the document with all their mentions, undecided."""
    reading = layout.reading
    names = find_names(layout, places, personal=matter.open <= _PERSONAL_PAPER)
    around = Surroundings(layout, matter, numbers, frozenset(held), words_of_names(names))
    persons = cluster(reading, [mention_of(reading, name, gather(around, name)) for name in names])
    spread(reading, persons, held)
    return persons


def _mentions(cast: Cast) -> list[Candidate]:
    """Every mention of every person, with the person's role and reason."""
    return [_candidate(mention, person) for person in cast.persons for mention in person.mentions]


def _namesakes(cast: Cast, held: set[int]) -> Iterator[Candidate]:
    """Places that bear the name of somebody hidden: kept expressly, so that the verifier knows them from
    mentions that nobody saw."""
    for start, end in namesakes(cast.layout.reading, cast.protected, held):
        yield Candidate(
            "PLACE", start, end, "people.namesake", 0.8, _NAMESAKE, Rank.CONTEXT, Role.INSTITUTION
        )


def _candidate(mention: Mention, person: Person) -> Candidate:
    """A mention that may also mean somebody protected goes with that person, to be reviewed."""
    certain = min(person.sure, mention.certain + 0.2)
    if person.role.stays_open and not mention.speaks_for(*OPEN):
        protected = [rival for rival in mention.rivals if not rival.role.stays_open]
        if protected:
            person, certain = protected[0], 0.5
    reason = person.because or Evidence(person.role, 0.0, "unknown", "")
    rank, values = Rank.NAME, dict(reason.values)
    start, end = mention.start, mention.end
    return Candidate(
        "PERSON", start, end, mention.rule, certain, reason.reason, rank, person.role, person.key, values
    )
