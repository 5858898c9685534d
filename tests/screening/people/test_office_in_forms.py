"""Who has an office in the form that names him."""

import pytest

from tests.screening.screened import Screened

SIGNS = "Yang {} di bawah ini:\nNama : {}\n{}\nmenerangkan bahwa:\nNama : Maryati\n\n{}\n\n\n{}\n"


@pytest.mark.parametrize(
    "office",
    [
        "Jabatan : Kepala Desa Talang Balai",
        "Jabatan : Lurah Talang Balai",
        "Jabatan : Camat Tanjung Raja",
        "Jabatan : Wali Nagari Batu Taba",
        "NIP : 19700101 199003 1 001\nPangkat : Penata",
    ],
)
@pytest.mark.parametrize("name", ["Zulkarnain", "ZULKARNAIN"])
@pytest.mark.parametrize("signs", ["bertanda tangan", "bertandatangan"])
def test_who_signs_in_office_stays_and_whom_the_letter_is_about_is_hidden(
    office: str, name: str, signs: str
) -> None:
    screened = Screened(SIGNS.format(signs, name, office, "Hormat kami,", name))
    assert screened.shows(name)
    assert screened.hides("Maryati")


@pytest.mark.parametrize("field", ["Alamat : Jl. Melati 3", "Pekerjaan : petani"])
def test_who_signs_a_statement_without_an_office_is_hidden(field: str) -> None:
    text = f"Yang bertanda tangan di bawah ini:\nNama : Zulkarnain\n{field}\nmenyatakan tidak mampu."
    assert Screened(text).hides("Zulkarnain")


@pytest.mark.parametrize("name", ["SUTRISNO", "Sutrisno"])
def test_an_office_in_a_form_is_held_however_the_name_is_written(name: str) -> None:
    assert Screened(f"Nama : {name}\nJabatan : Kepala Desa").shows(name)


def test_a_victim_with_an_office_in_the_form_is_hidden() -> None:
    assert Screened("KORBAN\nNama : Sutrisno\nJabatan : Kepala Desa").hides("Sutrisno")


AGENCIES = ["Bappeda Kota Bone", "Inspektorat", "Disdik Kab. Bone", "Dinas Sosial", "Polres Bone"]


@pytest.mark.parametrize("agency", AGENCIES)
@pytest.mark.parametrize("heading", ["Instansi", "Asal Instansi", "OPD"])
def test_who_is_listed_with_the_agency_that_a_column_asks_for_stays(agency: str, heading: str) -> None:
    table = f"| No | Nama | {heading} |\n| 1 | Syamsu Alam | {agency} |\n| 2 | Nurcaya | {agency} |\n"
    assert Screened(table).shows("Syamsu Alam")


@pytest.mark.parametrize(
    "table",
    [
        "| Nama | Instansi |\n| Syamsu Alam | warga |\n",
        "KORBAN\n| Nama | Instansi |\n| Syamsu Alam | Dinas Sosial |\n",
    ],
)
def test_who_is_listed_without_an_agency_of_his_own_is_hidden(table: str) -> None:
    assert Screened(table).hides("Syamsu Alam")


@pytest.mark.parametrize("post", ["Bidan desa", "Perawat desa", "Kader posyandu desa"])
def test_behind_such_a_post_stands_its_holder_and_no_village(post: str) -> None:
    text = f"{post} Desi Ratnasari: ada 3 balita. Bu Desi menjawab bahwa sudah diukur."
    screened = Screened(text)
    assert screened.shows("Desi")
    assert screened.of("Desi Ratnasari").type == "PERSON"


def test_the_village_of_an_office_is_no_person() -> None:
    assert Screened("Anggota Polsek Desa Sukamaju hadir.").types() == []


@pytest.mark.parametrize(
    "told",
    [
        "Staf kelurahan bernama Putu Eka tidak melayani saya.",
        "Saya ke kelurahan, stafnya bernama Putu Eka membentak saya",
        "Petugas kecamatan bernama Putu Eka menolak berkas saya.",
    ],
)
def test_staff_complained_of_in_office_stay(told: str) -> None:
    assert Screened(told).shows("Putu Eka")


def test_staff_of_no_office_are_hidden() -> None:
    assert Screened("Tetangga bernama Putu Eka membentak saya").hides("Putu Eka")
