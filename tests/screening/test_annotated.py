"""Annotated texts: the marks go, their places stay, and come again as they were; every measure counts what it
says."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbuka.screening.annotated import Mark, Score, parse, write

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
HEAD = {"genre": "laporan", "title": "kasus 1", "layout": "pdf"}

RAW = (
    "# genre: laporan\n# note\n"
    "Saksi {{PERSON#p1/R:Wulan}} ({{PHONE/R:0812 1}}) ke {{ORG/K:Polres Banjar}}. Baik."
)
PLAIN = "Saksi Wulan (0812 1) ke Polres Banjar. Baik."


def measured(*hidden: str) -> dict[str, float]:
    """The measures of a copy of ``PLAIN`` that hides these words."""
    score = Score()
    offsets = {i for word in hidden for i in range(PLAIN.index(word), PLAIN.index(word) + len(word))}
    score.add("a.txt", *parse(RAW), offsets)
    return score.measures()


def test_parse_takes_head_and_marks_away() -> None:
    text, marks = parse(RAW)
    assert text == PLAIN
    assert marks[0] == Mark(6, 11, "PERSON", "p1", "R")
    assert [text[mark.start : mark.end] for mark in marks] == ["Wulan", "0812 1", "Polres Banjar"]


def test_parse_of_a_text_without_head_keeps_its_first_lines() -> None:
    assert parse("satu\ndua\n{{AGE/R:tiga}}")[0] == "satu\ndua\ntiga"


@st.composite
def annotated(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """Any text, made mostly of what marks are made of, with marks anywhere in it, empty and touching ones."""
    part = st.sampled_from(
        ["{", "}", "{{", "}}", "{{NIK/R:", "{{:{}}", "{{:", "#p1", "/K:", "# genre", "\n", "\r"]
    )
    text = "".join(draw(st.lists(part | st.text(max_size=3), max_size=12)))
    ends = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    marks = [
        Mark(
            start,
            end,
            draw(st.sampled_from(["PERSON", "URL_PERSONAL"])),
            draw(st.sampled_from([None, "e3", "p-1"])),
            draw(st.sampled_from("RKO")),
        )
        for start, end in pairwise(ends)
        if draw(st.booleans())
    ]
    return text, marks


@given(annotated())
def test_parse_gives_back_what_was_written(document: tuple[str, list[Mark]]) -> None:
    assert parse(write(*document, **HEAD)) == document


def test_text_that_holds_marks_of_its_own_gets_none_from_them() -> None:
    raw = write("{{PERSON/R:bukan}} {a}}", [Mark(19, 22, "NIK", None, "R")], **HEAD)
    assert parse(raw) == ("{{PERSON/R:bukan}} {a}}", [Mark(19, 22, "NIK", None, "R")])


def test_what_is_written_is_the_format_of_the_corpus() -> None:
    raw = write(PLAIN, parse(RAW)[1], genre="laporan\n", title="satu\r\ndua", layout="pdf")
    head, blank, body = raw.split("\n", 2)
    assert (head, blank) == ("# genre: laporan; title: satu dua; layout: pdf", "")
    assert body == RAW.split("\n", 2)[2]


@pytest.mark.parametrize("folder", ["dev", "own", "fresh"])
def test_documents_of_the_corpus_are_written_as_they_are(folder: str) -> None:
    paths = sorted((CORPUS / folder).glob("*.txt"))
    assert paths
    for path in paths:
        head, blank, body = path.read_text(encoding="utf-8").split("\n", 2)
        text, marks = parse(f"{head}\n{blank}\n{body}")
        if "{" not in text and "}" not in text:
            assert write(text, marks, **HEAD).split("\n", 2)[2] == body, path.name


@pytest.mark.parametrize(
    "marks",
    [
        [Mark(0, 3, "NIK", None, "R"), Mark(2, 4, "NIK", None, "R")],
        [Mark(2, 4, "NIK", None, "R"), Mark(0, 1, "NIK", None, "R")],
        [Mark(2, 1, "NIK", None, "R")],
        [Mark(0, 99, "NIK", None, "R")],
        [Mark(0, 1, "nik", None, "R")],
        [Mark(0, 1, "", None, "R")],
        [Mark(0, 1, "A/R:x{{B", None, "R")],
        [Mark(0, 1, "NIK", "", "R")],
        [Mark(0, 1, "NIK", "siti rahmah", "R")],
        [Mark(0, 1, "NIK", None, "X")],
    ],
)
def test_marks_that_would_not_come_back_are_refused(marks: list[Mark]) -> None:
    with pytest.raises(ValueError, match=r"marks overlap|no room"):
        write("abcdef", marks, **HEAD)


def test_measures_of_a_right_copy_are_nought() -> None:
    assert set(measured("Wulan", "0812 1").values()) == {0.0}


def test_one_letter_left_of_a_secret_is_a_leak() -> None:
    found = measured("Wula", "0812 1")
    assert found["leak_rate"] == 0.5
    assert found["entity_leak_rate"] == 0.5


def test_one_letter_hidden_of_a_public_word_is_over_redaction() -> None:
    assert measured("Wulan", "0812 1", "Polres")["over_redaction"] == 1.0


def test_hidden_words_outside_the_marks_are_collateral() -> None:
    found = measured("Wulan", "0812 1", "Baik")
    assert found["over_redaction"] == 0.0
    assert found["collateral"] == 4 / len("SaksikeBaik")


def test_a_thing_with_one_leaked_mention_is_leaked() -> None:
    score = Score()
    score.add("a.txt", *parse("{{PERSON#p/R:Wulan}} dan {{PERSON#p/R:WULAN}}"), set(range(5)))
    assert score.measures()["entity_leak_rate"] == 1.0
    assert score.leaked["PERSON"] == 1
    assert score.misses == ["leaked: a.txt PERSON: …Wulan dan [WULAN]"]
