"""E-mail addresses of which a part stands on the next line."""

import re
from collections.abc import Iterator

from terbuka.screening.lexicon import is_ordinary, words
from terbuka.screening.recognisers.patterns import Pattern

_LOCAL, _HOST = r"[A-Za-z0-9._%+\-]", r"[A-Za-z0-9.\-]"
_LINE_END = r"[ \t]*\r?\n[ \t>|]*"
_LEFT = re.compile(rf"(?:(?P<above>{_LOCAL}+){_LINE_END})?(?P<here>{_LOCAL}*)$")
_RIGHT = re.compile(rf"(?P<here>{_HOST}*)(?:{_LINE_END}(?P<below>{_HOST}*))?")
_DOMAIN = re.compile(r"[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*\.[A-Za-z]{2,}")
_LABEL = re.compile(r"(?:e-?\s?mail|surel|gmail)\s*(?P<sign>[:=]?)\s*$", re.I)
_ENDINGS = words("mail-ending")
_REACH, _LABEL_REACH = 120, 20


def torn_emails(text: str) -> Iterator[Pattern]:
    """Every address that a line's end breaks, as it reads without the break."""
    for sign in re.finditer("@", text):
        left, right = _left_of(text, sign.start()), _right_of(text, sign.end())
        if left and right and "\n" in text[left[0] : right[0]]:
            yield Pattern("email", left[0], right[0], f"{left[1]}@{right[1]}")


def _left_of(text: str, sign: int) -> tuple[int, str] | None:
    """Where the part in front of the sign begins, and the part."""
    match = _LEFT.search(text, max(sign - _REACH, 0), sign)
    assert match is not None  # matches ""
    above, here = match["above"] or "", match["here"]
    domain = text[match.start("above") - 1 : match.start("above")] == "@"  # of the address above
    if above and not domain and _begins_an_address(text, match.start("above"), above):
        return match.start("above"), above.removesuffix("-") + here
    return (match.start("here"), here) if here else None


def _begins_an_address(text: str, start: int, above: str) -> bool:
    """The last word of the line above goes on below: a label in front says so, or its form. A word of the
    sentence does not, unless a sign parts the label from it: "surel ke" and the address below."""
    word = above.rstrip("._-")
    label = _LABEL.search(text, max(start - _LABEL_REACH, 0), start)
    if label and (label["sign"] or word != above or not is_ordinary(word)):
        return True
    inside = any(char in "._+%" or char.isdigit() for char in word)
    return above[0].islower() and (inside or above[-1] in "-_") and not is_ordinary(word)


def _right_of(text: str, start: int) -> tuple[int, str] | None:
    """Where the part behind the sign ends, and the part."""
    match = _RIGHT.match(text, start)
    assert match is not None  # matches ""
    here, below = match["here"], (match["below"] or "").rstrip(".-")
    whole = _DOMAIN.fullmatch(here.rstrip("."))
    joined = here.removesuffix("-") + below
    if below[:1].islower() or below.startswith("."):
        goes_on = not whole or below.startswith(".") or (below == "m" and here.endswith(".co"))
        if goes_on and _DOMAIN.fullmatch(joined):
            return match.start("below") + len(below), joined
    return (start + len(here.rstrip(".")), here.rstrip(".")) if whole and _is_ending(here) else None


def _is_ending(domain: str) -> bool:
    """The domain ends like one: an account's name (``@nur.gampongku``) does not."""
    return domain.rstrip(".").rpartition(".")[2].lower() in _ENDINGS
