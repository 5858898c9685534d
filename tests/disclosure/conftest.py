"""Cases of this desk made the way officers make them: a real file, the real engine, the real jobs.

All persons and numbers are invented.
"""

import os
import subprocess
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pytest
import typst
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from terbuka.disclosure import actions, workflow
from terbuka.disclosure.decisions import Standing, fold
from terbuka.disclosure.marking import to_item
from terbuka.disclosure.models import Case, Mark, PreparedCopy, PublicCopy, Purpose
from terbuka.disclosure.outcome import actions as outcome
from terbuka.disclosure.studio import actions as studio
from terbuka.disclosure.studio.choosing import acts_of, state_of
from terbuka.journal.models import Entry
from terbuka.office.storage import PrivateStorage
from terbuka.organisation.models import Account, Unit
from terbuka.organisation.roles import Role
from tests.rows import Office, employ

# Two pages: a complainant, a witness and a child, who is blocked hard; an official, who stays.
REPORT = """
#set page(width: 420pt, height: 595pt, margin: 42pt)
#set text(font: "Libertinus Serif", size: 11pt)
#align(center)[*LAPORAN POLISI* \\ Nomor: LP/B/118/III/2022/SPKT]

Pelapor: SITI RAHMAH \\
NIK: 6371034704880003 \\
Alamat: Jl. Teluk Tiram Darat Gg. Keluarga No. 27 RT 15 \\
Telepon: 0812-5104-3378

Pada hari Selasa pelapor Siti Rahmah datang ke kantor. Saksi bernama Wayan Sudarta melihat kejadian itu.
Anak korban bernama Melati Kusuma (9 tahun) bersekolah di SDN Teluk Dalam 1.

Yang menerima laporan: AIPTU FAHRUL ROZI, Kanit SPKT.
#pagebreak()
Keterangan tambahan: korban anak Melati Kusuma diantar oleh ibunya, Siti Rahmah.
Demikian laporan ini dibuat dengan sebenarnya.
"""
STORY = (
    "Pelapor Siti Rahmah, NIK 6371034704880003, melapor kepada AIPTU Fahrul Rozi.\r\n"
    "Ia tinggal di Jl. Teluk Tiram Darat No. 27.\r\n"
)
FILLER = ".filler"  # takes all the room of a full disk
SECRETS = ("Rahmah", "RAHMAH", "6371034704880003", "Melati", "Wayan", "0812-5104-3378")


@cache
def pdf(source: str = REPORT) -> bytes:
    """``source`` typeset."""
    return typst.compile(source.encode())


