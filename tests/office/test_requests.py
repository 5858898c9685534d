"""What happens to every request: headers, language, limits, errors, logs."""

import logging
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import path, reverse

from terbuka.disclosure import workflow
from terbuka.disclosure.models import Case
from terbuka.errors import TerbukaError
from terbuka.language import N_
from terbuka.office import urls, views
from terbuka.office.logs import LineFormatter, NothingPersonal, route_of, trail
from terbuka.office.middleware import SecurityHeaders
from terbuka.office.network import client_address
from terbuka.organisation.models import Account
from terbuka.organisation.roles import Role
from tests.disclosure.conftest import upload
from tests.office import sample_jobs
from tests.rows import Office

Officer = Callable[..., Account]
Enter = Callable[[Account], Client]
SECRET = "Melati-Suryaningsih"


def refuse(request: HttpRequest) -> HttpResponse:
    raise TerbukaError(N_("Berkas rusak di halaman %(page)d."), page=3)


def forbid(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def break_down(request: HttpRequest) -> HttpResponse:
    try:
        raise KeyError(SECRET)
    except KeyError as error:
        raise ValueError(SECRET) from error


def fill_disk(request: HttpRequest) -> HttpResponse:
    raise OSError(28, "No space left on device")


def suspect(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation(SECRET)


def allow_frame(request: HttpRequest) -> HttpResponse:
    response = HttpResponse("x")
    response.content_security_policy = {"frame-src": "https://video.example"}  # type: ignore[attr-defined]
    return response


urlpatterns = [
    *urls.urlpatterns,
    path("uji/tolak/", refuse),
    path("en/uji/tolak/", refuse),
    path("uji/larang/", forbid),
    path("uji/rusak/<str:name>/", lambda request, name: break_down(request)),
    path("uji/penuh/", fill_disk),
    path("uji/curiga/", suspect),
    path("uji/bingkai/", allow_frame),
]
handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500


@pytest.fixture
def broken(settings: Any) -> Client:
    """The site with pages that fail on purpose."""
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False)


# --- Headers


def test_policy_allows_nothing_inline(client: Client, db: None) -> None:
    policy = client.get(reverse("account_login"))["Content-Security-Policy"]
    assert "unsafe" not in policy
    for directive in (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    ):
        assert directive in policy


def test_other_headers_that_protect(client: Client, db: None) -> None:
    answer = client.get(reverse("account_login"))
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]


def test_view_may_differ_in_one_directive(broken: Client) -> None:
    policy = broken.get("/uji/bingkai/")["Content-Security-Policy"]
    assert "frame-src https://video.example" in policy and "default-src 'none'" in policy


def test_pages_seen_while_logged_in_are_not_kept_anywhere(
    office: Office, officer: Officer, enter: Enter, client: Client
) -> None:
    assert "no-store" in enter(officer()).get(reverse("office:home"))["Cache-Control"]
    assert "no-store" not in client.get("/_komponen/").get("Cache-Control", "")


def test_request_without_user_passes_the_headers(rf: RequestFactory) -> None:
    answer = SecurityHeaders(lambda request: HttpResponse("x"))(rf.get("/"))
    assert "Cache-Control" not in answer


def test_https_makes_cookies_and_redirects_strict() -> None:
    import os
    import subprocess
    import sys

    code = (
        "import django; django.setup(); from django.conf import settings as s;"
        "print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS,"
        "s.SESSION_COOKIE_NAME, s.EMAIL_HOST, s.DATABASES['default']['CONN_MAX_AGE'], s.REQUIRE_MFA)"
    )
    environment = {
        **os.environ,
        "TERBUKA_HTTPS": "1",
        "TERBUKA_HSTS_SECONDS": "3600",
        "TERBUKA_DEMO": "0",
        "EMAIL_URL": "smtp://surat.example:587",
        "DATABASE_URL": "postgres://terbuka@127.0.0.1:1/nothing",
        "DJANGO_SETTINGS_MODULE": "terbuka.office.settings",
    }
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [
        "True",
        "True",
        "True",
        "3600",
        "__Host-session",
        "surat.example",
        "60",
        "True",
    ]


