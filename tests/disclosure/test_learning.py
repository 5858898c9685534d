"""Decisions of certified documents as annotated texts: what officers hid and left open, no less and no more,
in a folder that nobody else may open. All persons and numbers are invented."""

import datetime
import os
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typst
from django.utils import timezone

from terbuka.disclosure.learning import Exported, annotated_text, export
from terbuka.disclosure.models import Case, PublicCopy
from terbuka.disclosure.studio import actions as studio
from terbuka.documents import Box
from terbuka.errors import TerbukaError
from terbuka.journal.models import Entry
from terbuka.journal.verify import verify_chain
from terbuka.office.storage import PrivateStorage
from terbuka.organisation.models import Unit
from terbuka.screening.annotated import parse
from tests.disclosure.conftest import SECRETS, Team, certified, mark, pdf, prepared, screened, upload
from tests.documents.samples.docx import docx, paragraph, picture
from tests.documents.samples.images import png
from tests.documents.test_docx_pictures import says
from tests.rows import Office

Work = Callable[[], None]
Said = list[tuple[str, str, str | None, str]]

TAKEN = "disclosure.decisions_taken"
CHAT = (
    '{"dari": "Siti Rahmah", "isi": "{{PERSON/R:bukan tanda}} }} NIK saya 6371034704880003"}\r\n'
    "Yang menerima: AIPTU Fahrul Rozi, Kanit SPKT.\r\n"
)
SCAN = """
#set page(width: 420pt, height: 200pt, margin: 30pt)
#set text(size: 16pt)
Pelapor: Siti Rahmah
"""


@pytest.fixture(autouse=True)
def _strict_umask_is_not_needed() -> Any:
    """Files are closed to others by what they are made with."""
    before = os.umask(0o000)
    yield
    os.umask(before)


def said_of(raw: str) -> Said:
    """What is marked, in order: type, words, thing, action."""
    text, marks = parse(raw)
    return [(mark.type, text[mark.start : mark.end], mark.thing, mark.action) for mark in marks]


def finish(case: Case, team: Team, work: Work) -> Case:
    """The case, certified as decided so far."""
    case.refresh_from_db()
    certified(prepared(case, team.screener, work), team.ppid)
    return Case.objects.get(pk=case.pk)


def test_hidden_is_hidden_open_is_kept_and_things_stay_tied(case: Case, team: Team, work: Work) -> None:
    raw = annotated_text(finish(case, team, work))
    said = said_of(raw)
    actions = {(kind, words): action for kind, words, _, action in said}
    assert actions["NIK", "6371034704880003"] == "R"
    assert actions["PERSON", "SITI RAHMAH"] == actions["PERSON", "Melati Kusuma"] == "R"
    assert actions["PERSON", "FAHRUL ROZI"] == "K"
    complainant = {thing for _, words, thing, _ in said if words.casefold() == "siti rahmah"}
    assert len(complainant) == 1 and complainant != {None}
    assert raw.startswith("# genre: Laporan polisi; title: kasus ") and "; layout: pdf\n\n" in raw


def test_what_an_officer_opened_is_kept_and_what_was_taken_back_is_not_there(
    case: Case, team: Team, work: Work
) -> None:
    witness, official = mark(case, role="witness"), mark(case, role="official")
    studio.keep(team.screener, case, witness.number, seen=0)
    studio.hide(team.screener, case, official.number, seen=0)
    done = studio.hide_term(team.screener, case, "kejadian", seen=99)
    assert done.decision
    studio.undo(team.screener, case, done.decision.number)
    said = said_of(annotated_text(finish(case, team, work)))
    assert ("PERSON", "Wayan Sudarta", witness.entity, "K") in said
    assert ("PERSON", "FAHRUL ROZI", official.entity, "R") in said
    assert "kejadian" not in {words for _, words, _, _ in said}


def test_lifted_block_teaches_nothing(case: Case, team: Team, work: Work) -> None:
    child = mark(case, mode="block", type="PERSON")
    reason = "Orang tuanya telah mengizinkan secara tertulis."
    studio.lift(team.superior, case, child.number, seen=0, reason=reason, everywhere=True)
    said = said_of(annotated_text(finish(case, team, work)))
    assert {action for kind, _, thing, action in said if (kind, thing) == ("PERSON", child.entity)} == {"O"}


def test_term_is_what_its_words_are_known_as_or_written_as(case: Case, team: Team, work: Work) -> None:
    for term in ("Teluk Dalam", "Kanit SPKT", "sebenarnya", "III/2022"):
        studio.hide_term(team.screener, case, term, seen=99)
    officials = mark(case, role="official")
    studio.hide_text_of(team.screener, case, officials.number, seen=99)
    said = said_of(annotated_text(finish(case, team, work)))
    kinds = {words: (kind, action) for kind, words, _, action in said}
    assert kinds["Kanit SPKT"] == ("PERSON", "R")
    assert kinds["sebenarnya"] == kinds["III/2022"] == ("TERM", "R")
    assert kinds["FAHRUL ROZI"] == ("PERSON", "R")


