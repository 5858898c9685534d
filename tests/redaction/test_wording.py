"""What a verification found is said in sentences, in both languages, and never as a name of the machine."""

import re
from pathlib import Path

import pytest

import terbuka.documents
import terbuka.redaction
from terbuka.documents.docx.hidden import KINDS
from terbuka.documents.pdf.hidden import TEXT_KEYS
from terbuka.redaction.verifier.docx import CARRIERS as DOCX_CARRIERS
from terbuka.redaction.verifier.docx import PART_KINDS
from terbuka.redaction.verifier.model import Check, Survivor, Verification
from terbuka.redaction.verifier.ours.pdf_structure import CARRIERS as PDF_CARRIERS
from terbuka.redaction.wording import CHECKS, CLASSES, check_name, refusal, survivors_in_words


def found(*survivors: Survivor, format: str = "pdf") -> Verification:
    return Verification(format, "", 1, (Check("text", 1, survivors),))


def sources(room: object) -> str:
    folder = Path(room.__file__).parent  # type: ignore[attr-defined]
    return "\n".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))


def test_every_class_and_every_check_has_its_words() -> None:
    text = sources(terbuka.redaction) + sources(terbuka.documents)
    kinds = set(re.findall(r'(?:Survivor|HiddenPart|_part)\(\s*"([a-z-]+)"', text))
    kinds |= {*DOCX_CARRIERS.values(), *PDF_CARRIERS.values(), *PART_KINDS.values(), *TEXT_KEYS.values()}
    kinds |= {kind for _, kind in KINDS}
    assert len(kinds) > 25 and kinds <= set(CLASSES)
    assert set(re.findall(r'Check\(\s*"([a-z ]+)"', text)) == set(CHECKS)
    assert all(check_name(name) != name for name in CHECKS)


def test_survivor_is_told_by_page_class_type_and_number() -> None:
    told = list(
        survivors_in_words(
            found(Survivor("pixels", "reading", 3, "NIK", 4), Survivor("metadata", "trailer /Info"))
        )
    )
    assert told == [
        "Halaman 3: gambarnya masih menampakkan yang harus ditutup, atau tidak dapat dibaca (NIK), "
        "penghitaman nomor 4.",
        "Di dalam berkas: ada keterangan tentang berkas (metadata).",
    ]


def test_covered_drawing_and_unseen_name_are_told_as_what_they_are() -> None:
    told = survivors_in_words(found(Survivor("covered", "box", 1), Survivor("name", "name", None, "PERSON")))
    assert list(told) == [
        "Halaman 1: ada tulisan atau gambar yang hanya tertutup kotak atau terpotong, dan isinya masih ada.",
        "Di dalam berkas: ada kata yang tidak tampak di halaman (NAMA).",
    ]


def test_page_is_told_only_where_a_reader_sees_pages() -> None:
    survivor = Survivor("text", "text", 1, "PERSON")
    (told,) = survivors_in_words(found(survivor, format="text"))
    assert told == "Di dalam berkas: teksnya masih memuat yang harus ditutup (NAMA)."
    assert "halaman" not in str(refusal(found(survivor, format="docx"))).lower()
    (told,) = survivors_in_words(found(Survivor("pixels", "reading", 2), format="image"))
    assert told.startswith("Halaman 2: "), "a TIFF has pages"


def test_class_that_has_no_words_is_told_as_unknown() -> None:
    (told,) = survivors_in_words(found(Survivor("new-class", "somewhere")))
    assert told == "Di dalam berkas: ada isi yang tidak dapat diperiksa."


@pytest.mark.parametrize(
    ("survivors", "said"),
    [
        ([Survivor("bytes", "raw"), Survivor("pixels", "reading", 2)], "gambar halaman 2,"),
        (
            [Survivor("pixels", "reading", 1), Survivor("text", "pypdf", 3), Survivor("text", "poppler", 2)],
            "teks halaman 2, 3.",
        ),
        ([Survivor("pixels", "reading", 1), Survivor("code", "code", 2)], "kode batang di halaman 2 memuat"),
        ([Survivor("text", "pypdf")], "di teksnya."),
        ([Survivor("bytes", "raw"), Survivor("structure", "page /B", 1)], "di dalam berkasnya masih"),
    ],
    ids=["pixels", "text", "code", "text without a page", "file"],
)
def test_refusal_is_a_sentence_with_what_to_do(survivors: list[Survivor], said: str) -> None:
    error = refusal(found(*survivors))
    assert said in str(error) and "Berkas asal aman." in str(error) and error.exit_status == 3
