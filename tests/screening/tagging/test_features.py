"""What the models of words look at."""

from terbuka.screening.reading import read_text
from terbuka.screening.tagging.features import features, sentences

TEXT = "Bapak Darmawi (42) meminjam Rp 5 juta.\n\nSITI RAHMAH menjual motor; utangnya lunas."


def test_every_word_has_features_and_the_same_each_time() -> None:
    reading = read_text(TEXT)
    assert len(features(reading)) == len(reading)
    assert features(reading) == features(read_text(TEXT))


def test_features_tell_shape_marks_and_neighbours() -> None:
    reading = read_text(TEXT)
    of_darmawi = features(reading)[reading.folds.index("darmawi")]
    assert {"word=darmawi", "shape=Aa", "-1word=bapak", "1word=42"} <= set(of_darmawi)
    of_debt = features(reading)[reading.folds.index("utangnya")]
    assert "hint=finance" in of_debt


def test_capitals_of_a_whole_line_are_told_from_a_word_in_capitals() -> None:
    reading = read_text("SITI RAHMAH\n\nkata SITI kemarin")
    first, second = (features(reading)[at] for at in (0, 3))
    assert "shape=AA!" in first
    assert "shape=AA" in second


def test_sentences_hold_every_word_once() -> None:
    reading = read_text(TEXT + " kata" * 400)
    spans = list(sentences(reading))
    assert [at for span in spans for at in span] == list(range(len(reading)))
    assert max(len(span) for span in spans) <= 150


def test_a_text_without_words_has_no_features() -> None:
    reading = read_text(" \n")
    assert features(reading) == []
    assert not [at for span in sentences(reading) for at in span]
