"""Letters that a font of a foreign PDF has and no page shows, and whether they are those of a term.

A program that embeds a font embeds the letters that it needs. Cut a name out of the pages, and the font still
has the letters that only the name needed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from terbuka.redaction.verifier.foreign.pdf_objects import UNREADABLE
from terbuka.redaction.verifier.model import Survivor
from terbuka.redaction.verifier.secrets.search import Secret

TELLING = 3
"""Letters that no page shows, from which on it is no chance that a term has them all."""
MOST = 1000
"""Letters of a range; a map of more of them is of a whole font."""
_DECORATION = re.compile(r"^/?(?:[A-Z]{6}\+)?|-Identity-[HV]$")
_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_PAIR = re.compile(rb"<([\da-fA-F]+)>\s*<([\da-fA-F]+)>")
_RANGE = re.compile(rb"<([\da-fA-F]+)>\s*<([\da-fA-F]+)>\s*(?:<([\da-fA-F]+)>|\[([^\]]*)\])")
_TEXT = re.compile(rb"<([\da-fA-F]+)>")


def left_survivors(
    reader: PdfReader, shown: Mapping[str, set[str]], terms: Sequence[Secret]
) -> Iterator[Survivor]:
    """``shown``: by name of a font the letters that pages show in it."""
    for name, letters in listed_letters(reader).items():
        left = _alphabet(letters) - shown.get(name, set())
        spelled = {one.text: one for one in terms if _spells(left, letters, one.text)}
        if len(spelled) == 1:
            (one,) = spelled.values()
            yield Survivor("side-channel", "font with the letters of a term", None, one.type, one.number)


def listed_letters(reader: PdfReader) -> dict[str, set[str]]:
    """By name of a font of the pages the letters that it says it has."""
    found: dict[str, set[str]] = {}
    for page in reader.pages:
        fonts = _listed(_listed(page, "/Resources"), "/Font")
        for font in (_listed(fonts, name) for name in fonts):
            meaning = font.get("/ToUnicode")
            meaning = meaning.get_object() if meaning is not None else None
            if isinstance(meaning, StreamObject):
                found.setdefault(plain_name(str(font.get("/BaseFont", ""))), set()).update(
                    _letters_of(meaning)
                )
    return found


def plain_name(name: str) -> str:
    """The name of a font without what writers put around it."""
    return _DECORATION.sub("", name)


def _listed(owner: DictionaryObject, key: str) -> DictionaryObject:
    """What stands there, if it is a dictionary; else an empty one."""
    value = owner.get(key)
    value = value.get_object() if value is not None else None
    return value if isinstance(value, DictionaryObject) else DictionaryObject()


def _letters_of(meaning: StreamObject) -> set[str]:
    """What a map to Unicode maps to."""
    try:
        data = meaning.get_data()
    except UNREADABLE:
        return set()
    return {letter for kind, block in _BLOCK.findall(data) for letter in "".join(_mapped(kind, block))}


def _mapped(kind: bytes, block: bytes) -> Iterator[str]:
    if kind == b"bfchar":
        yield from (_text(said) for _, said in _PAIR.findall(block))
        return
    for first, last, said, each in _RANGE.findall(block):
        yield from (_text(one) for one in _TEXT.findall(each))
        if said and (text := _text(said)):
            count = min(MOST, int(last, 16) - int(first, 16) + 1)
            yield from (chr(min(ord(text[-1]) + step, 0x10FFFF)) for step in range(count))


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode().zfill(len(digits) + len(digits) % 2)).decode("utf-16-be", "ignore")


def _alphabet(letters: set[str]) -> set[str]:
    return {letter for letter in letters if letter.isalpha()}


def _spells(left: set[str], letters: set[str], term: str) -> bool:
    needed = _alphabet(set(term))
    return len(left) >= TELLING and left <= needed <= letters
