#!/usr/bin/env python3
"""Do copies of Terbuka open in the programs that people have, without repair? Are their words found there?

    bench/readers.py [FAMILY ...] [--each N] [--seed N] [--keep DIR]

Of each family of ``bench/leaks`` N cases (all: ``--each 0``) are redacted; each copy is opened by qpdf,
poppler, MuPDF and pdf.js (PDF), by LibreOffice (DOCX, XLSX, HTML). Counted are copies of which a program
complains or that it mends, and the words that should be kept and that it does not find. A program that is
not installed is left out, and said so.
"""

import argparse
import json
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from leaks.case import Case, Planted
from leaks.corpus import cases
from leaks.marked_up import shown
from survivors import by_terbuka, missing

BENCH = Path(__file__).resolve().parent
VENV = BENCH.parent / ".bench-venv"
SECONDS = 180
ENDINGS = {"pdf": ".pdf", "docx": ".docx", "xlsx": ".xlsx", "html": ".html"}
IN_LIBREOFFICE = {
    ".docx": "txt:Text (encoded):UTF8",
    ".xlsx": "html:HTML (StarCalc)",
    ".html": "txt:Text (encoded):UTF8",
}
"""What LibreOffice writes of a copy, so that its words can be looked for; of a workbook all its sheets."""
MUPDF = """
import json, sys, fitz
fitz.TOOLS.mupdf_display_errors(False)
document = fitz.open(sys.argv[1])
text = "".join(page.get_text() for page in document)
said = fitz.TOOLS.mupdf_warnings()
print(json.dumps({"text": text, "complaints": [said] if said or document.is_repaired else []}))
"""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a program made of a copy. ``text``: none where the program reads none."""

    text: str | None
    complaints: list[str]


@dataclass(frozen=True, slots=True)
class Reader:
    """A program. ``takes``: endings of the files that it opens."""

    name: str
    takes: tuple[str, ...]
    is_there: bool
    open: Callable[[Path], Opened]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("families", nargs="*", metavar="FAMILY")
    parser.add_argument("--each", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    readers = [
        reader for reader in all_readers() if reader.is_there or print(f"{reader.name} is not installed.")
    ]
    table: Counter[tuple[str, str, str]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for copy, planted in copies(
            chosen(options.families, options.each), options.seed, options.keep or Path(folder)
        ):
            for reader in readers:
                if copy.suffix in reader.takes:
                    count(table, reader, copy, planted)
    print_table(table, readers)


def chosen(families: list[str], each: int) -> Iterator[Case]:
    """The first cases of each family whose copies one of the programs opens."""
    fitting = (case for case in cases(tuple(families)) if case.format in ENDINGS)
    for _, of_family in groupby(fitting, lambda case: case.family):
        members = list(of_family)
        yield from members[: each or len(members)]


def copies(of: Iterator[Case], seed: int, home: Path) -> Iterator[tuple[Path, Planted]]:
    """The copies that Terbuka makes; what it refuses is the matter of ``survivors.py``."""
    for case in of:
        folder = home / case.family / case.name
        folder.mkdir(parents=True, exist_ok=True)
        planted = case.made(seed, folder)
        copy = folder / f"copy{ENDINGS[case.format]}"
        refusal = by_terbuka(planted, copy)
        if copy.exists():
            yield copy, planted
        else:
            print(f"no copy of {case.family}/{case.name}: {refusal}", flush=True)


def count(table: Counter[tuple[str, str, str]], reader: Reader, copy: Path, planted: Planted) -> None:
    """Adds what the program made of the copy, and says what is not as it should be."""
    opened = reader.open(copy)
    lost = [] if opened.text is None else missing(planted.kept, opened.text)
    key = (copy.suffix, reader.name)
    table[*key, "copies"] += 1
    table[*key, "complaints"] += bool(opened.complaints)
    table[*key, "words"] += 0 if opened.text is None else len(planted.kept)
    table[*key, "lost"] += len(lost)
    if opened.complaints or lost:
        place = f"{copy.parent.parent.name}/{copy.parent.name}"
        print(
            f"{reader.name:12} {place:44} {' '.join(opened.complaints)[:200]} lost: {' '.join(lost[:8])}",
            flush=True,
        )


def print_table(table: Counter[tuple[str, str, str]], readers: list[Reader]) -> None:
    print(f"\n{'':8}{'opened by':14}{'copies':>8}{'complaints':>12}{'words found':>14}")
    for suffix in dict.fromkeys(ENDINGS.values()):
        for reader in readers:
            copies, complaints, words, lost = (
                table[suffix, reader.name, what] for what in ("copies", "complaints", "words", "lost")
            )
            if copies:
                found = f"{(words - lost) / words:.2%}" if words else "–"
                print(f"{suffix[1:]:8}{reader.name:14}{copies:8}{complaints:12}{found:>14}")


def all_readers() -> list[Reader]:
    python, node = VENV / "bin" / "python", shutil.which("node")
    return [
        Reader("qpdf", (".pdf",), bool(shutil.which("qpdf")), by_qpdf),
        Reader("poppler", (".pdf",), bool(shutil.which("pdftotext")), by_poppler),
        Reader("MuPDF", (".pdf",), python.exists(), by_mupdf),
        Reader("pdf.js", (".pdf",), bool(node) and (VENV / "node" / "node_modules").exists(), by_pdfjs),
        Reader("LibreOffice", tuple(IN_LIBREOFFICE), bool(shutil.which("soffice")), by_libreoffice),
    ]


def by_qpdf(copy: Path) -> Opened:
    """Its check of the file: the table of objects, their streams, the tree of pages."""
    done = _run("qpdf", "--check", copy)
    return Opened(None, [] if done.returncode == 0 else [done.stderr.strip() or done.stdout.strip()])


def by_poppler(copy: Path) -> Opened:
    done = _run("pdftotext", "-enc", "UTF-8", copy, "-")
    return Opened(done.stdout, [done.stderr.strip()] if done.returncode or done.stderr.strip() else [])


def by_mupdf(copy: Path) -> Opened:
    return _told(_run(VENV / "bin" / "python", "-c", MUPDF, copy))


def by_pdfjs(copy: Path) -> Opened:
    return _told(_run("node", BENCH / "peer" / "pdfjs.mjs", copy))


def by_libreoffice(copy: Path) -> Opened:
    """What it exports of the copy; it writes nothing of a file that it would have to repair."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = IN_LIBREOFFICE[copy.suffix]
        profile = (
            f"-env:UserInstallation={(Path(tempfile.gettempdir()) / 'terbuka-bench-libreoffice').as_uri()}"
        )
        done = _run("soffice", profile, "--headless", "--convert-to", wanted, "--outdir", folder, copy)
        written = next(Path(folder).iterdir(), None)
        if written is None:
            return Opened("", [done.stderr.strip() or "LibreOffice wrote nothing"])
        data = written.read_bytes()
        return Opened(shown(data) if written.suffix == ".html" else data.decode("utf-8", "replace"), [])


def _told(done: "subprocess.CompletedProcess[str]") -> Opened:
    """The line of JSON that a helper of ours prints."""
    if not done.stdout:
        return Opened("", [done.stderr.strip()[-200:] or "it died"])
    told = json.loads(done.stdout)
    return Opened(told["text"], told["complaints"])


def _run(*command: object) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False, timeout=SECONDS
    )


if __name__ == "__main__":
    main()
