"""Files that no row names any more leave the private store after the transaction that gave them up."""

from terbuka.disclosure.models import Case
from terbuka.office.jobs import Progress, job
from terbuka.office.storage import PrivateStorage
from terbuka.organisation.models import Account


@job(attempts=20)
def forget_files(progress: Progress, *, names: list[str]) -> None:
    """Delete the files ``names``; those that are gone already are."""
    store = PrivateStorage()
    for name in names:
        store.delete(name)


def forget(actor: Account | None, case: Case, *names: str) -> None:
    """Ask for it in the transaction under way, after the journal; empty names are left out."""
    given = [name for name in names if name]
    if given:
        forget_files.enqueue(actor=actor, unit=case.unit, subject=None, names=given)
