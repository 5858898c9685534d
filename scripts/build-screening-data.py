#!/usr/bin/env python3
"""Build the data files that ship in ``terbuka/screening/data`` from their sources.

    build-screening-data.py --regions regions.tsv --ner train.conll --laws LAWS_DIR

- ``regions.txt``: region codes and names down to the sub-district (cahyadsn/wilayah, MIT).
- ``names.txt``: words that the annotators of the name corpora marked as part of a person's name, with how
  often (NERGRIT as in IndoNLU, idner-news-2k, NERUI and NERUGM as in IndoLEM).
- ``words.txt``: everyday words, from the same corpora and from the texts of Indonesian Acts, which know no
  copyright (UU 28/2014 Art. 42).

Sources and licences: ``terbuka/screening/data/SOURCES.md``. The same input gives the same bytes.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "src/terbuka/screening/data"
LETTERS = re.compile(r"[a-z]{2,}")


def region_lines(source: Path) -> list[str]:
    """``code TAB name TAB 01name;02name`` for each regency or city; ``code TAB name`` for each province."""
    names: dict[str, str] = {}
    districts: dict[str, list[str]] = defaultdict(list)
    for line in source.read_text(encoding="utf-8").splitlines():
        code, name = line.split("\t")
        parts = code.split(".")
        if len(parts) <= 2:
            names["".join(parts)] = name
        elif len(parts) == 3:
            districts["".join(parts[:2])].append(f"{parts[2]}{name.strip()}")
    return [
        f"{code}\t{names[code]}\t{';'.join(sorted(districts[code]))}".rstrip("\t") for code in sorted(names)
    ]


def labelled_words(source: Path) -> Iterator[tuple[str, str]]:
    """Each word of a CoNLL file with its label."""
    for line in source.read_text(encoding="utf-8").splitlines():
        if "\t" in line and not line.startswith("# "):
            word, label = line.split("\t")
            yield word, label


def count_words(source: Path) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """How often each lower-cased word is part of a person's name, anything, and a plain lower-case word."""
    person: Counter[str] = Counter()
    anything: Counter[str] = Counter()
    plain: Counter[str] = Counter()
    for word, label in labelled_words(source):
        key = word.lower()
        anything[key] += 1
        if label.endswith("PER"):
            person[key] += 1
        elif label == "O" and word.islower():
            plain[key] += 1
    return person, anything, plain


def name_lines(person: Counter[str], anything: Counter[str]) -> list[str]:
    """``word count`` of those that are names more often than anything else."""
    return [
        f"{word} {count}"
        for word, count in sorted(person.items())
        if len(word) > 2 and word.isalpha() and count >= 0.6 * anything[word]
    ]


def everyday_words(plain: Counter[str], person: Counter[str], laws: Path) -> list[str]:
    """Lower-case words of news and statutes that are not oftener a name."""
    seen = Counter(plain)
    for text in sorted(laws.glob("*.txt")):
        seen.update(word for word in re.findall(r"\b[a-z]+\b", text.read_text(encoding="utf-8")))
    return sorted(
        word for word, count in seen.items() if LETTERS.fullmatch(word) and count > person.get(word, 0)
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--regions", type=Path, required=True)
    parser.add_argument("--ner", type=Path, required=True)
    parser.add_argument("--laws", type=Path, required=True)
    options = parser.parse_args()
    person, anything, plain = count_words(options.ner)
    for name, lines in (
        ("regions.txt", region_lines(options.regions)),
        ("names.txt", name_lines(person, anything)),
        ("words.txt", everyday_words(plain, person, options.laws)),
    ):
        (DATA / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{name}: {len(lines)} lines")


if __name__ == "__main__":
    main()
