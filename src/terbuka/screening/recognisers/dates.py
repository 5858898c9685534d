"""Dates as Indonesian documents write them."""

import re

_MONTHS = (
    "januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember|"
    "january|february|march|may|june|july|august|october|december|"
    "jan|feb|peb|mar|apr|jun|jul|agt|agu|ags|agust|aug|sep|sept|okt|oct|nov|nop|des|dec"
)
_NUMBER = r"[0-9OolI]"
DATE = re.compile(
    rf"(?<![\w/]){_NUMBER}{{1,2}}(?:st|nd|rd|th)?[ .\-/]{{1,3}}(?:{_MONTHS})\.?"
    rf"[ .,\-/]{{1,3}}(?:{_NUMBER}{{4}}|\d{{2}})(?!\w)"
    rf"|(?<![\w/.]){_NUMBER}{{1,2}} ?[\-/.] ?{_NUMBER}{{1,2}} ?[\-/.] ?(?:{_NUMBER}{{4}}|\d{{2}})(?![\w/])"
    r"|(?<![\w/.])(?:19|20)\d{2}[\-/.]\d{1,2}[\-/.]\d{1,2}(?![\w/])",
    re.I,
)
