"""Dates as Indonesian documents write them."""

import re

from terbuka.screening.written_dates import MONTHS

_MONTHS = "|".join(sorted((name for names in MONTHS for name in names), key=len, reverse=True))
_NUMBER = r"[0-9OolI]"
DATE = re.compile(
    rf"(?<![\w/]){_NUMBER}{{1,2}}(?:st|nd|rd|th)?[ .\-/]{{1,3}}(?:{_MONTHS})\.?"
    rf"[ .,\-/]{{1,3}}(?:{_NUMBER}{{4}}|\d{{2}})(?!\w)"
    rf"|(?<![\w/.]){_NUMBER}{{1,2}} ?[\-/.] ?{_NUMBER}{{1,2}} ?[\-/.] ?(?:{_NUMBER}{{4}}|\d{{2}})(?![\w/])"
    r"|(?<![\w/.])(?:19|20)\d{2}[\-/.]\d{1,2}[\-/.]\d{1,2}(?![\w/])"
    rf"|(?<!\w)(?:{_MONTHS})\.? \d{{1,2}}(?:st|nd|rd|th)?,? {{1,2}}\d{{4}}(?!\w)",
    re.I,
)
