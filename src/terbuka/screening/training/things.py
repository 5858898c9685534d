"""What the models that weigh learn from: the persons and passages found in annotated documents, each with
what its marks say."""

from collections import Counter
from collections.abc import Iterator, Sequence

from terbuka.screening.annotated import Mark
from terbuka.screening.policy import DEFAULT
from terbuka.screening.screen import find_details
from terbuka.screening.setting import Laid, Setting, lay, meet
from terbuka.screening.training.corpus import Annotated
from terbuka.screening.training.fitting import fit
from terbuka.screening.weighing.passages import passage_features
from terbuka.screening.weighing.persons import HIDE, OTHER, STAY, person_features
from terbuka.screening.weighing.weigher import Features

_SETTINGS = {"c1": 0.02, "c2": 6.0, "max_iterations": 200}
_MOST_OF_A_MARK, _MOST_OF_A_PASSAGE, _SOME_OF_A_PASSAGE = 0.6, 0.34, 0.15

Weighed = tuple[Features, str]
"""What holds of a thing, and its label."""


def train_weights(model: str, examples: Sequence[Weighed]) -> bytes:
    return fit(model, (([seen], [label]) for seen, label in examples), _SETTINGS)


def persons_of(document: Annotated) -> Iterator[Weighed]:
    """The persons of a document whose marks agree on whether the name is hidden."""
    _, marks = document
    laid, setting = _met(document)
    for person, seen in zip(setting.persons, person_features(setting), strict=True):
        places = [place for m in person.mentions for place in laid.stored(m.start, m.end)]
        label = _label_of_person(
            Counter((m.action, m.type) for m in marks for place in places if _meets(m, place))
        )
        if label:
            yield seen, label


def _label_of_person(marked: Counter[tuple[str, str]]) -> str | None:
    for action, label in (("R", HIDE), ("K", STAY), ("O", None)):
        if marked[action, "PERSON"]:
            return label
    actions = {action for action, _ in marked}
    if "R" in actions:
        return HIDE  # a name in an address, an e-mail or a secret
    return None if "O" in actions else STAY if "K" in actions else OTHER


def passages_of(document: Annotated) -> Iterator[Weighed]:
    """The passages of a document that its marks judge clearly."""
    text, marks = document
    laid, setting = _met(document)
    cast, details = find_details(setting)
    passages = [candidate for candidate in details if candidate.weighed]
    for passage, seen in zip(passages, passage_features(cast, setting.tagged, passages), strict=True):
        label = _label_of_passage(text, marks, list(laid.stored(passage.start, passage.end)))
        if label:
            yield seen, label


def _met(document: Annotated) -> tuple[Laid, Setting]:
    laid = lay(document[0], DEFAULT)
    return laid, meet(laid.layout)


def _label_of_passage(text: str, marks: list[Mark], places: list[tuple[int, int]]) -> str | None:
    """Hidden if a good part is, or a mark nearly whole; undecided where little of it is."""
    letters = sum(_letters(text, place) for place in places)
    covered = dict.fromkeys("RKO", 0)
    whole = False
    for mark in marks:
        for place in places:
            if _meets(mark, place):
                shared = max(mark.start, place[0]), min(mark.end, place[1])
                covered[mark.action] += _letters(text, shared)
                whole |= mark.action == "R" and shared[1] - shared[0] >= _MOST_OF_A_MARK * (
                    mark.end - mark.start
                )
    if not letters:
        return None
    hidden = covered["R"] / letters
    if hidden >= _MOST_OF_A_PASSAGE or (whole and hidden >= _SOME_OF_A_PASSAGE):
        return HIDE
    return None if hidden or covered["O"] >= _MOST_OF_A_PASSAGE * letters else STAY


def _meets(mark: Mark, place: tuple[int, int]) -> bool:
    return mark.start < place[1] and place[0] < mark.end


def _letters(text: str, place: tuple[int, int]) -> int:
    return sum(char.isalnum() for char in text[place[0] : place[1]])
