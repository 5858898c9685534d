"""Passwords, PINs, access codes and code words."""

import re

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.kinds import Matter
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import is_everyday, words

_REASON = N_("Kata sandi, PIN, atau kode setelah label %(label)s.")

_VALUE = re.compile(r"\S*[^\s,;.)\"”'’|]")
_QUOTED = re.compile(r"[\"“'‘]([^\"”'’\n]{2,60})[\"”'’]")
_GROUPS = re.compile(r"(?: \d{2,})+(?!\w)")
_FEW_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3}(?=\s*[.,;)\n]|\s*$)")
_SIGN = re.compile(r"[!@#$%^&*_+=~?]")
# What may stand between label and value: up to a colon, or a few words of where the code belongs.
_LEAD = re.compile(
    r"(?:[^\n:=|,;.]{0,40}[:=]|(?:\s*(?:adalah|yaitu|ialah|is|nya|baru|lama|awal|default|atm|layar|hp|wifi"
    r"|untuk masuk|>|rumah|aman|gudang|kantor|brankas|gerbang|utama|depan|kamar|loker|milik|saya|korban"
    r"|pelaku))*)\s*",
    re.I,
)
_SEPARATED = re.compile(r".*(?:adalah|yaitu|ialah|is|[:=])\s*$", re.I)
_CODE_WORD = re.compile(
    r"\b(kode|sandi|kata kunci|kata sandi|kata pengenal|sebutan|nama kode|samaran|ucapkan"
    r"|menyebut(?: kata)?|isyarat)\b(?:\s[\w/]+){0,4}?\s*[:=]?\s*[\"“']([^\"”'\n]{2,40})[\"”']",
    re.I,
)
_SHORTEST_SECRET = 4
_QUOTES = "\"“”'‘’"
_INSTRUCTIONS = words("instruction")


def credentials(layout: Layout, matter: Matter) -> list[Candidate]:
    """The value behind each word for a secret, where it looks like one, and wherever it stands again."""
    reading, found = layout.reading, []
    for first, last in reading.marked("label.credential"):
        start = reading.ends[last - 1]
        lead = _LEAD.match(reading.text, start)
        at = lead.end() if lead else start
        if "\n" in reading.text[start:at].strip(" "):
            continue
        span = _secret(reading.text, start, at)
        if span is None and matter.open < 0:
            span = _phrase(reading.text, start, at)
        if span:
            label = reading.text[reading.starts[first] : reading.ends[last - 1]].lower()
            found.append(_made(span, label))
    known = {(c.start, c.end) for c in found}
    code_words = [m for m in _CODE_WORD.finditer(reading.text) if m.span(2) not in known]
    found += [_made(match.span(2), match[1].lower()) for match in code_words]
    return found + _again(reading.text, found)


def _made(span: tuple[int, int], label: str) -> Candidate:
    rule, values = "credentials.labelled", {"label": label}
    return Candidate("CREDENTIAL", *span, rule, 0.95, _REASON, Rank.TERM, None, None, values)


def _secret(text: str, after_label: int, at: int) -> tuple[int, int] | None:
    """The secret at ``at``: quoted, a word with a digit or a sign in it, or any rare word after a colon."""
    quoted = _QUOTED.match(text, at)
    if quoted:
        return quoted.span(1)
    match = _VALUE.match(text, at)
    if match is None:
        return None
    value = match[0]
    named = _SEPARATED.match(text[after_label:at]) and not is_everyday(value.lower())
    if not named and not any(char.isdigit() for char in value) and not _SIGN.search(value):
        return None
    more = _GROUPS.match(text, match.end()) if value[-1].isdigit() else None  # "1234 5678"
    return match.start(), more.end() if more else match.end()


def _phrase(text: str, after_label: int, at: int) -> tuple[int, int] | None:
    """Everyday words behind "Kode pertemuan:", up to four, that are no instruction."""
    match = _FEW_WORDS.match(text, at)
    if match is None or not _SEPARATED.match(text[after_label:at]):
        return None
    return None if match[0].split()[0].lower() in _INSTRUCTIONS else match.span()


def _again(text: str, found: list[Candidate]) -> list[Candidate]:
    """A code word or password written again elsewhere; an everyday word only where it is quoted again."""
    out: list[Candidate] = []
    for secret in sorted({text[c.start : c.end].strip(_QUOTES) for c in found}):
        if len(secret) < _SHORTEST_SECRET or not any(char.isalnum() for char in secret):
            continue
        quoted = is_everyday(secret.lower())
        for match in re.finditer(rf"(?<!\w){re.escape(secret)}(?!\w)", text):
            known = any(c.overlaps(*match.span()) for c in found)
            if not known and (not quoted or text[match.end() : match.end() + 1] in tuple(_QUOTES)):
                out.append(_made(match.span(), "sandi"))
    return out
