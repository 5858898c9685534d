"""Signs written as codes, which programs show as what they mean: entities of HTML (``&#54;``), the codes of
links (``%36``), of mails (quoted-printable, ``=36``) and of program texts (``\\u0036``).

Whoever opens the copy with such a program reads the number. The text that comes out is for the recognisers
alone: every stretch of it knows where it stands in the document, each code as a whole.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_HEX = "[0-9A-Fa-f]"
_ENTITY = rf"&(?:#(?:\d{{2,6}}|[xX]{_HEX}{{2,5}})(?:;|(?![0-9A-Za-z;]))|[A-Za-z]{{2,8}};)"
_IN_PROGRAMS = rf"\\u{_HEX}{{4}}|\\x{_HEX}{{2}}"


def _octets(mark: str) -> tuple[str, str]:
    """One sign of ASCII, and one of more octets (UTF-8), each of them behind ``mark``."""
    further = f"{mark}[89ABab]{_HEX}"
    return f"{mark}[2-7]{_HEX}", f"{mark}[CDcd]{_HEX}{further}|{mark}[Ee]{_HEX}(?:{further}){{2}}"


_LINK, _WIDE_LINK = _octets("%")
_MAIL, _WIDE_MAIL = _octets("=")
_ALWAYS = rf"{_ENTITY}|{_IN_PROGRAMS}|{_WIDE_LINK}|{_WIDE_MAIL}"
_SIGN = re.compile(rf"{_ALWAYS}|{_LINK}|{_MAIL}|=\r?\n")
# One code by itself may be a share ("%20") or a sum ("=12"), if it is no "@" between letters and no blank
# behind a word or before one.
_CODES = re.compile(
    rf"(?:{_LINK}|{_WIDE_LINK}){{2,}}|(?:{_MAIL}|{_WIDE_MAIL}){{2,}}|{_ALWAYS}|(?<=\w)[%=]40(?=\w)"
    r"|(?<=[^\d\s])%20(?=\w)|(?<=\w)%20(?=[^\W\d_])"
)
_IN_MAIL = re.compile(rf"{_CODES.pattern}|{_MAIL}|(?<=\S)=\r?\n(?=\S)")
_IS_MAIL = re.compile(r"^content-transfer-encoding:\s*quoted-printable", re.I | re.M)
_LONGEST_LINK = 200
_MAY_BE_CODES = re.compile(r"[&%=\\]")


@dataclass(frozen=True, slots=True)
class Unescaped:
    """``ends``: where in ``text`` a sign ends that was written as a code; ``gone``: how much shorter the text
    is up to there."""

    text: str
    ends: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()

    def stored(self, start: int, end: int) -> tuple[int, int]:
        """Where ``[start, end)`` stands in the text with the codes."""
        return start + self._shorter(start), end + self._shorter(end)

    def _shorter(self, at: int) -> int:
        passed = bisect_right(self.ends, at)
        return self.gone[passed - 1] if passed else 0


def unescape(text: str) -> Unescaped:
    """``text`` with every code as the sign that it means."""
    if not _MAY_BE_CODES.search(text):
        return Unescaped(text)
    parts, ends, gone, at, shorter = list[str](), list[int](), list[int](), 0, 0
    for start, end in _codes(text):
        sign = _meant(text[start:end])
        if sign is None or (sign == " " and _in_link(text, start)):
            continue
        parts += [text[at:start], sign]
        shorter += end - start - len(sign)
        ends.append(end - shorter)
        gone.append(shorter)
        at = end
    return Unescaped("".join([*parts, text[at:]]), tuple(ends), tuple(gone))


def _codes(text: str) -> Iterator[tuple[int, int]]:
    codes = _IN_MAIL if _IS_MAIL.search(text) else _CODES
    for match in codes.finditer(text):
        for sign in _SIGN.finditer(text, *match.span()):
            yield sign.span()


def _meant(code: str) -> str | None:
    """One sign, or none for a line that a mail breaks; None where the code means nothing that is shown."""
    if code[0] == "&":
        sign = html.unescape(code)
    elif code[0] == "\\":
        sign = chr(int(code[2:], 16))
    elif code[1:].isspace():
        return ""
    else:
        sign = bytes.fromhex(code.replace(code[0], "")).decode("utf-8", "replace")
    return sign if len(sign) == 1 and (sign.isprintable() or sign.isspace()) else None


def _in_link(text: str, at: int) -> bool:
    """A blank would end the link, of which the rest is personal too."""
    return "/" in (text[max(at - _LONGEST_LINK, 0) : at].split() or [""])[-1]
