"""One person, one decision (policy, rule 10): every mention is shown or hidden as its person is, with the
reason that holds at this place. A name that is hidden somewhere is open elsewhere only where the text itself
says there, by a rank or post, that it is somebody else."""

from collections.abc import Iterator

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.people.cast import Cast
from terbuka.screening.people.model import Evidence, Mention, Person
from terbuka.screening.people.otherwise import namesakes
from terbuka.screening.roles import OPEN, Role

_AGAIN = N_(
    "Orang yang sama disebut lagi; alasannya ada pada sebutan lain dalam dokumen ini: satu orang, "
    "satu keputusan."
)
_SAME_NAME = N_(
    "Nama ini dihitamkan di tempat lain dalam dokumen ini, dan di sini tidak tertulis bahwa orang lain yang "
    "dimaksud: satu orang, satu keputusan."
)
_NAMESAKE = N_(
    "Bagian dari nama tempat, usaha, atau alamat, meskipun sama dengan nama orang yang dihitamkan."
)
_OWN = ("lead.", "left.", "behind.", "number.", "form.", "label", "historic")
_UNSURE, _SURER_THAN_THE_NAME = 0.5, 0.2


def decided_mentions(cast: Cast) -> Iterator[Candidate]:
    """Every mention of every person, with the role and the reason."""
    hidden = {_written(cast, m): person for m, person in cast.mentions if not person.role.stays_open}
    for person in cast.persons:
        because = person.because or Evidence(person.role, 0.0, "unknown", "")
        told = any(because in mention.evidence for mention in person.mentions)
        elsewhere = Evidence(person.role, 0.0, "again", _AGAIN) if told else because
        for mention in person.mentions:
            other = _hidden_elsewhere(person, mention, hidden.get(_written(cast, mention)))
            if other is None:
                certain = min(person.sure, mention.certain + _SURER_THAN_THE_NAME)
                here = _said_here(mention, because) or elsewhere
                yield _candidate(mention, person, here, certain)
            else:
                same_name = Evidence(other.role, 0.0, "same-name", _SAME_NAME)
                yield _candidate(mention, other, same_name, _UNSURE)


def _written(cast: Cast, mention: Mention) -> tuple[str, ...]:
    reading = cast.layout.reading
    words = reading.words_in(mention.start, mention.end)
    return tuple(reading.folds[words.start : words.stop])


def _hidden_elsewhere(person: Person, mention: Mention, namesake: Person | None) -> Person | None:
    """Somebody hidden whom an open mention may also mean, as it bears no rank or post of its own.
    ``namesake``: who is hidden where the same words stand."""
    if not person.role.stays_open or any(map(_is_of_his_own, mention.evidence)):
        return None
    rivals = [rival for rival in mention.rivals if not rival.role.stays_open]
    return namesake or next(iter(rivals if not mention.speaks_for(*OPEN) else ()), None)


def _is_of_his_own(evidence: Evidence) -> bool:
    """A rank or post in the same breath, not only a capacity or number somewhere above or below."""
    return evidence.role in OPEN and evidence.explicit and evidence.rule.startswith(_OWN)


def _said_here(mention: Mention, because: Evidence) -> Evidence | None:
    """What speaks for the role of ``because`` at this very place, the heaviest."""
    here = (item for item in mention.evidence if item.role is because.role)
    return max(here, key=lambda item: item.weight, default=None)


def _candidate(mention: Mention, person: Person, because: Evidence, certain: float) -> Candidate:
    rank, values = Rank.NAME, dict(because.values)
    start, end, rule = mention.start, mention.end, mention.rule
    return Candidate(
        "PERSON", start, end, rule, certain, because.reason, rank, person.role, person.key, values
    )


def places_of_the_same_name(cast: Cast, held: set[int]) -> Iterator[Candidate]:
    """Places that bear the name of somebody hidden: kept expressly, so that the verifier knows them from
    mentions that nobody saw."""
    for start, end in namesakes(cast.layout.reading, cast.protected, held):
        yield Candidate(
            "PLACE", start, end, "people.namesake", 0.8, _NAMESAKE, Rank.CONTEXT, Role.INSTITUTION
        )
