#!/usr/bin/env python3
"""Terbuka beside its peers, in one run on the same documents: Presidio with an Indonesian spaCy name model
and Indonesian patterns, and the same patterns alone (``bench/peer``, installed in ``.bench-venv``).

bench/comparison.py [CORPUS_DIR ...] [--data SCREENING_DATA]

Each engine analyses the documents one by one in a process of one thread, after a warm-up on the first;
loading is not counted, and the fastest of three processes is. Start-up is measured beside it: all of
`terbuka screen` on a page, against imports and loading alone of the peer. SCREENING_DATA holds
``ner/train.conll`` and ``ner/dev.conll``; the peer's model learns from them once and stays in .bench-venv.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from terbuka.documents.text import document_of
from terbuka.screening.annotated import Mark, Score, parse
from terbuka.screening.screen import screen

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
PEER = ROOT / "bench" / "peer"
PEER_PYTHON = ROOT / ".bench-venv" / "bin" / "python"
PEER_READY = ROOT / ".bench-venv" / ".ready"
MODELS = ROOT / ".bench-venv" / "models"
ONE_THREAD = {**os.environ, "OMP_NUM_THREADS": "1"}

OURS, PRESIDIO, PATTERNS = "Terbuka", "Presidio + spaCy", "patterns only"
WANTED_SPEED, WANTED_LEAKS = 3.0, 0.1
RUNS = 3

Spans = list[tuple[int, int]]
Marked = dict[str, tuple[str, list[Mark]]]


@dataclass(frozen=True, slots=True)
class Row:
    """What one engine reached on the documents."""

    words_per_second: float
    measures: dict[str, float]


def main() -> bool:
    """Whether all that is wanted against Presidio was reached."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path, nargs="*", metavar="CORPUS_DIR")
    parser.add_argument("--data", type=Path, default=SHARED / "screening-data")
    parser.add_argument("--ours", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.ours:
        answer_for_ours()
        return True
    model = name_model(options.data / "ner")
    reached = [compare(corpus, model) for corpus in options.corpora or default_corpora()]
    start_up(model)
    return all(reached)


def default_corpora() -> list[Path]:
    """The corpus that came with the policy, and the one that nobody reads."""
    own = ROOT / "corpus"
    came = SHARED / "corpus" / "dev"
    return [came if came.is_dir() else own / "dev", own / "blind"]


def answer_for_ours() -> None:
    """What ``peer/engines.py`` answers, from Terbuka."""
    texts = json.load(sys.stdin)
    for text in texts[:1]:
        screen(document_of(text))
    began = time.perf_counter()
    spans = [
        [(f.start, f.end) for f in screen(document_of(text)).findings if f.action.hides] for text in texts
    ]
    json.dump({"seconds": time.perf_counter() - began, "spans": spans}, sys.stdout)


def engines(model: Path | None) -> dict[str, list[str]]:
    """Each engine's command; without what a peer needs, only the others."""
    commands = {OURS: [sys.executable, __file__, "--ours"]}
    if model:
        commands[PRESIDIO] = [str(PEER_PYTHON), str(PEER / "engines.py"), "presidio", str(model)]
    if PEER_READY.exists():
        commands[PATTERNS] = [str(PEER_PYTHON), str(PEER / "engines.py"), "patterns"]
    return commands


def name_model(data: Path) -> Path | None:
    """The peer's name model, learned if it is not kept yet; none where something is missing."""
    if not PEER_READY.exists():
        print("The peers are left out: Presidio and spaCy are not installed in .bench-venv.")
        return None
    files = [data / "train.conll", data / "dev.conll"]
    if not all(file.exists() for file in files):
        print(f"Presidio is left out: there is no train.conll and dev.conll in {data}.")
        return None
    made_of = [*files, PEER / "train.py", ROOT / "requirements" / "bench.txt"]
    folder = MODELS / hashlib.sha256(b"".join(file.read_bytes() for file in made_of)).hexdigest()[:16]
    known = folder / "f1.json"
    if not known.exists():
        print("The peer's name model is learned once, in about eight minutes.", flush=True)
        began = time.perf_counter()
        learn = [str(PEER_PYTHON), str(PEER / "train.py"), *map(str, files), str(folder)]
        subprocess.run(learn, env=ONE_THREAD, check=True)
        print(f"Learned in {time.perf_counter() - began:.0f} s.")
    scores = json.loads(known.read_text(encoding="utf-8"))
    print("The peer's name model on dev.conll, F1:", ", ".join(f"{k} {v:.3f}" for k, v in scores.items()))
    return folder


def compare(corpus: Path, model: Path | None) -> bool:
    """All engines on one folder of annotated documents; whether what is wanted was reached."""
    documents = {path.name: parse(path.read_text(encoding="utf-8")) for path in sorted(corpus.glob("*.txt"))}
    words = sum(len(text.split()) for text, _ in documents.values())
    print(f"\n{os.path.relpath(corpus, ROOT)}: {len(documents)} documents, {words:,} words")
    print(f"{'':18}{'words/s':>9}{'leak':>9}{'entity leak':>13}{'over-redaction':>16}{'collateral':>12}")
    rows = {}
    for name, command in engines(model).items():
        rows[name] = row = run(command, documents, words)
        leak, entities, over, collateral = row.measures.values()
        print(
            f"{name:18}{row.words_per_second:9,.0f}{leak:9.4f}{entities:13.4f}{over:16.4f}{collateral:12.4f}"
        )
    for peer in [name for name in (PRESIDIO, PATTERNS) if name in rows]:
        print(ratios(rows[OURS], peer, rows[peer]))
    return PRESIDIO not in rows or is_reached(rows[OURS], rows[PRESIDIO])


def run(command: list[str], documents: Marked, words: int) -> Row:
    """One engine in processes of its own, scored here."""
    texts = json.dumps([text for text, _ in documents.values()])
    answers = []
    for _ in range(RUNS):
        done = subprocess.run(
            command, input=texts, env=ONE_THREAD, stdout=subprocess.PIPE, text=True, check=True
        )
        answers.append(json.loads(done.stdout))
    spans: list[Spans] = answers[0]["spans"]
    score = Score()
    for (name, (text, marks)), found in zip(documents.items(), spans, strict=True):
        score.add(name, text, marks, {i for start, end in found for i in range(start, end)})
    return Row(words / min(answer["seconds"] for answer in answers), score.measures())


def against(ours: Row, peer: Row) -> tuple[float, float]:
    """Our speed and our leaks as multiples of the peer's."""
    return (
        ours.words_per_second / peer.words_per_second,
        ours.measures["leak_rate"] / max(peer.measures["leak_rate"], 1e-9),
    )


def is_reached(ours: Row, presidio: Row) -> bool:
    """Whether we are as fast and as tight as is wanted."""
    speed, leaks = against(ours, presidio)
    return speed >= WANTED_SPEED and leaks <= WANTED_LEAKS


def ratios(ours: Row, name: str, peer: Row) -> str:
    """How much faster and how much tighter we are, and whether that is what is wanted against Presidio."""
    speed, leaks = against(ours, peer)
    line = f"Terbuka against {name}: {speed:.2f} x its speed, {leaks:.3f} x its leaks"
    if name != PRESIDIO:
        return line
    verdict = "reached" if is_reached(ours, peer) else "MISSED"
    return f"{line} (wanted: {WANTED_SPEED:g} x and {WANTED_LEAKS:g} x; {verdict})"


def start_up(model: Path | None) -> None:
    """The best of a few starts: ours with a page screened, the peer's with its model loaded."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.txt"
        first = next(iter(sorted((ROOT / "corpus" / "dev").glob("*.txt"))))
        page.write_text(parse(first.read_text(encoding="utf-8"))[0], encoding="utf-8")
        terbuka = Path(sys.executable).with_name("terbuka")
        ours = best([str(terbuka), "screen", "--json", str(page)])
    print(f"\nStart-up: {ours:.2f} s for `terbuka screen` on a page of text")
    if model:
        peer = best([*engines(model)[PRESIDIO]])
        print(f"          {peer:.2f} s to import and load Presidio and spaCy: {peer / ours:.2f} x ours")


def best(command: list[str]) -> float:
    """Seconds of the fastest of a few runs; raises where one failed, which is no start."""
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        subprocess.run(command, input="[]", env=ONE_THREAD, stdout=subprocess.DEVNULL, text=True, check=True)
        times.append(time.perf_counter() - began)
    return min(times)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
