"""What a foreign PDF says where no extractor of text looks."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from terbuka.redaction.model import Readable
from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.foreign.said_check import said_check
from terbuka.redaction.verifier.model import Survivor
from terbuka.redaction.verifier.secrets.search import Hunt, Secret
from tests.documents.samples.images import page_image
from tests.documents.samples.pdf import Sheet, appearance, helvetica, image_object, pdf, text_sheet

NAME = "Bambang Qwelmono"
"""A part that people are called, and one that nobody is."""
KERNED = "BT /F 9 Tf 2 5 Td [(Bam) 12 (bang) -300 (Qwel) 9 (mono)] TJ ET"
BEHIND = "not on the page by itself: "
Finish = Callable[[pikepdf.Pdf], None]


def found(
    finish: Finish, sheet: Sheet | None = None, *, shown: str = "Surat", terms: Sequence[str] = ()
) -> tuple[Survivor, ...]:
    return found_in(pdf(sheet or text_sheet(["Surat"]), finish=finish), shown=shown, terms=terms)


def found_in(data: bytes, *, shown: str = "", terms: Sequence[str] = ()) -> tuple[Survivor, ...]:
    hunt = Hunt([Secret(0, "TERM", term) for term in terms])
    copy = Copy(Path(), data, hunt, [Readable("", "")], False, lambda done, of: None, shown)
    return said_check(copy).survivors


def places(finish: Finish, sheet: Sheet | None = None, **more: str) -> set[str]:
    return {survivor.place for survivor in found(finish, sheet, **more)}  # type: ignore[arg-type]


def form(document: pikepdf.Pdf, content: str = KERNED) -> pikepdf.Object:
    made = appearance(document, "")
    made.write(content.encode())
    return made


def resources(document: pikepdf.Pdf) -> pikepdf.Object:
    return document.pages[0].obj.Resources


def pattern(document: pikepdf.Pdf) -> None:
    tile = form(document)
    del tile["/Subtype"]
    resources(document).Pattern = Dictionary(P=tile, Q=tile, Z=7)


def soft_mask(document: pikepdf.Pdf) -> None:
    state = Dictionary(SMask=Dictionary(S=Name.Luminosity, G=form(document)))
    resources(document).ExtGState = Dictionary(G=state, H=Dictionary(SMask=Name("/None")))


def letter(document: pikepdf.Pdf) -> None:
    resources(document).Font["/T"] = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        CharProcs=Dictionary(a=document.make_stream(f"900 0 d0 {KERNED}".encode())),
        Resources=Dictionary(Font=Dictionary(F=helvetica(document))),
    )


def note(document: pikepdf.Pdf, **looks: object) -> None:
    button = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, Rect=Array([0, 0, 9, 9]), AP=Dictionary(**looks)
    )
    document.pages[0].obj.Annots = Array([document.make_indirect(button)])


def pressed(document: pikepdf.Pdf) -> None:
    note(document, N=form(document, ""), D=form(document))


def other_state(document: pikepdf.Pdf) -> None:
    note(document, N=Dictionary(Off=form(document, ""), Yes=form(document)))


FORMS = {
    "pattern": pattern,
    "soft mask": soft_mask,
    "letter of a font": letter,
    "note": pressed,
}


@pytest.mark.parametrize("place", FORMS)
def test_text_in_what_is_no_part_of_the_page_is_found(place: str) -> None:
    (survivor,) = found(FORMS[place])
    assert survivor == Survivor("hidden-text", BEHIND + place, 1, "PERSON")
    assert not found(FORMS[place], shown=f"Saudara {NAME}"), "what the page says too"


@pytest.mark.parametrize("finish", [*FORMS.values(), other_state])
def test_term_is_found_there_in_one_piece_and_by_its_parts(finish: Finish) -> None:
    terms = found(finish, shown=NAME, terms=[NAME])
    assert {(one.kind, one.type) for one in terms} == {("hidden-text", "TERM"), ("name", "TERM")}
    assert [one.kind for one in found(finish, shown=NAME, terms=["Sri Qwelmono"])] == ["hidden-text"]
    assert not found(finish, shown=NAME, terms=["Xantira"])


def test_text_of_a_form_that_is_damaged_is_read_as_it_stands() -> None:
    def damaged(document: pikepdf.Pdf) -> None:
        pattern(document)
        resources(document).Pattern.P.Resources = Dictionary(Font=Dictionary(F=Name.Kosong))

    assert places(damaged) == {BEHIND + "pattern"}


def test_form_that_ends_in_nothing_is_read_as_it_stands() -> None:
    def cut_off(document: pikepdf.Pdf) -> None:
        pattern(document)
        resources(document).Pattern.P.write(b"BT (Bambang) Tj )")

    assert places(cut_off) == {BEHIND + "pattern"}


def without_resources(document: pikepdf.Pdf) -> None:
    resources(document).Font["/T"] = Dictionary(
        Type=Name.Font, CharProcs=Dictionary(a=document.make_stream(b"BT (Bambang) Tj ET"))
    )


def test_letter_without_resources_is_read_as_it_stands() -> None:
    assert places(without_resources) == {BEHIND + "letter of a font"}


def ink(document: pikepdf.Pdf) -> None:
    space = Array([Name.Separation, Name(f"/{NAME}"), Name.DeviceGray, Dictionary(FunctionType=2)])
    resources(document).ColorSpace = Dictionary(C=space)


def state(document: pikepdf.Pdf) -> None:
    resources(document).ExtGState = Dictionary({"/BambangQwelmono": Dictionary(LW=1)})


def tag(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.Contents = document.make_stream(b"/Bambang#20Qwelmono BMC EMC")


def glyphs(document: pikepdf.Pdf) -> None:
    names = [Name("/space" if letter == " " else f"/{letter}") for letter in NAME]
    resources(document).Font.F.Encoding = Dictionary(Differences=Array([1, *names]))


def letters(document: pikepdf.Pdf) -> None:
    told = "/".join("space" if letter == " " else letter for letter in NAME)
    resources(document).Font.F.FontDescriptor = Dictionary(CharSet=String(f"/{told}"))


def language(document: pikepdf.Pdf) -> None:
    document.Root.Lang = String(NAME)


def number(document: pikepdf.Pdf) -> None:
    document.Root.Lang = String("6371034704880003")


def remark(document: pikepdf.Pdf) -> None:
    resources(document).XObject = Dictionary(B=form(document, f"0 g % {NAME}\n"))


def unknown_operator(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.Contents = document.make_stream(f"BX ({NAME}) xyz EX".encode())


@pytest.mark.parametrize(
    ("finish", "place"),
    [
        (ink, "name"),
        (state, "name"),
        (tag, "name"),
        (glyphs, "names of glyphs"),
        (letters, "names of glyphs"),
        (language, "string /Lang"),
        (number, "string /Lang"),
        (remark, "between the operators"),
        (unknown_operator, "between the operators"),
    ],
)
def test_name_or_string_that_names_somebody_is_found(finish: Finish, place: str) -> None:
    assert places(finish) == {place}


def usual(document: pikepdf.Pdf) -> None:
    """What programs leave: inks, fonts, seals and letters in the usual order."""
    space = Array([Name.Separation, Name("/PANTONE Warm Gray 8 C"), Name.DeviceGray, Dictionary()])
    resources(document).ColorSpace = Dictionary(C=space)
    descriptor = Dictionary(
        FontName=Name("/ABCDEF+Kartika-Bold"), FontFamily=String("Kartika Bold"), CharSet=String("/B/a/m/b")
    )
    resources(document).Font.F.FontDescriptor = descriptor
    document.Root.Lang = String("id-ID")
    document.Root.Perms = Dictionary(
        Cert=String("Kartika"), CheckSum=String("Kartika"), Judul=String(b"\0\1Kartika\xff")
    )
    document.trailer.ID = Array([String("Kartika\0"), String("")])


def test_what_programs_leave_is_nothing() -> None:
    assert not found(usual)


def test_term_is_found_in_names_of_all_kinds() -> None:
    for term in ("Kartika Bold", "Warm Gray"):
        assert {one.place for one in found(usual, terms=[term])} == {"names and strings"}
    assert not found(usual, terms=["Sri Kartika"]), "a font may be called as a person is"


def test_file_whose_objects_cannot_be_read_is_walked_all_the_same() -> None:
    def broken(document: pikepdf.Pdf) -> None:
        stream = document.make_stream(b"x" * 99, Filter=Name.Kosong)
        resources(document).XObject = Dictionary(B=document.make_indirect(stream))
        stream.BBox = Array([0, 0, 1, 1])
        document.pages[0].obj.Contents = document.make_stream(b"y", Filter=Name.Kosong)
        language(document)

    assert places(broken) == {"string /Lang"}


def test_page_with_a_reference_to_nothing_and_without_content_is_read() -> None:
    def loose(document: pikepdf.Pdf) -> None:
        del document.pages[0].obj["/Contents"]
        document.pages[0].obj.Judul = document.make_indirect(Dictionary(A=1))
        language(document)

    assert places(loose) == {"string /Lang"}


def test_object_that_is_none_is_passed_over() -> None:
    def finish(document: pikepdf.Pdf) -> None:
        document.Root.Judul = document.make_indirect(Dictionary(Judul=Name.Panjang))
        language(document)

    data = pdf(text_sheet(["Surat"]), finish=finish, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    kept = b"<< /Judul /Panjang >>"
    (survivor,) = found_in(data.replace(kept, b") ) )".ljust(len(kept))))
    assert kept in data and survivor.place == "string /Lang"


STRIP = page_image([f"Pelapor {NAME}"], dpi=100, size=(5, 1.2))


def pictured(document: pikepdf.Pdf, picture: Image.Image = STRIP) -> pikepdf.Object:
    """A form that draws a picture of the name, by another form."""
    inner, outer = form(document, "q 360 0 0 86 0 0 cm /I Do Q"), form(document, "/X Do")
    inner.Resources = Dictionary(XObject=Dictionary(I=image_object(document, picture)))
    outer.Resources = Dictionary(XObject=Dictionary(X=inner, Y=inner, Z=7))
    return outer


@pytest.mark.parametrize(
    "look",
    [
        lambda made, blank: {"N": blank, "D": made},
        lambda made, blank: {"N": Dictionary(Off=blank, Yes=made)},
    ],
)
def test_picture_in_a_look_that_is_not_shown_is_read(look: Callable[..., dict[str, object]]) -> None:
    def finish(document: pikepdf.Pdf) -> None:
        note(document, **look(pictured(document), form(document, "")))
        document.pages[0].obj.Annots[0].AS = Name.Off

    assert found(finish) == (Survivor("picture", BEHIND + "note", 1, "PERSON"),)
    assert {one.type for one in found(finish, shown=NAME, terms=[NAME])} == {"TERM"}


def test_picture_in_the_look_that_is_shown_is_no_business_of_this_check() -> None:
    def finish(document: pikepdf.Pdf) -> None:
        note(document, N=Dictionary(Off=pictured(document)))
        document.pages[0].obj.Annots[0].AS = Name.Off

    assert not found(finish)


def damaged(document: pikepdf.Pdf, **more: object) -> pikepdf.Object:
    """A form that draws a picture of which nobody can make anything."""
    made = pictured(document)
    picture = made.Resources.XObject.X.Resources.XObject.I
    picture.ColorSpace = Name.Kosong
    picture.write(b"x")
    for key, value in more.items():
        picture[f"/{key}"] = value
    return made


def test_small_picture_says_nothing() -> None:
    def finish(document: pikepdf.Pdf) -> None:
        note(document, N=form(document, ""), D=pictured(document, Image.new("L", (8, 8))))

    assert not found(finish)


@pytest.mark.parametrize("size", [{}, {"Width": Name.Kosong}])
def test_picture_that_cannot_be_read_is_not_passed_over(size: dict[str, object]) -> None:
    def finish(document: pikepdf.Pdf) -> None:
        note(document, N=form(document, ""), D=damaged(document, **size))

    assert found(finish) == (Survivor("picture", f"picture that cannot be read: {BEHIND}note", 1),)


def test_small_picture_that_cannot_be_read_says_nothing() -> None:
    def finish(document: pikepdf.Pdf) -> None:
        note(document, N=form(document, ""), D=damaged(document, Width=8, Height=8))

    assert not found(finish)


def test_number_of_the_file_that_happens_to_look_like_a_name_is_nothing() -> None:
    def numbered(document: pikepdf.Pdf) -> None:
        document.trailer.ID = Array([String(NAME), String(NAME)])

    data = pdf(text_sheet(["Surat"]), finish=numbered)
    assert NAME.encode() in data or NAME.encode().hex().encode() in data
    assert not found_in(data)
