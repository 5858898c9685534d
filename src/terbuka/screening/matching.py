"""Where a form of a secret stands in a text, however it is set: cases, look-alikes, damage, gaps, endings.

A text is reduced to its skeleton (letters and digits in classes of what can be taken for each other) with the
offsets kept; forms are sought there all at once. A hit counts when it begins and ends where words do, and
when what stands there reads like the form. Screening and the verifier ask here (its
``mentions``), so that what the one calls a mention the other calls a survivor.
"""

import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import ahocorasick

from terbuka.screening.folding import ACCENTS, INVISIBLE, OCR_CLASS, plain
from terbuka.screening.lexicon import is_name_part, is_ordinary

# Signs that make no other letter of the one they stand at, and do not part it from the next.
_UNREAD = INVISIBLE + ACCENTS
_SIGNS = rf"(?:[ \t\u00a0\-–—_.,:;/\\|'’\"()+*][{_UNREAD}]*){{0,4}}"
_BREAK = r"(?:[ \t\u00a0\-–—]*\r?\n[ \t\u00a0>|]*)?"
_GAP = re.compile(rf"[{_UNREAD}]*{_SIGNS}{_BREAK}[{_UNREAD}]*")
# Whatever somebody puts between the letters of a term: brackets, signs of a program that adds strings.
_LOOSE_GAP = re.compile(rf"[{_UNREAD}]*(?:(?:[^\w\r\n{_UNREAD}]|_)[{_UNREAD}]*){{0,7}}{_BREAK}[{_UNREAD}]*")
_UNREAD_SIGN = re.compile(f"[{_UNREAD}]")
_ACCENTS = re.compile(f"[{ACCENTS}]+")
_DAMAGE = re.compile(
    r"[^\W\d_][\d|!$]|[\d|!$][^\W\d_]|[A-Z]l[A-Z]|[A-Z]{2}l|l[A-Z]{2}|[a-z]I|[a-z][OSBZ](?:[a-z]|\b)"
)
# Between the words of a name that are words of the language too: "Putri Ayu", no list of things.
_BETWEEN_WORDS = re.compile(r"[ \u00a0]{0,2}|[_.\-]|\. |[ \t]*\r?\n[ \t>|]*")
# What a line's end, a careless scanner or a typesetter puts inside a word, and what stands in names anyway.
_TORN = re.compile(
    r"[ \u00a0]{1,2}|[-–—\u2010\u2011][ \t\u00a0]*(?:\r?\n[ \t\u00a0>|]*)?|[ \t]*\r?\n[ \t\u00a0>|]*"
)
_APOSTROPHE = re.compile(r"['’ʼ`´]")
_SPELLED = re.compile(r"[ \u00a0]{1,3}| ?[-–_.*·•] ?")
_BARRED = re.compile(r"\w[ \t\u00a0]*\|[ \t\u00a0]*\w")
# A word of letters and of figures that are drawn like letters: "H4rt1n1", "H@rt1n1".
LEET = re.compile(r"(?<![^\W_])(?<![@$!#])(?=[\d@$!#]*[^\W\d_])(?=[^\W\d_]*[\d@$!#])(?:[^\W_]|[@$!#]){4,}")
_DRAWN_LIKE = str.maketrans("0134578926@$!#", "oieastbgzgasih")
_IS_FILE_NAME = re.compile(
    r"[\w.\-]{0,60}(?:@[\w\-]+\.\w|\.(?:jpe?g|png|gif|heic|webp|tiff?|bmp|pdf|docx?|xlsx?|pptx?|csv|txt|zip|rar"
    r"|mp[34]|mov|3gp|avi|wav|m4a|ogg|opus|eml)(?![^\W_]))",
    re.I,
)
_ENDING = re.compile(r"(?=[klmnpt])(?:ku|mu|nya)?(?:lah|kah|tah|pun)?(?![^\W_])", re.I)

_SHORTEST_SPELLED, _SHORTEST_IN_A_LINE = 4, 6
_SHORTEST_TORN = 5
_SHORTEST_UNLIKE = 5
_SHORTEST_RUN_TOGETHER = 6
_SHORTEST_IN_A_TAG, _LONGEST_TAG = 4, 100
_SHORTEST_IN_A_FILE_NAME, _SHORTEST_INSIDE = 6, 8
_SHORTEST_LOOSE = 5
_SHORTEST_BEHIND_CAPITALS = 4


