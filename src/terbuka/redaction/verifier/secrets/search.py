"""Counts secrets in text, however they are written.

A secret may also stand where it may stay: "Bulan" is a victim and a month. So occurrences are
counted and compared with those in the text that was meant to stay; one more is a survivor. What means
nothing else may only stand where somebody kept it expressly (``mentions``).
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import ahocorasick

from terbuka.redaction.model import Readable
from terbuka.redaction.verifier.secrets.disguised import Disguised
from terbuka.redaction.verifier.secrets.mentions import Mentions
from terbuka.screening.folding import ACCENTS, plain
from terbuka.screening.lexicon import is_everyday, is_name_part
from terbuka.screening.policy import labels_in
from terbuka.screening.written_dates import date_forms

SUBSTRING = 6
"""From this many letters and digits on a secret is looked for across spaces and punctuation."""
TERM = 0
"""The number of a given term, which is no redaction."""
NAME_PART = 4
"""A name's parts of this length are secrets of their own (policy, rule 10)."""

# What optical reading confuses. Look-alikes of other alphabets are one table with screening, in ``plain``: a
# letter that only one of the two took for Latin would be a hole, and a table is no view of the writer's.
_CONFUSED = str.maketrans("01l|!58", "oiiiisb")

_ACCENT = re.compile(f"[{ACCENTS}]")
_RUN_TOGETHER = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Secret:
    """Something that must not be readable. ``number``: the redaction it belongs to, or ``TERM``."""

    number: int
    type: str
    text: str


def squeeze(text: str) -> str:
    """Letters and digits only, compatibility forms, accents and case folded, look-alikes mapped."""
    folded = plain(unicodedata.normalize("NFKC", text)).casefold()
    return "".join(character for character in folded if character.isalnum())


def skeleton(text: str) -> str:
    """``squeeze``, with what optical reading confuses made one."""
    return squeeze(text.translate(_CONFUSED)).translate(_CONFUSED).replace("rn", "m").replace("vv", "w")


def tokens(text: str) -> list[str]:
    """Squeezed words, and the parts of words that a missing space ran together (``InformasiPublik``)."""
    return [word for word, _ in _words(text)]


def _words(text: str) -> Iterator[tuple[str, bool]]:
    """The same, each with whether it begins with a small letter."""
    spaced = "".join(c if c.isalnum() or _is_unseen_in_words(c) else " " for c in text)
    for word in spaced.split():
        parts = _RUN_TOGETHER.sub(" ", word).split()
        for part in [word, *parts] if len(parts) > 1 else [word]:
            if squeezed := squeeze(part):
                yield squeezed, part[0].islower()


def _is_unseen_in_words(character: str) -> bool:
    """A sign of no width, or an accent beside its letter: neither parts a word."""
    return unicodedata.category(character) == "Cf" or _ACCENT.match(character) is not None


def written_forms(secret: Secret) -> tuple[set[str], set[str]]:
    """What to look for: (substrings of the squeezed text, whole words)."""
    whole = squeeze(secret.text)
    is_long = len(whole) >= SUBSTRING and not _is_plain_word(secret, whole)
    substrings = {whole} if is_long else set()
    words = {whole} if whole and not is_long else set()
    if secret.type in ("PERSON", "TERM"):
        words |= {part for part in tokens(secret.text) if len(part) >= NAME_PART}
    digits = "".join(c for c in whole if c.isdigit())
    if len(digits) >= SUBSTRING and len(digits) > len(whole) / 2:
        substrings.add(digits)
        if secret.type in ("PHONE", "TERM"):
            substrings.add(_subscriber(digits))
    substrings.update(date_forms(secret.text))
    return {form for form in substrings if len(form) >= SUBSTRING}, words


def common_parts(secret: Secret) -> set[str]:
    """The words of a given term that nobody is called: parts of it only where they are written like a name.
    Of "Komisaris Polisi" the "polisi" of a plate's number is none."""
    words = tokens(secret.text)
    return (
        {word for word in words if is_everyday(word) and not is_name_part(word)} if len(words) > 1 else set()
    )


def _is_plain_word(secret: Secret, whole: str) -> bool:
    """Whether it is one word under a box that somebody drew over a passage: "laporan" also begins where a
    "pelapor" stands before an "anak", and an extractor that reads the lines in another order puts them so."""
    return secret.type == "REGION" and whole.isalpha() and len(secret.text.split()) == 1


def _subscriber(digits: str) -> str:
    """A phone number without 0 or 62 in front."""
    return digits.removeprefix("62").removeprefix("0")


