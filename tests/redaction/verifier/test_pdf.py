"""Every planted leak in a public PDF is seen, named by its class, and no secret is told."""

import io
import json
import os
import shutil
import zlib

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageDraw, ImageFont

from terbuka.documents.reader import open_document
from terbuka.errors import UnreadableFile
from terbuka.redaction.plan import readable_pages
from terbuka.redaction.verifier.inspect import inspect
from terbuka.redaction.verify import secrets_of
from terbuka.redaction.writers.pdf import write

from ..conftest import plan_hiding

SECRET = "Siti Rahmah"


@pytest.fixture
def copy(report, tmp_path):
    """(path of a clean copy, what the verifier is told about it)."""
    source, plan = report
    path = tmp_path / "copy.pdf"
    placed = write(source, path, plan, lambda done, total: None)
    return path, {
        "public": str(path),
        "secrets": [[s.number, s.type, s.text] for s in secrets_of(plan)],
        "pages": readable_pages(plan, placed),
        "ours": True,
    }


def survivors(request):
    answer = inspect(request, lambda done, total: None)
    told = json.dumps(answer)
    assert "Rahmah" not in told and "RAHMAH" not in told, "the verifier must not tell the secret"
    return {(s["class"], s["page"]) for check in answer["checks"] for s in check["survivors"]}


def classes(request):
    return {kind for kind, _ in survivors(request)}


def test_clean_copy_passes_every_check(copy):
    _, request = copy
    steps = []
    answer = inspect(request, lambda done, total: steps.append((done, total)))
    assert answer["passed"] and [check["name"] for check in answer["checks"]] == [
        "structure",
        "bytes",
        "text",
        "pixels",
        "codes",
    ]
    assert [check["name"] for check in answer["checks"] if not check["items"]] == ["codes"]
    assert steps[-1] == (1, 1) and steps == sorted(steps)


def changed(copy, change):
    path, request = copy
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save(path)
    return classes(request)


def metadata(pdf):
    pdf.docinfo["/Author"] = SECRET


def custom_catalogue_key(pdf):
    pdf.Root.Keterangan = pikepdf.String("apa saja")


def outline(pdf):
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines, Count=0))


def attachment(pdf):
    pdf.attachments["asal.txt"] = pikepdf.AttachedFileSpec(pdf, SECRET.encode(), filename="asal.txt")


def annotation(pdf):
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents=SECRET)
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


def script(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def form(pdf):
    pdf.Root.AcroForm = Dictionary(Fields=Array([]))


def thumbnail(pdf):
    pdf.pages[0].obj.Thumb = pdf.make_stream(b"\0", Width=1, Height=1)


def loose_object(pdf):
    pdf.pages[0].obj.PieceInfo = Dictionary(X=pdf.make_stream(SECRET.encode()))


def soft_mask(pdf):
    pdf.pages[0].obj.Resources.XObject.P.SMask = pdf.make_stream(b"\0")


def nested_stream(pdf):
    pdf.pages[0].obj.Resources = pdf.make_stream(b"x", **pdf.pages[0].obj.Resources)


def pages_without_type(pdf):
    pdf.pages[0].obj.CropBox = Array([0, 0, 10, 10])


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (metadata, "metadata"),
        (custom_catalogue_key, "structure"),
        (outline, "outline"),
        (attachment, "attachment"),
        (annotation, "annotation"),
        (script, "script"),
        (form, "form"),
        (thumbnail, "thumbnail"),
        (loose_object, "metadata"),
        (soft_mask, "picture"),
        (nested_stream, "structure"),
        (pages_without_type, "structure"),
    ],
)
def test_anything_not_on_the_list_is_a_survivor(copy, change, kind):
    assert kind in changed(copy, change)


