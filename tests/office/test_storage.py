"""The two stores: names, rights, and nothing half-written."""

import errno
import io
import os
import stat
import time
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile, File
from django.core.files.storage import storages
from hypothesis import given
from hypothesis import strategies as st

from terbuka.errors import TerbukaError
from terbuka.office.downloads import send_file
from terbuka.office.errors import StoreFull
from terbuka.office.storage import PrivateStorage, PublicStorage, _of_yesterday, sha256_of, sweep_uploads

CONTENT = b"isi yang tidak boleh hilang"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def files(store: PrivateStorage | PublicStorage) -> list[Path]:
    return [path for path in store.root.rglob("*") if path.is_file()]


def test_settings_name_both_stores() -> None:
    assert isinstance(storages["default"], PrivateStorage)
    assert isinstance(storages["public"], PublicStorage)


def test_private_names_are_random_and_files_closed_to_others() -> None:
    store = PrivateStorage()
    first, second = (store.save("Melati-binti-Surya.pdf", ContentFile(CONTENT)) for _ in range(2))
    assert first != second
    assert "Melati" not in first
    for name in (first, second):
        path = Path(store.path(name))
        assert store.open(name).read() == CONTENT
        assert (mode(path), mode(path.parent), mode(store.root)) == (0o600, 0o700, 0o700)


def test_public_names_are_the_hash_of_the_content() -> None:
    store = PublicStorage()
    names = {store.save(given, ContentFile(CONTENT)) for given in ("a", "../../etc/passwd", None)}
    digest = sha256_of(ContentFile(CONTENT))
    assert names == {f"{digest[:2]}/{digest[2:]}"}
    assert len(files(store)) == 1
    assert (mode(Path(store.path(names.pop()))), store.size(f"{digest[:2]}/{digest[2:]}")) == (
        0o644,
        len(CONTENT),
    )


def test_plain_file_objects_are_taken_too(tmp_path: Path) -> None:
    store = PrivateStorage()
    name = store.save(None, io.BytesIO(CONTENT))
    assert store.open(name).read() == CONTENT
    assert store.exists(name)
    store.delete(name)
    store.delete(name)
    assert not store.exists(name)


@given(st.text(max_size=80))
def test_no_given_name_leads_anywhere(given_name: str) -> None:
    assert PrivateStorage().generate_filename(given_name) == "file"


@pytest.mark.parametrize("name", ["../secrets/field-key", "/etc/passwd", "ab/../../x"])
def test_names_that_lead_out_of_the_store_are_refused(name: str) -> None:
    for act in (PrivateStorage().open, PrivateStorage().exists, PrivateStorage().delete):
        with pytest.raises(SuspiciousFileOperation):
            act(name)


def test_stored_file_is_only_read() -> None:
    store = PrivateStorage()
    name = store.save(None, ContentFile(CONTENT))
    with pytest.raises(ValueError, match="only read"):
        store.open(name, "wb")
    assert store.open(name).read() == CONTENT


class Endless(File[bytes]):
    """Content that gives one piece and then fails as a full disk would."""

    def __init__(self, number: int) -> None:
        super().__init__(io.BytesIO())
        self._number = number

    def chunks(self, chunk_size: int | None = None) -> Any:
        yield CONTENT
        raise OSError(self._number, os.strerror(self._number))


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_full_disk_is_said_and_leaves_nothing(number: int) -> None:
    store = PrivateStorage()
    kept = store.save(None, ContentFile(CONTENT))
    with pytest.raises(StoreFull) as caught:
        store.save(None, Endless(number))
    assert isinstance(caught.value, TerbukaError)
    assert "Penyimpanan penuh" in str(caught.value)
    assert [str(path.relative_to(store.root)) for path in files(store)] == [kept]


