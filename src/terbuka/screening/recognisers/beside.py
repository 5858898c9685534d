"""Values beside a label that fills its cell or its line: in the next cell, or on the next line.

``| PIN | 448812 |``, ``Instagram⇥ratihkusuma``, ``OTP`` and ``448812`` below it.
"""

from terbuka.screening.reading import Cell, Reading


def cell_beside(reading: Reading, first: int, last: int) -> Cell | None:
    """The cell behind the one that the words ``first`` to ``last`` fill, on its line or, where they stand
    alone on it, on the next that says something."""
    number = reading.cell_of[first]
    cell = reading.cells[number]
    if last != cell.last or any(not reading.folds[at].isdigit() for at in range(cell.first, first)):
        return None
    following = reading.cells[number + 1] if number + 1 < len(reading.cells) else None
    if following is None or following.line == cell.line:
        return following
    alone = number == 0 or reading.cells[number - 1].line != cell.line
    gap = reading.text[cell.end : following.start]
    return following if alone and gap.count("\n") <= 2 and not gap.strip(" \t\r\n:=|-") else None
