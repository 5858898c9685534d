"""Dates of birth in lists of persons that have no heading for them: beside a sex or a kinship, or a cell of
their own behind one that names somebody."""

import re
from collections.abc import Iterator

from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import is_name_part, is_ordinary
from terbuka.screening.recognisers.checks import today
from terbuka.screening.written_dates import dates, dates_in

_SEX = r"(?:L|P|lk|pr|laki[ -]laki|perempuan|wanita|pria)"
_KIN = r"(?:anak|istri|isteri|suami|kakak|adik|janda|duda)"
_BETWEEN = r"(?:[ \t]*[,;|/][ \t]*|[ \t]{1,12})"
_PLACE = r"[A-Z][\w'’-]+\.?(?: [A-Z][\w'’-]+){0,2}(?:, ?|/| )"
_BESIDE_SEX = re.compile(rf"(?<![\w.]){_SEX}{_BETWEEN}(?P<at>{_PLACE})?$")
_BESIDE_KIN = re.compile(rf"(?<![\w.]){_KIN}{_BETWEEN}(?P<at>{_PLACE})?$")
_WITH_PLACE = re.compile(rf"(?P<sign>[|;/\t(:,])\s*(?P<at>{_PLACE})$")
_ALONE = re.compile(r"(?P<sign>[|;/\t])\s*(?P<at>)$")
_BOTH = re.compile(
    rf"(?:tempat|tpt|tmpt)\s*[/,]?\s*(?:dan )?(?:tanggal|tgl)\.?\s*[:;]\s*(?P<at>{_PLACE})$", re.I
)
_CLOSES = re.compile(r"\s*(?:[|;/\t\n)]|$|\.\.)")
_SAYS_WHO = re.compile(
    r",?\s*\(?(?:islam|kristen|katolik|hindu|buddha|agama|umur|usia|nik|wni|suku|laki|perempuan|pekerjaan|surel"
    r"|hp)\b",
    re.I,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_NO_BIRTH = re.compile(
    r"\b(?:tmt|sk|masuk|mulai|nikah|akad|berlaku|s\.?d|sampai|terbit|wafat|meninggal|tanggal|pada|sejak|surat"
    r"|nomor)\W*$",
    re.I,
)
_NAME = r"[A-Z][\w'’.]+(?: [A-Z][\w'’.]*){0,4}"
_ITEM = re.compile(
    rf"[\s|]*(?:(?:\d{{1,3}}[.)]|[-•*])[\s|]*(?P<name>{_NAME})|(?P<line>[A-Z'’.]{{3,}}(?: [A-Z'’.]+){{0,4}}))"
)
_GROWN, _BEFORE = 5, 120


def birth_records(layout: Layout) -> Iterator[tuple[int, int]]:
    """Where a date of birth stands, with its place."""
    text = layout.reading.text
    years = sorted(int(year) for year in _YEAR.findall(text))
    for match in dates_in(text):
        line = max(text.rfind("\n", 0, match.start()) + 1, match.start() - _BEFORE)
        before, after = text[line : match.start()], text[match.end() : match.end() + 24]
        if _NO_BIRTH.search(before) or not any(dates(match[0])):
            continue
        age = _age(match[0], years)
        found = _BESIDE_SEX.search(before) or (_BESIDE_KIN.search(before) if age > 1 else None)
        found = found or (_BOTH.search(before) if age > _GROWN else None) or _in_record(before, after, age)
        if found:
            place = found["at"]
            yield match.start() - len(place or ""), match.end()


def _age(date: str, years: list[int]) -> int:
    """Years from a date to the latest of a document (to today, if the document has no other)."""
    said, others = _YEAR.findall(date), list(years)
    if said and int(said[-1]) in others:
        others.remove(int(said[-1]))
    latest = max(others, default=today().year)
    if said:
        return latest - int(said[-1])
    figures = re.findall(r"\d{2}", date)
    return (latest - int(figures[-1])) % 100 if figures else 0


def _is_item(before: str) -> bool:
    """ "1. Ngadiyem", "TUMINAH": a name alone opens the item of a list, or in capitals the line."""
    item = _ITEM.fullmatch(before)
    return bool(
        item and not any(is_ordinary(word.lower()) for word in (item["name"] or item["line"]).split())
    )


def _in_record(before: str, after: str, age: int) -> re.Match[str] | None:
    """Place and date, or a date long past, are a cell of their own behind one that names somebody."""
    found = _WITH_PLACE.search(before)
    if found and _is_item(before[: found.start("sign")]):  # a list of births alone does not tell their ages
        return found
    if found is None or age <= 0:
        found = _ALONE.search(before) if age > _GROWN else None
    if found is None or not _names_somebody(before[: found.start("sign")]):
        return None
    opened = found["sign"] == "("
    closes = after.startswith(")") if opened else _CLOSES.match(after)
    told = _SAYS_WHO.match(after)
    return found if told or (closes and found["sign"] not in ":,") else None


def _names_somebody(before: str) -> bool:
    """The cell that ends here holds a name."""
    cell = re.split(r"[|;/\t:,]|\s{3,}", before.rstrip())[-1]
    words = [word for word in re.findall(r"[^\W\d_]+", cell) if word[0].isupper()]
    known = any(is_name_part(word.lower()) for word in words)
    return known or (len(words) > 1 and not any(is_ordinary(word.lower()) for word in words))