@dataclass(frozen=True, slots=True)
class Skeleton:
    """``classes``: a character per letter or digit; ``letters``: the same in lower case; ``at``: offsets."""

    text: str
    classes: str
    letters: str
    at: "array[int]"


@lru_cache(maxsize=8)
def skeleton(text: str) -> Skeleton:
    """Reduce a text. Kept for the last few texts: a search for many secrets reads a text once."""
    return _reduced(text)


class _Letters(dict[str, str]):
    """For each character the letters and digits it is read as, in lower case: mostly one, or none."""

    def __missing__(self, raw: str) -> str:
        read = "".join(char.lower()[:1] for char in plain(raw) if char.isalnum() or char in "|!$")
        self[raw] = read
        return read


_LETTERS = _Letters()
_CLASSES = str.maketrans(OCR_CLASS)


def _reduced(text: str) -> Skeleton:
    read = [_LETTERS[char] for char in text]
    letters = "".join(read)
    at = array("I", (offset for offset, chars in enumerate(read) for _ in chars))
    return Skeleton(text, letters.translate(_CLASSES), letters, at)


@dataclass(frozen=True, slots=True)
class Form:
    """One form to look for. ``ordinary``: also a word of the language, so only where it is capitalised.

    ``digits``: a number; only digits may touch the inside, and letters may stand for digits. ``joints``: in
    front of which of its letters the secret itself has a gap. ``telling``: found inside other words too.
    ``close``: nothing may stand between its letters.
    """

    classes: str
    letters: str
    digits: bool = False
    ordinary: bool = False
    joints: frozenset[int] = frozenset()
    telling: bool = False
    close: bool = False


@lru_cache(maxsize=4096)
def form_of(
    text: str, *, digits: bool = False, ordinary: bool = False, telling: bool = False, close: bool = False
) -> Form:
    """The form that ``text`` itself is."""
    bones = _reduced(text)
    gaps = _gaps(bones, 0, len(bones.at))
    joints = frozenset(place for place, gap in gaps.items() if not _APOSTROPHE.fullmatch(gap))
    return Form(bones.classes, bones.letters, digits, ordinary, joints, telling, close)


@dataclass(frozen=True, slots=True)
class Hit:
    """``form`` stands at ``[start, end)``, an ending behind it ("-nya") left out."""

    start: int
    end: int
    form: Form


class Matcher:
    """Seeks many forms at once.

    ``anywhere``: of a term that goes wherever its letters follow each other. Otherwise a form that is torn
    or spelled counts only where that can be no other words ("Surya di" is no "Suryadi").
    """

    def __init__(self, forms: Iterable[Form], *, anywhere: bool = False) -> None:
        self.forms = tuple(dict.fromkeys(form for form in forms if form.classes))
        self._anywhere = anywhere
        self._automaton = ahocorasick.Automaton()
        by_classes: dict[str, list[Form]] = {}
        for form in self.forms:
            by_classes.setdefault(form.classes, []).append(form)
        for classes, same in by_classes.items():
            self._automaton.add_word(classes, same)
        self._automaton.make_automaton()

    def hits(self, text: str) -> Iterator[Hit]:
        """Every place of every form; they may overlap, and one may come twice."""
        if not self.forms:
            return
        yield from self._hits(text)
        if self._anywhere and _BARRED.search(text):
            # a bar may stand for an "I" or part the letters: "S | T |", "S | I | T | I"
            yield from self._hits(text.replace("|", " "))
        if self._anywhere and LEET.search(text):
            yield from self._hits(LEET.sub(lambda word: as_letters(word[0]), text))

    def _hits(self, text: str) -> Iterator[Hit]:
        bones = skeleton(text)
        for last, same in self._automaton.iter(bones.classes):
            for form in same:
                at = last + 1 - len(form.classes)
                if self._counts(bones, at, form):
                    yield Hit(bones.at[at], _past_accents(text, bones.at[last] + 1), form)

    def finditer(self, text: str) -> Iterator[tuple[int, int]]:
        """Stretches ``(start, end)`` of ``text`` that write one of the forms, in order, not overlapping."""
        reached = -1
        for hit in sorted(self.hits(text), key=lambda hit: (hit.start, -hit.end)):
            if hit.end > reached:
                yield max(hit.start, reached), hit.end
                reached = hit.end

    def _counts(self, bones: Skeleton, at: int, form: Form) -> bool:
        return (
            _stands_alone(bones, at, form)
            and _reads_like(bones, at, form, self._anywhere)
            and _holds_together(bones, at, form, self._anywhere)
        )