def test_no_migration_is_missing() -> None:
    import os
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, "-m", "django", "makemigrations", "--check", "--dry-run"],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "terbuka.office.settings"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout


# --- Language


def test_language_is_in_the_address_and_nowhere_else(client: Client, db: None) -> None:
    indonesian = client.get("/_komponen/", headers={"Accept-Language": "en"})
    assert (indonesian["Content-Language"], '<html lang="id">' in indonesian.content.decode()) == ("id", True)
    english = client.get("/en/_komponen/", headers={"Accept-Language": "id"})
    assert (english["Content-Language"], '<html lang="en">' in english.content.decode()) == ("en", True)
    for answer in (indonesian, english):
        assert not answer.cookies
        assert "Vary" not in answer or "Accept-Language" not in answer["Vary"]


@pytest.mark.parametrize(
    ("address", "other"),
    [
        ("/_komponen/?a=1&b=2", "/en/_komponen/?a=1&amp;b=2"),
        ("/en/_komponen/", "/_komponen/"),
        ("/tidak-ada/", "/en/tidak-ada/"),
        ("/english/", "/en/english/"),
    ],
)
def test_switch_leads_to_the_same_page(client: Client, db: None, address: str, other: str) -> None:
    assert f'href="{other}"' in client.get(address).content.decode()


def test_front_page_is_the_portal(client: Client, db: None) -> None:
    for address in ("/", "/en/"):
        assert client.get(address).status_code == 200


def test_clear_error_speaks_the_language_of_the_page(broken: Client) -> None:
    answer = broken.get("/uji/tolak/")
    assert (answer.status_code, "Berkas rusak di halaman 3." in answer.content.decode()) == (409, True)
    assert "Not possible now" in broken.get("/en/uji/tolak/").content.decode()


# --- Errors


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/tidak-ada/", 404, "Halaman ini tidak ada"),
        ("/uji/larang/", 403, "Anda tidak berwenang"),
        ("/uji/curiga/", 400, "Permintaan ini tidak bisa dibaca"),
        (f"/uji/rusak/{SECRET}/", 500, "Ada kesalahan di pihak kami"),
        ("/uji/penuh/", 507, "Penyimpanan penuh"),
    ],
)
def test_error_is_a_page_in_the_design_with_the_number_of_the_request(
    broken: Client, address: str, status: int, words: str
) -> None:
    answer = broken.get(address)
    page = answer.content.decode()
    assert (answer.status_code, words in page, 'class="brand"' in page) == (status, True, True)
    assert answer["X-Request-Id"] in page
    assert SECRET not in page.replace(f"/en/uji/rusak/{SECRET}/", "")


def test_number_of_the_request_is_ours_not_the_visitors(client: Client, db: None) -> None:
    answer = client.get("/sehat/", headers={"X-Request-Id": "mine\nforged"})
    assert re.fullmatch(r"[0-9a-f]{12}", answer["X-Request-Id"])


def test_foreign_host_is_refused(client: Client, db: None) -> None:
    answer = client.get("/_komponen/", headers={"host": "jahat.example"})
    assert answer.status_code == 400
    assert "jahat" not in answer.content.decode()


def test_too_large_request_is_refused_before_it_is_read(client: Client, db: None, settings: Any) -> None:
    settings.MAX_REQUEST_SIZE = 1024 * 1024
    answer = client.post(
        reverse("account_login"),
        data=b"x",
        content_type="text/plain",
        headers={"Content-Length": str(2 * 1024**2)},
    )
    assert (answer.status_code, "paling banyak 1 MB" in answer.content.decode()) == (413, True)


def test_every_status_of_an_error_has_its_words(rf: RequestFactory) -> None:
    for status in (400, 403, 404, 409, 413, 429, 500, 507):
        assert views.error_page(rf.get("/"), status).status_code == status


