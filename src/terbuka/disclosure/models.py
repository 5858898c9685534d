"""Cases, what may be hidden in them, who decided what, and the certified copies.

No text of a document is in the database: findings tell places, what stands there lies in the private
store (``extract``). What people typed that may be personal (file names, terms, reasons) is encrypted.
"""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from terbuka.disclosure.decisions import Kind, Standing
from terbuka.disclosure.validators import one_line
from terbuka.disclosure.workflow import CASE, DECIDED, RECEIVED
from terbuka.documents.formats import Format
from terbuka.law.grounds import grounds
from terbuka.office.crypto import EncryptedTextField
from terbuka.office.stored import StoredName
from terbuka.organisation.models import Account, Unit
from terbuka.screening import Action, Mode

_HASH = 64  # hexadecimal digits of SHA-256
_STORED = 64  # a name in the private store


def _choices(kinds: type[Any]) -> list[tuple[str, str]]:
    return [(str(kind), str(kind)) for kind in kinds]


def account_key(**options: Any) -> "models.ForeignKey[Account, Account]":
    """Somebody who did something here. Whoever did cannot be deleted."""
    return models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", **options)


class Purpose(models.TextChoices):
    """Why a public copy is made."""

    REQUEST = "request", _("Menjawab permohonan informasi")
    PUBLICATION = "publication", _("Diumumkan tanpa diminta")
    DISPUTE = "dispute", _("Keberatan atau sengketa informasi")
    OTHER = "other", _("Keperluan lain")


class Case(models.Model):
    """One file on its way. ``original`` and ``extract`` are names in the private store, empty once the
    file is deleted; ``sha256`` and ``size`` (bytes) are of the original.

    ``pages``: as the studio counts them (``extract``). ``decisions``: number of the last decision.
    ``left``: findings that still need one, kept in step by the actions.
    ``problem``: why it failed, a message of ``terbuka.language`` with its values; nothing personal.
    """

    number = models.BigAutoField(_("nomor"), primary_key=True)
    title = models.CharField(_("judul"), max_length=200, validators=[one_line])
    purpose = models.CharField(_("untuk"), max_length=12, choices=Purpose.choices)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("unit"))
    state = models.CharField(_("status"), max_length=10, choices=CASE.choices, default=RECEIVED)
    state_since = models.DateTimeField()
    uploaded_by = account_key(verbose_name=_("diunggah oleh"))
    uploaded_at = models.DateTimeField(_("diunggah"))

    original = StoredName(max_length=_STORED, blank=True)
    original_name = EncryptedTextField(blank=True)
    sha256 = models.CharField(max_length=_HASH, db_index=True)
    size = models.BigIntegerField()

    extract = StoredName(max_length=_STORED, blank=True)
    format = models.CharField(max_length=10, blank=True)
    pages = models.PositiveIntegerField(default=0)
    profile = models.CharField(max_length=40, blank=True)
    decisions = models.PositiveIntegerField(default=0)
    left = models.PositiveIntegerField(default=0)
    problem = models.TextField(blank=True)
    problem_values = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = _("kasus")
        verbose_name_plural = _("kasus")
        ordering = ("-number",)
        constraints = (
            models.CheckConstraint(
                name="case_state_is_known",
                condition=Q(state__in=[state.code for state in CASE.states]),
            ),
            models.CheckConstraint(
                name="case_goes_on_when_decided", condition=~Q(state__in=DECIDED) | Q(left=0)
            ),
        )
        indexes = (models.Index(fields=("unit", "state"), name="case_by_unit_and_state"),)

    def __str__(self) -> str:
        return self.title

    @property
    def has_pictures(self) -> bool:
        """True for formats with pages; the others are shown as text."""
        return bool(self.format) and Format(self.format).is_paged

    @cached_property
    def prepared_copy_or_none(self) -> "PreparedCopy | None":
        """The copy that is being made or waits for approval."""
        return PreparedCopy.objects.filter(case=self).select_related("prepared_by__person").first()


