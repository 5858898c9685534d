"""Names of hidden persons that stand in other letters elsewhere: in base64, in numbers, in Morse, each letter
thirteen further, with marks inside. Alone no rule takes them for a name; who knows it reads it there."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from terbuka.language import N_
from terbuka.screening.candidate import Candidate, Rank
from terbuka.screening.encoded import encoded
from terbuka.screening.escapes import unescape
from terbuka.screening.matching import LEET, Form, Hit, Matcher, as_letters
from terbuka.screening.policy import label, policy
from terbuka.screening.spelled import Spelled, spelled
from terbuka.screening.unmarked import unmarked
from terbuka.screening.variants import disguised_forms, telling_forms
from terbuka.screening.visible import Visible

# "Wirand4": the figure of a note, or a name cut off.
_AMONG_LETTERS = re.compile(r"[^\W\d_][\d@$!#]+[^\W\d_]")
_DEEPEST = 2
_REASON = N_("Ditulis sebagai kode yang dapat dibuka siapa pun; di dalamnya ada %(types)s.")


def echoes(text: str, candidates: Sequence[Candidate], profile: str) -> Iterator[Candidate]:
    """Where the hidden persons among ``candidates`` are named so."""
    rules = policy(profile)
    names = {
        text[each.start : each.end]: each
        for each in candidates
        if each.type == "PERSON" and rules.verdict(each.type, each.holder, each.certain).action.hides
    }
    if not names:
        return
    persons = _bearers(names, telling_forms)
    matcher = Matcher(persons)
    for part in in_other_letters(text):
        if hit := next(matcher.hits(part.meant), None):
            yield _echo(persons[hit.form], part.start, part.end, profile)
    for word in LEET.finditer(text):
        if _AMONG_LETTERS.search(word[0]) and (hit := next(matcher.hits(as_letters(word[0])), None)):
            yield _echo(persons[hit.form], *word.span(), profile)
    bare = unmarked(text)
    for hit in matcher.hits(bare.text) if bare.cuts else ():
        if _is_cut(bare, hit):
            yield _echo(persons[hit.form], *bare.stored(hit.start, hit.end), profile)
    disguised = _bearers(names, disguised_forms)
    for hit in Matcher(disguised).hits(text):
        yield _echo(disguised[hit.form], hit.start, hit.end, profile)


def _bearers(names: dict[str, Candidate], forms: Callable[[str], list[Form]]) -> dict[Form, Candidate]:
    return {form: each for name, each in names.items() for form in forms(name)}


def _is_cut(bare: Visible, hit: Hit) -> bool:
    """A mark stood inside of a word of the name; between its words others see it."""
    inside = bare.cuts[bisect_right(bare.cuts, hit.start) : bisect_left(bare.cuts, hit.end)]
    return any(bare.text[cut - 1 : cut + 1].isalnum() for cut in inside)


def in_other_letters(text: str, deep: int = _DEEPEST) -> Iterator[Spelled]:
    """Every stretch of a text that says, or may say, something else than it shows; what it says may be in
    other letters again."""
    told = (Spelled(part.start, part.end, part.meant) for part in encoded(text) if part.meant)
    for part in chain(told, spelled(text)):
        said = unescape(part.meant).text
        further = [each.meant for each in in_other_letters(said, deep - 1)] if deep else []
        yield part._replace(meant="\n".join([said, *further]))


def _echo(person: Candidate, start: int, end: int, profile: str) -> Candidate:
    values = {"types": label(person.type, profile=profile)}
    return Candidate(
        person.type,
        start,
        end,
        "echoes.name",
        person.certain,
        _REASON,
        Rank.TERM,
        person.holder,
        person.key,
        values,
    )
