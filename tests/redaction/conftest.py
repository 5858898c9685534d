"""Documents typeset for the tests of this room. All persons and numbers are invented."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import typst

from terbuka.documents import Box, Document
from terbuka.documents.reader import open_document
from terbuka.redaction.model import Plan, Redaction

REPORT = """
#set page(width: 595pt, height: 842pt, margin: 56pt)
#set text(font: "Libertinus Serif", size: 11pt)
#align(center)[*LAPORAN POLISI* \\ Nomor: LP/B/118/III/2022/SPKT]

#table(columns: (30pt, 150pt, 150pt, 1fr), [No],[Nama],[NIK],[Alamat],
[1],[SITI RAHMAH],[6371034704880003],[Jl. Teluk Tiram],
[2],[Budi],[6371034704880004],[Jl. Kuripan])

#par(justify: true)[Pada waktu tersebut di atas pelapor Siti Rahmah memarkir satu unit sepeda motor
warna merah hitam atas nama Muhammad Yasin dalam keadaan terkunci. Sekira dua puluh menit kemudian Sdri.
(Rahmah) keluar dari toko dan mendapati sepeda motor tersebut sudah tidak ada. Saksi Wayan melihat
seorang laki-laki.]

#grid(columns: (1fr, 1fr), align: center, [Pelapor, \\ \\ *SITI RAHMAH*], [KANIT II \\ \\ FAHRUL ROZI])
#align(right)[Banjarmasin, Siti Rahmah]
#rotate(90deg, reflow: true)[catatan Siti Rahmah saksi]
"""
NAMES = r"(?i)SITI\s+RAHMAH|\bRahmah\b|\bBudi\b|\b\d{16}\b|Muhammad\s+Yasin|\bWayan\b"


@pytest.fixture
def typeset(tmp_path: Path) -> Callable[..., Path]:
    """Sets typst source as a PDF file."""

    def make(source: str = REPORT, name: str = "report.pdf") -> Path:
        (tmp_path / "source.typ").write_text(source, encoding="utf-8")
        typst.compile(tmp_path / "source.typ", output=tmp_path / name)
        return tmp_path / name

    return make


def plan_hiding(document: Document, pattern: str = NAMES, *regions: tuple[int, Box]) -> Plan:
    """A plan that hides every match of ``pattern`` and the given regions."""
    redactions = [
        Redaction(n, "REGION", 0, 0, page, "[DITUTUP]", (box,)) for n, (page, box) in enumerate(regions, 1)
    ]
    for match in re.finditer(pattern, document.text):
        digits = match.group().isdigit()
        redactions.append(
            Redaction(
                number=len(redactions) + 1,
                type="NIK" if digits else "PERSON",
                start=match.start(),
                end=match.end(),
                page=document.page_at(match.start()).number,
                label="[NIK · 17.h]" if digits else "[NAMA · 17.h]",
                ground="17.h",
            )
        )
    return Plan(document, tuple(redactions))


@pytest.fixture
def report(typeset) -> tuple[Path, Plan]:
    """A one-page police report and a plan that hides its private persons."""
    path = typeset()
    return path, plan_hiding(open_document(path))
