"""What a finding tells the officer: why, how sure, what to look at. All persons and numbers are invented."""

from collections.abc import Callable

import pytest
from django.test import Client

from terbuka.disclosure.models import Case, Mark
from terbuka.disclosure.studio import actions as studio
from terbuka.disclosure.words import certainty_word, doubt_in, is_risky, standing_word
from tests.disclosure.asking import HERE, Work, again, at, now, text_of
from tests.disclosure.conftest import Team, mark, screened, upload
from tests.rows import Office

DECREE = """KEPUTUSAN KEPALA DINAS
TENTANG PENUNJUKAN PETUGAS

Menetapkan AIPTU Fahrul Rozi sebagai petugas. Telepon pelapor Siti Rahmah: 0812-5104-3378.
"""
VISIT = """LAPORAN KUNJUNGAN RUMAH

Sdri. Rukmini Sekarwangi tinggal berdua dengan ibunya. Menurut tetangga, Rukmini rajin ke posyandu. Ketika
petugas datang, Rukmini Sekarwangi sedang di sawah; ibunya berkata bahwa Rukmini pulang sore.
"""
KEPT_UNSURE, KEPT_SURE = {"standing": "kept", "confidence": 0.57}, {"standing": "kept", "confidence": 0.97}
Made = Callable[..., Case]


@pytest.fixture
def made(team: Team, office: Office, work: Work) -> Made:
    """A case of a text."""
    return lambda text: screened(upload(team.screener, office.polda, text.encode(), name="teks.txt"), work)


@pytest.mark.parametrize(
    ("confidence", "word"),
    [
        (0.3, "kurang yakin"),
        (0.649, "kurang yakin"),
        (0.65, "cukup yakin"),
        (0.89, "cukup yakin"),
        (0.9, "yakin"),
    ],
)
def test_how_sure_is_said_in_words_that_fit(confidence: float, word: str) -> None:
    assert str(certainty_word(confidence)) == word


def test_name_that_is_hardly_sure_to_stay_asks_to_be_looked_at(client_of: Client, story: Case) -> None:
    official = mark(story, role="official")
    Mark.objects.filter(pk=official.pk).update(**KEPT_UNSURE)
    page = text_of(client_of.get(at(story)))
    assert "Usul: terbuka, periksa" in page and "kurang yakin 57 %" in page
    assert "Periksa sendiri: terbuka di salinan bila Anda tidak menutupnya." in page
    assert "mark-risky" in page and "hit-risky" in page


def test_name_that_is_sure_or_decided_asks_nothing(client_of: Client, story: Case, team: Team) -> None:
    official = mark(story, role="official")
    Mark.objects.filter(pk=official.pk).update(**KEPT_SURE)
    assert not is_risky(now(official)) and str(standing_word(now(official))) == "Usul: terbuka"
    Mark.objects.filter(pk=official.pk).update(**KEPT_UNSURE)
    studio.keep(team.screener, story, official.number, seen=0)
    assert not is_risky(now(official)) and not doubt_in(now(official))
    page = text_of(client_of.get(at(story)))
    assert "mark-risky" not in page and "hit-risky" not in page


def test_before_the_copy_is_made_what_is_hardly_sure_to_stay_is_named(
    client_of: Client, story: Case, team: Team
) -> None:
    official = mark(story, role="official")
    studio.look(team.screener, story, 1)
    studio.hide_proposed(team.screener, story, page=None, sure=False, seen=0)
    title, link = "Diusulkan terbuka, tetapi program kurang yakin", f"/studio/1/?pilih={official.number}#"
    Mark.objects.filter(pk=official.pk).update(**KEPT_SURE)
    page = text_of(client_of.get(f"{HERE}{story.pk}/salinan/"))
    assert title not in page and 'name="confirmed"' in page
    Mark.objects.filter(pk=official.pk).update(**KEPT_UNSURE)
    page = text_of(client_of.get(f"{HERE}{story.pk}/salinan/"))
    assert title in page and link in page and 'name="confirmed"' in page
    studio.keep(team.screener, story, official.number, seen=9)
    assert title not in text_of(client_of.get(f"{HERE}{story.pk}/salinan/"))


