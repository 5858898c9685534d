"""What may be read of the register: the scope of each officer, and what is public."""

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from terbuka.disclosure.models import PublicCopy
from terbuka.disclosure.queries import certified_copies
from terbuka.organisation.models import Unit
from terbuka.organisation.rules import Visitor, units_with_role
from terbuka.register.models import Attachment, Edition, Item, PublicFile
from terbuka.register.roles import DRAFTERS, PUBLISHERS, READERS
from terbuka.register.searching import has_word, query_words
from terbuka.register.workflow import DRAFT, PUBLISHED

# --- Inside the office ------------------------------------------------------------------------------


def visible_items(account: Visitor) -> QuerySet[Item]:
    """The items of the units that ``account`` may read."""
    return Item.objects.filter(unit__in=units_with_role(account, READERS)).select_related("unit")


def visible_units(account: Visitor) -> QuerySet[Unit]:
    """The units that ``account`` may read and that hold an item, in the order of the tree."""
    return units_with_role(account, READERS).filter(Exists(Item.objects.filter(unit=OuterRef("pk"))))


def drafting_units(account: Visitor) -> QuerySet[Unit]:
    """The units for which ``account`` may write items."""
    return units_with_role(account, DRAFTERS)


def search_items(items: QuerySet[Item], query: str) -> QuerySet[Item]:
    """The ``items`` in which every word of ``query`` stands."""
    for word in query_words(query):
        items = items.filter(has_word(word))
    return items


def unpublished(items: QuerySet[Item]) -> QuerySet[Item]:
    """The drafts among ``items``, and the published ones with changes that are not."""
    return items.filter(Q(state=DRAFT) | Q(state=PUBLISHED, revision__gt=F("published_revision")))


def to_publish(account: Visitor) -> QuerySet[Item]:
    """What waits for ``account`` to publish it."""
    return unpublished(Item.objects.filter(unit__in=units_with_role(account, PUBLISHERS)))


def attachments_of(item: Item) -> QuerySet[Attachment]:
    """The files of the working copy, each with its certificate."""
    return item.attachments.select_related("copy__approved_by__person")


def items_with(copy: PublicCopy, account: Visitor) -> QuerySet[Item]:
    """The items to which ``copy`` belongs, or whose public edition has it, that ``account`` may read."""
    working = Attachment.objects.filter(item=OuterRef("pk"), copy=copy)
    public = PublicFile.objects.filter(
        edition__item=OuterRef("pk"), edition__ended_at__isnull=True, copy=copy
    )
    return visible_items(account).filter(Exists(working) | Exists(public)).order_by("number")


def attachable_copies(account: Visitor, item: Item | None = None, search: str = "") -> QuerySet[PublicCopy]:
    """Certified copies of units for which ``account`` may write: those that ``item`` does not have yet;
    without ``item`` those that no item has. ``search``: a part of the case's title, or the number of the
    certificate."""
    taken = Attachment.objects.filter(copy=OuterRef("pk"))
    if item is not None:
        taken = taken.filter(item=item)
    reach = certified_copies(account).filter(unit__in=drafting_units(account))
    if search:
        named = Q(case__title__icontains=search)
        reach = reach.filter(named | Q(pk=int(search)) if search.isdecimal() and len(search) < 19 else named)
    return reach.exclude(Exists(taken)).select_related("unit", "case")


def editions_of(item: Item) -> QuerySet[Edition]:
    """What was public and when, newest first, with its files and officers."""
    return item.editions.select_related("unit", "published_by__person", "ended_by__person").prefetch_related(
        Prefetch("files", PublicFile.objects.select_related("copy"))
    )


# --- Public -----------------------------------------------------------------------------------------


def public_editions() -> QuerySet[Edition]:
    """What the public may read now: the one open edition of each published item."""
    return Edition.objects.filter(ended_at__isnull=True).select_related("unit")


def last_edition(number: int) -> Edition | None:
    """The newest edition of item ``number``, open or not: its page or its tombstone. None where nothing
    was ever public under that number."""
    return Edition.objects.filter(item__number=number).select_related("unit").order_by("-number").first()


def is_public(sha256: str) -> bool:
    """True while an open edition has a file with this hash: only then its bytes lie in the public store."""
    return PublicFile.objects.filter(copy__sha256=sha256, edition__ended_at__isnull=True).exists()
