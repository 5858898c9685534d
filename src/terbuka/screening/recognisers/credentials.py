"""Passwords, PINs, access codes and code words."""

import re

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.kinds import Matter
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import is_everyday

_VALUE = re.compile(r"\S*[^\s,;.)\"”'’|]")
_QUOTED = re.compile(r"[\"“'‘]([^\"”'’\n]{2,60})[\"”'’]")
_LEAD = re.compile(
    r"(?:[^\n:=|,;.]{0,40}[:=]|(?:\s*(?:adalah|yaitu|ialah|is|nya|baru|lama|awal|default|atm|layar|hp|wifi|untuk masuk|>|rumah|aman|gudang|kantor|brankas|gerbang|utama|depan|kamar|loker|milik|saya|korban|pelaku))*)\s*",
    re.I,
)
_SEPARATED = re.compile(r".*(?:adalah|yaitu|ialah|is|[:=])\s*$", re.I)
_SHORTEST_SECRET = 4
_CODE_WORD = re.compile(
    r"\b(kode|sandi|kata kunci|kata sandi|kata pengenal|sebutan|nama kode|samaran|ucapkan|menyebut(?: kata)?|isyarat)\b(?:\s[\w/]+){0,4}?\s*[:=]?\s*[\"“']([^\"”'\n]{2,40})[\"”']",
    re.I,
)
_REASON = N_("Kata sandi, PIN, atau kode setelah label %(label)s.")


def credentials(layout: Layout, matter: Matter) -> list[Candidate]:
    """The value behind each word for a secret, where it looks like one."""
    reading, found = layout.reading, []
    for first, last in reading.marked("label.credential"):
        start = reading.ends[last - 1]
        at = _LEAD.match(reading.text, start).end()  # type: ignore[union-attr]  # matches ""
        if "\n" in reading.text[start:at].strip(" "):
            continue
        span = _secret(reading.text, start, at) or (
            _phrase(reading.text, start, at) if matter.open < 0 else None
        )
        if span:
            label = reading.text[reading.starts[first] : reading.ends[last - 1]].lower()
            found.append(_made(*span, label))
    for match in _CODE_WORD.finditer(reading.text):
        found.append(_made(*match.span(2), match[1].lower()))
    return found + _again(reading.text, found)


def _made(start: int, end: int, label: str) -> Candidate:
    return Candidate(
        "CREDENTIAL",
        start,
        end,
        "credentials.labelled",
        0.95,
        _REASON,
        Rank.TERM,
        None,
        None,
        {"label": label},
    )


def _again(text: str, found: list[Candidate]) -> list[Candidate]:
    """A code word or password written again elsewhere."""
    secrets = {text[c.start : c.end].strip("\"“”'‘’") for c in found}
    out = []
    for secret in sorted(secret for secret in secrets if len(secret) >= _SHORTEST_SECRET):
        for match in re.finditer(rf"(?<!\w){re.escape(secret)}(?!\w)", text):
            if not any(c.overlaps(*match.span()) for c in found):
                out.append(_made(*match.span(), "sandi"))
    return out


def _secret(text: str, after_label: int, at: int) -> tuple[int, int] | None:
    """The secret at ``at``: in quotes, or a word with a digit or a sign in it; any word after a colon."""
    quoted = _QUOTED.match(text, at)
    if quoted:
        return quoted.span(1)
    match = _VALUE.match(text, at)
    if not match:
        return None
    value = match[0]
    telling = any(char.isdigit() for char in value) or bool(re.search(r"[!@#$%^&*_+=~?]", value))
    named = bool(_SEPARATED.match(text[after_label:at])) and not is_everyday(value.lower())
    if not telling and not named:
        return None
    return _with_groups(text, match.start(), match.end())


def _phrase(text: str, after_label: int, at: int) -> tuple[int, int] | None:
    """Everyday words behind "Kode pertemuan:", up to four, that are no instruction."""
    match = _WORDS.match(text, at)
    if (
        not match
        or not _SEPARATED.match(text[after_label:at])
        or match[0].split()[0].lower() in _INSTRUCTIONS
    ):
        return None
    return match.span()


_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3}(?=\s*[.,;)\n]|\s*$)")
_INSTRUCTIONS = frozenset(
    {
        "wajib",
        "harus",
        "tidak",
        "jangan",
        "lihat",
        "terlampir",
        "sudah",
        "belum",
        "akan",
        "dapat",
        "diganti",
        "rahasia",
        "ada",
        "yang",
    }
)


def _with_groups(text: str, start: int, end: int) -> tuple[int, int]:
    """A code in groups: ``81-4406 22``, ``1234 5678``."""
    more = re.compile(r"(?: \d{2,})+(?![\w])").match(text, end) if text[end - 1].isdigit() else None
    return start, more.end() if more else end
