"""What the tests of this room share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from terbuka.documents import Document
from terbuka.documents.reader import open_document

Opened = Callable[[bytes], Document]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """Writes bytes to a file and reads it as everybody does, through the sandbox."""

    def open_bytes(data: bytes) -> Document:
        path = tmp_path / "berkas"
        path.write_bytes(data)
        return open_document(path)

    return open_bytes
