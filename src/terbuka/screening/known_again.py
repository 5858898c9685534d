"""By what a detail is known again elsewhere: the same number however it is written, the same address, the
same full name. What many share (an age, a faith, an ailment) says of nobody that it is the same one."""

import re

from terbuka.screening.folding import digits
from terbuka.screening.matching import form_of
from terbuka.screening.reading import split_words
from terbuka.screening.variants import SHORTEST_THING, number_forms, thing_forms

Value = tuple[str, str]
"""The kind of a detail and its letters, in classes of what can be taken for each other."""

_AS_WRITTEN = frozenset(("SOCIAL", "URL_PERSONAL", "IP", "GEO", "CREDENTIAL", "RELATIVE"))
_ADDRESSES = frozenset(("ADDRESS", "PLACE"))  # where nothing says who lives there it is a place
_NUMBERED = frozenset(("NUMBER", "TERM"))
_NAME_WORDS = 2  # "Melati" may be anybody, or a flower
_SHORTEST_WRITTEN = 6
_SPELLED_OUT = {
    "jl": "jalan",
    "jln": "jalan",
    "gg": "gang",
    "komp": "komplek",
    "kompleks": "komplek",
    "kel": "kelurahan",
    "ds": "desa",
    "dsn": "dusun",
    "kec": "kecamatan",
    "perum": "perumahan",
}
_NUMBER_SIGNS = frozenset(("no", "nomor", "nomer", "nmr"))
_OF_A_NEIGHBOURHOOD = frozenset(("rt", "rw", "blok", "km"))
_FEWEST_WORDS = 3  # "jalan veteran 17"
_FIGURE = re.compile(r"\d")


def values(type_: str, text: str) -> set[Value]:
    """What ``text``, a detail of ``type_``, has in common with whatever else is the same; empty for what is
    not one thing."""
    if type_ == "PERSON":
        return _name(text)
    if type_ in _ADDRESSES:
        return _address(text)
    if type_ in _AS_WRITTEN:
        whole = form_of(text)
        return {(type_, whole.classes)} if len(whole.classes) >= _SHORTEST_WRITTEN else set()
    if type_ in _NUMBERED:
        forms = [form for form in number_forms(digits(text)) if len(form.letters) >= SHORTEST_THING]
    else:
        forms = thing_forms(type_, text)
    return {("BIRTH" if type_ == "BIRTH" else "thing", form.classes) for form in forms}


def _name(text: str) -> set[Value]:
    words = [word for _, _, word in split_words(text)]
    return {("PERSON", " ".join(words))} if len(words) >= _NAME_WORDS else set()


def _address(text: str) -> set[Value]:
    """All of its words, and those up to the number of the house: what stands behind it may be left out."""
    words = [_SPELLED_OUT.get(word, word) for _, _, word in split_words(text) if word not in _NUMBER_SIGNS]
    if len(words) < _FEWEST_WORDS:
        return set()
    house = next((at for at, word in enumerate(words) if _FIGURE.match(word)), 0)
    found = {("ADDRESS", " ".join(words))}
    if house >= _FEWEST_WORDS - 1 and words[house - 1] not in _OF_A_NEIGHBOURHOOD:
        found.add(("ADDRESS", " ".join(words[: house + 1])))
    return found
