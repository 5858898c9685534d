"""The kinds of numbers that a label names: how long one is at least, and what makes its form regular."""

from collections.abc import Callable
from dataclasses import dataclass

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.lexicon import words
from terbuka.screening.recognisers import checks, phones
from terbuka.screening.recognisers.digits import Run
from terbuka.screening.recognisers.labels import Label
from terbuka.screening.roles import Role

_LOOKALIKE_DIGITS = 8
_CARD_DIGITS = 13
_BUDGET_LEVELS = 4
_LONGEST_COUNT = 10
_BANK_PREFIX = (4, 5)
_LABELLED = N_("Nomor setelah label %(label)s.")
_ODD = N_("Nomor setelah label %(label)s; bentuknya tidak lazim, mungkin salah ketik atau salah baca.")
_NOT_PERSONAL = N_("Nomor %(label)s: mirip nomor identitas, tetapi bukan.")

_SURE_NUMBER = words("billing-label")


def _any(number: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Kind:
    """``least``: how many digits a labelled number needs; ``proof``: what makes its form regular."""

    type: str
    label: str
    least: int
    proof: Callable[[str], bool]


KINDS = {
    "nik": Kind("NIK", "NIK", 8, checks.nik),
    "kk": Kind("KK", "KK", 8, checks.family_card),
    "npwp": Kind("NPWP", "NPWP", 12, lambda n: checks.npwp(n) or checks.nik(n)),
    "company_npwp": Kind("NPWP", "NPWP", 12, _any),
    "nip": Kind("NIP", "NIP", 9, checks.nip),
    "nrp": Kind("NRP", "NRP", 5, lambda n: checks.police_nrp(n) or len(n) > 8),
    "passport": Kind("PASSPORT", "paspor", 6, _any),
    "sim": Kind("SIM", "SIM", 9, checks.driving_licence),
    "bpjs": Kind("BPJS", "BPJS", 8, lambda n: len(n) in (11, 13)),
    "phone": Kind("PHONE", "telepon", 5, lambda n: len(n) >= 9),
    "account": Kind("BANK_ACCOUNT", "rekening", 6, _any),
    "card": Kind("CARD", "kartu", 12, checks.card),
    "imei": Kind("IMEI", "IMEI", 13, checks.imei),
    "student": Kind("RELATIVE", "nomor induk siswa", 4, lambda n: len(n) == 10),
    "teacher": Kind("NIP", "NUPTK", 10, lambda n: len(n) == 16),
    "record": Kind("HEALTH", "nomor rekam medis", 4, lambda n: len(n) in (6, 8)),
}


def by_label(run: Run, label: Label) -> Candidate | None:
    """What the run is because its label says so; None where it is too short or something else."""
    kind = _fitting(label, run)
    if kind == "number":
        return _virtual_account(run, label) or _kept(run, label)
    if kind == "phone" and checks.device(run.digits):
        kind = "imei"  # "HP Oppo A57 8612…": its own number, not one to call
    known = KINDS.get(kind)
    if known is None or any(other(run) for other in _NO_IDENTIFIER if kind != "record" or other is is_count):
        return None
    if kind == "phone":
        return phones.labelled(run)
    if kind == "nrp" and checks.nip(run.digits):
        known = KINDS["nip"]
    if kind == "nip" and len(run.digits) < known.least and not label.distance:  # a column for both: "NRP/NIP"
        known = KINDS["nrp"]
    if kind == "passport" and len(run.digits) >= _CARD_DIGITS:  # "Paspor" is also a bank's name for its card
        known = KINDS["card"]
    if kind == "card" and (checks.health_card(run.digits) or len(run.digits) == 11):  # of the insured
        known = KINDS["bpjs"]
    if len(run.digits) < known.least or (phones.mobile(run) and kind in ("nik", "kk", "nip", "npwp")):
        return None
    regular = known.proof(run.digits)
    company = known.type == "NPWP" and (kind == "company_npwp" or checks.company_npwp(run.digits))
    return Candidate(
        known.type,
        run.start,
        run.end,
        f"identifiers.{known.type.lower()}",
        0.99 if regular else 0.9,
        _LABELLED if regular else _ODD,
        Rank.IDENTIFIER,
        Role.COMPANY if company else None,
        run.digits,
        {"label": known.label},
    )


def _fitting(label: Label, run: Run) -> str:
    """Of several kinds of one label ("NIK/KK", "No. HP/rekening") the one whose form the number has."""
    provable = (kind for kind in label.kinds if kind in KINDS and KINDS[kind].proof is not _any)
    proven = (kind for kind in provable if KINDS[kind].proof(run.digits))
    return next(proven, label.kinds[0] if label.kinds else "")


def is_sure_number(label: Label) -> bool:
    """A label of what belongs to nobody ("kode billing", "tiket"), whatever the number's form."""
    return label.kinds[:1] == ("number",) and not _SURE_NUMBER.isdisjoint(label.words)


def _virtual_account(run: Run, label: Label) -> Candidate | None:
    """A bank's prefix and the telephone number of whoever pays: ``8808 0812 3344 5566``."""
    if label.words[-1:] != ("va",) and label.words[-2:] != ("virtual", "account"):
        return None
    if not any(phones.in_use(run.digits[length:]) for length in _BANK_PREFIX):
        return None
    return Candidate(
        "BANK_ACCOUNT",
        run.start,
        run.end,
        "identifiers.bank_account",
        0.9,
        _LABELLED,
        Rank.IDENTIFIER,
        None,
        run.digits,
        {"label": label.text},
    )


def _kept(run: Run, label: Label) -> Candidate | None:
    if len(run.digits) < _LOOKALIKE_DIGITS:
        return None
    return Candidate(
        "NUMBER",
        run.start,
        run.end,
        "identifiers.number",
        0.9,
        _NOT_PERSONAL,
        Rank.LABELLED,
        Role.INSTITUTION,
        None,
        {"label": label.text},
    )


def is_dated(run: Run) -> bool:
    """``21-06-1979``: a date, whatever label stands near."""
    return (
        run.shape[:2] in ((2, 2), (1, 2), (2, 1), (1, 1))
        and len(run.shape) >= 3
        and run.shape[2] in (2, 4)
        and len(run.digits) <= 8
    )


def is_times(run: Run) -> bool:
    """``08.15-09.45``: from one hour to another."""
    return run.shape == (2, 2, 2, 2) and run.text[2] == run.text[-3] == "." and "-" in run.text


def is_count(run: Run) -> bool:
    """``412.306``: how many, or how much."""
    return run.amount and len(run.digits) < _LONGEST_COUNT


def is_years(run: Run) -> bool:
    """``2020-2021``: two years, or a year first and then month and day."""
    first, rest = run.digits[:4], run.digits[4:]
    year = len(run.shape) > 1 and run.shape[0] == 4 and first[:2] in ("19", "20")
    return year and ((run.shape == (4, 4) and rest[:2] in ("19", "20")) or run.shape == (4, 2, 2))


def is_budget_code(run: Run) -> bool:
    """``5.1.02.02.01.0030``: codes of public budgets (Permendagri 90/2019) begin with single figures.

    Of pairs alone an identity number may be written too.
    """
    if len(run.shape) < _BUDGET_LEVELS or "-" in run.text or run.text[run.shape[0]] != ".":
        return False
    in_pairs = len(run.shape) > _BUDGET_LEVELS and max(run.shape) < 3
    return run.shape[:2] == (1, 1) or (in_pairs and not checks.nik(run.digits))


_NO_IDENTIFIER = (is_dated, is_years, is_budget_code, is_count, is_times)
