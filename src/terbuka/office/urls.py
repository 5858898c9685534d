"""Every address of the office. Indonesian without a prefix, English below ``/en/``."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from terbuka.office import views
from terbuka.office.desks import desks

office_patterns: list[URLPattern | URLResolver] = [
    path("", views.home, name="home"),
    path("kerja/<uuid:number>/", views.job_page, name="job"),
    path("kerja/<uuid:number>/potongan/", views.job_fragment, name="job-fragment"),
]
desk_patterns: list[URLPattern | URLResolver] = [
    path(desk.prefix, include(f"{desk.name}.urls")) for desk in desks() if desk.prefix
]
public_patterns: list[URLPattern | URLResolver] = [
    path("", include(desk.public_urls)) for desk in desks() if desk.public_urls
]
public_patterns.append(path("_komponen/", views.components, name="components"))

urlpatterns = [
    path("sehat/", views.health, name="health"),
    path("favicon.ico", views.favicon),
    *i18n_patterns(
        path("kantor/", include((office_patterns, "office"))),
        path("kantor/", include(desk_patterns)),
        path("akun/", include("terbuka.organisation.account_urls")),
        *public_patterns,
        prefix_default_language=False,
    ),
]

handler400 = "terbuka.office.views.bad_request"
handler403 = "terbuka.office.views.forbidden"
handler404 = "terbuka.office.views.not_found"
handler429 = "terbuka.office.views.too_many"
handler500 = "terbuka.office.views.server_error"
