"""A mail's text as mail programs show it; the rest listed as hidden. All persons are invented."""

from email.message import EmailMessage, Message

import pytest

from terbuka.documents import Document
from terbuka.documents.mail.read import read
from terbuka.documents.mail.words import decoded
from terbuka.documents.text import LARGEST
from terbuka.errors import LimitExceeded, UnreadableFile
from tests.documents.conftest import Opened
from tests.documents.samples.mail import ADDRESS, NAME, mail

SECRET = "Siti Aminah"
HEAD = f"""Dari: {NAME} <{ADDRESS}>
Kepada: Humas <humas@contoh.go.id>
Tanggal: Mon, 03 Mar 2025 10:11:12 +0800
Subjek: Pengaduan jalan rusak
"""


def document_of(data: bytes | Message) -> Document:
    return read(data if isinstance(data, bytes) else data.as_bytes(), "", lambda done, total: None)


def body_of(data: bytes | Message) -> str:
    text = document_of(data).text
    return text.partition("\n\n")[2] if text.startswith(("Dari", "Subjek")) else text


def raw(*lines: str, body: str = "Isi\n", end: str = "\n") -> bytes:
    return end.join(["MIME-Version: 1.0", *lines, "", *body.split("\n")]).encode("latin-1")


def hidden(document: Document, kind: str) -> list[str]:
    return [part.text for part in document.hidden if part.kind == kind]


def test_mail_is_read_through_the_sandbox(opened: Opened) -> None:
    document = opened(mail().as_bytes())
    assert (document.format, document.text) == ("mail", f"{HEAD}\nIsi surat.")
    assert hidden(document, "metadata") == ["<a1@contoh.example>"]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Subject: =?utf-8?Q?Laporan_=E2=80=93_baru?=", "Subjek: Laporan – baru"),
        ("Subject: =?utf-8?B?TGFwb3Jhbg==?= =?utf-8?B?w6k=?=", "Subjek: Laporané"),
        ("Subject: =?utf-8?B?w?= =?utf-8?B?6k=?=", "Subjek: w\ufffd"),
        ("Subject: =?utf-8?Q?=C3?= =?utf-8?Q?=A9?= x", "Subjek: é x"),
        ("Subject: =?windows-1251?Q?=C6?= =?utf-8*id?Q?=C3=A9?=", "Subjek: Жé"),
        ("Subject: =?x-unknown?Q?=C3=A9?=", "Subjek: é"),
        ("Subject: dua\n baris\n\tlagi", "Subjek: dua baris\tlagi"),
        ("Subject: \xe9", "Subjek: é"),
        ("Subject: \u202e", "Subjek: "),
        ("From: a@b.example", "Dari: a@b.example"),
        ("From: <a@b.example>", "Dari: a@b.example"),
        ("From: a@b.example (Siti)", "Dari: a@b.example (Siti)"),
        (
            'To: "Dinas, PU" <a@b.example>, =?utf-8?Q?=C3=A9?= <c@d.example>',
            "Kepada: Dinas, PU <a@b.example>, é <c@d.example>",
        ),
        ('To: "a \\"b\\" c" <a@b.example>;d@e.example', 'Kepada: a "b" c <a@b.example>, d@e.example'),
        ("To: Regu: a@b.example, c@d.example;", "Kepada: Regu: a@b.example, c@d.example"),
        ("To: undisclosed-recipients:;", "Kepada: undisclosed-recipients"),
        ("Cc: =?utf-8?q?=5BNAMA=5D?= :;", "Cc: [NAMA]"),
        ("Cc: ,,", "Cc: "),
        ("Date: Mon, 3 Mar 2025 10:11:12 +0800 (WITA)", "Tanggal: Mon, 03 Mar 2025 10:11:12 +0800"),
        ("Date: kemarin", "Tanggal: kemarin"),
        ("Date: Mon, 99 Mar 2025 99:11:12 +0800", "Tanggal: Mon, 99 Mar 2025 99:11:12 +0800"),
    ],
)
def test_field_is_shown_as_mail_programs_show_it(line: str, shown: str) -> None:
    data = "\n".join(["MIME-Version: 1.0", line, "", "Isi"])
    assert document_of(data.encode("utf-8" if "\u202e" in line else "latin-1")).text == f"{shown}\n\nIsi"


