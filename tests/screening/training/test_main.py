"""What `make model` asks for, and what it refuses before it begins."""

import shlex
import subprocess
from pathlib import Path

import pytest

from terbuka.screening.training import __main__ as command


def refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    monkeypatch.setattr("sys.argv", ["training", "--shared", "nowhere", *arguments])
    with pytest.raises(SystemExit) as stopped:
        command.main()
    assert stopped.value.code == 2
    return capsys.readouterr().err


def test_a_folder_without_documents_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "holds no annotated documents" in refused(monkeypatch, capsys, str(tmp_path / "typo"))


def test_decisions_of_an_office_never_go_into_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kasus-1.txt").write_text("# genre: uji\n\nSdri. {{PERSON/R:Siti Rahmah}} datang.")
    into_package = ("--into", str(command.DATA), str(tmp_path))
    assert "outside the package" in refused(monkeypatch, capsys, *into_package)
    assert "outside the package" in refused(monkeypatch, capsys, str(tmp_path))


def test_what_measures_the_models_never_teaches_those_of_the_package(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    measured = str(command.CORPUS / "dev")
    assert "measures the models" in refused(monkeypatch, capsys, measured)
    beside = str(command.DATA.parent / "names" / ".." / "data")
    assert "measures the models" in refused(monkeypatch, capsys, "--into", beside, measured)
    assert "no ner/train.conll" in refused(monkeypatch, capsys, str(command.CORPUS / "own"))


def test_what_cannot_be_learned_from_or_written_to_is_said_before_it_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kasus-1.txt").write_text("# genre: uji\n\nSdri. {{PERSON/R:Siti Rahmah}} datang.")
    into = tmp_path / "model kami"
    assert "no ner/train.conll" in refused(monkeypatch, capsys, "--into", str(into), str(tmp_path))
    assert not into.exists()
    (tmp_path / "ner").mkdir()
    (tmp_path / "ner" / "train.conll").write_text("")
    into.write_text("a file")
    taken = ("--shared", str(tmp_path), "--into", str(into), str(tmp_path))
    assert "is no folder" in refused(monkeypatch, capsys, *taken)


def test_folders_with_blanks_in_their_names_reach_the_trainer() -> None:
    folders = {"LEARNED": "keputusan kami", "INTO": "model kami", "SHARED": "data bersama"}
    asked = ["make", "--dry-run", "--assume-old=setup-dev", "model"]
    asked += [f"{name}={folder}" for name, folder in folders.items()]
    root = Path(__file__).resolve().parents[3]
    said = subprocess.run(asked, cwd=root, capture_output=True, text=True, check=True).stdout
    # A make under another make tells which folder it enters and leaves, around the order itself.
    (order,) = (line for line in said.splitlines() if "--shared" in line)
    words = shlex.split(order)
    assert words[words.index("--shared") + 1] == "data bersama"
    assert words[words.index("--into") + 1] == "model kami"
    assert words[-3:] == ["corpus/own", "corpus/fresh", "keputusan kami"]


def test_decisions_without_a_folder_of_their_own_are_refused_by_make() -> None:
    asked = ["make", "--dry-run", "--assume-old=setup-dev", "model", "LEARNED=keputusan"]
    root = Path(__file__).resolve().parents[3]
    said = subprocess.run(asked, cwd=root, capture_output=True, text=True, check=False)
    assert said.returncode == 2 and "give INTO=folder as well" in said.stderr
