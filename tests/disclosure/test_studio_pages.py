"""The studio's pages and acts, with its script and without. All persons and numbers are invented."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from terbuka.disclosure.models import Case, Decision, Mark
from terbuka.disclosure.pictures import WIDTH
from terbuka.disclosure.studio import actions as studio
from terbuka.documents import Box
from terbuka.documents.pictures import page_picture_png
from terbuka.office.storage import PrivateStorage
from tests.disclosure.asking import HERE, REASON, SCRIPT, Enter, Work, again, at, now, text_of
from tests.disclosure.conftest import (
    Team,
    certified,
    mark,
    prepared,
    stored_files,
)

# --- The studio


def test_door_leads_to_what_is_left(client_of: Client, doubtful: Case) -> None:
    door = f"{HERE}{doubtful.pk}/studio/"
    assert client_of.get(door)["Location"] == at(doubtful)
    Mark.objects.filter(case=doubtful, page=2).update(standing="undecided")
    Mark.objects.filter(case=doubtful, page=1).update(standing="hidden")
    assert client_of.get(door)["Location"] == at(doubtful, page=2)
    for asked, page in (("1", 1), ("99", 2), ("0", 1), ("x", 2)):
        assert client_of.get(f"{door}?hal={asked}")["Location"] == at(doubtful, page=page)


@pytest.mark.parametrize("headers", [{}, SCRIPT])
def test_acts_of_one_button(client_of: Client, doubtful: Case, team: Team, headers: dict[str, Any]) -> None:
    witness, official = mark(doubtful, role="witness"), mark(doubtful, role="official")

    def act(said: str, seen: str = "") -> str:
        answer = client_of.post(at(doubtful, "putuskan/"), {"act": said}, **headers)
        if headers:
            return text_of(answer)
        assert answer.status_code == 302, said
        return text_of(client_of.get(answer["Location"]))

    assert "Ditutup di 1 tempat. Keputusan nomor 1." in act(f"hide:{witness.number}:0")
    assert now(witness).decision == 1
    assert "Tetap terbuka." in act(f"keep:{witness.number}:1")
    assert "tidak ada yang berubah" in act(f"keep:{witness.number}:2")
    assert "Ditutup di 1 tempat. Keputusan nomor 3." in act(f"hide-person:{official.entity}:2")
    assert "Tetap terbuka di mana pun" in act(f"keep-person:{official.entity}:3")
    assert "Keputusan nomor 4 diurungkan." in act("undo:4")
    child = mark(doubtful, type="PERSON", mode="block")
    assert "terkunci" in act(f"keep:{child.number}:0")
    assert "tetap ditutup" in act(f"keep-person:{child.entity}:5")
    assert "Ditutup di" in act(f"everywhere:{witness.number}:9")
    assert now(witness).hides
    assert "Ditutup di" in act("proposed:page:sure:9")
    assert "Ditutup di" in act("proposed:all:any:9")
    assert "terakhir Anda" in act("undo:1")
    assert again(doubtful).left == 0


@pytest.mark.parametrize(
    "said",
    [
        "",
        "hide",
        "hide:x:y",
        "hide:1",
        "nothing:1:2",
        "proposed:page",
        "undo:",
        "keep:1:",
        "proposed:a:b:c:d",
    ],
)
def test_act_that_is_not_one_does_not_exist(client_of: Client, case: Case, said: str) -> None:
    assert client_of.post(at(case, "putuskan/"), {"act": said}).status_code == 404
    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    "said",
    [
        "hide:1:-1",
        "hide:-1:0",
        f"hide:1:{10**30}",
        f"hide:{10**30}:0",
        f"undo:{10**30}",
        f"hide-person:e1:{10**30}",
        "hide-person:\x00:0",
        "keep-person::0",
        f"proposed:page:sure:-{10**30}",
    ],
)
def test_act_with_strange_numbers_breaks_nothing(client_of: Client, case: Case, said: str) -> None:
    answer = client_of.post(at(case, "putuskan/"), {"act": said})
    assert answer.status_code in {302, 404}, said
    assert client_of.get(at(case)).status_code == 200


@pytest.mark.parametrize(
    "query",
    ["jenis=%00", "orang=%00", f"pilih={10**30}", "sisa=2", "halaman=x", "lihat=x", "jenis=" + "x" * 999],
)
def test_address_with_strange_words_breaks_nothing(client_of: Client, case: Case, query: str) -> None:
    assert client_of.get(f"{at(case)}?{query}").status_code == 200
    assert (
        client_of.get(f"{HERE}?{query.replace('jenis', 'status').replace('orang', 'unit')}").status_code
        == 200
    )


def test_faster_colleague_is_named(client_of: Client, doubtful: Case, team: Team) -> None:
    witness = mark(doubtful, role="witness")
    studio.keep(team.colleague, doubtful, witness.number, seen=0)
    page = text_of(client_of.post(at(doubtful, "putuskan/"), {"act": f"hide:{witness.number}:0"}, **SCRIPT))
    assert "belum disimpan" in page and "Budi Santosa" in page and "Tetap terbuka" in page
    assert not now(witness).hides
    ground = at(doubtful, f"temuan/{witness.number}/dasar/")
    refused = client_of.post(ground, {"dasar-ground": "17.j", "dasar-seen": 0}, **SCRIPT)
    assert "Budi Santosa" in text_of(refused, 422)
    studio.undo(team.colleague, doubtful, 1)
    page = text_of(client_of.post(at(doubtful, "putuskan/"), {"act": f"hide:{witness.number}:0"}, **SCRIPT))
    assert "belum disimpan" in page


def test_bulk_says_what_it_left_alone(client_of: Client, doubtful: Case, team: Team) -> None:
    official = mark(doubtful, role="official")
    studio.hide(team.colleague, doubtful, official.number, seen=0)
    page = text_of(
        client_of.post(at(doubtful, "putuskan/"), {"act": f"keep-person:{official.entity}:0"}, **SCRIPT)
    )
    assert "1 tidak diubah karena baru diputuskan petugas lain" in page


def current(answer: Any) -> int:
    """The mark to which the studio's page points."""
    [found] = re.findall(r'<li id="m(\d+)" class="mark [^"]*is-current', text_of(answer))
    return int(found)