def test_fields_are_shown_in_one_order_and_once() -> None:
    data = raw("Subject: a", "To: t@x.example", "From: f@x.example", f"From: {SECRET} <g@x.example>")
    document = document_of(data)
    assert document.text == "Dari: f@x.example\nKepada: t@x.example\nSubjek: a\n\nIsi"
    assert hidden(document, "metadata") == [f"{SECRET} <g@x.example>"]


@pytest.mark.parametrize(
    "line", ["Bcc", "Received", "X-Pelapor", "Reply-To", "References", "DKIM-Signature", "Sender", "Comments"]
)
def test_other_fields_are_hidden_parts(line: str) -> None:
    document = document_of(raw(f"{line}: =?utf-8?Q?Siti_Aminah?= <x@y.example>", "Subject: a"))
    assert SECRET not in document.text and f"{SECRET} <x@y.example>" in hidden(document, "metadata")
    assert all("pelapor" not in part.place for part in document.hidden)


@pytest.mark.parametrize("encoding", ["7bit", "quoted-printable", "base64"])
def test_body_is_decoded(encoding: str) -> None:
    message = EmailMessage()
    message.set_content("Pelapor Siti\nRahmah\n", cte=encoding)
    assert body_of(message) == "Pelapor Siti\nRahmah"


@pytest.mark.parametrize(
    ("content_type", "data", "text"),
    [
        ("text/plain; charset=utf-8", "é".encode(), "é"),
        ("text/plain; charset=windows-1252", "é".encode("cp1252"), "é"),
        ("text/plain; charset=tidak-ada", "é".encode("cp1252"), "é"),
        ("text/plain", "é".encode(), "é"),
        ("text/plain; charset", "é".encode(), "é"),
        ("text/plain; charset*=utf-8''utf-8", "é".encode(), "é"),
        ("text/html; charset=utf-8", "<meta charset=windows-1252><p>é</p>".encode(), "é"),
        ("text/plain; charset=utf-8", b"a\x0cb\r\nc", "a\nb\nc"),
        ("text/plain; charset=utf-16", "é".encode("utf-16"), "é"),
        ("text/plain; charset=utf-16", "aé".encode("utf-16-be"), "aé"),
        ("text/plain; charset=UTF-16LE", "aé".encode("utf-16-le"), "aé"),
        ("text/html; charset=utf-16", "<p>é</p>".encode("utf-16-le"), "é"),
        ("text/plain; charset=utf-16", b"isi", "isi"),
        ("bukan jenis", b"isi", "isi"),
        ("multipart/mixed", b"tanpa batas", "tanpa batas"),
        ("multipart/mixed; boundary=x", b"tanpa bagian", "tanpa bagian"),
    ],
)
def test_body_has_the_charset_that_it_says(content_type: str, data: bytes, text: str) -> None:
    assert body_of(f"MIME-Version: 1.0\r\nContent-Type: {content_type}\r\n\r\n".encode() + data) == text


def test_flowed_text_is_joined() -> None:
    body = "satu \ndua\n\n> kutipan \n> lanjut\n>> dalam \n> luar \n-- \ntanda \n"
    flowed = raw("Content-Type: text/plain; format=flowed", body=body)
    assert body_of(flowed) == "satu dua\n\n> kutipan lanjut\n>> dalam \n> luar \n-- \ntanda "
    deleted = raw("Content-Type: text/plain; format=flowed; delsp=yes", body="Si \nti\n stuffed\n")
    assert body_of(deleted) == "Siti\nstuffed"


def test_page_goes_before_plain_text_which_is_hidden() -> None:
    document = document_of(mail(f"Beda: {SECRET}\n", html="<p>Isi <b>halaman</b></p><!-- x -->"))
    assert document.text.endswith("\n\nIsi halaman")
    assert hidden(document, "hidden-text") == [f"Beda: {SECRET}"] and hidden(document, "comment") == ["x"]


def test_alternative_without_a_page_shows_plain_text() -> None:
    message = EmailMessage()
    message.set_content("Isi\n")
    message.add_alternative(b"BEGIN:VCALENDAR " + SECRET.encode(), maintype="text", subtype="calendar")
    document = document_of(message)
    assert document.text == "Isi" and f"BEGIN:VCALENDAR {SECRET}" in hidden(document, "hidden-text")[0]


