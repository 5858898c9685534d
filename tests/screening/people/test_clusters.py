import pytest

from terbuka.screening.people.clusters import cluster
from terbuka.screening.people.model import Mention
from terbuka.screening.people.same_name import compatible
from terbuka.screening.reading import read_text
from tests.screening.growth import grows_evenly
from tests.screening.screened import Screened


@pytest.mark.parametrize(
    ("part", "whole", "same"),
    [
        ("rahmah", "siti rahmah", True),
        ("f ledo bili", "fransiskus ledo bili", True),
        ("m aldi", "muhammad aldi", True),
        ("muh yunus", "muhammad yunus", True),
        ("frans", "fransiskus ledo bili", True),
        ("n p", "nadia putri", True),
        ("af", "af", True),
        ("a", "ahmad", False),
        ("putri nadia", "nadia putri", False),
        ("rahmat", "rahmah", False),
        ("siti rahmah gani", "siti rahmah", False),
        ("ani", "aniyah", False),
    ],
)
def test_when_two_ways_of_writing_can_be_one_name(part: str, whole: str, same: bool) -> None:
    assert compatible(tuple(part.split()), tuple(whole.split())) is same


def persons_of(text: str, *mentions: str) -> list[list[str]]:
    """The mentions (in document order) grouped into persons."""
    made, at = [], 0
    for name in mentions:
        at = text.index(name, at)
        rule = "names.initials" if name.isupper() and len(name) < 5 else "names.known"
        words = tuple(name.lower().replace(".", " ").split())
        made.append(Mention(at, at + len(name), words, 0.9, rule))
        at += len(name)
    return [[text[m.start : m.end] for m in p.mentions] for p in cluster(read_text(text), made)]


def test_parts_initials_and_nicknames_are_one_person() -> None:
    text = "Fransiskus Ledo Bili datang; Frans pulang; F. Ledo Bili lagi; Maria pergi."
    assert persons_of(text, "Fransiskus Ledo Bili", "Frans", "F. Ledo Bili", "Maria") == [
        ["Fransiskus Ledo Bili", "Frans", "F. Ledo Bili"],
        ["Maria"],
    ]


def test_an_alias_joins_its_person_and_who_is_known_only_by_it() -> None:
    text = "Udin dicari. Rahmadi alias Udin ditahan. Udin mengaku."
    assert persons_of(text, "Udin", "Rahmadi", "Udin", "Udin") == [["Udin", "Rahmadi", "Udin", "Udin"]]


def test_of_a_crowd_called_by_one_word_it_is_who_was_named_last() -> None:
    crowd = [f"Slamet {first}{second}kowi" for first in "BDKLMNPRSTW" for second in "aeiou"]
    text = " ".join(f"{name} datang. Slamet pulang." for name in crowd)
    mentions = [mention for name in crowd for mention in (name, "Slamet")]
    assert persons_of(text, *mentions) == [[name, "Slamet"] for name in crowd]


def test_initials_in_brackets_belong_to_the_name_before() -> None:
    text = "Nadia Putri (N.P.) dan lainnya"
    assert persons_of(text, "Nadia Putri", "N.P.") == [["Nadia Putri", "N.P."]]


def test_a_word_that_two_persons_bear_goes_to_the_nearest_before_and_knows_its_rival() -> None:
    text = "Gusti Maulana hadir. Rizky Maulana pulang. Maulana tidur."
    made = []
    at = 0
    for name in ("Gusti Maulana", "Rizky Maulana", "Maulana"):
        at = text.index(name, at)
        made.append(Mention(at, at + len(name), tuple(name.lower().split()), 0.9, "names.known"))
        at += len(name)
    persons = cluster(read_text(text), made)
    assert [len(p.mentions) for p in persons] == [1, 2]
    assert persons[1].mentions[1].rivals == [persons[0]]


def test_a_part_may_stand_before_the_full_name() -> None:
    assert persons_of("Rahmah lalu Siti Rahmah", "Rahmah", "Siti Rahmah") == [["Rahmah", "Siti Rahmah"]]