def as_letters(written: str) -> str:
    """The letters that the figures of a word are drawn like."""
    return written.translate(_DRAWN_LIKE)


def _stands_alone(bones: Skeleton, at: int, form: Form) -> bool:
    """Begins and ends where a word does (a sign, an ending, between letters and digits), or in a tag."""
    if form.telling:
        return True
    text, start, end = bones.text, bones.at[at], bones.at[at + len(form.classes) - 1] + 1
    first, last = text[start], text[end - 1]
    end = _past_accents(text, end)
    before, after = _letter_before(text, start), text[end : end + 1]
    if form.digits:
        return not before.isdigit() and not after.isdigit()
    parted = not _same_word(before, first) or _begins_behind_capitals(text, start, form)
    if parted and (not _same_word(last, after) or _is_ending(text, start, end)):
        return True
    if form.ordinary or len(form.classes) < _SHORTEST_IN_A_TAG:
        return False
    return _is_in_a_tag(text, start, end) or _is_in_a_file_name(text, start, end)


def _is_in_a_file_name(text: str, start: int, end: int) -> bool:
    """``fotohartini2.jpg``, ``hartinicantik@…``: at the beginning or the end of letters that run together in
    the name of a file or of an account; a long one anywhere in them."""
    if end - start < _SHORTEST_IN_A_FILE_NAME:
        return False
    left, right = start, end
    while left and start - left < _LONGEST_TAG and text[left - 1].isalpha():
        left -= 1
    behind = _IS_FILE_NAME.match(text, end)
    while right < len(text) and right - end < _LONGEST_TAG and text[right].isalpha():
        right += 1
    if not behind or (left < start and end < right and end - start < _SHORTEST_INSIDE):
        return False
    return not _is_known(plain(text[left:right]).lower())


def _is_in_a_tag(text: str, start: int, end: int) -> bool:
    """``#savelida``, ``@lidabjm``: at the beginning or the end of what is run together behind a sign."""
    begin = start
    while begin and start - begin < _LONGEST_TAG and (text[begin - 1].isalnum() or text[begin - 1] in "_."):
        begin -= 1
    if text[begin - 1 : begin] not in ("#", "@") or text[max(0, begin - 2) : begin - 1].isalnum():
        return False
    return begin == start or not text[end : end + 1].isalnum()


def _past_accents(text: str, end: int) -> int:
    """Behind the accents of the letter that ends at ``end``."""
    accents = _ACCENTS.match(text, end)
    return accents.end() if accents else end


def _letter_before(text: str, start: int) -> str:
    """The character in front of ``start`` that is no accent."""
    while start and _ACCENTS.fullmatch(text, start - 1, start):
        start -= 1
    return text[start - 1 : start]


def _same_word(left: str, right: str) -> bool:
    if not left or not right or not (left.isalnum() and right.isalnum()):
        return False
    return left.isdigit() == right.isdigit() and not (left.islower() and right.isupper())


def _begins_behind_capitals(text: str, start: int, form: Form) -> bool:
    """``IMGHartini``: a word with a capital, behind letters that are all capitals."""
    long = len(form.classes) >= _SHORTEST_BEHIND_CAPITALS
    return long and text[start - 1 : start + 1].isupper() and text[start + 1 : start + 2].islower()


def _is_ending(text: str, start: int, end: int) -> bool:
    """``Wirandakanya``, ``Udinlah``: an ending that leans on the name, and not another word or name."""
    match = _ENDING.match(text, end)
    if match is None or not match[0]:
        return False
    begin = end
    while begin > start and (text[begin - 1].isalnum() or _ACCENTS.fullmatch(text, begin - 1, begin)):
        begin -= 1
    word = plain(text[begin : match.end()]).lower()
    return not is_name_part(word) and not is_ordinary(word, with_endings=False)


def _reads_like(bones: Skeleton, at: int, form: Form, anywhere: bool) -> bool:
    """Equal but for case; or looking damaged, so that a letter stands for the one it is taken for."""
    size = len(form.classes)
    raw = bones.text[bones.at[at] : bones.at[at + size - 1] + 1]
    if form.ordinary and not (raw[:1].isupper() or raw[:1] == "|"):
        return False
    read = bones.letters[at : at + size]
    if read == form.letters:
        return True
    if form.digits:
        return sum(char.isdigit() for char in raw) * 2 >= size
    signs = "".join(bones.text[place] for place in bones.at[at : at + size])
    return (
        _damaged(raw)
        or _damaged(signs)
        or (not anywhere and size >= _SHORTEST_UNLIKE and not _is_known(read))
    )


