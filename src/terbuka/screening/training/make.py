"""Makes all models, the two that read words first.

What weighs must learn from words that were read by a model which had not seen them, as in a new document: so
the documents are dealt into parts, and each part is read by models of the others.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from tempfile import TemporaryDirectory

from terbuka.screening.trained import models_of
from terbuka.screening.training.corpus import Annotated, Labelled, with_details
from terbuka.screening.training.fitting import keep
from terbuka.screening.training.things import Weighed, passages_of, persons_of, train_weights
from terbuka.screening.training.words import train_details, train_names
from terbuka.screening.weighing import passages, persons

PARTS = 4
Tell = Callable[[str], None]
Part = tuple[Path, Sequence[Annotated]]
"""A folder of models, and the documents that they have not seen."""


def make(sentences: Sequence[Labelled], documents: Sequence[Annotated], target: Path, tell: Tell) -> None:
    """Write ``names``, ``details``, ``persons`` and ``passages`` into ``target``; ``tell`` hears of it."""
    with TemporaryDirectory() as folder, ProcessPoolExecutor() as pool:
        homes = [Path(folder) / str(part) for part in range(PARTS)]
        parts = [(home, documents[number::PARTS]) for number, home in enumerate(homes)]
        jobs = [pool.submit(make_details, documents, target)]
        for home, held in parts:
            home.mkdir()
            jobs.append(pool.submit(make_details, without(documents, held), home))
        make_names(sentences, [target, *homes])
        for number, job in enumerate(as_completed(jobs), 1):
            job.result()
            tell(f"models of details: {number} of {len(jobs)}")
        make_weights(parts, target)
        tell("models that weigh: 2 of 2")


def without(documents: Iterable[Annotated], held: Iterable[Annotated]) -> list[Annotated]:
    out = {id(document) for document in held}
    return [document for document in documents if id(document) not in out]


def make_names(sentences: Iterable[Labelled], homes: Iterable[Path]) -> None:
    learned = train_names(sentences)
    for home in homes:
        keep(learned, home / "names.crf.gz")


def make_details(documents: Iterable[Annotated], home: Path) -> None:
    keep(train_details(map(with_details, documents)), home / "details.crf.gz")


def make_weights(parts: Sequence[Part], target: Path) -> None:
    """Persons first: what is said of somebody is weighed by who that is. The folder of each part gets what
    the other parts taught, ``target`` what all did."""
    for model, examples_of in ((persons.MODEL, persons_of), (passages.MODEL, passages_of)):
        found = [_examples(part, examples_of) for part in parts]
        for number, (home, _) in enumerate(parts):
            others = [example for at, examples in enumerate(found) if at != number for example in examples]
            keep(train_weights(model, others), home / f"{model}.crf.gz")
        every = [example for examples in found for example in examples]
        keep(train_weights(model, every), target / f"{model}.crf.gz")


def _examples(part: Part, examples_of: Callable[[Annotated], Iterator[Weighed]]) -> list[Weighed]:
    home, documents = part
    with models_of(home):
        return [example for document in documents for example in examples_of(document)]