def test_officer_stays_with_what_was_added_or_taken_back(client_of: Client, case: Case) -> None:
    witness, official = mark(case, role="witness"), mark(case, role="official")

    def hide(term: str, query: str) -> int:
        form = {"istilah-term": term, "istilah-ground": "17.h", "istilah-seen": again(case).decisions}
        return current(client_of.post(at(case, f"istilah/{query}"), form, **SCRIPT))

    at_witness = f"?pilih={witness.number}"
    added = hide("melihat kejadian", at_witness)
    assert now(mark(case, added_by=1)).number == added
    assert hide("diantar oleh", at_witness) == witness.number  # it stands on the other page
    assert hide("diantar oleh", at_witness) == witness.number  # nothing has changed
    assert hide("menerima laporan", f"?sisa=0&jenis=PERSON&pilih={witness.number}") == witness.number

    def act(said: str, query: str) -> int:
        return current(client_of.post(at(case, f"putuskan/{query}"), {"act": said}, **SCRIPT))

    assert act(f"keep:{official.number}:0", at_witness) == official.number
    assert act("undo:4", at_witness) == official.number
    assert act(f"keep-person:{official.entity}:9", at_witness) == witness.number
    assert act("undo:1", at_witness) == witness.number  # refused


def test_picture_is_drawn_beforehand_without_being_sent(client_of: Client, case: Case) -> None:
    answer = client_of.head(at(case, "gambar/"))
    assert (answer.status_code, answer.content, case.pictures.count()) == (200, b"", 1)
    assert not case.looks.exists()
    assert client_of.head(at(case, "gambar/", page=3)).status_code == 404


def test_picture_of_the_copy_is_what_the_copy_shows_when_it_is_made(
    client_of: Client, case: Case, team: Team, work: Work
) -> None:
    box = Box(60, 300, 200, 330)
    studio.hide_region(team.screener, case, 2, box, type="HEALTH", ground="17.h", seen=0)
    there = stored_files()
    shown = [client_of.get(at(case, "gambar/salinan/", page)) for page in (1, 2)]
    assert [answer["Content-Type"] for answer in shown] == ["image/png"] * 2
    assert stored_files() == there  # nobody has proven it: nothing of it is kept
    made = Path(PrivateStorage().path(prepared(case, team.screener, work).prepared_copy.file))
    assert [answer.content for answer in shown] == [page_picture_png(made, page, WIDTH) for page in (1, 2)]


