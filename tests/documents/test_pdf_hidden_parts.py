"""What a PDF holds and no page shows is listed, wherever it stands."""

import io
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from terbuka.documents import HiddenPart
from terbuka.documents.pdf import hidden as walk
from terbuka.documents.pdf.hidden import hidden_parts
from tests.documents.samples.images import jpeg, page_image
from tests.documents.samples.pdf import (
    Sheet,
    annotations,
    make_form,
    pdf,
    sticky_note,
    text_field,
    text_sheet,
)

SECRET = "Siti Aminah"
Finish = Callable[[pikepdf.Pdf], None]


def stream(document: pikepdf.Pdf, data: bytes, **keys: object) -> pikepdf.Object:
    return document.make_indirect(document.make_stream(data, **keys))


def in_information(document: pikepdf.Pdf) -> None:
    document.docinfo["/Author"] = SECRET


def in_custom_information(document: pikepdf.Pdf) -> None:
    document.docinfo["/Pelapor"] = SECRET


def in_metadata(document: pikepdf.Pdf) -> None:
    document.Root.Metadata = stream(
        document, f"<x:xmpmeta><dc:creator>{SECRET}</dc:creator></x:xmpmeta>".encode()
    )


def in_metadata_attribute(document: pikepdf.Pdf) -> None:
    document.Root.Metadata = stream(document, f'<rdf xmlns:a="http://a" a:by="{SECRET}"/>'.encode())


def in_metadata_of_utf_16(document: pikepdf.Pdf) -> None:
    document.Root.Metadata = stream(document, f"<a>{SECRET}</a>".encode("utf-16"))


def in_metadata_of_a_page(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.Metadata = stream(document, f"<a>{SECRET}</a>".encode())


def in_metadata_without_owner(document: pikepdf.Pdf) -> None:
    document.Root.Extra = document.make_indirect(Dictionary(Metadata=stream(document, SECRET.encode())))


def in_unreferenced_object(document: pikepdf.Pdf) -> None:
    document.Root.Spare = Array([Array([Dictionary(JS=String(f"app.alert('{SECRET}')"))])])


def in_outline(document: pikepdf.Pdf) -> None:
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(SECRET, 0))


def in_destination_name(document: pikepdf.Pdf) -> None:
    names = Array([String(SECRET), Array([document.pages[0].obj, Name.Fit])])
    document.Root.Names = Dictionary(Dests=Dictionary(Names=names))


def in_attachment(document: pikepdf.Pdf) -> None:
    document.attachments["daftar.txt"] = f"Pelapor {SECRET}".encode()


