"""Ways to write the package of a DOCX so that a name stands in its bytes or its text is read otherwise."""

import io
import warnings
import zipfile
from collections.abc import Callable

from leaks.docx_package import Leak, Who, files_of, package, paragraph

Container = Callable[[Who], bytes]
STRICT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
}


def _rewritten(who: Who, write: Callable[[zipfile.ZipFile, str, bytes], None]) -> bytes:
    """The package of the usual text with each part put into it by ``write``."""
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two parts of one name
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
            for name, content in files_of(who, Leak()).items():
                write(made, name, content.encode() if isinstance(content, str) else content)
    return buffer.getvalue()


def _twice(who: Who) -> bytes:
    def write(made: zipfile.ZipFile, name: str, content: bytes) -> None:
        if name == "word/document.xml":
            made.writestr(name, content.replace(b"loket", who.name.encode()))
        made.writestr(name, content)

    return _rewritten(who, write)


def _fields(who: Who) -> bytes:
    def write(made: zipfile.ZipFile, name: str, content: bytes) -> None:
        entry = zipfile.ZipInfo(name)
        entry.comment = who.name.encode()
        entry.extra = b"\xfe\xca" + len(who.name).to_bytes(2, "little") + who.name.encode()
        made.writestr(entry, content)
        made.comment = who.name.encode()

    return _rewritten(who, write)


def _large(who: Who) -> bytes:
    def write(made: zipfile.ZipFile, name: str, content: bytes) -> None:
        with made.open(zipfile.ZipInfo(name), "w", force_zip64=True) as entry:
            entry.write(content)

    return _rewritten(who, write)


class _Pipe(io.BytesIO):
    """What cannot be gone back in: lengths are written behind each entry."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: object) -> int:
        raise io.UnsupportedOperation

    def tell(self) -> int:
        raise io.UnsupportedOperation


def _streamed(who: Who) -> bytes:
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files_of(who, Leak()).items():
            made.writestr(name, content)
    return pipe.getvalue()


def _strict(who: Who) -> bytes:
    def write(made: zipfile.ZipFile, name: str, content: bytes) -> None:
        for usual, strict in STRICT.items():
            content = content.replace(usual.encode(), strict.encode())
        made.writestr(name, content)

    return _rewritten(who, write)


def _wide(who: Who) -> bytes:
    def write(made: zipfile.ZipFile, name: str, content: bytes) -> None:
        if name == "word/document.xml":
            text = content.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
            content = text.encode("utf-16")
        made.writestr(name, content)

    return _rewritten(who, write)


def _stored(who: Who) -> bytes:
    return _rewritten(who, lambda made, name, content: made.writestr(name, content, zipfile.ZIP_STORED))


def _deleted(who: Who) -> bytes:
    """An entry that the directory does not list any more."""
    stale = io.BytesIO()
    with zipfile.ZipFile(stale, "w", zipfile.ZIP_STORED) as made:
        made.writestr("word/lama.xml", who.name)
    entry = stale.getvalue()[: stale.getvalue().index(b"PK\x01\x02")]
    return entry + package(who, Leak())


def _entities(who: Who) -> bytes:
    codes = "".join(f"&#{ord(letter)};" for letter in who.name)
    return package(who, Leak([f"<w:p><w:r><w:t>{codes}</w:t></w:r></w:p>"]))


def _macintosh(who: Who) -> bytes:
    """The names of parts written otherwise: a slash before them, another case in the types."""
    return package(who, Leak([paragraph(who.name)], parts={"WORD/extra.XML": f"<x>{who.name}</x>"}))


TWICE = "part twice"
CONTAINERS: dict[str, Container] = {
    TWICE: _twice,
    "comments and fields of entries": _fields,
    "Zip64": _large,
    "lengths behind entries": _streamed,
    "strict names": _strict,
    "UTF-16 part": _wide,
    "nothing deflated": _stored,
    "bytes before the archive": lambda who: who.name.encode() + package(who, Leak()),
    "bytes behind the archive": lambda who: package(who, Leak()) + who.name.encode(),
    "entry not in the directory": _deleted,
    "letters as entities": _entities,
    "part in another case": _macintosh,
}
"""The whole file by the name of its class."""