def test_picture_of_the_copy_follows_the_decisions(client_of: Client, case: Case, team: Team) -> None:
    before = client_of.get(at(case, "gambar/salinan/")).content
    studio.keep(team.screener, case, mark(case, role="witness").number, seen=0)
    assert client_of.get(at(case, "gambar/salinan/")).content != before
    assert "keputusan=1" in text_of(client_of.get(at(case)))


def test_back_from_the_log_in_the_officer_is_at_the_page(client_of: Client, case: Case) -> None:
    assert client_of.get(at(case, "putuskan/"))["Location"] == at(case)


def test_superior_gets_no_decision_through(case: Case, team: Team, enter: Enter) -> None:
    client = enter(team.superior)
    for said in ("hide:1:0", "keep:1:0", "everywhere:1:0", "proposed:page:sure:0", "hide-person:e1:0"):
        assert client.post(at(case, "putuskan/"), {"act": said}).status_code == 403
    assert not Decision.objects.exists()


@pytest.mark.parametrize("headers", [{}, SCRIPT])
def test_acts_with_a_form(
    client_of: Client, case: Case, team: Team, enter: Enter, headers: dict[str, Any]
) -> None:
    refused = 422 if headers else 200
    taken = 200 if headers else 302
    nik = mark(case, type="NIK")
    ground = at(case, f"temuan/{nik.number}/dasar/")
    assert client_of.post(ground, {"dasar-ground": "17.z", "dasar-seen": 0}, **headers).status_code == refused
    assert client_of.post(ground, {"dasar-ground": "17.a.4", "dasar-seen": 0}, **headers).status_code == taken
    assert now(nik).ground == "17.a.4"
    term = {"istilah-term": "ab", "istilah-ground": "17.i", "istilah-seen": 1}
    assert "terlalu pendek" in text_of(client_of.post(at(case, "istilah/"), term, **headers), refused)
    term["istilah-term"] = "laporan"
    answer = client_of.post(at(case, "istilah/"), {**term, "istilah-here": "on"}, **headers)
    assert answer.status_code == taken and case.marks.filter(type="TERM").count() == 2
    assert client_of.post(at(case, "istilah/"), term, **headers).status_code == taken
    assert case.marks.filter(type="TERM").count() == 3
    box = {"kotak-left": 10, "kotak-top": 10, "kotak-width": 0, "kotak-height": 9, "kotak-seen": 9}
    address = at(case, "kotak/")
    assert "Kotak terlalu kecil" in text_of(
        client_of.post(address, {**box, "kotak-type": "REGION"}, **headers), refused
    )
    assert client_of.post(address, {**box, "kotak-width": "nan"}, **headers).status_code == refused
    drawn = {**box, "kotak-width": 30, "kotak-type": "PERSON", "kotak-ground": ""}
    assert client_of.post(address, drawn, **headers).status_code == taken
    assert case.marks.get(type="PERSON", added_by__isnull=False).ground == "17.h"
    child = mark(case, mode="block", page=2)
    lift = at(case, f"temuan/{child.number}/buka/", page=2)
    boss = enter(team.superior)
    short = {"kunci-reason": "ya", "kunci-seen": 9}
    assert "satu kalimat" in text_of(boss.post(lift, short, **headers), refused)
    answer = boss.post(lift, {**short, "kunci-reason": REASON, "kunci-everywhere": "on"}, **headers)
    assert answer.status_code == taken
    assert not now(child).hides


@pytest.mark.parametrize(("language", "left"), [("", "12,5"), ("", "12.5"), ("/en", "12.5")])
def test_box_is_measured_as_the_page_writes_numbers(
    client_of: Client, case: Case, language: str, left: str
) -> None:
    box = {"kotak-left": left, "kotak-top": 10, "kotak-width": 30, "kotak-height": 9, "kotak-seen": 0}
    answer = client_of.post(f"{language}{at(case, 'kotak/')}", {**box, "kotak-type": "REGION"})
    assert answer.status_code == 302
    assert mark(case, added_by=1).boxes[0][0] == pytest.approx(12.5 * 72 / 25.4, abs=0.01)