def test_term_of_known_words_takes_their_type(team: Team, office: Office, work: Work) -> None:
    """A number that was found once and missed once."""
    text = "Pelapor Siti Rahmah, NIK 6371034704880003.\nCatatan: 6371034704880003 sudah dicek.\n"
    case = screened(upload(team.screener, office.polda, text.encode(), name="nik.txt"), work)
    case.marks.filter(start__gt=text.index("Catatan")).delete()
    studio.hide_term(team.screener, case, "6371034704880003", seen=99)
    said = said_of(annotated_text(finish(case, team, work)))
    assert [(kind, action) for kind, words, _, action in said if words.isdigit()] == [("NIK", "R")] * 2


def test_term_that_was_opened_again_is_no_person(story: Case, team: Team, work: Work) -> None:
    studio.hide_term(team.screener, story, "melapor", seen=99)
    studio.keep(team.screener, story, mark(story, type="TERM").number, seen=99)
    assert ("TERM", "melapor", None, "K") in said_of(annotated_text(finish(story, team, work)))


def test_box_over_words_hides_them_and_a_box_over_nothing_says_nothing(
    case: Case, team: Team, work: Work
) -> None:
    """It covers a mention that was found, which stays what it is, and the line below the sentence's begin."""
    left, top, _, bottom = mark(case, type="PERSON", page=2, role="child_relative").boxes[0]
    box = Box(left - 1, top - 1, 400, bottom + 1)
    studio.hide_region(team.screener, case, 2, box, type="HEALTH", ground="17.h", seen=99)
    studio.hide_region(team.screener, case, 2, Box(0, 500, 40, 560), type="PERSON", ground="17.h", seen=99)
    said = said_of(annotated_text(finish(case, team, work)))
    assert [(kind, words, action) for kind, words, _, action in said[-2:]] == [
        ("PERSON", "Siti Rahmah", "R"),
        ("HEALTH", "Demikian laporan ini dibuat dengan sebenarnya.", "R"),
    ]


def test_box_of_screening_says_nothing_of_the_words_beneath(case: Case, team: Team, work: Work) -> None:
    """As a stamp over the name of an official."""
    official = mark(case, role="official")
    case.marks.create(
        number=900,
        page=official.page,
        start=official.start,
        end=official.start,
        boxes=official.boxes,
        type="REGION",
        action="review",
        rule="unread.region",
        standing="hidden",
        ground="17.h",
        own_ground="17.h",
    )
    said = said_of(annotated_text(finish(case, team, work)))
    assert {action for kind, words, _, action in said if words == "FAHRUL ROZI"} == {"K"}


def test_text_with_marks_of_its_own_comes_back_as_it_is(team: Team, office: Office, work: Work) -> None:
    case = screened(upload(team.screener, office.polda, CHAT.encode(), name="obrolan.txt"), work)
    text, marks = parse(annotated_text(finish(case, team, work)))
    assert text == CHAT
    assert "bukan tanda" not in {text[m.start : m.end] for m in marks}
    assert "6371034704880003" in {text[m.start : m.end] for m in marks}


# --- The folder


@pytest.fixture
def done(case: Case, team: Team, work: Work) -> Case:
    return finish(case, team, work)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_folder_and_files_are_closed_to_others_and_tell_no_name(done: Case, tmp_path: Path) -> None:
    folder = tmp_path / "belajar"
    assert export(folder) == Exported(1, 0, 0)
    assert [file.name for file in folder.iterdir()] == [f"kasus-{done.pk}.txt"]
    assert mode(folder) == 0o700 and {mode(file) for file in folder.iterdir()} == {0o600}
    assert (folder / f"kasus-{done.pk}.txt").read_text(encoding="utf-8") == annotated_text(done)


def test_empty_folder_is_taken_and_closed(done: Case, tmp_path: Path) -> None:
    folder = tmp_path / "belajar"
    folder.mkdir(mode=0o777)
    export(folder)
    assert mode(folder) == 0o700 and len(list(folder.iterdir())) == 1


def test_journal_knows_who_and_how_many_and_nothing_more(done: Case, tmp_path: Path) -> None:
    export(tmp_path / "belajar")
    entry = Entry.objects.get(verb=TAKEN)
    assert entry.detail == {"documents": 1, "user": os.getuid()}
    assert (entry.actor, entry.kind, entry.object_id, entry.unit) == (None, "", "", None)
    assert verify_chain().sound


def test_nothing_is_written_over(done: Case, tmp_path: Path) -> None:
    file = tmp_path / "belajar"
    file.write_text("lama")
    for place in (tmp_path, file):
        with pytest.raises(TerbukaError, match="tidak kosong"):
            export(place)
    assert file.read_text() == "lama" and [path.name for path in tmp_path.glob("bela*")] == ["belajar"]
    assert not Entry.objects.filter(verb=TAKEN).exists()


