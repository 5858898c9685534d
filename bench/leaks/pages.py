"""Pages (HTML) that name an invented person where a browser shows it, and where it does not."""

import base64
import html
from pathlib import Path
from random import Random

from leaks.case import Family, Planted, Shown
from leaks.persons import Person, person, sentences, words

FAMILY = Family("html", "page")
TURN, BACK = "\u202e", "\u202c"


def _page(
    seed: Random,
    folder: Path,
    who: Person,
    body: str,
    *,
    head: str = "",
    kept: str = "",
    shown: Shown = Shown.TEXT,
    encoding: str = "utf-8",
    said: str = '<meta charset="utf-8">',
) -> Planted:
    """A page with harmless lines around ``body``. ``kept``: what of it must stay."""
    lines = sentences(seed)
    around = [f"<p>{line}</p>" for line in lines]
    path = folder / "halaman.html"
    page = (
        f"<!DOCTYPE html>\n<html><head>{said}{head}</head>\n<body>\n{''.join(around[:3])}\n{body}\n"
        f"{''.join(around[3:])}\n</body></html>\n"
    )
    path.write_bytes(page.encode(encoding))
    return Planted(path, who.secrets, words([*lines, kept]), shown=shown)


def _beside(seed: Random, folder: Path, hidden: str, head: str = "", kept: str = "") -> Planted:
    """Shown in a sentence, and once more in ``hidden``, where NAME and NIK stand for the person's."""
    who = person(seed)
    filled, filled_head = (part.replace("NAME", who.name).replace("NIK", who.nik) for part in (hidden, head))
    body = f"<p>{who.sentence}</p>\n{filled}"
    return _page(seed, folder, who, body, head=filled_head, kept=f"hadir memberi keterangan {kept}")


@FAMILY.case
def comment(seed: Random, folder: Path) -> Planted:
    "Comments, conditional ones, CDATA and instructions of a server."
    return _beside(
        seed, folder, "<!-- NAME NIK --><!--[if mso]><p>NAME</p><![endif]--><![CDATA[NAME]]><?php NIK ?>"
    )


@FAMILY.case
def attributes(seed: Random, folder: Path) -> Planted:
    "Alternative texts, titles, data of scripts, names of classes and places."
    return _beside(
        seed,
        folder,
        "<p title='NAME' data-nik='NIK' class='NAME' id='NIK' aria-label='NAME'>Meja baru"
        "<img src='foto-NIK.png' alt='NAME'></p>",
        kept="Meja baru",
    )


@FAMILY.case
def metadata(seed: Random, folder: Path) -> Planted:
    "Title, description, structured data."
    return _beside(
        seed,
        folder,
        "",
        "<title>NAME</title><meta name=author content='NAME'><meta property=og:title content='NIK'>"
        "<script type='application/ld+json'>{\"name\": \"NAME\"}</script><link rel=me href='https://x/NAME'>",
    )


@FAMILY.case
def script(seed: Random, folder: Path) -> Planted:
    "Scripts and what they are told."
    return _beside(
        seed,
        folder,
        "<script>var x = {nama: 'NAME', nik: 'NIK'}</script><p onclick=\"x('NAME')\">Pintu</p>",
        kept="Pintu",
    )


@FAMILY.case
def style_sheet(seed: Random, folder: Path) -> Planted:
    "Comments of a style sheet, generated text, an address in it."
    return _beside(
        seed,
        folder,
        "<p class=x>Pagar</p>",
        "<style>/* NAME */ .x::after{content:'NAME'} .y{background:url(NIK)}</style>",
        "Pagar",
    )


@FAMILY.case
def hidden_elements(seed: Random, folder: Path) -> Planted:
    "Elements that are not shown, by attribute and by style."
    return _beside(
        seed,
        folder,
        "<p hidden>NAME</p><p style='display:none'>NIK</p><p style='visibility:hidden'>NAME</p>"
        "<p style='opacity:0'>NAME</p><p style='font-size:0'>NIK</p><dialog>NAME</dialog>",
    )


@FAMILY.case
def hidden_by_sheet(seed: Random, folder: Path) -> Planted:
    "Elements that a style sheet hides."
    return _beside(
        seed,
        folder,
        "<p class='a b'>NAME</p><div id=c>NIK</div><section><p>NAME</p></section>",
        "<style>.b{display:none} #c{visibility:hidden} section > p{position:absolute;left:-9999px}</style>",
    )


