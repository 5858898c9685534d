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
