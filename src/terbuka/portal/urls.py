"""The public addresses. None of them holds anything but numbers, hashes and words that are public."""

from django.urls import path, register_converter

from terbuka.portal import views

app_name = "portal"


class Sha256:
    """A SHA-256 in hexadecimal."""

    regex = "[0-9a-f]{64}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Sha256, "sha256")

urlpatterns = [
    path("", views.home, name="home"),
    path("informasi/", views.register, name="register"),
    path("informasi/daftar.csv", views.register_csv, name="register-csv"),
    path("informasi/cetak/", views.register_print, name="register-print"),
    path("informasi/<int:number>/", views.item, name="item-number"),
    path("informasi/<int:number>-<slug:slug>/", views.item, name="item"),
    path("salinan/<sha256:sha256>/", views.copy, name="copy"),
    path("minta-informasi/", views.ask, name="ask"),
    path("label-penghitaman/", views.labels, name="labels"),
    path("tentang/", views.about, name="about"),
    path("aksesibilitas/", views.accessibility, name="accessibility"),
    path("privasi/", views.privacy, name="privacy"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
]
