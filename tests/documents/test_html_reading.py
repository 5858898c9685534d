"""A page's text as a browser shows it; the rest listed as hidden. All persons are invented."""

import pytest

from terbuka.documents import Document, PageSource
from terbuka.documents.html.charset import codec
from terbuka.documents.html.read import read
from terbuka.documents.text import LARGEST
from terbuka.errors import LimitExceeded
from tests.documents.conftest import Opened

SECRET = "Siti Aminah"


def page(body: str, head: str = "") -> Document:
    data = f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()
    return read(data, "", lambda done, total: None)


def hidden(document: Document, kind: str) -> list[str]:
    return [part.text for part in document.hidden if part.kind == kind]


def test_page_is_read_through_the_sandbox(opened: Opened) -> None:
    document = opened(b"<!DOCTYPE html><title>Judul</title><h1>Laporan</h1><p>Isi <b>tebal</b>.</p>")
    assert (document.format, document.text) == ("html", "Laporan\nIsi tebal.")
    assert document.pages[0].source is PageSource.FLOW and len(document.pages[0].words) == 3
    assert hidden(document, "metadata") == ["Judul"]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p> satu\n  dua </p> <div>tiga<p>empat</p>lima</div>", "satu dua\ntiga\nempat\nlima"),
        ("<p>satu<br>dua<br></p>", "satu\ndua"),
        ("<p>satu <br> dua</p>", "satu\ndua"),
        ("<p><span>a </span> <i> b</i></p>", "a b"),
        ("<p>Si<b>ti</b> A<i>minah</i></p>", "Siti Aminah"),
        ("<p>&#83;iti&nbsp;&amp; &#x41;minah</p>", "Siti\u00a0& Aminah"),
        ("<p>a&#150;b</p>", "a–b"),
        ("<pre>a  b\n  c\td\n</pre>", "a  b\n  c\td"),
        ("<p style='white-space:pre-line'>a  b\n c</p>", "a b\nc"),
        ("<ol start=3 type=a><li>x<li value=7>y</ol>", "c. x\ng. y"),
        ("<ul><li>x<ul><li>y</ul></ul><ul style='list-style:none'><li>z</ul>", "• x\n• y\nz"),
        ("<ol style='list-style-type:upper-roman'><li>x</ol>", "I. x"),
        ("<ol><li value=-2>x<li value=9999>y</ol>", "• x\n• y"),
        ("<table><caption>K</caption><tr><th>No<th>Nama<tr><td>1<td>Budi</table>", "K\nNo\tNama\n1\tBudi"),
        ("<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", "a\tb\n\tc"),
        ("<table><tr><td rowspan=2>a<td>b<td rowspan=3>c<tr><td>d<tr></tr></table>z", "a\tb\tc\n\td\t\nz"),
        ("<table><td colspan=2><p>a</p><p>b</p><td>c</table>", "a\nb\tc"),
        ("<table><tr><td>a<table><tr><td>b</table></table>", "a\nb"),
        ("<table></table><td>lepas</td>", "lepas"),
        ("<input value='isi'> <textarea>dua\nbaris</textarea>", "isi dua\nbaris"),
        ("<select><option>a<option selected>b</select><select multiple><option>c<option>d</select>", "b c d"),
        ("<input type=checkbox checked>ya <input type=radio>tidak", "☑ya ☐tidak"),
        ("<q>kutip</q> x<sup>2</sup>", "“kutip” x2"),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>c", "a\nb\nc"),
        ("a<hr>b", "a\n\nb"),
        ("<details><summary>a</summary>b</details>", "a\nb"),
        ("<svg><title>x</title><text>gambar</text></svg>", "gambar"),
        ("<math><mi>x</mi><mo>=</mo><mn>1</mn></math>", "x=1"),
        ("<a href='https://contoh.example/x'>tautan</a>", "tautan"),
        ("<p>Si&shy;ti\u200b</p>", "Si\u00adti\u200b"),
        ("<bdo dir=rtl>hanimA itiS</bdo>", "Siti Aminah"),
        ("<span style='direction:rtl;unicode-bidi:bidi-override'>hanimA itiS</span>", "Siti Aminah"),
        ("<p>\u202ehanimA itiS\u202c</p>", "Siti Aminah"),
        ("<noframes>a</noframes>", ""),
        ("a<dialog open>b</dialog><dialog>c</dialog>", "a\nb"),
        ("<p><nobr>a</nobr><wbr>b</p>", "ab"),
        ("", ""),
    ],
)
def test_text_is_laid_out_as_it_is_seen(body: str, text: str) -> None:
    assert page(body).text == text


