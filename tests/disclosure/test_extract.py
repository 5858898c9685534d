"""What was read, cut into sheets and put away: nothing is lost, nothing stands twice."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbuka.disclosure.copies.reading import labelled
from terbuka.disclosure.errors import FileGone
from terbuka.disclosure.extract import SHEET, open_extract, saved_extract, sheet_bounds, split
from terbuka.disclosure.models import Mark
from terbuka.disclosure.studio.page import following
from terbuka.documents import Notice
from terbuka.documents.text import document_of
from tests.disclosure.conftest import stored_files

WORD = st.sampled_from(["Pelapor", "nan", "6371034704880003", "a", "x" * 700])
GAP = st.sampled_from([" ", "\n", "\n\n", "\t", "", "  "])
TEXTS = st.lists(st.tuples(WORD, GAP, st.integers(1, 900)), max_size=8).map(
    lambda parts: "".join((word + gap) * times for word, gap, times in parts)
)


@given(TEXTS)
def test_sheets_hold_every_character_once_and_none_is_too_long(text: str) -> None:
    bounds = sheet_bounds(document_of(text))
    assert bounds[0][0] == 0 and bounds[-1][1] == len(text)
    assert all(one[1] == next_[0] for one, next_ in pairwise(bounds))
    assert all(end - start <= SHEET * 5 // 4 for start, end in bounds)
    assert all(end > start for start, end in bounds) or text == ""


@given(TEXTS, st.integers(0, 9000), st.integers(1, 9000))
def test_stretch_is_split_at_the_sheets_and_nothing_of_it_is_lost(text: str, start: int, length: int) -> None:
    bounds = sheet_bounds(document_of(text))
    end = min(start + length, len(text))
    if start >= end:
        return
    parts = list(split(start, end, bounds))
    assert "".join(text[first:last] for _number, first, last in parts) == text[start:end]
    for number, first, last in parts:
        assert bounds[number - 1][0] <= first < last <= bounds[number - 1][1]


def test_lines_and_words_stay_whole_where_they_can() -> None:
    lines = "Baris yang biasa saja.\n" * 1000
    assert all(lines[end - 1] == "\n" for _start, end in sheet_bounds(document_of(lines)))
    words = "kata " * 4000
    assert all(words[end - 1] == " " for _start, end in sheet_bounds(document_of(words)))
    solid = "x" * (SHEET * 3)
    assert [end - start for start, end in sheet_bounds(document_of(solid))] == [SHEET, SHEET, SHEET]


def test_package_gives_back_what_was_put_in() -> None:
    document = document_of("Pelapor Siti Rahmah melapor.\n" * 400)
    notice = Notice("Dokumen ini dikenali sebagai %(kind)s.", {"kind": "laporan"})
    reasons = {2: {7: ("Nama setelah kata %(mark)s.", {"mark": "Pelapor"})}}
    with saved_extract(document, [notice], reasons) as name, open_extract(name) as extract:
        assert extract.document() == document and extract.outline().text == document.text
        assert extract.notices() == [notice] and extract.hidden() == ()
        first, second = extract.sheet(1), extract.sheet(2)
        assert extract.bounds()[:2] == [(first.start, first.end), (second.start, second.end)]
        assert first.text + second.text == document.text[: second.end]
        assert second.reasons == reasons[2] and first.reasons == {}
        assert second.cut(first.start, second.start + 7) == second.text[:7]
        with pytest.raises(KeyError):
            extract.sheet(99)


def test_package_goes_where_its_row_fails() -> None:
    with pytest.raises(RuntimeError), saved_extract(document_of("Siti Rahmah")):
        raise RuntimeError
    assert stored_files() == set()


@pytest.mark.parametrize("name", ["", "ab/gone"])
def test_package_that_is_not_there_is_said(name: str) -> None:
    with pytest.raises(FileGone), open_extract(name):
        pass


def test_labels_of_a_copy_are_told_from_its_words() -> None:
    text = "Sdri. [NAMA · 17.h] tinggal di [ALAMAT]; [sic], [1] dan [LAMPIRAN] tetap. [NIK · 17.h]"
    pieces = labelled(text)
    assert "".join(piece.text for piece in pieces) == text
    assert [piece.text for piece in pieces if piece.is_label] == ["[NAMA · 17.h]", "[ALAMAT]", "[NIK · 17.h]"]


def test_focus_goes_to_the_next_that_needs_a_decision_and_else_stays() -> None:
    marks = [
        Mark(number=n, standing=s)
        for n, s in ((3, "undecided"), (1, "hidden"), (2, "undecided"), (4, "void"))
    ]
    assert following(marks, 3) == 2
    assert following(marks, 2) == 3
    assert following(marks, 1) == 2
    assert following(marks[1:2], 1) == 1
