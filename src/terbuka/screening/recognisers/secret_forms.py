"""What secrets look like: figures one by one or in groups, words with signs, drawn patterns, and what only a
hint tells ("tanggal lahir anak dibalik")."""

import re
from collections.abc import Iterator

from terbuka.screening.recognisers import phones

Span = tuple[int, int]

# What a secret must hold is sought as far as one may reach, and no farther: a long row of signs is read once.
_MIXED = (  # kosmawar009
    r"(?=[^\s,;()\"”|:=/]{0,29}[A-Za-z])(?=[^\s,;()\"”|:=/]{0,29}\d)"
    r"[^\s,;()\"”|:=/]{4,29}[^\s,;()\"”|.:=/?!]"
)
_SIGNED = r"[A-Za-z]{3,30}(?:[#!$%^&*_+~?][A-Za-z0-9]{1,30}){1,8}"  # shubuh_berkah
_ONE_BY_ONE = r"\d(?:[ .\-–]\d){2,7}(?: ?[*#])?(?![\w-])"  # 4-0-7-1, 8 8 1 0 2 5
_CODE = re.compile(
    rf"(?<![\w.,/:+-])(?:{_ONE_BY_ONE}|{_MIXED}|{_SIGNED}"
    r"|\d{2,4}(?:[\-* ]\d{2,4}){1,3}(?![\w-]|[ -]\d)"  # 41-07-88, 552 081
    r"|\d{3,8}(?: ?[*#]+)?(?![\w,]|\.\d|[-/]\w)"
    r")"
)
_WORD = re.compile(rf"(?<![\w.,/:+@-])(?:{_MIXED}|{_SIGNED})")
_UNIT = re.compile(
    r"\s*(?:%|(?:orang|kali|tahun|thn|th|menit|jam|digit|angka|huruf|hari|bulan|bln|karakter|persen|ribu|rb|juta"
    r"|jt|miliar|lembar|buah|detik|kg|km|meter|rupiah|anak|unit|jiwa|bit|nomor|pesan|percobaan)\b)",
    re.I,
)
_LED = re.compile(
    r"(?:\b(?:no|nomor|nomer|pasal|rt|rw|ayat|rp|pukul|jam|tanggal|tgl|versi|lantai|kelas|bed|umur|usia|ke|tahun"
    r"|imei|nik|ktp|hp|wa|kamar|halaman|blok|km|reg|uu|bernomor|segel|seri|tiket|kupon|surat|sejak|since"
    r"|jan\w*|feb\w*|mar\w*|apr\w*|mei|jun\w*|jul\w*|agu\w*|sep\w*|okt\w*|nov\w*|des\w*)\.?|[/@])\s*$",
    re.I,
)
_REFERENCE = re.compile(r"[A-Z]{1,5}[-/]\d+|\d+[A-Z]?[-/][A-Z]|\d{4}-\d\d")
_JOINED = re.compile(r"\d-\d|[_*#!][\w*#!]*\d")
_ADDRESS = re.compile(r"\.(?:com|id|net|org|go|co|ac|pdf|jpe?g|png|docx?|xlsx?|apk|zip)\b|@\w+\.", re.I)
_LONGEST_DIGITS = 12

_LETTER = r"[\"“']?[A-Z]\b[\"”']?"
_TURNED = r"(?: (?:terbalik|kebalik|besar|kecil|miring|dari [a-z ]{3,25}|lalu [a-z ]{3,25}))"
_DRAWN = re.compile(rf"\bhuruf {_LETTER}{_TURNED}*|\b[A-Z]{_TURNED}+")
_PATTERN = re.compile(r"\b(?:pola\w*|kunci layar|layar|gambar|membentuk)\b", re.I)
_TURNS = re.compile(r"\b(?:kiri|kanan) \d{1,2}(?:,? (?:lalu |terus )?(?:kiri|kanan) \d{1,2}){1,4}", re.I)
_KEYS = re.compile(r"(?<![\w*#.,/-])\d{3,8}(?:[*#]+\d{0,4})(?![\w*#])|(?<![\w.,/-])\d(?:-\d){2,5}(?![\w-])")
_LOCK = re.compile(
    r"\b(?:kode|kunci|pintu|gembok|brankas|pagar|portal|gate|lift|loker|lemari|alarm|pin|angka\w*|door|lock)",
    re.I,
)
_GIVEN = re.compile(
    r"\b(?:menyebut(?:kan)?|membaca(?:kan)?|sebut(?:in|kan)?|baca(?:in|kan)?|mambaca|mengetik(?:kan)?|ketik|agiah"
    r"|kasih?|memberi(?:kan)?|mengirim(?:kan)?|memasukkan|menerima|isi)\b[^.\n\d]{0,25}?"
    r"(\d{6}|\d{3} \d{3}|\d(?: \d){5})(?!\d|[., ]\d)",
    re.I,
)
_PRESSED = re.compile(
    r"\b(?:tekan|pencet|kode(?:nya)?|memasukkan)\s+(\d(?: \d){2,7}(?: ?[*#])?|\d{3,8}[*#]?)(?!\d|[.,/-]\d)",
    re.I,
)
_DOOR = re.compile(
    r"\b(?:pintu|portal|gerbang|pagar|gembok|brankas|loker|lift|alarm|server|garasi|barak|gudang)", re.I
)
_NAMED_BEHIND = re.compile(r"(?<![\w.,/-])(\d{3,8}) \((?:otp|pin|cvv|kode|sandi)\)", re.I)
_STRONG = re.compile(
    r"(?<![\w.,/:+@-])(?=[^\s,;()\"”|]{0,29}[a-z])(?=[^\s,;()\"”|]{0,29}[\dA-Z])"
    r"(?=[^\s,;()\"”|]{0,29}[!#$%^&*])"
    r"[\w!#$%^&*.\-]{7,30}(?<![.\-])"
)
_KEPT_SECRET = re.compile(
    r"\b(?:sandi|password|pass|kunci|enkripsi|dienkripsi|login|root|wi-?fi|user|akun)\b", re.I
)
_ONE_TIME = re.compile(r"\b(?:otp|kode|verifikasi|angka|sms|pin)\b", re.I)
_NEAR, _SAME_CLAUSE, _BEFORE = 80, 40, 400
_TELLING = (
    (_KEYS, _LOCK, _NEAR),
    (_DRAWN, _PATTERN, _SAME_CLAUSE),
    (_PRESSED, _DOOR, _NEAR),
    (_STRONG, _KEPT_SECRET, _NEAR),
    (_GIVEN, _ONE_TIME, _BEFORE),
)