GONE = [
    "<p hidden>{}</p>",
    "<p style='display:none'>{}</p>",
    "<p style='display: none !important; display: block'>{}</p>",
    "<p style='visibility:hidden'>{}</p>",
    "<p style='opacity:0'>{}</p>",
    "<div style='opacity:.3'><p style='opacity:.2'>{}</p></div>",
    "<p style='filter:opacity(0%)'>{}</p>",
    "<p style='font-size:0'>{}</p>",
    "<p style='font-size:1px'>{}</p>",
    "<p style='font:0/0 serif'>{}</p>",
    "<div style='font-size:10px'><p style='font-size:.2em'>{}</p></div>",
    "<p style='color:#fff'>{}</p>",
    "<p style='color:white'>{}</p>",
    "<p style='color:rgb(255 255 255 / 100%)'>{}</p>",
    "<p style='color:hsl(0deg,0%,100%)'>{}</p>",
    "<p style='color:transparent'>{}</p>",
    "<p style='color:rgba(0,0,0,0.02)'>{}</p>",
    "<p style='-webkit-text-fill-color:#fff'>{}</p>",
    "<p style='background:#000;color:#111'>{}</p>",
    "<p style='background-color:black'>{}</p>",
    "<table bgcolor=black><tr><td><font color=black>{}</font></td></tr></table>",
    "<p><font color='#ffffff'>{}</font></p>",
    "<p style='position:absolute;left:-9999px'>{}</p>",
    "<p style='position:absolute;top:-200em'>{}</p>",
    "<p style='text-indent:-9999px'>{}</p>",
    "<p style='margin-left:-5000pt'>{}</p>",
    "<p style='transform:translateX(-9999px)'>{}</p>",
    "<p style='transform:scale(0)'>{}</p>",
    "<p style='scale:0'>{}</p>",
    "<p style='transform:rotate(1deg) scaleX(1%)'>{}</p>",
    "<p style='zoom:.1'>{}</p>",
    "<p style='margin:-9999px'>{}</p>",
    "<p style='margin:0 0 0 -9999px'>{}</p>",
    "<p style='position:absolute;right:-9999px'>{}</p>",
    "<p style='position:fixed;left:9999px'>{}</p>",
    "<p style='position:absolute;inset:-9999px auto'>{}</p>",
    "<p style='translate:0 -9999px'>{}</p>",
    "<p style='filter:blur(1em)'>{}</p>",
    "<p style='-webkit-text-security:disc'>{}</p>",
    "<p style='background:currentColor'>{}</p>",
    "<p style='font-size:calc(0px)'>{}</p>",
    "<p style='font-size:min(0px, 1em)'>{}</p>",
    "<div style='--a:none;--b:var(--a)'><p style='display:var(--b)'>{}</p></div>",
    "<p style='display:var(--x, none)'>{}</p>",
    "<p style='background:var(--x);color:#fff'>{}</p>",
    "<svg><text style='fill:#fff'>{}</text></svg>",
    "<svg><defs><text>{}</text></defs><text>a</text></svg>",
    "<math><mphantom><mi>{}</mi></mphantom></math>",
    "<div popover>{}</div>",
    "<table><tr style='visibility:collapse'><td>{}</table>",
    "<p style='position:absolute;clip:rect(0,0,0,0)'>{}</p>",
    "<p style='position:absolute;clip:rect(1px 1px 1px 1px)'>{}</p>",
    "<p style='clip-path:inset(50%)'>{}</p>",
    "<p style='clip-path:circle(0)'>{}</p>",
    "<p style='height:0;overflow:hidden'>{}</p>",
    "<p style='width:1px;height:1px;overflow:hidden'>{}</p>",
    "<p style='letter-spacing:-1em'>{}</p>",
    "<p style='content-visibility:hidden'>{}</p>",
    "<svg><text fill=white>{}</text></svg>",
    "<svg><text fill=none>{}</text></svg>",
    "<svg><text opacity=0>{}</text></svg>",
    "<template><p>{}</p></template>",
    "<noscript>{}</noscript>",
    "<iframe srcdoc='<p>{}'></iframe>",
    "<object data='x'><p>{}</p></object>",
    "<video><p>{}</p></video>",
    "<dialog>{}</dialog>",
    "<datalist><option>{}</datalist>",
    "<svg><desc>{}</desc><text>a</text></svg>",
    "<math><mi>x</mi><annotation>{}</annotation></math>",
]


