"""Signs written as codes, which programs show as what they mean: entities of HTML (``&#54;``), the codes of
links (``%36``), of mails (quoted-printable, ``=36``; UTF-7, ``+ADY-``) and of program texts (``\\u0036``,
``\\066``); and codes written in codes (``&amp;#54;``).

Whoever opens the copy with such a program reads the number. The text that comes out is for the recognisers
alone: every stretch of it knows where it stands in the document, each code as a whole.
"""

import html
import re
import sys
from base64 import b64decode
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

_HEX = "[0-9A-Fa-f]"
_ENTITY = rf"&(?:#(?:\d{{2,6}}|[xX]{_HEX}{{2,5}})(?:;|(?![0-9A-Za-z;]))|[A-Za-z]{{2,24}};|shy)"
_IN_PROGRAMS = (
    rf"\\u{_HEX}{{4}}|\\x{_HEX}{{2}}|\\u\{{{_HEX}{{2,6}}\}}|\\U000{_HEX}{{5}}|%u{_HEX}{{4}}"
    rf"|(?<=\w)\\00[2-7]{_HEX} ?(?=\w)"  # in style sheets
)
_WIDE_OCTAL = r"\\3[0-3][0-7]\\2[0-7]{2}"
_OCTAL = rf"\\[01][0-7]{{2}}|{_WIDE_OCTAL}"
_UTF_7 = r"[+&]A[A-Za-z0-9+/]{2,400}(?:-|(?![A-Za-z0-9+/-]))"
_IN_STYLES = rf"\\0{{2,4}}[2-7]{_HEX} ?"


def _octets(mark: str) -> tuple[str, str]:
    """One sign of ASCII, and one of more octets (UTF-8), each of them behind ``mark``."""
    further = f"{mark}[89ABab]{_HEX}"
    return f"{mark}[2-7]{_HEX}", f"{mark}[CDcd]{_HEX}{further}|{mark}[Ee]{_HEX}(?:{further}){{2}}"


_LINK, _WIDE_LINK = _octets("%")
_MAIL, _WIDE_MAIL = _octets("=")
_ALWAYS = rf"{_ENTITY}|{_IN_PROGRAMS}|{_UTF_7}|{_WIDE_LINK}|{_WIDE_MAIL}"
_SIGN = re.compile(rf"{_ALWAYS}|{_IN_STYLES}|{_OCTAL}|{_LINK}|{_MAIL}|=\r?\n")
# One code by itself may be a share ("%20") or a sum ("=12"), if it is no "@" between letters and no blank
# behind a word or before one.
_CODES = re.compile(
    rf"(?:{_LINK}|{_WIDE_LINK}){{2,}}|(?:{_MAIL}|{_WIDE_MAIL}){{2,}}|{_ALWAYS}|(?<=\w)[%=]40(?=\w)"
    r"|(?<=[^\d\s])%20(?=\w)|(?<=\w)%20(?=[^\W\d_])"
    rf"|(?:%25(?:25){{0,2}}[2-7]{_HEX}){{2,}}|(?:%3D[2-7]{_HEX}){{2,}}|(?<=\d)=3B"  # of codes
    rf"|(?:{_IN_STYLES}){{2,}}|(?:{_OCTAL}){{2,}}|{_WIDE_OCTAL}"
    r"|(?<=[A-Za-z])\\1[0-7]{2}(?!\d)|(?<![A-Za-z:\\])\\1[0-7]{2}(?=[A-Za-z])"
)
_IN_MAIL = re.compile(rf"{_CODES.pattern}|{_MAIL}|(?<=\S)=\r?\n(?=\S)")
_IS_MAIL = re.compile(r"^content-transfer-encoding:\s*quoted-printable", re.I | re.M)
_LONGEST_LINK = 200
_DEEPEST = 3
_LAST_LATIN = 0x24F
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
"""Nothing on paper, and stands inside words."""
_MAY_BE_CODES = re.compile(r"[&%=\\+]")


