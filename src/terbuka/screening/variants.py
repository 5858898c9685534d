"""Every way a secret can be written: case, spacing, look-alikes, OCR, phone and date forms, parts of a name.

``variants(secret).finditer(text)`` finds a term wherever it stands; ``name_forms`` and ``number_forms`` say
by which forms a person or a number is known again (how they are sought: ``matching``).
"""

import re
from codecs import encode
from collections.abc import Iterator, Sequence
from dataclasses import replace

from terbuka.screening.folding import INVISIBLE, digits
from terbuka.screening.lexicon import is_everyday, is_name_part, is_ordinary
from terbuka.screening.matching import Form, Matcher, form_of
from terbuka.screening.names.degrees import DEGREE
from terbuka.screening.reading import split_words
from terbuka.screening.unmarked import without_tags
from terbuka.screening.written_dates import date_forms

_SHORTEST_PART = 4
_SHORTEST_RUN_TOGETHER = 6
_SHORTEST_WITH_INITIAL = 5
_SHORTEST_TURNED = 10
_SHORTEST_TELLING = 10
_SHORTEST_DIGITS = 4
_LONGEST_NAME = 8
SHORTEST_THING = 8
_WITH_LETTERS = frozenset({"EMAIL", "PASSPORT", "PLATE", "VEHICLE_ID"})
_THINGS = _WITH_LETTERS | {
    "NIK", "KK", "NPWP", "NIP", "NRP", "SIM", "BPJS", "PHONE", "BANK_ACCOUNT", "CARD", "IMEI",
}  # fmt: skip
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`´][^\W\d_]+)*")
_TAKEN_FOR_EACH_OTHER = (("rn", "m"), ("m", "rn"), ("vv", "w"), ("w", "vv"), ("cl", "d"))
_SHORTEST_MISREAD = 6


def variants(secret: str) -> Matcher:
    """A matcher for a name, a number, a date, an address or any other text."""
    secret = _INVISIBLE.sub("", secret).strip()
    of_letters = not any(char.isdigit() for char in secret)
    whole = form_of(secret)
    # Anything may be written around a long one: "fotohartini", "xxhartinixx".
    telling = of_letters and len(whole.letters) >= _SHORTEST_RUN_TOGETHER
    forms = [replace(whole, telling=telling), *number_forms(secret)]
    forms += [form_of(date, digits=date.isdigit()) for date in date_forms(secret)]
    if len(secret) >= _SHORTEST_TURNED:  # a page may set its letters from right to left
        forms.append(form_of(secret[::-1]))
    if of_letters:
        forms += [*_parts(secret), *disguised_forms(secret)]
    return Matcher(forms, anywhere=True)


def number_forms(text: str) -> list[Form]:
    """What is mostly digits, as digits; a telephone number with and without its prefixes."""
    number = re.sub(r"\D", "", text)
    if len(number) < _SHORTEST_DIGITS or len(number) * 2 <= len(re.sub(r"\W", "", text)):
        return []
    return [form_of(form, digits=True) for form in (number, *_phone_forms(number))]


def thing_forms(type_: str, text: str) -> list[Form]:
    """The forms by which a number or an address on the net is known again; none for what is told by its
    words (an ailment) or is too short to be nothing else. Of a date of birth those that are nothing but a
    date: "2 Maret 85", not "2385"."""
    if type_ == "BIRTH":
        written = [form for form in date_forms(text) if not form.isdigit() or len(form) >= SHORTEST_THING]
        return [form_of(form, digits=form.isdigit()) for form in written]
    if type_ not in _THINGS:
        return []
    forms = [form_of(text)] if type_ in _WITH_LETTERS else number_forms(digits(text))
    return [form for form in forms if len(form.letters) >= SHORTEST_THING]


def name_forms(name: str, shortest: int = _SHORTEST_PART) -> list[Form]:
    """The forms by which a person called ``name`` is known again: each part of ``shortest`` letters or more,
    and the parts that follow each other taken together, however short they are."""
    read = split_words(DEGREE.sub(" ", without_tags(name)))
    words = [word for word in (word.strip("0123456789") for _, _, word in read) if word][:_LONGEST_NAME]
    forms = [form for word in words if len(word) >= shortest for form in _part(word)]
    for size in range(2, len(words) + 1):
        for at in range(len(words) - size + 1):
            together = words[at : at + size]
            letters = sum(map(len, together))
            whole = size == len(words)
            if letters >= (_SHORTEST_PART if whole else _SHORTEST_RUN_TOGETHER):
                ordinary = all(map(is_ordinary, together))
                telling = whole and not ordinary and letters >= _SHORTEST_TELLING
                forms.append(form_of(" ".join(together), ordinary=ordinary, telling=telling))
    return forms + _with_initials(words)


def telling_forms(name: str) -> list[Form]:
    """Those of ``name_forms`` that name nobody else and nothing: no single word of the language."""
    return [form for form in name_forms(name) if form.joints or not form.ordinary]


def _with_initials(words: Sequence[str]) -> list[Form]:
    """As people are called on the net: "hwulansari", "hartiniw"; nothing that is a word or another name."""
    joined = (
        written
        for at, word in enumerate(words)
        for other in (*words[:at], *words[at + 1 :])
        for written in ((other[0] + word).lower(), (word + other[0]).lower())
        if len(word) >= _SHORTEST_WITH_INITIAL
    )
    return [
        form_of(written, close=True)
        for written in joined
        if not (is_name_part(written) or is_ordinary(written))
    ]


def _part(word: str) -> Iterator[Form]:
    """A part of a name, and what a scanner makes of it that is no other word."""
    small = word.lower()
    yield form_of(word, ordinary=is_ordinary(small))
    for misread in sorted({other for pair in _TAKEN_FOR_EACH_OTHER for other in _exchanged(small, *pair)}):
        if len(misread) >= _SHORTEST_MISREAD and not (is_name_part(misread) or is_ordinary(misread)):
            yield form_of(misread)


def _exchanged(word: str, letters: str, others: str) -> Iterator[str]:
    """``word`` with one of ``letters``, and with all of them, read as ``others``."""
    if letters in word:
        yield word.replace(letters, others)
    for match in re.finditer(letters, word):
        yield word[: match.start()] + others + word[match.end() :]


def _parts(secret: str) -> list[Form]:
    """Each part of a name of four letters or more; an everyday word only where it is written like a name."""
    words = _NAME_WORD.findall(DEGREE.sub(" ", secret))
    if len(words) < 2 or len(words) > 7:
        return []
    parts = [word for word in words if len(word) >= _SHORTEST_PART]
    return [form_of(word, ordinary=is_everyday(word.lower())) for word in parts] + _with_initials(words)


def disguised_forms(name: str) -> list[Form]:
    """With each letter thirteen further, as what is not to be read at once is written on the net, and from
    the end to the beginning; nothing that is a word or a name."""
    words = [name, *(word for word in _NAME_WORD.findall(name) if word != name)]
    disguised = (other for word in words for other in (encode(word, "rot13"), word[::-1]))
    return [form_of(each, close=" " not in each) for each in disguised if _is_no_word(each)]


def _is_no_word(written: str) -> bool:
    """Long enough to be nothing else, and neither a word nor a name."""
    small = written.lower()
    return len(written) >= _SHORTEST_RUN_TOGETHER and not (is_name_part(small) or is_ordinary(small))


def _phone_forms(number: str) -> list[str]:
    """A telephone number with 0, with 62, and bare."""
    core = (
        number.removeprefix("0062").removeprefix("62")
        if number.startswith(("62", "0062"))
        else number.lstrip("0")
    )
    if not 8 <= len(core) <= 12 or number == core:
        return []
    return ["0" + core, "62" + core, core]
