"""Every way a secret can be written: case, spacing, look-alikes, OCR, phone and date forms, parts of a name.

``variants(secret).finditer(text)`` is all there is to it. A text is reduced to its skeleton (letters and
digits in classes of what can be taken for each other) with the offsets kept; secrets are sought there, and a
hit counts when it begins and ends where words do, and when what stands there reads like the secret.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from terbuka.screening.folding import INVISIBLE, OCR_CLASS, plain
from terbuka.screening.lexicon import is_everyday
from terbuka.screening.names.degrees import DEGREE

_SHORTEST_PART = 4
_SHORTEST_DIGITS = 4
_SIGNS = rf"(?:[ \t\u00a0\-–—_.,:;/\\|'’\"()+*][{INVISIBLE}]*){{0,4}}"
_BREAK = r"(?:[ \t\u00a0\-–—]*\r?\n[ \t\u00a0>|]*)?"
_GAP = re.compile(rf"[{INVISIBLE}]*{_SIGNS}{_BREAK}[{INVISIBLE}]*")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_MONTHS = (
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
)
_SHORT_MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
_OTHER_SPELLINGS = {"pebruari": 2, "nopember": 11, "agt": 8, "ags": 8, "sept": 9, "nop": 11, "peb": 2}
_WRITTEN_DATE = re.compile(r"(\d{1,2})[ .\-/]+([a-z]{3,9}|\d{1,2})\.?[ .,\-/]+(\d{4}|\d{2})")
_ISO_DATE = re.compile(r"(\d{4})[\-/.](\d{1,2})[\-/.](\d{1,2})")
_DAMAGE = re.compile(
    r"[^\W\d_][\d|!$]|[\d|!$][^\W\d_]|[A-Z]l[A-Z]|[A-Z]{2}l|l[A-Z]{2}|[a-z]I|[a-z][OSBZ](?:[a-z]|\b)"
)
_NAME_ONLY = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """``classes``: a character per letter or digit; ``letters``: the same in lower case; ``at``: offsets."""

    text: str
    classes: str
    letters: str
    at: tuple[int, ...]


@lru_cache(maxsize=8)
def skeleton(text: str) -> Skeleton:
    """Reduce a text. Kept for the last few texts: a search for many secrets reads a text once."""
    classes, letters, at = [], [], []
    for offset, raw in enumerate(text):
        for char in raw if raw.isascii() else plain(raw):
            if char.isalnum() or char in "|!$":
                lowered = char.lower()[:1]
                if not lowered:
                    continue
                classes.append(OCR_CLASS.get(char, OCR_CLASS.get(lowered, lowered)))
                letters.append(lowered)
                at.append(offset)
    return Skeleton(text, "".join(classes), "".join(letters), tuple(at))


@dataclass(frozen=True, slots=True)
class Form:
    """One form to look for. ``everyday``: also a word of the language, so only where it is capitalised.

    ``digits``: a number; only digits may touch the inside, and letters may stand for digits.
    """

    classes: str
    letters: str
    digits: bool = False
    everyday: bool = False


@dataclass(frozen=True, slots=True)
class Matcher:
    """All forms of one secret."""

    forms: tuple[Form, ...]

    def finditer(self, text: str) -> Iterator[tuple[int, int]]:
        """Stretches ``(start, end)`` of ``text`` that write the secret, in order, not overlapping."""
        bones = skeleton(text)
        found: list[tuple[int, int]] = []
        for form in self.forms:
            found += _hits(bones, form)
        reached = -1
        for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
            if start >= reached:
                yield start, end
                reached = end
            elif end > reached:
                yield reached, end
                reached = end


def variants(secret: str) -> Matcher:
    """A matcher for a name, a number, a date, an address or any other text."""
    secret = _INVISIBLE.sub("", secret).strip()
    forms = [_form(secret)]
    digits = re.sub(r"\D", "", secret)
    if len(digits) >= _SHORTEST_DIGITS and len(digits) * 2 > len(re.sub(r"\W", "", secret)):
        forms += [_form(number, digits=True) for number in (digits, *_phone_forms(digits))]
    forms += [_form(date, digits=date.isdigit()) for date in _date_forms(secret)]
    if not any(char.isdigit() for char in secret):
        forms += _parts(secret)
    return Matcher(tuple(dict.fromkeys(form for form in forms if form.classes)))


def _form(text: str, digits: bool = False, everyday: bool = False) -> Form:
    bones = skeleton(text)
    return Form(bones.classes, bones.letters, digits, everyday)


def _parts(secret: str) -> list[Form]:
    """Each part of a name of four letters or more; an everyday word only where it is written like a name."""
    words = _NAME_ONLY.findall(DEGREE.sub(" ", secret))
    if len(words) < 2 or len(words) > 7:
        return []
    return [_form(word, everyday=is_everyday(word.lower())) for word in words if len(word) >= _SHORTEST_PART]


def _phone_forms(digits: str) -> list[str]:
    """A telephone number with 0, with 62, and bare."""
    core = (
        digits.removeprefix("0062").removeprefix("62")
        if digits.startswith(("62", "0062"))
        else digits.lstrip("0")
    )
    if not 8 <= len(core) <= 12 or digits == core:
        return []
    return ["0" + core, "62" + core, core]


def _date_forms(secret: str) -> list[str]:
    """A date in figures and in words, in both orders, with two and four figures for the year."""
    parsed = _date(secret.lower())
    if parsed is None:
        return []
    day, month, year = parsed
    forms = [
        f"{day:02d}{month:02d}{year}",
        f"{year}{month:02d}{day:02d}",
        f"{day}{month}{year}",
        f"{day:02d}{month:02d}{year % 100:02d}",
    ]
    names = {
        _MONTHS[month - 1],
        _SHORT_MONTHS[month - 1],
        *(name for name, number in _OTHER_SPELLINGS.items() if number == month),
    }
    return forms + [f"{d}{name}{year}" for name in sorted(names) for d in (str(day), f"{day:02d}")]


def _date(text: str) -> tuple[int, int, int] | None:
    iso = _ISO_DATE.search(text)
    if iso:
        return _checked(int(iso[3]), int(iso[2]), int(iso[1]))
    written = _WRITTEN_DATE.search(text)
    if written is None:
        return None
    year = int(written[3]) if len(written[3]) == 4 else 1900 + int(written[3])
    return _checked(int(written[1]), _month(written[2]), year)


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    known = {name[:3]: number for number, name in enumerate(_MONTHS, 1)} | {
        "peb": 2,
        "nop": 11,
        "agt": 8,
        "ags": 8,
        "aug": 8,
    }
    return known.get(word[:3], 0)


def _checked(day: int, month: int, year: int) -> tuple[int, int, int] | None:
    return (day, month, year) if 1 <= day <= 31 and 1 <= month <= 12 else None


def _hits(bones: Skeleton, form: Form) -> Iterator[tuple[int, int]]:
    size, at = len(form.classes), bones.classes.find(form.classes)
    while at >= 0:
        start, end = bones.at[at], bones.at[at + size - 1] + 1
        if (
            _stands_alone(bones.text, start, end, form)
            and _reads_like(bones, at, form)
            and _close(bones, at, size)
        ):
            yield start, end
        at = bones.classes.find(form.classes, at + 1)


def _stands_alone(text: str, start: int, end: int, form: Form) -> bool:
    """Begins and ends where a word does: at a sign, or between letters and digits ("safrudin91")."""
    before, first, last, after = text[start - 1 : start], text[start], text[end - 1], text[end : end + 1]
    if form.digits:
        return not before.isdigit() and not after.isdigit()
    return not _same_word(before, first) and not _same_word(last, after)


def _same_word(left: str, right: str) -> bool:
    if not left or not right or not (left.isalnum() and right.isalnum()):
        return False
    return left.isdigit() == right.isdigit() and not (left.islower() and right.isupper())


def _reads_like(bones: Skeleton, at: int, form: Form) -> bool:
    """Equal but for case; or looking damaged, so that a letter stands for the one it is taken for."""
    size = len(form.classes)
    raw = bones.text[bones.at[at] : bones.at[at + size - 1] + 1]
    if form.everyday and not raw[:1].isupper():
        return False
    if bones.letters[at : at + size] == form.letters:
        return True
    if form.digits:
        return sum(char.isdigit() for char in raw) * 2 >= size
    return _damaged(raw)


def _damaged(raw: str) -> bool:
    """Digits or signs among letters, a small l among capitals, a capital I among small letters."""
    return bool(_DAMAGE.search(raw))


def _close(bones: Skeleton, at: int, size: int) -> bool:
    """Nothing but signs, a hyphen at a line's end, or one line break stands inside."""
    for left, right in zip(bones.at[at : at + size - 1], bones.at[at + 1 : at + size], strict=True):
        if right - left > 1 and not _GAP.fullmatch(bones.text, left + 1, right):
            return False
    return True
