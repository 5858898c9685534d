"""Places within the stories of a DOCX where a name survives: shown oddly, hidden, or beside the text."""

from collections.abc import Callable
from xml.sax.saxutils import escape, quoteattr

from leaks.docx_package import Leak, Who, paragraph, run, story

Place = Callable[[Who], Leak]
MOVED = 'w:id="7" w:author="Petugas" w:date="2024-01-01T00:00:00Z"'


def _blocks(*blocks: str, kept: tuple[str, ...] = ()) -> Leak:
    return Leak([*blocks], kept=kept)


def _split(who: Who) -> str:
    return "".join(run(letters) + '<w:proofErr w:type="spellStart"/>' for letters in _pieces(who.name, 3))


def _pieces(text: str, length: int) -> list[str]:
    return [text[at : at + length] for at in range(0, len(text), length)]


def _table(*rows: str, look: str = "") -> str:
    return f"<w:tbl><w:tblPr>{look}</w:tblPr>{''.join(rows)}</w:tbl>"


def _row(*cells: str, look: str = "") -> str:
    return f"<w:tr><w:trPr>{look}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(text: str, look: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/>{look}</w:tcPr>{paragraph(text)}</w:tc>'


def _field(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _box(text: str, *, fallback: str = "", x: int = 0, fill: str = "FFFFFF") -> str:
    """A text box as Word writes it: a shape, and the same for older programs."""
    shape = (
        f'<w:drawing><wp:anchor><wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset>'
        '</wp:positionH><wp:extent cx="2000000" cy="500000"/><wp:docPr id="4" name="Kotak"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:spPr><a:solidFill><a:srgbClr val="{fill}"/></a:solidFill></wps:spPr><wps:txbx><w:txbxContent>'
        f"{paragraph(text)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        "</w:drawing>"
    )
    old = (
        '<w:pict><v:shape style="width:200pt;height:40pt"><v:textbox><w:txbxContent>'
        f"{paragraph(fallback or text)}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    return paragraph(
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{shape}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def _control(inside: str, said: str) -> str:
    return f"<w:sdt><w:sdtPr>{said}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def _link(who: Who) -> Leak:
    link = (
        f"<w:hyperlink r:id={quoteattr('l1')} "
        f"w:tooltip={quoteattr(who.name)}>{run('surat resmi')}</w:hyperlink>"
    )
    return Leak(
        [paragraph(link)],
        external={"l1": ("hyperlink", f"mailto:{who.name.replace(' ', '.')}@contoh.id")},
        kept=("surat resmi",),
    )


def _symbols(who: Who) -> Leak:
    signs = "".join(f'<w:r><w:sym w:font="Arial" w:char="{ord(letter):04X}"/></w:r>' for letter in who.name)
    private = "".join(
        f'<w:r><w:sym w:font="Symbol" w:char="{0xF000 + ord(letter):04X}"/></w:r>' for letter in who.name
    )
    return _blocks(paragraph("Tanda: ", signs), paragraph("Tanda: ", private))


def _ruby(who: Who) -> Leak:
    given, family = who.parts
    ruby = (
        ""
        ""
        f"<w:r><w:ruby><w:rubyPr/><w:rt>{run(given)}</w:rt><w:rubyBase>{run(family)}</w:rubyBase></w:ruby></w:r>"
    )
    return _blocks(paragraph("Keterangan ", ruby))


def _math(who: Who) -> Leak:
    given, family = who.parts
    made = (
        f"<m:oMath><m:r><m:t>{given} "
        f"</m:t></m:r><m:f><m:num><m:r><m:t>{family}</m:t></m:r></m:num></m:f></m:oMath>"
    )
    phantom = (
        '<m:oMath><m:phant><m:phantPr><m:show m:val="0"/></m:phantPr><m:e><m:r>'
        f"<m:t>{who.name}</m:t></m:r></m:e></m:phant></m:oMath>"
    )
    return _blocks(paragraph("Rumus ", made), paragraph(phantom))


def _form(who: Who) -> Leak:
    data = (
        f'<w:ffData><w:name w:val="{who.parts[0]}"/><w:enabled/><w:helpText w:type="text" '
        f'w:val="{who.name}"/>'
        f'<w:statusText w:type="text" w:val="{who.name}"/><w:textInput><w:default w:val="{who.name}"/>'
        "</w:textInput></w:ffData><w:ffData><w:ddList><w:listEntry "
        f'w:val="{who.name}"/></w:ddList></w:ffData>'
    )
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
    rest = _field(" FORMTEXT ", "isian biasa").partition("</w:r>")[2]
    return _blocks(paragraph(begin, rest), kept=("isian biasa",))


def _moves(who: Who) -> Leak:
    ranges = f'<w:moveFromRangeStart w:id="3" w:name="{who.name}" w:author="{who.name}"/>'
    away = f"<w:moveFrom {MOVED}>{run(who.name)}</w:moveFrom>"
    here = f'<w:moveTo w:id="8" w:author="{who.name}">{run(who.name)}</w:moveTo>'
    return _blocks(paragraph(ranges, away, "sisa kalimat"), paragraph(here), kept=("sisa kalimat",))


def _changed_look(who: Who) -> Leak:
    change = (
        f'<w:rPrChange w:id="4" w:author="{who.name}"><w:rPr><w:rStyle '
        f'w:val="{who.parts[0]}"/></w:rPr></w:rPrChange>'
    )
    return _blocks(paragraph(run("tulisan tebal", f"<w:b/>{change}")), kept=("tulisan tebal",))


def _lost_cells(who: Who) -> Leak:
    merged = _table(_row(_cell("atas", '<w:vMerge w:val="restart"/>')), _row(_cell(who.name, "<w:vMerge/>")))
    gone = _table(
        _row(_cell(who.name), look=f"<w:del {MOVED}/>"),
        _row(_cell(who.name, f"<w:cellDel {MOVED}/>"), _cell("sel tinggal")),
        _row(_cell(who.name), look="<w:hidden/>"),
    )
    return _blocks(merged, paragraph(""), gone, kept=("atas", "sel tinggal"))


def _vanished(who: Who) -> Leak:
    styles = story(
        "styles",
        '<w:style w:type="character" w:styleId="s1"><w:name '
        'w:val="Samar"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="s2"><w:name w:val="Samar '
        '2"/><w:rPr><w:vanish/></w:rPr></w:style>',
    )
    return Leak(
        [
            paragraph(run(who.name, "<w:vanish/>"), run(who.name, "<w:webHidden/>")),
            paragraph(run(who.name, '<w:rStyle w:val="s1"/>')),
            paragraph(who.name, look='<w:pStyle w:val="s2"/>'),
        ],
        parts={"word/styles.xml": styles},
        related={"st": ("styles", "styles.xml")},
    )


def _alternatives(who: Who) -> Leak:
    inside = (
        f'<mc:AlternateContent><mc:Choice Requires="x">{run(who.parts[0])}</mc:Choice>'
        f'<mc:Choice Requires="wps">{run("pilihan kedua")}</mc:Choice>'
        f"<mc:Fallback>{run(who.name)}</mc:Fallback></mc:AlternateContent>"
    )
    return _blocks(paragraph(inside))


def _bidi(who: Who) -> Leak:
    turned = f'<w:bdo w:val="rtl">{run(who.name[::-1])}</w:bdo>'
    return _blocks(paragraph(turned), paragraph(f"\u202e{who.name[::-1]}\u202c"))


def _unseen_letters(who: Who) -> Leak:
    given, family = who.parts
    return _blocks(
        paragraph("\u00ad".join(_pieces(who.name, 2))),
        paragraph("\u200b".join(_pieces(who.name, 2))),
        paragraph(f"{given}\u00a0{family}"),
        paragraph(run(given), "<w:r><w:br/></w:r>", run(family)),
        paragraph(run(given[:3]), "<w:r><w:softHyphen/></w:r>", run(f"{given[3:]} {family}")),
        paragraph(run(given), "<w:r><w:tab/></w:r>", run(family)),
    )


def _strange(who: Who) -> Leak:
    unknown = f"<x:note x:said={quoteattr(who.name)}><w:r><w:t>{who.name}</w:t></w:r></x:note>"
    return _blocks(
        f"{unknown}<!-- {who.name} --><?nota {who.name}?>",
        paragraph(f"{run('teks')}<!-- {who.name} -->{who.name}"),
        f'<w:p w14:paraId="1" x:by={quoteattr(who.name)}><w:r><w:t><![CDATA[biasa]]></w:t></w:r></w:p>',
    )


def _attributes(who: Who) -> Leak:
    said = quoteattr(who.name)
    mark = f'<w:bookmarkStart w:id="1" w:name="{who.name.replace(" ", "_")}"/><w:bookmarkEnd w:id="1"/>'
    hidden = f'<w:bookmarkStart w:id="2" w:name="_{who.parts[1]}"/><w:bookmarkEnd w:id="2"/>'
    permitted = (
        f'<w:permStart w:id="3" w:ed={said} w:edGrp="everyone"/>{run("boleh diubah")}<w:permEnd w:id="3"/>'
    )
    tagged = (
        f'<w:smartTag w:uri="urn:x" w:element="PersonName"><w:smartTagPr><w:attr w:name="n" w:val={said}/>'
        f"</w:smartTagPr>{run(who.name)}</w:smartTag>"
        '<w:customXml w:element="nama"><w:customXmlPr><w:placeholder '
        f"w:val={said}/></w:customXmlPr>{run(who.name)}</w:customXml>"
    )
    return _blocks(paragraph(mark, hidden, permitted), paragraph(tagged), kept=("boleh diubah",))


def _controls(who: Who) -> Leak:
    said = quoteattr(who.name)
    items = f"<w:dropDownList><w:listItem w:displayText={said} w:value={said}/></w:dropDownList>"
    bound = (
        f'<w:alias w:val={said}/><w:tag w:val={said}/><w:dataBinding w:xpath="/nama" w:storeItemID="{{A}}"/>'
        f"<w:placeholder><w:docPart w:val={said}/></w:placeholder>"
    )
    return Leak(
        [
            paragraph(_control(run("pilih satu"), items)),
            _control(paragraph(who.name), bound),
            _control(paragraph("tanpa nama"), "<w15:repeatingSection/>"),
        ],
        parts={"customXml/item1.xml": f"<nama>{who.name}</nama>"},
        related={"cx": ("customXml", "../customXml/item1.xml")},
        kept=("pilih satu", "tanpa nama"),
    )


def _art(who: Who) -> Leak:
    art = (
        f'<w:r><w:pict><v:shape style="width:200pt;height:40pt" alt="{who.name}" '
        f'o:title="{who.name}" href="http://{who.parts[0]}.id">'
        f'<v:textpath style="font-family:Arial" string="{who.name}"/></v:shape></w:pict></w:r>'
    )
    return _blocks(paragraph(art), f'<w:p><w:r><w:object><v:shape alt="{who.name}"/></w:object></w:r></w:p>')


def _contents(who: Who) -> Leak:
    entry = _field(r" PAGEREF _Toc1 \h ", "3")
    title = f'<w:bookmarkStart w:id="5" w:name="_Toc1"/>{run(who.name)}<w:bookmarkEnd w:id="5"/>'
    return _blocks(
        paragraph(_field(r' TOC \o "1-3" ', "Daftar isi "), run(who.name), entry),
        paragraph(title, look='<w:outlineLvl w:val="0"/>'),
        kept=("Daftar isi",),
    )


def _fields(who: Who) -> Leak:
    inner = _field(f' DOCPROPERTY "{who.name}" ', "lembar")
    nested = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF "</w:instrText></w:r>'
        f'{inner}<w:r><w:instrText>" = "{who.name}" "{who.name}" "lain" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("hasil akhir")}<w:r><w:fldChar '
        'w:fldCharType="end"/></w:r>'
    )
    simple = f"<w:fldSimple w:instr={quoteattr(f' AUTHOR {who.name} ')}>{run('petugas')}</w:fldSimple>"
    included = _field(f' INCLUDETEXT "C:\\\\Users\\\\{who.name}\\\\surat.docx" ', "isi surat")
    data = f'<w:r><w:fldChar w:fldCharType="begin"><w:fldData>{who.name}</w:fldData></w:fldChar></w:r>'
    data += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    kept = ("hasil akhir", "petugas", "isi surat")
    return _blocks(*map(paragraph, (nested, simple, included, data)), kept=kept)


def _framed(who: Who) -> Leak:
    away = '<w:framePr w:w="2000" w:h="500" w:x="40000" w:y="200" w:hAnchor="page" w:vAnchor="page"/>'
    here = '<w:framePr w:w="4000" w:h="500" w:x="1500" w:y="200" w:hAnchor="page" w:vAnchor="page"/>'
    return _blocks(paragraph(who.name, look=away), paragraph(who.name, look=here))


def _small(who: Who) -> Leak:
    looks = (
        '<w:sz w:val="2"/>', '<w:w w:val="1"/>', '<w:spacing w:val="-400"/>', '<w:position w:val="900"/>',
        '<w:fitText w:val="20"/>', '<w:color w:val="FFFFFF"/>', '<w:color w:val="FEFEFE"/>',
        '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>',
        '<w:color w:val="000000"/><w:highlight w:val="black"/>',
    )  # fmt: skip
    flat = paragraph(who.name, look='<w:spacing w:line="1" w:lineRule="exact"/>')
    off = paragraph(who.name, look='<w:ind w:left="30000"/>')
    return _blocks(*(paragraph(run(who.name, look)) for look in looks), flat, off)


def _described_table(who: Who) -> Leak:
    said = f'<w:tblCaption w:val="{who.name}"/><w:tblDescription w:val="{who.name}"/>'
    return _blocks(_table(_row(_cell("kolom satu"), _cell(who.name)), look=said), kept=("kolom satu",))


def _removed(who: Who) -> Leak:
    deleted = f'<w:del w:id="9" w:author="{who.name}"><w:r><w:delText>{who.name}</w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="10" w:author="{who.name}">{run("kata baru")}</w:ins>'
    mark = f'<w:p><w:pPr><w:rPr><w:del w:id="11" w:author="{who.name}"/></w:rPr></w:pPr>{run("awal")}</w:p>'
    return _blocks(paragraph(deleted, inserted), mark, kept=("kata baru", "awal"))


def _background(who: Who) -> Leak:
    return _blocks(f'<w:background w:color="FFFFFF"><v:background id="{who.name}"/></w:background>')


def _textbox(who: Who) -> Leak:
    return _blocks(_box(who.name), _box("kotak biasa", fallback=who.name), kept=("kotak biasa",))


def _far_box(who: Who) -> Leak:
    return _blocks(_box(who.name, x=90_000_000), _box(who.name, fill="000000"))


def _caps(who: Who) -> Leak:
    return _blocks(
        paragraph(run(who.name.lower(), "<w:caps/>")), paragraph(run(who.name.upper(), "<w:smallCaps/>"))
    )


def _sections(who: Who) -> Leak:
    first = (
        "<w:p><w:pPr><w:sectPr><w:sectPrChange "
        f'w:author="{who.name}"><w:sectPr/></w:sectPrChange></w:sectPr></w:pPr></w:p>'
    )
    return _blocks(
        first, f"<w:altChunk r:id={quoteattr(who.name)}/>", f"<w:subDoc r:id={quoteattr(who.name)}/>"
    )


BODY: dict[str, Place] = {
    "split runs": lambda who: _blocks(paragraph(_split(who))),
    "hyperlink tooltip and address": _link,
    "symbols spelling the name": _symbols,
    "ruby": _ruby,
    "formula and phantom": _math,
    "form field data": _form,
    "tracked moves": _moves,
    "tracked change of look": _changed_look,
    "tracked deletion and insertion": _removed,
    "lost and deleted cells": _lost_cells,
    "hidden by run, style, web": _vanished,
    "alternatives that differ": _alternatives,
    "direction overrides": _bidi,
    "soft hyphens, zero width, breaks": _unseen_letters,
    "unknown elements, comments, PIs": _strange,
    "bookmarks, permissions, smart tags": _attributes,
    "controls, lists, data binding": _controls,
    "WordArt and OLE shape": _art,
    "table of contents": _contents,
    "fields nested, simple, INCLUDETEXT": _fields,
    "frames on and off the page": _framed,
    "small, squeezed, pale, black": _small,
    "table caption and description": _described_table,
    "page background": _background,
    "text box, both branches": _textbox,
    "text box off the page, on black": _far_box,
    "capitals by format": _caps,
    "section change, altChunk, subDoc": _sections,
}
"""What each class puts into the body."""
