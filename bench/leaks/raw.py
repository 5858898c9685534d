"""PDFs put together from bytes, object by object: nothing tidies up what a careless program would leave."""

import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFont

from leaks.case import Case, Family, Planted, Shown
from leaks.persons import Person, person, sentences, words

A4 = (595, 842)
LEFT, TOP, LEADING, SIZE = 72, 760, 22, 12


def string(text: str) -> bytes:
    """A literal string of PDF; of UTF-16 where Latin letters do not do."""
    try:
        data = text.encode("latin-1")
    except UnicodeEncodeError:
        data = b"\xfe\xff" + text.encode("utf-16-be")
    for sign in (b"\\", b"(", b")"):
        data = data.replace(sign, b"\\" + sign)
    return b"(" + data + b")"


def name(text: str) -> bytes:
    """A name of PDF, its spaces and signs written as codes."""
    coded = (chr(byte) if chr(byte).isalnum() and byte < 128 else f"#{byte:02X}" for byte in text.encode())
    return b"/" + "".join(coded).encode()


def show(text: str, x: float, y: float, size: float = SIZE, *, font: str = "F", state: str = "") -> bytes:
    """Operators for a line of text; ``state``: operators before it."""
    return f"q {state} BT /{font} {size} Tf {x} {y} Td ".encode() + string(text) + b" Tj ET Q\n"


def lines(texts: Iterable[str], top: float = TOP, x: float = LEFT, size: float = SIZE) -> bytes:
    """Lines of text one under the other."""
    return b"".join(show(text, x, top - number * LEADING, size) for number, text in enumerate(texts))


@dataclass
class Pdf:
    """``entries``: further entries of the catalogue. ``information``: of the Info dictionary."""

    objects: dict[int, bytes] = field(default_factory=dict)
    pages: list[int] = field(default_factory=list)
    entries: bytes = b""
    information: bytes = b""
    tree: bytes = b""
    fonts: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.root, self.kids = self.add(b""), self.add(b"")
        self.fonts["F"] = self.add(
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
        )

    def add(self, body: bytes) -> int:
        """A new object; answers its number."""
        number = max(self.objects, default=0) + 1
        self.objects[number] = body
        return number

    def stream(self, data: bytes, entries: bytes = b"", *, deflate: bool = True) -> int:
        """A new stream."""
        if deflate:
            data, entries = zlib.compress(data), entries + b" /Filter /FlateDecode"
        head = b"<< %s /Length %d >>\nstream\n" % (entries, len(data))
        return self.add(head + data + b"\nendstream")

    def form(self, content: bytes, entries: bytes = b"", box: Sequence[float] = (0, 0, *A4)) -> int:
        """A form, which draws ``content`` where it is called."""
        sides = " ".join(map(str, box)).encode()
        head = b"/Type /XObject /Subtype /Form /BBox [%s] /Resources << /Font << /F %d 0 R >> >> "
        return self.stream(content, head % (sides, self.fonts["F"]) + entries)

    def page(
        self,
        content: bytes,
        resources: bytes = b"",
        entries: bytes = b"",
        size: tuple[float, float] = A4,
    ) -> int:
        """A new page. ``resources``: beside the fonts; ``entries``: further entries of the page."""
        drawn = self.stream(content)
        fonts = b" ".join(b"/%s %d 0 R" % (key.encode(), value) for key, value in self.fonts.items())
        box = b"" if b"/MediaBox" in entries or not size else b"/MediaBox [0 0 %g %g]" % size
        number = self.add(
            b"<< /Type /Page /Parent %d 0 R %s /Contents %d 0 R /Resources << /Font << %s >> %s >> %s >>"
            % (self.kids, box, drawn, fonts, resources, entries)
        )
        self.pages.append(number)
        return number

    def image(self, picture: Image.Image, entries: bytes = b"") -> int:
        """A picture, grey or in colours, deflated."""
        picture = picture if picture.mode in ("L", "RGB") else picture.convert("RGB")
        space = b"/DeviceGray" if picture.mode == "L" else b"/DeviceRGB"
        head = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace %s /BitsPerComponent 8 "
        return self.stream(picture.tobytes(), head % (*picture.size, space) + entries)

    def coded_image(self, data: bytes, picture: Image.Image, coding: bytes, entries: bytes = b"") -> int:
        """A picture as it was coded by something else: ``coding`` names the filter."""
        space = {"L": b"/DeviceGray", "1": b"/DeviceGray", "CMYK": b"/DeviceCMYK"}.get(
            picture.mode, b"/DeviceRGB"
        )
        bits = 1 if picture.mode == "1" else 8
        head = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace %s /BitsPerComponent %d "
        head = head % (*picture.size, space, bits) + b"/Filter /%s " % coding + entries
        return self.stream(data, head, deflate=False)

    def finished(self) -> dict[int, bytes]:
        """All objects, catalogue and page tree made up."""
        kids = b" ".join(b"%d 0 R" % page for page in self.pages)
        self.objects[self.kids] = b"<< /Type /Pages /Kids [%s] /Count %d %s >>" % (
            kids,
            len(self.pages),
            self.tree,
        )
        self.objects[self.root] = b"<< /Type /Catalog /Pages %d 0 R %s >>" % (self.kids, self.entries)
        return self.objects

    def data(self) -> bytes:
        """The whole file."""
        objects = self.finished()
        trailer = b"/Root %d 0 R" % self.root
        if self.information:
            trailer += b" /Info %d 0 R" % self.add(b"<< %s >>" % self.information)
        return b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + with_table(objects, trailer, 15)