class Hunt:
    """All secrets of a copy in all their written forms; made once."""

    def __init__(self, secrets: Sequence[Secret]) -> None:
        self.secrets = tuple(secrets)
        self.types: dict[int, str] = {}
        substrings: dict[str, set[int]] = {}
        words: dict[str, set[int]] = {}
        given = [secret for secret in secrets if secret.number == TERM]
        common = set[str]().union(*map(common_parts, given)) - {squeeze(secret.text) for secret in given}
        for secret in secrets:
            self.types.setdefault(secret.number, secret.type)
            long, short = written_forms(secret)
            for form in long:
                substrings.setdefault(form, set()).add(secret.number)
            for form in short:
                words.setdefault(form, set()).add(secret.number)
        self.disguised = Disguised([secret.text for secret in given])
        self.mentions = Mentions([(s.number, s.type, s.text) for s in secrets if s.number != TERM])
        self._expected: dict[Readable, Expectation] = {}
        self.text = _Forms(substrings, words, common)
        self.reading = _Forms(
            _by_skeleton(substrings, SUBSTRING),
            _by_skeleton(words, NAME_PART + 1),
            {skeleton(word) for word in common},
        )

    def expecting(self, page: Readable) -> "Expectation":
        """The hunt on a page of which this is meant to be readable; every check asks for it."""
        if page not in self._expected:
            self._expected[page] = Expectation(self, page)
        return self._expected[page]

    def byte_forms(self, readable: Readable) -> dict[str, set[int]]:
        """Texts of six letters or more that must not stand anywhere in the bytes, with their numbers. Not
        what a label says itself: of what a box was drawn over, "keluar" is in ``[KELUARGA ANAK]``."""
        unhidden = squeeze(readable.unhidden)
        labels = {squeeze(readable.labels[start:end]) for start, end in labels_in(readable.labels)}
        forbidden = {TERM} | self.mentions.unseen(readable.unhidden, readable)
        forms: dict[str, set[int]] = {}
        for secret in self.secrets:
            squeezed = squeeze(secret.text)
            if len(squeezed) < SUBSTRING or any(squeezed in label for label in labels):
                continue
            if secret.number in forbidden or squeezed not in unhidden:
                for form in (secret.text, " ".join(secret.text.split()), squeezed):
                    forms.setdefault(form, set()).add(secret.number)
        return forms


class Expectation:
    """Compares what is found on a page with what was meant to stay there.

    The text of a redaction may stand among the unhidden words too, what names its person or thing only where
    somebody kept it; a given term may stand nowhere but in the labels.
    """

    def __init__(self, hunt: Hunt, page: Readable) -> None:
        self._mentions, self._disguised, self._page = hunt.mentions, hunt.disguised, page
        self._text = _Allowance(hunt.text, squeeze, page)
        self._reading = _Allowance(hunt.reading, skeleton, page)

    def in_text(self, text: str) -> set[int]:
        """Numbers of the secrets that stand in ``text`` more often than they may."""
        found = self._text.surplus(text) | self._mentions.unseen(text, self._page)
        return found | {TERM} if TERM not in found and self._disguised.stands_in(text) else found

    def in_reading(self, text: str) -> set[int]:
        """The same for text read from pixels: longer forms only, optical confusions made one."""
        return self._reading.surplus(text) | self._mentions.unseen(text, self._page)


class _Forms:
    """Substrings and whole words to look for, each with the numbers of its secrets; ``common``: those of the
    words that count only with a capital."""

    def __init__(self, substrings: dict[str, set[int]], words: dict[str, set[int]], common: set[str]) -> None:
        self._common = common
        self.numbers = {("in", form): numbers for form, numbers in substrings.items()}
        self.numbers |= {("is", form): numbers for form, numbers in words.items()}
        self._words = set(words)
        self._automaton = ahocorasick.Automaton()
        for form in substrings:
            self._automaton.add_word(form, form)
        self._automaton.make_automaton()

    def count(self, text: str, fold: Callable[[str], str]) -> Counter[tuple[str, str]]:
        words = ((fold(word), small) for word, small in _words(text))
        counted: Counter[tuple[str, str]] = Counter(
            ("is", word)
            for word, small in words
            if word in self._words and not (small and word in self._common)
        )
        if len(self._automaton):
            counted.update(("in", form) for _, form in self._automaton.iter(fold(text)))
        return counted


class _Allowance:
    """How often each form may stand on a page."""

    def __init__(self, forms: _Forms, fold: Callable[[str], str], page: Readable) -> None:
        self._forms, self._fold = forms, fold
        self._labels = forms.count(page.labels, fold)
        self._all = forms.count(page.unhidden, fold) + self._labels

    def surplus(self, text: str) -> set[int]:
        found: set[int] = set()
        for form, times in self._forms.count(text, self._fold).items():
            if times > self._all[form]:
                found |= self._forms.numbers[form]
            elif times > self._labels[form]:
                found |= self._forms.numbers[form] & {TERM}
        return found


def _by_skeleton(forms: dict[str, set[int]], shortest: int) -> dict[str, set[int]]:
    made: dict[str, set[int]] = {}
    for form, numbers in forms.items():
        if len(form) >= shortest:
            made.setdefault(skeleton(form), set()).update(numbers)
    return made
