"""A certificate in plain words: what was hidden on which ground, and how to check the copy."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from terbuka.law.grounds import grounds
from terbuka.register.models import PublicFile


@dataclass(frozen=True, slots=True)
class Hidden:
    """How many parts were hidden on one ground. ``code`` as it stands on the bars, ``article`` as it is
    said."""

    code: str
    article: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Certificate:
    """What the public reads about a file; no person in it."""

    file: PublicFile
    hidden: tuple[Hidden, ...]

    @property
    def total(self) -> int:
        return sum(ground.count for ground in self.hidden)


def certificates(files: Iterable[PublicFile], language: str) -> list[Certificate]:
    """The certificates of ``files``, grounds in the order of the Act."""
    return [Certificate(file, tuple(_hidden(file.copy.grounds, language))) for file in files]


def _hidden(counts: dict[str, int], language: str) -> Iterable[Hidden]:
    known = grounds()
    for code in sorted(counts, key=list(known).index):
        yield Hidden(code, article(code), full_title(code, language), counts[code])


def full_title(code: str, language: str) -> str:
    """The title of a ground; of a numbered item with that of its ground before it."""
    known = grounds()
    own = known[code].titled(language)
    parent = code.rpartition(".")[0]
    return f"{known[parent].titled(language)}: {own}" if parent in known else own


def article(code: str) -> str:
    """``17.h.2`` as it is said: Pasal 17 huruf h angka 2."""
    number, letter, *item = code.split(".")
    if item:
        return _("Pasal %(number)s huruf %(letter)s angka %(item)s") % {
            "number": number,
            "letter": letter,
            "item": item[0],
        }
    return _("Pasal %(number)s huruf %(letter)s") % {"number": number, "letter": letter}
