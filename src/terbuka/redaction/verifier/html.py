"""Verifies a page: its form byte by byte where it is ours, its words, its bytes, what browsers do not show.

Read by the standard library's parser, which knows nothing of lxml's. A copy of ours is written anew from what
that parser says of it, by a list of its own, and must come out the same.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from terbuka.documents.html.charset import decode_page
from terbuka.redaction.page_frame import HEAD, TAIL
from terbuka.redaction.verifier.copy import Copy
from terbuka.redaction.verifier.foreign.said_aside import Value, aside_check
from terbuka.redaction.verifier.model import Check, Survivor
from terbuka.redaction.verifier.not_ours import NotOurs, hold
from terbuka.redaction.verifier.plain import is_unseen
from terbuka.redaction.verifier.secrets.encodings import byte_check
from terbuka.screening.policy import labels_in

_INLINE = ["b", "i", "u", "s", "sup", "sub", "code"]
_PARAGRAPHS = ("p", "h1", "h2", "h3", "h4", "h5", "h6")
_IN_TEXT = frozenset({*_INLINE, "mark", "br"})
_LISTS = ("ul", "ol")
_FORM: dict[str, frozenset[str]] = {
    "": frozenset({*_PARAGRAPHS, *_LISTS, "hr", "table"}),
    "table": frozenset({"tr"}),
    "tr": frozenset({"td", "th"}),
    **dict.fromkeys(("td", "th"), frozenset({*_PARAGRAPHS, *_LISTS, "hr", "table"})),
    **dict.fromkeys(_LISTS, frozenset({"li"})),
    "li": frozenset({*_IN_TEXT, *_LISTS}),
    **dict.fromkeys(_PARAGRAPHS, _IN_TEXT),
    **dict.fromkeys(_INLINE, frozenset({*_INLINE, "br"})),
    "mark": frozenset(),
}
"""What may stand in what. The first: in the body."""
_ATTRIBUTES = {
    "p": {"class": r"i[1-8]|(?:i[1-8] )?[crj]"},
    **{f"h{level}": {"class": r"[crj]"} for level in range(1, 7)},
    "ul": {"class": r"i[1-8]"},
    "ol": {"type": r"[aAiI]", "class": r"i[1-8]"},
    "li": {"value": r"\d{1,4}"},
    **{cell: {"colspan": r"\d{1,3}", "rowspan": r"\d{1,4}"} for cell in ("td", "th")},
}
_EMPTY = frozenset({"br", "hr"})
_LINED = frozenset({"", "table", *_LISTS})
"""Elements in which every child stands on a line of its own."""
_APART = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "div", "dl", "dt",
    "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
    "main", "nav", "ol", "option", "p", "pre", "section", "table", "td", "textarea", "th", "title", "tr",
    "ul",
})  # fmt: skip
_CARRIERS = {
    "script": "script", "iframe": "embedded-object", "object": "embedded-object", "embed": "embedded-object",
    "applet": "embedded-object", "template": "hidden-text", "noscript": "hidden-text",
}  # fmt: skip
_WRITTEN_OTHERWISE = "&<>\n\r\f"
_CLAIM = "style-src 'sha256-"


def checks(copy: Copy) -> Iterator[Check]:
    """Everything that is done to a page."""
    page = decode_page(copy.data)
    survivors = list(structure_survivors(page, copy.ours, copy.whole.labels))
    if (copy.ours or is_claimed(page)) and page.encode("utf-8", "replace") != copy.data:
        survivors.append(Survivor("structure", "encoding"))
    yield Check("structure", page.count("<"), tuple(survivors))
    yield byte_check(copy)
    yield text_check(copy, page)
    if not (copy.ours or is_claimed(page)):
        yield aside_check(copy, (Value("attribute", text) for text in Reading(page).values))


def is_claimed(page: str) -> bool:
    """Whether the page says that it is a copy of ours."""
    return _CLAIM in page[: len(HEAD)] and page.startswith(HEAD[:64])


def structure_survivors(page: str, ours: bool, labels: str) -> Iterator[Survivor]:
    """Whatever is not as we write it; in a page of others, what no reader sees. ``labels``: those that may
    stand on bars beside the usual ones."""
    if ours or is_claimed(page):
        if not _is_ours(page, labels):
            yield Survivor("structure", "form of the page")
        return
    reading = Reading(page)
    yield from (Survivor(kind, "element") for kind in sorted(reading.carriers))


def text_check(copy: Copy, page: str) -> Check:
    """The words of the page against what may stay, and everything else in it against nothing."""
    reading = Reading(page)
    survivors = [*copy.survivors("text", "text", [reading.text])]
    whole = copy.hunt.expecting(copy.whole)
    survivors += [
        Survivor("metadata", "attribute", None, copy.hunt.types[number], number)
        for number in sorted(whole.in_reading(reading.rest))
    ]
    return Check("text", len(reading.text.split()), tuple(dict.fromkeys(survivors)))


class Reading(HTMLParser):
    """``text``: what stands between the tags. ``rest``: attributes, comments, scripts, style sheets;
    ``values``: of these the attributes, and what the page says of its own kind. ``carriers``: kinds of what
    hides something."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self._text: list[str] = []
        self._rest: list[str] = []
        self._aside = ""
        self.carriers: set[str] = set()
        self.values: list[str] = []
        self.feed(page)
        self.close()

    @property
    def text(self) -> str:
        return "".join(self._text)

    @property
    def rest(self) -> str:
        return "\n".join(self._rest)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _CARRIERS:
            self.carriers.add(_CARRIERS[tag])
        if tag in ("script", "style"):
            self._aside = tag
        if tag in _APART:
            self._text.append("\t" if tag in ("td", "th") else "\n")
        self._aside_from_text(*(value for _, value in attrs if value))

    def handle_decl(self, decl: str) -> None:
        self._aside_from_text(decl)

    def _aside_from_text(self, *values: str) -> None:
        self.values += values
        self._rest += values

    def handle_endtag(self, tag: str) -> None:
        self._aside = "" if tag == self._aside else self._aside
        if tag in _APART:
            self._text.append("\n")

    def handle_data(self, data: str) -> None:
        (self._rest if self._aside else self._text).append(data)

    def handle_comment(self, data: str) -> None:
        self.carriers.add("comment")
        self._rest.append(data)

    def handle_pi(self, data: str) -> None:
        self.handle_comment(data)

    def unknown_decl(self, data: str) -> None:
        self.handle_comment(data)


