"""Who suffers sexual violence by what the sentence tells, who does it, and who reports it for another."""

import pytest

from terbuka.screening import Mode
from tests.screening.screened import Screened


def is_locked(screened: Screened, part: str) -> bool:
    at = screened.text.index(part)
    over = [f for f in screened.findings if f.start < at + len(part) and at < f.end and f.action.hides]
    return screened.hides(part) and all(f.mode == Mode.BLOCK for f in over)


def locks_any(screened: Screened, part: str) -> bool:
    at = screened.text.index(part)
    over = [f for f in screened.findings if f.start < at + len(part) and at < f.end and f.action.hides]
    return any(f.mode == Mode.BLOCK for f in over)


VERBS = (
    *("diperkosa", "dicabuli pamannya", "digagahi dua pemuda", "dirudapaksa di kebun", "ditiduri atasannya"),
    *("dicium paksa di kantor", "dipegang-pegang oleh pelaku", "dipaksa melayani nafsu bejat"),
    *("diancam video syurnya disebar", "dijual kepada lelaki hidung belang"),
)


@pytest.mark.parametrize("verb", VERBS)
def test_victim_is_locked_whatever_is_said_to_be_done(verb: str) -> None:
    screened = Screened(f"Wanita bernama Yuliatin (26) mengaku {verb}. Adiknya, Wahyu, mengantar ke Polsek.")
    assert [part for part in ("Yuliatin", "26", "Wahyu") if not is_locked(screened, part)] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Yuliatin melapor telah dicabuli.", ("Yuliatin",)),
        ("Yuliatin melaporkan bahwa ia diperkosa oleh Gunadi.", ("Yuliatin",)),
        ("Yuliatin hampir diperkosa oleh Gunadi di kebun.", ("Yuliatin",)),
        ("Yuliatin (26), pekerja salon di Kudus, diperkosa bulan lalu.", ("Yuliatin",)),
        ("Yuliatin tidak tahu siapa yang memperkosanya.", ("Yuliatin",)),
        ("Yuliatin, korban pelecehan, kini dirawat.", ("Yuliatin",)),
        ("Yuliatin korban begal payudara di Jalan Kaliurang.", ("Yuliatin",)),
        ("Yuliatin mengaku menjadi korban pelecehan di kantor.", ("Yuliatin",)),
        ('"Saya diperkosa," ujar Yuliatin kepada penyidik Bripka Eko.', ("Yuliatin",)),
        ('Yuliatin berkata, "Saya telah dicabuli atasan."', ("Yuliatin",)),
        ("Pemerkosaan Yuliatin terjadi pada malam hari.", ("Yuliatin",)),
        ("Kekerasan seksual yang menimpa Yuliatin dilaporkan kakaknya, Warso.", ("Yuliatin", "Warso")),
        ("Perbuatan cabul dialami oleh Yuliatin di kantor.", ("Yuliatin",)),
        ("Dugaan pelecehan seksual oleh dosen TK terhadap mahasiswi Anindya ditangani.", ("Anindya",)),
        ("Visum terhadap Yuliatin menunjukkan tanda persetubuhan.", ("Yuliatin",)),
        ("Video porno Yuliatin disebar mantan pacarnya.", ("Yuliatin",)),
        ("Gunadi meraba paha Yuliatin di angkot.", ("Yuliatin",)),
        ("Sumarno memaksa istrinya Tumini melakukan hubungan seksual.", ("Tumini",)),
        ("Pasal 285 KUHP. Korban: Yuliatin. Saksi: Darmi.", ("Yuliatin",)),
        ("Pasal 82 UU Perlindungan Anak. Korban: Yuliatin.", ("Yuliatin",)),
        ("Istri pelapor, Yuliatin, diperkosa. Pelapor, Wahyu, keberatan.", ("Yuliatin", "Wahyu")),
    ],
)
def test_victim_is_locked_by_what_the_sentence_tells(text: str, told: tuple[str, ...]) -> None:
    screened = Screened(text)
    assert [part for part in told if not is_locked(screened, part)] == []


