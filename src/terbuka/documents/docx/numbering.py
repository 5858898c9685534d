"""List numbers as Word shows them: ``1.``, ``a)``, ``II.3``, a bullet; a dash where it is not clear."""

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from terbuka.documents.docx.package import Package, W
from terbuka.documents.docx.values import number

UNCLEAR = "-"
BULLET = "•"
LEVELS = 9
LONGEST = 24
"""Characters of a label; more is no number."""
ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    pattern: str
    settings: etree._Element | None


class Numbering:
    """Counts the list items of one document, in the order they are asked for."""

    def __init__(self, package: Package) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._restarts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, list[int]] = {}
        for name in package.related("numbering"):
            root = package.xml(name)
            if root is not None:
                self._read(root)

    def _read(self, root: etree._Element) -> None:
        for item in root.findall(f"{W}abstractNum"):
            levels = {_level_number(level): _level(level) for level in item.findall(f"{W}lvl")}
            self._abstract[item.get(f"{W}abstractNumId", "")] = levels
        for item in root.findall(f"{W}num"):
            key = item.get(f"{W}numId", "")
            abstract = item.find(f"{W}abstractNumId")
            self._lists[key] = abstract.get(f"{W}val", "") if abstract is not None else ""
            for override in item.findall(f"{W}lvlOverride"):
                start = override.find(f"{W}startOverride")
                if start is not None:
                    self._restarts[key, _level_number(override)] = number(start.get(f"{W}val")) or 0

    def label(self, list_id: str, level: int) -> tuple[str, etree._Element | None]:
        """The label of the next item of the list, and the paragraph settings of its level."""
        abstract = self._lists.get(list_id, "")
        levels = self._abstract.get(abstract, {})
        kind = levels.get(level)
        if list_id not in self._lists or kind is None:
            return UNCLEAR, None
        counts = self._counts.setdefault(abstract, [0] * LEVELS)
        restart = self._restarts.pop((list_id, level), None)
        if restart is not None:
            counts[level] = restart
        elif counts[level]:
            counts[level] += 1
        else:
            counts[level] = kind.start
        counts[level + 1 :] = [0] * (LEVELS - level - 1)
        return _shown(kind, levels, counts), kind.settings


def _level_number(element: etree._Element) -> int:
    return min(LEVELS - 1, max(0, number(element.get(f"{W}ilvl")) or 0))


def _level(element: etree._Element) -> _Level:
    def value(tag: str) -> str:
        found = element.find(f"{W}{tag}")
        return found.get(f"{W}val", "") if found is not None else ""

    start = number(value("start"))
    return _Level(1 if start is None else start, value("numFmt"), value("lvlText"), element.find(f"{W}pPr"))


def _shown(kind: _Level, levels: dict[int, _Level], counts: list[int]) -> str:
    if kind.format == "none":
        return ""
    if kind.format == "bullet":
        sign = kind.pattern.strip()
        return sign if len(sign) == 1 and sign.isascii() and sign.isprintable() else BULLET
    text = kind.pattern
    for level in range(LEVELS):
        if f"%{level + 1}" in text:
            of_level = levels.get(level)
            shown = _counted(counts[level] or 1, of_level.format) if of_level else None
            if shown is None:
                return UNCLEAR
            text = text.replace(f"%{level + 1}", shown)
    return text[:LONGEST]


def _counted(value: int, format: str) -> str | None:
    show = FORMATS.get(format)
    return show(value) if show and 0 <= value < 5000 else None


def _letters(value: int) -> str:
    """a … z, aa, bb …"""
    count, letter = divmod(value - 1, 26) if value else (0, 0)
    return chr(ord("a") + letter) * (count + 1)


def _roman(value: int) -> str:
    text = ""
    for size, sign in ROMAN:
        count, value = divmod(value, size)
        text += sign * count
    return text


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "lowerLetter": _letters,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperRoman": _roman,
}
