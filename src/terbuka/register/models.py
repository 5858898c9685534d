"""Items of the register, their files, and the editions of them that are or were public.

An ``Item`` with its ``Attachment`` rows is the working copy inside the office. An ``Edition`` with its
``PublicFile`` rows is what the public sees: it is written once, by ``actions.publish``, and only ends.
A file can be public only through a ``disclosure.PublicCopy``, which the database accepts only with a
passed verification and two different officers.
"""

from collections.abc import Callable
from typing import Any, ClassVar

from django.conf import settings
from django.core.validators import MaxLengthValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from terbuka.disclosure.models import PublicCopy
from terbuka.disclosure.validators import one_line
from terbuka.organisation.models import Unit
from terbuka.register.workflow import DRAFT, ITEM, PUBLISHED, WITHDRAWN

some_lines = RegexValidator(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]",
    _("Tulis tanpa tanda kendali."),
    inverse_match=True,
)


def prose(name: Any, longest: int, **options: Any) -> "models.TextField[str, str]":
    """A text of some lines that is checked wherever it comes from, not only in a form."""
    checks: list[Callable[[Any], None]] = [some_lines, MaxLengthValidator(longest)]
    return models.TextField(name, max_length=longest, validators=checks, **options)


class InformationClass(models.TextChoices):
    """The classes of public information (UU 14/2008 Art. 9 to 11)."""

    PERIODIC = "periodic", _("Berkala")
    IMMEDIATE = "immediate", _("Serta-merta")
    ANYTIME = "anytime", _("Setiap saat")


class AvailableForm(models.TextChoices):
    """In which form the information can be had (Perki 1/2021 Lampiran I)."""

    SOFTCOPY = "softcopy", _("Salinan elektronik")
    HARDCOPY = "hardcopy", _("Salinan cetak")
    BOTH = "both", _("Elektronik dan cetak")


