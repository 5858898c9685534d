"""E-mail and pages on the net; and whether they are an office's or a person's."""

import re
from dataclasses import replace

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import is_name_part, is_ordinary, words
from terbuka.screening.recognisers.online_accounts import is_office, online_accounts
from terbuka.screening.recognisers.patterns import SAID_AT, SAID_DOT, Pattern
from terbuka.screening.recognisers.torn_mail import torn_emails
from terbuka.screening.roles import Role

_STRICT_OFFICIAL = re.compile(r"\.(?:go|mil|desa)\.id$", re.I)
_BODY = re.compile(r"\.(?:go|mil|desa|ac|sch|or|co)\.id$", re.I)
_MAILBOXES = "|".join(sorted(words("office-mailbox")))
_OFFICE_LOCAL = re.compile(rf"(?:^|[._\-])(?:{_MAILBOXES}|rubrik\w*)(?:[._\-0-9]|$)", re.I)
_PERSONAL_PAGE = re.compile(
    r"wa\.me|t\.me|facebook|fb\.com|instagram|linkedin|tiktok|twitter|//x\.com|blogspot|wordpress|drive\.google"
    r"|goo\.gl|linktr|/(?:u|user|users|profile|profil|in|people)/|/@\w",
    re.I,
)
_MAP = re.compile(
    r"maps?\.(?:app\.)?goo|goo\.gl/maps|google\.[a-z.]+/maps|maps\.google|openstreetmap|waze\.com", re.I
)
_FREE_MAIL = re.compile(
    r"@(?:gmail|yahoo|ymail|outlook|hotmail|icloud|proton|protonmail|aol|live|rocketmail|mail|gmx|me|yandex)\.",
    re.I,
)
_AT, _DOT = re.compile(SAID_AT), re.compile(SAID_DOT)
_APART = re.compile(r"[\w.+\-]+ ?[ \[({]")
_SHORTEST_NAME, _MOST_WORDS = 5, 4

_PERSONAL_MAIL = N_("Alamat surel pribadi.")
_OFFICE_MAIL = N_("Alamat surel lembaga.")
_PAGE = N_("Halaman pribadi atau tautan berbagi.")
_PLACE = N_("Tautan ke titik pada peta; dapat menunjuk tempat tinggal.")


def contacts(layout: Layout, patterns: list[Pattern]) -> list[Candidate]:
    """E-mail addresses, accounts and personal pages."""
    found = online_accounts(layout, patterns)
    for pattern in [*patterns, *torn_emails(layout.reading.text)]:
        if pattern.kind == "email":
            found.append(_email(layout, _with_words_before(layout, pattern)))
        elif pattern.kind == "url":
            found += _page(layout, pattern)
    return found


def _email(layout: Layout, pattern: Pattern) -> Candidate:
    written = _as_typed(pattern.text)
    local, _, domain = written.partition("@")
    office = bool(_STRICT_OFFICIAL.search(domain)) or (
        (bool(_OFFICE_LOCAL.search(local)) or _is_function(local, domain))
        and not _FREE_MAIL.search(written)
        and not _in_identity(layout, pattern.start)
        and not _is_persons(domain)
    )
    role, reason = (Role.INSTITUTION, _OFFICE_MAIL) if office else (None, _PERSONAL_MAIL)
    key, rank = pattern.text.lower(), Rank.IDENTIFIER
    return Candidate("EMAIL", pattern.start, pattern.end, "contacts.email", 0.97, reason, rank, role, key)


def _with_words_before(layout: Layout, pattern: Pattern) -> Pattern:
    """``siti rahmah 88 @ gmail . com``: of a name with blanks, all that no word of the sentence is."""
    if not _APART.match(pattern.text):
        return pattern
    reading = layout.reading
    first = reading.word_at(pattern.start)
    for index in range(first - 1, max(first - _MOST_WORDS, 0) - 1, -1):
        word = reading.word(index)
        said = is_ordinary(reading.folds[index]) and not is_name_part(reading.folds[index])
        if reading.between(index + 1) != " " or said or not (word.islower() or word.isdigit()):
            break
        first = index
    start = min(reading.starts[first], pattern.start)
    return replace(pattern, start=start, text=reading.text[start : pattern.end])


def _as_typed(address: str) -> str:
    """``budi (at) mail [dot] com`` as it is typed."""
    plain = _AT.sub("@", address, count=1) if "@" not in address else address
    return _DOT.sub(".", plain).replace(" ", "")


def _is_function(local: str, domain: str) -> bool:
    """``biro@kartika.or.id``: words of the language at the domain of a body, none of which is a name."""
    parts = re.split(r"[^a-z]+", local.lower())
    return bool(_BODY.search(domain)) and all(is_ordinary(part) and not is_name_part(part) for part in parts)


def _is_persons(domain: str) -> bool:
    """Somebody's own domain begins with a name: ``halo@tenriola.design``; not a body's."""
    label = domain.lower().removeprefix("www.").partition(".")[0]
    names = (label[:length] for length in range(_SHORTEST_NAME, len(label)))
    return not _BODY.search(domain) and any(is_name_part(name) and not is_ordinary(name) for name in names)


def _in_identity(layout: Layout, offset: int) -> bool:
    """In a form's field for e-mail, or in a table's row: a person's, whatever the address says."""
    return "email" in layout.kinds_at(offset)


def _page(layout: Layout, pattern: Pattern) -> list[Candidate]:
    host = re.sub(r"^https?://|/.*$", "", pattern.text)
    if _STRICT_OFFICIAL.search(host) or is_office(pattern.text):
        return []
    kinds = layout.kinds_at(pattern.start)
    labelled = "url" in kinds or "social" in kinds or _is_persons(host)
    map_link = bool(_MAP.search(pattern.text))
    if not labelled and not map_link and not _PERSONAL_PAGE.search(pattern.text):
        return []
    type_ = "PHONE" if "wa.me" in pattern.text.lower() else "GEO" if map_link else "URL_PERSONAL"
    reason, key = _PLACE if map_link else _PAGE, pattern.text.lower()
    start, end, rank = pattern.start, pattern.end, Rank.IDENTIFIER
    return [Candidate(type_, start, end, "contacts.page", 0.85, reason, rank, None, key)]