@pytest.mark.parametrize("body", GONE)
def test_what_no_reader_sees_is_hidden_text(body: str) -> None:
    document = page(f"<p>Isi</p>{body.format(SECRET)}<p>akhir</p>")
    assert SECRET not in document.text and {"Isi", "akhir"} <= set(document.text.split())
    assert any(SECRET in text for text in hidden(document, "hidden-text"))


SHOWN = [
    "<p aria-hidden=true>{}</p>",
    "<p style='display:none;display:block'>{}</p>",
    "<p hidden style='display:block'>{}</p>",
    "<p style='visibility:hidden'><b style='visibility:visible'>{}</b></p>",
    "<p style='font-size:0'><b style='font-size:12pt'>{}</b></p>",
    "<p style='background:#000;color:#fff'>{}</p>",
    "<p style='background:url(x.png);color:#fff'>{}</p>",
    "<p style='background:linear-gradient(red,blue);color:white'>{}</p>",
    "<table background=x.png><tr><td style='color:white'>{}</table>",
    "<p style='--x:#000;background:var(--x);color:#fff'>{}</p>",
    "<p style='color:var(--x)'>{}</p>",
    "<p style='color:lab(0 0 0)'>{}</p>",
    "<p style='color:rgb(x,y,z)'>{}</p>",
    "<p style='color:rgb(1)'>{}</p>",
    "<p style='color:inherit;background:none'>{}</p>",
    "<p style='color:white;text-shadow:1px 1px black'>{}</p>",
    "<p style='left:-9999px'>{}</p>",
    "<p style='height:0'>{}</p>",
    "<p style='height:5em;overflow:hidden'>{}</p>",
    "<p style='opacity:.5;font-size:larger'>{}</p>",
    "<p style='font-size:x-small'>{}</p>",
    "<p style='font-size:calc(1px + 1em)'>{}</p>",
    "<p style='width:50vw;clip:rect(auto,auto,auto,auto);position:absolute'>{}</p>",
    "<p style='clip:auto;position:absolute'>{}</p>",
    "<p style='margin:0 auto;inset:auto'>{}</p>",
    "<p style='filter:blur(1px)'>{}</p>",
    "<p style='--a:var(--a);color:var(--a)'>{}</p>",
    "<p style='right:-9999px;-webkit-text-security:none'>{}</p>",
    "<p style='letter-spacing:1px'>{}</p>",
    "<p style='transform:rotate(90deg)'>{}</p>",
    "<p style='transform:scale(.) scale(2);zoom:normal'>{}</p>",
    "<map name=x>{}</map>",
    "<button>{}</button>",
    "<xmp>{}</xmp>",
]


@pytest.mark.parametrize("body", SHOWN)
def test_what_may_be_seen_counts_as_text(body: str) -> None:
    document = page(body.format(SECRET))
    assert SECRET in document.text and not hidden(document, "hidden-text")


