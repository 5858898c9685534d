"""Annotated texts: the marks go, their places stay; every measure counts what it says."""

from terbuka.screening.annotated import Mark, Score, parse

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
