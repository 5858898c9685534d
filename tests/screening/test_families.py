"""What the code looks at is what is declared, and what the shipped models learned of."""

from pathlib import Path

import pytest

from terbuka.screening.annotated import parse
from terbuka.screening.families import FAMILIES, families_of
from terbuka.screening.reading import read_text
from terbuka.screening.tagging.features import features
from terbuka.screening.trained import reader
from terbuka.screening.training.things import passages_of, persons_of

OWN = sorted((Path(__file__).resolve().parents[2] / "corpus" / "own").glob("*.txt"))[:40]


@pytest.fixture(scope="module")
def made() -> dict[str, set[str]]:
    """The families of all that is made of some annotated documents."""
    documents = [parse(path.read_text(encoding="utf-8")) for path in OWN]
    of_words = families_of(
        name for text, _ in documents for word in features(read_text(text)) for name in word
    )
    return {
        "names": of_words,
        "details": of_words,
        "persons": families_of(n for document in documents for seen, _ in persons_of(document) for n in seen),
        "passages": families_of(
            n for document in documents for seen, _ in passages_of(document) for n in seen
        ),
    }


@pytest.mark.parametrize("model", FAMILIES)
def test_everything_made_is_declared_and_everything_declared_is_made(
    model: str, made: dict[str, set[str]]
) -> None:
    assert made[model] == FAMILIES[model]


@pytest.mark.parametrize("model", FAMILIES)
def test_the_shipped_models_learned_of_each_family(model: str) -> None:
    assert families_of(reader(model).rows) == FAMILIES[model]


def test_a_family_is_told_without_the_step_and_the_variant() -> None:
    names = [
        "-1word=bapak",
        "word=bapak",
        "2tag=rank",
        "in,HEALTH-mark=x",
        "next,True=3,4",
        "end2=ri",
        "by=a,b",
    ]
    assert families_of(names) == {"word", "tag", "in-mark", "next", "end2", "by"}