class Mark(models.Model):
    """One place in a document that may be hidden: found by screening, or added by an officer.

    ``number`` counts within the case. ``page``: as the studio counts. ``start`` and ``end``: offsets into
    the document's text, equal for a region drawn on the page; ``boxes``: in points on the page. ``entity``:
    mentions of one person or thing share it. ``added_by``: number of the decision that added it, None for
    screening.

    ``action``, ``mode`` and ``own_ground`` are what was proposed and never change. ``standing``,
    ``ground``, ``decision`` (the one in effect, 0: none) and ``touched`` (the last that concerned it, 0:
    none) are the fold of the decisions (``decisions.fold``), kept in step by the actions.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="marks")
    number = models.PositiveIntegerField()
    page = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    boxes = models.JSONField(default=list)
    type = models.CharField(max_length=20)
    action = models.CharField(max_length=10, choices=_choices(Action))
    mode = models.CharField(max_length=10, choices=_choices(Mode), default=str(Mode.MASK))
    own_ground = models.CharField(max_length=10)
    basis = models.JSONField(default=list)
    rule = models.CharField(max_length=60)
    confidence = models.FloatField(default=1.0)
    entity = models.CharField(max_length=20, blank=True)
    role = models.CharField(max_length=20, blank=True)
    added_by = models.PositiveIntegerField(null=True)

    standing = models.CharField(max_length=10, choices=_choices(Standing))
    ground = models.CharField(max_length=10)
    decision = models.PositiveIntegerField(default=0)
    touched = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("page", "start", "number")
        constraints = (
            models.UniqueConstraint(name="mark_number_once_per_case", fields=("case", "number")),
            models.CheckConstraint(
                name="mark_standing_is_known", condition=Q(standing__in=[str(s) for s in Standing])
            ),
            models.CheckConstraint(
                name="mark_grounds_are_known",
                condition=Q(own_ground__in=list(grounds())) & Q(ground__in=list(grounds())),
            ),
        )
        indexes = (
            models.Index(fields=("case", "page"), name="mark_by_page"),
            models.Index(fields=("case", "standing", "page"), name="mark_by_standing"),
            models.Index(fields=("case", "entity"), name="mark_by_entity"),
        )

    def __str__(self) -> str:
        return f"{self.case_id}/{self.number}"

    @property
    def hides(self) -> bool:
        """Undecided is hidden, too: nothing opens by being forgotten."""
        return self.standing in {Standing.HIDDEN, Standing.UNDECIDED}

    @property
    def is_blocked(self) -> bool:
        """A child, or a victim of sexual violence, that the superior has not lifted."""
        return self.mode == Mode.BLOCK and self.standing != Standing.KEPT

    @property
    def is_region(self) -> bool:
        return self.start == self.end

    @property
    def is_drawn(self) -> bool:
        """A box that an officer drew."""
        return self.is_region and self.added_by is not None


class Target(models.TextChoices):
    """What an officer pointed at."""

    MARK = "mark", _("satu temuan")
    PERSON = "person", _("satu orang di seluruh berkas")
    PAGE = "page", _("satu halaman")
    DOCUMENT = "document", _("seluruh berkas")
    TERM = "term", _("satu istilah di seluruh berkas")
    PASSAGE = "passage", _("teks yang dipilih")
    REGION = "region", _("kotak yang digambar")
    DECISION = "decision", _("keputusan sebelumnya")


class Decision(models.Model):
    """One act in the studio. The list only grows; what holds now is its fold (``decisions.fold``).

    ``marks``: the numbers it concerned, as ranges ``[first, last]``. ``ground``: a new one, or empty.
    ``undoes``: number of the decision that it takes back. ``text``: the term, or the reason.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="decision_list")
    number = models.PositiveIntegerField()
    officer = account_key()
    kind = models.CharField(max_length=10, choices=_choices(Kind))
    target = models.CharField(max_length=10, choices=Target.choices)
    marks = models.JSONField(default=list)
    ground = models.CharField(max_length=10, blank=True)
    undoes = models.PositiveIntegerField(null=True)
    text = EncryptedTextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(name="decision_number_once_per_case", fields=("case", "number")),
            models.UniqueConstraint(
                name="decision_undone_once",
                fields=("case", "undoes"),
                condition=Q(undoes__isnull=False),
            ),
            models.CheckConstraint(
                name="decision_undoes_an_earlier_one",
                # A check that comes out as NULL passes: the emptiness is asked for by itself.
                condition=Q(kind=str(Kind.UNDO), undoes__isnull=False, undoes__lt=F("number"))
                | (~Q(kind=str(Kind.UNDO)) & Q(undoes__isnull=True)),
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id}/{self.number} {self.kind}"


class Look(models.Model):
    """An officer has had a page of the file ``of`` (its SHA-256) on the screen: of the original, or of a copy
    that waits. So a look at one file can never stand for another."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="looks")
    officer = account_key()
    of = models.CharField(max_length=_HASH)
    page = models.PositiveIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(name="look_once_per_page", fields=("case", "officer", "of", "page")),
            models.CheckConstraint(name="look_at_a_file", condition=~Q(of="")),
        )

    def __str__(self) -> str:
        return f"{self.case_id}/{self.page}"


class Picture(models.Model):
    """A page of the file ``of`` (its SHA-256) that was drawn before, kept in the private store."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="pictures")
    of = models.CharField(max_length=_HASH)
    page = models.PositiveIntegerField()
    file = StoredName(max_length=_STORED)

    class Meta:
        constraints = (models.UniqueConstraint(name="picture_once_per_page", fields=("case", "of", "page")),)

    def __str__(self) -> str:
        return f"{self.case_id}/{self.page}"