class Description(models.Model):
    """What the register says about a piece of information: the columns of Perki 1/2021 Lampiran I.

    ``responsible`` is a post, never a private person. ``period_from`` and ``period_to``: the time that the
    information covers, both or neither. ``search_text``: see ``searching``.
    """

    title = models.CharField(_("judul"), max_length=200, validators=[one_line])
    summary = prose(_("ringkasan isi"), 2000)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("unit yang menguasai"))
    responsible = models.CharField(_("penanggung jawab"), max_length=200, validators=[one_line])
    information_class = models.CharField(_("kelas"), max_length=10, choices=InformationClass.choices)
    made_on = models.DateField(_("tanggal pembuatan"))
    made_in = models.CharField(_("tempat pembuatan"), max_length=120, validators=[one_line])
    available_as = models.CharField(_("bentuk yang tersedia"), max_length=10, choices=AvailableForm.choices)
    retention = models.CharField(_("jangka waktu simpan"), max_length=200, validators=[one_line])
    period_from = models.DateField(_("mencakup sejak"), null=True, blank=True)
    period_to = models.DateField(_("mencakup sampai"), null=True, blank=True)
    search_text = models.TextField(default="", editable=False)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                name="%(class)s_class_is_known", condition=Q(information_class__in=InformationClass.values)
            ),
            models.CheckConstraint(
                name="%(class)s_form_is_known", condition=Q(available_as__in=AvailableForm.values)
            ),
            models.CheckConstraint(
                name="%(class)s_period_is_whole",
                condition=Q(period_from__isnull=True, period_to__isnull=True)
                # Said in full: a comparison with NULL is unknown, and a check takes that for kept.
                | Q(period_from__isnull=False, period_to__isnull=False, period_to__gte=F("period_from")),
                violation_error_message=_("Isi kedua tanggal, dan yang akhir tidak sebelum yang awal."),
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def slug(self) -> str:
        """The title as it stands in the address."""
        return slugify(self.title)[:80].strip("-") or "informasi"


DESCRIBED = (
    "title",
    "summary",
    "unit",
    "responsible",
    "information_class",
    "made_on",
    "made_in",
    "available_as",
    "retention",
    "period_from",
    "period_to",
)
"""What an officer fills in; with ``search_text`` everything that a ``Description`` holds."""


class Item(Description):
    """A piece of information in the register. ``revision`` counts its changes; ``published_revision`` is
    the one that the public sees or saw last."""

    number = models.BigAutoField(_("nomor"), primary_key=True)
    state = models.CharField(_("status"), max_length=10, choices=ITEM.choices, default=DRAFT)
    revision = models.PositiveIntegerField(default=1)
    published_revision = models.PositiveIntegerField(null=True, editable=False)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta(Description.Meta):
        verbose_name = _("informasi")
        verbose_name_plural = _("informasi")
        ordering = ("-number",)
        constraints = (
            *Description.Meta.constraints,
            models.CheckConstraint(
                name="item_state_is_known", condition=Q(state__in=(DRAFT, PUBLISHED, WITHDRAWN))
            ),
            models.CheckConstraint(
                name="item_draft_was_never_public",
                condition=Q(state=DRAFT, published_revision__isnull=True)
                | ~Q(state=DRAFT)
                & Q(published_revision__isnull=False, published_revision__lte=F("revision")),
            ),
        )
        indexes = (models.Index(fields=("unit", "state"), name="item_by_unit_and_state"),)

    @property
    def has_changes(self) -> bool:
        """True where the working copy differs from what was published last."""
        return self.revision != self.published_revision


class Attachment(models.Model):
    """A certified copy that belongs to an item. ``name`` is what the public reads and downloads it as."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="attachments")
    copy = models.ForeignKey(PublicCopy, models.PROTECT, related_name="+")
    name = models.CharField(_("nama berkas untuk umum"), max_length=120, validators=[one_line])

    class Meta:
        verbose_name = _("lampiran")
        verbose_name_plural = _("lampiran")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(name="attachment_once_per_item", fields=("item", "copy")),
            models.CheckConstraint(name="attachment_has_a_name", condition=~Q(name="")),
        )

    def __str__(self) -> str:
        return self.name


NOTE_CLOSED = "Catatan ini ditutup."
"""What the public reads instead of a note that told too much. Like every note it is stored, in Indonesian."""


class Edition(Description):
    """What the public was told about an item from ``published_at`` until ``ended_at`` (None: still is).

    ``number`` counts the editions of the item. ``withdrawn_because``: why it was taken away, empty where
    the next edition took its place. ``title_stays``: the title may still be shown after that.
    """

    item = models.ForeignKey(Item, models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField(_("edisi"))
    revision = models.PositiveIntegerField()
    change_note = prose(_("catatan perubahan"), 500, blank=True)
    published_at = models.DateTimeField(_("terbit"))
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(_("berakhir"), null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_because = prose(_("alasan penarikan"), 500, blank=True)
    title_stays = models.BooleanField(default=True)

    class Meta(Description.Meta):
        verbose_name = _("edisi")
        verbose_name_plural = _("edisi")
        ordering = ("-id",)
        constraints = (
            *Description.Meta.constraints,
            models.UniqueConstraint(name="edition_number_once", fields=("item", "number")),
            models.UniqueConstraint(
                name="edition_open_only_once", fields=("item",), condition=Q(ended_at__isnull=True)
            ),
            models.CheckConstraint(
                name="edition_says_what_changed", condition=Q(number=1) | ~Q(change_note="")
            ),
            models.CheckConstraint(
                name="edition_ended_by_somebody",
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__gte=F("published_at"), ended_by__isnull=False),
            ),
            models.CheckConstraint(
                name="edition_withdrawn_has_ended",
                condition=Q(withdrawn_because="", title_stays=True) | Q(ended_at__isnull=False),
            ),
        )

    @property
    def is_open(self) -> bool:
        return self.ended_at is None

    @property
    def note_can_be_closed(self) -> bool:
        """It has a note, and one that can still be read."""
        return bool(self.change_note) and self.change_note != NOTE_CLOSED

    @property
    def is_withdrawn(self) -> bool:
        return bool(self.withdrawn_because)


class PublicFile(models.Model):
    """A file of an edition. ``copy`` cannot be empty: without a certificate nothing is public.

    ``approved_post``: the post, when it was published, of the officer who approved the copy. The public
    reads the post, never the person.
    """

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="files")
    copy = models.ForeignKey(PublicCopy, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    approved_post = models.CharField(max_length=200)

    class Meta:
        verbose_name = _("berkas publik")
        verbose_name_plural = _("berkas publik")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(name="public_file_once_per_edition", fields=("edition", "copy")),
            models.CheckConstraint(name="public_file_has_a_name", condition=~Q(name="")),
        )

    def __str__(self) -> str:
        return self.name
