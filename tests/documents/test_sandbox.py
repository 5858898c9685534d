"""The sandbox really ends what a file makes its parser do."""

import json
import os
import resource
import subprocess
import sys
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from terbuka.documents import landlock, sandbox
from terbuka.documents.sandbox import MEBIBYTE, Limits, run_in_sandbox
from terbuka.errors import LimitExceeded, TerbukaError, UnreadableFile
from tests.waiting import ended_when_it_hangs, until

TASKS = "sandbox_tasks"
HAS_WORLDS = not all(
    subprocess.run(["unshare", *options, "true"], capture_output=True).returncode
    for options in (["-p", "-n"], ["-U", "-p", "-n"])
)
"""Whether this machine lets a process have its own processes and network; where not, less is promised."""
PATIENT = Limits(step_seconds=30, total_seconds=60)


@pytest.fixture(autouse=True)
def _tasks_importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """The child as it is, able to import the tasks of these tests as well."""
    script = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); "
        "from terbuka.documents.sandbox_child import main; main()"
    )
    monkeypatch.setattr(sandbox, "CHILD", [sys.executable, "-I", "-c", script])


@pytest.fixture(autouse=True)
def _ended() -> Iterator[None]:
    """A child that is not ended would go on for ever, and its caller with it."""
    with ended_when_it_hangs():
        yield


def run(task: str, request: Any = None, limits: Limits = PATIENT, **options: Any) -> Any:
    return run_in_sandbox(f"{TASKS}:{task}", request, limits=limits, **options)


def test_task_answers_and_tells_progress() -> None:
    told: list[tuple[int, int]] = []
    assert run("answer", {"a": ["ü", 1.5, None]}, on_progress=lambda *at: told.append(at)) == {
        "a": ["ü", 1.5, None]
    }
    assert told == [(1, 2), (2, 2)]


def test_task_answers_without_anybody_watching() -> None:
    assert run("answer", [1]) == [1]


def test_what_is_large_goes_and_comes_in_pieces() -> None:
    told: list[tuple[int, int]] = []
    rows = range(20_000)
    doubled = run("answer_in_pieces", 7, rows=rows, take=list, on_progress=lambda *at: told.append(at))
    assert doubled == [2 * row for row in rows] and len(told) == len(rows)


def test_error_in_the_middle_of_the_pieces_is_the_answer() -> None:
    taken: list[int] = []
    with pytest.raises(LimitExceeded, match="Paling banyak 3"):
        run("refuse_in_the_middle", take=taken.extend)
    assert taken == [1]


@pytest.mark.parametrize("said", [{"done": True}, {"row": -1}, {"row": 1}])
def test_pieces_that_are_none_of_ours_are_an_unreadable_file(
    said: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "CHILD", [sys.executable, "-c", f"print({json.dumps(said)!r}, flush=True)"])
    with pytest.raises(UnreadableFile):
        run("answer", take=lambda rows: array("I", [next(rows), next(rows)]))


