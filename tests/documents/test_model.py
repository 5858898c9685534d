"""The document as plain data and back."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbuka.documents import Box, Document, HiddenPart, Notice, Page, PageSource, Word
from terbuka.documents.docx.read import PICTURES
from terbuka.documents.model import Words
from terbuka.language import use_language

numbers = st.floats(0, 1000, allow_nan=False).map(lambda value: round(value, 2))
boxes = st.builds(Box, numbers, numbers, numbers, numbers)
words = st.builds(
    Word,
    st.integers(0, 99),
    st.integers(0, 99),
    st.none() | boxes,
    st.lists(numbers, max_size=4).map(tuple),
    st.sampled_from([0, 90, 180, 270]),
)
pages = st.builds(
    Page,
    st.integers(1, 9),
    st.integers(0, 99),
    st.integers(0, 99),
    numbers,
    numbers,
    st.sampled_from(PageSource),
    st.lists(words, max_size=3).map(tuple),
)
hidden = st.builds(
    HiddenPart, st.text(), st.text(), st.text(), st.none() | st.integers(1, 9), st.none() | boxes
)
notices = st.builds(
    Notice, st.text(), st.dictionaries(st.text(), st.integers()), st.none() | st.integers(1, 9)
)
documents = st.builds(
    Document,
    st.sampled_from(["pdf", "docx", "text", "image"]),
    st.text(),
    st.integers(0),
    st.text(),
    st.lists(pages, max_size=3).map(tuple),
    st.lists(hidden, max_size=3).map(tuple),
    st.lists(notices, max_size=3).map(tuple),
)


@given(documents)
def test_document_from_json_is_the_document(document: Document) -> None:
    assert Document.from_json(json.loads(json.dumps(document.to_json()))) == document


@given(documents, st.lists(pages, max_size=2).map(tuple))
def test_document_from_rows_is_the_document(document: Document, pictures: tuple[Page, ...]) -> None:
    document = replace(document, pictures=pictures)
    assert Document.from_rows(json.loads(json.dumps(list(document.to_rows())))) == document


def test_rows_of_nothing_are_no_document() -> None:
    with pytest.raises(KeyError):
        Document.from_rows([])


@given(st.lists(words, max_size=4).map(tuple))
def test_words_in_rows_are_the_words(some: tuple[Word, ...]) -> None:
    kept = Words(some)
    assert (kept, tuple(kept), len(kept), hash(kept)) == (some, some, len(some), hash(some))
    assert [kept[at] for at in range(-len(some), len(some))] == [*some, *some]
    assert list(kept[1:]) == list(some[1:])
    assert kept != list(some) and repr(kept) == f"Words({list(some)})"


def test_page_at_finds_the_page_of_every_offset() -> None:
    document = Document(
        "pdf",
        "",
        0,
        "satu\ndua\n\ntiga",
        (
            Page(1, 0, 4, 1, 1, PageSource.TEXT, ()),
            Page(2, 5, 8, 1, 1, PageSource.TEXT, ()),
            Page(3, 9, 9, 1, 1, PageSource.TEXT, ()),
            Page(4, 10, 14, 1, 1, PageSource.TEXT, ()),
        ),
    )
    assert [document.page_at(offset).number for offset in (0, 3, 5, 7, 10, 13)] == [1, 1, 2, 2, 4, 4]


def test_boxes_join_and_touch() -> None:
    left, right = Box(0, 0, 10, 10), Box(10, 0, 20, 10)
    assert not left.touches(right)
    assert left.touches(Box(9, 9, 20, 20))
    assert left.joined(right) == Box(0, 0, 20, 10)
    assert (right.width, right.height) == (10, 10)


@pytest.mark.parametrize(
    ("count", "language", "said"),
    [
        (1, "en", "1 picture was not read. In the public copy it becomes the word [GAMBAR]."),
        (3, "en", "3 pictures were not read. In the public copy each becomes the word [GAMBAR]."),
        (1, "id", "Ada 1 gambar yang tidak dibaca. Di salinan publik, gambar diganti tulisan [GAMBAR]."),
    ],
)
def test_notice_says_one_or_many(count: int, language: str, said: str) -> None:
    use_language(language)
    assert Notice(PICTURES, {"count": count}).sentence == said
