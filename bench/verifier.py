#!/usr/bin/env python3
"""How many bad redactions `terbuka verify` finds, and how often it suspects a clean file, beside x-ray.

bench/verifier.py [WORD ...] [--seed N] [--jobs N] [--keep FOLDER] [--show]

The files are made anew from the seed (``leaks/planted*.py``, ``leaks/clean_*.py``). WORDs choose classes
whose kind or name holds one of them: `bench/verifier.py pixels`, `bench/verifier.py "pdf white" clean`. Every
file is verified by itself, without its original and without a word of what was in it; one in which nothing is
found so is verified again with the person's name and number as terms.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from comparison import PEER, PEER_PYTHON, PEER_READY
from leaks.persons import Person
from leaks.plant import Kind, Planted
from leaks.planted import classes
from terbuka.errors import TerbukaError
from terbuka.redaction.verifier.model import Verification
from terbuka.redaction.verify import verify

WANTED = {Kind.STRUCTURE: 1.0, Kind.PIXELS: 0.98}
MOST_FALSE_ALARMS = 0.01


@dataclass(frozen=True, slots=True)
class Outcome:
    """``alone``: found without a term; ``told``: found at least with one. ``why``: classes and places."""

    planted: Planted
    file: str
    alone: bool
    told: bool
    why: tuple[str, ...]


def main() -> bool:
    """Whether all that is wanted was reached."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("words", nargs="*", metavar="WORD")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="where the files are left")
    parser.add_argument("--show", action="store_true", help="what was found in each file")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as spare:
        folder = options.keep or Path(spare)
        folder.mkdir(exist_ok=True, parents=True)
        began = time.perf_counter()
        with ThreadPoolExecutor(options.jobs) as pool:
            made = [(one, *file_of(one, options.seed, folder)) for one in classes(options.words)]
            outcomes = [shown(one, told=options.show) for one in pool.map(lambda row: outcome(*row), made)]
        seconds = time.perf_counter() - began
        theirs = by_xray(folder)
    tell(outcomes, theirs)
    print(f"{len(outcomes)} files, {seconds / max(1, len(outcomes)):.1f} s each")
    return all(is_reached(kind, outcomes) for kind in Kind)


def file_of(planted: Planted, seed: int, folder: Path) -> tuple[Path, Person]:
    data, who = planted.made(seed)
    path = folder / f"{planted.kind}-{planted.name}.{planted.suffix}".replace(" ", "-").replace("%", "")
    path.write_bytes(data)
    return path, who


def outcome(planted: Planted, path: Path, who: Person) -> Outcome:
    why = found_in(path)
    alone = bool(why)
    if not alone and planted.kind is not Kind.CLEAN:
        why = found_in(path, who.secrets)
    return Outcome(planted, path.name, alone, bool(why), why)


def shown(one: Outcome, *, told: bool) -> Outcome:
    """The same; said at once, as a run takes its time."""
    if told:
        how = "found" if one.alone else "term" if one.told else "-"
        print(f"{how:6}{one.planted.kind} {one.planted.name}: {'; '.join(one.why)}", flush=True)
    return one


def found_in(path: Path, terms: Sequence[str] = ()) -> tuple[str, ...]:
    """Class and place of every survivor; an error is one too, as nobody may publish such a file."""
    try:
        verification: Verification = verify(path, terms=terms)
    except TerbukaError as error:
        return (f"error: {error}",)
    return tuple(dict.fromkeys(f"{one.kind}: {one.place}" for one in verification.survivors))


def by_xray(folder: Path) -> dict[str, bool | None]:
    """What x-ray says of the PDFs; nothing where it is not installed."""
    if not PEER_READY.exists():
        print("x-ray is left out: it is not installed in .bench-venv (make bench).")
        return {}
    done = subprocess.run(
        [str(PEER_PYTHON), str(PEER / "xray_found.py"), str(folder)], stdout=subprocess.PIPE, check=True
    )
    answer: dict[str, bool | None] = json.loads(done.stdout)
    return answer


def tell(outcomes: Sequence[Outcome], theirs: dict[str, bool | None]) -> None:
    print(f"{'':14}{'classes':>8}{'found':>8}{'with term':>11}{'x-ray on PDF':>16}")
    for kind in Kind:
        rows = [one for one in outcomes if one.planted.kind is kind]
        if not rows:
            continue
        alone, told = sum(one.alone for one in rows), sum(one.told for one in rows)
        pdfs = [one for one in rows if one.file in theirs]
        peer = f"{sum(theirs[one.file] is True for one in pdfs)} of {len(pdfs)}" if pdfs else "-"
        print(f"{kind:14}{len(rows):8}{alone:8}{told:11}{peer:>16}   {verdict(kind, rows)}")
    listed("Missed", (one for one in outcomes if not one.alone and one.planted.kind is not Kind.CLEAN))
    listed("False alarms", (one for one in outcomes if one.alone and one.planted.kind is Kind.CLEAN))


def verdict(kind: Kind, outcomes: Sequence[Outcome]) -> str:
    if kind not in WANTED and kind is not Kind.CLEAN:
        return ""
    wanted = f"at most {MOST_FALSE_ALARMS:.0%}" if kind is Kind.CLEAN else f"{WANTED[kind]:.0%}"
    return f"wanted: {wanted}; {'reached' if is_reached(kind, outcomes) else 'MISSED'}"


def is_reached(kind: Kind, outcomes: Sequence[Outcome]) -> bool:
    """Whether enough of a kind was found, of clean files few enough; so also where nothing is wanted."""
    alone = [one.alone for one in outcomes if one.planted.kind is kind]
    if kind is Kind.CLEAN:
        return sum(alone) <= MOST_FALSE_ALARMS * len(alone)
    return sum(alone) >= WANTED.get(kind, 0.0) * len(alone)


def listed(title: str, outcomes: Iterable[Outcome]) -> None:
    for one in outcomes:
        told = " (found with the term)" if one.told and not one.alone else ""
        why = f": {'; '.join(one.why)[:160]}" if one.alone else ""
        print(f"{title}: {one.planted.name}{told}{why}")


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
