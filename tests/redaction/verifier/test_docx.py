"""Every planted leak in a public DOCX is seen, in its parts and between them."""

import io
import json
import zipfile

import pytest

from terbuka.documents.reader import open_document
from terbuka.redaction.plan import readable_pages
from terbuka.redaction.verifier.inspect import inspect
from terbuka.redaction.verify import secrets_of
from terbuka.redaction.writers.docx import write

from ...documents.samples import docx, paragraph, run, table
from ..conftest import plan_hiding

SECRET = "Siti Rahmah"


@pytest.fixture
def copy(tmp_path):
    source = tmp_path / "source.docx"
    body = paragraph(run("Pelapor Siti Rahmah, NIK 6371034704880003, diterima AIPTU Fahrul Rozi."))
    source.write_bytes(docx(body + table([["No", "Nama"], ["1", "SITI RAHMAH"]]) + paragraph(run("Selesai"))))
    plan = plan_hiding(open_document(source))
    path = tmp_path / "copy.docx"
    placed = write(source, path, plan, lambda done, total: None)
    return path, {
        "public": str(path),
        "secrets": [[s.number, s.type, s.text] for s in secrets_of(plan)],
        "pages": readable_pages(plan, placed),
        "ours": True,
    }


def classes(request):
    answer = inspect(request, lambda done, total: None)
    assert "rahmah" not in json.dumps(answer).lower(), "the verifier must not tell the secret"
    return {s["class"] for check in answer["checks"] for s in check["survivors"]}


def rewritten(path, change):
    """The package with its parts changed by ``change(parts)``."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)


def in_document(old: bytes, new: bytes):
    def change(parts):
        assert old in parts["word/document.xml"]
        parts["word/document.xml"] = parts["word/document.xml"].replace(old, new, 1)

    return change


def part(name: str, data: bytes = b"<a/>"):
    def change(parts):
        parts[name] = data

    return change


def test_clean_copy_passes_every_check(copy):
    answer = inspect(copy[1], lambda done, total: None)
    assert answer["passed"] and all(check["items"] for check in answer["checks"])


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (part("docProps/core.xml"), "metadata"),
        (part("word/comments.xml"), "comment"),
        (part("word/media/image1.png", b"\x89PNG"), "picture"),
        (part("word/embeddings/a.bin", b"x"), "embedded-object"),
        (part("apa/saja.bin", b"x"), "attachment"),
        (in_document(b"Selesai", SECRET.encode()), "text"),
        (in_document(b"Selesai", b"Siti</w:t></w:r><w:r><w:t> Rahmah"), "text"),
        (in_document(b"Selesai", b"<!-- Siti -->Selesai"), "comment"),
        (in_document(b"<w:body>", b'<w:body w:rsidR="00AB">'), "metadata"),
        (in_document(b"<w:body>", b'<w:body w:x="Muhammad Siti Rahmah">'), "metadata"),
        (in_document(b"<w:body>", b"<w:body><w:del/>"), "tracked-change"),
        (in_document(b"<w:body>", b"<w:body><?xml-stylesheet a?>"), "structure"),
    ],
)
def test_planted_leak_is_named_by_its_class(copy, change, kind):
    path, request = copy
    rewritten(path, change)
    assert kind in classes(request)


def test_document_type_declaration_is_named(copy):
    path, request = copy
    rewritten(path, part("word/settings.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'))
    assert "structure" in classes(request)


def test_foreign_package_is_judged_by_what_carries_content_only(copy):
    path, request = copy
    path.write_bytes(docx(paragraph("Rapat selesai"), parts={"word/fontTable.xml": "<a/>"}))
    assert classes({**request, "ours": False}) == set() and "attachment" in classes(request)


def test_bytes_after_the_package_are_named(copy):
    path, request = copy
    path.write_bytes(path.read_bytes() + SECRET.encode())
    assert "bytes" in classes(request)


def test_comment_of_the_package_is_named(copy):
    path, request = copy
    with zipfile.ZipFile(path, "a") as package:
        package.comment = b"catatan"
    assert "bytes" in classes(request)


def test_comment_of_an_entry_is_named(copy):
    path, request = copy
    with zipfile.ZipFile(path, "a") as package:
        entry = zipfile.ZipInfo("word/settings.xml", (1980, 1, 1, 0, 0, 0))
        entry.comment = b"catatan"
        package.writestr(entry, "<a/>")
    assert "comment" in classes(request)


def test_stale_entry_outside_the_directory_is_named_and_read(copy):
    path, request = copy
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as stale:
        stale.writestr("word/old.xml", f"<a>{SECRET}</a>")
    entry = buffer.getvalue()[: buffer.getvalue().find(b"PK\x01\x02")]
    path.write_bytes(entry + path.read_bytes())
    assert {"unreferenced-object", "text", "attachment"} <= classes(request)


def test_part_twice_is_named(copy):
    path, request = copy
    with pytest.warns(UserWarning), zipfile.ZipFile(path, "a") as package:
        package.writestr("word/document.xml", package.read("word/document.xml"))
    assert "earlier-revision" in classes(request)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_streamed_entry_is_read_to_its_end(copy, method):
    """Writers to a pipe put the sizes behind the data: what stands there must not hide the next entry."""
    path, request = copy

    class Pipe(io.BytesIO):
        def seekable(self):
            return False

        def tell(self):
            raise OSError

    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", method) as streamed:
        for name, data in parts.items():
            with streamed.open(name, "w") as entry:
                entry.write(data)
    path.write_bytes(pipe.getvalue())
    assert classes(request) - {"bytes", "unreferenced-object"} >= {"structure"}


def test_bytes_in_front_of_any_package_are_seen(tmp_path):
    path = tmp_path / "salinan.docx"
    path.write_bytes(SECRET.encode() + docx(paragraph(run("Isi"))))
    request = {"public": str(path), "secrets": [], "pages": [["Isi", "", ""]], "ours": False}
    answer = inspect(request, lambda done, total: None)
    assert (answer["format"], answer["passed"]) == ("docx", False)
    assert "bytes" in classes(request)
