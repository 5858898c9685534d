"""The door: document in, findings out."""

from collections.abc import Sequence
from dataclasses import replace

from terbuka.documents import Document
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.kinds import Matter, notices, recognise
from terbuka.screening.layout import Layout, lay_out
from terbuka.screening.model import Finding, Screening
from terbuka.screening.names.candidates import find_names
from terbuka.screening.names.places import Place, find_places
from terbuka.screening.people.cast import Cast
from terbuka.screening.people.clusters import cluster, mention_of
from terbuka.screening.people.decide import decide
from terbuka.screening.people.evidence import Surroundings
from terbuka.screening.people.surroundings import gather
from terbuka.screening.people.spread import spread
from terbuka.screening.policy import Policy, policy
from terbuka.screening.reading import read_text
from terbuka.screening.recognisers import (
    addresses,
    ages,
    attributes,
    births,
    contacts,
    credentials,
    devices,
    finance,
    health,
    identifiers,
)
from terbuka.screening.recognisers import papers, schooling, vehicles
from terbuka.screening.recognisers.patterns import find_patterns
from terbuka.screening.roles import Role
from terbuka.screening.spans import boxes, pages_of, settle
from terbuka.screening.terms import term_candidates


def screen(document: Document, *, profile: str = "polri", terms: Sequence[str] = ()) -> Screening:
    """What may not be shown in ``document``, what looks so but may, and why.

    Findings are in document order and do not overlap. ``terms`` are hidden in every written form. Raises
    ``UnknownProfile``.
    """
    policy(profile)
    layout = lay_out(read_text(document.text))
    matter = recognise(layout.reading)
    candidates = [*find_candidates(layout, matter), *term_candidates(document.text, terms)]
    return Screening(profile, tuple(to_findings(document, candidates, profile)), tuple(notices(matter)))


def find_candidates(layout: Layout, matter: Matter) -> list[Candidate]:
    """Everything the recognisers see, each with its holder."""
    text = layout.reading.text
    patterns = list(find_patterns(text))
    numbers = [
        *identifiers.identifiers(layout),
        *vehicles.vehicles(layout, patterns),
        *papers.papers(layout, patterns),
        *contacts.contacts(layout, patterns),
        *devices.devices(layout, patterns),
        *credentials.credentials(layout, matter),
    ]
    for number in numbers:
        if number.type == "PHONE" and number.holder is None:
            number.holder = contacts.holder(layout, number)
    matter = replace(matter, personal=any(n.holder is None or not n.holder.stays_open for n in numbers))
    located = addresses.find_addresses(layout.reading)
    places = find_places(layout.reading)
    found_ages = ages.find_ages(layout)
    born = births.births(layout)
    cast = find_cast(layout, matter, numbers, places, located, found_ages, born)
    found_ages += ages.bracketed(cast)
    return [
        *numbers,
        *person_candidates(cast),
        *born,
        *attributes.attributes(layout, matter),
        *ages.ages(cast, found_ages),
        *addresses.addresses(layout, matter, located),
        *health.health(cast),
        *finance.finance(cast),
        *schooling.schooling(cast),
    ]


def find_cast(
    layout: Layout,
    matter: Matter,
    numbers: list[Candidate],
    places: list[Place],
    located: list[addresses.Address],
    found_ages: list[ages.AgeMention],
    born: list[Candidate],
) -> Cast:
    """The persons of the document with their roles."""
    reading = layout.reading
    around = Surroundings(layout, matter, sorted(numbers, key=lambda number: number.start))
    names = find_names(layout, places, matter.open <= -0.5)
    persons = cluster(reading, [mention_of(reading, name, gather(around, name)) for name in names])
    held = {index for place in places for index in range(place.first, place.last)}
    held |= {index for address in located for index in range(address.first, address.last)}
    for number in numbers:
        if number.type in ("EMAIL", "URL_PERSONAL", "SOCIAL"):
            held.update(reading.words_in(number.start, number.end))
    spread(reading, persons, held)
    cast = Cast(layout, persons, matter)
    ages.give_ages(cast, [*found_ages, *ages.bracketed(cast)])
    ages.from_births(cast, born, numbers)
    decide(persons, matter)
    return cast


def person_candidates(cast: Cast) -> list[Candidate]:
    """Every mention of every person, with the person's role and reason."""
    return [
        Candidate(
            "PERSON",
            mention.start,
            mention.end,
            mention.rule,
            min(person.sure, mention.certain + 0.2),
            person.because.reason if person.because else "",
            Rank.NAME,
            person.role,
            person.key,
            dict(person.because.values) if person.because else {},
        )  # fmt: skip
        for person in cast.persons
        for mention in person.mentions
    ]


def to_findings(document: Document, candidates: list[Candidate], profile: str) -> list[Finding]:
    """Candidates judged by the policy, overlaps settled, with entity, page and boxes."""
    rules = policy(profile)
    opens = {id(c) for c in candidates if not _verdict_hides(rules, c)}
    entities: dict[tuple[str, str], str] = {}
    found: list[Finding] = []
    for candidate in settle(document.text, candidates, opens):
        entity = None
        if candidate.key is not None:
            group = candidate.type if candidate.type in ("PERSON", "TERM") else "thing"
            entity = entities.setdefault((group, candidate.key), f"e{len(entities) + 1}")
        found += _on_pages(document, rules, candidate, entity)
    return found


def _verdict_hides(rules: Policy, candidate: Candidate) -> bool:
    return rules.verdict(candidate.type, candidate.holder, candidate.certain).action.hides


def _on_pages(document: Document, rules: Policy, candidate: Candidate, entity: str | None) -> list[Finding]:
    verdict = rules.verdict(candidate.type, candidate.holder, candidate.certain)
    role: Role | None = candidate.holder
    return [
        Finding(
            type=candidate.type,
            start=start,
            end=end,
            page=page.number,
            action=verdict.action,
            rule=candidate.rule,
            confidence=candidate.certain,
            boxes=boxes(page, start, end),
            ground=verdict.ground,
            basis=verdict.basis,
            entity=entity,
            mode=verdict.mode,
            role=str(role) if role else None,
            reason=candidate.reason,
            values=candidate.values,
        )
        for page, start, end in pages_of(document, candidate.start, candidate.end)
        if end > start
    ]
