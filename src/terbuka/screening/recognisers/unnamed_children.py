"""What tells who a child is that is not named (policy, rule 4): school and class, the child's post there,
age, home, and the work of the parents."""

import re
from collections.abc import Iterator

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.lexicon import words
from terbuka.screening.people.cast import Cast
from terbuka.screening.people.model import ADULT
from terbuka.screening.recognisers.addresses import Address
from terbuka.screening.recognisers.schooling import school_spans
from terbuka.screening.roles import Role

_TELLS = N_("Keterangan tentang anak yang tidak disebut namanya: menunjukkan siapa anak itu.")

_LEVELS = words("pupil") | words("lower-school") | words("class")
_OF_AGE = words("student") | words("higher-school")
_SCENE, _HEADS = words("beside-a-school"), words("head-of-school")
_PUPILS_POST = words("pupils-post")
_AGE = re.compile(
    r"\b(?:korban|anak|anaknya|bocah|balita|bayi|siswa|siswi|murid|santri(?:wati)?|pelajar|remaja)\b"
    r"(?:(?: (?!ayat\b|pasal\b|selama\b|bawah\b|belum\b|atas\b)[a-z]+){0,3}"
    r" ?\(?(\d{1,2} ?(?:tahun|thn|th|bulan|bln)\b)"
    r"|(?: (?!ayat\b|pasal\b)[a-z]+)? ?\((\d{1,2})(?=[,)]))",
    re.I,
)
_IN_SMALL_LETTERS = re.compile(
    r"\b(?:sdn?|smpn?|sman?|smkn?|mtsn?|min) ?\d{1,3}(?: (?!ke|di|dan|yang|pada|saat|lalu|jadi)[a-z]+){0,2}"
    r"(?:,? (?:kelas|klas|kls) ?\w{1,4}\b)?"
)
_ROMAN = re.compile(r"[ivx]+[a-f]?")
_PARENT = re.compile(
    r"\b(?:(?:ibu|ayah|bapak|wali|kakek|nenek|paman|orang ?tua|ortu)"
    r"(?:nya|(?: (?:kandung|tiri|angkat))?(?:nya)?(?: dari)? (?:korban|anak|siswi|siswa)\b)"
    r"|(?:ibu|ayah|bapak) (?:kandung|tiri|angkat)nya)"
    r"(?: (?:kandung|tiri|angkat))?[ ,(]{1,3}",
    re.I,
)
_LINK = re.compile(r"(?:(?:yang|adalah|ialah|seorang|bekerja|berprofesi|sebagai|merupakan|di)\s+)*", re.I)
_WORK = ("role.private", "post", "post.staff", "post.minor", "post.organisation", "post.teacher", "rank")
_WORKERS, _CLAUSE, _KNOWN = words("parents-work"), words("behind-the-work"), words("work-of-many")
_OCCUPATION, _PARENTS_OF = words("occupation"), words("parent")
_LONGEST_WORK = 9
_LIVES = ("residence", "label.address")
_RESIDENCE_REACH = 4


def unnamed_children(cast: Cast, passages: set[int], addresses: list[Address]) -> Iterator[Candidate]:
    """What stands in ``passages`` (``people.unnamed``) and tells who the child is."""
    if passages:
        yield from _schools(cast, passages)
        yield from _ages(cast, passages)
        yield from _homes(cast, passages, addresses)
        yield from _parents_work(cast, passages)
        yield from _asked_work(cast, passages)


def _made(type_: str, start: int, end: int, rule: str) -> Candidate:
    return Candidate(type_, start, end, f"unnamed.{rule}", 0.85, _TELLS, Rank.LABELLED, Role.CHILD)


def _schools(cast: Cast, passages: set[int]) -> Iterator[Candidate]:
    """ "siswi kelas 5 SDN Telawang 3", "ketua OSIS SMPN 3"; not "di depan SDN 3", "Kepala SDN 3"."""
    reading = cast.layout.reading
    for first, last in school_spans(reading):
        before = reading.folds[first - 1] if first else ""
        if first not in passages or cast.layout.row_at(reading.starts[first]):
            continue
        if before in _SCENE or before in _HEADS or not _names_one(cast, first, last):
            continue
        while first and reading.folds[first - 1] in _PUPILS_POST and reading.between(first) == " ":
            first -= 1
        yield _made("RELATIVE", reading.starts[first], reading.ends[last - 1], "school")
    for match in _IN_SMALL_LETTERS.finditer(reading.text):
        first = reading.word_at(match.start())
        if first in passages and (not first or reading.folds[first - 1] not in _SCENE | _HEADS):
            yield _made("RELATIVE", *match.span(), "school")


