"""Two readings of one page: what its text layer says, and what OCR reads in its pixels.

A page falls to OCR when its layer is not borne out somewhere, were it by one sign. The rest of the layer may
be right where OCR errs, and a name must not be lost because one of the two has it only. So they are held
against each other place by place: what both say, and what the layer says in signs that were borne out, is
believed; where they part, both are kept and nobody knows what stands there.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from terbuka.documents.lines import LooseWord
from terbuka.documents.model import Box
from terbuka.documents.ocr import Reading

SHARED = 0.4
"""Share of the smaller of two words that they have in common where they stand in one place."""
ALIKE = 0.6
"""How much alike two readings of one place are where one has a slip: "Dewi" and "DeWl"."""
RUBBISH = 0.5
"""Share of a layer's words that OCR surely reads otherwise, from which on the layer is a lie as a whole."""


@dataclass(frozen=True, slots=True)
class LayerWord:
    """A word of the text layer. ``proven``: every sign of it shows what it says."""

    word: LooseWord
    proven: bool


@dataclass(slots=True, eq=False)
class _Place:
    """What the two readings have in one place."""

    said: list[LayerWord] = field(default_factory=list)
    read: list[LooseWord] = field(default_factory=list)

    @property
    def proven(self) -> bool:
        return all(word.proven for word in self.said)

    @property
    def sure(self) -> bool:
        """Whether OCR read something there without doubt."""
        return bool(Reading(tuple(self.read)).sure)

    @property
    def agree(self) -> bool:
        return _letters(word.word for word in self.said) == _letters(self.read)

    @property
    def similar(self) -> bool:
        said, read = _letters(word.word for word in self.said), _letters(self.read)
        return SequenceMatcher(None, said, read, autojunk=False).ratio() >= ALIKE

    @property
    def parts(self) -> bool:
        """Whether OCR surely reads something else."""
        return self.sure and not self.similar


def both_readings(layer: Sequence[LayerWord], reading: Reading) -> Reading:
    """One reading of both; ``doubtful`` where they part."""
    upright = [word for word in layer if not word.word.slanted]
    places = _places(upright, [replace(word, order=word.order + len(layer) + 1) for word in reading.words])
    parting = sum(len(place.said) for place in places if place.parts)
    if parting > RUBBISH * len(layer):
        return reading
    words: list[LooseWord] = []
    doubtful: list[Box] = []
    for place in places:
        if not place.said or (place.agree and not place.proven):
            words += place.read
        elif place.proven and not place.parts:
            words += [word.word for word in place.said]
        else:
            words += _unsure(place)
            doubtful.append(_around(place))
    # it lies over other words, for whose ink it does not account
    words += [replace(word.word, confidence=0.0) for word in layer if word.word.slanted and word.proven]
    known = [word.word.box for place in places if place.proven and not place.parts for word in place.said]
    doubtful += [box for box in reading.doubtful if not any(_share(box, word) for word in known)]
    return Reading(tuple(words), reading.confidence, tuple(doubtful))


def _unsure(place: _Place) -> Iterator[LooseWord]:
    """What may stand in a place: a font that lies must not add its lie to what OCR surely reads."""
    if place.proven or not place.sure:
        yield from (replace(word.word, confidence=0.0) for word in place.said)
    if place.sure:
        yield from (replace(word, confidence=0.0) for word in place.read)


def _places(layer: Sequence[LayerWord], read: Sequence[LooseWord]) -> list[_Place]:
    """The words of both, those together that stand in one place."""
    places: list[_Place] = [_Place(said=[word]) for word in layer]
    for word in read:
        here = [place for place in places if any(_share(said.word.box, word.box) for said in place.said)]
        joined = _Place(read=[word])
        for place in here:
            joined.said += place.said
            joined.read = place.read + joined.read
        places = [place for place in places if place not in here] if here else places
        places.append(joined)
    return places


def _share(one: Box, other: Box) -> bool:
    width = min(one.x1, other.x1) - max(one.x0, other.x0)
    height = min(one.y1, other.y1) - max(one.y0, other.y0)
    if width <= 0 or height <= 0:
        return False
    return width * height >= SHARED * min(one.width * one.height, other.width * other.height)


def _around(place: _Place) -> Box:
    box, *more = [*(word.word.box for word in place.said), *(word.box for word in place.read)]
    for other in more:
        box = box.joined(other)
    return box


def _letters(words: Iterable[LooseWord]) -> str:
    placed = sorted(words, key=lambda word: word.place.x0)
    return "".join(sign for word in placed for sign in word.text.casefold() if sign.isalnum())
