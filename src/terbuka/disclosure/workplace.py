"""Where files of a case lie while something is made of them: stored ones, and a place for new ones."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from terbuka.disclosure.errors import FileGone
from terbuka.documents import workplace as engine
from terbuka.office.keys import private_directory
from terbuka.office.storage import PrivateStorage

_KIND = "tmp"  # nothing else lies there; earlier versions named their directories so


def stored(name: str) -> Path:
    """The path of a file of the private store, for the engine. Raises ``FileGone``."""
    path = Path(PrivateStorage().path(name))
    if not name or not path.is_file():
        raise FileGone
    return path


@contextmanager
def workplace() -> Iterator[Path]:
    """A directory beside the store for a file that is being made. What a killed worker left there goes
    the next time: it may be a copy that was not proven."""
    making = private_directory(Path(settings.PRIVATE_FILES) / ".making")
    with engine.workplace(making, _KIND) as place:
        inside = place / "made"  # who puts a copy into a folder locks it; ``place`` is locked already
        inside.mkdir()
        yield inside


def clear_left() -> None:
    """Clear away what killed workers left, though nobody makes anything."""
    with workplace():
        pass
