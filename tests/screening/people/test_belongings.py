"""What would tell who a child is can be opened by the superior alone, whatever its type."""

import pytest

from terbuka.screening import Mode
from tests.screening.screened import Screened

FORM = """BERITA ACARA DIVERSI
UNIT PERLINDUNGAN PEREMPUAN DAN ANAK

Nama anak         : MUHAMMAD ALDI
Tempat/tgl lahir  : Kandangan, 9 Agustus 2008
Umur              : 15 tahun
NIK               : 6306020908080002
Agama             : Islam
Alamat            : Desa Gambah Dalam RT 04 RW 02
No. HP            : 0858-4822-0096
Rekening          : BRI 4567-01-023456-53-9
Kendaraan         : DA 4217 XQ
SIM C             : 1234-0808-000123
IMEI              : 356938035643809

Saksi Dedy Koswara, HP 0812-5104-3378, melihat kejadian itu.
Anak didiagnosis ADHD sejak usia tujuh tahun.
"""


def mode_of(screened: Screened, part: str) -> Mode:
    start = screened.text.index(part)
    (finding,) = [f for f in screened.findings if f.start <= start < f.end]
    return finding.mode


@pytest.mark.parametrize(
    "part",
    [
        *("MUHAMMAD ALDI", "Kandangan, 9", "15 tahun", "6306020908080002", "Islam", "Gambah", "0858-4822"),
        *("ADHD", "4567-01-023456-53-9", "DA 4217 XQ", "1234-0808-000123", "356938035643809"),
    ],
)
def test_identity_of_a_child_is_blocked_hard(part: str) -> None:
    assert mode_of(Screened(FORM), part) is Mode.BLOCK


@pytest.mark.parametrize("part", ["Dedy Koswara", "0812-5104-3378"])
def test_witness_beside_a_child_is_not_blocked(part: str) -> None:
    assert mode_of(Screened(FORM), part) is Mode.MASK


ADULT = """LAPORAN POLISI

Nama             : SITI RAHMAH
Umur             : 33 tahun
NIK              : 6371034704880003
Ia bekerja sebagai penjahit sejak usia 15 tahun.
"""


def test_form_of_an_adult_is_not_blocked() -> None:
    adult = Screened(ADULT)
    assert mode_of(adult, "6371034704880003") is Mode.MASK
    assert mode_of(adult, "SITI RAHMAH") is Mode.MASK


def test_birth_of_the_only_child_on_a_line_of_its_own_is_the_childs() -> None:
    text = (
        "LAPORAN POLISI\n\nAnak korban Putri Lestari (9) menangis di sekolah.\n\n"
        + "Petugas menutup gerbang sekolah lalu mencatat keterangan. " * 12
        + "\n\nTgl Lahir : 12 Mei 2014\n"
    )
    assert mode_of(Screened(text), "12 Mei 2014") is Mode.BLOCK
