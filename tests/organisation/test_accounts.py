"""Logging in and out, being locked out, passwords, the second factor: on the real pages."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from axes.models import AccessAttempt
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from terbuka.journal.models import Entry
from terbuka.organisation.accounts import attempt_key, display_name, password_link
from terbuka.organisation.models import Account
from terbuka.organisation.roles import Role
from tests.rows import PASSWORD, Office, employ

Officer = Callable[..., Account]
Enter = Callable[[Account], Client]
LOGIN = "/akun/masuk/"


@pytest.fixture
def account(office: Office) -> Account:
    return employ(Role.PPID, unit=office.polda, password=PASSWORD)


def log_in(client: Client, login: str, password: str = PASSWORD) -> Any:
    return client.post(LOGIN, {"login": login, "password": password})


def verbs() -> list[str]:
    return list(Entry.objects.order_by("number").values_list("verb", flat=True))


@pytest.mark.parametrize("by", ["username", "email"])
def test_log_in_by_name_or_address_in_any_case(client: Client, account: Account, by: str) -> None:
    answer = log_in(client, getattr(account, by).upper())
    assert (answer.status_code, answer["Location"]) == (302, reverse("office:home"))
    assert verbs()[-1] == "account.logged_in"


def test_log_out_needs_a_post_and_is_written_down(client: Client, account: Account) -> None:
    log_in(client, account.username)
    assert client.get(reverse("account_logout")).status_code == 200
    assert client.post(reverse("account_logout"))["Location"] == LOGIN
    assert verbs()[-1] == "account.logged_out"
    assert client.get(reverse("office:home")).status_code == 302


def test_log_out_of_a_visitor_is_not_written_down(client: Client, db: None) -> None:
    client.post(reverse("account_logout"))
    client.logout()
    assert verbs() == []


def test_wrong_password_says_so_and_keeps_the_name(client: Client, account: Account) -> None:
    page = log_in(client, account.username, "salah-sekali").content.decode()
    assert "Nama pengguna atau kata sandi tidak cocok." in page
    assert f'value="{account.username}"' in page
    assert "salah-sekali" not in page


def test_five_failures_lock_out_with_a_clear_page_and_one_entry(client: Client, account: Account) -> None:
    for _attempt in range(4):
        assert log_in(client, account.username, "salah-sekali").status_code == 200
    locked = [log_in(client, account.username, "salah-sekali") for _attempt in range(3)]
    assert [answer.status_code for answer in locked] == [429] * 3
    assert "Terkunci sementara" in locked[0].content.decode()
    assert log_in(client, account.username).status_code == 429
    entries = Entry.objects.filter(verb="account.locked_out")
    assert [entry.detail for entry in entries] == [{"failures": 5, "account": account.pk}]
    assert "terkunci setelah 5 kali" in entry_sentence(entries[0])


def entry_sentence(entry: Entry) -> str:
    from terbuka.journal.verbs import say

    return say(entry.verb, entry.detail)


def test_lock_out_by_address_or_of_nobody_names_no_more_than_there_is(
    client: Client, account: Account
) -> None:
    for typed, expected in (
        (account.email, account.pk),
        ("bukan-siapa-siapa", None),
        ("bukan@contoh.id", None),
    ):
        for _attempt in range(5):
            log_in(client, typed, "salah-sekali")
        entry = Entry.objects.filter(verb="account.locked_out").latest("number")
        assert entry.detail == {"failures": 5, "account": expected}


def test_lock_out_of_one_name_leaves_other_names_and_addresses_alone(
    client: Client, account: Account, office: Office
) -> None:
    other = employ(unit=office.polda, password=PASSWORD)
    for _attempt in range(5):
        log_in(client, account.username, "salah-sekali")
    assert log_in(client, other.username).status_code == 302
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert log_in(elsewhere, account.username).status_code == 302


def test_success_forgets_the_failures_before_it(client: Client, account: Account) -> None:
    for _round in range(2):
        for _attempt in range(4):
            assert log_in(client, account.username, "salah-sekali").status_code == 200
        assert log_in(client, account.username).status_code == 302
        client.post(reverse("account_logout"))
    assert not AccessAttempt.objects.exists()


def test_what_was_typed_into_the_log_in_is_stored_nowhere(client: Client, account: Account) -> None:
    """People type the password into the field for the name."""
    log_in(client, "kata-sandi-di-tempat-salah", "salah-sekali")
    row = AccessAttempt.objects.get()
    stored = " ".join(str(getattr(row, field.name)) for field in row._meta.fields)
    assert "kata-sandi-di-tempat-salah" not in stored
    assert "salah-sekali" not in stored
    assert row.username == attempt_key(" Kata-Sandi-di-Tempat-Salah ")


def test_deactivated_account_is_told_so_only_with_the_right_password(
    client: Client, account: Account
) -> None:
    Account.objects.filter(pk=account.pk).update(is_active=False)
    assert log_in(client, account.username)["Location"] == reverse("account_inactive")
    assert log_in(client, account.username, "salah-sekali").status_code == 200
    assert client.get(reverse("account_inactive")).status_code == 200


def test_nobody_signs_up(client: Client, db: None) -> None:
    for method in (client.get, client.post):
        page = method(reverse("account_signup"))
        assert "Tidak ada pendaftaran" in page.content.decode()
    assert Account.objects.count() == 0


def test_address_cannot_be_changed_by_oneself(client: Client, account: Account) -> None:
    log_in(client, account.username)
    assert client.get("/akun/email/").status_code == 404


def test_password_is_changed_with_the_old_one_and_rules(client: Client, account: Account) -> None:
    log_in(client, account.username)
    address = reverse("account_change_password")

    def change(old: str, new: str) -> str:
        return client.post(
            address, {"oldpassword": old, "password1": new, "password2": new}, follow=True
        ).content.decode()

    assert "field-errors" in change("bukan-itu", "gurami-terbang-77")
    assert "terlalu pendek" in change(PASSWORD, "pendek")
    assert "terlalu umum" in change(PASSWORD, "password1234")
    assert "angka" in change(PASSWORD, "938471029384")
    change(PASSWORD, "gurami-terbang-77")
    account.refresh_from_db()
    assert account.check_password("gurami-terbang-77")
    assert verbs()[-1] == "account.password_changed"


def test_forgotten_password_by_mail(client: Client, account: Account, work: Callable[[], None]) -> None:
    assert client.get(reverse("account_reset_password")).status_code == 200
    client.post(reverse("account_reset_password"), {"email": account.email.upper()}, follow=True)
    work()
    (letter,) = mail.outbox
    assert letter.to == [account.email]
    assert letter.subject.startswith(f"[{settings.OFFICE_NAME}] ") and settings.OFFICE_NAME in letter.body
    assert "!" not in letter.body and account.username in letter.body
    path = re.search(r"http://testserver(/\S+)", str(letter.body))
    assert path is not None
    form = client.get(path.group(1), follow=True)
    new = {"password1": "gurami-terbang-77", "password2": "gurami-terbang-77"}
    done = client.post(form.request["PATH_INFO"], new, follow=True)
    assert done.status_code == 200
    account.refresh_from_db()
    assert account.check_password("gurami-terbang-77")


def test_forgotten_password_of_an_unknown_address_betrays_nothing(client: Client, account: Account) -> None:
    known = client.post(reverse("account_reset_password"), {"email": account.email}, follow=True)
    unknown = client.post(reverse("account_reset_password"), {"email": "bukan@contoh.id"}, follow=True)
    strip = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"|[0-9a-f]{12}')
    assert strip.sub(b"", known.content) == strip.sub(b"", unknown.content)


@pytest.mark.parametrize("standing", ["unknown", "deactivated"])
def test_forgotten_password_of_no_account_sends_nothing_and_takes_as_long(
    client: Client, office: Office, account: Account, work: Callable[[], None], standing: str
) -> None:
    """What a page waits for is its database and its letters: the same work is asked for in both cases."""

    def asked(address: str) -> tuple[list[str], int]:
        with CaptureQueriesContext(connection) as queries:
            client.post(reverse("account_reset_password"), {"email": address})
        return [query["sql"].split(" ")[0] for query in queries], len(mail.outbox)

    asked(account.email)  # what is cached is cached
    work()
    mail.outbox.clear()
    known = asked(account.email)
    assert known[1] == 0, "the page sends the letter itself"
    work()
    assert len(mail.outbox) == 1
    nobody = employ(Role.PPID, unit=office.polda)
    Account.objects.filter(pk=nobody.pk).update(is_active=False)
    mail.outbox.clear()
    cache.clear()  # of the limit for each visitor
    assert asked(nobody.email if standing == "deactivated" else "bukan@contoh.id") == known
    work()
    assert mail.outbox == []


def test_password_letter_speaks_the_language_of_the_page(
    client: Client, account: Account, work: Callable[[], None]
) -> None:
    client.post("/en" + reverse("account_reset_password"), {"email": account.email})
    work()
    assert "/en/akun/sandi/baru/" in mail.outbox[0].body and "password reset" in mail.outbox[0].body


def test_password_link_dies_with_the_log_in_and_is_bound_to_its_account(
    client: Client, account: Account, office: Office
) -> None:
    link = password_link(account)
    log_in(client, account.username)
    assert 'name="password1"' not in Client().get(link, follow=True).content.decode()
    other = password_link(employ(unit=office.polda))
    fresh = password_link(Account.objects.get(pk=account.pk))
    forged = other.split("-")[0] + "-" + fresh.split("-", 1)[1]
    assert 'name="password1"' not in Client().get(forged, follow=True).content.decode()
    assert 'name="password1"' in Client().get(fresh, follow=True).content.decode()


def test_log_out_everywhere_keeps_this_device(client: Client, account: Account) -> None:
    elsewhere = Client()
    log_in(client, account.username)
    log_in(elsewhere, account.username)
    assert client.post(reverse("account_end_sessions")).status_code == 302
    assert client.get(reverse("account_profile")).status_code == 200
    assert elsewhere.get(reverse("account_profile")).status_code == 302


def test_profile_shows_who_i_am_and_what_i_may(client: Client, account: Account) -> None:
    log_in(client, account.username)
    page = client.get(reverse("account_profile")).content.decode()
    assert "AKBP Rahmadi Noor" in page and "PPID" in page and "Polda Contoh" in page


def test_display_name_of_an_account_without_person_is_its_username(db: None) -> None:
    assert display_name(Account(username="sendiri")) == "sendiri"


# --- The second factor


def code_for(secret: str) -> str:
    counter = next(iter(yield_hotp_counters_from_time()))
    return str(format_hotp_value(hotp_value(secret, counter)))


def set_up_totp(client: Client) -> str:
    """Set up an authenticator app on the real pages; return its secret."""
    address = reverse("mfa_activate_totp")
    client.post(f"{reverse('account_reauthenticate')}?next={address}", {"password": PASSWORD})
    page = client.get(address).content.decode()
    found = re.search(r'id="authenticator_secret"[^>]*value="(\w+)"', page)
    assert found is not None
    assert client.post(address, {"code": code_for(found.group(1))}).status_code == 302
    return found.group(1)


def test_authenticator_app_is_asked_for_at_the_next_log_in(
    transactional_db: None, client: Client, account: Account
) -> None:
    log_in(client, account.username)
    secret = set_up_totp(client)
    assert [verb for verb in verbs() if "factor" in verb] == ["account.factor_added"] * 2
    stored = Authenticator.objects.get(type="totp")
    assert secret not in str(stored.data)
    client.post(reverse("account_logout"))
    answer = log_in(client, account.username)
    assert answer["Location"] == reverse("mfa_authenticate")
    assert client.get(reverse("office:home")).status_code == 302
    Authenticator.objects.filter(type="totp").update(last_used_at=None)
    wrong = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "Kode salah." in wrong.content.decode()
    cache.clear()  # the code of this half minute was used when it was set up
    assert client.post(reverse("mfa_authenticate"), {"code": code_for(secret)}).status_code == 302
    assert client.get(reverse("office:home")).status_code == 200


def test_second_factor_can_be_removed_and_that_is_written_down(client: Client, account: Account) -> None:
    log_in(client, account.username)
    set_up_totp(client)
    assert client.post(reverse("mfa_deactivate_totp")).status_code == 302
    assert "account.factor_removed" in verbs()


def test_new_recovery_codes_are_written_down(
    transactional_db: None, client: Client, account: Account
) -> None:
    log_in(client, account.username)
    set_up_totp(client)
    assert client.get(reverse("mfa_generate_recovery_codes")).status_code == 200
    client.post(reverse("mfa_generate_recovery_codes"))
    assert verbs()[-1] == "account.factor_renewed"


def test_recovery_codes_open_once(client: Client, account: Account) -> None:
    log_in(client, account.username)
    set_up_totp(client)
    page = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    code = re.search(r"<textarea[^>]*>\s*(\d{8})", page)
    assert code is not None
    for expected in (302, 200):
        client.post(reverse("account_logout"))
        log_in(client, account.username)
        assert client.post(reverse("mfa_authenticate"), {"code": code.group(1)}).status_code == expected


@pytest.fixture
def limits(settings: Any) -> None:
    """The limits that hold outside tests."""
    del settings.ACCOUNT_RATE_LIMITS
    cache.clear()


def test_codes_of_the_second_factor_cannot_be_tried_out(
    limits: None, client: Client, account: Account
) -> None:
    log_in(client, account.username)
    secret = set_up_totp(client)
    client.post(reverse("account_logout"))
    log_in(client, account.username)
    for _attempt in range(5):
        assert "Kode salah." in client.post(reverse("mfa_authenticate"), {"code": "000000"}).content.decode()
    refused = client.post(reverse("mfa_authenticate"), {"code": code_for(secret)}).content.decode()
    assert "Terlalu banyak percobaan yang gagal" in refused
    assert client.get(reverse("office:home")).status_code == 302


def test_locked_out_page_is_the_same_with_all_limits_on(
    limits: None, client: Client, account: Account
) -> None:
    for _attempt in range(7):
        last = log_in(client, account.username, "salah-sekali")
    assert (last.status_code, "Terkunci sementara" in last.content.decode()) == (429, True)


def test_flood_of_log_ins_meets_a_page_in_the_design(limits: None, client: Client, db: None) -> None:
    for number in range(31):
        last = log_in(client, f"nama{number}", "salah-sekali")
    page = last.content.decode()
    assert (last.status_code, "Terlalu banyak percobaan" in page, 'class="brand"' in page) == (
        429,
        True,
        True,
    )


@pytest.mark.parametrize(
    "name", ["mfa_index", "mfa_list_webauthn", "account_logout", "account_change_password"]
)
def test_pages_of_the_account_are_in_the_design_and_in_both_languages(
    client: Client, account: Account, name: str
) -> None:
    log_in(client, account.username)
    for code, word in (("id", "Akun saya"), ("en", "My account")):
        translation.activate(code)
        page = client.get(reverse(name)).content.decode()
        assert 'class="brand"' in page
        assert word in page
        assert " style=" not in page


def test_privileged_role_without_second_factor_reaches_only_its_account(
    client: Client, account: Account, settings: Any
) -> None:
    settings.REQUIRE_MFA = True
    log_in(client, account.username)
    answer = client.get(reverse("office:home"))
    assert answer["Location"] == reverse("mfa_index")
    assert "memerlukan langkah kedua" in client.get(reverse("mfa_index")).content.decode()
    for open_page in (reverse("account_profile"), reverse("account_logout"), f"/en{reverse('mfa_index')}"):
        assert client.get(open_page).status_code == 200
    translation.activate("id")
    set_up_totp(client)
    assert client.get(reverse("office:home")).status_code == 200


def test_role_without_privilege_and_visitors_need_no_second_factor(
    client: Client, office: Office, settings: Any
) -> None:
    settings.REQUIRE_MFA = True
    assert client.get(LOGIN).status_code == 200
    reporter = employ(Role.REPORTER, unit=office.polda, password=PASSWORD)
    log_in(client, reporter.username)
    assert client.get(reverse("office:home")).status_code == 200
