"""What the copies of an item hide is not told by what the public reads. All persons are invented."""

from collections.abc import Callable

import pytest

from terbuka.disclosure.models import PublicCopy
from terbuka.journal.models import Entry
from terbuka.office.storage import PrivateStorage
from terbuka.organisation.models import Account
from terbuka.organisation.roles import Role
from terbuka.register import actions
from terbuka.register.models import Edition, Item
from terbuka.register.wording import LockedWords, PersonalWords
from tests.register.samples import Hidden, certified, drafted, published
from tests.rows import Office

# Screening alone takes few of these words for a name where they stand below.
CHILD = Hidden("Melati Kusumawardhani", role="child_victim", mode="block")
WITNESS = Hidden("Wayan Sudarta", role="witness")
NAME = "Kusumawardhani"


@pytest.fixture
def ppid(officer: Callable[..., Account]) -> Account:
    return officer(Role.PPID)


@pytest.fixture
def copy(office: Office) -> PublicCopy:
    return certified(office.polda, hides=[CHILD, WITNESS])


def refused(ppid: Account, item: Item, *, note: str = "") -> str:
    """Why it is not published, although the words are certified."""
    with pytest.raises(LockedWords) as error:
        actions.publish(ppid, item, change_note=note, words_certified=True)
    assert NAME not in str(error.value)
    return str(error.value)


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("title", "Penanganan perkara melati kusumawardhani"),
        ("summary", "Rekapitulasi perkara kusumawardhani dan lainnya."),
        ("responsible", "Pendamping kusumawardhani"),
        ("made_in", "Rumah Kusumawardhani"),
        ("retention", "sampai kusumawardhani dewasa"),
    ],
)
def test_name_of_a_locked_child_is_published_in_no_field(
    office: Office, ppid: Account, copy: PublicCopy, field: str, words: str
) -> None:
    item = drafted(ppid, office.polda, copy, **{field: words})
    name = str(Item._meta.get_field(field).verbose_name)  # type: ignore[union-attr]
    assert f"{name}: ANAK KORBAN yang ditutup di salinan" in refused(ppid, item)
    assert not Edition.objects.exists()


def test_name_of_a_locked_child_is_no_name_of_a_file(office: Office, ppid: Account, copy: PublicCopy) -> None:
    item = drafted(ppid, office.polda, certified(office.polda))
    actions.attach(ppid, item, copy, name="perkara_kusumawardhani.pdf")
    assert "nama berkas: ANAK KORBAN" in refused(ppid, item)


def test_change_with_the_name_of_a_locked_child_is_not_published(
    office: Office, ppid: Account, copy: PublicCopy
) -> None:
    item = published(ppid, office.polda, copy)
    actions.change(ppid, item, title="Perkara Melati Kusumawardhani")
    assert "judul: ANAK KORBAN" in refused(ppid, item, note="Judul diperjelas.")
    assert Edition.objects.get().title == "Laporan kegiatan triwulan pertama"


def test_note_is_compared_with_what_earlier_editions_hide(
    office: Office, ppid: Account, copy: PublicCopy
) -> None:
    item = published(ppid, office.polda, copy)
    actions.detach(ppid, item.attachments.get())
    assert "catatan perubahan: ANAK KORBAN" in refused(ppid, item, note="Berkas kusumawardhani dilepas.")
    actions.publish(ppid, item, change_note="Berkas dilepas.")


def test_title_is_compared_with_what_is_attached_now(office: Office, ppid: Account, copy: PublicCopy) -> None:
    """A copy that hid too much is replaced by one that does not; its edition holds nobody up."""
    item = published(ppid, office.polda, copy)
    actions.detach(ppid, item.attachments.get())
    actions.change(ppid, item, summary="Sanggar kusumawardhani.")
    actions.publish(ppid, item, change_note="Berkas diganti.", words_certified=True)
    assert Edition.objects.count() == 2


def test_reason_of_a_withdrawal_is_compared_with_what_is_and_was_attached(
    office: Office, ppid: Account, copy: PublicCopy
) -> None:
    item = published(ppid, office.polda, copy)
    actions.detach(ppid, item.attachments.get())
    with pytest.raises(LockedWords, match="alasan penarikan: ANAK KORBAN"):
        actions.withdraw(ppid, item, reason="Memuat nama kusumawardhani.", words_certified=True)
    with pytest.raises(PersonalWords, match="alasan penarikan: SAKSI yang ditutup di salinan"):
        actions.withdraw(ppid, item, reason="Diminta oleh sudarta.")
    actions.withdraw(ppid, item, reason="Diminta oleh sudarta.", words_certified=True)
    assert Entry.objects.get(verb="register.withdrawn").detail["doubts"] >= 1


def test_what_is_hidden_and_not_locked_may_be_certified(
    office: Office, ppid: Account, copy: PublicCopy
) -> None:
    item = drafted(ppid, office.polda, copy, summary="Keterangan wayan sudarta.")
    with pytest.raises(PersonalWords, match="ringkasan isi: SAKSI yang ditutup di salinan"):
        actions.publish(ppid, item)
    actions.publish(ppid, item, words_certified=True)
    assert Entry.objects.get(verb="register.published").detail["doubts"] >= 1


def test_copy_that_nothing_can_be_compared_with_is_a_doubt(office: Office, ppid: Account) -> None:
    copy = certified(office.polda, hides=[CHILD])
    PrivateStorage().delete(copy.case.extract)
    item = drafted(ppid, office.polda, copy)
    with pytest.raises(PersonalWords, match=rf"salinan {copy.number}: yang ditutup tidak tersimpan lagi"):
        actions.publish(ppid, item)
    actions.publish(ppid, item, words_certified=True)
    actions.change(ppid, item, retention="5 tahun")
    with pytest.raises(PersonalWords) as error:
        actions.publish(ppid, item, change_note="Masa simpan diperbaiki.")
    assert str(error.value).count("tidak tersimpan lagi") == 1
