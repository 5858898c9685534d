"""What the pictures of a DOCX say is read at their place, where they are shown as they are."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from terbuka.documents import Document, PageSource
from terbuka.documents.docx import pictures as rules
from terbuka.documents.docx import read as reading
from terbuka.documents.docx.read import read as read_docx
from terbuka.documents.model import PICTURE, UNREAD
from terbuka.documents.sandbox import Progress
from tests.documents.samples.codes import code_image
from tests.documents.samples.docx import PAPER, docx, paragraph, picture, story, table
from tests.documents.samples.images import jpeg, noise, png

NAME = "Siti Aminah"


def says(*lines: str, mode: str = "RGB", ink: int = 0) -> Image.Image:
    """Lines of letters as high as those of a heading."""
    made = Image.new("RGB", (1200, 213 * len(lines)), "white")
    for number, line in enumerate(lines):
        font = ImageFont.load_default(56)
        ImageDraw.Draw(made).text((50, 70 + 213 * number), line, fill=(ink, ink, ink), font=font)
    return made.convert(mode)


def with_photograph(line: str) -> Image.Image:
    """A line of letters, and below it what nobody can read."""
    whole = says(line, "", "", "")
    photograph = noise(8, 5).resize((700, 450), Image.Resampling.BICUBIC)
    whole.paste(photograph.point([level // 2 for level in range(256)]), (60, 300))
    return whole


def unheard(done: int, total: int) -> None:
    """Nobody waits for the reader."""


def read(
    *blocks: str,
    image: bytes | None = None,
    name: str = "image1.png",
    report: Progress = unheard,
    **options: object,
) -> Document:
    parts = {f"word/media/{name}": image or png(says(f"Pelapor {NAME}")), **options.pop("parts", {})}  # type: ignore[dict-item]
    related = {"p1": ("image", f"media/{name}"), **options.pop("related", {})}  # type: ignore[dict-item]
    data = docx(*blocks, parts=parts, related=related, **options)  # type: ignore[arg-type]
    return read_docx(data, "", report)


def kinds(document: Document) -> list[str]:
    return [part.kind for part in document.hidden]


def test_picture_says_its_words_at_its_place() -> None:
    document = read(paragraph("Di atas", picture()), paragraph("di bawah"))
    assert document.text == f"Di atas\n{PICTURE}\nPelapor {NAME}\ndi bawah"
    (shown,) = document.pictures
    assert (shown.number, shown.source, shown.width) == (1, PageSource.OCR, 450.0)
    assert document.text[shown.start : shown.end] == f"{PICTURE}\nPelapor {NAME}"
    assert [document.text[word.start : word.end] for word in shown.words] == ["Pelapor", "Siti", "Aminah"]
    assert all(word.box and word.box.x1 <= 450 for word in shown.words)
    assert Document.from_json(document.to_json()) == document
    assert not document.unread and not document.notices and not document.hidden


def test_what_nobody_reads_in_a_picture_has_words_of_its_own() -> None:
    document = read(paragraph(picture(size=(450, 320))), image=png(with_photograph(f"Pelapor {NAME}")))
    (part,) = document.unread
    assert document.text[part.start : part.end] == UNREAD
    assert f"{PICTURE}\nPelapor {NAME}\n{UNREAD}" in document.text
    assert part.box.y0 > 60 and part.page == 1


def test_code_in_a_picture_tells_what_it_says() -> None:
    document = read(paragraph(picture(size=(120, 120))), image=png(code_image(NAME)))
    assert [part.text for part in document.unread] == [NAME]
    assert document.text.endswith(f"\n{UNREAD}")


def test_blank_picture_says_only_that_it_is_one() -> None:
    under = says(NAME)
    under.putalpha(0)
    document = read(paragraph(picture()), image=png(under))
    assert (document.text, document.unread) == (f"\n{PICTURE}", ())


def test_picture_is_cut_to_the_part_that_is_shown() -> None:
    document = read(paragraph(picture(crop='b="50000"')), image=png(says("Denah gedung", NAME)))
    assert document.text == f"\n{PICTURE}\nDenah gedung"
    assert [(part.kind, part.place) for part in document.hidden] == [("picture", "word/media/image1.png")]


def test_picture_in_a_record_stays_on_its_line() -> None:
    cell = paragraph("Foto", picture())
    document = read(table([["1", "Budi", cell]]))
    assert document.text == f"1\tBudi\tFoto {PICTURE} Pelapor {NAME}"


def test_cell_of_nothing_but_a_picture_is_a_filled_cell() -> None:
    document = read(table([["1\n", paragraph("dua"), paragraph(picture())]]))
    assert document.text.count("\n") == 0


def test_picture_of_a_head_is_found_by_the_relations_of_its_part() -> None:
    head = story("hdr", paragraph("Kepala", picture()))
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="p1" Type="x/image" Target="media/image1.png"/></Relationships>'
    )
    document = read(
        paragraph("Isi"),
        section=f'<w:headerReference w:type="default" r:id="h1"/>{PAPER}',
        parts={"word/header1.xml": head, "word/_rels/header1.xml.rels": rels},
        related={"h1": ("header", "header1.xml")},
    )
    assert document.text == f"Kepala\n{PICTURE}\nPelapor {NAME}\nIsi"


def test_same_picture_is_looked_at_once() -> None:
    looks: list[tuple[int, int]] = []  # each is told as a step on the way
    document = read(
        paragraph(picture()), paragraph(picture()), report=lambda done, total: looks.append((done, total))
    )
    assert document.text.count(NAME) == 2 and [page.number for page in document.pictures] == [1, 2]
    assert looks == [(0, 1), (1, 1)]


@pytest.mark.parametrize(
    "shown",
    [
        picture(crop='l="x"'),
        picture(crop='t="60000" b="60000"'),
        picture(effect='<a:lum bright="100000"/>'),
        picture(frame='rot="5400000"'),
        picture(frame='flipH="1"'),
        picture(shape='<a:prstGeom prst="ellipse"/>'),
        picture(shape="<a:custGeom/>"),
        picture(size=(450, 4)),
        picture("p9"),
        picture("elsewhere"),
        picture().replace('cx="', 'cx="x'),
        picture().replace("<wp:extent", "<wp:other"),
        picture().replace("drawingml/2006/picture", "drawingml/2006/chart"),
        picture().replace("</pic:blipFill>", '</pic:blipFill><a:blip r:embed="p1"/>'),
    ],
)
def test_picture_that_is_shown_otherwise_is_not_read(shown: str) -> None:
    document = read(paragraph(shown), external={"elsewhere": ("image", "http://contoh.id/a.png")})
    assert (document.text, document.pictures) == ("", ())
    assert kinds(document).count("picture") == 1
    assert document.notices[0].values == {"count": 1}


def test_picture_off_the_page_is_hidden() -> None:
    away = '<wp:positionH relativeFrom="page"><wp:posOffset>90000000</wp:posOffset></wp:positionH>'
    document = read(paragraph("Isi", picture(place="anchor", where=away)))
    assert (document.text, kinds(document)) == ("Isi", ["picture"])


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\nrusak", b"<svg/>", jpeg(says(NAME))[:200]])
def test_damaged_picture_is_not_read(data: bytes) -> None:
    document = read(paragraph("Isi", picture()), image=data)
    assert (document.text, kinds(document)) == ("Isi", ["picture"])


def test_picture_without_a_file_is_not_read() -> None:
    document = read(paragraph("Isi", picture("p2")), related={"p2": ("image", "media/tidak.png")})
    assert (document.pictures, kinds(document)) == ((), ["picture"])


def test_picture_of_too_many_pixels_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "MOST_PIXELS", 1000)
    assert not read(paragraph("Isi", picture())).pictures


def test_pictures_beyond_the_most_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_PICTURES", 1)
    document = read(paragraph(picture()), paragraph(picture()))
    assert (len(document.pictures), kinds(document)) == (1, ["picture"])


def test_without_a_reader_of_pictures_none_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # a machine without tesseract
    document = read(paragraph("Isi", picture()))
    assert (document.text, document.pictures) == ("Isi", ())


def test_only_the_first_frame_is_seen_and_only_as_fine_as_it_is_shown() -> None:
    buffer = io.BytesIO()
    first, second = says("Denah gedung", mode="P"), says(NAME, mode="P")
    first.save(buffer, "GIF", save_all=True, append_images=[second])
    document = read(paragraph(picture(size=(200, 36))), image=buffer.getvalue(), name="a.gif")
    assert document.text == f"\n{PICTURE}\nDenah gedung"


def test_letters_of_word_art_are_text() -> None:
    art = '<w:r><w:pict><v:shape style="{}"><v:textpath string="RAHASIA"/></v:shape></w:pict></w:r>'
    shown, away = art.format("width:90pt;height:20pt"), art.format("visibility:hidden")
    assert read(paragraph("Isi ", shown, away)).text == "Isi RAHASIA"