class PreparedCopy(models.Model):
    """A copy that is being made (``file`` is still empty) or that waits for the second person.

    ``decisions``: the last decision that it was made from; any later one discards it. The rest is what
    the engine said: see ``PublicCopy``. ``extract``: its pages as text, for formats without pictures.
    """

    case = models.OneToOneField(Case, models.CASCADE, related_name="prepared_copy")
    decisions = models.PositiveIntegerField()
    prepared_by = account_key()
    prepared_at = models.DateTimeField()

    file = StoredName(max_length=_STORED, blank=True)
    log = StoredName(max_length=_STORED, blank=True)
    extract = StoredName(max_length=_STORED, blank=True)
    sha256 = models.CharField(max_length=_HASH, blank=True)
    size = models.BigIntegerField(default=0)
    format = models.CharField(max_length=10, blank=True)
    pages = models.PositiveIntegerField(default=0)
    grounds = models.JSONField(default=dict)
    checks = models.JSONField(default=list)
    verified_sha256 = models.CharField(max_length=_HASH, blank=True)
    passed = models.BooleanField(default=False)
    engine_version = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="prepared_copy_file_is_verified",
                condition=Q(file="") | Q(passed=True, verified_sha256=F("sha256")) & ~Q(sha256=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id}/{self.decisions}"

    @property
    def is_ready(self) -> bool:
        return bool(self.file)

    @property
    def has_pictures(self) -> bool:
        """True for formats with pages; the others are shown as text."""
        return bool(self.format) and Format(self.format).is_paged


class Note(models.Model):
    """What somebody wrote about a case: why it goes back, or why it was withdrawn."""

    class Kind(models.TextChoices):
        """What the note goes with."""

        RETURNED = "returned", _("Dikembalikan")
        WITHDRAWN = "withdrawn", _("Ditarik")

    case = models.ForeignKey(Case, models.PROTECT, related_name="notes")
    author = account_key()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    text = EncryptedTextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind}"


class PublicCopy(models.Model):
    """A certified copy and its certificate. The database refuses one without a passed verification of
    these very bytes, or with one and the same person as preparer and approver.

    ``file``: in the private store. ``sha256``, ``size`` (bytes), ``format`` (``pdf``, ``docx``, ``xlsx`` …)
    and ``pages`` are the copy's. ``grounds``: redactions per code of ``law.grounds``. ``checks``: what the
    verifier looked at, as ``{"name", "items"}``.
    """

    number = models.BigAutoField(_("nomor sertifikat"), primary_key=True)
    case = models.OneToOneField(Case, models.PROTECT, related_name="public_copy")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("unit"))
    file = StoredName(max_length=_STORED)
    log = StoredName(max_length=_STORED)
    original_sha256 = models.CharField(max_length=_HASH)
    sha256 = models.CharField(max_length=_HASH, db_index=True)
    verified_sha256 = models.CharField(max_length=_HASH)
    passed = models.BooleanField()
    size = models.BigIntegerField()
    format = models.CharField(max_length=10)
    pages = models.PositiveIntegerField()
    grounds = models.JSONField()
    checks = models.JSONField()
    engine_version = models.CharField(max_length=20)
    prepared_by = account_key(verbose_name=_("disiapkan oleh"))
    prepared_at = models.DateTimeField(_("disiapkan"))
    approved_by = account_key(verbose_name=_("disetujui oleh"))
    certified_at = models.DateTimeField(_("disetujui"))

    class Meta:
        verbose_name = _("salinan bersertifikat")
        verbose_name_plural = _("salinan bersertifikat")
        ordering = ("-number",)
        constraints = (
            models.CheckConstraint(name="copy_passed_the_verification", condition=Q(passed=True)),
            models.CheckConstraint(
                name="copy_is_what_was_verified",
                condition=Q(sha256=F("verified_sha256")) & ~Q(sha256=""),
            ),
            # The rule itself, which is stricter, is ``rules.as_second_person``; this is the line behind it.
            models.CheckConstraint(name="copy_has_four_eyes", condition=~Q(approved_by=F("prepared_by"))),
            models.CheckConstraint(name="copy_has_a_file", condition=~Q(file="") & ~Q(log="")),
        )

    def __str__(self) -> str:
        return str(self.number)

    @property
    def kind(self) -> Format:
        """Its format, with the end of its file name and its content type."""
        return Format(self.format)

    @property
    def file_name(self) -> str:
        """What it is called outside: no personal data."""
        return f"salinan-{self.number}{self.kind.suffix}"

    @property
    def hidden(self) -> int:
        """How many parts are hidden."""
        return sum(self.grounds.values())
