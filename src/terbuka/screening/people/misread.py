"""Mentions with one letter wrong, by a scanner or a typist: "Wirandeka", "Wirandakka" (policy, rule 10)."""

from collections.abc import Iterator

from terbuka.screening.lexicon import is_name_part, is_ordinary
from terbuka.screening.names.model import NameRule
from terbuka.screening.people.model import Mention, Person
from terbuka.screening.people.otherwise import nearest
from terbuka.screening.reading import Reading

_SHORTEST = 7
_CERTAIN = 0.4  # for a person to look at


def spread_misread(reading: Reading, persons: list[Person], taken: set[int]) -> None:
    """Add words that are one letter away from part of a name in this document, and are nothing else."""
    bearers = _bearers(persons)
    parts: dict[str, list[str]] = {}
    for part in bearers:
        for less in _less_a_letter(part):
            parts.setdefault(less, []).append(part)
    named = {
        index: (mention, person)
        for person in persons
        for mention in person.mentions
        for index in reading.words_in(mention.start, mention.end)
    }
    longest = max(map(len, bearers), default=0) + 1
    for index, word in enumerate(reading.folds):
        near = _nearly(word, parts) if index not in taken and len(word) <= longest else None
        owners = [person for person in bearers[near] if person.mentions] if near else []
        if near is None or not owners:
            continue
        mention, other = named.get(index, (None, None))
        if mention and mention.rule != NameRule.MODELLED:
            # taken for somebody else: to be reviewed as who it may be
            mention.rivals += [person for person in owners if person not in mention.rivals]
        else:
            person = nearest(owners, reading.starts[index])
            start, end = reading.starts[index], reading.ends[index]
            if mention and other:  # with all its words, which were one name
                start, end = mention.start, mention.end
                other.mentions = [known for known in other.mentions if known is not mention]
            evidence = mention.evidence if mention else []
            person.mentions.append(Mention(start, end, (near,), _CERTAIN, "people.misread", evidence))
    persons[:] = [person for person in persons if person.mentions]


def _bearers(persons: list[Person]) -> dict[str, list[Person]]:
    """Who bears each long part of a name that means nothing else."""
    bearers: dict[str, list[Person]] = {}
    for person in persons:
        for part in {part for mention in person.mentions for part in mention.words}:
            if len(part) >= _SHORTEST and not is_ordinary(part):
                bearers.setdefault(part, []).append(person)
    return bearers


def _nearly(word: str, parts: dict[str, list[str]]) -> str | None:
    """The part of a name that ``word`` is one letter away from, if it is no word or name of its own."""
    if len(word) < _SHORTEST - 1 or not word.isalpha():
        return None
    near = (part for less in _less_a_letter(word) for part in parts.get(less, ()))
    part = next((part for part in near if _one_letter_apart(word, part)), None)
    return None if part is None or is_name_part(word) or is_ordinary(word) else part


def _less_a_letter(word: str) -> Iterator[str]:
    """The word, and what is left of it without each of its letters: two words that are one letter apart share
    one of these."""
    yield word
    yield from (word[:at] + word[at + 1 :] for at in range(len(word)))


def _one_letter_apart(one: str, other: str) -> bool:
    """One letter more, less or other."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    same = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    if same is None:
        return True
    rest, others = one[same:], other[same:]
    return rest[1:] == others[1:] or rest[1:] == others or rest == others[1:]
