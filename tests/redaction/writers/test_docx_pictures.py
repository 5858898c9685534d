"""The pictures of a DOCX copy: painted anew, with bars over what is hidden, and nothing of their files."""

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from terbuka.documents import Document
from terbuka.documents.docx.read import read
from terbuka.documents.model import PICTURE, UNREAD
from terbuka.redaction.model import Placed, Plan, Redaction
from terbuka.redaction.plan import readable_pages
from terbuka.redaction.verifier.inspect import inspect
from terbuka.redaction.verifier.rescreen.own import read_own
from terbuka.redaction.verify import secrets_of
from terbuka.redaction.writers.docx import write
from tests.documents.samples.docx import PAPER, docx, paragraph, picture, story
from tests.documents.samples.images import jpeg, noise, png
from tests.documents.test_docx_pictures import NAME, says, with_photograph

LABEL = "[NAMA · 17.h]"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="p1" Type="x/image" Target="media/image1.png"/></Relationships>'
)


def file(*blocks: str, image: bytes, **options: object) -> bytes:
    parts = {"word/media/image1.png": image, **options.pop("parts", {})}  # type: ignore[dict-item]
    related = {"p1": ("image", "media/image1.png"), **options.pop("related", {})}  # type: ignore[dict-item]
    return docx(*blocks, parts=parts, related=related, **options)  # type: ignore[arg-type]


def copy_of(folder: Path, data: bytes, *secrets: str) -> tuple[bytes, list[Placed], Document]:
    """The verified copy in which ``secrets`` are hidden, its bars, and what it says to who opens it."""
    source, destination = folder / "asal", folder / "salinan"
    source.write_bytes(data)
    document = read(data, "", lambda done, total: None)
    spans = sorted((document.text.index(secret), len(secret)) for secret in secrets)
    plan = Plan(
        document,
        tuple(
            Redaction(at, "PERSON", start, start + size, 1, LABEL)
            for at, (start, size) in enumerate(spans, 1)
        ),
    )
    placed = write(source, destination, plan, lambda done, total: None)
    request = {
        "public": str(destination),
        "secrets": [[s.number, s.type, s.text] for s in secrets_of(plan)],
        "pages": readable_pages(plan, placed),
        "ours": True,
    }
    answer = inspect(request, lambda done, total: None)
    assert answer["passed"], answer
    own = read_own({"public": str(destination), "sha256": answer["sha256"]}, lambda done, total: None)
    assert own is not None
    return destination.read_bytes(), placed, Document.from_json(own["document"])


