"""How much memory a public copy takes: the most that each process of ``terbuka redact`` held, by pages.

At most 600 MB are wanted for 2,000 pages, so the numbers should hardly grow from one row to the next.

    python bench/memory.py [--until write] [PAGES]...

``--until``: the last process to let run; the verifier takes its time, though it reads no page whose
letters are proven (docs/decisions/0025).
"""

import argparse
import contextlib
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import typst

STAGES = ("read", "write", "verify")
"""The processes that a copy is made in, one after another; the program itself screens in between."""
NAMES = ["Siti", "Rahmah", "Bagus", "Wirawan", "Dewi", "Lestari", "Joko", "Susilo", "Ratna", "Hendra"]
PARAGRAPH = (
    "Pada hari ini pelapor Sdri. {reporter}, NIK 637103{nik:010}, menerangkan kepada AIPTU Fahrul Rozi bahwa "
    "sepeda motor miliknya hilang di depan toko. Saksi Sdr. {witness}, telepon 0812-{phone:04}-{phone:04}, "
    "melihat seorang laki-laki pergi ke arah pasar. Penyidik memeriksa tempat kejadian dan mencatatnya. "
)
MEGABYTE = 1000 * 1000
WANTED = 600
"""Megabytes that one process may hold."""
EVERY = 0.05
"""Seconds between two looks at the processes."""


def typeset(pages: int, path: Path) -> None:
    """A document of so many pages, two paragraphs on each, with other persons on every page."""
    chance = random.Random(pages)  # noqa: S311 - invented persons, the same each time

    def person() -> str:
        return " ".join(chance.sample(NAMES, 2))

    def paragraph() -> str:
        numbers = {"nik": chance.randrange(10**10), "phone": chance.randrange(1000, 9999)}
        return PARAGRAPH.format(reporter=person(), witness=person(), **numbers)

    sheets = ["\n\n".join(paragraph() for _ in range(2)) for _ in range(pages)]
    source = path.with_suffix(".typ")
    source.write_text('#set page(paper: "a4")\n' + "\n#pagebreak()\n".join(sheets), encoding="utf-8")
    typst.compile(source, output=path)


def held(number: int) -> int:
    """The most memory that a process ever held, in bytes; 0 where it is gone."""
    try:
        lines = Path(f"/proc/{number}/status").read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)


def children(number: int) -> list[int]:
    """The processes that a process has started, from any of its threads."""
    started: list[int] = []
    with contextlib.suppress(OSError):
        for thread in Path(f"/proc/{number}/task").iterdir():
            started += map(int, (thread / "children").read_text(encoding="ascii").split())
    return sorted(started)


def below(number: int) -> Iterator[int]:
    """The processes that a process has started, and theirs."""
    for child in children(number):
        yield child
        yield from below(child)


def called(number: int) -> str:
    """The name of the program that a process runs."""
    try:
        return Path(f"/proc/{number}/comm").read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def watch(command: "subprocess.Popen[bytes]", until: str) -> dict[str, int]:
    """What each process of the command held at most, by its name, until it ends or begins the next stage."""
    most = {"program": 0}
    stages: dict[int, str] = {}
    while command.poll() is None:
        most["program"] = max(most["program"], held(command.pid))
        for worker in children(command.pid):
            if worker not in stages and len(stages) > STAGES.index(until):
                command.send_signal(signal.SIGINT)
                command.wait()
                return most
            stage = stages.setdefault(worker, STAGES[min(len(stages), len(STAGES) - 1)])
            for number in (worker, *below(worker)):
                name = stage if called(number).startswith("python") else called(number)
                most[name] = max(most.get(name, 0), held(number))
        time.sleep(EVERY)
    return most


def main() -> bool:
    """Whether no process held more than is wanted, in copies that were made."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("pages", type=int, nargs="*", default=[25, 50])
    parser.add_argument("--until", choices=STAGES, default=STAGES[-1])
    options = parser.parse_args()
    worst, are_made = 0.0, True
    for pages in options.pages:
        with tempfile.TemporaryDirectory() as folder:
            source, copy = Path(folder) / "source.pdf", Path(folder) / "copy.pdf"
            typeset(pages, source)
            began = time.monotonic()
            arguments = [sys.executable, "-m", "terbuka", "redact", str(source), "--out", str(copy)]
            command = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            most = watch(command, options.until)
            size = copy.stat().st_size / MEGABYTE if copy.exists() else 0.0
        seconds = time.monotonic() - began
        print(f"{pages} pages in {seconds:.0f} s, exit {command.returncode}, copy of {size:.1f} MB")
        for name, amount in most.items():
            print(f"  {name:12} {amount / MEGABYTE:8.0f} MB")
        worst = max(worst, *(amount / MEGABYTE for amount in most.values()))
        are_made = are_made and (command.returncode == 0 or options.until != STAGES[-1])
    reached = worst <= WANTED and are_made
    verdict = "reached" if reached else "MISSED"
    print(f"most of one process: {worst:.0f} MB (wanted: copies, with {WANTED} MB at most; {verdict})")
    return reached


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
