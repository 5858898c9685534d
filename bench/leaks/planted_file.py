"""PDF files whose pages are redacted well and that hold the secret elsewhere."""

from collections.abc import Callable
from random import Random

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from leaks.persons import Person
from leaks.plant import Bed, Kind, page_lines, redacted
from leaks.scans import scan
from leaks.sheets import Sheet, helvetica, pdf, picture, stream

LEAKS = Bed("pdf", Kind.STRUCTURE)
Finish = Callable[[pikepdf.Pdf, Person], None]


def good_page(seed: Random, who: Person) -> Sheet:
    return Sheet(page_lines(seed, redacted(who)))


def with_secret(finish: Finish) -> Finish:
    """Takes in a class that ``finish`` makes of a well redacted file."""

    def build(seed: Random, who: Person) -> bytes:
        return pdf(good_page(seed, who), finish=lambda document: finish(document, who))

    LEAKS.add(finish.__name__, build)
    return finish


@with_secret
def author_in_the_information(document: pikepdf.Pdf, who: Person) -> None:
    document.docinfo["/Author"] = who.name


@with_secret
def title_in_the_information(document: pikepdf.Pdf, who: Person) -> None:
    document.docinfo["/Title"] = f"BAP {who.name}"


@with_secret
def title_of_words_that_are_names_too(document: pikepdf.Pdf, who: Person) -> None:
    """A given name that is a flower, and a family name that is in no list."""
    document.docinfo["/Title"] = "SP2HP Melati Kusumawardhani"


@with_secret
def subject_with_the_name_alone(document: pikepdf.Pdf, who: Person) -> None:
    document.docinfo["/Subject"] = who.name


@with_secret
def own_key_in_the_information(document: pikepdf.Pdf, who: Person) -> None:
    document.docinfo["/Pelapor"] = who.name


@with_secret
def keywords_in_the_information(document: pikepdf.Pdf, who: Person) -> None:
    document.docinfo["/Keywords"] = f"laporan, {who.nik}"


def xmp(inside: str) -> bytes:
    return (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" '
        'xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#">'
        f'{inside}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def metadata(document: pikepdf.Pdf, inside: str) -> pikepdf.Object:
    return stream(document, xmp(inside), Type=Name.Metadata, Subtype=Name.XML)


@with_secret
def creator_in_the_xmp(document: pikepdf.Pdf, who: Person) -> None:
    document.Root.Metadata = metadata(
        document, f"<dc:creator><rdf:Seq><rdf:li>{who.name}</rdf:li></rdf:Seq></dc:creator>"
    )


@with_secret
def history_in_the_xmp(document: pikepdf.Pdf, who: Person) -> None:
    event = f'<rdf:li stEvt:action="saved" stEvt:parameters="BAP {who.name}.docx"/>'
    document.Root.Metadata = metadata(document, f"<xmpMM:History><rdf:Seq>{event}</rdf:Seq></xmpMM:History>")


@with_secret
def xmp_of_a_page(document: pikepdf.Pdf, who: Person) -> None:
    document.pages[0].obj.Metadata = metadata(document, f"<dc:title>{who.name}</dc:title>")


@with_secret
def outline_entry(document: pikepdf.Pdf, who: Person) -> None:
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(f"Keterangan {who.name}", 0))


@with_secret
def destination_name(document: pikepdf.Pdf, who: Person) -> None:
    names = Array([String(who.name), Array([document.pages[0].obj, Name.Fit])])
    document.Root.Names = Dictionary(Dests=Dictionary(Names=names))


@with_secret
def destination_of_the_catalogue(document: pikepdf.Pdf, who: Person) -> None:
    key = "/" + who.name.replace(" ", "_")
    document.Root.Dests = document.make_indirect(Dictionary({key: Array([document.pages[0].obj, Name.Fit])}))


@with_secret
def page_label(document: pikepdf.Pdf, who: Person) -> None:
    document.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(f"{who.name} "))]))


@with_secret
def attached_text(document: pikepdf.Pdf, who: Person) -> None:
    document.attachments["lampiran.txt"] = who.sentence.encode()


@with_secret
def attached_package(document: pikepdf.Pdf, who: Person) -> None:
    document.attachments["asal.docx"] = b"PK\x03\x04" + bytes(40) + who.sentence.encode()


@with_secret
def file_annotation(document: pikepdf.Pdf, who: Person) -> None:
    content = stream(document, who.sentence.encode(), Type=Name.EmbeddedFile)
    file = Dictionary(Type=Name.Filespec, F=String("a.txt"), EF=Dictionary(F=content))
    pin = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=Array([0, 0, 9, 9]), F=2, FS=file)
    document.pages[0].obj.Annots = Array([document.make_indirect(pin)])


def field(document: pikepdf.Pdf, **keys: object) -> None:
    """A form with one field that no page shows."""
    made = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        FT=Name.Tx,
        T=String("isian"),
        Rect=Array([0, 0, 0, 0]),
        F=2,
        **keys,
    )
    item = document.make_indirect(made)
    document.pages[0].obj.Annots = Array([item])
    document.Root.AcroForm = Dictionary(Fields=Array([item]))


