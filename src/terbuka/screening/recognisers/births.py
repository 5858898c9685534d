"""Dates of birth, with the place where it stands beside them: behind a label or a word for birth. In lists
that name none: ``birth_records``."""

import re
from collections.abc import Iterator

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.folding import BLOT
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import is_ordinary, words
from terbuka.screening.people.cast import Cast
from terbuka.screening.reading import Cell, Reading
from terbuka.screening.recognisers.birth_records import birth_records
from terbuka.screening.recognisers.dated_rows import dated_rows
from terbuka.screening.recognisers.labels import Labels, labels_of
from terbuka.screening.written_dates import (
    DATE,
    FIGURES_AND_WORDS,
    MONTHS,
    SPELLED,
    YEAR_IN_WORDS,
    dates,
    dates_in,
)

_REASONS = {
    "births.labelled": N_("Tanggal atau tempat lahir setelah label %(label)s."),
    "births.told": N_("Tanggal atau tempat lahir setelah kata %(label)s."),
    "births.listed": N_("Tanggal lahir di antara keterangan lain tentang seseorang."),
    "births.day": N_("Hari dan pasaran kelahiran seseorang."),
    "births.place": N_("Tempat lahir seseorang, menurut kalimatnya."),
}
"""By rule; where two meet, the first says why."""
_ORDER = list(_REASONS)
_REACH, _FAR, _LONGEST = 45, 90, 60
_MOST_WORDS, _FEW, _ABBREVIATION = 6, 4, 5
_NO_PERSON = words("no-birth")
_MONTH = "|".join(sorted((name for names in MONTHS for name in names), key=len, reverse=True))
_SOME = re.compile(
    rf"(?<!\w)(?:\d{{1,2}} )?(?:{_MONTH})\.? (?:19|20)\d{{2}}(?!\w)"
    r"|(?<![\w./-])(?:19[2-9]|20[0-4])\d(?![\w/-])"
    rf"|(?<!\w)\d{{1,2}} (?:{_MONTH})(?: ['’]\d{{2}})?(?!\w)",
    re.I,
)
_PLACE_AND_YEAR = re.compile(r"[A-Z][\w'’]+ ['’]?\d{2}(?![\w./-])")
_LEAD = re.compile(
    r"(?:[ \t:]*\r?\n[ \t]*|[ \t:=,;.…_\-–(/]*)(?:(?:umur|usia|nya|na|ne|e|ku|ialah|adalah|yaitu|is|was|on"
    r"|pada|tanggal|tgl|tahun|thn|dan|saya)\b[\s:=,;./]*)*",
    re.I,
)
_THEN_PLACE = re.compile(r",? (?:in|di) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?")
_YEAR_AGAIN = re.compile(rf" ?\((?:tahun )?{YEAR_IN_WORDS}\)", re.I)  # "2009 (dua ribu sembilan)"
_DAY_OF_BIRTH = re.compile(
    r"(?<!\w)(?:senin|senen|selasa|rabu|rebo|kamis|kemis|jum['’]?at|jemuwah|sabtu|setu|minggu|ahad|ngahad)"
    r"[ ,/-]{1,3}(?:legi|umanis|pahing|paing|pon|wage|kliwon)(?!\w)",
    re.I,
)
_BEFORE_THE_DAY = re.compile(
    r"\b(?:lahir\w*|kelahiran\w*|weton\w*|neptu\w*|pasaran\w*)\b[^.;|\n]{0,40}$", re.I
)
_BEFORE_REACH = 60
_PLACE = r"(?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})"
_BORN_IN = re.compile(rf"\b[Ll]ahir(?: dan (?:di)?(?:besar|tumbuh)(?:kan)?)? di {_PLACE}")
_NATIVE_OF = re.compile(rf"(?<!akta )(?<!Akta )(?<!surat )\bkelahiran {_PLACE}")
_LIMIT = re.compile(r"\s*(?:atau|or|dan)\s+(?:sesudah|setelah|sebelum|after|before|later|earlier)", re.I)
_NOUNS = frozenset({"tanggal lahir", "tgl lahir", "tanggal kelahiran", "date of birth", "ttl", "dob"})
_AGE = re.compile(r"\d+ ?(?:tahun|thn|th|bulan|bln)\b", re.I)
_END = re.compile(r"\n[ \t]*\r?\n|[|;]|\n[ \t]*\[|\n.*\S {3,}\S")
_BLANK_LINE = re.compile(r"[^\w\n]*\n[ \t]*\r?\n")
_BETWEEN = re.compile(r"(?:antara|sebelum|sesudah|setelah|mulai|sampai)\b", re.I)
_FILLED = re.compile(r":\s*\S")
_GOES_ON = re.compile(r"[.\-]\d")
_COUNT = re.compile(r"(?<!\w)\d+(?!\w)")
_STAMP = re.compile(r"\]|,? ?\d{1,2}[.:]\d{2}")
_STILLBORN = re.compile(r"\s*(?:mati|prematur|normal|caesar|sesar|selamat)\b", re.I)
_OTHER_DATE = re.compile(r"\b(?:pada|sejak|tanggal|tgl|per|tertanggal)\s*$", re.I)


