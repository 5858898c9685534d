"""Which letters stand in names, and which elsewhere."""

from collections import Counter
from pathlib import Path

from terbuka.screening.training.letters import letter_table, write_letters


def test_letters_of_names_have_high_odds_and_those_of_words_low_ones() -> None:
    names, words = Counter({"darmawi": 3, "darma": 3}), Counter({"periksa": 3, "perintah": 3})
    rows = letter_table(names, words, Counter({"tanjung": 9, "tanjungpura": 9}))
    odds = {group: (int(word), int(place)) for group, word, place in map(str.split, rows)}
    assert odds["^da"][0] > 0 > odds["^pe"][0]
    assert odds["anj"][1] < 0


def test_rare_groups_and_short_words_are_left_out() -> None:
    assert letter_table(Counter({"xyz": 1, "al": 50}), Counter(), Counter()) == []


def test_the_file_is_written_from_the_lists(tmp_path: Path) -> None:
    (tmp_path / "dbpedia-person.txt").write_text("Darmawi Hutasoit\n" * 5, encoding="utf-8")
    (tmp_path / "dbpedia-organization.txt").write_text("Bank Dagang\n", encoding="utf-8")
    (tmp_path / "regions.tsv").write_text("63\tTanjung\n" * 5, encoding="utf-8")
    write_letters(tmp_path, tmp_path / "letters.txt")
    rows = (tmp_path / "letters.txt").read_text(encoding="utf-8").splitlines()
    assert any(row.startswith("^dar ") for row in rows)
