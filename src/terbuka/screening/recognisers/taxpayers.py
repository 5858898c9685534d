"""Whose a tax number is that has the form of a body's (kinds 01 to 03): the words around it weigh more."""

from terbuka.screening.fields import ROLE_TAGS
from terbuka.screening.layout import Layout

_BODIES = ("org.company", "org.government", "place.hospital", "place.school")
_PERSONS = (*ROLE_TAGS, "label.name", "label.nik", "title.formal", "title.kin")
_MOST_LINES = 12


def is_persons(layout: Layout, start: int) -> bool:
    """A person and no body is spoken of in the row, or in the lines above without a blank one between."""
    reading, line = layout.reading, layout.reading.line_of(start)
    row = layout.row_at(start)
    first = line
    while row is None and first and line - first < _MOST_LINES and reading.line_words(first - 1):
        first -= 1
    inside = range(reading.line_words(first).start, reading.line_words(line).stop)
    if any(reading.tag_at(index, *_BODIES) for index in inside):
        return False
    named = row is not None and row.cell("name") is not None
    return named or any(reading.tag_at(index, *_PERSONS) for index in inside)
