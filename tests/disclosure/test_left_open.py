"""What the second person is told of what was left open. All persons and numbers are invented."""

import pytest
from django.test import Client

from terbuka.disclosure.copies import opened
from terbuka.disclosure.copies.opened import left_open
from terbuka.disclosure.models import Case, Mark
from terbuka.disclosure.studio import actions as studio
from terbuka.documents import Box
from tests.disclosure.asking import HERE, REASON, Enter, Work, again, text_of
from tests.disclosure.conftest import Team, certified, mark, prepared, screened, upload
from tests.rows import Office

COUNTED = "usul dibiarkan terbuka"


def test_nothing_is_listed_where_every_proposal_was_followed(
    client_of: Client, case: Case, team: Team, enter: Enter, work: Work
) -> None:
    studio.hide_region(team.screener, case, 1, Box(9, 9, 99, 99), type="REGION", ground="17.h", seen=0)
    box = mark(case, rule="officer")
    studio.keep(team.screener, case, box.number, seen=1)
    case = prepared(again(case), team.screener, work)
    assert left_open(case) == opened.LeftOpen(0, (), 0)
    for client, address in ((enter(team.ppid), "pratinjau/1/"), (client_of, "salinan/")):
        page = text_of(client.get(f"{HERE}{case.pk}/{address}"))
        assert COUNTED not in page and "dibiarkan terbuka" not in page


def test_what_was_left_open_is_told_to_both_the_most_sensitive_first(
    client_of: Client, doubtful: Case, team: Team, enter: Enter, work: Work
) -> None:
    case, child = doubtful, mark(doubtful, type="PERSON", mode="block", page=2)
    witness, phone = mark(case, role="witness"), mark(case, type="PHONE")
    studio.keep(team.screener, case, witness.number, seen=0)
    studio.keep(team.screener, case, phone.number, seen=1)
    studio.lift(team.superior, case, child.number, seen=2, reason=REASON, everywhere=True)
    studio.look(team.screener, case, 1, 2)
    officers = text_of(client_of.get(f"{HERE}{case.pk}/salinan/"))
    case = prepared(again(case), team.screener, work)
    found = left_open(case)
    lifted = case.marks.filter(mode="block", standing="kept").count()
    assert (found.count, found.more) == (2 + lifted, 0)
    first, second, third = found.rows
    assert first.is_lifted and first.why == REASON and len(first.places) == lifted and not first.more
    assert (str(second.type), str(second.role)) == ("Telepon", "keluarga anak")
    assert third.text == "Wayan Sudarta" and str(third.role) == "saksi" and third.reason
    assert third.why == "" and third.by is not None and third.by.officer == team.screener
    approvers = text_of(enter(team.ppid).get(f"{HERE}{case.pk}/pratinjau/1/"))
    for page in (officers, approvers):
        assert f"{found.count} {COUNTED}" in page
        for said in ("Terkunci; dibuka Atasan PPID.", f"Alasan membuka: {REASON}", "Rahmadi Noor"):
            assert said in page
        assert f'/studio/1/?pilih={witness.number}#m{witness.number}">Lihat temuan' in page
        assert page.index("Terkunci; dibuka") < page.index("0812-5104-3378") < page.index("Wayan Sudarta")
    assert 'href="#dibiarkan"' in approvers and "dan yang dibiarkan terbuka" not in approvers  # page 2 unseen


def test_many_that_were_left_open_are_counted(
    team: Team, office: Office, enter: Enter, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opened, "MOST_NAMED", 1)
    text = "Pelapor Siti Rahmah, NIK 6371034704880003, datang. Pelapor Siti Rahmah melapor kehilangan.\n"
    case = screened(upload(team.screener, office.polda, text.encode(), name="kisah.txt"), work)
    person = mark(case, type="PERSON")
    total = case.marks.filter(entity=person.entity).count()
    assert total > 1
    studio.keep_person(team.screener, case, person.entity, seen=0)
    studio.keep(team.screener, case, mark(case, type="NIK").number, seen=1)
    case = prepared(again(case), team.screener, work)
    Mark.objects.filter(pk=person.pk).update(number=999)  # nothing is known of why
    found = left_open(case)
    assert (found.count, len(found.rows), found.more) == (total + 1, 1, 1)
    assert found.rows[0].more == total - 1
    page = text_of(enter(team.ppid).get(f"{HERE}{case.pk}/pratinjau/1/"))
    assert f"dan {total - 1} lagi" in page and "dan 1 orang atau hal lain" in page


def test_certificate_is_made_at_the_second_persons_word(
    doubtful: Case, team: Team, enter: Enter, work: Work
) -> None:
    studio.keep(team.screener, doubtful, mark(doubtful, type="PHONE").number, seen=0)
    case = prepared(again(doubtful), team.screener, work)
    address, boss = f"{HERE}{case.pk}/", enter(team.ppid)
    for number in (1, 2):
        page = text_of(boss.get(f"{address}pratinjau/{number}/"))
    assert "Saya sudah melihat setiap halaman dan yang dibiarkan terbuka" in page
    sha256 = case.prepared_copy.sha256
    for number, shown in (("2", 2), ("99", 2), ("x", 1), ("", 1)):
        refused = text_of(boss.post(f"{address}setujui/", {"sha256": sha256, "page": number}))
        assert "Nyatakan dahulu" in refused and f"Halaman {shown} dari 2" in refused
    assert again(case).state == "review"
    assert boss.get(f"{address}setujui/")["Location"] == f"{address}pratinjau/1/"
    assert enter(team.screener).post(f"{address}setujui/", {"sha256": sha256}).status_code == 404
    sent = {"sha256": sha256, "confirmed": "on", "page": "2"}
    assert boss.post(f"{address}setujui/", sent)["Location"] == f"{address}sertifikat/"


def test_pages_of_a_copy_lead_to_its_certificate_once_it_is_approved(
    case: Case, team: Team, enter: Enter, work: Work
) -> None:
    address, boss = f"{HERE}{case.pk}/", enter(team.ppid)
    for rest in ("pratinjau/1/", "kembalikan/"):
        assert boss.get(f"{address}{rest}").status_code == 404
    certified(prepared(case, team.screener, work), team.ppid)
    for rest in ("pratinjau/1/", "pratinjau/99/", "kembalikan/"):
        assert boss.get(f"{address}{rest}")["Location"] == f"{address}sertifikat/"
