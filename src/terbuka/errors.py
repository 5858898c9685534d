"""Errors a user can act on. Each carries its sentence (Indonesian, see ``language``) and the values in it.

The sentence never holds a person's data: it may end in a log or on a terminal that others read.
"""

from typing import Any

from terbuka.language import N_, translate


class TerbukaError(Exception):
    """What happened, what is safe, what to do, in one sentence with named ``%(placeholders)s``."""

    exit_status = 2

    def __init__(self, message: str, **values: Any) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        return translate(self.message) % self.values

    def to_json(self) -> dict[str, Any]:
        return {"kind": type(self).__name__, "message": self.message, "values": self.values}

    @staticmethod
    def from_json(data: dict[str, Any]) -> "TerbukaError":
        kinds = {kind.__name__: kind for kind in (TerbukaError, UnreadableFile, LimitExceeded, Survives)}
        return kinds[data["kind"]](data["message"], **data["values"])


class UnreadableFile(TerbukaError):
    """The file cannot be read: empty, damaged, encrypted, of a kind Terbuka does not know."""


class LimitExceeded(TerbukaError):
    """The file asks for more time, memory or pages than one document may have."""


class Survives(TerbukaError):
    """Something that had to be hidden would still be readable in the public copy."""

    exit_status = 3

    def __init__(
        self, message: str = N_("Salinan tidak dibuat: masih ada yang terbaca."), **values: Any
    ) -> None:
        super().__init__(message, **values)
