"""When two ways of writing can be one name: parts in order, initials, nicknames, usual short forms."""

from collections.abc import Iterator

from terbuka.screening.lexicon import short_forms

_SHORTEST_NICKNAME, _MOST_CUT_OFF = 4, 6
_INITIAL = 2  # words up to this length stand for any word with the same first letter


def compatible(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """True when ``part`` can be a shorter way of writing ``whole``: its words in order, initials for words.

    >>> compatible(("f", "ledo", "bili"), ("fransiskus", "ledo", "bili"))
    True
    >>> compatible(("m", "aldi"), ("muhammad", "aldi"))
    True
    """
    at = full = 0
    for word in part:
        while at < len(whole) and not _same(word, whole[at]):
            at += 1
        if at == len(whole):
            return False
        full += len(word) > _INITIAL and len(whole[at]) > _INITIAL
        at += 1
    return full > 0 or (len(part) > 1 and len(part) == len(whole)) or part == whole


def _same(word: str, other: str) -> bool:
    if word == other:
        return True
    if len(word) <= _INITIAL or len(other) <= _INITIAL:
        return word[0] == other[0]
    shorter = short_forms()
    return word in shorter.get(other, ()) or other in shorter.get(word, ()) or _nickname(word, other)


def _nickname(word: str, other: str) -> bool:
    """A nickname is the beginning of the name: Frans for Fransiskus."""
    short, long = (word, other) if len(word) < len(other) else (other, word)
    if len(short) < _SHORTEST_NICKNAME or len(long) - len(short) > _MOST_CUT_OFF:
        return False
    return long.startswith(short)


def index_keys(words: tuple[str, ...]) -> Iterator[str]:
    """Names that are ``compatible`` share one of these keys: the beginning of a word, or all initials."""
    for word in words:
        if len(word) > _INITIAL:
            yield word[:3] if word[:2] not in ("mu", "mo", "mh") else "mu"
    if len(words) > 1:
        yield "." + "".join(word[0] for word in words)
    elif words and len(words[0]) <= _INITIAL:
        yield words[0]
