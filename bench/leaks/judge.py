"""Says whether a secret is left in a file, by other means than the product and its peers.

Every byte and everything that inflates or unpacks, three extractors of text, the pixels read in four turns
and with the faintest trace made black, the pictures taken out of the file, codes.
"""

import contextlib
import html
import io
import math
import quopri
import re
import subprocess
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from operator import mul
from pathlib import Path
from urllib.parse import unquote

import zxingcpp
from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageSequence, ImageStat

from leaks.forms import byte_forms, in_reading, in_text
from leaks.marked_up import shown

DPI = 150
DEEPEST = 3
SECONDS = 120
PALE, LARGE = 60, 150
"""Of 255: the contrast of what may be overlooked, and of a box in which something may stand in white."""
FEW, DARK = 60, 3
"""Pale pixels that say nothing; the mean of a page of which a good part is boxes."""
ALIKE = 0.4
"""How far a place must look as before for letters in it to be read still; one under a bar reaches 0.1."""
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_ZIP = b"PK\x03\x04"
_TAGS = {0xE0000 + letter: letter for letter in range(0x20, 0x7F)}
"""Characters that no reader sees and that spell what they stand for."""


def traces(copy: Path, secrets: Iterable[str], *, turned: bool = True) -> list[str]:
    """Where secrets are left in ``copy``, in the words of the first way of looking that finds any.

    ``turned``: whether pixels may hold them on their side, on their head or mirrored; this costs most.
    """
    secrets = list(secrets)
    if any(in_text(secret, copy.name) for secret in secrets):
        return ["file name"]
    data = copy.read_bytes()
    if found := in_bytes(data, secrets):
        return found
    if data[:1024].find(b"%PDF-") >= 0:
        return _in_pdf(copy, secrets, turned)
    if data.startswith(_ZIP):
        found = [name for name, text in _stories(data) if any(in_text(secret, text) for secret in secrets)]
        return found or _in_pictures(_media(data), secrets, "picture", turned)
    return _in_pictures(_frames(copy), secrets, "picture", turned) or _in_plain(data, secrets)


def still_drawn(original: Path, copy: Path, places: Iterable[tuple[float, float, float, float]]) -> list[str]:
    """The places of the first page at which the copy still shows what the original draws there."""
    with tempfile.TemporaryDirectory() as folder:
        pictures = []
        for name, path in (("original", original), ("copy", copy)):
            _run("pdftoppm", "-r", "72", "-gray", "-singlefile", path, f"{folder}/{name}")
            pictures.append(_opened(Path(f"{folder}/{name}.pgm")))
    before, after = pictures
    if not before or not after:
        return ["page 1, which cannot be drawn"]
    areas = [tuple(map(round, place)) for place in places]
    alike = [area for area in areas if _alike(before.crop(area), after.crop(area)) > ALIKE]  # type: ignore[arg-type]
    return ["page 1, as it was drawn" for _ in alike]


def _alike(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures get lighter and darker together: 1 where wholly."""
    levels = [[level - sum(data) / len(data) for level in data] for data in (one.tobytes(), other.tobytes())]
    both, *each = (sum(map(mul, *pair)) for pair in (levels, [levels[0]] * 2, [levels[1]] * 2))
    return both / math.sqrt(each[0] * each[1]) if all(each) else 0.0


def text_of(copy: Path) -> str:
    """What somebody selects and copies from the file."""
    data = copy.read_bytes()
    if data.startswith(b"%PDF-"):
        return _run("pdftotext", "-enc", "UTF-8", copy, "-").decode("utf-8", "replace")
    if data.startswith(_ZIP):
        return "\n".join(text for _, text in _stories(data))
    return "" if _opened(copy) else shown(data)


def _stories(data: bytes) -> Iterator[tuple[str, str]]:
    """The parts of an office file without their tags: text that is split over runs is whole in them."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels", ".vml")):
                told = package.read(name).decode("utf-8", "replace")
                broken = re.sub(r"</(?:w:p|w:tc|c|si|a:p|text:p)>", "\n", told)
                yield f"part {name}", html.unescape(re.sub(r"<[^>]*>", "", broken))