def in_script(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = Dictionary(
        S=Name.JavaScript, JS=stream(document, f"nama = '{SECRET}'".encode())
    )


def in_structure(document: pikepdf.Pdf) -> None:
    document.Root.StructTreeRoot = document.make_indirect(Dictionary(K=Dictionary(ActualText=String(SECRET))))


def in_link(document: pikepdf.Pdf) -> None:
    action = Dictionary(S=Name.URI, URI=String(f"https://contoh.id/{SECRET}"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)
    document.pages[0].obj.Annots = Array([document.make_indirect(link)])


def in_other_document_link(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = Dictionary(S=Name.GoToR, F=String(f"{SECRET}.pdf"))


def in_signature(document: pikepdf.Pdf) -> None:
    document.Root.Seal = document.make_indirect(Dictionary(ByteRange=Array([0, 1]), Name=String(SECRET)))


def in_xfa(document: pikepdf.Pdf) -> None:
    template = stream(document, f"<field>{SECRET}</field>".encode())
    document.Root.AcroForm = Dictionary(Fields=Array(), XFA=Array([String("template"), template]))


def in_options_of_a_field(document: pikepdf.Pdf) -> None:
    field = Dictionary(FT=Name.Ch, T=String("siapa"), Opt=Array([String("Budi"), String(SECRET)]))
    document.Root.AcroForm = Dictionary(Fields=Array([document.make_indirect(field)]))


def in_own_key(document: pikepdf.Pdf) -> None:
    document.Root.Catatan = String(SECRET)


def in_name_of_a_layer(document: pikepdf.Pdf) -> None:
    group = document.make_indirect(Dictionary(Type=Name.OCG, Name=String(SECRET)))
    document.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary())


def in_spoken_text(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.Contents = stream(
        document, f"/Span << /ActualText ({SECRET}) >> BDC EMC\n".encode()
    )


def in_spoken_text_of_utf_16(document: pikepdf.Pdf) -> None:
    digits = SECRET.encode("utf-16").hex()
    document.pages[0].obj.Contents = stream(document, f"/P << /ActualText <{digits}> >> BDC EMC\n".encode())


def in_remark_between_operators(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.Contents = Array([stream(document, f"% {SECRET}\nq Q\n".encode())])


PLACES: list[tuple[Finish, str]] = [
    (in_own_key, "name"),
    (in_name_of_a_layer, "name"),
    (in_spoken_text, "alternative-text"),
    (in_spoken_text_of_utf_16, "alternative-text"),
    (in_remark_between_operators, "alternative-text"),
    (in_information, "metadata"),
    (in_custom_information, "metadata"),
    (in_metadata, "metadata"),
    (in_metadata_attribute, "metadata"),
    (in_metadata_of_utf_16, "metadata"),
    (in_metadata_of_a_page, "metadata"),
    (in_metadata_without_owner, "metadata"),
    (in_unreferenced_object, "script"),
    (in_outline, "outline"),
    (in_destination_name, "name"),
    (in_attachment, "attachment"),
    (in_script, "script"),
    (in_structure, "alternative-text"),
    (in_link, "link"),
    (in_other_document_link, "link"),
    (in_signature, "signature"),
    (in_xfa, "form"),
    (in_options_of_a_field, "form"),
]


@pytest.mark.parametrize(("finish", "kind"), PLACES, ids=[finish.__name__ for finish, _ in PLACES])
def test_hidden_text_is_found(finish: Finish, kind: str) -> None:
    found = hidden_parts(pdf(text_sheet(["Surat"]), finish=finish))
    assert kind in {part.kind for part in found if SECRET in part.text}


def test_place_and_resource_that_were_given_a_name_are_told() -> None:
    def finish(document: pikepdf.Pdf) -> None:
        document.Root.Dests = Dictionary({"/Siti_Aminah": Array([document.pages[0].obj, Name.Fit])})
        document.pages[0].obj.Resources.Font["/SitiAminah"] = document.pages[0].obj.Resources.Font.F

    texts = {part.text for part in hidden_parts(pdf(text_sheet(["Surat"]), finish=finish))}
    assert {"Siti_Aminah", "SitiAminah"} <= texts


def test_contents_that_cannot_be_unpacked_are_passed() -> None:
    def finish(document: pikepdf.Pdf) -> None:
        document.pages[0].obj.Contents = stream(document, b"rusak")
        document.pages[0].obj.Contents.Filter = Name.FlateDecode

    options = {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.none}
    assert hidden_parts(pdf(text_sheet(["Surat"]), finish=finish, **options)) == []


def test_plain_file_hides_nothing() -> None:
    assert hidden_parts(pdf(text_sheet(["Surat"]))) == []


def test_comment_and_field_tell_their_page() -> None:
    sheet = Sheet(keys={"Annots": annotations(sticky_note(SECRET, "Rudi"), text_field("nama", "Lina", 1, 1))})
    found = hidden_parts(pdf(text_sheet(["satu"]), sheet, finish=make_form))
    assert HiddenPart("comment", "/Contents", SECRET, 2) in found
    assert HiddenPart("comment", "/T", "Rudi", 2) in found
    assert HiddenPart("form", "/V", "Lina", 2) in found


def test_action_without_a_script_is_told() -> None:
    def launch(document: pikepdf.Pdf) -> None:
        document.Root.OpenAction = Dictionary(S=Name.Launch, F=String("calc.exe"))

    assert HiddenPart("script", "/Launch") in hidden_parts(pdf(Sheet(), finish=launch))


@pytest.mark.parametrize("key", ["PieceInfo", "Thumb"])
def test_parts_without_words_are_told(key: str) -> None:
    sheet = Sheet(keys={key: lambda document: stream(document, b"\0\1\2")})
    assert [part.place for part in hidden_parts(pdf(sheet))] == [f"/{key}"]


def test_binary_attachment_is_told_by_its_name() -> None:
    def attach(document: pikepdf.Pdf) -> None:
        document.attachments["foto.bin"] = bytes(100)

    (part,) = (part for part in hidden_parts(pdf(Sheet(), finish=attach)) if part.kind == "attachment")
    assert part.text.startswith("foto.bin")


def test_damaged_attachment_is_told_all_the_same() -> None:
    def attach(document: pikepdf.Pdf) -> None:
        broken = document.make_stream(b"bukan deflate")
        broken.Filter = Name.FlateDecode
        file = Dictionary(
            Type=Name.Filespec, UF=String("rusak.txt"), EF=Dictionary(F=document.make_indirect(broken))
        )
        document.Root.Spare = document.make_indirect(file)

    data = pdf(
        Sheet(), finish=attach, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none
    )
    assert any(part.kind == "attachment" and "rusak.txt" in part.text for part in hidden_parts(data))


def with_picture(data: bytes, filters: object = Name.DCTDecode) -> bytes:
    def embed(document: pikepdf.Pdf) -> None:
        document.Root.Spare = stream(document, data, Subtype=Name.Image, Filter=filters, Width=10, Height=10)

    return pdf(Sheet(), finish=embed)


def test_metadata_inside_a_picture_is_told() -> None:
    exif = page_image(["x"], dpi=20).getexif()
    exif[0x013B] = SECRET
    photo = jpeg(page_image(["x"], dpi=20), exif=exif)
    told = [HiddenPart("metadata", "image EXIF Artist", SECRET)]
    assert hidden_parts(with_picture(photo)) == told
    twice = Array([Name.FlateDecode, Name.DCTDecode])
    assert hidden_parts(with_picture(zlib.compress(photo), twice)) == told


def test_picture_of_nothing_but_pixels_hides_nothing() -> None:
    assert hidden_parts(with_picture(jpeg(page_image(["x"], dpi=20)))) == []
    assert hidden_parts(with_picture(b"x" * 9, Array([Name.ASCII85Decode, Name.DCTDecode]))) == []


def test_earlier_revision_is_told() -> None:
    data = pdf(text_sheet([SECRET]))
    with pikepdf.open(io.BytesIO(data)) as document:
        start = document.trailer.get("/Size")
    appended = (
        data + f"\nxref\n0 0\ntrailer<</Size {start}/Root 1 0 R/Prev 0>>\nstartxref\n0\n%%EOF\n".encode()
    )
    assert HiddenPart("earlier-revision", "1 revision(s)") in hidden_parts(appended)


def test_linearised_file_has_no_earlier_revision() -> None:
    kinds = {part.kind for part in hidden_parts(pdf(text_sheet(["Surat"]), linearize=True))}
    assert "earlier-revision" not in kinds


def test_bytes_before_and_after_the_file_are_told() -> None:
    kinds = {part.kind for part in hidden_parts(b"Siti\n" + pdf(Sheet()) + b"Aminah\n")}
    assert {"leading-data", "trailing-data"} <= kinds


def test_file_that_cannot_be_walked_is_said() -> None:
    assert HiddenPart("unknown", "file") in hidden_parts(b"%PDF-1.7\nrusak\n%%EOF")


def test_layer_settings_without_groups_are_no_trouble() -> None:
    def settle(document: pikepdf.Pdf) -> None:
        document.Root.OCProperties = Dictionary(OCGs=Array(), D=Dictionary(OFF=Array([String("bukan")])))

    assert [part.kind for part in hidden_parts(pdf(Sheet(), finish=settle))] == ["hidden-layer"]


def test_long_metadata_are_told_to_their_end() -> None:
    def describe(document: pikepdf.Pdf) -> None:
        document.docinfo["/Keywords"] = "kata " * 1000 + SECRET

    found = hidden_parts(pdf(Sheet(), finish=describe))
    assert [part.text for part in found if part.place == "Info /Keywords"][-1].endswith(SECRET)


def test_last_of_many_choices_is_told() -> None:
    def choose(document: pikepdf.Pdf) -> None:
        choices = [String(f"pilihan {number}") for number in range(150)]
        document.Root.Spare = Dictionary(FT=Name.Ch, Opt=Array([*choices, String(SECRET)]))

    assert hidden_parts(pdf(Sheet(), finish=choose))[-1].text.endswith(SECRET)


def test_last_of_many_parts_is_told() -> None:
    def many(document: pikepdf.Pdf) -> None:
        document.Root.Spare = Array([Dictionary(JS=String(f"nomor {number}")) for number in range(900)])

    found = hidden_parts(pdf(Sheet(), finish=many))
    assert "nomor 899" in found[-1].text and {part.kind for part in found} == {"script"}


def test_walk_ends_in_a_file_of_too_many_objects(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "MOST_OBJECTS", 20)

    def many(document: pikepdf.Pdf) -> None:
        document.Root.Spare = document.make_indirect(Array([Array() for _ in range(90)]))
        document.Root.Last = document.make_indirect(Array())

    assert hidden_parts(pdf(Sheet(), finish=many))[-1] == HiddenPart("more", "file")


def test_walk_ends_in_a_deep_file() -> None:
    def deep(document: pikepdf.Pdf) -> None:
        inner: pikepdf.Object = Dictionary(JS=String(SECRET))
        for _ in range(60):
            inner = Array([inner])
        document.Root.Spare = inner

    assert hidden_parts(pdf(Sheet(), finish=deep)) == [HiddenPart("more", "file")]