def with_table(objects: dict[int, bytes], trailer: bytes, at: int, size: int = 0) -> bytes:
    """Objects with their table and trailer; ``at``: bytes of the file before them."""
    buffer, places = BytesIO(), {}
    for number, body in objects.items():
        places[number] = at + buffer.tell()
        buffer.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = at + buffer.tell()
    most = max(size, *places) + 1
    buffer.write(b"xref\n0 1\n0000000000 65535 f \n")
    for number, place in sorted(places.items()):
        buffer.write(b"%d 1\n%010d 00000 n \n" % (number, place))
    buffer.write(b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (most, trailer, start))
    return buffer.getvalue()


def appended(data: bytes, objects: dict[int, bytes], trailer: bytes) -> bytes:
    """An incremental update of a file made here: its objects again, the old ones left behind."""
    previous = data.rindex(b"startxref\n") + 10
    start = int(data[previous : data.index(b"\n", previous)])
    size = int(data[data.rindex(b"/Size ") + 6 :].split()[0])
    return data + with_table(objects, trailer + b" /Prev %d" % start, len(data), size - 1)


@dataclass
class Draft:
    """What most cases have in common: a person, harmless lines, a file that is being put together."""

    seed: Random
    folder: Path
    pdf: Pdf = field(default_factory=Pdf)

    def __post_init__(self) -> None:
        self.person: Person = person(self.seed)
        self.sentences = sentences(self.seed)
        self.path = self.folder / "laporan.pdf"

    @property
    def report(self) -> bytes:
        """The lines of a report that names the person in its third line."""
        told = [*self.sentences[:2], self.person.sentence, *self.sentences[2:]]
        return lines(told)

    @property
    def harmless(self) -> bytes:
        """The lines without the person."""
        return lines(self.sentences)

    def planted(self, data: bytes | None = None, **more: object) -> Planted:
        """Write the file (``data``, or the PDF as it is) and say what is in it."""
        self.path.write_bytes(self.pdf.data() if data is None else data)
        usual: dict[str, object] = {
            "secrets": self.person.secrets,
            "kept": words(self.sentences),
            "terms": (),
            "shown": Shown.TEXT,
        }
        return Planted(self.path, **{**usual, **more})  # type: ignore[arg-type]

    def by_term(self, data: bytes | None = None, **more: object) -> Planted:
        """The same where the secret is the name alone, given as a term."""
        usual = {"secrets": (self.person.name,), "terms": (self.person.name,)}
        return self.planted(data, **{**usual, **more})


def text_picture(
    texts: Sequence[str], size: tuple[int, int] = (1240, 400), points: int = 40, *, ink: str = "black"
) -> Image.Image:
    """A white picture of lines of text."""
    picture = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(picture)
    font = ImageFont.load_default(points)
    for number, text in enumerate(texts):
        draw.text((30, 30 + number * points * 1.7), text, fill=ink, font=font)
    return picture


def scan(texts: Sequence[str], dpi: int = 150) -> Image.Image:
    """A page of A4 as a scanner sees it: grey, these lines on it."""
    size = round(A4[0] * dpi / 72), round(A4[1] * dpi / 72)
    return text_picture(texts, size, round(12 * dpi / 72)).convert("L")


def pdf_family(
    part: str,
) -> tuple[Family, Callable[[Callable[[Draft], Planted]], Callable[[Draft], Planted]]]:
    """A family of PDFs, and the decorator that takes in builders which are given a ``Draft``."""
    family = Family("pdf", part)

    def case(build: Callable[[Draft], Planted]) -> Callable[[Draft], Planted]:
        def from_seed(seed: Random, folder: Path) -> Planted:
            return build(Draft(seed, folder))

        family.cases.append(Case(build.__name__, f"pdf_{part}", "pdf", from_seed))
        return build

    return family, case
