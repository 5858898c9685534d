"""Accounts on social networks: ``@handles``, and names behind a network, a label, a key or at the head of a
comment.

An account stays where its name or the words in front say that it is an office's.
"""

import re
from collections.abc import Iterator

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import is_ordinary, words
from terbuka.screening.reading import Reading
from terbuka.screening.recognisers.beside import cell_beside
from terbuka.screening.recognisers.patterns import Pattern
from terbuka.screening.roles import Role

_ACCOUNT = N_("Akun media sosial.")
_OFFICE_ACCOUNT = N_("Akun media sosial lembaga.")

_OFFICE_WORDS = re.compile(
    r"polda|polres|polsek|polri|humas|ppid|pemprov|pemkab|pemko|pemkot|dinas|diskominfo|kominfo|kejari|kejati"
    r"|bnn|basarnas|bpbd|satlantas|ditlantas|official|resmi|tribrata|divisi|korlantas|bawaslu|kpu|rsud|puskesmas"
    r"|samsat|ombudsman|kemen|lapor|kpk|bmkg|setda|disduk|imigrasi|labfor|baitulmal|baznas|kejaksaan|pengadilan",
    re.I,
)
_OFFICE_PARTS = words("office-part")
_OFFICIAL = re.compile(r"\b(?:resmi|official|lembaga|instansi)\b[^.;\n@]{0,30}$", re.I)
_NETWORK = (
    r"(?:facebook|fb|instagram|insta|ig|twitter ?/ ?x|twitter|akun x|tiktok|telegram|tele|threads|line id"
    r"|id line|snapchat|michat|discord|youtube)"
)
_NAME = (
    r"[A-Za-z][A-Za-z0-9]*(?:[._]+[A-Za-z0-9]+)+_?|[A-Za-z]{2,}\d{2,}[A-Za-z0-9]*|[A-Za-z]{2}[A-Za-z0-9]+_"
)
_FILLER = (
    r"(?:[ \t]*[:=(,|][ \t]*|[ \t]+(?:akun|bernama|dengan|nama|pengguna|username|user|saya|nyong|aku|milik"
    r"|nya|korban|palsu|ku|id|adalah|yaitu)\b)*[ \t]*[:=(]?[ \t]*[\"“'(]?"
)
_FREE = r"(?![\w@])"
_NAMED = re.compile(
    rf"\b(?:{_NETWORK}|akun(?:nya|ku)?(?: [a-z]+nya)?|username|user\s?name|pengguna|nickname|user\s?id)"
    rf"{_FILLER}({_NAME}){_FREE}",
    re.I,
)
_WORD_NAMED = re.compile(
    r"\b(?:username|user|pengguna|nickname)\s*[:=]?\s+[\"“']?([a-z][a-z0-9]{4,29})(?![\w@.])(?! \w+\d)"
)
_QUOTED = re.compile(rf"(?:{_NETWORK}|akun)\s+(?:bernama\s+|akun\s+)*[\"“']([^\"”'\n]{{2,40}})[\"”']", re.I)
_KEYED = re.compile(
    r"\b(?:user(?:name)?|from(?:_id)?|to|akun|login|nick|uid|account|author|sender)[\"']?\s?[=:]\s?[\"']?"
    rf"({_NAME}){_FREE}",
    re.I,
)
_SHOWN = re.compile(
    r"\b(?:[Ff]acebook|[Ff][Bb]|FACEBOOK)[\s>]+(?:bernama\s+)?(?:akun\s+)?"
    r"((?:[A-Z][a-z]+|[A-Z]\.)(?: (?:[A-Z][a-z]+|[A-Z]\.)){1,4})"
)
_SPEAKER = re.compile(rf"^[^\w\n@]{{0,8}}(?=[a-z]\S{{5}})({_NAME})\]?[ \t]*:(?=\s)", re.M)
_NUMBERED = re.compile(
    r"(?:telegram|tele|game|akun|pengguna)\b[^\n]{0,40}?\bID\b\s*[:=]?\s*(\d{6,12})\b", re.I
)
_LISTED = re.compile(rf"\s*(?:,|/|dan|serta|atau|&)\s*({_NAME})(?![\w@])")
_NO_NAME = re.compile(
    r"\.(?:com|id|net|org|go|co|ac|my|pdf|jpe?g|png|docx?|xlsx?|mp[34]|zip|txt|csv|html?|apk|exe|json)$", re.I
)
_SYSTEM = re.compile(r"(?:admin|operator|root|guest|tamu|petugas|test|demo)", re.I)
_BARE = re.compile(r"(?<![\w@.])[A-Za-z0-9]\w*(?:\.+\w+)*")
_NO_OTHER = words("no-display-name")
_ACCOUNT_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.]{2,29}(?![\w@])")
_SHORTEST_AGAIN = 6


