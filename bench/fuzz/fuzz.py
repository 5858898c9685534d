"""Damaged files for every reader, writer and the verifier: what they raise that is no sentence, and what
passes that was tampered with.

    python bench/fuzz/fuzz.py [TARGET]... [--seconds N] [--from NUMBER] [--atheris]

A target is ``read``, ``write``, ``verify`` (a copy of ours) or ``foreign`` (the file as a copy of another
program) with a format, as ``read:pdf``; all of them by default. A number
makes the same damage again (``tests/documents/samples/mutants.py``); what broke something is in ``--keep``.
``--atheris``: one target, led by what lines a file reaches (atheris, in ``.bench-venv``), to the first break.
"""

import argparse
import logging
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from hashlib import sha256
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(ROOT)]
VENV = ROOT / ".bench-venv" / "lib" / f"python3.{sys.version_info.minor}" / "site-packages"
SLOW = 20.0
"""Seconds from which on one file is told as slow."""


class Tampered(Exception):
    """The verifier passed a copy that is not as the writer made it."""


FORMATS = ("pdf", "docx", "xlsx", "html", "mail", "text", "png", "jpeg", "tiff")
VERIFIED = ("pdf", "docx", "xlsx")
"""Formats of which every byte of a copy is known. In a text anybody may write more."""
TARGETS = [
    *(f"{task}:{format}" for format in FORMATS for task in ("read", "write")),
    *(f"verify:{format}" for format in VERIFIED),
    *(f"foreign:{format}" for format in FORMATS),
]


def target(name: str) -> tuple[bytes, Callable[[bytes], Any]]:
    """A seed, and what is done with its mutants."""
    from tests.documents.test_mutants import SEEDS

    task, format = name.split(":")
    if task == "verify":
        copy, request = copied(SEEDS[format])
        return copy, partial(verify, copy=copy, request=request)
    return SEEDS[format], {"read": read, "write": write, "foreign": foreign}[task]


def read(data: bytes) -> Any:
    """The document, as in the sandbox but in this process."""
    from terbuka.documents.formats import detect
    from terbuka.documents.reader import READERS

    return import_module(READERS[detect(data)]).read(data, sha256(data).hexdigest(), silent)


def write(data: bytes) -> tuple[bytes, Any, Any]:
    """A copy of what can be read."""
    from terbuka.documents.formats import Format
    from terbuka.redaction.plan import make_plan
    from terbuka.redaction.redact import WRITERS
    from terbuka.screening.screen import screen

    document = read(data)
    plan = make_plan(document, screen(document).findings)
    writer = import_module(WRITERS[Format(document.format).of_copy])
    with tempfile.TemporaryDirectory() as folder:
        source, destination = Path(folder) / "source", Path(folder) / "copy"
        source.write_bytes(data)
        placed = writer.write(source, destination, plan, silent)
        return destination.read_bytes(), plan, placed


def copied(seed: bytes) -> tuple[bytes, dict[str, Any]]:
    """A good copy of the seed, and what the verifier is asked about it."""
    from terbuka.redaction.plan import readable_pages
    from terbuka.redaction.verify import secrets_of

    copy, plan, placed = write(seed)
    pages = readable_pages(plan, placed)
    secrets = [[secret.number, secret.type, secret.text] for secret in secrets_of(plan)]
    return copy, {"secrets": secrets, "pages": pages, "ours": True}


def verify(data: bytes, copy: bytes, request: dict[str, Any]) -> None:
    """A copy that anybody has touched does not pass. Of a PDF the structure and the bytes, not the pixels."""
    from terbuka.redaction.verifier import inspect, pdf
    from terbuka.redaction.verifier.model import Verification

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copy"
        path.write_bytes(data)
        if copy.startswith(b"%PDF-"):
            found = inspect.in_sentences(pdf.structure_check(data, ours=True) for _ in range(1))
            passed = not any(check.survivors for check in found)
        else:
            passed = Verification.from_json(inspect.inspect({"public": str(path), **request}, silent)).passed
    if passed and data != copy:
        raise Tampered


def foreign(data: bytes) -> None:
    """Checked as a file of another program that nothing is known of but what its pages say."""
    from terbuka.redaction.verifier import inspect

    shown = read(data).text
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copy"
        path.write_bytes(data)
        request = {"public": str(path), "secrets": [], "pages": [["", ""]], "ours": False, "shown": shown}
        inspect.inspect(request, silent)


def silent(done: int, total: int) -> None:
    """Nobody watches."""


def run(name: str, first: int, seconds: float, keep: Path) -> int:
    """Mutants for so long; returns how many broke something."""
    from tests.documents.samples.mutants import mutant

    from terbuka.errors import TerbukaError

    seed, check = target(name)
    broken: dict[str, int] = {}
    refused = done = 0
    end = time.monotonic() + seconds
    for number in count(first):
        began = time.monotonic()
        if began > end:
            break
        data = mutant(seed, number)
        done += 1
        said = ""
        try:
            check(data)
        except TerbukaError:
            refused += 1
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            said = f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}"
        if not said and time.monotonic() - began > SLOW:
            said = "slow"
        if said and said not in broken:
            keep.mkdir(parents=True, exist_ok=True)
            (keep / f"{name.replace(':', '-')}-{number}").write_bytes(data)
            print(f"  {name} {number}: {said}", flush=True)
        if said:
            broken[said] = broken.get(said, 0) + 1
    print(
        f"{name:12} {done:6} files, {refused:6} refused, {sum(broken.values()):4} broke something", flush=True
    )
    return sum(broken.values())


def led(name: str) -> None:
    """The same led by atheris."""
    sys.path.append(str(VENV))
    import atheris

    from terbuka.errors import TerbukaError

    with atheris.instrument_imports(include=["terbuka.documents", "terbuka.redaction"]):
        seed, check = target(name)
        with suppress(TerbukaError):
            check(seed)  # a parser is imported where its format is met

    def one(data: bytes) -> None:
        try:
            check(data)
        except TerbukaError:
            return

    with tempfile.TemporaryDirectory() as corpus:
        (Path(corpus) / "seed").write_bytes(seed)
        atheris.Setup([sys.argv[0], corpus, "-rss_limit_mb=4096", "-max_len=65536", "-timeout=60"], one)
        atheris.Fuzz()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=" ".join(TARGETS))
    parser.add_argument("--seconds", type=float, default=150)
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "terbuka-fuzz")
    parser.add_argument("--atheris", action="store_true")
    options = parser.parse_args()
    logging.disable()  # the libraries tell of each fault of each file
    os.environ["PATH"] = ""  # no reader of pictures: it takes most of the time and is not what is tried
    if options.atheris:
        led(options.targets[0])
    chosen = options.targets or TARGETS
    sys.exit(1 if sum(run(name, options.first, options.seconds, options.keep) for name in chosen) else 0)


if __name__ == "__main__":
    main()
