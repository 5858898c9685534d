"""Money matters of a person: income, debts, savings and the like, with the amount that belongs to them."""

import re

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.lexicon import words
from terbuka.screening.people.cast import Cast
from terbuka.screening.reading import Reading
from terbuka.screening.recognisers.answers import answers

_REASON = N_("Kata-kata tentang keuangan seseorang: penghasilan, utang, simpanan, atau harta.")
_LABELLED = N_("Keterangan keuangan setelah label %(label)s.")
_AMOUNT = re.compile(
    r"\b(?:Rp|IDR)\.? ?(?=[OolI.,]*\d)[\d.,OolI]*[\dOolI]"
    r"(?: ?(?:ribu|rb|juta|jt|miliar|milyar|triliun)\b)?(?:,-)?"
    r"(?: ?(?:/|per) ?(?:bulan|bln|hari|minggu|tahun|thn)\b)?|"
    r"(?<![\w.,])\d[\d.,]* ?(?:ribu|rb|juta|jt|miliar|milyar)\b(?: rupiah\b)?",
    re.I,
)
# "TUNGGAKAN : 5 (lima)", "12 perkara": how many cases wait, no money.
_COUNT = re.compile(
    r"\d{1,2}\b(?: ?\([a-z ]{3,30}\)?)?(?: ?(?:perkara|kasus|berkas|laporan|lp|kk|orang))?\.?", re.I
)
_REACH, _LONGEST_AMOUNT, _LONGEST_STATE = 40, 40, 5
_NOT_PRIVATE = words("public-money")


def finance(cast: Cast) -> list[Candidate]:
    """Labelled values, and a word of money matters with the amount in its clause, in papers about persons."""
    found = _fields(cast)
    if not cast.protected:
        return found
    reading, public = cast.layout.reading, cast.matter.public_money
    for first, last in reading.marked("finance"):
        end = _amount_end(reading, last)
        if end and not _public_money(reading, first) and not (public and not _of_a_person(cast, first)):
            found.append(_made(reading.starts[first], end, "finance.passage", 0.75, _REASON))
    if cast.matter.personal_paper:
        found += [
            _made(reading.starts[first], _clause_end(reading, last), "finance.state", 0.7, _REASON)
            for first, last in reading.marked("finance.state")
        ]
    return found


def _made(start: int, end: int, rule: str, certain: float, reason: str, *, weighed: bool = True) -> Candidate:
    rank, values = Rank.CONTEXT, {"label": "keuangan"}
    return Candidate("FINANCE", start, end, rule, certain, reason, rank, None, None, values, weighed)


def _fields(cast: Cast) -> list[Candidate]:
    text = cast.layout.reading.text
    spans = [(f.start, f.end) for f in cast.layout.fields if f.has("finance") and not f.has("account")]
    if not cast.matter.public_money:
        spans += [(answer.start, answer.end) for answer in answers(cast.layout, "finance")]
        spans += [(c.start, c.end) for row in cast.layout.rows for c in row.cells if "finance" in c.kinds]
    return [
        _made(a, b, "finance.labelled", 0.9, _LABELLED, weighed=False)
        for a, b in spans
        if any(char.isalnum() for char in text[a:b]) and not _COUNT.fullmatch(text[a:b].strip())
    ]


def _amount_end(reading: Reading, last: int) -> int | None:
    """Where the amount behind word ``last - 1`` ends, if one stands in the same clause."""
    after = reading.ends[last - 1]
    match = _AMOUNT.search(reading.text, after, after + _REACH + _LONGEST_AMOUNT)
    if match is None or match.start() > after + _REACH:
        return None
    words = reading.words_in(after, match.start())
    broken = any(reading.sentence_end(i) for i in words) or any(
        char in reading.text[after : match.start()] for char in "|;:\t"
    )
    return None if broken else match.end()


def _clause_end(reading: Reading, last: int) -> int:
    """A few more words of the clause ("nunggak motor tiga bulan")."""
    end = last
    while (
        end < len(reading)
        and end - last < _LONGEST_STATE
        and not reading.sentence_end(end)
        and reading.between(end) == " "
        and not reading.capital(end)
    ):
        end += 1
    return reading.ends[end - 1]


def _of_a_person(cast: Cast, index: int) -> bool:
    """A protected person is named in the sentence."""
    reading = cast.layout.reading
    sentence = reading.sentence(index)
    here = cast.in_span(reading.starts[sentence.start], reading.ends[sentence.stop - 1])
    return any(not person.role.stays_open for person in here)


def _public_money(reading: Reading, index: int) -> bool:
    sentence = reading.sentence(index)
    near = range(max(sentence.start, index - 10), min(sentence.stop, index + 10))
    return any(reading.folds[i] in _NOT_PRIVATE for i in near)
