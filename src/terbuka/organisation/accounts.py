"""Logging in: what allauth and axes need to know of our accounts."""

from typing import Any

from allauth.account import forms
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from terbuka.office.crypto import decrypt, encrypt
from terbuka.organisation.models import Account


class Backend(AuthenticationBackend):  # type: ignore[misc]
    """Log-in by name or address; whoever is logged in comes with their person, in one query."""

    def get_user(self, user_id: int) -> Account | None:
        """The account of a session, unless it was deactivated since."""
        account = Account.objects.with_person().filter(pk=user_id).first()
        return account if account and self.user_can_authenticate(account) else None


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up: accounts are given by an administrator (``actions.create_account``)."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Closed."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Failed passwords are counted by axes, in the database, for all processes together; a second
        count in the memory of each would only say the same in other words."""


class MfaAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets of the second factor are encrypted where they lie."""

    def encrypt(self, text: str) -> str:
        """For the database."""
        return encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        """From the database."""
        return decrypt(encrypted_text)


class LoginForm(forms.LoginForm):  # type: ignore[misc]
    """One field for both ways to name oneself; labels instead of placeholders, which vanish."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Nama pengguna atau surel")
        self.fields["password"].label = _("Kata sandi")
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
        self.fields["password"].help_text = ""


def display_name(account: Account) -> str:
    """The name that a page shows: the person's, else the account's."""
    person = getattr(account, "person", None)
    return str(person or account)


def attempt_key(typed: str) -> str:
    """What failed log-ins are counted by, in place of the name that was typed.

    People type passwords into the field for the name; so only a keyed hash of it is stored.
    """
    return salted_hmac("terbuka.organisation.attempts", typed.strip().lower()).hexdigest()[:40]


def attempted(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """``attempt_key`` of a log-in that is under way (``AXES_USERNAME_CALLABLE``)."""
    typed = (credentials or {}).get("username") or request.POST.get("login", "")
    return attempt_key(str(typed))


def password_link(account: Account) -> str:
    """A path that lets whoever has it set the password of ``account``: once, and for three days.

    It ends when it is used, when the account logs in, and when its e-mail address changes.
    """
    key = f"{user_pk_to_url_str(account)}-{default_token_generator.make_token(account)}"
    # The pattern has two parts; reversing it with the joined key would quote the hyphen away.
    identifier, _hyphen, token = key.partition("-")
    return reverse("account_reset_password_from_key", kwargs={"uidb36": identifier, "key": token})
