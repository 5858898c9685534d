"""List numbers as Word shows them: ``1.``, ``a)``, ``II.3``, a bullet; a dash where it is not clear."""

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from terbuka.documents.docx.flow import Item
from terbuka.documents.docx.package import Package, W
from terbuka.documents.docx.values import is_on, number

UNCLEAR = "-"
BULLET = "•"
SIGNS = frozenset("–—▪■□●○◦◆◇❖➢➤✓✔★")
"""Bullets that say nothing but that they are bullets."""
SYMBOLS = {"\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf076": "❖", "\uf0b7": BULLET}
"""Those that Word itself offers, by their places in its fonts of symbols."""
LEVELS = 9
LONGEST = 24
"""Characters of a label; more is no number."""
MOST = 5000
"""Items of a list, about; no program counts further in Roman figures."""
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
    """``restart``: the level, counted from 1, behind whose items it begins anew; 0: never; None: behind those
    of every level above. ``legal``: the numbers of all levels are shown as figures."""

    start: int
    format: str
    pattern: str
    settings: etree._Element | None
    restart: int | None = None
    legal: bool = False


class Numbering:
    """Counts the list items of one document, in the order they are asked for."""

    def __init__(self, package: Package) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._own: dict[str, dict[int, _Level]] = {}
        self._linked: dict[str, str] = {}
        self._styled: dict[str, str] = {}
        self._restarts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, list[int | None]] = {}
        for name in package.related("numbering"):
            root = package.xml(name)
            if root is not None:
                self._read(root)

    def _read(self, root: etree._Element) -> None:
        for item in root.findall(f"{W}abstractNum"):
            levels = {_level_number(level): _level(level) for level in item.findall(f"{W}lvl")}
            key = item.get(f"{W}abstractNumId", "")
            self._abstract[key] = levels
            if style := _value(item, "numStyleLink"):
                self._linked[key] = style
            if style := _value(item, "styleLink"):
                self._styled[style] = key
        for item in root.findall(f"{W}num"):
            key = item.get(f"{W}numId", "")
            abstract = item.find(f"{W}abstractNumId")
            self._lists[key] = abstract.get(f"{W}val", "") if abstract is not None else ""
            for override in item.findall(f"{W}lvlOverride"):
                start = override.find(f"{W}startOverride")
                if start is not None:
                    self._restarts[key, _level_number(override)] = number(start.get(f"{W}val")) or 0
                level = override.find(f"{W}lvl")
                if level is not None:
                    self._own.setdefault(key, {})[_level_number(override)] = _level(level)

    def label(self, list_id: str, level: int) -> tuple[str, Item | None, etree._Element | None]:
        """The label of the next item of the list, what it is made of, and the paragraph settings of its
        level."""
        abstract = self._lists.get(list_id, "")
        abstract = self._styled.get(
            self._linked.get(abstract, ""), abstract
        )  # the list that a style describes
        levels = self._abstract.get(abstract, {}) | self._own.get(list_id, {})
        kind = levels.get(level)
        if list_id not in self._lists or kind is None:
            return UNCLEAR, None, None
        counts = self._counts.setdefault(abstract, [None] * LEVELS)
        restart = self._restarts.pop((list_id, level), None)
        before = counts[level]
        counts[level] = restart if restart is not None else kind.start if before is None else before + 1
        for below in range(level + 1, LEVELS):
            behind = levels[below].restart if below in levels else None
            if behind is None or level < behind:
                counts[below] = None
        label = _shown(kind, levels, counts)
        return label, _item(abstract, label, level, levels, counts), kind.settings


def _level_number(element: etree._Element) -> int:
    return min(LEVELS - 1, max(0, number(element.get(f"{W}ilvl")) or 0))


def _value(element: etree._Element, tag: str) -> str:
    found = element.find(f"{W}{tag}")
    return found.get(f"{W}val", "") if found is not None else ""


def _level(element: etree._Element) -> _Level:
    start = number(_value(element, "start"))
    return _Level(
        1 if start is None else start,
        _value(element, "numFmt"),
        _value(element, "lvlText"),
        element.find(f"{W}pPr"),
        number(_value(element, "lvlRestart")),
        is_on(element.find(f"{W}isLgl")),
    )


def _shown(kind: _Level, levels: dict[int, _Level], counts: list[int | None]) -> str:
    if kind.format == "none":
        return ""
    if kind.format == "bullet":
        sign = kind.pattern.strip()
        is_known = sign in SIGNS or (len(sign) == 1 and sign.isascii() and sign.isprintable())
        return sign if is_known else SYMBOLS.get(sign, BULLET)
    text = kind.pattern
    for level in range(LEVELS):
        if f"%{level + 1}" in text:
            shown = _counted(levels.get(level), counts[level], legal=kind.legal)
            if shown is None:
                return UNCLEAR
            text = text.replace(f"%{level + 1}", shown)
    return text[:LONGEST]


def _item(
    of: str, label: str, level: int, levels: dict[int, _Level], counts: list[int | None]
) -> Item | None:
    kind = levels[level]
    if (label == UNCLEAR and kind.format != "bullet") or kind.legal:
        return None
    above = [levels.get(at, _Level(1, "decimal", "", None)) for at in range(level + 1)]
    return Item(
        of,
        tuple(each.format for each in above),
        tuple(each.start if count is None else count for each, count in zip(above, counts, strict=False)),
        label if kind.format == "bullet" else kind.pattern,
    )


def _counted(level: _Level | None, count: int | None, *, legal: bool) -> str | None:
    """The number of a level; its first one where no item of it stands before. None where it is not clear."""
    if level is None:
        return None
    value = level.start if count is None else count
    show = FORMATS.get("decimal" if legal else level.format)
    return show(value) if show and 0 <= value < MOST else None


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
