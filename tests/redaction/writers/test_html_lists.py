"""Lists of a page are lists in its copy, and show the same labels."""

from pathlib import Path

import pytest

from terbuka.documents.html.read import read
from terbuka.redaction.page_frame import HEAD, TAIL
from terbuka.redaction.verifier.inspect import inspect
from terbuka.redaction.writers.html import write

from ..conftest import plan_hiding

NAME, BAR = "Siti Aminah", "<mark>[NAMA · 17.h]</mark>"


def silent(done: int, total: int) -> None:
    """Nobody watches."""


def copy_of(folder: Path, body: str, pattern: str = NAME) -> str:
    """The body of the copy, without line ends."""
    source, destination = folder / "asal.html", folder / "salinan.html"
    source.write_text(f"<!DOCTYPE html><meta charset=utf-8>{body}", encoding="utf-8")
    document = read(source.read_bytes(), "", silent)
    write(source, destination, plan_hiding(document, pattern), silent)
    request = {"public": str(destination), "secrets": [], "pages": [], "ours": True}
    assert inspect(request, silent)["passed"]
    copy = destination.read_text(encoding="utf-8")
    again = read(copy.encode(), "", silent).text
    assert again == document.text.replace(NAME, "[NAMA · 17.h]"), "a reader of the copy sees the same labels"
    return copy[len(HEAD) : -len(TAIL)].replace("\n", "")


@pytest.mark.parametrize(
    ("body", "copy"),
    [
        (f"<ul><li>a<li>{NAME}</ul>", f"<ul><li>a</li><li>{BAR}</li></ul>"),
        ("<ol><li>a<li>b</ol>", "<ol><li>a</li><li>b</li></ol>"),
        ("<ol start=3><li>a<li>b</ol>", '<ol><li value="3">a</li><li>b</li></ol>'),
        ("<ol><li>a<li value=9>b<li>c</ol>", '<ol><li>a</li><li value="9">b</li><li>c</li></ol>'),
        ("<ol type=a><li>a<li>b</ol>", '<ol type="a"><li>a</li><li>b</li></ol>'),
        ("<ol type=A start=9><li>a</ol>", '<ol type="I"><li>a</li></ol>'),  # shows the same
        ("<ol type=i><li>a<li>b</ol>", '<ol type="i"><li>a</li><li>b</li></ol>'),
        ("<ol type=I start=5><li>a</ol>", '<ol type="A"><li value="22">a</li></ol>'),
        (
            f"<ul><li>a<ol><li>b<li>{NAME}</ol><li>c</ul>",
            f"<ul><li>a<ol><li>b</li><li>{BAR}</li></ol></li><li>c</li></ul>",
        ),
        ("<ul><li>a</ul><ol><li>b</ol>", "<ul><li>a</li></ul><ol><li>b</li></ol>"),
        ("<ol><li>a</ol><ul><li>b</ul>", "<ol><li>a</li></ol><ul><li>b</li></ul>"),
        (
            "<blockquote><ul><li>a</ul></blockquote><ul><li>b</ul>",
            '<ul class="i1"><li>a</li></ul><ul><li>b</li></ul>',
        ),
        ("<p>a<ul><li>b</ul><p>c", "<p>a</p><ul><li>b</li></ul><p>c</p>"),
        ("<table><tr><td><ul><li>a</ul></table>", "<table><tr><td><ul><li>a</li></ul></td></tr></table>"),
        ("<ul><li><b>a</b><br>b</ul>", "<ul><li><b>a</b><br>b</li></ul>"),
    ],
)
def test_list_is_a_list(tmp_path: Path, body: str, copy: str) -> None:
    assert copy_of(tmp_path, body) == copy


@pytest.mark.parametrize(
    ("body", "copy"),
    [
        ("<ul style='list-style:none'><li>a</ul>", '<p class="i1">a</p>'),
        ("<li>a", "<p>• a</p>"),
        ("<ol style='list-style:decimal-leading-zero'><li>a</ol>", '<p class="i1">01. a</p>'),
        ("<ol start=0><li>a</ol>", '<p class="i1">0. a</p>'),
        ("<ul><li><h2>a</h2></ul>", "<ul><li></li></ul><h2>a</h2>"),
    ],
)
def test_what_no_list_shows_so_stays_a_paragraph(tmp_path: Path, body: str, copy: str) -> None:
    assert copy_of(tmp_path, body) == copy


def test_label_that_is_hidden_is_no_number_of_a_list(tmp_path: Path) -> None:
    source, destination = tmp_path / "asal.html", tmp_path / "salinan.html"
    source.write_text(f"<ol start=17><li>{NAME}</ol>", encoding="utf-8")
    plan = plan_hiding(read(source.read_bytes(), "", silent), rf"17\. {NAME}")
    write(source, destination, plan, silent)
    assert f'<p class="i1">{BAR}</p>' in destination.read_text(encoding="utf-8")
