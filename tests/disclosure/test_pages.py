"""The pages of the desk as a browser without scripts, or the studio's script, asks for them: what they do,
what they say when they refuse, what they keep. All persons and numbers are invented."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pypdf import PdfReader, PdfWriter

from terbuka.disclosure import actions, workflow
from terbuka.disclosure.models import Candidate, Case, Decision, Mark, PublicCopy
from terbuka.disclosure.studio import actions as studio
from terbuka.documents import source
from terbuka.office.storage import PrivateStorage
from terbuka.organisation.models import Account
from terbuka.organisation.roles import Role
from tests.disclosure.conftest import (
    STORY,
    Team,
    decide_all,
    mark,
    pdf,
    prepared,
    screened,
    stored_files,
    upload,
)
from tests.rows import Office, employ

Enter = Callable[[Account], Client]
Work = Callable[[], None]

HERE = "/kantor/berkas/"
SCRIPT: dict[str, Any] = {"HTTP_HX_REQUEST": "true"}
REASON = "Orang tua telah memberi izin tertulis untuk membuka nama ini."
EVIL = '<img src=x onerror="alert(1)">'


@pytest.fixture
def client_of(team: Team, enter: Enter) -> Client:
    """The screening officer at the desk."""
    return enter(team.screener)


def text_of(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status, (answer.status_code, answer.content[:300])
    return " ".join(str(answer.content.decode()).split())


def now(found: Mark) -> Mark:
    return Mark.objects.get(pk=found.pk)


def again(case: Case) -> Case:
    return Case.objects.get(pk=case.pk)


# --- Upload


def files(*contents: bytes | tuple[str, bytes]) -> list[SimpleUploadedFile]:
    named = [c if isinstance(c, tuple) else ("siti rahmah.pdf", c) for c in contents]
    return [SimpleUploadedFile(name, content) for name, content in named]


def form_for(office: Office, *contents: bytes | tuple[str, bytes], **other: Any) -> dict[str, Any]:
    words = {"unit": office.polda.pk, "title": "Laporan polisi, Maret 2021", "purpose": "request"}
    return {**words, "documents": files(*contents), **other}


def test_one_file_becomes_a_case_and_its_page(client_of: Client, office: Office) -> None:
    answer = client_of.post(f"{HERE}baru/", form_for(office, pdf()))
    case = Case.objects.get()
    assert answer.status_code == 302 and answer["Location"] == f"{HERE}{case.pk}/"
    page = text_of(client_of.get(answer["Location"]))
    assert "Berkas diterima" in page and "Sedang diperiksa" in page and "siti rahmah.pdf" in page


def test_several_files_become_cases_and_one_that_is_refused_does_not_hold_up_the_others(
    client_of: Client, office: Office
) -> None:
    sent = form_for(office, pdf(), (f"{EVIL}.pdf", b""), ("kisah.txt", STORY.encode()))
    page = text_of(client_of.post(f"{HERE}baru/", sent))
    assert list(Case.objects.order_by("pk").values_list("title", flat=True)) == [
        "Laporan polisi, Maret 2021, berkas 1 dari 3",
        "Laporan polisi, Maret 2021, berkas 3 dari 3",
    ]
    assert "kosong" in page and EVIL not in page and "&lt;img src=x" in page
    assert 'value="Laporan polisi, Maret 2021"' in page
    both = form_for(office, pdf(), pdf())
    assert client_of.post(f"{HERE}baru/", both)["Location"] == HERE
    assert Case.objects.count() == 4


def locked() -> bytes:
    """A PDF that asks for a password."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf())))
    writer.encrypt("rahasia", algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def swelling() -> bytes:
    """A DOCX of a few kilobytes with a part of 64 MB in it."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"a" * (64 << 20))
    return written.getvalue()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "kosong"),
        (locked(), "kata sandi"),
        (swelling(), "mengembang melebihi batas"),
        (pdf()[:900], "rusak atau terpotong"),
        (b"PK\x03\x04" + b"\x00" * 60, "rusak"),
        (b"MZ\x90\x00" + b"\x01\x02" * 90, "tidak dikenali"),
        (b"<html><body>Siti</body></html>", "HTML"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "Office lama"),
    ],
)
def test_file_that_is_not_read_is_refused_in_words_or_says_so_later(
    client_of: Client, office: Office, work: Work, content: bytes, sentence: str
) -> None:
    answer = client_of.post(f"{HERE}baru/", form_for(office, content))
    if answer.status_code == 302:
        work()
        case = Case.objects.get()
        assert case.state == workflow.FAILED
        answer = client_of.get(f"{HERE}{case.pk}/")
        assert "Coba lagi" in text_of(answer)
    else:
        assert not Case.objects.exists() and stored_files() == set()
    assert sentence in text_of(answer)


def test_file_too_large_is_refused_in_words(
    client_of: Client, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "LARGEST", 100)
    page = text_of(client_of.post(f"{HERE}baru/", form_for(office, pdf())))
    assert "berkas penggantinya" in page and stored_files() == set()


def test_form_that_is_not_whole_says_what_is_missing(
    client_of: Client, office: Office, team: Team, enter: Enter
) -> None:
    page = text_of(client_of.post(f"{HERE}baru/", {"title": "", "purpose": "request"}))
    assert page.count("field-error") >= 2 or page.count("errorlist") >= 2 or "wajib" in page.lower()
    many = text_of(client_of.post(f"{HERE}baru/", form_for(office, *[b"x"] * 21)))
    assert "paling banyak 20 berkas" in many
    stranger = text_of(client_of.post(f"{HERE}baru/", form_for(office, pdf(), unit=987654)))
    assert not Case.objects.exists() and "Laporan polisi, Maret 2021" in stranger


def test_title_that_names_somebody_is_doubted_and_may_be_certified(client_of: Client, office: Office) -> None:
    title = "Laporan Sdri. SITI RAHMAH, NIK 6371034704880003"
    page = text_of(client_of.post(f"{HERE}baru/", form_for(office, pdf(), title=title)))
    assert "tampaknya memuat data pribadi" in page and not Case.objects.exists()
    answer = client_of.post(f"{HERE}baru/", form_for(office, pdf(), title=title, certified="on"))
    assert answer.status_code == 302 and Case.objects.get().title == title


def test_same_file_is_said_to_those_who_may_know(
    client_of: Client, team: Team, office: Office, case: Case, enter: Enter, work: Work
) -> None:
    second = upload(team.ppid, office.polres, pdf(), title="Sama")
    page = text_of(client_of.get(f"{HERE}{second.pk}/"))
    assert "sama persis" in page and f'href="{HERE}{case.pk}/"' in page
    local = employ(Role.PPID, unit=office.polres)
    assert "sama persis" not in text_of(enter(local).get(f"{HERE}{second.pk}/"))


# --- The list


def row_of(case: Case) -> dict[str, Any]:
    return {f.attname: getattr(case, f.attname) for f in Case._meta.concrete_fields if not f.primary_key}


def found_in(client: Client, query: str = "") -> list[str]:
    page = text_of(client.get(f"{HERE}{query}"))
    return [part.split("</a>")[0].split(">")[-1] for part in page.split('class="row-link"')[1:]]


def test_list_is_filtered_and_paged(client_of: Client, team: Team, office: Office, case: Case) -> None:
    first = upload(team.desk, office.polres, b"Surat", name="a.txt", title="Surat 0")
    copies = [Case(**{**row_of(first), "title": f"Surat {number}"}) for number in range(1, 51)]
    Case.objects.bulk_create(copies)
    actions.withdraw(team.ppid, again(case), reason="Salah berkas.")
    assert len(found_in(client_of)) == 50 and found_in(client_of)[0] == "Surat 50"
    assert found_in(client_of, f"?sebelum={case.pk + 2}") == ["Surat 0", "Laporan"]
    assert found_in(client_of, "?status=withdrawn") == ["Laporan"]
    assert found_in(client_of, "?saya=on") == ["Laporan"]
    assert len(found_in(client_of, f"?unit={office.polres.pk}&status=received")) == 50
    assert found_in(client_of, f"?unit={office.polres.pk}&saya=on") == []
    assert "Tidak ada kasus yang cocok" in text_of(client_of.get(f"{HERE}?status=approved"))
    assert len(found_in(client_of, "?status=x&unit=y")) == 50


def test_empty_list_says_what_to_do(team: Team, enter: Enter) -> None:
    assert f'href="{HERE}baru/"' in text_of(enter(team.desk).get(HERE))
    page = text_of(enter(team.auditor).get(HERE))
    assert "Belum ada berkas" in page and f'href="{HERE}baru/"' not in page


def test_what_somebody_has_worked_on(case: Case, team: Team, enter: Enter, work: Work) -> None:
    for account in (team.screener, team.colleague, team.ppid):
        assert found_in(enter(account), "?saya=on") == (["Laporan"] if account == team.screener else [])
    studio.hide_term(team.colleague, case, "laporan", seen=0)
    case = prepared(case, team.unit_ppid, work)
    actions.approve(team.ppid, case, sha256=Candidate.objects.get().sha256)
    for account in (team.screener, team.colleague, team.unit_ppid, team.ppid):
        assert found_in(enter(account), "?saya=on") == ["Laporan"]
    assert found_in(enter(team.superior), "?saya=on") == []


def test_first_page_says_what_waits_for_whom(
    doubtful: Case, team: Team, office: Office, enter: Enter, work: Work
) -> None:
    waits = "salinan menunggu persetujuan Anda"
    assert "berkas perlu diputuskan" in text_of(enter(team.screener).get("/kantor/"))
    prepared(doubtful, team.screener, work)
    upload(team.desk, office.polda, b"%PDF-1.7\nbroken\nstartxref\n9\n%%EOF")
    work()
    assert waits in text_of(enter(team.ppid).get("/kantor/"))
    assert "berkas tidak terbaca" in text_of(enter(team.desk).get("/kantor/"))
    assert waits not in text_of(enter(team.screener).get("/kantor/"))
    studio_hand = mark(doubtful, role="official")
    studio.hide(team.ppid, doubtful, studio_hand.number, seen=9)
    prepared(again(doubtful), team.screener, work)
    assert waits not in text_of(enter(team.ppid).get("/kantor/"))
    assert waits in text_of(enter(team.superior).get("/kantor/"))


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
    actions.approve(team.ppid, case, sha256=Candidate.objects.get().sha256)
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
    actions.approve(team.ppid, case, sha256=Candidate.objects.get().sha256)
    assert EVIL not in text_of(client.get(f"{HERE}{case.pk}/sertifikat/"))


def test_text_of_a_document_is_never_markup(
    client_of: Client, team: Team, office: Office, enter: Enter, work: Work
) -> None:
    content = f"Pelapor: SITI RAHMAH {EVIL}, NIK 6371034704880003.\n<script>alert(1)</script>\n"
    case = screened(upload(team.screener, office.polda, content.encode(), name="a.txt"), work)
    page = text_of(client_of.get(f"{HERE}{case.pk}/studio/1/"))
    assert "<script>alert" not in page and EVIL not in page and "&lt;script&gt;alert(1)" in page
    case = prepared(case, team.screener, work)
    page = text_of(enter(team.ppid).get(f"{HERE}{case.pk}/pratinjau/1/"))
    assert "<script>alert" not in page and EVIL not in page and "17.h" in page


def test_case_that_could_not_be_read_is_tried_again(
    client_of: Client, team: Team, office: Office, work: Work
) -> None:
    case = upload(team.screener, office.polda, b"%PDF-1.7\nbroken\nstartxref\n9\n%%EOF")
    work()
    page = text_of(client_of.get(f"{HERE}{case.pk}/"))
    assert "rusak" in page
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


# --- The studio


def at(case: Case, rest: str = "", page: int = 1) -> str:
    return f"{HERE}{case.pk}/studio/{page}/{rest}"


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

    assert "Ditutup di 1 tempat" in act(f"hide:{witness.number}:0")
    assert now(witness).decision == 1
    assert "Tetap terbuka." in act(f"keep:{witness.number}:1")
    assert "tidak ada yang berubah" in act(f"keep:{witness.number}:2")
    assert "Ditutup di 1 tempat" in act(f"hide-person:{official.entity}:2")
    assert "Tetap terbuka di mana pun" in act(f"keep-person:{official.entity}:3")
    assert "Diurungkan." in act("undo:4")
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


def test_picture_is_drawn_beforehand_without_being_sent(client_of: Client, case: Case) -> None:
    answer = client_of.head(at(case, "gambar/"))
    assert (answer.status_code, answer.content, case.pictures.count()) == (200, b"", 1)
    assert not case.looks.exists()
    assert client_of.head(at(case, "gambar/", page=3)).status_code == 404


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
    actions.approve(team.ppid, case, sha256=Candidate.objects.get().sha256)
    page = text_of(client_of.get(at(case)))
    assert 'value="hide:' not in page and "undo:" not in page
    answer = client_of.post(at(case, "putuskan/"), {"act": "hide:1:9"}, **SCRIPT)
    assert "tidak bisa dilakukan lagi" in text_of(answer)


def test_page_whose_file_vanished_says_so(client_of: Client, case: Case) -> None:
    PrivateStorage().delete(case.original)
    assert client_of.get(at(case, "gambar/")).status_code == 409
    PrivateStorage().delete(case.extract)
    assert "tidak ada lagi di penyimpanan" in text_of(client_of.get(at(case)), 409)


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
    preview = text_of(boss.get(f"{address}pratinjau/2/"))
    assert f'action="{address}setujui/"' in preview and f'src="{address}pratinjau/2/gambar/"' in preview
    assert boss.get(f"{address}pratinjau/2/gambar/")["Content-Type"] == "image/png"
    waits = Candidate.objects.get()
    file = boss.get(f"{address}pratinjau/berkas/")
    assert b"".join(file).startswith(b"%PDF") and "belum-disetujui" in file["Content-Disposition"]
    assert "bukan yang terbaru" in text_of(boss.post(f"{address}setujui/", {"sha256": "0" * 64}), 409)
    assert boss.post(f"{address}kembalikan/", {"note": " "}).status_code == 200
    assert boss.post(f"{address}kembalikan/", {"note": "Tutup sekolahnya."}).status_code == 302
    assert "Tutup sekolahnya." in text_of(client_of.get(address))
    assert boss.post(f"{address}setujui/", {"sha256": waits.sha256}).status_code == 409
    case = prepared(again(case), team.screener, work)
    sha256 = Candidate.objects.get().sha256
    assert boss.post(f"{address}setujui/", {"sha256": sha256})["Location"] == f"{address}sertifikat/"
    certificate = text_of(boss.get(f"{address}sertifikat/"))
    copy = PublicCopy.objects.get()
    for fact in (copy.sha256, copy.original_sha256, "Rahmadi Noor", "Ahmad Fauzi", "17.h", "Susunan berkas"):
        assert fact in certificate
    download = boss.get(f"{address}sertifikat/salinan/")
    assert b"".join(download).startswith(b"%PDF")
    assert f'filename="salinan-{copy.number}.pdf"' in download["Content-Disposition"]


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
    copy = actions.approve(team.ppid, case, sha256=Candidate.objects.get().sha256)
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
