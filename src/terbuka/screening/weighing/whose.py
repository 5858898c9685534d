"""Whose matter a passage is, as far as its sentence tells: of somebody private, of people in office, or of
nobody in particular ("anak yang demam tidak boleh ikut")."""

from terbuka.screening.lexicon import words
from terbuka.screening.people.cast import Cast

_GENERAL = words("said-of-all")
_REACH = 40  # words; a whole table is one sentence
_OF_EVERYBODY, _OF_THE_OFFICE = 3.0, 2.0


def doubt(cast: Cast, passage: range) -> float:
    """How many times better than usual the odds must be that the words ``passage`` are a private person's."""
    reading = cast.layout.reading
    sentence = reading.sentence(passage.start)
    first = max(sentence.start, passage.start - _REACH)
    last = min(max(sentence.stop, passage.stop), passage.stop + _REACH)
    named = cast.in_span(reading.starts[first], reading.ends[last - 1])
    if any(not person.role.stays_open for person in named):
        return 1.0
    around = (*reading.folds[first : passage.start], *reading.folds[passage.stop : last])
    general = _OF_EVERYBODY if not _GENERAL.isdisjoint(around) else 1.0
    of_office = cast.in_span(reading.starts[first], reading.starts[passage.start])
    return general * (_OF_THE_OFFICE if of_office else 1.0)
