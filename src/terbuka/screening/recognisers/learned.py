"""Details of persons that the model sees where no word of the lexicon gives them away: "sudah pisah ranjang
sejak Lebaran", "cicilannya macet tiga bulan"."""

import re
from collections.abc import Iterator, Sequence

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import words
from terbuka.screening.reading import Reading
from terbuka.screening.recognisers.ages import AgeMention
from terbuka.screening.recognisers.attributes import of_nobody
from terbuka.screening.recognisers.births import is_another_word
from terbuka.screening.recognisers.events import is_event
from terbuka.screening.tagging.tagger import Tagged
from terbuka.screening.written_dates import beside_years

REASONS = {
    "HEALTH": N_("Dari kata-kata di sekitarnya: tampaknya tentang kesehatan seseorang."),
    "FINANCE": N_(
        "Dari kata-kata di sekitarnya: tampaknya tentang penghasilan, utang, atau harta seseorang."
    ),
    "MARITAL": N_("Dari kata-kata di sekitarnya: tampaknya tentang perkawinan atau perceraian seseorang."),
    "RELIGION": N_("Dari kata-kata di sekitarnya: tampaknya tentang agama atau keyakinan seseorang."),
    "ETHNIC": N_("Dari kata-kata di sekitarnya: tampaknya tentang suku atau asal-usul seseorang."),
    "RELATIVE": N_(
        "Dari kata-kata di sekitarnya: tampaknya tentang keluarga, sekolah, atau pekerjaan yang menunjukkan "
        "siapa seseorang."
    ),
    "AGE": N_("Dari kata-kata di sekitarnya: tampaknya umur seorang anak atau korban."),
    "BIRTH": N_("Dari kata-kata di sekitarnya: tampaknya tempat atau tanggal lahir seseorang."),
    "ADDRESS": N_("Dari kata-kata di sekitarnya: tampaknya tempat tinggal seseorang."),
    "CREDENTIAL": N_("Dari kata-kata di sekitarnya: tampaknya kata sandi, PIN, atau kode rahasia."),
}
"""By type: no label and no word of the lexicon can be named, so the officer is told what it seems to be."""

LEARNED = "learned.detail"
"""The rule of what only a model saw."""
_OTHERS = ("PERSON", "OPEN", "PLACE", "ORG")
_TO_PROPOSE, _TO_GO_ON = 0.06, 0.05
_OVER_A_CLAUSE = 0.4  # to go on behind the end of a sentence, a line, a cell
_OF_MOST = 0.25  # what a word at the edge must have of the likeliest word's likelihood
_PRICED, _PRICED_REACH = words("priced"), 3
_NEXT_COLUMN = re.compile(r"[^\n]* {3}[^\n]*")
_IN_A_COLUMN = frozenset({"HEALTH", "MARITAL", "FINANCE", "RELIGION", "ETHNIC"})
_OF_THINGS = frozenset({"FINANCE", "HEALTH"})
_ANOTHER_ASKED = words("asks-for-another-matter")
_AMOUNT = re.compile(r"(?:Rp|IDR|USD)\b|\d")


def learned(
    layout: Layout, tagged: Tagged, ages: Sequence[Candidate | AgeMention] = ()
) -> Iterator[Candidate]:
    """Stretches of words that may be a detail of one type; how likely to be hidden is weighed later.

    ``ages``: those that a rule has read, which knows better whose they are and where they end.
    """
    reading, index = layout.reading, 0
    groups = {"RELIGION": of_nobody(reading, "religion"), "ETHNIC": of_nobody(reading, "ethnic")}
    while index < len(reading):
        type_ = _type_at(tagged, index)
        last = index + 1
        if type_ is not None and tagged.details[index][type_] >= _TO_GO_ON:
            while last < len(reading) and _goes_on(reading, tagged, last, type_):
                last += 1
            likely = [tagged.details[at].get(type_, 0.0) for at in range(index, last)]
            first, end = (index + at for at in _core(likely))
            found = _candidate(reading, first, end, type_, max(likely))
            nobodys = first in groups.get(type_, ())
            known = (
                nobodys
                or _is_scene(layout, found)
                or _answers_another_column(layout, found)
                or _is_of_years_past(reading, found)
                or (type_ == "AGE" and any(age.start < found.end and found.start < age.end for age in ages))
            )
            other = _is_another_matter(layout, found, range(first, end))
            if max(likely) >= _TO_PROPOSE and not known and not other:
                yield found
        index = last


