"""The persons of a document, and whose a detail is: by row, by form, by sentence."""

from bisect import bisect_right
from functools import cached_property

from terbuka.screening.kinds import Matter
from terbuka.screening.layout import Layout
from terbuka.screening.people.model import Mention, Person
from terbuka.screening.roles import CHILDREN, VULNERABLE

_FORM_LINES = 25
_REACH = 400


class Cast:
    """All persons with their mentions in document order."""

    def __init__(self, layout: Layout, persons: list[Person], matter: Matter) -> None:
        self.layout = layout
        self.persons = persons
        self.matter = matter
        pairs = sorted(
            ((mention, person) for person in persons for mention in person.mentions),
            key=lambda pair: pair[0].start,
        )
        self.mentions = pairs
        self._hides: dict[tuple[int, int], float | None] = {}
        self._starts = [mention.start for mention, _ in pairs]
        self._subjects = [(layout.reading.line_of(m.start), p) for m, p in pairs if self._is_subject(m)]

    def _is_subject(self, mention: Mention) -> bool:
        """The person a form is about: behind ``Nama :``, not ``Nama ayah :``."""
        field = self.layout.field_at(mention.start)
        return bool(field and field.has("name") and not self._of_relative(field.label))

    def _of_relative(self, label: tuple[int, int]) -> bool:
        reading = self.layout.reading
        return any(reading.tag_at(i, "role.relative", "label.relative") for i in range(*label))

    @cached_property
    def protected(self) -> list[Person]:
        """Who is hidden; to be asked when all are decided."""
        return [person for person in self.persons if not person.role.stays_open]

    @cached_property
    def children(self) -> list[Person]:
        return [person for person in self.persons if person.role in CHILDREN]

    def only_vulnerable(self) -> Person | None:
        """The one victim or child, in a document that has just one."""
        vulnerable = [person for person in self.persons if person.role in VULNERABLE]
        return vulnerable[0] if len(vulnerable) == 1 else None

    def before(self, offset: int) -> tuple[Mention, Person] | None:
        """The last mention that begins before ``offset``."""
        index = bisect_right(self._starts, offset) - 1
        return self.mentions[index] if index >= 0 else None

    def in_span(self, start: int, end: int) -> list[Person]:
        """Persons mentioned in ``[start, end)``."""
        first, last = bisect_right(self._starts, start - 1), bisect_right(self._starts, end - 1)
        return [person for _, person in self.mentions[first:last]]

    def likeliest(self, start: int, end: int) -> float | None:
        """How likely the likeliest of the persons mentioned in ``[start, end)`` must be hidden, None where
        nobody is. Kept: a whole table is one sentence, and each of its details asks."""
        if (start, end) not in self._hides:
            here = (person.likely[0] for person in self.in_span(start, end))
            self._hides[start, end] = max(here, default=None)
        return self._hides[start, end]

    def owner(self, offset: int) -> Person | None:
        """Whose a detail at ``offset`` is: as ``near`` says, else the last person named shortly before."""
        person = self.near(offset)
        last = self.before(offset)
        if person is None and last and not self.layout.row_at(offset) and offset - last[0].end < _REACH:
            return last[1]
        return person

    def near(self, offset: int) -> Person | None:
        """Whose a detail at ``offset`` is, as far as the row, the form or the sentence tells."""
        reading = self.layout.reading
        row = self.layout.row_at(offset)
        if row:
            here = self.in_span(row.cells[0].start, row.cells[-1].end)
            return here[0] if here else None
        last = self.before(offset)
        line = reading.line_of(offset)
        if last and (reading.line_of(last[0].start) == line or self._same_sentence(last[0], offset)):
            return last[1]
        return self.subject(line) if self.layout.field_at(offset) else None

    def _same_sentence(self, mention: Mention, offset: int) -> bool:
        words = self.layout.reading.words_in(mention.start, offset)
        return len(words) < 60 and not any(self.layout.reading.sentence_end(i) for i in words[1:])

    def subject(self, line: int) -> Person | None:
        """The person whom the form around ``line`` is about."""
        above = bisect_right(self._subjects, line, key=lambda subject: subject[0])
        if not above or line - self._subjects[above - 1][0] > _FORM_LINES:
            return None
        return self._subjects[above - 1][1]
