"""Mentions by the beginning or the end of a name that is known here: "Sela" for Grisela, "sabar tih" for
Ratih (policy, rule 10)."""

from terbuka.screening.lexicon import is_everyday, is_ordinary, words
from terbuka.screening.people.model import Mention, Person
from terbuka.screening.people.otherwise import nearest
from terbuka.screening.people.standing import inside_small_letters
from terbuka.screening.reading import Reading

_SHORTEST, _LEFT_OUT = 3, 2
_CERTAIN = 0.4  # for a person to look at
_VOCATIVE = words("vocative")
_CLOSES = (",", ".", "!", "?")


def spread_nicknames(reading: Reading, persons: list[Person], taken: set[int]) -> None:
    """Add the mentions that are a short form of somebody's name, where nothing but a name can stand."""
    bearers = _bearers(persons)
    if not bearers:
        return
    named = {
        index
        for person in persons
        for mention in person.mentions
        for index in reading.words_in(mention.start, mention.end)
    }
    for index, word in enumerate(reading.folds):
        short_of = bearers.get(word)
        if not short_of or index in named or index in taken or not _stands_for_somebody(reading, index):
            continue
        person = nearest(short_of, reading.starts[index])
        rivals = [other for other in short_of if other is not person]
        start, end = reading.starts[index], reading.ends[index]
        person.mentions.append(Mention(start, end, (word,), _CERTAIN, "people.otherwise", rivals=rivals))


def _bearers(persons: list[Person]) -> dict[str, list[Person]]:
    """Whose name begins or ends with each possible short form."""
    found: dict[str, dict[int, Person]] = {}
    for person in persons:
        for part in {part for mention in person.mentions for part in mention.words}:
            for length in range(_SHORTEST, len(part) - _LEFT_OUT + 1):
                for short in (part[:length], part[-length:]):
                    found.setdefault(short, {})[id(person)] = person
    return {short: list(owners.values()) for short, owners in found.items()}


def _stands_for_somebody(reading: Reading, index: int) -> bool:
    """With a capital among small letters ("bila Jun datang"); written small, where somebody is called in a
    chat ("sabar tih, aku juga kena")."""
    if any("month" not in tags for _, tags in reading.opening.get(index, ())):
        return False
    if not reading.word(index).isalpha():
        return False
    if reading.capital(index):
        return inside_small_letters(reading, index) or _begins_prose(reading, index)
    return not is_everyday(reading.folds[index]) and _is_called(reading, index)


def _begins_prose(reading: Reading, index: int) -> bool:
    """No word of the language begins the sentence, and one in small letters follows: "Sela tidak mau"."""
    if is_ordinary(reading.folds[index]) or not reading.word(index).istitle():
        return False
    after = index + 1
    begins = index in reading.sentence_starts or "\n" in reading.between(index)
    return begins and reading.between(after) == " " and reading.word(after).islower()


def _is_called(reading: Reading, index: int) -> bool:
    """Behind "iya", "sabar" and the like, at the end of a clause."""
    if index == 0 or reading.between(index) != " " or reading.folds[index - 1] not in _VOCATIVE:
        return False
    behind = reading.between(index + 1)
    return behind[:1] in _CLOSES or "\n" in behind or index + 1 == len(reading)
