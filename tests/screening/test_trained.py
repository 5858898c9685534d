"""The trained models are read once, and can be exchanged for a while."""

import gzip
import json
import threading
from contextlib import nullcontext
from importlib.resources import files
from pathlib import Path

import pytest

from terbuka.screening.families import FAMILIES
from terbuka.screening.trained import NoModel, models_of, reader
from terbuka.screening.training.fitting import fit, keep


def test_a_model_is_read_once_for_all_threads() -> None:
    others = []
    thread = threading.Thread(target=lambda: others.append(reader("persons")))
    thread.start()
    thread.join()
    assert others == [reader("persons")]


def test_models_of_another_folder_are_this_threads_alone(tmp_path: Path) -> None:
    keep(fit("persons", [([{"any": 1.0}], ["HIDE"])], {}), tmp_path / "persons.crf.gz")
    others = []
    with models_of(tmp_path):
        thread = threading.Thread(target=lambda: others.append(reader("persons")))
        thread.start()
        thread.join()
        assert reader("persons").labels == ["HIDE"]
    assert others == [reader("persons")]


def test_models_of_another_folder_are_used_for_a_while(tmp_path: Path) -> None:
    examples = [([{"any": 1.0}], ["HIDE"]), ([{"prior": 1.0}], ["STAY"])]
    keep(fit("persons", examples, {}), tmp_path / "persons.crf.gz")
    shipped = reader("persons")
    with models_of(tmp_path):
        assert sorted(reader("persons").labels) == ["HIDE", "STAY"]
    assert reader("persons") is shipped


@pytest.mark.parametrize(
    "data",
    [
        None,
        b"",
        b"no gzip",
        gzip.compress(b"no model", mtime=0),
        gzip.compress(b"x" * 99, mtime=0)[:-9],
        gzip.compress(b"lCRF" * 99, mtime=0),
        gzip.compress(
            b'{"form": "terbuka weights 1", "labels": ["HIDE"], "reach": 0, "names": 9}\nshort', mtime=0
        ),
        gzip.compress(b'{"form": "terbuka weights 1"}\n', mtime=0),
    ],
)
def test_a_model_that_is_missing_or_broken_is_said_in_a_sentence(data: bytes | None, tmp_path: Path) -> None:
    if data is not None:
        (tmp_path / "persons.crf.gz").write_bytes(data)
    with models_of(tmp_path), pytest.raises(NoModel, match="TERBUKA_MODELS"):
        reader("persons")


def with_families(data: bytes, families: list[str] | None) -> bytes:
    """A model whose head says that it looks at ``families``, or nothing of it, as the first models did."""
    line, _, rest = gzip.decompress(data).partition(b"\n")
    head = {**json.loads(line), "families": families}
    if families is None:
        del head["families"]
    return gzip.compress(json.dumps(head).encode() + b"\n" + rest)


@pytest.mark.parametrize("families", [None, [], ["any"], [*sorted(FAMILIES["persons"]), "one more"]])
def test_a_model_that_learned_of_other_things_than_the_program_looks_at_is_refused(
    families: list[str] | None, tmp_path: Path
) -> None:
    shipped = files("terbuka.screening").joinpath("data/persons.crf.gz").read_bytes()
    (tmp_path / "persons.crf.gz").write_bytes(with_families(shipped, families))
    with models_of(tmp_path), pytest.raises(NoModel, match="make model"):
        reader("persons")


@pytest.mark.parametrize("name", FAMILIES)
@pytest.mark.parametrize("other", FAMILIES)
def test_a_model_is_refused_in_the_place_of_another(name: str, other: str, tmp_path: Path) -> None:
    data = files("terbuka.screening").joinpath(f"data/{other}.crf.gz").read_bytes()
    (tmp_path / f"{name}.crf.gz").write_bytes(data)
    with models_of(tmp_path), pytest.raises(NoModel) if name != other else nullcontext():
        assert reader(name).model == name


def test_a_model_without_the_labels_that_are_asked_for_is_refused(tmp_path: Path) -> None:
    """It would be opened, and fail, or hide nobody, in the middle of a document."""
    keep(fit("names", [([["word=a"]], ["O"])], {}), tmp_path / "names.crf.gz")
    keep(fit("persons", [([{"any": 1.0}], ["STAY"])], {}), tmp_path / "persons.crf.gz")
    for name in ("names", "persons"):
        with models_of(tmp_path), pytest.raises(NoModel, match=f"{name}.crf.gz"):
            reader(name)


def test_a_model_of_the_same_families_is_read(tmp_path: Path) -> None:
    shipped = files("terbuka.screening").joinpath("data/persons.crf.gz").read_bytes()
    (tmp_path / "persons.crf.gz").write_bytes(with_families(shipped, sorted(FAMILIES["persons"])))
    with models_of(tmp_path):
        assert reader("persons").labels