def test_secret_in_the_invisible_text_is_found_by_every_extractor(copy):
    path, request = copy
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        page = pdf.pages[0].obj
        codes = SECRET.encode("utf-16-be").hex()
        layer = page.Contents.read_bytes() + f"\nBT 3 Tr /T 12 Tf 1 0 0 1 60 30 Tm <{codes}> Tj ET".encode()
        page.Contents = pdf.make_stream(layer)
        pdf.save(path)
    answer = inspect(request, lambda done, total: None)
    text = next(check for check in answer["checks"] if check["name"] == "text")
    assert {s["place"] for s in text["survivors"]} == {"pypdf", "pdfminer", "poppler"}
    assert all(s["page"] == 1 and s["type"] == "PERSON" for s in text["survivors"])


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_secret_in_the_pixels_is_read_in_every_turn(copy, turn):
    path, request = copy
    note = Image.new("RGB", (700, 60), "white")
    ImageDraw.Draw(note).text((10, 10), "catatan: Muhammad Yasin", fill=0, font=ImageFont.load_default(36))
    with_note(path, note.rotate(turn, expand=True))
    assert ("pixels", 1) in survivors(request)


@pytest.mark.ocr
@pytest.mark.parametrize("turn", [30, 45, 110, 225])
def test_secret_in_the_pixels_is_read_at_any_slant(copy, turn):
    path, request = copy
    note = Image.new("RGB", (700, 60), "white")
    ImageDraw.Draw(note).text((10, 10), "catatan: Muhammad Yasin", fill=0, font=ImageFont.load_default(36))
    with_note(path, note.rotate(turn, Image.Resampling.BICUBIC, expand=True, fillcolor="white"))
    assert ("pixels", 1) in survivors(request)


@pytest.mark.ocr
@pytest.mark.parametrize("turn", [0, 90])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ((255, 255, 0), "white"),
        ((255, 0, 0), (0, 130, 0)),
        ((0, 0, 255), "black"),
        ("white", "black"),
        ((225, 225, 225), "white"),
        ((255, 255, 215), "white"),
        ((250, 250, 250), "white"),
        ((254, 254, 254), "white"),
        ((255, 255, 252), "white"),
    ],
    ids=[
        "yellow",
        "red on green",
        "blue on black",
        "inverted",
        "faint",
        "faint yellow",
        "pale",
        "paler",
        "pale yellow",
    ],
)
def test_secret_in_the_pixels_is_read_in_every_colour(copy, ink, ground, turn):
    path, request = copy
    note = Image.new("RGB", (700, 80), ground)
    ImageDraw.Draw(note).text((20, 20), "catatan: Muhammad Yasin", fill=ink, font=ImageFont.load_default(36))
    with_note(path, note.rotate(turn, expand=True))
    assert ("pixels", 1) in survivors(request)