def _is_ours(page: str, labels: str) -> bool:
    if not page.startswith(HEAD) or not page.endswith(TAIL) or len(page) < len(HEAD) + len(TAIL):
        return False
    body = page[len(HEAD) : len(page) - len(TAIL)]
    writing = _Writing(labels)
    try:
        writing.feed(body)
        writing.close()
    except NotOurs:
        return False
    return "".join(writing.made) == body and not writing.open


class _Writing(HTMLParser):
    """Writes a body anew from what the parser says of it."""

    def __init__(self, labels: str) -> None:
        super().__init__(convert_charrefs=False)
        self.made: list[str] = []
        self.open: list[str] = []
        self._labels = labels
        self._bar = ""

    @property
    def _around(self) -> str:
        return self.open[-1] if self.open else ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        allowed = _ATTRIBUTES.get(tag, {})
        hold(tag in _FORM[self._around])
        hold(all(name in allowed and re.fullmatch(allowed[name], value or "") for name, value in attrs))
        self.made.append(f"<{tag}" + "".join(f' {name}="{value}"' for name, value in attrs) + ">")
        if tag in _EMPTY:
            self._end_line(tag)
        else:
            self.open.append(tag)
            self.made.append("\n" if tag in _LINED else "")
            self._bar = ""

    def handle_endtag(self, tag: str) -> None:
        hold(self._around == tag)
        self.open.pop()
        if tag == "mark":
            hold(self._is_label())
        self.made.append(f"</{tag}>")
        self._end_line(tag)

    def _is_label(self) -> bool:
        usual = labels_in(self._bar) == [(0, len(self._bar))]
        return usual or bool(self._bar and self._bar in self._labels)

    def _end_line(self, tag: str) -> None:
        self.made.append("\n" if self._around in _LINED else "")

    def handle_data(self, data: str) -> None:
        if self._around in _LINED:
            hold(not data.strip("\n"))  # written with the elements around it, and counted with them
            return
        hold(self._around not in ("tr", "td", "th"))
        hold(not any(character in _WRITTEN_OTHERWISE or is_unseen(character) for character in data))
        self._said(data, data)

    def handle_entityref(self, name: str) -> None:
        hold(name in ("amp", "lt", "gt"))
        self._said(f"&{name};", {"amp": "&", "lt": "<", "gt": ">"}[name])

    def _said(self, written: str, meant: str) -> None:
        self.made.append(written)
        self._bar += meant if self._around == "mark" else ""

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        raise NotOurs

    def handle_charref(self, name: str) -> None:
        raise NotOurs

    def handle_comment(self, data: str) -> None:
        raise NotOurs

    def handle_decl(self, decl: str) -> None:
        raise NotOurs

    def handle_pi(self, data: str) -> None:
        raise NotOurs

    def unknown_decl(self, data: str) -> None:
        raise NotOurs
