"""Lists of persons, one to a line, under a line that says who they are: "Daftar korban", "Para saksi"."""

from terbuka.screening.fields import HOLDS_OFFICE, ROLE_TAGS
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import words
from terbuka.screening.people.rosters import roster_lines
from terbuka.screening.reading import Reading

ON_DUTY = "post.staff"
_LONGEST_HEAD, _LONGEST_ITEM = 8, 8
_OPENS = words("head-of-list")
_ITEM_ENDS = (".", ":", ";")


def lists_of_persons(layout: Layout) -> dict[int, str]:
    """For each line of such a list the tag of the role that its head gives, ``ON_DUTY`` in a roster. The
    headings of a table ("Nama Bayi | Ayah | Ibu") are above its rows alone, not above who signs below."""
    reading, found = layout.reading, dict[int, str]()
    in_tables = {line for row in layout.rows for line in (row.headings, row.line)}
    tag, blanks = "", 0
    for line in range(len(reading.line_starts)):
        inside = reading.line_words(line)
        if not inside:
            blanks += 1
            tag = tag if blanks < 2 else ""
            continue
        head = "" if line in in_tables else _head(reading, line, inside)
        if head or line in in_tables or not _is_item(reading, line, inside):
            tag = head
        elif tag:
            found[line] = tag
        blanks = 0
    return found | dict.fromkeys(roster_lines(reading), ON_DUTY)


def _head(reading: Reading, line: int, inside: range) -> str:
    """The role in a line that names nothing but who is listed below it."""
    body = reading.text[slice(*reading.line_span(line))].strip()
    if len(inside) > _LONGEST_HEAD or body.endswith((".", ",", ";")) or body[0].isdigit():
        return ""
    if ":" in body[:-1] or any(reading.tag_at(i, *HOLDS_OFFICE) for i in inside):
        return ""
    first = next((i for i in inside if reading.folds[i] not in _OPENS), inside.stop)
    return next(
        (
            tag
            for tag in ROLE_TAGS
            if any(reading.tag_at(i, tag) for i in range(first, min(first + 3, inside.stop)))
        ),
        "",
    )


def _is_item(reading: Reading, line: int, inside: range) -> bool:
    body = reading.text[slice(*reading.line_span(line))].rstrip()
    return len(inside) <= _LONGEST_ITEM and not body.endswith(_ITEM_ENDS) and ":" not in body
