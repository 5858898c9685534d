"""The tags of a copy say which paragraphs follow each other; what says more, or something else, is seen."""

import io
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from terbuka.documents.reader import open_document
from terbuka.redaction.verifier.ours.pdf_structure import structure_survivors
from terbuka.redaction.verifier.ours.tags import tag_survivors
from terbuka.redaction.writers.pdf import write
from tests.redaction.conftest import plan_hiding


@pytest.fixture
def copy(typeset, tmp_path: Path) -> Path:
    source = typeset("#set page(width: 300pt, height: 200pt)\nSatu.\n#v(2em)\nDua.\n#pagebreak()\nTiga.")
    write(source, tmp_path / "copy.pdf", plan_hiding(open_document(source)), lambda *_: None)
    return tmp_path / "copy.pdf"


def is_amiss(path: Path, change) -> bool:
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save(path, fix_metadata_version=False)
    return bool(list(tag_survivors(PdfReader(path))))


def test_tags_of_a_copy_fit(copy: Path) -> None:
    assert not is_amiss(copy, lambda pdf: None)


def paragraph(pdf: pikepdf.Pdf, number: int) -> pikepdf.Object:
    return pdf.Root.StructTreeRoot.K.K[number]


def twice(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.K.K.append(paragraph(pdf, 0))


def number_of_a_person(pdf: pikepdf.Pdf) -> None:
    paragraph(pdf, 1).K = 637103


def on_another_page(pdf: pikepdf.Pdf) -> None:
    paragraph(pdf, 0).Pg = pdf.pages[1].obj


def under_another_tag(pdf: pikepdf.Pdf) -> None:
    paragraph(pdf, 0).P = paragraph(pdf, 1)


def of_another_kind(pdf: pikepdf.Pdf) -> None:
    paragraph(pdf, 0).S = pikepdf.Name.Melati


def root_of_nothing(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.K.P = pdf.make_indirect(pikepdf.Dictionary(Melati=1))


def other_numbers(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTree.Nums[0] = 6371


def other_page_number(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.StructParents = 6371


def one_more_on_the_page(pdf: pikepdf.Pdf) -> None:
    contents = pdf.pages[0].Contents
    contents.write(contents.read_bytes().replace(b"/P <</MCID 1>> BDC", b"/P <</MCID 7>> BDC"))


def one_less_in_the_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot.K.K[2]


def not_marked(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


def no_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


@pytest.mark.parametrize(
    "change",
    [
        *(twice, number_of_a_person, on_another_page, under_another_tag, of_another_kind, root_of_nothing),
        *(other_numbers, other_page_number, one_more_on_the_page, one_less_in_the_tree, not_marked, no_tree),
    ],
)
def test_tags_that_say_something_else_are_seen(copy: Path, change) -> None:
    assert is_amiss(copy, change)


@pytest.mark.parametrize("part", ["Metadata", "OutputIntents"])
def test_remark_of_another_kind_is_seen(copy: Path, part: str) -> None:
    with pikepdf.open(copy, allow_overwriting_input=True) as pdf:
        stream = pdf.Root.Metadata if part == "Metadata" else pdf.Root.OutputIntents[0].DestOutputProfile
        stream.write(stream.read_bytes() + b"Melati")
        pdf.save(copy, fix_metadata_version=False)
    data = copy.read_bytes()
    _, found = structure_survivors(PdfReader(io.BytesIO(data)), data, ours=True)
    assert any(survivor.place == "file stream" or survivor.place.endswith(" stream") for survivor in found)