@pytest.mark.parametrize(
    ("text", "hidden", "shown"),
    [
        (
            "LAPORAN POLISI\nKapolsek Ahmad menerima laporan dari Ahmad Junaedi, warga Desa Sungai Rangas. "
            "Ahmad Junaedi kehilangan motor.\nKapolsek Ahmad memerintahkan anggota.\n",
            "Ahmad Junaedi",
            "Kapolsek Ahmad m",
        ),
        (
            "LAPORAN POLISI\nPelapor : Ahmad Junaedi\nNIK : 6371011203850002\n"
            "AKP Ahmad menjelaskan laporan diterima.\n",
            "Ahmad Junaedi",
            "AKP Ahmad",
        ),
        (
            "SIARAN PERS\nKapolres AKBP Slamet Riyadi mengatakan korban bernama Slamet, warga Kebumen, "
            "dirawat. AKBP Slamet Riyadi mengimbau warga.\n",
            "Slamet,",
            "AKBP Slamet Riyadi",
        ),
        (
            "BERITA ACARA\nKepala Desa Suryadi menyerahkan bantuan kepada Suryadi Pranata dan Kasno Wibowo. "
            "Suryadi Pranata menerima beras.\n",
            "Suryadi Pranata",
            "Kepala Desa Suryadi",
        ),
    ],
)
def test_an_officer_and_a_private_person_who_share_a_name_are_two(text: str, hidden: str, shown: str) -> None:
    screened = Screened(text)
    assert screened.hides(hidden) and screened.shows(shown)


def test_an_officer_who_is_a_witness_is_one_with_his_short_form() -> None:
    screened = Screened(
        "LAPORAN POLISI\nSaksi : Bripka Hendra Wijaya\nSaksi Hendra melihat pelaku. Bripka Hendra pulang.\n"
    )
    assert screened.hides("Hendra Wijaya") and screened.hides("Hendra")


def of_each_word(text: str) -> None:
    """Cluster as if every two words were a name."""
    reading = read_text(text)
    pairs = range(0, len(reading) - 1, 2)
    cluster(
        reading,
        [
            Mention(
                reading.starts[i], reading.ends[i + 1], tuple(reading.folds[i : i + 2]), 0.9, "names.known"
            )
            for i in pairs
        ],
    )


@pytest.mark.parametrize("unit", ["Ahmad Junaedi Ahmad Fauzi ", "Ahmad Junaedi "])
def test_the_same_names_again_and_again_are_told_apart_in_even_time(unit: str) -> None:
    assert grows_evenly(of_each_word, unit)


def test_many_who_share_their_first_name_are_told_apart_in_even_time() -> None:
    def work(text: str) -> None:
        letters = "bcdfghjklm"
        others = (
            "".join(letters[int(digit)] + "a" for digit in f"{at:05}"[::-1]) for at in range(len(text) // 12)
        )
        of_each_word(" ".join(f"Muhammad {other}" for other in others))

    assert grows_evenly(work, "Muhammad xxx ")


def test_one_of_many_who_share_a_first_name_is_found_by_the_other() -> None:
    others = [
        f"{a}{b}ra"
        for a in ("bi", "da", "ko", "li", "mu", "no", "pa")
        for b in ("ka", "lo", "mi", "nu", "si", "ta")
    ]
    text = " ".join(f"Muhammad {other.title()}." for other in others) + " Muhammad Bikara."
    made = persons_of(text, *(f"Muhammad {other.title()}" for other in others), "Muhammad Bikara")
    assert len(made) == len(others)
    assert made[0] == ["Muhammad Bikara", "Muhammad Bikara"]


def test_a_picture_of_a_private_person_makes_nobody_a_photographer() -> None:
    text = "LAPORAN\nPelaku bernama Fahmi Ansyari. Barang bukti:\n- foto Fahmi di depan ATM\n"
    assert Screened(text).hides("Fahmi")


def test_kin_of_the_writer_is_somebody_else_though_the_names_are_alike() -> None:
    text = "Nama : Farah Nabilla\nSaya Farah. Adik saya Nabil (12 tahun) menjadi korban begal.\n"
    screened = Screened(text)
    brother = next(f for f in screened.findings if text[f.start : f.end] == "Nabil")
    assert brother.role == "child_victim"
    assert screened.of("Farah Nabilla").role == "private"