def part(data: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def images(data: bytes) -> dict[str, Image.Image]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = [name for name in package.namelist() if "media" in name]
        return {name: Image.open(io.BytesIO(package.read(name))) for name in names}


def test_hidden_words_of_a_picture_are_under_a_bar_with_their_label(tmp_path: Path) -> None:
    data, placed, public = copy_of(
        tmp_path, file(paragraph("Foto", picture()), image=png(says(f"Pelapor {NAME}"))), NAME
    )
    assert public.text == f"Foto\n{PICTURE}\nPelapor"
    assert (placed, public.unread, public.hidden) == ([Placed(1, 1, None)], (), ())
    assert f'descr="{LABEL}"' in part(data)
    (shown,) = images(data).values()
    assert (shown.format, shown.mode, shown.info) == ("PNG", "L", {})


def test_part_that_nobody_read_is_under_a_bar(tmp_path: Path) -> None:
    source = file(paragraph(picture(size=(450, 320))), image=png(with_photograph("Denah gedung")))
    _, placed, public = copy_of(tmp_path, source, UNREAD)
    assert public.text == f"\n{PICTURE}\nDenah gedung"
    assert (len(placed), public.unread) == (1, ())


def test_narrow_bar_in_a_picture_says_its_word_alone(tmp_path: Path) -> None:
    """The drawing tells the label as it is set: the verifier draws that, and refused every such copy."""
    drawn = says("Denah gedung", "", "", "")
    stamp = noise(6, 12).resize((60, 300), Image.Resampling.BICUBIC)
    drawn.paste(stamp.point([level // 2 for level in range(256)]), (60, 300))
    data, _, public = copy_of(tmp_path, file(paragraph(picture(size=(450, 320))), image=png(drawn)), UNREAD)
    assert public.text == f"\n{PICTURE}\nDenah gedung"
    assert 'descr="[NAMA]"' in part(data)


def test_one_stretch_over_words_and_what_nobody_read_hides_both(tmp_path: Path) -> None:
    source = file(paragraph(picture(size=(450, 320))), image=png(with_photograph(f"Pelapor {NAME}")))
    _, placed, public = copy_of(tmp_path, source, f"{NAME}\n{UNREAD}")
    assert public.text == f"\n{PICTURE}\nPelapor"
    assert {bar.number for bar in placed} == {1}


@pytest.mark.parametrize("hidden", [PICTURE, UNREAD])
def test_picture_of_which_nothing_stays_becomes_its_label(tmp_path: Path, hidden: str) -> None:
    photograph = png(noise(30, 15).resize((1200, 600)))
    data, placed, public = copy_of(
        tmp_path, file(paragraph("Foto ", picture(size=(450, 225))), image=photograph), hidden
    )
    assert (public.text, images(data)) == (f"Foto {LABEL}", {})
    assert placed == [Placed(1, 1, None)]


def test_photograph_that_is_kept_becomes_a_jpeg_without_a_word_about_it(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x013B] = NAME
    photograph = noise(60, 30).resize((2000, 1000), Image.Resampling.BICUBIC).convert("RGB")
    photograph.paste("red", (0, 0, 900, 900))
    image = jpeg(photograph, exif=exif, comment=NAME.encode()) + NAME.encode()
    data, placed, _ = copy_of(tmp_path, file(paragraph(picture(size=(451, 226))), image=image))
    assert (placed, NAME.encode() in data) == ([], False)
    (shown,) = images(data).values()
    assert (shown.format, shown.size, len(shown.getexif())) == ("JPEG", (1253, 627), 0)
    assert 'cx="5715000" cy="2895600"' in part(data)


def test_drawing_of_few_colours_stays_sharp(tmp_path: Path) -> None:
    drawn = says("Denah gedung")
    drawn.paste("#CC0000", (0, 0, 1200, 12))
    data, _, _ = copy_of(tmp_path, file(paragraph(picture()), image=png(drawn)))
    (shown,) = images(data).values()
    assert (shown.format, shown.mode) == ("PNG", "RGB")


def test_pictures_of_heads_have_relations_of_their_own(tmp_path: Path) -> None:
    source = file(
        paragraph("Isi", picture()),
        image=png(says("Kantor desa")),
        section=f'<w:headerReference w:type="default" r:id="h1"/>{PAPER}',
        parts={
            "word/header1.xml": story("hdr", paragraph(picture())),
            "word/_rels/header1.xml.rels": RELATIONS,
        },
        related={"h1": ("header", "header1.xml")},
    )
    data, _, public = copy_of(tmp_path, source)
    assert public.text == f"\n{PICTURE}\nKantor desa\nIsi\n{PICTURE}\nKantor desa"
    assert list(images(data)) == ["word/media/image1.png", "word/media/image2.png"]
    assert 'Target="media/image1.png"' in part(data, "word/_rels/header1.xml.rels")
    assert 'Target="media/image2.png"' in part(data, "word/_rels/document.xml.rels")


def test_picture_that_was_not_looked_at_becomes_a_word(tmp_path: Path) -> None:
    data, _, public = copy_of(tmp_path, file(paragraph("Foto ", picture()), image=b"rusak"))
    assert (public.text, images(data)) == (f"Foto {PICTURE}", {})
