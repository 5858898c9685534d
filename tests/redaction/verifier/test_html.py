"""A page is held to its form, its words and its bytes; what is found is not told. Names are invented."""

import json
from pathlib import Path

import pytest

from terbuka.documents.reader import open_document
from terbuka.redaction.page_frame import HEAD, TAIL
from terbuka.redaction.verifier.inspect import inspect
from terbuka.redaction.verify import verify
from terbuka.redaction.writers.html import write

from ..conftest import plan_hiding

NAME = "Slamet Wibisono"
BODY = (
    "<h1>Berita Acara</h1><p>Saksi Siti Rahmah hadir &amp; <b>menerangkan</b>.<p>satu<br>dua"
    "<ul><li>butir<ol><li>a</ol></ul><table><tr><td colspan=2>No<tr><td>1<td>Rapat</table><hr>"
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What a copy of ours is."""
    folder = tmp_path_factory.mktemp("salinan")
    source, path = folder / "asal.html", folder / "salinan.html"
    source.write_text(f"<!DOCTYPE html>{BODY}", encoding="utf-8")
    write(source, path, plan_hiding(open_document(source)), lambda done, total: None)
    return path.read_text(encoding="utf-8")


def survivors(
    folder: Path, page: str | bytes, *secrets: str, ours: bool = False, readable: str = ""
) -> set[tuple[str, str]]:
    path = folder / "berkas.html"
    path.write_bytes(page if isinstance(page, bytes) else page.encode())
    request = {
        "public": str(path),
        "secrets": [[number, "PERSON", secret] for number, secret in enumerate(secrets, 1)],
        "pages": [[readable, "", ""]],
        "ours": ours,
    }
    answer = inspect(request, lambda done, total: None)
    assert answer["format"] == "html"
    assert "slamet" not in json.dumps(answer).lower(), "the verifier must not tell what it found"
    return {(s["class"], s["place"]) for check in answer["checks"] for s in check["survivors"]}


def test_copy_of_ours_is_clean(tmp_path: Path, copy: str) -> None:
    assert not survivors(tmp_path, copy, NAME, ours=True)
    path = tmp_path / "berkas.html"
    assert verify(path).passed


@pytest.mark.parametrize(
    ("old", "new"), [("<p>", '<p class="c">'), ("<p>", '<p class="i8 r">'), ("<h1>", '<h1 class="j">')]
)
def test_lines_may_stand_elsewhere(tmp_path: Path, copy: str, old: str, new: str) -> None:
    assert old in copy and not survivors(tmp_path, copy.replace(old, new, 1), ours=True)


CHANGES = [
    ("</h1>", f"</h1><!--{NAME}-->"),
    ("<h1>", f'<h1 title="{NAME}">'),
    ("<h1>", f"<h1 class='{NAME}'>"),
    ("<p>", '<p class="i9">'),
    ("<p>", '<p class="c i1">'),
    ("<p>", '<p class="c j">'),
    ("<h1>", '<h1 class="i1">'),
    ("<ul>", '<ul class="c">'),
    ("<p>", "<p >"),
    ("<p>", "<P>"),
    ("<br>", "<br/>"),
    ("<hr>", "<hr>\n"),
    ("</table>", f"</table>{NAME}"),
    ("</h1>", f"</h1><script>{NAME}</script>"),
    ("</h1>", f"</h1><?{NAME}?>"),
    ("</h1>", f"</h1><![CDATA[{NAME}]]>"),
    ("</h1>", f"</h1><!{NAME}>"),
    ("</h1>", f"</h1><!DOCTYPE {NAME}>"),
    ("</h1>", "</h1><img>"),
    ("</b>", "</b></b>"),
    ("<b>", "<b><p>"),
    ("<b>", "<b><b>"[:3] + "<mark>"),
    ("&amp;", "&eacute;"),
    ("&amp;", "&#83;"),
    ("&amp;", "&"),
    ("hadir", "ha\u200bdir"),
    ("hadir", "ha\u202edir"),
    ("hadir", "ha\rdir"),
    ("<mark>[NAMA · 17.h]", f"<mark>{NAME}"),
    ("<mark>[NAMA · 17.h]", "<mark>"),
    ("<mark>[NAMA · 17.h]", "<mark>x[NAMA · 17.h]"),
    ("<p>1", "<p>1<"),
    ("<td><p>1", "<td>x<p>1"),
    ("<tr>", "<tr>\n"),
    ("<table>", "<table>x"),
    ("<ul>", "<ul>x"),
    ("<ul>", '<ul type="a">'),
    ("<ul>", '<ul class="i9">'),
    ("<ol>", '<ol type="Slamet">'),
    ("<ol>", '<ol start="3">'),
    ("<li>a", '<li value="Slamet">a'),
    ("<li>a", '<li value="12345">a'),
    ("<li>a", "<li><p>a</p>"),
    ("<li>a", "<li><li>a"),
    ('colspan="2"', 'colspan="2" colspan="2222"'),
    (TAIL, f"{TAIL}{NAME}"),
    ("</body>", f"<p>{NAME}</body>"),
    ("<title>", f"<title>{NAME}"),
    ("</style>", f"/*{NAME}*/</style>"),
    ("<head>", "<head>\n"),
]


@pytest.mark.parametrize(("old", "new"), CHANGES)
def test_whatever_we_do_not_write_is_found(tmp_path: Path, copy: str, old: str, new: str) -> None:
    changed = copy.replace(old, new, 1)
    assert changed != copy
    assert ("structure", "form of the page") in survivors(tmp_path, changed, ours=True)
    if changed.startswith(HEAD):  # it still calls itself ours
        assert survivors(tmp_path, changed)


def test_copy_in_another_encoding_is_found(tmp_path: Path, copy: str) -> None:
    assert ("structure", "encoding") in survivors(tmp_path, b"\xef\xbb\xbf" + copy.encode(), ours=True)


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (f"<p>{NAME}</p>", {("bytes", "raw"), ("text", "text")}),
        ("<p>Sla<b>met</b> Wibi<i>sono</i></p>", {("text", "text")}),
        ("<p>Slamet</p><p>Wibisono</p>", {("text", "text")}),
        ("<p>&#83;lamet W&#x69;bisono</p>", {("text", "text")}),
        ("<p>Sla\u00admet\u200b Wibisono</p>", {("text", "text")}),
        (f"<p title='{NAME}'>a</p>", {("bytes", "raw"), ("metadata", "attribute")}),
        (f"<p>a<!--{NAME}--></p>", {("bytes", "raw"), ("metadata", "attribute"), ("comment", "element")}),
        (
            f"<script>x='{NAME}'</script>",
            {("bytes", "raw"), ("metadata", "attribute"), ("script", "element")},
        ),
        (f"<style>{NAME}</style>", {("bytes", "raw"), ("metadata", "attribute")}),
        ("<p>U2xhbWV0IFdpYmlzb25v</p>", {("bytes", "raw")}),
        ("<p><a href='Slamet%20Wibisono'>a</a>", {("bytes", "raw")}),
        (
            "<iframe srcdoc=x></iframe><template>a</template>",
            {("embedded-object", "element"), ("hidden-text", "element")},
        ),
        ("<p>bersih</p>", set()),
    ],
)
def test_secret_in_a_page_of_others_is_found(tmp_path: Path, page: str, found: set[tuple[str, str]]) -> None:
    assert survivors(tmp_path, page, NAME) >= found
    if not found:
        assert not survivors(tmp_path, page, NAME)


def test_word_that_may_stay_is_no_survivor(tmp_path: Path) -> None:
    assert not survivors(tmp_path, "<p>Bulan ini</p>", "Bulan", readable="Bulan ini")
    assert survivors(tmp_path, "<p>Bulan ini Bulan</p>", "Bulan", readable="Bulan ini")


@pytest.mark.parametrize(
    "page",
    [
        *("<p hidden>Sla</p>", "<!-- x --><p>a"),
        *("<p title='Melati Dewi'>a", "<title>Melati Dewi</title><p>a"),
    ],
)
def test_page_of_others_that_hides_something_fails(tmp_path: Path, page: str) -> None:
    path = tmp_path / "x.html"
    path.write_text(page, encoding="utf-8")
    assert not verify(path).passed


def test_page_of_others_that_hides_nothing_passes(tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    path.write_text(
        "<!DOCTYPE html><title>Jadwal</title><h1>Jadwal rapat</h1><p>Pukul delapan.", encoding="utf-8"
    )
    assert verify(path).passed


@pytest.mark.parametrize(
    "page",
    [
        f"<!DOCTYPE html SYSTEM '{NAME}'><p>Isi</p>",
        "<p id='slamet_wibisono'>Isi</p>",
        "<p class='foto slamet-wibisono'>Isi</p>",
    ],
)
def test_name_in_what_says_how_a_page_is_made_is_found(tmp_path: Path, page: str) -> None:
    assert ("metadata", "attribute") in survivors(tmp_path, page)


def test_looks_of_a_page_are_no_names(tmp_path: Path) -> None:
    page = "<!DOCTYPE html><body class='page-template hero'><p id='top' style='margin:0 auto'>Isi</p>"
    assert not survivors(tmp_path, page)


def test_short_term_in_an_attribute_is_found(tmp_path: Path) -> None:
    path = tmp_path / "berkas.html"
    path.write_text("<!DOCTYPE html><p title='Zuko'>Laporan ini memuat kegiatan.</p>", encoding="utf-8")
    found = verify(path, terms=["Zuko"]).survivors
    assert {(one.kind, one.place, one.type) for one in found} == {("metadata", "attribute", "TERM")}
