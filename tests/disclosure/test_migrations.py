"""What a migration does to the rows of an office that has worked. All persons are invented."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from terbuka.disclosure.models import Case, Look, PublicCopy
from tests.disclosure.conftest import Team, certified, prepared


def migrate(name: str) -> Any:
    """The apps as they are after this migration of the desk."""
    call_command("migrate", "disclosure", name, verbosity=0)
    return MigrationExecutor(connection).loader.project_state([("disclosure", name)]).apps


@pytest.fixture
def as_it_was(transactional_db: None) -> Iterator[None]:
    """Whatever happens, the next test finds the tables as they are now."""
    yield
    call_command("migrate", "disclosure", verbosity=0)


def test_looks_of_before_are_at_the_original_and_certificates_stay(
    as_it_was: None, team: Team, case: Case, work: Any
) -> None:
    prepared(case, team.screener, work)
    copy = certified(case, team.ppid)
    old = migrate("0005_triggers_anew")
    looks = old.get_model("disclosure", "Look").objects
    assert sorted(looks.values_list("officer", "page")) == [(team.screener.pk, 1), (team.screener.pk, 2)]
    with pytest.raises(DatabaseError, match="not rewritten"), transaction.atomic():
        old.get_model("disclosure", "PublicCopy").objects.update(pages=3)
    migrate("0007_certified_when_seen")
    assert set(Look.objects.values_list("of", "officer")) == {(case.sha256, team.screener.pk)}
    assert PublicCopy.objects.get() == copy
    with pytest.raises(DatabaseError, match="not rewritten"), transaction.atomic():
        PublicCopy.objects.update(pages=3)
    copy.pk, copy.case = None, Case.objects.get()  # type: ignore[assignment]
    with pytest.raises(DatabaseError, match="each of its pages"), transaction.atomic():
        copy.save(force_insert=True)
