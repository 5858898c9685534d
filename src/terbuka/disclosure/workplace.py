"""Where files of a case lie while something is made of them: stored ones, and a place for new ones."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from terbuka.disclosure.errors import FileGone
from terbuka.office.keys import private_directory
from terbuka.office.storage import PrivateStorage

_DAY = 24 * 3600


def stored(name: str) -> Path:
    """The path of a file of the private store, for the engine. Raises ``FileGone``."""
    path = Path(PrivateStorage().path(name))
    if not name or not path.is_file():
        raise FileGone
    return path


@contextmanager
def workplace() -> Iterator[Path]:
    """A directory beside the store for a file that is being made. What a killed worker left there goes
    the next time."""
    making = private_directory(Path(settings.PRIVATE_FILES) / ".making")
    for left in making.iterdir():
        if left.stat().st_mtime < time.time() - _DAY:
            shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=making) as place:
        yield Path(place)
