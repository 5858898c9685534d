"""A mail is held to its form, its words and its bytes, part by part. All names are invented."""

import json
from pathlib import Path

import pytest

from terbuka.documents.reader import open_document
from terbuka.redaction.verifier.inspect import inspect
from terbuka.redaction.verify import verify
from terbuka.redaction.writers.mail import write

from ...documents.samples.mail import mail
from ..conftest import plan_hiding

NAME = "Slamet Wibisono"


def copy_of(folder: Path, html: str = "") -> str:
    source, path = folder / "asal.eml", folder / "salinan.eml"
    sender = "Siti Rahmah <dinas@contoh.go.id>"
    fields = {"From": sender, "Subject": "Laporan Rahmah – baru"}
    source.write_bytes(mail("Saksi Siti Rahmah hadir.\n", html=html, **fields).as_bytes())
    write(source, path, plan_hiding(open_document(source)), lambda done, total: None)
    return path.read_bytes().decode()


def survivors(folder: Path, data: str | bytes, *secrets: str, ours: bool = False) -> set[tuple[str, str]]:
    path = folder / "berkas.eml"
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "surrogateescape"))
    request = {
        "public": str(path),
        "secrets": [[number, "PERSON", secret] for number, secret in enumerate(secrets, 1)],
        "pages": [["", "", ""]],
        "ours": ours,
    }
    answer = inspect(request, lambda done, total: None)
    assert answer["format"] == "mail"
    assert "slamet" not in json.dumps(answer).lower(), "the verifier must not tell what it found"
    return {(s["class"], s["place"]) for check in answer["checks"] for s in check["survivors"]}


@pytest.mark.parametrize("html", ["", "<p>Saksi <b>Siti Rahmah</b> hadir"])
def test_copy_of_ours_is_clean(tmp_path: Path, html: str) -> None:
    assert not survivors(tmp_path, copy_of(tmp_path, html), NAME, ours=True)
    assert verify(tmp_path / "berkas.eml").passed


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("MIME-Version", f"X-A: {NAME}\r\nMIME-Version", ("structure", "head")),
        ("MIME-Version", f"Bcc: {NAME}\r\nMIME-Version", ("structure", "head")),
        ("MIME-Version: 1.0", f"MIME-Version: 1.0 ({NAME})", ("structure", "head")),
        ("charset=utf-8", f'charset=utf-8; name="{NAME}"', ("structure", "head")),
        ("Date: ", f"Date: ({NAME}) ", ("structure", "head")),
        ("<humas@", f"({NAME}) <humas@", ("structure", "head")),
        ("=?utf-8?q?", "=?utf-8*x?q?", ("structure", "head")),
        ("<humas@", f"<{'@' * 2000}humas@", ("structure", "head")),
        ("hadir.", "ha\u200bdir.", ("hidden-text", "character")),
        ("hadir.", "ha\rdir.", ("structure", "line ends")),
        ("hadir.", "ha\udcffdir.", ("structure", "encoding")),
    ],
)
def test_whatever_we_do_not_write_is_found(
    tmp_path: Path, old: str, new: str, found: tuple[str, str]
) -> None:
    copy = copy_of(tmp_path)
    changed = copy.replace(old, new, 1)
    assert changed != copy and found in survivors(tmp_path, changed, ours=True)


def test_page_in_a_mail_is_held_to_its_form(tmp_path: Path) -> None:
    changed = copy_of(tmp_path, "<p>Saksi hadir").replace("hadir", f"hadir<!--{NAME}-->")
    assert ("structure", "form of the page") in survivors(tmp_path, changed, ours=True)


def test_secret_in_any_part_is_found(tmp_path: Path) -> None:
    message = mail("a\n", html=f"<p title='{NAME}'>a")
    assert ("metadata", "header") in survivors(tmp_path, message.as_bytes(), NAME)
    message = mail(f"{NAME}\n", html="<p>a")
    message.add_attachment(NAME.encode("utf-16"), maintype="application", subtype="x", filename="a")
    found = survivors(tmp_path, message.as_bytes(), NAME)
    assert {
        ("text", "text"),
        ("bytes", "part"),
        ("attachment", "part"),
        ("hidden-text", "further part"),
    } <= found


@pytest.mark.parametrize(
    "line",
    [
        f"Subject: {NAME}",
        "Subject: =?utf-8?B?U2xhbWV0IFdpYmlzb25v?=",
        "Subject: =?utf-8?Q?Sla?= =?windows-1252?Q?met_Wibisono?=",
        f"X-A: {NAME}",
        "X-A: =?x-unknown?Q?Slamet_Wibisono?=",
        f"X-A: {NAME} =?utf-8?B?a?=",
    ],
)
def test_secret_in_a_field_is_found(tmp_path: Path, line: str) -> None:
    found = survivors(tmp_path, f"MIME-Version: 1.0\n{line}\n\nIsi\n", NAME)
    assert found & {("text", "text"), ("metadata", "header")}


@pytest.mark.parametrize("coding", ["base64", "quoted-printable"])
def test_secret_in_an_encoded_body_is_found(tmp_path: Path, coding: str) -> None:
    message = mail()
    message.set_content(f"Saksi {NAME}\n", cte=coding)
    assert ("text", "text") in survivors(tmp_path, message.as_bytes(), NAME)


def test_mail_of_others_passes_where_it_hides_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.eml"
    path.write_bytes(
        b"From: humas@contoh.go.id\nSubject: Jadwal\nMIME-Version: 1.0\n\nRapat pukul delapan.\n"
    )
    assert verify(path).passed
    head = b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n"
    path.write_bytes(head + b"Content-Transfer-Encoding: 8bit\r\n\r\n<p>Rapat pukul delapan.</p>\r\n")
    assert verify(path).passed
    path.write_bytes(mail("Rapat pukul delapan.\n", X_Mailer="x").as_bytes())
    assert not verify(path).passed


def test_short_term_in_a_field_is_found(tmp_path: Path) -> None:
    path = tmp_path / "berkas.eml"
    path.write_text("MIME-Version: 1.0\nSubject: Laporan\nX-Kode: Zuko\n\nIsi\n", encoding="utf-8")
    found = verify(path, terms=["Zuko"]).survivors
    assert {(one.kind, one.place, one.type) for one in found} == {("metadata", "header", "TERM")}


def test_name_in_an_attribute_of_a_page_is_found(tmp_path: Path) -> None:
    data = "MIME-Version: 1.0\nContent-Type: text/html\n\n<p id='slamet_wibisono'>Isi</p>\n"
    assert ("metadata", "attribute") in survivors(tmp_path, data)
