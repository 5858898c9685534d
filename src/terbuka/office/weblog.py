"""What the web server itself writes, by the rules of ``logs``: it would write what a visitor sent, from which
address, and whole messages of exceptions."""

import logging
from typing import Any

from gunicorn.glogging import Logger  # type: ignore[import-untyped]

from terbuka.office.logs import LineFormatter


class NothingSent(logging.Filter):
    """Takes what was sent out of the server's own words about it."""

    _ABOUT = ("Invalid request", "Error handling request")

    def filter(self, record: logging.LogRecord) -> bool:
        said = next((words for words in self._ABOUT if str(record.msg).startswith(words)), "")
        if said:
            record.msg, record.args = said, ()
        elif isinstance(record.msg, Exception):
            record.msg, record.args = type(record.msg).__name__, ()
        return True


class ServerLog(Logger):  # type: ignore[misc]
    """Given to the server by ``serve``."""

    def setup(self, cfg: Any) -> None:
        """Lines like those of the office, on standard error."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(LineFormatter())
            handler.addFilter(NothingSent())
