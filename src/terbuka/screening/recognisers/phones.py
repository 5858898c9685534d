"""Telephone numbers of Indonesia as people write them.

Mobile prefixes and area codes: Permen Kominfo 14/2018 (Fundamental Technical Plan). Emergency and service
numbers of three to five digits are NUMBER and stay.
"""

import re

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.folding import OCR_DIGIT
from terbuka.screening.lexicon import words
from terbuka.screening.recognisers.digits import Run
from terbuka.screening.roles import Role

_MOBILE_REASON = N_("Nomor telepon seluler.")
_LANDLINE_REASON = N_("Nomor telepon dengan kode wilayah.")
_FOREIGN_REASON = N_("Nomor telepon luar negeri.")
_SERVICE_REASON = N_("Nomor layanan umum.")
_ODD = N_("Nomor setelah label %(label)s; bentuknya tidak lazim, mungkin salah ketik atau salah baca.")

_MOBILE = re.compile(r"0?8[1-9]\d{6,11}")
# The prefixes in use (Permen Kominfo 14/2018, as assigned to the operators).
_IN_USE = re.compile(r"08(?:1[1-9]|2[1-3]|3[1-38]|5[1-35-9]|7[6-9]|8[1-9]|9[4-9])\d{6,9}")
# "00" in front of the code of a country that has many Indonesians, or of Indonesia, in a group of its own.
_DIALLED = re.compile(
    r"00 ?(?:1|20|31|44|49|6[0-6]|67[03]|8[1246]|85[23]|886|9[01]|96[0-8]|97[0-4])[ -](?=\d)(?!0)"
)
# Call centres (14xxx, 1500xxx), freephone and shared-cost numbers.
_SERVICE = re.compile(r"14\d{3}|1500\d{2,3}|0?80[0-4]1?\d{5,7}")
_AREA = (
    r"21|22|24|31|61|2(?:3[1-4]|5[1-4]|6[0-7]|7[1-6]|8[0-79]|9[1-8])|3(?:2[1-8]|3[1-8]|4[1-3]|5[1-8]|6[1-8]|7[0-46]|8[0-9])|"
    r"4(?:0[1-9]|1[0-9]|2[0-9]|3[0-9]|4[0-5]|5[0-8]|6[1-5]|7[1-4]|8[1-5])|5(?:1[1-9]|2[2-8]|3[1-9]|4[1-9]|5[1-6]|6[1-8])|"
    r"6(?:2[0-9]|3[0-69]|4[1-6]|5[0-9])|7(?:0[2-9]|1[1-9]|2[1-9]|3[0-9]|4[1-8]|5[1-79]|6[0-9]|7[0-9])|9(?:0[1-3]|1[0-9]|2[1-9]|3[01]|5[1-7]|6[1-79]|7[15]|8[0-6])"
)
_LANDLINE = re.compile(rf"0?(?:{_AREA})\d{{5,8}}")
_CODE = rf"(?:\(0(?:{_AREA})\)|\(?\+?62[ -]?\(?(?:{_AREA})\)?|0(?:{_AREA}))"
_WRITTEN_LANDLINE = re.compile(
    rf"{_CODE} ?[-–. ]? ?\d{{5,8}}"
    rf"|(?:\(0(?:{_AREA})\)|0(?:{_AREA})) ?[-–. ] ?\d{{2,4}}(?:[-–. ]\d{{2,4}}){{1,2}}"
)

_AS_DIGIT = str.maketrans(OCR_DIGIT)

# Numbers anybody may call: they look like telephone numbers and belong to nobody (policy, rule 1).
HOTLINES = words("hotline")
_ENDINGS = frozenset({"110", "112", "129", "157", "165"})


def national(number: str) -> str:
    """The number with a leading 0: ``6281…`` and ``81…`` become ``081…``."""
    if number.startswith("0062"):
        number = number[2:]
    if number.startswith("62"):
        number = number[2:]
    return number if number.startswith("0") else "0" + number


def mobile(run: Run) -> bool:
    """A mobile number: 08… or +62 8…, nine to fourteen digits. A bare 8… needs a label."""
    if not (run.text.lstrip("( ").startswith("+") or run.digits.startswith(("08", "628", "00628"))):
        return False
    return bool(_MOBILE.fullmatch(national(run.digits))) and not run.amount


def landline(run: Run) -> bool:
    """A fixed line written with its area code apart: ``(0511) 3353-111``, ``021-7206004``."""
    return bool(_WRITTEN_LANDLINE.fullmatch(run.text.strip().translate(_AS_DIGIT)))


def vanity(text: str) -> bool:
    """A corporate mobile number that ends with the emergency number of its office: ``0811-5110-110``."""
    groups = re.findall(r"\d+", text)
    return len(groups) > 2 and groups[0].startswith("0811") and groups[-1] in _ENDINGS


def assigned(run: Run) -> bool:
    """A mobile number in a range that is in use, of the usual length."""
    return mobile(run) and bool(_IN_USE.fullmatch(national(run.digits)))


def in_use(number: str) -> bool:
    """The digits are those of a mobile number in a range that is in use."""
    return bool(_IN_USE.fullmatch(number))


def foreign(run: Run) -> bool:
    """A number abroad: "+" or "00" and the code of a country, eight to fifteen digits (E.164)."""
    text = run.text.lstrip("( ")
    if _DIALLED.match(text):
        return 11 <= len(run.digits) <= 17
    return text.startswith("+") and not run.digits.startswith("62") and 8 <= len(run.digits) <= 15


def service(run: Run) -> bool:
    """A number anybody may call: an emergency or service number, a call centre, freephone."""
    return run.digits in HOTLINES or bool(_SERVICE.fullmatch(run.digits))


def plausible(run: Run) -> bool:
    """A number that a label calls a telephone number: any subscriber number of five digits or more."""
    number = national(run.digits)
    return bool(_MOBILE.fullmatch(number) or _LANDLINE.fullmatch(number)) or 5 <= len(run.digits) <= 14


def by_form(run: Run) -> Candidate | None:
    """The telephone number that the run is by its form."""
    if mobile(run):
        return _made(run, "phones.mobile", 0.97, _MOBILE_REASON)
    if foreign(run):
        return _made(run, "phones.foreign", 0.93, _FOREIGN_REASON)
    return _made(run, "phones.landline", 0.95, _LANDLINE_REASON) if landline(run) else None


def by_service(run: Run) -> Candidate | None:
    """A number of a public service, which stays."""
    if run.digits not in HOTLINES:
        return None
    return _kept(run)


def labelled(run: Run) -> Candidate | None:
    """The telephone number that the run is behind a label that says so."""
    if service(run):
        return _kept(run)
    found = by_form(run)
    if found is None and plausible(run):
        found = _made(run, "phones.labelled", 0.85, _ODD)
        found.values = {"label": "telepon"}
    return found


def _made(run: Run, rule: str, certain: float, reason: str) -> Candidate:
    number = run.digits if rule == "phones.foreign" else national(run.digits)
    return Candidate("PHONE", run.start, run.end, rule, certain, reason, Rank.IDENTIFIER, None, number)


def _kept(run: Run) -> Candidate:
    return Candidate(
        "NUMBER",
        run.start,
        run.end,
        "phones.hotline",
        0.95,
        _SERVICE_REASON,
        Rank.IDENTIFIER,
        Role.INSTITUTION,
    )
