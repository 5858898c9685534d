import pytest

from terbuka.screening.names.places import find_places
from terbuka.screening.reading import read_text


def places_in(text: str) -> list[tuple[str, str]]:
    reading = read_text(text)
    return [(p.kind, text[reading.starts[p.first] : reading.ends[p.last - 1]]) for p in find_places(reading)]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("di Jl. Brigjend. H. Hasan Basry Rantau", "street", "Jl. Brigjend. H. Hasan Basry Rantau"),
        ("Gedung Rupatama Jenderal Hoegeng, Mapolda", "site", "Gedung Rupatama Jenderal Hoegeng"),
        ('RSUD "Hasan Basry" ramai', "site", 'RSUD "Hasan Basry'),
        ("PT Haji Baderun Sejahtera, Bapak Baderun", "company", "PT Haji Baderun Sejahtera"),
        ("KM Bukit Raya, oleh", "site", "KM Bukit Raya"),
        ("Kelurahan Surgi Mufti AKP Petrus", "area", "Kelurahan Surgi Mufti"),
        ("Polda Kalsel Kombes Pol Bayu", "office", "Polda Kalsel"),
        ("Dinas Sosial Budi Raharja", "office", "Dinas Sosial"),
        ("fotografer Barito Kabar meliput", "company", "Barito Kabar"),
        ("Danrem 101/Antasari hadir", "office", "Antasari"),
        ("Yayasan Budi dan Karya", "site", "Yayasan Budi dan Karya"),
        ("SDN 4 Barabai Darat", "site", "SDN 4 Barabai Darat"),
        ("Sekolah Rakyat", "site", "Sekolah Rakyat"),
        ("Jalan Meulaboh–Tutut Km 14 rusak", "street", "Jalan Meulaboh–Tutut Km 14"),
        ("PT Sinar Jaya–Hartono Widjaja", "company", "PT Sinar Jaya"),
        ("Kapela Santo Yosef penuh", "site", "Kapela Santo Yosef"),
    ],
)
def test_a_name_of_a_place_reaches_as_far_as_its_kind_allows(text: str, kind: str, place: str) -> None:
    assert (kind, place) in places_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "toko itu",
        "jalan. Budi datang",
        "km lima",
        "Kepala Desa Ramlan",
        "Brigjen TNI Ardi",
        "Hulu Sungai Tengah",
        "wartawan Budi",
    ],
)
def test_words_that_open_no_place(text: str) -> None:
    assert [p for p in places_in(text) if p[0] != "office"] == []
