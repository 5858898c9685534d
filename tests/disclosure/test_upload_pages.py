"""New files, and the list of cases. All persons and numbers are invented."""

import io
import zipfile
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pypdf import PdfReader, PdfWriter

from terbuka.disclosure import actions, workflow
from terbuka.disclosure.models import Case
from terbuka.disclosure.studio import actions as studio
from terbuka.organisation.roles import Role
from tests.disclosure.asking import (
    EVIL,
    HERE,
    Enter,
    Work,
    again,
    found_in,
    row_of,
    text_of,
)
from tests.disclosure.conftest import (
    STORY,
    Team,
    certified,
    mark,
    pdf,
    prepared,
    stored_files,
    upload,
)
from tests.rows import Office, employ

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
        "Laporan polisi, Maret 2021, berkas 1",
        "Laporan polisi, Maret 2021, berkas 2",
    ]
    assert "kosong" in page and EVIL not in page and "&lt;img src=x" in page
    assert 'value="Laporan polisi, Maret 2021"' in page
    assert "2 dari 3 berkas menjadi kasus baru" in page and page.count("Diterima<") == 2
    both = form_for(office, b"Satu.", b"Dua.")
    assert client_of.post(f"{HERE}baru/", both)["Location"] == HERE
    assert Case.objects.count() == 4


def test_same_file_of_the_same_officer_is_a_new_case_only_where_it_is_wanted(
    client_of: Client, team: Team, office: Office, enter: Enter
) -> None:
    first = form_for(office, pdf(), ("kosong.pdf", b""))
    client_of.post(f"{HERE}baru/", first)
    there = Case.objects.get()
    page = text_of(client_of.post(f"{HERE}baru/", form_for(office, pdf(), b"Pengganti.")))
    assert "Sudah ada" in page and f'href="{HERE}{there.pk}/"' in page and "1 dari 2 berkas" in page
    assert 'name="again"' in page and "checked" not in page.split('name="again"')[1].split(">")[0]
    assert Case.objects.count() == 2
    kept = stored_files()
    text_of(client_of.post(f"{HERE}baru/", form_for(office, pdf())))  # not ticked
    assert (Case.objects.count(), stored_files()) == (2, kept)
    twice = form_for(office, ("satu.txt", b"Sama."), ("dua.txt", b"Sama."))
    assert "Sudah ada" in text_of(client_of.post(f"{HERE}baru/", twice)) and Case.objects.count() == 3
    answer = client_of.post(f"{HERE}baru/", form_for(office, pdf(), again="on"))
    assert answer.status_code == 302 and Case.objects.filter(sha256=there.sha256).count() == 2
    assert enter(team.ppid).post(f"{HERE}baru/", form_for(office, pdf())).status_code == 302


def test_box_for_the_same_file_stays_ticked_while_another_field_is_wrong(
    client_of: Client, office: Office
) -> None:
    page = text_of(client_of.post(f"{HERE}baru/", form_for(office, pdf(), again="on", title="")))
    assert "checked" in page.split('name="again"')[1].split(">")[0]


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
        (b"{\\rtf1 Siti}", "RTF"),
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
    certified(case, team.ppid)
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
