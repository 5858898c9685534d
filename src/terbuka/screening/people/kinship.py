"""Whose relative the text calls somebody: "istri Joko", "ibunya" of who was named last, "Ayah : …" in a
form."""

from terbuka.screening.lexicon import words
from terbuka.screening.people.cast import Cast
from terbuka.screening.people.model import Mention, Person
from terbuka.screening.reading import Reading
from terbuka.screening.roles import CHILDREN, Role

_KIN = ("role.relative", "label.relative", "offspring")
_OFFSPRING, _PARENTS = ("offspring",), words("parents-of-the-child")
_OF_A_CASE = ("role.suspect", "role.witness")
_CHILD = words("one-child") | (words("of-the-child") - _PARENTS)
_BY_MARRIAGE = words("by-marriage")
_OWNER, _REACH, _BEHIND = "nya", 8, 4


def related_to(cast: Cast, person: Person) -> list[Person] | None:
    """Whom the text calls ``person`` a relative of; empty: of somebody who is not named and no child. None
    where it does not say: it may be the child."""
    found: list[Person] = []
    for mention in person.mentions:
        if mention.speaks_for(Role.RELATIVE):
            others = relatives_at(cast, person, mention)
            if others is None:
                return None
            found += others
    return found if any(mention.speaks_for(Role.RELATIVE) for mention in person.mentions) else None


def parents_of(cast: Cast, child: Person) -> list[Person]:
    """Who was named last where the text goes on with "anaknya, …", and whose "anak dari …" it is."""
    found: list[Person] = []
    reading = cast.layout.reading
    for mention in child.mentions:
        kin = _kin_before(reading, mention, _OFFSPRING)
        if kin is not None:
            sentence = reading.sentence(kin.start)
            called = _named(cast, range(kin.stop, reading.word_at(mention.start)), child)
            before = _named(cast, range(sentence.start, kin.start), child) if _is_owned(reading, kin) else []
            found += called or [other for other in before if other.role not in CHILDREN][-1:]
    return found


def is_of_who_reports(reading: Reading, mention: Mention) -> bool:
    """ "istri pelapor, …", "anak dari pelapor bernama …"."""
    kin = _kin_before(reading, mention, _KIN)
    behind = range(kin.start, reading.word_at(mention.start)) if kin else range(0)
    return any(reading.tag_at(at, "role.complainant") for at in behind)


def relatives_at(cast: Cast, person: Person, mention: Mention) -> list[Person] | None:
    """As ``related_to``, of one mention."""
    layout = cast.layout
    row, field = layout.row_at(mention.start), layout.field_at(mention.start)
    if row:
        here = cast.in_span(row.cells[0].start, row.cells[-1].end)
        return [other for other in here if other is not person] or None
    if field and field.has("relative", "role.relative"):
        asked = _named(cast, range(*field.label), person)
        subject = cast.subject(layout.reading.line_of(mention.start))
        return asked or ([subject] if subject and subject is not person else None)
    kin = _kin_of(layout.reading, mention)
    return None if kin is None else _of_kin(cast, person, mention, kin)


def _kin_of(reading: Reading, mention: Mention) -> range | None:
    """The word of kinship in front of the name, or behind it: "Sulastri, ibu korban"."""
    told = [item.rule.startswith("behind") for item in mention.evidence if item.role is Role.RELATIVE]
    before, behind = _kin_before(reading, mention, _KIN), _kin_behind(reading, mention)
    return behind or before if all(told) else before or behind


def _kin_before(reading: Reading, mention: Mention, tags: tuple[str, ...]) -> range | None:
    first = reading.word_at(mention.start)
    for at in range(first, max(first - _REACH, 0), -1):
        if reading.sentence_end(at):
            break
        length = reading.tag_before(at, *tags)
        if length:
            return range(at - length, at)
    return None


def _kin_behind(reading: Reading, mention: Mention) -> range | None:
    last = reading.word_at(mention.end)
    for at in range(last, min(last + _BEHIND, len(reading))):
        if reading.sentence_end(at):
            break
        length = reading.tag_at(at, *_KIN)
        if length:
            return range(at, at + length)
    return None


def _is_owned(reading: Reading, kin: range) -> bool:
    """ "anaknya": of who was named."""
    return reading.folds[kin.stop - 1].endswith(_OWNER)


def _of_kin(cast: Cast, person: Person, mention: Mention, kin: range) -> list[Person] | None:
    """Whom the words behind the word of kinship name ("istri tersangka Joko"), else who was named before."""
    reading = cast.layout.reading
    first = reading.word_at(mention.start)
    behind = range(kin.stop, first) if kin.start < first else _clause_behind(reading, kin)
    if any(reading.folds[at] in _CHILD for at in (*kin, *behind)):
        return None
    named = _named(cast, behind, person)
    if named or any(reading.tag_at(at, *_OF_A_CASE) for at in behind):
        return named
    by_marriage = any(reading.folds[at] in _BY_MARRIAGE for at in kin)
    return _named_before(cast, person, kin, by_marriage)


def _clause_behind(reading: Reading, kin: range) -> range:
    stop = kin.stop
    while stop < min(kin.stop + _BEHIND, len(reading)) and reading.between(stop) == " ":
        stop += 1
    return range(kin.stop, stop)


def _named_before(cast: Cast, person: Person, kin: range, by_marriage: bool) -> list[Person] | None:
    """Who is named in the sentence so far, else in the one before. A husband or wife is no child's, so it is
    the last of them; of others a child spoken of may be the one."""
    reading = cast.layout.reading
    sentence = reading.sentence(kin.start)
    for words_ in (range(sentence.start, kin.start), reading.sentence(max(sentence.start - 1, 0))):
        named = _named(cast, words_, person)
        if by_marriage:
            named = [other for other in named if other.role not in CHILDREN][-1:]
        elif any(reading.folds[at] in _CHILD for at in words_):
            return None
        if named:
            return named
    return None


def _named(cast: Cast, words_: range, person: Person) -> list[Person]:
    """Who but ``person`` is named in these words, in their order."""
    if not words_:
        return []
    reading = cast.layout.reading
    here = cast.in_span(reading.starts[words_.start], reading.ends[words_.stop - 1])
    return [other for other in here if other is not person]
