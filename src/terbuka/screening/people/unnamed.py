"""Where a document speaks of a child in a case without naming it.

"Seorang anak perempuan kelas 5 SDN Telawang 3 menjadi korban pencabulan": the words around tell who it is
(policy, rule 4; UU 11/2012 Art. 19).
"""

import re

from terbuka.screening.lexicon import words
from terbuka.screening.people.model import ADULT
from terbuka.screening.reading import Reading

_CHILD, _MANY, _OTHER_THINGS = words("one-child"), words("many-children"), words("no-child")
_HARMED, _CASE = words("harmed"), ("sexual", "role.victim")
_PROGRAMME, _REFERS = words("for-pupils"), words("of-the-child")
_ONE = frozenset(("seorang", "1", "satu"))
_ATTENDS, _CLASSES, _SCHOOLS = frozenset(("osis", "bersekolah")), words("class"), words("lower-school")
_CLASS_REACH, _DIGITS = 3, "0123456789"
_BEFORE, _BEHIND = 40, 60
_AGE = re.compile(
    r"(?:\b(?:umur|usia|ber(?:umur|usia))(?:nya)?\W{1,4}(?:baru |sekitar |masih )?|\()(\d{1,2})(?![\d.])"
    r"|(?<!selama)(?<!penjara)(?<!sejak)(?<!dalam)(?<!setelah) (\d{1,2}) ?(?:tahun|thn|th)\b",
    re.I,
)
_NO_AGE = frozenset(("ayat", "bawah", "belum", "atas"))  # "anak di bawah 15 tahun" is no one child
_FAR = 40  # characters between "korban" and the age in brackets: "korban pencabulan berinisial (9)"


def child_passages(reading: Reading) -> set[int]:
    """The numbers of the words around those that speak of an unnamed child in a case."""
    found: set[int] = set()
    for sentence in _sentences(reading):
        for at in _children_in_case(reading, sentence):
            found.update(range(max(sentence.start, at - _BEFORE), min(sentence.stop, at + _BEHIND)))
    if found:
        found.update(_told_further(reading))
    return found


def _sentences(reading: Reading) -> list[range]:
    """A sentence about "ia" goes with the one before."""
    starts = [
        at
        for at in reading.sentence_starts
        if not at or reading.folds[at] not in ("ia", "dia") or "\n\n" in reading.between(at)
    ]
    ends = [*starts[1:], len(reading)]
    return [range(start, end) for start, end in zip(starts, ends, strict=True)]


def _children_in_case(reading: Reading, sentence: range) -> list[int]:
    """Words for one child to whom something is done or who has done it, not for the pupils of a programme."""
    victims = [i for i in sentence if reading.tag_at(i, *_CASE)]
    if not victims and not any(reading.folds[i] in _HARMED for i in sentence):
        return []
    children = [i for i in sentence if _is_one_child(reading, i) or _attends(reading, i)]
    ages = [(i, age) for i in (*victims, *children) if (age := _age_behind(reading, i, sentence.stop))]
    young = [i for i, age in ages if age < ADULT]
    single = [i for i in children if i and reading.folds[i - 1] in _ONE]
    if young or single:
        return [*young, *children]
    if ages or any(reading.folds[i] in _PROGRAMME for i in sentence):
        return []
    return children


def _is_one_child(reading: Reading, index: int) -> bool:
    """ "anak", "siswi": not "anak-anak", "12 anak", "orang tua siswa", "Perempuan dan Anak", "anak buah"."""
    if reading.folds[index] not in _CHILD:
        return False
    before = reading.folds[index - 1] if index else ""
    behind = reading.folds[index + 1] if index + 1 < len(reading) else ""
    if before in _ONE:
        return behind not in _OTHER_THINGS
    many = before in _MANY or (before.isdigit() and reading.between(index) == " ")
    return not many and behind not in _OTHER_THINGS and not _is_one_of_a_pair(reading, index)


def _is_one_of_a_pair(reading: Reading, index: int) -> bool:
    """ "anak-anak", "siswa/siswi"."""
    pairs = ((index, index - 1), (index + 1, index + 1))
    return any(
        reading.between(gap).strip() in ("-", "/") and reading.folds[other] in _CHILD
        for gap, other in pairs
        if 0 <= other < len(reading)
    )


def _attends(reading: Reading, index: int) -> bool:
    """ "ketua OSIS", "bersekolah", "kelas 5 SDN …" say it of a child too."""
    if reading.folds[index] in _ATTENDS:
        return True
    behind = reading.folds[index + 1 : index + 1 + _CLASS_REACH]
    if reading.folds[index] == "sekolah" and behind[:1] == ["di"]:
        return True
    return reading.folds[index] in _CLASSES and any(word.rstrip(_DIGITS) in _SCHOOLS for word in behind)


def _age_behind(reading: Reading, index: int, stop: int) -> int | None:
    """The age told shortly behind a word for the child: "Korban (11)", "Bocah 9 tahun", "Umur: 11 tahun"."""
    end = min(reading.ends[index] + _FAR, reading.ends[stop - 1] + 1)
    match = _AGE.search(reading.text, reading.ends[index], end)
    between = reading.text[reading.ends[index] : match.start()].split() if match else ()
    if match is None or not _NO_AGE.isdisjoint(between):
        return None
    return int(match[1] or match[2])


def _told_further(reading: Reading) -> set[int]:
    """Other sentences about "korban", "anak itu" or "ibunya", those about programmes aside."""
    found: set[int] = set()
    for sentence in _sentences(reading):
        said = [reading.folds[i] for i in sentence]
        if _PROGRAMME.isdisjoint(said):
            about = [i for i in sentence if reading.folds[i] in _REFERS or _is_one_child(reading, i)]
            for at in about:
                found.update(range(max(sentence.start, at - _BEFORE), min(sentence.stop, at + _BEHIND)))
    return found
