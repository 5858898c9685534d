"""Files without a leak: of many programs, redacted well or with nothing to redact. They must pass.

No private person stands in them, and no number of one. What every program leaves behind (its name, the
date, styles, an outline of the headings, links of the contents) is in them as it is in files of offices.
"""

import io
from collections.abc import Callable
from random import Random

import pikepdf
import typst
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageCms, ImageDraw

from leaks.clean_book import workbooks
from leaks.clean_word import word_documents
from leaks.persons import Person, sentences
from leaks.plant import Bed, Kind, page_lines, redacted
from leaks.planted_file import metadata
from leaks.planted_images import info
from leaks.scans import jpeg_of, pixels_of, png_of, saved, scan
from leaks.sheets import (
    HEIGHT,
    LEFT,
    SIZE,
    WIDTH,
    Sheet,
    drawn,
    filled,
    form,
    pdf,
    picture,
    rect,
    text_at,
    typeface,
    width_of,
    y_of,
)

PDF, PNG, JPEG, TIFF = (Bed(suffix, Kind.CLEAN) for suffix in ("pdf", "png", "jpg", "tif"))
BEDS = (PDF, PNG, JPEG, TIFF, word_documents, workbooks)
PROGRAMS = {
    "Word": ("Microsoft® Word untuk Microsoft 365", "Sekretariat Daerah"),
    "LibreOffice": ("LibreOffice 7.6", ""),
    "cairo": ("cairo 1.16.0 (https://cairographics.org)", ""),
    "Acrobat": ("Acrobat Distiller 23.0 (Windows)", "DELL"),
    "Skia": ("Skia/PDF m120", ""),
    "scanner": ("KONICA MINOLTA bizhub C258", ""),
}
Finish = Callable[[pikepdf.Pdf], None]


def informed(program: str, title: str = "") -> Finish:
    """What a program writes about the file: itself, the date, a title."""
    producer, author = PROGRAMS[program]

    def finish(document: pikepdf.Pdf) -> None:
        document.docinfo["/Producer"] = producer
        document.docinfo["/Creator"] = producer
        document.docinfo["/CreationDate"] = "D:20240315093000+08'00'"
        document.docinfo["/ModDate"] = "D:20240315093000+08'00'"
        if author:
            document.docinfo["/Author"] = author
        if title:
            document.docinfo["/Title"] = title
        document.Root.Metadata = metadata(document, f"<dc:format>application/pdf</dc:format>{producer}")

    return finish


for _program in PROGRAMS:
    for _number in range(3):
        PDF.add(
            f"page by {_program} {_number}",
            lambda seed, who, p=_program: pdf(
                Sheet(page_lines(seed, redacted(who))), finish=informed(p, "Laporan kegiatan pelayanan")
            ),
        )

TYPST = """#set page(paper: "a4", header: [PEMERINTAH KOTA BANJARBARU], numbering: "1 / 1")
#set text(lang: "id", size: 11pt)
#set heading(numbering: "1.")
{outline}
= Pendahuluan
{one}
= Tabel kegiatan
#table(columns: 3, table.header([*No.*], [*Kegiatan*], [*Jumlah*]), [1], [Rapat], [4], [2], [Lemari], [12])
= Penutup
{two} Lihat #link("https://ppid.banjarbarukota.go.id")[laman PPID].
{more}
"""


def typeset(seed: Random, more: str = "", outline: str = "#outline()", **options: object) -> bytes:
    """A report as typst sets it: tagged, with an outline, links and fonts of its own."""
    one, two = " ".join(sentences(seed, 6)), " ".join(sentences(seed, 6))
    source = TYPST.format(one=one * 3, two=two, more=more, outline=outline)
    return typst.compile(source.encode(), **options)


