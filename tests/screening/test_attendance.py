"""Attendance lists, as text and as the files of an office: who is private stays hidden, officials stay open.

The lists are annotated (``corpus/README.md``); all persons in them are invented.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

from terbuka.demo import typeset
from terbuka.documents.reader import open_document
from terbuka.documents.text import document_of
from terbuka.screening.annotated import Mark, Score, parse
from terbuka.screening.screen import screen

CORPUS = Path(__file__).parents[2] / "corpus"
OWN = sorted((CORPUS / "own").glob("h*.txt"))
BARRED = [CORPUS / "dev" / "d07.txt", CORPUS / "own" / "h03.txt", CORPUS / "own" / "h06.txt"]
_WORD = re.compile(r"[^\W_]+")


def annotated(path: Path) -> tuple[str, list[Mark]]:
    return parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_attendance_list_in_plain_text_hides_and_shows_what_it_should(path: Path) -> None:
    text, marks = annotated(path)
    score = Score()
    score.add(path.name, text, marks, screen(document_of(text)).hidden_offsets())
    assert score.misses == []
    assert sum(score.total.values()) > 10 and score.kept >= 2


def words(text: str) -> Counter[str]:
    return Counter(match[0].lower() for match in _WORD.finditer(text))


def marked(text: str, marks: list[Mark], *actions: str) -> Counter[str]:
    """The words of the marks with one of ``actions``."""
    return words(" ".join(text[mark.start : mark.end] for mark in marks if mark.action in actions))


@pytest.mark.parametrize("path", BARRED, ids=lambda path: path.stem)
@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_attendance_list_in_a_file_hides_and_shows_what_it_should(
    path: Path, kind: str, tmp_path: Path
) -> None:
    """In a PDF the cells go on below; there the words of a cell do not follow each other in the text."""
    text, marks = annotated(path)
    file = tmp_path / f"daftar.{kind}"
    file.write_bytes(typeset.as_pdf(text) if kind == "pdf" else typeset.as_docx(text))
    document = open_document(file)
    hidden = screen(document).hidden_offsets()
    readable = words("".join(" " if i in hidden else char for i, char in enumerate(document.text)))
    secret = marked(text, marks, "R")
    allowed = words(text) - secret
    assert {word: count for word, count in (readable - allowed).items() if secret[word]} == {}
    assert marked(text, marks, "K") - readable == Counter()
    assert words(document.text) == words(text)  # the file holds what is asked of it
    assert sum(secret.values()) > 20
