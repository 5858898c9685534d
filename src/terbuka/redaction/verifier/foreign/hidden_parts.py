"""Which of the hidden parts of another program's file are a leak (docs/decisions/0020).

Some kinds are content that somebody forgot, whatever it says: they fail. Others every program writes: they
fail where they tell of somebody, and are noted else.
"""

import re
from collections.abc import Iterator

from terbuka.documents import Document, HiddenPart
from terbuka.documents.text import document_of
from terbuka.redaction.verifier.foreign.telling import Telling
from terbuka.redaction.verifier.model import Check, Survivor

ALWAYS = frozenset(
    {
        "hidden-text",
        "comment",
        "tracked-change",
        "attachment",
        "embedded",
        "script",
        "hidden-layer",
        "picture",
        "leading-data",
        "trailing-data",
        "more",
        "unknown",
    }
)
"""Kinds that no file needs that was made to be read."""
ELSEWHERE = frozenset({"earlier-revision"})
"""Kinds that a check of their own looks into."""
AUTHORS = re.compile(
    r"(?:author|dc:creator|core\.xml creator|lastmodifiedby|manager|artist|ownername|copyright|byline)$"
)
"""Places where a name of any kind is that of a person, unless it is that of an office."""
GPS = re.compile(r"\bGPS (?!0$)")
"""Where a picture was taken; the first tag is a version, which cameras write that know nothing of it."""
FILLED = ("/V", "/DV", "/RV", "/ActualText")
"""Places whose words a reader sees on the page, or they are hidden there."""
PRINTED = "headerFooter"
"""Where words stand in a head or foot of a sheet that no page shows, as programs leave them."""
STATES = {"Off", "Yes", "On", "/Off", "/Yes", "/On"}
"""Values of a tick box."""
UNTOLD = ("/PieceInfo", "/Thumb")
"""Places whose content is no text: nobody knows what it shows."""


def hidden_check(document: Document) -> Check:
    """What the file holds and no reader sees: the parts that fail, and notes of the others."""
    telling = Telling(document)
    survivors: dict[Survivor, None] = {}
    notes: dict[Survivor, None] = {}
    for part in document.hidden:
        for failed, found in _judged(part, telling):
            (survivors if failed else notes)[found] = None
    return Check("hidden content", len(document.hidden), tuple(survivors), tuple(notes))


def _judged(part: HiddenPart, telling: Telling) -> Iterator[tuple[bool, Survivor]]:
    if part.place.endswith(PRINTED):
        telling = Telling(document_of(""))  # what another head shows of it may be what was left open
    type_ = telling.type_of(part.text)
    if type_ is None and AUTHORS.search(part.place.lower()) and telling.is_author(part.text):
        type_ = "PERSON"
    fails = bool(type_) or _is_content(part, telling)
    yield fails and part.kind not in ELSEWHERE, Survivor(part.kind, part.place, part.page, type_)


def _is_content(part: HiddenPart, telling: Telling) -> bool:
    if part.kind == "comment" and part.text and not telling.unsaid(part.text):
        return False  # a note typed onto the page, which everybody reads
    if part.kind == "hidden-text" and part.text and not any(map(str.isalnum, part.text)):
        return False  # what a reader of scans makes of a comma
    if part.place.endswith(PRINTED):
        return False
    if part.place in FILLED:
        return part.text not in STATES and any(len(word) > 1 for word in telling.unsaid(part.text))
    if part.place in UNTOLD and not part.text:
        return True
    return part.kind in ALWAYS or bool(GPS.search(part.place))
