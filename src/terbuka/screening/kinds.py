"""What kind of document this is: evidence for the roles of its persons, and a warning under Art. 18(1)."""

import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from terbuka.documents import Notice
from terbuka.language import N_
from terbuka.screening.articles import cites_sexual_violence
from terbuka.screening.reading import Reading
from terbuka.screening.roles import Role

_HEAD_WORDS, _TOP_WORDS = 120, 60
_HEAD_WEIGHT, _QUIET_TITLE_WEIGHT, _TITLE_WEIGHT, _BODY_WEIGHT = 2.0, 3.0, 6.0, 0.5
_LEAST = 3.0
_AGAIN = 0.6  # a phrase said again says less
_SUBJECT = 0.5  # so does one behind another kind: a list of who came to hear a decree is no decree
_TITLE_WORDS, _TITLE_SHARE = 16, 0.3
_ONLY_IN_BODY = 0.3
_PUBLIC_PAPER, _PUBLIC_MONEY = 1.0, 0.8
_UNKNOWN_PERSONAL, _UNKNOWN_PLAIN = -0.5, 1.2  # a paper of unknown kind with, and without, personal numbers

_STRUCTURE_REACH = 3000
_LABEL, _RUNNING = (":", " :"), (".", ",", ";")
_CHAT_LINE = re.compile(r"^[\[(]?\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4},? \d{1,2}[.:]\d{2}", re.M)
_MAIL_HEADER = re.compile(r"^(?:From|To|Subject|Cc|Dari|Kepada|Subjek): .*@", re.M)

TITLES = {
    "police_report": N_("Laporan polisi"),
    "missing_person": N_("Laporan orang hilang"),
    "witness_record": N_("Berita acara pemeriksaan saksi"),
    "suspect_record": N_("Berita acara pemeriksaan tersangka"),
    "progress_letter": N_("Surat pemberitahuan perkembangan hasil penyidikan"),
    "medical": N_("Visum atau surat medis"),
    "child_record": N_("Berkas perkara anak"),
    "press_release": N_("Siaran pers"),
    "news": N_("Berita"),
    "opinion": N_("Opini"),
    "speech": N_("Sambutan"),
    "invitation": N_("Undangan"),
    "minutes": N_("Notulen rapat"),
    "decree": N_("Surat keputusan"),
    "policy": N_("Surat edaran atau kebijakan"),
    "statute": N_("Peraturan perundang-undangan"),
    "warrant": N_("Surat perintah tugas"),
    "closure": N_("Penghentian penyidikan"),
    "ruling": N_("Putusan pengadilan"),
    "information_ruling": N_("Putusan Komisi Informasi"),
    "budget": N_("Rencana anggaran"),
    "financial_report": N_("Laporan keuangan"),
    "attendance": N_("Daftar hadir"),
    "payment_list": N_("Daftar pembayaran"),
    "contract": N_("Perjanjian"),
    "complaint": N_("Pengaduan"),
    "information_request": N_("Permohonan atau keberatan informasi"),
    "information_answer": N_("Jawaban atas permohonan informasi"),
    "cv": N_("Riwayat hidup"),
    "email": N_("Surat elektronik"),
    "chat": N_("Percakapan"),
    "beneficiaries": N_("Daftar penerima bantuan"),
    "licences": N_("Daftar SIM, STNK, BPKB, atau SKCK"),
    "memo": N_("Nota dinas atau laporan informasi"),
    "call_log": N_("Catatan panggilan layanan"),
    "accident": N_("Laporan kecelakaan"),
    "search_rescue": N_("Laporan pencarian dan pertolongan"),
    "exhibits": N_("Daftar barang bukti"),
    "loss_note": N_("Surat tanda lapor kehilangan"),
    "certificate": N_("Surat keterangan atau pernyataan"),
    "school_record": N_("Data sekolah"),
    "personnel": N_("Data pegawai"),
    "record": N_("Berita acara"),
}
"""What each kind is called."""

_NEVER_WHOLE = N_(
    "Dokumen ini dikenali sebagai %(kind)s. Menurut Pasal 18 ayat (1) huruf %(letter)s UU 14/2008 informasi "
    "seperti ini tidak boleh ditutup seluruhnya; data pribadi di dalamnya tetap dapat dihitamkan."
)
_RECOGNISED = N_("Dokumen ini dikenali sebagai %(kind)s.")


