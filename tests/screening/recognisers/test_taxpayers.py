import pytest

from tests.screening.screened import Screened

NUMBER = "02.119.004.1-603.000"


@pytest.mark.parametrize(
    "text",
    [
        f"Pemohon Hartono, NPWP {NUMBER}.",
        f"Nama : Hartono\nNIK : 3319010202700001\nNPWP : {NUMBER}\n",
        f"No | Nama | NPWP | Alamat\n1 | Hartono | {NUMBER} | Kudus\n",
    ],
)
def test_the_tax_number_of_a_person_is_the_persons_whatever_its_kind(text: str) -> None:
    assert Screened(text).hides(NUMBER)


@pytest.mark.parametrize(
    "text",
    [
        f"NPWP : {NUMBER}",
        f"Pelapor Hartono mewakili PT Maju Jaya, NPWP {NUMBER}.",
        f"Penyedia : CV Karya Abadi\nDirektur : Bpk Hartono\nNPWP : {NUMBER}\n",
        f"Pelapor : Hartono\n\nRekanan pengadaan\nNPWP : {NUMBER}\n",
        f"NPWP perusahaan : {NUMBER}, pengurus Bpk Hartono",
        f"No | Nama | NPWP | Alamat\n1 | PT Maju Jaya | {NUMBER} | Kudus\n",
    ],
)
def test_the_tax_number_of_a_body_stays_also_beside_a_person(text: str) -> None:
    assert Screened(text).shows(NUMBER)
