"""A copy that opens in one place what is locked in another is not made."""

from dataclasses import replace

import pytest

from terbuka.documents.reader import open_document
from terbuka.errors import Survives
from terbuka.redaction.locks import refuse_opened
from terbuka.redaction.plan import make_plan
from terbuka.redaction.redact import redact
from terbuka.screening import Action, Finding, Mode
from terbuka.screening.screen import screen

STORY = (
    "Anak korban Putri Lestari (9) dirawat. Ibunya, Rukmini Saraswati, HP 0812-5567-8891, melapor.\n\n"
    "Petugas menelepon 0812-5567-8891 dan Rukmini Saraswati menjawab.\n"
)
PHONE, NAME = "0812-5567-8891", "Rukmini Saraswati"


@pytest.fixture
def text_file(tmp_path):
    path = tmp_path / "asal.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def opened(document, *said):
    """The findings of screening, with the last one of each of ``said`` kept."""
    findings = list(screen(document).findings)
    for each in said:
        at = document.text.rindex(each)
        findings = [replace(f, action=Action.KEEP) if f.start <= at < f.end else f for f in findings]
    return findings


@pytest.mark.parametrize("said", [PHONE, NAME])
def test_what_is_locked_elsewhere_may_not_be_kept(text_file, tmp_path, said):
    document = open_document(text_file)
    with pytest.raises(Survives, match="terkunci di tempat lain"):
        redact(text_file, tmp_path / "salinan.txt", opened(document, said), document=document)
    assert not (tmp_path / "salinan.txt").exists()


def test_refusal_names_the_pages(typeset, tmp_path):
    source = typeset(f"Ibu anak itu, HP {PHONE}.\n#pagebreak()\nPetugas menelepon {PHONE}.")
    document = open_document(source)
    first, second = (f for f in screen(document).findings if f.type == "PHONE")
    findings = [replace(first, mode=Mode.BLOCK), replace(second, action=Action.KEEP)]
    with pytest.raises(Survives) as refused:
        redact(source, tmp_path / "c.pdf", findings, document=document)
    assert refused.value.values == {"pages": "2"}


def test_kept_place_under_a_box_that_somebody_drew_is_not_open(typeset):
    document = open_document(typeset(f"Ibu anak itu, HP {PHONE}.\n\nPetugas menelepon {PHONE}."))
    first, second = (f for f in screen(document).findings if f.type == "PHONE")
    findings = [replace(first, mode=Mode.BLOCK), replace(second, action=Action.KEEP)]
    drawn = Finding("REGION", 0, 0, 1, Action.REDACT, "drawn", 1.0, boxes=second.boxes)
    refuse_opened(make_plan(document, [*findings, drawn]), [*findings, drawn])
    with pytest.raises(Survives):
        refuse_opened(make_plan(document, findings), findings)


def test_what_the_superior_opened_everywhere_is_open(text_file, tmp_path):
    document = open_document(text_file)
    findings = [replace(f, action=Action.KEEP) for f in screen(document).findings]
    assert redact(text_file, tmp_path / "salinan.txt", findings, document=document).verification.passed


def test_what_screening_proposes_is_never_refused(text_file, tmp_path):
    assert redact(text_file, tmp_path / "salinan.txt", screen(open_document(text_file)).findings)


def test_kept_place_under_another_bar_is_not_open(text_file):
    document = open_document(text_file)
    findings = opened(document, PHONE)
    at = document.text.rindex(PHONE)
    covering = Finding("REGION", at - 5, at + len(PHONE), 1, Action.REDACT, "test", 1.0)
    refuse_opened(make_plan(document, [*findings, covering]), [*findings, covering])


def test_locked_number_that_no_finding_names_is_refused(text_file):
    document = open_document(text_file)
    findings = [f for f in screen(document).findings if f.start < document.text.rindex(PHONE)]
    with pytest.raises(Survives):
        refuse_opened(make_plan(document, findings), findings)
