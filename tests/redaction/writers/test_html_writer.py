"""The public copy of a page: a fresh one with labels, and nothing that the original hid."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbuka.documents import Document
from terbuka.documents.html.read import read
from terbuka.errors import UnreadableFile
from terbuka.redaction.model import Placed, Plan
from terbuka.redaction.page_frame import HEAD, TAIL
from terbuka.redaction.verifier.html import structure_survivors
from terbuka.redaction.verifier.inspect import inspect
from terbuka.redaction.writers.html import write
from tests.redaction.conftest import plan_hiding

LABEL, BAR = "[NAMA · 17.h]", "<mark>[NAMA · 17.h]</mark>"
SECRET = "Siti Aminah"


def silent(done: int, total: int) -> None:
    """Nobody watches."""


def page(body: str) -> bytes:
    return f"<!DOCTYPE html><meta charset=utf-8>{body}".encode()


def document_of(data: bytes) -> Document:
    return read(data, "", silent)


def plan_of(data: bytes, *secrets: str) -> Plan:
    return plan_hiding(document_of(data), "|".join(map(re.escape, secrets)) or "(?!)")


def copy_of(folder: Path, data: bytes, *secrets: str) -> tuple[str, list[Placed]]:
    source, destination = folder / "asal", folder / "salinan"
    source.write_bytes(data)
    placed = write(source, destination, plan_of(data, *secrets), silent)
    request = {"public": str(destination), "secrets": [], "pages": [], "ours": True}
    assert inspect(request, silent)["passed"], "every copy has the form of a copy"
    copy = destination.read_text(encoding="utf-8")
    assert copy.startswith(HEAD) and copy.endswith(TAIL)
    assert document_of(copy.encode()).hidden == (), "a copy hides nothing"
    return copy[len(HEAD) : -len(TAIL)], placed


@pytest.mark.parametrize(
    ("body", "copy"),
    [
        (f"<p>Saksi {SECRET}, hadir.", f"<p>Saksi {BAR}, hadir.</p>\n"),
        ("<p>Saksi Si<b>ti Ami</b><i>nah</i> hadir", f"<p>Saksi {BAR} hadir</p>\n"),
        ("<p>Saksi&nbsp;&nbsp;&nbsp; Siti Aminah", f"<p>Saksi  {BAR}</p>\n"),
        (f"<h2>Berita</h2><ul><li>{SECRET}</ul>", f"<h2>Berita</h2>\n<ul>\n<li>{BAR}</li>\n</ul>\n"),
        (
            "<p><b>a</b><i>b</i><u>c</u><s>d</s><sup>e</sup><sub>f</sub><code>g</code><b><i>h</i></b>",
            "<p><b>a</b><i>b</i><u>c</u><s>d</s><sup>e</sup><sub>f</sub><code>g</code><b><i>h</i></b></p>\n",
        ),
        ("<pre>a  b\nc</pre>", "<p><code>a  b</code><br><code>c</code></p>\n"),
        ("<p>3 &lt; 5 &amp; 6 > 4", "<p>3 &lt; 5 &amp; 6 &gt; 4</p>\n"),
        ("<p>a<br>b<hr>c", "<p>a<br>b</p>\n<hr>\n<p>c</p>\n"),
        ("<p>a<img src=x alt='Siti'>b", "<p>a <b>[GAMBAR]</b> b</p>\n"),
        ("<p>a&shy;b\u200bc\u202e\u202c\ue000", "<p>abc\ufffd</p>\n"),
        (
            "<table><tr><th>No<th>Nama<tr><td rowspan=2>1<td>Siti Aminah<tr><td>b</table>",
            "<table>\n"
            '<tr><th><p class="c"><b>No</b></p></th><th><p class="c"><b>Nama</b></p></th></tr>\n'
            f'<tr><td rowspan="2"><p>1</p></td><td><p>{BAR}</p></td></tr>\n'
            "<tr><td><p>b</p></td></tr>\n</table>\n",
        ),
        (
            "<table><tr><td colspan=2>a<td rowspan=2>b<tr><td>c<td><table><tr><td>d</table></table>",
            '<table>\n<tr><td colspan="2"><p>a</p></td><td rowspan="2"><p>b</p></td></tr>\n'
            "<tr><td><p>c</p></td><td><table>\n<tr><td><p>d</p></td></tr>\n</table></td></tr>\n</table>\n",
        ),
        (
            "<table><tr><td rowspan=9>a<td>b</table>",
            "<table>\n<tr><td><p>a</p></td><td><p>b</p></td></tr>\n</table>\n",
        ),
        (
            "<table><tr><td>a<td rowspan=2>b<tr></table>"
            "<table><tr><td>a<td>b<td rowspan=2>c<tr><td>d</table>",
            "<table>\n<tr><td><p>a</p></td><td><p>b</p></td></tr>\n</table>\n"
            "<table>\n<tr><td><p>a</p></td><td><p>b</p></td><td><p>c</p></td></tr>\n"
            "<tr><td><p>d</p></td></tr>\n</table>\n",
        ),
        ("<center>a<p align=right>b</center>c", '<p class="c">a</p>\n<p class="r">b</p>\n<p>c</p>\n'),
        ("<h1 style='text-align:right'>a</h1>b", '<h1 class="r">a</h1>\n<p>b</p>\n'),
        (
            "<style>blockquote{text-align:justify}</style><blockquote>a<p align=left>b</blockquote>",
            '<p class="i1 j">a</p>\n<p class="i1">b</p>\n',
        ),
        (
            "<table align=right><tr align=center><td>a<td align=right>b<td style=text-align:unset>c</table>",
            '<table>\n<tr><td><p class="c">a</p></td><td><p class="r">b</p></td>'
            '<td><p class="c">c</p></td></tr>\n</table>\n',
        ),
        ("<blockquote>" * 20 + "a", '<p class="i8">a</p>\n'),
        (f"<p class='{SECRET}' id=x title=y style='color:red'>a<!-- {SECRET} -->", "<p>a</p>\n"),
        ("", ""),
    ],
)
def test_copy_is_written_from_what_is_seen(tmp_path: Path, body: str, copy: str) -> None:
    assert copy_of(tmp_path, page(body), SECRET)[0] == copy


def test_each_label_is_told(tmp_path: Path) -> None:
    data = page(f"<p>{SECRET}<p>dan {SECRET}<table><tr><td>Siti<td>Aminah</table>")
    copy, placed = copy_of(tmp_path, data, SECRET, "Siti\tAminah")
    assert [bar.number for bar in placed] == [1, 2, 3, 3] and copy.count("<mark>") == 4


@pytest.mark.parametrize("name", ["Budi", "Muhammad Wijayakusuma Dirgantara"])
def test_copy_does_not_tell_how_long_a_name_is(tmp_path: Path, name: str) -> None:
    data = page(f"<p>Pelapor : {name}    (tanda tangan)<pre>{name}      Ketua  ......\n   {name}</pre>")
    copy, _ = copy_of(tmp_path, data, name)
    assert copy == (
        f"<p>Pelapor : {BAR} (tanda tangan)</p>\n<p>{BAR}<code>  Ketua  ......</code><br>{BAR}</p>\n"
    )


def test_page_that_changed_is_not_written(tmp_path: Path) -> None:
    source = tmp_path / "asal"
    source.write_bytes(page("<p>lain"))
    with pytest.raises(UnreadableFile):
        write(source, tmp_path / "salinan", plan_of(page("<p>satu")), silent)


@given(st.text(st.sampled_from("ab<>&\"' \n\t\u00a0\u00ad\u202e/!-[]p\U0001f600"), max_size=60))
def test_any_page_becomes_a_copy_of_our_form(tmp_path_factory: pytest.TempPathFactory, body: str) -> None:
    folder = tmp_path_factory.mktemp("halaman")
    source, destination = folder / "asal", folder / "salinan"
    source.write_bytes(page(body))
    write(source, destination, plan_of(page(body), "a"), silent)
    copy = destination.read_text(encoding="utf-8")
    assert not list(structure_survivors(copy, True, ""))
    assert "a" not in re.sub(r"<[^>]*>|&\w+;", "", copy[len(HEAD) : -len(TAIL)]).replace(LABEL, "")
