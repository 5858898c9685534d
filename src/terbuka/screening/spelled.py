"""Words that are spelled in something else than letters: numbers of their signs in any base, Morse, the
alphabet of radio operators, base85.

Any row of numbers can be read so, and mostly says nothing: only a word that is sought is found in it, each
row as a whole.
"""

import re
from base64 import a85decode, b85decode
from collections.abc import Callable, Iterator
from typing import NamedTuple

_HEX = "[0-9A-Fa-f]"
_NUMBER = rf"(?:0[xXbo]|\\x|[Uu]\+|\\u?|&#x?|%)?{_HEX}{{2,8}}"
_NUMBERS = re.compile(rf"(?<![^\W_])(?:{_NUMBER}[ \t\r\n,;:./|_\-]{{1,4}}){{3,}}{_NUMBER}(?![^\W_])")
_FIGURES = re.compile(rf"(?:0[xXbo]|\\x|[Uu]\+|\\u?|&#x?|%)?({_HEX}{{2,8}})")
_BITS = re.compile(r"(?<![^\W_])[01]{28,}(?![^\W_])")
_BASES = (
    (2, re.compile("[01]{7,8}")),
    (8, re.compile("0?[01][0-7]{2}")),
    (10, re.compile(r"\d{2,3}")),
    (16, re.compile(rf"(?:0{{2}}){{0,2}}[2-7]{_HEX}")),
)
_MARKS = r"[.\-–—−·•_]"
_MORSE = re.compile(
    rf"(?<![\w.\-–—]){_MARKS}{{1,5}}(?:(?: {{1,3}}| ?[/|] ?){_MARKS}{{1,5}}){{3,}}(?![\w.\-–—])"
)
_MARKED = re.compile(rf"{_MARKS}+|[/|]| {{2,}}")
_SHORT_OR_LONG = str.maketrans("·•–—−_", "..----")
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_MORSE_OF_LETTERS = """.- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..-
    ...- .-- -..- -.-- --.. ----- .---- ..--- ...-- ....- ..... -.... --... ---.. ----."""
_SIGNALS = dict(zip(_MORSE_OF_LETTERS.split(), _LETTERS, strict=True))
_RADIO = """alfa alpha bravo charlie delta echo foxtrot golf hotel india juliett juliet kilo lima mike
    november oscar papa quebec romeo sierra tango uniform victor whiskey whisky x-ray xray yankee zulu"""
_OPERATOR = f"(?:{'|'.join(_RADIO.split())})"
_RADIOED = re.compile(rf"\b{_OPERATOR}(?:[ ,./\-]{{1,2}}{_OPERATOR}){{2,}}\b", re.I)
_CALLED = re.compile(_OPERATOR, re.I)
_BASE_85 = re.compile(r"(?<!\S)(?:<~)?[!-~]{8,}(?!\S)")
_ODD = re.compile(r"[^\w.,:;/\-'\"()]")
_LEAST_LETTERS, _LEAST_UNLIKE = 4, 3


class Spelled(NamedTuple):
    """``meant``: what a stretch may say, one reading a line."""

    start: int
    end: int
    meant: str


def spelled(text: str) -> Iterator[Spelled]:
    """Every stretch that may spell a word."""
    for pattern, reading in _READINGS:
        for match in pattern.finditer(text):
            if meant := "\n".join(filter(_says_something, reading(match[0]))):
                yield Spelled(*match.span(), meant)


def _says_something(meant: str) -> bool:
    letters = [char for char in meant if char.isalpha()]
    return len(letters) >= _LEAST_LETTERS and len(set(letters)) >= _LEAST_UNLIKE


def _numbers(written: str) -> Iterator[str]:
    """The signs that have these numbers, in every base in which all of them are numbers of signs."""
    figures = _FIGURES.findall(written)
    for base, number in _BASES:
        if all(map(number.fullmatch, figures)):
            signs = "".join(chr(int(figure, base)) for figure in figures)
            if signs.isprintable():
                yield signs


def _bits(written: str) -> Iterator[str]:
    for width in (7, 8):
        if len(written) % width == 0:
            yield from _numbers(" ".join(re.findall(f".{{{width}}}", written)))


def _morse(written: str) -> Iterator[str]:
    signals = [part.translate(_SHORT_OR_LONG) for part in _MARKED.findall(written)]
    yield "".join(_SIGNALS.get(signal, " ") for signal in signals)
    yield "".join(_SIGNALS.get(signal, "") for signal in signals)  # with a stroke between any two letters


def _radioed(written: str) -> Iterator[str]:
    yield "".join(word[0] for word in _CALLED.findall(written))


def _base_85(written: str) -> Iterator[str]:
    if not _ODD.search(written):
        return
    decode: Callable[[str], bytes]
    for decode in (b85decode, lambda letters: a85decode(letters.removeprefix("<~").removesuffix("~>"))):
        try:
            meant = decode(written).decode()
        except ValueError:
            continue
        if meant.isprintable():
            yield meant


_READINGS: tuple[tuple[re.Pattern[str], Callable[[str], Iterator[str]]], ...] = (
    (_NUMBERS, _numbers),
    (_BITS, _bits),
    (_MORSE, _morse),
    (_RADIOED, _radioed),
    (_BASE_85, _base_85),
)