def test_whole_page_is_hidden_without_a_measure(client_of: Client, case: Case) -> None:
    """A page of nothing but secrets; a box that somebody draws around all of it misses a rim."""
    whole = {"kotak-whole": "on", "kotak-left": "", "kotak-type": "REGION", "kotak-seen": 0}
    assert client_of.post(at(case, "kotak/"), whole).status_code == 302
    (box,) = mark(case, added_by=1).boxes
    assert box[:2] == [0, 0] and box[2] > 400 and box[3] > 550
    offered = f'href="{at(case, "kotak/")}?seluruh=1"'
    assert offered in text_of(client_of.get(at(case)))
    page = text_of(client_of.get(at(case, "kotak/?seluruh=1")))
    assert re.search('name="kotak-whole"[^>]* checked', page) and "sudut pertama" not in page
    without = {"kotak-type": "REGION", "kotak-seen": 0}
    assert text_of(client_of.post(at(case, "kotak/"), without)).count("field-error") >= 4


def test_box_is_drawn_by_two_clicks(client_of: Client, case: Case) -> None:
    first = text_of(client_of.get(at(case, "kotak/")))
    assert "sudut pertama" in first
    second = text_of(client_of.get(at(case, "kotak/?satu.x=70&satu.y=70")))
    assert "sudut kedua" in second and 'name="satu.x"' in second
    third = text_of(client_of.get(at(case, "kotak/?satu.x=70&satu.y=70&dua.x=140&dua.y=105")))
    measures = {
        name: float(re.search(rf'name="kotak-{name}"[^>]*value="([0-9.,]+)"', third)[1].replace(",", "."))  # type: ignore[index]
        for name in ("left", "top", "width", "height")
    }
    assert measures == {"left": 14.8, "top": 14.8, "width": 14.8, "height": 7.4}


@pytest.mark.parametrize("headers", [{}, SCRIPT])
def test_selected_text_is_hidden(client_of: Client, story: Case, headers: dict[str, Any]) -> None:
    sent = {"teks-start": 0, "teks-end": 7, "teks-quote": "Pelapor", "teks-type": "TERM", "teks-seen": 0}
    wrong = client_of.post(at(story, "teks/"), {**sent, "teks-quote": "Pelaku"}, **headers)
    assert "Pilih sekali lagi" in text_of(wrong, 422 if headers else 200)
    assert client_of.post(at(story, "teks/", page=9), sent, **headers).status_code in {200, 404, 422}
    assert not story.marks.filter(added_by__isnull=False).exists()
    assert client_of.post(at(story, "teks/"), sent, **headers).status_code == (200 if headers else 302)
    assert story.marks.get(added_by=1).ground == "17.h"


def test_text_of_a_picture_is_not_selected(client_of: Client, case: Case) -> None:
    sent = {"teks-start": 0, "teks-end": 7, "teks-quote": "LAPORAN", "teks-type": "TERM", "teks-seen": 0}
    page = text_of(client_of.post(at(case, "teks/"), sent))
    assert "Pilih sekali lagi" in page and not Decision.objects.exists()


def test_studio_is_filtered(client_of: Client, doubtful: Case) -> None:
    def numbers(query: str) -> set[str]:
        return set(re.findall(r'<li id="m(\d+)"', text_of(client_of.get(at(doubtful, query)))))

    every = numbers("")
    assert len(every) == doubtful.marks.filter(page=1).count()
    assert numbers("?sisa=1") == {str(m.number) for m in doubtful.marks.filter(page=1, standing="undecided")}
    assert numbers("?jenis=NIK") == {str(mark(doubtful, type="NIK").number)}
    child = mark(doubtful, mode="block", type="PERSON")
    mentions = doubtful.marks.filter(page=1, entity=child.entity)
    assert numbers(f"?orang={child.entity}") == {str(found.number) for found in mentions}
    assert numbers("?jenis=IMEI") == set()


def test_studio_of_a_certified_case_is_read_only(
    client_of: Client, case: Case, team: Team, work: Work
) -> None:
    case = prepared(case, team.screener, work)
    certified(case, team.ppid)
    page = text_of(client_of.get(at(case)))
    assert 'value="hide:' not in page and "undo:" not in page
    answer = client_of.post(at(case, "putuskan/"), {"act": "hide:1:9"}, **SCRIPT)
    assert "tidak bisa dilakukan lagi" in text_of(answer)


def test_page_whose_file_vanished_says_so(client_of: Client, case: Case) -> None:
    PrivateStorage().delete(case.original)
    assert client_of.get(at(case, "gambar/")).status_code == 409
    PrivateStorage().delete(case.extract)
    assert "tidak ada lagi di penyimpanan" in text_of(client_of.get(at(case)), 409)
