"""Nothing of a maker that was killed stays, and nothing of one that lives, or of others, goes."""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from terbuka.documents import workplace as room
from terbuka.documents.workplace import workplace

KIND = ".terbuka-copy-"


def old(path: Path) -> Path:
    """As if it had stood there since the start of the world."""
    os.utime(path, (0, 0))
    return path


def test_workplace_goes_with_its_block(tmp_path: Path) -> None:
    with workplace(tmp_path, KIND) as place:
        (place / "copy").write_text("setengah jadi")
        assert place.parent == tmp_path
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_maker_left_goes_the_next_time(tmp_path: Path) -> None:
    script = (
        "import os, signal, sys\nfrom pathlib import Path\n"
        "from terbuka.documents.workplace import workplace\n"
        f"with workplace(Path(sys.argv[1]), {KIND!r}) as place:\n"
        "    (place / 'copy').write_text('setengah jadi'); os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", script, tmp_path], check=False)
    (left,) = tmp_path.iterdir()
    with workplace(tmp_path, KIND):
        assert left.exists()  # a moment old: its maker may only be about to lock it
    old(left)
    with workplace(tmp_path, KIND) as place:
        assert list(tmp_path.iterdir()) == [place]


def test_what_a_living_maker_holds_stays(tmp_path: Path) -> None:
    with workplace(tmp_path, KIND) as first:
        (first / "copy").write_text("setengah jadi")
        old(first)
        with workplace(tmp_path, KIND):
            assert (first / "copy").exists()


def test_what_only_looks_like_one_stays(tmp_path: Path) -> None:
    home, file = tmp_path / ".terbuka-kantor", tmp_path / f"{KIND}catatan"
    elsewhere = tmp_path / "lain"
    home.mkdir()
    elsewhere.mkdir()
    file.write_text("bukan folder")
    (tmp_path / f"{KIND}tautan").symlink_to(elsewhere)
    for path in (home, file, elsewhere):
        old(path)
    before = set(tmp_path.iterdir())
    with workplace(tmp_path, KIND):
        pass
    assert set(tmp_path.iterdir()) == before


def test_file_system_without_locks_is_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(fcntl, "flock", refuse)
    left = tmp_path / f"{KIND}lama"
    left.mkdir()
    old(left)
    with room.workplace(tmp_path, KIND) as place:
        assert place.exists() and left.exists()
