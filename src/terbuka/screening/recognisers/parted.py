"""Numbers whose groups stand farther apart than groups do: by tabs, several blanks, ``·``, ``/``, ``_`` or
any other sign, or one below the other.

Two amounts side by side are two numbers, and ``12/03/2026`` is a date. Groups are one number only if the same
sign parts them, and if dates, code books or check digits prove the whole of it, or its label goes before it
and it is as long as such a number.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from terbuka.screening.recognisers import accounts, checks, phones
from terbuka.screening.recognisers.digits import Run

_GROUP = re.compile(r"(?<![^\W_])(?<!\d\.)\+?\d{1,18}(?![^\W_]|\.\d)")
_GAP = re.compile(
    r"[^\S\r\n]{0,40}(?:((?![()\[\]{}<>\"=+&%@#?!.])[^\w\s]|_)\1{0,2}[^\S\r\n]{0,40})?"
    r"|[ \t]{0,9}\r?\n[ \t]{0,40}"
)
_USUAL = re.compile(r" | ?[-–—] ?")
_AS_ON_CARDS = (4, 4, 4, 4)
_HYPHENS = frozenset("-–—")
_MOST_GROUPS, _LONGEST_CHAIN, _ROW_NUMBER = 9, 12, 3
_LEAST, _MOST = 9, 18
_ACCOUNT = 6  # digits that are an account by themselves

Group = tuple[int, int]

_LABELLED: dict[str, Callable[[Run], bool]] = {
    "NIK": lambda run: len(run.digits) == 16,
    "KK": lambda run: len(run.digits) == 16,
    "NIP": lambda run: len(run.digits) == 18,
    "NPWP": lambda run: len(run.digits) in (15, 16),
    "SIM": lambda run: len(run.digits) in (12, 14),
    "BPJS": lambda run: len(run.digits) in (11, 13),
    "CARD": lambda run: len(run.digits) == 16,
    "IMEI": lambda run: len(run.digits) == 15,
    "PHONE": lambda run: phones.mobile(run) or phones.landline(run),
    "BANK_ACCOUNT": lambda run: (
        accounts.by_layout(run) is not None
        or (10 <= len(run.digits) <= 16 and 1 < min(run.shape) <= max(run.shape) < _ACCOUNT)
    ),
}
_PROVEN: dict[str, Callable[[Run], bool]] = {
    "NIK": lambda run: checks.nik(run.digits) and max(run.shape) > 3,
    "NIP": lambda run: checks.nip(run.digits),
    "NPWP": lambda run: run.shape == (2, 3, 3, 1, 3, 3),
    "CARD": lambda run: run.shape == _AS_ON_CARDS and checks.card(run.digits),
    "BPJS": lambda run: checks.health_card(run.digits) and min(run.shape) > 2,
    "IMEI": lambda run: checks.imei(run.digits) and len(run.shape) < 5,
    "PHONE": lambda run: phones.assigned(run) and min(run.shape) > 1 and max(run.shape) > 2,
}
_ONE_BELOW_THE_OTHER = frozenset({"NIK", "KK", "NIP", "NPWP", "CARD", "IMEI"})
_CELLS = frozenset(" \t|;,\n")


@dataclass(frozen=True, slots=True)
class Parted:
    """``sign``: what parts the groups of the number."""

    run: Run
    sign: str

    def is_one(self, type_: str, labelled: bool) -> bool:
        """The groups are one number of ``type_``: a label says so, or the number's form proves it."""
        if self.sign == "\n" and type_ not in _ONE_BELOW_THE_OTHER:
            return False
        if self.sign in _CELLS and not labelled and self._is_weakly_proven(type_):
            return False
        if self.sign == "\n" and not labelled and self.run.shape != _AS_ON_CARDS:
            return False
        fits = (_LABELLED if labelled else _PROVEN).get(type_)
        return fits is not None and fits(self.run)

    def _is_weakly_proven(self, type_: str) -> bool:
        """One row of figures in ten passes a check digit, and some begin with 62."""
        return type_ in ("CARD", "NPWP") or (type_ == "PHONE" and self.run.text[0] not in "0+")


