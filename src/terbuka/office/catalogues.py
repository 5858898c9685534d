"""Message catalogues: collect what our code says, compile what was translated. With Babel, no gettext tools.

Source texts are Indonesian, so ``en`` holds every one of our messages. ``id`` holds only what other
packages say in English and do not translate themselves.

``python -m terbuka.office.catalogues`` compiles; with ``--update`` it first writes new messages into
``en`` and lists them (+), and drops those that nobody says any more (-).
"""

import io
import secrets
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).resolve().parents[1]
LANGUAGES = ("id", "en")

KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "N_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}

# Without dates and names: a catalogue changes when a message does, and says nothing about its author.
_HEADER = """# English translations of Terbuka, sorted by file.
# Brought in line with the code by: python -m terbuka.office.catalogues --update
msgid ""
msgstr ""
"Project-Id-Version: Terbuka\\n"
"Language: en\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def po_file(language: str, package: Path = PACKAGE) -> Path:
    """Where the translations of ``language`` are written."""
    return package / "locale" / language / "LC_MESSAGES" / "django.po"


def read_catalogue(language: str, package: Path = PACKAGE) -> Catalog:
    """The translations as they are written."""
    with po_file(language, package).open("rb") as file:
        return read_po(file, locale=language)


def uncompiled(package: Path = PACKAGE) -> list[str]:
    """Languages whose compiled catalogue is missing or older than what was written."""
    return [
        language
        for language in LANGUAGES
        if not (compiled := po_file(language, package).with_suffix(".mo")).exists()
        or compiled.stat().st_mtime < po_file(language, package).stat().st_mtime
    ]


def compile_catalogues(package: Path = PACKAGE) -> None:
    """Write the ``.mo`` files. Fuzzy translations are left out: they are guesses."""
    for language in LANGUAGES:
        buffer = io.BytesIO()
        write_mo(buffer, read_catalogue(language, package))
        target = po_file(language, package).with_suffix(".mo")
        # Two processes that start at once each write a draft of their own; the last one stands.
        draft = target.with_suffix(f".draft-{secrets.token_hex(8)}")
        draft.write_bytes(buffer.getvalue())
        draft.replace(target)


def messages(package: Path = PACKAGE) -> Iterator[tuple[str, int, str | tuple[str, ...], str | None]]:
    """Every message that ``package`` says: file, line, text (or singular and plural), context."""
    for path in sorted(package.rglob("*")):
        if "__pycache__" in path.parts or path.suffix not in {".py", ".html", ".txt"} or not path.is_file():
            continue
        if path.suffix != ".py" and "templates" not in path.parts:
            continue
        name = str(path.relative_to(package))
        for line, text, _comments, context in extract("python", io.BytesIO(_as_python(path)), KEYWORDS):
            yield name, line, text, context


def _as_python(path: Path) -> bytes:
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return source.encode()
    # Each message stands on one line there; the indentation of the page means nothing to Python.
    lines = templatize(source, origin=str(path)).splitlines()
    return "\n".join(line.lstrip() for line in lines).encode()


def extracted(package: Path = PACKAGE) -> Catalog:
    """A fresh catalogue of everything ``package`` says, by file."""
    catalogue = Catalog()
    for name, line, text, context in messages(package):
        catalogue.add(text, locations=[(name, line)], context=context)
    return catalogue


def update(package: Path = PACKAGE) -> tuple[list[str], list[str]]:
    """Bring the English catalogue in line with the code; return the messages without a translation, and the
    obsolete ones, which are dropped."""
    written, fresh = read_catalogue("en", package), extracted(package)
    said = {_key(message) for message in fresh if message.id}
    obsolete = [str(message.id) for message in written if message.id and _key(message) not in said]
    missing = []
    for message in fresh:
        if not message.id:
            continue
        known = written.get(message.id, message.context)
        if known is not None and known.string:
            message.id, message.string = known.id, known.string  # what N_ says may have forms in English
        else:
            missing.append(str(message.id))
        message.locations = sorted({(name, None) for name, _line in message.locations})  # type: ignore[misc]
    fresh.locale = written.locale
    buffer = io.BytesIO()
    write_po(buffer, fresh, sort_by_file=True, width=110, omit_header=True, include_lineno=False)
    po_file("en", package).write_bytes(_HEADER.encode() + buffer.getvalue())
    return missing, obsolete


def _key(message: Message) -> tuple[object, str | None]:
    """A message is the same whether English has forms of it or not."""
    return message.id if isinstance(message.id, str) else message.id[0], message.context


def main(arguments: list[str], package: Path = PACKAGE) -> None:
    """The command."""
    if "--update" in arguments:
        lacking, dropped = update(package)
        for sign, texts in (("+", lacking), ("-", dropped)):
            sys.stdout.writelines(f"{sign} {text}\n" for text in texts)
    compile_catalogues(package)


if __name__ == "__main__":
    main(sys.argv[1:])
