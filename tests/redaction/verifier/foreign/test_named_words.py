"""Titles, subjects and names of files that name somebody, and those that do not."""

import pytest

from terbuka.documents.text import document_of
from terbuka.redaction.verifier.foreign.named_words import without_feasts, without_places
from terbuka.redaction.verifier.foreign.telling import Telling
from tests.redaction.verifier.foreign.ordinary_titles import ORDINARY
from tests.redaction.verifier.foreign.titles_with_names import NAMED

CALLED_AS_A_PERSON = ["Sekar Arum Catering"]
"""Titles taken for names."""
OVERLOOKED = [
    "Foto Melati",
    "RAHMADANIAH",
    "Utuh Ancau",
    "Laporan Masdalipah",
    "SURAT KUASA YOSEP LEREBULAN",
    "Surat Tanah Datuk Maringgau",
    "Surat Bunga Citra",
    "Surat Pelangi Kasih",
    "Tukimin",
    "Bukti Transfer Ruslan",
    "Permohonan Indah Permata Sari",
    "SURAT KETERANGAN NURHASNA",
    "bap_saksi_hendro.pdf",
]
"""Names of words of the language alone, and single ones that no list knows."""


@pytest.fixture(scope="module")
def telling() -> Telling:
    """Beside a page that says none of it."""
    return Telling(document_of("Halaman ini kosong."))


def test_ordinary_titles_name_nobody(telling: Telling) -> None:
    alarms = [title for title in ORDINARY if telling.type_of(title)]
    assert alarms == CALLED_AS_A_PERSON and len(alarms) <= 0.01 * len(ORDINARY)


def test_titles_with_names_are_told_without_a_word_that_announces_them(telling: Telling) -> None:
    overlooked = [title for title in NAMED if telling.type_of(title) != "PERSON"]
    assert overlooked == OVERLOOKED and len(overlooked) <= 0.08 * len(NAMED)


@pytest.mark.parametrize("title", ["Surat Melati Kusumawardhani", "Permohonan Permatasari"])
def test_name_that_the_page_says_tells_nothing(title: str) -> None:
    telling = Telling(document_of("Melati Kusumawardhani dan Permatasari hadir."))
    assert telling.type_of(title) is None


def test_strange_part_tells_beside_a_given_name_that_the_page_says() -> None:
    assert Telling(document_of("Ruang Melati")).type_of("Surat Melati Kusumawardhani") == "PERSON"


@pytest.mark.parametrize("name", ["Melati Kusumawardhani", "Permatasari", "xantira_qwelmono"])
def test_what_a_program_calls_something_tells_by_no_strange_word(telling: Telling, name: str) -> None:
    assert telling.type_of(name, named=True) is None


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("Jalan Ahmad Yani Km 34", " kantor "),
        ("Rute RSUD Moch Ansari Saleh, Polsek Liang Anggang", "Rute  kantor , Polsek  kantor "),
        ("Desa Awang Bangkal", " kantor "),
        ("Kelurahan Siti Rahmah", "Kelurahan Siti Rahmah"),
        ("RT 05 Xantira", "RT 05 Xantira"),
        ("Toko Siti Rahmah", "Toko Siti Rahmah"),
        ("Surat Melati", "Surat Melati"),
        ("", ""),
    ],
)
def test_places_called_after_people_are_left_out(title: str, left: str) -> None:
    assert without_places(title) == left


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("Libur Idul Fitri 1446", "Libur   1446"),
        ("Surat Fitri", "Surat Fitri"),
        ("Pasar Ramadhan", " "),
        ("Surat Ramadhan", "Surat Ramadhan"),
    ],
)
def test_feasts_called_as_people_are_left_out(title: str, left: str) -> None:
    assert without_feasts(title) == left
