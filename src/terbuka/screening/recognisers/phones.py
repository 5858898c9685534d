"""Telephone numbers of Indonesia as people write them.

Mobile prefixes and area codes: Permen Kominfo 14/2018 (Fundamental Technical Plan). Emergency and service
numbers of three to five digits are NUMBER and stay.
"""

import re

from terbuka.screening.lexicon import words
from terbuka.screening.recognisers.digits import Run

_MOBILE = re.compile(r"0?8[1-9]\d{6,11}")
_AREA = (
    r"21|22|24|31|61|2(?:3[1-4]|5[1-4]|6[0-7]|7[1-6]|8[0-79]|9[1-8])|3(?:2[1-8]|3[1-8]|4[1-3]|5[1-8]|6[1-8]|7[0-46]|8[0-9])|"
    r"4(?:0[1-9]|1[0-9]|2[0-9]|3[0-9]|4[0-5]|5[0-8]|6[1-5]|7[1-4]|8[1-5])|5(?:1[1-9]|2[2-8]|3[1-9]|4[1-9]|5[1-6]|6[1-8])|"
    r"6(?:2[0-9]|3[0-69]|4[1-6]|5[0-9])|7(?:0[2-9]|1[1-9]|2[1-9]|3[0-9]|4[1-8]|5[1-79]|6[0-9]|7[0-9])|9(?:0[1-3]|1[0-9]|2[1-9]|3[01]|5[1-7]|6[1-79]|7[15]|8[0-6])"
)
_LANDLINE = re.compile(rf"0?(?:{_AREA})\d{{5,8}}")
_CODE = rf"(?:\(0(?:{_AREA})\)|\(?\+?62[ -]?\(?(?:{_AREA})\)?|0(?:{_AREA}))"
_WRITTEN_LANDLINE = re.compile(
    rf"{_CODE} ?[-–. ]? ?\d{{5,8}}"
    rf"|(?:\(0(?:{_AREA})\)|0(?:{_AREA})) ?[-–. ] ?\d{{2,4}}(?:[-–. ]\d{{2,4}}){{1,2}}"
)

# Numbers anybody may call: they look like telephone numbers and belong to nobody (policy, rule 1).
HOTLINES = words("hotline")


def national(number: str) -> str:
    """The number with a leading 0: ``6281…`` and ``81…`` become ``081…``."""
    if number.startswith("0062"):
        number = number[2:]
    if number.startswith("62"):
        number = number[2:]
    return number if number.startswith("0") else "0" + number


def mobile(run: Run) -> bool:
    """A mobile number: 08… or +62 8…, nine to fourteen digits. A bare 8… needs a label."""
    if not (run.text.lstrip("( ").startswith("+") or run.digits.startswith(("08", "628", "00628"))):
        return False
    return bool(_MOBILE.fullmatch(national(run.digits))) and not run.amount


def landline(run: Run) -> bool:
    """A fixed line written with its area code apart: ``(0511) 3353-111``, ``021-7206004``."""
    return bool(_WRITTEN_LANDLINE.fullmatch(run.text.strip()))


def plausible(run: Run) -> bool:
    """A number that a label calls a telephone number: any subscriber number of five digits or more."""
    number = national(run.digits)
    return bool(_MOBILE.fullmatch(number) or _LANDLINE.fullmatch(number)) or 5 <= len(run.digits) <= 14