@pytest.mark.filterwarnings("error::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("rows", [[{1, 2}], map(int, ["satu"])], ids=["no JSON", "no rows"])
def test_order_that_cannot_be_told_is_no_unreadable_file(rows: Iterable[Any]) -> None:
    with pytest.raises((TypeError, ValueError)):
        run("answer_in_pieces", 7, rows=rows, take=list)


def test_error_of_a_task_comes_back_with_its_values() -> None:
    with pytest.raises(LimitExceeded) as caught:
        run("refuse")
    assert str(caught.value) == "Paling banyak 3."


def test_unforeseen_error_is_an_unreadable_file_and_tells_nothing() -> None:
    with pytest.raises(UnreadableFile) as caught:
        run("break_down")
    assert "Siti" not in str(caught.value)


def test_missing_task_is_an_unreadable_file() -> None:
    with pytest.raises(UnreadableFile):
        run("there_is_none")


def test_printing_is_not_taken_for_the_answer() -> None:
    assert run("print_much") == "asli"


def test_loop_is_ended_after_a_step() -> None:
    with pytest.raises(LimitExceeded):
        run("loop", limits=Limits(step_seconds=1))


def test_busy_child_is_ended_after_the_whole_time() -> None:
    with pytest.raises(LimitExceeded):
        run("stay_busy", limits=Limits(step_seconds=1, total_seconds=2))


def test_child_that_eats_memory_is_stopped() -> None:
    with pytest.raises(LimitExceeded):
        run("eat_memory", limits=Limits(step_seconds=30, memory=256 * MEBIBYTE))


def test_file_written_without_end_is_stopped() -> None:
    with pytest.raises(LimitExceeded, match="lebih besar daripada yang diizinkan"):
        run("write_file_without_end", limits=Limits(step_seconds=30, file_size=MEBIBYTE))


def test_full_disk_is_said_and_not_called_a_damaged_file() -> None:
    with pytest.raises(TerbukaError, match="Tidak ada tempat lagi di disk"):
        run("write_to_a_full_disk", writes=[Path("/dev/full")])


def test_limits_are_no_higher_than_those_we_were_given() -> None:
    ours = resource.getrlimit(resource.RLIMIT_FSIZE)
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096));"
        "from terbuka.documents.sandbox_child import limit_self;"
        "limit_self({'memory': 1 << 40, 'file_size': 1 << 30, 'total_seconds': 60});"
        "print(resource.getrlimit(resource.RLIMIT_FSIZE))"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True
    )
    assert done.stdout.strip() == "(4096, 4096)"
    assert resource.getrlimit(resource.RLIMIT_FSIZE) == ours


def test_output_without_end_is_stopped() -> None:
    with pytest.raises(LimitExceeded):
        run("talk_without_end", limits=Limits(step_seconds=30, output=MEBIBYTE))


def test_answer_that_is_none_of_ours_is_an_unreadable_file() -> None:
    # the child's private copy of its answering channel is the first free descriptor
    for channel in (3, 4, 5):
        with pytest.raises((UnreadableFile, LimitExceeded)):
            run("talk_nonsense", {"channel": channel}, limits=Limits(step_seconds=0.5))


@pytest.mark.parametrize("task", ["die", "touch_nothing"])
def test_child_that_dies_is_an_unreadable_file(task: str) -> None:
    with pytest.raises(UnreadableFile):
        run(task)


def test_child_dead_before_it_listens_is_an_unreadable_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "CHILD", [sys.executable, "-c", "import os; os.close(0); os._exit(1)"])
    with pytest.raises(UnreadableFile):
        run("answer", "x" * (1 << 22))


def test_child_that_the_system_kills_is_no_damaged_file(monkeypatch: pytest.MonkeyPatch) -> None:
    script = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
    monkeypatch.setattr(sandbox, "CHILD", [sys.executable, "-c", script])
    with pytest.raises(LimitExceeded, match="memori"):
        run("answer")


def test_child_that_does_not_leave_after_its_answer_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    script = "import time; print('{\"result\": 1}', flush=True); time.sleep(3600)"
    monkeypatch.setattr(sandbox, "CHILD", [sys.executable, "-c", script])
    monkeypatch.setattr(sandbox, "LEAVE_SECONDS", 0.2)
    assert run("answer") == 1


def is_running(mark: Path) -> bool:
    listed = subprocess.run(["ps", "-wweo", "args"], capture_output=True, check=True).stdout.decode()
    return str(mark) in listed


def test_whatever_the_child_started_dies_with_it(tmp_path: Path) -> None:
    mark = tmp_path / "tanda"
    with pytest.raises(LimitExceeded):
        request = {"mark": str(mark), "daemon": HAS_WORLDS}
        run("leave_a_process", request, writes=[tmp_path], limits=Limits(step_seconds=3))
    assert mark.exists()
    until(lambda: not is_running(mark))


