"""Health of a person: a run of medical words around a core word, up to the end of the clause."""

import re
from collections.abc import Iterator
from itertools import pairwise

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.columns import Headings, headings_at
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import words
from terbuka.screening.people.cast import Cast
from terbuka.screening.reading import Reading
from terbuka.screening.recognisers.answers import answers
from terbuka.screening.recognisers.numerals import in_words

_REASON = N_("Kata-kata tentang kesehatan seseorang: penyakit, luka, perawatan, atau golongan darah.")
_LABELLED = N_("Keterangan kesehatan setelah label %(label)s.")

_FINDINGS, _WELL, _LEFT_OUT = words("health-finding"), words("health-well"), words("health-left-out")
_NEW_CLAUSE, _ANYBODY = words("new-clause"), words("anybody")
_DUTY, _STATISTICAL = words("duty"), words("statistical")
_MEDICAL = ("health.core", "health.part", "health.modifier")
_TIMES = frozenset({"tahun", "bulan"})
_ROMAN = frozenset({"i", "ii", "iii", "iv"})
_ANCHOR_REACH = 14
_LONGEST, _LONGEST_TAIL = 25, 2
_BLOOD = re.compile(r"\b(?:golongan|gol\.?)(?: darah)?\s*:?\s*((?:A|B|AB|O)[+-]?)(?![\w])")
_BRACKET = re.compile(r" ?\([^()\n]{1,40}\)")
_NONE = re.compile(
    r"(?:tidak|tak|tdk|belum|tiada)"
    r"(?: (?:ada|punya|pernah|diketahui|keluhan|kelainan|penyakit|riwayat|alergi))*"
)
_ASKED = "health.asked"
_LONGEST_ANSWER = 20
_OF_ANYTHING = words("asked-of-anything")
_SEPARATORS = re.compile(r"[,;:|\t]|\n\s*\n")
_IN_CELL = re.compile(r"[,;/]")


def health(cast: Cast) -> list[Candidate]:
    """What a document of or about persons says of their health; statistics, advice and statutes say none."""
    found = list(_labelled(cast.layout, asks=not cast.matter.public_paper))
    if not cast.protected:
        return found
    found += _passages(cast)
    if cast.matter.personal_paper:
        text = cast.layout.reading.text
        found += [_made(*match.span(1), "health.blood", 0.8, _REASON) for match in _BLOOD.finditer(text)]
    return found


def _made(start: int, end: int, rule: str, certain: float, reason: str, *, weighed: bool = True) -> Candidate:
    rank, values = Rank.CONTEXT, {"label": "kesehatan"}
    return Candidate("HEALTH", start, end, rule, certain, reason, rank, None, None, values, weighed)


def _labelled(layout: Layout, *, asks: bool) -> Iterator[Candidate]:
    """What a label of an ailment asks, and a column; what is asked of other things too ("Kondisi", "Hasil")
    is weighed as running text is, unless it speaks of the body, and is read as such where it is long ("Bunyi
    keluhan: …" is a whole story). ``asks``: a line alone may be a question; in
    a statute it is a heading."""
    reading = layout.reading
    spans = [
        (f.start, f.end, _asks_anything(reading, range(*f.label))) for f in layout.fields if f.has("health")
    ]
    if asks:
        spans += [(a.start, a.end, _asks_anything(reading, a.label)) for a in answers(layout, "health")]
    for row in layout.rows:
        headings = headings_at(reading, row.headings)
        for cell in (cell for cell in row.cells if "health" in cell.kinds):
            anything = headings is None or _heads_anything(reading, headings, cell.column)
            spans.append((cell.start, cell.end, anything))
    for start, end, anything in spans:
        span = reading.words_in(start, end)
        if anything and len(span) > _LONGEST_ANSWER:
            continue
        if not _says_nothing([reading.folds[i] for i in span]):
            weighed = anything and not any(reading.tag_at(i, "health.core", "health.part") for i in span)
            rule = _ASKED if weighed else "health.labelled"
            yield _made(start, end, rule, 0.9, _LABELLED, weighed=weighed)


def _asks_anything(reading: Reading, label: range) -> bool:
    return all(reading.folds[i] in _OF_ANYTHING for i in label)


def _heads_anything(reading: Reading, headings: Headings, column: int) -> bool:
    pieces = headings.columns[column].pieces if column < len(headings.columns) else ()
    return all(_asks_anything(reading, reading.words_in(*piece)) for piece in pieces)


def _says_nothing(said: list[str]) -> bool:
    """``sehat``, ``tidak ada``; and a place left to be filled in."""
    return set(said) <= _WELL or bool(_NONE.fullmatch(" ".join(said)))


def _passages(cast: Cast) -> Iterator[Candidate]:
    layout, reading = cast.layout, cast.layout.reading
    medical = cast.matter.is_a("medical")
    reached = -1
    for first, last in reading.marked("health.core"):
        if first < reached or layout.in_label(first) or reading.within(first, "place.hospital"):
            continue
        if not medical and not _of_a_person(cast, first):
            continue
        begin, reached = _passage(reading, first, last, medical)
        begin, reached = _segment(layout, begin, reached)
        end = reading.ends[reached - 1]
        bracket = _BRACKET.match(reading.text, end)
        yield _made(reading.starts[begin], bracket.end() if bracket else end, "health.passage", 0.75, _REASON)


