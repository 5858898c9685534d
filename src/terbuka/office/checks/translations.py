"""Everything the office says is said in Indonesian and in English: all of it, with the same particulars."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import allauth
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from terbuka.office.catalogues import KEYWORDS, extracted, messages, read_catalogue

_PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%[sd%]")
_RENAMED = re.compile(r"\b[np]{0,2}gettext(?:_\w+)? as (\w+)")
_ALLAUTH = Path(allauth.__path__[0])
# The parts of it that are installed.
_SHOWN = ("account/", "mfa/", "core/", "templates/account/", "templates/mfa/")


def problems(package: Path) -> Iterator[str]:
    """One sentence per message that lacks a translation, or whose translation does not fit."""
    yield from _overheard(package)
    yield from _own(package)
    yield from _foreign(package)


def _overheard(package: Path) -> Iterator[str]:
    """What is said under a name that nobody collects, so that its translation is never missed."""
    for source in sorted(package.rglob("*.py")):
        for name in _RENAMED.findall(source.read_text(encoding="utf-8")):
            if name not in KEYWORDS:
                yield f"{source.relative_to(package)}: messages said with {name} are not collected"


def _own(package: Path) -> Iterator[str]:
    written, said = read_catalogue("en", package), extracted(package)
    for message in said:
        if message.id:
            yield from _translated(message, written.get(message.id, message.context))
    for message in written:
        if message.id and said.get(message.id, message.context) is None:
            yield f"en: nobody says this any more: {_short(message)}"


def _translated(message: Message, found: Message | None) -> Iterator[str]:
    texts = (found.string if found is not None else None) or ""
    strings: Sequence[str] = (texts,) if isinstance(texts, str) else texts
    if found is None or not all(strings):
        yield f"en: no translation: {_short(message)}"
        return
    if found.fuzzy:
        yield f"en: only guessed (fuzzy): {_short(message)}"
    wanted = _particulars(message.id if isinstance(message.id, str) else message.id[-1])
    if any(_particulars(text) != wanted for text in strings):
        yield f"en: other placeholders than the source: {_short(message)}"


def _particulars(text: str) -> set[str]:
    return {match.group(0) for match in _PLACEHOLDER.finditer(text)}


def _foreign(package: Path, home: Path = _ALLAUTH) -> Iterator[str]:
    """What allauth, which stands in ``home``, says on pages that we show, and does not say in Indonesian."""
    ours = {_first(message.id) for message in read_catalogue("id", package) if message.string}
    known = _texts(home / "locale") | ours
    said = {_first(text) for name, _line, text, _context in messages(home) if name.startswith(_SHOWN)}
    for text in sorted(said - known):
        yield f"id: allauth says this in English: {text[:90]!r}"


def _texts(locale: Path) -> set[str]:
    with (locale / "id/LC_MESSAGES/django.po").open("rb") as file:
        return {_first(message.id) for message in read_po(file, locale="id") if message.string}


def _first(text: str | Sequence[str]) -> str:
    return text if isinstance(text, str) else text[0]


def _short(message: Message) -> str:
    where = message.locations[0][0] if message.locations else "?"
    return f"{where}: {_first(message.id)[:90]!r}"
