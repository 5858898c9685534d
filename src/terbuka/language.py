"""The words the engine speaks: Indonesian in the source, other languages from the catalogue.

The office translates the same messages with Django; both read ``locale/<code>/LC_MESSAGES/django.po``.
"""

import gettext
from contextvars import ContextVar
from functools import cache
from pathlib import Path

CATALOGUE = Path(__file__).parent / "locale"
SOURCE_LANGUAGE = "id"

_language: ContextVar[str] = ContextVar("terbuka_language", default=SOURCE_LANGUAGE)


@cache
def _translations(code: str) -> gettext.NullTranslations:
    return gettext.translation("django", CATALOGUE, languages=[code], fallback=True)


def use_language(code: str) -> None:
    """Speak ``code`` (``"id"`` or ``"en"``) from here on in this context; unknown codes speak Indonesian."""
    _language.set(code)


def language() -> str:
    """The code of the language in use."""
    return _language.get()


def N_(message: str) -> str:
    """Mark a message for the catalogue without translating it yet."""
    return message


def translate(message: str) -> str:
    """The message in the language in use; the message itself where no translation exists."""
    code = _language.get()
    return message if code == SOURCE_LANGUAGE else _translations(code).gettext(message)


def counted(message: str, number: int) -> str:
    """``translate`` of a message that says this number of things: English has another form for one thing; a
    message without forms has its only one."""
    code = _language.get()
    found = _translations(code).ngettext(message, message, number) if code != SOURCE_LANGUAGE else message
    return found if found != message else translate(message)