def _of_a_person(cast: Cast, index: int) -> bool:
    """The row or sentence speaks of a protected person, or of "the patient", "my wife"; no statistics."""
    reading = cast.layout.reading
    row = cast.layout.row_at(reading.starts[index])
    if row:
        here = cast.in_span(row.cells[0].start, row.cells[-1].end)
        return any(not person.role.stays_open for person in here) or (not here and cast.matter.personal_paper)
    sentence = reading.sentence(index)
    near = range(max(sentence.start, index - _ANCHOR_REACH), min(sentence.stop, index + _ANCHOR_REACH))
    folds = [reading.folds[i] for i in near]
    if _statistical(reading, near, folds):
        return False
    if cast.matter.personal_paper:
        return not _general(folds)
    persons = cast.in_span(reading.starts[near.start], reading.ends[near.stop - 1])
    if any(not person.role.stays_open for person in persons):
        return True
    anchored = any(reading.tag_at(i, "health.anchor") for i in near if reading.folds[i] not in _FINDINGS)
    return anchored and not cast.matter.public_paper and not _general(folds)


def _statistical(reading: Reading, near: range, folds: list[str]) -> bool:
    hits = sum(1 for i in near if reading.tag_at(i, "statistics"))
    return hits >= 2 or (hits == 1 and any(word in _STATISTICAL for word in folds))


def _general(folds: list[str]) -> bool:
    """Advice and duties: "setiap korban luka wajib …"."""
    each = any(a == "setiap" and b in _ANYBODY for a, b in pairwise(folds))
    return each or any(word in _DUTY for word in folds)


def _passage(reading: Reading, first: int, last: int, medical: bool) -> tuple[int, int]:
    """Stretch a core word over the medical words around it; in a medical paper over the whole clause."""
    begin, end = first, last
    while begin > 0 and _joined(reading, begin, medical) and _medical_word(reading, begin - 1, medical):
        begin -= 1
    while end < len(reading) and end - last < _LONGEST and _joined(reading, end, medical):
        if not _medical_word(reading, end, medical) and not _bridge(reading, end, medical):
            break
        end += 1
    end = _with_tail(reading, end)
    while begin < first and reading.folds[begin] in _LEFT_OUT:
        begin += 1
    while end > last and reading.folds[end - 1] in _LEFT_OUT and not _counted(reading, end - 1):
        end -= 1
    return begin, end


def _with_tail(reading: Reading, end: int) -> int:
    """The last words of the clause, if few ("alergi seafood", "tuna rungu sejak lahir")."""
    last = end
    while last < len(reading) and last - end <= _LONGEST_TAIL and _joined(reading, last):
        if reading.capital(last) or reading.folds[last] in _NEW_CLAUSE:
            return end
        if reading.tag_at(last, "speech", "role.witness"):
            return end
        last += 1
    return last if last - end <= _LONGEST_TAIL else end


def _segment(layout: Layout, begin: int, end: int) -> tuple[int, int]:
    """In a table the whole stretch between commas of the cell."""
    reading = layout.reading
    cell = layout.cell_at(reading.starts[begin])
    if cell is None:
        return begin, end
    span = reading.words_in(cell.start, cell.end)
    while begin > span.start and not _IN_CELL.search(reading.between(begin)):
        begin -= 1
    while end < span.stop and not _IN_CELL.search(reading.between(end)):
        end += 1
    return begin, end


def _joined(reading: Reading, index: int, medical: bool = False) -> bool:
    """No end of a clause stands in front of word ``index``; findings of a medical paper go on over commas."""
    gap = reading.between(index)
    if "\n" in gap and not reading.wraps(index):
        return False
    if medical and gap in (",", ", ") and reading.tag_at(index, *_MEDICAL):
        return True
    if reading.sentence_end(index) or _SEPARATORS.search(gap):
        return False
    return "(" not in gap or gap in (" (", "(")


def _medical_word(reading: Reading, index: int, medical: bool) -> bool:
    word = reading.folds[index]
    if reading.tag_at(index, *_MEDICAL) or reading.within(index, "health.core", "health.part"):
        return word not in _TIMES or medical or _counted(reading, index)
    return word.isdigit() or word[:-2].isdigit() or word in _ROMAN


def _counted(reading: Reading, index: int) -> bool:
    """A number stands in front: "tujuh bulan"."""
    before = reading.folds[index - 1] if index else ""
    return before.isdigit() or in_words([before]) is not None


def _bridge(reading: Reading, index: int, medical: bool) -> bool:
    """One other word between two medical ones; in a medical paper the clause goes on to its end, or to a mark
    of any kind (``health.stop`` holds those that mark nothing else)."""
    after = index + 1
    if reading.capital(index):
        return False
    if medical and index not in reading.opening:
        return True
    if after >= len(reading) or not _joined(reading, after):
        return False
    if reading.tag_at(index, "role.witness", "role.suspect", "role.victim", "speech"):
        return False
    return bool(reading.tag_at(after, "health.core", "health.part")) or reading.folds[after] == "stadium"
