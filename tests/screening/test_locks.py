"""What is locked in one place of a document is locked in all."""

from dataclasses import replace

import pytest

from terbuka.screening import Action, Finding, Mode
from terbuka.screening.locks import Locks, carry_locks
from tests.screening.screened import Screened

LETTER = """KEPOLISIAN RESOR KOTA BANJARMASIN

Nomor: B/214/XI/2026/Reskrim
Perihal: Pemberitahuan Perkembangan Hasil Penyidikan

Kepada Yth. Ibu Rukmini Saraswati, Jalan Veteran Gang Melur Nomor 17 RT 04 RW 02,
Kelurahan Sungai Bilu, Banjarmasin. NIK 6371034507820003, telepon 0812-5567-8891, surel
ruk.saras@contoh.co.id.

1. Sehubungan dengan laporan Saudara mengenai persetubuhan terhadap anak, dengan korban anak
Melati Kusumawardhani (13 tahun), diberitahukan bahwa penyidikan masih berjalan.
2. Penyidik telah memeriksa saksi Bambang Trihatmojo, telepon 0857-1234-9087.

                 No   Nama                Hubungan   Telepon
                 1    Rukmini Saraswati   Ibu korban 0812-5567-8891
                 2    Bambang Trihatmojo  Saksi      0857-1234-9087

3. Pada malam itu penyidik menerima pesan dari +62 812 5567 8891.
"""


def found(text: str, type_: str, said: str, **more: object) -> Finding:
    start = text.index(said)
    return Finding(type_, start, start + len(said), 1, Action.REDACT, "test", 0.9, **more)  # type: ignore[arg-type]


def locked(text: str, type_: str, said: str, **more: object) -> Finding:
    return found(text, type_, said, ground="17.j", mode=Mode.BLOCK, role="child_relative", **more)


@pytest.mark.parametrize(
    "part",
    [
        *("Rukmini Saraswati", "Gang Melur Nomor 17", "6371034507820003", "ruk.saras@contoh.co.id"),
        *("telepon 0812-5567-8891", "+62 812 5567 8891"),
    ],
)
def test_details_of_a_childs_mother_are_locked_wherever_they_stand(part: str) -> None:
    screened = Screened(LETTER)
    at = screened.text.index(part) + len(part) - 1
    (finding,) = [each for each in screened.findings if each.start <= at < each.end]
    assert (finding.mode, finding.ground) == (Mode.BLOCK, "17.j")


def test_details_of_a_witness_beside_her_are_not() -> None:
    screened = Screened(LETTER)
    phones = [f for f in screened.findings if "0857" in screened.text[f.start : f.end]]
    assert len(phones) == 2 and all(finding.mode is Mode.MASK for finding in phones)


def test_what_would_stay_open_is_locked_as_well_and_says_so() -> None:
    text = "HP 0812-5567-8891\nKode 081255678891\nHP 0857-1234-9087\n"
    kept = replace(found(text, "NUMBER", "081255678891"), action=Action.KEEP)
    other = found(text, "PHONE", "0857-1234-9087")
    first = locked(text, "PHONE", "0812-5567-8891")
    assert carry_locks(text, [first, kept, other])[::2] == [first, other]
    carried = carry_locks(text, [first, kept, other])[1]
    assert (carried.type, carried.action, carried.mode) == ("PHONE", Action.REDACT, Mode.BLOCK)
    assert (carried.ground, carried.role) == ("17.j", "child_relative") and "Terkunci" in carried.reason


def test_what_holds_a_locked_number_is_locked() -> None:
    text = "HP 0812-5567-8891\nTautan wa.me/6281255678891?text=halo\n"
    link = found(text, "URL_PERSONAL", "wa.me/6281255678891?text=halo")
    assert carry_locks(text, [locked(text, "PHONE", "0812-5567-8891"), link])[1].mode is Mode.BLOCK


def test_every_mention_of_one_thing_follows_the_locked_one() -> None:
    text = "Melati ... Mel"
    mentions = [locked(text, "PERSON", "Melati", entity="e1"), found(text[7:], "PERSON", "Mel", entity="e1")]
    assert carry_locks(text, mentions)[1].mode is Mode.BLOCK


def test_term_of_an_officer_does_not_lock_all_of_its_places() -> None:
    text = "sandi ... sandi"
    term = locked(text, "TERM", "sandi", entity="e1")
    again = replace(term, start=10, end=15, mode=Mode.MASK)
    assert carry_locks(text, [term, again]) == [term, again]


def test_nothing_changes_where_nothing_is_locked() -> None:
    text = "HP 0812-5567-8891"
    assert carry_locks(text, [found(text, "PHONE", "0812-5567-8891")])[0].mode is Mode.MASK


def test_day_of_a_birth_is_no_place_by_itself() -> None:
    text = "lahir 5 Mei 2013; rapat 5 Mei 2013"
    assert not Locks(text, [locked(text, "BIRTH", "5 Mei 2013")]).places
