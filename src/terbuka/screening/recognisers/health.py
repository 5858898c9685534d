"""Health of a person: a run of medical words around a core word, up to the end of the clause."""

import re

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.layout import Layout
from terbuka.screening.people.cast import Cast
from terbuka.screening.reading import Reading
from terbuka.screening.recognisers.numerals import in_words

_REASON = N_("Keterangan kesehatan seseorang.")
_LABELLED = N_("Keterangan kesehatan setelah label %(label)s.")
_FINDINGS = frozenset(
    {
        "terdapat",
        "ditemukan",
        "didapatkan",
        "mengalami",
        "menderita",
        "didiagnosis",
        "diagnosis",
        "diagnosa",
        "menyimpulkan",
    }
)
_WELL = frozenset(
    {
        "sehat",
        "nihil",
        "normal",
        "baik",
        "selamat",
        "hidup",
        "meninggal",
        "dunia",
        "md",
        "dalam",
        "pencarian",
        "hilang",
        "ditemukan",
        "stabil",
        "jasmani",
        "rohani",
    }
)
_LEFT_OUT = frozenset(
    {
        "pada",
        "di",
        "dengan",
        "dan",
        "karena",
        "akibat",
        "untuk",
        "serta",
        "sampai",
        "hingga",
        "sejak",
        "bagian",
        "usia",
        "tahun",
        "foto",
        "bulan",
        "sebagai",
        "yang",
    }
)
_PERSONAL_PAPER = -0.5
_BLOOD = re.compile(r"\b(?:golongan|gol\.?)(?: darah)?\s*:?\s*((?:A|B|AB|O)[+-]?)(?![\w])")
_BRACKET = re.compile(r" ?\([^()\n]{1,40}\)")
_ANCHOR_REACH = 14
_ANYBODY = frozenset({"orang", "korban", "pasien", "warga", "penyidik", "anggota", "penumpang", "anak"})


def health(cast: Cast) -> list[Candidate]:
    """What a document of or about persons says of their health; statistics, advice and statutes say none."""
    layout = cast.layout
    found = _labelled(layout)
    if not cast.protected:
        return found
    medical = cast.matter.is_a("medical")
    reached = -1
    for first, last in layout.reading.marked("health.core"):
        if (
            first < reached
            or layout.in_label(first)
            or layout.reading.within(first, "place.hospital")
            or not (medical or _of_a_person(cast, first))
        ):
            continue
        begin, end = _passage(layout.reading, first, last, medical)
        if layout.row_at(layout.reading.starts[first]):
            begin, end = _segment(layout, begin, end)
        reached = end
        stop = layout.reading.ends[end - 1]
        bracket = _BRACKET.match(layout.reading.text, stop)
        found.append(
            _made(
                layout.reading.starts[begin],
                bracket.end() if bracket else stop,
                "health.passage",
                0.75,
                _REASON,
            )
        )
    if cast.matter.open <= _PERSONAL_PAPER:
        found += [
            _made(*match.span(1), "health.blood", 0.8, _REASON)
            for match in _BLOOD.finditer(layout.reading.text)
        ]
    return found


def _made(start: int, end: int, rule: str, certain: float, reason: str) -> Candidate:
    return Candidate(
        "HEALTH", start, end, rule, certain, reason, Rank.CONTEXT, None, None, {"label": "kesehatan"}
    )


def _labelled(layout: Layout) -> list[Candidate]:
    reading, found = layout.reading, []
    spans = [(f.start, f.end) for f in layout.fields if f.has("health")]
    spans += [(c.start, c.end) for row in layout.rows for c in row.cells if "health" in c.kinds]
    for start, end in spans:
        words = {reading.folds[i] for i in reading.words_in(start, end)}
        if words and not words <= _WELL:
            found.append(_made(start, end, "health.labelled", 0.9, _LABELLED))
    return found


def _of_a_person(cast: Cast, index: int) -> bool:
    """The sentence speaks of a protected person, or of "the patient", "my wife"; and is no statistics."""
    reading = cast.layout.reading
    row = cast.layout.row_at(reading.starts[index])
    if row:
        here = cast.in_span(row.cells[0].start, row.cells[-1].end)
        return any(not person.role.stays_open for person in here) or (not here and cast.matter.open < 0)
    sentence = reading.sentence(index)
    near = range(max(sentence.start, index - _ANCHOR_REACH), min(sentence.stop, index + _ANCHOR_REACH))
    if _statistical(reading, near):
        return False
    if cast.matter.open <= _PERSONAL_PAPER:
        return not _general(reading, near)
    persons = cast.in_span(reading.starts[near.start], reading.ends[near.stop - 1])
    if any(not person.role.stays_open for person in persons):
        return True
    anchored = any(reading.tag_at(i, "health.anchor") for i in near if reading.folds[i] not in _FINDINGS)
    return anchored and cast.matter.open < 1 and not _general(reading, near)