def test_write_that_the_system_stops_halfway_leaves_nothing() -> None:
    """The system itself cuts the file off, by the process's limit on file size."""
    import resource
    import signal

    store = PrivateStorage()
    kept = store.save(None, ContentFile(CONTENT))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            store.save(None, ContentFile(b"x" * 100_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert [str(path.relative_to(store.root)) for path in files(store)] == [kept]


def test_other_failure_of_the_disk_is_not_hidden() -> None:
    with pytest.raises(OSError, match="Input/output"):
        PrivateStorage().save(None, Endless(errno.EIO))
    assert files(PrivateStorage()) == []


def test_saving_takes_the_file_back_when_its_row_fails() -> None:
    store = PrivateStorage()
    with pytest.raises(RuntimeError), store.saving(ContentFile(CONTENT)) as name:
        assert store.exists(name)
        raise RuntimeError
    assert files(store) == []
    with store.saving(ContentFile(CONTENT)) as name:
        pass
    assert store.exists(name)


def test_drafts_of_a_killed_process_are_swept_after_a_day() -> None:
    store = PublicStorage()
    old, fresh = store.root / ".draft-old", store.root / ".draft-fresh"
    for draft in (old, fresh):
        draft.write_bytes(CONTENT)
    os.utime(old, (time.time() - 2 * 86400,) * 2)
    assert store.sweep_drafts() == 1
    assert files(store) == [fresh]


def test_claim_stands_while_no_row_may_name_the_file_and_tells_of_it_a_day_later() -> None:
    store = PrivateStorage()
    with store.saving(ContentFile(CONTENT)) as name:
        (claim,) = store.root.glob(".claim-*")
        assert store.left() == []
        os.utime(claim, (time.time() - 2 * 86400,) * 2)
        assert store.left() == [name]
    assert files(store) == [Path(store.path(name))] and store.left() == []


@pytest.mark.parametrize("is_named", [True, False])
def test_claim_that_is_settled_takes_the_file_with_it_unless_a_row_names_it(is_named: bool) -> None:
    store = PrivateStorage()
    name = store.save(None, ContentFile(CONTENT))
    claim = store.root / f".claim-{name.replace('/', '-')}"
    claim.touch()
    store.settle(name, is_named=is_named)
    assert store.exists(name) is is_named and not claim.exists()


def test_uploads_of_a_killed_web_server_are_swept_after_a_day(settings: Any, tmp_path: Path) -> None:
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path
    old, fresh = tmp_path / "tmpa.upload.pdf", tmp_path / "tmpb.upload.pdf"
    for upload in (old, fresh):
        upload.write_bytes(CONTENT)
    os.utime(old, (time.time() - 2 * 86400,) * 2)
    sweep_uploads()
    assert list(tmp_path.iterdir()) == [fresh]


def test_what_another_worker_sweeps_at_the_same_time_is_no_fault() -> None:
    gone = PrivateStorage().root / ".draft-gone"
    assert list(_of_yesterday([gone])) == []


def test_store_without_a_rule_for_names_is_not_a_store() -> None:
    from terbuka.office.storage import _Store

    with pytest.raises(AssertionError):
        _Store()._name("0" * 64)


@pytest.mark.parametrize(
    ("as_name", "content_type", "inline", "disposition"),
    [
        ("Laporan Kegiatan.PDF", "application/pdf", True, 'inline; filename="laporan-kegiatan.pdf"'),
        ("Laporan.pdf", "application/pdf", False, 'attachment; filename="laporan.pdf"'),
        ("halaman.html", "text/html", True, 'attachment; filename="halaman.html"'),
        ("halaman.html", "text/html; charset=utf-8", True, 'attachment; filename="halaman.html"'),
        ("surat.eml", "message/rfc822", True, 'attachment; filename="surat.eml"'),
        ('x";\r\nSet-Cookie: a=b.svg', "image/svg+xml", True, 'attachment; filename="x-set-cookie-ab.svg"'),
        ("...", "image/png", True, 'inline; filename="berkas"'),
    ],
)
def test_download_has_a_harmless_name_and_runs_nothing(
    as_name: str, content_type: str, inline: bool, disposition: str
) -> None:
    store = PrivateStorage()
    name = store.save(None, ContentFile(CONTENT))
    answer = send_file(store, name, as_name=as_name, content_type=content_type, inline=inline)
    assert answer["Content-Disposition"] == disposition
    assert answer.getvalue() == CONTENT
    policy = answer.content_security_policy  # type: ignore[attr-defined]
    assert policy["script-src"] == "'none'"
    assert ("sandbox" in policy) is (content_type != "application/pdf")
