"""Names in small letters, as in chats and in what was spoken: "lah pak untung", "si toha"."""

from terbuka.screening.lexicon import is_everyday, is_name_part, words
from terbuka.screening.names import grammar
from terbuka.screening.names.anchors import Lead
from terbuka.screening.names.model import NameCandidate, NameRule, name_candidate
from terbuka.screening.reading import Reading

_ADDRESSED = ("title.formal", "title.kin", "alias", "role.relative", "offspring")
_POLITE = ("title.formal", "title.kin")
_IS_NAMED, _CALLED, _ALSO_TITLES = words("is-named"), ("si", "bernama"), words("small-title")
_PARTICLES, _ACTS = words("name-particle"), words("acts")
_ALSO_IF = words("also-if")  # "nek arep": if one wants
_IN_THE_NAME = frozenset({"an", "n", "nama"})  # "an.", "a/n", "atas nama"
_SHORTEST = 3
_OF_A_VERB = ("di", "me", "ter", "ber")
_MESSAGE, _WITHIN = ": ", 300  # letters around in which a message shows its capitals
_AFTER_L = "aeiouh"


def small_name(reading: Reading, index: int, here: Lead) -> NameCandidate | None:
    """The name that begins with word ``index``, written small: only behind what calls for one."""
    word = reading.folds[index]
    if len(word) < _SHORTEST or not word.isalpha() or index in reading.opening:
        return None
    tells = (_is_known, _is_called, _holds_an_account)
    if not _is_misread(reading, index) and not any(told(reading, index, here) for told in tells):
        return None
    last = grammar.extent(reading, index, True)
    return name_candidate(reading, range(index, last), 0.75, NameRule.SMALL, here)


def _is_known(reading: Reading, index: int, here: Lead) -> bool:
    """A part of names and no word of the language, behind a word of address or kin."""
    word = reading.folds[index]
    addressed = here.has(*_ADDRESSED) or (index > 0 and reading.folds[index - 1] in _CALLED)
    return addressed and not is_everyday(word) and (is_name_part(word) or here.has("title.formal"))


def _is_called(reading: Reading, index: int, here: Lead) -> bool:
    """In a message without capitals whatever no dictionary knows is a name behind a title or "si"; what it
    knows, only if people are called so."""
    if index == 0 or reading.between(index) != " ":
        return False
    word, before = reading.folds[index], reading.folds[index - 1]
    nearest = here.tags[0] if here.tags else frozenset[str]()
    titled = not nearest.isdisjoint(_POLITE)
    if is_everyday(word):
        called = titled and is_name_part(word) and word not in _ACTS
    else:
        titled = titled and before not in _ALSO_IF
        named = before in _IS_NAMED or before in _CALLED or before in _ALSO_TITLES
        called = (named or titled) and not word.startswith(_OF_A_VERB)
    return called and in_small_letters(reading, index)


def _holds_an_account(reading: Reading, index: int, here: Lead) -> bool:
    """``bca 5725 3310 88 a/n suharyanti``: "in the name of" behind the number of an account, or its bank."""
    for length, tags in reading.closing.get(index - 1, ()):
        first = index - length
        if "role.private" not in tags or _IN_THE_NAME.isdisjoint(reading.folds[first:index]) or not first:
            continue
        digits = reading.folds[first - 1].isdigit() and "\n" not in reading.between(first)
        if digits or reading.tag_before(first, "bank", "label.account"):
            return not is_everyday(reading.folds[index]) or is_name_part(reading.folds[index])
    return False


def _is_misread(reading: Reading, index: int) -> bool:
    """A scanner read the capital I for l: "lwan", "lSKANDAR"; no word begins with l and a consonant."""
    word = reading.word(index)
    if not word.startswith("l") or word[1].lower() in _AFTER_L:
        return False
    read = "i" + reading.folds[index][1:]
    return is_name_part(read) and not is_everyday(read)


def plain_word(reading: Reading, index: int, before: NameCandidate | None) -> bool:
    """Word ``index`` is written small in a sentence that has a capital for a name (``before``: the name found
    last), and nothing calls for another: "Rafa diganggu temannya"."""
    word = reading.folds[index]
    if before is None or not reading.word(index).islower() or reading.between(index) == "-":
        return False
    if word in _PARTICLES or is_name_part(word) or reading.folds[index - 1] in _CALLED:
        return False
    same = before.first in reading.sentence(index) and reading.word(before.first).istitle()
    return same and not _is_small(reading, index, *reading.line_span(reading.lines[index]))


def in_small_letters(reading: Reading, index: int) -> bool:
    """No word of the message that holds word ``index`` has a capital; a colon or a cell begins it."""
    cell = reading.cells[reading.cell_of[index]]
    return _is_small(reading, index, cell.start, cell.end)


def _is_small(reading: Reading, index: int, start: int, end: int) -> bool:
    at = reading.starts[index]
    left, right = max(start, at - _WITHIN), min(end, at + _WITHIN)
    colon = reading.text.rfind(_MESSAGE, left, at)
    return not any(reading.capital(at) for at in reading.words_in(max(left, colon), right))
