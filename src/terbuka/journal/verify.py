"""Walks the whole chain and says where it first breaks."""

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Max

from terbuka.journal.chain import digest
from terbuka.journal.models import Entry, Head


class Break(StrEnum):
    """How the chain is broken at an entry."""

    MISSING = "missing"  # the number is not there
    CHANGED = "changed"  # its content does not give its hash
    UNLINKED = "unlinked"  # it does not follow the entry before it
    CUT = "cut"  # the chain is shorter than its head, or longer, or the anchor is not in it


@dataclass(frozen=True, slots=True)
class Result:
    """``entries``: how many were read and are sound. ``broken_at``: the first number that is not, if any."""

    entries: int
    last_hash: str
    broken_at: int | None = None
    how: Break | None = None

    @property
    def sound(self) -> bool:
        return self.broken_at is None


def verify_chain(anchor: tuple[int, str] | None = None) -> Result:
    """Read every entry in order, some thousand at a time, and check number, link and hash.

    ``anchor``: number and hash of an entry as they were noted outside the database (a printed report).
    Without one, a tail that was cut off together with the head cannot be seen.
    """
    # In this order: an entry and its head appear together, so the head read later is never behind.
    last = Entry.objects.aggregate(last=Max("number"))["last"] or 0
    head = Head.objects.filter(id=1).first() or Head()
    sound, previous, anchored = 0, "", anchor is None
    # Entries that are written while we read stand behind the head we have seen: not our concern.
    for entry in Entry.objects.filter(number__lte=head.number).iterator(chunk_size=2000):
        how = _broken(entry, sound + 1, previous)
        if how:
            return Result(sound, previous, sound + 1, how)
        sound, previous = entry.number, entry.hash
        anchored = anchored or (sound, previous) == anchor
    if sound != head.number or last > head.number or previous != head.hash or not anchored:
        return Result(sound, previous, sound + 1, Break.CUT)
    return Result(sound, previous)


def _broken(entry: Entry, expected: int, previous: str) -> Break | None:
    if entry.number != expected:
        return Break.MISSING
    if entry.previous_hash != previous:
        return Break.UNLINKED
    if digest(entry) != entry.hash:
        return Break.CHANGED
    return None
