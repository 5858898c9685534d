"""Errors cross from one process into another as what they are."""

import json

import pytest

from terbuka.disclosure.errors import CopyDamaged
from terbuka.errors import LimitExceeded, Survives, TerbukaError, UnreadableFile


class Rejected(UnreadableFile):
    """A class that asks for something of its own and makes its sentence itself."""

    def __init__(self, page: int) -> None:
        super().__init__("Halaman %(page)d ditolak.", page=page)


def sent(error: TerbukaError) -> TerbukaError:
    return TerbukaError.from_json(json.loads(json.dumps(error.to_json())))


@pytest.mark.parametrize(
    "error",
    [
        TerbukaError("Halaman %(page)d.", page=3),
        UnreadableFile("Rusak."),
        LimitExceeded("Terlalu besar."),
        Survives(),
        Rejected(3),
        CopyDamaged(),
    ],
    ids=lambda error: type(error).__name__,
)
def test_error_of_any_class_arrives_as_itself(error: TerbukaError) -> None:
    arrived = sent(error)
    assert type(arrived) is type(error) and arrived.exit_status == error.exit_status
    assert str(arrived) == str(error) and arrived.values == error.values
    with pytest.raises(type(error)):
        raise arrived


def test_error_of_an_unknown_class_arrives_as_the_nearest_known_one() -> None:
    data = Rejected(3).to_json()
    data["kinds"][0] = "elsewhere:Unknown"
    arrived = TerbukaError.from_json(data)
    assert type(arrived) is UnreadableFile and str(arrived) == "Halaman 3 ditolak."
    data["kinds"] = ["elsewhere:Unknown"]
    assert type(TerbukaError.from_json(data)) is TerbukaError


def test_classes_of_the_same_name_are_kept_apart() -> None:
    class Rejected(TerbukaError):
        """Another one."""

    assert type(sent(Rejected("Ditolak."))) is Rejected
    assert type(sent(globals()["Rejected"](3))) is globals()["Rejected"]
