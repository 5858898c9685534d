"""Details that follow one another, with no more than labels between: "Ibu Siti, Jalan Melur 17, Banjarmasin.
NIK 63…, telepon 08…, surel …" are one person's, though a full stop parts them."""

import re
from collections.abc import Iterator, Sequence

from terbuka.screening.candidate import Candidate
from terbuka.screening.people.cast import Cast
from terbuka.screening.people.model import Person
from terbuka.screening.reading import Reading

# An address that may be a scene ("PLACE") stays what it is, and does not part the others.
_OF_ONE_PERSON = frozenset({
    "NIK", "KK", "NPWP", "NIP", "NRP", "PASSPORT", "SIM", "BPJS", "PHONE", "EMAIL", "SOCIAL", "URL_PERSONAL",
    "ADDRESS", "PLACE", "BIRTH", "PLATE", "VEHICLE_ID", "BANK_ACCOUNT", "CARD", "IMEI", "GEO", "CREDENTIAL",
})  # fmt: skip
_LONGEST, _MOST_WORDS = 45, 4
_PARTS = re.compile(r"\n[ \t]*\r?\n|[;|\t]|   ")
_ANOTHER = (
    *("role.suspect", "role.witness", "role.victim", "role.complainant", "role.informant", "role.child"),
    *(
        "role.relative",
        "role.private",
        "offspring",
        "label.name",
        "rank",
        "post",
        "post.staff",
        "label.relative",
    ),
)


def strings_of_details(
    cast: Cast, details: Sequence[Candidate]
) -> Iterator[tuple[Person | None, list[Candidate]]]:
    """Each such string, and who is named right in front of it. The cells of a row are no string: there the
    columns say what belongs together."""
    string: list[Candidate] = []
    for detail in sorted(_strung(cast, details), key=lambda each: each.start):
        if string and not _goes_on(cast, string[-1].end, detail.start):
            yield _leader(cast, string[0].start), string
            string = []
        string.append(detail)
    if string:
        yield _leader(cast, string[0].start), string


def _strung(cast: Cast, details: Sequence[Candidate]) -> Iterator[Candidate]:
    for detail in details:
        if detail.type in _OF_ONE_PERSON and cast.layout.row_at(detail.start) is None:
            yield detail


def _leader(cast: Cast, start: int) -> Person | None:
    last = cast.before(start)
    return last[1] if last and _goes_on(cast, last[0].end, start) else None


def _goes_on(cast: Cast, end: int, start: int) -> bool:
    """Little stands between, and nobody is named or spoken of there."""
    reading = cast.layout.reading
    if start <= end:
        return True
    if start - end > _LONGEST or _PARTS.search(reading.text, end, start) or cast.in_span(end, start):
        return False
    words = reading.words_in(end, start)
    return len(words) <= _MOST_WORDS and not _speaks_of_another(reading, words)


def _speaks_of_another(reading: Reading, words: range) -> bool:
    return any(reading.tag_at(at, *_ANOTHER) for at in words)
