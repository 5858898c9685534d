"""Passwords, PINs, access codes and code words."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.kinds import Matter
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import is_everyday, words
from terbuka.screening.reading import Reading
from terbuka.screening.recognisers.beside import cell_beside
from terbuka.screening.recognisers.secret_forms import (
    Span,
    codes,
    grouped,
    hint,
    in_brackets,
    is_reference,
    passwords,
    telling,
)
from terbuka.screening.recognisers.spoken import spoken_runs

_REASONS = {
    "credentials.labelled": N_("Kata sandi, PIN, atau kode setelah label %(label)s."),
    "credentials.said": N_("Kata sandi yang diucapkan: di dekatnya tertulis %(label)s."),
    "credentials.form": N_("Dari bentuk dan kata-kata di sekitarnya: tampaknya kode atau pola kunci."),
    "credentials.again": N_("Kata sandi atau kode yang tertulis juga di tempat lain dalam dokumen ini."),
}

_VALUE = re.compile(r"\S*[^\s,;.)\"”'’|]")
_BESIDE = re.compile(r"\d{4,8}|(?=\D*\d)(?!\d+[/.,\-]\d)[^\s|]{4,30}")  # what is alone beside a label
_QUOTED = re.compile(r"[\"“'‘]([^\"”'’\n]{2,60})[\"”'’]")
_GROUPS = re.compile(r"(?: \d{2,})+(?!\w)")
_FEW_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3}(?=\s*[.,;)\n]|\s*$)")
_SIGN = re.compile(r"[!@#$%^&*_+=~?]")
# What may stand between label and value: up to a colon, or a few words of where the code belongs.
_LEAD = re.compile(
    r"(?:[^\n:=|,;.]{0,40}[:=]|(?:\s*(?:adalah|yaitu|ialah|is|nya|baru|lama|awal|default|atm|layar|hp|wifi"
    r"|untuk masuk|>|rumah|aman|gudang|kantor|brankas|gerbang|utama|depan|kamar|loker|milik|saya|korban|anda"
    r"|kini|staf|pelaku|yang)(?!\w))*)\s*",
    re.I,
)
_SEPARATED = re.compile(r".*(?:adalah|yaitu|ialah|is|\blama|\bbaru|[:=])\s*$", re.I)
_PORT = re.compile(r"\bport\s$", re.I)  # of a network: "password for … from … port 40022"
_CHANGED = re.compile(  # "PIN diganti dari … menjadi …"
    r"(?:ganti|ubah|reset|setel)\w*\b.{0,60}?\b(?:menjadi|jadi|ke)\s+[\"“'‘]?([^\s,;.)\"”'’|]{3,40})", re.I
)
_IN_QUOTES = r"[\"“']([^\"”'\n]{2,40})[\"”']"
_CODE_WORD = re.compile(
    r"\b(kode|sandi|kata kunci|kata sandi|kata pengenal|kata temu|sebutan|nama kode|samaran|ucapkan|isyarat)"
    rf"(?:nya)?\b(?:\s[\w/]+){{0,4}}?\s*[:=]?\s*{_IN_QUOTES}",
    re.I,
)
# "bilang dulu …", in a sentence that speaks of a door, a meeting, an officer who comes.
_PASSWORD_SAID = re.compile(
    r"\b(bilang|bilangin|sebut|sebutkan|disebut|nyebut|sebutkeun|ucap|ucapkan|sambat|kata|kato|kecap|tulisan|tanda"
    r"|tanya|text first|say)\b(?:\s\w+){0,2}?\s*[:,]?\s*[\"“']([^\"”'\n]{2,40})[\"”']",
    re.I,
)
_MEETING = re.compile(
    r"\b(?:sandi|kode|kata kunci|kata temu|dulu|baru|kalau bukan|jemput\w*|menjemput|dibukakan|buka pintu"
    r"|pengenal|first)\b",
    re.I,
)
_SECRET_WORDS = re.compile(
    r"\b(?:sandi|kata kunci|kata temu|kata pengenal|kode temu|kode kirim|isyarat|code ?word)\w*\b", re.I
)
_ANSWERED = re.compile(
    r"[^.\n\"“]{0,25}[.;,]?\s*\b(?:jawab\w*|dijawab|dia jawab|dibalas|balas\w*)\b\s*[:,]?\s*"
    rf"{_IN_QUOTES}",
    re.I,
)
_CLAUSE_END = re.compile(r"[!?;|]|\.(?=\s|$)|\r?\n\s*(?:\n|\[|[-•*>]|\d{1,2}[.):/])")
_PARAGRAPH = re.compile(r"[!?|]|\.\s|\n\s*(?:\n|\[|[-•*>])")
_REPLY = re.compile(r"\?[^\n]*\n[^\n:]{0,60}:\s*")
_SHORTEST_SECRET, _LONGEST_SECRET, _SHORTEST_RARE = 4, 30, 3
_MOST_WORDS = 4
_SHORTEST_NUMBER = 6  # a shorter one may stand again as a year or an amount
_REACH, _SENTENCE, _LONG_LINE = 80, 160, 60
_QUOTES = "\"“”'‘’"
_INSTRUCTIONS = words("instruction")
_WEAK = words("weak-secret")


def credentials(layout: Layout, matter: Matter) -> list[Candidate]:
    """The value behind each word for a secret, where it looks like one, and wherever it stands again."""
    reading, found, taken = layout.reading, list[Candidate](), set[int]()
    said = [(run.start, run.end) for run in spoken_runs(reading, least=3)]
    for first, last in _labels(layout):
        label = reading.text[reading.starts[first] : reading.ends[last - 1]].lower()
        weak = _WEAK.issuperset(reading.folds[first:last])
        for span in _behind(reading, (first, last), said, matter.personal_paper, weak):
            if not taken.issuperset(range(*span)):
                taken.update(range(*span))
                found.append(_made(span, label))
    for row in layout.rows:
        cell = row.cell("credential")
        if (
            cell
            and cell.end - cell.start <= _LONGEST_SECRET
            and _has_letters(reading.text, cell.start, cell.end)
        ):
            taken.update(range(cell.start, cell.end))
            found.append(_made((cell.start, cell.end), "sandi"))
    said_aloud = ((span, "credentials.said", word) for span, word in _words_to_say(reading.text))
    shown = ((span, "credentials.form", "") for span in telling(reading.text))
    for span, rule, word in [*said_aloud, *shown]:
        if taken.isdisjoint(range(*span)):
            taken.update(range(*span))
            found.append(_made(span, word, rule))
    return [*found, *_again(reading.text, found, taken)]


def _labels(layout: Layout) -> list[Span]:
    """The longest label at each place."""
    reading, longest = layout.reading, dict[int, int]()
    for first, last in reading.marked("label.credential"):
        if reading.text[max(reading.starts[first] - 1, 0)] not in "./-\\":  # "KUA.17/PW.01"
            longest[last] = min(first, longest.get(last, first))
    return sorted((first, last) for last, first in longest.items())


def _behind(reading: Reading, label: Span, said: list[Span], personal: bool, weak: bool) -> list[Span]:
    """What stands behind a label: the value itself, a code in the same clause, a hint, a reply's first word.
    ``weak``: a word that mostly means something else ("brankas", "token")."""
    text, after = reading.text, reading.ends[label[1] - 1]
    lead = _LEAD.match(text, after)
    at = lead.end() if lead else after
    cell = cell_beside(reading, *label)
    if cell and not weak and _BESIDE.fullmatch(text, cell.start, cell.end):
        return [(cell.start, cell.end)]
    if "\n" not in text[after:at].strip(" "):
        span = _secret(text, after, at, weak) or (_phrase(text, after, at) if personal else None)
        if span:
            return [in_brackets(text, after, span)]
    closed = _CLAUSE_END.search(text, after, after + _REACH)
    end = closed.start() if closed else min(after + _REACH, len(text))
    line_end = _line_end(reading, after)
    if line_end < end:
        end, closed = line_end, None
    if weak:
        return sorted(grouped(text, after, end))[:1]
    changed = _CHANGED.search(text, after, end)
    if changed and (any(map(str.isdigit, changed[1])) or not is_everyday(changed[1].lower())):
        return [*codes(text, after, changed.start(1)), changed.span(1)]
    near = [*(span for span in codes(text, after, end) if not _PORT.search(text, after, span[0]))]
    near += _begun(said, after, end)
    told = hint(text, after, end)
    found = [*([told] if told else []), *(in_brackets(text, after, span) for span in sorted(near)[:1])]
    runs_on = closed is not None and text[end + 1 : end + 2] not in ("\n", "\r", "")
    return found or _further(text, end, said, runs_on)


def _line_end(reading: Reading, after: int) -> int:
    """How far what follows a label goes: to the end of its line, and on where the text runs on, or where the
    label ends its line."""
    line = reading.line_of(after)
    while True:
        start, end = reading.line_span(line)
        rest = reading.text[after:end].rstrip()
        goes_on = end - start >= _LONG_LINE or rest.endswith(":") or not any(map(str.isalnum, rest))
        if not goes_on or line + 1 >= len(reading.line_starts):
            return end
        line, after = line + 1, end


def _further(text: str, end: int, said: list[Span], runs_on: bool) -> list[Span]:
    """A password or a dictated code in the next sentence, or the code that a reply begins with."""
    reply = _REPLY.match(text, end)
    if reply:
        first = min(codes(text, reply.end(), reply.end() + _LONGEST_SECRET), default=None)
        return [first] if first and first[0] == reply.end() else []
    if not runs_on:
        return []
    stop = _next(text, end)
    return sorted([*passwords(text, end, stop), *_begun(said, end, stop)])[:1]


def _begun(said: list[Span], start: int, end: int) -> list[Span]:
    """The dictated codes that begin between two offsets."""
    return said[bisect_left(said, (start, 0)) : bisect_left(said, (end, 0))]


def _next(text: str, end: int) -> int:
    """The end of the sentence behind the one that ends at ``end``, in the same paragraph."""
    begun = end + 1
    found = _PARAGRAPH.search(text, begun, begun + _REACH)
    return found.start() if found else min(begun + _REACH, len(text))


def _words_to_say(text: str) -> Iterator[tuple[Span, str]]:
    """Code words in quotes: behind a word for them, behind "bilang" where people meet, and their answers."""
    for match in _CODE_WORD.finditer(text):
        yield match.span(2), match[1].lower()
    for match in _PASSWORD_SAID.finditer(text):
        begin = max(
            text.rfind(".", 0, match.start()), text.rfind("\n\n", 0, match.start()), match.start() - _SENTENCE
        )
        if _MEETING.search(text, max(begin, 0), match.end() + _LONGEST_SECRET):
            yield match.span(2), match[1].lower()
            answer = _ANSWERED.match(text, match.end())
            if answer:
                yield answer.span(1), match[1].lower()
    for match in _SECRET_WORDS.finditer(text):
        end = text.find("\n", match.end())
        end = min(end if end >= 0 else len(text), match.end() + _SENTENCE)
        stop = re.compile(r"\.\s").search(text, match.end(), end)
        for quoted in _QUOTED.finditer(text, match.end(), stop.start() if stop else end):
            if len(quoted[1].split()) > _MOST_WORDS:
                continue
            yield quoted.span(1), match[0].lower()
            answer = _ANSWERED.match(text, quoted.end())
            if answer:
                yield answer.span(1), match[0].lower()


def _has_letters(text: str, start: int, end: int) -> bool:
    return any(char.isalpha() for char in text[start:end]) and not is_everyday(text[start:end].lower())


def _made(span: Span, label: str, rule: str = "credentials.labelled") -> Candidate:
    """Of the highest rank: a PIN is a PIN though its figures are also a date, a plate or a telephone."""
    reason, values = _REASONS[rule], {"label": label} if label else {}
    return Candidate("CREDENTIAL", *span, rule, 0.95, reason, Rank.TERM, None, None, values)


def _secret(text: str, after_label: int, at: int, weak: bool) -> Span | None:
    """The secret at ``at``: quoted, a word with a digit or a sign in it, or any rare word after a colon."""
    quoted = _QUOTED.match(text, at)
    if quoted:
        return quoted.span(1)
    match = _VALUE.match(text, at)
    if match is None:
        return None
    value = match[0]
    if value.startswith("//") or not any(map(str.isalnum, value)):
        return None
    if weak and is_reference(value):
        return None
    key = text[match.end() : match.end() + 2].lstrip().startswith(("=", ":"))  # "Wifi tamu: pass = …"
    rare = len(value) >= _SHORTEST_RARE and not key and not is_everyday(value.lower())
    named = rare and _SEPARATED.match(text[after_label:at])
    if not named and not any(char.isdigit() for char in value) and not _SIGN.search(value):
        return None
    more = _GROUPS.match(text, match.end()) if value[-1].isdigit() else None  # "1234 5678"
    return match.start(), more.end() if more else match.end()


def _phrase(text: str, after_label: int, at: int) -> Span | None:
    """Everyday words behind "Kode pertemuan:", up to four, that are no instruction."""
    match = _FEW_WORDS.match(text, at)
    if match is None or not _SEPARATED.match(text[after_label:at]):
        return None
    return None if match[0].split()[0].lower() in _INSTRUCTIONS else match.span()


def _again(text: str, found: list[Candidate], taken: set[int]) -> Iterator[Candidate]:
    """A code word or password written again elsewhere; an everyday word only where it is quoted again."""
    secrets = {text[c.start : c.end].strip(_QUOTES) for c in found}
    told = sorted(filter(_is_telling, secrets), key=len, reverse=True)
    if not told:
        return
    for match in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, told))})(?!\w)", text):
        quoted = text[match.end() : match.end() + 1] in tuple(_QUOTES)
        everyday = is_everyday(match[0].lower()) and not match[0].isupper()
        if (quoted or not everyday) and taken.isdisjoint(range(*match.span())):
            yield _made(match.span(), "", "credentials.again")


def _is_telling(secret: str) -> bool:
    """Long enough to be nothing else where it stands again."""
    shortest = _SHORTEST_NUMBER if secret.isdigit() else _SHORTEST_SECRET
    return len(secret) >= shortest and any(map(str.isalnum, secret))
