"""The office's settings for tests: a home of their own, a fast hasher, files of static without a build."""

import os
import tempfile

os.environ.setdefault("TERBUKA_HOME", tempfile.mkdtemp(prefix="terbuka-test-"))
os.environ.setdefault("TERBUKA_DEMO", "1")

from terbuka.office.settings import *  # noqa: F403
from terbuka.office.settings import DATABASES, HOME, STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
ACCOUNT_RATE_LIMITS = False
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, not memory: locks, WAL and several processes behave as in an office.
    DATABASES["default"]["TEST"] = {"NAME": str(HOME / "test.sqlite3")}