def test_what_waits_for_a_decision_says_what_that_means(client_of: Client, story: Case) -> None:
    hidden = mark(story, type="NIK")
    Mark.objects.filter(pk=hidden.pk).update(standing="undecided", confidence=0.5)
    page = text_of(client_of.get(at(story)))
    assert "Periksa sendiri: tertutup di salinan sampai Anda memutuskan." in page
    assert "kurang yakin 50 %" in page


def test_nothing_is_said_to_be_quite_certain(client_of: Client, story: Case) -> None:
    story.marks.update(confidence=0.999)
    page = text_of(client_of.get(at(story)))
    assert "yakin 99 %" in page and "100 %" not in page
    story.marks.update(confidence=0.899)
    assert "cukup yakin 89 %" in text_of(client_of.get(at(story)))


def test_of_a_part_that_nobody_read_no_percentage_is_said(client_of: Client, story: Case) -> None:
    story.marks.exclude(type="NIK").delete()
    story.marks.update(type="REGION", end=0, start=0, confidence=0.0, standing="undecided", boxes=[])
    page = text_of(client_of.get(at(story)))
    assert "Bagian halaman" in page and "yakin 0" not in page and "Periksa sendiri" in page


def test_kind_is_shown_and_what_may_not_be_withheld_as_a_whole(client_of: Client, made: Made) -> None:
    decree = made(DECREE)
    page = text_of(client_of.get(at(decree)))
    assert "Surat keputusan" in page and "tidak boleh ditutup seluruhnya" in page
    page = text_of(client_of.get(f"{HERE}{decree.pk}/"))
    assert "Tidak boleh ditutup seluruhnya" in page
    assert page.count("Pasal 18 ayat (1) huruf b UU 14/2008") == 1


def test_of_other_kinds_only_the_kind_is_shown(client_of: Client, made: Made, story: Case) -> None:
    report = made("DAFTAR HADIR\nPESERTA RAPAT\n\n1. Siti Rahmah, Jl. Teluk Tiram Darat No. 27\n")
    page = text_of(client_of.get(at(report)))
    assert "Daftar hadir" in page and "ditutup seluruhnya" not in page
    page = text_of(client_of.get(f"{HERE}{report.pk}/"))
    assert "dikenali sebagai Daftar hadir" in page and "ditutup seluruhnya" not in page
    assert "studio-kind" not in text_of(client_of.get(at(story)))


def test_person_is_decided_at_once_by_whatever_rule_the_mentions_were_found(
    client_of: Client, made: Made
) -> None:
    case = made(VISIT)
    person = mark(case, type="PERSON")
    mentions = case.marks.filter(entity=person.entity)
    assert mentions.count() == 4, "the whole name twice, the first name alone twice"
    mentions.filter(number=person.number).update(rule="people.repeated", standing="undecided")
    page = text_of(client_of.get(at(case)))
    assert "4 penyebutan" in page and f"hide-person:{person.entity}:" in page
    client_of.post(at(case, "putuskan/"), {"act": f"hide-person:{person.entity}:0"})
    assert set(mentions.values_list("standing", "decision")) == {("hidden", 1)}
    client_of.post(at(case, "putuskan/"), {"act": f"keep-person:{person.entity}:1"})
    assert set(mentions.values_list("standing", "decision")) == {("kept", 2)}
    assert again(case).decisions == 2


def test_reasons_are_said_in_the_language_of_the_page(client_of: Client, made: Made) -> None:
    case = made("Yang hadir: Ni Wayan Cenik (0878-6210-3395).\n")
    assert "Nama dengan nomor telepon di dekatnya." in text_of(client_of.get(at(case)))
    page = text_of(client_of.get(f"/en{at(case)}"))
    assert "A name with a telephone number near it." in page and "with PHONE" not in page
