"""What the public may read: published editions and their files. Nothing else is asked of the database."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Max, Min, Prefetch, Q, QuerySet

from terbuka.register.models import Edition, InformationClass, PublicFile
from terbuka.register.queries import last_edition, public_editions
from terbuka.register.searching import has_word, query_words, search_text


@dataclass(frozen=True, slots=True)
class UnitFacet:
    """A unit that has published something. ``path`` as of ``organisation.Unit``."""

    pk: int
    code: str
    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Facets:
    """What can be chosen in the register: units in the order of the tree, years newest first."""

    units: Sequence[UnitFacet]
    years: Sequence[int]


def facets() -> Facets:
    """One query over what is public."""
    rows = (
        public_editions()
        .order_by("unit__path")
        .values("unit_id", "unit__code", "unit__name", "unit__path")
        .annotate(
            made_first=Min("made_on"),
            made_last=Max("made_on"),
            covers_first=Min("period_from"),
            covers_last=Max("period_to"),
        )
    )
    units, days = [], []
    for row in rows:
        units.append(UnitFacet(row["unit_id"], row["unit__code"], row["unit__name"], row["unit__path"]))
        days += [row["made_first"], row["made_last"], row["covers_first"], row["covers_last"]]
    years = [day.year for day in days if day]
    return Facets(units, list(range(max(years), min(years) - 1, -1)) if years else [])


@dataclass(frozen=True, slots=True)
class Search:
    """What somebody looks for; empty finds everything."""

    words: str = ""
    information_class: str = ""
    unit: UnitFacet | None = None
    year: int | None = None

    @property
    def is_empty(self) -> bool:
        return not (self.words or self.information_class or self.unit or self.year)


def find(search: Search, units: Sequence[UnitFacet]) -> QuerySet[Edition]:
    """The public editions that ``search`` finds, newest first.

    All words must match, each in the title, the summary, or the name or code of the unit.
    A unit reaches everything below it.
    """
    found = public_editions()
    for word in query_words(search.words):
        named = [unit.pk for unit in units if f" {word}" in search_text(unit.name, unit.code)]
        found = found.filter(has_word(word) | Q(unit__in=named))
    if search.information_class:
        found = found.filter(information_class=search.information_class)
    if search.unit:
        found = found.filter(unit__path__startswith=search.unit.path)
    if search.year:
        found = found.filter(_in_year(search.year))
    return found.order_by("-pk")


def _in_year(year: int) -> Q:
    """What covers a part of the year; where no period is said, what was made in it."""
    first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    return Q(period_from__lte=last, period_to__gte=first) | Q(
        period_from__isnull=True, made_on__range=(first, last)
    )


def with_files(editions: QuerySet[Edition]) -> QuerySet[Edition]:
    """Together with their files and certificates."""
    return editions.prefetch_related(Prefetch("files", PublicFile.objects.select_related("copy")))


def latest(count: int) -> QuerySet[Edition]:
    """What was published last."""
    return with_files(public_editions().order_by("-pk")[:count])


def count_by_class() -> dict[str, int]:
    """How many items are public in each class; zero where there are none."""
    rows = public_editions().order_by().values_list("information_class").annotate(Count("pk"))
    return {**dict.fromkeys(InformationClass.values, 0), **dict(rows)}


def edition_of(number: int) -> Edition | None:
    """The open edition of item ``number``, or its last one where it was withdrawn (``is_open`` tells);
    None where nothing was ever public under that number."""
    return last_edition(number)


def files_of(edition: Edition) -> QuerySet[PublicFile]:
    """The files of an open edition with their certificates; none of one that has ended."""
    return PublicFile.objects.filter(edition=edition, edition__ended_at__isnull=True).select_related("copy")


def history_of(edition: Edition) -> QuerySet[Edition]:
    """When and why the item changed, newest first: dates and notes, not what stood in older editions."""
    return (
        Edition.objects.filter(item=edition.item_id)
        .order_by("-number")
        .only("number", "published_at", "ended_at", "change_note", "withdrawn_because", "item_id")
    )


def file_with(sha256: str) -> PublicFile | None:
    """A public file with this hash, or None."""
    files = PublicFile.objects.filter(copy__sha256=sha256, edition__ended_at__isnull=True)
    return files.select_related("copy").order_by("pk").first()


def gone_with(sha256: str) -> Edition | None:
    """The newest edition of the item that had a file with this hash before: open where the file was
    replaced, ended where the item was withdrawn. None where no such file was ever public."""
    item = (
        PublicFile.objects.filter(copy__sha256=sha256)
        .order_by("-pk")
        .values_list("edition__item", flat=True)
        .first()
    )
    return None if item is None else last_edition(item)


def addresses(most: int) -> QuerySet[Edition]:
    """What the map of the site lists, newest first: number, title and day of each public item."""
    return public_editions().order_by("-pk").only("item_id", "title", "published_at", "unit")[:most]
