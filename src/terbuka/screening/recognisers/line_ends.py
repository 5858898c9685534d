"""Numbers that a line's end breaks and that go on below, with a hyphen or without."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from terbuka.screening.folding import digits
from terbuka.screening.recognisers import checks, phones
from terbuka.screening.recognisers.digits import Run, reads_as_digits

_LINE_END = re.compile(r"[ \t.\-–—/|]*\r?\n[ \t>|]*")
_GROUP = re.compile(r"(\)?[ .\-–—/]{0,2}\(?)([0-9OoQlISBZ]+)(?![^\W_])")
_MOST_LINES = 3
_LONGEST = 20
# What may stand behind a whole account number; a word would make the last group a count.
_CLOSED = re.compile(r"[ \t]*(?:$|[\r\n,;)(]|\.(?!\d)|a\.?n\.?\b|atas nama\b)", re.I)
_ITEM = re.compile(r"\d{1,2}[.)][ \t]+\S|\d{1,3}[ \t]*[|;\t]")  # of a list, or a row of a table
_LONGEST_ACCOUNT, _ACCOUNT_ALONE = 16, 8
_LONGEST_PHONE, _SHORT_PHONE, _REST = 13, 10, 3

_PROOFS: dict[str, Callable[[str], bool]] = {
    "NIK": checks.nik,
    "KK": checks.family_card,
    "NIP": checks.nip,
    "NRP": checks.police_nrp,
    "NPWP": lambda number: checks.npwp(number) or checks.nik(number),
    "CARD": checks.card,
    "IMEI": checks.imei,
    "SIM": lambda number: len(number) in (12, 14),
    "BPJS": lambda number: len(number) in (11, 13),
}
_LENGTHS = {"NIK": 16, "KK": 16, "NIP": 18, "CARD": 16}


def continuations(text: str, run: Run) -> Iterator[Run]:
    """The run with one more of the groups below it each time, as far as they reach over the next lines."""
    joined = run
    for _ in range(_MOST_LINES):
        turn = _LINE_END.match(text, joined.end)
        group = turn and _GROUP.match(text, turn.end())
        while group and reads_as_digits(group[2]) and len(joined.digits) < _LONGEST:
            gap = "" if turn else group[1]
            joined = replace(
                joined,
                end=group.end(),
                text=joined.text + gap + group[2],
                digits=joined.digits + digits(group[2]),
                shape=(*joined.shape, len(group[2])),
            )
            yield joined
            turn, group = None, _GROUP.match(text, joined.end)


def below(text: str, run: Run) -> int | None:
    """Where the next line begins that a number may go on in."""
    turn = _LINE_END.match(text, run.end)
    return turn.end() if turn else None


def is_proven(type_: str, run: Run) -> bool:
    """The number's own form proves that it is whole."""
    if type_ == "PHONE":
        return phones.mobile(run) or phones.landline(run)
    return type_ in _PROOFS and _PROOFS[type_](run.digits)


def outweighs(type_: str, joined: Run) -> bool:
    """Proven by dates or check digits, and so one number though its second half alone could be another."""
    return type_ != "PHONE" and is_proven(type_, joined)


def goes_on(text: str, type_: str, labelled: bool, run: Run, joined: Run) -> bool:
    """Whether ``joined`` is one number of ``type_`` that begins with ``run``: its form proves it, or the
    label in front says so and it is as long as such a number."""
    if (type_ == "PHONE" and _is_item(text, run)) or _is_row(joined.shape[len(run.shape) :]):
        return False
    if type_ == "PHONE":
        return is_proven(type_, joined) and (not is_proven(type_, run) or _completes(text, run, joined))
    if is_proven(type_, run):
        return False
    if type_ == "BANK_ACCOUNT":
        return _is_account(text, run, joined)
    return is_proven(type_, joined) or (labelled and len(joined.digits) == _LENGTHS.get(type_))


def _is_row(groups: tuple[int, ...]) -> bool:
    """Single figures below: a row of a table."""
    return len(groups) > _MOST_LINES and max(groups) == 1


def _completes(text: str, run: Run, joined: Run) -> bool:
    """A number that could end with its line goes on where a group is made whole ("0812-5104-33" and "78"), or
    where a short one is followed by nothing but a few digits."""
    rest = len(joined.digits) - len(run.digits)
    if len(joined.digits) > _LONGEST_PHONE or rest > _REST:
        return False
    if len(run.shape) > 1:
        return run.shape[-1] + rest == run.shape[-2]
    return len(run.digits) <= _SHORT_PHONE and _is_closed(text, joined.end)


def _is_account(text: str, run: Run, joined: Run) -> bool:
    """Nothing proves an account number: it goes on where no second one, no list and no count begins."""
    rest = len(joined.digits) - len(run.digits)
    two = len(run.digits) >= _ACCOUNT_ALONE and rest >= _ACCOUNT_ALONE
    fits = not two and len(joined.digits) <= _LONGEST_ACCOUNT
    return fits and not _is_item(text, run) and _is_closed(text, joined.end)


def _is_item(text: str, run: Run) -> bool:
    """The next line begins with the number of an item."""
    start = below(text, run)
    return start is not None and bool(_ITEM.match(text, start))


def _is_closed(text: str, end: int) -> bool:
    return bool(_CLOSED.match(text, end))
