"""Numbers that their own form proves, or their neighbour: no label needed."""

from collections.abc import Callable

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.layout import Layout
from terbuka.screening.recognisers import accounts, checks, phones
from terbuka.screening.recognisers.digits import Run
from terbuka.screening.recognisers.labels import Label
from terbuka.screening.recognisers.number_kinds import is_budget_code, is_dated, is_times, is_years

_NIK = N_("16 angka dengan kode wilayah, tanggal lahir, dan nomor urut yang sah.")
_NIP = N_("18 angka dengan tanggal lahir, masa pengangkatan, dan jenis kelamin yang sah.")
_NPWP = N_("15 angka dalam bentuk NPWP.")
_CARD = N_("Nomor kartu dengan angka pemeriksa yang cocok.")
_IMEI = N_("Nomor IMEI dengan angka pemeriksa yang cocok.")
_BPJS = N_("13 angka dalam bentuk nomor kartu BPJS Kesehatan.")
_SIM = N_("14 angka yang ditulis seperti nomor SIM.")
_NRP = N_("8 angka setelah pangkat, dalam bentuk NRP.")

_LONGEST_NAME = 6
_LONGEST_COUNT, _FIGURES_OF_A_NIK = 2, 5

_FORMS: tuple[tuple[Callable[[Run], bool], str, float, str], ...] = (
    (lambda run: checks.nip(run.digits), "NIP", 0.98, _NIP),
    (lambda run: checks.nik(run.digits) and not _is_row_of_counts(run), "NIK", 0.98, _NIK),
    (lambda run: run.shape == (2, 3, 3, 1, 3, 3) and checks.npwp(run.digits), "NPWP", 0.97, _NPWP),
    (lambda run: run.shape == (4, 4, 4, 4) and checks.card(run.digits), "CARD", 0.95, _CARD),
    (lambda run: len(run.shape) == 1 and checks.imei(run.digits), "IMEI", 0.9, _IMEI),
    (lambda run: checks.health_card(run.digits), "BPJS", 0.93, _BPJS),
    (lambda run: run.shape == (4, 4, 6) and checks.driving_licence(run.digits), "SIM", 0.9, _SIM),
)


def by_form(layout: Layout, run: Run) -> Candidate | None:
    """What the run is without a label."""
    if run.amount or is_dated(run) or is_years(run) or is_budget_code(run) or _date_and_time(run):
        return None
    if is_times(run) or _in_reference(layout, run):
        return None
    for proof, type_, certain, reason in _FORMS:
        if proof(run):
            return _made(type_, run, certain, reason)
    surely_phone = phones.mobile(run) or (phones.landline(run) and len(run.shape) == 2)
    phone = phones.by_form(run)
    return (
        accounts.by_layout(run)
        or (phone if surely_phone else None)
        or _by_rank(layout, run)
        or accounts.by_neighbour(layout, run)
        or phone
        or phones.by_service(run)
    )


def is_proven(run: Run) -> bool:
    """The form alone says whose number it is, whatever a label of mere numbers says."""
    proven = any(proof(run) for proof, *_ in _FORMS) or phones.assigned(run)
    return proven or accounts.by_layout(run) is not None


def _made(type_: str, run: Run, certain: float, reason: str) -> Candidate:
    rule = f"identifiers.{type_.lower()}"
    return Candidate(type_, run.start, run.end, rule, certain, reason, Rank.IDENTIFIER, None, run.digits)


def _is_row_of_counts(run: Run) -> bool:
    """``1 1 1 1 2 1 …``: small numbers side by side, few of them unlike; a NIK has many figures."""
    return max(run.shape) <= _LONGEST_COUNT and len(set(run.digits)) < _FIGURES_OF_A_NIK


def _date_and_time(run: Run) -> bool:
    return (
        run.shape[:3] in ((2, 2, 4), (4, 2, 2))
        and len(run.shape) > 3
        and not run.text.startswith("+")
        and run.text[2:3] + run.text[4:5] != "  "
    )


def _in_reference(layout: Layout, run: Run) -> bool:
    """Part of a letter number: a slash touches it, or a hyphen between it and letters."""
    text = layout.reading.text
    before, after = text[run.start - 1 : run.start], text[run.end : run.end + 1]
    if phones.mobile(run) or (len(run.digits) == 16 and checks.nik(run.digits)):
        return False
    if before == "/" and layout.reading.tag_before(
        layout.reading.word_at(run.start), "rank", "rank.military"
    ):
        return False  # "IPDA/86010022"
    return before == "/" or after == "/" or _is_hyphened(text, run)


def is_part(text: str, run: Run, label: Label) -> bool:
    """Part of a reference although a label goes before it: "JKN-2025-0916-0071", "No. HP.02.03/712-61.71"."""
    slashed = text[run.end : run.end + 1] == "/" and text[run.end + 1 : run.end + 2].isalnum()
    return _is_hyphened(text, run) or (slashed and label.kinds[:1] == ("phone",))


def _is_hyphened(text: str, run: Run) -> bool:
    """Letters and a hyphen go before it."""
    return text[run.start - 1 : run.start] == "-" and text[run.start - 2 : run.start - 1].isalpha()


def _by_rank(layout: Layout, run: Run) -> Candidate | None:
    """Behind a police rank eight digits with a month, a name in between or none; behind one of the armed
    forces five to fifteen."""
    reading = layout.reading
    index = reading.word_at(run.start)
    if len(run.shape) != 1 or not index or reading.sentence_end(index):
        return None
    for at in (index, index - 1):
        if reading.tag_before(at, "rank.military") and 5 <= len(run.digits) <= 15 and not run.amount:
            return _made("NRP", run, 0.9, _NRP)
    police = checks.police_nrp(run.digits) and _name_of_rank(layout, index)
    return _made("NRP", run, 0.9, _NRP) if police else None


def _name_of_rank(layout: Layout, index: int) -> bool:
    """``Briptu Rika Amalia (97040285)``: capitals alone between a rank and word ``index``."""
    reading = layout.reading
    for at in range(index, max(index - _LONGEST_NAME, 0), -1):
        if reading.tag_before(at, "rank"):
            return True
        if "|" in reading.between(at) or "\n\n" in reading.between(at) or not reading.capital(at - 1):
            return False
    return False
