"""Plates, chassis and engine numbers.

Plate prefixes: Perpol 7/2021 annex (registration regions). Chassis: ISO 3779, 17 characters without I, O, Q;
Indonesian makers begin with MH, MJ, MK or ML. Engine numbers have no standard: mostly the type and six or
seven figures.
"""

import re
from dataclasses import replace

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.folding import digits
from terbuka.screening.layout import Layout
from terbuka.screening.lexicon import is_ordinary, words
from terbuka.screening.recognisers.labels import Label, Labels, labels_of
from terbuka.screening.recognisers.patterns import FIGURE, Pattern
from terbuka.screening.recognisers.spoken import spoken_plates
from terbuka.screening.roles import Role

PREFIXES = words("plate-prefix")
_SHAPE = re.compile(rf"([A-Z]{{1,2}})[ \-.]*({FIGURE}{{1,4}})[ \-.]*([A-Z]{{0,3}})")
_DAMAGED = re.compile(r"([A-Z0-8]{1,2})([ \-.]*\d{2,4}[ \-.]*)([A-Z0158]{1,3})")
_AS_LETTER = str.maketrans("012345678", "OIZEASGTB")
_CHASSIS = re.compile(r"[A-HJ-NPR-Z0-9]{17}")
_MAKER = re.compile(r"M[HJKL][A-Z0-9]")
_ENGINE = re.compile(r"[A-Z0-9]{1,6}-?[A-Z0-9]{0,3}-?\d{5,8}")
_REST = re.compile(r" ([A-Z0-9lo]{3,8})\b")
_CHASSIS_LENGTH = 17
_CLEAN = str.maketrans("loOQI", "10001")
_VEHICLE_WORDS = words("vehicle")
_REACH, _LABEL_REACH, _SERIAL_REACH, _BESIDE = 8, 3, 2, 12
_LEAST_FIGURES, _MANY_LETTERS = 3, 4
_YEAR = re.compile("(?:19|20)..")
_RUNNING_ON = re.compile(r" [a-z(]|[,;.)]\s")
_NO_SUFFIX = frozenset({"RT", "RW", "KM", "NO"})

_PLATE = N_("Pelat nomor dengan kode wilayah %(prefix)s.")
_ODD_PLATE = N_("Nomor setelah label %(label)s; bentuknya tidak lazim, mungkin salah ketik atau salah baca.")
_CHASSIS_REASON = N_("17 huruf dan angka dalam bentuk nomor rangka.")
_ENGINE_REASON = N_("Nomor di samping nomor rangka, dalam bentuk nomor mesin.")
_LABELLED = N_("Nomor setelah label %(label)s.")


def vehicles(layout: Layout, patterns: list[Pattern]) -> list[Candidate]:
    """Plates, chassis and engine numbers among ``patterns``."""
    found: list[Candidate] = []
    labels = labels_of(layout)
    for pattern in [*patterns, *spoken_plates(layout.reading)]:
        candidate = None
        if pattern.kind in ("plate", "parted plate"):
            candidate = _plate(layout, labels, pattern)
        elif pattern.kind == "damaged plate":
            candidate = _damaged_plate(layout, labels, pattern)
        elif pattern.kind == "torn plate":
            candidate = _torn_plate(layout, labels, pattern)
        if candidate is None and pattern.kind in ("plate", "serial", "passport"):
            candidate = _serial(layout, labels, pattern, found)
        if candidate:
            found.append(candidate)
    return found


def _plate(layout: Layout, labels: Labels, pattern: Pattern) -> Candidate | None:
    small = pattern.text.islower()
    match = _SHAPE.fullmatch(pattern.text.upper() if small else pattern.text)
    if not match:
        return None
    near = _near(layout, pattern.start)
    if "plate" in _label(labels, pattern.start, _LABEL_REACH).kinds:
        near.add("plate")
    elif pattern.kind == "parted plate":
        return None
    holder = Role.OFFICIAL if "official" in near else None
    if match[1].lower() not in PREFIXES or match[2].startswith("0") or not match[3]:
        return _made_plate(pattern, match, 0.85, _ODD_PLATE, holder) if "plate" in near else None
    unlikely = not _looks_like_plate(match, near) or _in_chain(layout, pattern) or _is_block(match)
    if "plate" not in near and (unlikely or (small and "vehicle" not in near)):
        return None
    return _made_plate(pattern, match, 0.97 if "plate" in near else 0.85, _PLATE, holder)


