"""Parts of a DOCX beside its text in which a name survives."""

import io
from xml.sax.saxutils import quoteattr

from PIL import Image, ImageDraw, ImageFont

from leaks.docx_body import Place
from leaks.docx_package import (
    NAMES,
    Leak,
    Who,
    packed,
    paragraph,
    relations,
    run,
    story,
)

MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"


def _part(name: str, kind: str, content: str | bytes, *blocks: str) -> Leak:
    return Leak([*blocks], parts={f"word/{name}": content}, related={"p1": (kind, name)})


def picture_of(text: str, *, size: tuple[int, int] = (900, 160), below: int = 0) -> Image.Image:
    """A picture that says ``text`` in letters of forty pixels, ``below`` pixels further down."""
    picture = Image.new("RGB", (size[0], size[1] + below), "white")
    ImageDraw.Draw(picture).text((40, 50 + below), text, fill="black", font=ImageFont.load_default(40))
    return picture


def encoded(picture: Image.Image, format: str = "PNG", **said: object) -> bytes:
    """The bytes of a picture file."""
    buffer = io.BytesIO()
    picture.save(buffer, format, **said)
    return buffer.getvalue()


def drawing(relation: str, *, crop: str = "", said: str = "", size: tuple[int, int] = (900, 160)) -> str:
    """A picture in the line; ``crop``: the attributes of ``a:srcRect``; ``said``: its alternative text."""
    described = quoteattr(said)
    return paragraph(
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{size[0] * 6350}" cy="{size[1] * 6350}"/>'
        f'<wp:docPr id="1" name={described} descr={described} title={described}/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="0" name={described}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:srcRect {crop}/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1" cy="1"/></a:xfrm></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _shown(name: str, data: bytes, **look: object) -> Leak:
    return _part(f"media/{name}", "image", data, drawing("p1", **look))  # type: ignore[arg-type]


def _metadata(who: Who) -> Leak:
    exif = Image.Exif()
    exif[0x013B] = exif[0x010E] = who.name
    data = encoded(picture_of("Denah gedung"), "JPEG", exif=exif, comment=who.name.encode())
    return _shown("image1.jpeg", data + who.name.encode(), said=who.name)


def _cropped(who: Who) -> Leak:
    picture = picture_of("Denah gedung", below=0)
    both = Image.new("RGB", (900, 320), "white")
    both.paste(picture, (0, 0))
    both.paste(picture_of(who.name), (0, 160))
    return _shown("image1.png", encoded(both), crop='b="50000"')


def _transparent(who: Who) -> Leak:
    picture = picture_of(who.name)
    picture.putalpha(0)
    return _shown("image1.png", encoded(picture))


def _frames(who: Who) -> Leak:
    first, second = picture_of("Denah gedung"), picture_of(who.name)
    return _shown("image1.gif", encoded(first, "GIF", save_all=True, append_images=[second]))


def _turned(who: Who) -> Leak:
    return _shown("image1.png", encoded(picture_of(who.name).rotate(90, expand=True)), size=(160, 900))


def _code(who: Who) -> Leak:
    import zxingcpp

    made = zxingcpp.create_barcode(f"{who.name} {who.nik}", zxingcpp.BarcodeFormat.QRCode)
    picture = Image.fromarray(zxingcpp.write_barcode_to_image(made, scale=8))
    return _shown("image1.png", encoded(picture), size=picture.size)


def _old_picture(who: Who) -> Leak:
    shape = (
        f'<v:shape style="width:300pt;height:60pt"><v:imagedata r:id="p1" o:title="{who.name}"/></v:shape>'
    )
    data = encoded(picture_of(who.name))
    return _part("media/image1.png", "image", data, paragraph(f"<w:r><w:pict>{shape}</w:pict></w:r>"))


def _vectors(who: Who) -> Leak:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"><text>{who.name}</text></svg>'
    emf = b"\x01\0\0\0" + bytes(36) + b" EMF" + bytes(40) + who.name.encode("utf-16-le")
    leak = _shown("image1.emf", emf)
    leak.parts["word/media/image2.svg"] = svg
    leak.related["p2"] = ("image", "media/image2.svg")
    return leak


def _stories(who: Who) -> Leak:
    parts = {f"word/header{n}.xml": story("hdr", paragraph(who.name)) for n in (1, 2, 3)}
    parts["word/footer1.xml"] = story("ftr", paragraph(f"Kaki {who.name}"))
    references = (
        '<w:headerReference w:type="default" r:id="h1"/><w:headerReference w:type="first" r:id="h2"/>'
        '<w:headerReference w:type="even" r:id="h3"/><w:footerReference w:type="default" r:id="f1"/>'
    )
    related = {f"h{n}": ("header", f"header{n}.xml") for n in (1, 2, 3)}
    return Leak(parts=parts, related={**related, "f1": ("footer", "footer1.xml")}, section=references)


def _unused_story(who: Who) -> Leak:
    return _part("header9.xml", "header", story("hdr", paragraph(who.name)))


def _notes(who: Who) -> Leak:
    special = "".join(
        f'<w:footnote w:type="{kind}" w:id="{n}">{paragraph(who.name)}</w:footnote>'
        for n, kind in ((-1, "separator"), (0, "continuationSeparator"), (3, "continuationNotice"))
    )
    notes = story(
        "footnotes",
        special,
        f'<w:footnote w:id="1">{paragraph(who.name)}</w:footnote>',
        f'<w:footnote w:id="2">{paragraph(who.name)}</w:footnote>',
    )
    reference = paragraph("Lihat catatan", '<w:r><w:footnoteReference w:id="1"/></w:r>')
    return _part("footnotes.xml", "footnotes", notes, reference)


def _comments(who: Who) -> Leak:
    said = quoteattr(who.name)
    comment = f'<w:comment w:id="0" w:author={said} w:initials="W">{paragraph(who.name)}</w:comment>'
    person = (
        f"<w15:person w15:author={said}><w15:presenceInfo "
        f'w15:userId="{who.parts[0]}@contoh.id"/></w15:person>'
    )
    marked = '<w:commentRangeStart w:id="0"/>' + run("bagian yang diulas") + '<w:commentRangeEnd w:id="0"/>'
    return Leak(
        [paragraph(marked, '<w:r><w:commentReference w:id="0"/></w:r>')],
        parts={
            "word/comments.xml": story("comments", comment),
            "word/people.xml": f"<w15:people {NAMES}>{person}</w15:people>",
            "word/commentsExtended.xml": f"<w15:commentsEx {NAMES} x:by={said}/>",
            "word/commentsIds.xml": f"<x:ids {NAMES} x:by={said}/>",
        },
        related={
            "c1": ("comments", "comments.xml"),
            "c2": ("people", "people.xml"),
            "c3": ("commentsExtended", "commentsExtended.xml"),
            "c4": ("commentsIds", "commentsIds.xml"),
        },
        kept=("bagian yang diulas",),
    )


def _styles(who: Who) -> Leak:
    style = (
        f'<w:style w:type="paragraph" w:styleId="{who.parts[0]}"><w:name '
        f'w:val="{who.name}"/><w:aliases w:val="{who.name}"/></w:style>'
    )
    styled = paragraph("bergaya sendiri", look=f'<w:pStyle w:val="{who.parts[0]}"/>')
    return _part("styles.xml", "styles", story("styles", style), styled)


def _numbering(who: Who) -> Leak:
    levels = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:name w:val="{who.name}"/><w:lvl '
        'w:ilvl="0"><w:start w:val="3"/>'
        f'<w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        for n, text in ((0, f"{who.name} %1."), (1, "%1."))
    )
    nums = "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (0, 1))
    looks = [f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{n}"/></w:numPr>' for n in (1, 2, 2)]
    items = [paragraph("butir daftar", look=look) for look in looks]
    return _part("numbering.xml", "numbering", story("numbering", levels, nums), *items)


def _settings(who: Who) -> Leak:
    said = quoteattr(who.name)
    settings = story(
        "settings",
        '<w:attachedTemplate r:id="t1"/><w:mailMerge><w:dataSource r:id="t2"/><w:connectString '
        f"w:val={said}/>"
        f"<w:query w:val={said}/></w:mailMerge><w:docVars><w:docVar w:name={said} w:val={said}/></w:docVars>"
        f"<w:documentProtection w:edit={said}/><w:writeProtection w:recommended={said}/>"
        f"<w:captions><w:caption w:name={said}/></w:captions><w15:docId w15:val={said}/>",
    )
    leak = _part("settings.xml", "settings", settings)
    leak.parts["word/_rels/settings.xml.rels"] = relations(
        {},
        {
            key: (kind, f"file:///C:/{who.name}.dotx")
            for key, kind in (("t1", "attachedTemplate"), ("t2", "mailMergeSource"))
        },
    )
    return leak


def _web(who: Who) -> Leak:
    return _part(
        "webSettings.xml",
        "webSettings",
        story("webSettings", f'<w:frameset><w:title w:val="{who.name}"/></w:frameset>'),
    )


def _workbook(who: Who) -> bytes:
    return packed(
        {"xl/workbook.xml": "<workbook/>", "xl/sharedStrings.xml": f"<sst><si><t>{who.name}</t></si></sst>"}
    )


def _graphic(uri: str, inside: str) -> str:
    return paragraph(
        '<w:r><w:drawing><wp:inline><wp:extent cx="2000000" cy="900000"/><wp:docPr id="2" name="Grafik"/>'
        f'<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/{uri}">{inside}'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _chart(who: Who) -> Leak:
    cache = f'<c:strCache><c:pt idx="0"><c:v>{who.name}</c:v></c:pt></c:strCache>'
    leak = _part(
        "charts/chart1.xml",
        "chart",
        f"<c:chartSpace {NAMES}>{cache}</c:chartSpace>",
        _graphic("chart", '<c:chart r:id="p1"/>'),
    )
    leak.parts["word/embeddings/Workbook1.xlsx"] = _workbook(who)
    leak.parts["word/charts/_rels/chart1.xml.rels"] = relations(
        {"x": ("package", "../embeddings/Workbook1.xlsx")}, {}
    )
    return leak


def _diagram(who: Who) -> Leak:
    data = (
        "<dgm:dataModel "
        f"{NAMES}><dgm:pt><dgm:t><a:p><a:r><a:t>{who.name}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>"
    )
    leak = _part("diagrams/data1.xml", "diagramData", data, _graphic("diagram", '<dgm:relIds r:dm="p1"/>'))
    leak.parts["word/diagrams/drawing1.xml"] = data
    return leak


def _embedded(who: Who) -> Leak:
    shown = '<w:r><w:object><o:OLEObject Type="Embed" ProgID="Package" r:id="p1"/></w:object></w:r>'
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + who.name.encode("utf-16-le")
    return _part("embeddings/oleObject1.bin", "oleObject", data, paragraph(shown))


def _chunk(who: Who) -> Leak:
    return _part(
        "afchunk.html", "aFChunk", f"<html><body>{who.name}</body></html>", '<w:altChunk r:id="p1"/>'
    )


def _subdocument(who: Who) -> Leak:
    return Leak(['<w:subDoc r:id="s1"/>'], external={"s1": ("subDocument", f"file:///{who.name}.docx")})


def _binary(name: str, kind: str) -> Place:
    return lambda who: _part(name, kind, b"\0\1" + who.name.encode() + who.name.encode("utf-16-le"))


def _properties(who: Who) -> Leak:
    said = f"<p><creator>{who.name}</creator><title>{who.name}</title></p>"
    parts = {f"docProps/{name}.xml": said for name in ("core", "app", "custom")}
    top = {"r1": ("officeDocument", "word/document.xml")}
    top |= {name: (f"{name}-properties", f"docProps/{name}.xml") for name in ("core", "app", "custom")}
    return Leak(
        parts={
            **parts,
            "docProps/thumbnail.jpeg": encoded(picture_of(who.name), "JPEG"),
            "_rels/.rels": relations(top, {}),
        }
    )


def _other(who: Who) -> Leak:
    said = f"<x>{who.name}</x>"
    names = ("_xmlsignatures/sig1.xml", "word/glossary/document.xml", "word/ink/ink1.xml",
             "word/webextensions/taskpanes.xml",
             "word/activeX/activeX1.xml", "customXml/itemProps1.xml",
             "word/documenttasks1.xml", "word/keymap.xml",
             "xl/workbook.xml", f"word/{who.parts[0]}.xml")  # fmt: skip
    return Leak(parts=dict.fromkeys(names, said))


def _fonts(who: Who) -> Leak:
    font = f'<w:font w:name="{who.name}"><w:altName w:val="{who.name}"/></w:font>'
    leak = _part(
        "fontTable.xml",
        "fontTable",
        story("fonts", font),
        paragraph(run("huruf lain", f'<w:rFonts w:ascii="{who.name}"/>')),
    )
    leak.parts["word/theme/theme1.xml"] = f'<a:theme {NAMES} name="{who.name}"/>'
    leak.related["th"] = ("theme", "theme/theme1.xml")
    return leak


PARTS: dict[str, Place] = {
    "heads and feet": _stories,
    "head no page uses": _unused_story,
    "notes and separators": _notes,
    "comments and people": _comments,
    "style names": _styles,
    "list numbers": _numbering,
    "settings, variables, mail merge": _settings,
    "web settings": _web,
    "chart with workbook": _chart,
    "diagram": _diagram,
    "embedded object": _embedded,
    "altChunk": _chunk,
    "subdocument": _subdocument,
    "macros": lambda who: Leak(parts=_binary("vbaProject.bin", "vbaProject")(who).parts, content_type=MACROS),
    "template": lambda who: Leak([paragraph(who.name)], content_type=TEMPLATE),
    "printer settings": _binary("printerSettings/printerSettings1.bin", "printerSettings"),
    "unreferenced picture": lambda who: Leak(parts={"word/media/image7.png": encoded(picture_of(who.name))}),
    "properties and thumbnail": _properties,
    "signatures, glossary, ink, others": _other,
    "fonts and theme": _fonts,
    "picture with metadata and alt text": _metadata,
    "picture of the name": lambda who: _shown("image1.png", encoded(picture_of(f"Pelapor {who.name}"))),
    "picture of the name, JPEG": lambda who: _shown(
        "image1.jpg", encoded(picture_of(f"NIK {who.nik}"), "JPEG")
    ),
    "picture cut to a part": _cropped,
    "picture under transparency": _transparent,
    "picture with further frames": _frames,
    "picture on its side": _turned,
    "picture of a code": _code,
    "picture in VML": _old_picture,
    "vector pictures": _vectors,
}
"""What each class puts beside the text."""