def test_alternative_of_pictures_only_shows_the_last_as_attached() -> None:
    message = EmailMessage()
    message.make_alternative()
    message.add_alternative(b"x", maintype="image", subtype="png")
    assert body_of(message) == "[LAMPIRAN]"


def test_attachment_is_said_without_its_name() -> None:
    message = mail()
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename=f"KTP {SECRET}.pdf")
    message.add_attachment(f"daftar {SECRET}\n", filename="é daftar.txt")
    message.add_attachment(b"x", maintype="image", subtype="png", disposition="inline")
    document = document_of(message)
    assert (
        document.text.endswith("Isi surat.\n[LAMPIRAN]\n[LAMPIRAN]\n[LAMPIRAN]")
        and SECRET not in document.text
    )
    assert hidden(document, "attachment")[:2] == [
        f"KTP {SECRET}.pdf application/pdf",
        "é daftar.txt text/plain",
    ]
    assert [notice.values for notice in document.notices] == [{"count": 3}]
    assert "[LAMPIRAN]" in document.notices[0].sentence


def test_attached_mail_follows_with_its_head() -> None:
    inner = mail("Di dalam.\n", Bcc="b@x.example")
    message = mail()
    message.add_attachment(inner)
    document = document_of(message)
    assert document.text == f"{HEAD}\nIsi surat.\n\n{HEAD}\nDi dalam."
    assert "b@x.example" in hidden(document, "metadata")


def test_pictures_of_a_page_are_no_attachments() -> None:
    message = EmailMessage()
    message.set_content("<p>a<img src='cid:x'></p>", subtype="html")
    message.add_related(b"x", maintype="image", subtype="png", cid="<x>", filename=f"{SECRET}.png")
    message.add_related(b"y", maintype="application", subtype="pdf", cid="<y>")
    document = document_of(message)
    assert document.text == "a \n[LAMPIRAN]" and f"{SECRET}.png image/png" in hidden(document, "picture")


def test_signature_of_a_mail_is_hidden() -> None:
    body = (
        "--x\nContent-Type: text/plain\n\nIsi\n--x\nContent-Type: application/pgp-signature\n"
        f"Content-Description: {SECRET}\n\nabc\n--x--\n"
    )
    document = document_of(raw("Content-Type: multipart/signed; boundary=x", body=body))
    assert document.text == "Isi" and hidden(document, "signature") == [SECRET]


@pytest.mark.parametrize(
    "kind", ["multipart/encrypted; boundary=x", "application/pkcs7-mime; smime-type=enveloped-data"]
)
def test_locked_mail_is_refused(kind: str) -> None:
    with pytest.raises(UnreadableFile, match="dikunci"):
        document_of(raw(f"Content-Type: {kind}", body="--x\n\na\n--x--\n"))


def test_what_stands_between_parts_is_hidden() -> None:
    body = (
        f"awal {SECRET}\n--x\nContent-Type: text/plain\nContent-Description: {SECRET}\n\nIsi\n--x--\nakhir\n"
    )
    document = document_of(raw("Content-Type: multipart/mixed; boundary=x", body=body))
    assert document.text == "Isi"
    assert hidden(document, "hidden-text") == [f"awal {SECRET}", "akhir"]
    assert hidden(document, "metadata") == [SECRET]


def test_mail_of_a_mailbox_has_its_first_line_hidden() -> None:
    data = b"From siti@x.example Mon Mar  3 10:11:12 2025\n" + raw("Subject: a", body=">From sini\nisi\n")
    document = document_of(data)
    assert document.text == "Subjek: a\n\nFrom sini\nisi"
    assert "siti@x.example" in hidden(document, "metadata")[0]


