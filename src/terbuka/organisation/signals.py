"""Log-ins, lock-outs and changes of factors happen inside allauth and axes: they are written down here."""

from typing import Any

from allauth.account.signals import password_changed, password_reset
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from axes.signals import user_locked_out
from axes.utils import reset
from django.conf import settings
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest

from terbuka.organisation import verbs
from terbuka.organisation.accounts import attempt_key
from terbuka.organisation.actions import note_access
from terbuka.organisation.models import Account


@receiver(user_logged_in)
def _logged_in(user: Account, **_: Any) -> None:
    # axes would forget the failures of the plain name; ours are counted by a keyed hash of it.
    for name in filter(None, (user.username, user.email)):
        reset(username=attempt_key(name))
    note_access(verbs.LOGGED_IN, user)


@receiver(user_logged_out)
def _logged_out(user: Account | None, **_: Any) -> None:
    if isinstance(user, Account):
        note_access(verbs.LOGGED_OUT, user)


@receiver([password_changed, password_reset])
def _password(user: Account, **_: Any) -> None:
    note_access(verbs.PASSWORD_CHANGED, user)


@receiver(authenticator_added)
def _factor_added(user: Account, authenticator: Any, **_: Any) -> None:
    note_access(verbs.FACTOR_ADDED, user, factor=str(authenticator.type))


@receiver(authenticator_removed)
def _factor_removed(user: Account, authenticator: Any, **_: Any) -> None:
    note_access(verbs.FACTOR_REMOVED, user, factor=str(authenticator.type))


@receiver(authenticator_reset)
def _factor_renewed(user: Account, authenticator: Any, **_: Any) -> None:
    note_access(verbs.FACTOR_RENEWED, user, factor=str(authenticator.type))


@receiver(user_locked_out)
def _locked_out(request: HttpRequest, **_: Any) -> None:
    """Written down once, when the door closes, not at each knock after that.

    Who was tried is known only if such an account exists; what was typed is not written down.
    """
    if getattr(request, "axes_failures_since_start", None) != settings.AXES_FAILURE_LIMIT:
        return
    typed = request.POST.get("login", "").strip()
    account = Account.objects.filter(username__iexact=typed).first()
    if account is None and "@" in typed:
        account = Account.objects.filter(email__iexact=typed).first()
    note_access(
        verbs.LOCKED_OUT,
        None,
        failures=settings.AXES_FAILURE_LIMIT,
        account=account.pk if account else None,
    )