def births(layout: Layout) -> list[Candidate]:
    """Labelled places and dates of birth, dates behind "lahir" in running text, and those in lists."""
    labels = labels_of(layout)
    by_rule = {
        "births.labelled": [
            *_in_values(layout, labels),
            *_under_labels(layout),
            *dated_rows(layout.reading),
        ],
        "births.told": _in_prose(layout, labels),
        "births.listed": birth_records(layout),
        "births.day": _javanese_days(layout.reading.text),
    }
    met: list[tuple[int, int, int]] = []
    for start, end, rule in sorted(
        (*span, _ORDER.index(rule)) for rule, spans in by_rule.items() for span in spans
    ):
        if met and start < met[-1][1]:
            before = met.pop()
            met.append((before[0], max(before[1], end), min(before[2], rule)))
        else:
            met.append((start, end, rule))
    return [_made(start, end, _ORDER[rule]) for start, end, rule in met]


def birthplaces(cast: Cast) -> list[Candidate]:
    """``lahir dan besar di Kudus``, ``kelahiran Kudus``: the place alone, where it is said of somebody who is
    protected; of whom the papers write it stays."""
    reading = cast.layout.reading
    found = [match.span("place") for match in _BORN_IN.finditer(reading.text)]
    native = [match.span("place") for match in _NATIVE_OF.finditer(reading.text)]
    found += [span for span in native if reading.tag_at(reading.word_at(span[0]), "region")]
    of_nobody = cast.matter.personal_paper and bool(cast.protected)
    owners = [(span, cast.near(span[0])) for span in found]
    hidden = [span for span, owner in owners if (not owner.role.stays_open if owner else of_nobody)]
    return [_made(*span, "births.place") for span in hidden]


def _made(start: int, end: int, rule: str) -> Candidate:
    rank, values = Rank.LABELLED, {"label": "lahir"}
    return Candidate("BIRTH", start, end, rule, 0.95, _REASONS[rule], rank, None, None, values)


def _in_values(layout: Layout, labels: Labels) -> Iterator[tuple[int, int]]:
    """The values of fields, of columns, and of cells beside a label."""
    text = layout.reading.text
    spans = [(field.start, field.end) for field in layout.fields if field.has("birth")]
    cells = [cell for row in layout.rows if (cell := row.cell("birth"))]
    cells = [cell for cell in cells if not is_another_word(layout.reading, cell.start, cell.end)]
    spans += [(cell.start, cell.end) for cell in cells]
    spans += [span for span in labels.cells("birth") if _date(text, *span)]
    spans += _beside_labels(layout, labels)
    for start, end in spans:
        yield from _value(text, start, end)
    for match in dates_in(text):
        if "birth" in labels.around(match.start()).kinds:
            yield match.span()


def _beside_labels(layout: Layout, labels: Labels) -> Iterator[tuple[int, int]]:
    """``Tgl lahir      3 Januari 1975``: a cell to the right of a label, no further heading."""
    reading, text = layout.reading, layout.reading.text
    headings = {row.headings for row in layout.rows}
    marked = [*reading.marked("label.birth"), *labels.mended("birth")]
    for number in sorted({reading.cell_of[first] for first, _ in marked}):
        left, right = reading.cells[number], reading.cells[min(number + 1, len(reading.cells) - 1)]
        if left.line in headings:
            continue
        if left is not right and left.line == right.line and "birth" in labels.around(right.start).kinds:
            told = _date(text, right.start, right.end) or _SOME.search(text, right.start, right.end)
            if told or _is_place(layout, left, right):
                yield right.start, right.end


def is_another_word(reading: Reading, start: int, end: int) -> bool:
    """One known abbreviation that is no region ("PNS", "SKCK"): what another column holds."""
    inside = reading.words_in(start, end)
    if len(inside) != 1 or reading.tag_at(inside.start, "region"):
        return False
    word = reading.word(inside.start)
    return word.isupper() and len(word) <= _ABBREVIATION and is_ordinary(reading.folds[inside.start])


def _is_place(layout: Layout, left: Cell, right: Cell) -> bool:
    """``Tempat lahir      Singkawang``: a value, no further heading."""
    reading = layout.reading
    label = any(
        "label." in tag
        for i in range(right.first, right.last)
        for _, tags in reading.opening.get(i, ())
        for tag in tags
    )
    return "tempat" in reading.folds[left.first : left.last] and not label


