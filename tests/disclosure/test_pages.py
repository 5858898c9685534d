"""A case's page and the pages of its copy. All persons and numbers are invented."""

import re
from pathlib import Path

from django.test import Client

from terbuka.demo import typeset
from terbuka.disclosure import actions, workflow
from terbuka.disclosure.models import Case, PreparedCopy, PublicCopy
from terbuka.office.storage import PrivateStorage
from tests.disclosure.asking import EVIL, HERE, Enter, Work, again, at, text_of
from tests.disclosure.conftest import (
    Team,
    certified,
    decide_all,
    looked_through,
    mark,
    pdf,
    prepared,
    screened,
    upload,
)
from tests.rows import Office

SEEN = {"confirmed": "on"}

# --- One case


def test_case_says_where_it_stands_and_offers_what_may_be_done(
    client_of: Client, team: Team, office: Office, case: Case, enter: Enter, work: Work
) -> None:
    address = f"{HERE}{case.pk}/"
    page = text_of(client_of.get(address))
    assert "melihat setiap halaman" in page and f"{address}salinan/" in page and f"{address}tarik/" in page
    seen_by_auditor = text_of(enter(team.auditor).get(address))
    for offer in ("salinan/", "tarik/", "judul/", "asal/", "studio/"):
        assert f"{address}{offer}" not in seen_by_auditor
    case.left = 1
    case.save()
    mark(case, role="witness")
    assert "1 temuan yang tersisa" in text_of(client_of.get(address))
    case.left = 0
    case.save()
    case = prepared(case, team.screener, work)
    assert "Orang kedua" in text_of(client_of.get(address))
    certified(case, team.ppid)
    assert "Lihat sertifikat" in text_of(client_of.get(address))
    gone = actions.withdraw(team.ppid, upload(team.desk, office.polda, pdf()), reason=f"Salah {EVIL}")
    page = text_of(client_of.get(f"{HERE}{gone.pk}/"))
    assert "Kasus ini ditarik" in page and "Salah &lt;img" in page and EVIL not in page


def test_progress_is_shown_without_a_script_too(
    client_of: Client, team: Team, office: Office, case: Case, work: Work
) -> None:
    fresh = upload(team.screener, office.polda, pdf())
    assert 'http-equiv="refresh"' in text_of(client_of.get(f"{HERE}{fresh.pk}/"))
    decide_all(team.screener, case)
    actions.prepare(team.screener, case, confirmed=True)
    page = text_of(client_of.get(f"{HERE}{case.pk}/"))
    assert 'http-equiv="refresh"' in page and "membuktikan" in page
    work()
    assert 'http-equiv="refresh"' not in text_of(client_of.get(f"{HERE}{case.pk}/"))


def test_title_and_names_are_never_markup(
    client_of: Client, team: Team, office: Office, enter: Enter, work: Work
) -> None:
    case = upload(team.screener, office.polda, pdf(), name=f"{EVIL}.pdf", title=EVIL)
    screened(case, work)
    case = prepared(case, team.screener, work)
    client = enter(team.ppid)
    addresses = [HERE, *(f"{HERE}{case.pk}/{end}" for end in ("", "judul/", "studio/1/", "pratinjau/1/"))]
    for address in addresses:
        page = text_of(client.get(address))
        assert EVIL not in page and "&lt;img src=x" in page, address
    certified(case, team.ppid)
    assert EVIL not in text_of(client.get(f"{HERE}{case.pk}/sertifikat/"))


def test_text_of_a_document_is_never_markup(
    client_of: Client, team: Team, office: Office, enter: Enter, work: Work
) -> None:
    content = f"Pelapor: SITI RAHMAH {EVIL}, NIK 6371034704880003.\n<script>alert(1)</script>\n"
    case = screened(upload(team.screener, office.polda, content.encode(), name="a.txt"), work)
    page = text_of(client_of.get(f"{HERE}{case.pk}/studio/1/"))
    assert "<script>alert" not in page and EVIL not in page
    assert "&lt;script&gt;alert(1)" in re.sub("<[^>]*>", "", page)  # whatever of it is marked
    case = prepared(case, team.screener, work)
    page = text_of(enter(team.ppid).get(f"{HERE}{case.pk}/pratinjau/1/"))
    assert "<script>alert" not in page and EVIL not in page and "17.h" in page


def test_case_that_could_not_be_read_is_tried_again(
    client_of: Client, team: Team, office: Office, enter: Enter, work: Work
) -> None:
    case = upload(team.screener, office.polda, b"%PDF-1.7\nbroken\nstartxref\n9\n%%EOF")
    work()
    page = text_of(client_of.get(f"{HERE}{case.pk}/"))
    assert "rusak" in page and 'href="/kantor/berkas/baru/">Unggah berkas lain<' in page
    assert "Unggah berkas lain" not in text_of(enter(team.auditor).get(f"{HERE}{case.pk}/"))
    assert client_of.post(f"{HERE}{case.pk}/ulang/").status_code == 302
    assert again(case).state == workflow.RECEIVED
    assert "Belum bisa dilakukan" in text_of(client_of.post(f"{HERE}{case.pk}/ulang/"), 409)


