"""The code of a number format, cut into its sections and these into tokens.

``"Rp" #,##0;[Red]-#,##0;"nihil";@`` has four: for what is above nought, below it, nought, and text.
"""

import re
from functools import lru_cache
from typing import NamedTuple

LONGEST_CODE = 255
"""Characters; Excel takes no longer ones."""
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?'
    r"|\\(?P<escaped>.)"
    r"|_(?P<blank>.)"
    r"|\*(?P<fill>.)"
    r"|\[\$(?P<currency>[^\]\-]*)(?:-(?P<locale>[^\]]*))?\]"
    r"|\[(?P<elapsed>h+|m+|s+)\]"
    r"|\[(?P<condition>(?:<=|>=|<>|=|<|>)[^\]]*)\]"
    r"|\[[^\]]*\]"
    r"|(?P<general>General)"
    r"|(?P<noon>AM/PM|A/P)"
    r"|(?P<date>y+|m+|d+|h+|s+)"
    r"|(?P<exponent>E[+\-])"
    r"|(?P<digit>[0#?])"
    r"|(?P<sign>[.,%@/])"
    r"|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
_LITERAL = ("quoted", "escaped", "plain", "currency")
_ENGLISH = ("409", "809", "c09", "1009")


class Token(NamedTuple):
    """``kind``: ``literal``, ``digit``, ``sign``, ``exponent``, ``general``, ``date``, ``elapsed``, ``noon``;
    in times ``minutes``."""

    kind: str
    text: str


class Section(NamedTuple):
    """``condition``: when it applies, as ``">=100"``; empty where its place says so."""

    tokens: tuple[Token, ...]
    condition: str = ""
    is_english: bool = False

    @property
    def is_date(self) -> bool:
        return any(token.kind in ("date", "elapsed") for token in self.tokens)

    @property
    def is_general(self) -> bool:
        return any(token.kind == "general" for token in self.tokens)

    def has(self, text: str) -> bool:
        return any(token.kind == "sign" and token.text == text for token in self.tokens)


@lru_cache(maxsize=512)
def sections(code: str) -> tuple[Section, ...]:
    """The sections of a code, one at least."""
    found: list[Section] = []
    tokens: list[Token] = []
    condition, is_english = "", False
    for match in _TOKEN.finditer(code[:LONGEST_CODE]):
        kind, text = match.lastgroup or "", match[0]
        if kind == "plain" and text == ";":
            found.append(Section(tuple(tokens), condition, is_english))
            tokens, condition, is_english = [], "", False
        elif kind == "condition":
            condition = match["condition"]
        elif text.startswith("[$"):
            is_english = (match["locale"] or "").lower().endswith(_ENGLISH)
            tokens.append(Token("literal", match["currency"]))
        elif kind in ("blank", "fill"):
            tokens.append(Token("literal", " "))
        elif kind in _LITERAL:
            tokens.append(Token("literal", match[kind]))
        elif kind:
            tokens.append(Token(kind, match[kind].lower() if kind != "digit" else text))
    return (*found, Section(tuple(tokens), condition, is_english))
