import base64
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from hashlib import sha256
from random import Random

import pytest

from terbuka.documents.text import document_of
from terbuka.screening import Action, Mode
from terbuka.screening.encoded import without_encoded
from terbuka.screening.screen import screen
from tests.screening.growth import grows_evenly
from tests.screening.screened import Screened

SECRETS = ["NIK 3201154107960003", "Korban Siti Rahmah kehilangan motor", "081251043378"]


def octets(count: int) -> bytes:
    return Random(5).randbytes(count)  # noqa: S311


def in_base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize("count", [57 * 200, 57 * 200 + 4, 150, 45])
def test_file_written_as_letters_is_hidden_as_something_that_nobody_has_read(count: int) -> None:
    """Its letters are nobody's name, its last line too."""
    written = base64.encodebytes(octets(count)).decode().strip()
    screened = Screened(f"LAMPIRAN\n\n{written}\n\nNIK : 3201154107960003\n")
    assert screened.hides("3201154107960003") and screened.types() == ["REGION", "NIK"]
    assert all(screened.hides(line) for line in written.splitlines())
    assert screened.findings[0].action is Action.REVIEW and screened.findings[0].rule == "unread.encoded"


def test_file_in_one_word_is_hidden_as_something_that_nobody_has_read() -> None:
    written = base64.b64encode(octets(300)).decode()
    screened = Screened(f'<img src="data:image/png;base64,{written}"> dan seterusnya\n')
    assert screened.hides(written.rstrip("=")) and "REGION" in screened.types()
    assert screened.shows("dan seterusnya")


@pytest.mark.parametrize("said", SECRETS)
@pytest.mark.parametrize(
    "written_as",
    [
        in_base64,
        lambda said: in_base64(said).rstrip("="),
        lambda said: base64.urlsafe_b64encode(said.encode("utf-16-le")).decode(),
        lambda said: base64.b64encode(said.encode("utf-16-be")).decode(),
        lambda said: said.encode("utf-16").hex(),
        lambda said: said.encode().hex(),
        lambda said: said.encode().hex(" ").upper(),
        lambda said: said.encode().hex(":"),
        lambda said: in_base64(in_base64(said)),
        lambda said: base64.b32encode(said.encode()).decode(),
        lambda said: base64.b32encode(said.encode()).decode().rstrip("=").lower(),
        lambda said: "0x" + said.encode().hex(),
        lambda said: in_base64("".join(f"%{octet:02x}" for octet in said.encode())),
    ],
)
def test_word_that_is_a_secret_in_other_letters_is_hidden(said: str, written_as: object) -> None:
    written = written_as(said)  # type: ignore[operator]
    screened = Screened(f"Catatan: {written} untuk arsip.\n")
    assert screened.hides(written.rstrip("=")) and screened.shows("untuk arsip")


@pytest.mark.parametrize("said", SECRETS)
def test_mail_with_encoded_parts_is_read(said: str) -> None:
    mail = MIMEMultipart()
    mail.attach(MIMEText(f"Dengan hormat,\n{said} – hari ini.\n" * 3, "plain", "utf-8"))
    mail.attach(MIMEApplication(octets(200)))
    text = mail.as_string()
    first, second = (part.get_payload() for part in mail.get_payload())  # type: ignore[union-attr]
    screened = Screened(text)
    assert screened.hides(first.strip().rstrip("=")) and screened.hides(second.strip().rstrip("="))
    assert screened.types()[-1] == "REGION" and len(screened.types()) == 2


def test_child_in_other_letters_is_locked() -> None:
    written = in_base64("Umur bapak 40 tahun. Anak korban bernama Ayu Lestari, 9 tahun, kelas 3 SD.")
    (finding,) = (f for f in Screened(f"Lampiran {written}\n").findings if f.action.hides)
    assert finding.mode is Mode.BLOCK and "Ayu" not in finding.reason % finding.values


def test_term_in_other_letters_is_hidden() -> None:
    written = in_base64("PT Maju Jaya Abadi")
    assert Screened(f"Lampiran {written}\n", terms=["Maju Jaya"]).hides(written.rstrip("="))


@pytest.mark.parametrize(
    "text",
    [
        f"SHA-256 berkas: {sha256(b'berkas').hexdigest()}",
        f"{sha256(b'berkas').hexdigest()}",
        "sidik jari 12:34:56:78:9a:bc:de:f0:12:34:56:78:9a:bc:de:f0",
        f"Agenda {in_base64('Undangan rapat koordinasi hari Senin')}",
        "https://contoh.go.id/berkas/Laporan_Kinerja-2024_Final-v2-Revisi-Terakhir.pdf",
        "PPID-BJB-2024-Reg021-Lampiran3A-Halaman12-Salinan4B-Arsip2024C",
        "48656c6c6f2021 31 32 33 34 35 36 37 38 39",
    ],
)
def test_checksums_and_words_that_say_nothing_of_a_person_stay(text: str) -> None:
    assert Screened(f"LAPORAN\n\n{text}\n").types() == []


@pytest.mark.parametrize("unit", ["aB3", "a1 ", "A1a1A1a1A1a1 ", "31 ", "=?utf-8?B?a?= ", "NjM3MTAzNDcw\n"])
def test_long_rows_of_letters_are_read_evenly(unit: str) -> None:
    assert grows_evenly(lambda text: without_encoded(text), unit)
    assert grows_evenly(lambda text: screen(document_of(text)), unit)


@pytest.mark.parametrize(
    "line",
    [
        "SitiRahmahBintiAbdullahJalanKuripanNomor12RT03KelurahanPekapuranRaya2024Banjarmasin",
        "siti-rahmah-1990-jalan-kuripan-nomor-12-rt-03-kelurahan-pekapuran-raya-banjarmasin",
        "3201154107960003" * 5,
        "_" * 80,
        sha256(b"x").hexdigest()[:40],
    ],
)
def test_words_run_together_are_no_file(line: str) -> None:
    assert without_encoded(line) == line


@pytest.mark.parametrize(
    "said", ["NIK 3201154107960003", "Korban Siti Rahmah kehilangan motor", "HP 081251043378"]
)
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_words_of_a_mail_header_are_hidden_when_what_they_mean_is(said: str, charset: str) -> None:
    written = Header(said, charset, maxlinelen=60).encode()
    assert written.startswith("=?") and said not in written
    assert Screened(f"From: Petugas\nSubject: {written}\n\nIsi surat.\n").hides(written)


@pytest.mark.parametrize(
    "written", [Header("Undangan rapat koordinasi", "utf-8").encode(), "=?utf-8?B?a?=", "=?nothing?Q?=FF?="]
)
def test_words_of_a_mail_header_that_say_nothing_of_a_person_stay(written: str) -> None:
    assert not Screened(f"Subject: {written}\n\nIsi surat.\n").hides(written)
