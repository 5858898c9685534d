"""A document as its persons and details stand in it: laid out and read, its numbers and persons found,
nothing decided."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from terbuka.documents.direction import Seen, as_seen
from terbuka.screening.boxes import Unboxed, unbox
from terbuka.screening.candidate import Candidate
from terbuka.screening.encoded import without_encoded
from terbuka.screening.escapes import Unescaped, unescape
from terbuka.screening.folding import AS_PRINTED
from terbuka.screening.kinds import Matter, recognise
from terbuka.screening.layout import Layout, lay_out
from terbuka.screening.names.candidates import find_names
from terbuka.screening.names.places import Place, find_places
from terbuka.screening.people.clusters import cluster, mention_of
from terbuka.screening.people.gathering import gather
from terbuka.screening.people.lists import lists_of_persons
from terbuka.screening.people.model import Person
from terbuka.screening.people.school_papers import pupils_in
from terbuka.screening.people.spread import spread
from terbuka.screening.people.surroundings import Surroundings, words_of_names
from terbuka.screening.policy import without_labels
from terbuka.screening.reading import read_text
from terbuka.screening.recognisers.addresses import Address, find_addresses
from terbuka.screening.recognisers.birth_records import birth_records
from terbuka.screening.recognisers.contacts import contacts
from terbuka.screening.recognisers.credentials import credentials
from terbuka.screening.recognisers.devices import devices
from terbuka.screening.recognisers.identifiers import identifiers
from terbuka.screening.recognisers.papers import papers
from terbuka.screening.recognisers.patterns import find_patterns
from terbuka.screening.recognisers.phone_holders import holder
from terbuka.screening.recognisers.repeated import repeated
from terbuka.screening.recognisers.vehicles import vehicles
from terbuka.screening.tagging.tagger import Tagged, tag
from terbuka.screening.visible import Visible, visible

_NET = ("EMAIL", "URL_PERSONAL", "SOCIAL")


@dataclass(frozen=True, slots=True)
class Laid:
    """A text as it is screened: in the order it is seen, codes as what they mean, without what nobody sees,
    boxed letters joined, cells and columns set anew."""

    layout: Layout
    boxed: Unboxed
    visible: Visible
    unescaped: Unescaped
    seen: Seen

    def stored(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where a stretch of the layout stands in the document; a cell that goes on below: on each line."""
        for place in self.layout.pieces(start, end):
            shown = self.visible.stored(*self.boxed.stored(*place))
            yield from self.seen.stored(*self.unescaped.stored(*shown))


def lay(text: str, profile: str) -> Laid:
    """Raises ``UnknownProfile``."""
    seen = as_seen(text)
    unescaped = unescape(seen.text)
    shown = visible(unescaped.text.translate(AS_PRINTED))
    boxed = unbox(without_labels(without_encoded(shown.text), profile))
    return Laid(lay_out(read_text(boxed.text)), boxed, shown, unescaped, seen)


@dataclass(frozen=True, slots=True)
class Setting:
    """``numbers``: identifiers, contacts, devices, plates and secrets. ``held``: numbers of the words that
    belong to places, addresses and contacts on the net."""

    layout: Layout
    matter: Matter
    tagged: Tagged
    numbers: list[Candidate]
    addresses: list[Address]
    held: set[int]
    persons: list[Person]


def meet(layout: Layout) -> Setting:
    """Everything that stands by itself, and the persons with all their mentions."""
    matter, tagged = recognise(layout.reading), tag(layout.reading)
    numbers = _numbers(layout, matter)
    matter = replace(matter, personal=_is_personal(layout, numbers))
    addresses, places = find_addresses(layout.reading), find_places(layout.reading)
    held = _held(layout, places, addresses, numbers)
    persons = _persons(layout, matter, numbers, places, addresses, held, tagged)
    return Setting(layout, matter, tagged, numbers, addresses, held, persons)


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
    layout: Layout,
    matter: Matter,
    numbers: list[Candidate],
    places: list[Place],
    addresses: list[Address],
    held: set[int],
    tagged: Tagged,
) -> list[Person]:
    """The persons of the document with all their mentions, undecided."""
    reading = layout.reading
    hamlets = {address.first for address in addresses}  # "Serut RT 01": nobody is called Serut
    names = find_names(layout, places, tagged.likely_names(), personal=matter.personal_paper)
    names = [name for name in names if name.first not in hamlets]
    lists = lists_of_persons(layout)
    named = words_of_names(names)
    born = frozenset(start for start, _ in birth_records(layout))
    around = Surroundings(layout, matter, numbers, frozenset(held), named, lists, pupils_in(layout), born)
    persons = cluster(
        reading,
        [mention_of(reading, name, gather(around, name)) for name in names],
    )
    spread(reading, persons, held)
    return persons
