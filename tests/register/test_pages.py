"""The register's pages in the office: who may open them, what they do, what they keep when refused."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone, translation

from terbuka.office.desks import desks
from terbuka.organisation import actions as organisation
from terbuka.organisation.models import Account
from terbuka.organisation.roles import Role
from terbuka.register import actions
from terbuka.register.models import Attachment, Edition, Item
from terbuka.register.rules import may_change, may_draft, may_publish
from terbuka.register.workflow import ITEM
from tests.register.samples import WORDS, certified, drafted, published
from tests.rows import Office

Officer = Callable[..., Account]
Enter = Callable[[Account], Client]

LIST = "/kantor/daftar/"
READERS = {
    Role.DESK_OFFICER,
    Role.SCREENING_OFFICER,
    Role.UNIT_PPID,
    Role.PPID,
    Role.SUPERIOR,
    Role.AUDITOR,
}
DRAFTERS = {Role.SCREENING_OFFICER, Role.UNIT_PPID, Role.PPID}
EDITORS = {Role.UNIT_PPID, Role.PPID}
FORM: dict[str, Any] = {**WORDS, "made_on": "2021-04-05"}


@pytest.fixture
def ppid(officer: Officer) -> Account:
    return officer(Role.PPID)


@pytest.fixture
def client_of(ppid: Account, enter: Enter) -> Client:
    return enter(ppid)


def page_of(client: Client, address: str, **query: Any) -> str:
    answer = client.get(address, query)
    assert answer.status_code == 200, address
    return str(answer.content.decode())


# --- Who may open what


@pytest.mark.parametrize("role", list(Role))
def test_each_role_opens_its_pages_and_no_other(
    office: Office, officer: Officer, enter: Enter, ppid: Account, role: Role
) -> None:
    draft = drafted(ppid, office.polda, certified(office.polda))
    public = published(ppid, office.polda, certified(office.polda))
    client = enter(officer(role))
    table = {
        LIST: READERS,
        f"{LIST}baru/": DRAFTERS,
        f"{LIST}salinan/": DRAFTERS,
        f"{LIST}{draft.pk}/": READERS,
        f"{LIST}{draft.pk}/ubah/": DRAFTERS,
        f"{LIST}{draft.pk}/lampirkan/": DRAFTERS,
        f"{LIST}{draft.pk}/terbitkan/": {Role.PPID},
        f"{LIST}{draft.pk}/tarik/": set(),
        f"{LIST}{draft.pk}/buang/": DRAFTERS,
        f"{LIST}{public.pk}/": READERS,
        f"{LIST}{public.pk}/ubah/": EDITORS,
        f"{LIST}{public.pk}/lampirkan/": EDITORS,
        f"{LIST}{public.pk}/terbitkan/": set(),
        f"{LIST}{public.pk}/tarik/": {Role.PPID},
        f"{LIST}{public.pk}/buang/": set(),
        f"{LIST}{public.pk}/edisi/1/": READERS,
        f"{LIST}{public.pk}/edisi/2/": set(),
        f"{LIST}987654/": set(),
        f"{LIST}baru/?salinan=x": set(),
        f"{LIST}baru/?salinan=987654": set(),
    }
    for address, roles in table.items():
        assert client.get(address).status_code == (200 if role in roles else 404), address
        assert client.get(f"/en{address}").status_code == (200 if role in roles else 404), address
    translation.activate("id")
    for item, roles in ((draft, DRAFTERS), (public, EDITORS)):
        held = item.attachments.get()
        address = f"{LIST}{item.pk}/lepas/{held.pk}/"
        assert client.get(address).status_code == (405 if role in DRAFTERS else 404)
        assert client.post(address).status_code == (302 if role in roles else 404)
        assert Attachment.objects.filter(pk=held.pk).exists() == (role not in roles)


@pytest.mark.parametrize("name", ["ubah", "lampirkan", "terbitkan", "buang"])
def test_posts_of_those_who_may_not_change_nothing(
    office: Office, officer: Officer, enter: Enter, ppid: Account, name: str
) -> None:
    item = drafted(ppid, office.polda)
    for role in (Role.AUDITOR, Role.SUPERIOR, Role.DESK_OFFICER, Role.ADMINISTRATOR):
        assert enter(officer(role)).post(f"{LIST}{item.pk}/{name}/", FORM).status_code == 404
    item.refresh_from_db()
    assert (item.revision, item.state) == (1, "draft")


def test_visitor_is_led_to_the_log_in(office: Office, client: Client) -> None:
    for address in (LIST, f"{LIST}baru/", f"{LIST}1/", f"{LIST}1/terbitkan/"):
        answer = client.get(address)
        assert answer.status_code == 302 and "/akun/masuk/" in answer["Location"]


def test_other_units_do_not_exist(office: Office, officer: Officer, enter: Enter, ppid: Account) -> None:
    client = enter(officer(Role.PPID, unit=office.polres))
    above, below = drafted(ppid, office.pid), drafted(ppid, office.polsek)
    assert client.get(f"{LIST}{above.pk}/").status_code == 404
    assert client.get(f"{LIST}{below.pk}/").status_code == 200
    page = page_of(client, LIST)
    assert f"{LIST}{below.pk}/" in page and f"{LIST}{above.pk}/" not in page


def test_every_cell_of_the_workflow(office: Office, officer: Officer, ppid: Account) -> None:
    draft, public = drafted(ppid, office.polda), published(ppid, office.polda)
    changed = published(ppid, office.polda)
    actions.change(ppid, changed, retention="5 tahun")
    changed.refresh_from_db()
    gone = published(ppid, office.polda)
    actions.withdraw(ppid, gone, reason="Ada kekeliruan.")
    gone.refresh_from_db()
    for item, open_to_ppid in (
        (draft, ["publish"]),
        (public, ["withdraw"]),
        (changed, ["publish", "withdraw"]),
        (gone, ["publish"]),
    ):
        for role in Role:
            steps = ITEM.open_steps(item.state, {role}, ppid, item)
            assert [step.event for step in steps] == (open_to_ppid if role == Role.PPID else [])
    assert list(ITEM.problems()) == []


@pytest.mark.parametrize("role", list(Role))
def test_rules_by_role_unit_and_state(office: Office, officer: Officer, ppid: Account, role: Role) -> None:
    actor, elsewhere = officer(role), officer(role, unit=office.pid)
    draft, public = drafted(ppid, office.polres), published(ppid, office.polres)
    assert may_draft(actor, office.polres) == (role in DRAFTERS)
    assert may_change(actor, draft) == (role in DRAFTERS)
    assert may_change(actor, public) == (role in EDITORS)
    assert may_publish(actor, public) == (role == Role.PPID)
    for rule, item in ((may_change, draft), (may_change, public), (may_publish, public)):
        assert not rule(elsewhere, item)
    assert not may_draft(elsewhere, office.polres)


# --- Lists


def test_list_is_filtered_sorted_and_paged(office: Office, ppid: Account, client_of: Client) -> None:
    drafted(ppid, office.polda, title="Anggaran tahunan", information_class="anytime")
    public = published(ppid, office.polsek, title="Zonasi wilayah")
    changed = published(ppid, office.polres, title="Peringatan banjir", information_class="immediate")
    actions.change(ppid, changed, retention="5 tahun")
    gone = published(ppid, office.polda, title="Ditarik saja")
    actions.withdraw(ppid, gone, reason="Ada kekeliruan.")

    def found(**query: Any) -> list[str]:
        page = page_of(client_of, LIST, **query)
        return [part.split("</a>")[0].split(">")[-1] for part in page.split('class="row-link"')[1:]]

    everything = ["Ditarik saja", "Peringatan banjir", "Zonasi wilayah", "Anggaran tahunan"]
    assert found() == everything
    assert found(urut="lama") == everything[::-1]
    assert found(urut="judul") == sorted(everything)
    assert found(urut="diubah")[0] == "Ditarik saja"
    assert found(cari="BANJIR perin") == ["Peringatan banjir"]
    assert found(cari="banjir zonasi") == []
    assert found(unit=office.polres.pk) == ["Peringatan banjir", "Zonasi wilayah"]
    assert found(kelas="anytime") == ["Anggaran tahunan"]
    assert found(status="withdrawn") == ["Ditarik saja"]
    assert found(status="menunggu") == ["Peringatan banjir", "Anggaran tahunan"]
    assert found(unit="x", kelas="y", status="z", urut="w") == everything
    assert "Ada perubahan" in page_of(client_of, LIST)
    assert public.title in page_of(client_of, LIST, halaman="99")


def test_long_list_has_pages_that_keep_the_filter(office: Office, ppid: Account, client_of: Client) -> None:
    for number in range(51):
        drafted(ppid, office.polda, title=f"Laporan {number}")
    page = page_of(client_of, LIST, cari="laporan")
    assert page.count('class="row-link"') == 50 and "Halaman 1 dari 2" in page
    assert "cari=laporan&amp;halaman=2" in page
    assert page_of(client_of, LIST, cari="laporan", halaman="2").count('class="row-link"') == 1


def test_list_costs_a_fixed_number_of_queries(
    office: Office, ppid: Account, client_of: Client, django_assert_num_queries: Any
) -> None:
    for unit in (office.polda, office.pid, office.polres, office.polsek):
        for _number in range(3):
            published(ppid, unit, certified(unit))
    # session and account, memberships; units to choose from, count, rows
    with django_assert_num_queries(6):
        page_of(client_of, LIST)


def test_empty_lists_say_what_to_do(
    office: Office, client_of: Client, officer: Officer, enter: Enter
) -> None:
    assert "Daftar ini masih kosong" in page_of(client_of, LIST)
    assert "Tidak ada yang cocok" in page_of(client_of, LIST, cari="x")
    assert "Tidak ada salinan yang menunggu" in page_of(client_of, f"{LIST}salinan/")
    reader = enter(officer(Role.AUDITOR))
    assert f"{LIST}baru/" not in page_of(reader, LIST)


def test_first_page_says_what_waits(
    office: Office, officer: Officer, enter: Enter, ppid: Account, client_of: Client
) -> None:
    drafted(ppid, office.polda)
    certified(office.polda)
    page = page_of(client_of, "/kantor/")
    assert "draf atau perubahan informasi menunggu diterbitkan" in page
    assert "salinan yang disahkan belum masuk daftar informasi" in page
    screening = page_of(enter(officer(Role.SCREENING_OFFICER)), "/kantor/")
    assert "menunggu diterbitkan" not in screening and "belum masuk daftar" in screening
    register = next(desk for desk in desks() if desk.label == "register")
    assert register.waiting(officer(Role.AUDITOR)) == []


# --- One item


def test_item_shows_files_editions_and_history(office: Office, ppid: Account, client_of: Client) -> None:
    item = published(ppid, office.polda, certified(office.polda))
    actions.change(ppid, item, summary="Isi baru.")
    actions.publish(ppid, item, change_note="Angka diperbaiki.")
    page = page_of(client_of, f"{LIST}{item.pk}/")
    for words in ("Laporan bagian 1", "Angka diperbaiki.", "menerbitkan informasi nomor", "Lihat di portal"):
        assert words in page
    assert f"/informasi/{item.pk}-laporan-kegiatan-triwulan-pertama/" in page
    edition = page_of(client_of, f"{LIST}{item.pk}/edisi/1/")
    assert "tidak tampil lagi untuk umum" in edition and WORDS["summary"] in edition
    assert "Isi baru." not in edition


def test_item_costs_a_fixed_number_of_queries(
    office: Office, ppid: Account, client_of: Client, django_assert_num_queries: Any
) -> None:
    item = published(ppid, office.polda, *[certified(office.polda) for _number in range(4)])
    for number in range(4):
        actions.change(ppid, item, retention=f"{number} tahun")
        actions.publish(ppid, item, change_note=f"Perubahan {number}.")
    with django_assert_num_queries(8):
        page_of(client_of, f"{LIST}{item.pk}/")


def test_draft_is_written_through_the_form(office: Office, client_of: Client) -> None:
    answer = client_of.post(f"{LIST}baru/", {**FORM, "unit": office.pid.pk})
    item = Item.objects.get()
    assert answer["Location"] == f"{LIST}{item.pk}/" and item.unit == office.pid
    wrong = client_of.post(f"{LIST}baru/", {**FORM, "unit": office.pid.pk, "period_from": "2021-01-01"})
    page = wrong.content.decode()
    assert "Isi kedua tanggal" in page and FORM["summary"] in page
    assert Item.objects.count() == 1


def test_case_leads_to_the_items_that_its_copy_belongs_to(
    office: Office, officer: Officer, enter: Enter, ppid: Account, client_of: Client
) -> None:
    copy, other = certified(office.polres), certified(office.polres)
    pages = [f"/kantor/berkas/{copy.case_id}/{rest}" for rest in ("", "sertifikat/")]
    for page in pages:
        assert LIST not in page_of(client_of, page).split("<main", 1)[1]
    item = drafted(ppid, office.polda, copy, title="Rekapitulasi Kanarina")
    for page in pages:
        shown = page_of(client_of, page)
        assert f'<a href="{LIST}{item.number}/">' in shown and "Rekapitulasi Kanarina" in shown
        assert "Draf" in shown
    actions.publish(ppid, item, words_certified=True)
    actions.detach(ppid, item.attachments.get())
    item.refresh_from_db()
    assert item.has_changes
    assert "Terbit" in page_of(client_of, pages[0]) and f"{LIST}{item.number}/" in page_of(
        client_of, pages[0]
    )
    assert "Kanarina" not in page_of(client_of, f"/kantor/berkas/{other.case_id}/")
    local = enter(officer(Role.PPID, unit=office.polres))
    for page in pages:
        assert "Kanarina" not in page_of(local, page)  # the item is of a unit above theirs
    actions.withdraw(ppid, item, reason="Salah berkas.", title_stays=True, words_certified=True)
    assert "Kanarina" not in page_of(client_of, pages[0])


def test_draft_may_begin_with_a_waiting_copy(office: Office, client_of: Client) -> None:
    copy = certified(office.pid, title="Laporan pengaduan")
    waiting = page_of(client_of, f"{LIST}salinan/")
    assert f"{LIST}baru/?salinan={copy.pk}" in waiting
    form = page_of(client_of, f"{LIST}baru/", salinan=copy.pk)
    assert 'value="Laporan pengaduan"' in form and f"nomor {copy.pk}" in form
    client_of.post(f"{LIST}baru/?salinan={copy.pk}", {**FORM, "unit": office.pid.pk})
    assert Item.objects.get().attachments.get().copy == copy
    assert client_of.get(f"{LIST}baru/?salinan={copy.pk}").status_code == 404


def test_units_of_the_form_are_those_in_reach_today(
    office: Office, officer: Officer, enter: Enter, ppid: Account
) -> None:
    today = timezone.localdate()
    item = drafted(ppid, office.polsek)
    organisation.end_unit(None, office.polsek, on=today - timedelta(days=1))
    client = enter(officer(Role.UNIT_PPID, unit=office.polres))
    form = page_of(client, f"{LIST}baru/")
    assert "Polres Contoh" in form and "Polsek Contoh" not in form and "Subbidang PID" not in form
    assert "Polsek Contoh" in page_of(client, f"{LIST}{item.pk}/ubah/")
    refused = client.post(f"{LIST}baru/", {**FORM, "unit": office.pid.pk})
    assert refused.status_code == 200 and not Item.objects.exclude(pk=item.pk).exists()


def test_change_of_an_old_page_keeps_what_was_typed(office: Office, ppid: Account, client_of: Client) -> None:
    item = drafted(ppid, office.polda)
    form = {**FORM, "unit": office.polda.pk, "seen": 1}
    assert client_of.post(f"{LIST}{item.pk}/ubah/", {**form, "title": "Yang pertama"}).status_code == 302
    late = client_of.post(f"{LIST}{item.pk}/ubah/", {**form, "title": "Yang kedua"}).content.decode()
    assert "sudah diubah orang lain" in late and 'value="Yang kedua"' in late
    item.refresh_from_db()
    assert item.title == "Yang pertama"


def test_copy_is_chosen_named_and_detached(office: Office, ppid: Account, client_of: Client) -> None:
    item, other = drafted(ppid, office.polda), drafted(ppid, office.polda, used := certified(office.polda))
    copy = certified(office.polda, title="Rekap pengaduan")
    address = f"{LIST}{item.pk}/lampirkan/"
    choices = page_of(client_of, address)
    assert "Rekap pengaduan" in choices and f'value="{used.pk}"' not in choices
    assert f'value="{used.pk}"' in page_of(client_of, address, semua="1")
    assert f'value="{copy.pk}"' in page_of(client_of, address, cari="pengaduan")
    assert f'value="{copy.pk}"' in page_of(client_of, address, cari=str(copy.pk))
    assert "Tidak ada yang cocok" in page_of(client_of, address, cari="tidak ada")
    nothing = client_of.post(address, {"name": "Laporan"}).content.decode()
    assert "Salinan yang sudah disahkan" in nothing and 'value="Laporan"' in nothing
    assert client_of.post(address, {"copy": copy.pk, "name": "Laporan"}).status_code == 302
    attachment = item.attachments.get()
    shown = client_of.post(f"{LIST}{item.pk}/lepas/{attachment.pk}/", follow=True).content.decode()
    assert "Salinan dilepas" in shown and not item.attachments.exists()
    foreign = other.attachments.get()
    assert client_of.post(f"{LIST}{item.pk}/lepas/{foreign.pk}/").status_code == 404


def test_no_copy_to_attach_says_where_they_come_from(
    office: Office, ppid: Account, client_of: Client
) -> None:
    item = drafted(ppid, office.polda)
    assert "Periksa dan sahkan berkasnya dahulu" in page_of(client_of, f"{LIST}{item.pk}/lampirkan/")


def test_draft_is_discarded_through_its_page(office: Office, ppid: Account, client_of: Client) -> None:
    item = drafted(ppid, office.polda)
    assert client_of.post(f"{LIST}{item.pk}/buang/")["Location"] == LIST
    assert not Item.objects.exists()


# --- Out, and back


def test_item_is_published_changed_withdrawn_and_published_again(
    office: Office, ppid: Account, client_of: Client
) -> None:
    item = drafted(ppid, office.polda, certified(office.polda))
    address = f"{LIST}{item.pk}/"
    ready = page_of(client_of, f"{address}terbitkan/")
    assert WORDS["summary"] in ready and "Laporan bagian 1" in ready and "change_note" not in ready
    assert client_of.post(f"{address}terbitkan/", {"seen": item.revision}).status_code == 302
    client_of.post(f"{address}ubah/", {**FORM, "unit": office.polda.pk, "retention": "5 tahun"})
    no_note = client_of.post(f"{address}terbitkan/", {"seen": 3}).content.decode()
    assert "tidak boleh kosong" in no_note
    client_of.post(f"{address}terbitkan/", {"seen": 3, "change_note": "Masa simpan diperbaiki."})
    client_of.post(f"{address}tarik/", {"reason": "Ada kekeliruan.", "hide_title": "on"})
    edition = Edition.objects.get(number=2)
    assert (edition.withdrawn_because, edition.title_stays) == ("Ada kekeliruan.", False)
    assert "Terbitkan kembali" in page_of(client_of, address)
    client_of.post(f"{address}terbitkan/", {"seen": 3, "change_note": "Sudah diperbaiki."})
    item.refresh_from_db()
    assert item.state == "published" and Edition.objects.filter(item=item).count() == 3


def test_publish_of_an_old_page_is_refused(office: Office, ppid: Account, client_of: Client) -> None:
    item = drafted(ppid, office.polda)
    actions.change(ppid, item, summary="Belum dilihat.")
    page = client_of.post(f"{LIST}{item.pk}/terbitkan/", {"seen": 1}).content.decode()
    assert "sudah diubah orang lain" in page and not Edition.objects.exists()


def test_words_that_look_personal_are_asked_about_once(
    office: Office, ppid: Account, client_of: Client
) -> None:
    item = drafted(ppid, office.polda, summary="Hubungi HP 081234567890.")
    address = f"{LIST}{item.pk}/terbitkan/"
    asked = client_of.post(address, {"seen": item.revision}).content.decode()
    assert "ringkasan isi: TELEPON" in asked and "words_certified" in asked
    again = client_of.post(address, {"seen": item.revision, "words_asked": "1"}).content.decode()
    assert "words_certified" in again and not Edition.objects.exists()
    answer = client_of.post(address, {"seen": item.revision, "words_asked": "1", "words_certified": "on"})
    assert answer.status_code == 302 and Edition.objects.exists()


def test_reason_that_looks_personal_is_asked_about(office: Office, ppid: Account, client_of: Client) -> None:
    item = published(ppid, office.polda)
    page = client_of.post(f"{LIST}{item.pk}/tarik/", {"reason": "Memuat HP 081234567890."})
    assert "alasan penarikan: TELEPON" in page.content.decode()
    item.refresh_from_db()
    assert item.state == "published"
