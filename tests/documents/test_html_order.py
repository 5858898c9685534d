"""What a style shows in another order is read in that order. All persons are invented."""

import pytest
from lxml import etree

from terbuka.documents import Document
from terbuka.documents.html import style
from terbuka.documents.html.read import read
from terbuka.errors import LimitExceeded


def page(body: str, sheet: str = "") -> Document:
    data = f"<!DOCTYPE html><html><head><style>{sheet}</style></head><body>{body}</body></html>".encode()
    return read(data, "", lambda done, total: None)


def spans(letters: str, how: str = "", between: str = "") -> str:
    return between.join(f"<span style='{how.format(at)}'>{each}</span>" for at, each in enumerate(letters, 1))


BACKWARDS = "display:flex;flex-direction:row-reverse"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"<div style='{BACKWARDS}'>{spans('ANTAR')}</div>", "RATNA"),
        (f"<div style='display:inline-flex;flex-flow:row-reverse nowrap'>{spans('ANTAR')}</div>", "RATNA"),
        (f"<div style='{BACKWARDS}'>A<b>N</b>T<!-- x --><b>A</b>R</div>", "RATNA"),
        (f"<div style='display:flex' dir=rtl>{spans('ANTAR')}</div>", "RATNA"),
        (f"<div style='{BACKWARDS}' dir=rtl>{spans('RATNA')}</div>", "RATNA"),
        (f"<div dir=rtl><div style='display:flex' dir=ltr>{spans('RATNA')}</div></div>", "RATNA"),
        ("<div style='display:flex;flex-direction:column-reverse'><p>dua</p><p>satu</p></div>", "satu\ndua"),
        (
            "<div style='display:flex'><b style='order:2'>TNA</b><b style='order:1'>A</b><b>R</b></div>",
            "RATNA",
        ),
        ("<div style='display:grid'><b style='order:1'>TNA</b><b style='order:-1'>RA</b></div>", "RATNA"),
        (f"<ul style='--w:row-reverse'><p style='display:flex;flex-flow:var(--w)'>{spans('ANTAR')}</ul>",
         "RATNA"),
        ("<table dir=rtl><tr><td>Ratna<td>Nama</table>", "Nama\tRatna"),
        ("<table><tfoot><tr><td>tiga</tfoot><tbody><tr><td>dua</tbody><thead><tr><td>satu</thead></table>",
         "satu\ndua\ntiga"),
        ("<b style='position:absolute;left:60px'>TNA</b><b style='position:fixed;left:30px'>RA</b>", "RATNA"),
        ("<i style='position:fixed;inset:20px 0 0 5px'>NA</i><i style='position:fixed;inset:0 9px'>RAT</i>",
         "RATNA"),
        ("<i style='position:absolute;top:2em;left:0'>d</i>x<i style='position:absolute;top:0'>s</i>",
         "sdx"),
        ("<svg><text x=60>TNA</text><text x=30>RA</text></svg>", "RA\nTNA"),
    ],
)  # fmt: skip
def test_what_is_shown_in_another_order_is_read_in_it(body: str, text: str) -> None:
    assert page(body).text == text


MOVED = [
    "position:relative;left:{0}0px",
    "position:relative;inset:0 auto auto calc(1px * {0})",
    "position:absolute;right:{0}0px",
    "position:absolute;left:{0}0%;transform:translate(3px)",
    "position:absolute;left:calc(1px + {0}em)",
    "float:right",
    "display:block;grid-column:{0}",
    "transform:translateX({0}em)",
    "rotate:180deg",
    "margin-left:-{0}9px",
    "order:calc(1 + {0})",
]


@pytest.mark.parametrize("how", MOVED)
@pytest.mark.parametrize("between", ["", " "])
def test_pieces_of_words_that_are_moved_otherwise_are_taken_out_and_told(how: str, between: str) -> None:
    document = page(f"<p>awal {spans('ANTAR', how, between)} akhir</p>")
    assert document.text == "awal akhir"
    assert [part.text for part in document.hidden if part.place == "moved"] == ["A N T A R"]


