"""Documents full of invented identifiers and of look-alikes that must stay, for the property test of the
recognisers and for ``bench/identifiers.py``.

A document is some lines, each from a carrier of ``carriers.toml``: sentences, lines of forms and rows of
tables as offices, scanners and people in chats write them.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from terbuka.screening.candidate import Candidate
from terbuka.screening.kinds import recognise
from terbuka.screening.recognisers.births import births
from terbuka.screening.recognisers.contacts import contacts
from terbuka.screening.recognisers.credentials import credentials
from terbuka.screening.recognisers.devices import devices
from terbuka.screening.recognisers.identifiers import identifiers
from terbuka.screening.recognisers.papers import papers
from terbuka.screening.recognisers.patterns import find_patterns
from terbuka.screening.recognisers.phone_holders import holder
from terbuka.screening.recognisers.vehicles import vehicles
from terbuka.screening.setting import Laid, lay
from tests.screening.recognisers import made_identifiers as made
from tests.screening.recognisers.made_identifiers import Maker

_LINES = tomllib.loads(Path(__file__).with_name("carriers.toml").read_text(encoding="utf-8"))
_MAKERS: dict[str, Maker] = {
    "NIK": made.nik, "KK": made.family_card, "NPWP": made.npwp, "NIP": made.nip, "NRP": made.nrp,
    "PASSPORT": made.passport, "SIM": made.driving_licence, "BPJS": made.health_card, "PHONE": made.mobile,
    "EMAIL": made.email, "SOCIAL": made.handle, "PLATE": made.plate, "VEHICLE_ID": made.chassis,
    "CHASSIS": made.chassis, "ENGINE": made.engine, "BANK_ACCOUNT": made.account, "CARD": made.card,
    "IMEI": made.imei, "IP": made.address, "BIRTH": made.birth, "CREDENTIAL": made.secret,
}  # fmt: skip
_TYPES = {"CHASSIS": "VEHICLE_ID", "ENGINE": "VEHICLE_ID"}
_NAMES = ("Siti Rahmah", "Wayan Sudarma", "Yohana Kogoya", "Asep Hidayat", "Maria Nainggolan")


@dataclass(slots=True)
class Document:
    """A text and what must be hidden in it: begin, end and type of each identifier."""

    text: str = ""
    marks: list[tuple[int, int, str]] = field(default_factory=list)

    def add(self, carrier: str, type_: str, surface: str) -> None:
        before, _, after = carrier.partition("{}")
        start = len(self.text) + len(before)
        self.text += f"{before}{surface}{after}"
        self.marks.append((start, start + len(surface), type_))


def documents(seed: int, count: int) -> Iterator[Document]:
    """``count`` documents; the seed tells them all."""
    chance = Random(seed)  # noqa: S311
    for _ in range(count):
        yield _document(chance)


def _document(chance: Random) -> Document:
    document = Document()
    lines = chance.choices((_identifier, _mixed, _lookalike), (4, 2, 4), k=chance.randint(5, 8))
    lines += chance.choices((_damaged, _parted, _table))
    chance.shuffle(lines)
    for line in lines:
        line(document, chance)
        document.text += chance.choice(["\n", "\n", ".\n", "\n\n"])
    return document


def _identifier(document: Document, chance: Random) -> None:
    said = chance.choice(_LINES["identifier"])
    document.add(chance.choice(said["carriers"]), said["type"], getattr(made, said["maker"])(chance))


def _mixed(document: Document, chance: Random) -> None:
    for piece in re.split(r"(?<=\})", chance.choice(_LINES["lines"]["mixed"])):
        before, _, name = piece.rstrip("}").partition("{")
        if name:
            document.add(f"{before}{{}}", _TYPES.get(name, name), _MAKERS[name](chance))
        else:
            document.text += before


def _damaged(document: Document, chance: Random) -> None:
    said = chance.choice(_LINES["damaged"])
    number = made.damaged(chance, getattr(made, said["maker"])(chance))
    document.add(chance.choice(said["carriers"]), said["type"], number)


def _parted(document: Document, chance: Random) -> None:
    said = chance.choice(_LINES["parted"])
    number = made.parted(chance, getattr(made, said["maker"])(chance))
    document.add(chance.choice(said["carriers"]), said["type"], number)


def _lookalike(document: Document, chance: Random) -> None:
    text = chance.choice(_LINES["lines"]["lookalikes"])
    for size in range(16, 1, -1):
        while f"{{n{size}}}" in text:
            text = text.replace(f"{{n{size}}}", f"{chance.randint(1, 9)}{made.digits(chance, size - 1)}", 1)
    document.text += text.replace("{landline}", made.landline(chance))


def _table(document: Document, chance: Random) -> None:
    table = chance.choice(_LINES["table"])
    between = f" {table['parted']} " if table["parted"] == "|" else table["parted"]
    document.text += f"\n{table['heading']}"
    for row in range(chance.randint(2, 4)):
        document.text += f"\n{row + 1}{between}{chance.choice(_NAMES)}"
        for type_ in table["types"]:
            document.add(f"{between}{{}}", type_, _MAKERS[type_](chance))
    document.text += "\n\n"


def found(text: str) -> list[Candidate]:
    """What the recognisers of identifiers would hide, where it stands in the text."""
    laid = lay(text, "polri")
    layout = laid.layout
    patterns = list(find_patterns(layout.reading.text))
    candidates = [
        *identifiers(layout),
        *vehicles(layout, patterns),
        *papers(layout, patterns),
        *contacts(layout, patterns),
        *devices(layout, patterns),
        *credentials(layout, recognise(layout.reading)),
        *births(layout),
    ]
    for candidate in candidates:
        if candidate.type == "PHONE" and candidate.holder is None:
            candidate.holder = holder(layout, candidate)
    hides = [c for c in candidates if c.holder is None or not c.holder.stays_open]
    return [placed for candidate in hides for placed in _placed(laid, candidate)]


def _placed(laid: Laid, candidate: Candidate) -> Iterator[Candidate]:
    for start, end in laid.stored(candidate.start, candidate.end):
        yield replace(candidate, start=start, end=end)


@dataclass(slots=True)
class Measured:
    """``wanted`` and ``missed`` count identifiers by type, ``hidden`` and ``wrong`` what was hidden."""

    wanted: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    hidden: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def add(self, document: Document, candidates: list[Candidate]) -> None:
        """Count a document: a mark with a readable letter is missed, a finding that touches none is wrong."""
        text = document.text
        hidden = {at for candidate in candidates for at in range(candidate.start, candidate.end)}
        for start, end, type_ in document.marks:
            self.wanted[type_] += 1
            if any(text[at].isalnum() and at not in hidden for at in range(start, end)):
                self.missed[type_] += 1
                self.errors.append(f"missed {type_}: {_line(text, start, end)}")
        for candidate in candidates:
            self.hidden[candidate.type] += 1
            if not any(candidate.overlaps(start, end) for start, end, _ in document.marks):
                self.wrong[candidate.type] += 1
                self.errors.append(f"wrong {candidate.rule}: {_line(text, candidate.start, candidate.end)}")

    @property
    def recall(self) -> float:
        return 1 - sum(self.missed.values()) / max(sum(self.wanted.values()), 1)

    @property
    def precision(self) -> float:
        return 1 - sum(self.wrong.values()) / max(sum(self.hidden.values()), 1)


def measure(seed: int, count: int) -> Measured:
    """Hide what the recognisers find in generated documents."""
    measured = Measured()
    for document in documents(seed, count):
        measured.add(document, found(document.text))
    return measured


def _line(text: str, start: int, end: int) -> str:
    begun = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    return f"{text[begun:start]}[{text[start:end]}]{text[end : stop if stop >= 0 else len(text)]}"