def _names_one(cast: Cast, first: int, last: int) -> bool:
    """More than "pelajar SMA" or "siswa kelas", and no student of a university."""
    reading = cast.layout.reading
    told = [i for i in range(first, last) if reading.folds[i] not in _LEVELS]
    numbered = any(char.isdigit() for i in told for char in reading.folds[i])
    named = numbered or any(reading.capital(i) or _ROMAN.fullmatch(reading.folds[i]) for i in told)
    return named and _OF_AGE.isdisjoint(reading.folds[first:last])


def _ages(cast: Cast, passages: set[int]) -> Iterator[Candidate]:
    """ "Korban (11)", "Bocah 9 tahun", which no word for age announces."""
    reading = cast.layout.reading
    for match in _AGE.finditer(reading.text):
        start, end = match.span(1 if match[1] else 2)
        number, *unit = reading.text[start:end].split()
        young = any(word.startswith(("b", "B")) for word in unit) or int(re.sub(r"\D", "", number)) < ADULT
        if young and reading.word_at(start) in passages:
            yield _made("AGE", start, end, "age")


def _homes(cast: Cast, passages: set[int], addresses: list[Address]) -> Iterator[Candidate]:
    """An address that the passage says somebody lives at."""
    reading = cast.layout.reading
    for address in addresses:
        near = range(max(address.first - _RESIDENCE_REACH, 0), address.first + 1)
        if address.first in passages and any(reading.tag_at(i, *_LIVES) for i in near):
            yield _made("ADDRESS", reading.starts[address.first], reading.ends[address.last - 1], "home")


def _parents_work(cast: Cast, passages: set[int]) -> Iterator[Candidate]:
    """ "ibunya buruh sawit PT Agri Bumi", "ayah tirinya, satpam Bank Kalsel": names where, not only what."""
    reading = cast.layout.reading
    for match in _PARENT.finditer(reading.text):
        first = reading.word_at(_LINK.match(reading.text, match.end()).end())  # type: ignore[union-attr]
        if first not in passages or not (reading.tag_at(first, *_WORK) or reading.folds[first] in _WORKERS):
            continue
        last = _end_of_work(cast, first)
        told = [i for i in range(first, last) if reading.capital(i) and reading.folds[i] not in _KNOWN]
        if told and not _is_rank_of_a_name(cast, first, last):
            yield _made("RELATIVE", reading.starts[first], reading.ends[last - 1], "parents_work")


def _asked_work(cast: Cast, passages: set[int]) -> Iterator[Candidate]:
    """ "Pekerjaan orang tua: karyawan PT Adaro"."""
    reading = cast.layout.reading
    for field in cast.layout.fields:
        label = {reading.folds[i] for i in range(max(field.label[0] - 1, 0), field.label[1])}
        value = reading.words_in(field.start, field.end)
        told = [i for i in value[1:] if reading.capital(i) and reading.folds[i] not in _KNOWN]
        if told and value.start in passages and label & _OCCUPATION and label & _PARENTS_OF:
            yield _made("RELATIVE", field.start, field.end, "parents_work")


def _is_rank_of_a_name(cast: Cast, first: int, last: int) -> bool:
    """ "Ibunya, Bripka Rina Wati": the name is hidden, the rank alone tells nothing."""
    reading = cast.layout.reading
    named = last < len(reading) and cast.in_span(reading.starts[last], reading.starts[last] + 1)
    return bool(named) and reading.tag_at(first, "rank", "rank.military") == last - first


def _end_of_work(cast: Cast, first: int) -> int:
    """Behind the last word of the work: its clause ends, or somebody is named."""
    reading, last = cast.layout.reading, first + 1
    while last < min(first + _LONGEST_WORK, len(reading)):
        gap, word = reading.between(last), reading.folds[last]
        if gap.strip(" \n") not in ("", ".") or reading.sentence_end(last) or word in _CLAUSE:
            break
        if cast.in_span(reading.starts[last], reading.starts[last] + 1):
            break
        last += 1
    return last
