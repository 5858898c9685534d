"""Search by words, the same on SQLite and PostgreSQL: both sides are folded here, the database compares.

Every word of the query must begin a word of the text: ``lapor`` finds ``laporan``.
"""

import re

from django.db.models import Q

from terbuka.screening.folding import plain

_WORD = re.compile(r"\w+")
MOST_WORDS = 10


def words_of(text: str) -> list[str]:
    """The words of ``text`` without case, accents and punctuation."""
    return [word.strip("_") for word in _WORD.findall(plain(text).casefold()) if word.strip("_")]


def search_text(*texts: str) -> str:
    """What is searched: the words, each with a space before it."""
    return "".join(f" {word}" for text in texts for word in words_of(text))


def query_words(query: str) -> list[str]:
    """The words that somebody looks for, the first ten."""
    return words_of(query[:400])[:MOST_WORDS]


def has_word(word: str) -> Q:
    """The condition that a ``Description`` has a word that begins with ``word``."""
    return Q(search_text__contains=f" {word}")
