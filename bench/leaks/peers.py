"""The peers, each at work in a process of its own (``bench/peer/redactors.py``)."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

BENCH = Path(__file__).resolve().parent.parent
PYTHON = BENCH.parent / ".bench-venv" / "bin" / "python"
"""Where what does not come with the product is installed."""
REDACTORS = BENCH / "peer" / "redactors.py"
PEERS = {"PyMuPDF": "pymupdf", "pdf_oxide": "pdf_oxide", "plain raster": "raster"}
"""By name; what ``redactors.py`` calls it."""


class Peer:
    """One peer. A file that kills it costs this file only."""

    def __init__(self, name: str) -> None:
        python = sys.executable if PEERS[name] == "raster" else PYTHON
        self._command = [str(python), str(REDACTORS), PEERS[name]]
        self._process: subprocess.Popen[str] | None = None

    @property
    def is_there(self) -> bool:
        """Whether it can be started at all."""
        if not Path(self._command[0]).exists():
            return False
        return subprocess.run([*self._command, "--ready"], capture_output=True, check=False).returncode == 0

    def redact(self, source: Path, copy: Path, secrets: Iterable[str]) -> str:
        """Write the copy; answers what went wrong."""
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
        assert self._process.stdin and self._process.stdout
        job = {"source": str(source), "copy": str(copy), "secrets": list(secrets)}
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        return str(json.loads(answer)["error"]) if answer else "died"
