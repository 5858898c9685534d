"""Letters that a font has and no page shows."""

import io

import pikepdf
import pytest
from pypdf import PdfReader

from terbuka.redaction.verifier.foreign.left_letters import left_survivors, listed_letters, plain_name
from terbuka.redaction.verifier.secrets.search import Secret
from tests.documents.samples.pdf import helvetica, meaning, pdf, text_sheet

NAME = "Xantira Qwelmono"
TERMS = [Secret(3, "PERSON", NAME), Secret(4, "PERSON", "Bambang Sulistyo")]
ITS_LETTERS = {letter: letter for letter in NAME if letter.isalpha()}
HEAD = b"1 begincodespacerange <00> <ff> endcodespacerange\n"


def reader_of(to_unicode: bytes | None) -> PdfReader:
    def finish(document: pikepdf.Pdf) -> None:
        document.pages[0].obj.Resources.Font["/S"] = helvetica(document, to_unicode)
        document.pages[0].obj.Resources.Font["/Bukan"] = 3

    return PdfReader(io.BytesIO(pdf(text_sheet(["Surat"]), finish=finish)))


def found(letters: dict[str, str], shown: str = "", terms: list[Secret] | None = None) -> list[int | None]:
    survivors = left_survivors(reader_of(meaning(letters)), {"Helvetica": set(shown)}, terms or TERMS)
    return [survivor.redaction for survivor in survivors]


def test_font_with_the_letters_of_one_term_that_no_page_shows_is_told() -> None:
    assert found(ITS_LETTERS) == [3]
    assert found(ITS_LETTERS, shown="antirelmo") == [3]


def test_font_whose_letters_are_shown_or_are_too_many_tells_nothing() -> None:
    assert found(ITS_LETTERS, shown=NAME) == []
    assert found(ITS_LETTERS, shown="Xantirelmo") == []
    assert found({**ITS_LETTERS, "z": "z"}) == []
    assert found({"X": "X", "Q": "Q", "w": "w"}) == []


def test_font_that_two_terms_fit_tells_nothing() -> None:
    assert found(ITS_LETTERS, terms=[TERMS[0], Secret(5, "PERSON", "Qwelmono Xantira")]) == []


@pytest.mark.parametrize(
    ("block", "letters"),
    [
        (b"1 beginbfrange <01> <03> <0041> endbfrange", "ABC"),
        (b"1 beginbfrange <01> <02> [<0051> <00660069>] endbfrange", "Qfi"),
        (b"1 beginbfrange <01> <02> <> endbfrange", ""),
        (b"1 beginbfchar <01> <058> endbfchar", "X"),
    ],
)
def test_maps_are_read_in_every_form(block: bytes, letters: str) -> None:
    assert listed_letters(reader_of(HEAD + block)) == {"Helvetica": set(letters)}


def test_range_of_a_whole_font_ends() -> None:
    block = b"1 beginbfrange <0000> <ffffffff> <dbffdfff> endbfrange"
    assert listed_letters(reader_of(HEAD + block)) == {"Helvetica": {chr(0x10FFFF)}}


def test_font_without_a_map_or_with_a_damaged_one_has_no_letters() -> None:
    assert listed_letters(reader_of(None)) == {}

    def finish(document: pikepdf.Pdf) -> None:
        font = helvetica(document, b"not compressed")
        font.ToUnicode.write(b"not compressed", filter=pikepdf.Name.Unknown)
        document.pages[0].obj.Resources.Font = pikepdf.Dictionary(S=font)

    data = pdf(text_sheet(["Surat"]), finish=finish)
    assert listed_letters(PdfReader(io.BytesIO(data))) == {"Helvetica": set()}


def test_page_without_fonts_has_no_letters() -> None:
    def finish(document: pikepdf.Pdf) -> None:
        del document.pages[0].obj.Resources

    assert listed_letters(PdfReader(io.BytesIO(pdf(text_sheet(["Surat"]), finish=finish)))) == {}


def test_name_of_a_font_is_the_same_as_the_file_and_its_font_say_it() -> None:
    assert plain_name("/ABCDEF+Sisa-Identity-H") == plain_name("Sisa") == "Sisa"