def test_folder_that_cannot_be_made_is_said(done: Case, tmp_path: Path) -> None:
    with pytest.raises(TerbukaError, match="tidak dapat ditulis"):
        export(tmp_path / "tidak-ada" / "belajar")
    assert not Entry.objects.filter(verb=TAKEN).exists()


@pytest.mark.parametrize("there", [True, False])
def test_nothing_stays_where_it_ends_before_its_end(
    done: Case, story: Case, team: Team, work: Work, tmp_path: Path, there: bool
) -> None:
    """The package of the second document has lost its words; the journal says one too many, never too few."""
    folder, package = tmp_path / "belajar", Path(PrivateStorage().path(finish(story, team, work).extract))
    if there:
        folder.mkdir()
    with zipfile.ZipFile(package) as whole:
        parts = {name: whole.read(name) for name in whole.namelist() if not name.startswith("words/")}
    with zipfile.ZipFile(package, "w") as damaged:
        for name, content in parts.items():
            damaged.writestr(name, content)
    with pytest.raises(KeyError):
        export(folder)
    assert folder.exists() == there
    assert not there or list(folder.iterdir()) == []
    assert Entry.objects.get(verb=TAKEN).detail["documents"] == 2


# --- Which documents


def test_only_certified_documents_are_written(
    case: Case, story: Case, team: Team, work: Work, tmp_path: Path
) -> None:
    with pytest.raises(TerbukaError, match="Tidak ada dokumen bersertifikat"):
        export(tmp_path / "kosong")
    prepared(story, team.screener, work)
    with pytest.raises(TerbukaError, match="Tidak ada dokumen bersertifikat"):
        export(tmp_path / "kosong")
    assert not (tmp_path / "kosong").exists() and not Entry.objects.filter(verb=TAKEN).exists()
    certified(story, team.ppid)
    export(tmp_path / "belajar")
    assert [file.name for file in (tmp_path / "belajar").iterdir()] == [f"kasus-{story.pk}.txt"]


def test_since_leaves_out_what_was_certified_before(done: Case, tmp_path: Path) -> None:
    today = timezone.localdate(PublicCopy.objects.get().certified_at)
    assert export(tmp_path / "hari-ini", today).documents == 1
    with pytest.raises(TerbukaError):
        export(tmp_path / "besok", today + datetime.timedelta(days=1))


def test_of_cases_with_the_same_file_the_last_one_counts(
    done: Case, team: Team, office: Office, work: Work, tmp_path: Path
) -> None:
    """What was decided wrongly is put in again and decided anew."""
    again = screened(upload(team.screener, office.polda, pdf()), work)
    studio.keep(team.screener, again, mark(again, role="witness").number, seen=0)
    finish(again, team, work)
    assert export(tmp_path / "belajar").documents == 1
    assert [file.name for file in (tmp_path / "belajar").iterdir()] == [f"kasus-{again.pk}.txt"]


def test_document_read_from_pictures_or_without_its_file_is_skipped_and_counted(
    done: Case, story: Case, team: Team, office: Office, work: Work, tmp_path: Path
) -> None:
    finish(story, team, work)
    scan = scanned(team, office.polda, work)
    finish(scan, team, work)
    PrivateStorage().delete(story.extract)
    assert export(tmp_path / "belajar") == Exported(1, 1, 1)
    assert [file.name for file in (tmp_path / "belajar").iterdir()] == [f"kasus-{done.pk}.txt"]
    PrivateStorage().delete(done.extract)
    with pytest.raises(TerbukaError, match="1 karena dibaca dari gambar, 2 karena berkasnya tidak ada"):
        export(tmp_path / "kosong")


def test_text_with_a_picture_in_it_teaches_nothing(
    team: Team, office: Office, work: Work, tmp_path: Path
) -> None:
    drawn = docx(
        paragraph("Foto kantor", picture()),
        parts={"word/media/image1.png": png(says("Denah gedung"))},
        related={"p1": ("image", "media/image1.png")},
    )
    finish(screened(upload(team.screener, office.polda, drawn, name="denah.docx"), work), team, work)
    with pytest.raises(TerbukaError, match="1 karena dibaca dari gambar"):
        export(tmp_path / "belajar")


def scanned(team: Team, unit: Unit, work: Work) -> Case:
    """A picture of a page."""
    picture = typst.compile(SCAN.encode(), format="png", ppi=200)
    return screened(upload(team.screener, unit, picture, name="pindai.png"), work)


def test_secrets_leave_by_the_files_alone(
    done: Case, tmp_path: Path, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level("DEBUG")
    export(tmp_path / "belajar")
    out, err = capsys.readouterr()
    said = f"{out}{err}{caplog.text}{list(Entry.objects.values())}"
    assert not any(secret in said for secret in SECRETS)
    assert any(secret in annotated_text(done) for secret in SECRETS)
