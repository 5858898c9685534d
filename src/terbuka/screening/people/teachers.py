"""Teachers who sign, or to whom a letter is addressed.

They act in their post (policy, rule 1), so they are no part of a child's family, though their class is named
beside the child's."""

from terbuka.language import N_
from terbuka.screening.lexicon import words
from terbuka.screening.names.model import NameCandidate
from terbuka.screening.people.model import Evidence, Person
from terbuka.screening.people.surroundings import Surroundings
from terbuka.screening.roles import Role

_SIGNS = N_("Guru yang menandatangani atau dituju surat: bertindak dalam jabatan.")

_RULE, _WEIGHT, _REACH = "teacher.signs", 2.0, 12
_TEACHER, _ADDRESSED = "post.teacher", words("addressed")


def signs_as_teacher(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """ "Wali kelas: …", "Dibuat oleh guru: …" under a list, "Kepada Yth. Wali Kelas …"."""
    reading = around.layout.reading
    begins = reading.line_words(reading.lines[name.first]).start
    before = range(max(begins, name.first - _REACH), name.first)
    teacher = [i for i in before if reading.tag_at(i, _TEACHER)]
    if not teacher:
        return []
    labelled = any(":" in reading.between(i) for i in range(teacher[-1] + 1, name.first + 1))
    if not labelled and _ADDRESSED.isdisjoint(reading.folds[i] for i in before):
        return []
    return [Evidence(Role.OFFICIAL, _WEIGHT, _RULE, _SIGNS)]


def acts_as_teacher(person: Person) -> bool:
    """The paper shows the person in the post of a teacher alone."""
    return any(item.rule == _RULE for item in person.evidence())
