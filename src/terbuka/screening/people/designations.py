"""By which word of a case the text calls somebody: "anak korban", "terlapor", "tersangka".

The word goes on the bars of the public copy. One whom the text calls "terlapor", or of whom it says no more
than that he was arrested, is no suspect yet: a copy that says "tersangka" of him would say more than the
paper does (presumption of innocence, UU 20/2025 Art. 91)."""

from collections.abc import Iterator

from terbuka.screening.lexicon import words
from terbuka.screening.people.model import Person
from terbuka.screening.roles import Role

_VICTIM = "korban"
_REPORTED, _ACCUSED, _ARRESTED = words("reported"), words("called-accused"), words("only-arrested")


def is_called_child_victim(person: Person) -> bool:
    """ "Anak korban bernama Siti": the law's word for a child against whom something was done; and "anak yang
    menjadi korban"."""
    return any(_VICTIM in mark.split() for mark in _marks(person, Role.CHILD))


def is_reported_only(person: Person) -> bool:
    """Called "terlapor", and nowhere a suspect or a defendant."""
    called = {word for mark in _marks(person, Role.SUSPECT) for word in mark.split()}
    return not called.isdisjoint(_REPORTED) and called.isdisjoint(_ACCUSED)


def is_arrested_only(person: Person) -> bool:
    """All that speaks for a suspect is that police took him away."""
    marks = list(_marks(person, Role.SUSPECT))
    return bool(marks) and _ARRESTED.issuperset(marks)


def _marks(person: Person, role: Role) -> Iterator[str]:
    """The words in the text that speak for ``role``, at every mention."""
    for mention in person.mentions:
        for item in mention.evidence:
            if item.role is role:
                yield str(item.values.get("mark", ""))