def _statistical(reading: Reading, words: range) -> bool:
    hits = sum(1 for i in words if reading.tag_at(i, "statistics"))
    return hits >= 2 or (
        hits >= 1
        and any(reading.folds[i] in ("persen", "kasus", "angka", "jumlah", "penyandang") for i in words)
    )


def _general(reading: Reading, words: range) -> bool:
    """Advice and duties: ``setiap korban luka wajib …``."""
    folds = [reading.folds[i] for i in words]
    each = any(a == "setiap" and b in _ANYBODY for a, b in zip(folds, folds[1:], strict=False))
    return each or any(word in ("wajib", "para", "seluruh", "siapapun", "dilarang") for word in folds)


def _passage(reading: Reading, first: int, last: int, medical: bool) -> tuple[int, int]:
    """Stretch a core word over the medical words around it; in a medical paper over the rest of the clause."""
    begin, end = first, last
    while begin > 0 and _joined(reading, begin, medical) and _medical_word(reading, begin - 1, medical):
        begin -= 1
    while (
        end < len(reading)
        and end - last < 25
        and _joined(reading, end, medical)
        and (_medical_word(reading, end, medical) or _bridge(reading, end, medical))
    ):
        end += 1
    end = _with_tail(reading, end)
    while begin < first and reading.folds[begin] in _LEFT_OUT:
        begin += 1
    while end > last and reading.folds[end - 1] in _LEFT_OUT:
        end -= 1
    return begin, end


_NEW_CLAUSE = frozenset(
    "dan lalu kemudian tetapi tapi sehingga karena saat ketika oleh untuk yang namun melapor dibawa dirujuk bahwa agar supaya atau jika bila "
    "hari pada".split()
)
_LONGEST_TAIL = 4


def _with_tail(reading: Reading, end: int) -> int:
    """The last words of the clause, if few ("alergi seafood", "tuna rungu sejak lahir"), else nothing more."""
    last = end
    while last < len(reading) and last - end <= _LONGEST_TAIL and _joined(reading, last):
        if (
            reading.capital(last)
            or reading.folds[last] in _NEW_CLAUSE
            or reading.tag_at(last, "speech", "role.witness")
        ):
            return end
        last += 1
    return last if last - end <= _LONGEST_TAIL else end


_ROMAN = frozenset({"i", "ii", "iii", "iv"})
_LISTED = frozenset({",", ", "})


def _segment(layout: Layout, begin: int, end: int) -> tuple[int, int]:
    """In a table the whole stretch between commas of the cell."""
    reading = layout.reading
    cell = layout.cell_at(reading.starts[begin])
    if cell is None:
        return begin, end
    words = reading.words_in(cell.start, cell.end)
    while begin > words.start and not re.search(r"[,;/]", reading.between(begin)):
        begin -= 1
    while end < words.stop and not re.search(r"[,;/]", reading.between(end)):
        end += 1
    return begin, end


def _joined(reading: Reading, index: int, medical: bool = False) -> bool:
    gap = reading.between(index)
    if "\n" in gap and not reading.wraps(index):
        return False
    if medical and gap in _LISTED and reading.tag_at(index, "health.core", "health.part", "health.modifier"):
        return True
    return (
        not reading.sentence_end(index)
        and not any(char in gap for char in ",;:|\t")
        and "\n\n" not in gap
        and ("(" not in gap or gap in (" (", "("))
    )


def _medical_word(reading: Reading, index: int, medical: bool) -> bool:
    word = reading.folds[index]
    if reading.tag_at(index, "health.core", "health.part", "health.modifier") or reading.within(
        index, "health.core", "health.part"
    ):
        counted = index > 0 and (reading.folds[index - 1].isdigit() or in_words([reading.folds[index - 1]]))
        return word not in ("tahun", "bulan") or medical or bool(counted)
    return word.isdigit() or word[:-2].isdigit() or word in _ROMAN


def _bridge(reading: Reading, index: int, medical: bool) -> bool:
    """One other word between two medical ones; in a medical paper the clause goes on to its end."""
    if medical and not reading.capital(index) and index not in reading.opening:
        return True
    after = index + 1
    return (
        after < len(reading)
        and not reading.capital(index)
        and _joined(reading, after)
        and bool(reading.tag_at(after, "health.core", "health.part") or reading.folds[after] == "stadium")
        and not reading.tag_at(index, "role.witness", "role.suspect", "role.victim", "speech")
    )
