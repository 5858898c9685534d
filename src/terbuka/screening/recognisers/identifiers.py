"""Identity, account and device numbers: what the label in front says, else what the number's form proves."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import words
from terbuka.screening.recognisers import checks, line_ends, phones
from terbuka.screening.recognisers.digits import Run, find_runs
from terbuka.screening.roles import Role

_LABEL_REACH = 5  # words between a label and its number: "rekening Bank Kalsel Saudara 025…"
_LOOKALIKE_DIGITS = 8

_LABELLED = N_("Nomor setelah label %(label)s.")
_ODD = N_("Nomor setelah label %(label)s; bentuknya tidak lazim, mungkin salah ketik atau salah baca.")
_NIK = N_("16 angka dengan kode wilayah, tanggal lahir, dan nomor urut yang sah.")
_NIP = N_("18 angka dengan tanggal lahir, masa pengangkatan, dan jenis kelamin yang sah.")
_NPWP = N_("15 angka dalam bentuk NPWP.")
_CARD = N_("Nomor kartu dengan angka pemeriksa yang cocok.")
_IMEI = N_("Nomor IMEI dengan angka pemeriksa yang cocok.")
_ACCOUNT = N_("Nomor setelah nama bank atau dompet digital.")
_NRP = N_("8 angka setelah pangkat, dalam bentuk NRP.")
_MOBILE = N_("Nomor telepon seluler.")
_LANDLINE = N_("Nomor telepon dengan kode wilayah.")
_NOT_PERSONAL = N_("Nomor %(label)s: mirip nomor identitas, tetapi bukan.")


@dataclass(frozen=True, slots=True)
class _Kind:
    """``least``: how many digits a labelled number needs; ``proof``: what makes its form regular."""

    type: str
    label: str
    least: int
    proof: Callable[[str], bool]


def _any(number: str) -> bool:
    return True


_KINDS = {
    "nik": _Kind("NIK", "NIK", 8, checks.nik),
    "kk": _Kind("KK", "KK", 8, checks.family_card),
    "npwp": _Kind("NPWP", "NPWP", 12, lambda n: checks.npwp(n) or checks.nik(n)),
    "company_npwp": _Kind("NPWP", "NPWP", 12, _any),
    "nip": _Kind("NIP", "NIP", 9, checks.nip),
    "nrp": _Kind("NRP", "NRP", 5, lambda n: checks.police_nrp(n) or len(n) > 8),
    "passport": _Kind("PASSPORT", "paspor", 6, _any),
    "sim": _Kind("SIM", "SIM", 9, lambda n: len(n) in (12, 14, 16)),
    "bpjs": _Kind("BPJS", "BPJS", 8, lambda n: len(n) in (11, 13)),
    "phone": _Kind("PHONE", "telepon", 5, lambda n: len(n) >= 9),
    "account": _Kind("BANK_ACCOUNT", "rekening", 6, _any),
    "card": _Kind("CARD", "kartu", 12, checks.card),
    "imei": _Kind("IMEI", "IMEI", 13, checks.imei),
}
_PRECEDENCE = tuple(_KINDS)
_NEUTRAL = words("neutral-label")


def identifiers(layout: Layout) -> list[Candidate]:
    """All identity, account, card, device and telephone numbers, and look-alikes that stay."""
    found: list[Candidate] = []
    barrier = reached = 0
    runs = find_runs(layout.reading.text)
    for run, after in zip_longest(runs, runs[1:]):
        if run.start < reached:
            continue
        broken = _broken(layout, run, after, barrier)
        found += [broken] if broken else _classify(layout, run, barrier)
        reached = broken.end if broken else run.end
        if broken or len(run.digits) >= 6:
            barrier = reached
    return found


def _classify(layout: Layout, run: Run, barrier: int) -> list[Candidate]:
    if _is_money(layout, run):
        return []
    candidate = _alone(layout, run, barrier)[0]
    return [candidate] if candidate else _in_parts(layout, run)


def _alone(layout: Layout, run: Run, barrier: int) -> tuple[Candidate | None, bool]:
    """What the run is as a whole, and whether a label says so."""
    kind, label = _label(layout, run, barrier)
    labelled = _by_label(run, kind, label)
    return labelled or _by_form(layout, run), labelled is not None


def _broken(layout: Layout, run: Run, after: Run | None, barrier: int) -> Candidate | None:
    """The number that begins with this run and goes on in the next lines. ``after``: the run behind it; where
    that is a whole number, they are two."""
    text, best = layout.reading.text, None
    start = line_ends.below(text, run)
    if start is None or _is_money(layout, run):
        return None
    two = after is not None and after.start == start and _is_whole(layout, after)
    for joined in line_ends.continuations(text, run):
        candidate, labelled = _alone(layout, joined, barrier)
        if candidate is None or (two and not line_ends.outweighs(candidate.type, joined)):
            continue
        if line_ends.goes_on(text, candidate.type, labelled, run, joined):
            best = candidate
            if candidate.type != "PHONE":  # as many groups as a telephone number can have
                break
    return best


def _is_whole(layout: Layout, run: Run) -> bool:
    candidate = _by_form(layout, run)
    return candidate is not None and line_ends.is_proven(candidate.type, run)


def _in_parts(layout: Layout, run: Run) -> list[Candidate]:
    """A time or a date in front may have joined a number: ``08.15 0812-5104-3378``."""
    for at, char in enumerate(run.text):
        if char == " ":
            for start, end in ((run.start + at + 1, run.end), (run.start, run.start + at)):
                part = next(iter(find_runs(layout.reading.text[start:end])), None)
                shifted = part and Run(
                    part.start + start, part.end + start, part.text, part.digits, part.shape
                )
                found = shifted and _by_form(layout, shifted)
                if found:
                    return [found]
    return []


def _is_money(layout: Layout, run: Run) -> bool:
    reading = layout.reading
    index = reading.word_at(run.start)
    if reading.tag_before(index, "amount") and "\n" not in reading.between(index):
        return True
    after = reading.text[run.end : run.end + 3]
    return run.amount and after.startswith((",-", ",0", "%"))


def _label(layout: Layout, run: Run, barrier: int) -> tuple[str, str]:
    """The kind that the nearest label gives, and the label's words; ``("", "")`` without one."""
    reading = layout.reading
    index = reading.word_at(run.start)
    field = layout.field_at(run.start)
    strong = phones.mobile(run) or checks.nik(run.digits)
    nearest = _label_in_text(layout, index, max(barrier, field.start if field else 0), strong)
    if nearest[0]:
        return nearest
    kinds = layout.kinds_at(run.start)
    numeric = [kind for kind in _PRECEDENCE if kind in kinds] + (["number"] if "number" in kinds else [])
    if not numeric:
        return "", ""
    return _fitting(numeric, run), " ".join(_label_words(layout, run, field is not None))