def parted_numbers(text: str) -> Iterator[Parted]:
    """Every number that groups could make which one unusual sign parts, at each place the longest first."""
    for chain, sign in _between_whole_numbers(text):
        if len(chain) > _LONGEST_CHAIN:
            continue  # a column of a table, a row of counts
        for first in range(len(chain) - 1):
            for last in range(min(len(chain), first + _MOST_GROUPS), first + 1, -1):
                run = None if _is_torn(text, chain, first, last) else _run(text, chain[first:last])
                if run:
                    yield Parted(run, sign)


def _between_whole_numbers(text: str) -> Iterator[tuple[list[Group], str]]:
    """The chains, broken where some of the groups, parted as usual, are a number by themselves."""
    for chain, sign in _chains(text):
        rest: list[Group] = []
        part: list[Group] = []
        for group, after in zip_longest(chain, chain[1:]):
            part.append(group)
            if after is None or not _USUAL.fullmatch(text[group[1] : after[0]]):
                if _is_whole("".join(text[start:end] for start, end in part)):
                    yield rest, sign
                    rest, part = [], []
                rest.extend(part)
                part = []
        yield rest, sign


def _chains(text: str) -> Iterator[tuple[list[Group], str]]:
    """Groups in a row, of which one sign parts those that stand unusually far apart."""
    chain, sign, after_sign = list[Group](), "", 0
    for match in _GROUP.finditer(text):
        gap = _kind_of_gap(text[chain[-1][1] : match.start()]) if chain else None
        if gap is None or (gap and sign and gap != sign):
            yield chain, sign
            chain, sign = chain[after_sign:] if gap else [], gap or ""
            after_sign = len(chain)
        elif gap:
            sign, after_sign = gap, len(chain)
        chain.append(match.span())
    yield chain, sign


def _is_torn(text: str, chain: list[Group], first: int, last: int) -> bool:
    """A hyphen joins the first or the last group to one outside: ``0071-02-004412`` is one number. Or a
    blank joins the first to another in front, which is no number of a row."""
    edges = [(at - 1, at) for at in (first, last) if 0 < at < len(chain)]
    if any(text[chain[left][1] : chain[right][0]].strip() in _HYPHENS for left, right in edges):
        return True
    start, end = chain[first - 1]
    return first > 0 and end - start > _ROW_NUMBER and text[end : chain[first][0]] == " "


def _kind_of_gap(gap: str) -> str | None:
    """The sign that parts two groups, one blank for several; nothing for what parts groups usually."""
    if _USUAL.fullmatch(gap):
        return ""
    if len(gap) > 90 or not _GAP.fullmatch(gap):
        return None
    return "\n" if "\n" in gap else gap.strip()[:1] or " "


def _run(text: str, groups: list[Group]) -> Run | None:
    """The number that the groups make; none where they hold a date or stand as usual."""
    figures = [text[start:end] for start, end in groups]
    number = "".join(figures).removeprefix("+")
    gaps = [text[left[1] : right[0]] for left, right in pairwise(groups)]
    if not _LEAST <= len(number) <= _MOST or all(map(_USUAL.fullmatch, gaps)) or _hold_a_date(figures):
        return None
    shape = tuple(len(figure.removeprefix("+")) for figure in figures)
    return Run(groups[0][0], groups[-1][1], " ".join(figures), number, shape)


def _hold_a_date(figures: list[str]) -> bool:
    """``12/03/2026``, ``2026/03/12`` are three of them; or years follow each other."""
    if all(len(figure) == 4 and figure[:2] in ("19", "20") for figure in figures):
        return True
    triples = zip(figures, figures[1:], figures[2:], strict=False)
    return any(_is_date(*triple) or _is_date(*reversed(triple)) for triple in triples)


def _is_date(day: str, month: str, year: str) -> bool:
    if len(year) != 4 or year[:2] not in ("19", "20") or max(len(day), len(month)) > 2:
        return False
    return checks.real_date(int(year), int(month), int(day))


def _is_whole(number: str) -> bool:
    """A number of its own: another may stand behind it."""
    run = Run(0, len(number), number, number.removeprefix("+"), (len(number.removeprefix("+")),))
    proofs = (checks.nik, checks.nip, checks.card, checks.imei, checks.health_card)
    return phones.assigned(run) or any(proof(run.digits) for proof in proofs)