def test_form_without_its_token_says_what_to_do(db: None) -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(reverse("account_login"), {"login": "a", "password": "b"})
    assert (answer.status_code, "Muat ulang halaman" in answer.content.decode()) == (403, True)


def test_health_says_whether_the_database_answers(client: Client, transactional_db: None) -> None:
    assert client.get("/sehat/").json() == {"status": "ok"}
    name = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = "/nowhere/terbuka"
    try:
        answer = client.get("/sehat/")
    finally:
        connection.settings_dict["NAME"] = name
    assert (answer.status_code, answer.json()) == (503, {"status": "database"})


def test_favicon_is_found_where_browsers_look(client: Client) -> None:
    assert client.get("/favicon.ico")["Location"].startswith("/static/office/favicon")


# --- Logs


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Callable[[], str]:
    """Everything that would be written, as the handler writes it."""

    def read() -> str:
        kept = []
        for record in caplog.records:
            NothingPersonal().filter(record)
            kept.append(LineFormatter().format(record))
        return "\n".join(kept)

    return read


def test_log_tells_the_route_not_what_was_typed(client: Client, db: None, lines: Callable[[], str]) -> None:
    client.get("/kantor/organisasi/unit/12/", {"cari": SECRET})
    client.get(f"/{SECRET}/")
    text = lines()
    assert "GET /kantor/organisasi/unit/<int:pk>/ 302" in text
    assert "GET ? 404" in text
    assert SECRET not in text


def test_log_of_an_error_tells_its_trail_and_no_value(broken: Client, lines: Callable[[], str]) -> None:
    broken.get(f"/uji/rusak/{SECRET}/")
    text = lines()
    assert "builtins.ValueError at" in text and "caused by builtins.KeyError at" in text
    assert "test_requests.py" in text
    assert SECRET not in text


def test_log_of_a_suspicious_request_repeats_nothing(broken: Client, lines: Callable[[], str]) -> None:
    broken.get("/uji/curiga/")
    broken.get("/", headers={"host": SECRET})
    text = lines()
    assert "django.security.SuspiciousOperation error at /uji/curiga/" in text
    assert "django.security.DisallowedHost error at ?" in text
    assert SECRET not in text


def test_log_of_a_refusal_without_request_repeats_nothing() -> None:
    record = logging.LogRecord("django.security.csrf", logging.WARNING, "x", 1, "refused %s", (SECRET,), None)
    assert NothingPersonal().filter(record)
    assert record.getMessage() == "refused a suspicious request"


def test_messages_about_the_program_itself_are_kept() -> None:
    assert "(no attribute x)" in trail(AttributeError("no attribute x"))
    assert "(Berkas rusak di halaman %(page)d.)" in trail(
        TerbukaError("Berkas rusak di halaman %(page)d.", page=3)
    )
    hidden = ValueError(SECRET)
    hidden.__suppress_context__ = True
    hidden.__context__ = KeyError(SECRET)
    assert trail(hidden) == "builtins.ValueError at "


def test_line_is_one_line() -> None:
    record = logging.LogRecord("terbuka", logging.WARNING, "x", 1, "first\nsecond", (), None)
    assert "\n" not in LineFormatter().format(record)


def test_route_of_something_without_route_is_a_question_mark(rf: RequestFactory) -> None:
    assert route_of(rf.get(f"/{SECRET}")) == "?"


# --- The other end of the wire


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "192.0.2.9", "127.0.0.1"),
        (1, "192.0.2.66, 192.0.2.9", "192.0.2.9"),
        (2, "192.0.2.66, 192.0.2.9, 10.0.0.1", "192.0.2.9"),
        (2, "192.0.2.9", "127.0.0.1"),
        (1, "", "127.0.0.1"),
    ],
)
def test_address_is_the_one_our_own_proxy_wrote(
    rf: RequestFactory, settings: Any, proxies: int, forwarded: str, expected: str
) -> None:
    settings.PROXIES = proxies
    assert client_address(rf.get("/", headers={"X-Forwarded-For": forwarded})) == expected


