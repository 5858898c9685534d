"""How much words look like a name without context, and what looks like initials."""

from terbuka.screening.lexicon import districts, group_members, is_everyday, name_parts, region_names, words
from terbuka.screening.reading import Reading

_PARTICLES = words("name-particle")
_KNOWN = (0.0, 0.6, 0.8, 1.0)  # by the weight of the part in ``name_parts``
_ALSO_EVERYDAY, _ALSO_REGION = 0.45, 0.5
_EVERYDAY, _REGION, _DISTRICT, _UNKNOWN = -0.8, -0.5, 0.1, 0.25
_ADDRESS = frozenset({"title.formal", "title.kin", "particle", "title"})
_LONGEST_INITIALS = 4


def weight(word: str) -> float:
    """How much a word speaks for a name: 1 a known part, 0.25 an unknown word, below 0 an everyday word."""
    return weigh_known(word, name_parts().get(word, 0))


def weigh_known(word: str, times: int) -> float:
    """``weight`` of a word that was seen as a part of a name ``times`` times (3: three or more)."""
    everyday, region = is_everyday(word), word in region_names()
    known = _KNOWN[times]
    if known:
        return known * (_ALSO_EVERYDAY if everyday else 1) * (_ALSO_REGION if region else 1)
    if everyday or region:
        return _EVERYDAY if everyday else _REGION
    return _DISTRICT if word in districts() else _UNKNOWN


def likeness(reading: Reading, first: int, last: int) -> float:
    """How much words ``first`` to ``last`` look like a name without context: 0 to 1."""
    parts = [word for word in reading.folds[first:last] if len(word) > 1 and word not in _PARTICLES]
    if not parts:
        return 0.0
    weights = [weight(word) for word in parts]
    if len(weights) == 1:
        return max(0.0, weights[0] * 0.8)
    return max(0.0, min(1.0, sum(weights) / len(weights) * 0.7 + max(weights) * 0.3))


def initials(reading: Reading, index: int) -> int:
    """The number of words of initials that stand at ``index`` ("AF", "N.P.", "M.R.S"), else 0."""
    word = reading.word(index)
    if not word.isupper() or not word.isalpha():
        return 0
    if len(word) > 1:
        plain = is_everyday(reading.folds[index]) or _says_more(reading, index)
        return 0 if len(word) > 3 or plain or _capital_follows(reading, index) else 1
    count = lettered(reading, index, (".",))
    return count if count > 1 else 0


def lettered(reading: Reading, index: int, gaps: tuple[str, ...]) -> int:
    """How many short capitals with only ``gaps`` between them stand from word ``index`` on."""
    count = 1
    while index + count < len(reading) and count < _LONGEST_INITIALS:
        word = reading.word(index + count)
        if reading.between(index + count) not in gaps or len(word) > 2 or not word.isupper():
            break
        count += 1
    return count


def capitals_only(reading: Reading, index: int) -> bool:
    """Two or three capitals, whatever word they spell."""
    word = reading.word(index)
    return 2 <= len(word) <= 3 and word.isalpha() and word.isupper()


def _says_more(reading: Reading, index: int) -> bool:
    """The letters are also a mark of another kind than a form of address ("MR", "AN" may be initials)."""
    tags = {tag for _, have in reading.opening.get(index, ()) for tag in have}
    return bool(tags - _ADDRESS - group_members().keys())


def _capital_follows(reading: Reading, index: int) -> bool:
    """Another word in capitals follows: not initials but the first word of a name or heading."""
    after = index + 1
    if after >= len(reading) or reading.between(after) != " ":
        return False
    return reading.word(after).isupper() and len(reading.word(after)) > 1
