"""Letters that a page must not wait for."""

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.utils import translation

from terbuka.office.jobs import Progress, job
from terbuka.organisation.accounts import password_link
from terbuka.organisation.models import Account

LETTER = "account/email/password_reset_key"


@job(attempts=3)
def send_password_letters(progress: Progress, *, accounts: list[int], origin: str, language: str) -> None:
    """Send each of ``accounts`` the link to a new password. ``origin``: scheme and host of the office.

    Asked for without accounts too, and not sent from the page: how long the page takes must not tell
    whether there is an account with an address (``forms.ForgottenPasswordForm``).
    """
    with translation.override(language):
        for account in Account.objects.filter(pk__in=accounts, is_active=True).exclude(email=""):
            context = {
                "office_name": settings.OFFICE_NAME,
                "username": account.username,
                "password_reset_url": origin + password_link(account),
            }
            get_adapter().render_mail(LETTER, account.email, context).send()