def test_child_sees_little_of_the_world(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://rahasia")
    seen = run("look_around")
    assert "DATABASE_URL" not in seen["environment"]
    assert seen["place"] != str(Path.cwd()) and not Path(seen["place"]).exists()
    assert seen["network"] == (not HAS_WORLDS and landlock.version() < landlock.NETWORK)
    assert "" not in seen["path"] and str(Path.cwd()) not in seen["path"]


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """The document, its neighbour (another document, the office's database) and a folder for the copy."""
    (tmp_path / "salinan").mkdir()
    made = {name: tmp_path / name for name in ("berkas", "tetangga", "salinan/berkas", "baru")}
    for name in ("berkas", "tetangga"):
        made[name].write_text(name)
    return made


def tried(files: dict[str, Path], tmp_path: Path) -> dict[str, Any]:
    """What a task can read and write that was given the document and the folder of the copy."""
    names = [str(path) for path in files.values()]
    request = {"read": [*names, "/etc/passwd", "/proc/1/environ"], "write": [*names, "sementara"]}
    done: dict[str, Any] = run("try_files", request, reads=[files["berkas"]], writes=[tmp_path / "salinan"])
    return done


@pytest.mark.skipif(not landlock.version(), reason="this kernel has no Landlock")
def test_child_sees_its_document_and_no_other_file(files: dict[str, Path], tmp_path: Path) -> None:
    done = tried(files, tmp_path)
    assert done["read"] == {str(files["berkas"]): "berkas"}
    assert done["written"] == [str(files["salinan/berkas"]), "sementara"]
    assert files["berkas"].read_text() == "berkas" and not files["baru"].exists()


def test_kernel_without_landlock_is_no_trouble(
    files: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = "from terbuka.documents import landlock; landlock.version = lambda: 0; main()"
    monkeypatch.setattr(sandbox, "CHILD", [*sandbox.CHILD[:-1], sandbox.CHILD[-1].replace("main()", without)])
    done = tried(files, tmp_path)
    assert done["read"][str(files["tetangga"])] == "tetangga"
    assert str(files["salinan/berkas"]) in done["written"]


@pytest.mark.parametrize("older", [1, 2, 3, 4, 5])
def test_older_kernel_confines_as_it_can(
    older: int, files: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if landlock.version() < older:
        pytest.skip("this kernel is older still")
    known = f"from terbuka.documents import landlock; landlock.version = lambda: {older}; main()"
    monkeypatch.setattr(sandbox, "CHILD", [*sandbox.CHILD[:-1], sandbox.CHILD[-1].replace("main()", known)])
    assert tried(files, tmp_path)["read"] == {str(files["berkas"]): "berkas"}


def test_child_reaches_no_process_outside() -> None:
    reaches = run("signal_the_caller", os.getpid())
    assert reaches == (not HAS_WORLDS and landlock.version() < landlock.SCOPES)


def test_child_ends_when_its_caller_is_killed(tmp_path: Path) -> None:
    child, mark = tmp_path / "anak", tmp_path / "tanda"
    marked = [*sandbox.CHILD[:-1], f"{sandbox.CHILD[-1]}  # {child}"]
    request = {"mark": str(mark), "daemon": HAS_WORLDS}
    script = (
        "from pathlib import Path; from terbuka.documents import sandbox; "
        f"sandbox.CHILD = {marked!r}; "
        f"sandbox.run_in_sandbox('{TASKS}:leave_a_process', {request!r}, writes=[Path({str(tmp_path)!r})])"
    )
    caller = subprocess.Popen([sys.executable, "-c", script])
    until(mark.exists)
    caller.kill()
    caller.wait()
    until(lambda: not is_running(child))
    if HAS_WORLDS:  # elsewhere what the child itself has started is not promised to end
        until(lambda: not is_running(mark))


def test_machine_without_worlds_reads_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    script = sandbox.CHILD[-1].replace(
        "from terbuka", "import ctypes; ctypes.CDLL = lambda *_, **__: Poor(); from terbuka"
    )
    poor = "class Poor:\n    def prctl(self, *_): return 0\n    def unshare(self, *_): return -1\n"
    monkeypatch.setattr(sandbox, "CHILD", [*sandbox.CHILD[:-1], poor + script])
    assert run("answer", [1]) == [1]


def test_nothing_is_left_in_the_temporary_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(TerbukaError):
        run("write_file_without_end", limits=Limits(step_seconds=30, file_size=MEBIBYTE))
    assert os.listdir(tmp_path) == []  # noqa: PTH208
