"""Hidden parts are told in full, or it is said that there are more."""

from terbuka.documents.model import HiddenPart
from terbuka.documents.told import LONGEST, MOST_CHARACTERS, MOST_PARTS, told

SECRET = "Siti Aminah"


def remark(text: str, place: str = "keterangan") -> HiddenPart:
    return HiddenPart("metadata", place, text, 1)


def test_few_short_parts_stay_as_they_are() -> None:
    parts = [remark("satu"), HiddenPart("picture", "gambar"), remark("satu")]
    assert told(parts) == parts


def test_long_part_is_told_to_its_end() -> None:
    long = "kata " * LONGEST + SECRET
    found = told([remark(long)])
    assert all(len(part.text) <= LONGEST and part.place == "keterangan" for part in found)
    assert " ".join(part.text for part in found) == long


def test_part_of_one_word_is_cut_where_it_must_be() -> None:
    assert [len(part.text) for part in told([remark("x" * (LONGEST + 3))])] == [LONGEST, 3]


def test_last_of_many_parts_is_told() -> None:
    found = told([*(remark(f"nomor {at}", str(at % 2)) for at in range(3 * MOST_PARTS)), remark(SECRET, "0")])
    assert len(found) == MOST_PARTS + len({part.place for part in found[MOST_PARTS:]}) + 4
    assert SECRET in found[-3].text or any(SECRET in part.text for part in found)
    assert "more" not in {part.kind for part in found}


def test_many_parts_without_words_are_told_together() -> None:
    found = told([HiddenPart("picture", "gambar")] * (2 * MOST_PARTS))
    assert found == [HiddenPart("picture", "gambar")] * (MOST_PARTS + 1)


def test_more_text_than_can_be_told_is_said() -> None:
    assert told([remark("x" * MOST_CHARACTERS)])[-1] == HiddenPart("more", "file")


def test_more_places_than_can_be_told_are_said() -> None:
    found = told(remark("x", str(at)) for at in range(2 * MOST_PARTS + 1))
    assert len(found) == 2 * MOST_PARTS + 1 and found[-1] == HiddenPart("more", "file")
