"""What stands around some words is named without the words of the name itself."""

from terbuka.screening.setting import lay, meet
from terbuka.screening.weighing.around import around, tags_at

TEXT = "Berita acara\n\nPetugas loket, Siti Rahmah, menerima Siti datang.\n\nSaksi\n"


def _around(words: range, own: frozenset[str] = frozenset()) -> set[str]:
    setting = meet(lay(TEXT, "polri").layout)
    return set(around(setting.layout, setting.tagged, words, own))


def test_line_pairs_and_signs_beside_are_named() -> None:
    found = _around(range(4, 6))
    assert {
        "line=petugas",
        "line=petugas loket",
        "front-pair=petugas loket",
        "back-pair=menerima siti",
    } <= found
    assert {"front-signs=, ", "back-signs=, ", "signs=, |, "} <= found


def test_first_word_of_a_line_has_no_line_in_front() -> None:
    assert "line=none" in _around(range(2, 3))


def test_line_ends_are_signs_of_one_letter() -> None:
    assert "front-signs=¶¶" in _around(range(2, 3))
    assert not any("\n" in name for at in range(8) for name in _around(range(at, at + 1)))


def test_own_words_stand_in_no_pair() -> None:
    assert not any("siti" in name for name in _around(range(4, 6), frozenset({"siti", "rahmah"})))


def test_marks_of_another_paragraph_do_not_count() -> None:
    assert not any("role.witness" in name for name in _around(range(7, 8)))


def test_tags_at_a_word_are_named_by_side() -> None:
    reading = meet(lay(TEXT, "polri").layout).layout.reading
    assert "back-mark=role.witness" in set(tags_at(reading, 9, "back"))
