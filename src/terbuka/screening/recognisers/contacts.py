"""E-mail, accounts and pages on the net; and whether a contact is an office's or a person's."""

import re

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.layout import Layout
from terbuka.screening.recognisers.patterns import Pattern
from terbuka.screening.recognisers.torn_mail import torn_emails
from terbuka.screening.roles import Role

_STRICT_OFFICIAL = re.compile(r"\.(?:go|mil|desa)\.id$", re.I)
_OFFICE_LOCAL = re.compile(
    r"(?:^|[._\-])(?:info|humas|ppid|admin|pengaduan|aduan|sekretariat|redaksi|cs|support|kontak|contact|layanan|call|help|helpdesk|halo|hello|"
    r"marketing|sales|office|kantor|pusat|center|media|press|hrd|rekrutmen|panitia|lapor|noreply|no-reply|customer|care|desa|kel|kec)(?:[._\-0-9]|$)",
    re.I,
)
_OFFICE_WORDS = re.compile(
    r"polda|polres|polsek|polri|humas|ppid|pemprov|pemkab|pemko|pemkot|dinas|diskominfo|kominfo|kejari|kejati|bnn|basarnas|bpbd|satlantas|"
    r"ditlantas|official|resmi|tribrata|divisi|korlantas|bawaslu|kpu|rsud|puskesmas|samsat|ombudsman|kemen|lapor|kpk|bmkg|setda|disduk|imigrasi",
    re.I,
)
_PERSONAL_PAGE = re.compile(
    r"wa\.me|t\.me|facebook|fb\.com|instagram|linkedin|tiktok|twitter|//x\.com|blogspot|wordpress|drive\.google|goo\.gl|linktr",
    re.I,
)
_FREE_MAIL = re.compile(
    r"@(?:gmail|yahoo|ymail|outlook|hotmail|icloud|proton|protonmail|aol|live|rocketmail|mail|gmx|me|yandex)\.",
    re.I,
)
_NAMED_ACCOUNT = re.compile(
    r"(?:facebook|fb|instagram|ig|twitter|tiktok|telegram|akun)\s+(?:bernama\s+)?[\"“']([^\"”'\n]{2,40})[\"”']",
    re.I,
)
_BARE_ACCOUNT = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.]{2,29}")

_PERSONAL_MAIL = N_("Alamat surel pribadi.")
_OFFICE_MAIL = N_("Alamat surel lembaga.")
_ACCOUNT = N_("Akun media sosial.")
_OFFICE_ACCOUNT = N_("Akun media sosial lembaga.")
_PAGE = N_("Halaman pribadi atau tautan berbagi.")

_REACH = 7


def contacts(layout: Layout, patterns: list[Pattern]) -> list[Candidate]:
    """E-mail addresses, handles and personal pages."""
    found = []
    for pattern in [*patterns, *torn_emails(layout.reading.text)]:
        if pattern.kind == "email":
            found.append(_email(layout, pattern))
        elif pattern.kind == "handle":
            found.append(_handle(pattern))
        elif pattern.kind == "url":
            found += _page(layout, pattern)
    for match in _NAMED_ACCOUNT.finditer(layout.reading.text):
        found.append(
            Candidate(
                "SOCIAL",
                *match.span(1),
                "contacts.named_account",
                0.85,
                _ACCOUNT,
                Rank.LABELLED,
                None,
                match[1].lower(),
            )
        )
    return found + _labelled(layout)


def _email(layout: Layout, pattern: Pattern) -> Candidate:
    local, _, domain = pattern.text.replace(" ", "").partition("@")
    office = bool(_STRICT_OFFICIAL.search(domain)) or (
        bool(_OFFICE_LOCAL.search(local))
        and not _FREE_MAIL.search(pattern.text)
        and not _in_identity(layout, pattern.start)
    )
    role = Role.INSTITUTION if office else None
    reason = _OFFICE_MAIL if office else _PERSONAL_MAIL
    return Candidate(
        "EMAIL",
        pattern.start,
        pattern.end,
        "contacts.email",
        0.97,
        reason,
        Rank.IDENTIFIER,
        role,
        pattern.text.lower(),
    )