def _value(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    match = _date(text, start, end) or _SOME.search(text, start, end)
    if match is None:
        told = any(char.isalpha() for char in text[start:end]) and BLOT not in text[start:end]
        if told and end - start < _LONGEST:
            yield start, end
        return
    before = text[start : match.start()]
    age = _AGE.search(before)
    if age is None:
        yield start, match.end()
        return
    yield match.span()  # "45 tahun / 30 Oktober 1977": the age is another matter
    if any(char.isalpha() for char in before[: age.start()]):
        yield start, start + age.start()


def _under_labels(layout: Layout) -> Iterator[tuple[int, int]]:
    """A date below a label that stands alone over it: ``Lahir di / pada`` and, a line below, the value."""
    reading = layout.reading
    for _, last in reading.marked("label.birth"):
        cell = reading.cells[reading.cell_of[last - 1]]
        words = reading.text[cell.start : cell.end]
        if cell.last - cell.first > _MOST_WORDS or any(map(str.isdigit, words)) or _FILLED.search(words):
            continue
        for below in layout.over(cell, range(cell.line + 1, min(cell.line + 2, len(reading.line_starts)))):
            match = _date(reading.text, below.start, below.end)
            if match and not re.search(r"\d", reading.text[below.start : match.start()]):
                yield below.start, match.end()


def _in_prose(layout: Layout, labels: Labels) -> Iterator[tuple[int, int]]:
    reading = layout.reading
    for first, last in sorted({*reading.marked("label.birth"), *labels.mended("birth")}, reverse=True):
        beside = first and reading.lines[first - 1] == reading.lines[first]
        if beside and reading.folds[first - 1] in _NO_PERSON:
            continue
        span = _told(reading, reading.ends[last - 1], " ".join(reading.folds[first:last]))
        if span:
            yield span


def _javanese_days(text: str) -> Iterator[tuple[int, int]]:
    """``lahir hari Jumat Kliwon``, ``weton Selasa Pahing``: the day of two calendars tells a birth nearly as
    well as the date; of a meeting it tells nothing."""
    for match in _DAY_OF_BIRTH.finditer(text):
        if _BEFORE_THE_DAY.search(text[max(0, match.start() - _BEFORE_REACH) : match.start()]):
            yield match.span()


def _date(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first real date between two offsets that is no time of a message and no part of a code."""
    for match in DATE.finditer(text, start, end):
        stamp = text[match.start() - 1 : match.start()] == "[" or _STAMP.match(text, match.end())
        if any(dates(match[0])) and not stamp and not _GOES_ON.match(text, match.end()):
            return match
    return FIGURES_AND_WORDS.search(text, start, end) or SPELLED.search(text, start, end)


def _told(reading: Reading, after: int, label: str) -> tuple[int, int] | None:
    """Place and date behind a word for birth, or None where too many other words stand between."""
    text = reading.text
    reach = _FAR if label in _NOUNS else _REACH
    stop = _stop(text, _end_of(_LEAD, text, after), after + reach)
    match = _date(text, after, stop) or _some(text, after, stop)
    if match is None or match.start() > after + reach:
        return None
    if _LIMIT.match(text, match.end()) or _STILLBORN.match(text, after) or _BLANK_LINE.match(text, after):
        return None
    start = min(_end_of(_LEAD, text, after), match.start())
    between = text[start : match.start()]
    if _AGE.search(between):
        return match.span()
    if _COUNT.search(between):  # "lahir 3 bayi pada tanggal …"
        return None
    if len(between.split()) > _MOST_WORDS or "." in between.rstrip(". "):
        if label not in _NOUNS or _OTHER_DATE.search(between):
            return None
        start = match.start()
    return start, _end_of(_THEN_PLACE, text, _end_of(_YEAR_AGAIN, text, match.end()))


def _end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _stop(text: str, after: int, end: int) -> int:
    """No further than the paragraph, the cell, the clause, the next message."""
    limit = min(end + _LONGEST, len(text))
    found = _END.search(text, after, limit)
    return found.start() if found else limit


def _some(text: str, after: int, stop: int) -> re.Match[str] | None:
    """A year, a month and year, or a day and month alone, close behind."""
    start = _end_of(_LEAD, text, after)
    if _BETWEEN.match(text, start):
        return None
    match = _SOME.search(text, start, stop) or _PLACE_AND_YEAR.match(text, start, stop)
    near = (
        match and len(text[start : match.start()].split()) <= _FEW and "." not in text[start : match.start()]
    )
    return match if near else None