@pytest.mark.parametrize(
    ("sheet", "body"),
    [
        (".x{display:none}", "<p class='a x'>{}</p>"),
        ("#x{display:none}", "<p id=x>{}</p>"),
        ("p{color:#fff}", "<p>{}</p>"),
        ("*{color:#fff}", "<p>{}</p>"),
        ("p.x,div .y{display:none}", "<div><b><i class=y>{}</i></b></div>"),
        ("div>.y{display:none}", "<div><i class=y>{}</i></div>"),
        ("h2 + p{display:none}", "<h2>a</h2><p>{}</p>"),
        ("h2 ~ p{display:none}", "<h2>a</h2><p>b</p><p>{}</p>"),
        ("[data-x]{display:none}", "<p data-x>{}</p>"),
        ("p:not(.y, #z){display:none}", "<p class=x>{}</p>"),
        (":is(h2,p).x{display:none}", "<p class=x>{}</p>"),
        ("div :where(p:first-child){display:none}", "<div><p>{}</p></div>"),
        ("p:last-child{display:none}", "<div><b>a</b><p>{}</p></div>"),
        ("@supports (display:grid){p{display:none}}", "<p>{}</p>"),
        ("p[class='y']{display:none}", "<p class=y>{}</p>"),
        (
            "p[class^=y][class$=z][class*=yz][class~=yz][lang|=id]{display:none}",
            "<p class=yz lang=id-ID>{}</p>",
        ),
        ("@media screen{p{display:none}}", "<p>{}</p>"),
        ("@charset 'utf-8'; p{display:none}", "<p>{}</p>"),
        ("/* } */ p{content:'}';display:none}", "<p>{}</p>"),
        ("p{display:none!important} p.x{display:block}", "<p class=x>{}</p>"),
        ("<!-- p{display:none} -->", "<p>{}</p>"),
        (":root p{display:none}", "<p>{}</p>"),
        ("body{background:#000;color:#000} p{display:block}", "<p>{}</p>"),
    ],
)
def test_style_sheet_hides_text(sheet: str, body: str) -> None:
    document = page(f"<section>Isi</section>{body.format(SECRET)}", f"<style>{sheet}</style>")
    assert SECRET not in document.text
    assert any(SECRET in text for text in hidden(document, "hidden-text"))


@pytest.mark.parametrize(
    "sheet",
    [
        "@media print{p{display:none}}",
        "@media (max-width:3px){p{display:none}}",
        "p:hover{display:none}",
        "p:not(p){display:none}",
        "p:not(){display:none}",
        "p:not(p:hover){display:none}",
        "p:first-child(2){display:none}",
        "p:nth-child(1){display:none}",
        "p:is(a b, p){display:none}",
        ":root p:last-child b{display:none}",
        "p.x{display:none}",
        "#x{display:none}",
        "p[lang]{display:none} p[class=x]{display:none} p[class*='']{display:none}",
        "h2>p{display:none} h2+p{display:none} h2 p{display:none}",
        "p{display:none} p{display:block}",
        "p{display:none} body p{display:block}",
        "p{display:none",
        "p}{display:none}",
        "p >{display:none}",
        "p a b c d e f{display:none}",
        "p[a=b i]{display:none}",
        "div{p{display:none}}",
        "p$x{display:none}",
        "p{dis",
    ],
)
def test_style_sheet_that_does_not_surely_hide_shows(sheet: str) -> None:
    assert SECRET in page(f"<p>{SECRET}</p>", f"<style>{sheet}</style>").text


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (f"<!-- {SECRET} -->", "comment"),
        (f"<!--[if mso]><p>{SECRET}</p><![endif]-->", "comment"),
        (f"<![CDATA[{SECRET}]]>", "comment"),
        (f"<?php {SECRET} ?>", "comment"),
        (f"<style>/* {SECRET} */ p{{}}</style>", "comment"),
        (f"<style>p::before{{content:'{SECRET}'}}</style>", "hidden-text"),
        (f"<script>var x = '{SECRET}'</script>", "script"),
        (f"<p onclick=\"x('{SECRET}')\">a</p>", "script"),
        (f"<img src=data:image/png;base64,AA alt='{SECRET}'>", "alternative-text"),
        (f"<p title='{SECRET}'>a</p>", "metadata"),
        (f"<p data-name='{SECRET}'>a</p>", "metadata"),
        (f"<p aria-label='{SECRET}'>a</p>", "metadata"),
        (f"<a href='https://x.example/{SECRET}'>a</a>", "link"),
        (f"<form action='/{SECRET}'>a</form>", "link"),
        (f"<input type=hidden value='{SECRET}'>", "form"),
        (f"<input type=password value='{SECRET}'>", "form"),
        (f"<input placeholder='{SECRET}'>", "form"),
        (f"<input type=checkbox value='{SECRET}'>", "form"),
        (f"<select><option>a<option>{SECRET}</select>", "form"),
        (f"<select><optgroup label='{SECRET}'><option>a</select>", "form"),
        (f"<datalist><option value='{SECRET}'></datalist>", "form"),
        (f"<progress>{SECRET}</progress>", "form"),
        (f"<textarea style='display:none'>{SECRET}</textarea>", "hidden-text"),
        (f"<meta name=author content='{SECRET}'>", "metadata"),
        (f"<meta http-equiv=refresh content='1;url={SECRET}'>", "link"),
        (f"<link rel=next href='{SECRET}'>", "link"),
        (f"<base href='{SECRET}'>", "link"),
        (f"<title>{SECRET}</title>", "metadata"),
        (f"<p hidden title='{SECRET}'>b</p>", "metadata"),
        (f"<p hidden><input value='{SECRET}'></p>", "form"),
        (f"<input hidden value='{SECRET}'>", "form"),
    ],
)
def test_what_a_page_holds_beside_its_text_is_listed(body: str, kind: str) -> None:
    document = page(f"<p>Isi</p>{body}")
    assert SECRET not in document.text
    assert any(SECRET in text for text in hidden(document, kind))