def test_title_is_corrected_and_a_bad_one_stays_in_the_form(client_of: Client, case: Case) -> None:
    address = f"{HERE}{case.pk}/judul/"
    assert 'value="Laporan"' in text_of(client_of.get(address))
    assert "tampaknya memuat" in text_of(client_of.post(address, {"title": "NIK 6371034704880003"}))
    assert client_of.post(address, {"title": "Laporan pencurian"}).status_code == 302
    assert again(case).title == "Laporan pencurian"


def test_case_is_withdrawn_with_a_reason(client_of: Client, case: Case) -> None:
    address = f"{HERE}{case.pk}/tarik/"
    assert "Berkas asal" in text_of(client_of.get(address))
    text_of(client_of.post(address, {"note": "  "}))
    assert again(case).state == workflow.DECIDING
    assert client_of.post(address, {"note": "Salah berkas."}).status_code == 302
    assert again(case).state == workflow.WITHDRAWN
    assert "tidak bisa dilakukan lagi" in text_of(client_of.post(address, {"note": "Salah berkas."}))


def test_original_is_given_as_it_was_and_said_when_gone(client_of: Client, case: Case) -> None:
    answer = client_of.post(f"{HERE}{case.pk}/asal/")
    assert b"".join(answer) == pdf()
    assert (
        "attachment" in answer["Content-Disposition"] and "siti-rahmah.pdf" in answer["Content-Disposition"]
    )
    PrivateStorage().delete(case.original)
    page = text_of(client_of.post(f"{HERE}{case.pk}/asal/"), 409)
    assert "tidak ada lagi di penyimpanan" in page


# --- The copy


def test_copy_is_asked_for_previewed_sent_back_and_certified(
    client_of: Client, case: Case, team: Team, enter: Enter, work: Work
) -> None:
    address, boss = f"{HERE}{case.pk}/", enter(team.ppid)
    assert "belum Anda lihat" in text_of(client_of.get(f"{address}salinan/"))
    assert "nyatakan" in text_of(client_of.post(f"{address}salinan/", {"confirmed": "on"}))
    for page in (1, 2):
        client_of.get(at(case, page=page))
    assert "belum Anda lihat" not in text_of(client_of.get(f"{address}salinan/"))
    assert client_of.post(f"{address}salinan/", {"confirmed": "on"}).status_code == 302
    assert "tidak bisa diminta sekarang" in text_of(client_of.get(f"{address}salinan/"))
    work()
    own = text_of(client_of.get(f"{address}pratinjau/1/"))
    assert "orang lain yang menyetujui" in own or "Menunggu PPID" in own
    waits = PreparedCopy.objects.get()
    picture = f"{address}pratinjau/2/gambar/?sha256={waits.sha256}"
    preview = text_of(boss.get(f"{address}pratinjau/2/"))
    assert f'src="{picture}"' in preview and "Kembalikan" in preview
    assert boss.get(picture)["Content-Type"] == "image/png"
    assert boss.get(f"{address}pratinjau/2/gambar/?sha256={'0' * 64}").status_code == 404
    file = boss.get(f"{address}pratinjau/berkas/")
    assert b"".join(file).startswith(b"%PDF") and "belum-disetujui" in file["Content-Disposition"]
    assert "bukan yang terbaru" in text_of(boss.post(f"{address}setujui/", {**SEEN, "sha256": "0" * 64}), 409)
    assert boss.post(f"{address}kembalikan/", {"note": " "}).status_code == 200
    assert boss.post(f"{address}kembalikan/", {"note": "Tutup sekolahnya."}).status_code == 302
    assert "Tutup sekolahnya." in text_of(client_of.get(address))
    assert boss.post(f"{address}setujui/", {**SEEN, "sha256": waits.sha256}).status_code == 409
    case = prepared(again(case), team.screener, work)
    sha256 = looked_through(case, team.ppid).sha256
    assert boss.post(f"{address}setujui/", {**SEEN, "sha256": sha256})["Location"] == f"{address}sertifikat/"
    certificate = text_of(boss.get(f"{address}sertifikat/"))
    copy = PublicCopy.objects.get()
    for fact in (copy.sha256, copy.original_sha256, "Rahmadi Noor", "Ahmad Fauzi", "17.j", "Susunan berkas"):
        assert fact in certificate
    download = boss.get(f"{address}sertifikat/salinan/")
    assert b"".join(download).startswith(b"%PDF")
    assert f'filename="salinan-{copy.number}.pdf"' in download["Content-Disposition"]