def _damaged_plate(layout: Layout, labels: Labels, pattern: Pattern) -> Candidate | None:
    """``DD 4412 X0``, ``D4 4821 KQ``: a letter was read as a figure; only where a vehicle is spoken of."""
    led = "plate" in _label(labels, pattern.start, _LABEL_REACH).kinds
    match = _DAMAGED.fullmatch(pattern.text)
    if match is None or not (led or "vehicle" in _near(layout, pattern.start)):
        return None
    prefix, figures, suffix = match.groups()
    text = prefix.translate(_AS_LETTER) + figures + suffix.translate(_AS_LETTER)
    return _plate(layout, labels, replace(pattern, kind="plate", text=text))


def _torn_plate(layout: Layout, labels: Labels, pattern: Pattern) -> Candidate | None:
    """``DA 4821`` and ``XK`` below it: behind a label, or in the shape of a plate beyond doubt."""
    if _opens_field(layout, pattern):
        return None
    led = "plate" in _label(labels, pattern.start, _LABEL_REACH).kinds
    if led or _is_surely_a_plate(layout, pattern):
        return _plate(layout, labels, replace(pattern, kind="plate"))
    return None


def _opens_field(layout: Layout, pattern: Pattern) -> bool:
    """What would be the plate's last letters begins something else: a label, a word (``AN BUDI``)."""
    reading = layout.reading
    _, figures, suffix = pattern.text.split()
    marks = reading.opening.get(reading.word_at(pattern.end - 1), ())
    if suffix in _NO_SUFFIX or any(tag.startswith("label.") for _, tags in marks for tag in tags):
        return True
    below = "\n" in reading.text[pattern.start : pattern.end].partition(figures)[2]
    return below and is_ordinary(suffix.lower()) and not _RUNNING_ON.match(reading.text, pattern.end)


def _is_surely_a_plate(layout: Layout, pattern: Pattern) -> bool:
    """Without a label: three or four figures that are no year, letters that are no word, and a word of
    vehicles in front; or as long as plates get, in a sentence that goes on behind it."""
    prefix, figures, suffix = pattern.text.split()
    short = len(figures) < _LEAST_FIGURES or len(suffix) == 1
    if short or _YEAR.fullmatch(figures) or is_ordinary(suffix.lower()):
        return False
    long = len(figures) > _LEAST_FIGURES and len(prefix + suffix) >= _MANY_LETTERS
    runs_on = _RUNNING_ON.match(layout.reading.text, pattern.end)
    return "vehicle" in _near(layout, pattern.start) or bool(long and runs_on)


def _made_plate(
    pattern: Pattern, match: re.Match[str], certain: float, reason: str, holder: Role | None
) -> Candidate:
    key = match[1] + digits(match[2]) + match[3]
    values = {"prefix": match[1], "label": "pelat nomor"}
    start, end, rule = pattern.start, pattern.end, "vehicles.plate"
    return Candidate("PLATE", start, end, rule, certain, reason, Rank.IDENTIFIER, holder, key, values)


def _looks_like_plate(match: re.Match[str], near: set[str]) -> bool:
    """Without a label: three or four figures, or a word of vehicles in front."""
    long = len(match[2]) >= 3 and (len(match[1]) == 2 or len(match[3]) >= 2)
    return (long and "  " not in match[0]) or ("vehicle" in near and bool(match[3]))


def _is_block(match: re.Match[str]) -> bool:
    """``Blok B 12 RT 03``, ``Jl. A 5 KM``: part of an address."""
    return match[3] in _NO_SUFFIX and len(match[2]) < _LEAST_FIGURES


