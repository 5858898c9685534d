"""What stands in the streams and values of a copy without being shown is a survivor. No person is real."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from terbuka.demo import typeset
from terbuka.documents.reader import open_document
from terbuka.redaction.verifier.pdf import structure_check
from terbuka.redaction.writers.pdf import write

from ...conftest import plan_hiding

SECRET = b"SITI AMINAH"
TEXT = "Pelapor Siti Rahmah tinggal di Banjarmasin dan melapor kepada petugas.\n"


def copied(source: bytes, folder: Path) -> bytes:
    path, out = folder / "asal.pdf", folder / "salinan.pdf"
    path.write_bytes(source)
    write(path, out, plan_hiding(open_document(path)), lambda done, total: None)
    return out.read_bytes()


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return copied(typeset.as_pdf(TEXT), tmp_path_factory.mktemp("typed"))


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    data = copied(coarse_paper(), tmp_path_factory.mktemp("scanned"))
    assert b"/DCTDecode" in data
    return data


def coarse_paper() -> bytes:
    """A scan whose paper has texture; smooth paper is made flat and packed without loss."""
    page = pypdfium2.PdfDocument(typeset.as_scan(TEXT))[0].render(scale=150 / 72).to_pil().convert("L")
    made = io.BytesIO()
    Image.blend(page, Image.effect_noise(page.size, 60), 0.2).save(made, "PDF", resolution=150, quality=90)
    return made.getvalue()


def classes(data: bytes, *, ours: bool = True) -> set[str]:
    return {survivor.kind for survivor in structure_check(data, ours=ours).survivors}


@pytest.mark.parametrize("ours", [True, False])
def test_every_page_is_a_sign_of_life(ours: bool, typed: bytes) -> None:
    pages: list[None] = []
    structure_check(changed(typed, twice), ours=ours, alive=lambda: pages.append(None))
    assert len(pages) == 2


def twice(document: pikepdf.Pdf) -> None:
    document.pages.append(document.pages[0])


def changed(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        change(document)
        del document.trailer.ID  # as in a file that is written for the first time
        document.save(buffer, deterministic_id=True, fix_metadata_version=False)
    return buffer.getvalue()


def font(document: pikepdf.Pdf) -> pikepdf.Object:
    return document.pages[0].Resources.Font.T


def picture(document: pikepdf.Pdf) -> pikepdf.Object:
    return document.pages[0].Resources.XObject.P


def shown(before: bytes, after: bytes) -> Callable[[pikepdf.Pdf], None]:
    """Put something before and after the operators of the page."""

    def change(document: pikepdf.Pdf) -> None:
        content = document.pages[0].Contents.read_bytes()
        document.pages[0].obj.Contents = document.make_stream(before + content + after)

    return change


def remark_in_map(document: pikepdf.Pdf) -> None:
    font(document).ToUnicode.write(font(document).ToUnicode.read_bytes() + b"% " + SECRET)


def name_in_map(document: pikepdf.Pdf) -> None:
    data = font(document).ToUnicode.read_bytes()
    font(document).ToUnicode.write(data.replace(b"/Adobe-Identity-UCS", b"/SITI-AMINAH"))


def other_program(document: pikepdf.Pdf) -> None:
    descriptor = font(document).DescendantFonts[0].FontDescriptor
    descriptor.FontFile2.write(descriptor.FontFile2.read_bytes() + SECRET)


def other_glyphs(document: pikepdf.Pdf) -> None:
    font(document).DescendantFonts[0].CIDToGIDMap.write(SECRET)


def language(document: pikepdf.Pdf) -> None:
    document.Root.Lang = pikepdf.String("SITI AMINAH")


def registry(document: pikepdf.Pdf) -> None:
    font(document).DescendantFonts[0].CIDSystemInfo.Registry = pikepdf.String("SITI AMINAH")


def font_name(document: pikepdf.Pdf) -> None:
    font(document).BaseFont = Name("/SITI-AMINAH")


def key_of_values(document: pikepdf.Pdf) -> None:
    font(document).DescendantFonts[0].CIDSystemInfo.Note = Array([pikepdf.String(SECRET)])


@pytest.mark.parametrize(
    "change",
    [
        shown(b"", b"\n% SITI AMINAH"),
        shown(b"/Span << /ActualText (SITI AMINAH) >> BDC\n", b"\nEMC"),
        shown(b"", b"\nBT\n0 Tr\n/T 12 Tf\n(SITI) Tj\nET"),
        remark_in_map,
        name_in_map,
        other_program,
        other_glyphs,
        language,
        registry,
        font_name,
        key_of_values,
    ],
)
def test_what_the_writer_does_not_write_is_a_survivor(
    typed: bytes, change: Callable[[pikepdf.Pdf], None]
) -> None:
    assert classes(typed) == set()
    assert classes(changed(typed, change)) == {"structure"}
    assert classes(changed(typed, change), ours=False) == set(), "another tool may write what it likes"


def jpeg(document: pikepdf.Pdf, make: Callable[[bytes], bytes]) -> None:
    stream = picture(document)
    data = stream.read_raw_bytes()
    stream.write(make(data), filter=Name.DCTDecode)


def remark(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as read:
        buffer = io.BytesIO()
        read.save(buffer, "JPEG", comment=SECRET)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "make",
    [
        remark,
        lambda data: data[:2] + b"\xff\xe1\x00\x0d" + SECRET + data[2:],
        lambda data: data + SECRET,
        lambda data: data + data,
        lambda data: data[:200],
    ],
    ids=["comment", "exif", "behind the end", "a second picture", "no picture"],
)
def test_remarks_in_a_photograph_are_survivors(scanned: bytes, make: Callable[[bytes], bytes]) -> None:
    assert classes(scanned) == set()
    assert classes(changed(scanned, lambda document: jpeg(document, make))) == {"structure"}


def test_values_that_mean_nothing_as_text_are_let_be(typed: bytes) -> None:
    """A palette is bytes; what stands under the same key as a name is not."""

    def palette(document: pikepdf.Pdf) -> None:
        colours = [Name.Indexed, Name.DeviceRGB, 1, pikepdf.String(b"\x00\x01\x02SIT")]
        picture(document).ColorSpace = Array(colours)

    def named(document: pikepdf.Pdf) -> None:
        picture(document).ColorSpace = Array([Name.Indexed, Name("/SITI"), 1])

    def nested(document: pikepdf.Pdf) -> None:
        picture(document).DecodeParms = Dictionary(K=-1, Note=Dictionary(X=pikepdf.String(SECRET)))

    assert classes(changed(typed, palette)) == set()
    assert classes(changed(typed, named)) == classes(changed(typed, nested)) == {"structure"}