def _media(data: bytes) -> Iterator[Image.Image]:
    """The pictures in an office file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if "/media/" in name:
                with tempfile.NamedTemporaryFile() as file:
                    file.write(package.read(name))
                    file.flush()
                    picture = _opened(Path(file.name))
                if picture:
                    yield picture


def _in_plain(data: bytes, secrets: list[str]) -> list[str]:
    """Text, markup and mail: as it stands, without tags, with its codes read."""
    told = data.decode("utf-8", "replace")
    quoted = quopri.decodestring(data).decode("utf-8", "replace")
    tagged = told.translate(_TAGS)
    for text in (
        told,
        tagged,
        shown(data),
        html.unescape(re.sub(r"<[^>]*>", "", told)),
        quoted,
        unquote(told),
    ):
        if any(in_text(secret, text) for secret in secrets):
            return ["text"]
    return []


def in_bytes(data: bytes, secrets: list[str]) -> list[str]:
    """Where a secret stands in the bytes and in all that inflates or unpacks, in any encoding."""
    forms = {form for secret in secrets for form in byte_forms(secret)}
    pattern = re.compile(b"|".join(map(re.escape, sorted(forms, key=len, reverse=True))))
    return [place for place, piece in _pieces(data) if pattern.search(piece)]


def _pieces(data: bytes, place: str = "bytes", depth: int = 0) -> Iterator[tuple[str, bytes]]:
    yield place, data
    if depth == DEEPEST:
        return
    for start in _ZLIB.finditer(data):
        piece = _inflated(data[start.start() :])
        if len(piece) > 8:
            yield from _pieces(piece, f"inflated {place}", depth + 1)
    if _ZIP in data[:64]:
        yield from _unpacked(data, depth)


def _inflated(data: bytes) -> bytes:
    engine = zlib.decompressobj()
    try:
        return engine.decompress(data)
    except zlib.error:
        return _as_far_as_it_goes(data)


def _as_far_as_it_goes(data: bytes) -> bytes:
    engine, pieces = zlib.decompressobj(), []
    for at in range(0, len(data), 64):
        try:
            pieces.append(engine.decompress(data[at : at + 64]))
        except zlib.error:
            break
    return b"".join(pieces)


def _unpacked(data: bytes, depth: int) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for entry in package.infolist():
                yield f"part name {entry.filename}", entry.filename.encode() + entry.comment + entry.extra
                yield from _pieces(package.read(entry), f"part {entry.filename}", depth + 1)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error):
        return


def _in_pdf(copy: Path, secrets: list[str], turned: bool) -> list[str]:
    found = in_texts(copy, secrets)
    if found:
        return found
    with tempfile.TemporaryDirectory() as folder:
        _run("pdftoppm", "-r", str(DPI), copy, f"{folder}/page")
        drawn = (_opened(path) for path in sorted(Path(folder).glob("page*")))
        found = _in_pictures((picture for picture in drawn if picture), secrets, "page", turned)
        if not found and _is_more_than_pages(copy):
            _run("pdfimages", "-all", copy, f"{folder}/taken")
            taken = [_opened(path) for path in sorted(Path(folder).glob("taken*"))]
            taken += _unused(copy)
            found = _in_pictures((picture for picture in taken if picture), secrets, "picture", turned)
    return found


def _unused(copy: Path) -> list[Image.Image | None]:
    """The pictures that no page draws: thumbnails, pictures to be printed instead, those left behind."""
    from pypdf import PdfReader

    reader = PdfReader(copy)
    pictures: list[Image.Image | None] = []
    for number in range(1, len(reader.xref.get(0, ())) + 1):
        with contextlib.suppress(Exception):  # no picture, or none that it can decode
            item = reader.get_object(number)
            if item is not None and "/Width" in item:
                pictures.append(item.decode_as_image())
    return pictures


def in_texts(copy: Path, secrets: list[str]) -> list[str]:
    """The extractors of text that find a secret in a PDF."""
    return [name for name, text in _extracted(copy) if any(in_text(secret, text) for secret in secrets)]


def _is_more_than_pages(copy: Path) -> bool:
    """Whether pictures of the file show anything but whole pages, which have been read already."""
    rows = _run("pdfimages", "-list", copy).decode(errors="replace").splitlines()[2:]
    pages = _run("pdfinfo", copy).decode(errors="replace")
    count = re.search(r"Pages:\s+(\d+)", pages)
    return not count or len(rows) != int(count[1]) or any(row.split()[2] != "image" for row in rows)


def _extracted(copy: Path) -> Iterator[tuple[str, str]]:
    yield "text by poppler", text_of(copy)
    yield "text by poppler in drawing order", _run("pdftotext", "-raw", copy, "-").decode("utf-8", "replace")
    try:
        from pypdf import PdfReader

        reader = PdfReader(copy)
        yield "text by pypdf", "\n".join(page.extract_text() for page in reader.pages)
        yield "information", str(dict(reader.metadata or {}))
    except Exception as error:
        yield f"pypdf {type(error).__name__}", ""
    try:
        from pdfminer.high_level import extract_text

        yield "text by pdfminer", extract_text(copy)
    except Exception as error:
        yield f"pdfminer {type(error).__name__}", ""


def _in_pictures(pictures: Iterable[Image.Image], secrets: list[str], place: str, turned: bool) -> list[str]:
    for number, picture in enumerate(pictures, 1):
        for name, text in _readings(picture, turned):
            if any(in_reading(secret, text) for secret in secrets):
                return [f"{place} {number}, {name}"]
        codes = _codes(picture)
        if any(in_text(secret, codes) for secret in secrets):
            return [f"{place} {number}, code"]
    return []


def _readings(picture: Image.Image, turned: bool) -> Iterator[tuple[str, str]]:
    grey = picture.convert("L")
    for turn in (0, 90, 180, 270) if turned else (0,):
        yield f"read at {turn}", _read(grey.rotate(turn, expand=True, fillcolor=255))
    if turned:
        yield "mirrored", _read(ImageOps.mirror(grey))
    paper = max(grey.getcolors(), key=lambda counted: counted[0])[1]
    traces = grey.point(lambda level: 255 if level == paper else 0)
    if _has_traces(grey, paper):
        yield "faintest trace", _read(traces)
    if ImageStat.Stat(grey.point(lambda level: 255 if abs(level - paper) > LARGE else 0)).mean[0] > DARK:
        yield "inverted", _read(ImageChops.invert(grey))


def _has_traces(grey: Image.Image, paper: int) -> bool:
    """Whether something pale stands by itself, and not at the edge of what is dark."""
    pale = grey.point(lambda level: 255 if 0 < abs(level - paper) <= PALE else 0)
    far = grey.point(lambda level: 255 if abs(level - paper) > PALE else 0).filter(ImageFilter.MaxFilter(7))
    return ImageStat.Stat(ImageChops.subtract(pale, far)).sum[0] > FEW * 255


def _read(picture: Image.Image) -> str:
    if min(picture.size) < 10:
        return ""
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", compress_level=1)
    done = subprocess.run(
        ["tesseract", "-", "-", "--psm", "11", "--dpi", str(DPI), "-l", "ind"],
        input=buffer.getvalue(),
        capture_output=True,
        env={"OMP_THREAD_LIMIT": "1", "PATH": "/usr/bin:/usr/local/bin"},
        check=False,
    )
    return done.stdout.decode("utf-8", "replace")


def _codes(picture: Image.Image) -> str:
    grey = picture.convert("L")
    bordered = ImageOps.expand(grey, 20, 255)
    larger = bordered.resize((bordered.width * 2, bordered.height * 2))
    return "\n".join(code.text for view in (bordered, larger) for code in zxingcpp.read_barcodes(view))


def _frames(copy: Path) -> list[Image.Image]:
    picture = _opened(copy)
    return [frame.copy() for frame in ImageSequence.Iterator(picture)] if picture else []


def _opened(path: Path) -> Image.Image | None:
    try:
        picture = Image.open(path)
        picture.load()
        return picture
    except (OSError, ValueError, SyntaxError):
        return None


def _run(*command: str | Path) -> bytes:
    """What a tool of poppler printed; nothing where it could not."""
    try:
        return subprocess.run(
            [str(part) for part in command], capture_output=True, timeout=SECONDS, check=False
        ).stdout
    except subprocess.TimeoutExpired:
        return b""
