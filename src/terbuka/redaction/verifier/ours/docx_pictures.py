"""The pictures of a DOCX copy: nothing but pixels in their files, and nothing hidden in the pixels.

A bar is told by the drawing that shows the picture (its label and where it lies). It must be one, black with
its own label; what is beside the bars is read as the pages of a PDF are.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple
from xml.parsers import expat

from terbuka.documents import Box
from terbuka.documents.lines import LooseWord
from terbuka.redaction.lettering import stands_in
from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.model import Check, Survivor
from terbuka.redaction.verifier.ours.bars import without_bars
from terbuka.redaction.verifier.ours.docx_form import PICTURES
from terbuka.redaction.verifier.ours.layer import is_label
from terbuka.redaction.verifier.packages.rewriting import Part
from terbuka.redaction.verifier.pixels.codes import Codes
from terbuka.redaction.verifier.pixels.pallor import Pallor
from terbuka.redaction.verifier.pixels.picture_files import is_bare, opened, opens, under_transparency
from terbuka.redaction.verifier.pixels.reading import Drawn, read_ahead, reader_of_pictures, said_on
from terbuka.redaction.verifier.secrets.search import skeleton

JPEG = b"\xff\xd8"
USUAL_DPI = 200.0
"""Where the file does not say in what size it is shown."""
NO_BAR = (LooseWord("[]", Box(0.0, 0.0, 0.0, 0.0)),)
"""What cannot be one: labels and places do not belong together."""
LABEL = re.compile(r"\[[^\[\]]+\]")


class Hanging(NamedTuple):
    """A picture file, and what the drawing that shows it says: pixels to an inch, the labels of its bars."""

    part: Part
    dpi: float
    labels: tuple[LooseWord, ...]


def is_picture(part: Part) -> bool:
    """Whether it is one of the pictures of a copy of ours, by its name."""
    return re.fullmatch(PICTURES, part.name) is not None


def picture_checks(copy: Copy, parts: Sequence[Part], *, ours: bool) -> Iterator[Check]:
    """How the files of the pictures are made, what is read in them, what codes in them say."""
    hung = (
        list(hanging(parts)) if ours else [Hanging(part, USUAL_DPI, ()) for part in parts if opens(part.data)]
    )
    if not hung:
        return
    survivors: list[Survivor] = []
    if ours:
        pictures = (part for part in parts if is_picture(part))
        survivors += [Survivor("structure", "picture") for part in pictures if not is_bare(part.data)]
    exact: list[bool] = []
    pallor, codes = Pallor(lambda number: exact[number - 1]), Codes()
    drawn = (replace(each, number=at) for at, each in enumerate(_drawn(copy, hung, survivors, exact), 1))
    survivors += _read(copy, codes.watched(pallor.watched(drawn)), len(hung))
    survivors += (replace(pale, page=None) for pale in pallor.survivors(copy, len(exact)))
    yield Check("pixels", len(hung), tuple(dict.fromkeys(survivors)))
    yield codes.check(copy, len(exact))


def _drawn(
    copy: Copy, hung: Iterable[Hanging], survivors: list[Survivor], exact: list[bool]
) -> Iterator[Drawn]:
    """The pictures without their bars, and what is under their transparency; a bar that is none is told.

    ``exact`` is told of each whether its pixels are as they were drawn.
    """
    for picture in hung:
        pixel = opened(picture.part.data)
        if pixel is None:
            survivors.append(Survivor("picture", "picture that cannot be read"))
            continue
        drawn = Drawn(pixel, picture.dpi)
        placed = copy.whole.labels
        known = [bar for bar in picture.labels if is_label(bar.text) or stands_in(bar.text, placed)]
        rest, standing = without_bars(drawn, known)
        if len(standing) < len(picture.labels):
            survivors.append(Survivor("structure", "bar in a picture"))
        exact.append(not picture.part.data.startswith(JPEG))
        yield rest
        unseen = under_transparency(picture.part.data)
        if unseen is not None:
            hidden = Drawn(unseen, picture.dpi)
            if not hidden.ink.is_blank:
                survivors.append(Survivor("hidden-text", "under transparency"))
            exact.append(exact[-1])
            yield hidden


def _read(copy: Copy, pictures: Iterable[Drawn], count: int) -> list[Survivor]:
    """What should not be read in the pictures, upright and turned."""
    known = skeleton(" ".join(copy.whole))
    texts: list[str] = []
    with reader_of_pictures() as ocr:
        for drawn, reading in read_ahead(ocr, pictures):
            texts.append(said_on(ocr, drawn, reading, known))
            copy.report(len(texts), count)
    whole = copy.hunt.expecting(copy.whole)
    found = sorted(whole.in_reading("\n".join(texts)))
    return [Survivor("pixels", "picture", None, copy.hunt.types[number], number) for number in found]


def hanging(parts: Sequence[Part]) -> Iterator[Hanging]:
    """Every picture that a drawing shows, and those that none shows."""
    files = {part.name: part for part in parts if is_picture(part)}
    shown: set[str] = set()
    for part in parts:
        if part.name.endswith(".xml"):
            for embedded, places, labels in _drawings(part.data):
                name = next((name for name in files if re.search(rf"/{embedded}\.\w+$", name)), None)
                if name:  # pragma: no branch - a drawing without its file is told by the form
                    shown.add(name)
                    yield Hanging(files[name], *_bars(places, labels))
    for name in files.keys() - shown:
        yield Hanging(files[name], USUAL_DPI, ())


def _drawings(data: bytes) -> list[tuple[str, str, str]]:
    """(the relation, what the name says, the alternative text) of every picture of a part."""
    found: list[tuple[str, str, str]] = []
    said: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition("}")[2]
        if local == "docPr":
            said.clear()
            said.update(attributes)
        if local == "blip":
            relation = next((value for key, value in attributes.items() if key.endswith("embed")), "")
            found.append((re.escape(relation), said.get("name", ""), said.get("descr", "")))

    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler = start
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        return []  # its form is told to be none of ours
    return found


def _bars(places: str, labels: str) -> tuple[float, tuple[LooseWord, ...]]:
    dpi, *boxes = places.split(";")
    texts = LABEL.findall(labels)
    try:
        bars = []
        for text, place in zip(texts, boxes, strict=True):
            x0, y0, x1, y1, turn = map(float, place.split())
            bars.append(LooseWord(text, Box(x0, y0, x1, y1), turn=int(turn)))
        return float(dpi), tuple(bars)
    except ValueError:
        return USUAL_DPI, NO_BAR
