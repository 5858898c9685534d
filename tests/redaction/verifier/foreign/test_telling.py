"""Words that no page shows: those that every file has, and those that name somebody."""

import pytest

from terbuka.documents.text import document_of
from terbuka.redaction.verifier.foreign.telling import Telling

PAGE = "Laporan kegiatan pelayanan disusun oleh Rahmat Hidayat."


@pytest.fixture(scope="module")
def telling() -> Telling:
    return Telling(document_of(PAGE))


@pytest.mark.parametrize(
    "text",
    [
        "Microsoft® Word untuk Microsoft 365",
        "D:20240315093000+08'00'",
        "W5M0MpCehiHzreSzNTczkc9d adobe:ns:meta/ KONICA MINOLTA bizhub C258",
        "https://ppid.banjarbarukota.go.id/",
        "xmp-writer 3aZkyMj0i0nI/GOyNynAqw== 816p9Tdtx0XhUz/Eng+jhw==",
        "Microsoft Excel Compatible / Openpyxl 3.1.5",
        "Laporan kegiatan",
        "Rahmat Hidayat",
        "Oleh Rahmat",
        "",
    ],
)
def test_what_every_file_says_tells_nothing(telling: Telling, text: str) -> None:
    assert telling.type_of(text) is None


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("BAP Xantira Qwelmono", "PERSON"),
        ("Keterangan Bambang", "PERSON"),
        ("bap/Xantira_Qwelmono.docx", "PERSON"),
        ("https://contoh.id/bap/xantira-qwelmono", "PERSON"),
        ("laporan, 6371034704880003", "NIK"),
        ("hubungi 0812-5550-0199", "PHONE"),
    ],
)
def test_name_or_number_that_no_page_says_is_told(telling: Telling, text: str, type_: str) -> None:
    assert telling.type_of(text) == type_


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("Xantira Qwelmono", None),
        ("PANTONE Reflex Blue C", None),
        ("Bambang Qwelmono", "PERSON"),
        ("BambangQwelmono", "PERSON"),
        ("bambang@contoh.id", "EMAIL"),
        ("6371034704880003", "NIK"),
        ("121212", None),
    ],
)
def test_what_a_program_calls_something_tells_by_parts_of_names_alone(
    telling: Telling, name: str, type_: str | None
) -> None:
    assert telling.type_of(name, named=True) == type_


@pytest.mark.parametrize(
    ("author", "person"),
    [
        ("Xantira", True),
        ("xantira.q", True),
        ("Sekretariat Daerah", False),
        ("Dinas Xantira", False),
        ("Microsoft Office User", False),
        ("DELL", False),
        ("openpyxl", False),
        ("python-docx", False),
        ("Rahmat", False),
        ("", False),
    ],
)
def test_author_is_a_person_unless_an_office_or_a_machine(
    telling: Telling, author: str, person: bool
) -> None:
    assert telling.is_author(author) is person
