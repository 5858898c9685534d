"""A conjunction that opens a sentence in front of a name: "Lalu Kinan cerita" is "then Kinan told".

Among the Sasak of Lombok the same word is a title that belongs to the name ("Lalu Wirajaya").
"""

from terbuka.screening.lexicon import words
from terbuka.screening.reading import Reading

_CONJUNCTION, _TRAFFIC = "lalu", "lintas"
_OF_LOMBOK = words("of-lombok")


def conjunctions(reading: Reading) -> set[int]:
    """The numbers of the words that only lead over to what follows."""
    found = {index for index, fold in enumerate(reading.folds) if _leads_over(reading, index, fold)}
    return found if found and not _speaks_of_sasak(reading, found) else set()


def _leads_over(reading: Reading, index: int, fold: str) -> bool:
    if fold != _CONJUNCTION or not reading.word(index).istitle():
        return False
    begins = index == 0 or reading.sentence_end(index) or "\n" in reading.between(index)
    return begins and _in_prose(reading, index)


def _in_prose(reading: Reading, index: int) -> bool:
    """Words in small letters follow on the line: it is no signature and no row of a list."""
    line = reading.line_words(reading.lines[index])
    return any(reading.word(at).islower() for at in range(index + 1, line.stop))


def _speaks_of_sasak(reading: Reading, openings: set[int]) -> bool:
    """A place or title of Lombok is named, or somebody is called so where no sentence begins."""
    if not _OF_LOMBOK.isdisjoint(reading.folds):
        return True
    return any(index not in openings and _is_title(reading, index) for index in range(len(reading) - 1))


def _is_title(reading: Reading, index: int) -> bool:
    """In front of a capital; "Lalu Lintas" is traffic."""
    if reading.folds[index] != _CONJUNCTION or not reading.capital(index):
        return False
    return reading.capital(index + 1) and reading.folds[index + 1] != _TRAFFIC
