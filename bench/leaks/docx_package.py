"""DOCX packages put together part by part, and the invented person whose name must not survive in a copy."""

import io
import random
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:example:unknown" mc:Ignorable="w14 w15 x"'
)
PAPER = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708"/>'
)
GIVEN = ("Wiratmoko", "Sulastomo", "Kartinah", "Ngatirah", "Purwoceng", "Marsinggih", "Tukirah", "Wagiyem")
FAMILY = ("Tjokrowardojo", "Hasibotan", "Padmonegoro", "Kertapraja", "Manurungga", "Simatubang", "Wijoseno")
FILLING = (
    "Pekerjaan jalan desa selesai pada bulan lalu dan sudah dibayar dari anggaran belanja daerah.",
    "Rapat membahas jadwal perbaikan saluran air serta pengadaan meja untuk ruang baca.",
    "Dokumen lengkap disimpan di lemari arsip dan dapat dilihat pada jam kerja.",
    "Jumlah kursi yang rusak berkurang sejak gudang dibersihkan secara berkala.",
    "Laporan berikutnya dibuat setelah pemeriksaan bangunan selesai seluruhnya.",
)
"""What stays: ordinary words of offices, nobody's name."""


@dataclass(frozen=True, slots=True)
class Person:
    """Invented. ``name`` and ``nik`` are what must be gone."""

    name: str
    nik: str
    kept: tuple[str, ...]

    @property
    def seen(self) -> str:
        """The sentence of the body that names the person."""
        return f"Laporan disampaikan oleh {self.name} dengan NIK {self.nik} di loket."

    @property
    def parts(self) -> list[str]:
        return self.name.split()


def person(seed: str) -> Person:
    """The person and the words of one case; the same for the same seed."""
    dice = random.Random(seed)  # noqa: S311 - samples, no secrets
    day, month, year = dice.randint(1, 28), dice.randint(1, 12), dice.randint(55, 99)
    number = f"3471{dice.randint(1, 9):02}{day:02}{month:02}{year:02}{dice.randint(1, 9999):04}"
    return Person(f"{dice.choice(GIVEN)} {dice.choice(FAMILY)}", number, tuple(dice.sample(FILLING, 3)))


def run(text: str, look: str = "") -> str:
    """A run; ``look`` is the inside of its properties."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*inside: str, look: str = "") -> str:
    """A paragraph of elements and of plain texts."""
    runs = "".join(part if part.startswith("<") else run(part) for part in inside)
    return f"<w:p><w:pPr>{look}</w:pPr>{runs}</w:p>"


def story(root: str, *blocks: str) -> str:
    """A whole part, as ``hdr``, ``ftr``, ``comments``."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMES}>{"".join(blocks)}</w:{root}>'


@dataclass(slots=True)
class Leak:
    """What a class puts into a document: blocks of the body, further parts, relations of the document."""

    blocks: list[str] = field(default_factory=list)
    parts: dict[str, str | bytes] = field(default_factory=dict)
    related: dict[str, tuple[str, str]] = field(default_factory=dict)
    external: dict[str, tuple[str, str]] = field(default_factory=dict)
    section: str = ""
    content_type: str = MAIN
    kept: tuple[str, ...] = ()
    """What of the blocks must stay readable, beside the usual words."""


def files_of(who: Person, leak: Leak) -> dict[str, str | bytes]:
    """The parts of the document by name."""
    body = "".join([*map(paragraph, who.kept[:2]), paragraph(who.seen), *leak.blocks, paragraph(who.kept[2])])
    section = f"<w:sectPr>{leak.section}{PAPER}</w:sectPr>"
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="png" ContentType="image/png"/>'
            f'<Override PartName="/word/document.xml" ContentType="{leak.content_type}"/></Types>'
        ),
        "_rels/.rels": relations({"r1": ("officeDocument", "word/document.xml")}, {}),
        "word/document.xml": story("document", f"<w:body>{body}{section}</w:body>"),
        "word/_rels/document.xml.rels": relations(leak.related, leak.external),
        **leak.parts,
    }


def relations(inner: Mapping[str, tuple[str, str]], outer: Mapping[str, tuple[str, str]]) -> str:
    """A part of relations: identifier to (kind, target)."""
    items = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{escape(target)}"{mode}/>'
        for given, mode in ((inner, ""), (outer, ' TargetMode="External"'))
        for key, (kind, target) in given.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """The ZIP of the parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content)
    return buffer.getvalue()


def package(who: Person, leak: Leak) -> bytes:
    """A whole document with one leak in it."""
    return packed(files_of(who, leak))