def _is_scene(layout: Layout, found: Candidate) -> bool:
    """An address that a label asks for as that of an office or a scene: "TKP : …"."""
    return found.type == "ADDRESS" and "office_address" in layout.kinds_at(found.start)


def _answers_another_column(layout: Layout, found: Candidate) -> bool:
    """ "ISTRI" below "Hubungan", "IBU RUMAH TANGGA" below "Pekerjaan", "02" below "RT"."""
    cell = layout.cell_at(found.start) if found.type in _IN_A_COLUMN else None
    if cell is None or found.type.lower() in cell.kinds:
        return False
    asked = {layout.reading.folds[i] for i in layout.reading.words_in(*cell.heading)}
    return not _ANOTHER_ASKED.isdisjoint(asked)


def _is_of_years_past(reading: Reading, found: Candidate) -> bool:
    """ "2007-2010  SMP Negeri 1 Wamena": years from and to are no birth, and the school beside them is
    one that a grown person once went to."""
    if found.type not in ("BIRTH", "RELATIVE"):
        return False
    return beside_years(reading.text, found.start, found.end)


def _core(likely: list[float]) -> tuple[int, int]:
    """The stretch without the unlikely words at its edges."""
    least = _OF_MOST * max(likely)
    sure = [at for at, value in enumerate(likely) if value >= least]
    return sure[0], sure[-1] + 1


def _is_another_matter(layout: Layout, found: Candidate, passage: range) -> bool:
    """A price, what happened to a thing, or what another column holds."""
    reading = layout.reading
    if found.type == "FINANCE" and _is_price(reading, passage.start):
        return True
    if found.type in _OF_THINGS and is_event(layout, passage.start, passage.stop):
        return True
    return found.type == "BIRTH" and is_another_word(reading, found.start, found.end)


def _is_price(reading: Reading, first: int) -> bool:
    """An amount that a thing cost or somebody lost is no detail of a person (policy: amounts stay)."""
    if _AMOUNT.match(reading.text, reading.starts[first]) is None:
        return False
    for index in range(first, max(first - _PRICED_REACH, 0), -1):
        if reading.sentence_end(index):
            return False
        if reading.folds[index - 1] in _PRICED:
            return True
    return False


def _type_at(tagged: Tagged, index: int) -> str | None:
    likely = tagged.details[index]
    type_ = max(likely, key=lambda type_: likely[type_], default=None)
    return None if type_ in _OTHERS else type_


def _goes_on(reading: Reading, tagged: Tagged, index: int, type_: str) -> bool:
    gap, likely = reading.between(index), tagged.details[index].get(type_, 0.0)
    if "\n\n" in gap or (type_ == "ADDRESS" and _NEXT_COLUMN.fullmatch(gap)):
        return False
    ends = (
        reading.sentence_end(index) or ("\n" in gap and not reading.wraps(index)) or "|" in gap or "\t" in gap
    )
    return likely >= (_OVER_A_CLAUSE if ends else _TO_GO_ON)


def _candidate(reading: Reading, first: int, last: int, type_: str, certain: float) -> Candidate:
    start, end = reading.starts[first], reading.ends[last - 1]
    reason = REASONS[type_]
    return Candidate(type_, start, end, LEARNED, 0.8 * certain, reason, Rank.MODEL, weighed=True)
