"""Signs in a text that a terminal or a printer obeys: colours, and steps back that letters are printed over.

They show nothing by themselves, and stand between the letters of a name: ``S\\bSi\\bi`` is a bold "Si".
"""

import re

_COMMANDS = (
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # colours and places of the cursor
    r"|(?:\x1b\]|\x9d)[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"  # titles of windows, addresses of links
    r"|\x1b[ -/]*[0-~]?"
)
_LONGEST = 16
_STEPS = "|".join(rf"[^\n\x08]{{{steps}}}\x08{{{steps}}}" for steps in range(_LONGEST, 0, -1)) + r"|\x08"
"""Letters, and as many steps back: the next ones stand in their place."""
OBEYED = rf"{_COMMANDS}|{_STEPS}"
"""A pattern of all of them."""
_OBEYED = re.compile(OBEYED)
_SIGNS = "\x08\x1b\x9b\x9d"


def has_commands(text: str) -> bool:
    """Whether any of them stands in the text."""
    return any(sign in text for sign in _SIGNS)


def without_commands(text: str) -> str:
    """What is left to be read."""
    return _OBEYED.sub("", text) if has_commands(text) else text