def test_what_says_only_what_the_text_says_hides_nothing() -> None:
    body = "<h1>Laporan</h1><a href='mailto:a@b.example' title='Laporan'>a@b.example</a><a href='#x'>a</a>"
    head = "<title>Laporan</title><meta name=viewport content='width=1'><meta http-equiv=x-ua content=y>"
    assert page(body, head).hidden == ()


def test_picture_is_said_and_a_dot_of_a_sender_is_not() -> None:
    document = page("<p>a<img src=x.png></p><img src=y.png width=1 height=1><svg><path d='M0 0'/></svg>")
    assert [notice.values for notice in document.notices] == [{"count": 2}]
    assert [part.kind for part in document.hidden].count("picture") == 1
    assert "gambar" in document.notices[0].sentence
    assert not page("<img src=x.png style='visibility:hidden'>").notices


def test_frames_are_said() -> None:
    assert [notice.values for notice in page("<iframe src=x></iframe><embed src=y>").notices] == [
        {"count": 2}
    ]


def test_last_of_many_hidden_parts_is_told() -> None:
    document = page("".join(f"<!--{number}-->" for number in range(600)))
    assert document.hidden[-1].text.endswith("599")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<p>é–</p>".encode(), "é–"),
        ("<p>é–</p>".encode("cp1252"), "é–"),
        ("<meta charset=iso-8859-1><p>é–</p>".encode("cp1252"), "é–"),
        (
            "<meta http-equiv=content-type content='text/html; charset=windows-1251'><p>Ж</p>".encode(
                "cp1251"
            ),
            "Ж",
        ),
        ("<meta charset=utf-16><p>é</p>".encode(), "é"),
        (b"<meta charset=unicode_escape><p>\\u0041</p>", "\\u0041"),
        ("<meta charset=iso-8859-99><p>é</p>".encode(), "é"),
        ("<meta charset=us-ascii><p>é</p>".encode(), "é"),
        (b"\xef\xbb\xbf<meta charset=windows-1251><p>\xc3\xa9</p>", "é"),
        (b"\xff\xfe" + "<p>é</p>".encode("utf-16-le"), "é"),
        (b"<p>a\x00\x01\x02\x03b</p>", "ab"),
    ],
)
def test_page_is_decoded_as_browsers_decode_it(data: bytes, text: str) -> None:
    assert read(data, "", lambda done, total: None).text == text


def test_codec_of_a_name() -> None:
    assert codec("UTF-8") == "utf-8" and codec("latin1") == "cp1252" and codec("rot13") == ""


def test_deep_page_is_read_and_a_bomb_is_refused() -> None:
    assert page("<div>" * 1500 + "dalam").text == "dalam"
    assert page("<table><tr><td>" * 100 + "dalam").text.strip() == "dalam"
    with pytest.raises(LimitExceeded):
        page("<b>" * 5000 + SECRET)


def test_cell_that_spans_millions_is_cut() -> None:
    assert page("<table><tr><td colspan=9999999 rowspan=99999999>a<td>b<tr><td>c</table>").text == "a\tb\n\tc"


def test_page_that_is_too_long_is_refused() -> None:
    with pytest.raises(LimitExceeded):
        read(b"<p>" + b" " * LARGEST, "", lambda done, total: None)
