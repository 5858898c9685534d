"""A name in a code is a name. All persons are invented."""

import base64
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from PIL import Image, ImageOps

from terbuka.documents.reader import open_document
from terbuka.errors import Survives
from terbuka.redaction.model import Readable
from terbuka.redaction.redact import redact
from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.model import Check
from terbuka.redaction.verifier.pixels.codes import Codes
from terbuka.redaction.verifier.pixels.reading import Drawn
from terbuka.redaction.verifier.secrets.search import Hunt, Secret
from terbuka.redaction.verify import verify
from terbuka.screening import Action, Finding
from terbuka.screening.screen import screen
from tests.documents.samples.codes import BARS, QR, code_image
from tests.documents.samples.images import page_image, png
from tests.documents.samples.pdf import image_sheet, pdf

NAME, NIK = "Dewi Anggraini", "6371010203850004"
SECRETS = [Secret(1, "PERSON", NAME), Secret(2, "NIK", NIK)]
DPI = 200
LINES = ["LAPORAN POLISI", f"Nama : {NAME}", f"NIK : {NIK}", "Kegiatan berjalan aman dan tertib"]


def checked(*pictures: Image.Image, unhidden: str = "Laporan", secrets: list[Secret] = SECRETS) -> Check:
    """What the codes of pages say that show ``unhidden`` besides."""
    pages = [Readable(unhidden, "") for _ in pictures]
    copy = Copy(Path("x"), b"", Hunt(secrets), pages, True, lambda done, total: None)
    codes = Codes()
    drawn = (Drawn(picture, DPI, number) for number, picture in enumerate(pictures, 1))
    assert len(list(codes.watched(drawn))) == len(pictures)
    return codes.check(copy, len(pictures))


def page(code: Image.Image | None = None) -> Image.Image:
    made = page_image(["Laporan"], dpi=DPI, size=(5, 5))
    if code:
        made.paste(code, (200, 300))
    return made


def numbers(check: Check) -> set[int | None]:
    assert {survivor.kind for survivor in check.survivors} <= {"code"}
    return {survivor.redaction for survivor in check.survivors}


@pytest.mark.parametrize("turn", [0, 90, 180, 270, 30])
@pytest.mark.parametrize("inverted", [False, True], ids=["dark", "inverted"])
@pytest.mark.parametrize("kind", [QR, BARS], ids=str)
def test_secret_in_a_code_survives(kind: object, inverted: bool, turn: int) -> None:
    code = code_image(NIK, kind, scale=3, height=0 if kind == QR else 300)  # type: ignore[arg-type]
    code = code.rotate(turn, Image.Resampling.BICUBIC, expand=True, fillcolor="white")
    check = checked(page(ImageOps.invert(code) if inverted else code))
    assert numbers(check) == {2} and check.items
    assert (check.survivors[0].page, check.survivors[0].type) == (1, "NIK")


@pytest.mark.parametrize("scale", [1, 2, 12])
def test_size_of_a_code_hides_nothing(scale: int) -> None:
    assert numbers(checked(page(code_image(f"{NAME} {NIK}", scale=scale)))) == {1, 2}


@pytest.mark.parametrize(
    "says",
    [
        NAME.upper(),
        f"https://contoh.id/?nama={quote(NAME)}",
        f"https://contoh.id/#{quote(NAME, safe='')}",
        base64.b64encode(f"Nama: {NAME}".encode()).decode(),
        NAME.encode().hex(),
    ],
    ids=["capitals", "address", "fragment", "base64", "hex"],
)
def test_secret_in_an_encoding_in_a_code_survives(says: str) -> None:
    assert numbers(checked(page(code_image(says)))) == {1}


def test_code_in_a_channel_of_its_own_is_read() -> None:
    code = ImageOps.colorize(code_image(NIK).convert("L"), (180, 40, 60), (20, 121, 60))
    made = Image.new("RGB", (900, 900), (20, 121, 60))
    made.paste(code, (300, 300))
    assert numbers(checked(made)) == {2}


def test_code_without_a_secret_and_page_without_a_code_pass() -> None:
    check = checked(page(code_image("https://tte.contoh.go.id/118")), page())
    assert check.items and check.survivors == ()
    assert checked(page()).items == 0


def test_what_may_stay_on_the_page_may_stay_in_its_code() -> None:
    number = "LP/B/118/2022"
    says = page(code_image(number))
    assert numbers(checked(says, secrets=[Secret(1, "CASE", number)])) == {1}
    assert checked(says, secrets=[Secret(1, "CASE", number)], unhidden=f"Nomor {number}").survivors == ()


def test_survivor_is_told_with_its_page() -> None:
    check = checked(page(), page(code_image(NIK)), page())
    assert {survivor.page for survivor in check.survivors} == {2}


@pytest.mark.ocr
class TestCopies:
    """Copies as they are made."""

    def scan(self, folder: Path, says: str) -> Path:
        made = page_image(LINES, dpi=DPI)
        made.paste(code_image(says), (700, 900))
        path = folder / "pindaian.png"
        path.write_bytes(png(made, dpi=(DPI, DPI)))
        return path

    def with_code_kept(self, path: Path) -> list[Finding]:
        found = screen(open_document(path)).findings
        assert [finding.rule for finding in found if finding.type == "REGION"] == ["unread.code"]
        return [replace(f, action=Action.KEEP) if f.type == "REGION" else f for f in found]

    def test_code_is_covered_by_default(self, tmp_path: Path) -> None:
        path, out = self.scan(tmp_path, f"{NAME} {NIK}"), tmp_path / "salinan.pdf"
        log = redact(path, out, screen(open_document(path)).findings)
        (check,) = [check for check in log.verification.checks if check.name == "codes"]
        assert check.items == 0 and verify(out).passed

    def test_code_kept_that_says_what_is_hidden_stops_the_copy(self, tmp_path: Path) -> None:
        path, out = self.scan(tmp_path, f"{NAME} {NIK}"), tmp_path / "salinan.pdf"
        with pytest.raises(Survives, match="kode batang di halaman 1 memuat"):
            redact(path, out, self.with_code_kept(path))
        assert not out.exists()

    def test_code_kept_that_says_nothing_hidden_stays(self, tmp_path: Path) -> None:
        path, out = self.scan(tmp_path, "https://tte.contoh.go.id/118"), tmp_path / "salinan.pdf"
        log = redact(path, out, self.with_code_kept(path))
        assert next(check.items for check in log.verification.checks if check.name == "codes") > 0

    def test_term_in_a_code_of_a_foreign_copy_is_found(self, tmp_path: Path) -> None:
        made = page_image(["Laporan"], dpi=DPI)
        made.paste(code_image("Nomor tiket merpati-7"), (700, 900))
        copy = tmp_path / "lain.pdf"
        copy.write_bytes(pdf(image_sheet(made)))
        kinds = {survivor.kind for survivor in verify(copy, terms=["merpati-7"]).survivors}
        assert "code" in kinds