def _label_words(layout: Layout, run: Run, in_field: bool) -> list[str]:
    field = layout.field_at(run.start)
    if not in_field or field is None:
        return []
    return [layout.reading.word(i) for i in range(*field.label)]


def _fitting(kinds: list[str], run: Run) -> str:
    """Of several kinds of one label ("NIK/KK", "No. HP/rekening") the one whose form the number has."""
    return next(
        (k for k in kinds if k in _KINDS and _KINDS[k].proof is not _any and _KINDS[k].proof(run.digits)),
        kinds[0],
    )


def _label_in_text(layout: Layout, index: int, barrier: int, strong: bool) -> tuple[str, str]:
    """Walk left from a number to the nearest label on its line (or at the end of the line above).

    ``strong``: the number's own form proves it; then only a label right in front can make it a mere number.
    """
    reading = layout.reading
    for step in range(_LABEL_REACH + 1):
        at = index - step
        if at <= 0 or reading.ends[at - 1] <= barrier or _walls(reading.between(at)):
            break
        length, kind = _numeric_mark(layout, at - 1)
        words = reading.folds[at - length : at]
        if kind and not (kind == "number" and (set(words) <= _NEUTRAL or (step and strong))):
            return kind, reading.text[reading.starts[at - length] : reading.ends[at - 1]]
        if step and reading.sentence_end(at):
            break
    return "", ""


def _walls(gap: str) -> bool:
    return (
        "|" in gap or "\t" in gap or gap.count("\n") > 1 or ";" in gap or ("   " in gap and "\n" not in gap)
    )


def _numeric_mark(layout: Layout, last: int) -> tuple[int, str]:
    """The longest label mark for numbers that ends with word ``last``."""
    best, kind = 0, ""
    for length, tags in layout.reading.closing.get(last, ()):
        for name in (*_PRECEDENCE, "number"):
            if f"label.{name}" in tags and length > best:
                best, kind = length, name
    return best, kind


def _by_label(run: Run, kind: str, label: str) -> Candidate | None:
    if kind == "number":
        return _kept(run, label) if len(run.digits) >= _LOOKALIKE_DIGITS else None
    known = _KINDS.get(kind)
    if known is None or _dated(run):
        return None
    if kind == "phone":
        return _phone(run, labelled=True)
    if kind == "nrp" and checks.nip(run.digits):
        known = _KINDS["nip"]
    if kind == "nip" and len(run.digits) < known.least:  # a column for both: "NRP/NIP"
        known = _KINDS["nrp"]
    if kind == "passport" and len(run.digits) >= 13:  # "Paspor" is also a bank's name for its card
        known = _KINDS["card"]
    if len(run.digits) < known.least or (phones.mobile(run) and kind in ("nik", "kk", "nip", "npwp")):
        return None
    regular = known.proof(run.digits)
    holder = (
        Role.COMPANY
        if known.type == "NPWP" and (kind == "company_npwp" or checks.company_npwp(run.digits))
        else None
    )
    return Candidate(
        known.type,
        run.start,
        run.end,
        f"identifiers.{known.type.lower()}",
        0.99 if regular else 0.9,
        _LABELLED if regular else _ODD,
        Rank.IDENTIFIER,
        holder,
        run.digits,
        {"label": known.label},
    )


