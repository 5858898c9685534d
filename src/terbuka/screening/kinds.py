"""What kind of document this is: evidence for the roles of its persons, and a warning under Art. 18(1)."""

import math
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from terbuka.documents import Notice
from terbuka.language import N_
from terbuka.screening.reading import Reading
from terbuka.screening.roles import Role

_HEAD_WORDS = 120
_HEAD_WEIGHT, _TITLE_WEIGHT, _BODY_WEIGHT = 2.0, 6.0, 0.5
_LEAST = 3.0
_AGAIN = 0.6  # a phrase said again says less
_ONLY_IN_BODY = 0.3
_UNKNOWN_PERSONAL, _UNKNOWN_PLAIN = -0.5, 1.2  # a paper of unknown kind with, and without, personal numbers

_STRUCTURE_REACH = 3000
_CHAT_LINE = re.compile(r"^[\[(]?\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4},? \d{1,2}[.:]\d{2}", re.M)
_MAIL_HEADER = re.compile(r"^(?:From|To|Subject|Cc|Dari|Kepada|Subjek): .*@", re.M)

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

    def is_a(self, *codes: str) -> bool:
        return self.kind is not None and self.kind.code in codes


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its code."""
    data = tomllib.loads(files("terbuka.screening").joinpath("kinds.toml").read_text(encoding="utf-8"))
    return {
        code: Kind(code, row["title"], row["open"], Role(row["names"]), row.get("never_whole"))
        for code, row in data.items()
    }


def recognise(reading: Reading) -> Matter:
    """The kind with the most said for it: a title says most, the head of a document more than its body."""
    scores: dict[str, float] = dict.fromkeys(kinds(), 0.0)
    for code in scores:
        found = reading.marked(f"kind.{code}")
        said = sum(
            _weight(reading, first, last) * _AGAIN**number for number, (first, last) in enumerate(found)
        )
        scores[code] = said if any(first < _HEAD_WORDS for first, _ in found) else said * _ONLY_IN_BODY
    scores["chat"] += 2 * len(_CHAT_LINE.findall(reading.text, 0, _STRUCTURE_REACH))
    scores["email"] += 3 * len(_MAIL_HEADER.findall(reading.text, 0, _STRUCTURE_REACH))
    best = max(scores, key=lambda code: scores[code])
    kind = kinds()[best] if scores[best] >= _LEAST else None
    return Matter(kind, bool(reading.marked("childcase")), bool(reading.marked("sexual")))


def _weight(reading: Reading, first: int, last: int) -> float:
    """A longer phrase says more; one that is nearly a whole line in capitals is the title."""
    length = math.sqrt(last - first)
    words = reading.line_words(reading.lines[first])
    title = reading.word(first).isupper() and len(words) <= 12 and last - first >= 0.3 * len(words)
    if first < _HEAD_WORDS:
        return (_TITLE_WEIGHT if title else _HEAD_WEIGHT) * length
    return (_HEAD_WEIGHT if title else _BODY_WEIGHT) * length


def notices(matter: Matter) -> list[Notice]:
    """What the officer should know about the document as a whole."""
    if matter.kind is None:
        return []
    values = {"kind": matter.kind.title, "letter": matter.kind.never_whole}
    if matter.kind.never_whole:
        return [Notice(_NEVER_WHOLE, values)]
    return [Notice(_RECOGNISED, {"kind": matter.kind.title})]
