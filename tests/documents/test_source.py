"""The bytes are read once and are the same for everybody."""

import hashlib
import os
from pathlib import Path

import pytest

from terbuka.documents import source
from terbuka.documents.source import fingerprint, load
from terbuka.errors import LimitExceeded, UnreadableFile


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "berkas"
    path.write_bytes(b"isi")
    return path


def test_fingerprint_is_of_the_bytes(file: Path) -> None:
    assert fingerprint(file) == (hashlib.sha256(b"isi").hexdigest(), 3)


def test_load_gives_the_bytes_of_the_fingerprint(file: Path) -> None:
    assert load(file, fingerprint(file)[0]) == b"isi"


def test_changed_file_is_refused(file: Path) -> None:
    sha256, _ = fingerprint(file)
    file.write_bytes(b"lain")
    with pytest.raises(UnreadableFile, match="berubah"):
        load(file, sha256)


def test_vanished_file_is_refused(file: Path) -> None:
    sha256, _ = fingerprint(file)
    file.unlink()
    with pytest.raises(UnreadableFile, match="berubah"):
        load(file, sha256)


def test_empty_file_is_refused(file: Path) -> None:
    file.write_bytes(b"")
    with pytest.raises(UnreadableFile, match="kosong"):
        fingerprint(file)


def test_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="tidak ditemukan"):
        fingerprint(tmp_path / "tidak ada")


def test_directory_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="bukan berkas biasa"):
        fingerprint(tmp_path)


def test_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa")
    with pytest.raises(UnreadableFile, match="bukan berkas biasa"):
        fingerprint(tmp_path / "pipa")


def test_name_that_cannot_be_one_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="izin"):
        fingerprint(tmp_path / ("n" * 300))


def test_too_large_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "besar"
    with path.open("wb") as file:
        file.truncate(source.LARGEST + 1)  # a hole: no disk is used
    with pytest.raises(LimitExceeded, match="512 MiB"):
        fingerprint(path)
