"""Everything about one's own account, below ``/akun/``.

Only the pages of allauth that we want: nobody signs up, and an administrator sets the e-mail address.
"""

from allauth.account import views as allauth
from django.urls import include, path, re_path

from terbuka.organisation import views

urlpatterns = [
    path("", views.profile, name="account_profile"),
    path("keluar-semua/", views.end_all_sessions, name="account_end_sessions"),
    path("masuk/", allauth.login, name="account_login"),
    path("keluar/", allauth.logout, name="account_logout"),
    path("nonaktif/", allauth.account_inactive, name="account_inactive"),
    path("daftar/", allauth.signup, name="account_signup"),
    path("pastikan/", allauth.reauthenticate, name="account_reauthenticate"),
    path("sandi/ganti/", allauth.password_change, name="account_change_password"),
    path("sandi/tentukan/", allauth.password_set, name="account_set_password"),
    path("sandi/lupa/", allauth.password_reset, name="account_reset_password"),
    path("sandi/lupa/terkirim/", allauth.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^sandi/baru/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "sandi/baru/tersimpan/",
        allauth.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("langkah-kedua/", include("allauth.mfa.urls")),
]
