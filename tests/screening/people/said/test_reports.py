"""A citizen who reports, tells or saw something is hidden; who does it in office stays (policy, rule 3)."""

import pytest

from tests.screening.screened import Screened

_LETTER = (
    "Kepada Yth. Kapolres Kudus\n\nDengan hormat, saya warga Desa Bae melaporkan penggelapan arisan. {}"
    "\n\nHormat kami,\nSri Wahyuni"
)


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("Peristiwa itu dilaporkan oleh Bambang Sutejo ke Polsek.", ["Bambang Sutejo"]),
        ("Peristiwa itu dilaporkan ke Polsek oleh Sdr. Bambang Sutejo.", ["Bambang Sutejo"]),
        ("Dilaporkan oleh: Bambang Sutejo", ["Bambang Sutejo"]),
        ("Peristiwa ini diadukan Bambang Sutejo lewat WA.", ["Bambang Sutejo"]),
        ("Menurut laporan Bambang Sutejo, motornya hilang.", ["Bambang Sutejo"]),
        ("Menurut Bambang Sutejo, motornya hilang sejak Senin.", ["Bambang Sutejo"]),
        ("Kami mendapat aduan dari Bambang Sutejo tentang bising.", ["Bambang Sutejo"]),
        ("Laporan tersebut disampaikan oleh Bambang Sutejo.", ["Bambang Sutejo"]),
        ("Pengaduan dibuat Sri Wahyuni dan Tutik Handayani.", ["Sri Wahyuni", "Tutik Handayani"]),
        ("Polres Kudus menerima laporan Sri Wahyuni tentang pencurian.", ["Sri Wahyuni"]),
        ("Setelah menerima laporan Yopi Lumintang, petugas mendatangi TKP.", ["Yopi Lumintang"]),
        ("Seorang laki-laki mengaku Bambang Sutejo datang.", ["Bambang Sutejo"]),
        ("Seorang laki-laki mengaku bernama Bambang Sutejo datang.", ["Bambang Sutejo"]),
        ("Kejadian itu dituturkan Bambang Sutejo di rumahnya.", ["Bambang Sutejo"]),
        ("Peristiwa disaksikan I Made Reta.", ["Made Reta"]),
        ("Kejadian disaksikan Bambang Sutejo dan istrinya.", ["Bambang Sutejo"]),
        (
            "Kejadian dilaporkan I Wayan Sudira ke Polsek dan disaksikan Ni Made Rai.",
            ["Wayan Sudira", "Made Rai"],
        ),
        (_LETTER.format("Mohon ditindaklanjuti."), ["Sri Wahyuni"]),
        (_LETTER.format("Uang dibawa oleh Bu Narti."), ["Sri Wahyuni", "Narti"]),
    ],
)
def test_a_citizen_who_reports_or_saw_it_is_hidden(told: str, names: list[str]) -> None:
    screened = Screened(told)
    assert [name for name in names if not screened.hides(name)] == []


@pytest.mark.parametrize(
    "told",
    [
        "Peristiwa dilaporkan oleh Aiptu Rudi Hartono.",
        "Hasil apel dilaporkan Kasat Reskrim AKP Rudi Hartono.",
        "Kejadian disaksikan Ketua RT Rudi Hartono.",
        "Setelah menerima laporan, Kapolsek AKP Rudi Hartono mendatangi TKP.",
        "Menurut laporan Kapolsek AKP Rudi Hartono, situasi aman.",
        "Hal itu disampaikan Kabid Humas Kombes Pol Rudi Hartono.",
        "Laporan keuangan disampaikan Bupati Rudi Hartono.",
        "Menurut Rudi Hartono, Kapolsek Jenu, pelaku sudah ditahan.",
        "Menurut Rudi Hartono, Kapolsek Jenu yang memimpin apel, situasi aman.",
        "Penandatanganan disaksikan Bupati Rudi Hartono.",
        "Penandatanganan nota kesepahaman disaksikan Rudi Hartono selaku Sekda Kudus.",
        "Kapolres AKBP Rudi Hartono hadir. Situasi dilaporkan oleh Rudi Hartono aman.",
        "Dengan hormat, kami mengundang Saudara.\n\nHormat kami,\n\nAKP Rudi Hartono\nKapolsek Jenu",
    ],
)
def test_who_reports_or_looks_on_in_office_stays(told: str) -> None:
    assert Screened(told).shows("Rudi Hartono")
