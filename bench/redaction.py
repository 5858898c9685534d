"""Time of a public copy, against the bare raster route: PDFium draws each page, Pillow writes the PDF.

Both run here and now on the same typeset document; what counts is the ratio. The bare route hides
nothing, reads nothing and proves nothing. Reading the pixels of the copy is the largest part of ours.

    python bench/redaction.py [PAGES]
"""

import sys
import tempfile
import time
from pathlib import Path

import pypdfium2
import typst

from terbuka.documents.reader import open_document
from terbuka.redaction.plan import make_plan
from terbuka.redaction.redact import write_copy
from terbuka.redaction.verify import verify_plan
from terbuka.screening.screen import screen

PARAGRAPH = (
    "Pada hari ini pelapor Sdri. Siti Rahmah, NIK 6371034704880003, menerangkan kepada AIPTU Fahrul Rozi "
    "bahwa sepeda motor miliknya hilang di depan toko. Saksi Wayan melihat seorang laki-laki. "
)


def main() -> None:
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    with tempfile.TemporaryDirectory() as folder:
        source, copy, bare = (Path(folder) / name for name in ("source.pdf", "copy.pdf", "bare.pdf"))
        (Path(folder) / "source.typ").write_text(
            '#set page(paper: "a4")\n' + "#pagebreak()\n".join([(PARAGRAPH * 9 + "\n\n") * 2] * pages)
        )
        typst.compile(Path(folder) / "source.typ", output=source)
        times = {}

        started = time.perf_counter()
        drawn = [page.render(scale=200 / 72).to_pil() for page in pypdfium2.PdfDocument(source)]
        drawn[0].save(bare, save_all=True, append_images=drawn[1:], resolution=200, quality=70)
        times["bare raster"] = time.perf_counter() - started

        started = time.perf_counter()
        document = open_document(source)
        times["read"] = time.perf_counter() - started
        started = time.perf_counter()
        plan = make_plan(document, screen(document).findings)
        times["screen"] = time.perf_counter() - started
        started = time.perf_counter()
        placed = write_copy(source, copy, plan, lambda done, total: None)
        times["write"] = time.perf_counter() - started
        started = time.perf_counter()
        verification = verify_plan(copy, plan, placed)
        times["verify"] = time.perf_counter() - started

        print(f"{pages} pages, {len(plan.redactions)} redactions, passed: {verification.passed}")
        for name, seconds in times.items():
            ratio = seconds / times["bare raster"]
            print(f"{name:12} {pages / seconds:8.1f} pages/s   {ratio:6.2f} x bare raster")
        size = copy.stat().st_size / pages / 1000
        ratio = copy.stat().st_size / bare.stat().st_size
        print(f"{'size':12} {size:8.1f} KB/page   {ratio:6.2f} x bare raster")


if __name__ == "__main__":
    main()