@FAMILY.case
def same_colour(seed: Random, folder: Path) -> Planted:
    "White on white and black on black."
    return _beside(
        seed,
        folder,
        "<p style='color:#fff'>NAME</p><p><font color=white>NIK</font></p>"
        "<p>Kursi <span style='background:#000;color:#000'>NAME</span></p>",
        kept="Kursi",
    )


@FAMILY.case
def clipped(seed: Random, folder: Path) -> Planted:
    "Boxes without room, off the page, clipped away, made small."
    return _beside(
        seed,
        folder,
        "<p style='height:0;overflow:hidden'>NAME</p><p style='text-indent:-9999px'>NIK</p>"
        "<p style='clip-path:inset(100%)'>NAME</p><p style='transform:scale(0)'>NAME</p>"
        "<p style='position:absolute;width:1px;height:1px;clip:rect(0,0,0,0)'>NIK</p>",
    )


@FAMILY.case
def unshown_contents(seed: Random, folder: Path) -> Planted:
    "Templates, frames, what stands for scripts and films."
    return _beside(
        seed,
        folder,
        "<template><p>NAME</p></template><noscript>NIK</noscript><iframe srcdoc='<p>NAME'>NIK</iframe>"
        "<video>NAME</video><object data='x'>NIK</object>",
    )


@FAMILY.case
def form_fields(seed: Random, folder: Path) -> Planted:
    "Fields that show a person, and fields that do not."
    who = person(seed)
    body = (
        f"<form>Nama: <input value='{who.name}'><br>NIK: <input value='{who.nik}'>"
        f"<input type=hidden value='{who.nik}'><input placeholder='{who.name}'>"
        f"<select><option>Pilih<option>{who.name}</select><textarea>Catatan meja</textarea></form>"
    )
    return _page(seed, folder, who, body, kept="Pilih Catatan meja")


@FAMILY.case
def links(seed: Random, folder: Path) -> Planted:
    "Addresses of links and pictures, data in them."
    who = person(seed)
    data = base64.b64encode(f"<p>{who.name} {who.nik}</p>".encode()).decode()
    body = (
        f"<p>{who.sentence}</p><p><a href='mailto:{who.name}@x.example?subject={who.nik}'>tulis</a> "
        f"<a href='data:text/html;base64,{data}'>buka</a><img src='data:image/png;base64,{data}'></p>"
    )
    return _page(seed, folder, who, body, kept="tulis buka")


@FAMILY.case
def entities(seed: Random, folder: Path) -> Planted:
    "A name in the codes of HTML."
    who = person(seed)
    coded = "".join(
        f"&#{ord(letter)};" if number % 2 else f"&#x{ord(letter):x};"
        for number, letter in enumerate(who.sentence)
    )
    return _page(seed, folder, who, f"<p>{coded}</p>", kept="hadir memberi keterangan")


@FAMILY.case
def split_over_elements(seed: Random, folder: Path) -> Planted:
    "A name in pieces of several elements."
    who = person(seed)
    pieces = "".join(
        f"<{'bi'[number % 2]}>{letter}</{'bi'[number % 2]}>" for number, letter in enumerate(who.name)
    )
    digits = "".join(f"<span>{digit}</span>" for digit in who.nik)
    return _page(seed, folder, who, f"<p>Pelapor Sdri. {pieces}, NIK {digits}, hadir.</p>", kept="hadir")


@FAMILY.case
def unseen_letters(seed: Random, folder: Path) -> Planted:
    "Soft hyphens, zero-width spaces and joiners in a name."
    who = person(seed)
    name = "&shy;".join(who.name)
    nik = "\u200b".join(who.nik[:8]) + "<wbr>" + "&#8288;".join(who.nik[8:])
    return _page(seed, folder, who, f"<p>Pelapor Sdri. {name}, NIK {nik}, hadir.</p>", kept="hadir")