def test_second_person_opens_each_page_of_the_copy(case: Case, team: Team, enter: Enter, work: Work) -> None:
    case = prepared(case, team.screener, work)
    address, boss = f"{HERE}{case.pk}/", enter(team.ppid)
    approve, waits = f"{address}setujui/", PreparedCopy.objects.get()
    boss.head(f"{address}pratinjau/1/")
    boss.get(f"{address}pratinjau/1/", HTTP_SEC_PURPOSE="prefetch;prerender")
    boss.get(f"{address}pratinjau/1/gambar/?sha256={waits.sha256}")
    boss.get(f"{address}pratinjau/berkas/")
    boss.get(at(case, page=1))
    assert not waits.case.looks.filter(officer=team.ppid, of=waits.sha256).exists()
    page = text_of(boss.get(f"{address}pratinjau/2/"))
    assert "1 dari 2 halaman dibuka" in page and f'action="{approve}"' not in page
    assert f'href="{address}pratinjau/1/#halaman">Buka halaman 1<' in page
    assert "halaman 1" in text_of(boss.post(approve, {**SEEN, "sha256": waits.sha256}), 409)
    assert again(case).state == workflow.APPROVING
    page = text_of(boss.get(f"{address}pratinjau/1/"))
    assert "2 dari 2 halaman dibuka" in page and f'action="{approve}"' in page
    assert "Buka halaman" not in page
    assert boss.post(approve, {**SEEN, "sha256": waits.sha256})["Location"] == f"{address}sertifikat/"
    assert "telah membuka semua 2 halaman salinan" in text_of(boss.get(address))


def test_text_and_word_are_opened_part_by_part_too(
    team: Team, office: Office, enter: Enter, work: Work
) -> None:
    long = "Pelapor Siti Rahmah datang ke kantor.\n" * 250
    for name, content in (("kisah.txt", long.encode()), ("kisah.docx", typeset.as_docx(long))):
        case = prepared(
            screened(upload(team.screener, office.polda, content, name=name), work), team.screener, work
        )
        waits, boss = PreparedCopy.objects.get(case=case), enter(team.ppid)
        assert waits.pages > 1 and not waits.has_pictures
        for number in range(1, waits.pages + 1):
            assert boss.post(f"{HERE}{case.pk}/setujui/", {**SEEN, "sha256": waits.sha256}).status_code == 409
            boss.get(f"{HERE}{case.pk}/pratinjau/{number}/")
        assert boss.post(f"{HERE}{case.pk}/setujui/", {**SEEN, "sha256": waits.sha256}).status_code == 302


def test_copy_that_was_returned_meanwhile_is_not_returned_twice(
    case: Case, team: Team, enter: Enter, work: Work
) -> None:
    case = prepared(case, team.screener, work)
    studio_client, address = enter(team.colleague), f"{HERE}{case.pk}/kembalikan/"
    boss = enter(team.unit_ppid)
    assert boss.get(address).status_code == 200
    studio_client.post(at(case, "putuskan/"), {"act": f"hide:{mark(case, role='official').number}:9"})
    assert boss.post(address, {"note": "Periksa lagi."}).status_code == 404


def test_copy_waits_for_decisions_and_names_the_pages_unseen(client_of: Client, doubtful: Case) -> None:
    assert "2 temuan yang perlu diputuskan" in text_of(client_of.get(f"{HERE}{doubtful.pk}/salinan/"))
    Case.objects.update(left=0, pages=60)
    page = text_of(client_of.get(f"{HERE}{doubtful.pk}/salinan/"))
    assert "dan 30 lagi" in page


def test_preview_of_text_shows_labels_as_bars(story: Case, team: Team, enter: Enter, work: Work) -> None:
    case = prepared(story, team.screener, work)
    page = text_of(enter(team.ppid).get(f"{HERE}{case.pk}/pratinjau/1/"))
    assert '<span class="redaction">[' in page and "Fahrul Rozi" in page and "Siti Rahmah" not in page


def test_copy_whose_file_is_gone_or_not_what_was_certified_is_not_given(
    case: Case, team: Team, enter: Enter, work: Work
) -> None:
    case = prepared(case, team.screener, work)
    copy = certified(case, team.ppid)
    client, address = enter(team.ppid), f"{HERE}{case.pk}/sertifikat/salinan/"
    path = Path(PrivateStorage().path(copy.file))
    path.write_bytes(path.read_bytes() + b"\n% Siti Rahmah")
    assert "tidak sama dengan yang lulus" in text_of(client.get(address), 409)
    path.unlink()
    assert "tidak ada lagi di penyimpanan" in text_of(client.get(address), 409)


def test_pages_speak_english(client_of: Client, doubtful: Case) -> None:
    for address, word in (
        (HERE, "Decisions left"),
        (f"{HERE}{doubtful.pk}/", "Open the studio"),
        (at(doubtful), "Findings on this page"),
        (f"{HERE}{doubtful.pk}/salinan/", "2 findings still need a decision"),
        (f"{HERE}baru/", "Upload and check"),
    ):
        assert word in text_of(client_of.get(f"/en{address}")), address