def _kept(run: Run, label: str) -> Candidate:
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
        {"label": label},
    )


def _phone(run: Run, labelled: bool) -> Candidate | None:
    number = phones.national(run.digits)
    if run.digits in phones.HOTLINES:
        return Candidate(
            "NUMBER",
            run.start,
            run.end,
            "phones.hotline",
            0.95,
            N_("Nomor layanan umum."),
            Rank.IDENTIFIER,
            Role.INSTITUTION,
        )
    if phones.mobile(run):
        return Candidate(
            "PHONE", run.start, run.end, "phones.mobile", 0.97, _MOBILE, Rank.IDENTIFIER, None, number
        )
    if phones.landline(run):
        return Candidate(
            "PHONE", run.start, run.end, "phones.landline", 0.95, _LANDLINE, Rank.IDENTIFIER, None, number
        )
    if labelled and phones.plausible(run):
        return Candidate(
            "PHONE",
            run.start,
            run.end,
            "phones.labelled",
            0.85,
            _ODD,
            Rank.IDENTIFIER,
            None,
            number,
            {"label": "telepon"},
        )
    return None


def _dated(run: Run) -> bool:
    """``21-06-1979``: a date, whatever label stands near."""
    return (
        run.shape[:2] in ((2, 2), (1, 2), (2, 1), (1, 1))
        and len(run.shape) >= 3
        and run.shape[2] in (2, 4)
        and len(run.digits) <= 8
    )


def _by_form(layout: Layout, run: Run) -> Candidate | None:
    if run.amount or _dated(run) or _date_and_time(run) or _in_reference(layout, run):
        return None
    number = run.digits
    for proof, type_, certain, reason in _FORMS:
        if proof(run):
            return Candidate(
                type_,
                run.start,
                run.end,
                f"identifiers.{type_.lower()}",
                certain,
                reason,
                Rank.IDENTIFIER,
                None,
                number,
            )
    return _phone(run, labelled=False) or _by_neighbour(layout, run)


_FORMS: tuple[tuple[Callable[[Run], bool], str, float, str], ...] = (
    (lambda run: checks.nip(run.digits), "NIP", 0.98, _NIP),
    (lambda run: checks.nik(run.digits), "NIK", 0.98, _NIK),
    (lambda run: run.shape == (2, 3, 3, 1, 3, 3) and checks.npwp(run.digits), "NPWP", 0.97, _NPWP),
    (lambda run: run.shape == (4, 4, 4, 4) and checks.card(run.digits), "CARD", 0.95, _CARD),
    (lambda run: len(run.shape) == 1 and checks.imei(run.digits), "IMEI", 0.9, _IMEI),
)


def _date_and_time(run: Run) -> bool:
    return (
        run.shape[:3] in ((2, 2, 4), (4, 2, 2))
        and len(run.shape) > 3
        and run.text[2:3] + run.text[4:5] != "  "
    )


def _in_reference(layout: Layout, run: Run) -> bool:
    """Part of a letter number: a slash or a letter-dot chain touches it."""
    text = layout.reading.text
    before, after = text[run.start - 1 : run.start], text[run.end : run.end + 1]
    if phones.mobile(run) or (len(run.digits) == 16 and checks.nik(run.digits)):
        return False
    if before == "/" and layout.reading.tag_before(
        layout.reading.word_at(run.start), "rank", "rank.military"
    ):
        return False  # "IPDA/86010022"
    return before == "/" or after == "/"


def _service_number(run: Run, police: bool, military: bool) -> bool:
    """Behind a police rank eight digits with a month; behind one of the armed forces five to fifteen."""
    return (police and checks.police_nrp(run.digits)) or (
        military and 5 <= len(run.digits) <= 15 and not run.amount
    )


def _by_neighbour(layout: Layout, run: Run) -> Candidate | None:
    """A bank's name or a rank in front tells what the number is."""
    reading = layout.reading
    index = reading.word_at(run.start)
    for at in range(index, max(index - 4, 0), -1):
        if _walls(reading.between(at)) or reading.sentence_end(at):
            break
        if 7 <= len(run.digits) <= 18 and reading.tag_before(at, "bank"):
            return Candidate(
                "BANK_ACCOUNT",
                run.start,
                run.end,
                "identifiers.bank_account",
                0.93,
                _ACCOUNT,
                Rank.IDENTIFIER,
                None,
                run.digits,
            )
        if (
            at >= index - 1
            and len(run.shape) == 1
            and _service_number(
                run, reading.tag_before(at, "rank") > 0, reading.tag_before(at, "rank.military") > 0
            )
        ):
            return Candidate(
                "NRP", run.start, run.end, "identifiers.nrp", 0.9, _NRP, Rank.IDENTIFIER, None, run.digits
            )
    return None
