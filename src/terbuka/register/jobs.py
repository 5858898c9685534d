"""Work after a withdrawal."""

from django.core.files.storage import storages
from django.db import transaction

from terbuka.disclosure.models import PublicCopy
from terbuka.office.jobs import Progress, job
from terbuka.office.storage import PublicStorage
from terbuka.register.queries import is_public


@job(attempts=20)
def empty_public_store(progress: Progress, *, hashes: list[str]) -> None:
    """Take the bytes with these SHA-256 out of the public store, except those that are still public.

    Nobody is served a withdrawn file from the moment of the withdrawal: the rows decide. This removes
    what lies there. The rows of the copies are locked, so that whoever publishes the same bytes at the
    same time waits, or is waited for.
    """
    for sha256 in hashes:
        _remove_unless_public(sha256)


def remove_unpublished() -> None:
    """Take out of the public store what lies there and is not public: who was killed while publishing wrote
    the bytes, and no edition has them. Of what was written today somebody may be publishing it still."""
    for name in PublicStorage().old_names():
        _remove_unless_public(name.replace("/", ""))


def _remove_unless_public(sha256: str) -> None:
    with transaction.atomic():
        list(PublicCopy.objects.select_for_update().filter(sha256=sha256).order_by("pk"))
        if not is_public(sha256):
            storages["public"].delete(public_name(sha256))


def public_name(sha256: str) -> str:
    """Where the bytes with this hash lie in the public store (``office.storage``)."""
    return f"{sha256[:2]}/{sha256[2:]}"
