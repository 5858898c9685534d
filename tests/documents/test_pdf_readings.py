"""A page whose text layer is right but for a sign, and that OCR reads badly. All persons are invented."""

from itertools import pairwise

import pytest
import typst

from terbuka.documents.lines import LooseWord
from terbuka.documents.model import Box, Document, PageSource
from terbuka.documents.ocr import Reading
from terbuka.documents.pdf.read import read as read_pdf
from terbuka.documents.pdf.readings import LayerWord, both_readings

SIZE = (60.0, 12.0)


def at(text: str, x: float = 0.0, confidence: float = 95.0, slanted: bool = False) -> LooseWord:
    return LooseWord(text, Box(x, 0.0, x + SIZE[0], SIZE[1]), slanted=slanted, confidence=confidence)


def layer(*texts: str, proven: bool = True) -> list[LayerWord]:
    return [LayerWord(at(text, 70.0 * number), proven) for number, text in enumerate(texts)]


def reading(*texts: str, confidence: float = 95.0) -> Reading:
    return Reading(tuple(at(text, 70.0 * n, confidence) for n, text in enumerate(texts)), 95.0)


def said(both: Reading) -> list[str]:
    return [word.text for word in sorted(both.words, key=lambda word: word.box.x0)]


def test_slip_of_ocr_gives_way_to_signs_that_were_borne_out() -> None:
    both = both_readings(layer("Korban", "Dewi"), reading("Korban", "DeWl"))
    assert said(both) == ["Korban", "Dewi"] and both.doubtful == ()


def test_rubbish_of_ocr_gives_way_to_signs_that_were_borne_out() -> None:
    both = both_readings(layer("Korban", "Dewi"), reading("Korban", "semen", confidence=35))
    assert said(both) == ["Korban", "Dewi"] and both.doubtful == ()


def test_word_that_ocr_overlooks_is_kept() -> None:
    both = both_readings(layer("Korban", "Dewi"), reading("Korban"))
    assert said(both) == ["Korban", "Dewi"] and both.doubtful == ()


def test_unproven_word_that_ocr_overlooks_is_kept_with_doubt() -> None:
    both = both_readings([*layer("Korban"), *layer("", "Dewi", proven=False)[1:]], reading("Korban"))
    assert said(both) == ["Korban", "Dewi"] and both.doubtful == (at("Dewi", 70).box,)


def test_place_that_is_surely_read_as_something_else_is_in_doubt() -> None:
    both = both_readings(layer("Korban", "anak", "Meja"), reading("Korban", "anak", "Siti"))
    assert said(both) == ["Korban", "anak", "Meja", "Siti"] and both.doubtful == (at("Siti", 140).box,)
    assert at("Siti", 140).box not in both.sure


def test_unproven_word_adds_no_lie() -> None:
    lie = layer("Korban", "anak", "Meja", proven=False)
    both = both_readings(lie, reading("Korban", "anak", "Siti"))
    assert said(both) == ["Korban", "anak", "Siti"] and both.doubtful == (at("Siti", 140).box,)


def test_layer_that_lies_as_a_whole_is_not_looked_at() -> None:
    read = reading("Korban", "anak", "Siti")
    assert both_readings(layer("Uybx", "ppqq", "Meja", proven=False), read) is read


def test_unproven_word_that_ocr_reads_alike_is_no_doubt() -> None:
    both = both_readings(layer("Korban", "siti", proven=False), reading("Korban", "Siti"))
    assert said(both) == ["Korban", "Siti"] and both.doubtful == ()


def test_word_in_pieces_is_one_place() -> None:
    pieces = [
        LayerWord(LooseWord("De", Box(0, 0, 30, 12)), True),
        LayerWord(LooseWord("wi", Box(30, 0, 60, 12)), True),
    ]
    assert said(both_readings(pieces, reading("Dewi"))) == ["De", "wi"]


def test_watermark_accounts_for_no_ink() -> None:
    mark = LayerWord(at("SALINAN", slanted=True), True)
    both = both_readings([*layer("Korban"), mark], reading("Korban"))
    assert "SALINAN" in said(both) and len(both.sure) == 1


def test_doubt_of_ocr_goes_where_the_layer_is_borne_out() -> None:
    read = Reading((at("Korban"),), 95.0, (Box(71.0, 2.0, 100.0, 10.0), Box(300.0, 0.0, 320.0, 9.0)))
    assert both_readings(layer("Korban", "Dewi"), read).doubtful == (Box(300.0, 0.0, 320.0, 9.0),)


@pytest.fixture(scope="module")
def watermarked() -> Document:
    source = r"""
    #set page(width: 420pt, height: 300pt, margin: 40pt,
      background: rotate(-45deg, text(48pt, fill: rgb("#dddddd"))[SALINAN]))
    #set text(size: 11pt)
    Korban anak bernama Dewi Anggraini, umur 9 tahun, tinggal bersama ibunya.

    Lanjutan: #text(4pt)[Dewi Anggraini] dan #text(40pt)[Dewi] pulang

    $ "Dewi" = sqrt("Rahmat Hidayatullah") $
    """
    data = typst.compile(source.encode(), format="pdf")
    assert isinstance(data, bytes)
    return read_pdf(data, "", lambda done, total: None)


@pytest.mark.ocr
def test_names_of_a_page_with_one_sign_in_doubt_are_all_read(watermarked: Document) -> None:
    assert watermarked.pages[0].source is PageSource.OCR and watermarked.notices
    assert watermarked.text.count("Dewi") == 4 and watermarked.text.count("Anggraini") == 2


@pytest.mark.ocr
def test_parts_that_nobody_read_do_not_lie_over_each_other(watermarked: Document) -> None:
    boxes = sorted(part.box for part in watermarked.unread)
    assert boxes and not any(one.touches(other) for one, other in pairwise(boxes))
