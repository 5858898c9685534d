"""What a file holds and no page shows has a word for people, whatever the engine calls it."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

import terbuka.documents
from terbuka.disclosure.hidden_words import MORE, OTHERWISE, WORDS, hidden_in_words
from terbuka.documents import HiddenPart
from terbuka.documents.docx import hidden as of_docx
from terbuka.documents.told import MOST_PARTS
from terbuka.documents.xlsx import hidden as of_xlsx
from terbuka.documents.xlsx import sheet_hidden as of_sheets
from tests.disclosure.conftest import Team, screened, upload
from tests.documents.samples.docx import docx, paragraph, story
from tests.rows import Office

READERS = Path(terbuka.documents.__file__).parent
_TELL = {"HiddenPart", "hide", "_hide", "_part"}
COUNTED = "formula"
"""What the reader of workbooks counts for a notice, and tells as a field."""


def kinds_in_the_source() -> Iterator[str]:
    """The kinds that the readers name where they tell of a part."""
    for path in READERS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                told = node.args[0]
                if name in _TELL and isinstance(told, ast.Constant) and isinstance(told.value, str):
                    yield told.value


def test_every_kind_that_a_reader_tells_has_a_word() -> None:
    by_name = {kind for _name, kind in (*of_docx.KINDS, *of_xlsx.KINDS, *of_sheets.KINDS.items())}
    kinds = {*kinds_in_the_source(), *by_name}
    assert len(kinds) > 15  # the search finds something
    assert kinds - WORDS.keys() <= {MORE, "unknown", COUNTED}


def test_parts_are_counted_by_their_words_most_first_and_more_has_no_number() -> None:
    told = [HiddenPart(kind, "there") for kind in ("more", "link", "comment", "comment", "unknown", "new")]
    assert hidden_in_words(told) == [
        (WORDS["comment"], 2),
        (OTHERWISE, 2),
        (WORDS["link"], 1),
        ("dan banyak lagi", 0),
    ]
    assert hidden_in_words([]) == []


def test_parts_that_are_told_together_are_not_taken_for_all() -> None:
    comments = [HiddenPart("comment", "there")] * MOST_PARTS
    assert hidden_in_words(comments) == [(WORDS["comment"], MOST_PARTS)]
    together = hidden_in_words([*comments, HiddenPart("comment", "there", "dan lain-lain")])
    assert together == [(WORDS["comment"], MOST_PARTS + 1), ("dan banyak lagi", 0)]


@pytest.mark.parametrize(("language", "said"), [("", "komentar (1)"), ("/en", "comments (1)")])
def test_case_page_says_what_the_file_holds_in_words(
    team: Team, office: Office, work: Callable[[], None], client_of: Client, language: str, said: str
) -> None:
    comments = story("comments", f'<w:comment w:id="1" w:author="x">{paragraph("Periksa lagi.")}</w:comment>')
    content = docx(
        paragraph("Laporan kegiatan bulan Maret."),
        parts={"word/comments.xml": comments},
        related={"c1": ("comments", "comments.xml")},
    )
    case = screened(upload(team.screener, office.polda, content, name="laporan.docx"), work)
    page = client_of.get(language + reverse("disclosure:case", args=[case.pk])).content.decode()
    assert said in page
    assert not re.search(r"\b(comment|hidden-text|metadata|tracked-change) \(\d", page)