def _in_chain(layout: Layout, pattern: Pattern) -> bool:
    """``060.01.BB.3115``, ``F300UCA-6CE-00``: a link of a longer code."""
    text = layout.reading.text
    before, after = text[max(pattern.start - 2, 0) : pattern.start], text[pattern.end : pattern.end + 2]
    leads = len(before) == 2 and before[1] in "-." and before[0].isalnum()
    return leads or (len(after) == 2 and after[0] in "-." and after[1].isdigit())


def _near(layout: Layout, start: int) -> set[str]:
    """What the words in front say: ``vehicle``, ``official``."""
    reading = layout.reading
    index = reading.word_at(start)
    said: set[str] = set()
    for at in range(index, max(index - _REACH, 0), -1):
        gap = reading.between(at)
        if "|" in gap or ("\n" in gap and not reading.wraps(at)):
            break
        if at > index - 5 and reading.tag_before(at, "vehicle.official"):
            said.add("official")
        if reading.folds[at - 1] in _VEHICLE_WORDS:
            said.add("vehicle")
    return said


def _serial(layout: Layout, labels: Labels, pattern: Pattern, found: list[Candidate]) -> Candidate | None:
    """A chassis or engine number: by its label, by the form of a chassis, or beside one."""
    text = pattern.text.translate(_CLEAN)
    if sum(map(str.isdigit, text)) < _LEAST_FIGURES:
        return None
    said = _said(_label(labels, pattern.start, _SERIAL_REACH), text)
    rest = _REST.match(layout.reading.text, pattern.end)
    if said and rest and len(text) + len(rest[1]) == _CHASSIS_LENGTH:  # torn by the scan
        pattern = replace(pattern, end=rest.end(), text=pattern.text + rest[1])
    if said:
        return _made_serial(pattern, "vehicles.labelled", 0.97, _LABELLED, {"label": said})
    if _is_chassis(text):
        return _made_serial(pattern, "vehicles.chassis", 0.95, _CHASSIS_REASON, {})
    if _ENGINE.fullmatch(text) and _beside_chassis(layout, pattern, found):
        return _made_serial(pattern, "vehicles.engine", 0.9, _ENGINE_REASON, {})
    return None


def _label(labels: Labels, start: int, reach: int) -> Label:
    """The label in front, at most ``reach`` words away and on the same line, or around."""
    label = labels.in_front(start)
    if not label.kinds or label.distance > reach or (label.distance and not labels.on_line(start, label)):
        return labels.around(start)
    return label


def _said(label: Label, text: str) -> str:
    """``mesin`` alone is also any machine: then the number must have the form of an engine's."""
    if "chassis" in label.kinds:
        return "nomor rangka"
    alone = len(label.words) == 1 and label.words[0] == "mesin"
    return "nomor mesin" if "engine" in label.kinds and (not alone or _ENGINE.fullmatch(text)) else ""


def _is_chassis(text: str) -> bool:
    mixed = sum(map(str.isdigit, text)) >= 5 and sum(map(str.isalpha, text)) >= 4
    return bool(_CHASSIS.fullmatch(text) and mixed and _MAKER.match(text))


def _beside_chassis(layout: Layout, pattern: Pattern, found: list[Candidate]) -> bool:
    """The number of the engine follows that of the frame: ``MH1JBP118LK402275 / JBP1E1402281``."""
    if not found or found[-1].type != "VEHICLE_ID" or found[-1].rule == "vehicles.engine":
        return False
    gap = layout.reading.text[found[-1].end : pattern.start]
    return 0 < len(gap) <= _BESIDE and "\n" not in gap and not any(map(str.isdigit, gap))


def _made_serial(
    pattern: Pattern, rule: str, certain: float, reason: str, values: dict[str, str]
) -> Candidate:
    return Candidate(
        "VEHICLE_ID",
        pattern.start,
        pattern.end,
        rule,
        certain,
        reason,
        Rank.IDENTIFIER,
        None,
        pattern.text.translate(_CLEAN),
        dict(values),
    )
