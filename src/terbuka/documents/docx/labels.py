"""Labels of public copies, whose lines break behind a label and never within one."""

import re

BLANK = "\N{NO-BREAK SPACE}"
_LABEL = re.compile(r"\[[^\[\]\n]+\]")


def unbroken(label: str) -> str:
    """The label as a copy has it."""
    return label.replace(" ", BLANK)


def as_said(text: str) -> str:
    """The text of an element that may be nothing but such a label, with the usual blanks."""
    return text.replace(BLANK, " ") if BLANK in text and _LABEL.fullmatch(text) else text
