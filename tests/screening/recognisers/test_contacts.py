import pytest

from terbuka.screening.recognisers.contacts import contacts
from terbuka.screening.recognisers.identifiers import identifiers
from terbuka.screening.recognisers.patterns import find_patterns
from terbuka.screening.recognisers.phone_holders import holder
from terbuka.screening.roles import Role
from tests.screening.screened import Screened, layout_of


def test_a_mobile_number_beside_a_name_in_a_table_is_that_persons() -> None:
    text = Screened(
        "DAFTAR HADIR\nNO | NAMA | INSTANSI / NO. HP | TTD\n"
        "1 | AKP Rusman Hadi | Polres Banjar, 0812-5104-3378 | ttd\n"
        "2 | Iptu Budiman | Polres Banjar (0511) 4721110 | ttd\n"
    )
    assert text.hides("0812-5104-3378")
    assert text.shows("(0511) 4721110")


def found(text: str) -> list[tuple[str, str, Role | None]]:
    candidates = contacts(layout_of(text), list(find_patterns(text)))
    return [(c.type, text[c.start : c.end], c.holder) for c in candidates]


@pytest.mark.parametrize(
    ("text", "contact", "role"),
    [
        ("e-mail ppid.kalsel@polri.go.id", "ppid.kalsel@polri.go.id", Role.INSTITUTION),
        ("surel info@tokomaju.co.id", "info@tokomaju.co.id", Role.INSTITUTION),
        ("surel sitirahmah88@gmail.com.", "sitirahmah88@gmail.com", None),
        ("surel humas.budi@gmail.com", "humas.budi@gmail.com", None),
        ("budi [at] contoh.id", "budi [at] contoh.id", None),
        ("e-mail siti rahmah gani 88 @ gmail . com", "siti rahmah gani 88 @ gmail . com", None),
        ("Surel Budi88 @ gmail . com ya", "Budi88 @ gmail . com", None),
        ("ke lim.keong (a keong) gmail titik com", "lim.keong (a keong) gmail titik com", None),
        ("ke siti rahmah [at] gmail titik com", "siti rahmah [at] gmail titik com", None),
        ("tulis budi88 et gmail dot co dot id ya", "budi88 et gmail dot co dot id", None),
        ("kirim ke humas @ polri . go . id", "humas @ polri . go . id", Role.INSTITUTION),
        ("tanggapan ke opini@hariansumut.co.id", "opini@hariansumut.co.id", Role.INSTITUTION),
        ("biro@kartikarahayu.or.id", "biro@kartikarahayu.or.id", Role.INSTITUTION),
        ("melati@kartikarahayu.or.id", "melati@kartikarahayu.or.id", None),
        ("E-mail : info@tenriola.design", "info@tenriola.design", None),
    ],
)
def test_a_mail_address_is_an_offices_or_a_persons(text: str, contact: str, role: Role | None) -> None:
    assert ("EMAIL", contact, role) in found(text)


@pytest.mark.parametrize(
    ("text", "type_", "contact", "role"),
    [
        ("akun Instagram @humaspoldakalsel", "SOCIAL", "@humaspoldakalsel", Role.INSTITUTION),
        ("akun Instagram @dark.moon_17.", "SOCIAL", "@dark.moon_17", None),
        ("akun Instagram @dark.ori88 itu", "SOCIAL", "@dark.ori88", None),
        ("akun Instagram @mail.id_17 itu", "SOCIAL", "@mail.id_17", None),
        ('Facebook "Rembulan Sunyi"', "SOCIAL", "Rembulan Sunyi", None),
        ("Instagram : tenri.ola", "SOCIAL", "tenri.ola", None),
        ("di linkedin.com/in/tenri-paramitha", "URL_PERSONAL", "linkedin.com/in/tenri-paramitha", None),
        ("blog http://sunyi.blogspot.com/2023.", "URL_PERSONAL", "http://sunyi.blogspot.com/2023", None),
        ("di https://pastehub.example/u/hantu9.", "URL_PERSONAL", "https://pastehub.example/u/hantu9", None),
        ("lokasi https://maps.app.goo.gl/q7Tc", "GEO", "https://maps.app.goo.gl/q7Tc", None),
        ("Portofolio : https://tenriola.design/karya", "URL_PERSONAL", "https://tenriola.design/karya", None),
        ("chat wa.me/6281251043378", "PHONE", "wa.me/6281251043378", None),
    ],
)
def test_accounts_and_pages(text: str, type_: str, contact: str, role: Role | None) -> None:
    assert (type_, contact, role) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "https://ppid.kalsel.polri.go.id/x",
        "portal tribratanews.kalsel.polri.go.id",
        "https://www.detik.com/berita",
        "Instagram : humaspolda",
        "a@b",
    ],
)
def test_official_pages_and_other_text_are_left_alone(text: str) -> None:
    assert [f for f in found(text) if f[2] is None and f[0] != "SOCIAL"] == []
    assert ("SOCIAL", "humaspolda", None) not in found(text)


@pytest.mark.parametrize(
    ("text", "number", "role"),
    [
        ("melalui telepon Bidhumas 0511-3300745", "0511-3300745", Role.INSTITUTION),
        ("WhatsApp layanan media 0811-5000-745", "0811-5000-745", Role.INSTITUTION),
        ("Kasubbid AKBP Suryadarma (0813 4877 2051)", "0813 4877 2051", Role.PRIVATE),
        ("HP bendahara 0812 5500 3164", "0812 5500 3164", Role.PRIVATE),
        ("jawab ke 0852-4411-9083", "0852-4411-9083", Role.PRIVATE),
        ("sambungan 0511-3300745", "0511-3300745", Role.INSTITUTION),
        ("Polsek ini bagus. Hubungi 0852-4411-9083", "0852-4411-9083", Role.PRIVATE),
        ("No. HP : 0511-3300745", "0511-3300745", Role.PRIVATE),
        ("Telp ahli waris 0511-3354321", "0511-3354321", Role.PRIVATE),
        ("Telepon rumah (0511) 3354321 milik pelapor", "(0511) 3354321", Role.PRIVATE),
        ("Telepon Polres Banjar 0511-3354321", "0511-3354321", Role.INSTITUTION),
    ],
)
def test_a_telephone_is_an_offices_or_a_persons(text: str, number: str, role: Role) -> None:
    layout = layout_of(text)
    candidate = next(c for c in identifiers(layout) if text[c.start : c.end] == number)
    assert holder(layout, candidate) is role


def test_the_letterhead_is_the_offices_and_a_row_is_its_persons() -> None:
    text = (
        "RUMAH SAKIT UMUM DAERAH TABALONG\nJl. Ahmad Yani Telp. (0526) 2021118 WA 0811-5112-2021\n\n"
        "NO | NAMA | JABATAN | NO. HP\n1 | Visco | Ketua Bawaslu | 0813 6881 2207\n"
        "[03/05/24 07.12] Admin Polres: pagi\n[03/05/24 07.15] +62 853-9987-2210: pagi pak\n"
    )
    screened = Screened(text)
    assert screened.shows("0811-5112-2021")
    assert screened.hides("0813 6881 2207")
    assert screened.hides("+62 853-9987-2210")
