"""What a certified copy hides is known again in words written elsewhere; what it leaves open is not.

All persons and numbers are invented.
"""

from collections.abc import Callable

import pytest

from terbuka.disclosure.errors import FileGone
from terbuka.disclosure.models import PublicCopy
from terbuka.disclosure.retold import Retold, hidden_in
from terbuka.disclosure.studio import actions as studio
from terbuka.documents import Box
from terbuka.office.storage import PrivateStorage
from terbuka.organisation.models import Unit
from tests.disclosure.conftest import Case, Team, certified, mark, prepared
from tests.register.samples import Hidden
from tests.register.samples import certified as sample
from tests.rows import Office

Work = Callable[[], None]
CHILD = Hidden("Melati Kusumawardhani", role="child_victim", mode="block")


def told(copy: PublicCopy, text: str) -> list[tuple[str, str, bool]]:
    return [(one.type, one.role, one.locked) for one in hidden_in(copy, {"judul": text})]


def locked(*hidden: tuple[str, str]) -> list[Hidden]:
    """Things of a child: (text, type)."""
    return [Hidden(text, type_, "child_victim", "block") for text, type_ in hidden]


@pytest.fixture
def unit(office: Office) -> Unit:
    return office.polda


# --- A real case


def test_what_a_real_copy_hides_is_told_by_its_words(case: Case, team: Team, work: Work) -> None:
    copy = certified(prepared(case, team.screener, work), team.ppid)
    found = hidden_in(
        copy,
        {
            "judul": "Perkara MELATI-KUSUMA",
            "ringkasan isi": "Hubungi +62 812 5104 3378; yang menerima Fahrul Rozi.",
            "nama berkas": "Keterangan Wayan Sudarta",
            "catatan perubahan": "Rekapitulasi triwulan.",
        },
    )
    assert [(one.field, one.type, one.locked) for one in found] == [
        ("judul", "PERSON", True),
        ("ringkasan isi", "PHONE", True),
        ("nama berkas", "PERSON", False),
    ]


def test_what_the_superior_lifted_is_not_hidden(case: Case, team: Team, work: Work) -> None:
    child = mark(case, role="child_victim", type="PERSON")
    reason = "Orang tuanya telah mengizinkan secara tertulis."
    studio.lift(team.superior, case, child.number, seen=0, reason=reason, everywhere=True)
    case.refresh_from_db()
    assert told(certified(prepared(case, team.screener, work), team.ppid), "Perkara Melati Kusuma") == []


def test_words_under_a_drawn_box_are_hidden(case: Case, team: Team, work: Work) -> None:
    official = mark(case, role="official")
    left, top, right, bottom = official.boxes[0]
    box = Box(left - 1, top - 1, right + 1, bottom + 1)
    studio.hide_region(team.screener, case, official.page, box, type="PERSON", ground="17.h", seen=99)
    case.refresh_from_db()
    copy = certified(prepared(case, team.screener, work), team.ppid)
    assert ("PERSON", "", False) in told(copy, "Diterima Fahrul Rozi")


def test_copy_whose_original_is_forgotten_cannot_be_asked(unit: Unit) -> None:
    copy = sample(unit, hides=[CHILD])
    PrivateStorage().delete(copy.case.extract)
    with pytest.raises(FileGone):
        hidden_in(copy, {"judul": "Melati"})


# --- Forms


@pytest.mark.parametrize(
    "text",
    [
        "Penanganan perkara Melati Kusumawardhani",
        "perkara melati kusumawardhani",
        "perkara_MELATI_KUSUMAWARDHANI.pdf",
        "Perkara M e l a t i K u s u m a w a r d h a n i",
        "Perkara Kusumawardhani",
        "Perkara M\u0435lati Kusumawardhani",
        "Perkara Me\u200blati Kusuma\u00adwardhani",
        "Perkara #melatikusumawardhani",
        "Perkara inahdrawamusuK italeM",
        "Perkara Me<b>lati</b> Kusumawardhani",
    ],
)
def test_name_of_a_locked_child_is_locked_however_it_is_written(unit: Unit, text: str) -> None:
    assert told(sample(unit, hides=[CHILD]), text) == [("PERSON", "child_victim", True)]


def test_part_of_a_name_that_means_something_else_too_is_a_doubt(unit: Unit) -> None:
    copy = sample(unit, hides=[CHILD, *locked(("Muhammad Rizki", "PERSON"))])
    assert told(copy, "Kebun Melati dan Maulid") == [("PERSON", "child_victim", False)]
    assert told(copy, "Maulid Nabi Muhammad") == [("PERSON", "child_victim", False)]
    assert told(copy, "bunga melati di kebun") == []


def test_name_of_one_word_is_locked_where_it_is_written_as_a_name(unit: Unit) -> None:
    copy = sample(unit, hides=locked(("Bulan", "PERSON"), ("Ani", "PERSON"), ("MK", "PERSON")))
    assert told(copy, "Perkara Bulan") == [("PERSON", "child_victim", True)]
    assert told(copy, "Laporan tiap bulan, MK dan lain-lain") == []
    assert told(copy, "Perkara Ani") == [("PERSON", "child_victim", True)]


@pytest.mark.parametrize(
    ("hidden", "type_", "text"),
    [
        ("6371034704880003", "NIK", "Nomor 6371 0347 0488 0003"),
        ("0812-5104-3378", "PHONE", "Telepon +6281251043378"),
        ("2 Maret 2012", "BIRTH", "Lahir 02/03/2012"),
        ("DA 1234 XYZ", "PLATE", "Mobil da-1234-xyz"),
        ("SDN Teluk Dalam 1", "ADDRESS", "Kunjungan ke sdn teluk dalam 1"),
    ],
)
def test_number_is_locked_however_it_is_written(unit: Unit, hidden: str, type_: str, text: str) -> None:
    assert told(sample(unit, hides=locked((hidden, type_))), text) == [(type_, "child_victim", True)]


def test_what_is_true_of_many_is_a_doubt_and_what_is_short_is_nothing(unit: Unit) -> None:
    copy = sample(unit, hides=locked(("sembilan tahun", "AGE"), ("2021", "BIRTH"), ("4B", "RELATIVE")))
    assert told(copy, "Wajib belajar sembilan tahun") == [("AGE", "child_victim", False)]
    assert told(copy, "Anggaran 2021, ruang 4B") == []


def test_what_is_not_locked_is_a_doubt(unit: Unit) -> None:
    copy = sample(unit, hides=[Hidden("Rahmah Hidayati")])
    assert told(copy, "Pengaduan Rahmah Hidayati") == [("PERSON", "complainant", False)]


def test_each_field_tells_each_kind_once(unit: Unit) -> None:
    copy = sample(unit, hides=[CHILD, CHILD._replace(text="Melati")])
    texts = {"judul": "Melati Kusumawardhani, Melati", "ringkasan isi": "Kusumawardhani", "catatan": ""}
    assert hidden_in(copy, texts) == [
        Retold("judul", "PERSON", "child_victim", True),
        Retold("ringkasan isi", "PERSON", "child_victim", True),
    ]


def test_nothing_hidden_is_nothing_told(unit: Unit) -> None:
    assert told(sample(unit), "Melati Kusumawardhani") == []
