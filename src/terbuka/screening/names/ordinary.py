"""Words of the language that somebody is called: "Mang Acuan", "anak saya Aman", "bocah bernama Aman".

Such a word counts where somebody is about to be named, with a capital among small letters (policy, rule 10).
"""

import re

from terbuka.screening.lexicon import is_everyday, words
from terbuka.screening.names.anchors import Lead
from terbuka.screening.names.days import is_dated, is_day
from terbuka.screening.names.grammar import letters_of_an_office
from terbuka.screening.reading import Reading

_ADDRESS = ("title.kin", "title.formal", "title.clergy", "alias")
_OF_THE_CASE = (
    "role.child",
    "role.victim",
    "role.witness",
    "role.suspect",
    "role.complainant",
    "role.informant",
)
_KIN = ("offspring", "role.relative")
_SOMEBODY = (*_OF_THE_CASE, *_KIN, "title.kin", "role.private")
_MINE, _OWNER = words("speaker"), ("ku", "nya")
_ALSO_THINGS, _NO_PART = words("also-things"), words("no-part-of-a-name")
_NATURE = words("nature")  # "Mas Gunung": they open a place in front of a name only
_ALSO_BORNE = words("also-borne")
_OF_AN_AGE = re.compile(r",? \(?\d{1,2} ?(?:tahun|thn|th)\b|\s?\(\d{1,2}\)")
_NAMED, _ONE = words("is-named"), words("somebody")
_SON_OF = (["bin"], ["binti"])
_OF_A_VERB = ("me", "di", "ber", "ter")
_GAPS = (" ", ", ")
_FAMILIAR = "si"  # in front of nothing but names
_SHORTEST, _REACH = 3, 7


def ordinary_name(reading: Reading, index: int, here: Lead) -> bool:
    """Word ``index``, a word of the language, is what somebody is called. ``here``: what stands in front."""
    if (
        _has_a_father(reading, index)
        or _is_called_as_a_day(reading, index, here)
        or _is_borne(reading, index)
    ):
        return True
    if (
        index == 0
        or reading.between(index).replace("\n", " ") not in _GAPS
        or not _may_be_a_name(reading, index)
    ):
        return False
    if reading.word(index - 1) == _FAMILIAR:
        return True
    if not is_everyday(reading.folds[index]):
        return False
    nearest = here.tags[0] if here.tags else frozenset[str]()
    before = reading.folds[index - 1]
    if before in _NAMED:
        return _of_somebody(reading, index - 1)
    if not nearest.isdisjoint(_ADDRESS):
        return before not in _ALSO_THINGS
    if not reading.word(index - 1).islower():
        return False  # "Pelaku Usaha": a term of an Act, or a heading
    if not nearest.isdisjoint(_KIN):
        return before in _MINE or before.endswith(_OWNER)
    if reading.between(index) != " ":
        return False
    return not nearest.isdisjoint(_OF_THE_CASE)


def _may_be_a_name(reading: Reading, index: int) -> bool:
    """One capital, and neither a verb nor the beginning of a mark: a post, a region, a faith."""
    word = reading.folds[index]
    if not reading.word(index).istitle() or not word.isalpha() or len(word) < _SHORTEST:
        return False
    if word in _NO_PART or word.startswith(_OF_A_VERB):
        return False
    told = index in reading.opening and word not in _NATURE
    if told and not letters_of_an_office(reading, index):
        return False
    return not reading.within(index, "region", "place.area")


def _has_a_father(reading: Reading, index: int) -> bool:
    """ "Legi bin Marto": whatever the word is, only a person is somebody's son."""
    after = index + 1
    if not reading.capital(index) or reading.folds[after : after + 1] not in _SON_OF:
        return False
    return after + 1 < len(reading) and reading.between(after) == " " and reading.capital(after + 1)


def _is_called_as_a_day(reading: Reading, index: int, here: Lead) -> bool:
    """ "Saksi Jumat (45) melihat", not "saksi Jumat kemarin" and "korban Senin, 4 Maret"."""
    nearest = here.tags[0] if here.tags else frozenset[str]()
    if not is_day(reading, index) or nearest.isdisjoint((*_OF_THE_CASE, *_KIN, *_ADDRESS)):
        return False
    return reading.word(index).istitle() and reading.between(index) == " " and not is_dated(reading, index)


def _of_somebody(reading: Reading, named: int) -> bool:
    """ "Bocah 9 tahun bernama": the word for a name follows a word for a person, not "kapal bernama"."""
    for at in range(named, max(named - _REACH, 0), -1):
        if reading.sentence_end(at) or "," in reading.between(at):
            return False
        if reading.tag_before(at, *_SOMEBODY) or reading.folds[at - 1] in _ONE:
            return True
    return False


def _is_borne(reading: Reading, index: int) -> bool:
    """A post that families also bear as a name: "bernama Kader", "Kader (45)", "Kader, 9 tahun"."""
    if reading.folds[index] not in _ALSO_BORNE or not reading.capital(index):
        return False
    named = index > 0 and reading.folds[index - 1] in _NAMED and reading.between(index) == " "
    return named or bool(_OF_AN_AGE.match(reading.text, reading.ends[index]))
