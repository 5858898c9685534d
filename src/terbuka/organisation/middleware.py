"""Who may open what is hidden needs a second factor."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from terbuka.organisation.roles import PRIVILEGED
from terbuka.organisation.rules import has_role_anywhere


class SecondFactor:
    """Sends holders of a privileged role without a second factor to the page that sets one up
    (``TERBUKA_REQUIRE_MFA``). Only the pages of the account and the log-out stay open until then.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.REQUIRE_MFA and self._lacks_factor(request):
            messages.warning(
                request,
                _(
                    "Peran Anda memerlukan langkah kedua saat masuk. "
                    "Pasang aplikasi autentikasi atau kunci keamanan."
                ),
            )
            return redirect("mfa_index")
        return self.get_response(request)

    def _lacks_factor(self, request: HttpRequest) -> bool:
        user = request.user
        if not user.is_authenticated or _is_account_page(request):
            return False
        return has_role_anywhere(user, PRIVILEGED) and not is_mfa_enabled(user)


def _is_account_page(request: HttpRequest) -> bool:
    return request.path_info.startswith(reverse("account_profile"))
