"""The nearest post or role further left in the clause: "Kepala Dinas Pendidikan yang baru, Slamet"."""

from terbuka.screening.fields import ROLE_TAGS
from terbuka.screening.lexicon import words
from terbuka.screening.names.anchors import is_addressed, leads_below, of_who_is_cited
from terbuka.screening.names.model import NameCandidate
from terbuka.screening.people.model import Evidence
from terbuka.screening.people.surroundings import OF_A_CASE, WEIGHTS, Surroundings, weighed
from terbuka.screening.people.victims import belongs_to, is_kin, names_a_crime, role_in
from terbuka.screening.reading import Reading
from terbuka.screening.roles import OPEN

_LEFT_REACH, _SHORTEST_NAME = 8, 4
_FARTHER, _NEXT = 0.75, 0.9  # share of a mark's weight when other words stand between it and the name
_BRIDGES = words("bridge")
_EXPERT, _ACTIVE = "ahli", "me"
_IN_FRONT_OF, _OF_AGE = [[word] for word in words("in-front-of-children")], words("of-age-school")
_IS = frozenset(("adalah", "ialah", "merupakan"))
# Marks further left in the same clause, with only words of a unit between ("Kepala Dinas Pendidikan …").
_WIDER = (*("post", "post.organisation", "post.staff", "post.teacher", "rank", "press"), *ROLE_TAGS)


def further_left(around: Surroundings, name: NameCandidate) -> list[Evidence]:
    """The nearest post or role to the left in the same clause, past the words that belong to it."""
    reading, index = around.layout.reading, name.lead.first
    if name.lead.of_a_verb:
        return []
    strangers_left = 2 if reading.between(index).startswith(",") else 0
    named = False
    for at in range(index, max(index - _LEFT_REACH, 0), -1):
        if _clause_ends(reading.between(at), at == index) or _is_elsewhere(around, at, index):
            break
        for length, tags in reading.closing.get(at - 1, ()):
            hit = _telling(tags, reading.folds[at])
            own = at < index or not name.lead.tags or hit == "role.informant"
            if hit and own and not around.in_place(at - length, at):
                below = named or not leads_below(reading, at - length, index)
                if WEIGHTS[hit][0] in OPEN and (below or _is_of_who_is_named(around, hit, at, name)):
                    return []
                if at == index and of_who_is_cited(reading, index, length):
                    return []
                if _is_dealt_with(reading, at - length, at, index):
                    return []
                return _left(around, hit, range(at - length, at), name)
        named = named or (at - 1 in around.named and reading.lines[at - 1] != reading.lines[index])
        strangers_left -= 0 if _unit_word(around, at - 1) else 1
        if strangers_left < 0:
            break
    return []


def _left(around: Surroundings, tag: str, words_: range, name: NameCandidate) -> list[Evidence]:
    """What the mark of these words says of the name further right."""
    reading, mark, index = around.layout.reading, around.mark(words_.start, words_.stop), name.lead.first
    share = _FARTHER if words_.stop < index else _NEXT
    another = belongs_to(reading, words_.start) if tag in OF_A_CASE else ""
    if another:
        kin = "role.relative" if tag == "role.victim" else "role.private"
        return [weighed(kin, "left", f"{another} {mark}", share)] if is_kin(another) else []
    if tag in OF_A_CASE and _is_kin_of_who_is_named(around, words_.stop, name):
        return []
    if tag == "role.child" and _is_no_pupil(reading, words_.start, words_.stop, index):
        return []
    return [weighed(tag, role_in(reading, words_.stop, index), mark, share)]


def _is_of_who_is_named(around: Surroundings, tag: str, behind: int, name: NameCandidate) -> bool:
    """ "Bripka Semuel Lekatompessy, Ny. Dina Tuasela": a rank is borne by the name right behind it."""
    comma = "," in around.layout.reading.between(name.lead.first)
    return tag == "rank" and comma and not around.named.isdisjoint(range(behind, name.lead.first))


def _is_kin_of_who_is_named(around: Surroundings, behind: int, name: NameCandidate) -> bool:
    """ "Tersangka Joko dan istrinya, Lastri": the suspect is Joko."""
    kin = name.lead.has("role.relative", "offspring")
    return kin and not around.named.isdisjoint(range(behind, name.lead.first))


def _is_no_pupil(reading: Reading, first: int, last: int, index: int) -> bool:
    """ "Di hadapan siswa kelas 5, Slamet …", "Siswa SPN Polda bernama Slamet": a grown person."""
    heard = reading.between(index).startswith(",") and reading.folds[first - 1 : first] in _IN_FRONT_OF
    return heard or not _OF_AGE.isdisjoint(reading.folds[last:index])


def _is_elsewhere(around: Surroundings, at: int, index: int) -> bool:
    """Another sentence, a field above, whose label asks for what stands behind it, or who says what follows
    ("Kader Imas: Bu Eti sakit")."""
    reading = around.layout.reading
    if reading.sentence_end(at) or ":" not in reading.between(at):
        return reading.sentence_end(at) or _ends_with_a_name(around, at)
    return reading.lines[at] != reading.lines[index] or at - 1 in around.named or is_addressed(reading, at)


def _ends_with_a_name(around: Surroundings, at: int) -> bool:
    """ "Rapat dibuka Kades M. Daud. Suyatno bertanya": the full stop behind a name that is short ends the
    sentence all the same."""
    reading = around.layout.reading
    long_enough = len(reading.folds[at - 1]) >= _SHORTEST_NAME
    return "." in reading.between(at) and at - 1 in around.named and long_enough


def _telling(tags: frozenset[str], behind: str) -> str | None:
    """The first of the tags that tells who a name further right is; ``behind``: the word behind them."""
    expert = "role.witness" if behind == _EXPERT else None
    return next((tag for tag in _WIDER if tag in tags and tag not in ("role.private", expert)), None)


def _is_dealt_with(reading: Reading, first: int, last: int, name: int) -> bool:
    """ "Yang memeriksa saksi adalah Bripka Doni": who does it, not whom it is done to."""
    verb = reading.folds[first - 1] if first else ""
    return verb.startswith(_ACTIVE) and not _IS.isdisjoint(reading.folds[last:name])


def _clause_ends(gap: str, next_to_name: bool) -> bool:
    if any(char in gap for char in ";|\t()") or "\n\n" in gap or "   " in gap.replace("\n", ""):
        return True
    return "," in gap and not next_to_name


def _unit_word(around: Surroundings, index: int) -> bool:
    """May stand between a post and its holder: a capitalised word, a number, the place it rules."""
    reading, word = around.layout.reading, around.layout.reading.folds[index]
    if reading.capital(index) or word.isdigit() or word in _BRIDGES or names_a_crime(reading, index):
        return True
    return bool(reading.tag_at(index, "role.private", "region"))
