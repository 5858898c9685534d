"""Text that is written as other letters: base64 and hexadecimal figures, as mails carry their attachments and
their headers (RFC 2045, RFC 2047), and base32. Anybody can turn it back.

What turns out to be text is screened. A file that does not has not been looked at: it is hidden until a
person has (unknown is not no). Its lines are blotted out for the recognisers: they are nobody's name.
"""

import re
from base64 import b32decode, b64decode
from binascii import Error
from bisect import bisect_right
from codecs import BOM_UTF16_BE
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header, make_header

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.folding import BLOT
from terbuka.screening.model import Action, Finding, Mode
from terbuka.screening.policy import label
from terbuka.screening.roles import Role

Inside = Callable[[str], Sequence[Finding]]
"""What screening says about a text by itself."""

_HEX = "[0-9A-Fa-f]"
_LETTERS = r"[A-Za-z0-9+/_\-]"
_HEADER = re.compile(r"=\?[\w.\-]{2,40}\?[BbQq]\?[^?\s]*\?=(?:\s{1,4}=\?[\w.\-]{2,40}\?[BbQq]\?[^?\s]*\?=)*")
_LINE = re.compile(rf"^[ \t>]*({_LETTERS}{{40,}}={{0,2}})[ \t]*\r?$", re.M)
_FURTHER = re.compile(rf"\n[ \t>]*({_LETTERS}+={{0,2}})[ \t]*\r?$", re.M)
_TOKEN = re.compile(
    rf"(?<![^\W_])(?:{_HEX}{{2}}[ :]){{7,}}{_HEX}{{2}}(?![^\W_])"
    rf"|(?<!{_LETTERS})(?=\S{{0,40}}[A-Z0-9])(?=\S{{0,40}}[a-z0-9]){_LETTERS}{{8,}}={{0,6}}(?!{_LETTERS})"
    rf"|(?<!{_LETTERS})(?:[A-Z2-7]{{16,}}|[a-z2-7]{{16,}})={{0,6}}(?!{_LETTERS})"
)
_SHORT = 12
"""Of so few letters many make a text by chance, but seldom one of letters alone."""
_BASE_32 = re.compile(r"[A-Z2-7]{8,}={0,6}|[a-z2-7]{8,}={0,6}")
_ALL_HEX = re.compile(rf"(?:{_HEX}{{2}})+")
_AROUND = re.compile(r"[\s>:]")
_TURN = re.compile(r"[a-z][A-Z0-9+/]|[A-Z][a-z0-9+/]|[0-9][A-Za-z+/]")
_LEAST_TURNS, _LEAST_FIGURES = 5, 20  # one turn in five letters, one figure in twenty
_LONG_LINE, _LONG_WORD = 60, 120  # of a file; what is shorter may be a key
_LONGEST_CHECKSUM = 128
_LEAST_SIGNS = 4
_URL_SAFE = str.maketrans("-_", "+/")
_APART = "\n\n"

_UNREAD = N_("Isi yang ditulis sebagai kode, misalnya lampiran surel. Belum diperiksa: lihat dulu isinya.")
_INSIDE = N_("Ditulis sebagai kode yang dapat dibuka siapa pun; di dalamnya ada %(types)s.")


@dataclass(frozen=True, slots=True)
class Encoded:
    """``meant``: what it says; None where that is no text."""

    start: int
    end: int
    meant: str | None


def without_encoded(text: str) -> str:
    """The text with the lines of files blotted out in place; words run together, as a name may be, stay."""
    pieces, at = [], 0
    for start, end in _files(text):
        pieces += [text[at:start], "".join(BLOT if char.isalnum() else char for char in text[start:end])]
        at = end
    return "".join([*pieces, text[at:]])


def encoded_texts(text: str, inside: Inside, profile: str) -> Iterator[Candidate]:
    """What says something that must be hidden, each as a whole, and the files that nobody has read."""
    found = list(encoded(text))
    for part in found:
        if part.meant is None:
            yield Candidate("REGION", part.start, part.end, "unread.encoded", 0.0, _UNREAD, Rank.CONTEXT)
    telling = [part for part in found if part.meant]
    for part, said in _said(telling, inside):
        hardest = max(said, key=lambda finding: (finding.mode is Mode.BLOCK, finding.action is Action.REDACT))
        types = dict.fromkeys(label(finding.type, profile=profile) for finding in said)
        yield Candidate(
            hardest.type,
            part.start,
            part.end,
            hardest.rule,
            hardest.confidence,
            _INSIDE,
            Rank.TERM,
            Role(hardest.role) if hardest.role else None,
            values={"types": ", ".join(types)},
        )


