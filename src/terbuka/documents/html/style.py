"""What the style sheets of a page and its elements' own styles say, as far as it tells what is seen.

Not a whole CSS: selectors of tags, classes, identifiers, attributes and how they stand to each other, the
cascade, and a list of properties. A rule that is not understood applies to nothing, so what it hides counts
as shown: it is screened, never passed over.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from terbuka.errors import LimitExceeded
from terbuka.language import N_

PROPERTIES = frozenset({
    "display", "visibility", "opacity", "color", "background", "background-color", "font", "font-size",
    "font-weight", "font-style", "text-decoration", "text-decoration-line", "white-space", "direction",
    "unicode-bidi", "list-style", "list-style-type", "position", "left", "top", "margin", "margin-left",
    "margin-top", "text-indent", "clip", "clip-path", "overflow", "overflow-x", "overflow-y", "width",
    "height", "max-width", "max-height", "transform", "filter", "letter-spacing", "-webkit-text-fill-color",
    "text-shadow", "text-align", "vertical-align", "content-visibility", "scale", "zoom", "content", "right",
    "inset", "translate", "fill", "-webkit-text-security",
})  # fmt: skip
MOVING = frozenset({
    "display", "direction", "unicode-bidi", "position", "left", "right", "top", "bottom", "inset", "order",
    "float", "flex-direction", "flex-flow", "flex-wrap", "grid-row", "grid-row-start", "grid-column",
    "grid-column-start", "grid-area", "grid-auto-flow", "transform", "translate", "rotate", "scale",
    "margin", "margin-left", "margin-right", "writing-mode",
})  # fmt: skip
"""Properties by which something stands elsewhere than it is written (``order``)."""
_PART_OF = {"background": "background-color", "font": "font-size", "list-style": "list-style-type"}
"""What a property sets anew besides itself."""
_ABOUT = frozenset({":not", ":is", ":where"})
_TESTS = _ABOUT | {":root", ":first-child", ":last-child"}
MOST_RULES, MOST_PARTS = 20_000, 6
MOST_WORK = 20_000_000
"""How often an element of a page is held against a tag, a class or the like: twenty seconds, about."""
A_LOOK = 64
"""Characters of an attribute that take as long."""
TOO_MUCH = N_(
    "Halaman web ini punya terlalu banyak aturan gaya untuk dibaca. Simpan sebagai PDF, lalu coba lagi."
)
_COMMENT = re.compile(r"/\*(.*?)(?:\*/|\Z)", re.S)
_PIECE = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|[{};]|[^{};"\']+|.', re.S)
_ON_SCREEN = re.compile(
    r"@layer\b.*|@supports\s*\([^()]*\)|@media\s*(?:(?:only\s+)?(?:screen|all)\s*)?", re.I | re.S
)
"""At-rules that hold on every screen, whatever its size."""
_COMPOUND = re.compile(
    r"(?P<tag>\*|[\w\-]+)?(?P<rest>(?:[#.][\w\-]+|\[[^\]]*\]|::?[\w\-]+(?:\([^()]*\))?)*)", re.S
)
LONGEST = 1000
"""Characters of a value that is put together from variables."""
_VARIABLE = re.compile(r"var\(\s*(--[\w\-]+)\s*(?:,([^()]*))?\)")
_COMMA = re.compile(r",(?![^()]*\))")
_SIMPLE = re.compile(
    r"([#.])([\w\-]+)|\[\s*([\w\-]+)\s*(?:([~|^$*]?=)\s*(\"[^\"]*\"|'[^']*'|[^\]\s]+)\s*)?\]|(::?[\w\-]+)(?:\(([^()]*)\))?"
)
_COMBINED = re.compile(r"\s*([>+~])\s*|\s+")
_ABOUT_OTHERS = re.compile(r"\[[^\]]*\]?|::?[\w\-]+(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?")
_LAST = re.compile(r"[\s>+~|]+")
_NAMED = re.compile(r"[#.]?[A-Za-z_\-][\w\-]*")
_GENERATED = re.compile(r"::?(?:before|after)", re.I)

Declared = dict[str, tuple[str, bool]]
"""Property → value, and whether it is important."""


class _Part(NamedTuple):
    """A compound selector: all that one element must be. ``combinator``: how it stands to the next one.

    ``tests``: what else must be so: a name, and the selectors that it is about.
    """

    tag: str
    identifiers: tuple[str, ...]
    classes: tuple[str, ...]
    attributes: tuple[tuple[str, str, str], ...]
    tests: tuple[tuple[str, tuple["_Part", ...]], ...] = ()
    combinator: str = ""
    cost: int = 1  # of holding it against an element

    @property
    def weight(self) -> tuple[int, int, int]:
        some = len(self.classes) + len(self.attributes) + len(self.tests)
        return len(self.identifiers), some, int(self.tag not in ("", "*"))


@dataclass(frozen=True, slots=True)
class _Rule:
    parts: tuple[_Part, ...]
    declared: Declared
    weight: tuple[int, int, int]
    order: int


class Styles:
    """The style sheets of a page. ``comments``: what stands in them and says nothing. ``generated``: text
    that they show beside the page's own. ``unsure``: the keys of what rules that are not understood may move.

    ``known``: the properties that are asked for.
    """

    def __init__(self, sheets: Iterable[str], known: frozenset[str] = PROPERTIES) -> None:
        self.unsure: set[str] = set()
        self._known = known
        self._work = MOST_WORK
        self.comments: list[str] = []
        self.generated: list[str] = []
        self._by_key: defaultdict[str, list[_Rule]] = defaultdict(list)
        self._count = 0
        for sheet in sheets:
            self.comments += [found[1] for found in _COMMENT.finditer(sheet)]
            for selectors, declared, holds in _rules(_COMMENT.sub(" ", sheet), known):
                self._take(selectors, declared, holds=holds)

    def _take(self, selectors: str, declared: Declared, *, holds: bool) -> None:
        if "content" in declared and _GENERATED.search(selectors):
            self.generated.append(declared["content"][0].strip("\"'"))
        for selector in _COMMA.split(selectors):
            parts = _selector(selector.strip())
            if not (parts and holds):
                self.unsure.update(_loose_keys(selector) if MOVING & declared.keys() else ())
            elif declared and self._count < MOST_RULES:
                self._count += 1
                weight = tuple(map(sum, zip(*(part.weight for part in parts), strict=True)))
                self._by_key[_key(parts[-1])].append(_Rule(parts, declared, weight, self._count))  # type: ignore[arg-type]

    def of(self, element: etree._Element, usual: Mapping[str, str]) -> dict[str, str]:
        """What holds for an element. ``usual``: what holds without any style."""
        values = {name: (value, False) for name, value in usual.items()}
        found = sorted(
            (
                rule
                for key in _keys(element)
                for rule in self._by_key.get(key, ())
                if self._matches(element, rule.parts)
            ),
            key=lambda rule: (rule.weight, rule.order),
        )
        own = declarations(element.get("style", ""), self._known)
        for declared in (*(rule.declared for rule in found), own):
            for name, (value, important) in declared.items():
                if important or not values.get(name, ("", False))[1]:
                    values[name] = (value, important)
                    values.pop(_PART_OF.get(name, ""), None)
        return {name: value for name, (value, _) in values.items()}

    def may_move(self, element: etree._Element) -> bool:
        """Whether a rule that is not understood may be about the element, and move it."""
        return not self.unsure.isdisjoint(_keys(element))

    def _matches(self, element: etree._Element, parts: tuple[_Part, ...]) -> bool:
        """Raises ``LimitExceeded`` where a page asks for too much of this."""
        last = parts[-1]
        self._work -= last.cost
        if last.cost > 1:
            self._work -= sum(map(len, element.attrib.values())) * last.cost // A_LOOK
        if self._work < 0:
            raise LimitExceeded(TOO_MUCH)
        if not _fits(element, last):
            return False
        rest = parts[:-1]
        if not rest:
            return True
        match rest[-1].combinator:
            case ">":
                others: Iterable[etree._Element] = [element.getparent()]
            case "+":
                others = [element.getprevious()]
            case "~":
                others = element.itersiblings(preceding=True)
            case _:
                others = element.iterancestors()
        return any(
            other is not None and isinstance(other.tag, str) and self._matches(other, rest)
            for other in others
        )


def resolved(values: Mapping[str, str], known: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """(values with the page's own variables put in, those variables). ``known``: what is handed on."""
    variables = {**known, **{name: value for name, value in values.items() if name.startswith("--")}}
    return {name: _put_in(value, variables) for name, value in values.items()}, variables


def _put_in(value: str, variables: Mapping[str, str]) -> str:
    for _ in range(MOST_PARTS):
        if "var(" not in value:
            break
        value = _VARIABLE.sub(lambda found: variables.get(found[1], (found[2] or "").strip()), value)[
            :LONGEST
        ]
    return value


def declarations(text: str, known: frozenset[str] = PROPERTIES) -> Declared:
    """``display:none; color:red !important``: those of the properties that are ``known``."""
    declared: Declared = {}
    for declaration in _COMMENT.sub(" ", text).split(";") if text else ():
        name, _, value = declaration.partition(":")
        name, value = name.strip().lower(), value.strip()
        important = value.lower().replace(" ", "").endswith("!important")
        if important:
            value = value[: value.rindex("!")].strip()
        if (
            (name in known or name.startswith("--"))
            and value
            and (important or not declared.get(name, ("", False))[1])
        ):
            declared[name] = (value if name == "content" else value.lower(), important)
            declared.pop(_PART_OF.get(name, ""), None)
    return declared


def _rules(sheet: str, known: frozenset[str]) -> Iterator[tuple[str, Declared, bool]]:
    """(selectors, declarations, whether it holds on any screen) of every rule."""
    opened: list[str] = []
    written: list[str] = []
    for piece in _PIECE.findall(sheet.replace("<!--", " ").replace("-->", " ")):
        if piece == "{":
            opened.append("".join(written).strip())
            written = []
        elif piece == "}":
            prelude = opened.pop() if opened else "@"
            if not prelude.startswith("@"):
                holds = all(_ON_SCREEN.fullmatch(around) for around in opened)
                yield prelude, declarations("".join(written), known), holds
            written = []
        elif piece == ";" and (not opened or opened[-1].startswith("@")):
            written = []
        else:
            written.append(piece)


def _selector(text: str) -> tuple[_Part, ...]:
    """The parts of a selector from left to right; none where anything in it is not understood."""
    parts: list[_Part] = []
    at = 0
    while at < len(text):
        found = _COMPOUND.match(text, at)
        if not found or found.end() == at or (part := _part(found)) is None:
            return ()
        at = found.end()
        between = _COMBINED.match(text, at)
        if between:
            at = between.end()
            part = part._replace(combinator=between[1] or " ")
        elif at < len(text):
            return ()
        parts.append(part)
    return tuple(parts) if 0 < len(parts) <= MOST_PARTS and not parts[-1].combinator else ()


def _part(found: re.Match[str]) -> _Part | None:
    identifiers: list[str] = []
    classes: list[str] = []
    attributes: list[tuple[str, str, str]] = []
    tests: list[tuple[str, tuple[_Part, ...]]] = []
    simple = list(_SIMPLE.finditer(found["rest"]))
    if "".join(one[0] for one in simple) != found["rest"]:
        return None
    for sign, name, attribute, operator, value, pseudo, about in (one.groups("") for one in simple):
        if pseudo:
            test = _test(pseudo, about)
            if test is None:
                return None
            tests.append(test)
        elif attribute:
            attributes.append((attribute.lower(), operator, value.strip("\"'")))
        else:
            (identifiers if sign == "#" else classes).append(name)
    cost = 1 + len(classes) + len(attributes) + sum(1 + sum(one.cost for one in about) for _, about in tests)
    return _Part(
        (found["tag"] or "").lower(),
        tuple(identifiers),
        tuple(classes),
        tuple(attributes),
        tuple(tests),
        cost=cost,
    )


def _test(pseudo: str, about: str) -> tuple[str, tuple[_Part, ...]] | None:
    """A pseudo-class; None where it is not understood."""
    texts = about.split(",") if about else []
    others = [part for text in texts if (part := _alone(text.strip()))]
    if pseudo not in _TESTS or bool(texts) is not (pseudo in _ABOUT) or len(others) < len(texts):
        return None
    return pseudo, tuple(others)


def _alone(text: str) -> _Part | None:
    """A selector of one part; None where it is more, or not understood."""
    found = _COMPOUND.fullmatch(text)
    return _part(found) if found and text else None


def _key(part: _Part) -> str:
    """Under which an element that fits finds the rule."""
    if part.identifiers:
        return f"#{part.identifiers[0]}"
    if part.classes:
        return f".{part.classes[0]}"
    return part.tag or "*"


def _loose_keys(selector: str) -> list[str]:
    """Under which elements may find a rule that is not understood, from what its last part names."""
    last = _LAST.split(_ABOUT_OTHERS.sub(":", selector).strip())[-1]
    names = _NAMED.findall(last)
    return [name.lower() if name[0] not in ".#" else name for name in names] or ["*"]


def _keys(element: etree._Element) -> list[str]:
    classes = element.get("class")
    return [
        "*",
        str(element.tag),
        *(f".{name}" for name in (dict.fromkeys(classes.split()) if classes else ())),
        *([f"#{element.get('id')}"] if element.get("id") else []),
    ]


def _fits(element: etree._Element, part: _Part) -> bool:
    if part.tag not in ("", "*", element.tag):
        return False
    classes = element.get("class", "").split() if part.classes else ()
    return (
        all(element.get("id") == name for name in part.identifiers)
        and all(name in classes for name in part.classes)
        and all(_has(element.get(name), operator, value) for name, operator, value in part.attributes)
        and all(_is(element, name, others) for name, others in part.tests)
    )


def _is(element: etree._Element, name: str, others: tuple[_Part, ...]) -> bool:
    match name:
        case ":not":
            return not any(_fits(element, other) for other in others)
        case ":is" | ":where":
            return any(_fits(element, other) for other in others)
        case ":root":
            return element.getparent() is None
        case ":first-child":
            return next(element.itersiblings("*", preceding=True), None) is None
        case _:
            return next(element.itersiblings("*"), None) is None


def _has(given: str | None, operator: str, value: str) -> bool:
    if given is None:
        return False
    match operator:
        case "":
            return True
        case "=":
            return given == value
        case "~=":
            return value in given.split()
        case "^=":
            return bool(value) and given.startswith(value)
        case "$=":
            return bool(value) and given.endswith(value)
        case "*=":
            return bool(value) and value in given
        case _:
            return given == value or given.startswith(f"{value}-")
