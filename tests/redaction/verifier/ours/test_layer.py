"""The text layer is read whole, whatever is visible of it, with every word in its place."""

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary

from terbuka.documents import Box
from terbuka.redaction.verifier.ours.layer import is_label, layer_pages
from terbuka.redaction.writers.textlayer import LayerWord, TextLayer
from tests.documents.samples import pdf
from tests.documents.samples.pdf import Sheet, text_line

SIZE = 400.0, 300.0


def layer(tmp_path: Path, *words: LayerWord) -> Path:
    """A page with a text layer of the writer."""
    made = pikepdf.new()
    text = TextLayer(made)
    page = made.add_blank_page(page_size=SIZE)
    page.obj.Resources = Dictionary(Font=Dictionary(T=text.font))
    page.obj.Contents = made.make_stream("\n".join(["BT", *text.lines(words, SIZE[1], "T"), "ET"]).encode())
    text.finish()
    made.save(tmp_path / "layer.pdf")
    return tmp_path / "layer.pdf"


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_word_is_read_where_the_writer_put_it(tmp_path: Path, turn: int) -> None:
    box = Box(50, 60, 130, 74) if turn % 180 == 0 else Box(50, 60, 64, 140)
    (page,) = layer_pages(layer(tmp_path, LayerWord("Banjarmasin", box, turn)))
    (word,) = page.words
    assert (word.text, word.turn) == ("Banjarmasin", turn)
    assert word.box == pytest.approx(box, abs=0.02)
    assert page.size == pytest.approx(SIZE)


def test_label_is_one_word_and_a_sentence_is_several(tmp_path: Path) -> None:
    label, sentence = "[KELUARGA ANAK · 17.j]", "[NAMA · 17.h] telah datang"
    (page,) = layer_pages(
        layer(tmp_path, LayerWord(label, Box(10, 10, 90, 22)), LayerWord(sentence, Box(10, 40, 200, 52)))
    )
    assert [word.text for word in page.words] == [label, "[NAMA", "·", "17.h]", "telah", "datang"]
    lefts = [word.box.x0 for word in page.words[1:]]
    assert lefts == sorted(lefts) and lefts[-1] > 100


def test_text_that_nobody_sees_is_read(tmp_path: Path) -> None:
    sheet = Sheet(
        b"".join(
            (
                text_line("putih", 72, 700, state="1 g"),
                text_line("tembus", 72, 650, state="3 Tr"),
                text_line("luar", 900, 600),
                b"0 g 60 540 200 30 re f\n",
            )
        )
    )
    (tmp_path / "x.pdf").write_bytes(pdf(sheet))
    (page,) = layer_pages(tmp_path / "x.pdf")
    assert [word.text for word in page.words] == ["putih", "tembus", "luar"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[NAMA · 17.h]", True),
        ("[KORBAN · 17.a.2]", True),
        ("[BAGIAN]", True),
        ("[SITI AMINAH]", False),
        ("[SITI · 17.h]", False),
        ("[NAMA · 17.h] Siti", False),
        ("[NAMA · Siti]", False),
        ("NAMA", False),
        ("", False),
    ],
)
def test_only_words_of_the_policy_make_a_label(text: str, expected: bool) -> None:
    assert is_label(text) is expected
