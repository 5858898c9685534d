"""Whether words name a person where no sentence tells so: in a title, in the name of a file.

What opens the name of a place takes its words along, and so do the districts of the country. Then a part of
names tells; else two words side by side that are in no lexicon, such a word beside one that girls and boys
are called by too (Melati, Fajar), or such a word that is made as names are (Permata-sari, Sahab-udin).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from terbuka.redaction.verifier.foreign.known_words import KNOWN
from terbuka.screening.lexicon import districts, is_name_part, is_ordinary, marks, own_name_parts
from terbuka.screening.names.places import Place, find_places
from terbuka.screening.reading import Reading, read_text
from terbuka.screening.tagging.letters import name_odds

SHORTEST = 3
"""Letters of a word that may be a part of a name."""
_SHORTEST_HALF = 4
"""Letters of a part of which a name is made."""
_SHORTEST_IN_CAPITALS = 5
"""Letters of a strange word among capitals that is no abbreviation."""
_A_PLACE = " kantor "
"""Stands where the name of a place was, and is known."""
_PLACES = frozenset({"street", "area", "site"})
"""Kinds that are called after people: offices are not, and undertakings (CV, toko) after who owns them."""
_NOT_CALLED = frozenset({"rt", "rw", "blok", "lab", "laboratorium"})
"""Openers of places that have a number or nothing; who stands behind it is a person."""
_FEAST = re.compile(
    r"\b(?:(?:mahkamah|jaksa|kejaksaan) agung|hari kartini|(?:idul ?|hari raya )fitri|nabi muhammad|"
    r"(?:bulan|suci|safari|pasar|puasa|murah|berkah|selama|menyambut) ramadh?an|ramadh?an \d+)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_MOST_OF_A_DISTRICT = 4
_ALSO_GIVEN_WORDS = """
bagus bintang bulan bunga cahaya cempaka cinta fajar guntur ilham indah intan kenanga lingga mawar mega mekar
melati mentari mutiara pelangi permata prihatin putra putri rembulan restu sabar sandi sekar seroja slamet
suci surya tari teratai titik untung
"""
_ALSO_GIVEN = frozenset(_ALSO_GIVEN_WORDS.split())
"""Words of the language by which people are called so often that a strange word beside them is a name's."""
_TITLES = frozenset({"title", "rank"})
_ENDING = re.compile(
    r"\w*(?:uddin|udin|ullah|wati|yati|yanto|yanti|yono|ningsih|ningrum|ningtyas|wardh?ani|syah|saputra)"
)
"""How names end and hardly a word of the language."""


def without_feasts(text: str) -> str:
    """The text without the days and the courts that are called as people are."""
    return _FEAST.sub(" ", text)


def without_places(text: str) -> str:
    """The text, and a known word where the name of a place stood."""
    plain = _without(text, _districts(text))
    reading = read_text(plain)
    places = (place for place in find_places(reading) if _is_called_after_somebody(place, reading))
    return _without(plain, ((reading.starts[one.first], reading.ends[one.last - 1]) for one in places))


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    kept, reached = [], 0
    for start, end in spans:
        kept.append(text[reached:start])
        reached = end
    return _A_PLACE.join([*kept, text[reached:]])


def _is_called_after_somebody(place: Place, reading: Reading) -> bool:
    """Not "Kelurahan Siti Rahmah": villages are not called as people are today."""
    words = reading.folds[place.first : place.last]
    if place.kind not in _PLACES or words[0] in _NOT_CALLED:
        return False
    return place.kind != "area" or not any(
        word in own_name_parts() and not is_ordinary(word) for word in words[1:]
    )


def _districts(text: str) -> Iterator[tuple[int, int]]:
    """Where districts of two words and more stand; those of one are called as people are."""
    words, first = list(_WORD.finditer(text)), 0
    while first < len(words):
        for last in range(min(first + _MOST_OF_A_DISTRICT, len(words)), first + 1, -1):
            start, end = words[first].start(), words[last - 1].end()
            if text[start:end].lower() in districts():
                yield start, end
                first = last - 1
                break
        first += 1


def is_known(word: str) -> bool:
    small = word.lower()
    return small in KNOWN or is_ordinary(small) or small in _words_of_marks()


@cache
def _words_of_marks() -> frozenset[str]:
    """The words of posts, offices, ailments, regions that have more than one, but for parts of names."""
    told = {word for phrase in marks() for word in phrase.split()}
    return frozenset(word for word in told if not is_name_part(word))


def has_part(words: Sequence[str], is_said: Callable[[str], bool]) -> bool:
    """One of them is a part of names and nothing else."""
    return any(
        len(word) > SHORTEST and is_name_part(word.lower()) and not is_said(word) and not is_known(word)
        for word in words
    )


def is_strange_name(words: Sequence[str], is_said: Callable[[str], bool], *, of_a_file: bool) -> bool:
    """Words that are in no lexicon are a name. ``of_a_file``: in the name of one, where all may be small."""
    strange = [len(word) >= SHORTEST and not is_said(word) and not is_known(word) for word in words]
    for index, word in enumerate(words):
        if not strange[index] or word.lower() in _words_of_districts():
            continue
        beside = [at for at in (index - 1, index + 1) if 0 <= at < len(words)]
        if _is_written_as_one(word, of_a_file) and any(
            strange[at] and _is_written_as_one(words[at], of_a_file) for at in beside
        ):
            return True
        if (word[0].isupper() or of_a_file) and _is_made_as_one(word.lower()):
            return True
        if word[0].isupper() and index and _is_title(words[index - 1]):
            return True
        if _is_spelt_as_one(word) and any(words[at].lower() in _ALSO_GIVEN for at in beside):
            return True
    return False


def _is_written_as_one(word: str, of_a_file: bool) -> bool:
    """One capital and small letters; else spelt like a name, as abbreviations and codes are not."""
    if word[0].isupper() and word[1:].islower():
        return True
    return (word.isupper() or of_a_file) and len(word) >= _SHORTEST_IN_CAPITALS and _is_spelt_as_one(word, 1)


def _is_spelt_as_one(word: str, least: int = 0) -> bool:
    return len(word) > SHORTEST and name_odds(word.lower())[0] >= least


def _is_made_as_one(small: str) -> bool:
    if _ENDING.fullmatch(small):
        return True
    parts, last = own_name_parts(), len(small) - _SHORTEST_HALF
    return any(small[:at] in parts and small[at:] in parts for at in range(_SHORTEST_HALF, last + 1))


def _is_title(word: str) -> bool:
    """ "Hj.", "Bripka"."""
    _, tags = marks().get(f" {word.lower()} ", (0, ()))
    return any(tag in _TITLES for tag in tags)


@cache
def _words_of_districts() -> frozenset[str]:
    return frozenset(word for district in districts() for word in _WORD.findall(district))
