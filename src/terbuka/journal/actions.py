"""The only way to write the journal."""

import re
from typing import TYPE_CHECKING

from django.db import connection, models
from django.db.transaction import TransactionManagementError
from django.utils import timezone

from terbuka.journal.chain import digest
from terbuka.journal.models import Entry, Head
from terbuka.journal.verbs import Verb
from terbuka.organisation.models import Unit

if TYPE_CHECKING:
    from terbuka.organisation.models import Account

Value = str | int | bool | None
# A code, a number, a date, a hash: no spaces, so no prose and no full name can slip in.
_CODE = re.compile(r"[A-Za-z0-9_.:/+\-]{0,128}")


def record(
    what: Verb,
    subject: models.Model | None = None,
    *,
    actor: "Account | None",
    unit: Unit | None = None,
    **detail: Value,
) -> Entry:
    """Write one act into the chain, in the transaction of the act itself.

    Call it after the change and before the jobs (rule → change → journal → jobs): it locks the head of
    the chain until the transaction ends, and whoever changes rows after that may wait for each other.

    ``subject``: the row it was done to. ``actor`` None: the program itself. ``detail``: exactly the keys
    that the verb declares; codes, numbers, dates and hashes.

    Raises ``TransactionManagementError`` outside a transaction: an act whose entry could be lost, or an
    entry whose act could fail, must not exist. Raises ``ValueError`` for wrong keys or values.
    """
    if not connection.in_atomic_block:
        raise TransactionManagementError("a journal entry is written inside the transaction of its act")
    _check(what, detail)
    head, _ = Head.objects.select_for_update().get_or_create(id=1)
    entry = Entry(
        number=head.number + 1,
        at=timezone.now(),
        actor=actor,
        verb=what.name,
        kind=subject._meta.label_lower if subject else "",
        object_id=str(subject.pk) if subject else "",
        unit=unit,
        detail=detail,
        previous_hash=head.hash,
    )
    entry.hash = digest(entry)
    entry.save(force_insert=True)
    head.number, head.hash = entry.number, entry.hash
    head.save(force_update=True)
    return entry


def _check(what: Verb, detail: dict[str, Value]) -> None:
    if detail.keys() != what.keys:
        raise ValueError(f"verb {what.name} takes exactly {sorted(what.keys)}")
    for key, value in detail.items():
        if value is not None and not isinstance(value, str | int):
            raise ValueError(f"detail {key} of {what.name} is neither a text nor a whole number")
        if isinstance(value, str) and not _CODE.fullmatch(value):
            raise ValueError(f"detail {key} of {what.name} is prose: write codes, numbers, dates, hashes")