_HEADS = (
    r"(?:tanggal|tgl\.?|tahun|thn|taon|taong|hari|ultah|ulang tahun|nama|jumlah|urutan|lahir|marga|warna"
    r"|tarik|pencet|tekan|putar|(?:\w+ )?(?:angka|digit|huruf) (?:terakhir|pertama|belakang|depan|nol)"
    r"|the last|my|his|her)"
)
_SAYS = r"(?:[:=(]|\b(?:ialah|adalah|yaitu|yakni|pakai|memakai|memang|is|was|jadi|bukan|dengan|masih)\b)"
_HINT = re.compile(
    r"(?:(?![^.;\n]*\b(?:boleh|jangan|wajib|harus|hindari)\b)[^.;\n:=(,]{0,30}?,? ?(?:yang )?"
    rf"{_SAYS}\s*[\"“']?|(?:[- ]?(?:nya|ne|na|awal|lama|baru|pagar|pintu))?\s+)"
    rf"(?P<hint>{_HEADS}\b[^.;()\n\"”,]{{3,60}}(?:,(?: lalu| terus)? ?\d{{2,8}})?)",
    re.I,
)


def codes(text: str, start: int, end: int) -> Iterator[Span]:
    """What looks like a secret of figures, of letters and figures, or drawn, between two offsets."""
    yield from _written(_CODE, text, start, end)
    for pattern in (_DRAWN, _TURNS):
        match = pattern.search(text, start, end)
        if match:
            yield match.span()


def passwords(text: str, start: int, end: int) -> Iterator[Span]:
    """Of those, words of letters and figures or signs."""
    return _written(_WORD, text, start, end)


def grouped(text: str, start: int, end: int) -> Iterator[Span]:
    """Of those, what can be nothing but a combination: turns of a wheel, figures with hyphens."""
    turns = _TURNS.search(text, start, end)
    if turns:
        yield turns.span()
    yield from (span for span in _written(_CODE, text, start, end) if _JOINED.search(text[slice(*span)]))


def hint(text: str, start: int, end: int) -> Span | None:
    """A phrase that tells the secret without spelling it: ``PIN-nya tahun kemerdekaan``."""
    match = _HINT.match(text, start, end)
    return match.span("hint") if match else None


def telling(text: str) -> Iterator[Span]:
    """Secrets that their form and a lock, a pattern or a message near them give away without a label."""
    yield from (match.span() for match in _TURNS.finditer(text))
    yield from (match.span(1) for match in _NAMED_BEHIND.finditer(text))
    for form, near, reach in _TELLING:
        for match in form.finditer(text):
            start, end = match.span(match.lastindex or 0)
            if near.search(text, max(match.start() - reach, 0), start) and not _ADDRESS.search(match[0]):
                yield start, end


def in_brackets(text: str, after: int, span: Span) -> Span:
    """A code and what explains it, if brackets behind ``after`` hold both: ``PIN (tanggal panen: 1503)``."""
    start, end = span
    opened, closed = text.rfind("(", after, start), text.find(")", end, end + _NEAR)
    whole = opened >= 0 and closed >= 0 and not re.search(r"[).;\n]", text[opened + 1 : start])
    return (opened + 1, closed) if whole and "(" not in text[end:closed] else span


def is_reference(value: str) -> bool:
    """``KLK-2506-7Q4T``: the code of a paper, no secret."""
    return bool(_REFERENCE.match(value))


def _written(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Span]:
    for match in pattern.finditer(text, start, end):
        value = match[0]
        figures = sum(map(str.isdigit, value))
        if figures > _LONGEST_DIGITS or value in phones.HOTLINES:
            continue
        if (
            text.startswith("=", match.end())
            or is_reference(value)
            or _ADDRESS.search(text[match.start() : match.end() + 5])
        ):
            continue
        bare = not any(map(str.isalpha, value))
        led = _LED.search(text[max(match.start() - 12, 0) : match.start()])
        if bare and (led or _UNIT.match(text, match.end())):
            continue
        yield match.span()
