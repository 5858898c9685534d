"""Mails that name an invented person in their head, their bodies and what is attached."""

import base64
import textwrap
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from random import Random

from leaks.case import Family, Planted
from leaks.persons import Person, person, sentences, words

FAMILY = Family("mail", "message")
_SENT = "Mon, 03 Mar 2025 10:11:12 +0800"


def _letter(seed: Random, who: Person) -> tuple[EmailMessage, list[str]]:
    """A mail of an office that names the person, and the lines of it that stay."""
    lines = sentences(seed)
    message = EmailMessage()
    message["From"] = "Dinas Sosial <dinsos@banjar.go.id>"
    message["To"] = "Humas <humas@banjar.go.id>"
    message["Subject"] = "Laporan layanan"
    message["Date"] = _SENT
    message.set_content("\n".join([*lines[:3], who.sentence, *lines[3:]]) + "\n", cte="8bit")
    return message, [*lines, "Laporan layanan hadir memberi keterangan Humas"]


def _planted(folder: Path, who: Person, data: bytes, kept: list[str]) -> Planted:
    path = folder / "surat.eml"
    path.write_bytes(data)
    return Planted(path, who.secrets, words(kept))


def _changed(
    seed: Random, folder: Path, change: Callable[[EmailMessage, Person], None], kept: str = ""
) -> Planted:
    who = person(seed)
    message, lines = _letter(seed, who)
    change(message, who)
    return _planted(folder, who, message.as_bytes(policy=SMTP), [*lines, kept])


@FAMILY.case
def other_fields(seed: Random, folder: Path) -> Planted:
    "Fields that no reader sees."

    def change(message: EmailMessage, who: Person) -> None:
        message["Bcc"] = f"{who.name} <a@x.example>"
        message["Received"] = f"from pc ({who.name} [10.0.0.1]) by mx; {_SENT}"
        message["Message-ID"] = f"<{who.nik}@x.example>"
        message["X-Pelapor"] = f"{who.name} {who.nik}"
        message["Reply-To"] = f"{who.name} <b@x.example>"
        message["Thread-Topic"] = who.name

    return _changed(seed, folder, change)


@FAMILY.case
def sender_and_receivers(seed: Random, folder: Path) -> Planted:
    "Private persons who write and are written to."
    who, other = person(seed), person(seed)
    message, lines = _letter(seed, who)
    del message["From"], message["To"]
    address = ".".join(who.name.lower().split())
    message["From"] = f"{who.name} <{address}@gmail.com>"
    message["To"] = f"Humas <humas@banjar.go.id>, {other.name} <{other.phone}@yahoo.com>"
    message["Cc"] = "arsip@banjar.go.id"
    planted = _planted(folder, who, message.as_bytes(policy=SMTP), [*lines, "arsip@banjar.go.id"])
    secrets = (*who.secrets, other.name, f"{address}@gmail.com", f"{other.phone}@yahoo.com")
    return Planted(planted.path, secrets, planted.kept)


@FAMILY.case
def encoded_subject(seed: Random, folder: Path) -> Planted:
    "A name in encoded words, in the middle of which they are parted."
    who = person(seed)
    message, lines = _letter(seed, who)
    del message["Subject"]
    data = message.as_bytes(policy=SMTP)
    text = f"Aduan \u2013 Sdri. {who.name}, NIK {who.nik}".encode()
    parts = [base64.b64encode(text[at : at + 11]).decode() for at in range(0, len(text), 11)]
    subject = "\r\n ".join(f"=?UTF-8?B?{part}?=" for part in parts)
    kept = [line.replace("Laporan layanan ", "Aduan ") for line in lines]
    return _planted(folder, who, f"Subject: {subject}\r\n".encode() + data, kept)


@FAMILY.case
def base64_body(seed: Random, folder: Path) -> Planted:
    "A body in base64."
    who = person(seed)
    message, lines = _letter(seed, who)
    message.set_content(message.get_content(), cte="base64")
    return _planted(folder, who, message.as_bytes(policy=SMTP), lines)


@FAMILY.case
def quoted_printable_body(seed: Random, folder: Path) -> Planted:
    "A body whose lines are broken in the middle of a name."
    who = person(seed)
    message, lines = _letter(seed, who)
    text = (
        message.get_content()
        .replace(who.name, "=\r\n".join(who.name))
        .replace(who.nik, "=\r\n".join(who.nik))
    )
    data = message.as_bytes(policy=SMTP).replace(b"8bit", b"quoted-printable")
    head = data.partition(b"\r\n\r\n")[0]
    return _planted(folder, who, head + b"\r\n\r\n" + text.replace("\u2013", "=E2=80=93").encode(), lines)


