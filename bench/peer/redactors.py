"""The peers of ``bench/survivors.py``, each in its best recipe. Runs in ``.bench-venv``.

    python bench/peer/redactors.py pymupdf|pdf_oxide|raster [--ready]

Reads a job a line (``source``, ``copy``, ``secrets``) and answers each with a line (``error``, empty where
the copy is written). ``--ready`` only says whether the peer can work at all.
"""

import html
import importlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import TextIO

DPI = 200
NEEDS = {"pymupdf": "fitz", "pdf_oxide": "pdf_oxide", "raster": "pypdfium2"}
Redactor = Callable[[str, str, list[str]], None]


def by_pymupdf(source: str, copy: str, secrets: list[str]) -> None:
    """Boxes where the text is found, also by OCR of the page and turned; then everything that is offered
    against what is hidden: the pixels under the boxes blanked, the document scrubbed, garbage collected."""
    import fitz

    document = fitz.open(source)
    if not document.is_pdf:
        document = fitz.open("pdf", document.convert_to_pdf())
    for page in document:
        places = [place for secret in secrets for place in _by_search(page, secret)]
        for place in places:
            page.add_redact_annot(place, fill=(0, 0, 0))
        page.apply_redactions(
            images=fitz.PDF_REDACT_IMAGE_PIXELS, graphics=fitz.PDF_REDACT_LINE_ART_REMOVE_IF_TOUCHED
        )
    document.scrub()
    document.save(copy, garbage=4, deflate=True, clean=True)


def _by_search(page: object, secret: str) -> Iterator[object]:
    """Where PyMuPDF finds a text and its parts, in what the file says and in what OCR of the page reads."""
    parts = [secret, *(part for part in secret.split() if len(part) >= 4)]
    for part in parts:
        yield from page.search_for(part, quads=False)
    try:
        read = page.get_textpage_ocr(full=True, dpi=DPI, language="ind")
    except Exception:
        return
    for part in parts:
        yield from page.search_for(part, textpage=read)


def by_pdf_oxide(source: str, copy: str, secrets: list[str]) -> None:
    """Its destructive redaction with everything that it offers against what is hidden."""
    import pdf_oxide

    document = pdf_oxide.PdfDocument(source)
    for secret in secrets:
        for part in [secret, *(part for part in secret.split() if len(part) >= 4)]:
            for found in document.search(part, case_insensitive=True, literal=True):
                x, y, width, height = found["x"], found["y"], found["width"], found["height"]
                document.add_redaction(found["page"], (x, y, x + width, y + height), (0.0, 0.0, 0.0))
    document.apply_redactions_destructive()
    document.sanitize_document()
    document.save(copy)


def by_raster(source: str, copy: str, secrets: list[str]) -> None:
    """Every page drawn by PDFium, a black box over each word that poppler places, saved as pictures."""
    import pypdfium2
    from PIL import ImageDraw

    pages = []
    boxes = _word_boxes(source)
    for page, words in zip(pypdfium2.PdfDocument(source), boxes, strict=True):
        scale = DPI / 72
        picture = page.render(scale=scale).to_pil().convert("RGB")
        draw = ImageDraw.Draw(picture)
        for sides in _of_secrets(words, secrets):
            draw.rectangle([side * scale for side in sides], fill="black")
        pages.append(picture)
    pages[0].save(copy, "PDF", save_all=True, append_images=pages[1:], resolution=DPI, quality=75)


Word = tuple[str, tuple[float, float, float, float]]


def _word_boxes(source: str) -> list[list[Word]]:
    """The words of each page with their boxes, as ``pdftotext -bbox`` prints them."""
    printed = subprocess.run(
        ["pdftotext", "-bbox", source, "-"], capture_output=True, check=True, text=True
    ).stdout
    word = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')
    return [
        [(html.unescape(found[4]), tuple(map(float, found[:4]))) for found in word.findall(page)]
        for page in printed.split("<page ")[1:]
    ]


def _of_secrets(words: list[Word], secrets: list[str]) -> Iterator[tuple[float, float, float, float]]:
    parts = {_bare(part) for secret in secrets for part in secret.split() if len(part) >= 4}
    for text, sides in words:
        if any(part in _bare(text) for part in parts):
            yield sides


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


REDACTORS: dict[str, Redactor] = {"pymupdf": by_pymupdf, "pdf_oxide": by_pdf_oxide, "raster": by_raster}


def main() -> None:
    name = sys.argv[1]
    importlib.import_module(NEEDS[name])
    if "--ready" in sys.argv:
        return
    answers = _own_stdout()
    for line in sys.stdin:
        job = json.loads(line)
        try:
            REDACTORS[name](job["source"], job["copy"], job["secrets"])
            error = ""
        except Exception as raised:
            error = f"{type(raised).__name__}: {str(raised)[:80]}"
        print(json.dumps({"error": error}), file=answers, flush=True)


def _own_stdout() -> TextIO:
    """Where the answers go. What a library prints, such as MuPDF on a damaged profile, goes nowhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return answers


if __name__ == "__main__":
    main()
