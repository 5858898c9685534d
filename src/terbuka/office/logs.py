"""Logs without personal data: no query strings, no paths as typed, no names, no values of exceptions.

A message of an exception may hold a person's data (``Key (email)=(…) already exists``), and so may a
path that somebody typed. So a line tells the class of an exception and where it was raised, and a
request is told by its route.
"""

import logging
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime

from django.template import TemplateDoesNotExist

from terbuka.errors import TerbukaError

# Their messages name parts of the program, never values.
_OF_CODE = (AttributeError, ImportError, NameError, TemplateDoesNotExist)
_DEPTH = 10  # the last places an exception passed: where it was raised, not how the request came there

request_id: ContextVar[str] = ContextVar("terbuka_request_id", default="-")


def route_of(request: object) -> str:
    """The pattern of the URL that answered, with placeholders instead of values; ``?`` when none did."""
    match = getattr(request, "resolver_match", None)
    return "/" + match.route if match else "?"


class NothingPersonal(logging.Filter):
    """Takes values that a visitor sent out of records of Django's own loggers."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        if request is not None:
            record.msg, record.args = "%s at %s", (record.levelname.lower(), route_of(request))
        elif record.name.startswith("django.security"):
            record.msg, record.args = "refused a suspicious request", ()
        return True


class LineFormatter(logging.Formatter):
    """One line per record: time in UTC, level, request, logger, message; of an exception only its trail."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        line = f"{at} {record.levelname} {request_id.get()} {record.name} {record.getMessage()}"
        if record.exc_info and record.exc_info[1]:
            line += " | " + trail(record.exc_info[1])
        return line.replace("\n", " ")


def trail(error: BaseException) -> str:
    """The class of ``error``, of its causes, and the places they passed; never a message with values."""
    parts = []
    current: BaseException | None = error
    while current is not None:
        places = " > ".join(
            f"{frame.filename.rpartition('site-packages/')[2]}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(current.__traceback__)[-_DEPTH:]
        )
        parts.append(f"{type(current).__module__}.{type(current).__qualname__}{_words(current)} at {places}")
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return " | caused by ".join(parts)


def _words(error: BaseException) -> str:
    if isinstance(error, TerbukaError):
        return f" ({error.message})"
    return f" ({error})" if isinstance(error, _OF_CODE) else ""
