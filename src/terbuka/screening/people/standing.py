"""Whether a word that is part of somebody's name stands like a name here (policy, rule 10).

A word that is also a word of the language ("Bulan", "Melati") counts only where it stands like a name.
"""

import re

from terbuka.screening.lexicon import is_everyday, is_name_part, region_names, words
from terbuka.screening.names.anchors import lead
from terbuka.screening.names.days import is_dated
from terbuka.screening.names.small import in_small_letters
from terbuka.screening.reading import Reading

_FILE = re.compile(r"[\w\-]*_[\w\-.]*|[\w\-]+\.(?:jpe?g|png|pdf|docx?|xlsx?|zip|mp4|mp3|txt|csv)\b", re.I)
_BEFORE_A_FILE = ' \n\t|"(,'
_ACTS, _MAY = words("acts"), words("may")
_TO_A_PERSON = words("to-a-person")
_WITH_SOMEBODY = words("with-somebody")
_VERB_PREFIXES = ("me", "ber", "di", "ter")
_LONG_ENOUGH = 4


def stands_like_a_name(reading: Reading, index: int, part: str | None = None) -> bool:
    """True where word ``index``, a part of a name in this document, is that name. ``part``: what is left of
    the word without an ending ("Bulannya")."""
    word = part or reading.folds[index]
    if is_dated(reading, index):
        return False
    if word in region_names():
        if reading.within(index, "rank", "post", "org.government", "region"):
            return False
        if not is_name_part(word):
            return _addressed(reading, index)
    if in_file_name(reading, index):
        return True
    capital = reading.capital(index)
    if _is_plain_word(reading, index, word):
        return _not_as_a_word(reading, index, word) if capital else _is_met(reading, index)
    return capital or len(word) >= _LONG_ENOUGH or _addressed(reading, index)


def _is_met(reading: Reading, index: int) -> bool:
    """Written small in a message without capitals, behind a word that leads to somebody: "sama murni"."""
    return index > 0 and reading.folds[index - 1] in _WITH_SOMEBODY and in_small_letters(reading, index)


def _is_plain_word(reading: Reading, index: int, word: str) -> bool:
    """Also a word of the language, a month, an opener of places, or a word of work."""
    if is_everyday(word):
        return True
    return bool(reading.tag_at(index, "month", "place.area", "post.staff"))


def _not_as_a_word(reading: Reading, index: int, word: str) -> bool:
    """Addressed ("Ibu Bulan"), acting ("Fajar tidak …"), or a capital inside a sentence that is no date."""
    if _addressed(reading, index) or _acts(reading, index + 1):
        return True
    begins = index == 0 or "\n" in reading.between(index) or reading.sentence_end(index)
    in_capitals = len(reading.word(index)) > 2 and reading.word(index).isupper()
    if begins or in_capitals or _dated(reading, index):
        return False
    return is_name_part(word) or inside_small_letters(reading, index)


def inside_small_letters(reading: Reading, index: int) -> bool:
    """One capital between words in small letters has no other reason ("ketika Sampe butuh uang"); the word in
    front may begin the sentence ("Sekarang Sampe pulang")."""
    before, after = index - 1, index + 1
    if index == 0 or not reading.word(index).istitle() or reading.between(index) != " ":
        return False
    opens = before in reading.sentence_starts and is_everyday(reading.folds[before])
    if not (reading.word(before).islower() or (opens and before not in reading.opening)):
        return False
    return after == len(reading) or not (reading.capital(after) and reading.between(after) == " ")


def means_somebody(reading: Reading, index: int) -> bool:
    """One letter by which somebody is called stands for that one: addressed, acting ("A menangis"), or behind
    a word that leads to a person ("kepada A"); not the letter of a list or of a class."""
    if _addressed(reading, index) or (index and reading.folds[index - 1] in _TO_A_PERSON):
        return True
    after = index + 1
    if after == len(reading) or reading.between(after) != " ":
        return False
    return reading.folds[after] in _MAY or _is_verb(reading.folds[after])


def _addressed(reading: Reading, index: int) -> bool:
    return lead(reading, index).has("address-of-person")


def _acts(reading: Reading, index: int) -> bool:
    """The next word is what a person does: "Fajar tidak …", "Bulan menangis"."""
    if index >= len(reading) or reading.between(index).strip():
        return False
    return reading.folds[index] in _ACTS or _is_verb(reading.folds[index])


def _is_verb(word: str) -> bool:
    return len(word) > _LONG_ENOUGH + 1 and word.startswith(_VERB_PREFIXES) and is_everyday(word)


def _dated(reading: Reading, index: int) -> bool:
    """``30 Juli 2024``: the month, though a person is called Juli."""
    if not reading.tag_at(index, "month"):
        return False
    return any(reading.folds[i].isdigit() for i in (index - 1, index + 1) if 0 <= i < len(reading))


def in_file_name(reading: Reading, index: int) -> bool:
    """The word stands in something written like a file name: ``ktp_ruben.jpg``."""
    start, end = reading.starts[index], reading.ends[index]
    left = max(reading.text.rfind(char, 0, start) for char in _BEFORE_A_FILE)
    match = _FILE.match(reading.text, left + 1)
    return bool(match and match.start() <= start and end <= match.end())
