"""``data/letters.txt``: how much oftener a group of letters stands in names than in other words, and than in
places."""

import math
import re
from collections import Counter
from pathlib import Path

from terbuka.screening.lexicon import everyday_words
from terbuka.screening.tagging.letters import letter_groups

_WORDS = re.compile(r"[^\W\d_]+")
_FEWEST_OF_A_GROUP, _MOST_OF_A_WORD, _MOST_ODDS = 4, 3, 40


def write_letters(gazetteers: Path, target: Path) -> None:
    """From lists of persons and organisations and of regions (``gazetteers``); of them only statistics are
    shipped."""
    names = _words_of(gazetteers / "dbpedia-person.txt")
    words = Counter(everyday_words()) + _words_of(gazetteers / "dbpedia-organization.txt")
    places = _words_of(gazetteers / "regions.tsv", column=1)
    target.write_text("\n".join(letter_table(names, words, places)) + "\n", encoding="utf-8")


def letter_table(names: Counter[str], words: Counter[str], places: Counter[str]) -> list[str]:
    """The rows of the file: a group of letters, and ten times the logarithm of its odds to stand in a name
    rather than in another word, and rather than in a place."""
    of_names, of_words, of_places = map(_groups, (names, words, places))
    total = [sum(groups.values()) or 1 for groups in (of_names, of_words, of_places)]
    rows = []
    for group in sorted(of_names | of_words | of_places):
        seen = [groups[group] for groups in (of_names, of_words, of_places)]
        if sum(seen) >= _FEWEST_OF_A_GROUP:
            name, word, place = ((count + 0.5) / all_ for count, all_ in zip(seen, total, strict=True))
            rows.append(f"{group} {_odds(name, word)} {_odds(name, place)}")
    return rows


def _groups(words: Counter[str]) -> Counter[str]:
    groups: Counter[str] = Counter()
    for word, count in words.items():
        for group in letter_groups(word) if len(word) > 2 else ():
            groups[group] += min(count, _MOST_OF_A_WORD)
    return groups


def _odds(one: float, other: float) -> int:
    return max(-_MOST_ODDS, min(_MOST_ODDS, round(10 * math.log(one / other))))


def _words_of(path: Path, column: int = 0) -> Counter[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return Counter(word for line in lines for word in _WORDS.findall(line.split("\t")[column].lower()))
