"""What the hash of an entry covers, byte by byte. Changing anything here breaks every chain in use."""

import datetime
import hashlib
import json
from typing import Any

from terbuka.journal.models import Entry


def canonical(value: dict[str, Any]) -> bytes:
    """JSON with sorted keys, no spaces, UTF-8: one text for one value, on every machine."""
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode()


def digest(entry: Entry) -> str:
    """SHA-256, hexadecimal, of everything in ``entry`` but the hash itself; chained by ``previous_hash``."""
    content = {
        "number": entry.number,
        "at": entry.at.astimezone(datetime.UTC).isoformat(timespec="microseconds"),
        "actor": entry.actor_id,
        "verb": entry.verb,
        "kind": entry.kind,
        "object_id": entry.object_id,
        "unit": entry.unit_id,
        "detail": entry.detail,
        "previous_hash": entry.previous_hash,
    }
    return hashlib.sha256(canonical(content)).hexdigest()
