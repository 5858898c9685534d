import pytest

from terbuka.screening.fields import find_fields, find_headings
from terbuka.screening.reading import read_text
from terbuka.screening.roles import Role
from tests.screening.growth import grows_evenly
from tests.screening.screened import layout_of


def fields_of(text: str) -> list[tuple[tuple[str, ...], str]]:
    return [(f.kinds, text[f.start : f.end]) for f in find_fields(read_text(text))]


@pytest.mark.parametrize(
    ("line", "kind", "value"),
    [
        ("   2.  NIK                  : 6371034704880003", "nik", "6371034704880003"),
        ("N a m a        : SUWARTINAH", "name", "SUWARTINAH"),
        ("3. NIK (fotokopi terlampir) : 7371091902910006", "nik", "7371091902910006"),
        ("Alamat  =  Jl. Kuripan No. 2", "address", "Jl. Kuripan No. 2"),
        ("- HP / WA : 0823-4701-5588", "phone", "0823-4701-5588"),
        ("Nomor HP pemohon : 0821 6077 1954", "phone", "0821 6077 1954"),
    ],
)
def test_a_label_is_found_in_every_layout(line: str, kind: str, value: str) -> None:
    found = [(kinds, text) for kinds, text in fields_of(line) if kind in kinds]
    assert found and found[0][1] == value


def test_a_label_of_two_things_keeps_their_order() -> None:
    assert fields_of("Agama / suku : Islam / Banjar") == [(("religion", "ethnic"), "Islam / Banjar")]


def test_two_labels_on_one_line_end_each_other() -> None:
    assert fields_of("Suku : Tionghoa        Agama : Buddha") == [
        (("ethnic",), "Tionghoa"),
        (("religion",), "Buddha"),
    ]
    assert fields_of("NIK : 123, HP : 0812") == [(("nik",), "123,"), (("phone",), "0812")]


def test_a_name_may_stand_on_the_line_below() -> None:
    text = "mengaku bernama : -------\n\n------- HENDRA PANJAITAN -------\n"
    assert fields_of(text)[0][1] == "HENDRA PANJAITAN"


def test_an_empty_form_has_no_values() -> None:
    text = "Nama :\nAlamat :\n  1. Pekerjaan\n"
    assert [value for _, value in fields_of(text) if value] == []


def test_an_address_goes_on_in_an_indented_line() -> None:
    text = (
        "Alamat          : Komp. Bumi Indah Blok C 12\n"
        "                  RT 03 RW 04 Kel. Sungai Besar\nPekerjaan : guru"
    )
    assert "RT 03 RW 04 Kel. Sungai Besar" in fields_of(text)[0][1]


def test_kin_of_somebody_is_a_label() -> None:
    assert fields_of("- Ayah Dinda : Sukarno, guru") == [(("relative",), "Sukarno, guru")]


@pytest.mark.parametrize(
    "line", ["pukul 10:22 WITA", "https://contoh.id/x", "Perhatian: jangan parkir", "a\n: b"]
)
def test_other_colons_make_no_field(line: str) -> None:
    assert fields_of(line) == []


def test_headings_give_roles_to_what_stands_below() -> None:
    text = "A. YANG MELAPORKAN (KORBAN)\nNama : X\nC. SAKSI-SAKSI\nNama : Y\nE. URAIAN KEJADIAN\nNama : Z\n"
    assert [layout_of(text).section(line) for line in (1, 3, 5)] == [Role.VICTIM, Role.WITNESS, None]


def test_the_title_of_a_document_gives_no_role() -> None:
    assert [h.role for h in find_headings(read_text("SURAT KETERANGAN AHLI WARIS\n"))] == [None]


@pytest.mark.parametrize("line", ["SITI RAHMAH", "NAMA | UMUR", "NOMOR : 12", "Para saksi hadir"])
def test_names_tables_and_prose_are_no_headings(line: str) -> None:
    assert find_headings(read_text(line)) == []


@pytest.mark.parametrize("unit", ["NIK=", "NIK = 1 ", "nama = budi ", "=", "a) : ", "NIK (a) : "])
def test_one_long_line_of_labels_takes_no_time_for_its_square(unit: str) -> None:
    assert grows_evenly(lambda line: find_fields(read_text(line)), unit)


def test_a_row_of_signs_behind_a_label_is_one_field() -> None:
    assert fields_of("NIK ===== 6371034704880003") == [(("nik",), "6371034704880003")]
