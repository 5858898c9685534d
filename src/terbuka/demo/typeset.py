"""Sample texts → PDF, scan or DOCX files that look like papers of an office."""

import io
import json
import re
import tempfile
import zipfile
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

Block = dict[str, Any]

WIDE = 112
"""Characters; a text with longer table rows is set across the page."""
CENTRE = 18
"""Leading spaces from which a short line is a heading."""
FIELD = re.compile(r"^(\s*(?:\d+\.|[a-z]\.|[IVX]+\.)?\s*)([^:|]{2,34}?)\s*:\s+(\S.*)$")
ITEM = re.compile(r"^\s*(?:\d+\.|[a-z][.)]|[IVXA-Z]+\.|-)\s")
COLUMNS = re.compile(r"\s{4,}")


def blocks(text: str) -> list[Block]:
    """The text as headings, fields, tables, items and paragraphs."""
    found: list[Block] = []
    table: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.count("|") >= 2:
            table.append(line)
            continue
        if table:
            found.append(_table(table))
            table = []
        _add(found, line)
    return found


def _add(found: list[Block], line: str) -> None:
    bare = line.strip()
    indent = len(line) - len(line.lstrip())
    field = FIELD.match(line)
    if not bare:
        found.append({"kind": "space"})
    elif set(bare) <= set("-=_ "):
        found.append({"kind": "rule"})
    elif field and not COLUMNS.search(field[3]):
        found.append(
            {
                "kind": "field",
                "indent": len(field[1]) - len(field[1].lstrip()),
                "label": 26,
                "name": f"{field[1].strip()} {field[2]}".strip(),
                "value": field[3],
            }
        )
    elif indent < CENTRE and COLUMNS.search(bare):
        found.append({"kind": "columns", "parts": COLUMNS.split(bare)})
    elif indent >= 40:
        found.append({"kind": "right", "indent": indent, "text": bare})
    elif indent >= CENTRE or (bare.isupper() and all(block["kind"] == "centre" for block in found)):
        found.append({"kind": "centre", "strong": bare.isupper(), "text": bare})
    elif found and found[-1]["kind"] == "text" and not ITEM.match(line) and not bare.isupper():
        found[-1]["text"] += " " + bare  # a line that was broken by hand
    else:
        found.append({"kind": "text", "indent": indent, "text": bare})


def _table(lines: list[str]) -> Block:
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    width = max(len(row) for row in rows)
    rows = [row + [""] * (width - len(row)) for row in rows]
    columns = [max(3, min(34, max(len(row[index]) for row in rows))) for index in range(width)]
    return {"kind": "table", "columns": columns, "cells": [cell for row in rows for cell in row]}


def as_pdf(text: str) -> bytes:
    """The text as a born-digital PDF."""
    import typst

    made = blocks(text)
    wide = any(block["kind"] == "table" and sum(block["columns"]) > WIDE for block in made)
    with tempfile.TemporaryDirectory(prefix="terbuka-") as folder:
        place = Path(folder)
        data = {"items": made, "landscape": wide, "size": 10 if wide else 11}
        (place / "blocks.json").write_text(json.dumps(data), encoding="utf-8")
        template = files("terbuka.demo").joinpath("document.typ").read_text(encoding="utf-8")
        (place / "document.typ").write_text(template, encoding="utf-8")
        return typst.compile(place / "document.typ", ignore_system_fonts=True)


def as_scan(text: str) -> bytes:
    """The text as a PDF of scanned pages: a little askew, grey, with the dust of the glass."""
    import pypdfium2
    from PIL import Image

    pages = []
    for page in pypdfium2.PdfDocument(as_pdf(text)):
        paper = page.render(scale=150 / 72).to_pil().convert("L")
        paper = paper.rotate(0.35, fillcolor=255, resample=Image.Resampling.BICUBIC)
        pages.append(Image.blend(paper, Image.effect_noise(paper.size, 22), 0.08))
    made = io.BytesIO()
    pages[0].save(made, "PDF", resolution=150, save_all=True, append_images=pages[1:], quality=70)
    return made.getvalue()


def as_docx(text: str) -> bytes:
    """The text as a DOCX with headings, tabs and tables."""
    body = "".join(_docx_block(block) for block in _without_double_spaces(blocks(text)))
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package_file:
        for name, content in parts.items():
            package_file.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{content}')
    return made.getvalue()


def _without_double_spaces(made: list[Block]) -> list[Block]:
    kept = [b for a, b in pairwise([{"kind": "space"}, *made]) if (a["kind"], b["kind"]) != ("space",) * 2]
    return kept


def _docx_block(block: Block) -> str:
    match block["kind"]:
        case "table":
            return _docx_table(block)
        case "field":
            tab = '<w:tabs><w:tab w:val="left" w:pos="3400"/></w:tabs>'
            return _docx_paragraph(f"{block['name']}\t: {block['value']}", tab)
        case "columns":
            return _docx_paragraph("\t".join(block["parts"]))
        case "centre":
            return _docx_paragraph(block["text"], '<w:jc w:val="center"/>', bold=block["strong"])
        case "right":
            return _docx_paragraph(block["text"], '<w:ind w:left="5200"/>')
        case "text":
            return _docx_paragraph(block["text"], f'<w:ind w:left="{min(block["indent"], 8) * 90}"/>')
        case _:
            return _docx_paragraph("")


def _docx_paragraph(text: str, look: str = "", *, bold: bool = False) -> str:
    parts = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("\t"))
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:p><w:pPr>{look}</w:pPr><w:r>{weight}{parts}</w:r></w:p>"


def _docx_table(block: Block) -> str:
    width = len(block["columns"])
    rows = [block["cells"][at : at + width] for at in range(0, len(block["cells"]), width)]
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    cells = "".join(
        "<w:tr>" + "".join(f"<w:tc>{_docx_paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr>{cells}</w:tbl>"
