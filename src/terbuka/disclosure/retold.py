"""What a certified copy hides, told again by words that are written elsewhere: a title, a file name, a note.

Nothing of the hidden texts leaves this module, only of what kind they are. They are known by the forms by
which screening and the verifier know them. What can be nothing else is ``certain``: a name, its parts that
few people have, a number however it is set. A part that many people have, a word of the language, an age are
a doubt: "Muhammad" is a child here and the Prophet there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from terbuka.disclosure.extract import Extract, open_extract
from terbuka.disclosure.models import Mark, PublicCopy
from terbuka.disclosure.queries import decided_marks
from terbuka.disclosure.stretches import stretches_of
from terbuka.screening.echoes import in_other_letters
from terbuka.screening.escapes import unescape
from terbuka.screening.lexicon import is_name_part, is_ordinary
from terbuka.screening.matching import Form, Matcher, form_of
from terbuka.screening.unmarked import unmarked
from terbuka.screening.variants import disguised_forms, name_forms, thing_forms, variants
from terbuka.screening.visible import visible

_OF_MANY = frozenset({"AGE", "HEALTH", "RELIGION", "MARITAL", "ETHNIC", "FINANCE", "RELATIVE"})
"""What is true of many people: its words name nobody."""
_SHORTEST, _SHORTEST_NUMBER, _SHORTEST_CERTAIN = 3, 5, 8


@dataclass(frozen=True, slots=True)
class Retold:
    """Something hidden of this ``type``, of somebody in ``role``, is told in ``field``. ``locked``: it is
    certain, and only the superior may open it."""

    field: str
    type: str
    role: str
    locked: bool


@dataclass(frozen=True, slots=True)
class _Hidden:
    type: str
    role: str
    blocked: bool
    text: str


def hidden_in(copy: PublicCopy, texts: Mapping[str, str]) -> list[Retold]:
    """What ``copy`` hides and ``texts`` (field → text) tell, each once, in the order of the fields.

    Raises ``FileGone`` where what was read of the original is not kept any more.
    """
    marks = [mark for mark in decided_marks(copy.case) if mark.hides]
    with open_extract(copy.case.extract) as extract:
        forms = _Forms(_hidden_texts(extract, marks))
    return [told for field, text in texts.items() for told in forms.told_in(field, text)]


def _hidden_texts(extract: Extract, marks: list[Mark]) -> set[_Hidden]:
    """The words of pages are needed only for what lies under a drawn box."""
    document = extract.document() if any(mark.is_drawn for mark in marks) else extract.outline()
    return {
        _Hidden(mark.type, mark.role, mark.is_blocked, document.text[start:end])
        for mark in marks
        for start, end in stretches_of(document, mark)
    }


class _Forms:
    """The forms of all that is hidden in a copy, sought at once."""

    def __init__(self, hidden: set[_Hidden]) -> None:
        self._certain: dict[Form, set[_Hidden]] = {}
        self._doubtful: dict[Form, set[_Hidden]] = {}
        for one in hidden:
            for form in _certain_forms(one):
                self._certain.setdefault(form, set()).add(one)
            for form in _doubtful_forms(one):
                self._doubtful.setdefault(form, set()).add(one)
        self._surely, self._perhaps = Matcher(self._certain), Matcher(self._doubtful, anywhere=True)

    def told_in(self, field: str, text: str) -> list[Retold]:
        readings = list(_readings(text))
        certain = _found(self._surely, self._certain, readings)
        perhaps = _found(self._perhaps, self._doubtful, readings)
        locked = {(one.type, one.role) for one in certain if one.blocked}
        others = {(one.type, one.role) for one in certain | perhaps} - locked
        told = [(kind, True) for kind in locked] + [(kind, False) for kind in others]
        return [Retold(field, *kind, is_locked) for kind, is_locked in sorted(told)]


def _found(matcher: Matcher, bearers: dict[Form, set[_Hidden]], readings: list[str]) -> set[_Hidden]:
    return {one for text in readings for hit in matcher.hits(text) for one in bearers[hit.form]}


def _readings(text: str) -> Iterator[str]:
    """``text`` as it was typed, as a reader sees it, and what it says in other alphabets."""
    yield text
    bare = unmarked(visible(unescape(text).text).text).text
    if bare != text:
        yield bare
    yield from (part.meant for part in in_other_letters(text))


def _certain_forms(hidden: _Hidden) -> list[Form]:
    """The forms that tell this and nothing else."""
    if hidden.type == "PERSON":
        return [form for form in _name_forms(hidden.text) if not _is_shared(form, hidden.text)]
    if hidden.type in _OF_MANY:
        return []
    forms = [form_of(hidden.text), *thing_forms(hidden.type, hidden.text)]
    return [form for form in forms if len(form.letters) >= _SHORTEST_CERTAIN]


def _doubtful_forms(hidden: _Hidden) -> list[Form]:
    """The forms that may tell it; nothing so short that it stands everywhere."""
    if hidden.type == "PERSON":
        return _name_forms(hidden.text)
    return [
        form
        for form in variants(hidden.text).forms
        if len(form.letters) >= (_SHORTEST_NUMBER if form.letters.isdigit() else _SHORTEST)
    ]


def _name_forms(name: str) -> list[Form]:
    whole = form_of(name, ordinary=is_ordinary(name.lower()))
    alone = [] if whole.joints or len(whole.letters) < _SHORTEST else [whole]
    return alone + name_forms(name) + disguised_forms(name)


def _is_shared(form: Form, name: str) -> bool:
    """A part of a name that is a word of the language or that many people have; not where it is the whole."""
    part = not form.joints and form.letters != form_of(name).letters
    return part and (form.ordinary or is_name_part(form.letters))