def _damaged(raw: str) -> bool:
    """Digits or signs among letters, a small l among capitals, a capital I among small letters."""
    return bool(_DAMAGE.search(raw))


def _is_known(word: str) -> bool:
    return is_name_part(word) or is_ordinary(word)


def _holds_together(bones: Skeleton, at: int, form: Form, anywhere: bool) -> bool:
    """What stands between the letters may stand inside this form."""
    gaps = _gaps(bones, at, len(form.classes))
    loose = anywhere and not form.digits and len(form.classes) >= _SHORTEST_LOOSE
    if not all(map((_LOOSE_GAP if loose else _GAP).fullmatch, gaps.values())):
        return False
    if form.close:
        return not any(_UNREAD_SIGN.sub("", gap) for gap in gaps.values())
    if form.digits or anywhere:
        return True
    gaps = {place: seen for place, gap in gaps.items() if (seen := _UNREAD_SIGN.sub("", gap))}
    if form.ordinary and not all(map(_BETWEEN_WORDS.fullmatch, gaps.values())):
        return False
    if len(form.classes) < _SHORTEST_RUN_TOGETHER and not gaps.keys() >= form.joints:
        return False
    inner = {
        gap for place, gap in gaps.items() if place not in form.joints and not _APOSTROPHE.fullmatch(gap)
    }
    if not inner:
        return True
    edges = [0, *sorted(gaps), len(form.classes)]
    pieces = [bones.letters[at + a : at + b] for a, b in pairwise(edges)]
    return not (form.ordinary and not form.joints) and _is_broken(bones, at, form, inner, pieces)


def _gaps(bones: Skeleton, at: int, size: int) -> dict[int, str]:
    """What stands in front of which letter of a stretch of the skeleton."""
    return {
        place: bones.text[left + 1 : right]
        for place, (left, right) in enumerate(pairwise(bones.at[at : at + size]), 1)
        if right - left > 1
    }


def _is_broken(bones: Skeleton, at: int, form: Form, gaps: set[str], pieces: list[str]) -> bool:
    """Spelled out, or torn into pieces, rather than other words."""
    if all(len(piece) == 1 for piece in pieces):
        return _spelled_out(bones, at, form, gaps)
    return (
        len(form.classes) >= _SHORTEST_TORN and all(map(_TORN.fullmatch, gaps)) and not _other_words(pieces)
    )


def _other_words(pieces: list[str]) -> bool:
    """Both pieces mean something, and not only as a name: "Surya di", not "Rahma wati"."""
    meaning = any(is_ordinary(piece) and not is_name_part(piece) for piece in pieces)
    return len(pieces) == 2 and meaning and all(map(_is_known, pieces))


def _spelled_out(bones: Skeleton, at: int, form: Form, gaps: set[str]) -> bool:
    """``W I R A N D A K A``, by itself; in a longer line of letters only a long name counts, and not as a
    part of one word ("P E L A N G G A R A N")."""
    size = len(form.classes)
    if size < _SHORTEST_SPELLED or len(gaps) > 1 or not all(map(_SPELLED.fullmatch, gaps)):
        return False
    start, end = bones.at[at], bones.at[at + size - 1] + 1
    left, right = _line_of_letters(bones.text, start, end, next(iter(gaps)))
    if (left, right) == (start, end):
        return True
    line = "".join(char for char in bones.text[left:right].lower() if char.isalpha())
    return size >= _SHORTEST_IN_A_LINE and not _is_known(line)


def _line_of_letters(text: str, start: int, end: int, gap: str) -> tuple[int, int]:
    """How far single letters with ``gap`` between them go on to both sides of ``[start, end)``."""
    step = len(gap) + 1
    while text[start - step + 1 : start] == gap and _single(text, start - step):
        start -= step
    while text[end : end + step - 1] == gap and _single(text, end + step - 1):
        end += step
    return start, end


def _single(text: str, at: int) -> bool:
    """A letter that no other touches."""
    if not 0 <= at < len(text) or not text[at].isalpha():
        return False
    return not text[at - 1 : at].isalnum() and not text[at + 1 : at + 2].isalnum()