@FAMILY.case
def old_charset(seed: Random, folder: Path) -> Planted:
    "A body in Windows-1252, and a name in the head in raw bytes."
    who = person(seed)
    lines = sentences(seed)
    text = "\r\n".join([*lines, f"Pelapor \u201cSdri. {who.name}\u201d, NIK {who.nik}, hadir."])
    data = (
        f"From: humas@banjar.go.id\r\nSubject: Caf\u00e9 Sdri. {who.name}\r\nMIME-Version: 1.0\r\n"
        f"Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{text}\r\n"
    )
    return _planted(folder, who, data.encode("cp1252"), [*lines, "Caf\u00e9 hadir"])


@FAMILY.case
def plain_alternative(seed: Random, folder: Path) -> Planted:
    "A page is shown; the plain form of the mail says more."
    who = person(seed)
    message, lines = _letter(seed, who)
    body = "".join(f"<p>{line}</p>" for line in lines)
    message.add_alternative(f"<html><body>{body}</body></html>", subtype="html")
    return _planted(folder, who, message.as_bytes(policy=SMTP), lines)


@FAMILY.case
def page_hides(seed: Random, folder: Path) -> Planted:
    "What a page in a mail hides: a preview line, comments, a dot that tells who reads."
    who = person(seed)
    message, lines = _letter(seed, who)
    body = "".join(f"<p>{line}</p>" for line in lines)
    message.set_content(
        f"<div style='display:none;max-height:0'>{who.name}</div><!-- {who.nik} -->{body}"
        f"<p>{who.sentence}</p><img src='https://x.example/?{who.nik}' width=1 height=1 alt='{who.name}'>",
        subtype="html",
        cte="quoted-printable",
    )
    return _planted(folder, who, message.as_bytes(policy=SMTP), lines)


@FAMILY.case
def quoted_reply(seed: Random, folder: Path) -> Planted:
    "An older mail of the person below, quoted twice."
    who = person(seed)
    message, lines = _letter(seed, who)
    quoted = (
        f"\nPada Senin, 3 Maret 2025, {who.name} menulis:\n> Nama saya {who.name}, NIK {who.nik}.\n"
        f">> Kepada Sdri. {who.name}\n>> telepon {who.phone}\n"
    )
    message.set_content(message.get_content() + quoted, cte="8bit")
    planted = _planted(folder, who, message.as_bytes(policy=SMTP), lines)
    return Planted(planted.path, (*who.secrets, who.phone), planted.kept)


@FAMILY.case
def flowed(seed: Random, folder: Path) -> Planted:
    "Lines that a program broke inside of a name, to be joined again."
    who = person(seed)
    message, lines = _letter(seed, who)
    text = f"Pelapor Sdri. {who.name.replace(' ', ' ' + chr(10))}, NIK {who.nik}, hadir.\n"
    message.set_content("\n".join(lines) + "\n" + text, cte="8bit", params={"format": "flowed"})
    return _planted(folder, who, message.as_bytes(policy=SMTP), lines)


@FAMILY.case
def attachments(seed: Random, folder: Path) -> Planted:
    "Files of which name and content tell."

    def change(message: EmailMessage, who: Person) -> None:
        message.add_attachment(
            who.sentence.encode(), maintype="application", subtype="pdf", filename=f"KTP {who.name}.pdf"
        )
        message.add_attachment(f"{who.sentence}\n", filename=f"\u00e9 {who.nik}.txt")

    return _changed(seed, folder, change, "LAMPIRAN LAMPIRAN")


@FAMILY.case
def attached_mail(seed: Random, folder: Path) -> Planted:
    "A mail of the person in the mail."

    def change(message: EmailMessage, who: Person) -> None:
        inner = EmailMessage()
        inner["From"] = f"{who.name} <a@gmail.com>"
        inner["Bcc"] = f"{who.nik}@x.example"
        inner["Subject"] = f"Permohonan Sdri. {who.name}"
        inner.set_content(f"Saya {who.name}, NIK {who.nik}. Mohon perbaikan meja.\n")
        message.add_attachment(inner)

    return _changed(seed, folder, change, "Mohon perbaikan meja")


