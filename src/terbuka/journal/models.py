"""The chain and its head. The database itself refuses to change or delete what is written (``triggers``)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from terbuka.organisation.models import Unit


class Head(models.Model):
    """The end of the chain: one row, locked by whoever writes the next entry, so that no two fork it."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="")

    class Meta:
        constraints = (models.CheckConstraint(name="journal_has_one_head", condition=models.Q(id=1)),)

    def __str__(self) -> str:
        return f"{self.number} {self.hash}"


class Entry(models.Model):
    """One act. ``detail`` holds codes, numbers, dates and hashes, never prose and never personal data.

    ``actor`` None is the program itself. ``kind`` and ``object_id`` name the row it was done to.
    """

    number = models.PositiveBigIntegerField(_("nomor"), primary_key=True)
    at = models.DateTimeField(_("waktu"))
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("pelaku"),
    )
    verb = models.CharField(_("tindakan"), max_length=60, db_index=True)
    kind = models.CharField(max_length=60, blank=True)
    object_id = models.CharField(max_length=64, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+", verbose_name=_("unit"))
    detail = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("catatan jurnal")
        verbose_name_plural = _("jurnal")
        ordering = ("number",)
        indexes = (
            models.Index(fields=("kind", "object_id"), name="journal_by_object"),
            models.Index(fields=("at",), name="journal_by_time"),
            models.Index(fields=("actor", "number"), name="journal_by_actor"),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.verb}"
