"""Persons and passages found in a document get the label of their marks."""

import pytest

from terbuka.screening.annotated import parse
from terbuka.screening.training.things import passages_of, persons_of
from terbuka.screening.weighing.persons import HIDE, OTHER, STAY

HEAD = "# genre: uji; title: uji; layout: prose\n\n"


def labels_of_persons(body: str) -> list[str]:
    return [label for _, label in persons_of(parse(HEAD + body))]


@pytest.mark.parametrize(
    ("mark", "labels"),
    [
        ("{{PERSON/R:Rusdi Hartono}}", [HIDE]),
        ("{{PERSON/K:Rusdi Hartono}}", [STAY]),
        ("{{PERSON/O:Rusdi Hartono}}", []),
        ("{{ADDRESS/R:Rusdi Hartono}}", [HIDE]),
        ("{{ORG/K:Rusdi Hartono}}", [STAY]),
        ("{{NUMBER/O:Rusdi Hartono}}", []),
        ("Rusdi Hartono", [OTHER]),
    ],
)
def test_a_person_is_labelled_as_the_marks_say(mark: str, labels: list[str]) -> None:
    assert labels_of_persons(f"LAPORAN\n\nSdr. {mark} datang melapor.") == labels


def test_one_hidden_mention_hides_the_person() -> None:
    body = "Sdr. {{PERSON/K:Rusdi Hartono}} datang. Kata {{PERSON/R:Rusdi Hartono}}, motornya hilang."
    assert labels_of_persons(body) == [HIDE]


@pytest.mark.parametrize(
    ("said", "labels"),
    [
        ("{{HEALTH/R:menderita asma kronis}}", {HIDE}),
        ("menderita asma kronis", {STAY}),
        ("{{HEALTH/O:menderita asma kronis}}", set()),
    ],
)
def test_a_passage_is_labelled_as_the_marks_say(said: str, labels: set[str]) -> None:
    body = f"BERITA ACARA PEMERIKSAAN SAKSI\n\nSaksi {{{{PERSON/R:Rusdi Hartono}}}} {said} sejak kecil."
    found = {label for features, label in passages_of(parse(HEAD + body)) if "type=HEALTH" in features}
    assert found == labels