@FAMILY.case
def turned_around(seed: Random, folder: Path) -> Planted:
    "A name written from right to left, by a character, an element and a style."
    who = person(seed)
    back = who.name[::-1]
    body = (
        f"<p>Pelapor Sdri. {who.name} hadir. Lalu Sdri. <bdo dir=rtl>{back}</bdo> duduk.</p>"
        f"<p>Kemudian Sdri. {TURN}{back}{BACK} pulang, NIK "
        f"<i style='unicode-bidi:bidi-override;direction:rtl'>{who.nik[::-1]}</i>.</p>"
    )
    return _page(seed, folder, who, body, kept="hadir Lalu duduk Kemudian pulang")


@FAMILY.case
def table_of_persons(seed: Random, folder: Path) -> Planted:
    "A list of persons in a table in a table that lays the page out."
    who, other = person(seed), person(seed)
    rows = "".join(
        f"<tr><td>{number}<td>{one.name}<td>{one.nik}" for number, one in enumerate((who, other), 1)
    )
    body = f"<table><tr><td><table border=1><tr><th>No<th>Nama<th>NIK{rows}</table><td>Selesai</table>"
    planted = _page(seed, folder, who, body, kept="No Nama NIK Selesai")
    return Planted(planted.path, (*who.secrets, *other.secrets), planted.kept)


@FAMILY.case
def drawing(seed: Random, folder: Path) -> Planted:
    "Text and title of a drawing, words of a formula."
    who = person(seed)
    body = (
        f"<svg><title>{who.name}</title><desc>{who.nik}</desc>"
        f"<text x=1 y=9>Pelapor Sdri. {who.name}, NIK {who.nik}</text>"
        f"<text fill=white>{who.name}</text></svg><math><mi>x</mi><annotation>{who.nik}</annotation></math>"
    )
    return _page(seed, folder, who, body, kept="x")


@FAMILY.case
def preformatted(seed: Random, folder: Path) -> Planted:
    "Columns of a fixed width."
    who = person(seed)
    body = f"<pre>Nama      : {who.name}          Ruang 2\nNIK       : {who.nik}\n</pre>"
    return _page(seed, folder, who, body, kept="Nama Ruang 2 NIK")


@FAMILY.case
def old_encoding(seed: Random, folder: Path) -> Planted:
    "A page in Windows-1252 that says so."
    who = person(seed)
    body = f"<p>Pelapor \u201cSdri. {who.name}\u201d \u2013 NIK {who.nik} \u2013 hadir di caf\u00e9.</p>"
    return _page(
        seed,
        folder,
        who,
        body,
        kept="hadir di caf\u00e9",
        encoding="cp1252",
        said="<meta charset=iso-8859-1>",
    )


@FAMILY.case
def utf_16(seed: Random, folder: Path) -> Planted:
    "A page in UTF-16."
    who = person(seed)
    return _page(
        seed, folder, who, f"<p>{who.sentence}</p>", kept="hadir memberi keterangan", encoding="utf-16"
    )


@FAMILY.case
def nested_deep(seed: Random, folder: Path) -> Planted:
    "A thousand elements in one another, none of them closed."
    who = person(seed)
    return _page(seed, folder, who, "<div><span>" * 500 + who.sentence, kept="hadir memberi keterangan")


@FAMILY.case
def saved_by_word(seed: Random, folder: Path) -> Planted:
    "A page as a word processor saves it."
    return _beside(
        seed,
        folder,
        "<p class=MsoNormal style='mso-hide:all;display:none'><span lang=IN>NAME<o:p></o:p></span></p>"
        "<p class=MsoNormal><b><span style='font-size:12.0pt;color:black'>Berita Acara"
        "<o:p>&nbsp;</o:p></span></b></p>",
        "<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>NAME</o:Author></o:DocumentProperties></xml>"
        "<![endif]-->"
        "<style><!-- p.MsoNormal{margin:0cm;font-family:Calibri} --></style>",
        kept="Berita Acara",
    )


@FAMILY.case
def anonymised_badly(seed: Random, folder: Path) -> Planted:
    "Names that somebody has painted black."
    who = person(seed)
    bar = f"<span style='background-color:black;color:black'>{html.escape(who.name)}</span>"
    body = f"<p>Saksi {bar} dan <del>{who.name}</del> NIK <s>{who.nik}</s> hadir.</p>"
    return _page(seed, folder, who, body, kept="Saksi dan hadir")
