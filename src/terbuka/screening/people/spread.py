"""Every further mention of a person that no rule saw: in prose, headers, file names, in small letters, damaged.

A word that is also a word of the language ("Bulan", "Melati") counts only where it stands like a name; a word
inside a street, ship or company is none (policy, rule 10).
"""

import re
from collections.abc import Iterator

from terbuka.screening.fields import ROLE_TAGS
from terbuka.screening.lexicon import is_everyday, name_parts, region_names
from terbuka.screening.names.anchors import lead
from terbuka.screening.people.model import Mention, Person
from terbuka.screening.reading import Reading

_SHORTEST = 3
_ADDRESSED = (
    "title.formal",
    "title.kin",
    "title",
    "title.doctor",
    "title.clergy",
    "rank",
    "alias",
    "press",
    *ROLE_TAGS,
)
_FILE = re.compile(r"[\w\-]*_[\w\-.]*|[\w\-]+\.(?:jpe?g|png|pdf|docx?|xlsx?|zip|mp4|mp3|txt|csv)\b", re.I)


def spread(reading: Reading, persons: list[Person], taken: set[int]) -> None:
    """Add the missing mentions to ``persons``. ``taken``: word numbers that places and other things hold."""
    known = _parts(persons)
    initials = _initials(persons)
    occupied = set(taken)
    for person in persons:
        for mention in person.mentions:
            occupied.update(reading.words_in(mention.start, mention.end))
    index = 0
    while index < len(reading):
        length = 0
        if index not in occupied:
            length = _at(reading, index, known, initials, occupied)
        index += max(1, length)
    for person in persons:
        person.mentions.sort(key=lambda m: m.start)
        _with_kin_word(reading, person)


def _with_kin_word(reading: Reading, person: Person) -> None:
    """Where quotes make a word of kin part of the alias ("Oma Lin"), it belongs to every mention of it."""
    called: set[str] = set()
    for mention in person.mentions:
        index = reading.word_at(mention.start)
        if reading.tag_before(index, "title.kin") == 1 and reading.between(index - 1).rstrip(" ").endswith(
            ('"', "“", "'")
        ):
            called.add(reading.folds[index - 1])
    for mention in person.mentions:
        index = reading.word_at(mention.start)
        if index and reading.folds[index - 1] in called and reading.between(index) == " ":
            mention.start = reading.starts[index - 1]


def _parts(persons: list[Person]) -> dict[str, list[Person]]:
    """Who bears each word as a part of the name, also as it is run together in file names."""
    known: dict[str, list[Person]] = {}
    for person in persons:
        for word in {w for mention in person.mentions for w in _keys(mention.words)}:
            known.setdefault(word, []).append(person)
    return known


def _keys(words: tuple[str, ...]) -> Iterator[str]:
    for word in words:
        if len(word) >= _SHORTEST:
            yield word
    for size in (2, 3):
        for at in range(len(words) - size + 1):
            joined = "".join(words[at : at + size])
            if len(joined) >= 6:
                yield joined


def _initials(persons: list[Person]) -> dict[str, Person]:
    """Initials by which a person is called somewhere, and those of the full names of two or three words."""
    known: dict[str, Person] = {}
    for person in persons:
        for mention in person.mentions:
            letters = "".join(mention.words)
            if mention.rule == "names.initials":
                known[letters] = person
            elif 2 <= len(mention.words) <= 4 and all(len(word) > 2 for word in mention.words):
                known.setdefault("." + "".join(word[0] for word in mention.words), person)
    return known


def _at(
    reading: Reading,
    index: int,
    known: dict[str, list[Person]],
    initials: dict[str, Person],
    occupied: set[int],
) -> int:
    """Add the mention that begins with word ``index``; the number of its words, 0 if there is none."""
    bearers = known.get(reading.folds[index])
    if bearers and _stands_like_a_name(reading, index):
        last = _run(reading, index, bearers, known, occupied)
        _add(reading, _nearest(bearers, reading.starts[index]), index, last, "people.repeated")
        return last - index
    return _initials_at(reading, index, initials)


