"""The demo office: an office that looks as if it had worked, and never takes the place of a real one."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client

from terbuka.demo.office import NotADemo, accounts, empty, fill, is_demo
from terbuka.demo.papers import Paper, papers
from terbuka.disclosure.models import Case, PublicCopy
from terbuka.journal.verify import verify_chain
from terbuka.organisation.models import Account, Unit
from terbuka.organisation.roles import Role
from terbuka.register.models import Item
from tests.rows import Office

# From the sample papers that are published: what their public copies hide, and what they keep.
HIDDEN = ("BRI 0003-01-112233-50-1", "54.220.017.8-731.000", "6371020908710004")
OPEN = "Bayu Wirasakti"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings: Any) -> Path:
    """A home of its own, so that a mark of one test is not seen by the next."""
    settings.HOME = tmp_path
    settings.DEMO_MARK = tmp_path / "demo"
    return tmp_path


def said(_: str) -> None:
    """Nobody listens."""


@pytest.mark.django_db
def test_demo_office_has_papers_at_every_stage(work: Callable[[], None]) -> None:
    lines: list[str] = []
    fill(lines.append)
    assert lines[0] == f"Data contoh 1 dari {len(papers())}: {papers()[0].title}"

    assert Counter(Case.objects.values_list("state", flat=True)) == {
        "approved": 6,
        "deciding": 7,
        "review": 1,
        "failed": 1,
    }
    assert Counter(Item.objects.values_list("state", flat=True)) == {"published": 4, "withdrawn": 1}
    assert Case.objects.filter(marks__mode="block").exists()
    assert Case.objects.filter(notes__kind="returned").count() == 1
    assert verify_chain().sound
    assert PublicCopy.objects.filter(passed=True).count() == 6

    # Filled once, it stays as it is.
    fill(lines.append)
    assert len(lines) == len(papers())

    visitor = Client()
    home_page = visitor.get("/").content.decode()
    assert "Data contoh" in home_page or "data contoh" in home_page
    for item in Item.objects.filter(state="published"):
        page = visitor.get(f"/informasi/{item.number}/", follow=True).content.decode()
        assert item.title in page
        assert not any(secret in page for secret in HIDDEN)
    for stored in Path(django_settings.PUBLIC_FILES).rglob("*.*"):
        assert not any(secret.encode() in stored.read_bytes() for secret in HIDDEN)


@pytest.mark.django_db
def test_demo_accounts_hold_one_role_each_and_can_log_in(work: Callable[[], None]) -> None:
    fill(said, [])
    assert {label for _, _, label in accounts()} == {str(role.label) for role in Role}
    for username, password, _ in accounts():
        assert Account.objects.get(username=username).check_password(password)
    assert Unit.objects.count() == 35


@pytest.mark.django_db
def test_demo_does_not_touch_an_office_with_accounts(office: Office, officer: Callable[..., Account]) -> None:
    officer(Role.PPID)
    with pytest.raises(NotADemo):
        fill(said)
    with pytest.raises(NotADemo):
        empty()
    assert not is_demo()
    assert Account.objects.count() == 1


SCRIPT = """
import sys
from terbuka.office.serve import prepare
prepare(demo=True)
from django.conf import settings
from terbuka.demo.office import empty, fill
from terbuka.demo.papers import papers
from terbuka.disclosure.models import Case
from terbuka.organisation.models import Account
rows = papers()[-1:]
if sys.argv[1] == "broken off":
    settings.DEMO_MARK.write_text("filling")
    Account.objects.create(username="setengah")
fill(print, rows)
first = Case.objects.get()
if sys.argv[1] == "emptied":
    empty()
    assert not Account.objects.exists() and not any(settings.PRIVATE_FILES.rglob("*.*"))
    fill(print, rows)
print(Case.objects.count(), Account.objects.filter(username="setengah").count(), Account.objects.count())
"""


@pytest.mark.parametrize("how", ["broken off", "emptied"])
def test_demo_is_made_anew_when_it_was(how: str, home: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"TERBUKA_HOME": str(home), "DJANGO_SETTINGS_MODULE": "terbuka.office.settings"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, how],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "1 0 12"
    assert (home / "demo").read_text() == "ready"


def test_papers_name_documents_that_exist() -> None:
    for paper in papers():
        assert isinstance(paper, Paper)
        assert paper.title
