"""A part of a package as expat reads it; who wrote it used lxml."""

from abc import ABC, abstractmethod
from xml.parsers import expat


class XmlPart(ABC):
    """Base of what is taken from one part. ``carriers``: the classes of what it holds and no reader sees."""

    def __init__(self) -> None:
        self.carriers: set[str] = set()

    def _read(self, data: bytes) -> None:
        """Hand on what stands in ``data``; what cannot be read cannot be cleared."""
        parser = expat.ParserCreate(namespace_separator="}")
        parser.StartElementHandler = lambda name, values: self._start(name.rpartition("}")[2], values)
        parser.EndElementHandler = lambda name: self._end(name.rpartition("}")[2])
        parser.CharacterDataHandler = self._characters
        parser.CommentHandler = lambda _: self.carriers.add("comment")
        parser.ProcessingInstructionHandler = lambda *_: self.carriers.add("structure")
        parser.StartDoctypeDeclHandler = lambda *_: self.carriers.add("structure")
        try:
            parser.Parse(data, True)
        except expat.ExpatError:
            self.carriers.add("structure")

    @abstractmethod
    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins; ``tag`` without its namespace."""

    @abstractmethod
    def _end(self, tag: str) -> None:
        """An element ends."""

    @abstractmethod
    def _characters(self, text: str) -> None:
        """Text, or a piece of it."""
