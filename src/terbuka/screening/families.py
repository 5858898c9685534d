"""What each model looks at: the families of the names that the code makes hold of a word, a person or a
passage ("front-pair" of "front-pair=warga desa").

A model stands on names. Where the code makes other names than the model learned, it would know less, or
nothing, and nobody would see why more stays readable; so the families are written into each model when it is
made, and a model of other families is refused (``trained``).
"""

import re
from collections.abc import Iterable

_WORDS = """
    begin behind end2 end3 end4 gap gaps hint hints kind kind+shape left name name+place name+shape place
    right shape tag word word+shape
"""
_AROUND = """
    asked back-pair back-read back-signs back0-mark back1-mark cell front-pair front-read front-signs
    front0-mark front1-mark line row section signs
"""
_PERSONS = """
    any before1 before2 before3 behind1 behind2 behind3 by case children closed elsewhere first
    first-before first-behind found hidden kind later-before later-behind likeness long margin most-hidden
    most-open mostly name next next-gap next-hidden next-role next-stays office opened personal place
    place-odds previous previous-gap previous-hidden previous-role previous-stays prior sexual size stays
    times words
"""
_PASSAGES = """
    any any-passage before begins behind certain field first here hides in in-mark kind kind+type last
    least left length long mean most most+type near of-type open other protected rate right rule rule+most
    sentence share type words
"""

FAMILIES: dict[str, frozenset[str]] = {
    "names": frozenset(_WORDS.split()),
    "details": frozenset(_WORDS.split()),
    "persons": frozenset(f"{_AROUND} {_PERSONS}".split()),
    "passages": frozenset(f"{_AROUND} {_PASSAGES}".split()),
}
"""By model. Who adds, renames or drops one here must make the models anew (``make model``)."""

LABELS: dict[str, frozenset[str]] = {
    "names": frozenset({"O", "B-PER", "I-PER"}),
    "details": frozenset({"O"}),
    "persons": frozenset({"HIDE"}),
    "passages": frozenset({"HIDE"}),
}
"""By model, the labels that the program asks for: a model without them can hide nobody."""

_STEP_OR_VARIANT = re.compile(r"^-?[1-9](?=[a-z])|,[^-]*")  # "-1word"; "in,HEALTH-mark"


def families_of(names: Iterable[str]) -> set[str]:
    """The families of names of what holds."""
    return {_STEP_OR_VARIANT.sub("", family) for family in {name.partition("=")[0] for name in names}}