@pytest.mark.parametrize(
    "body",
    [
        f"<p style='writing-mode:vertical-rl'>{spans('ANTAR', 'display:block')}</p>",
        f"<p style='display:grid;grid-auto-flow:column'>{spans('ANTAR')}</p>",
        f"<p style='display:flex;flex-wrap:wrap-reverse'>{spans('ANTAR')}</p>",
        f"<p dir=rtl>{spans('ANTAR', 'display:inline-block')}</p>",
        f"<p dir=rtl>{spans('ANTAR', 'unicode-bidi:isolate')}</p>",
        "<p dir=rtl><bdi>A</bdi><bdi>N</bdi><bdi>TAR</bdi></p>",
        "<p dir=rtl><i dir=ltr>NA</i><i dir=ltr>RAT</i></p>",
        f"<p style='display:grid' dir=rtl>{spans('ANTAR')}</p>",
        f"<p>R<b style='float:left'>A</b>{spans('NT', 'float:left')}</p>",
        "<p><b style='position:absolute;left:9px'>A</b><b style='position:absolute;left:2%'>NT</b></p>",
        "<p><span><b style='float:right'>NA</b></span><span><b style='float:right'>RAT</b></span></p>",
    ],
)
def test_pieces_of_words_in_what_is_not_followed_are_taken_out(body: str) -> None:
    document = page(f"awal{body}")
    assert set(document.text) <= set("awal\n R")
    assert "moved" in [part.place for part in document.hidden]


@pytest.mark.parametrize(
    "sheet",
    [
        "b:nth-child(2){float:right}",
        "@media (min-width:1px){p b{float:right}}",
        "p > .x:hover{order:3}",
        "#x :where(a b, *){left:9px}",
        "p ::slotted(*){float:right}",
    ],
)
def test_pieces_that_a_rule_may_move_which_is_not_understood_are_taken_out(sheet: str) -> None:
    document = page("<p>awal <b class=x>A</b><b class=x>NT</b><b class=x>AR</b></p>", sheet)
    assert document.text == "awal"
    if "*" not in sheet:
        assert page("<p>awal <i>A</i><i>NT</i><i>AR</i></p>", sheet).text == "awal ANTAR"


@pytest.mark.parametrize(
    "body",
    [
        "<ul><li style='float:right'>1</li><li style='float:right'>2</li><li style='float:right'>3</li></ul>",
        f"<p>{spans('ABCDEF', 'float:right')}</p>",
        f"<p>{spans('RATNA', 'float:left')}</p>",
        f"<p>{spans('RATNA', 'position:relative')}</p>",
        f"<p>{spans('RATNA', 'position:relative;top:-3px')}</p>",
        f"<p>{spans('RATNA', 'transform:none;margin:0 auto')}</p>",
        "<p>Pesan <b style='float:right'>12</b></p>",
        "<p>kolom <b style='float:right'>kanan</b><b style='position:relative;left:50px'>geser</b></p>",
        "<nav style='display:flex'><a>ID</a> <a>EN</a> <a>AR</a></nav>",
        "<table><tr><td style='float:right'>a</td></tr></table>",
        "<p dir=rtl>Ratna <b>Wirandaka</b></p>",
        "<div style='display:flex;flex-direction:column'><p>satu</p><p>dua</p></div>",
    ],
)
def test_ordinary_pages_stay_as_they_are_written(body: str) -> None:
    document = page(body)
    written = "".join(etree.HTML(body).itertext()).replace(" ", "")
    bare = "".join(document.text.split()).replace("•", "")
    assert bare == written and not document.hidden


def test_style_that_asks_for_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(style, "MOST_WORK", 20_000)
    few = "".join(f"b[lang=x{at}]{{color:red}}" for at in range(100))
    assert page("<b>a</b>" * 50, few).text == "a" * 50
    for sheet in (few, "i ~ b{color:red}", "b:not(.a, .b, .c){color:red}" * 20):
        with pytest.raises(LimitExceeded, match="aturan gaya"):
            page("<b class=y>a</b>" * 400, sheet)
    with pytest.raises(LimitExceeded, match="aturan gaya"):
        page(f"<b class='{'y ' * 2_000}'>a</b>", ".y.x{color:red}" * 400)
