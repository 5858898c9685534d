"""``terbuka screening export`` as it is called. All persons and numbers are invented."""

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from terbuka.disclosure.models import Case
from terbuka.journal.models import Entry
from terbuka.office.storage import PrivateStorage
from terbuka.screening.annotated import parse
from tests.cli.conftest import STORY, Terbuka, left_in, real
from tests.disclosure.conftest import Team, certified, prepared, screened, upload
from tests.rows import Office, build_office

Work = Callable[[], None]


@pytest.fixture
def certified_case(transactional_db: None, work: Work) -> Case:
    """The story, certified."""
    return certify(build_office(), work, STORY)


def certify(office: Office, work: Work, text: str) -> Case:
    team = Team(office.polda)
    case = screened(upload(team.screener, office.polda, text.encode(), name="kisah.txt"), work)
    certified(prepared(case, team.screener, work), team.ppid)
    return Case.objects.get(pk=case.pk)


def test_export_writes_what_was_certified_and_warns(
    certified_case: Case, terbuka: Terbuka, tmp_path: Path
) -> None:
    folder = tmp_path / "belajar"
    outcome = terbuka("screening", "export", folder)
    assert (outcome.status, outcome.out) == (0, f"1 dokumen bersertifikat ditulis ke {folder}.\n")
    assert "tidak boleh keluar dari kantor" in outcome.err and len(outcome.err.splitlines()) == 1
    text, marks = parse((folder / f"kasus-{certified_case.pk}.txt").read_text(encoding="utf-8"))
    assert text == STORY
    assert {(text[m.start : m.end], m.action) for m in marks} == {
        ("Siti Rahmah", "R"),
        ("6371034704880003", "R"),
        ("Fahrul Rozi", "K"),
    }
    assert Entry.objects.get(verb="disclosure.decisions_taken").detail["documents"] == 1


def test_export_says_how_many_were_skipped(
    certified_case: Case, terbuka: Terbuka, work: Work, tmp_path: Path
) -> None:
    PrivateStorage().delete(certified_case.extract)
    assert terbuka("screening", "export", tmp_path / "kosong").status == 2
    certify(Office(*[certified_case.unit] * 5), work, STORY * 2)
    outcome = terbuka("screening", "export", tmp_path / "belajar")
    assert outcome.status == 0
    assert "Dilewati: 0 karena dibaca dari gambar, 1 karena berkasnya tidak ada lagi.\n" in outcome.out


def test_export_since_a_day(certified_case: Case, terbuka: Terbuka, tmp_path: Path) -> None:
    assert terbuka("screening", "export", tmp_path / "semua", "--since", "2020-01-01").status == 0
    outcome = terbuka("screening", "export", tmp_path / "kosong", "--since", "2199-12-31")
    assert outcome.status == 2 and "tidak ada yang ditulis" in outcome.sentence
    outcome = terbuka("screening", "export", tmp_path / "kosong", "--since", "kemarin")
    assert outcome.status == 2 and "Nilai untuk --since" in outcome.sentence
    assert left_in(tmp_path) == {"private", "semua"}


def test_export_without_a_folder_says_which_word_is_missing(terbuka: Terbuka) -> None:
    outcome = terbuka("screening", "export")
    assert outcome.status == 2 and outcome.sentence.startswith("FOLDER belum disebut.")


def test_database_of_no_office_gets_no_tables(tmp_path: Path) -> None:
    home = tmp_path / "rumah"
    (home / "private").mkdir(mode=0o700, parents=True)
    with contextlib.closing(sqlite3.connect(home / "office.sqlite3")) as database:
        database.execute("CREATE TABLE lain (isi TEXT)")
    outcome = real("screening", "export", tmp_path / "belajar", environment={"TERBUKA_HOME": str(home)})
    assert outcome.status == 2 and "bukan milik sebuah kantor" in outcome.sentence
    with contextlib.closing(sqlite3.connect(home / "office.sqlite3")) as database:
        assert database.execute("SELECT name FROM sqlite_master").fetchall() == [("lain",)]
    assert left_in(tmp_path) == {"rumah"}


@pytest.mark.parametrize("there", [False, True], ids=["no folder", "a folder of something else"])
def test_wrong_home_is_named_and_left_as_it_was(tmp_path: Path, there: bool) -> None:
    home = tmp_path / "rumah"
    if there:
        home.mkdir(mode=0o755)
        (home / "catatan.txt").write_text("bukan kantor", encoding="utf-8")
    outcome = real("screening", "export", tmp_path / "belajar", environment={"TERBUKA_HOME": str(home)})
    assert outcome.status == 2 and f"Di {home} tidak ada kantor" in outcome.sentence
    assert left_in(tmp_path) == ({"rumah"} if there else set())
    assert not there or (left_in(home) == {"catatan.txt"} and home.stat().st_mode & 0o777 == 0o755)
