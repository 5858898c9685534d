"""What happened, told of a thing: "mendapati sepeda motor tersebut", "keluar dari toko", "terkunci stang".

The model of words knows few such sentences and takes them for a sale, a debt or an ailment, as it reads them
in complaints. Where every word is of a thing and of what is done with it, nothing is told of a person.
"""

from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import words

_THINGS, _DOINGS, _BETWEEN = words("event-thing"), words("event-doing"), words("event-between")
_OWNS, _REACH = words("owns"), 4


def is_event(layout: Layout, first: int, last: int) -> bool:
    """Whether the words from ``first`` to before ``last`` tell of a thing and what was done with it.

    Not where a label or a column asks for something, nor of what somebody owns, has pawned or buys on credit.
    """
    reading = layout.reading
    said = frozenset(reading.folds[first:last])
    if not said <= _THINGS | _DOINGS | _BETWEEN or said.isdisjoint(_THINGS):
        return False
    if layout.row_at(reading.starts[first]) or layout.field_at(reading.starts[first]):
        return False
    sentence = reading.sentence(first)
    begin = first
    while begin > sentence.start and reading.folds[begin] in _THINGS | _BETWEEN:
        begin -= 1
    done = not _DOINGS.isdisjoint(reading.folds[begin:last])
    near = range(max(sentence.start, first - _REACH), min(sentence.stop, last + _REACH))
    return done and _OWNS.isdisjoint(reading.folds[at] for at in near)