MORE = {
    "plain": "",
    "white on a dark row": "#block(fill: navy, inset: 6pt)[#text(fill: white)[RINGKASAN]]",
    "pale watermark": "#place(center + horizon, rotate(30deg, text(60pt, fill: luma(225))[SALINAN]))",
    "rules and boxes": "#line(length: 9cm)\n#rect()[Cap]\n#box(width: 8pt, height: 9pt, stroke: 1pt)",
    "lists": "- kursi\n- meja\n+ pertama\n+ kedua\n",
    "columns": "#columns(2)[" + "Ruang arsip dibersihkan setiap pekan oleh petugas jaga. " * 12 + "]",
    "formula": "$ sum_(i=1)^n i = (n (n + 1)) / 2 $",
    "black label": "#box(fill: black, inset: 2pt)[#text(fill: white)[NAMA]] hadir memberi keterangan.",
    "black box": "#box(fill: black, width: 60pt, height: 11pt) hadir memberi keterangan.",
    "footnote": "Anggaran cukup#footnote[Menurut laporan triwulan.].",
    "landscape": "#page(flipped: true)[Lampiran: jadwal piket petugas jaga.]",
    "blanks to fill in": "Nama #box(width: 4cm, stroke: (bottom: 0.5pt)), umur #h(2cm), alamat "
    "#box(width: 51.7mm, stroke: (bottom: 0.5pt)).\n\nBanjarbaru,#h(23mm)Maret 2024",
    "justified": "#par(justify: true)["
    + "Ruang arsip di lantai dua, gedung utama, dibersihkan setiap pekan oleh petugas jaga. " * 9
    + "]",
    "bars of a chart": "#let bar(x) = box(fill: black, width: x, height: 8pt)\n#table(columns: (auto, 1fr), "
    "stroke: none, [Rapat], [#bar(51.37pt) 12], [Lemari], [#bar(73.91pt) 15], [Meja], [#bar(61.13pt) 13])",
    "columns without rules": "#table(columns: 4, stroke: none, align: right, [Rapat,], [1.204,50], [98], [7],"
    " [Lemari], [12,75], [1.022], [15], [Meja], [8,25], [3], [1.100])",
    "letters in colours": "#text(fill: blue)[Pengumuman] #text(fill: red)[penting]",
}
for _name, _more in MORE.items():
    for _number in range(2):
        PDF.add(f"typst {_name} {_number}", lambda seed, who, m=_more: typeset(seed, m))
PDF.add("typst for the archive", lambda seed, who: typeset(seed, pdf_standards=["a-2b"]))


def resaved(data: bytes, finish: Finish | None = None, **save: object) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as document:
        if finish:
            finish(document)
        buffer = io.BytesIO()
        document.save(buffer, **save)
        return buffer.getvalue()


PDF.add("linearised", lambda seed, who: resaved(typeset(seed), linearize=True))
PDF.add(
    "object streams",
    lambda seed, who: resaved(typeset(seed), object_stream_mode=pikepdf.ObjectStreamMode.generate),
)
PDF.add("saved by Word", lambda seed, who: resaved(typeset(seed), informed("Word", "Laporan Tahunan")))


@PDF.plant
def two_tables_as_of_word(seed: Random, who: Person) -> bytes:
    """Word ends its files twice: a second, empty table follows the first."""
    data = pdf(Sheet(page_lines(seed, redacted(who))), finish=informed("Word"))
    with pikepdf.open(io.BytesIO(data)) as document:
        size, root = int(document.trailer.Size), document.Root.objgen[0]
    first = int(data[data.rindex(b"startxref\n") + 10 :].split(b"\n")[0])
    table = b"xref\n0 0\ntrailer\n<</Size %d/Root %d 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    return data + table % (size, root, first, len(data))


@PDF.plant
def signed_afterwards(seed: Random, who: Person) -> bytes:
    """A seal of the state's certificate, appended."""
    data = pdf(Sheet(page_lines(seed, redacted(who))), finish=informed("Word"))
    with pikepdf.open(io.BytesIO(data)) as document:
        size, root = int(document.trailer.Size), document.Root.objgen[0]
        pages = document.Root.Pages.objgen[0]
    first = int(data[data.rindex(b"startxref\n") + 10 :].split(b"\n")[0])
    seal = b"%d 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/ByteRange[0 9 9 9]/Contents<00>>>\nendobj\n" % size
    field = b"%d 0 obj\n<</FT/Sig/T(Signature1)/V %d 0 R>>\nendobj\n" % (size + 1, size)
    new_root = (
        b"%d 0 obj\n<</Type/Catalog/Pages %d 0 R/AcroForm<</SigFlags 3/Fields[%d 0 R]>>>>\nendobj\n"
        % (
            root,
            pages,
            size + 1,
        )
    )
    offsets = [len(data), len(data) + len(seal), len(data) + len(seal) + len(field)]
    table = b"xref\n%d 1\n%010d 00000 n \n%d 2\n%010d 00000 n \n%010d 00000 n \n" % (
        root,
        offsets[2],
        size,
        offsets[0],
        offsets[1],
    )
    start = offsets[2] + len(new_root)
    end = b"trailer\n<</Size %d/Root %d 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        size + 2,
        root,
        first,
        start,
    )
    return data + seal + field + new_root + table + end


