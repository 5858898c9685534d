"""Places that an officer adds, and what is taken back."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied

from terbuka.disclosure.decisions import Standing
from terbuka.disclosure.errors import Overtaken
from terbuka.disclosure.models import Case, Decision, Mark, PreparedCopy
from terbuka.disclosure.studio import actions as studio
from terbuka.disclosure.studio.choosing import last_of
from terbuka.documents import Box
from terbuka.journal.models import Entry
from terbuka.office.errors import NotPossible
from tests.disclosure.conftest import Team, mark, now, prepared, screened, upload
from tests.rows import Office

Work = Callable[[], None]
pytestmark = pytest.mark.usefixtures("marks_are_the_fold_of_the_decisions")


def drawn(case: Case, team: Team, seen: int = 0) -> Mark:
    """A box that the screening officer has just drawn on empty paper."""
    box = Box(100, 500, 400, 560)
    done = studio.hide_region(team.screener, case, 1, box, type="REGION", ground="17.h", seen=seen)
    assert done.decision is not None
    return case.marks.get(added_by=done.decision.number)


# --- Places that screening did not see


def test_term_is_hidden_wherever_and_however_it_is_written(case: Case, team: Team, work: Work) -> None:
    done = studio.hide_term(team.screener, case, "laporan", seen=0, ground="17.i")
    added = case.marks.filter(added_by=1)
    assert done.marks == added.count() == 3  # LAPORAN, laporan, laporan
    assert {(m.type, m.ground, m.standing) for m in added} == {("TERM", "17.i", "hidden")}
    assert {m.page for m in added} == {1, 2} and all(m.boxes for m in added)
    assert done.decision is not None and done.decision.text == "laporan"
    assert studio.hide_term(team.screener, case, "LAPORAN", seen=1).decision is None
    prepared(case, team.screener, work)
    log = PreparedCopy.objects.get().grounds
    assert log["17.i"] == 3


def test_term_takes_in_what_screening_has_found_already(case: Case, team: Team) -> None:
    done = studio.hide_term(team.screener, case, "Fahrul Rozi", seen=0)
    assert done.marks == 1 and not case.marks.filter(added_by__isnull=False).exists()
    assert mark(case, role="official").hides


def test_term_on_one_page_only(case: Case, team: Team) -> None:
    done = studio.hide_term(team.screener, case, "laporan", seen=0, page=2)
    assert done.marks == 1 and done.decision is not None and done.decision.target == "passage"


@pytest.mark.parametrize(("term", "sentence"), [("ab", "terlalu pendek"), ("Singapura", "tidak ditemukan")])
def test_term_that_cannot_be_hidden_is_said(case: Case, team: Team, term: str, sentence: str) -> None:
    with pytest.raises(NotPossible, match=sentence):
        studio.hide_term(team.screener, case, term, seen=0)
    assert not Decision.objects.exists()


def test_text_of_a_mark_is_hidden_elsewhere_as_what_it_is(case: Case, child: Mark, team: Team) -> None:
    case.marks.filter(entity=child.entity).exclude(pk=child.pk).delete()
    done = studio.hide_text_of(team.screener, case, child.number, seen=0)
    added = case.marks.get(added_by=1)
    assert done.marks == 2 and added.page == 1
    assert (added.type, added.role, added.mode, added.ground) == (
        child.type,
        child.role,
        "block",
        child.ground,
    )
    assert added.is_blocked


def test_text_of_a_mark_leaves_the_longer_name_of_somebody_else_alone(
    team: Team, office: Office, work: Work
) -> None:
    text = "Pelapor: Rudi Siregar\nDiterima oleh AKP Marlina Siregar, Kapolsek.\nMotor milik Siregar hilang."
    case = screened(upload(team.screener, office.polda, text.encode(), name="laporan.txt"), work)
    reporter = case.marks.filter(type="PERSON", start=text.index("Rudi")).get()
    studio.hide_text_of(team.screener, case, reporter.number, seen=0)
    assert not case.marks.get(type="PERSON", role="official").hides
    assert all(
        mark.end <= text.index("Marlina") or mark.start > text.index("Kapolsek")
        for mark in case.marks.filter(standing="hidden")
    )
    assert case.marks.filter(standing="hidden", start__gte=text.index("Motor")).exists()


def test_passage_takes_whole_words_and_what_lies_in_it(story: Case, team: Team) -> None:
    text = "Pelapor Siti Rahmah, NIK 6371034704880003, melapor"
    start, end = text.index("melap"), text.index("melap") + 3
    done = studio.hide_passage(
        team.screener, story, 1, start=start, end=end, quote="mel", type="TERM", ground="17.h", seen=0
    )
    added = story.marks.get(added_by=1)
    assert (added.start, added.end, done.marks) == (text.index("melapor"), len(text), 1)
    over = studio.hide_passage(
        team.screener, story, 1, start=0, end=20, quote=text[:20], type="REGION", ground="17.h", seen=1
    )
    assert over.marks == 2 and mark(story, type="PERSON", role="complainant").decision == 2


def test_passage_that_is_not_what_the_officer_saw_is_refused(story: Case, team: Team) -> None:
    for quote in ("Fahrul", "  "):
        with pytest.raises(NotPossible, match="Pilih sekali lagi"):
            studio.hide_passage(
                team.screener, story, 1, start=0, end=7, quote=quote, type="TERM", ground="17.h", seen=0
            )


def test_box_on_a_page_hides_what_lies_under_it(case: Case, team: Team, work: Work) -> None:
    import pypdf

    from terbuka.disclosure.queries import open_stored

    official = mark(case, role="official")
    x0, y0, x1, y1 = official.boxes[0]
    around = Box(x0 - 60, y0 - 3, x1 + 60, y1 + 3)
    done = studio.hide_region(team.screener, case, 1, around, type="PERSON", ground="17.h", seen=0)
    assert done.marks == 2 and now(official).hides
    assert (
        studio.hide_region(team.screener, case, 1, around, type="PERSON", ground="17.h", seen=1).decision
        is None
    )
    prepared(case, team.screener, work)
    with open_stored(PreparedCopy.objects.get().file) as file:
        text = " ".join(page.extract_text() for page in pypdf.PdfReader(file).pages)
    assert "FAHRUL" not in text and "AIPTU" not in text and "menerima" in text


@pytest.mark.parametrize(
    "box", [Box(10, 10, 11, 40), Box(10, 10, 40, 12), Box(900, 900, 990, 990), Box(-50, -50, -10, -10)]
)
def test_box_too_small_or_beside_the_page_is_refused(case: Case, team: Team, box: Box) -> None:
    with pytest.raises(NotPossible, match="Kotak terlalu kecil"):
        studio.hide_region(team.screener, case, 1, box, type="REGION", ground="17.h", seen=0)


def test_box_on_empty_paper_stands_where_the_nearest_line_does(case: Case, team: Team) -> None:
    studio.hide_region(team.screener, case, 1, Box(400, 500, 100, 560), type="REGION", ground="17.h", seen=0)
    added = case.marks.get(added_by=1)
    assert added.boxes == [[100, 500, 400, 560]]
    assert mark(case, type="AGE").start < added.start < mark(case, role="official").start


def test_box_needs_a_page(story: Case, team: Team) -> None:
    with pytest.raises(NotPossible, match="tidak mempunyai gambar"):
        studio.hide_region(team.screener, story, 1, Box(1, 1, 50, 50), type="REGION", ground="17.h", seen=0)


# --- Back


def test_box_that_was_drawn_is_taken_away_and_the_act_is_written_down(case: Case, team: Team) -> None:
    box = drawn(case, team)
    done = studio.remove_box(team.colleague, case, box.number, seen=1)
    assert done.decision is not None and (done.decision.kind, done.decision.target) == ("remove", "region")
    assert (now(box).standing, now(box).hides) == (Standing.VOID, False)
    entry = Entry.objects.get(verb="disclosure.box_removed")
    assert entry.detail == {"case": case.pk, "page": 1, "decision": 2}
    assert studio.remove_box(team.colleague, case, box.number, seen=2).decision is None  # sent twice
    studio.undo(team.colleague, case, 2)
    assert now(box).hides


def test_box_that_is_taken_away_can_be_drawn_again(case: Case, team: Team) -> None:
    box = drawn(case, team)
    studio.remove_box(team.screener, case, box.number, seen=1)
    assert drawn(case, team, seen=2).number == box.number + 1
    with pytest.raises(NotPossible, match="tidak ada lagi"):
        studio.keep(team.screener, case, box.number, seen=3)


def test_what_lies_under_a_box_stays_hidden_when_the_box_is_taken_away(case: Case, team: Team) -> None:
    official = mark(case, role="official")
    x0, y0, x1, y1 = official.boxes[0]
    around = Box(x0 - 60, y0 - 3, x1 + 60, y1 + 3)
    studio.hide_region(team.screener, case, 1, around, type="PERSON", ground="17.h", seen=0)
    studio.remove_box(team.screener, case, case.marks.get(added_by=1).number, seen=1)
    assert now(official).hides


def test_only_a_box_that_an_officer_drew_is_taken_away(case: Case, team: Team) -> None:
    studio.hide_term(team.screener, case, "laporan", seen=0)
    for found in (mark(case, type="NIK"), mark(case, added_by=1)):
        with pytest.raises(NotPossible, match="Hanya kotak"):
            studio.remove_box(team.screener, case, found.number, seen=1)
        assert now(found).hides


def test_box_about_which_somebody_decided_since_stays(case: Case, team: Team) -> None:
    box = drawn(case, team)
    studio.hide(team.colleague, case, box.number, seen=1, ground="17.j")
    with pytest.raises(Overtaken):
        studio.remove_box(team.screener, case, box.number, seen=1)
    assert now(box).hides


def test_own_acts_are_taken_back_one_after_the_other(doubtful: Case, witness: Mark, team: Team) -> None:
    studio.hide(team.screener, doubtful, witness.number, seen=0)
    studio.hide_term(team.screener, doubtful, "laporan", seen=1)
    assert studio.undo(team.screener, doubtful, 2).marks == 3
    assert set(doubtful.marks.filter(added_by=2).values_list("standing", flat=True)) == {"void"}
    assert studio.undo(team.screener, doubtful, 1).marks == 1
    assert (now(witness).standing, now(witness).decision, now(witness).touched) == ("undecided", 0, 4)
    assert last_of(doubtful, team.screener) is None


def test_undo_sent_twice_takes_back_one(doubtful: Case, witness: Mark, team: Team) -> None:
    studio.hide(team.screener, doubtful, witness.number, seen=0)
    studio.keep(team.screener, doubtful, witness.number, seen=1)
    assert studio.undo(team.screener, doubtful, 2).decision is not None
    assert studio.undo(team.screener, doubtful, 2).decision is None
    assert now(witness).standing == Standing.HIDDEN


def test_undo_is_for_ones_own_last_act(doubtful: Case, witness: Mark, team: Team) -> None:
    studio.hide(team.screener, doubtful, witness.number, seen=0)
    studio.hide(team.screener, doubtful, mark(doubtful, type="NIK").number, seen=0)
    for number in (1, 7):
        with pytest.raises(NotPossible, match="terakhir Anda"):
            studio.undo(team.screener, doubtful, number)
    with pytest.raises(NotPossible):
        studio.undo(team.colleague, doubtful, 2)
    with pytest.raises(PermissionDenied):
        studio.undo(team.desk, doubtful, 2)


def test_undo_leaves_what_a_colleague_decided_since(doubtful: Case, witness: Mark, team: Team) -> None:
    studio.hide(team.screener, doubtful, witness.number, seen=0)
    studio.keep(team.colleague, doubtful, witness.number, seen=1)
    studio.undo(team.screener, doubtful, 1)
    assert (now(witness).standing, now(witness).decision) == (Standing.KEPT, 2)


def test_place_added_and_taken_back_can_be_added_again(case: Case, team: Team) -> None:
    studio.hide_term(team.screener, case, "laporan", seen=0)
    studio.undo(team.screener, case, 1)
    assert studio.hide_term(team.screener, case, "laporan", seen=2).marks == 3
    with pytest.raises(NotPossible):
        studio.keep(team.screener, case, mark(case, standing="void").number, seen=9)
