"""What CRFsuite wrote: the file of a model it trained, as our weights.

The file (format "lCRF", version 100) has a head with the places of its tables; one lists the features, each
with its name (or, for transitions, the label before), its label and its weight; names and labels are "CQDB"
tables of numbered strings.
"""

import re
import struct

import numpy as np

from terbuka.screening.weights import Weights

_HEAD = struct.Struct("<4sI4s9I")
_FEATURE = np.dtype([("kind", "<u4"), ("source", "<u4"), ("label", "<u4"), ("weight", "<f8")])
_STATE, _TRANSITION = 0, 1
_TABLE_HEAD = struct.Struct("<4sIIIII")
_ENTRY = struct.Struct("<II")
_STEP = re.compile(r"(-?[1-9](?=[a-z]))?(.+)", re.DOTALL)


def weights_of(data: bytes) -> Weights:
    """The weights of the bytes of a model of CRFsuite."""
    magic, _, kind, version, _, _, _, features_at, labels_at, names_at, _, _ = _HEAD.unpack_from(data)
    if (magic, kind, version) != (b"lCRF", b"FOMC", 100):
        raise ValueError("not a model of CRFsuite")
    (count,) = struct.unpack_from("<I", data, features_at + 8)
    features = np.frombuffer(data, _FEATURE, count, features_at + 12)
    labels, names = _strings(data, labels_at), [_parted(name) for name in _strings(data, names_at)]
    transitions = np.zeros((len(labels), len(labels)), np.float32)
    follow = features[features["kind"] == _TRANSITION]
    transitions[follow["source"], follow["label"]] = follow["weight"]
    return _by_row(features[features["kind"] == _STATE], names, labels, transitions)


def _by_row(
    state: np.ndarray, names: list[tuple[int, str]], labels: list[str], transitions: np.ndarray
) -> Weights:
    """The weights sorted by name without step, then by step and label."""
    rows = {name: row for row, name in enumerate(dict.fromkeys(name for _, name in names))}
    steps = np.array([step for step, _ in names], np.int64)
    row_of = np.array([rows[name] for _, name in names], np.int64)
    reach = int(abs(steps).max(initial=0))
    of_row = row_of[state["source"]]
    cells = (steps[state["source"]] + reach) * len(labels) + state["label"]
    order = np.lexsort((cells, of_row))
    begins = np.concatenate(([0], np.cumsum(np.bincount(of_row, minlength=len(rows)))))
    values = state["weight"][order].astype(np.float32)
    return Weights(labels, reach, rows, begins, cells[order].astype(np.uint16), values, transitions)


def _parted(name: str) -> tuple[int, str]:
    """The step that a name tells, and what it says of the word there."""
    found = _STEP.fullmatch(name)
    if found is None or "\n" in name:
        raise ValueError(f"no name of something that holds: {name!r}")
    return int(found[1] or 0), found[2]


def _strings(data: bytes, table: int) -> list[str]:
    """The strings of a table by their number."""
    *_, count, by_number = _TABLE_HEAD.unpack_from(data, table)
    found = []
    for place in np.frombuffer(data, "<u4", count, table + by_number).tolist():
        _, size = _ENTRY.unpack_from(data, table + place)
        start = table + place + _ENTRY.size
        found.append(data[start : start + size - 1].decode())
    return found