def test_further_mails_of_a_mailbox_follow() -> None:
    one = b"From a@x.example Mon Mar  3 10:11:12 2025\n" + raw("Subject: satu")
    two = b"From b@x.example Mon Mar  3 10:11:12 2025\n" + raw("Subject: dua", body="Kedua")
    assert document_of(one + b"\n" + two).text == "Subjek: satu\n\nIsi\n\n\nSubjek: dua\n\nKedua"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_mail_with_a_byte_order_mark_is_read(opened: Opened, encoding: str) -> None:
    text = "MIME-Version: 1.0\nSubject: é\n\nIsi\n"
    assert opened(text.encode(encoding)).text == "Subjek: é\n\nIsi"


def test_mail_with_bytes_that_are_no_text_is_read(opened: Opened) -> None:
    data = raw("Content-Type: application/octet-stream", "Content-Transfer-Encoding: binary") + bytes(
        range(256)
    )
    assert opened(data).text == "[LAMPIRAN]"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_kind(end: str) -> None:
    assert document_of(raw("Subject: a", body="b", end=end)).text == "Subjek: a\n\nb"


def test_bad_parameters_do_not_stop_the_reading() -> None:
    data = raw(
        "Content-Type: application/x; name*0*=utf-8''%C3; name*1*=%A9",
        "Content-Disposition: attachment; filename*=x'y",
    )
    assert document_of(data).text == "[LAMPIRAN]"


def test_mail_in_mail_without_end_is_refused() -> None:
    data = b"MIME-Version: 1.0\n" + b"Content-Type: message/rfc822\n\n" * 5000 + b"Isi"
    with pytest.raises(LimitExceeded):
        document_of(data)


def test_mail_that_is_too_long_is_refused() -> None:
    with pytest.raises(LimitExceeded):
        document_of(raw("Subject: a") + b" " * LARGEST)


def test_override_of_direction_is_resolved() -> None:
    assert body_of(mail("Kata \u202ehanimA itiS\u202c.\n")) == "Kata Siti Aminah."


@pytest.mark.parametrize("value", ["=?utf-8?B?abc?=", "=?utf-8?B?a?=", "=?utf-8?Q?=?=", "=?", "=?a?b?c?="])
def test_broken_encoded_words_never_stop_the_reading(value: str) -> None:
    assert isinstance(decoded(value), str)


def test_field_of_blanks_and_quotes_takes_no_time() -> None:
    line = "To: a" + " " * 200_000 + 'b <c@d.example>, "' * 2
    assert document_of(raw(line)).text.startswith("Kepada: a b <c@d.example>")


PARTS = "--x\nContent-Type: text/plain{}\n{}\nIsi\n--x--\n"


@pytest.mark.parametrize(
    ("parameters", "field"),
    [
        ("; charset=utf-8", f"X-Penyunting: {SECRET}\n"),
        ("", f"Content-ID: <a.{SECRET}@contoh>\n"),
        (f'; x-oleh="{SECRET}"', ""),
        ("", f'Content-Disposition: inline; x-oleh="{SECRET}"\n'),
        ("", f"Content-Transfer-Encoding: 8bit ({SECRET})\n"),
    ],
)
def test_head_of_a_part_is_told(parameters: str, field: str) -> None:
    body = PARTS.format(parameters, field)
    document = document_of(raw("Content-Type: multipart/mixed; boundary=x", body=body))
    assert SECRET in " ".join(hidden(document, "metadata")) and document.text == "Isi"


def test_head_of_a_part_in_a_form_that_is_not_shown_is_told() -> None:
    inner = PARTS.replace("x\n", "y\n").replace("x--", "y--").format("", f"X-Oleh: {SECRET}\n")
    body = (
        f"--x\nContent-Type: multipart/related; boundary=y\n\n{inner}"
        "--x\nContent-Type: text/html\n\n<p>Isi</p>\n--x--\n"
    )
    document = document_of(raw("Content-Type: multipart/alternative; boundary=x", body=body))
    assert SECRET in hidden(document, "metadata") and document.text == "Isi"


def test_head_of_a_part_that_says_only_how_it_is_read_is_not_told() -> None:
    body = PARTS.format("; charset=utf-8; format=flowed", "Content-Transfer-Encoding: 8bit\n")
    assert document_of(raw("Content-Type: multipart/mixed; boundary=x", body=body)).hidden == ()


def test_parameters_that_are_none_are_no_trouble() -> None:
    assert document_of(raw("Content-Type: text/plain; =; *0*=''x")).text == "Isi"
