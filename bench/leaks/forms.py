"""The forms in which a secret is looked for, by a view of its own: nothing here comes from the product."""

import base64
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import quote

PART = 4
"""Letters from which on a part of a name is a secret of its own."""
_CONFUSED = str.maketrans("0158|!l", "oisbiii")


def squeezed(text: str) -> str:
    """Letters and digits in lower case, accents gone."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in plain if character.isalnum())


def confused(text: str) -> str:
    """``squeezed``, with what reading pixels confuses made one."""
    return squeezed(text).translate(_CONFUSED).replace("rn", "m").replace("vv", "w")


def parts(secret: str) -> list[str]:
    """The secret itself, squeezed, and the parts of a name."""
    whole = squeezed(secret)
    names = [part for part in map(squeezed, secret.split()) if len(part) >= PART and not part.isdigit()]
    return list(dict.fromkeys([whole, *names]))


def in_text(secret: str, text: str) -> bool:
    """Whether the secret, or a part of it, is in what an extractor gave; forwards or backwards, in
    one piece or letter by letter."""
    run = squeezed(text)
    whole = squeezed(secret)
    if not whole:  # of signs alone: in Morse
        return secret in text
    # a bar may part the letters, or be one
    stroked = text.replace("|", "I")
    if any(
        sought in there
        for sought in (whole, whole[::-1])
        for there in (run, squeezed(stroked), *_spelled(text), *_spelled(stroked))
    ):
        return True
    words = {squeezed(word) for word in re.split(r"[\W_]+", text)}
    return any(part in words or part[::-1] in words for part in parts(secret)[1:])


def _spelled(text: str) -> tuple[str, str]:
    """The letters, and the figures, that stand by themselves: a column of them may spell a secret, whatever
    stands beside it in each row."""
    alone = squeezed(" ".join(re.findall(r"(?<![^\W_])[^\W_](?![^\W_])", text)))
    return "".join(filter(str.isalpha, alone)), "".join(filter(str.isdigit, alone))


def in_reading(secret: str, text: str) -> bool:
    """The same in what OCR gave: with its confusions, and one letter in eight wrong."""
    stroked = text.replace("|", "I").replace("!", "I")
    runs = [confused(told) for told in (text, stroked, *_spelled(text), *_spelled(stroked))]
    for part in parts(secret):
        sought = confused(part)
        if len(sought) > PART and any(sought in run or _nearly(sought, run) for run in runs):
            return True
    return False


def _nearly(sought: str, run: str) -> bool:
    """Whether ``sought`` is in ``run`` with a few letters changed."""
    most = len(sought) // 8
    if not most:
        return False
    size = len(sought)
    return any(
        sum(a != b for a, b in zip(sought, run[at : at + size], strict=True)) <= most
        for at in range(len(run) - size + 1)
    )


def byte_forms(secret: str) -> set[bytes]:
    """What stands in bytes that hold the secret in some encoding; compared in lower case where letters."""
    forms: set[bytes] = set()
    whole = [secret, "".join(secret.split()), squeezed(secret), secret[::-1], " ".join(secret)]
    for text in [*whole, *parts(secret)[1:]]:
        for case in {text, text.lower(), text.upper(), text.title()}:
            forms.update(form for form in _encoded(case) if len(form) >= PART)
    return forms


def _encoded(text: str) -> Iterator[bytes]:
    wide = (text.encode("utf-16-be"), text.encode("utf-16-le"))
    yield from (text.encode(), text.encode("utf-32-be"), *wide)
    if len(text) < 6:
        return  # so few letters stand anywhere by chance once they are encoded
    for data in (text.encode(), *wide):
        yield from (data.hex().encode(), data.hex().upper().encode())
        yield b" ".join(b"%02X" % byte for byte in data)
        yield b"".join(b"\\%03o" % byte for byte in data)
        yield from _in_base64(data)
    yield from (quote(text).encode(), quote(text, safe="").replace("%20", "+").encode())
    yield "".join(f"&#{ord(c)};" for c in text).encode()
    yield "".join(f"\\u{ord(c):04x}" for c in text).encode()


def _in_base64(data: bytes) -> Iterator[bytes]:
    """What of ``data`` does not change with what stands before and after it."""
    for before in range(3):
        encoded = base64.b64encode(b"\0" * before + data + b"\0\0")
        core = encoded[-(-before * 8 // 6) : (before + len(data)) * 8 // 6]
        if len(core) >= 8:
            yield core
