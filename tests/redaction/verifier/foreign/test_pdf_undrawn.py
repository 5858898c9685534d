"""What the pages of a foreign PDF have and do not draw."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from pypdf import PdfReader

from terbuka.redaction.verifier.foreign.pdf_undrawn import undrawn_survivors
from tests.documents.samples.images import page_image
from tests.documents.samples.pdf import (
    Sheet,
    appearance,
    helvetica,
    image_object,
    meaning,
    pdf,
    text_sheet,
)

NAME = "Xantira Qwelmono"
Finish = Callable[[pikepdf.Pdf], None]


def places(finish: Finish, sheet: Sheet | None = None) -> set[str]:
    data = pdf(sheet or text_sheet(["Surat"]), finish=finish)
    return {survivor.place for survivor in undrawn_survivors(PdfReader(io.BytesIO(data)))}


def resources(document: pikepdf.Pdf) -> pikepdf.Object:
    return document.pages[0].obj.Resources


def left_form(document: pikepdf.Pdf) -> None:
    resources(document).XObject["/Lama"] = appearance(document, NAME)


def left_picture(document: pikepdf.Pdf) -> None:
    resources(document).XObject["/Lama"] = image_object(document, page_image([NAME], dpi=20))


def left_pattern(document: pikepdf.Pdf) -> None:
    resources(document).Pattern = Dictionary(P=appearance(document, NAME))


def left_font(document: pikepdf.Pdf) -> None:
    resources(document).Font["/S"] = helvetica(document, meaning({"X": "X"}))


def mark(document: pikepdf.Pdf, subtype: str, flags: int, **keys: object) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name(subtype), Rect=Array([0, 0, 90, 20]), F=flags, **keys)
    document.pages[0].obj.Annots = Array([document.make_indirect(note), 7])


def test_picture_form_pattern_and_font_that_no_page_uses_are_told() -> None:
    assert places(left_form) == {"XObject that no page uses"}
    assert places(left_picture) == {"XObject that no page uses"}
    assert places(left_pattern) == {"Pattern that no page uses"}
    assert places(left_font) == {"Font that no page uses"}


def test_what_is_drawn_is_nothing() -> None:
    sheet = Sheet(b"/L#61ma Do /P scn BT /S 12 Tf <58> Tj ET\n")

    def finish(document: pikepdf.Pdf) -> None:
        for left in (left_form, left_pattern, left_font):
            left(document)

    assert places(finish, sheet) == set()


@pytest.mark.parametrize(
    "content",
    [
        b"BT /S 12 Tf () Tj [-9000] TJ ET\n",
        b"BT /F 12 Tf q /S 9 Tf Q (Surat) Tj ET Q (x) Tj\n",
    ],
)
def test_font_that_is_chosen_and_shows_nothing_is_told(content: bytes) -> None:
    assert places(left_font, Sheet(content)) == {"Font that no page uses"}


def test_font_that_shows_something_behind_a_state_of_its_own_is_used() -> None:
    content = b"BT /S 12 Tf q /F 9 Tf (Surat) Tj Q (X) Tj ET\n"
    assert places(left_font, Sheet(content)) == set()


def test_picture_in_a_form_that_is_drawn_is_looked_at_there() -> None:
    def finish(document: pikepdf.Pdf) -> None:
        left_form(document)
        inner = resources(document).XObject["/Lama"]
        inner.Resources.XObject = Dictionary(G=image_object(document, page_image([NAME], dpi=20)))

    assert places(finish, Sheet(b"/Lama Do\n")) == {"XObject that no page uses"}


def test_empty_form_and_a_font_of_every_reader_tell_nothing() -> None:
    def finish(document: pikepdf.Pdf) -> None:
        resources(document).XObject["/Kosong"] = document.make_stream(
            b"0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9])
        )
        resources(document).XObject["/Bukan"] = 3
        resources(document).Font["/H"] = helvetica(document)

    assert places(finish) == set()


def test_redaction_that_was_never_applied_is_told() -> None:
    assert places(lambda document: mark(document, "/Redact", 4)) == {"redaction that was never applied"}


def test_note_that_is_not_shown_is_told() -> None:
    def finish(document: pikepdf.Pdf) -> None:
        looks = Dictionary(N=Dictionary(On=appearance(document, NAME)))
        mark(document, "/Stamp", 2, AP=looks)

    assert places(finish) == {"note that is not shown"}


def test_note_that_is_shown_is_none() -> None:
    assert (
        places(lambda document: mark(document, "/Stamp", 4, AP=Dictionary(N=appearance(document, NAME))))
        == set()
    )


def test_object_that_nothing_leads_to_is_told() -> None:
    def finish(document: pikepdf.Pdf) -> None:
        document.Root.Sisa = appearance(document, NAME)

    data = pdf(text_sheet(["Surat"]), finish=finish)
    with pikepdf.open(io.BytesIO(data)) as document:
        number = document.Root.Sisa.objgen[0]
    cut = data.replace(b"/Sisa %d 0 R" % number, b" " * len(b"/Sisa %d 0 R" % number))
    found = {s.kind for s in undrawn_survivors(PdfReader(io.BytesIO(cut)))}
    assert found == {"unreferenced-object"}


@pytest.mark.parametrize(
    "content", [b"(not ended", b"<< /Length 3 /Filter /Unknown >>\nstream\nabc\nendstream"]
)
def test_loose_object_that_cannot_be_read_is_left_to_the_search_for_bytes(content: bytes) -> None:
    def finish(document: pikepdf.Pdf) -> None:
        document.Root.Sisa = document.make_indirect(Dictionary(X=1))

    data = pdf(text_sheet(["Surat"]), finish=finish)
    with pikepdf.open(io.BytesIO(data)) as document:
        number = document.Root.Sisa.objgen[0]
    data = data.replace(b"/Sisa %d 0 R" % number, b"").replace(b"<< /X 1 >>", content)
    assert {s.kind for s in undrawn_survivors(PdfReader(io.BytesIO(data)))} == set()


def test_page_without_resources_or_content_is_nothing() -> None:
    def finish(document: pikepdf.Pdf) -> None:
        page = document.pages[0].obj
        del page["/Resources"], page["/Contents"]

    assert places(finish) == set()


def test_page_and_form_of_an_unknown_filter_are_left_to_others() -> None:
    def finish(document: pikepdf.Pdf) -> None:
        left_form(document)
        resources(document).XObject["/Lama"].Filter = Name.Unknown
        document.pages[0].obj.Contents.Filter = Name.Unknown

    assert places(finish) == set()
