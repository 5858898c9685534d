"""Who serves or belongs to an officer: "Sopir Bupati, Kasdi", "Anak Kapolres bernama Reza". The post is that
of somebody who is not named."""

from terbuka.screening.lexicon import phrases, words
from terbuka.screening.names.model import NameCandidate
from terbuka.screening.reading import Reading

_REACH = 6
_APART = words("apposition")
_SERVES = phrases("serves")
_KIN = ("role.relative", "offspring")
_OFFICE = ("post", "post.organisation")


def serves(reading: Reading, name: NameCandidate) -> str:
    """The words in front of a post that say so; empty where the name is that of who holds it."""
    last = _before_apposition(reading, name.first)
    for at in range(last, max(last - _REACH, 0), -1):
        if "," in reading.between(at) and at != last:
            break
        if at < last and reading.sentence_end(at):
            break
        length = reading.tag_before(at, *_OFFICE)
        if length:
            return _server(reading, at - length)
    return ""


def _before_apposition(reading: Reading, index: int) -> int:
    """The word behind the post, where a comma or "bernama" parts it from the name; 0 where nothing does."""
    for at in range(index, max(index - 3, 0), -1):
        if reading.between(at).startswith(","):
            return at
        if reading.folds[at - 1] in _APART:
            return at - 1
        if not reading.tag_before(at, "title.formal", "title.kin", "title"):
            break
    return 0


def _server(reading: Reading, post: int) -> str:
    """The words right in front of the post that make it the post of another."""
    if not post or reading.between(post) != " ":
        return ""
    for length in (3, 2, 1):
        said = " ".join(reading.folds[max(post - length, 0) : post])
        if said in _SERVES:
            return said
    length = reading.tag_before(post, *_KIN)
    return " ".join(reading.folds[post - length : post]) if length else ""