def _run(
    reading: Reading, index: int, bearers: list[Person], known: dict[str, list[Person]], occupied: set[int]
) -> int:
    """Further words of the same name behind it ("cutnyak_fadhilah", "Tenri Ola P.")."""
    last = index + 1
    while (
        last < len(reading) and last not in occupied and reading.between(last) in (" ", "_", "-", ". ", ".")
    ):
        word = reading.folds[last]
        same = any(person in bearers for person in known.get(word, ()))
        initial = len(word) == 1 and reading.capital(last) and reading.between(last) == " "
        if not same and not initial:
            break
        last += 1
    return last


def _initials_at(reading: Reading, index: int, initials: dict[str, Person]) -> int:
    """Initials that are known ("AF"), or "M.A." for a known name where they stand like a name."""
    word = reading.word(index)
    if not word.isupper() or len(word) > 3:
        return 0
    if len(word) > 1:
        person = initials.get(word.lower())
        if person:
            _add(reading, person, index, index + 1, "people.initials")
        return 1 if person else 0
    count = 1
    while (
        index + count < len(reading)
        and count < 4
        and reading.between(index + count) in (".", ". ")
        and len(reading.word(index + count)) == 1
        and reading.capital(index + count)
    ):
        count += 1
    letters = "".join(reading.folds[index : index + count])
    person = initials.get(letters) if count > 1 else None
    if person is None and count > 1 and lead(reading, index).has(*_ADDRESSED):
        person = initials.get("." + letters)
    if person:
        _add(reading, person, index, index + count, "people.initials")
    return count if person else 0


def _stands_like_a_name(reading: Reading, index: int) -> bool:
    word = reading.folds[index]
    if reading.within(index, "rank", "post", "org.government", "region") and word in region_names():
        return False
    if word in region_names() and word not in name_parts():
        return lead(reading, index).has(*_ADDRESSED)
    if in_file_name(reading, index):
        return True
    if not is_everyday(word) and not reading.tag_at(index, "month", "place.area", "post.staff"):
        return reading.capital(index) or len(word) >= 4 or lead(reading, index).has(*_ADDRESSED)
    if lead(reading, index).has(*_ADDRESSED):
        return reading.capital(index)
    if reading.capital(index) and _acts(reading, index + 1):
        return True
    return (
        reading.capital(index)
        and word in name_parts()
        and not _starts_line_or_sentence(reading, index)
        and not _in_capitals(reading, index)
        and not _dated(reading, index)
    )


_ACTS = frozenset(
    "tidak dan juga sudah akan telah adalah merupakan pun kemudian ikut serta mau masih sempat datang pergi lari".split()
)


def _acts(reading: Reading, index: int) -> bool:
    """The next word is what a person does: "Fajar tidak …", "Bulan menangis"."""
    if index >= len(reading) or reading.between(index).strip():
        return False
    word = reading.folds[index]
    return word in _ACTS or (
        len(word) > 5 and word.startswith(("me", "ber", "di", "ter")) and is_everyday(word)
    )


def _dated(reading: Reading, index: int) -> bool:
    """``30 Juli 2024``: the month, though a person is called Juli."""
    return bool(reading.tag_at(index, "month")) and (
        reading.folds[index - 1].isdigit() or index + 1 < len(reading) and reading.folds[index + 1].isdigit()
    )


def _starts_line_or_sentence(reading: Reading, index: int) -> bool:
    return index == 0 or "\n" in reading.between(index) or reading.sentence_end(index)


def _in_capitals(reading: Reading, index: int) -> bool:
    return len(reading.word(index)) > 2 and reading.word(index).isupper()


def in_file_name(reading: Reading, index: int) -> bool:
    """The word stands in something written like a file name: ``ktp_ruben.jpg``."""
    start, end = reading.starts[index], reading.ends[index]
    left = max(reading.text.rfind(char, 0, start) for char in ' \n\t|"(,')
    match = _FILE.match(reading.text, left + 1)
    return bool(match and match.start() <= start and end <= match.end())


def _nearest(bearers: list[Person], start: int) -> Person:
    """Of several bearers the one mentioned last before ``start``."""

    def distance(person: Person) -> tuple[bool, int]:
        before = [mention.start for mention in person.mentions if mention.start < start]
        return (bool(before), max(before, default=-person.first))

    return max(bearers, key=distance)


def _add(reading: Reading, person: Person, first: int, last: int, rule: str) -> None:
    words = tuple(reading.folds[first:last])
    person.mentions.append(Mention(reading.starts[first], reading.ends[last - 1], words, 0.85, rule))
