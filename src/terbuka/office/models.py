"""Jobs as the office sees them: whose, how far, how it ended."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from terbuka.language import translate


class JobState(models.TextChoices):
    """Where a job stands."""

    WAITING = "waiting", _("Menunggu giliran")
    RUNNING = "running", _("Sedang dikerjakan")
    DONE = "done", _("Selesai")
    FAILED = "failed", _("Gagal")


class JobRun(models.Model):
    """One job. It is written in the transaction that asks for it, so neither can exist without the other.

    ``lease_until``: while a worker lives it moves this forward; when it has passed, the worker is gone and
    the job is taken up again (``attempt`` counts). ``sentence`` and ``error`` are messages of
    ``terbuka.language`` with their values; they hold no personal data.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    job = models.CharField(max_length=120)
    arguments = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=JobState.choices, default=JobState.WAITING)
    attempt = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)
    task_id = models.UUIDField(null=True)

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey("organisation.Unit", models.PROTECT, null=True, related_name="+")
    subject_kind = models.CharField(max_length=60, blank=True)
    subject_id = models.CharField(max_length=64, blank=True)

    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    sentence = models.TextField(blank=True)
    sentence_values = models.JSONField(default=dict)
    error = models.TextField(blank=True)
    error_values = models.JSONField(default=dict)

    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("pekerjaan")
        verbose_name_plural = _("pekerjaan")
        ordering = ("-created_at",)
        constraints = (
            models.CheckConstraint(name="job_state_is_known", condition=models.Q(state__in=JobState.values)),
        )
        indexes = (
            models.Index(fields=("subject_kind", "subject_id"), name="job_by_subject"),
            models.Index(fields=("state", "lease_until"), name="job_by_lease"),
        )

    def __str__(self) -> str:
        return f"{self.job} {self.state}"

    @property
    def is_over(self) -> bool:
        return self.state in {JobState.DONE, JobState.FAILED}

    @property
    def percent(self) -> int | None:
        """0 to 100; None while it cannot be said."""
        return min(100, self.done * 100 // self.total) if self.total else None

    @property
    def spoken(self) -> str:
        """What it is doing, or why it failed, in the language of the page."""
        if self.state == JobState.FAILED:
            return _speak(self.error, self.error_values)
        return _speak(self.sentence, self.sentence_values)


def _speak(message: str, values: dict[str, Any]) -> str:
    return translate(message) % values if message else ""
