"""The catalogue and what hangs on it: metadata, outlines, names, forms, attachments, layers, structure."""

import zipfile
from collections.abc import Callable
from io import BytesIO

from leaks.case import Planted
from leaks.raw import Draft, name, pdf_family, string

FAMILY, case = pdf_family("catalogue")


def _with(draft: Draft, entries: bytes = b"", information: bytes = b"", page: bytes = b"") -> Planted:
    """The report with entries in the catalogue, the Info dictionary, the page."""
    draft.pdf.entries += entries
    draft.pdf.information += information
    draft.pdf.page(draft.report, entries=page)
    return draft.planted()


def _both(draft: Draft) -> str:
    return f"{draft.person.name} {draft.person.nik}"


def _xmp(told: str) -> bytes:
    return (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">'
        f"<dc:title><rdf:Alt><rdf:li>{told}</rdf:li></rdf:Alt></dc:title>"
        f"<xmpMM:History><rdf:Seq><rdf:li>{told}</rdf:li></rdf:Seq></xmpMM:History>"
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


@case
def information(draft: Draft) -> Planted:
    """Title, author, subject, key words, programs."""
    keys = (b"Title", b"Author", b"Subject", b"Keywords", b"Creator", b"Producer")
    return _with(draft, information=b" ".join(b"/%s %s" % (key, string(_both(draft))) for key in keys))


@case
def information_in_utf16(draft: Draft) -> Planted:
    """The title in UTF-16."""
    coded = ("\ufeff" + _both(draft)).encode("utf-16-be").hex().encode()
    return _with(draft, information=b"/Title <%s>" % coded)


@case
def information_key(draft: Draft) -> Planted:
    """A key of its own that is called after the person."""
    return _with(draft, information=name(draft.person.name) + b" (x) /Pelapor " + string(_both(draft)))


@case
def metadata(draft: Draft) -> Planted:
    """XMP of the document with its history."""
    number = draft.pdf.stream(_xmp(_both(draft)), b"/Type /Metadata /Subtype /XML", deflate=False)
    return _with(draft, b"/Metadata %d 0 R" % number)


@case
def metadata_of_the_page(draft: Draft) -> Planted:
    """XMP that hangs on a page."""
    number = draft.pdf.stream(_xmp(_both(draft)), b"/Type /Metadata /Subtype /XML")
    return _with(draft, page=b"/Metadata %d 0 R" % number)


@case
def piece_information(draft: Draft) -> Planted:
    """Private data of a program."""
    private = b"<< /Editor << /LastModified (D:2024) /Private << /Nama %s >> >> >>" % string(_both(draft))
    return _with(draft, b"/PieceInfo " + private, page=b"/PieceInfo " + private)


@case
def outline(draft: Draft) -> Planted:
    """A bookmark names the person."""
    pdf = draft.pdf
    root = pdf.add(b"")
    item = pdf.add(b"<< /Title %s /Parent %d 0 R >>" % (string(_both(draft)), root))
    pdf.objects[root] = b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count 1 >>" % (item, item)
    return _with(draft, b"/Outlines %d 0 R" % root)


@case
def named_destination(draft: Draft) -> Planted:
    """Destinations called after the person: in the old dictionary and in the tree of names."""
    tree = b"/Names << /Dests << /Names [%s [null /Fit]] >> >>" % string(_both(draft))
    return _with(draft, tree + b" /Dests << %s [null /Fit] >>" % name(draft.person.name))


@case
def page_label(draft: Draft) -> Planted:
    """The number of the page begins with the name."""
    return _with(draft, b"/PageLabels << /Nums [0 << /S /D /P %s >>] >>" % string(_both(draft)))


@case
def article_thread(draft: Draft) -> Planted:
    """An article called after the person."""
    pdf = draft.pdf
    thread = pdf.add(b"<< /Type /Thread /I << /Title %s >> >>" % string(_both(draft)))
    return _with(draft, b"/Threads [%d 0 R]" % thread)


def _field(draft: Draft, entries: bytes, shown: str = "") -> Planted:
    """A form field, with an appearance that shows ``shown``."""
    pdf = draft.pdf
    look = pdf.form(b"BT /F 12 Tf 2 5 Td " + string(shown) + b" Tj ET", box=(0, 0, 300, 20))
    field = pdf.add(
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /F 4 /Rect [72 300 372 320] /AP << /N %d 0 R >> "
        b"/DA (/F 12 Tf 0 g) %s >>" % (look, entries)
    )
    fonts = b"/DR << /Font << /F %d 0 R >> >>" % pdf.fonts["F"]
    return _with(
        draft, b"/AcroForm << /Fields [%d 0 R] %s >>" % (field, fonts), page=b"/Annots [%d 0 R]" % field
    )


@case
def form_value(draft: Draft) -> Planted:
    """A filled field."""
    return _field(draft, b"/T (nama) /V " + string(_both(draft)), _both(draft))


@case
def form_default(draft: Draft) -> Planted:
    """The value to which a field falls back."""
    return _field(draft, b"/T (nama) /V () /DV " + string(_both(draft)))


@case
def form_tooltip_and_name(draft: Draft) -> Planted:
    """What a field is called, and what is told about it."""
    return _field(draft, b"/T %s /TU %s /TM %s" % ((string(_both(draft)),) * 3))


@case
def form_choices(draft: Draft) -> Planted:
    """A list of choices, of which none is chosen."""
    entries = b"/T (pilih) /FT /Ch /Opt [[%s %s] (lain)] /I [1]" % ((string(_both(draft)),) * 2)
    return _field(draft, entries, "lain")


@case
def form_rich_value(draft: Draft) -> Planted:
    """A value with its look, and a script that works on it."""
    return _field(
        draft, b"/T (n) /RV %s /AA << /K << /S /JavaScript /JS %s >> >>" % ((string(_both(draft)),) * 2)
    )


@case
def form_in_xml(draft: Draft) -> Planted:
    """XFA: the form a second time, as XML."""
    xml = f"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'><data><nama>{_both(draft)}</nama></data></xdp:xdp>"
    number = draft.pdf.stream(xml.encode())
    return _with(draft, b"/AcroForm << /Fields [] /XFA [(datasets) %d 0 R] >>" % number)


def _file(draft: Draft, data: bytes, called: str = "catatan.txt", about: str = "") -> int:
    stream = draft.pdf.stream(data, b"/Type /EmbeddedFile")
    return draft.pdf.add(
        b"<< /Type /Filespec /F %s /UF %s /Desc %s /EF << /F %d 0 R >> >>"
        % (string(called), string(called), string(about), stream)
    )


@case
def attachment(draft: Draft) -> Planted:
    """A text is attached."""
    number = _file(draft, _both(draft).encode())
    return _with(draft, b"/Names << /EmbeddedFiles << /Names [(a) %d 0 R] >> >>" % number)


@case
def attachment_in_a_package(draft: Draft) -> Planted:
    """What is attached is a ZIP, deflated inside."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(f"{draft.person.name}.txt", _both(draft) * 20)
    number = _file(draft, buffer.getvalue(), "berkas.zip")
    return _with(draft, b"/Names << /EmbeddedFiles << /Names [(a) %d 0 R] >> >>" % number)


@case
def attachment_name(draft: Draft) -> Planted:
    """The name and the description of what is attached, and an annotation for it."""
    number = _file(draft, b"-", f"{draft.person.name}.txt", _both(draft))
    pin = b"<< /Type /Annot /Subtype /FileAttachment /Rect [9 9 19 19] /F 2 /FS %d 0 R /Contents %s >>"
    annotation = draft.pdf.add(pin % (number, string(_both(draft))))
    return _with(draft, b"/AF [%d 0 R]" % number, page=b"/Annots [%d 0 R]" % annotation)


@case
def portfolio(draft: Draft) -> Planted:
    """A collection of files with a table of what they are."""
    number = _file(draft, _both(draft).encode())
    draft.pdf.objects[number] = draft.pdf.objects[number][:-2] + b"/CI << /Nama %s >> >>" % string(
        _both(draft)
    )
    table = b"/Collection << /Schema << /Nama << /Subtype /S /N %s >> >> /View /D >>" % string(_both(draft))
    return _with(draft, table + b" /Names << /EmbeddedFiles << /Names [(a) %d 0 R] >> >>" % number)


@case
def scripts(draft: Draft) -> Planted:
    """Programs that run when the file is opened, and that nobody calls."""
    script = b"<< /S /JavaScript /JS %s >>" % string(f'var nama = "{_both(draft)}";')
    return _with(draft, b"/OpenAction %s /Names << /JavaScript << /Names [(a) %s] >> >>" % (script, script))


@case
def link(draft: Draft) -> Planted:
    """A link tells whom it is about."""
    address = f"https://contoh.go.id/?nama={draft.person.name.replace(' ', '%20')}&nik={draft.person.nik}"
    annotation = draft.pdf.add(
        b"<< /Type /Annot /Subtype /Link /Rect [72 700 300 720] /Border [0 0 0] /A << /S /URI /URI %s >> >>"
        % string(address)
    )
    return _with(draft, page=b"/Annots [%d 0 R]" % annotation)


@case
def launch_action(draft: Draft) -> Planted:
    """Actions that open a file, send a form, go to another file."""
    told = string(f"C:\\Users\\{draft.person.name}\\{draft.person.nik}.pdf")
    actions = b"/AA << /WC << /S /Launch /F %s >> /WS << /S /GoToR /F %s /D %s >> >>" % (told, told, told)
    return _with(draft, actions)


def _layers(draft: Draft, off: bool) -> Planted:
    pdf = draft.pdf
    group = pdf.add(b"<< /Type /OCG /Name %s >>" % string(_both(draft)))
    state = b"/D << /Order [%d 0 R] %s >>" % (group, b"/OFF [%d 0 R]" % group if off else b"")
    pdf.entries = b"/OCProperties << /OCGs [%d 0 R] %s >>" % (group, state)
    pdf.page(draft.report, b"/Properties << /L %d 0 R >>" % group)
    return draft.planted()


@case
def name_of_a_layer(draft: Draft) -> Planted:
    """A layer that is on is called after the person."""
    return _layers(draft, off=False)


@case
def name_of_a_layer_that_is_off(draft: Draft) -> Planted:
    """A layer that is off is called after the person."""
    return _layers(draft, off=True)


@case
def structure(draft: Draft) -> Planted:
    """The tree for screen readers says it a second time."""
    pdf = draft.pdf
    root = pdf.add(b"")
    told = string(_both(draft))
    item = pdf.add(
        b"<< /Type /StructElem /S /Figure /P %d 0 R /Alt %s /ActualText %s /E %s /T %s /ID %s >>"
        % (root, told, told, told, told, told)
    )
    pdf.objects[root] = (
        b"<< /Type /StructTreeRoot /K %d 0 R /RoleMap << %s /P >> /ClassMap << %s << >> >> >>"
        % (
            item,
            name(draft.person.name),
            name(draft.person.name),
        )
    )
    return _with(draft, b"/MarkInfo << /Marked true >> /StructTreeRoot %d 0 R" % root)


@case
def signature(draft: Draft) -> Planted:
    """Who has signed, why, and how to reach him."""
    told = string(_both(draft))
    value = draft.pdf.add(
        b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /Name %s /Reason %s "
        b"/Location %s /ContactInfo %s /ByteRange [0 1 2 3] /Contents <%s> >>"
        % (told, told, told, told, _both(draft).encode().hex().encode())
    )
    return _field(draft, b"/FT /Sig /T (ttd) /V %d 0 R" % value)


@case
def web_capture(draft: Draft) -> Planted:
    """Where a page came from."""
    told = string(f"https://contoh.go.id/{draft.person.name}/{draft.person.nik}")
    return _with(draft, b"/SpiderInfo << /V 1.0 /C [<< /URL %s >>] >> /URI << /Base %s >>" % (told, told))


@case
def output_intent(draft: Draft) -> Planted:
    """The profile of a printer, and what is told about it."""
    told = string(_both(draft))
    profile = draft.pdf.stream(b"\0" * 128 + _both(draft).encode(), b"/N 3")
    intent = b"<< /S /GTS_PDFA1 /OutputConditionIdentifier %s /Info %s /DestOutputProfile %d 0 R >>"
    return _with(draft, b"/OutputIntents [%s]" % (intent % (told, told, profile)))


@case
def rich_media(draft: Draft) -> Planted:
    """A film with its name, hidden."""
    number = _file(draft, _both(draft).encode(), f"{draft.person.name}.mp4")
    media = (
        b"<< /Type /Annot /Subtype /RichMedia /F 2 /Rect [9 9 19 19] /RichMediaContent << /Assets << /Names "
    )
    annotation = draft.pdf.add(media + b"[%s %d 0 R] >> >> >>" % (string(_both(draft)), number))
    return _with(draft, page=b"/Annots [%d 0 R]" % annotation)


@case
def requirements_and_extensions(draft: Draft) -> Planted:
    """Keys of the catalogue that hardly any program looks at."""
    told = string(_both(draft))
    entries = b"/Lang %s /Extensions << %s << /BaseVersion /1.7 /URL %s >> >> /Legal << /Attestation %s >>"
    return _with(draft, entries % (told, name(draft.person.name), told, told))


@case
def templates(draft: Draft) -> Planted:
    """A page that is only a template."""
    pdf = draft.pdf
    pdf.page(draft.harmless)
    template = pdf.page(draft.report)
    pdf.pages.pop()
    pdf.objects[template] = pdf.objects[template].replace(b"/Type /Page ", b"/Type /Template ")
    pdf.entries = b"/Names << /Templates << /Names [(%s) %d 0 R] >> >>" % (_both(draft).encode(), template)
    return draft.planted()


def _annotation(draft: Draft, entries: Callable[[bytes], bytes]) -> Planted:
    number = draft.pdf.add(b"<< /Type /Annot " + entries(string(_both(draft))) + b" >>")
    return _with(draft, page=b"/Annots [%d 0 R]" % number)


@case
def sticky_note(draft: Draft) -> Planted:
    """A comment with its author, subject and rich text."""
    keys = b"/Subtype /Text /Rect [9 9 19 19] /F 2 /Contents %s /T %s /Subj %s /RC %s /NM %s"
    return _annotation(draft, lambda told: keys % ((told,) * 5))


@case
def unapplied_redaction(draft: Draft) -> Planted:
    """A box that was marked for redaction and never applied, with what it should say."""
    keys = (
        b"/Subtype /Redact /Rect [72 700 300 720] /OverlayText %s /Contents %s /QuadPoints [72 "
        b"720 300 720 72 700 300 700]"
    )
    return _annotation(draft, lambda told: keys % (told, told))


@case
def measures_and_geography(draft: Draft) -> Planted:
    """Viewports with names, as maps have them."""
    told = string(_both(draft))
    port = b"/VP [<< /Type /Viewport /BBox [0 0 9 9] /Name %s /PtData << /Type /PtData /Names [%s] >> >>]"
    return _with(draft, page=port % (told, told))