def with_note(path, note):
    """Paste ``note`` into the pixels of the copy's first page."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        stream = pdf.pages[0].obj.Resources.XObject.P
        picture = pikepdf.PdfImage(stream).as_pil_image().convert("RGB")
        picture.paste(note, (300, 1500))
        stream.write(picture.tobytes())
        stream.BitsPerComponent = 8
        stream.ColorSpace = Name.DeviceRGB
        for key in ("/DecodeParms", "/Filter"):
            if key in stream:
                del stream[key]
        pdf.save(path)


def test_bytes_after_the_end_are_searched_and_named(copy):
    path, request = copy
    path.write_bytes(path.read_bytes() + b"\n% " + SECRET.encode())
    assert "bytes" in classes(request)


def test_bytes_before_the_header_are_named(copy):
    path, request = copy
    path.write_bytes(b"\n" + path.read_bytes())
    request["public"] = str(path)
    assert "bytes" in {
        s["class"]
        for check in inspect({**request, "public": str(path)}, lambda *_: None)["checks"]
        for s in check["survivors"]
    }


def test_deflated_bytes_in_a_gap_are_inflated_and_searched(copy):
    path, request = copy
    data = path.read_bytes()
    at = data.rfind(b"startxref")
    path.write_bytes(data[:at] + b"%" + zlib.compress(SECRET.encode() * 3) + b"\n" + data[at:])
    assert "bytes" in classes(request)


def test_earlier_revision_is_named(copy):
    path, request = copy
    data = path.read_bytes()
    path.write_bytes(data + b"\nstartxref\n" + data[data.rfind(b"startxref") + 10 :])
    assert "earlier-revision" in classes(request)


def test_object_that_nothing_refers_to_is_named(copy):
    path, request = copy
    with pikepdf.open(path) as pdf:
        buffer = io.BytesIO()
        pdf.pages[0].obj.Extra = pdf.make_stream(b"nothing here")
        pdf.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    path.write_bytes(buffer.getvalue().replace(b"/Extra", b"/Lang "))
    assert classes(request) & {"unreferenced-object", "structure"}


def test_missing_page_is_a_structure_survivor(copy):
    request = copy[1]
    request["pages"] = [*request["pages"], ("halaman dua", "")]
    assert "structure" in classes(request)


def test_foreign_file_is_judged_by_what_carries_content_only(copy):
    path, request = copy
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        custom_catalogue_key(pdf)
        pdf.save(path)
    assert classes({**request, "ours": False}) == set()


@pytest.fixture
def long_copy(typeset, tmp_path):
    """A copy of six pages, more than are read ahead."""
    source = typeset(
        "#set page(width: 300pt, height: 200pt)\n" + "#pagebreak()\n".join(["Pelapor Siti Rahmah\n"] * 6)
    )
    plan = plan_hiding(open_document(source))
    path = tmp_path / "copy.pdf"
    placed = write(source, path, plan, lambda done, total: None)
    return path, {
        "public": str(path),
        "secrets": [[s.number, s.type, s.text] for s in secrets_of(plan)],
        "pages": readable_pages(plan, placed),
        "ours": True,
    }


def test_every_page_of_a_long_copy_is_read(long_copy):
    path, request = long_copy
    answer = inspect(request, lambda done, total: None)
    assert answer["passed"] and {check["name"]: check["items"] for check in answer["checks"]}["pixels"] == 6
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pages = Dictionary(Type=Name.Pages, Kids=pdf.Root.Pages.Kids, Count=6)
        inner = pdf.make_indirect(pages)
        for page in pdf.pages:
            page.obj.Parent = inner
        inner.Parent = pdf.Root.Pages
        pdf.Root.Pages.Kids = Array([inner])
        pdf.Root.Lang = pdf.make_indirect(pikepdf.String("id"))
        pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate, fix_metadata_version=False)
    answer = inspect(request, lambda done, total: None)
    places = {survivor["place"] for check in answer["checks"] for survivor in check["survivors"]}
    assert places == {"behind the objects"}, (
        "a deeper page tree holds nothing, but the file is no longer the one written"
    )


def test_value_in_place_of_a_dictionary_is_passed_over(copy):
    def change(pdf):
        pdf.pages[0].obj.Resources = 3

    assert "pixels" in changed(copy, change), "a page without its picture is blank and cannot be read"


def test_page_that_cannot_be_read_is_a_survivor(copy, monkeypatch, tmp_path):
    """A reader that gives up must not count as a reader that found nothing."""
    stupid = tmp_path / "bin"
    stupid.mkdir()
    (stupid / "tesseract").write_text('#!/bin/sh\n[ "$1" = --list-langs ] && echo ind\nexit 0\n')
    (stupid / "tesseract").chmod(0o755)
    monkeypatch.setenv("PATH", f"{stupid}:{os.environ['PATH']}")
    assert ("pixels", 1) in survivors(copy[1])


def test_without_a_reader_nothing_passes(copy, monkeypatch, tmp_path):
    for tool in ("pdftotext", "pdftoppm"):
        (tmp_path / tool).symlink_to(shutil.which(tool))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableFile, match="tesseract"):
        inspect(copy[1], lambda done, total: None)


def test_empty_file_is_refused(tmp_path):
    (tmp_path / "empty").write_bytes(b"")
    with pytest.raises(UnreadableFile):
        inspect(
            {"public": str(tmp_path / "empty"), "secrets": [], "pages": [], "ours": True}, lambda *_: None
        )