@with_secret
def value_of_a_field(document: pikepdf.Pdf, who: Person) -> None:
    field(document, V=String(who.name))


@with_secret
def default_of_a_field(document: pikepdf.Pdf, who: Person) -> None:
    field(document, DV=String(who.nik))


@with_secret
def hint_of_a_field(document: pikepdf.Pdf, who: Person) -> None:
    field(document, TU=String(f"Nama: {who.name}"))


@with_secret
def choices_of_a_field(document: pikepdf.Pdf, who: Person) -> None:
    field(document, Opt=Array([String("Andi"), String(who.name)]))


@with_secret
def xfa_form(document: pikepdf.Pdf, who: Person) -> None:
    data = f"<xfa:data><pelapor>{who.name}</pelapor></xfa:data>".encode()
    document.Root.AcroForm = Dictionary(
        Fields=Array(), XFA=Array([String("datasets"), stream(document, data)])
    )


@with_secret
def script_at_opening(document: pikepdf.Pdf, who: Person) -> None:
    document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"var pelapor = '{who.name}';"))


@with_secret
def link_to_an_address(document: pikepdf.Pdf, who: Person) -> None:
    address = f"https://contoh.id/bap/{who.name.replace(' ', '-').lower()}"
    link = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=Array([72, 72, 200, 90]),
        A=Dictionary(S=Name.URI, URI=String(address)),
    )
    document.pages[0].obj.Annots = Array([document.make_indirect(link)])


@with_secret
def comment_on_the_page(document: pikepdf.Pdf, who: Person) -> None:
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Text, Rect=Array([9, 9, 30, 30]), Contents=String(f"tutup {who.name}")
    )
    document.pages[0].obj.Annots = Array([document.make_indirect(note)])


@with_secret
def author_of_a_mark(document: pikepdf.Pdf, who: Person) -> None:
    mark = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Highlight,
        Rect=Array([72, 700, 200, 712]),
        QuadPoints=Array([72, 712, 200, 712, 72, 700, 200, 700]),
        C=Array([1, 1, 0]),
        T=String(who.name),
    )
    document.pages[0].obj.Annots = Array([document.make_indirect(mark)])


@with_secret
def thumbnail_of_the_page(document: pikepdf.Pdf, who: Person) -> None:
    small = scan([who.sentence], dpi=40)
    document.pages[0].obj.Thumb = picture(small)(document)


@with_secret
def data_of_the_program(document: pikepdf.Pdf, who: Person) -> None:
    private = stream(document, f"\0\1Asal: {who.sentence}".encode())
    document.pages[0].obj.PieceInfo = Dictionary(
        Penyunting=Dictionary(LastModified=String("D:2024"), Private=private)
    )


@with_secret
def spider_information(document: pikepdf.Pdf, who: Person) -> None:
    document.Root.SpiderInfo = Dictionary(V=1.0, C=Array([Dictionary(S=Name.SPS, T=String(who.name))]))


@with_secret
def thread_of_articles(document: pikepdf.Pdf, who: Person) -> None:
    document.Root.Threads = Array([Dictionary(I=Dictionary(Title=String(f"Cerita {who.name}")))])


@with_secret
def name_of_a_layer(document: pikepdf.Pdf, who: Person) -> None:
    group = document.make_indirect(Dictionary(Type=Name.OCG, Name=String(who.name)))
    document.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(Order=Array([group])))


def structure(document: pikepdf.Pdf, **keys: object) -> None:
    tree = Dictionary(Type=Name.StructTreeRoot)
    child = Dictionary(Type=Name.StructElem, S=Name.Figure, **keys)
    tree.K = document.make_indirect(child)
    document.Root.StructTreeRoot = document.make_indirect(tree)


@with_secret
def alternative_of_a_figure(document: pikepdf.Pdf, who: Person) -> None:
    structure(document, Alt=String(f"Foto {who.name}"))


@with_secret
def spoken_text_of_the_structure(document: pikepdf.Pdf, who: Person) -> None:
    structure(document, ActualText=String(who.name))


@with_secret
def title_in_the_structure(document: pikepdf.Pdf, who: Person) -> None:
    structure(document, T=String(who.name))


@with_secret
def name_in_a_signature(document: pikepdf.Pdf, who: Person) -> None:
    seal = Dictionary(
        Type=Name.Sig,
        Filter=Name("/Adobe.PPKLite"),
        ByteRange=Array([0, 1, 2, 3]),
        Contents=String("x"),
        Reason=String(f"persetujuan {who.name}"),
    )
    field(document, V=document.make_indirect(seal))


@with_secret
def own_key_of_the_catalogue(document: pikepdf.Pdf, who: Person) -> None:
    document.Root.CatatanKantor = String(who.sentence)


@with_secret
def own_key_of_a_page(document: pikepdf.Pdf, who: Person) -> None:
    document.pages[0].obj.Asal = Dictionary(Naskah=String(who.sentence))


@with_secret
def name_of_a_font(document: pikepdf.Pdf, who: Person) -> None:
    font = document.pages[0].obj.Resources.Font.F
    font.BaseFont = Name("/Helvetica")
    document.pages[0].obj.Resources.Font["/" + who.name.replace(" ", "")] = helvetica(document)
