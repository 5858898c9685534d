"""Errors a user can act on. Each carries its sentence (Indonesian, see ``language``) and the values in it.

The sentence never holds a person's data: it may end in a log or on a terminal that others read.
"""

from typing import Any, ClassVar

from terbuka.language import N_, translate


class TerbukaError(Exception):
    """What happened, what is safe, what to do, in one sentence with named ``%(placeholders)s``."""

    exit_status = 2
    _kinds: ClassVar[dict[str, type["TerbukaError"]]] = {}

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        TerbukaError._kinds[cls._kind()] = cls

    def __init__(self, message: str, **values: Any) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    @classmethod
    def _kind(cls) -> str:
        return f"{cls.__module__}:{cls.__qualname__}"

    def __str__(self) -> str:
        return translate(self.message) % self.values

    def to_json(self) -> dict[str, Any]:
        """``kinds``: the class and its bases, so that who does not know the one knows another."""
        kinds = [kind._kind() for kind in type(self).__mro__ if issubclass(kind, TerbukaError)]
        return {"kinds": kinds, "message": self.message, "values": self.values}

    @staticmethod
    def from_json(data: dict[str, Any]) -> "TerbukaError":
        """The error of another process, of the nearest class that this process knows."""
        known = (TerbukaError._kinds[name] for name in data["kinds"] if name in TerbukaError._kinds)
        kind = next(known, TerbukaError)
        error = kind.__new__(kind)
        TerbukaError.__init__(error, data["message"], **data["values"])  # whatever its own asks for
        return error


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