@dataclass(frozen=True, slots=True)
class Unescaped:
    """``begins``, ``ends``: where in ``text`` stands what was written as a code; ``gone``: how much shorter
    the text is up to there. ``within``: the text with the codes, where these were written in codes too."""

    text: str
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()
    within: "Unescaped | None" = None

    def stored(self, start: int, end: int) -> tuple[int, int]:
        """Where ``[start, end)`` stands in the text with the codes."""
        start, end = self._place(start, last=False), self._place(end, last=True)
        return self.within.stored(start, end) if self.within else (start, end)

    def _place(self, at: int, *, last: bool) -> int:
        """In front of the code that ``at`` is inside of, or behind it."""
        passed = bisect_right(self.ends, at)
        if passed < len(self.ends) and self.begins[passed] < at:
            at = self.ends[passed] if last else self.begins[passed]
            passed += last
        return at + (self.gone[passed - 1] if passed else 0)


def unescape(text: str) -> Unescaped:
    """``text`` with every code as the sign that it means, also where that makes a code."""
    read = _unescape_once(text)
    for _ in range(_DEEPEST - 1):
        further = _unescape_once(read.text) if read.ends else read
        if not further.ends or further is read:
            break
        read = replace(further, within=read)
    return read


def _unescape_once(text: str) -> Unescaped:
    if not _MAY_BE_CODES.search(text):
        return Unescaped(text)
    parts, begins, ends, gone = list[str](), list[int](), list[int](), list[int]()
    at = shorter = 0
    for start, end in _codes(text):
        sign = _meant(text[start:end])
        if sign is None or (sign == " " and _in_link(text, start)):
            continue
        parts += [text[at:start], sign]
        begins.append(start - shorter)
        shorter += end - start - len(sign)
        ends.append(end - shorter)
        gone.append(shorter)
        at = end
    return Unescaped("".join([*parts, text[at:]]), tuple(begins), tuple(ends), tuple(gone))


def _codes(text: str) -> Iterator[tuple[int, int]]:
    codes = _IN_MAIL if _IS_MAIL.search(text) else _CODES
    for match in codes.finditer(text):
        for sign in _SIGN.finditer(text, *match.span()):
            yield sign.span()


def _meant(code: str) -> str | None:
    """One sign, or none for a line that a mail breaks, more for a word in UTF-7; None where the code means
    nothing that is shown."""
    if code[0] == "+" or (code[0] == "&" and code[-1] not in ";y" and code[1] == "A"):
        return _meant_by_utf_7(code)
    if code[0] == "&":
        sign = html.unescape(code)
    elif code[0] == "\\":
        sign = _meant_in_programs(code[1:])
    elif code[1:].isspace():
        return ""
    elif code[1] == "u":
        sign = chr(int(code[2:], 16))
    else:
        sign = bytes.fromhex(code.replace(code[0], "")).decode("utf-8", "replace")
    return sign if len(sign) == 1 and (sign.isprintable() or sign.isspace() or sign in _UNSEEN) else None


def _meant_in_programs(code: str) -> str:
    """``u0036``, ``u{36}``, ``x36``, ``0036``, ``066``."""
    if code[0] in "uUx":
        return _sign(int(code[1:].strip("{}"), 16))
    if code[:2] == "00" and len(code.rstrip()) > 3:
        return _sign(int(code, 16))
    return bytes(int(octet, 8) for octet in code.split("\\")).decode("utf-8", "replace")


def _sign(number: int) -> str:
    return chr(number) if number <= sys.maxunicode else ""


def _meant_by_utf_7(code: str) -> str | None:
    """Letters of UTF-16 in base64. What is left of the last one has to be nothing, and all of it Latin: a
    blood group and a brand are no letters."""
    letters = code[1:].removesuffix("-")
    octets = b64decode(letters + "A" * (-len(letters) % 4))
    whole = len(letters) * 6 // 16 * 2
    sign = octets[:whole].decode("utf-16-be", "replace")
    if any(octets[whole:]) or len(letters) * 6 - whole * 8 >= 6:
        return None
    return sign if sign.isprintable() and all(ord(char) <= _LAST_LATIN for char in sign) else None


def _in_link(text: str, at: int) -> bool:
    """A blank would end the link, of which the rest is personal too."""
    return "/" in (text[max(at - _LONGEST_LINK, 0) : at].split() or [""])[-1]
