"""Sample texts become files that the engine reads like papers of an office."""

from pathlib import Path

import pytest

from terbuka.demo import typeset
from terbuka.documents.reader import open_document

TEXT = """                    POLDA CONTOH
                    SURAT KETERANGAN

Nama        : SITI RAHMAH
Alamat      : Jl. Teluk Tiram Darat No. 27
  a. Pekerjaan : penjahit

Yang bersangkutan datang
pada hari Selasa.
------------------------------
NO | NAMA | KETERANGAN
1 | Rusdi | warga
2 | Jumiati |

Mengetahui      Banjarmasin, 4 Mei 2022
                                                  Kepala
                                                  AIPTU FAHRUL ROZI
"""


@pytest.mark.parametrize(
    ("made", "suffix", "kind"),
    [(typeset.as_pdf, "pdf", "pdf"), (typeset.as_scan, "pdf", "pdf"), (typeset.as_docx, "docx", "docx")],
)
def test_typeset_file_is_read_with_all_its_words(made, suffix, kind, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / f"paper.{suffix}"
    path.write_bytes(made(TEXT))
    document = open_document(path)
    assert document.format == kind
    text = document.text
    for word in ("RAHMAH", "Tiram", "penjahit", "Jumiati", "Mengetahui", "FAHRUL"):
        assert word in text


def test_narrow_column_does_not_run_into_the_next(tmp_path: Path) -> None:
    path = tmp_path / "daftar.pdf"
    wide = "Bulan Sari Dewi binti Abdurrahman"
    path.write_bytes(typeset.as_pdf(f"NO | NAMA | ALAMAT | NO. HP\n10 | {wide} | {wide} | 0812 5104 3378\n"))
    assert open_document(path).text.split()[:4] == ["NO", "NAMA", "ALAMAT", "NO."]


def test_blocks_tell_headings_fields_tables_and_broken_lines() -> None:
    kinds = [block["kind"] for block in typeset.blocks(TEXT)]
    assert kinds == [
        *("centre", "centre", "space", "field", "field", "field", "space", "text", "rule", "table"),
        *("space", "columns", "right", "right", "space"),
    ]


def test_blocks_of_a_wide_table_are_set_across_the_page() -> None:
    wide = "\n".join(" | ".join(["kolom yang panjang sekali isinya"] * 6) for _ in range(2))
    (table, *_) = typeset.blocks(wide)
    assert sum(table["columns"]) > typeset.WIDE
    assert typeset.as_pdf(wide).startswith(b"%PDF")
