"""Accounts without a label: by how a bank writes them, by its name or a transfer in front, by their holder
behind."""

import re
from collections.abc import Iterator

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import words
from terbuka.screening.recognisers.digits import Run

_WRITTEN = N_("Nomor yang ditulis seperti nomor rekening sebuah bank.")
_NEIGHBOUR = N_("Nomor setelah nama bank atau dompet digital.")
_TRANSFER = N_("Nomor tujuan kiriman uang.")
_HOLDER = N_("Nomor dengan nama bank atau nama pemilik rekening di belakangnya.")
_WALLET = N_("Alamat dompet aset kripto.")

# How the books and statements of banks group a number: BRI, Mandiri, and the regional banks.
_LAYOUTS = frozenset(
    {
        (4, 2, 6, 2, 1),
        (3, 2, 7, 1),
        (3, 2, 2, 5, 1),
        (3, 2, 2, 6, 1),
        (3, 3, 9, 1),
        (3, 3, 7, 1),
        (2, 3, 4, 5, 1),
    }
)
_LEAST, _MOST = 7, 18
_REACH = 4
_BANKS_THAT_ARE_WORDS = words("bank-word")
_TO_A_WALLET = words("wallet-lead")
_TRANSFERS, _TO = words("transfer"), words("toward")
_NO_ACCOUNT = frozenset({"kode", "billing", "id", "va"})
_HELD = re.compile(r"[ \t\"”’')]{0,2},?\s?\(?(?:a\.? ?/? ?n\b\.?|atas nama\b|punya\b|milik\b)", re.I)
_OF_A_CODE = re.compile(r"\d\.$")  # "BQ.3142.BCA.005…": an output of a budget, no bank
_BEHIND = frozenset({" ", " (", ", ", "  "})
_COIN = re.compile(
    r"(?<!\w)(?:bc1[a-z0-9]{20,87}|0x[0-9a-fA-F]{40}"
    r"|(?=\w*\d)(?=\w*[a-z])(?=\w*[A-Z])[13T][1-9A-HJ-NP-Za-km-z]{25,33})(?!\w)"
)


def by_layout(run: Run) -> Candidate | None:
    """A number in the groups of a bank."""
    if run.shape not in _LAYOUTS or len(set(run.digits)) == 1:
        return None
    return _made(run, 0.93, _WRITTEN)


def by_neighbour(layout: Layout, run: Run) -> Candidate | None:
    """A bank or a transfer in front, a bank or "a.n." behind."""
    if not _LEAST <= len(run.digits) <= _MOST or run.amount:
        return None
    if _bank_in_front(layout, run):
        return _made(run, 0.93, _NEIGHBOUR)
    if _transferred(layout, run):
        return _made(run, 0.9, _TRANSFER)
    return _made(run, 0.85, _HOLDER) if _held(layout, run) else None


def coins(layout: Layout) -> Iterator[Candidate]:
    """Addresses of wallets for crypto assets."""
    for match in _COIN.finditer(layout.reading.text):
        yield Candidate(
            "BANK_ACCOUNT",
            *match.span(),
            "identifiers.wallet",
            0.93,
            _WALLET,
            Rank.IDENTIFIER,
            None,
            match[0],
        )


def is_bank(layout: Layout, index: int) -> bool:
    """A bank's name ends just before word ``index``. "DANA" is one, "dana" is money, except behind "ke"."""
    reading = layout.reading
    if not reading.tag_before(index, "bank"):
        return False
    word = index - 1
    if reading.folds[word] not in _BANKS_THAT_ARE_WORDS or reading.word(word).isupper():
        return True
    return word > 0 and reading.folds[word - 1] in _TO_A_WALLET


def _bank_in_front(layout: Layout, run: Run) -> bool:
    reading = layout.reading
    index = reading.word_at(run.start)
    if index and reading.folds[index - 1] in _NO_ACCOUNT:
        return False
    for at in range(index, max(index - _REACH, 0), -1):
        gap = reading.between(at)
        wide = "   " in gap and "\n" not in gap and reading.cell_of[at - 1] != reading.cell_of[index - 1]
        if "|" in gap or "\t" in gap or ";" in gap or gap.count("\n") > 1 or wide or reading.sentence_end(at):
            return False
        if is_bank(layout, at):
            return not _OF_A_CODE.search(
                reading.text[max(reading.starts[at - 1] - 2, 0) : reading.starts[at - 1]]
            )
    return False


def _transferred(layout: Layout, run: Run) -> bool:
    """``transfer ke``, ``tf ke``, an arrow on a line about money sent."""
    reading = layout.reading
    index = reading.word_at(run.start)
    if index < 1:
        return False
    if reading.between(index).strip() in ("->", "→", "=>"):
        line = range(reading.line_words(reading.lines[index]).start, index)
        return any(reading.folds[at] in _TRANSFERS or is_bank(layout, at) for at in line)
    before = reading.folds[max(index - 3, 0) : index]
    return bool(before) and (
        before[-1] in _TRANSFERS or (before[-1] in _TO and not _TRANSFERS.isdisjoint(before[:-1]))
    )


def _held(layout: Layout, run: Run) -> bool:
    reading = layout.reading
    if _HELD.match(reading.text, run.end):
        return True
    behind = reading.word_at(run.end)
    return (
        behind < len(reading)
        and reading.text[run.end : reading.starts[behind]] in _BEHIND
        and any("bank" in tags for _, tags in reading.opening.get(behind, ()))
        and reading.folds[behind] not in _BANKS_THAT_ARE_WORDS
    )


def _made(run: Run, certain: float, reason: str) -> Candidate:
    return Candidate(
        "BANK_ACCOUNT",
        run.start,
        run.end,
        "identifiers.bank_account",
        certain,
        reason,
        Rank.IDENTIFIER,
        None,
        run.digits,
    )
