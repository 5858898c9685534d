import pytest

from terbuka.screening.recognisers.damaged_labels import label_words, mended
from tests.screening.screened import layout_of


def labels(text: str) -> set[str]:
    marks = mended(layout_of(text).reading).opening.values()
    return {tag for found in marks for _, tags in found for tag in tags if tag.startswith("label.")}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("No. BPJ5 : 1", "label.bpjs"),
        ("lMEl 86", "label.imei"),
        ("Tgl Lah1r 3", "label.birth"),
        ("TGL LAH IR   Tomohon", "label.birth"),
    ],
)
def test_a_label_is_seen_through_the_damage_of_a_scan(text: str, label: str) -> None:
    assert label in labels(text)


@pytest.mark.parametrize("text", ["IMEI 86", "Iqbal lahir di Ende", "SMPN5 dan B1", "lalu ia pergi"])
def test_whole_words_are_left_as_they_are(text: str) -> None:
    assert labels(text) == set()


def test_words_that_a_scanner_confuses_are_one() -> None:
    words = label_words()
    assert words["8pj5"] == "bpjs" and words["1me1"] == "imei"
