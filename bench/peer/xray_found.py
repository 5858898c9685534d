"""Free Law Project's x-ray on the PDFs of a folder. Runs in ``.bench-venv``.

    python bench/peer/xray_found.py FOLDER > found.json

The answer: by file name, whether x-ray found a bad redaction; null where it could not read the file.
"""

import asyncio
import json
import sys
from pathlib import Path

import xray


def main() -> None:
    answer = {}
    for path in sorted(Path(sys.argv[1]).glob("*.pdf")):
        try:
            answer[path.name] = bool(asyncio.run(xray.inspect(path)))
        except Exception:
            answer[path.name] = None
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