def test_reporting_mother_is_locked_with_her_contacts() -> None:
    text = "Pelapor Nani (0813 9988 7766), Jl. Melur 5 RT 02, melaporkan pemerkosaan terhadap anaknya, Bunga."
    screened = Screened(text)
    told = ("Nani", "0813 9988 7766", "Jl. Melur 5 RT 02", "Bunga")
    assert [part for part in told if not is_locked(screened, part)] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pelapor Sugeng, tetangga, melaporkan pencabulan terhadap Nisa (9).", "Sugeng"),
        ("Pelapor Sugeng (Ketua RT) melaporkan pencabulan terhadap Nisa (9), warganya.", "Sugeng"),
        ("Sumarno memaksa istrinya Tumini melakukan hubungan seksual.", "Sumarno"),
        ("Gunadi ditangkap karena memperkosa Yuliatin.", "Gunadi"),
        ("Pelecehan oleh Gunadi dilaporkan ke Polsek.", "Gunadi"),
        ("Pelaku pencabulan anak, Mbah Sastro (70), ditahan.", "Sastro"),
        ("Gunadi yang memperkosanya kabur ke Kudus.", "Gunadi"),
        ("Yuliatin dikirimi gambar alat kelamin oleh Gunadi.", "Gunadi"),
        ("Menurut Slamet, korban pencabulan itu masih dirawat.", "Slamet"),
        ('"Anak saya diperkosa," ujar penjual jamu Kartini.', "Kartini"),
        ("Slamet mengaku dipukul dua pemuda di pasar.", "Slamet"),
        ("Slamet memaksa Joko menyerahkan dompet.", "Joko"),
        ("Slamet melaporkan korban pencabulan itu ke Polsek.", "Slamet"),
    ],
)
def test_who_does_it_or_only_tells_is_not_locked_as_the_victim(text: str, name: str) -> None:
    screened = Screened(text)
    at = screened.text.index(name)
    roles = {str(f.role) for f in screened.findings if f.start <= at < f.end}
    assert "sexual_victim" not in roles


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kapolsek Iptu Dedi mengatakan korban diperkosa dua pemuda.", "Dedi"),
        ("Unit PPA menangani pencabulan terhadap anak berinisial Q. Kapolsek Iptu Dedi membenarkan.", "Dedi"),
        ("Sosialisasi pencegahan kekerasan seksual dibuka Kadis P3A Nurlaela.", "Nurlaela"),
        ('"Saya diperkosa," ujar Yuliatin kepada penyidik Bripka Eko.', "Eko"),
        ("Penyidikan pelecehan seksual dipimpin Iptu Laksmi.", "Laksmi"),
    ],
)
def test_officer_who_tells_of_sexual_violence_stays(text: str, name: str) -> None:
    assert not Screened(text).hides(name)


def test_victim_of_theft_between_rows_of_sexual_violence_is_not_locked() -> None:
    screened = Screened(
        "No LP | Pasal | Korban | Umur | Terlapor\n"
        "LP/B/3/I/2024 | 81 UU PA | Suci | 14 | Karyo\n"
        "LP/B/7/I/2024 | 362 KUHP | Wagiman | 50 | Tole\n"
        "LP/B/9/I/2024 | 6c UU TPKS | Retno | 29 | Yanuar\n"
    )
    assert screened.hides("Wagiman")
    assert not locks_any(screened, "Wagiman")
    assert [part for part in ("Suci", "Retno") if not is_locked(screened, part)] == []


def test_victim_who_reports_another_crime_in_a_row_of_its_own_is_not_locked() -> None:
    screened = Screened(
        "perkara;korban;pelapor;tersangka\n"
        "pencabulan;Suci Lestari;Salmah (ibu);Karyo\n"
        "penganiayaan;Wagiman;Wagiman;Tole\n"
    )
    assert screened.hides("Wagiman")
    assert not locks_any(screened, "Wagiman")


def test_who_reports_a_theft_beside_sexual_violence_is_not_locked() -> None:
    screened = Screened(
        "Pencurian sepeda motor dilaporkan Ahmad Fauzi. Unit PPA juga menangani kasus pencabulan."
    )
    assert screened.hides("Ahmad Fauzi")
    assert not locks_any(screened, "Ahmad Fauzi")
