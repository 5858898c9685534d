"""Puts what a style shows in another order than it is written into the order in which it is seen.

A row that runs backwards shows "RATNA" where "ANTAR" is written, and a copy, which has no such style, would
show "ANTAR": the name, and nobody found it. So the children of rows that run backwards or are numbered, the
parts of a table, and what stands at a place of its own are set in the order in which a reader meets them.
What else moves pieces of words (a shift, a grid, a turn) is not followed: they are taken out, and told.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from lxml import etree

from terbuka.documents.html import tags
from terbuka.documents.html.attributes import words_of
from terbuka.documents.html.look import Values, pixels
from terbuka.documents.html.style import MOVING, Styles, resolved

USUAL = 16.0
LINE = 8.0
"""Pixels; what begins further down stands on the next line."""
LEAST_ASIDE, LEAST_DOWN = 3.0, 12.0
"""Pixels; a letter that is shifted by less stands where it stood, as the mark of a note does."""
MOST_PIECE = 4
"""Letters or figures of a piece that is no word."""
FEWEST, FEWEST_TOUCHING = 3, 2
"""Pieces that spell something, apart and together."""
_PLACED = ("absolute", "fixed")
_SHIFTED = ("relative", "sticky")
_NO_LENGTH = ("", "auto", "0", "none", "normal", "initial")
_GRID = ("grid-row", "grid-row-start", "grid-column", "grid-column-start", "grid-area")
_TURNS = ("transform", "translate", "rotate", "scale")
_SIDEWAYS = ("vertical-rl", "tb", "sideways")
_ATOMS = ("inline-", "flex", "grid")
_PARTS_OF_TABLE = {"caption": 0, "colgroup": 0, "thead": 1, "tfoot": 3}

Place = tuple[float, float]


@dataclass(slots=True, eq=False)
class _Shown:
    """An element as its style sets it. ``leftward``: what is in it runs from right to left; ``moved``: it, or
    something in it, stands elsewhere than it is written."""

    element: etree._Element
    values: Values
    variables: dict[str, str]
    leftward: bool
    moved: bool
    children: list["_Shown"] = field(default_factory=list)

    @property
    def display(self) -> str:
        return self.values.get("display", "")


@dataclass(frozen=True, slots=True)
class _Order:
    """How the children of an element follow each other: by rank, or the other way round. ``apart``: text that
    stands right in it is set like a child of rank 0."""

    parent: etree._Element
    ranks: dict[etree._Element, int]
    backwards: bool = False
    apart: bool = False


def straighten(root: etree._Element) -> list[str]:
    """Set what is in ``root`` in the order in which it is seen; gives the pieces that were taken out.

    Raises ``LimitExceeded`` as ``Styles`` does.
    """
    styles = Styles((words_of(sheet) for sheet in root.iter("style")), MOVING)
    opened: list[_Shown] = []
    orders: list[_Order] = []
    torn: list[etree._Element] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            opened.append(_shown(element, styles, opened))
            continue
        shown = opened.pop()
        orders += _orders(shown)
        torn += _torn(shown)
        shown.moved = shown.moved or any(child.moved for child in shown.children)
        shown.children = []
        if opened:
            opened[-1].children.append(shown)
    for order in orders:
        _reorder(order)
    return [_taken_out(element) for element in torn]


def _shown(element: etree._Element, styles: Styles, around: Sequence[_Shown]) -> _Shown:
    known = around[-1].variables if around else {}
    values, variables = resolved(styles.of(element, tags.usual(element)), known)
    said = values.get("direction", "")
    leftward = said == "rtl" if said in ("ltr", "rtl") else bool(around and around[-1].leftward)
    return _Shown(element, values, variables, leftward, _is_moved(values) or styles.may_move(element))


# --- what is followed ---------------------------------------------------------------------------------


def _orders(shown: _Shown) -> Iterator[_Order]:
    """The order in which the children are seen, where it may be another one and is known."""
    parent, children = shown.element, shown.children
    if "flex" in shown.display or "grid" in shown.display:
        ranks = {child.element: tags.whole(child.values.get("order", "")) or 0 for child in children}
        backwards = "flex" in shown.display and _runs_backwards(shown)
        if backwards or any(ranks.values()):
            yield _Order(parent, ranks, backwards, apart=True)
    elif shown.display == "table-row" and shown.leftward:
        yield _Order(parent, _ranked(children), backwards=True)
    elif parent.tag == "table":
        ranks = {child.element: _PARTS_OF_TABLE.get(str(child.element.tag), 2) for child in children}
        yield _Order(parent, ranks)
    elif places := _places(children):
        seen = iter(_from_above(places))
        yield _Order(parent, _ranked(next(seen) if child in places else child for child in children))


def _ranked(children: Iterable[_Shown]) -> dict[etree._Element, int]:
    return {child.element: rank for rank, child in enumerate(children)}


def _runs_backwards(shown: _Shown) -> bool:
    along = f"{shown.values.get('flex-flow', '')} {shown.values.get('flex-direction', '')}"
    turned = any(word in along for word in ("row-reverse", "column-reverse"))
    return turned != (shown.leftward and "column" not in along)


def _places(children: Iterable[_Shown]) -> dict[_Shown, Place]:
    """How far down and to the right those stand that have a place of their own; none where two of them cannot
    be compared."""
    sides = {child: found for child in children if (found := _sides(child))}
    for axis in (0, 1):
        units = {_unit(pair[axis]) for pair in sides.values() if pair[axis] not in _NO_LENGTH}
        if len(units) > 1 or "" in units:
            return {}
    places = {
        child: (pixels(down, USUAL, 1000) or 0.0, pixels(right, USUAL, 1000) or 0.0)
        for child, (down, right) in sides.items()
    }
    return places if len(places) > 1 else {}


def _sides(child: _Shown) -> tuple[str, str] | None:
    """From above and from the left, as they are written."""
    values, element = child.values, child.element
    if element.tag in ("text", "tspan"):
        down, right = element.get("y", ""), element.get("x", "")
    elif values.get("position") in _PLACED:
        inset = values.get("inset", "").split() or [""]
        down = values.get("top", inset[0])
        right = values.get("left", inset[3] if len(inset) > 3 else inset[len(inset) > 1])
    else:
        return None
    return (down, right) if (down or right) and not _is_turned(values) else None


def _unit(length: str) -> str:
    """The kind of unit; nothing where it is no length that is known."""
    if pixels(length, USUAL, 1000) is None:
        return ""
    return "%" if "%" in length else "v" if "v" in length else "px"


def _from_above(places: dict[_Shown, Place]) -> list[_Shown]:
    """In the order of their places, line by line."""
    lines: list[list[_Shown]] = []
    for child in sorted(places, key=lambda child: places[child][0]):
        if lines and places[child][0] - places[lines[-1][0]][0] < LINE:
            lines[-1].append(child)
        else:
            lines.append([child])
    return [child for line in lines for child in sorted(line, key=lambda child: places[child][1])]


def _reorder(order: _Order) -> None:
    if order.apart:
        _set_text_apart(order.parent)
    rank, ranks = 0, dict[etree._Element, int]()
    for child in order.parent:  # a comment goes with what stands before it
        rank = ranks[child] = order.ranks.get(child, 0 if order.apart else rank)
    children = sorted(order.parent, key=ranks.__getitem__)
    if order.backwards:
        children.reverse()
    for child in children:
        order.parent.append(child)


def _set_text_apart(parent: etree._Element) -> None:
    """Text right in an element becomes an element of its own."""
    for at, before in reversed(list(enumerate([None, *parent]))):
        text = parent.text if before is None else before.tail
        if not (text or "").strip():
            continue
        piece = parent.makeelement("span")
        piece.text = text
        if before is None:
            parent.text = None
        else:
            before.tail = None
        parent.insert(at, piece)


# --- what is not --------------------------------------------------------------------------------------


def _is_moved(values: Values) -> bool:
    """Whether an element stands elsewhere than it is written."""
    margins = [
        values.get("margin-left", ""),
        values.get("margin-right", ""),
        *values.get("margin", "").split(),
    ]
    return (
        _is_shifted(values)
        or values.get("float", "") in ("right", "inline-end")
        or not values.get("order", "0").lstrip("+-").isdecimal()
        or any(name in values for name in _GRID)
        or any(margin.startswith("-") for margin in margins)
        or _is_turned(values)
    )


def _is_shifted(values: Values) -> bool:
    """Letters change places by it; or it is not known by how much it is shifted."""
    aside = [values.get("left", ""), values.get("right", ""), *values.get("inset", "").split()]
    down = [values.get("top", ""), values.get("bottom", "")]
    position = values.get("position", "")
    if position in _PLACED:
        return any(side not in ("", "auto") for side in aside + down)
    is_far = any(_is_far(side, LEAST_ASIDE) for side in aside) or any(
        _is_far(side, LEAST_DOWN) for side in down
    )
    return position in _SHIFTED and is_far


def _is_far(value: str, least: float) -> bool:
    length = pixels(value, USUAL, 1000)
    return value not in _NO_LENGTH and (length is None or abs(length) >= least)


def _is_turned(values: Values) -> bool:
    return any(values.get(name, "") not in _NO_LENGTH for name in _TURNS)


def _moves_all(shown: _Shown) -> bool:
    """Whether everything in an element may stand elsewhere than it is written."""
    values = shown.values
    return (
        values.get("writing-mode", "").startswith(_SIDEWAYS)
        or "wrap-reverse" in values.get("flex-flow", "") + values.get("flex-wrap", "")
        or any(word in values.get("grid-auto-flow", "") for word in ("column", "dense"))
        or (shown.leftward and any(map(_is_one_sign, shown.children)))
        or ("grid" in shown.display and shown.leftward)
    )


def _is_one_sign(child: _Shown) -> bool:
    """It stands in a line as one sign does, whatever is in it: from right to left such signs change sides."""
    return (
        child.element.tag == "bdi"
        or child.element.get("dir") is not None
        or "isolate" in child.values.get("unicode-bidi", "")
        or child.display.startswith(_ATOMS)
    )


def _torn(shown: _Shown) -> list[etree._Element]:
    """The pieces of words in an element that stand elsewhere than they are written."""
    children = shown.children
    every, followed = _moves_all(shown), _places(children)
    afloat = [child for child in children if child.values.get("float") in ("left", "inline-start")]
    if len(afloat) == len(children) and not _has_text(shown.element):
        afloat = []  # they float to where they are written
    moved = [
        child for child in children if (every or child.moved or child in afloat) and child not in followed
    ]
    said = {child.element: text for child in moved if 0 < len(text := _bare(child.element)) <= MOST_PIECE}
    spells = len(said) >= FEWEST or (len(said) >= FEWEST_TOUCHING and any(map(_touches, said)))
    return list(said) if spells and not _counts(list(said.values())) else []


def _has_text(element: etree._Element) -> bool:
    return any((text or "").strip() for text in (element.text, *(child.tail for child in element)))


def _touches(element: etree._Element) -> bool:
    """Whether a letter stands right behind its last one."""
    behind = element.getnext()
    after = element.tail or ("" if behind is None else "".join(behind.itertext()))
    return after[:1].isalnum() and "".join(element.itertext())[-1:].isalnum()


def _bare(element: etree._Element) -> str:
    """What it says in letters and figures, as far as it may be a piece."""
    signs = (char for text in element.itertext() for char in text if char.isalnum())
    return "".join(islice(signs, MOST_PIECE + 1))


def _counts(said: Sequence[str]) -> bool:
    """The numbers of pages, or the letters of the alphabet: they say nothing."""
    if all(text.isdecimal() for text in said):
        return all(int(right) - int(left) == 1 for left, right in pairwise(said))
    return all(len(text) == 1 for text in said) and all(
        ord(right.upper()) - ord(left.upper()) == 1 for left, right in pairwise(said)
    )


def _taken_out(element: etree._Element) -> str:
    """Take an element out of its page, and not what stands behind it."""
    text, tail = words_of(element), element.tail or ""
    before, parent = element.getprevious(), element.getparent()
    assert parent is not None
    if before is not None:
        before.tail = f"{before.tail or ''} {tail}"
    else:
        parent.text = f"{parent.text or ''} {tail}"
    parent.remove(element)
    return text
