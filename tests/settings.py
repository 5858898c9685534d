"""The office's settings for tests: a home of their own, a fast hasher, files of static without a build."""

import logging
import os
import sys
import tempfile
from typing import TextIO

os.environ.setdefault("TERBUKA_HOME", tempfile.mkdtemp(prefix="terbuka-test-"))
os.environ.setdefault("TERBUKA_DEMO", "1")

from terbuka.office.settings import *  # noqa: F403
from terbuka.office.settings import DATABASES, HOME, LOGGING, STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
ACCOUNT_RATE_LIMITS = False
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, not memory: locks, WAL and several processes behave as in an office.
    DATABASES["default"]["TEST"] = {"NAME": str(HOME / "test.sqlite3")}


class PresentStderr(logging.StreamHandler[TextIO]):
    """Writes to what stands in ``sys.stderr`` now. pytest puts files of its own there and closes
    them; the threads of a live server go on for a while and would write into a closed one."""

    @property
    def stream(self) -> TextIO:
        return sys.stderr

    @stream.setter
    def stream(self, stream: TextIO) -> None:
        """``StreamHandler`` would keep the one of the moment."""


LOGGING["handlers"]["console"]["class"] = "tests.settings.PresentStderr"