@FAMILY.case
def picture_in_page(seed: Random, folder: Path) -> Planted:
    "A picture in a page whose names tell."
    who = person(seed)
    message, lines = _letter(seed, who)
    body = "".join(f"<p>{line}</p>" for line in lines)
    message.set_content(f"{body}<img src='cid:{who.nik}'>", subtype="html")
    message.add_related(
        who.sentence.encode(), maintype="image", subtype="png", cid=f"<{who.nik}>", filename=f"{who.name}.png"
    )
    return _planted(folder, who, message.as_bytes(policy=SMTP), lines)


@FAMILY.case
def invitation(seed: Random, folder: Path) -> Planted:
    "An invitation with its guests as a further form of the mail."

    def change(message: EmailMessage, who: Person) -> None:
        invitation = f"BEGIN:VCALENDAR\r\nATTENDEE;CN={who.name}:mailto:{who.nik}@x.example\r\nEND:VCALENDAR"
        message.add_alternative(invitation.encode(), maintype="text", subtype="calendar")

    return _changed(seed, folder, change)


@FAMILY.case
def between_parts(seed: Random, folder: Path) -> Planted:
    "Before the first part, behind the last, in the boundary and the heads of parts."
    who = person(seed)
    message, lines = _letter(seed, who)
    body = message.get_content()
    edge = who.nik
    data = (
        f"From: humas@banjar.go.id\r\nSubject: Laporan layanan Humas\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/mixed; boundary="{edge}"\r\n\r\n{who.name}\r\n--{edge}\r\n'
        f"Content-Description: {who.name}\r\nContent-Type: text/plain; charset=utf-8; x={who.nik}\r\n\r\n"
        f"{body}\r\n--{edge}--\r\n{who.name} {who.nik}\r\n"
    )
    return _planted(folder, who, data.encode(), lines)


@FAMILY.case
def mailbox(seed: Random, folder: Path) -> Planted:
    "Two mails of a mailbox file."
    who = person(seed)
    message, lines = _letter(seed, who)
    parting = f"From {who.nik}@x Mon Mar  3 10:11:12 2025\n"
    other = f"{parting}From: {who.name} <x@gmail.com>\nSubject: Kedua\nMIME-Version: 1.0\n"
    data = parting.encode() + message.as_bytes()
    return _planted(
        folder, who, data + f"\n{other}\n>From sini {who.sentence}\n".encode(), [*lines, "Kedua sini"]
    )


@FAMILY.case
def signature_block(seed: Random, folder: Path) -> Planted:
    "The person's block of names below the mail, and a signature of a machine."

    def change(message: EmailMessage, who: Person) -> None:
        block = f"\n-- \n{who.name}\nNIK {who.nik}\nHP {who.phone}\n"
        message.set_content(message.get_content() + block, cte="8bit")
        message["DKIM-Signature"] = f"v=1; s={who.nik}; bh=" + base64.b64encode(who.name.encode()).decode()

    return _changed(seed, folder, change)


@FAMILY.case
def no_boundary(seed: Random, folder: Path) -> Planted:
    "A mail that says it has parts, and has none."
    who = person(seed)
    message, lines = _letter(seed, who)
    data = message.as_bytes(policy=SMTP).replace(b"text/plain", b"multipart/mixed; boundary=tidak-ada")
    return _planted(folder, who, data, lines)


@FAMILY.case
def file_in_letters(seed: Random, folder: Path) -> Planted:
    "A file in letters in the text itself, as old programs attach it."
    who = person(seed)
    message, lines = _letter(seed, who)
    letters = textwrap.fill(base64.b64encode(who.sentence.encode() * 6).decode(), 76)
    message.set_content(f"{message.get_content()}\n{letters}\n", cte="8bit")
    return _planted(folder, who, message.as_bytes(policy=SMTP), lines)


@FAMILY.case
def wide_letters(seed: Random, folder: Path) -> Planted:
    "A body in UTF-16, in base64, as its header says."
    who = person(seed)
    lines = sentences(seed)
    body = "\r\n".join([*lines[:3], who.sentence, *lines[3:]])
    head = (
        "From: Dinas Sosial <dinsos@banjar.go.id>\r\nTo: Humas <humas@banjar.go.id>\r\n"
        f"Subject: Laporan layanan\r\nDate: {_SENT}\r\nMIME-Version: 1.0\r\n"
        'Content-Type: text/plain; charset="utf-16"\r\n'
        "Content-Transfer-Encoding: base64\r\n\r\n"
    )
    data = head.encode() + base64.encodebytes(body.encode("utf-16")).replace(b"\n", b"\r\n")
    return _planted(folder, who, data, [*lines, "Laporan layanan hadir memberi keterangan Humas"])
