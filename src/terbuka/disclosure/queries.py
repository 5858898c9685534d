"""What may be read of cases and copies, and by whom: the only way to rows and files for every page.

Whoever reads a case (``visible_cases``) knows its title, state and history. Only who may open it
(``open_cases``) sees what is hidden in it.
"""

import datetime
from typing import Any

from django.core.files.base import File
from django.core.files.storage import storages
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from terbuka.disclosure import workflow
from terbuka.disclosure.decisions import Standing
from terbuka.disclosure.errors import CopyDamaged, FileGone
from terbuka.disclosure.models import Case, Decision, Look, Mark, PreparedCopy, PublicCopy
from terbuka.disclosure.rules import (
    APPROVERS,
    DECIDERS,
    READERS,
    RECEIVERS,
    STUDIO,
    UPLOADERS,
    as_second_person,
)
from terbuka.office.storage import sha256_of
from terbuka.organisation.models import Account, Unit, valid_on
from terbuka.organisation.roles import Role
from terbuka.organisation.rules import Visitor, units_with_role

# --- Cases ------------------------------------------------------------------------------------------


def visible_cases(account: Visitor) -> QuerySet[Case]:
    """The cases that ``account`` may know of."""
    return Case.objects.filter(unit__in=units_with_role(account, READERS)).select_related(
        "unit", "uploaded_by__person"
    )


def open_cases(account: Visitor) -> QuerySet[Case]:
    """The cases whose contents ``account`` may see."""
    return Case.objects.filter(unit__in=units_with_role(account, STUDIO)).select_related("unit")


def worked_on_by(account: Account, cases: QuerySet[Case]) -> QuerySet[Case]:
    """Those of ``cases`` that ``account`` uploaded, prepared, or decided something in."""
    return cases.filter(
        Q(uploaded_by=account)
        | Exists(Decision.objects.filter(case=OuterRef("pk"), officer=account))
        | Exists(PreparedCopy.objects.filter(case=OuterRef("pk"), prepared_by=account))
        | Exists(PublicCopy.objects.filter(case=OuterRef("pk"), prepared_by=account))
        | Exists(PublicCopy.objects.filter(case=OuterRef("pk"), approved_by=account))
    )


def same_file(account: Visitor, case: Case) -> QuerySet[Case]:
    """Other cases with the same bytes that ``account`` may know of, newest first."""
    return visible_cases(account).filter(sha256=case.sha256).exclude(pk=case.pk)


def uploaded_before(account: Account, sha256: str) -> QuerySet[Case]:
    """The cases that ``account`` has made of these bytes, newest first; not those that were withdrawn: their
    file is gone."""
    own = visible_cases(account).filter(uploaded_by=account, sha256=sha256)
    return own.exclude(state=workflow.WITHDRAWN)


def uploading_units(account: Visitor) -> QuerySet[Unit]:
    """The units of today for which ``account`` may upload a file."""
    return units_with_role(account, UPLOADERS).filter(valid_on(timezone.localdate()))


def reading_units(account: Visitor) -> QuerySet[Unit]:
    """The units whose cases ``account`` may know of, where there are any: the choices of the filter."""
    return units_with_role(account, READERS).filter(Exists(Case.objects.filter(unit=OuterRef("pk"))))


# --- What was looked at -----------------------------------------------------------------------------


def looks_at(shown: Case | PreparedCopy, officer: Account) -> QuerySet[Look]:
    """What ``officer`` has had on the screen of an original, or of a copy that waits: of these bytes."""
    case = shown.pk if isinstance(shown, Case) else shown.case_id
    return Look.objects.filter(case=case, officer=officer, of=shown.sha256)


def unseen_pages(shown: Case | PreparedCopy, officer: Account) -> list[int]:
    """The pages of it that ``officer`` has not opened yet."""
    seen = set(looks_at(shown, officer).values_list("page", flat=True))
    return [page for page in range(1, shown.pages + 1) if page not in seen]


# --- What waits -------------------------------------------------------------------------------------


def to_decide(account: Account) -> QuerySet[Case]:
    """Cases that wait for somebody like ``account`` to decide, or to ask for the copy."""
    return Case.objects.filter(state=workflow.DECIDING, unit__in=units_with_role(account, DECIDERS))


def to_approve(account: Account) -> QuerySet[Case]:
    """Copies that wait for ``account`` as the second person."""
    return Case.objects.filter(
        as_second_person(account), state=workflow.APPROVING, unit__in=units_with_role(account, APPROVERS)
    )


def to_retry(account: Account) -> QuerySet[Case]:
    """Cases whose file could not be read."""
    return Case.objects.filter(state=workflow.FAILED, unit__in=units_with_role(account, UPLOADERS))


# --- Certified copies -------------------------------------------------------------------------------


def certified_copies(account: Visitor) -> QuerySet[PublicCopy]:
    """The certified copies that ``account`` may have."""
    return PublicCopy.objects.filter(unit__in=units_with_role(account, RECEIVERS)).select_related("unit")


def visible_certificates(account: Visitor) -> QuerySet[PublicCopy]:
    """The certificates that ``account`` may read; an auditor reads the certificate without the copy."""
    reach = units_with_role(account, RECEIVERS | {Role.AUDITOR})
    return PublicCopy.objects.filter(unit__in=reach).select_related(
        "unit", "case", "prepared_by__person", "approved_by__person"
    )


def certified_cases(since: datetime.date | None) -> QuerySet[Case]:
    """All certified cases (``since``: on this day or later), for who may run commands on the machine.

    Of cases with the same file only the last: it is put in again where the decisions were wrong.
    """
    later = PublicCopy.objects.filter(
        original_sha256=OuterRef("original_sha256"), number__gt=OuterRef("number")
    )
    copies = PublicCopy.objects.exclude(Exists(later))
    if since:
        copies = copies.filter(certified_at__date__gte=since)
    return Case.objects.filter(public_copy__in=copies).order_by("number")


def decided_marks(case: Case) -> QuerySet[Mark]:
    """What was found or added in a case and not taken back, in the order of the document."""
    return case.marks.exclude(standing=str(Standing.VOID))


def open_copy(copy: PublicCopy) -> File[Any]:
    """The bytes of a certified copy, to be closed by the caller. Whoever passes them on compares them
    with ``copy.sha256``. Raises ``FileGone``."""
    return open_stored(copy.file)


def proven_copy(copy: PublicCopy) -> str:
    """The name in the private store of a certified copy whose bytes are still those that were certified.
    Raises ``FileGone``, ``CopyDamaged``."""
    with open_copy(copy) as file:
        if sha256_of(file) != copy.sha256:
            raise CopyDamaged
    return copy.file


def open_stored(name: str) -> File[Any]:
    """A file of the private store. Raises ``FileGone`` where it is not there any more."""
    try:
        return storages["default"].open(name)
    except (OSError, ValueError) as error:
        raise FileGone from error