class Team:
    """One of each role that a case meets, at the province's police; employed when first asked for."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    def everybody(self) -> None:
        """Employ all of them now: before several act at once."""
        for name in ("desk", "screener", "colleague", "unit_ppid", "ppid", "superior", "auditor"):
            getattr(self, name)

    def _one(self, role: str, name: str) -> Account:
        return employ(role, unit=self._unit, name=name)

    @cached_property
    def desk(self) -> Account:
        return self._one(Role.DESK_OFFICER, "Aminah Zahra")

    @cached_property
    def screener(self) -> Account:
        return self._one(Role.SCREENING_OFFICER, "Rahmadi Noor")

    @cached_property
    def colleague(self) -> Account:
        return self._one(Role.SCREENING_OFFICER, "Budi Santosa")

    @cached_property
    def unit_ppid(self) -> Account:
        return self._one(Role.UNIT_PPID, "Hj. Norlaila")

    @cached_property
    def ppid(self) -> Account:
        return self._one(Role.PPID, "Ahmad Fauzi")

    @cached_property
    def superior(self) -> Account:
        return self._one(Role.SUPERIOR, "Gusti Rahman")

    @cached_property
    def auditor(self) -> Account:
        return self._one(Role.AUDITOR, "Maria Tukan")


@pytest.fixture
def team(office: Office) -> Team:
    return Team(office.polda)


@pytest.fixture
def client_of(team: Team, enter: Callable[[Account], Client]) -> Client:
    """The screening officer at the desk."""
    return enter(team.screener)


def upload(
    actor: Account, unit: Unit, content: bytes, *, name: str = "siti rahmah.pdf", title: str = "Laporan"
) -> Case:
    """A case as it is right after its upload."""
    file = SimpleUploadedFile(name, content)
    return actions.upload(actor, unit=unit, title=title, purpose=Purpose.REQUEST, file=file, again=True)


Make = Callable[..., Case]


@pytest.fixture
def case(team: Team, office: Office, work: Callable[[], None]) -> Case:
    """The report, screened, in the hands of the screening officer."""
    return screened(upload(team.screener, office.polda, pdf()), work)


@pytest.fixture
def story(team: Team, office: Office, work: Callable[[], None]) -> Case:
    """A text file, which has no pages."""
    return screened(upload(team.screener, office.polda, STORY.encode(), name="kisah.txt"), work)


# The engine reads a file once in a session, and writes a copy once for the same decisions. Whoever needs
# the same again gets what it found then, put in place by the action that puts it there for the job.
_screenings: dict[str, tuple[bytes, list[dict[str, Any]], tuple[str, int, str]]] = {}
_copies: dict[str, tuple[dict[str, Any], dict[str, bytes]]] = {}
_MARK = [field.attname for field in Mark._meta.concrete_fields if field.name not in {"id", "case"}]
_COPY = ("sha256", "size", "format", "pages", "grounds", "checks", "verified_sha256", "passed")
_FILES = ("file", "log", "extract")


def screened(case: Case, work: Callable[[], None]) -> Case:
    """The case after its screening."""
    known = _screenings.get(case.sha256)
    if known is None:
        work()
    else:
        extract, marks, facts = known
        name = PrivateStorage().save(None, ContentFile(extract))
        found = [Mark(**values) for values in marks]
        outcome.screened(case.pk, outcome.Screened(name, *facts, found))
    case.refresh_from_db()
    assert case.state == "deciding", case.problem
    if known is None:
        content = Path(PrivateStorage().path(case.extract)).read_bytes()
        rows = list(case.marks.order_by("number").values(*_MARK))
        _screenings[case.sha256] = (content, rows, (case.format, case.pages, case.profile))
    return case


def prepared(case: Case, actor: Account, work: Callable[[], None]) -> Case:
    """The case with its copy made, waiting for the second person."""
    decide_all(actor, case)
    actions.prepare(actor, case, confirmed=True)
    of_marks = case.marks.order_by("number").values_list("start", "end", "boxes", "standing", "ground")
    of_terms = [decision.text for decision in case.decision_list.all()]
    key = f"{case.sha256} {list(of_marks)} {of_terms}"
    if key in _copies:
        facts, files = _copies[key]
        store = PrivateStorage()
        made = {name: content and store.save(None, ContentFile(content)) for name, content in files.items()}
        case.refresh_from_db()
        outcome.prepared(case.pk, case.decisions, {**facts, **{k: v or "" for k, v in made.items()}})
    else:
        work()
    case.refresh_from_db()
    assert case.state == "review", (case.problem, case.problem_values)
    if key not in _copies:
        waits = PreparedCopy.objects.get(case=case)
        _copies[key] = (
            {name: getattr(waits, name) for name in _COPY},
            {name: _content(getattr(waits, name)) for name in _FILES},
        )
    return Case.objects.get(pk=case.pk)


def _content(name: str) -> bytes:
    return Path(PrivateStorage().path(name)).read_bytes() if name else b""


def mark(case: Case, **of: object) -> Mark:
    """The first mark of this kind."""
    found = case.marks.filter(**of).first()
    assert found is not None, of
    return found


def decide_all(actor: Account, case: Case) -> None:
    """Accept everything that is proposed, and look at every page."""
    studio.hide_proposed(actor, case, page=None, sure=False, seen=10**6)
    studio.look(actor, case, *range(1, case.pages + 1))


def looked_through(case: Case, approver: Account) -> PreparedCopy:
    """The copy that waits, after ``approver`` has opened each of its pages."""
    waits = PreparedCopy.objects.get(case=case)
    studio.look(approver, waits, *range(1, waits.pages + 1))
    return waits


def certified(case: Case, approver: Account) -> PublicCopy:
    """The copy that waits, looked through and approved."""
    return actions.approve(approver, case, sha256=looked_through(case, approver).sha256)


@pytest.fixture
def doubtful(case: Case) -> Case:
    """The case with two findings that screening was not sure of: the telephone and the witness."""
    for found in (mark(case, type="PHONE"), mark(case, role="witness")):
        found.action, found.mode, found.standing, found.confidence = "review", "mask", "undecided", 0.5
        found.save()
    case.left = 2
    case.save()
    return case


@pytest.fixture
def small_disk(stores: None, settings: Any) -> Iterator[Callable[[], None]]:
    """The private store lies on a small disk of its own; ``small_disk()``: from now on it is full.

    A real one: what fails first (a draft, a package, the copy that is being written) is what the tests ask.
    Only root may mount it.
    """
    root = Path(settings.PRIVATE_FILES)
    root.mkdir(parents=True)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m,mode=700", "terbuka-test", str(root)], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("only root may mount a small disk")

    def fill() -> None:
        free = os.statvfs(root)
        with (root / FILLER).open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, free.f_bavail * free.f_frsize)

    yield fill
    subprocess.run(["umount", str(root)], check=True)


def verbs_of(case: Case) -> list[str]:
    """What the journal says was done to a case."""
    return list(
        Entry.objects.filter(kind="disclosure.case", object_id=str(case.pk)).values_list("verb", flat=True)
    )


def stored_files() -> set[str]:
    """Every file in the private store."""
    root = Path(settings.PRIVATE_FILES)
    found = {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}
    return found - {FILLER}


def now(found: Mark) -> Mark:
    """The mark as it is in the database."""
    return Mark.objects.get(pk=found.pk)


@pytest.fixture
def witness(doubtful: Case) -> Mark:
    return mark(doubtful, role="witness")


@pytest.fixture
def child(case: Case) -> Mark:
    return mark(case, type="PERSON", mode="block", page=2)


@pytest.fixture
def marks_are_the_fold_of_the_decisions(db: None) -> Iterator[None]:
    """After a test that decides the marks must be what the decisions give, and the count right."""
    yield
    for case in Case.objects.exclude(state=workflow.WITHDRAWN):
        marks = list(case.marks.all())
        states = fold([to_item(found) for found in marks], acts_of(case))
        assert {found.number: state_of(found) for found in marks} == states
        assert case.left == sum(found.standing == Standing.UNDECIDED for found in marks)
        assert case.decisions == case.decision_list.count()