@dataclass(frozen=True, slots=True)
class Kind:
    """``open`` and ``names``: see ``kinds.toml``. ``never_whole``: the item of Art. 18(1), if it is one."""

    code: str
    title: str
    open: float
    names: Role
    never_whole: str | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """The kind of a document (None: not recognised), and whether it is about children or sexual violence.

    ``personal``: numbers of private persons, a form or a column of names stand in it.
    """

    kind: Kind | None
    children: bool
    sexual: bool
    personal: bool = True

    @property
    def open(self) -> float:
        """How much an unmarked name is likely that of somebody in public, see ``kinds.toml``."""
        if self.kind:
            return self.kind.open
        return _UNKNOWN_PERSONAL if self.personal else _UNKNOWN_PLAIN

    @property
    def personal_paper(self) -> bool:
        """A paper about private persons: a report, a record of questioning, a list of those who came."""
        return self.open < 0

    @property
    def public_paper(self) -> bool:
        """A paper of an office's own affairs: whoever and whatever it names is most likely the office's."""
        return self.open >= _PUBLIC_PAPER

    @property
    def public_money(self) -> bool:
        """Its amounts are public money: those of an office's own affairs, and of lists of what it paid."""
        return self.open >= _PUBLIC_MONEY

    def is_a(self, *codes: str) -> bool:
        return self.kind is not None and self.kind.code in codes


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its code."""
    data = tomllib.loads(files("terbuka.screening").joinpath("kinds.toml").read_text(encoding="utf-8"))
    return {
        code: Kind(code, TITLES[code], row["open"], Role(row["names"]), row.get("never_whole"))
        for code, row in data.items()
    }


def recognise(reading: Reading) -> Matter:
    """The kind with the most said for it: a title says most, the head of a document more than its body."""
    scores: dict[str, float] = dict.fromkeys(kinds(), 0.0)
    times: Counter[str] = Counter()
    named: dict[int, tuple[int, str]] = {}
    in_head: set[str] = set()
    for first, last, code in _phrases(reading):
        end, before = named.setdefault(reading.lines[first], (last, code))
        about = before != code and first >= end
        weight = _weight(reading, first, last, kinds()[code]) * _AGAIN ** times[code]
        scores[code] += weight * (_SUBJECT if about else 1.0)
        times[code] += 1
        if first < _HEAD_WORDS:
            in_head.add(code)
    for code in scores.keys() - in_head:
        scores[code] *= _ONLY_IN_BODY
    scores["record"] = min(scores["record"], _LEAST)  # of what, other words tell
    scores["chat"] += 2 * len(_CHAT_LINE.findall(reading.text, 0, _STRUCTURE_REACH))
    scores["email"] += 3 * len(_MAIL_HEADER.findall(reading.text, 0, _STRUCTURE_REACH))
    best = max(scores, key=lambda code: scores[code])
    kind = kinds()[best] if scores[best] >= _LEAST else None
    sexual = bool(reading.marked("sexual")) or cites_sexual_violence(reading.text)
    return Matter(kind, bool(reading.marked("childcase")), sexual)


def _phrases(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Every phrase that tells a kind, in order: its first word, its last (exclusive), the kind. One within a
    longer phrase tells nothing: the news ("berita") in a record ("berita acara")."""
    spans = sorted((first, -last, code) for code in kinds() for first, last in reading.marked(f"kind.{code}"))
    longest = (0, 0, "")
    for first, before, code in spans:
        last = -before
        if last > longest[1]:
            longest = (first, last, code)
        elif code != longest[2] and (first, last) != longest[:2]:
            continue
        yield first, last, code


def _weight(reading: Reading, first: int, last: int, kind: Kind) -> float:
    """A longer phrase says more; most a title. One in small letters, or with much behind it, is not believed
    of a kind that leaves unmarked names open: minutes and columns tell of private persons too."""
    length, opens = math.sqrt(last - first), kind.open >= _PUBLIC_PAPER
    loud = _loud_title(reading, first, last, begins=not opens)
    if first >= _HEAD_WORDS:
        return (_HEAD_WEIGHT if loud else _BODY_WEIGHT) * length
    if loud:
        return _TITLE_WEIGHT * length
    quiet = not opens and _quiet_title(reading, first, last)
    return (_QUIET_TITLE_WEIGHT if quiet else _HEAD_WEIGHT) * length


def _loud_title(reading: Reading, first: int, last: int, begins: bool) -> bool:
    """A line in capitals that has little else than the phrase, or ``begins`` with it; a scan may have "SlARAN
    PERS"."""
    words = reading.line_words(reading.lines[first])
    capitals = sum(char.isupper() for char in reading.word(first))
    loud = capitals > 1 and 2 * capitals > len(reading.word(first))
    told = last - first >= _TITLE_SHARE * len(words) or (begins and words.start == first)
    return loud and told and len(words) <= _TITLE_WORDS


def _quiet_title(reading: Reading, first: int, last: int) -> bool:
    """A line at the top that begins with the phrase: no label with its value, no piece of a sentence."""
    words = reading.line_words(reading.lines[first])
    begins = words.start == first and reading.word(first)[0].isupper() and not reading.wraps(first)
    ends = not reading.between(words.stop).lstrip(" ").startswith(_RUNNING)
    alone = begins and ends and not reading.between(last).startswith(_LABEL)
    return alone and last <= _TOP_WORDS and len(words) <= _TITLE_WORDS


def notices(matter: Matter) -> list[Notice]:
    """What the officer should know about the document as a whole."""
    if matter.kind is None:
        return []
    values = {"kind": matter.kind.title, "letter": matter.kind.never_whole}
    if matter.kind.never_whole:
        return [Notice(_NEVER_WHOLE, values)]
    return [Notice(_RECOGNISED, {"kind": matter.kind.title})]


def told_kind(said: Iterable[Notice]) -> Notice | None:
    """The notice among ``said`` that tells the kind of the document: its values are ``kind`` and, where Art.
    18(1) forbids to withhold it as a whole, ``letter``."""
    return next((notice for notice in said if notice.message in (_NEVER_WHOLE, _RECOGNISED)), None)
