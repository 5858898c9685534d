"""Who is listed as one of a gang or of a crowd: "Struktur sindikat: Irfan (bos), Yusran (bendahara)"."""

from terbuka.language import N_
from terbuka.screening.fields import HOLDS_OFFICE
from terbuka.screening.lexicon import words
from terbuka.screening.names.model import NameCandidate
from terbuka.screening.people.model import Evidence
from terbuka.screening.reading import Reading
from terbuka.screening.roles import OPEN, Role

_ONE_OF_THEM = N_("Nama dalam daftar anggota %(mark)s.")
_GANG, _CONSISTS = words("gang"), words("consists-of")
_FAR = 60


def of_a_gang(reading: Reading, name: NameCandidate, found: list[Evidence]) -> list[Evidence]:
    """``found`` without the post that brackets give him there, which is no office."""
    gang = "" if name.lead.has(*HOLDS_OFFICE) else _gang(reading, name)
    if not gang:
        return found
    member = Evidence(Role.SUSPECT, 4.0, "gang", _ONE_OF_THEM, {"mark": gang}, explicit=True)
    return [*(item for item in found if item.role not in OPEN), member]


def _gang(reading: Reading, name: NameCandidate) -> str:
    """The word for the gang whose list in this sentence the name stands in; empty for none."""
    if not reading.between(name.last).startswith(" ("):
        return ""
    listed = False
    for at in range(name.first, max(reading.sentence(name.first).start, name.first - _FAR), -1):
        word = reading.folds[at - 1]
        listed = listed or ":" in reading.between(at) or word in _CONSISTS
        if word in _GANG:
            return word if listed else ""
    return ""