def online_accounts(layout: Layout, patterns: list[Pattern]) -> list[Candidate]:
    """All accounts, and wherever the name of a person's stands again without its sign."""
    text = layout.reading.text
    found = [_handle(text, pattern) for pattern in patterns if pattern.kind == "handle"]
    net = (p for p in patterns if p.kind in ("email", "url", "handle"))
    taken = {at for pattern in net for at in range(pattern.start, pattern.end)}
    for start, end in [*_named(layout), *_in_columns(layout)]:
        if taken.isdisjoint(range(start, end)) and not _SYSTEM.match(text, start):
            taken.update(range(start, end))
            found.append(_made(text, start, end, "contacts.named_account", Rank.LABELLED))
    return [*found, *_again(text, found, taken)]


def is_office(name: str) -> bool:
    """The name of the account is an office's."""
    parts = {part for part in re.split(r"[^a-z]+", name.lower()) if part}
    return bool(_OFFICE_WORDS.search(name)) or not _OFFICE_PARTS.isdisjoint(parts)


def _handle(text: str, pattern: Pattern) -> Candidate:
    return _made(text, pattern.start, pattern.end, "contacts.handle", Rank.IDENTIFIER)


def _made(text: str, start: int, end: int, rule: str, rank: Rank) -> Candidate:
    name = text[start:end]
    office = is_office(name) or bool(_OFFICIAL.search(text[max(start - 40, 0) : start]))
    role, reason = (Role.INSTITUTION, _OFFICE_ACCOUNT) if office else (None, _ACCOUNT)
    return Candidate("SOCIAL", start, end, rule, 0.9, reason, rank, role, name.lower().lstrip("@"))


def _named(layout: Layout) -> Iterator[tuple[int, int]]:
    """Names that a network, a label or a key announces."""
    text = layout.reading.text
    for pattern in (_NAMED, _KEYED, _SPEAKER):
        for match in pattern.finditer(text):
            at: re.Match[str] | None = match
            while at and not _NO_NAME.search(at[1]):
                yield at.span(1)
                at = _LISTED.match(text, at.end()) if pattern is _NAMED else None
    for match in _WORD_NAMED.finditer(text):
        if not is_ordinary(match[1]):
            yield match.span(1)
    yield from (match.span(1) for match in _NUMBERED.finditer(text))
    yield from (match.span(1) for match in _QUOTED.finditer(text))
    for match in _SHOWN.finditer(text):
        if match[1].split()[0].lower() not in _NO_OTHER:
            yield match.span(1)


def _in_columns(layout: Layout) -> Iterator[tuple[int, int]]:
    """What fields and columns for accounts hold: ``Instagram : tenri.ola``."""
    reading = layout.reading
    cells = [(cell.start, cell.end) for row in layout.rows for cell in row.cells if "social" in cell.kinds]
    fields = [(f.start, f.end) for f in layout.fields if f.has("social") and not f.has("name")]
    for start, end in [*fields, *cells, *_beside(reading)]:
        match = _ACCOUNT_NAME.match(reading.text, start, end)
        network = reading.tag_at(reading.word_at(start), "label.social")
        if match and not network and not (match[0].isalpha() and is_ordinary(match[0].lower())):
            yield match.span()


def _beside(reading: Reading) -> Iterator[tuple[int, int]]:
    """One word in the cell or on the line behind a network: ``Instagram | ratihkusuma``."""
    for first, last in reading.marked("label.social"):
        cell = cell_beside(reading, first, last)
        if cell and _ACCOUNT_NAME.fullmatch(reading.text, cell.start, cell.end):
            yield cell.start, cell.end


def _again(text: str, found: list[Candidate], taken: set[int]) -> Iterator[Candidate]:
    """The name of a person's account wherever it stands bare."""
    persons = (candidate.key or "" for candidate in found if candidate.holder is None)
    names = {name for name in persons if len(name) >= _SHORTEST_AGAIN and not name.isalpha()}
    for match in _BARE.finditer(text) if names else ():
        if match[0].lower() in names and taken.isdisjoint(range(*match.span())):
            yield _made(text, *match.span(), "contacts.account_again", Rank.LABELLED)