@PDF.plant
def empty_form(seed: Random, who: Person) -> bytes:
    """A request form to be filled in."""

    def finish(document: pikepdf.Pdf) -> None:
        fields = []
        for number, label in enumerate(("Nama", "Alamat", "Tujuan")):
            box = (200.0, 300.0 - 30 * number, 200.0, 18.0)
            fields.append(
                document.make_indirect(
                    Dictionary(
                        Type=Name.Annot,
                        Subtype=Name.Widget,
                        FT=Name.Tx,
                        T=String(label),
                        TU=String(f"Isi {label.lower()}"),
                        Rect=rect(box),
                        F=4,
                        AP=Dictionary(N=form(document, b"", box)),
                    )
                )
            )
        document.pages[0].obj.Annots = Array(fields)
        document.Root.AcroForm = Dictionary(Fields=Array(fields))

    labels = b"".join(
        text_at(label, LEFT, 303 - 30 * n) for n, label in enumerate(("Nama", "Alamat", "Tujuan"))
    )
    return pdf(Sheet(sentences(seed, 6), after=labels), finish=finish)


@PDF.plant
def contents_with_links(seed: Random, who: Person) -> bytes:
    """Links inside, named places and page labels, as LaTeX makes them."""

    def finish(document: pikepdf.Pdf) -> None:
        place = Array([document.pages[1].obj, Name.Fit])
        document.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String("section.1"), place])))
        link = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([72, 760, 300, 780]),
            A=Dictionary(S=Name.GoTo, D=String("section.1")),
        )
        document.pages[0].obj.Annots = Array([document.make_indirect(link)])
        document.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.r), 1, Dictionary(S=Name.D)]))
        with document.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Pendahuluan", 1))
        document.Root.OpenAction = Array([document.pages[0].obj, Name.Fit])
        document.docinfo["/PTEX.Fullbanner"] = "This is pdfTeX, Version 3.141592653-2.6-1.40.24"

    return pdf(Sheet(["Pendahuluan 1"]), Sheet(["Pendahuluan", *sentences(seed, 6)]), finish=finish)


def boxed_scan(seed: Random, who: Person, label: str = "", dpi: int = 150) -> tuple[Image.Image, list[str]]:
    """A scan painted black where it tells of the person, in boxes of one width; the words that are left."""
    lines = page_lines(seed, redacted(who))
    page = scan(lines, dpi=dpi)
    draw = ImageDraw.Draw(page)
    for part in ("[NAMA]", "[NIK]"):
        for left, top, right, bottom in pixels_of(lines, part, dpi, 3):
            draw.rectangle((left, top, right, bottom), fill=0)
            if label:
                draw.text((left + 6, top + 6), label, fill=255, font=typeface(round(dpi / 12)))
    return page, [line.replace("[NAMA]", "").replace("[NIK]", "") for line in lines]


def scan_pdf(page: Image.Image, layer: list[str], jpeg: bool = False) -> bytes:
    """A picture of a page with the words that were read in it, as scanners make it."""
    sheet = Sheet(pictures={"I": picture(page, jpeg=jpeg_of(page, 85) if jpeg else b"")})
    sheet.after = drawn("I", (0, 0, WIDTH, HEIGHT))
    for number, line in enumerate(layer):
        sheet.after += text_at(line, LEFT, y_of(number) + 2, SIZE * 0.9, "3 Tr")
    return pdf(sheet, finish=informed("scanner"))


for _number in range(4):
    PDF.add(f"painted scan {_number}", lambda seed, who: scan_pdf(boxed_scan(seed, who)[0], []))
    PDF.add(f"painted scan in JPEG {_number}", lambda seed, who: scan_pdf(boxed_scan(seed, who)[0], [], True))
    PDF.add(f"painted scan with its words {_number}", lambda seed, who: scan_pdf(*boxed_scan(seed, who)))
    PDF.add(
        f"fine scan with labels {_number}", lambda seed, who: scan_pdf(boxed_scan(seed, who, "", 200)[0], [])
    )
    PNG.add(f"painted page {_number}", lambda seed, who: png_of(boxed_scan(seed, who)[0]))
    JPEG.add(
        f"painted page {_number}", lambda seed, who: jpeg_of(boxed_scan(seed, who)[0], 88, dpi=(150, 150))
    )


