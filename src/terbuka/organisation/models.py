"""Units, people, accounts and memberships. Dates are days: ``valid_to`` is the last day something holds."""

import datetime
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from terbuka.organisation.roles import Role


def valid_on(day: datetime.date, prefix: str = "") -> Q:
    """The condition that a row with ``valid_from`` and ``valid_to`` holds on ``day``.

    ``prefix`` leads to the row from the model that is queried, as ``"unit__"``.
    """
    return Q(**{f"{prefix}valid_from__lte": day}) & (
        Q(**{f"{prefix}valid_to__isnull": True}) | Q(**{f"{prefix}valid_to__gte": day})
    )


class UnitKind(models.TextChoices):
    """Kinds of units of a regional police and of other bodies."""

    POLDA = "polda", _("Polda")
    BID = "bid", _("Bidang")
    DIRECTORATE = "dit", _("Direktorat")
    BUREAU = "biro", _("Biro")
    SATKER = "satker", _("Satuan kerja")
    POLRES = "polres", _("Polres")
    SUB = "sub", _("Subbidang atau subbagian")
    SECTION = "seksi", _("Seksi atau urusan")
    POLSEK = "polsek", _("Polsek")
    OTHER = "other", _("Unit lain")


class Zone(models.TextChoices):
    """The three zones of Indonesia. Days are counted in the unit's own."""

    WIB = "Asia/Jakarta", "WIB"
    WITA = "Asia/Makassar", "WITA"
    WIT = "Asia/Jayapura", "WIT"


class Unit(models.Model):
    """A unit of the public body. ``path`` is the primary keys from the root down to the unit itself,
    each followed by a slash (``"1/7/12/"``), so that a subtree is one prefix."""

    code = models.CharField(
        _("kode"),
        max_length=40,
        unique=True,
        validators=[RegexValidator(r"^[A-Z0-9][A-Z0-9.\-]*$", _("Huruf besar, angka, titik dan garis."))],
    )
    name = models.CharField(_("nama"), max_length=200)
    kind = models.CharField(_("jenis"), max_length=10, choices=UnitKind.choices)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("di bawah"),
    )
    path = models.CharField(max_length=200, db_index=True, editable=False)
    zone = models.CharField(_("zona waktu"), max_length=20, choices=Zone.choices, default=Zone.WITA)
    valid_from = models.DateField(_("berlaku sejak"))
    valid_to = models.DateField(_("berlaku sampai"), null=True, blank=True)
    succeeds = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="successors", editable=False
    )

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("unit")
        ordering = ("path",)
        constraints = (
            models.CheckConstraint(
                name="unit_ends_after_it_begins",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
            ),
            models.CheckConstraint(
                name="unit_is_not_its_own_parent",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def depth(self) -> int:
        """0 for a root."""
        return self.path.count("/") - 1

    def covers(self, other: "Unit") -> bool:
        """True for the unit itself and everything below it."""
        return other.path.startswith(self.path)


class AccountManager(BaseUserManager["Account"]):
    """Accounts, alone or with their person."""

    def with_person(self) -> models.QuerySet["Account"]:
        """Together with the person: every page shows the name, and it costs no query of its own.

        Not the default: a join to a row that may be missing cannot be locked (PostgreSQL).
        """
        return self.select_related("person")


class Account(AbstractBaseUser):
    """A way to log in. What somebody may do comes from the memberships of their person."""

    username = models.CharField(
        _("nama pengguna"),
        max_length=60,
        unique=True,
        validators=[RegexValidator(r"^[a-z0-9][a-z0-9._\-]*$", _("Huruf kecil, angka, titik dan garis."))],
    )
    email = models.EmailField(_("surel"), blank=True)
    is_active = models.BooleanField(_("aktif"), default=True)
    created_at = models.DateTimeField(auto_now_add=True)
    # A part of every session's signature: a new value ends all sessions of the account at once.
    session_salt = models.CharField(max_length=32, default="", editable=False)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = AccountManager()

    class Meta:
        verbose_name = _("akun")
        verbose_name_plural = _("akun")
        ordering = ("username",)
        constraints = (
            models.UniqueConstraint(Lower("username"), name="account_username_in_any_case"),
            models.UniqueConstraint(Lower("email"), name="account_email_in_any_case", condition=~Q(email="")),
        )

    def __str__(self) -> str:
        return self.username

    def _get_session_auth_hash(self, secret: Any = None) -> str:
        # Django signs a session with the password alone; ours also with the salt above.
        return salted_hmac(
            "terbuka.organisation.Account.session",
            self.password + self.session_salt,
            secret=secret,
            algorithm="sha256",
        ).hexdigest()


class Person(models.Model):
    """Somebody who works here, with or without an account."""

    name = models.CharField(_("nama"), max_length=200)
    rank = models.CharField(_("pangkat"), max_length=60, blank=True)
    post = models.CharField(_("jabatan"), max_length=200, blank=True)
    account = models.OneToOneField(
        Account,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="person",
        verbose_name=_("akun"),
    )

    class Meta:
        verbose_name = _("orang")
        verbose_name_plural = _("orang")
        ordering = ("name", "id")

    def __str__(self) -> str:
        return f"{self.rank} {self.name}".strip()


class Membership(models.Model):
    """A person holds a role at a unit and below it, for a time."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships", verbose_name=_("orang"))
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="memberships", verbose_name=_("unit"))
    role = models.CharField(_("peran"), max_length=20, choices=Role.choices)
    valid_from = models.DateField(_("sejak"))
    valid_to = models.DateField(_("sampai"), null=True, blank=True)

    class Meta:
        verbose_name = _("keanggotaan")
        verbose_name_plural = _("keanggotaan")
        ordering = ("unit__path", "role", "valid_from")
        constraints = (
            models.CheckConstraint(
                name="membership_ends_after_it_begins",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
            ),
            models.CheckConstraint(name="membership_role_is_known", condition=Q(role__in=Role.values)),
            models.UniqueConstraint(
                name="membership_open_only_once",
                fields=("person", "unit", "role"),
                condition=Q(valid_to__isnull=True),
            ),
            models.UniqueConstraint(
                name="membership_begins_once_a_day", fields=("person", "unit", "role", "valid_from")
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.unit}"