def _said(parts: Sequence[Encoded], inside: Inside) -> Iterator[tuple[Encoded, list[Finding]]]:
    """What must be hidden of each, all of them read as one text: they may be many."""
    if not parts:
        return
    starts, texts, at = [], [part.meant or "" for part in parts], 0
    for meant in texts:
        starts.append(at)
        at += len(meant) + len(_APART)
    hidden: dict[int, list[Finding]] = {}
    for finding in inside(_APART.join(texts)):
        if finding.action.hides:
            hidden.setdefault(bisect_right(starts, finding.start) - 1, []).append(finding)
    yield from ((parts[number], said) for number, said in hidden.items())


def encoded(text: str) -> Iterator[Encoded]:
    """Every stretch that is text or a file in other letters."""
    for words in _HEADER.finditer(text):
        yield Encoded(*words.span(), _meant_by_header(words[0]))
    at = 0
    for start, end in [*_files(text), (len(text), len(text))]:
        yield from _tokens(text, at, start)
        if start < end and not _is_checksum(text[start:end]):
            yield Encoded(start, end, _meant(text[start:end]))
        at = end


def _tokens(text: str, start: int, end: int) -> Iterator[Encoded]:
    """Words of a line that mean something, or are as long as a file."""
    for token in _TOKEN.finditer(text, start, end):
        meant = _meant(token[0])
        if meant or (len(token[0]) >= _LONG_WORD and _is_like_a_file(token[0])):
            yield Encoded(*token.span(), meant)


def _files(text: str) -> Iterator[tuple[int, int]]:
    """Lines of one length and the shorter one that ends them, or one long line."""
    at = 0
    while line := _LINE.search(text, at):
        first, last, width = line.start(1), line.end(1), len(line[1])
        while (further := _FURTHER.match(text, _line_end(text, last))) and len(further[1]) <= width:
            last = further.end(1)
            if len(further[1]) < width:
                break
        alone = last == line.end(1)
        if (width >= _LONG_LINE or not alone) and _is_like_a_file(text[first:last]):
            yield first, last
            at = last
        else:
            at = line.end()


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _is_like_a_file(lines: str) -> bool:
    """Full of figures, and of turns from small letters to capitals and figures."""
    turns = sum(1 for _ in _TURN.finditer(lines))
    figures = sum(map(str.isdigit, lines))
    return turns * _LEAST_TURNS >= len(lines) and figures * _LEAST_FIGURES >= len(lines)


def _is_checksum(line: str) -> bool:
    """It tells whether a file is the same, and not what stands in it."""
    return "\n" not in line and len(line) <= _LONGEST_CHECKSUM and bool(_ALL_HEX.fullmatch(line))


def _meant_by_header(words: str) -> str:
    """Nothing where the letters of a word make no text."""
    try:
        return str(make_header(decode_header(words)))
    except (HeaderParseError, Error, LookupError, ValueError):
        return ""


def _meant(written: str) -> str | None:
    """The text that the letters make, if they make one."""
    letters = _AROUND.sub("", written)
    for octets in _octets(letters):
        try:
            text = octets.decode(_encoding(octets)).removeprefix("\ufeff")
        except UnicodeDecodeError:
            continue
        shown = all(char.isprintable() or char in "\n\r\t" for char in text)
        shown = shown and (len(letters) >= _SHORT or text.replace(" ", "").isalpha())
        if shown and sum(map(str.isalnum, text)) >= _LEAST_SIGNS:
            return text
    return None


def _encoding(octets: bytes) -> str:
    if b"\0" not in octets:
        return "utf-8"
    return "utf-16-be" if octets.startswith((BOM_UTF16_BE, b"\0")) else "utf-16-le"


def _octets(letters: str) -> Iterator[bytes]:
    figures = letters.removeprefix("0x")
    if _ALL_HEX.fullmatch(figures):
        yield bytes.fromhex(figures)
    if _BASE_32.fullmatch(letters):
        bare = letters.rstrip("=").upper()
        with suppress(Error):
            yield b32decode(bare + "=" * (-len(bare) % 8))
    try:
        yield b64decode(letters.rstrip("=").translate(_URL_SAFE) + "=" * (-len(letters.rstrip("=")) % 4))
    except Error:
        return
