"""Where an officer points: a term wherever it stands, a passage of text, a box on the page.

Reads the extract of a case; writes nothing.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from terbuka.disclosure.decisions import Standing
from terbuka.disclosure.extract import Extract, Sheet, split
from terbuka.disclosure.marking import PERSONAL_SECRETS, usual_ground
from terbuka.disclosure.models import Case, Mark
from terbuka.documents import Box, Page
from terbuka.language import N_
from terbuka.office.errors import NotPossible
from terbuka.screening import Action, Mode
from terbuka.screening.policy import DEFAULT, policy
from terbuka.screening.spans import boxes
from terbuka.screening.terms import find_terms

SHORTEST_TERM = 3  # letters and digits
LEAST_SIDE = 4.0  # points; smaller is a slip of the hand
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Place:
    """A place to add. See ``models.Mark`` for the fields."""

    page: int
    start: int
    end: int
    boxes: tuple[Box, ...] = ()
    type: str = "TERM"
    ground: str = PERSONAL_SECRETS
    role: str = ""
    entity: str = ""
    mode: str = str(Mode.MASK)


def mark_at(place: Place, case: Case, number: int, decision: int) -> Mark:
    """The mark that ``decision`` adds there, not saved yet, and not there before its decision is."""
    return Mark(
        case=case,
        number=number,
        page=place.page,
        start=place.start,
        end=place.end,
        boxes=[[round(value, 2) for value in box] for box in place.boxes],
        type=place.type,
        action=str(Action.REDACT),
        mode=place.mode,
        own_ground=place.ground,
        rule="officer",
        entity=place.entity,
        role=place.role,
        added_by=decision,
        standing=str(Standing.VOID),
        ground=place.ground,
    )


def types() -> list[str]:
    """What a place added by hand may be, in the order of the policy."""
    return list(policy(DEFAULT).words_of_types)


def term_places(
    extract: Extract, term: str, *, paged: bool, like: Mark | None = None, page: int | None = None
) -> list[Place]:
    """Every occurrence of ``term`` in every written form; on ``page`` only, where given. ``like``: the
    mark whose type, role, ground and block the places take over.

    Raises ``NotPossible`` for a term so short that it would stand everywhere.
    """
    if sum(char.isalnum() for char in term) < SHORTEST_TERM:
        raise NotPossible(
            N_("Istilah terlalu pendek: tulis paling sedikit %(least)d huruf atau angka."),
            least=SHORTEST_TERM,
        )
    bounds = extract.bounds()
    found = [
        Place(number, start, end)
        for hit in find_terms(extract.outline(), [term])
        for number, start, end in split(hit.start, hit.end, bounds)
        if page in (None, number)
    ]
    if like is not None:
        taken = {name: getattr(like, name) for name in ("type", "role", "entity", "ground", "mode")}
        found = [replace(place, **taken) for place in found]
    return list(_with_boxes(extract, found)) if paged else found


def _with_boxes(extract: Extract, places: Sequence[Place]) -> Iterable[Place]:
    page: Page | None = None
    for place in places:
        if page is None or page.number != place.page:
            page = extract.page(place.page)
        yield replace(place, boxes=boxes(page, place.start, place.end))


def passage_place(sheet: Sheet, start: int, end: int, quote: str, *, type: str, ground: str) -> Place:
    """The words that ``[start, end)`` touches: half a name must not stay readable.

    ``quote`` is what the officer saw selected; it must be what stands there, or the offsets are wrong.
    Raises ``NotPossible``.
    """
    said = sheet.cut(start, end)
    if not quote.strip() or " ".join(said.split()) != " ".join(quote.split()):
        raise NotPossible(N_("Teks yang dipilih tidak terbaca dengan benar. Pilih sekali lagi."))
    touched = [
        (sheet.start + word.start(), sheet.start + word.end())
        for word in _WORD.finditer(sheet.text)
        if sheet.start + word.start() < end and sheet.start + word.end() > start
    ]
    return Place(sheet.number, touched[0][0], touched[-1][1], type=type, ground=ground)


def region_place(extract: Extract, number: int, box: Box, *, type: str, ground: str) -> Place:
    """A box on a page, cut to the page. It stands in the text where its first word does.

    Raises ``NotPossible`` where it is too small or beside the page.
    """
    page = extract.page(number)
    inside = Box(
        max(0.0, min(box.x0, box.x1)),
        max(0.0, min(box.y0, box.y1)),
        min(page.width, max(box.x0, box.x1)),
        min(page.height, max(box.y0, box.y1)),
    )
    if inside.width < LEAST_SIDE or inside.height < LEAST_SIDE:
        raise NotPossible(N_("Kotak terlalu kecil atau di luar halaman. Gambar sekali lagi."))
    offset = _first_offset(page, inside)
    rounded = Box(*(round(value, 2) for value in inside))
    return Place(number, offset, offset, (rounded,), type, ground)


def _first_offset(page: Page, box: Box) -> int:
    """Of the first word under the box; else of the word nearest to it by height."""
    words = [(word.start, word.box) for word in page.words if word.box]
    under = [start for start, place in words if place.touches(box)]
    if under:
        return min(under)
    return min(words, key=lambda word: abs(word[1].y0 - box.y0), default=(page.start, box))[0]


def ground_for(type_: str, given: str) -> str:
    """The ground that was chosen, else the usual one for the type."""
    return given or usual_ground(type_)
