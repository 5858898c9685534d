"""The public copy of a mail: five fields and one body, written anew. All persons are invented."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from terbuka.documents.mail.read import read
from terbuka.errors import UnreadableFile
from terbuka.redaction.model import Placed, Plan, Redaction
from terbuka.redaction.verifier.inspect import inspect
from terbuka.redaction.writers.mail import write
from tests.documents.samples.mail import ADDRESS, NAME, mail

NAMED, LABEL = "[NAMA · 17.h]", "[SUREL · 17.h]"


def silent(done: int, total: int) -> None:
    """Nobody watches."""


def plan_of(data: bytes, *secrets: str) -> Plan:
    document = read(data, "", silent)
    spans = sorted(
        found.span() for secret in secrets for found in re.finditer(re.escape(secret), document.text)
    )
    labels = [NAMED if document.text[start:end] == NAME else LABEL for start, end in spans]
    return Plan(
        document,
        tuple(
            Redaction(at, "PERSON", start, end, 1, label)
            for at, ((start, end), label) in enumerate(zip(spans, labels, strict=True), 1)
        ),
    )


def copy_of(folder: Path, data: bytes, *secrets: str) -> tuple[bytes, list[Placed]]:
    source, destination = folder / "asal", folder / "salinan"
    source.write_bytes(data)
    placed = write(source, destination, plan_of(data, *secrets), silent)
    request = {"public": str(destination), "secrets": [], "pages": [], "ours": True}
    answer = inspect(request, silent)
    assert answer["passed"] and answer["format"] == "mail", "every copy has the form of a copy"
    copy = destination.read_bytes()
    assert read(copy, "", silent).hidden == (), "a copy hides nothing"
    return copy, placed


def opened(copy: bytes) -> EmailMessage:
    message = message_from_bytes(copy, policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert not message.defects and not any(value.defects for value in message.values())
    return message


def test_copy_has_the_fields_that_readers_see_and_no_other(tmp_path: Path) -> None:
    data = mail(
        f"Pelapor {NAME} hadir.\n", Bcc="b@x.example", Reply_To=f"{NAME} <c@x.example>", Cc="d@x.example"
    )
    copy, placed = copy_of(tmp_path, data.as_bytes(), NAME, ADDRESS)
    message = opened(copy)
    assert list(message.items()) == [
        ("From", f'"{NAMED} <{LABEL}>":;'),
        ("To", "Humas <humas@contoh.go.id>"),
        ("Cc", "d@x.example"),
        ("Date", "Mon, 03 Mar 2025 10:11:12 +0800"),
        ("Subject", "Pengaduan jalan rusak"),
        ("MIME-Version", "1.0"),
        ("Content-Type", 'text/plain; charset="utf-8"'),
        ("Content-Transfer-Encoding", "8bit"),
    ]
    assert f"Pelapor {NAMED} hadir." in message.get_content()
    assert [bar.number for bar in placed] == [1, 2, 3]


def test_text_of_the_copy_is_that_of_the_original_with_labels(tmp_path: Path) -> None:
    data = mail(f"Yth. Bapak\n\n> kata {NAME}\n", Subject=f"Laporan {NAME} – baru").as_bytes()
    copy, _ = copy_of(tmp_path, data, NAME, ADDRESS)
    kept = read(data, "", silent).text.replace(NAME, NAMED).replace(ADDRESS, LABEL)
    assert read(copy, "", silent).text == kept


@pytest.mark.parametrize(
    ("to", "secret", "shown", "addresses"),
    [
        (f"{NAME} <{ADDRESS}>", NAME, f'"{NAMED}" <{ADDRESS}>', [ADDRESS]),
        (f"{NAME} <{ADDRESS}>", ADDRESS, f'"{NAME} <{LABEL}>":;', []),
        (f"{NAME} <{ADDRESS}>", f"{NAME} <{ADDRESS}>", f'"{LABEL}":;', []),
        (
            '"Dinas, PU" <a@b.example>, c@d.example',
            "c@d.example",
            f'"Dinas, PU" <a@b.example>, "{LABEL}":;',
            ["a@b.example"],
        ),
        ("=?utf-8?q?Caf=C3=A9?= <a@b.example>", "zz", "Café <a@b.example>", ["a@b.example"]),
        ("=?utf-8?q?x=3D=3Futf?= <a@b.example>", "zz", "x=?utf <a@b.example>", ["a@b.example"]),
        ('"a \\"b\\"" <a@b.example>', "zz", '"a \\"b\\"" <a@b.example>', ["a@b.example"]),
        ("bukan alamat", "zz", "bukan alamat:;", []),
    ],
)
def test_address_stands_only_where_it_is_kept_whole(
    tmp_path: Path, to: str, secret: str, shown: str, addresses: list[str]
) -> None:
    copy, _ = copy_of(tmp_path, f"MIME-Version: 1.0\nTo: {to}\n\nIsi\n".encode(), secret)
    field = opened(copy)["To"]
    assert str(field) == shown
    assert [address.addr_spec for address in field.addresses] == addresses


def test_addresses_that_are_hidden_together_have_one_label(tmp_path: Path) -> None:
    data = b"MIME-Version: 1.0\nTo: Siti <s@x.example>, Budi <b@x.example>, c@d.example\n\nIsi\n"
    copy, _ = copy_of(tmp_path, data, "Siti <s@x.example>, Budi <b@x.example>")
    assert str(opened(copy)["To"]) == f'"{LABEL}":;, c@d.example'


@pytest.mark.parametrize("date", ["Mon, 03 Mar 2025 10:11:12 +0800", "kemarin"])
def test_date_that_is_none_any_more_stands_in_the_body(tmp_path: Path, date: str) -> None:
    data = f"MIME-Version: 1.0\nDate: {date}\n\nIsi\n".encode()
    copy, placed = copy_of(tmp_path, data, "03 Mar", "kemarin")
    assert opened(copy)["Date"] is None and f"Tanggal: {date}"[:9] in opened(copy).get_content()
    assert [bar.number for bar in placed] == [1] and LABEL in opened(copy).get_content()


def test_date_of_a_page_stands_in_the_page(tmp_path: Path) -> None:
    data = b"MIME-Version: 1.0\nDate: kemarin\nContent-Type: text/html\n\n<p>Isi"
    copy, _ = copy_of(tmp_path, data, "kemarin")
    assert f"<p><b>Tanggal: </b><mark>{LABEL}</mark></p>\n<p>Isi</p>" in opened(copy).get_content().replace(
        "\r", ""
    )


def test_body_that_is_a_page_stays_one(tmp_path: Path) -> None:
    data = mail("lain\n", html=f"<p>Pelapor <b>{NAME}</b> hadir<table><tr><td>a<td>b</table>").as_bytes()
    copy, _ = copy_of(tmp_path, data, NAME, ADDRESS)
    message = opened(copy)
    assert message.get_content_type() == "text/html" and not message.is_multipart()
    assert f"<p>Pelapor <mark>{NAMED}</mark> hadir</p>" in message.get_content()
    assert "lain" not in message.get_content()


def test_long_lines_are_encoded_and_no_letter_is_cut(tmp_path: Path) -> None:
    subject, line = "Laporan panjang é " * 90, "kata é " * 300
    message = mail(f"{line}\n", Subject=subject)
    copy, _ = copy_of(tmp_path, message.as_bytes(), NAME, ADDRESS)
    assert all(len(row) <= 998 for row in copy.split(b"\r\n"))
    assert " ".join(str(opened(copy)["Subject"]).split()) == subject.strip()
    assert opened(copy).get_content().split() == line.split()


@pytest.mark.parametrize("subject", ["x" * 1000, "=?utf-8?q?=3D=3Fa?="])
def test_subject_that_is_no_plain_line_is_encoded(tmp_path: Path, subject: str) -> None:
    copy, _ = copy_of(tmp_path, f"MIME-Version: 1.0\nSubject: {subject}\n\nIsi\n".encode())
    assert read(copy, "", silent).text == f"Subjek: {'=?a' if '?' in subject else subject}\n\nIsi"


def test_mail_without_anything_is_written(tmp_path: Path) -> None:
    copy, _ = copy_of(tmp_path, b"MIME-Version: 1.0\nSubject:\n\n")
    assert copy.startswith(b"MIME-Version") and copy.endswith(b"\r\n\r\n")


def test_mail_that_changed_is_not_written(tmp_path: Path) -> None:
    source = tmp_path / "asal"
    source.write_bytes(mail("lain\n").as_bytes())
    with pytest.raises(UnreadableFile):
        write(source, tmp_path / "salinan", plan_of(mail("satu\n").as_bytes()), silent)