@PDF.plant
def text_taken_out(seed: Random, who: Person) -> bytes:
    """The words are gone, the line closed up, and a box of a fixed width marks the place."""
    before, after = "Pelapor Sdri. ", " hadir memberi keterangan."
    x, y = LEFT + width_of(before), y_of(3)
    drawn_line = text_at(before, LEFT, y) + filled((x + 4, y - 3, 54, 14)) + text_at(after, x + 62, y)
    return pdf(Sheet(page_lines(seed, ""), after=drawn_line), finish=informed("Acrobat"))


@PDF.plant
def letterhead(seed: Random, who: Person) -> bytes:
    """A head with rules under it."""
    head = ["PEMERINTAH KOTA BANJARBARU", "DINAS PERPUSTAKAAN DAN ARSIP DAERAH", ""]
    rules = filled((LEFT, y_of(1) - 10, 450, 2)) + filled((LEFT, y_of(1) - 14, 450, 0.7))
    return pdf(Sheet([*head, *sentences(seed, 8)], after=rules), finish=informed("LibreOffice"))


def emblem(side: int) -> Image.Image:
    """A shield in gold and red."""
    made = Image.new("RGB", (side, side), "white")
    draw = ImageDraw.Draw(made)
    corners = [(0.1, 0.05), (0.9, 0.05), (0.9, 0.6), (0.5, 0.97), (0.1, 0.6)]
    draw.polygon([(side * x, side * y) for x, y in corners], fill=(190, 150, 30), outline="black", width=4)
    draw.ellipse((side * 0.3, side * 0.25, side * 0.7, side * 0.65), fill=(180, 20, 20), outline="black")
    return made


@PDF.plant
def letterhead_with_an_emblem(seed: Random, who: Person) -> bytes:
    lines = ["", "", "", "", "PEMERINTAH KOTA BANJARBARU", *sentences(seed, 8)]
    sheet = Sheet(lines, pictures={"I": picture(emblem(240))}, after=drawn("I", (260, 716, 62, 62)))
    return pdf(sheet, finish=informed("Word"))


@JPEG.plant
def scan_with_an_emblem(seed: Random, who: Person) -> bytes:
    page = scan(["", "", "", "", "PEMERINTAH KOTA BANJARBARU", *sentences(seed, 8)]).convert("RGB")
    page.paste(emblem(140), (560, 90))
    return jpeg_of(page, 88, dpi=(150, 150))


@JPEG.plant
def taken_by_a_scanner(seed: Random, who: Person) -> bytes:
    """What a scanner tells of itself."""
    exif = Image.Exif()
    for tag, value in {
        0x010F: "EPSON",
        0x0110: "L3110",
        0x0131: "Epson Scan 2",
        0x0132: "2024:03:15 09:30:00",
    }.items():
        exif[tag] = value
    return jpeg_of(scan(sentences(seed, 8)), 90, exif=exif, dpi=(150, 150))


@JPEG.plant
def taken_upright(seed: Random, who: Person) -> bytes:
    """A picture with a profile of its colours and the turn of the camera."""
    exif = Image.Exif()
    exif[0x0112] = 1
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return jpeg_of(scan(sentences(seed, 8)).convert("RGB"), 90, exif=exif, icc_profile=profile)


@PNG.plant
def picture_of_the_screen(seed: Random, who: Person) -> bytes:
    """A picture of the screen tells its program and its resolution."""
    return png_of(
        scan(sentences(seed, 8), dpi=144), dpi=(144, 144), pnginfo=info(Software="gnome-screenshot")
    )


@PNG.plant
def picture_of_few_colours(seed: Random, who: Person) -> bytes:
    return png_of(scan(sentences(seed, 8)).convert("P"))


@PNG.plant
def picture_on_nothing(seed: Random, who: Person) -> bytes:
    """Black letters, everything else transparent."""
    page = scan(sentences(seed, 8))
    ink = page.point([255 - level for level in range(256)])
    return png_of(Image.merge("LA", (Image.new("L", page.size, 0), ink)))


@TIFF.plant
def fax_of_two_pages(seed: Random, who: Person) -> bytes:
    pages = [scan(sentences(seed, 8), dpi=200).convert("1") for _ in range(2)]
    return saved(
        pages[0],
        "TIFF",
        save_all=True,
        append_images=pages[1:],
        compression="group4",
        dpi=(200, 200),
        tiffinfo={305: "ScanSoft", 271: "Canon"},
    )


@TIFF.plant
def grey_page(seed: Random, who: Person) -> bytes:
    return saved(scan(sentences(seed, 8)), "TIFF", compression="tiff_lzw", dpi=(150, 150))
