"""Which articles of criminal law a text cites: those on sexual violence, and others of the penal code."""

import re

_SEXUAL = re.compile(
    r"\b(?:28[5-9]|29[0-4]|41[4-8]|473)\b[^;\n|]{0,30}?\bKUHP"
    r"|\b(?:76 ?[DE]|8[12])\b[^;\n|]{0,60}?(?:\bUU ?PA\b|Perlindungan Anak|\b(?:23|35|17) tahun 20\d\d)"
    r"|\bUU ?TPKS\b|\bTPKS\b",
    re.I,
)
_OF_THE_CODE = re.compile(r"\b\d{3}\b[^;\n|]{0,30}?\bKUHP", re.I)


def cites_sexual_violence(text: str) -> bool:
    """Rape and abuse (KUHP 285-294; KUHP 2023, 414-418 and 473), UU TPKS, UU Perlindungan Anak 81 and 82."""
    return _SEXUAL.search(text) is not None


def cites_another_crime(text: str) -> bool:
    """An article of the penal code, and none on sexual violence."""
    return _OF_THE_CODE.search(text) is not None and not cites_sexual_violence(text)
