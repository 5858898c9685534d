"""What a foreign package says in attributes that no reader shows."""

from pathlib import Path

import pytest

from terbuka.redaction.model import Readable
from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.foreign.said_aside import Value, aside_check, values_of
from terbuka.redaction.verifier.model import Survivor
from terbuka.redaction.verifier.packages.rewriting import Part
from terbuka.redaction.verifier.secrets.search import Hunt, Secret
from tests.documents.samples.docx import W

NAME, NIK = "Bambang Qwelmono", "6371034704880003"
"""A part that people are called with one that nobody is, and a number."""
PLACE = "word/document.xml"
PERSON = Survivor("metadata", PLACE, None, "PERSON")


def found(*values: Value, shown: str = "", secrets: tuple[Secret, ...] = ()) -> tuple[Survivor, ...]:
    copy = Copy(Path(), b"", Hunt(secrets), [Readable("", "")], False, lambda done, of: None, shown)
    return aside_check(copy, values).survivors


def in_xml(inside: str, name: str = PLACE) -> tuple[Survivor, ...]:
    data = f'<w:document xmlns:w="{W}">{inside}</w:document>'.encode()
    return found(*values_of([Part(name, data, b"")]))


@pytest.mark.parametrize(
    "inside",
    [
        f'<w:sdtPr><w:alias w:val="{NAME}"/></w:sdtPr>',
        f'<w:sdtPr><w:tag w:val="{NAME}"/></w:sdtPr>',
        f'<w:ffData><w:helpText w:val="{NAME}"/></w:ffData>',
        f'<w:ffData><w:textInput><w:default w:val="{NAME}"/></w:textInput></w:ffData>',
        f'<w:ffData><w:name w:val="{NAME}"/></w:ffData>',
        f'<w:tblPr><w:tblCaption w:val="{NAME}"/></w:tblPr>',
        f'<w:smartTag w:element="{NAME}"/>',
        f'<w:permStart w:ed="{NAME}"/>',
    ],
)
def test_name_in_an_attribute_is_found(inside: str) -> None:
    assert in_xml(inside) == (PERSON,)


def test_number_in_an_attribute_is_found() -> None:
    assert in_xml(f'<w:p w:rsidR="{NIK}"/>') == (Survivor("metadata", PLACE, None, "NIK"),)


@pytest.mark.parametrize(
    "inside",
    [
        '<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E"/>',
        '<w:id w:val="-1669482283"/><wp:extent xmlns:wp="wp" cx="5943600" cy="0.511811023622047"/>',
        '<w:rFonts w:ascii="Kartika" w:hAnsi="Kartika"/><w:font w:name="Kartika"/>',
        '<a:latin xmlns:a="a" typeface="Kartika"/><name val="Kartika"/><rFont val="Kartika"/>',
        '<w:lsdException w:name="Intense Quote"/><w:docPr name="Straight Arrow Connector 9"/>',
        f'<w:shape gfxdata="{"QmFtYmFuZ0 Bambang1".replace(" ", "") * 5}="/>',
        '<w:color w:val="1F3864"/>',
    ],
)
def test_measures_and_names_of_programs_are_not_found(inside: str) -> None:
    assert in_xml(inside) == ()


def test_name_that_the_pages_show_is_not_found() -> None:
    assert found(Value(PLACE, NAME), shown=f"Kepala kantor: {NAME}") == ()


def test_parts_that_are_no_xml_have_no_attributes() -> None:
    assert list(values_of([Part("word/media/a.png", b"<a b='Bambang'/>", b"")])) == []


def test_values_before_a_fault_count() -> None:
    data = f'<a b="{NAME}"><c>'.encode()
    assert found(*values_of([Part("word/_rels/x.rels", data, b"")]))


def test_short_term_in_a_value_is_found() -> None:
    term = Secret(0, "TERM", "Zuko")
    assert found(Value("a", "Kode Zuko"), secrets=(term,)) == (Survivor("metadata", "a", None, "TERM", 0),)
    assert found(Value("a", "Zukomo"), Value("b", "zu"), secrets=(term,)) == ()


def test_secret_of_two_figures_is_not_looked_for_among_measures() -> None:
    assert found(Value("a", "Tabel 34"), secrets=(Secret(3, "AGE", "34"),)) == ()


def test_term_that_is_a_typeface_is_found_all_the_same() -> None:
    term = Secret(0, "TERM", "Kartika Sari")
    assert found(Value("a", "Kartika Sari", is_judged=False), secrets=(term,))