# --- The first page and jobs


def test_home_shows_doors_by_role_and_nothing_else(office: Office, officer: Officer, enter: Enter) -> None:
    auditor = enter(officer(Role.AUDITOR)).get(reverse("office:home")).content.decode()
    assert "Jurnal" in auditor and "Organisasi" not in auditor
    nobody = enter(officer()).get(reverse("office:home")).content.decode()
    assert "belum memegang peran" in nobody and 'class="desks"' not in nobody


def test_home_of_a_role_without_a_desk_does_not_say_that_there_is_no_role(
    officer: Officer, enter: Enter
) -> None:
    page = enter(officer(Role.REPORTER)).get(reverse("office:home")).content.decode()
    assert "Meja kerja untuk peran Anda belum ada" in page and "belum memegang peran" not in page


def test_home_shows_what_waits(office: Office, officer: Officer, enter: Enter) -> None:
    screener = officer(Role.SCREENING_OFFICER)
    first = upload(screener, office.polda, b"Berkas rusak")
    row = {f.attname: getattr(first, f.attname) for f in Case._meta.concrete_fields if not f.primary_key}
    Case.objects.bulk_create([Case(**{**row, "state": workflow.FAILED}) for _ in range(1200)])
    page = enter(screener).get(reverse("office:home")).content.decode()
    assert "berkas tidak terbaca" in page and "1.200" in page and "berkas perlu diputuskan" not in page


def test_home_costs_three_queries(
    office: Office, officer: Officer, enter: Enter, django_assert_num_queries: Any
) -> None:
    client = enter(officer(Role.AUDITOR, Role.ADMINISTRATOR))
    with django_assert_num_queries(3):
        client.get(reverse("office:home"))


def test_job_page_refreshes_itself_until_the_job_is_over(
    office: Office, officer: Officer, enter: Enter, work: Callable[[], None]
) -> None:
    account = officer()
    client = enter(account)
    run = sample_jobs.count_pages.enqueue(actor=account, pages=2)
    address = reverse("office:job", args=[run.pk])
    waiting = client.get(address).content.decode()
    assert 'http-equiv="refresh"' in waiting and "hx-get" in waiting and "Menunggu giliran" in waiting
    fragment = client.get(reverse("office:job-fragment", args=[run.pk]))
    assert "HX-Refresh" not in fragment
    work()
    done = client.get(address, {"kembali": "/kantor/"}).content.decode()
    assert "refresh" not in done and "Membaca halaman 2" in done and 'href="/kantor/"' in done
    assert client.get(reverse("office:job-fragment", args=[run.pk]))["HX-Refresh"] == "true"


@pytest.mark.parametrize("back", ["https://jahat.example/", "//jahat.example/", "/\\jahat.example", ""])
def test_job_page_leads_back_to_this_site_only(
    office: Office, officer: Officer, enter: Enter, work: Callable[[], None], back: str
) -> None:
    account = officer()
    run = sample_jobs.count_pages.enqueue(actor=account, pages=1)
    work()
    page = enter(account).get(reverse("office:job", args=[run.pk]), {"kembali": back}).content.decode()
    assert 'href="https://jahat' not in page and 'href="//jahat' not in page
    assert ">Kembali<" not in page


def test_job_of_somebody_else_does_not_exist(office: Office, officer: Officer, enter: Enter) -> None:
    run = sample_jobs.count_pages.enqueue(actor=officer(), pages=1)
    for name in ("office:job", "office:job-fragment"):
        assert enter(officer()).get(reverse(name, args=[run.pk])).status_code == 404


def test_components_are_shown_in_the_demo_only(client: Client, db: None, settings: Any) -> None:
    assert client.get("/_komponen/").status_code == 200
    settings.DEMO = False
    assert client.get("/_komponen/").status_code == 404