def _in_identity(layout: Layout, offset: int) -> bool:
    """In a form's field for e-mail, or in a table's row: a person's, whatever the address says."""
    return "email" in layout.kinds_at(offset)


def _handle(pattern: Pattern) -> Candidate:
    office = bool(_OFFICE_WORDS.search(pattern.text))
    role = Role.INSTITUTION if office else None
    return Candidate(
        "SOCIAL",
        pattern.start,
        pattern.end,
        "contacts.handle",
        0.9,
        _OFFICE_ACCOUNT if office else _ACCOUNT,
        Rank.IDENTIFIER,
        role,
        pattern.text.lower(),
    )


def _page(layout: Layout, pattern: Pattern) -> list[Candidate]:
    if _STRICT_OFFICIAL.search(re.sub(r"^https?://|/.*$", "", pattern.text)) or _OFFICE_WORDS.search(
        pattern.text
    ):
        return []
    labelled = "url" in layout.kinds_at(pattern.start) or "social" in layout.kinds_at(pattern.start)
    if not labelled and not _PERSONAL_PAGE.search(pattern.text):
        return []
    type_ = "PHONE" if "wa.me" in pattern.text.lower() else "URL_PERSONAL"
    return [
        Candidate(
            type_,
            pattern.start,
            pattern.end,
            "contacts.page",
            0.85,
            _PAGE,
            Rank.IDENTIFIER,
            None,
            pattern.text.lower(),
        )
    ]


def _labelled(layout: Layout) -> list[Candidate]:
    """Account names without an @ behind a label: ``Instagram : tenri.ola``."""
    found = []
    for field in layout.fields:
        if field.has("social") and not field.has("name"):
            value = layout.reading.text[field.start : field.end]
            match = _BARE_ACCOUNT.match(value)
            network = layout.reading.tag_at(layout.reading.word_at(field.start), "label.social")
            if match and not network and "@" not in value and not _OFFICE_WORDS.search(value):
                found.append(
                    Candidate(
                        "SOCIAL",
                        field.start,
                        field.start + match.end(),
                        "contacts.labelled",
                        0.85,
                        _ACCOUNT,
                        Rank.LABELLED,
                    )
                )
    return found


def holder(layout: Layout, candidate: Candidate) -> Role | None:
    """Whose telephone it is: an office's or a person's; None where the text does not say.

    A mobile number beside a name in a table is that person's, whatever office the cell names. Else the
    nearest word in front decides; a table row and a field of a form belong to their person; what stands in a
    letterhead is the office's.
    """
    reading, row = layout.reading, layout.row_at(candidate.start)
    if candidate.start < layout.letterhead and not row:
        return Role.INSTITUTION
    if row and row.cell("name") and candidate.rule == "phones.mobile":
        return Role.PRIVATE
    said = _said(layout, reading.word_at(candidate.start))
    if said:
        return said
    if row or {"phone", "email"} & set(layout.kinds_at(candidate.start)):
        return Role.PRIVATE
    return Role.INSTITUTION if candidate.rule == "phones.landline" else Role.PRIVATE


def _said(layout: Layout, index: int) -> Role | None:
    """The nearest word of an office or of a person in front of word ``index``, in its sentence and cell."""
    reading = layout.reading
    for at in range(index, max(index - _REACH, 0), -1):
        gap = reading.between(at)
        if (
            at < len(reading)
            and layout.row_at(reading.starts[at])
            and reading.cell_of[at] != reading.cell_of[at - 1]
        ):
            return None
        if any(char in gap for char in "|\t;[]") or reading.sentence_end(at) or (")" in gap and at < index):
            return None
        if reading.tag_before(at, "officecontact", "org.government"):
            return Role.INSTITUTION
        if reading.tag_before(
            at, "personal.contact", "title.formal", "role.private", "role.relative", "rank"
        ):
            return Role.PRIVATE
    return None
