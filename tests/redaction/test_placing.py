"""A proven copy and its log come to their places together, or not at all."""

import fcntl
import hashlib
import json
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import pytest

from terbuka.errors import Survives, TerbukaError
from terbuka.redaction import placing
from terbuka.redaction.log import RedactionLog
from terbuka.redaction.placing import put
from terbuka.redaction.redact import redact

NEW, OLD = b"salinan baru", b"salinan lama"


@pytest.fixture
def proven(tmp_path: Path) -> Path:
    """A copy that was proven, somewhere else."""
    path = tmp_path / "kerja" / "copy"
    path.parent.mkdir()
    path.write_bytes(NEW)
    return path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where it is to come."""
    path = tmp_path / "tujuan" / "salinan.pdf"
    path.parent.mkdir()
    return path


def place(proven: Path, target: Path, keep: Callable[[], None] = lambda: None) -> None:
    put(proven, hashlib.sha256(NEW).hexdigest(), target, nullcontext(keep))


def names(target: Path) -> set[str]:
    return {path.name for path in target.parent.iterdir()}


def test_copy_is_there_before_its_log(proven: Path, target: Path) -> None:
    target.write_bytes(OLD)
    there: list[bytes] = []
    place(proven, target, lambda: there.append(target.read_bytes()))
    assert there == [NEW] == [target.read_bytes()] and names(target) == {"salinan.pdf"}


@pytest.mark.parametrize("before", [None, OLD])
def test_log_that_cannot_be_put_in_place_leaves_what_was_there(
    proven: Path, target: Path, before: bytes | None
) -> None:
    if before:
        target.write_bytes(before)

    def refuse() -> None:
        assert target.read_bytes() == NEW
        raise TerbukaError("catatan tidak dapat ditulis")

    with pytest.raises(TerbukaError, match="catatan"):
        place(proven, target, refuse)
    assert (target.read_bytes() if target.exists() else None) == before
    assert names(target) == ({"salinan.pdf"} if before else set())


def test_link_in_the_place_of_the_copy_is_replaced_and_comes_back(proven: Path, target: Path) -> None:
    other = target.with_name("lain.pdf")
    other.write_bytes(OLD)
    target.symlink_to(other)
    with pytest.raises(ZeroDivisionError):
        place(proven, target, lambda: print(1 // 0))
    assert target.is_symlink() and other.read_bytes() == OLD
    place(proven, target)
    assert not target.is_symlink() and (target.read_bytes(), other.read_bytes()) == (NEW, OLD)


def test_bytes_that_were_not_proven_get_no_place(proven: Path, target: Path) -> None:
    proven.write_bytes(NEW + b".")
    with pytest.raises(Survives, match="berubah setelah diperiksa"):
        place(proven, target)
    assert names(target) == set()


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Somebody holds the lock of the folder."""
    handle = os.open(folder, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    yield
    os.close(handle)


def test_folder_is_locked_while_copy_and_log_are_exchanged_and_not_after(proven: Path, target: Path) -> None:
    def look() -> None:
        with pytest.raises(BlockingIOError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    handle = os.open(target.parent, os.O_RDONLY)
    place(proven, target, look)
    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    os.close(handle)


def test_second_command_waits_for_the_first(proven: Path, target: Path) -> None:
    with held(target.parent):
        second = threading.Thread(target=place, args=(proven, target))
        second.start()
        assert not target.exists()
    second.join()
    assert target.read_bytes() == NEW


def test_second_command_is_refused_where_the_first_does_not_end(
    proven: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(placing, "PATIENCE", 0.1)
    with held(target.parent), pytest.raises(TerbukaError, match="Perintah lain"):
        place(proven, target)
    assert names(target) == set()


def test_commands_with_one_destination_leave_a_copy_and_the_log_of_it(tmp_path: Path) -> None:
    target, log = tmp_path / "salinan.txt", tmp_path / "catatan.json"

    def one(number: int) -> None:
        source = tmp_path / f"asal-{number}.txt"
        source.write_text(f"Rapat nomor {number} berjalan lancar.\n", encoding="utf-8")

        @contextmanager
        def record(made: RedactionLog) -> Iterator[Callable[[], object]]:
            draft = tmp_path / f"draf-{number}"
            draft.write_text(json.dumps(made.to_json()))
            yield lambda: draft.replace(log)

        redact(source, target, [], record=record)

    commands = [threading.Thread(target=one, args=(number,)) for number in range(4)]
    for command in commands:
        command.start()
    for command in commands:
        command.join()
    told = json.loads(log.read_text())
    assert told["public"]["sha256"] == hashlib.sha256(target.read_bytes()).hexdigest()
